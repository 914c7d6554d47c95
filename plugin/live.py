"""Polygons in the map while a search is still running: temporary layers that the results replace."""

from __future__ import annotations

from typing import Dict, List, Optional, Sequence

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsGeometry,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QByteArray, QObject, QTimer

from ..rrsis_core.worker.protocol import Found
from .groups import group_title, insert_into
from .i18n import tr
from .results import style
from .wording import shown

EVERY_MS = 300
DEFINITION = "MultiPolygon?field=phrase:string(0,0)&field=prob_mean:double"
AT_ONCE = 300  # features added in one go: the main thread is kept for some milliseconds alone
UNASKED = "skipMemoryLayersCheck"  # QGIS does not ask about such a layer when the project is closed


def features_of(found: Found) -> List[QgsFeature]:
    """Return the polygons of a message as features, those that can be read; any thread."""
    features = []
    for polygon in found.polygons:
        geometry = QgsGeometry()
        geometry.fromWkb(QByteArray.fromHex(str(polygon.get("wkb", "")).encode("ascii", "replace")))
        if geometry.isNull() or not geometry.convertToMultiType():
            continue
        feature = QgsFeature()
        feature.setGeometry(geometry)
        feature.setAttributes([found.phrase, polygon.get("prob_mean")])
        features.append(feature)
    return features


class LiveLayers(QObject):
    """The temporary layers of the search under way, one a phrase; lives on the main thread.

    Features wait here and are added a few at a time, so that a burst of them never holds the map up.
    """

    def __init__(self) -> None:
        super().__init__()
        self._source = ""
        self._crs = QgsCoordinateReferenceSystem()
        self._open = False
        self._ids: Dict[str, str] = {}
        self._waiting: Dict[str, List[QgsFeature]] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.flush)

    def begin(self, source: str, crs: QgsCoordinateReferenceSystem) -> None:
        """Expect the polygons of a search in the raster `source`, in its `crs`."""
        self.drop()
        self._source, self._crs, self._open = source, crs, True

    def add(self, phrase: str, features: Sequence[QgsFeature]) -> None:
        """Show `features` soon; they are left aside once the search has ended."""
        if not self._open:
            return
        self._waiting.setdefault(phrase, []).extend(features)
        if not self._timer.isActive():
            self._timer.start()

    def flush(self) -> None:
        """Add the next few features of each phrase."""
        for phrase, features in list(self._waiting.items()):
            some, rest = features[:AT_ONCE], features[AT_ONCE:]
            layer = self._layer(phrase)
            if layer is None or not some:
                del self._waiting[phrase]
                continue
            layer.dataProvider().addFeatures(some, QgsFeatureSink.Flag.FastInsert)
            layer.updateExtents()
            layer.triggerRepaint()
            self._waiting[phrase] = rest
        if not any(self._waiting.values()):
            self._timer.stop()

    def layers(self) -> Dict[str, QgsVectorLayer]:
        """Return those that are still in the project, by phrase."""
        project = QgsProject.instance()
        layers = {phrase: project.mapLayer(layer_id) for phrase, layer_id in self._ids.items()}
        return {phrase: layer for phrase, layer in layers.items() if isinstance(layer, QgsVectorLayer)}

    def drop(self) -> None:
        """Take the temporary layers away; the results are there, or nothing was found."""
        self._forget()
        ids, self._ids = list(self._ids.values()), {}
        QgsProject.instance().removeMapLayers(ids)

    def keep(self) -> int:
        """Leave what there is to the user, since the search broke off, and return the number of polygons."""
        while any(self._waiting.values()):
            self.flush()
        self._forget()
        layers, self._ids = self.layers(), {}
        for phrase, layer in layers.items():
            layer.removeCustomProperty(UNASKED)
            layer.setName(tr("{phrase} (unfinished)").format(phrase=shown(phrase)))
        return sum(layer.featureCount() for layer in layers.values())

    def _forget(self) -> None:
        self._open = False
        self._timer.stop()
        self._waiting.clear()

    def _layer(self, phrase: str) -> Optional[QgsVectorLayer]:
        """Return the layer of `phrase`, made at its first polygon; None where the user has removed it."""
        if phrase in self._ids:
            return self.layers().get(phrase)
        project = QgsProject.instance()
        layer = QgsVectorLayer(DEFINITION, tr("{phrase} (searching …)").format(phrase=shown(phrase)), "memory")
        layer.setCrs(self._crs)
        layer.setCustomProperty(UNASKED, 1)
        style(layer, phrase)
        project.addMapLayer(layer, False)
        insert_into(project, group_title(self._source), layer)
        self._ids[phrase] = layer.id()
        return layer
