"""rrsis:segmentbyphrase in real QGIS, with a real worker."""

from pathlib import Path

import pytest
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterRasterLayer,
    QgsProcessingUtils,
    QgsProject,
    QgsVectorLayer,
    edit,
)
from rrsis.plugin.algorithms.segment_by_phrase import numbers
from rrsis.rrsis_core.errors import RequestInvalid


@pytest.fixture
def asked(layer, tmp_path):
    return {"INPUT": layer.source(), "PHRASES": "white cars", "OUTPUT": str(tmp_path / "o.gpkg")}


def features(answers, place=0):
    return QgsVectorLayer(answers["LAYERS"][place], "found", "ogr").featureCount()


def test_a_phrase_becomes_a_layer(run, asked):
    ran = run("segmentbyphrase", asked)
    assert Path(ran.answers["OUTPUT"]).is_file() and features(ran.answers) == 2
    assert ran.answers["COUNT"] == 2 and ran.answers["AREA_M2"] == pytest.approx(117, rel=0.1)
    assert '"white cars": 2 objects' in ran.feedback.textLog()


def test_several_phrases_in_one_run_and_one_merged_layer(run, asked, tmp_path):
    merged = str(tmp_path / "merged.gpkg")
    ran = run("segmentbyphrase", {**asked, "PHRASES": "white cars\n\nthe river", "MERGED": merged})
    assert len(ran.answers["LAYERS"]) == 2
    layer = QgsProcessingUtils.mapLayerFromString(ran.answers["MERGED"], ran.context)
    assert sorted(feature["phrase"] for feature in layer.getFeatures()) == ["the river"] * 2 + ["white cars"] * 2


def test_layers_are_to_be_loaded_under_the_phrases_name(run, asked):
    ran = run("segmentbyphrase", asked)
    (details,) = ran.to_load.values()
    assert details.name == "white cars (2)" and details.postProcessor() is not None


@pytest.mark.parametrize("ticked", [True, False])
def test_a_row_of_a_batch_names_no_place_for_what_it_skips_and_loads_layers_where_ticked(run, asked, ticked):
    skipped = QgsProcessingOutputLayerDefinition("", QgsProject.instance() if ticked else None)
    ran = run("segmentbyphrase", {**asked, "MERGED": skipped, "PROBABILITY": skipped})
    assert ran.answers["COUNT"] == 2 and features(ran.answers) == 2
    assert "MERGED" not in ran.answers and "PROBABILITY" not in ran.answers
    assert list(ran.to_load) == ran.answers["LAYERS"] * ticked


def test_a_merged_layer_that_cannot_be_made_gets_a_sentence(run, asked):
    with pytest.raises(QgsProcessingException, match="nowhere"):
        run("segmentbyphrase", {**asked, "MERGED": "/nowhere/at/all/merged.gpkg"})


def test_probabilities_are_kept_where_asked(run, asked, tmp_path):
    probability = str(tmp_path / "p.tif")
    ran = run("segmentbyphrase", {**asked, "PROBABILITY": probability})
    assert ran.answers["PROBABILITY"] == probability and Path(probability).is_file()


def test_probabilities_that_are_to_be_opened_are_loaded_also_after_a_run_in_a_thread(
    run_in_background, asked, waiting, tmp_path
):
    probability = str(tmp_path / "p.tif")
    definition = QgsProcessingOutputLayerDefinition(probability, QgsProject.instance())
    task, feedback, endings = run_in_background("segmentbyphrase", {**asked, "PROBABILITY": definition})
    _, context = task.kept
    waiting(lambda: endings)
    assert "2 objects" in feedback.textLog()
    assert len(context.layersToLoadOnCompletion()) == 2 and probability in context.layersToLoadOnCompletion()


def test_extent_in_another_crs_and_mask_bound_the_search(run, asked, polygons, layer):
    boxed = run("segmentbyphrase", {**asked, "EXTENT": "350000,350030,3059970,3060000 [EPSG:32645]"})
    assert boxed.answers["COUNT"] == 1
    masked = run("segmentbyphrase", {**asked, "MASK": polygons.id()})
    assert masked.answers["COUNT"] == 1


def test_an_object_that_is_not_there_gives_an_empty_layer_and_says_so(run, asked):
    ran = run("segmentbyphrase", {**asked, "PHRASES": "one two three four five six seven eight nine ten"})
    assert ran.answers["COUNT"] == 0 and features(ran.answers) == 0
    assert "threshold" in ran.feedback.textLog()


def test_an_earlier_result_is_replaced_also_while_the_project_shows_it(run, asked, polygons):
    first = run("segmentbyphrase", asked).answers["LAYERS"][0]
    shown = QgsVectorLayer(first, "shown", "ogr")
    QgsProject.instance().addMapLayer(shown)
    assert len(list(shown.getFeatures())) == 2
    again = run("segmentbyphrase", {**asked, "MASK": polygons.id()}).answers
    assert len(list(QgsVectorLayer(again["LAYERS"][0], "found", "ogr").getFeatures())) == again["COUNT"] == 1


def test_a_file_of_ones_own_is_replaced_only_when_that_is_ticked(run, asked):
    mine = Path(asked["OUTPUT"])
    run("segmentbyphrase", asked)
    edited = QgsVectorLayer(f"{mine}", "mine", "ogr")
    with edit(edited):
        edited.deleteFeature(next(edited.getFeatures()).id())
    QgsProject.instance().addMapLayer(edited)
    before = mine.read_bytes()
    with pytest.raises(QgsProcessingException, match="OVERWRITE"):
        run("segmentbyphrase", asked)
    assert mine.read_bytes() == before
    QgsProject.instance().removeMapLayer(edited.id())
    assert features(run("segmentbyphrase", {**asked, "OVERWRITE": True}).answers) == 2


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"PHRASES": " \n "}, "phrase"),
        ({"PHRASES": "car " * 3000}, "characters"),
        ({"BANDS": "red"}, "BANDS"),
        ({"BANDS": "1,2,9"}, "9"),
        ({"STRETCH": "98,2"}, "stretch"),
        ({"EXTENT": "0,1,0,1 [EPSG:32645]"}, "extent"),
        ({"INPUT": "/nowhere.tif"}, "nowhere"),
        ({"OUTPUT": "/nowhere/at/all/o.gpkg"}, "nowhere"),
        ({"MODEL": 99}, "MODEL"),
    ],
)
def test_bad_input_gets_a_sentence(run, asked, change, said):
    with pytest.raises(QgsProcessingException) as caught:
        run("segmentbyphrase", {**asked, **change})
    assert said.lower() in str(caught.value).lower()


@pytest.mark.parametrize("extent", ["5,5,1,9 [EPSG:32645]", "0,0,0,0 [EPSG:32645]", "1e30,2e30,1e30,2e30 [EPSG:3857]"])
def test_an_extent_without_a_place_is_not_the_whole_layer(provider, asked, extent):
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("rrsis:segmentbyphrase")
    feedback, context = QgsProcessingFeedback(), QgsProcessingContext()
    _, done = algorithm.run({**asked, "EXTENT": extent}, context, feedback)
    assert not done and "has no place" in feedback.textLog()


def test_two_bands_and_a_corrupt_file_get_a_sentence(run, asked, make_raster, tmp_path):
    with pytest.raises(QgsProcessingException, match="band"):
        run("segmentbyphrase", {**asked, "INPUT": str(make_raster("two.tif", bands=2))})
    corrupt = make_raster("corrupt.tif")
    corrupt.write_bytes(corrupt.read_bytes()[:60_000])
    with pytest.raises(QgsProcessingException, match="corrupt"):
        run("segmentbyphrase", {**asked, "INPUT": str(corrupt)})


def test_one_band_and_no_crs_are_handled_with_a_warning(run, asked, make_raster):
    ran = run("segmentbyphrase", {**asked, "INPUT": str(make_raster("grey.tif", bands=1, epsg=None))})
    assert ran.answers["COUNT"] == 2
    assert "single band" in ran.feedback.textLog() and "reference system" in ran.feedback.textLog()


def test_an_output_that_is_open_in_qgis_loses_nothing(run, asked):
    first = run("segmentbyphrase", asked)
    held = QgsVectorLayer(first.answers["LAYERS"][0], "held", "ogr")
    rows = held.getFeatures()
    next(rows)
    try:
        again = run("segmentbyphrase", asked)
        assert features(again.answers) == 2
    except QgsProcessingException as error:
        assert "o.gpkg" in str(error)
        assert held.featureCount() == 2
    rows.close()


def test_it_runs_in_a_thread_and_is_cancelled(run_in_background, asked, waiting):
    task, feedback, endings = run_in_background("segmentbyphrase", {**asked, "PHRASES": "slowly", "GSD": 0.02})
    waiting(lambda: feedback.progress() > 0)
    task.cancel()
    waiting(lambda: endings)
    assert "Cancelled" in feedback.textLog() or "cancelled" in feedback.textLog()


def test_it_is_a_step_of_a_model(provider, layer, waiting):
    model = QgsProcessingModelAlgorithm("finding", "test")
    model.initAlgorithm()
    model.addModelParameter(QgsProcessingParameterRasterLayer("INPUT"), QgsProcessingModelParameter("INPUT"))
    step = QgsProcessingModelChildAlgorithm("rrsis:segmentbyphrase")
    step.setChildId("find")
    source = QgsProcessingModelChildParameterSource
    step.addParameterSources("INPUT", [source.fromModelParameter("INPUT")])
    step.addParameterSources("PHRASES", [source.fromStaticValue("white cars")])
    merged = QgsProcessingModelOutput("FOUND", "FOUND")
    merged.setChildId("find")
    merged.setChildOutputName("MERGED")
    step.setModelOutputs({"FOUND": merged})
    model.addChildAlgorithm(step)
    model.updateDestinationParameters()
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    context.setProject(QgsProject.instance())
    (output,) = (one.name() for one in model.outputDefinitions())  # "find:FOUND", or "found" from QGIS 3.40
    parameters = {"INPUT": layer.id(), output: "TEMPORARY_OUTPUT"}
    answers, done = model.run(parameters, context, feedback, catchExceptions=False)
    assert done, feedback.textLog()
    found = QgsProcessingUtils.mapLayerFromString(answers[output], context)
    assert found.featureCount() == 2
    assert not any("white_cars" in name for name in context.layersToLoadOnCompletion())  # of no use to anybody


def test_numbers_are_read_or_refused():
    assert numbers("4, 3,2", 3, int, "BANDS") == (4, 3, 2)
    assert numbers(" ", 3, int, "BANDS") is None
    with pytest.raises(RequestInvalid):
        numbers("1,2", 3, int, "BANDS")


def test_a_model_that_is_not_there_is_refused_in_words_and_before_the_run(provider, layer, tmp_path):
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("rrsis:segmentbyphrase")
    wanted = {"INPUT": layer, "PHRASES": "cars", "MODEL_NAME": "sheds", "OUTPUT": str(tmp_path / "o.gpkg")}
    accepted, reason = algorithm.checkParameterValues(wanted, QgsProcessingContext())
    assert not accepted and 'no model "sheds"' in reason
