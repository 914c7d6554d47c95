"""The searches that wait for the one under way."""

from __future__ import annotations

from typing import List, Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeyEvent
from qgis.PyQt.QtWidgets import QAbstractItemView, QGroupBox, QListWidget, QPushButton, QVBoxLayout, QWidget

from .i18n import tr

ROWS = 3


class QueuePanel(QGroupBox):
    """A short list of what waits, hidden while nothing does; each entry can be taken out."""

    removal_requested = pyqtSignal(int)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.list = QListWidget()
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setToolTip(tr("These searches begin one after the other."))
        self.list.setAccessibleName(tr("Waiting searches"))
        self.button = QPushButton(tr("Remove from the queue"))
        self.button.setToolTip(tr("Takes the chosen search out of the queue; the Delete key does so too."))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)  # docks are narrow
        layout.addWidget(self.list)
        layout.addWidget(self.button)
        self.button.clicked.connect(self._remove)
        self.show_waiting([])

    def show_waiting(self, titles: List[str]) -> None:
        """Show what waits, the next one first."""
        chosen = max(self.list.currentRow(), 0)
        self.list.clear()
        self.list.addItems(titles)
        for row, title in enumerate(titles):
            self.list.item(row).setToolTip(title)
        self.list.setCurrentRow(min(chosen, len(titles) - 1))
        height = self.fontMetrics().lineSpacing() + 6
        self.list.setFixedHeight(min(max(len(titles), 1), ROWS) * height + 2 * self.list.frameWidth())
        self.setTitle(tr("Waiting: {count}").format(count=len(titles)))
        self.setVisible(bool(titles))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the chosen entry out with the Delete key."""
        if event.key() == Qt.Key.Key_Delete:
            self._remove()
        else:
            super().keyPressEvent(event)

    def _remove(self) -> None:
        if self.list.currentRow() >= 0:
            self.removal_requested.emit(self.list.currentRow())
