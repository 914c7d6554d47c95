"""Where this person's programs keep data on this platform."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Mapping, Optional


def data_folder(environ: Optional[Mapping[str, str]] = None) -> Path:
    """Return the folder in which this person's programs keep data, or what RRSIS_HOME names."""
    variables = os.environ if environ is None else environ
    if variables.get("RRSIS_HOME"):
        return Path(os.path.expanduser(variables["RRSIS_HOME"]))  # Path's own raises where there is no such person
    home = Path(variables.get("HOME") or Path.home())
    if sys.platform == "win32":
        return Path(variables.get("LOCALAPPDATA") or home / "AppData" / "Local") / "rrsis"
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "rrsis"
    return Path(variables.get("XDG_DATA_HOME") or home / ".local" / "share") / "rrsis"
