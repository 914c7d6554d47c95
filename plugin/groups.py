"""The groups of the layer tree in which results lie: named after their raster, and gone with their last layer."""

from __future__ import annotations

from typing import Iterable, Set

from qgis.core import QgsLayerTreeGroup, QgsMapLayer, QgsProject
from qgis.PyQt.QtCore import QObject, QTimer

from .i18n import tr

GROUP = "rrsis/group"  # of a layer: the group that was made for it


def group_title(raster: str) -> str:
    """Return the name of the group for what is found in the layer called `raster`."""
    return tr("Found in {raster}").format(raster=raster)


def group_of(project: QgsProject, title: str, place: int = 0) -> QgsLayerTreeGroup:
    """Return the group of that name, made at `place` of the layer tree where there is none."""
    root = project.layerTreeRoot()
    return root.findGroup(title) or root.insertGroup(place, title)


def insert_into(project: QgsProject, title: str, layer: QgsMapLayer, place: int = 0) -> None:
    """Put `layer`, a layer of `project`, at `place` of the group called `title`, which goes when it has gone."""
    layer.setCustomProperty(GROUP, title)
    group_of(project, title).insertLayer(place, layer)


class EmptyGroups(QObject):
    """Takes the group of results away once its last layer was removed, by whomever; lives on the main thread.

    Groups that a person made or renamed stay, and so do those that hold anything else.
    """

    def __init__(self) -> None:
        super().__init__()
        self._titles: Set[str] = set()
        self._timer = QTimer(self)  # later, since QGIS still knows the nodes that it is removing
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.tidy)
        QgsProject.instance().layersWillBeRemoved.connect(self._note)

    def _note(self, ids: Iterable[str]) -> None:
        layers = [QgsProject.instance().mapLayer(layer_id) for layer_id in ids]
        titles = {str(layer.customProperty(GROUP, "") or "") for layer in layers if layer is not None} - {""}
        if titles:
            self._titles |= titles
            self._timer.start(0)

    def tidy(self) -> None:
        """Remove what is empty."""
        root = QgsProject.instance().layerTreeRoot()
        for title in self._titles:
            group = root.findGroup(title)
            if group is not None and not group.children():
                group.parent().removeChildNode(group)
        self._titles.clear()

    def tear_down(self) -> None:
        """Watch no more."""
        self._timer.stop()
        QgsProject.instance().layersWillBeRemoved.disconnect(self._note)
