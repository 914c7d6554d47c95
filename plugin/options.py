"""The plugin's page in QGIS's own Options dialog."""

from __future__ import annotations

from typing import Optional

from qgis.gui import QgsFileWidget, QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtGui import QIcon, QShowEvent
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QSpinBox, QWidget

from .help import HelpKey
from .i18n import tr
from .provider import ICON
from .settings import Settings
from .wording import device_titles


class OptionsPage(QgsOptionsPageWidget):
    """Settings that are rarely changed."""

    applied = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._settings = Settings()
        self.python = QgsFileWidget(self)
        self.python.setFilePath(self._settings.python or "")
        tip = tr("Interpreter for the models; leave it empty for the environment set up by the panel.")
        for part in (self.python, self.python.lineEdit()):  # which has a tooltip of its own
            part.setToolTip(tip)
        self.python.lineEdit().setAccessibleName(tr("Python of the models"))
        self.device = QComboBox(self)
        for title, device in device_titles():
            self.device.addItem(title, device)
        self.device.setCurrentIndex(max(0, self.device.findData(self._settings.device)))
        self.device.setToolTip(tr("Where models run."))
        self.max_tiles = QSpinBox(self)
        self.max_tiles.setRange(1, 100_000)
        self.max_tiles.setValue(self._settings.max_tiles)
        self.max_tiles.setToolTip(tr("Larger areas of a layer that is no file are refused before anything is fetched."))
        form = QFormLayout(self)
        form.addRow(tr("Python of the models"), self.python)
        form.addRow(tr("Device"), self.device)
        form.addRow(tr("Most tiles fetched of an online layer"), self.max_tiles)
        self._help: Optional[HelpKey] = None

    def showEvent(self, event: QShowEvent) -> None:
        """Have F1 open the help, also while the dialog's own list of pages has the focus."""
        super().showEvent(event)
        if self._help is None:
            self._help = HelpKey(self.window(), "options", page=self)

    def apply(self) -> None:
        """Keep what the controls say; QGIS calls it when the dialog is accepted."""
        self._settings.python = self.python.filePath().strip()
        self._settings.device = self.device.currentData()
        self._settings.max_tiles = self.max_tiles.value()
        self.applied.emit()


class OptionsFactory(QgsOptionsWidgetFactory):
    """Makes the page when the dialog is opened, and tells when its settings were kept."""

    applied = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self.setTitle("RRSIS")

    def icon(self) -> QIcon:
        """Return the page's icon."""
        return QIcon(str(ICON))

    def createWidget(self, parent: Optional[QWidget] = None) -> QgsOptionsPageWidget:
        """Return a new page."""
        page = OptionsPage(parent)
        page.applied.connect(self.applied)
        return page
