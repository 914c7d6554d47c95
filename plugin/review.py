"""Reviewing a result: another threshold, smallest area or outline, from the probabilities that the run kept."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import Any, Callable, Dict, List, Optional

from qgis.core import QgsProject, QgsVectorLayer
from qgis.gui import QgsDoubleSpinBox
from qgis.PyQt.QtCore import QSize, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QGridLayout,
    QGroupBox,
    QLabel,
    QMenu,
    QSizePolicy,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..rrsis_core.request import VectorSettings
from .append import targets_for
from .histogram import HistogramBar
from .i18n import tr
from .keyboard import hand_on, tie
from .results import ACCEPTED, PHRASE, kept_probability, remembered_vector
from .wording import shown

SETTLE_MS = 250
BOLD = 0.8  # of the width holds the title's letters, which QGIS writes bold, as measured for plain ones
STEPS = 50  # that can be undone
AUTOMATIC_M = -0.1  # of the outline's tolerance

Steps = Dict[str, List[VectorSettings]]


class ReviewPanel(QGroupBox):
    """Controls for the active result layer; a change that has settled asks for polygons anew."""

    review_requested = pyqtSignal(object, object)
    layer_chosen = pyqtSignal(object)
    accepted = pyqtSignal(object, bool)
    discarded = pyqtSignal(object)
    append_requested = pyqtSignal(object, object)
    probabilities_requested = pyqtSignal(object)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.layer: Optional[QgsVectorLayer] = None
        self._quiet = False
        self._asked = VectorSettings()
        self._joins = False  # whether the next request is of the same step: the slider was held at the last one
        self._past: Steps = {}
        self._future: Steps = {}
        self._watched: Dict[str, Callable[[], None]] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MS)
        self._timer.timeout.connect(self.request)
        self._build()
        self._connect()
        self.setVisible(False)

    def _build(self) -> None:
        self.controls = QWidget()
        form = QFormLayout(self.controls)
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)  # some languages say the same in more letters
        self.histogram = HistogramBar()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(1, 99)
        self.slider.setToolTip(tr("Lower finds more, higher is surer. The model is not run again."))
        self.spin = _spin(0.99, 0.05, tr("Probability from which a pixel belongs to an object."))
        self.spin.setMinimum(0.01)
        for control in (self.slider, self.spin):
            control.setAccessibleName(tr("Threshold"))
        self.min_area = _spin(1e6, 1.0, tr("Smaller polygons are dropped."), " m²")
        self.holes = _spin(1e6, 1.0, tr("Holes up to this size are filled."), " m²")
        self.simplify = _spin(100.0, 0.1, tr("Outlines may move by as much, and lose corners in return."), " m")
        self.simplify.setMinimum(AUTOMATIC_M)
        self.simplify.setSpecialValueText(tr("automatic"))
        self.right_angles = QCheckBox(tr("Right angles"))
        self.right_angles.setToolTip(tr("For things that people made: outlines become rectangular where that fits."))
        self.split = QCheckBox(tr("Part touching objects"))
        self.split.setToolTip(tr("Objects that touch are parted along the valley between their peaks."))
        form.addRow(self.histogram)
        form.addRow(self.slider)  # as wide as the histogram above it: beside the number, a narrow dock left it no way
        form.addRow(tr("Threshold"), self.spin)
        form.addRow(tr("Smallest area"), self.min_area)
        form.addRow(tr("Fill holes up to"), self.holes)
        form.addRow(tr("Smooth outlines by"), self.simplify)
        form.addRow(self.right_angles)
        form.addRow(self.split)
        self.done = QLabel(tr("Accepted."))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)  # docks are narrow
        layout.addWidget(self.done)
        layout.addWidget(self.controls)
        layout.addLayout(self._buttons())

    def _buttons(self) -> QGridLayout:
        self.undo = _button(tr("Undo"), tr("Goes back to the settings before the last change."))
        self.redo = _button(tr("Redo"), tr("Goes forward again to the settings that were undone."))
        self.accept = _button(tr("Accept"), tr("Keeps the objects as they are and ends the review."))
        self.again = _button(tr("Review again"), tr("Shows the controls again."))
        self.discard = _button(
            tr("Discard"), tr("Takes the layer out of the project; for a moment that can be undone.")
        )
        self.append = _button(tr("Append to"), tr("Copies the objects into another polygon layer of the project."))
        self.append.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.append.setMenu(QMenu(self.append))
        self.probabilities = _button(
            tr("Probability"), tr("Shows below the objects how sure the model is at each place, or hides it again.")
        )
        grid = QGridLayout()
        places = ((self.undo, 0, 0), (self.redo, 0, 1), (self.accept, 1, 0), (self.again, 1, 0), (self.discard, 1, 1))
        for button, row, column in (*places, (self.append, 2, 0), (self.probabilities, 2, 1)):  # two: docks are narrow
            grid.addWidget(button, row, column)
        return grid

    def _connect(self) -> None:
        tie(self.slider, self.spin)
        self.slider.sliderReleased.connect(self._let_go)
        self.spin.valueChanged.connect(self._threshold_changed)
        for spin in (self.min_area, self.holes, self.simplify):
            spin.valueChanged.connect(self._changed)
        for box in (self.right_angles, self.split):
            box.toggled.connect(self._changed)
        self.undo.clicked.connect(lambda: self._go(self._past, self._future))
        self.redo.clicked.connect(lambda: self._go(self._future, self._past))
        self.accept.clicked.connect(lambda: self._tell(self.accepted, True))
        self.again.clicked.connect(lambda: self._tell(self.accepted, False))
        self.discard.clicked.connect(lambda: self._tell(self.discarded))
        self.probabilities.clicked.connect(lambda: self._tell(self.probabilities_requested))
        self.append.menu().aboutToShow.connect(self.list_targets)
        QgsProject.instance().layersWillBeRemoved.connect(self._let_layers_go)

    def _let_layers_go(self, layer_ids: List[str]) -> None:
        if self.layer is not None and self.layer.id() in layer_ids:
            self.set_layer(None)

    def set_layer(self, layer: Optional[QgsVectorLayer]) -> None:
        """Show the controls where `layer` is a result whose probabilities are still there, else hide them."""
        reviewable = layer is not None and kept_probability(layer) is not None
        self._timer.stop()
        self.layer = layer if reviewable else None
        self.setVisible(reviewable)
        if self.layer is None:
            return
        self._watch(self.layer)
        button = next((one for one in (self.accept, self.again) if one.hasFocus()), None)
        closed = str(self.layer.customProperty(ACCEPTED, "")).lower() in ("true", "1")
        for widget in (self.controls, self.undo, self.redo, self.accept):
            widget.setVisible(not closed)
        for widget in (self.done, self.again):
            widget.setVisible(closed)
        if button is not None:
            (self.again if closed else self.accept).setFocus()
        self._entitle()
        self._show(remembered_vector(self.layer))
        self.histogram.set_counts([])
        self.layer_chosen.emit(self.layer)

    def _entitle(self) -> None:
        """Name the phrase in the title, as much of it as there is room for."""
        if self.layer is None:
            return
        phrase, title = shown(str(self.layer.customProperty(PHRASE, ""))), tr("Review “{phrase}”")
        font = self.fontMetrics()
        room = self.width() * BOLD - font.horizontalAdvance(title.format(phrase=""))
        short = font.elidedText(phrase, Qt.TextElideMode.ElideRight, max(0, round(room)))
        self.setTitle(title.format(phrase=short.replace("&", "&&")))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the title anew."""
        super().resizeEvent(event)
        self._entitle()

    def minimumSizeHint(self) -> QSize:
        """Ask for no room for the title: no phrase widens the dock."""
        return QSize(self.layout().totalMinimumSize().width(), super().minimumSizeHint().height())

    def _watch(self, layer: QgsVectorLayer) -> None:
        """Take saved edits of `layer` by hand as its acceptance, so that no slider makes its polygons anew."""
        if layer.id() not in self._watched:
            slot = partial(self._edited, layer.id())
            self._watched[layer.id()] = slot
            layer.afterCommitChanges.connect(slot)

    def _edited(self, layer_id: str) -> None:
        layer = QgsProject.instance().mapLayer(layer_id)
        if layer is not None:
            self.accepted.emit(layer, True)

    def _show(self, settings: VectorSettings) -> None:
        self._quiet = True
        self.spin.setValue(settings.threshold)
        self.min_area.setValue(settings.min_area_m2)
        self.holes.setValue(settings.fill_holes_m2)
        self.simplify.setValue(AUTOMATIC_M if settings.simplify_m is None else settings.simplify_m)
        self.right_angles.setChecked(settings.right_angles)
        self.split.setChecked(settings.split_touching)
        self._quiet = self._joins = False
        self._asked = settings
        self._show_steps()

    def take_back(self, layer_id: str) -> None:
        """Show how the polygons of that layer are made, since they could not be made as last asked."""
        if self.layer is None or self.layer.id() != layer_id or self._timer.isActive():
            return
        made, past = remembered_vector(self.layer), self._past.get(layer_id)
        if past and past[-1] == made:
            past.pop()
        self._show(made)

    def look_again(self, layer: QgsVectorLayer) -> None:
        """Show how `layer` is now where it is the one that is shown."""
        if self.layer is not None and self.layer.id() == layer.id():
            self.set_layer(layer)

    def show_counts(self, layer_id: str, counts: List[int]) -> None:
        """Draw the histogram, unless another layer was chosen meanwhile."""
        if self.layer is not None and self.layer.id() == layer_id:
            self.histogram.set_counts(counts)

    def settings(self) -> VectorSettings:
        """Return what the controls say."""
        return VectorSettings(
            threshold=round(self.spin.value(), 2),
            min_area_m2=self.min_area.value(),
            simplify_m=None if self.simplify.value() < 0 else round(self.simplify.value(), 2),
            fill_holes_m2=self.holes.value(),
            right_angles=self.right_angles.isChecked(),
            split_touching=self.split.isChecked(),
        )

    def take(self, layer: QgsVectorLayer, settings: VectorSettings) -> None:
        """Show `layer` with these settings and ask for its polygons, as if the controls had been moved."""
        if self.layer is None or self.layer.id() != layer.id():
            self.set_layer(layer)
        asked = self._asked
        self._show(settings)
        self._asked = asked
        self.request()

    def request(self) -> None:
        """Ask for polygons with what the controls say, and remember what was asked before."""
        if self.layer is None:
            return
        wanted = self.settings()
        if wanted != self._asked:
            past = self._past.setdefault(self.layer.id(), [])
            if not self._joins:
                past.append(self._asked)
                del past[:-STEPS]
            self._future.pop(self.layer.id(), None)
            self._asked = wanted
            self._joins = self.slider.isSliderDown()
            self._show_steps()
        self.review_requested.emit(self.layer, wanted)

    def _go(self, source: Steps, target: Steps) -> None:
        """Take the last settings from `source`, ask for them, and keep the present ones in `target`."""
        if self.layer is None:
            return
        if self._timer.isActive():  # a change that has not settled is a step too
            self._timer.stop()
            self.request()
        steps = source.get(self.layer.id())
        if steps:
            target.setdefault(self.layer.id(), []).append(self._asked)
            self._show(steps.pop())
            self._show_steps()
            self.review_requested.emit(self.layer, self._asked)

    def _show_steps(self) -> None:
        key = self.layer.id() if self.layer is not None else ""
        can = {self.undo: bool(self._past.get(key)), self.redo: bool(self._future.get(key))}
        for button, other in ((self.undo, self.redo), (self.redo, self.undo)):
            if not can[button]:  # Qt would give its focus to a button that does something else at the next press
                other.setEnabled(can[other])
                hand_on(button, other if can[other] else self.slider)
            button.setEnabled(can[button])

    def list_targets(self) -> None:
        """Fill the menu of layers that can take the objects."""
        menu, layer = self.append.menu(), self.layer
        menu.clear()
        targets = targets_for(layer) if layer is not None else []
        for target in targets:
            action = menu.addAction(shown(target.name()).replace("&", "&&"))
            action.triggered.connect(lambda _=False, goal=target: self.append_requested.emit(layer, goal))
        if not targets:
            menu.addAction(tr("No other polygon layer can be edited")).setEnabled(False)

    def _tell(self, signal: Any, *values: object) -> None:
        layer = self.layer
        if layer is not None:
            if self._timer.isActive():
                self._timer.stop()
                self.request()
            signal.emit(layer, *values)

    def _let_go(self) -> None:
        """What is still settling belongs to the slider's step; what follows does not."""
        if self._joins and self._timer.isActive():
            self._timer.stop()
            self.request()
        self._joins = False

    def _threshold_changed(self, value: float) -> None:
        self.histogram.set_threshold(value)
        self._changed()

    def _changed(self, *_: object) -> None:
        if not self._quiet and self.layer is not None:
            self._timer.start()

    def tear_down(self) -> None:
        """Ask for nothing more."""
        self._timer.stop()
        self.layer = None
        with suppress(TypeError):  # once is enough
            QgsProject.instance().layersWillBeRemoved.disconnect(self._let_layers_go)
        for layer_id, slot in self._watched.items():
            layer = QgsProject.instance().mapLayer(layer_id)
            if layer is not None:
                layer.afterCommitChanges.disconnect(slot)
        self._watched.clear()


def _spin(maximum: float, step: float, tip: str, suffix: str = "") -> QgsDoubleSpinBox:
    spin = QgsDoubleSpinBox()
    spin.setMaximum(maximum)
    spin.setSingleStep(step)
    spin.setSuffix(suffix)
    spin.setToolTip(tip)
    spin.setShowClearButton(False)
    return spin


def _button(text: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(text)
    button.setToolTip(tip)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return button
