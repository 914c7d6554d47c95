"""Buttons that a double click presses once."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QObject
from qgis.PyQt.QtWidgets import QAbstractButton


class SingleClick(QObject):
    """Takes the second click of a double click away from `buttons`, for acts that nobody wants twice.

    Without it a search is queued twice, and the layer after a discarded one is discarded too.
    """

    def __init__(self, *buttons: QAbstractButton) -> None:
        super().__init__(buttons[0])
        for button in buttons:
            button.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Swallow the second press."""
        return event.type() == QEvent.Type.MouseButtonDblClick
