"""Files that appear whole or not at all: written in a folder aside, then renamed into their place."""

from __future__ import annotations

import errno
import glob
import os
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from types import TracebackType

from ..errors import DiskFull, OutputLocked, OutputNotWritable

VECTOR_DRIVERS = {".gpkg": "GPKG", ".geojson": "GeoJSON", ".fgb": "FlatGeobuf", ".shp": "ESRI Shapefile"}
PARTITIONED = ".parquet"  # a folder of such files
RASTER_SUFFIXES = (".tif", ".tiff")
_ABANDONED_S = 3 * 86_400  # a run that has not written for so long is no longer there
_LEAST_FREE_BYTES = 1_000_000
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_NO_ROOM_WORDS = ("no space", "disk is full", "disk full", "write error", "file too large", "disk i/o error")
_SIDECARS = (".aux.xml", ".ovr", ".msk")


def check_output(path: str) -> None:
    """Make sure, before any work is done, that a result can be written to `path`.

    Raises:
        OutputNotWritable: The folder is missing or read-only, or the format is unknown.
        OutputLocked: The file is there and open in another program.
        DiskFull: There is no room at all.
    """
    target = Path(path)
    suffix = target.suffix.lower()
    formats = (*VECTOR_DRIVERS, PARTITIONED, *RASTER_SUFFIXES)
    if suffix not in formats:
        known = ", ".join(formats)
        raise OutputNotWritable(
            f'{path} ends with "{suffix}", which is no format that can be written: use one of {known}.', path=path
        )
    if any(ord(letter) < 32 or 0xD800 <= ord(letter) < 0xE000 for letter in str(target.absolute())):
        raise OutputNotWritable(
            f"{path!r} holds a line break, another control character or bytes that are no text: choose a plain name.",
            path=repr(path),
        )
    folder = target.absolute().parent
    if not folder.is_dir():
        raise OutputNotWritable(
            f"The folder {folder} for {target.name} does not exist: make it, or choose another one.", path=path
        )
    if target.is_dir() and not _is_partitioned(target):
        raise OutputNotWritable(f"{path} is a folder: name a file to write.", path=path)
    _check_folder(folder, target.name)
    if target.exists():
        if not os.access(target, os.W_OK):
            raise OutputNotWritable(f"{path} is read-only: choose another name or allow writing to it.", path=path)
        check_unlocked(target)


def check_spared(path: str, inputs: Iterable[str]) -> None:
    """Make sure that a result at `path` does not replace one of the files that are read, by whatever name.

    Raises:
        OutputNotWritable: It would.
    """
    for read in inputs:
        if _is_same(path, read):
            raise OutputNotWritable(
                f"{path} is read by this run ({read}) and would be replaced by its result: choose another name.",
                path=path,
            )


def _is_same(path: str, other: str) -> bool:
    try:
        return os.path.samefile(path, other)
    except (OSError, ValueError):  # one of them is not there, or no file at all
        return False


def _is_partitioned(folder: Path) -> bool:
    """Return whether `folder` is one that a run wrote, and so may be replaced: it holds nothing but its partitions."""
    return folder.suffix.lower() == PARTITIONED and all(
        entry.suffix == PARTITIONED and entry.is_file() for entry in folder.iterdir()
    )


def _check_folder(folder: Path, name: str) -> None:
    """Try to make a folder in `folder`, as writing will; raises OutputNotWritable or DiskFull."""
    try:
        os.rmdir(tempfile.mkdtemp(prefix=".rrsis-", dir=folder))
        free = shutil.disk_usage(folder).free
    except OSError as error:
        raise not_written(folder / name, error) from error
    if free < _LEAST_FREE_BYTES:
        raise _disk_full(folder / name)


def check_unlocked(target: Path) -> None:
    """Raise OutputLocked where the file at `target` is open in another program and must not be replaced.

    Where a system lets an open file be replaced, other programs keep seeing the old one, and that is fine; but a
    database that is open for writing has a log beside it, which would be played into the new file.
    """
    try:
        os.replace(target, target)  # on Windows this fails for an open file; elsewhere it does nothing
        if target.suffix.lower() == ".gpkg":
            _close_log(target)
    except (PermissionError, sqlite3.OperationalError) as error:
        raise OutputLocked(
            f"{target} is open in another program (a layer of it in QGIS, perhaps being edited): remove that layer or"
            " close the program, or choose another output file.",
            path=str(target),
        ) from error


def _close_log(target: Path) -> None:
    """Play a left-over log of a database into it; raises sqlite3.OperationalError where another program has it open."""
    if not _has_log(target):
        return
    try:
        with closing(sqlite3.connect(target, timeout=0.2, isolation_level=None)) as database:
            database.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        return  # no database at all: nothing can be played into it


def _has_log(target: Path) -> bool:
    return any(target.with_name(target.name + end).exists() for end in ("-wal", "-shm", "-journal"))


class Aside:
    """A folder beside the target in which its file is written; a context manager.

    When the block ends without an error the files in it are renamed into the target's folder, else they are deleted.

    Args:
        target: The file to write.
    """

    def __init__(self, target: str | Path) -> None:
        self.target = Path(target).absolute()
        self._folder = Path()

    @property
    def path(self) -> Path:
        """Where to write."""
        return self._folder / self.target.name

    def __enter__(self) -> Aside:
        """Make the folder, and remove what runs for the same target left that were killed long ago."""
        check_output(str(self.target))
        prefix = f".rrsis-{self.target.name}-"
        with written(self.target):
            for left in self.target.parent.glob(f"{glob.escape(prefix)}*"):
                with suppress(FileNotFoundError):  # a run that ends at this moment removes its own
                    if time.time() - max(file.stat().st_mtime for file in (left, *left.rglob("*"))) > _ABANDONED_S:
                        shutil.rmtree(left, ignore_errors=True)
            self._folder = Path(tempfile.mkdtemp(prefix=prefix, dir=self.target.parent))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Rename the files into their place, or delete them after an error."""
        try:
            if kind is None:
                self._publish()
        finally:
            shutil.rmtree(self._folder, ignore_errors=True)

    def _publish(self) -> None:
        with written(self.target):
            # Companions first: whoever sees the main file sees them too.
            files = sorted(self._folder.iterdir(), key=lambda file: file.name == self.target.name)
            for file in self._folder.rglob("*"):
                if file.is_file():
                    _sync(file)
            if self.target.exists():
                check_unlocked(self.target)
            if self.target.is_dir():
                _replace(self.target, Path(tempfile.mkdtemp(dir=self._folder)) / "before")
            for end in _SIDECARS:
                self.target.with_name(self.target.name + end).unlink(missing_ok=True)
            for file in files:
                _replace(file, self.target.with_name(file.name))


def _replace(file: Path, place: Path) -> None:
    try:
        os.replace(file, place)
    except PermissionError as error:
        raise OutputLocked(
            f"{place} was opened in another program while results were made: close it there and run again, or choose"
            " another output file.",
            path=str(place),
        ) from error


def _sync(file: Path) -> None:
    """Wait until the file is on the disk, so that a power cut after the rename does not leave an empty one."""
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())


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
    if any(_tells_no_room(cause) for cause in _causes(error)):
        return _disk_full(target)
    if isinstance(error, PermissionError) or getattr(error, "errno", None) == errno.EROFS:
        return OutputNotWritable(
            f"The folder {target.parent} may not be written to: choose another folder for {target.name}.",
            path=str(target),
        )
    return OutputNotWritable(f"{target} could not be written ({error}): choose another place.", path=str(target))


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__


def _tells_no_room(error: BaseException) -> bool:
    words = str(error).lower()
    return getattr(error, "errno", None) in _NO_ROOM or any(part in words for part in _NO_ROOM_WORDS)


def _disk_full(target: Path) -> DiskFull:
    return DiskFull(
        f"The disk that holds {target.parent} ran out of room while {target.name} was written, and nothing was left"
        " behind: free some space, or choose another disk.",
        path=str(target),
    )
