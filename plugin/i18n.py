"""Translation of everything a person reads: one context, looked up when it is shown."""

from __future__ import annotations

from pathlib import Path
from typing import List, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

CONTEXT = "RRSIS"
TRANSLATIONS = Path(__file__).resolve().parent.parent / "resources" / "i18n"


def tr(text: str) -> str:
    """Return `text` in the language of the user interface."""
    return QCoreApplication.translate(CONTEXT, text)


def trn(one: str, many: str, n: int) -> str:
    """Return the text for a count of `n`, which stands for %n, in the language of the user interface.

    Args:
        one: The English text for 1.
        many: The English text for all other counts, which is the one that is translated.
        n: The count.
    """
    text = QCoreApplication.translate(CONTEXT, many, None, n)
    return one.replace("%n", str(n)) if n == 1 and text == many.replace("%n", "1") else text


def languages(locale: str) -> List[str]:
    """Return the names of translations that suit `locale`, the most exact one first.

    Who reads traditional Chinese is not given simplified characters.
    """
    parts = locale.replace("-", "_").split("_")
    traditional = parts[0] == "zh" and {"Hant", "TW", "HK", "MO"} & set(parts)
    return ["_".join(parts)] if traditional else ["_".join(parts[:count]) for count in range(len(parts), 0, -1)]


def translation_file() -> Optional[Path]:
    """Return the translations for QGIS's locale, or None where English is shown."""
    paths = (TRANSLATIONS / f"rrsis_{name}.qm" for name in languages(QgsApplication.locale()))
    return next((path for path in paths if path.is_file()), None)


def load_translator() -> Optional[QTranslator]:
    """Return a translator for QGIS's locale, or None where that language has no file."""
    translator, path = QTranslator(), translation_file()
    return translator if path is not None and translator.load(str(path)) else None
