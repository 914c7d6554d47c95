"""Drawing a rectangle on the map."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsGeometry, QgsRectangle, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsMapTool, QgsMapToolExtent, QgsRubberBand
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtGui import QColor


class RectangleTool(QObject):
    """Lets the user drag a rectangle, keeps it visible, and gives the map back afterwards.

    Args:
        canvas: The map.
    """

    drawn = pyqtSignal(QgsRectangle)
    ended = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__()
        self.rectangle: Optional[QgsRectangle] = None
        self._canvas = canvas
        self._before: Optional[QgsMapTool] = None
        self._tool = QgsMapToolExtent(canvas)
        self._tool.extentChanged.connect(self._changed)
        self._tool.deactivated.connect(self.ended)
        self._band = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
        self._band.setStrokeColor(QColor(255, 120, 0))
        self._band.setFillColor(QColor(255, 120, 0, 25))
        self._band.setWidth(2)

    def set_active(self, active: bool) -> None:
        """Start or stop drawing."""
        if active and self._canvas.mapTool() is not self._tool:
            self._before = self._canvas.mapTool()
            self._canvas.setMapTool(self._tool)
        elif not active and self._canvas.mapTool() is self._tool:
            self._give_back()

    def set_visible(self, visible: bool) -> None:
        """Show or hide the rectangle."""
        self._band.setVisible(visible)

    def _changed(self, rectangle: QgsRectangle) -> None:
        if rectangle.isEmpty():
            return
        self.rectangle = QgsRectangle(rectangle)
        self._tool.clearRubberBand()
        self._band.setToGeometry(QgsGeometry.fromRect(rectangle), None)
        self._give_back()
        self.drawn.emit(self.rectangle)

    def _give_back(self) -> None:
        if self._before is not None:
            self._canvas.setMapTool(self._before)
        else:
            self._canvas.unsetMapTool(self._tool)

    def tear_down(self) -> None:
        """Remove everything from the canvas."""
        self._canvas.unsetMapTool(self._tool)
        self._canvas.scene().removeItem(self._band)
