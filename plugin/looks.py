"""What the model sees of a layer: which bands as red, green and blue, how stretched, and a small picture of both."""

from __future__ import annotations

import math
from typing import Any, Callable, List, Optional, Sequence, Tuple

from qgis.core import QgsRasterBlockFeedback, QgsRasterLayer, QgsRectangle
from qgis.PyQt.QtCore import QSize, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QImage, QPixmap, QShowEvent
from qgis.PyQt.QtWidgets import QLabel, QLineEdit, QMenu, QSizePolicy, QToolButton, QWidget

from .i18n import tr
from .stretch import ValuesDialog, ask_values, shown_values, stretch_text
from .task import WorkTask

PICTURE = QSize(192, 108)
SETTLE_MS = 300
DECIMATED = 12  # at most so many pixels of the file are read for one of the picture, along each side
PERCENTILES = ((2.0, 98.0), (0.0, 100.0), (1.0, 99.0), (5.0, 95.0))
RED_GREEN_BLUE = (3, 4, 5)  # GDAL's numbers of what a band means
BYTE = 1  # and of its type
Three = Tuple[int, int, int]


def bands_of(provider: Any) -> Three:
    """Return the bands of a raster that are shown to the model where nobody chose: by their meaning, else the first."""
    count = provider.bandCount()
    meanings = [_number(provider.colorInterpretation(band)) for band in range(1, count + 1)]
    if all(meaning in meanings for meaning in RED_GREEN_BLUE):
        red, green, blue = (meanings.index(meaning) + 1 for meaning in RED_GREEN_BLUE)
        return red, green, blue
    return (1, 2, 3) if count >= 3 else (1, 1, 1)


def _number(value: Any) -> int:
    """Return the number of an enumeration's value, whose home and kind moved between versions of QGIS."""
    return int(getattr(value, "value", value))


def shown_bands(layer: QgsRasterLayer) -> Optional[Three]:
    """Return the bands that QGIS shows as red, green and blue; None where it shows other than three."""
    renderer = layer.renderer()
    if not hasattr(renderer, "redBand"):
        return None
    bands = (renderer.redBand(), renderer.greenBand(), renderer.blueBand())
    return bands if min(bands) >= 1 else None


def looked_at(extent: QgsRectangle, unit_px: Tuple[float, float], visible: QgsRectangle) -> QgsRectangle:
    """Return the part of a layer that the picture shows: the middle of what is visible of it, of bounded size.

    Args:
        extent: The whole layer.
        unit_px: Width and height of a pixel in map units.
        visible: The visible part of the map, in the layer's system.
    """
    area = visible.intersect(extent)
    area = extent if area.isEmpty() else area
    width = min(area.width(), PICTURE.width() * DECIMATED * unit_px[0])
    height = min(area.height(), PICTURE.height() * DECIMATED * unit_px[1])
    return QgsRectangle.fromCenterAndSize(area.center(), width, height)


def fitted(area: QgsRectangle) -> QSize:
    """Return the largest size of a picture of `area` that has its shape and fits."""
    factor = min(PICTURE.width() / area.width(), PICTURE.height() / area.height())
    return QSize(max(1, round(area.width() * factor)), max(1, round(area.height() * factor)))


def stretched(values: Sequence[float], low: float, high: float) -> bytes:
    """Return `values` as bytes, `low` as 0 and `high` as 255; NaN is 0."""
    factor = 255.0 / (high - low) if high > low else 0.0
    return bytes(0 if v != v else min(255, max(0, round((v - low) * factor))) for v in values)


def percentiles(values: Sequence[float], low: float, high: float) -> Tuple[float, float]:
    """Return the values at the percentiles `low` and `high`, NaN left out; (0, 1) where there is none."""
    known = sorted(v for v in values if v == v)
    if not known:
        return 0.0, 1.0
    last = len(known) - 1
    return known[math.floor(last * low / 100)], known[math.ceil(last * high / 100)]


class LookTask(WorkTask):
    """Draws the picture; succeeds with a QImage, or None where the raster gives nothing.

    Args:
        provider: A copy of the layer's provider, which belongs to the task.
        area: What is looked at, in the layer's system.
        bands, stretch: As asked; None: automatic.
        values: Instead of percentiles: what becomes black and white, for all bands or for each.
    """

    def __init__(
        self,
        provider: Any,
        area: QgsRectangle,
        bands: Optional[Three],
        stretch: Optional[Tuple[float, float]],
        values: Optional[Tuple[float, ...]] = None,
    ) -> None:
        super().__init__(tr("Look at the bands"), listed=False)
        self._provider, self._area, self._bands, self._stretch = provider, area, bands, stretch
        self._values = values * (6 // len(values)) if values else None

    def work(self) -> Optional[QImage]:
        """Read three bands coarsely and stretch them together, as the worker does."""
        provider = self._provider
        bands = self._bands or bands_of(provider)
        if max(bands) > provider.bandCount():
            return None
        size = fitted(self._area)
        planes = {band: self._read(band, size) for band in set(bands)}
        byte = all(_number(provider.dataType(band)) == BYTE for band in bands)
        channels = []
        for place, band in enumerate(bands):
            if self._values:
                low, high = self._values[2 * place : 2 * place + 2]
            elif byte and self._stretch is None:
                low, high = 0.0, 255.0
            else:
                low, high = percentiles(planes[band], *(self._stretch or (2.0, 98.0)))
            channels.append(stretched(planes[band], low, high))
        pixels = b"".join(bytes(three) for three in zip(*channels))
        image = QImage(pixels, size.width(), size.height(), 3 * size.width(), QImage.Format.Format_RGB888)
        return image.copy()  # of its own, since `pixels` goes

    def _read(self, band: int, size: QSize) -> List[float]:
        feedback = QgsRasterBlockFeedback()
        block = self._provider.block(band, self._area, size.width(), size.height(), feedback)
        count = size.width() * size.height()
        if not block.isValid() or block.isEmpty():
            return [math.nan] * count
        return [math.nan if block.isNoData(at) else block.value(at) for at in range(count)]


class LooksPicture(QLabel):
    """Shows the picture below the bands and the stretch, and fills their menus.

    Args:
        bands, stretch: The fields, in which what was chosen stands as text.
    """

    look_requested = pyqtSignal(object)

    def __init__(self, bands: QLineEdit, stretch: QLineEdit, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setMinimumHeight(PICTURE.height())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(tr("About what the model sees: the middle of the visible map in these bands and this stretch."))
        self.source: Callable[[], Optional[LookTask]] = lambda: None
        self.layer: Callable[[], Optional[QgsRasterLayer]] = lambda: None
        self._bands, self._stretch = bands, stretch
        self.task: Optional[LookTask] = None
        self.dialog: Optional[ValuesDialog] = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MS)
        self._timer.timeout.connect(self.look)
        self.bands_button = _menu_button(tr("Chooses the bands by name."), self._fill_bands)
        self.stretch_button = _menu_button(tr("Chooses percentiles or values."), self._fill_stretch)
        bands.textChanged.connect(self.touch)
        stretch.textChanged.connect(self.touch)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw the picture as soon as it is seen."""
        super().showEvent(event)
        self._timer.start()

    def touch(self, *_: Any) -> None:
        """Say that something changed."""
        if self.isVisible():
            self._timer.start()

    def look(self) -> None:
        """Draw the picture anew, in the background."""
        if self.task is not None:
            self._timer.start()
            return
        self.task = self.source()
        if self.task is None:
            self.clear()
            return
        self.task.succeeded.connect(self._show)
        self.task.failed.connect(lambda _error: self._show(None))
        self.look_requested.emit(self.task)

    def _show(self, image: Optional[QImage]) -> None:
        self.task = None
        if image is None:
            self.setText(tr("no picture"))
        else:
            self.setPixmap(QPixmap.fromImage(image))

    def _fill_bands(self, menu: QMenu) -> None:
        layer = self.layer()
        _entry(menu, tr("Automatic"), lambda: self._bands.clear())
        if layer is None:
            return
        shown = shown_bands(layer)
        if shown is not None:
            text = ",".join(map(str, shown))
            _entry(menu, tr("As QGIS shows them ({bands})").format(bands=text), lambda: self._bands.setText(text))
        menu.addSeparator()
        for channel, title in enumerate((tr("Red"), tr("Green"), tr("Blue"))):
            one = menu.addMenu(title)
            for band in range(1, layer.bandCount() + 1):
                _entry(one, layer.bandName(band), lambda at=channel, number=band: self._set_band(at, number))

    def _set_band(self, channel: int, band: int) -> None:
        parts = self._bands.text().replace(";", ",").split(",")
        if len(parts) != 3 or not all(part.strip().isdigit() for part in parts):
            layer = self.layer()
            parts = list(map(str, bands_of(layer.dataProvider()))) if layer is not None else ["1", "2", "3"]
        parts[channel] = str(band)
        self._bands.setText(",".join(part.strip() for part in parts))

    def _fill_stretch(self, menu: QMenu) -> None:
        _entry(menu, tr("Automatic"), lambda: self._stretch.clear())
        for low, high in PERCENTILES:
            _entry(menu, f"{low:g} – {high:g} %", lambda a=low, b=high: self._stretch.setText(f"{a:g},{b:g}"))
        menu.addSeparator()
        layer = self.layer()
        shown = shown_values(layer) if layer is not None else None
        if shown is not None:
            _entry(menu, tr("Values as QGIS shows them"), lambda: self._stretch.setText(stretch_text(None, shown)))
        _entry(menu, tr("Values …"), self.ask_values)

    def ask_values(self) -> None:
        """Ask for the values of each band; the picture follows."""
        self.dialog = ask_values(self.layer(), self._stretch.text(), self._stretch.setText, self)

    def tear_down(self) -> None:
        """Draw nothing more."""
        self._timer.stop()
        self.source = lambda: None


def _entry(menu: QMenu, title: str, act: Callable[[], Any]) -> None:
    menu.addAction(title).triggered.connect(lambda _=False: act())


def _menu_button(tip: str, fill: Callable[[QMenu], None]) -> QToolButton:
    button = QToolButton()
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setArrowType(Qt.ArrowType.DownArrow)
    menu = QMenu(button)

    def refill() -> None:
        menu.clear()
        fill(menu)

    menu.aboutToShow.connect(refill)
    button.setMenu(menu)
    return button
