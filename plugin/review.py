"""Reviewing a result: another threshold, smallest area or outline, from the probabilities that the run kept."""

from __future__ import annotations

from typing import List, Optional

from qgis.core import QgsVectorLayer
from qgis.gui import QgsDoubleSpinBox
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QFormLayout, QGroupBox, QHBoxLayout, QSlider, QWidget

from ..rrsis_core.request import VectorSettings
from .histogram import HistogramBar
from .i18n import tr
from .results import PHRASE, kept_probability, remembered_vector

SETTLE_MS = 250


class ReviewPanel(QGroupBox):
    """Controls for the active result layer; a change that has settled asks for polygons anew."""

    review_requested = pyqtSignal(object, object)
    layer_chosen = pyqtSignal(object)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.layer: Optional[QgsVectorLayer] = None
        self._quiet = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MS)
        self._timer.timeout.connect(self.request)
        self._build()
        self.setVisible(False)

    def _build(self) -> None:
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(1, 99)
        self.slider.setToolTip(tr("Lower finds more, higher is surer. The model is not run again."))
        self.spin = _spin(0.99, 0.05, tr("Probability from which a pixel belongs to an object."))
        self.spin.setMinimum(0.01)
        self.min_area = _spin(1e6, 1.0, tr("Smaller polygons are dropped."), " m²")
        self.holes = _spin(1e6, 1.0, tr("Holes up to this size are filled."), " m²")
        self.right_angles = QCheckBox(tr("Right angles"))
        self.right_angles.setToolTip(tr("For things that people made: outlines become rectangular where that fits."))
        self.split = QCheckBox(tr("Part touching objects"))
        self.split.setToolTip(tr("Objects that touch are parted along the valley between their peaks."))
        self.histogram = HistogramBar()
        form = QFormLayout(self)
        form.addRow("", self.histogram)
        form.addRow(tr("Threshold"), _side_by_side(self.slider, self.spin))
        form.addRow(tr("Smallest area"), self.min_area)
        form.addRow(tr("Fill holes up to"), self.holes)
        form.addRow("", self.right_angles)
        form.addRow("", self.split)
        self.slider.valueChanged.connect(lambda value: self.spin.setValue(value / 100))
        self.spin.valueChanged.connect(self._threshold_changed)
        for spin in (self.min_area, self.holes):
            spin.valueChanged.connect(self._changed)
        for box in (self.right_angles, self.split):
            box.toggled.connect(self._changed)

    def set_layer(self, layer: Optional[QgsVectorLayer]) -> None:
        """Show the controls where `layer` is a result whose probabilities are still there, else hide them."""
        reviewable = layer is not None and kept_probability(layer) is not None
        self._timer.stop()
        self.layer = layer if reviewable else None
        self.setVisible(reviewable)
        if self.layer is not None:
            self.setTitle(tr("Review “{phrase}”").format(phrase=self.layer.customProperty(PHRASE, "")))
            self._show(remembered_vector(self.layer))
            self.histogram.set_counts([])
            self.layer_chosen.emit(self.layer)

    def _show(self, settings: VectorSettings) -> None:
        self._quiet = True
        self.spin.setValue(settings.threshold)
        self.min_area.setValue(settings.min_area_m2)
        self.holes.setValue(settings.fill_holes_m2)
        self.right_angles.setChecked(settings.right_angles)
        self.split.setChecked(settings.split_touching)
        self._quiet = False

    def show_counts(self, layer_id: str, counts: List[int]) -> None:
        """Draw the histogram, unless another layer was chosen meanwhile."""
        if self.layer is not None and self.layer.id() == layer_id:
            self.histogram.set_counts(counts)

    def settings(self) -> VectorSettings:
        """Return what the controls say."""
        return VectorSettings(
            threshold=round(self.spin.value(), 2),
            min_area_m2=self.min_area.value(),
            fill_holes_m2=self.holes.value(),
            right_angles=self.right_angles.isChecked(),
            split_touching=self.split.isChecked(),
        )

    def request(self) -> None:
        """Ask for polygons with what the controls say."""
        if self.layer is not None:
            self.review_requested.emit(self.layer, self.settings())

    def _threshold_changed(self, value: float) -> None:
        self.slider.setValue(round(100 * value))
        self.histogram.set_threshold(value)
        self._changed()

    def _changed(self, *_: object) -> None:
        if not self._quiet and self.layer is not None:
            self._timer.start()

    def tear_down(self) -> None:
        """Ask for nothing more."""
        self._timer.stop()
        self.layer = None


def _spin(maximum: float, step: float, tip: str, suffix: str = "") -> QgsDoubleSpinBox:
    spin = QgsDoubleSpinBox()
    spin.setMaximum(maximum)
    spin.setSingleStep(step)
    spin.setSuffix(suffix)
    spin.setToolTip(tip)
    spin.setShowClearButton(False)
    return spin


def _side_by_side(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    for widget in widgets:
        row.addWidget(widget)
    return row
