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


def translation_file() -> Optional[Path]:
    """Return the translations for QGIS's locale, or None where English is shown."""
    locale = QgsApplication.locale()
    paths = (TRANSLATIONS / f"rrsis_{name}.qm" for name in (locale, locale.split("_")[0]))
    return next((path for path in paths if path.is_file()), None)


def load_translator() -> Optional[QTranslator]:
    """Return a translator for QGIS's locale, or None where that language has no file."""
    translator, path = QTranslator(), translation_file()
    return translator if path is not None and translator.load(str(path)) else None
