"""Translation of everything a person reads: one context, looked up when it is shown."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

CONTEXT = "RRSIS"
TRANSLATIONS = Path(__file__).resolve().parent.parent / "resources" / "i18n"


def tr(text: str) -> str:
    """Return `text` in the language of the user interface."""
    return QCoreApplication.translate(CONTEXT, text)


def load_translator() -> Optional[QTranslator]:
    """Return a translator for QGIS's locale, or None where that language has no file."""
    translator = QTranslator()
    locale = QgsApplication.locale()
    for name in (locale, locale.split("_")[0]):
        path = TRANSLATIONS / f"rrsis_{name}.qm"
        if path.is_file() and translator.load(str(path)):
            return translator
    return None
