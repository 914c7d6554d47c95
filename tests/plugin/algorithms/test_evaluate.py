"""rrsis:evaluate counts what is right, wrong and missed."""

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from rrsis.plugin.algorithms.evaluate import Shape, areas, context_request, covered, heaps, iou, match, ratio


def squares(name, *corners, side=10.0):
    layer = QgsVectorLayer("Polygon?crs=EPSG:32645", name, "memory")
    features = []
    for x, y in corners:
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(x, y, x + side, y + side)))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    QgsProject.instance().addMapLayer(layer)
    return layer


def shape(*box):
    geometry = QgsGeometry.fromRect(QgsRectangle(*box))
    return Shape(geometry, geometry.area())


def test_each_object_counts_once_and_the_best_overlap_wins():
    known = [shape(0, 0, 10, 10)]
    found = [shape(0, 0, 10, 8), shape(0, 0, 10, 9), shape(50, 50, 60, 60)]
    assert iou(found[1], known[0]) == pytest.approx(0.9)
    assert match(found, known, 0.5) == {1: 0} and match(found, known, 0.95) == {}
    assert covered([]).isNull() and ratio(1, 0) == 0
    assert context_request(QgsCoordinateReferenceSystem(), QgsProcessingContext()) is not None


def test_areas_are_those_of_the_unions_however_polygons_hang_together():
    found = [shape(x, 0, x + 1.2, 10) for x in range(600)] + [shape(5000, 0, 5010, 10), shape(5005, 0, 5015, 10)]
    known = [shape(0, 5, 300, 20), shape(5000, 0, 5010, 5), shape(9000, 0, 9001, 1)]
    both, either = areas(found, known)
    assert both == pytest.approx(covered(found).intersection(covered(known)).area())
    assert either == pytest.approx(covered([*found, *known]).area())
    assert sorted(len(heap) for heap in heaps([*found, *known])) == [1, 3, 601]
    assert areas([], []) == (0, 0) and areas(found[:1], []) == (0, pytest.approx(12))


@pytest.mark.parametrize("patience", [1, 5, 12])
def test_a_cancel_is_heard_wherever_it_comes(run, layers, monkeypatch, patience):
    asked = []

    def impatient(_feedback):
        asked.append(1)
        return len(asked) > patience

    monkeypatch.setattr(QgsProcessingFeedback, "isCanceled", impatient)
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run("evaluate", dict(zip(("FOUND", "KNOWN"), layers), OUTPUT="TEMPORARY_OUTPUT"))
    assert len(asked) == patience + 1


@pytest.fixture
def layers(qgis_app):
    known = squares("known", (350000, 3060000), (350100, 3060000), (350200, 3060000))
    return squares("found", (350000, 3060000), (350102, 3060000), (350500, 3060000), (350600, 3060000)), known


def test_figures_and_verdicts(run, layers):
    found, known = layers
    done = run("evaluate", {"FOUND": found, "KNOWN": known, "OUTPUT": "TEMPORARY_OUTPUT"})
    answers = done.answers
    assert (answers["FOUND_COUNT"], answers["KNOWN_COUNT"], answers["RIGHT_COUNT"]) == (4, 3, 2)
    assert answers["PRECISION"] == 0.5 and answers["RECALL"] == pytest.approx(2 / 3)
    assert answers["AREA_IOU"] == pytest.approx(180 / 520)
    layer = done.context.getMapLayer(answers["OUTPUT"])
    verdicts = sorted(feature["verdict"] for feature in layer.getFeatures())
    assert verdicts == ["missed", "right", "right", "wrong", "wrong"]


def test_a_row_of_a_batch_names_no_place_for_what_it_skips(run, layers):
    found, known = layers
    skipped = QgsProcessingOutputLayerDefinition("", QgsProject.instance())
    answers = run("evaluate", {"FOUND": found, "KNOWN": known, "OUTPUT": skipped}).answers
    assert answers["RIGHT_COUNT"] == 2 and "OUTPUT" not in answers


def test_an_extent_bounds_what_is_counted(run, layers):
    found, known = layers
    answers = run(
        "evaluate", {"FOUND": found, "KNOWN": known, "EXTENT": "349990,350120,3059990,3060020 [EPSG:32645]"}
    ).answers
    assert answers["PRECISION"] == answers["RECALL"] == answers["F1"] == 1.0


def test_nothing_against_nothing_is_no_error(run, qgis_app):
    answers = run("evaluate", {"FOUND": squares("a"), "KNOWN": squares("b")}).answers
    assert answers["F1"] == answers["AREA_IOU"] == 0


def test_a_folder_that_is_missing_is_named_before_the_work(run, layers, tmp_path):
    found, known = layers
    with pytest.raises(QgsProcessingException, match="gone does not exist"):
        run("evaluate", {"FOUND": found, "KNOWN": known, "OUTPUT": str(tmp_path / "gone" / "v.gpkg")})


@pytest.mark.parametrize("kind", ["Point?crs=EPSG:32645", "None"])
def test_what_is_no_layer_of_polygons_is_named(run, layers, kind):
    points = QgsVectorLayer(kind, "wells", "memory")
    QgsProject.instance().addMapLayer(points)
    with pytest.raises(QgsProcessingException, match="wells"):
        run("evaluate", {"FOUND": points, "KNOWN": layers[1]})


@pytest.mark.parametrize("extent", ["0,0,0,0 [EPSG:32645]", "350000,350000,3059990,3060020 [EPSG:32645]"])
def test_an_empty_extent_is_not_taken_for_the_whole_layer(run, layers, extent):
    found, known = layers
    with pytest.raises(QgsProcessingException, match="no place"):
        run("evaluate", {"FOUND": found, "KNOWN": known, "EXTENT": extent})
