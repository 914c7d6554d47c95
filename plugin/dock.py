"""The dock: what to find, in which layer, where and how, as one request."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, List, Optional

from qgis.core import QgsApplication, QgsMapLayer, QgsMapLayerProxyModel, QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.gui import QgsDockWidget, QgsMapCanvas
from qgis.PyQt import uic
from qgis.PyQt.QtCore import pyqtSignal, pyqtSlot
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QMenu, QWidget

from ..rrsis_core.errors import RrsisError
from ..rrsis_core.own_models import find_card
from ..rrsis_core.request import SegmentRequest, VectorSettings
from ..rrsis_core.worker.protocol import Progress
from .algorithms.base import progress_text, stage_title
from .algorithms.segment_by_phrase import numbers
from .extent import LAYER, ExtentChooser
from .gallery import GalleryDialog, example_layer
from .help import HelpKey, show_help
from .hints import hint
from .i18n import tr
from .job import Job, prepare
from .keyboard import hand_on, help_places, order_tabs, tie
from .layers import to_crs
from .looks import LooksPicture, LookTask, looked_at
from .model_panel import ModelPanel
from .preview import LOOKED_AT_PX, preview_bounds, seen_gsd_m
from .probabilities import probability_layers
from .queue_panel import QueuePanel
from .recipe import is_newer, read_recipe, recipe_of
from .results import probability_path, project_geopackage
from .review import ReviewPanel
from .settings import Settings
from .single_click import SingleClick
from .stretch import read_stretch, stretch_text
from .wording import device_titles, shown

UI = Path(__file__).resolve().parent / "dock.ui"
PHRASE_LINES = 6  # seen at once, however large the letters


class SegmentDock(QgsDockWidget):
    """The panel in which a search is described, watched and reviewed.

    Args:
        canvas: The map, for its extent and for drawing.
        parent: QGIS's window.
    """

    segmentation_requested = pyqtSignal(object)
    cancel_requested = pyqtSignal()
    setup_requested = pyqtSignal()
    setup_cancel_requested = pyqtSignal()
    problem_met = pyqtSignal(object)
    report_requested = pyqtSignal()
    options_requested = pyqtSignal()
    example_shown = pyqtSignal(object)
    preview_wanted = pyqtSignal(bool)
    preview_touched = pyqtSignal()
    shown = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        uic.loadUi(str(UI), self)
        self._canvas = canvas
        self._settings = Settings()
        self._running = False
        self.queue = QueuePanel()
        self.gallery = GalleryDialog(self)
        self.review = ReviewPanel()
        self.reviewLayout.addWidget(self.queue)
        self.reviewLayout.addWidget(self.review)
        self._fill()
        self._connect()
        for widget, place in help_places(self):
            widget.setProperty("help", place)
        order_tabs(self)
        SingleClick(self.runButton, self.cancelButton, self.queue.button, self.review.discard)
        self._help = HelpKey(self)
        self.show_hint()
        self.show_running(False)
        self.show_environment("")

    def _fill(self) -> None:
        self.setWindowTitle(tr("RRSIS: find by phrase"))
        self.layerCombo.setFilters(QgsMapLayerProxyModel.Filter.RasterLayer)
        self.model_panel = ModelPanel(self.modelCombo, self.deviceCombo)
        row, _ = self.questionForm.getWidgetPosition(self.modelCombo)
        self.questionForm.insertRow(row + 1, "", self.model_panel)
        self.extent = ExtentChooser(
            self._canvas, self.extentCombo, self.drawButton, self.maskCombo, self.maskComboLabel
        )
        self.looks = LooksPicture(self.bandsEdit, self.stretchEdit)
        self.looks.source, self.looks.layer = self._look, self.layerCombo.currentLayer
        self.bandsLayout.addWidget(self.looks.bands_button)
        self.stretchLayout.addWidget(self.looks.stretch_button)
        self.moreForm.insertRow(self.moreForm.getLayoutPosition(self.stretchLayout)[0] + 1, self.looks)
        self.gsdSpinLabel.setMinimumWidth(self.gsdSpinLabel.sizeHint().width() + 2)  # Qt cuts the l of "pixel" else
        for title, device in device_titles():
            self.deviceCombo.addItem(title, device)
        self.modelCombo.setCurrentIndex(self.modelCombo.findData(self._settings.model))
        self.deviceCombo.setCurrentIndex(self.deviceCombo.findData(self._settings.device))
        self.thresholdSpin.setValue(self._settings.threshold)
        self.thresholdSlider.setValue(round(100 * self._settings.threshold))
        self.minAreaSpin.setValue(self._settings.min_area_m2)
        self._fill_history()
        menu = QMenu(self.menuButton)
        menu.addAction(tr("Copy recipe")).triggered.connect(self.copy_recipe)
        menu.addAction(tr("Paste recipe")).triggered.connect(self.paste_recipe)
        menu.addSeparator()
        menu.addAction(tr("Copy report for those who help")).triggered.connect(self.report_requested)
        menu.addAction(tr("Help")).triggered.connect(lambda: show_help())
        menu.addAction(tr("Settings …")).triggered.connect(self.options_requested)
        self.menuButton.setMenu(menu)

    def _fill_history(self) -> None:
        phrases = self._settings.history
        menu = self.historyButton.menu() or QMenu(self.historyButton)
        menu.clear()
        for phrase in phrases:
            action = menu.addAction(shown(phrase).replace("&", "&&"))
            action.triggered.connect(lambda _=False, text=phrase: self.add_phrase(text))
        self.historyButton.setMenu(menu)
        self.historyButton.setEnabled(bool(phrases))

    def _connect(self) -> None:
        tie(self.thresholdSlider, self.thresholdSpin)
        self.phrasesEdit.textChanged.connect(self._update_run)
        self.layerCombo.layerChanged.connect(self._update_run)
        self.examplesButton.clicked.connect(self.show_gallery)
        self.gallery.chosen.connect(self.try_example)
        for changed in (
            self.phrasesEdit.textChanged,
            self.layerCombo.layerChanged,
            self.modelCombo.currentIndexChanged,
            self.thresholdSpin.valueChanged,
            self.gsdSpin.valueChanged,
            self.bandsEdit.textChanged,
            self.stretchEdit.textChanged,
        ):
            changed.connect(lambda *_: self.preview_touched.emit())
            changed.connect(self.show_hint)
        self.layerCombo.layerChanged.connect(self.looks.touch)
        self._canvas.extentsChanged.connect(self.looks.touch)
        self.previewButton.toggled.connect(self.preview_wanted)
        self.runButton.clicked.connect(self.request_segmentation)
        self.cancelButton.clicked.connect(self.cancel_requested)
        self.setupButton.clicked.connect(self.setup_requested)
        self.setupCancelButton.clicked.connect(self.setup_cancel_requested)
        self._update_run()

    def showEvent(self, event: QShowEvent) -> None:
        """Say that the dock is seen, so that the environment is looked at."""
        super().showEvent(event)
        lines = PHRASE_LINES * self.phrasesEdit.fontMetrics().lineSpacing()
        self.phrasesEdit.setMaximumHeight(max(lines, self.phrasesEdit.maximumHeight()))
        self.model_panel.refresh()
        self.shown.emit()

    def take_settings(self) -> None:
        """Show what was changed in QGIS's Options dialog: the processor, and whether the environment is there."""
        self.deviceCombo.setCurrentIndex(self.deviceCombo.findData(self._settings.device))
        self.shown.emit()

    def follow(self, layer: Optional[QgsMapLayer]) -> None:
        """Choose `layer` where it is a raster, and offer it for review where it is a result of ours."""
        self.leave_probabilities_out()
        if isinstance(layer, QgsRasterLayer) and layer not in self.layerCombo.exceptedLayerList():
            self.layerCombo.setLayer(layer)
        self.review.set_layer(layer if isinstance(layer, QgsVectorLayer) else None)

    def leave_probabilities_out(self) -> None:
        """Offer no layer that shows probabilities as imagery."""
        self.layerCombo.setExceptedLayerList(probability_layers())

    def add_phrase(self, phrase: str) -> None:
        """Append `phrase` as a line of its own."""
        lines = self.phrases()
        if phrase not in lines:
            self.phrasesEdit.setPlainText("\n".join([*lines, phrase]))

    def show_gallery(self) -> None:
        """Show pictures of what phrases mean."""
        self.gallery.open_for(self.layerCombo.currentLayer() is not None)

    def try_example(self, phrase: str, on_example: bool) -> None:
        """Append `phrase`; or search for it alone, at once, in the example picture."""
        if not on_example:
            self.add_phrase(phrase)
            return
        layer = example_layer()
        if layer is not None:
            self.layerCombo.setLayer(layer)
            self.extent.choose(LAYER)
            self.phrasesEdit.setPlainText(phrase)
            self.example_shown.emit(layer)
            self.request_segmentation()

    def phrases(self) -> List[str]:
        """Return the phrases as typed, without empty lines."""
        return [line.strip() for line in self.phrasesEdit.toPlainText().splitlines() if line.strip()]

    def show_hint(self, *_: Any) -> None:
        """Say what is likely to go wrong with what the controls ask, before anybody waits for it."""
        layer = self.layerCombo.currentLayer()
        text = "" if layer is None else hint(layer, self.model_panel.card, self.phrases(), self.gsdSpin.value() or None)
        self.hintLabel.setText(text)
        self.hintLabel.setVisible(bool(text))

    def _update_run(self, *_: Any) -> None:
        ready = bool(self.phrases()) and self.layerCombo.currentLayer() is not None
        self.runButton.setText(tr("Find next") if self._running else tr("Find"))
        self.runButton.setEnabled(ready and self.setupFrame.isHidden())
        self.previewButton.setEnabled(self.runButton.isEnabled() or self.previewButton.isChecked())

    @pyqtSlot()
    def request_segmentation(self) -> None:
        """Turn the controls into a job and ask for it, or say what is wrong with them."""
        try:
            job = self.job()
        except RrsisError as error:
            self.problem_met.emit(error)
            return
        self._remember()
        self.segmentation_requested.emit(job)

    def job(self) -> Job:
        """Return what the controls describe; raises RrsisError where that cannot be searched for."""
        layer = self.layerCombo.currentLayer()
        geopackage = project_geopackage(QgsProject.instance())
        return prepare(
            layer,
            self._request(layer, str(probability_path(geopackage))),
            mask=self.extent.mask(),
            geopackage=geopackage,
            max_tiles=self._settings.max_tiles,
        )

    def _look(self) -> Optional[LookTask]:
        """Return the task that draws what the model sees; None where that cannot be drawn."""
        layer = self.layerCombo.currentLayer()
        if layer is None or not layer.isValid() or layer.providerType() != "gdal":
            return None
        try:
            request = self._request(None, "")
            visible = to_crs(self._canvas.extent(), self._canvas.mapSettings().destinationCrs(), layer.crs())
        except RrsisError:
            return None
        pixel = (layer.rasterUnitsPerPixelX(), layer.rasterUnitsPerPixelY())
        area = looked_at(layer.extent(), pixel, visible)
        return LookTask(layer.dataProvider().clone(), area, request.bands, request.stretch, request.stretch_values)

    def preview_job(self) -> Job:
        """Return the job of looking at the middle of the visible map; raises RrsisError."""
        layer = self.layerCombo.currentLayer()
        request = self._request(None, "")
        if layer is not None:
            side_m = LOOKED_AT_PX * seen_gsd_m(layer, find_card(request.model), request.gsd_m)
            area = preview_bounds(layer, self._canvas.extent(), self._canvas.mapSettings().destinationCrs(), side_m)
            bounds = (area.xMinimum(), area.yMinimum(), area.xMaximum(), area.yMaximum())
            request = replace(request, bounds=bounds)
        return prepare(layer, request, max_tiles=self._settings.max_tiles)

    def _request(self, layer: Optional[QgsRasterLayer], probability: str) -> SegmentRequest:
        percentiles, values = read_stretch(self.stretchEdit.text())
        return SegmentRequest(
            raster="",
            phrases=tuple(self.phrases()),
            output="",
            model=self.modelCombo.currentData(),
            bounds=None if layer is None else self.extent.bounds(layer.crs()),
            bands=numbers(self.bandsEdit.text(), 3, int, tr("Bands")),
            stretch=percentiles,
            stretch_values=values,
            gsd_m=self.gsdSpin.value() or None,
            vector=VectorSettings(threshold=self.thresholdSpin.value(), min_area_m2=self.minAreaSpin.value()),
            probability=probability or None,
            device=self.deviceCombo.currentData(),
        )

    @pyqtSlot()
    def copy_recipe(self) -> None:
        """Put what the controls ask, without any path, on the clipboard."""
        try:
            request = self._request(None, "")
        except RrsisError as error:
            self.problem_met.emit(error)
            return
        QgsApplication.clipboard().setText(recipe_of(request).to_text())
        self.show_status(tr("The recipe is on the clipboard."))

    @pyqtSlot()
    def paste_recipe(self) -> None:
        """Set the controls as a recipe on the clipboard says, and say what of it could not be followed."""
        text = QgsApplication.clipboard().text()
        try:
            recipe = read_recipe(text)
        except RrsisError as error:
            self.problem_met.emit(error)
            return
        self.phrasesEdit.setPlainText("\n".join(recipe.phrases))
        if self.modelCombo.findData(recipe.model) >= 0:
            self.modelCombo.setCurrentIndex(self.modelCombo.findData(recipe.model))
        self.thresholdSpin.setValue(recipe.threshold)
        self.minAreaSpin.setValue(recipe.min_area_m2)
        self.bandsEdit.setText(",".join(map(str, recipe.bands or ())))
        self.stretchEdit.setText(stretch_text(recipe.stretch, recipe.stretch_values))
        self.gsdSpin.setValue(recipe.gsd_m or 0.0)
        said = [tr("The controls are set as the recipe says.")]
        if recipe.model and self.modelCombo.currentData() != recipe.model:
            said.append(tr("Its model “{model}” is not here: another stays chosen.").format(model=recipe.model[:60]))
        if is_newer(text):
            said.append(tr("A later version wrote it: what this one does not know was left aside."))
        self.show_status(" ".join(said))

    def _remember(self) -> None:
        self._settings.model = self.modelCombo.currentData()
        self._settings.device = self.deviceCombo.currentData()
        self._settings.threshold = self.thresholdSpin.value()
        self._settings.min_area_m2 = self.minAreaSpin.value()
        self._settings.remember(self.phrases())
        self._fill_history()

    def show_running(self, running: bool) -> None:
        """Show whether a search is under way."""
        self._running = running
        if not running:
            hand_on(self.cancelButton, self.runButton)
        self.cancelButton.setVisible(running)
        self.progressBar.setVisible(running)
        self.progressBar.setRange(0, 0)
        self.statusLabel.setVisible(running or bool(self.statusLabel.text()))
        self._update_run()

    def show_progress(self, progress: Progress) -> None:
        """Show how far the search is."""
        self.progressBar.setRange(0, progress.total)
        self.progressBar.setValue(progress.done)
        self.show_status(progress_text(progress) if progress.total else f"{stage_title(progress.stage)} …")

    def show_status(self, text: str) -> None:
        """Show one line below the buttons."""
        self.statusLabel.setText(text)
        self.statusLabel.setVisible(bool(text))

    def show_environment(self, missing: str) -> None:
        """Show what setting up means, or, with "", that nothing is missing."""
        self.setupLabel.setText(missing)
        if not missing:
            hand_on(self.setupFrame, self.phrasesEdit)
        self.setupFrame.setVisible(bool(missing))
        self.show_setting_up(False)

    def show_setting_up(self, busy: bool, text: str = "", percent: Optional[float] = None) -> None:
        """Show how far the set-up is; `percent` None: nobody knows."""
        leaving, coming = self.setupCancelButton, self.setupButton
        if busy:
            leaving, coming = coming, leaving
        coming.setVisible(True)
        coming.setEnabled(True)
        hand_on(leaving, coming)
        self.setupButton.setEnabled(not busy)
        self.setupCancelButton.setVisible(busy)
        self.setupProgress.setVisible(busy)
        self.setupProgress.setRange(0, 0 if percent is None else 100)
        self.setupProgress.setValue(round(percent or 0))
        if text:
            self.setupLabel.setText(text)
        self._update_run()

    def tear_down(self) -> None:
        """Take the map tools and what they drew off the canvas."""
        self._canvas.extentsChanged.disconnect(self.looks.touch)
        self.looks.tear_down()
        self.extent.tear_down()
        self.review.tear_down()
