"""The example gallery: pictures of what phrases mean, each one click away from being tried."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import List, Optional

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QModelIndex, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QIcon, QPainter, QPalette, QPen, QShowEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ..rrsis_core.folders import data_folder
from .help import HelpKey
from .i18n import tr

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "gallery"
PICTURE = QSize(128, 96)
SPACE = 6
LETTERS, LINES = 22, 3  # of a phrase below its picture


@dataclass(frozen=True)
class Example:
    """A phrase, and a picture of what it means."""

    phrase: str
    picture: Path


def examples() -> List[Example]:
    """Return what the gallery shows; models read English, so the phrases are not translated."""
    try:
        rows = json.loads((FOLDER / "gallery.json").read_text(encoding="utf-8"))["examples"]
        return [Example(str(row["phrase"]), FOLDER / str(row["picture"])) for row in rows]
    except (OSError, ValueError, KeyError, TypeError):
        return []


def example_layer() -> Optional[QgsRasterLayer]:
    """Return the example picture as a layer of the project, added where it is not there yet; None where it is broken.

    The layer shows a copy in the plugin's folder for data, which outlives the plugin.
    """
    copy = data_folder() / "example" / "scene.tif"
    project = QgsProject.instance()
    for layer in project.mapLayers().values():
        if isinstance(layer, QgsRasterLayer) and layer.source() == str(copy):
            return layer
    try:
        if not copy.is_file():
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(FOLDER / "scene.tif", copy)
    except OSError:
        return None
    layer = QgsRasterLayer(str(copy), tr("Example picture"))
    return project.addMapLayer(layer) if layer.isValid() else None


class Framed(QStyledItemDelegate):
    """Frames the example that is chosen or under the mouse; letters and picture stay as they are.

    Themes write its letters in dark grey on grey there, and tint its picture.
    """

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        """Draw one example."""
        states = QStyle.StateFlag
        plain = QStyleOptionViewItem(option)
        plain.state &= ~(states.State_Selected | states.State_MouseOver | states.State_HasFocus)
        super().paint(painter, plain, index)
        width = 3 if option.state & states.State_Selected else 1 if option.state & states.State_MouseOver else 0
        if width:
            painter.save()
            painter.setPen(QPen(option.palette.color(QPalette.ColorRole.Text), width))
            painter.drawRect(option.rect.adjusted(width, width, -width, -width))
            painter.restore()


class GalleryDialog(QDialog):
    """Pictures with their phrases; a click, or the Enter key, chooses one.

    Args:
        parent: The dock.
    """

    chosen = pyqtSignal(str, bool)

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Examples of phrases"))
        intro = QLabel(tr("Click a picture to search for what its yellow outline shows."))
        intro.setWordWrap(True)
        self.list = QListWidget()
        self.list.setViewMode(QListView.ViewMode.IconMode)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setMovement(QListView.Movement.Static)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setIconSize(PICTURE)
        self.list.setItemDelegate(Framed(self.list))
        self.list.setWordWrap(True)
        self.list.setSpacing(SPACE)  # around each, the outermost too; with a grid size Qt forgets it
        self.list.setAccessibleName(self.windowTitle())
        self.list.setToolTip(tr("Phrases that a model understands, with pictures of what they mean."))
        for example in examples():
            item = QListWidgetItem(QIcon(str(example.picture)), example.phrase)
            item.setTextAlignment(int(Qt.AlignmentFlag.AlignHCenter))
            item.setToolTip(example.phrase)
            self.list.addItem(item)
        self.own = QCheckBox(tr("Try it on the example picture"))
        self.own.setToolTip(tr("Adds a small drawn picture to the project and searches in it at once."))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.button(QDialogButtonBox.StandardButton.Close).setToolTip(tr("Closes the examples."))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (intro, self.list, self.own, buttons):
            layout.addWidget(widget)
        HelpKey(self, "examples")
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)

    def showEvent(self, event: QShowEvent) -> None:
        """Give every phrase its room: only now are letters as large as the person has them."""
        super().showEvent(event)
        font = self.list.fontMetrics()
        width = max(PICTURE.width() + 24, LETTERS * font.averageCharWidth())
        cell = QSize(width, PICTURE.height() + LINES * font.lineSpacing() + 12)
        for row in range(self.list.count()):
            self.list.item(row).setSizeHint(cell)
        wanted = QSize(4 * (width + SPACE) + 60, 3 * (cell.height() + SPACE) + 5 * font.lineSpacing() + 70)
        self.resize(wanted.boundedTo(self.windowHandle().screen().availableSize() * 0.9))

    def open_for(self, has_imagery: bool) -> None:
        """Show the gallery; without imagery in the project the example picture is offered."""
        self.own.setChecked(not has_imagery)
        self.show()
        self.raise_()
        self.list.setCurrentRow(max(self.list.currentRow(), 0))  # whose frame shows where the keyboard is
        self.list.setFocus()

    def _choose(self, item: QListWidgetItem) -> None:
        if self.isVisible():  # some systems send both a click and an activation
            self.accept()
            self.chosen.emit(item.text(), self.own.isChecked())
