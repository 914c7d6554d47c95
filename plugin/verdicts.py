"""What becomes of a result after its review: accepted, appended to another layer, or discarded until it is too late."""

from __future__ import annotations

from pathlib import Path
from typing import List, Optional

from qgis.core import (
    Qgis,
    QgsProject,
    QgsProviderConnectionException,
    QgsProviderRegistry,
    QgsVectorLayer,
)
from qgis.gui import QgsMessageBar, QgsMessageBarItem
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QPushButton

from ..rrsis_core.errors import OutputNotWritable
from .append import Append
from .file_lock import only_writer
from .groups import group_of
from .i18n import tr, trn
from .message_bar import push
from .probabilities import shown_probabilities
from .results import ACCEPTED, PROBABILITY, kept_probability
from .runner import Runner
from .task import WorkTask

REGRET_S = 15


class DropTask(WorkTask):
    """Deletes a table of a GeoPackage, and a probability raster that no other layer needs.

    Args:
        file, table: Of the discarded layer.
        probability: The raster; None: another layer needs it.
    """

    def __init__(self, file: Path, table: str, probability: Optional[Path]) -> None:
        super().__init__(tr("Delete discarded objects"))
        self._file = self.writes = file
        self._table = table
        self._probability = probability

    def work(self) -> None:
        """Delete."""
        try:
            connection = QgsProviderRegistry.instance().providerMetadata("ogr").createConnection(str(self._file), {})
            with only_writer(self._file):
                connection.dropVectorTable("", self._table)
            if self._probability is not None:
                self._probability.unlink(missing_ok=True)
        except (QgsProviderConnectionException, OSError) as error:
            raise OutputNotWritable(
                tr('The discarded layer "{table}" is still in {file}: {reason}').format(
                    table=self._table, file=self._file, reason=error
                ),
                path=str(self._file),
            ) from error


class Discarded:
    """A layer taken out of the project, with its place in the tree, so that it can come back."""

    def __init__(self, layer: QgsVectorLayer) -> None:
        project = QgsProject.instance()
        node = project.layerTreeRoot().findLayer(layer.id())
        parent = node.parent() if node is not None else project.layerTreeRoot()
        self.group = parent.name()
        self.place = parent.children().index(node) if node is not None else 0
        self.group_place = parent.parent().children().index(parent) if parent.parent() is not None else 0
        self.name = layer.name()
        self.copy = layer.clone()
        self.file, _, table = layer.source().partition("|layername=")
        self.table = table.split("|")[0]
        self.probability = kept_probability(layer)
        shown = shown_probabilities(layer)
        project.removeMapLayers([layer.id(), *([shown.id()] if shown is not None else [])])

    def bring_back(self) -> QgsVectorLayer:
        """Put it where it was."""
        project = QgsProject.instance()
        project.addMapLayer(self.copy, False)
        group = group_of(project, self.group, self.group_place) if self.group else project.layerTreeRoot()
        group.insertLayer(self.place, self.copy)
        return self.copy

    def drop_task(self) -> Optional[DropTask]:
        """Return the task that deletes it for good; None where it is no table of a file, or another layer shows it."""
        others = [layer for layer in QgsProject.instance().mapLayers().values() if isinstance(layer, QgsVectorLayer)]
        if not self.table or any(layer.source() == self.copy.source() for layer in others):
            return None
        name = self.probability.name if self.probability else ""
        needed = any(Path(str(layer.customProperty(PROBABILITY, ""))).name == name for layer in others)
        self.copy = None
        return DropTask(Path(self.file), self.table, None if needed else self.probability)


class Verdicts(QObject):
    """Carries out what the review decides; lives on the main thread.

    Args:
        runner: Runs tasks and shows problems.
        bar: Where a discarded layer can be brought back.
    """

    changed = pyqtSignal(object)
    brought_back = pyqtSignal(object)

    def __init__(self, runner: Runner, bar: QgsMessageBar) -> None:
        super().__init__()
        self._runner = runner
        self._bar = bar
        self._appends: List[Append] = []
        self._discarded: List[Discarded] = []
        QgsProject.instance().cleared.connect(self._forget)

    def accept(self, layer: QgsVectorLayer, accepted: bool = True) -> None:
        """Note that `layer` is good as it is, or that it is to be reviewed again."""
        layer.setCustomProperty(ACCEPTED, accepted)
        QgsProject.instance().setDirty(True)
        self.changed.emit(layer)

    def append(self, source: QgsVectorLayer, target: QgsVectorLayer) -> None:
        """Append the objects of `source` to `target`."""
        append = Append(source, target)
        self._appends.append(append)
        append.ended.connect(lambda count: self._appended(append, count))
        append.failed.connect(lambda error: self._append_failed(append, error))
        append.start()

    def _appended(self, append: Append, count: int) -> None:
        self._appends.remove(append)
        text = trn(
            "%n object was appended to “{layer}”. Choose that layer to save its edits, or to undo them with Ctrl+Z.",
            "%n objects were appended to “{layer}”. Choose that layer to save its edits, or to undo them with Ctrl+Z.",
            count,
        )
        self._runner.push(text.format(layer=append.title), Qgis.MessageLevel.Success)

    def _append_failed(self, append: Append, error: OutputNotWritable) -> None:
        self._appends.remove(append)
        self._runner.show_problem(error)

    def discard(self, layer: QgsVectorLayer) -> None:
        """Take `layer` out of the project, and delete it once nobody has regretted that for some seconds."""
        discarded = Discarded(layer)
        self._discarded.append(discarded)
        button = QPushButton(tr("Undo"))
        button.setToolTip(tr("Brings the layer back."))
        text = tr("“{layer}” was discarded.").format(layer=discarded.name)
        item = push(self._bar, text, Qgis.MessageLevel.Info, REGRET_S, button)
        button.clicked.connect(lambda: self._regret(discarded, item))
        QTimer.singleShot(1000 * (REGRET_S + 1), lambda: self._delete(discarded))

    def _regret(self, discarded: Discarded, item: QgsMessageBarItem) -> None:
        if discarded in self._discarded:
            self._discarded.remove(discarded)
            self.brought_back.emit(discarded.bring_back())
        self._bar.popWidget(item)

    def _delete(self, discarded: Discarded) -> None:
        if discarded not in self._discarded:
            return
        self._discarded.remove(discarded)
        task = discarded.drop_task()
        if task is not None:
            task.failed.connect(self._runner.show_problem)
            self._runner.start(task)

    def _forget(self) -> None:
        """Leave what was discarded and not deleted yet in its file: the project was closed, perhaps without saving."""
        for discarded in self._discarded:
            discarded.copy = None  # the timer still knows it, and a layer must not outlive QGIS
        self._discarded.clear()

    def tear_down(self) -> None:
        """Stop."""
        QgsProject.instance().cleared.disconnect(self._forget)
        self._forget()
        for append in self._appends:
            append.tear_down()
        self._appends.clear()
