"""Appending the objects of one layer to another, a few at a time, as one step that QGIS can undo."""

from __future__ import annotations

import time
from typing import Iterator, List, Optional

from qgis.core import (
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeature,
    QgsFeatureRequest,
    QgsMapLayer,
    QgsProject,
    QgsVectorDataProvider,
    QgsVectorLayer,
    QgsVectorLayerUtils,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..rrsis_core.errors import OutputNotWritable
from .i18n import tr

TICK_S = 0.015  # of the main thread, before it is given back


def can_take(target: QgsMapLayer, source: QgsVectorLayer) -> bool:
    """Return whether polygons of `source` can be appended to `target`."""
    if not isinstance(target, QgsVectorLayer) or target.id() == source.id() or not target.isValid():
        return False
    if target.geometryType() != QgsWkbTypes.GeometryType.PolygonGeometry or target.readOnly():
        return False
    return bool(target.dataProvider().capabilities() & QgsVectorDataProvider.Capability.AddFeatures)


def targets_for(source: QgsVectorLayer) -> List[QgsVectorLayer]:
    """Return the layers of the project that can take the polygons of `source`, by name."""
    layers = QgsProject.instance().mapLayers().values()
    return sorted((layer for layer in layers if can_take(layer, source)), key=lambda layer: layer.name().lower())


class Append(QObject):
    """One appending under way; lives on the main thread, of which it takes some milliseconds at a time.

    The target is left in edit mode: the user looks, and saves or undoes.

    Args:
        source, target: Layers of the project.
    """

    ended = pyqtSignal(int)
    failed = pyqtSignal(object)

    def __init__(self, source: QgsVectorLayer, target: QgsVectorLayer) -> None:
        super().__init__()
        self._source_id, self._target_id = source.id(), target.id()
        self.title = target.name()
        self.count = 0
        self._features: Optional[Iterator[QgsFeature]] = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Begin; `ended` or `failed` follows."""
        source, target = self._layer(self._source_id), self._layer(self._target_id)
        if source is None or target is None or not (target.isEditable() or target.startEditing()):
            self.failed.emit(OutputNotWritable(tr('The layer "{layer}" cannot be edited.').format(layer=self.title)))
            return
        context = QgsProject.instance().transformContext() if QgsProject.instance() else QgsCoordinateTransformContext()
        request = QgsFeatureRequest()
        request.setDestinationCrs(target.crs(), context)
        self._features = source.getFeatures(request)
        target.beginEditCommand(tr("Append found objects"))
        self._timer.start(0)

    @staticmethod
    def _layer(layer_id: str) -> Optional[QgsVectorLayer]:
        layer = QgsProject.instance().mapLayer(layer_id)
        return layer if isinstance(layer, QgsVectorLayer) else None

    def _tick(self) -> None:
        target = self._layer(self._target_id)
        if target is None or not target.isEditable() or self._layer(self._source_id) is None:
            self._stop(target)
            self.failed.emit(OutputNotWritable(tr("A layer was closed while objects were being appended.")))
            return
        until = time.monotonic() + TICK_S
        while time.monotonic() < until:
            try:
                feature = next(self._features or iter(()), None)
            except QgsCsException:
                continue  # an object outside the target's coordinate system
            if feature is None:
                self._stop(target)
                self.ended.emit(self.count)
                return
            self.count += self._add(feature, target)

    def _add(self, found: QgsFeature, target: QgsVectorLayer) -> int:
        """Add one feature, or its parts where the target holds single polygons; return how many were added."""
        fields = target.fields()
        keys = {fields.at(index).name() for index in target.primaryKeyAttributes()}
        feature = QgsFeature(fields)
        feature.setGeometry(found.geometry())
        for field in found.fields():
            if field.name() not in keys and fields.indexOf(field.name()) >= 0:
                feature.setAttribute(field.name(), found.attribute(field.name()))
        parts = QgsVectorLayerUtils.makeFeatureCompatible(feature, target)
        return len(parts) if target.addFeatures(parts) else 0

    def _stop(self, target: Optional[QgsVectorLayer]) -> None:
        self._timer.stop()
        self._features = None
        if target is not None and target.isEditable():
            target.endEditCommand()
            target.triggerRepaint()

    def tear_down(self) -> None:
        """Stop at once."""
        if self._timer.isActive():
            self._stop(self._layer(self._target_id))
