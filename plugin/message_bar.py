"""Messages in QGIS's message bar, as high as their words need: QGIS itself shows one line and cuts the others off."""

from __future__ import annotations

import html
import math
from typing import Any, Optional

from qgis.gui import QgsMessageBar, QgsMessageBarItem
from qgis.PyQt.QtCore import QEvent, QObject, QSizeF, QTimer
from qgis.PyQt.QtWidgets import QPushButton, QTextBrowser

MOST_LINES = 8


def push(
    bar: QgsMessageBar, text: str, level: Any, duration_s: int, button: Optional[QPushButton] = None
) -> QgsMessageBarItem:
    """Show `text`, with a `button` at its end where there is one, for `duration_s`; 0: until it is closed.

    QGIS would read what looks like HTML in it, such as a phrase "<img …>", as HTML.
    """
    item = bar.createMessage("RRSIS", html.escape(text, quote=False))
    if button is not None:
        item.layout().addWidget(button)
    bar.pushWidget(item, level, duration_s)
    words = item.findChild(QTextBrowser)
    if words is not None:
        Grower(words)
    return item


class Grower(QObject):
    """Keeps `words` as high as its text, whenever the window or the letters change their size; goes with it."""

    def __init__(self, words: QTextBrowser) -> None:
        super().__init__(words)
        self._words = words
        line = words.fontMetrics().lineSpacing()
        self._least = max(words.minimumHeight(), line)
        self._most = self._least + MOST_LINES * line
        self._timer = QTimer(self)  # later, since Qt still lays the text out when it tells of a new size
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.fit)
        words.installEventFilter(self)
        words.document().documentLayout().documentSizeChanged.connect(self._look_again)
        self._timer.start(0)

    def _look_again(self, _size: QSizeF) -> None:
        """Fit the new text; as a lambda it would keep this alive when the message is gone."""
        self._timer.start(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look again when the size changes."""
        if event.type() == QEvent.Type.Resize:
            self._timer.start(0)
        return False

    def fit(self) -> None:
        """Take the height that the text needs at the present width."""
        around = self._words.height() - self._words.viewport().height()  # the frame, and margins of QGIS's own
        needed = math.ceil(self._words.document().size().height()) + around
        height = min(max(needed, self._least), self._most)
        if not height == self._words.minimumHeight() == self._words.maximumHeight():  # QGIS sets them too
            self._words.setFixedHeight(height)
