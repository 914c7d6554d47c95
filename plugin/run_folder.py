"""Where the files of a dock search lie while it runs: one that was cut off finds its finished rows there again."""

from __future__ import annotations

import contextlib
import hashlib
import shutil
import tempfile
import time
from pathlib import Path
from typing import Dict, Optional

from qgis.PyQt.QtCore import QLockFile

from ..rrsis_core.folders import data_folder
from .file_lock import lock_of

KEPT_S = 14 * 86_400  # rows that nobody went on with
_held: Dict[Path, QLockFile] = {}


def enter(question: Optional[str]) -> Path:
    """Return a folder for the files of a run; the same one for the same `question`, None: one that lasts no longer.

    Where another window of QGIS is at the same question, it is one that lasts no longer, too.
    """
    if question is not None:
        folder = _lasting() / hashlib.sha256(question.encode("utf-8")).hexdigest()[:16]
        with contextlib.suppress(OSError):
            forget_old()
            folder.mkdir(parents=True, exist_ok=True)
            lock = lock_of(folder)
            if lock is not None:
                _held[folder] = lock
                return folder
    return Path(tempfile.mkdtemp(prefix="rrsis-"))


def leave(folder: Path) -> None:
    """Delete the files of a run, but not finished rows that a run of the same question goes on from."""
    try:
        _sweep(folder)
    finally:
        lock = _held.pop(folder, None)
        if lock is not None:
            lock.unlock()


def _sweep(folder: Path) -> None:
    if folder.parent != _lasting() or not any(folder.glob("*.unfinished")):
        shutil.rmtree(folder, ignore_errors=True)
        return
    for file in folder.glob("*.gpkg*"):
        if file.suffix != ".unfinished":
            with contextlib.suppress(OSError):
                file.unlink()


def forget_old() -> None:
    """Delete rows that nobody went on with for two weeks."""
    for folder in _lasting().glob("*/"):
        files = list(folder.iterdir())
        rows_alone = all(file.suffix == ".unfinished" for file in files)
        if rows_alone and time.time() - max(file.stat().st_mtime for file in (folder, *files)) > KEPT_S:
            shutil.rmtree(folder, ignore_errors=True)
    for lock in _lasting().glob("*.lock"):
        with contextlib.suppress(OSError):  # of processes that were killed
            if time.time() - lock.stat().st_mtime > KEPT_S and not lock.with_suffix("").is_dir():
                lock.unlink()


def _lasting() -> Path:
    return data_folder() / "unfinished"
