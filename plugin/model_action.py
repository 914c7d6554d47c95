"""The entry of the toolbox's menu that opens a sample model in the model designer, as a copy to be changed."""

from __future__ import annotations

import importlib
import sys
from typing import Any, Optional

from qgis.core import QgsProcessingModelAlgorithm
from qgis.PyQt.QtGui import QIcon

from .i18n import tr


class OpenModel:
    """Opens a copy of a model of `provider`; QGIS itself edits only what lies in its own folder of models.

    The toolbox asks for `is_separator`, `name`, `setData`, `isEnabled`, `icon` and `execute`.

    Args:
        provider: Id of the models' provider.
    """

    is_separator = False

    def __init__(self, provider: str) -> None:
        self.name = tr("Open a copy in the model designer")
        self.window: Optional[Any] = None
        self._provider = provider
        self._chosen: Any = None

    def setData(self, chosen: Any, _toolbox: Any) -> None:
        """Take what was clicked in the toolbox."""
        self._chosen = chosen

    def isEnabled(self) -> bool:
        """Return whether that is a model of the provider."""
        chosen = self._chosen
        return isinstance(chosen, QgsProcessingModelAlgorithm) and chosen.provider().id() == self._provider

    def icon(self) -> QIcon:
        """Return the icon of the entry: none."""
        return QIcon()

    def execute(self) -> None:
        """Open the designer; it asks for a place when the copy is saved."""
        copy = self._chosen.create()
        copy.setSourceFilePath("")
        self.window = importlib.import_module("processing.modeler.ModelerDialog").ModelerDialog.create(copy)
        self.window.show()
        self.window.activate()


class ModelMenu:
    """Keeps the entry in the toolbox's menu as long as the plugin is there.

    Args:
        provider: Id of the models' provider.
        iface: QGIS's interface.
    """

    def __init__(self, provider: str, iface: Any) -> None:
        self.action = OpenModel(provider)
        self._iface = iface
        self._offered = self._waits = False
        self._offer()
        if not self._offered:  # plugins are loaded in any order; QGIS may also run without Processing
            iface.initializationCompleted.connect(self._offer)
            self._waits = True

    def _offer(self) -> None:
        if not self._offered and "processing" in sys.modules:
            _menu().registerProviderContextMenuActions([self.action])
            self._offered = True

    def tear_down(self) -> None:
        """Take the entry out again."""
        if self._waits:
            self._iface.initializationCompleted.disconnect(self._offer)
        if self._offered:
            _menu().deregisterProviderContextMenuActions([self.action])


def _menu() -> Any:
    return importlib.import_module("processing.gui.ProviderActions").ProviderContextMenuActions
