"""What the chosen model is and needs: state, size, licence, resolution and processor, and the way to its weights."""

from __future__ import annotations

from typing import Dict, Optional

from qgis.PyQt.QtCore import QLocale, Qt, pyqtSignal
from qgis.PyQt.QtGui import QPalette, QShowEvent
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ..rrsis_core.catalog import DEFAULT_MODEL, ModelCard
from ..rrsis_core.own_models import all_cards
from ..rrsis_core.weight_files import downloads, weights_places, weights_state
from ..rrsis_core.worker.protocol import Progress
from .help import HelpKey
from .i18n import tr
from .keyboard import hand_on
from .wording import model_title

READY, FETCHABLE = "ready", "to fetch"


def size_text(size_bytes: int) -> str:
    """Return "18 MB" or "2.6 GB"."""
    if size_bytes < 1e9:
        return tr("{size:.0f} MB").format(size=size_bytes / 1e6)
    return tr("{size:.1f} GB").format(size=size_bytes / 1e9)


def can_be_checked(card: ModelCard) -> bool:
    """Return whether the SHA-256 of all that is to be fetched is known; else only who names them can fetch it."""
    return all(file.sha256 for file in downloads(card))


def state_text(card: ModelCard) -> str:
    """Return whether the weights are here, and what to do where they are not."""
    titles = {
        READY: tr("ready"),
        FETCHABLE: tr("to fetch"),
        "own weights needed": tr("missing: add weights of your own"),
    }
    state = weights_state(card)
    if state == FETCHABLE and not can_be_checked(card):
        return tr("to fetch in the toolbox with its SHA-256, or to add")
    return titles[state]


def size_of(card: ModelCard) -> Optional[int]:
    """Return how large the weights are, in bytes: those here, else those to fetch; None where nobody knows."""
    for place in weights_places(card):
        if place.is_file():
            return place.stat().st_size
    return card.weights.size_bytes if card.weights else None


def licence_of(card: ModelCard) -> str:
    """Return the licence of the weights, or of the code where the weights are a user's own."""
    if card.weights is None:
        unsure = {"none": tr("no licence stated"), "not": tr("not verified")}  # as cards begin to say so
        return tr("code: {licence}").format(licence=unsure.get(card.licence.split()[0], card.licence))
    return card.weights.licence or tr("no licence stated")


def facts(card: ModelCard) -> str:
    """Return state, size, licence and resolution in one line."""
    low, high = card.gsd_range_m
    at = tr("looks at {low} m a pixel") if low == high else tr("looks at {low} to {high} m a pixel")
    size = size_of(card)
    parts = [
        state_text(card),
        size_text(size) if size else "",
        licence_of(card),
        at.format(low=_number(low), high=_number(high)),
    ]
    return " · ".join(part for part in parts if part)


def _number(value: float) -> str:
    return QLocale().toString(value, "g", 6)


def consent_text(card: ModelCard) -> str:
    """Return what is said before anything is fetched: from where, how much, and under which licence."""
    files = downloads(card)
    sizes = [file.size_bytes for file in files]
    size = size_text(sum(filter(None, sizes))) if sizes and all(sizes) else tr("of unknown size")
    return tr(
        "Fetch the weights of {model}?\n\nFrom: {repository}\nSize: {size}\nLicence: {licence}\nTrained on: {data}\n\n"
        "They are checked against their published SHA-256. A download that breaks off goes on the next time."
    ).format(
        model=card.title,
        repository=", ".join(dict.fromkeys(file.repository for file in files)),
        size=size,
        licence="; ".join(dict.fromkeys(file.licence or tr("no licence stated") for file in files)),
        data=", ".join(file.trained_on for file in files if file.trained_on) or tr("not stated"),
    )


class ModelPanel(QWidget):
    """Shown below the list of models, which it fills; asks for weights where they are missing.

    Args:
        combo: The list of models.
        device: The list of processors.
    """

    fetch_requested = pyqtSignal(str)
    add_requested = pyqtSignal(str, str)
    cancel_requested = pyqtSignal()

    def __init__(self, combo: QComboBox, device: QComboBox, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._combo = combo
        self._device = device
        self.question: Optional[QMessageBox] = None
        self._build()
        self._cards: Dict[str, ModelCard] = {}
        self.fill()
        combo.currentIndexChanged.connect(self.refresh)
        device.currentIndexChanged.connect(self.refresh)
        self.show_fetching(None)
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Look again whenever the panel comes up: a model may have been made meanwhile."""
        super().showEvent(event)
        self.refresh()

    def _build(self) -> None:
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.fetch = QPushButton(tr("Fetch …"))
        self.fetch.setToolTip(tr("Downloads the weights of this model, after saying how large they are."))
        self.add = QPushButton(tr("Add weights …"))
        self.add.setToolTip(tr("Takes a checkpoint file of your own (.pth, .pt, .bin or .safetensors) for this model."))
        self.bar = QProgressBar()
        self.bar.setToolTip(tr("How much of the weights has come."))
        self.cancel = QPushButton(tr("Stop"))
        self.cancel.setToolTip(tr("Stops the download; what has come is kept for the next time."))
        buttons = QVBoxLayout()  # beside each other they would widen the dock
        for button in (self.fetch, self.add):
            buttons.addWidget(button)
        running = QHBoxLayout()
        running.addWidget(self.bar, 1)
        running.addWidget(self.cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.label)
        layout.addLayout(buttons)
        layout.addLayout(running)
        self.fetch.clicked.connect(self._ask)
        self.add.clicked.connect(self._choose_file)
        self.cancel.clicked.connect(self.cancel_requested)

    @property
    def card(self) -> ModelCard:
        """The card of the chosen model."""
        return self._cards[self._combo.currentData()]

    def fill(self) -> None:
        """Take up the models that there are now, and keep the one that is chosen."""
        cards = all_cards()
        if list(cards) == list(self._cards):
            return
        chosen = self._combo.currentData() or DEFAULT_MODEL
        self._cards = cards
        self._combo.blockSignals(True)
        self._combo.clear()
        for name, card in cards.items():
            self._combo.addItem(model_title(card.title), name)
        self._combo.setCurrentIndex(self._combo.findData(chosen if chosen in cards else DEFAULT_MODEL))
        self._combo.blockSignals(False)

    def refresh(self, *_: object) -> None:
        """Look again which weights are here."""
        self.fill()
        self.label.setMinimumWidth(28 * self.label.fontMetrics().averageCharWidth())  # else its hint is tall and narrow
        muted = self.palette().color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
        for index in range(self._combo.count()):
            card = self._cards[self._combo.itemData(index)]
            ready = weights_state(card) == READY
            self._combo.setItemData(index, None if ready else muted, Qt.ItemDataRole.ForegroundRole)
            self._combo.setItemData(index, f"{card.paper}\n{facts(card)}", Qt.ItemDataRole.ToolTipRole)
        if self._combo.currentData() is None:
            return
        state = weights_state(self.card)
        device = tr("device: {device}").format(device=self._device.currentText())
        self.label.setText(f"{facts(self.card)} · {device}")
        self.label.setToolTip(self.card.paper)
        idle = self.bar.isHidden()
        self.fetch.setVisible(state == FETCHABLE and idle and can_be_checked(self.card))
        self.add.setVisible(state != READY and idle)

    def show_fetching(self, progress: Optional[Progress]) -> None:
        """Show how far a download is; None: there is none."""
        if progress is None:
            hand_on(self.cancel, self._combo)
        self.bar.setVisible(progress is not None)
        self.cancel.setVisible(progress is not None)
        if progress is not None:
            self.bar.setRange(0, 1000 if progress.total else 0)
            self.bar.setValue(round(1000 * progress.fraction))
        self.refresh()

    def _ask(self) -> None:
        name = self.card.name
        self.question = QMessageBox(
            QMessageBox.Icon.Question,
            tr("Fetch a model"),
            consent_text(self.card),
            QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.No,
            self,
        )
        self.question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        HelpKey(self.question, "models")
        yes = self.question.button(QMessageBox.StandardButton.Yes)
        no = self.question.button(QMessageBox.StandardButton.No)
        yes.setText(tr("Fetch"))
        yes.setToolTip(tr("Downloads the weights in the background."))
        yes.clicked.connect(lambda: self.fetch_requested.emit(name))
        no.setText(tr("Not now"))
        no.setToolTip(tr("Fetches nothing."))
        self.question.open()

    def _choose_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self,
            tr("Weights for {model}").format(model=self.card.title),
            "",
            tr("Weights (*.pth *.pt *.bin *.safetensors)"),
        )
        if path:
            self.add_requested.emit(self.card.name, path)
