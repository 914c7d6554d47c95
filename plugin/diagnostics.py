"""A report for those who help: versions, environment and settings, without the home folder and the person's name."""

from __future__ import annotations

import contextlib
import os
import platform
import re
import unicodedata
from pathlib import Path
from typing import List
from urllib.parse import quote

from qgis.core import Qgis
from qgis.PyQt.QtCore import QT_VERSION_STR

from ..rrsis_core import __version__
from ..rrsis_core.errors import RrsisError
from ..rrsis_core.worker.environment import find_python, managed_folder, probe
from .settings import Settings
from .task import WorkTask

END = r"(?![\w~$-]|\.\w)"  # of a folder's name
SHORT_NAME = re.compile(r"(?<=[\\/])[^\s\\/]{1,8}~\d(?=[\\/])")  # as old programs call a long name on Windows


def homes() -> List[str]:
    """Return the home folder as programs may write it: as it is named, as it is found, and on a server."""
    named = [os.environ.get(name, "") for name in ("HOME", "USERPROFILE", "HOMESHARE")]
    with contextlib.suppress(OSError, RuntimeError):
        named += [str(Path.home()), str(Path.home().resolve())]
    return sorted({home for home in named if _parts(home)}, key=len, reverse=True)


def redacted(text: str) -> str:
    """Return `text` with the home folder as "~", and what people are called in other paths as "USER".

    Whatever the strokes, the case of letters and the writing of umlauts; a folder whose name begins alike is another.
    """
    own = homes()
    names = {_parts(home)[-1] for home in own} | {os.environ.get(name, "") for name in ("USER", "USERNAME")}
    for home in own:
        begin = "(?<!\\w)[\\\\/]+" if home[0] in "\\/" else "(?<!\\w)"
        parts = "[\\\\/]+".join(_spellings(part) for part in _parts(home))
        text = re.sub(f"{begin}{parts}{END}", "~", text, flags=re.IGNORECASE)
    for name in sorted(filter(None, names), key=len, reverse=True):
        text = re.sub(f"(?<=[\\\\/]){_spellings(name)}{END}", "USER", text, flags=re.IGNORECASE)
    return SHORT_NAME.sub("USER", text)


def _parts(path: str) -> List[str]:
    return [part for part in re.split(r"[\\/]+", path) if part]


def _spellings(part: str) -> str:
    """Return a pattern for a name: composed, decomposed, and as addresses of files and repr() have it."""
    forms = {unicodedata.normalize(form, part) for form in ("NFC", "NFD")}
    forms |= {quote(form) for form in forms} | {ascii(form)[1:-1] for form in forms}
    return f"(?:{'|'.join(re.escape(form) for form in sorted(forms, key=len, reverse=True))})"


def report() -> str:
    """Return the report as Markdown; starts the environment's interpreter once, so not on the main thread."""
    settings = Settings()
    rows = [
        ("RRSIS", __version__),
        ("QGIS", Qgis.version()),
        ("Qt", QT_VERSION_STR),
        ("Python in QGIS", platform.python_version()),
        ("System", platform.platform()),
        ("Model", settings.model),
        ("Device", settings.device),
        ("Managed environment", str(managed_folder())),
        *_environment(settings),
    ]
    lines = ["| | |", "|---|---|", *(f"| {name} | {_cell(redacted(value))} |" for name, value in rows)]
    return "\n".join(lines) + "\n"


def _cell(value: str) -> str:
    """Return `value` as one cell of a table in Markdown."""
    return " ".join(value.split()).replace("|", "\\|")


def _environment(settings: Settings) -> list[tuple[str, str]]:
    try:
        python = find_python(settings.python)
        seen = probe(python)
    except RrsisError as error:
        return [("Environment", f"[{error.code}] {error.message}")]
    broken = "; ".join(f"{name}: {reason}" for name, reason in seen.broken.items())
    packages = ", ".join(f"{name} {version}" for name, version in seen.packages.items())
    return [
        ("Environment", f"{python}, Python {seen.python}"),
        ("Packages", packages),
        ("Devices", ", ".join(seen.devices)),
        ("Broken", broken or "nothing"),
    ]


class DiagnosticsTask(WorkTask):
    """Makes the report in the background; succeeds with its text."""

    def work(self) -> str:
        """Make the report."""
        return report()
