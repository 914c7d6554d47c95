"""One writer at a time: two windows of QGIS on one project write to one GeoPackage."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Iterator, Optional

from qgis.PyQt.QtCore import QLockFile

PATIENCE_MS = 30_000


def lock_of(file: Path, patience_ms: int = 0) -> Optional[QLockFile]:
    """Return a lock on `file` that is held until its unlock(), or until this process ends, however that happens.

    None: another process has it, or nothing can be written beside the file. Any thread.
    """
    lock = QLockFile(str(file.with_name(f"{file.name}.lock")))
    lock.setStaleLockTime(0)  # a process that lives keeps it for as long as its work takes
    return lock if lock.tryLock(patience_ms) else None


@contextlib.contextmanager
def only_writer(file: Path) -> Iterator[None]:
    """Wait until no other window writes to `file`, and keep them waiting; where that takes too long, go on alone."""
    lock = lock_of(file, PATIENCE_MS)
    try:
        yield
    finally:
        if lock is not None:
            lock.unlock()
