"""An area is drawn, kept, and the map is given back."""

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY, QgsRectangle
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapToolPan
from qgis.PyQt.QtCore import QEvent, QPoint, Qt
from qgis.PyQt.QtGui import QKeyEvent
from rrsis.plugin.maptool import DrawnArea


@pytest.fixture
def canvas(qgis_app):
    canvas = QgsMapCanvas()
    canvas.resize(200, 200)
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:32645"))
    canvas.setExtent(QgsRectangle(0, 0, 100, 100))
    return canvas


@pytest.fixture
def polygon(canvas):
    area = DrawnArea(canvas, polygon=True)
    area.set_active(True)
    yield area
    area.tear_down()


def press(area, *keys):
    for key in keys:
        area.tool.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier))


def corners(area, *points):
    for point in points:
        area.tool.add_corner(QgsPointXY(*point))


def test_drawing_keeps_the_rectangle_and_gives_the_map_back(canvas):
    pan, area = QgsMapToolPan(canvas), DrawnArea(canvas)
    canvas.setMapTool(pan)
    drawn, ended = [], []
    area.drawn.connect(lambda: drawn.append(True))
    area.ended.connect(lambda: ended.append(True))
    area.set_active(True)
    assert canvas.mapTool() is not pan
    area.tool.extentChanged.emit(QgsRectangle(0, 0, 10, 5))
    assert drawn and area.geometry.boundingBox() == QgsRectangle(0, 0, 10, 5)
    assert area.crs.authid() == "EPSG:32645" and canvas.mapTool() is pan and ended
    area.tear_down()


def test_another_tool_ends_the_drawing(canvas):
    area, ended = DrawnArea(canvas), []
    area.ended.connect(lambda: ended.append(True))
    area.set_active(True)
    pan = QgsMapToolPan(canvas)
    canvas.setMapTool(pan)
    assert ended and area.geometry is None
    area.set_active(False)
    assert canvas.mapTool() is pan
    area.tear_down()


def test_an_empty_rectangle_is_none(canvas):
    area = DrawnArea(canvas)
    area.set_active(True)
    area.tool.extentChanged.emit(QgsRectangle(1, 1, 1, 1))
    assert area.geometry is None
    area.tear_down()


def test_clicks_make_a_polygon_and_a_right_click_closes_it(canvas, polygon):
    for x, y in ((20, 20), (180, 20), (180, 180)):
        event = QgsMapMouseEvent(canvas, QEvent.Type.MouseButtonPress, QPoint(x, y), Qt.MouseButton.LeftButton)
        polygon.tool.canvasPressEvent(event)
        polygon.tool.canvasMoveEvent(event)
    event = QgsMapMouseEvent(canvas, QEvent.Type.MouseButtonPress, QPoint(20, 180), Qt.MouseButton.RightButton)
    polygon.tool.canvasPressEvent(event)
    assert polygon.geometry.area() == pytest.approx(160 * 160 / 2 * canvas.mapUnitsPerPixel() ** 2, rel=0.05)
    assert canvas.mapTool() is not polygon.tool and not polygon.tool.corners


def test_keys_take_corners_back_and_close(polygon):
    corners(polygon, (0, 0), (10, 0), (10, 10), (99, 99))
    press(polygon, Qt.Key.Key_Backspace, Qt.Key.Key_Return)
    assert polygon.geometry.area() == 50
    polygon.set_active(True)
    corners(polygon, (0, 0), (10, 0), (10, 10))
    press(polygon, Qt.Key.Key_Escape, Qt.Key.Key_Return)
    assert polygon.geometry.area() == 50 and not polygon.tool.corners


def test_keys_without_a_corner_are_the_maps(polygon):
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    polygon.tool.keyPressEvent(event)
    assert not event.isAccepted()


def test_too_few_corners_are_none_and_a_bow_tie_is_made_valid(polygon):
    corners(polygon, (0, 0), (10, 0))
    polygon.tool.close_polygon()
    assert polygon.geometry is None
    corners(polygon, (0, 0), (10, 10), (10, 0), (0, 10))
    polygon.tool.close_polygon()
    assert polygon.geometry.isGeosValid() and polygon.geometry.area() == 50
