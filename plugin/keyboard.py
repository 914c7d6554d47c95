"""The dock by keyboard: the order in which the Tab key passes its controls, and where F1 leads from each."""

from __future__ import annotations

from typing import Any, List, Tuple

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QApplication, QDoubleSpinBox, QSlider, QToolButton, QWidget

Dock = Any  # a SegmentDock, whose module knows this one


def help_places(dock: Dock) -> List[Tuple[QWidget, str]]:
    """Return which part of the help each control belongs to."""
    return [
        (dock.layerCombo, "imagery"),
        (dock.phrasesEdit, "phrases"),
        (dock.examplesButton, "examples"),
        (dock.historyButton, "phrases"),
        (dock.menuButton, "recipes"),
        (dock.modelCombo, "models"),
        (dock.model_panel, "models"),
        (dock.extentCombo, "where"),
        (dock.drawButton, "where"),
        (dock.maskCombo, "where"),
        (dock.thresholdSlider, "threshold"),
        (dock.thresholdSpin, "threshold"),
        (dock.moreBox, "more"),
        (dock.runButton, "run"),
        (dock.cancelButton, "run"),
        (dock.previewButton, "preview"),
        (dock.queue, "queue"),
        (dock.review, "review"),
        (dock.setupFrame, "setup"),
    ]


def order_tabs(dock: Dock) -> None:
    """Have the Tab key pass the controls from top to bottom, those made in Python among those of the form."""
    panel, looks, review = dock.model_panel, dock.looks, dock.review
    order = [
        *(dock.setupButton, dock.setupCancelButton, dock.layerCombo, dock.phrasesEdit, dock.examplesButton),
        *(dock.historyButton, dock.menuButton, dock.modelCombo, panel.fetch, panel.add, panel.cancel),
        *(dock.extentCombo, dock.drawButton, dock.maskCombo, dock.thresholdSlider, dock.thresholdSpin),
        *(more_button(dock), dock.minAreaSpin, dock.bandsEdit, looks.bands_button, dock.stretchEdit),
        *(looks.stretch_button, dock.gsdSpin, dock.deviceCombo, dock.runButton, dock.previewButton),
        *(dock.cancelButton, dock.queue.list, dock.queue.button, review.slider, review.spin, review.min_area),
        *(review.holes, review.simplify, review.right_angles, review.split, review.undo, review.redo),
        *(review.accept, review.again, review.discard, review.append, review.probabilities),
    ]
    for before, after in zip(order, order[1:]):
        dock.setTabOrder(before, after)


def hand_on(leaving: QWidget, to: QWidget) -> None:
    """Give `to` the focus where `leaving`, which is about to be hidden, holds it: Qt would give it to anything."""
    held = QApplication.focusWidget()
    if held is not None and (held is leaving or leaving.isAncestorOf(held)):
        to.setFocus()


def more_button(dock: Dock) -> QWidget:
    """Return what opens “More” by keyboard: the arrow of QGIS's group box, which alone shows that it has the focus."""
    arrow = dock.moreBox.findChild(QToolButton, "collapseButton")
    if arrow is None:
        return dock.moreBox
    dock.moreBox.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    arrow.setAccessibleName(dock.moreBox.title())
    arrow.setToolTip(dock.moreBox.toolTip())
    return arrow


def tie(slider: QSlider, spin: QDoubleSpinBox) -> None:
    """Have a slider of hundredths and a number follow each other.

    The slider leaves a number alone that says the same: setting it wrote over what was being typed (0.98 was 0.90).
    """

    def follow(hundredths: int) -> None:
        if round(100 * spin.value()) != hundredths:
            spin.setValue(hundredths / 100)

    slider.valueChanged.connect(follow)
    spin.valueChanged.connect(lambda value: slider.setValue(round(100 * value)))
