"""Where to search: each kind of extent reaches the job, and what is missing is met with a sentence."""

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas, QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QLabel, QToolButton, QVBoxLayout, QWidget
from rrsis.plugin.extent import CANVAS, LAYER, MASK, POLYGON, RECTANGLE, SELECTED, ExtentChooser
from rrsis.plugin.layers import to_crs
from rrsis.rrsis_core.errors import ExtentInvalid

UTM = QgsCoordinateReferenceSystem("EPSG:32645")
DEGREES = QgsCoordinateReferenceSystem("EPSG:4326")


@pytest.fixture
def canvas(qgis_app):
    canvas = QgsMapCanvas()
    canvas.resize(200, 200)
    canvas.setDestinationCrs(UTM)
    return canvas


@pytest.fixture
def chooser(canvas):
    widgets = QComboBox(), QToolButton(), QgsMapLayerComboBox(), QLabel()
    widgets[1].setCheckable(True)
    chooser = ExtentChooser(canvas, *widgets)
    chooser.combo, chooser.draw, chooser.masks, chooser.label = widgets
    yield chooser
    chooser.tear_down()


def test_the_whole_layer_is_bounded_by_nothing(chooser):
    assert chooser.kind == LAYER and chooser.bounds(UTM) is None and chooser.mask() is None
    assert chooser.draw.isHidden() and chooser.masks.isHidden()


def test_the_visible_map_is_carried_to_the_layers_crs(chooser, layer, canvas):
    canvas.setDestinationCrs(DEGREES)
    canvas.setExtent(to_crs(layer.extent(), layer.crs(), DEGREES))
    chooser.choose(CANVAS)
    bounds = QgsRectangle(*chooser.bounds(layer.crs()))
    assert bounds.contains(layer.extent().center()) and bounds.width() == pytest.approx(72, rel=0.4)


def test_a_rectangle_must_be_drawn_and_keeps_its_place_when_the_map_changes_its_crs(chooser, canvas):
    chooser.choose(RECTANGLE)
    assert chooser.draw.isChecked() and not chooser.draw.isHidden()
    with pytest.raises(ExtentInvalid):
        chooser.bounds(UTM)
    chooser.areas[RECTANGLE].tool.extentChanged.emit(QgsRectangle(350000, 3059970, 350030, 3060000))
    assert not chooser.draw.isChecked()
    canvas.setDestinationCrs(DEGREES)
    assert chooser.bounds(UTM) == (350000, 3059970, 350030, 3060000)


def test_a_polygon_is_drawn(chooser):
    chooser.choose(POLYGON)
    assert chooser.draw.isChecked()
    with pytest.raises(ExtentInvalid):
        chooser.mask()
    tool = chooser.areas[POLYGON].tool
    for x, y in ((0, 0), (10, 0), (10, 10)):
        tool.add_corner(QgsPointXY(x, y))
    tool.close_polygon()
    mask = chooser.mask()
    assert [feature.geometry().area() for feature in mask.features()] == [50] and mask.crs == UTM
    assert mask.extent == QgsRectangle(0, 0, 10, 10) and chooser.bounds(UTM) is None
    chooser.choose(RECTANGLE)
    assert chooser.draw.isChecked()


def test_selected_features_and_a_mask_layer_are_told_apart(chooser, polygons):
    second = QgsFeature(polygons.fields())
    second.setGeometry(QgsGeometry.fromRect(QgsRectangle(350040, 3059950, 350050, 3059960)))
    polygons.dataProvider().addFeatures([second])
    chooser.choose(MASK)
    assert not chooser.masks.isHidden()
    chooser.masks.setLayer(polygons)
    assert len(list(chooser.mask().features())) == 2
    chooser.choose(SELECTED)
    with pytest.raises(ExtentInvalid, match="Nothing is selected"):
        chooser.mask()
    polygons.selectByIds([2])
    mask = chooser.mask()
    assert len(list(mask.features())) == 1 and mask.extent.width() == 10
    QgsProject.instance().removeMapLayer(polygons.id())
    with pytest.raises(ExtentInvalid, match="no polygon layer"):
        chooser.mask()


def test_selected_features_are_those_of_the_layer_in_which_something_is_selected(chooser, polygons, canvas):
    """Results are polygon layers too, and lie above the one that a person has selected in."""
    other = QgsVectorLayer("Polygon?crs=EPSG:32645", "aaa (0)", "memory")
    QgsProject.instance().addMapLayer(other)
    chooser.masks.setLayer(other)
    chooser.choose(SELECTED)
    with pytest.raises(ExtentInvalid, match="aaa"):
        chooser.mask()
    polygons.selectAll()
    assert len(list(chooser.mask().features())) == polygons.featureCount() and chooser.masks.currentLayer() is polygons
    chooser.choose(LAYER)
    chooser.masks.setLayer(other)
    chooser.choose(SELECTED)
    assert chooser.masks.currentLayer() is polygons


def test_the_keyboard_goes_through_the_list_past_what_is_drawn(canvas):
    window, combo, draw, masks, label = QWidget(), QComboBox(), QToolButton(), QgsMapLayerComboBox(), QLabel()
    draw.setCheckable(True)
    layout = QVBoxLayout(window)
    for widget in (canvas, combo, draw, masks, label):
        layout.addWidget(widget)
    chooser = ExtentChooser(canvas, combo, draw, masks, label)
    window.show()
    QApplication.setActiveWindow(window)
    combo.setFocus()
    for kind in (CANVAS, RECTANGLE, POLYGON, SELECTED):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
        assert chooser.kind == kind and QApplication.focusWidget() is combo
    chooser.tear_down()
