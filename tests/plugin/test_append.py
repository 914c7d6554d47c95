"""Objects go into another layer as one step that can be undone, without holding the main thread."""

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsRasterLayer, QgsRectangle, QgsVectorLayer
from rrsis.plugin.append import Append, can_take, targets_for


def make(name, definition, count=0):
    layer = QgsVectorLayer(definition, name, "memory")
    features = []
    for number in range(count):
        feature = QgsFeature(layer.fields())
        geometry = QgsGeometry.fromRect(QgsRectangle(350000 + 2 * number, 3059970, 350001 + 2 * number, 3059971))
        geometry.convertToMultiType()
        feature.setGeometry(geometry)
        feature.setAttributes(["white cars", 0.5])
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    QgsProject.instance().addMapLayer(layer)
    return layer


@pytest.fixture
def source(qgis_app):
    return make("found", "MultiPolygon?crs=EPSG:32645&field=phrase:string&field=prob_mean:double", 300)


def run(source, target, waiting):
    append = Append(source, target)
    ends = []
    append.ended.connect(ends.append)
    append.failed.connect(ends.append)
    append.start()
    waiting(lambda: ends)
    return ends[0]


def test_only_editable_polygon_layers_can_take_them(source, layer):
    lines = make("lines", "LineString?crs=EPSG:32645")
    fields = make("fields", "Polygon?crs=EPSG:32645")
    locked = make("locked", "Polygon?crs=EPSG:32645")
    locked.setReadOnly(True)
    assert targets_for(source) == [fields]
    assert not can_take(source, source) and not can_take(lines, source) and isinstance(layer, QgsRasterLayer)


def test_fields_of_the_same_name_are_filled_and_one_undo_takes_all_back(source, waiting):
    target = make("own", "Polygon?crs=EPSG:4326&field=note:string&field=phrase:string")
    assert run(source, target, waiting) == 300
    assert target.isEditable() and target.featureCount() == 300
    feature = next(target.getFeatures())
    assert feature["phrase"] == "white cars" and not feature.geometry().isMultipart()
    assert 85 < feature.geometry().centroid().asPoint().x() < 86
    target.undoStack().undo()
    assert target.featureCount() == 0
    target.rollBack()


def test_keys_of_a_geopackage_are_not_taken_over(source, tmp_path, waiting):
    from qgis.core import QgsCoordinateTransformContext, QgsVectorFileWriter

    options = QgsVectorFileWriter.SaveVectorOptions()
    QgsVectorFileWriter.writeAsVectorFormatV3(
        source, str(tmp_path / "t.gpkg"), QgsCoordinateTransformContext(), options
    )
    target = QgsVectorLayer(str(tmp_path / "t.gpkg"), "t", "ogr")
    QgsProject.instance().addMapLayer(target)
    assert run(source, target, waiting) == 300
    assert target.commitChanges() and target.featureCount() == 600


def test_a_layer_that_is_closed_meanwhile_ends_it_with_a_sentence(source, waiting):
    target = make("own", "Polygon?crs=EPSG:32645")
    append = Append(source, target)
    failures = []
    append.failed.connect(failures.append)
    append.start()
    QgsProject.instance().removeMapLayer(target.id())
    waiting(lambda: failures)
    assert "closed" in failures[0].message
    Append(source, make("other", "Polygon?crs=EPSG:32645")).tear_down()
