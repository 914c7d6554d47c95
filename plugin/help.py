"""The help that comes with the plugin: pages of HTML, opened in the person's browser."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.core import QgsApplication
from qgis.gui import QgsProcessingAlgorithmDialogBase
from qgis.PyQt.QtCore import QEvent, QObject, Qt, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QWidget

from .i18n import languages

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "help"


def help_url(place: str = "") -> QUrl:
    """Return where the help on `place` is, in the language of the user interface where that page is there.

    Args:
        place: Name of an anchor of the page, such as "review"; "": its beginning.
    """
    names = [*(f"index_{name}.html" for name in languages(QgsApplication.locale())), "index.html"]
    url = QUrl.fromLocalFile(str(next((FOLDER / name for name in names if (FOLDER / name).is_file()), FOLDER)))
    url.setFragment(place)
    return url


def show_help(place: str = "") -> bool:
    """Open the help on `place`."""
    return QDesktopServices.openUrl(help_url(place))


def place_of(widget: Optional[QWidget], within: QWidget) -> str:
    """Return the anchor for the control that has the focus: the property "help" of it or of what holds it."""
    while widget is not None and widget is not within:
        place = widget.property("help")
        if place:
            return str(place)
        widget = widget.parentWidget()
    return ""


class HelpKey(QObject):
    """F1 in a dock or dialog opens the help on the control that has the focus, before QGIS's own F1 is heard.

    Args:
        window: The dock or dialog.
        place: Where the help begins for controls that name no place.
        page: Only while this page of the dialog is seen; None: always.
    """

    def __init__(self, window: QWidget, place: str = "", page: Optional[QWidget] = None) -> None:
        super().__init__(window)
        self._window = window
        self._place = place
        self._page = page
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim F1 as it passes from the control to its window, and open the help."""
        kinds = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
        if event.type() not in kinds or event.key() != Qt.Key.Key_F1:
            return False
        if self._page is not None and not self._page.isVisible():
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            show_help(place_of(QgsApplication.focusWidget(), self._window) or self._place)
        return True


class ToolboxHelp(QObject):
    """F1 in the toolbox's dialogs, which QGIS makes, opens the help where the algorithm is one of `provider`.

    Args:
        provider: Id of the algorithms' provider.
    """

    def __init__(self, provider: str) -> None:
        super().__init__()
        self._provider = provider
        QgsApplication.instance().focusChanged.connect(self._look)

    def _look(self, _before: Optional[QWidget], now: Optional[QWidget]) -> None:
        dialog = now.window() if now is not None else None
        if not isinstance(dialog, QgsProcessingAlgorithmDialogBase) or dialog.findChild(HelpKey) is not None:
            return
        algorithm = dialog.algorithm()
        if algorithm is not None and algorithm.id().partition(":")[0] == self._provider:
            HelpKey(dialog, "toolbox")

    def tear_down(self) -> None:
        """Look no more."""
        QgsApplication.instance().focusChanged.disconnect(self._look)
