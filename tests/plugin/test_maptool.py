"""A rectangle is drawn, kept, and the map is given back."""

import pytest
from qgis.core import QgsRectangle
from qgis.gui import QgsMapCanvas, QgsMapToolPan
from rrsis.plugin.maptool import RectangleTool


@pytest.fixture
def canvas(qgis_app):
    return QgsMapCanvas()


def test_drawing_keeps_the_rectangle_and_gives_the_map_back(canvas):
    pan, tool = QgsMapToolPan(canvas), RectangleTool(canvas)
    canvas.setMapTool(pan)
    drawn, ended = [], []
    tool.drawn.connect(drawn.append)
    tool.ended.connect(lambda: ended.append(True))
    tool.set_active(True)
    assert canvas.mapTool() is not pan
    tool._tool.extentChanged.emit(QgsRectangle(0, 0, 10, 5))
    assert drawn == [QgsRectangle(0, 0, 10, 5)] and tool.rectangle == QgsRectangle(0, 0, 10, 5)
    assert canvas.mapTool() is pan and ended
    tool.tear_down()


def test_another_tool_ends_the_drawing(canvas):
    tool, ended = RectangleTool(canvas), []
    tool.ended.connect(lambda: ended.append(True))
    tool.set_active(True)
    pan = QgsMapToolPan(canvas)
    canvas.setMapTool(pan)
    assert ended and tool.rectangle is None
    tool.set_active(False)
    assert canvas.mapTool() is pan
    tool.tear_down()


def test_an_empty_rectangle_is_none(canvas):
    tool = RectangleTool(canvas)
    tool.set_active(True)
    tool._tool.extentChanged.emit(QgsRectangle(1, 1, 1, 1))
    assert tool.rectangle is None
    tool.tear_down()
