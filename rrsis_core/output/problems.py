"""Why something could not be written, as one of our errors."""

from __future__ import annotations

import errno
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import DiskFull, OutputNotWritable

LEAST_FREE_BYTES = 1_000_000
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NO_ROOM_WORDS = ("no space", "disk is full", "disk full", "write error", "file too large", "disk i/o error")


@contextmanager
def written(target: Path, *more: type[Exception]) -> Iterator[None]:
    """Turn errors of writing, OSError and the kinds in `more`, into OutputNotWritable or DiskFull with `target`."""
    try:
        yield
    except OutputNotWritable:
        raise
    except OSError as error:
        raise not_written(target, error) from error
    except more as error:
        raise not_written(target, error) from error


def not_written(target: Path, error: Exception) -> OutputNotWritable:
    """Return the error that says in a sentence why `target` was not written."""
    if any(_tells_no_room(cause) for cause in _causes(error)) or _is_full(target.parent):
        return disk_full(target)
    if isinstance(error, PermissionError) or getattr(error, "errno", None) == errno.EROFS:
        return OutputNotWritable(
            f"The folder {target.parent} may not be written to: choose another folder for {target.name}.",
            path=str(target),
        )
    return OutputNotWritable(f"{target} could not be written ({error}): choose another place.", path=str(target))


def disk_full(target: Path) -> DiskFull:
    """Return the error that says that there is no room for `target`."""
    return DiskFull(
        f"The disk that holds {target.parent} ran out of room while {target.name} was written: free some space and run"
        " it again, or choose another disk.",
        path=str(target),
    )


def _is_full(folder: Path) -> bool:
    """Return whether there is no room now, which databases report in many words."""
    try:
        usage = shutil.disk_usage(folder)
    except OSError:
        return False
    return usage.total > 0 and usage.free < LEAST_FREE_BYTES


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _tells_no_room(error: BaseException) -> bool:
    words = str(error).lower()
    return getattr(error, "errno", None) in _NO_ROOM or any(part in words for part in _NO_ROOM_WORDS)
