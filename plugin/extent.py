"""Where to search: the choice in the dock, as bounds in the raster's coordinate system or as polygons."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsMapLayerProxyModel,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas, QgsMapLayerComboBox
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QAbstractButton, QComboBox, QLabel

from ..rrsis_core.errors import ExtentInvalid
from ..rrsis_core.grid import Bounds
from .i18n import tr
from .job import MaskSource, all_polygons, selected_polygons
from .layers import to_crs
from .maptool import DrawnArea

LAYER, CANVAS, RECTANGLE, POLYGON = "layer", "canvas", "rectangle", "polygon"
SELECTED, MASK = "selected", "mask"


class ExtentChooser(QObject):
    """Runs the controls for the extent; lives in the dock.

    Args:
        canvas: The map, for its extent and for drawing.
        combo: The kinds of extent, filled here.
        draw: The button that starts drawing.
        masks: The list of polygon layers.
        mask_label: Its label.
    """

    changed = pyqtSignal()

    def __init__(
        self,
        canvas: QgsMapCanvas,
        combo: QComboBox,
        draw: QAbstractButton,
        masks: QgsMapLayerComboBox,
        mask_label: QLabel,
    ) -> None:
        super().__init__()
        self._canvas, self._combo, self._draw = canvas, combo, draw
        self._masks, self._mask_label = masks, mask_label
        self.areas = {RECTANGLE: DrawnArea(canvas), POLYGON: DrawnArea(canvas, polygon=True)}
        masks.setFilters(QgsMapLayerProxyModel.Filter.PolygonLayer)
        for title, kind in (
            (tr("Whole layer"), LAYER),
            (tr("Visible map"), CANVAS),
            (tr("Drawn rectangle"), RECTANGLE),
            (tr("Drawn polygon"), POLYGON),
            (tr("Selected features"), SELECTED),
            (tr("Polygon layer as mask"), MASK),
        ):
            combo.addItem(title, kind)
        for area in self.areas.values():
            area.drawn.connect(self.changed)
            area.ended.connect(lambda: draw.setChecked(False))
        combo.currentIndexChanged.connect(self._kind_changed)
        draw.toggled.connect(self._draw_toggled)
        masks.layerChanged.connect(self.changed)
        self._kind_changed()

    @property
    def kind(self) -> str:
        """Which of the kinds is chosen."""
        return str(self._combo.currentData())

    def choose(self, kind: str) -> None:
        """Choose a kind."""
        self._combo.setCurrentIndex(self._combo.findData(kind))

    def _kind_changed(self, *_: Any) -> None:
        kind = self.kind
        self._draw.setChecked(False)
        self._draw.setVisible(kind in self.areas)
        self._draw.setToolTip(
            tr("Click the corners on the map; a right click or Enter closes the polygon.")
            if kind == POLYGON
            else tr("Drag a rectangle on the map.")
        )
        for widget in (self._masks, self._mask_label):
            widget.setVisible(kind in (SELECTED, MASK))
        for name, area in self.areas.items():
            area.set_visible(name == kind)
        if kind in self.areas:
            self._draw.setChecked(self.areas[kind].geometry is None)
        if kind == SELECTED:
            self._follow_selection()
        self.changed.emit()

    def _follow_selection(self) -> None:
        """Choose the layer in which something is selected, the active one first, where the chosen one has nothing."""
        chosen = self._masks.currentLayer()
        if chosen is not None and chosen.selectedFeatureCount():
            return
        offered = [self._masks.layer(place) for place in range(self._masks.count())]
        active = [layer for layer in offered if layer is self._canvas.currentLayer()]
        selected = [layer for layer in (*active, *offered) if layer is not None and layer.selectedFeatureCount()]
        if selected:
            self._masks.setLayer(selected[0])

    def _draw_toggled(self, active: bool) -> None:
        for name, area in self.areas.items():
            area.set_active(active and name == self.kind)

    def bounds(self, crs: QgsCoordinateReferenceSystem) -> Optional[Bounds]:
        """Return the chosen rectangle in `crs`; None where no rectangle bounds the search.

        Raises:
            ExtentInvalid: Nothing was drawn, or the rectangle has no place in `crs`.
        """
        if self.kind == CANVAS:
            settings = self._canvas.mapSettings()
            return bounds_of(self._canvas.extent(), settings.destinationCrs(), crs)
        if self.kind == RECTANGLE:
            area = self.areas[RECTANGLE]
            return bounds_of(self._drawn().boundingBox(), area.crs, crs)
        return None

    def mask(self) -> Optional[MaskSource]:
        """Return the polygons that bound the search; None where none do.

        Raises:
            ExtentInvalid: Nothing was drawn or selected, or there is no polygon layer.
        """
        if self.kind == POLYGON:
            feature = QgsFeature()
            feature.setGeometry(QgsGeometry(self._drawn()))
            return MaskSource(lambda: iter([feature]), self.areas[POLYGON].crs, feature.geometry().boundingBox())
        if self.kind == MASK:
            return all_polygons(self._mask_layer())
        if self.kind == SELECTED:
            self._follow_selection()
            layer = self._mask_layer()
            if not layer.selectedFeatureCount():
                raise ExtentInvalid(
                    tr('Nothing is selected in the layer "{layer}". Select polygons, or choose another extent.').format(
                        layer=layer.name()
                    )
                )
            return selected_polygons(layer)
        return None

    def _drawn(self) -> QgsGeometry:
        geometry = self.areas[self.kind].geometry
        if geometry is None:
            raise ExtentInvalid(tr("Nothing was drawn yet. Press “Draw” and draw on the map."))
        return geometry

    def _mask_layer(self) -> QgsVectorLayer:
        layer = self._masks.currentLayer()
        if layer is None:
            raise ExtentInvalid(tr("There is no polygon layer. Add one, or search the whole layer."))
        return layer

    def tear_down(self) -> None:
        """Take the map tools and what they drew off the canvas."""
        for area in self.areas.values():
            area.tear_down()


def bounds_of(
    extent: QgsRectangle, source: QgsCoordinateReferenceSystem, target: QgsCoordinateReferenceSystem
) -> Bounds:
    """Return `extent`, of the system `source`, as bounds in `target`; raises ExtentInvalid."""
    moved = to_crs(extent, source, target)
    return moved.xMinimum(), moved.yMinimum(), moved.xMaximum(), moved.yMaximum()
