"""Where the files of a dock search lie while it runs: one that was cut off finds its finished rows there again."""

from __future__ import annotations

import contextlib
import hashlib
import shutil
import tempfile
import time
from pathlib import Path
from typing import Optional

from ..rrsis_core.folders import data_folder

KEPT_S = 14 * 86_400  # rows that nobody went on with


def enter(question: Optional[str]) -> Path:
    """Return a folder for the files of a run; the same one for the same `question`, None: one that lasts no longer."""
    if question is not None:
        folder = _lasting() / hashlib.sha256(question.encode("utf-8")).hexdigest()[:16]
        with contextlib.suppress(OSError):
            forget_old()
            folder.mkdir(parents=True, exist_ok=True)
            return folder
    return Path(tempfile.mkdtemp(prefix="rrsis-"))


def leave(folder: Path) -> None:
    """Delete the files of a run, but not finished rows that a run of the same question goes on from."""
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


def _lasting() -> Path:
    return data_folder() / "unfinished"
