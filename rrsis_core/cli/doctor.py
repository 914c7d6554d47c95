"""The command `doctor`: what works here and what is missing."""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict
from pathlib import Path

from .. import __version__
from ..errors import EnvironmentMissing
from ..folders import data_folder
from ..weight_files import cache_folder
from ..worker.environment import find_python, probe
from ..worker.verbs import model_rows
from .entry import Said


def doctor_command(options: argparse.Namespace) -> Said:
    """Carry out `rrsis doctor`; exit code 1 where something needed does not work."""
    said = probe(Path(sys.executable))
    ready = [row["name"] for row in model_rows() if row["state"] == "ready"]
    try:
        worker = str(find_python())
    except EnvironmentMissing as error:
        worker = str(error)
    sick = bool(said.broken) or not ready
    values = {
        "version": __version__,
        "healthy": not sick,
        "executable": sys.executable,
        **asdict(said),
        "models_ready": ready,
        "worker_python": worker,
        "data_folder": str(data_folder()),
        "cache_folder": str(cache_folder()),
    }
    lines = [
        f"rrsis {__version__}, Python {said.python} ({sys.executable})",
        f"devices: {', '.join(said.devices)}",
        f"packages: {', '.join(f'{name} {number}' for name, number in said.packages.items())}",
        *(f"does not work: {name} ({why})" for name, why in said.broken.items()),
        f"models ready: {', '.join(ready) or 'none; see `rrsis models`'}",
        f"the worker's Python: {worker}",
        f"folders: {values['data_folder']}, {values['cache_folder']}",
        "Something is missing, see above." if sick else "All is well.",
    ]
    return Said(values, "\n".join(lines), int(sick))
