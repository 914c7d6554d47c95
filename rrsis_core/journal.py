"""Finished rows of an unfinished run, kept beside its output so that the run can go on after a crash or a power cut."""

from __future__ import annotations

import json
import os
import struct
import time
import zlib
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

from .errors import DiskFull, OutputNotWritable
from .grid import Window

_RECORD = struct.Struct("<4sqqqqI")  # mark, row, height, phrases, bytes that follow, their CRC-32
_MARK = b"rows"
_SYNC_S = 1.0  # a power cut loses the rows of this time, not more


def journal_path(output: str) -> Path:
    """Return where the journal of the run that writes `output` lies."""
    return Path(f"{output}.unfinished")


class Journal:
    """Strips of probabilities of one run, appended as they are finished.

    What a crash leaves half written is cut off on opening. A journal of another run (another `key`) is thrown away.

    Args:
        output: The run's output file; the journal lies beside it.
        key: Names everything the probabilities depend on: raster, model, phrases, grid.
        window: The plane whose rows are kept.
        resume: Whether earlier rows are taken up; otherwise the journal starts empty.
    """

    def __init__(self, output: str, key: str, window: Window, *, resume: bool) -> None:
        self.path = journal_path(output)
        self._window = window
        self._synced = time.monotonic()
        header = json.dumps({"run": key}).encode() + b"\n"
        try:
            self._end = _good_end(self.path, header) if resume else 0
            self._file: BinaryIO = open(self.path, "r+b" if self._end else "w+b")  # noqa: SIM115 - closed in __exit__
            self._start = len(header)
            if not self._end:
                self._file.write(header)
                self._end = self._start
            self._file.seek(self._end)
            self._file.truncate()
        except OSError as error:
            raise _not_written(self.path, error) from error

    def __enter__(self) -> Journal:
        """Return the journal."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file and leave it for a later `resume`.

        Raises:
            DiskFull: There is no room for its end; an error that is under way is not replaced by this one.
        """
        try:
            self._file.close()  # tries again to write what a full disk refused
        except OSError as error:
            if kind is None:
                raise _not_written(self.path, error) from error

    def strips(self) -> Iterator[tuple[Window, NDArray[np.uint8]]]:
        """Yield (strip, (P, rows, W) uint8 probabilities) that are kept, from top to bottom."""
        self._file.seek(self._start)
        while self._file.tell() < self._end:
            _, row, height, phrases, length, _ = _RECORD.unpack(self._file.read(_RECORD.size))
            values = np.frombuffer(zlib.decompress(self._file.read(length)), np.uint8)
            strip = Window(row, self._window.col, height, self._window.width)
            yield strip, values.reshape(phrases, height, self._window.width)

    def add(self, strip: Window, probability: NDArray[np.uint8]) -> None:
        """Keep the (P, rows, W) uint8 probabilities of `strip`.

        Raises:
            DiskFull: There is no room; OutputNotWritable: it cannot be written for another reason.
        """
        data = zlib.compress(np.ascontiguousarray(probability).tobytes(), 1)
        head = _RECORD.pack(_MARK, strip.row, strip.height, len(probability), len(data), zlib.crc32(data))
        try:
            self._file.write(head + data)
            self._file.flush()
            if time.monotonic() - self._synced >= _SYNC_S:
                os.fsync(self._file.fileno())
                self._synced = time.monotonic()
        except OSError as error:
            raise _not_written(self.path, error) from error

    def discard(self) -> None:
        """Delete the journal of a run that is finished."""
        self._file.close()
        self.path.unlink(missing_ok=True)


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
            if mark != _MARK or not 0 <= length < 2**40:
                return end
            data = file.read(length)
            if len(data) < length or zlib.crc32(data) != checksum:
                return end


def _not_written(path: Path, error: OSError) -> OutputNotWritable:
    if error.errno == 28:  # ENOSPC, the same number on every system
        return DiskFull(
            f"The disk that holds {path.parent} is full. Free some space and start again with resume: what was finished"
            " is kept.",
            path=str(path.parent),
        )
    return OutputNotWritable(
        f"{path} cannot be written ({error.strerror or error}). Choose another folder for the results.",
        path=str(path),
        reason=str(error.strerror or error),
    )
