"""Results find their place in the project, and are never lost."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeedback,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from rrsis.plugin import messages, results
from rrsis.plugin.job import carry_out, prepare
from rrsis.plugin.meanings import colour_of
from rrsis.rrsis_core.request import SegmentRequest, VectorSettings


@pytest.fixture
def run(layer, tmp_path, toy_client):
    """Searches for phrases and returns what was published."""

    def search(*phrases, target=None, probability=None):
        request = SegmentRequest("", phrases, "", device="cpu", probability=probability)
        job = prepare(layer, request, geopackage=target or tmp_path / "p_rrsis.gpkg", max_tiles=10)
        return results.opened(carry_out(job, toy_client, QgsFeedback(), lambda _: None))

    return search


def test_the_geopackage_lies_beside_a_saved_project(tmp_path):
    project = QgsProject.instance()
    assert results.project_geopackage(project).parent == results.data_folder() / "results"
    project.setFileName(str(tmp_path / "town.qgz"))
    assert results.project_geopackage(project) == tmp_path / "town_rrsis.gpkg"


def test_probabilities_of_two_runs_have_two_names(tmp_path):
    one, two = (results.probability_path(tmp_path / "town_rrsis.gpkg") for _ in range(2))
    assert one.parent == tmp_path / "town_rrsis_probability" and one != two


def test_two_runs_share_one_file_and_keep_their_layers(run, layers_in):
    first, second = run("bright squares"), run("bright squares")
    assert first.result.output == second.result.output
    assert layers_in(first.result.output) == {first.result.layers[0].layer, second.result.layers[0].layer}


def test_layers_are_styled_grouped_and_named_after_the_phrase(run):
    added = results.add_to_project(QgsProject.instance(), run("white cars", "the river"))
    assert [layer.name() for layer in added] == ["white cars (2)", "the river (2)"]
    group = QgsProject.instance().layerTreeRoot().children()[0]
    assert group.name() == "Found in ortho" and [node.name() for node in group.children()] == [
        "white cars (2)",
        "the river (2)",
    ]
    for layer, phrase in zip(added, ("white cars", "the river")):
        colour = layer.renderer().symbol().symbolLayer(0).strokeColor()
        assert (colour.red(), colour.green(), colour.blue()) == colour_of(phrase)
        assert layer.customProperty(results.PHRASE) == phrase
        assert phrase in layer.metadata().abstract()
    fields = added[0].fields().names()
    for name in ("phrase", "prob_mean", "prob_max", "area_m2", "perimeter_m", "model", "run_id"):
        assert name in fields


def test_an_object_that_is_not_there_gives_an_empty_layer(run):
    published = run("one two three four five six seven eight nine ten")
    (layer,) = results.add_to_project(QgsProject.instance(), published)
    assert layer.featureCount() == 0
    assert "nothing-found" in [notice.code for notice in published.result.notices]


def test_a_file_that_cannot_be_written_never_costs_the_results(run, tmp_path):
    blocked = tmp_path / "blocked.gpkg"
    blocked.mkdir()
    published = run("bright squares", target=blocked)
    kept = Path(published.result.output)
    assert kept != blocked and kept.is_file()
    assert str(kept) in published.result.notices[-1].message
    assert results.add_to_project(QgsProject.instance(), published)[0].featureCount() == 2


def test_a_file_that_another_program_writes_to_never_costs_the_results(run, tmp_path):
    run("bright squares")
    with closing(sqlite3.connect(tmp_path / "p_rrsis.gpkg")) as other:
        other.execute("BEGIN EXCLUSIVE")
        published = run("white cars")
    (layer,) = results.add_to_project(QgsProject.instance(), published)
    assert layer.featureCount() == 2 and not layer.source().startswith(str(tmp_path / "p_rrsis.gpkg"))
    notice = published.result.notices[-1]
    assert notice.code == "output-not-writable" and "database is locked" in notice.details["reason"]


def test_where_results_are_kept_is_said_in_the_users_language(run, tmp_path, monkeypatch):
    """Not in the sentence of the code, which says that they cannot be written at all."""
    blocked = tmp_path / "blocked.gpkg"
    blocked.mkdir()
    notice = run("bright squares", target=blocked).result.notices[-1]
    monkeypatch.setattr(messages, "translation_file", lambda: Path("rrsis_de.qm"))
    assert messages.explain(notice) == notice.message


def test_probabilities_of_a_project_in_a_folder_without_leave_to_write_go_elsewhere(run, tmp_path):
    (tmp_path / "blocked").touch()  # as good as a read-only disk: nothing can be made below it
    published = run("bright squares", probability=str(tmp_path / "blocked" / "town_rrsis_probability" / "p.tif"))
    kept = results.kept_probability(published.layers[0])
    assert kept == results.data_folder() / "results" / "town_rrsis_probability" / "p.tif"


def test_results_that_no_place_takes_stay_where_they_were_made(run, tmp_path, monkeypatch):
    blocked = tmp_path / "blocked.gpkg"
    blocked.mkdir()

    def full(source, goal):
        Path(goal).write_bytes(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(results.shutil, "move", full)
    published = run("bright squares", target=blocked)
    kept = Path(published.result.output)
    assert kept.is_file() and not list(tmp_path.glob("*found*"))
    assert published.result.notices[-1].details["kept"] == str(kept)
    assert results.add_to_project(QgsProject.instance(), published)[0].featureCount() == 2


def test_a_file_open_in_qgis_takes_further_layers(run):
    (opened,) = results.add_to_project(QgsProject.instance(), run("bright squares"))
    features = opened.getFeatures()
    next(features)
    again = results.add_to_project(QgsProject.instance(), run("bright squares"))
    assert again[0].featureCount() == 2 and opened.featureCount() == 2
    features.close()


def test_a_raster_without_crs_lends_its_layers_crs(make_raster, tmp_path, toy_client):
    bare = QgsRasterLayer(str(make_raster("bare.tif", epsg=None)), "bare")
    crs = QgsCoordinateReferenceSystem("EPSG:32645")
    bare.setCrs(crs)  # as a person does who knows better than the file
    job = prepare(bare, SegmentRequest("", ("cars",), "", device="cpu"), geopackage=tmp_path / "b.gpkg", max_tiles=10)
    published = results.opened(carry_out(job, toy_client, QgsFeedback(), lambda _: None))
    (layer,) = results.add_to_project(QgsProject.instance(), published)
    assert layer.crs() == crs and layer.featureCount() == 2
    assert layer.extent().intersects(bare.extent())
    assert "no-crs" in [notice.code for notice in published.result.notices]


def test_results_of_a_raster_without_crs_have_none_either(make_raster, tmp_path, toy_client):
    bare = QgsRasterLayer(str(make_raster("bare.tif", epsg=None)), "bare")
    bare.setCrs(QgsCoordinateReferenceSystem())
    job = prepare(bare, SegmentRequest("", ("cars",), "", device="cpu"), geopackage=tmp_path / "b.gpkg", max_tiles=10)
    (layer,) = results.opened(carry_out(job, toy_client, QgsFeedback(), lambda _: None)).layers
    assert not layer.crs().isValid() and layer.extent().intersects(bare.extent())


def test_probabilities_are_found_again_where_project_and_results_were_moved(run, tmp_path):
    target = tmp_path / "old" / "town_rrsis.gpkg"
    published = run("bright squares", target=target, probability=str(results.probability_path(target)))
    (layer,) = results.add_to_project(QgsProject.instance(), published)
    assert results.kept_probability(layer) == Path(published.result.probability)
    (tmp_path / "old").rename(tmp_path / "new")
    layer.setDataSource(layer.source().replace("/old/", "/new/"), layer.name(), "ogr")
    assert results.kept_probability(layer).parent == tmp_path / "new" / "town_rrsis_probability"
    assert results.remembered_vector(layer) == published.vector
    layer.setCustomProperty(results.VECTOR, "{")
    assert results.remembered_vector(layer).threshold == 0.5


def test_the_origin_stands_in_the_layers_metadata_and_in_the_file_and_follows_a_review(run):
    published = run("white cars")
    (layer,) = results.add_to_project(QgsProject.instance(), published)
    alone = QgsVectorLayer(layer.source(), "opened elsewhere", "ogr")
    for metadata in (layer.metadata(), alone.metadata()):
        lines = dict(line.split(": ", 1) for line in metadata.history())
        assert metadata.title() == "white cars" and "white cars" in metadata.abstract()
        assert lines["run_id"] == published.result.run_id and lines["raster"].endswith("ortho.tif")
        assert {"model", "model_sha256", "software", "gsd_m", "bands", "stretch"} <= set(lines)
    results.remember_vector(layer, VectorSettings(threshold=0.7))
    (line,) = [line for line in layer.metadata().history() if line.startswith("vector: ")]
    assert '"threshold": 0.7' in line
