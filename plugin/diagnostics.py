"""A report for those who help: versions, environment and settings, with the home folder left out."""

from __future__ import annotations

import platform
from pathlib import Path

from qgis.core import Qgis
from qgis.PyQt.QtCore import QT_VERSION_STR

from ..rrsis_core import __version__
from ..rrsis_core.errors import RrsisError
from ..rrsis_core.worker.environment import find_python, managed_folder, probe
from .settings import Settings
from .task import WorkTask


def redacted(text: str) -> str:
    """Return `text` with the home folder as "~"."""
    home = str(Path.home())
    return text.replace(home, "~") if len(home) > 1 else text


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
    lines = ["| | |", "|---|---|", *(f"| {name} | {value} |" for name, value in rows)]
    return redacted("\n".join(lines)) + "\n"


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
