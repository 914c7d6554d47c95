"""One run at a time for an output: a folder beside it, locked by the process that writes there and gone with it."""

from __future__ import annotations

import errno
import os
import platform
import shutil
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from filelock import FileLock, Timeout

from ..errors import OutputLocked
from .problems import written

PREFIX = ".rrsis-"
BEFORE = "before"  # in the folder: an earlier result, for the moment between its leaving and the coming of the new one
_LOCK, _OWNER = "lock", "owner"
_PATIENCE_S = 1.0  # a run that has just ended is clearing up
_TRIES = 20
_ABANDONED_S = 3 * 86_400  # without a lock to ask, a run that has not written for so long is no longer there
_NO_LOCKS = {errno.ENOLCK, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP}


class Claim:
    """The right to write `target`, and the folder in which that is done; a context manager.

    The operating system lets go of the lock when the process ends, however it ends. So what a killed process left is
    known for certain, and cleared away at once, by the next run that writes into the same folder. A file system that
    knows no locks is written to without one.

    Args:
        target: The file that is going to be written.
    """

    def __init__(self, target: Path) -> None:
        self._target = target
        self.folder = target.parent / f"{PREFIX}{target.name}"
        self._lock = _lock(self.folder, _PATIENCE_S)

    def __enter__(self) -> Claim:
        """Take it.

        Raises:
            OutputLocked: Another run has it. OutputNotWritable: The place cannot be written to.
        """
        with written(self._target):
            clear_abandoned(self._target.parent, but=self.folder)
            self._take()
            _clear(self.folder)
        with suppress(OSError):  # a full disk is named by what is written next
            (self.folder / _OWNER).write_text(f"process {os.getpid()} on {platform.node()}", encoding="utf-8")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Delete the folder and let go."""
        _clear(self.folder)
        _let_go(self.folder, self._lock)

    def _take(self) -> None:
        for left in reversed(range(_TRIES)):
            self.folder.mkdir(exist_ok=True)
            try:
                if _acquired(self._lock):
                    return
                raise OutputLocked(
                    f"{self._target} is being written by another run ({self._owner()}): wait for it, stop it, or choose"
                    " another output file.",
                    path=str(self._target),
                    owner=self._owner(),
                )
            except FileNotFoundError:  # the run that had it deleted the folder at this moment
                if not left:
                    raise

    def _owner(self) -> str:
        try:
            return (self.folder / _OWNER).read_text(encoding="utf-8")
        except OSError:
            return "it has just begun"


def clear_abandoned(parent: Path, but: Path | None = None) -> None:
    """Delete the folders in `parent` of runs whose process is gone, except `but`."""
    for folder in parent.glob(f"{PREFIX}*"):
        with suppress(OSError):  # another process may do the same at this moment
            if folder == but or not folder.is_dir():
                continue
            lock = _lock(folder, 0)
            if (folder / _LOCK).exists() and _acquired(lock):
                if lock.is_locked or _is_old(folder):
                    _clear(folder)
                    _let_go(folder, lock)
            elif not (folder / _LOCK).exists() and _is_old(folder):
                shutil.rmtree(folder, ignore_errors=True)


def _lock(folder: Path, patience_s: float) -> FileLock:
    return FileLock(folder / _LOCK, timeout=patience_s, thread_local=False)


def _acquired(lock: FileLock) -> bool:
    """Return whether nobody else holds the lock; true without holding it where the file system knows none."""
    try:
        lock.acquire()
    except Timeout:
        return False
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            raise
    return True


def _let_go(folder: Path, lock: FileLock) -> None:
    """Release the lock and delete its file and folder, in an order in which nobody takes a file that is going."""
    with suppress(OSError):
        (folder / _LOCK).unlink()  # while it is held; Windows refuses that
    lock.release()
    if os.name == "nt":
        with suppress(OSError):
            (folder / _LOCK).unlink()  # refused where another run holds it by now
    with suppress(OSError):
        folder.rmdir()


def _clear(folder: Path) -> None:
    """Delete everything in `folder` but the lock; an earlier result whose place is empty goes back there."""
    target = folder.with_name(folder.name.removeprefix(PREFIX))
    with suppress(OSError):
        if (folder / BEFORE).exists() and not target.exists():
            os.replace(folder / BEFORE, target)
        for entry in list(folder.iterdir()):
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry, ignore_errors=True)
            elif entry.name != _LOCK:
                entry.unlink(missing_ok=True)


def _is_old(folder: Path) -> bool:
    return time.time() - max(file.stat().st_mtime for file in (folder, *folder.rglob("*"))) > _ABANDONED_S
