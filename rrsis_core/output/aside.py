"""Files that appear whole or not at all: written in a folder aside, then renamed into a place where nothing is lost."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path
from types import TracebackType

from ..errors import OutputBeside, OutputForeign, OutputLocked, OutputNotWritable, warn
from ._formats import PARTITIONED, RASTER_SUFFIXES, VECTOR_DRIVERS
from .claim import BEFORE, Claim
from .earlier import strange
from .problems import LEAST_FREE_BYTES, disk_full, written

_LONGEST_NAME_BYTES = 220  # file systems take 255, of which the journal's and the aside's names need some
_SIDECARS = (".aux.xml", ".ovr", ".msk")
_SHAPEFILE_SIDECARS = (".qix", ".sbn", ".sbx", ".qpj", ".prj", ".cpg")


def check_output(path: str, *, overwrite: bool = False, raster: bool | None = None) -> None:
    """Make sure, before any work is done, that a result can be written to `path` and costs nothing that lies there.

    Args:
        path: Where the result is to go.
        overwrite: Whether it may replace something else than an earlier result.
        raster: Whether probabilities are to be written, or polygons; None: either.

    Raises:
        OutputNotWritable: The folder is missing or read-only, or the format is unknown.
        OutputForeign: Something lies there that no run wrote, or that was changed since.
        OutputLocked: The file is there and open in another program, or another run is writing it.
        DiskFull: There is no room at all.
    """
    _check_place(path, overwrite=overwrite, raster=raster)
    with Claim(followed(Path(path))):
        pass


def followed(target: Path) -> Path:
    """Return the absolute path at which a result for `target` is written: where a link to a file of its format leads.

    So the link stays, and so does the disk that it was made to use. A link to a file under another ending, as stores
    of large files make them, is replaced itself: what it leads to may belong to others, and its name says no format.
    """
    place = target.absolute()
    real = Path(os.path.realpath(place)) if os.path.islink(place) else place  # Path's own raises of too long a name
    return real if real.suffix.lower() == place.suffix.lower() else place


def _check_place(path: str, *, overwrite: bool, raster: bool | None = None) -> None:
    """Do what `check_output` does, but for what takes a folder aside."""
    target = followed(Path(path))
    suffix = target.suffix.lower()
    polygons, probabilities = (*VECTOR_DRIVERS, PARTITIONED), RASTER_SUFFIXES
    formats = (*polygons, *probabilities) if raster is None else probabilities if raster else polygons
    if suffix not in formats:
        what = {None: "results", True: "probabilities", False: "polygons"}[raster]
        raise OutputNotWritable(
            f'{path} ends with "{suffix}", which is no format for {what}: use one of {", ".join(formats)}.', path=path
        )
    if any(ord(letter) < 32 or 0xD800 <= ord(letter) < 0xE000 for letter in str(target.absolute())):
        raise OutputNotWritable(
            f"{path!r} holds a line break, another control character or bytes that are no text: choose a plain name.",
            path=repr(path),
        )
    if len(os.fsencode(target.name)) > _LONGEST_NAME_BYTES:
        raise OutputNotWritable(
            f"The name {target.name[:40]}… is too long for the files beside it: choose a shorter one.", path=path
        )
    folder = target.absolute().parent
    if not folder.is_dir():
        raise OutputNotWritable(
            f"The folder {folder} for {target.name} does not exist: make it, or choose another one.", path=path
        )
    if target.is_dir() and suffix != PARTITIONED:
        raise OutputNotWritable(f"{path} is a folder: name a file to write.", path=path)
    with written(target.absolute()):
        usage = shutil.disk_usage(folder)
        if usage.total and usage.free < LEAST_FREE_BYTES:  # /sys and the like have no room at all to speak of
            raise disk_full(target.absolute())
        _check_replaceable(target, overwrite=overwrite)


def _check_replaceable(target: Path, *, overwrite: bool) -> None:
    """Raise OutputNotWritable, OutputLocked or OutputForeign where what lies at `target` must stay."""
    if target.exists():
        if not os.access(target, os.W_OK):
            raise OutputNotWritable(
                f"{target} is read-only: choose another name or allow writing to it.", path=str(target)
            )
        check_unlocked(target)
    if target.is_dir() and any(entry.is_dir() or entry.suffix != PARTITIONED for entry in target.iterdir()):
        raise OutputForeign(
            f"{target} is a folder that holds other things than {PARTITIONED} files: choose another output.",
            path=str(target),
            reason="other files",
        )
    try:
        reason = "" if overwrite else strange(target)
    except sqlite3.OperationalError as error:
        raise _locked(target) from error
    if reason:
        raise OutputForeign(
            f"{target} is not replaced: {reason}. Choose another output file, or allow overwriting"
            " (--overwrite on the command line, OVERWRITE in the toolbox).",
            path=str(target),
            reason=reason,
        )


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
        raise _locked(target) from error


def _locked(target: Path) -> OutputLocked:
    return OutputLocked(
        f"{target} is open in another program (a layer of it in QGIS, perhaps being edited): remove that layer or"
        " close the program, or choose another output file.",
        path=str(target),
    )


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
    Only a whole result takes the target's name, and only where that costs nothing but an earlier result; a part goes
    to NAME_partial, and what would cost something to NAME_2, under a number that is free.

    Args:
        target: The file to write.
        overwrite: Whether it may replace something else than an earlier result.

    Attributes:
        target: The file that was asked for, or the one to which a link of that name leads.
        place: Where the result went.
        partial: Whether what was written is only a part; to be set before the block ends.
    """

    def __init__(self, target: str | Path, *, overwrite: bool = False) -> None:
        self.target = self.place = followed(Path(target))
        self.partial = False
        self._overwrite = overwrite
        self._claim = Claim(self.target)
        self._folder = self._claim.folder / "new"

    @property
    def path(self) -> Path:
        """Where to write."""
        return self._folder / self.target.name

    def __enter__(self) -> Aside:
        """Make the folder; raises as check_output does."""
        _check_place(str(self.target), overwrite=self._overwrite)
        self._claim.__enter__()
        with written(self.target):
            self._folder.mkdir(exist_ok=True)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Rename the files into their place, or delete them after an error."""
        try:
            if kind is None:
                self._publish()
        finally:
            self._claim.__exit__(kind, value, trace)

    def _publish(self) -> None:
        with written(self.target):
            for file in self._folder.rglob("*"):
                if file.is_file():
                    _sync(file)
            if self.partial:
                self._put(self._free("_partial"))
                return
            try:
                _check_replaceable(self.target, overwrite=self._overwrite)
                self._put(self.target)
            except (OutputLocked, OutputForeign) as error:
                self._put(self._free(""))
                warn(
                    OutputBeside(
                        f"The result was written to {self.place.name}, beside {self.target.name}. {error.message}",
                        path=str(self.place),
                        output=str(self.target),
                    )
                )

    def _free(self, ending: str) -> Path:
        """Return the first of NAME`ending`, NAME`ending`_2 … under which none of the files is there."""
        number = 1
        while True:
            name = f"{self.target.stem}{ending}{'' if number == 1 else f'_{number}'}"
            place = self.target.with_name(f"{name}{self.target.suffix}")
            if place != self.target and not any(there.exists() for there in self._moves(place).values()):
                return place
            number += 1

    def _moves(self, place: Path) -> dict[Path, Path]:
        """Return where each file goes if the main one goes to `place`, companions first.

        Whoever sees the main file sees them too.
        """
        files = sorted(self._folder.iterdir(), key=lambda file: file.name == self.target.name)
        return {file: place.with_name(place.stem + file.name.removeprefix(self.target.stem)) for file in files}

    def _put(self, place: Path) -> None:
        if place.is_dir():
            _replace(place, self._claim.folder / BEFORE)
        moves = self._moves(place)
        stale = [place.with_name(place.name + end) for end in _SIDECARS]
        stale += [place.with_suffix(end) for end in _SHAPEFILE_SIDECARS if place.suffix.lower() == ".shp"]
        for file in set(stale) - set(moves.values()):
            file.unlink(missing_ok=True)
        for file, goal in moves.items():
            _replace(file, goal)
        self.place = place


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
