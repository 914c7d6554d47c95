"""How the probabilities of a phrase are spread, drawn above the slider that cuts them."""

from __future__ import annotations

import math
from pathlib import Path
from typing import List, Optional

from qgis.core import QgsRasterDataProvider, QgsRectangle
from qgis.PyQt.QtCore import QRectF
from qgis.PyQt.QtGui import QPainter, QPaintEvent, QPalette
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

from .i18n import tr
from .probabilities import band_of, opened_probabilities
from .task import WorkTask
from .wording import shown

BINS = 99
SAMPLE_PX = 250_000


def counts_of(path: Path, phrase: str) -> List[int]:
    """Return how many of a sample of pixels have a probability of 1, 2 … 99 hundredths; empty where unknown."""
    provider = opened_probabilities(path)
    band = band_of(provider, phrase) if provider is not None else None
    return _count(provider, band) if provider is not None and band is not None else []


def _count(provider: QgsRasterDataProvider, band: int) -> List[int]:
    scale = provider.bandScale(band)
    hundredth = scale * 254 / 100  # QGIS counts values after the band's own scale
    for bins in (
        BINS,
        round(BINS / scale) if scale else BINS,
    ):  # QGIS 3.44 multiplies the number of bins by the scale too
        histogram = provider.histogram(band, bins, 0.5 * hundredth, 99.5 * hundredth, QgsRectangle(), SAMPLE_PX)
        if len(histogram.histogramVector) == BINS:
            return [int(count) for count in histogram.histogramVector]
    return []


class HistogramTask(WorkTask):
    """Counts in the background; succeeds with the counts."""

    def __init__(self, path: Path, phrase: str) -> None:
        super().__init__(tr("Look at the probabilities of {phrase}").format(phrase=shown(phrase)), listed=False)
        self._path = path
        self._phrase = phrase

    def work(self) -> List[int]:
        """Count."""
        return counts_of(self._path, self._phrase)


class HistogramBar(QWidget):
    """Bars for 1 to 99 hundredths, on a logarithmic scale; those at and above the threshold are firm."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.counts: List[int] = []
        self.threshold = 0.5
        self.setFixedHeight(max(28, 2 * self.fontMetrics().height()))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(tr("How many pixels have which probability; the firm bars are found."))
        self.setVisible(False)

    def set_counts(self, counts: List[int]) -> None:
        """Show these counts; none hides the bars."""
        self.counts = counts
        self.setVisible(any(counts))
        self.update()

    def set_threshold(self, threshold: float) -> None:
        """Show what the threshold takes."""
        self.threshold = threshold
        self.update()

    def heights(self) -> List[float]:
        """Return the height of each bar, 0 to 1."""
        top = math.log1p(max(self.counts, default=0)) or 1.0
        return [math.log1p(count) / top for count in self.counts]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bars in the colours of the user's theme."""
        painter = QPainter(self)
        found = self.palette().color(QPalette.ColorRole.Highlight)
        left = self.palette().color(QPalette.ColorRole.Mid)
        width = self.width() / BINS
        for place, height in enumerate(self.heights()):
            bar = QRectF(place * width, self.height() * (1 - height), max(width - 0.5, 0.5), self.height() * height)
            painter.fillRect(bar, found if (place + 1) / 100 >= self.threshold - 1e-9 else left)
        painter.end()
