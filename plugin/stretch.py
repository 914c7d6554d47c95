"""The stretch as the dock writes it: percentiles ("2,98"), or values of the file ("=0,1800", or six for three)."""

from __future__ import annotations

from typing import Callable, List, Optional, Sequence, Tuple

from qgis.core import QgsRasterLayer
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QDoubleSpinBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from ..rrsis_core.errors import RequestInvalid
from .help import HelpKey
from .i18n import tr

LARGEST = 1e12
Pair = Tuple[float, float]
Values = Tuple[float, ...]


def read_stretch(text: str) -> Tuple[Optional[Pair], Optional[Values]]:
    """Return (percentiles, values) as typed, one of them at most.

    Raises:
        RequestInvalid: The text is neither.
    """
    plain = text.strip()
    if not plain:
        return None, None
    by_values = plain.startswith("=")
    try:
        numbers = tuple(float(part) for part in plain.lstrip("= ").replace(";", ",").split(","))
    except ValueError:
        numbers = ()
    if by_values and len(numbers) in (2, 6):
        return None, numbers
    if not by_values and len(numbers) == 2:
        return (numbers[0], numbers[1]), None
    raise RequestInvalid(
        tr('The stretch "{text}" is neither two percentiles, such as 2,98, nor values, such as =0,1800.').format(
            text=plain[:60]
        ),
        name="stretch",
    )


def stretch_text(percentiles: Optional[Sequence[float]], values: Optional[Sequence[float]]) -> str:
    """Return how the dock writes a stretch; what is the same for all bands is written once."""
    if values:
        pairs = [tuple(values[at : at + 2]) for at in range(0, len(values), 2)]
        shown = values[:2] if len(set(pairs)) == 1 else values
        return "=" + ",".join(f"{value:.10g}" for value in shown)
    return ",".join(f"{value:g}" for value in percentiles or ())


def shown_values(layer: QgsRasterLayer) -> Optional[Values]:
    """Return the values that QGIS shows as black and white in red, green and blue; None where it has no such values."""
    renderer = layer.renderer()
    names = ("redContrastEnhancement", "greenContrastEnhancement", "blueContrastEnhancement")
    gray = [renderer.contrastEnhancement()] * 3 if hasattr(renderer, "contrastEnhancement") else []
    limits = gray or [getattr(renderer, name)() for name in names if hasattr(renderer, name)]
    if len(limits) != 3 or any(limit is None for limit in limits):
        return None
    values = tuple(value for limit in limits for value in (limit.minimumValue(), limit.maximumValue()))
    return values if all(low < high for low, high in zip(values[::2], values[1::2])) else None


class ValuesDialog(QDialog):
    """Asks for the value of each band that becomes black, and the one that becomes white; tells of every change.

    Args:
        values: Six to begin with.
    """

    changed = pyqtSignal(tuple)

    def __init__(self, values: Sequence[float], parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Stretch by values"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.spins: List[QDoubleSpinBox] = []
        grid = QGridLayout()
        ends = (tr("Black"), tr("White"))
        for column, end in enumerate(ends, start=1):
            grid.addWidget(QLabel(end), 0, column)
        for row, band in enumerate((tr("Red"), tr("Green"), tr("Blue"))):
            grid.addWidget(QLabel(band), row + 1, 0)
            for column, end in enumerate(ends):
                spin = self._spin(values[2 * row + column], f"{band}, {end}")
                grid.addWidget(spin, row + 1, column + 1)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        for button, tip in (
            (QDialogButtonBox.StandardButton.Ok, tr("Takes these values.")),
            (QDialogButtonBox.StandardButton.Cancel, tr("Leaves the values as they were.")),
        ):
            self.buttons.button(button).setToolTip(tip)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(grid)
        layout.addWidget(self.buttons)
        HelpKey(self, "more")
        self._tell()

    def _spin(self, value: float, name: str) -> QDoubleSpinBox:
        spin = QDoubleSpinBox()
        spin.setRange(-LARGEST, LARGEST)
        spin.setDecimals(4)
        spin.setValue(value)
        spin.setStepType(QDoubleSpinBox.StepType.AdaptiveDecimalStepType)
        spin.setToolTip(tr("A value of the file; the picture in the panel shows what it does."))
        spin.setAccessibleName(name)
        spin.valueChanged.connect(self._tell)
        self.spins.append(spin)
        return spin

    def values(self) -> Values:
        """Return the six values."""
        return tuple(spin.value() for spin in self.spins)

    def _tell(self, *_: object) -> None:
        values = self.values()
        right = all(low < high for low, high in zip(values[::2], values[1::2]))
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(right)
        if right:
            self.changed.emit(values)


def ask_values(
    layer: Optional[QgsRasterLayer], text: str, write: Callable[[str], None], parent: Optional[QWidget]
) -> ValuesDialog:
    """Open the dialog on what is typed, else on what QGIS shows; `write` takes each change, and the old text back."""
    try:
        _, values = read_stretch(text)
    except RequestInvalid:
        values = None
    values = values or (shown_values(layer) if layer is not None else None) or (0.0, 255.0)
    dialog = ValuesDialog(values if len(values) == 6 else values * 3, parent)
    dialog.changed.connect(lambda six: write(stretch_text(None, six)))
    dialog.rejected.connect(lambda: write(text))
    dialog.open()
    return dialog
