"""Drawing a rectangle or a polygon on the map."""

from __future__ import annotations

from typing import List, Optional

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsPointXY, QgsRectangle, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsMapMouseEvent, QgsMapTool, QgsMapToolExtent, QgsRubberBand
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeyEvent

COLOUR = QColor(255, 120, 0)


def _band(canvas: QgsMapCanvas) -> QgsRubberBand:
    band = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
    band.setStrokeColor(COLOUR)
    band.setFillColor(QColor(255, 120, 0, 25))
    band.setWidth(2)
    return band


class PolygonMapTool(QgsMapTool):
    """Takes the corners of a polygon by clicks.

    A right click, a double click or Enter closes it, Backspace takes the last corner back, and Esc all of them.
    """

    closed = pyqtSignal(QgsGeometry)

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__(canvas)
        self.corners: List[QgsPointXY] = []
        self.band = _band(canvas)

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:
        """Take a corner, or close the polygon."""
        if event.button() == Qt.MouseButton.RightButton:
            self.close_polygon()
        elif event.button() == Qt.MouseButton.LeftButton:
            self.add_corner(event.mapPoint())

    def canvasDoubleClickEvent(self, event: QgsMapMouseEvent) -> None:
        """Close the polygon; the corner was taken by the first of the two clicks."""
        self.close_polygon()

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:
        """Show the polygon as it would be with a corner here."""
        if self.corners:
            self._show([*self.corners, event.mapPoint()])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the polygon or take corners back; other keys, and keys without a corner, are the map's."""
        acts = {
            Qt.Key.Key_Return: self.close_polygon,
            Qt.Key.Key_Enter: self.close_polygon,
            Qt.Key.Key_Backspace: self._take_back,
            Qt.Key.Key_Delete: self._take_back,
            Qt.Key.Key_Escape: self.clear,
        }
        act = acts.get(event.key()) if self.corners else None
        if act is not None:
            act()
        event.setAccepted(act is not None)

    def _take_back(self) -> None:
        self.corners.pop()
        self._show(self.corners)

    def add_corner(self, point: QgsPointXY) -> None:
        """Take `point`, in map coordinates, as the next corner."""
        self.corners.append(QgsPointXY(point))
        self._show(self.corners)

    def close_polygon(self) -> None:
        """Tell of the polygon where it has an area; fewer than three corners are forgotten."""
        geometry = QgsGeometry.fromPolygonXY([self.corners])
        enough = len(self.corners) >= 3
        self.clear()
        if not enough:
            return
        if not geometry.isGeosValid():
            geometry = geometry.makeValid()
        if geometry.area() > 0:
            self.closed.emit(geometry)

    def clear(self) -> None:
        """Forget the corners."""
        self.corners = []
        self.band.reset(QgsWkbTypes.GeometryType.PolygonGeometry)

    def _show(self, corners: List[QgsPointXY]) -> None:
        self.band.setToGeometry(QgsGeometry.fromPolygonXY([corners]), None)

    def deactivate(self) -> None:
        """Forget what was not closed."""
        self.clear()
        super().deactivate()


class DrawnArea(QObject):
    """Lets the user draw an area, keeps it visible, and gives the map back afterwards.

    Args:
        canvas: The map.
        polygon: Whether a polygon is drawn; else a rectangle is dragged.
    """

    drawn = pyqtSignal()
    ended = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, *, polygon: bool = False) -> None:
        super().__init__()
        self.geometry: Optional[QgsGeometry] = None
        self.crs = QgsCoordinateReferenceSystem()
        self._canvas = canvas
        self._before: Optional[QgsMapTool] = None
        self.tool = PolygonMapTool(canvas) if polygon else QgsMapToolExtent(canvas)
        if polygon:
            self.tool.closed.connect(self._changed)
        else:
            self.tool.extentChanged.connect(self._rectangle_changed)
        self.tool.deactivated.connect(self.ended)
        self._shown = _band(canvas)

    def set_active(self, active: bool) -> None:
        """Start or stop drawing; the map gets the keys at the first click, for the list may still be gone through."""
        if active and self._canvas.mapTool() is not self.tool:
            self._before = self._canvas.mapTool()
            self._canvas.setMapTool(self.tool)
        elif not active and self._canvas.mapTool() is self.tool:
            self._give_back()

    def set_visible(self, visible: bool) -> None:
        """Show or hide the area."""
        self._shown.setVisible(visible)

    def _rectangle_changed(self, rectangle: QgsRectangle) -> None:
        if not rectangle.isEmpty():
            self.tool.clearRubberBand()
            self._changed(QgsGeometry.fromRect(rectangle))

    def _changed(self, geometry: QgsGeometry) -> None:
        self.geometry = geometry
        self.crs = self._canvas.mapSettings().destinationCrs()
        self._shown.setToGeometry(geometry, self.crs)
        self._give_back()
        self.drawn.emit()

    def _give_back(self) -> None:
        if self._before is not None:
            self._canvas.setMapTool(self._before)
        else:
            self._canvas.unsetMapTool(self.tool)

    def tear_down(self) -> None:
        """Remove everything from the canvas."""
        self._canvas.unsetMapTool(self.tool)
        self._canvas.scene().removeItem(self._shown)
        if isinstance(self.tool, PolygonMapTool):
            self._canvas.scene().removeItem(self.tool.band)
        self.tool.deleteLater()  # or it would stay as long as the map
