"""The plugin: makes the objects, wires them, and takes everything away again."""

from __future__ import annotations

import gc
from typing import Any, Optional

from qgis.core import QgsApplication, QgsMapLayer, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QObject, Qt, QTimer
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QMenu

from ..rrsis_core.errors import RrsisError
from ..rrsis_core.request import VectorSettings
from ..rrsis_core.worker.client import WorkerClient
from ..rrsis_core.worker.environment import find_python
from .dock import SegmentDock
from .groups import EmptyGroups
from .help import ToolboxHelp
from .i18n import load_translator, tr
from .model_action import ModelMenu
from .options import OptionsFactory
from .preview import Previewer
from .probabilities import show_probabilities
from .provider import ICON, RrsisProvider
from .runner import Runner
from .settings import Settings
from .setup import Setup
from .verdicts import Verdicts

COLLECT_MS = 500


class RrsisPlugin(QObject):
    """What QGIS loads; `unload` undoes `initGui` line by line.

    Args:
        iface: QGIS's interface; None in qgis_process.
    """

    def __init__(self, iface: Any) -> None:
        super().__init__()
        self.iface = iface
        self.provider: Optional[RrsisProvider] = None
        self.translator = load_translator()
        self.client = WorkerClient(find=lambda: find_python(Settings().python))

    def initProcessing(self) -> None:
        """Add the algorithms, in the user's language; QGIS calls it alone in qgis_process."""
        if self.translator is not None:
            QCoreApplication.installTranslator(self.translator)
        self.provider = RrsisProvider(self.client)
        QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self) -> None:
        """Add everything that is seen."""
        self.initProcessing()
        self.dock = SegmentDock(self.iface.mapCanvas(), self.iface.mainWindow())
        self.iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.action = QAction(QIcon(str(ICON)), tr("Find by phrase"), self.iface.mainWindow())
        self.action.setCheckable(True)
        self.iface.addRasterToolBarIcon(self.action)
        self.iface.addPluginToRasterMenu("RRSIS", self.action)
        self.runner = Runner(self.client, self.iface.messageBar())
        self.setup = Setup(self.dock, self.runner)
        self.previewer = Previewer(self.iface.mapCanvas(), self.client, self.dock.preview_job, self.runner.start)
        self.verdicts = Verdicts(self.runner, self.iface.messageBar())
        self.groups = EmptyGroups()
        self.options = OptionsFactory()
        self.iface.registerOptionsWidgetFactory(self.options)
        self.toolbox_help = ToolboxHelp(self.provider.id())
        self.model_menu = ModelMenu(self.provider.id(), self.iface)
        self._wire()

    def _wire(self) -> None:
        self.dock.setToggleVisibilityAction(self.action)
        self.action.triggered.connect(self._begin_to_type)
        self.dock.segmentation_requested.connect(self.runner.segment)
        self.dock.cancel_requested.connect(self.runner.cancel)
        self.dock.looks.look_requested.connect(self.runner.start)
        self.dock.preview_wanted.connect(self.previewer.set_wanted)
        self.dock.preview_touched.connect(self.previewer.touch)
        self.runner.running_changed.connect(self.previewer.hold)
        self.previewer.told.connect(self.dock.show_status)
        self.previewer.failed.connect(self._preview_failed)
        self.dock.problem_met.connect(self.runner.show_problem)
        self.dock.review.review_requested.connect(self.runner.review)
        self.dock.review.layer_chosen.connect(self.runner.count_probabilities)
        self.runner.counted.connect(self.dock.review.show_counts)
        self.runner.review_failed.connect(self.dock.review.take_back)
        self.runner.lowered.connect(self._lower)
        self.dock.review.accepted.connect(self.verdicts.accept)
        self.dock.review.discarded.connect(self.verdicts.discard)
        # QGIS draws the map anew by itself where a layer comes, not where one goes
        self.dock.review.discarded.connect(lambda _layer: self.iface.mapCanvas().refresh())
        self.dock.review.append_requested.connect(self.verdicts.append)
        self.dock.review.probabilities_requested.connect(show_probabilities)
        self.dock.review.probabilities_requested.connect(lambda _layer: self.dock.leave_probabilities_out())
        self.verdicts.changed.connect(self.dock.review.look_again)
        self.verdicts.brought_back.connect(self.iface.setActiveLayer)
        self.dock.report_requested.connect(self.runner.copy_report)
        self.dock.example_shown.connect(self._zoom_to)
        self.dock.options_requested.connect(self._show_options)
        self.options.applied.connect(self.dock.take_settings)
        self.runner.running_changed.connect(self.dock.show_running)
        self.dock.model_panel.fetch_requested.connect(self.runner.fetch_model)
        self.dock.model_panel.add_requested.connect(self.runner.add_model)
        self.dock.model_panel.cancel_requested.connect(self.runner.stop_fetching)
        self.runner.fetched.connect(self.dock.model_panel.show_fetching)
        self.runner.queue_changed.connect(self.dock.queue.show_waiting)
        self.dock.queue.removal_requested.connect(self.runner.remove_waiting)
        self.runner.progressed.connect(self.dock.show_progress)
        self.runner.status_changed.connect(self.dock.show_status)
        self.runner.published.connect(self._show_first)
        self.iface.currentLayerChanged.connect(self.dock.follow)
        self.dock.follow(self.iface.activeLayer())
        QgsApplication.instance().aboutToQuit.connect(self.client.close)

    def _begin_to_type(self, opened: bool) -> None:
        if opened:
            self.dock.phrasesEdit.setFocus()

    def _show_first(self, layers: Any) -> None:
        if layers:
            self.iface.setActiveLayer(layers[0])

    def _lower(self, layer: QgsVectorLayer, settings: VectorSettings) -> None:
        self.iface.setActiveLayer(layer)
        self.dock.review.take(layer, settings)

    def _preview_failed(self, error: RrsisError) -> None:
        self.dock.previewButton.setChecked(False)
        self.runner.show_problem(error)

    def _zoom_to(self, layer: QgsMapLayer) -> None:
        self.iface.setActiveLayer(layer)
        self.iface.zoomToActiveLayer()

    def _show_options(self) -> None:
        self.iface.showOptionsDialog(self.iface.mainWindow(), "RRSIS")

    def unload(self) -> None:
        """Take everything away, the worker too."""
        if self.iface is not None:
            QgsApplication.instance().aboutToQuit.disconnect(self.client.close)
            self.iface.currentLayerChanged.disconnect(self.dock.follow)
            self.model_menu.tear_down()
            self.toolbox_help.tear_down()
            self.iface.unregisterOptionsWidgetFactory(self.options)
            self.groups.tear_down()
            self.previewer.tear_down()
            self.verdicts.tear_down()
            self.setup.tear_down()
            self.runner.tear_down()
            self.iface.removePluginRasterMenu("RRSIS", self.action)
            for menu in self.iface.mainWindow().findChildren(QMenu, "RRSIS"):
                if menu.isEmpty():  # QGIS takes it out of sight alone
                    menu.deleteLater()
            self.iface.removeRasterToolBarIcon(self.action)
            self.action.deleteLater()
            self.dock.tear_down()
            self.iface.removeDockWidget(self.dock)
            self.dock.deleteLater()
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
        if self.translator is not None:
            QCoreApplication.removeTranslator(self.translator)
        self.client.close()
        # When Qt has let go of the dock's widgets too; else they are collected whenever some thread happens to.
        QTimer.singleShot(COLLECT_MS, gc.collect)
