"""Finished rows of an unfinished run, kept beside its output so that the run can go on after a crash or a power cut."""

from __future__ import annotations

import glob
import hashlib
import json
import os
import struct
import time
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO

import lz4.block
import numpy as np
from numpy.typing import NDArray

from .errors import DiskFull, OutputNotWritable
from .grid import Window

_RECORD = struct.Struct("<4sqqqqI")  # mark, row, height, phrases, bytes that follow, their CRC-32
_HOLE = b"hole"  # instead of rows: a tile that could not be read, as JSON
_MARK = b"row4"  # compressed by LZ4: writing rows must not keep the processor from the model
_SYNC_S = 1.0  # a power cut loses the rows of this time, not more
_HEADER_BYTES = 1_000_000  # far above any honest one
Hole = tuple[Window, str]
"""A tile that could not be read, and why."""


def question_key(question: dict[str, Any]) -> str:
    """Return a name for everything that the probabilities of a run depend on."""
    return hashlib.sha256(json.dumps(question, default=str).encode()).hexdigest()


def journal_path(output: str, question: dict[str, Any]) -> Path:
    """Return where the journal of the run lies that writes `output` in answer to `question`."""
    return Path(f"{output}.{question_key(question)[:8]}.unfinished")


def other_journals(output: str, question: dict[str, Any]) -> list[tuple[Path, list[str]]]:
    """Return the journals of other runs into `output`, each with the names of what differs from `question`."""
    own = json.loads(json.dumps(question, default=str))
    found = []
    for path in sorted(Path(output).absolute().parent.glob(f"{glob.escape(Path(output).name)}.*.unfinished")):
        if path.name != journal_path(output, question).name:
            other = _question_of(path)
            found.append((path, sorted(name for name in {*own, *other} if own.get(name) != other.get(name))))
    return found


class Journal:
    """Strips of probabilities of one run, appended as they are finished; a context manager.

    Each question has a journal of its own, so that what one run left is never lost to another. What a crash leaves half
    written is cut off on opening.

    Args:
        output: The run's output file; the journal lies beside it.
        question: Everything the probabilities depend on, as JSON values: raster, model, phrases, grid.
        window: The plane whose rows are kept.

    Attributes:
        path: Where it lies.
        finished: Whether the run is, so that the journal goes when the block ends without an error; to be set.
    """

    def __init__(self, output: str, question: dict[str, Any], window: Window) -> None:
        self.path = journal_path(output, question)
        self.finished = False
        self._header = json.dumps({"run": question_key(question), "question": question}, default=str).encode() + b"\n"
        self._window = window
        self._synced = time.monotonic()
        self._start = self._end = len(self._header)
        self._noted: list[bytes] = []  # holes that wait for the next rows
        self._file: BinaryIO | None = None

    def open(self) -> None:
        """Take up the journal that lies there, or begin one.

        Raises:
            DiskFull: There is no room; OutputNotWritable: it cannot be written for another reason.
        """
        try:
            end = _good_end(self.path, self._header)
            self._file = open(self.path, "r+b" if end else "w+b")  # noqa: SIM115 - closed in __exit__
            if end:
                self._end = end
            else:
                self._file.write(self._header)
            self._file.seek(self._end)
            self._file.truncate()
        except OSError as error:
            raise _not_written(self.path, error) from error

    def __enter__(self) -> Journal:
        """Open the journal, and return it."""
        self.open()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file; leave it for the next run of the same question, unless the run is finished or left no row.

        Raises:
            DiskFull: There is no room for its end; an error that is under way is not replaced by this one.
        """
        try:
            if self._file is not None:
                self._file.close()  # tries again to write what a full disk refused
        except OSError as error:
            if kind is None:
                raise _not_written(self.path, error) from error
        if self._file is not None and (not self.holds_rows or (self.finished and kind is None)):
            with suppress(OSError):
                self.path.unlink(missing_ok=True)

    @property
    def holds_rows(self) -> bool:
        """Whether there is anything in it."""
        return self._end > self._start

    def holes(self) -> list[Hole]:
        """Return the tiles that could not be read, in rows that are kept and below."""
        found = []
        for mark, row, height, _, data in self._records():
            if mark == _HOLE:
                said = json.loads(data)
                found.append((Window(row, said["col"], height, said["width"]), said["reason"]))
        return list(dict.fromkeys(found))  # one that was below what was kept failed again

    def strips(self) -> Iterator[tuple[Window, NDArray[np.uint8]]]:
        """Yield (strip, (P, rows, W) uint8 probabilities) that are kept, from top to bottom."""
        for mark, row, height, phrases, data in self._records():
            if mark == _MARK:
                values = np.frombuffer(lz4.block.decompress(data), np.uint8)
                strip = Window(row, self._window.col, height, self._window.width)
                yield strip, values.reshape(phrases, height, self._window.width)

    def _records(self) -> Iterator[tuple[bytes, int, int, int, bytes]]:
        """Yield (mark, row, height, phrases, data) of all that is kept, in the order in which it came."""
        file = self._opened()
        file.seek(self._start)
        while file.tell() < self._end:
            mark, row, height, phrases, length, _ = _RECORD.unpack(file.read(_RECORD.size))
            yield mark, row, height, phrases, file.read(length)

    def note(self, hole: Hole) -> None:
        """Keep, with the next rows, that a tile could not be read; any thread."""
        tile, reason = hole
        data = json.dumps({"col": tile.col, "width": tile.width, "reason": reason}).encode()
        self._noted.append(_record(_HOLE, tile, 0, data))

    def add(self, strip: Window, probability: NDArray[np.uint8]) -> None:
        """Keep the (P, rows, W) uint8 probabilities of `strip`.

        Raises:
            DiskFull: There is no room; OutputNotWritable: it cannot be written for another reason.
        """
        file = self._opened()
        data = lz4.block.compress(np.ascontiguousarray(probability))
        try:
            while self._noted:
                file.write(self._noted.pop(0))
            file.write(_record(_MARK, strip, len(probability), data))
            file.flush()
            self._end = file.tell()
            if time.monotonic() - self._synced >= _SYNC_S:
                os.fsync(file.fileno())
                self._synced = time.monotonic()
        except OSError as error:
            raise _not_written(self.path, error) from error

    def _opened(self) -> BinaryIO:
        if self._file is None:
            raise ValueError(f"{self.path} is not open")
        return self._file


def _record(mark: bytes, place: Window, phrases: int, data: bytes) -> bytes:
    return _RECORD.pack(mark, place.row, place.height, phrases, len(data), zlib.crc32(data)) + data


def _good_end(path: Path, header: bytes) -> int:
    """Return the byte after the last whole record of the journal at `path`, 0 where it is missing or another run's."""
    if not path.is_file():
        return 0
    with path.open("rb") as file:
        if file.read(len(header)) != header:
            return 0
        while True:
            end = file.tell()
            head = file.read(_RECORD.size)
            if len(head) < _RECORD.size:
                return end
            mark, _, _, _, length, checksum = _RECORD.unpack(head)
            if mark not in (_MARK, _HOLE) or not 0 <= length < 2**40:
                return end
            data = file.read(length)
            if len(data) < length or zlib.crc32(data) != checksum:
                return end


def _question_of(path: Path) -> dict[str, Any]:
    """Return the question of the journal at `path`; empty where it cannot be read."""
    try:
        with path.open("rb") as file:
            question = json.loads(file.readline(_HEADER_BYTES))["question"]
        return question if isinstance(question, dict) else {}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _not_written(path: Path, error: OSError) -> OutputNotWritable:
    if error.errno == 28:  # ENOSPC, the same number on every system
        return DiskFull(
            f"The disk that holds {path.parent} is full: free some space and run it again.", path=str(path.parent)
        )
    return OutputNotWritable(
        f"{path} cannot be written ({error.strerror or error}). Choose another folder for the results.",
        path=str(path),
        reason=str(error.strerror or error),
    )
