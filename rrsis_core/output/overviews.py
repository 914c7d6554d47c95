"""Coarser versions of a probability raster inside its file, made from its rows as they come.

Making them from the finished file would unpack all of it again, when everybody waits for the end.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import Any

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.enums import Resampling
from rasterio.windows import Window as RasterioWindow

Bytes = NDArray[np.uint8]
Bools = NDArray[np.bool_]

NODATA = 255
BLOCK_PX = 512
PACKERS = 2  # threads that compress blocks: many wait in GDAL's cache until a file is closed
_SIDE_PX = 1024  # there are overviews until the longer side is at most this
_PIECE_ROWS = 16  # are halved at a time, a multiple of four: sums of a whole row of blocks would be large
_IN_MEMORY_BYTES = 2**20  # more of the finest overview waits on the disk


class Overviews:
    """Means of 4 × 4 pixels, of 8 × 8 and so on; to be closed.

    None is of half the size: it would cost more than all the others together.

    Args:
        count: Bands P.
        shape: (height, width) of the raster.
        folder: Where rows may wait, on the disk that will hold the file.
    """

    def __init__(self, count: int, shape: tuple[int, int], folder: Path) -> None:
        self._count = count
        self._folder = folder
        self._factors: list[int] = []
        while max(shape) > _SIDE_PX * 2 ** (len(self._factors) + 1):
            self._factors.append(2 ** (len(self._factors) + 2))
        self._waiting = self._store()

    def prepare(self, file: Any) -> None:
        """Make room for them in `file`, which is open for writing and holds nothing yet."""
        if self._factors:
            with rasterio.Env(SPARSE_OK_OVERVIEW="YES", GDAL_TIFF_OVR_BLOCKSIZE=BLOCK_PX):
                file.build_overviews(self._factors, Resampling.nearest)

    def add(self, rows: Bytes) -> None:
        """Take the next (P, rows, W) of the raster, a multiple of four but for the last ones."""
        for row in range(0, rows.shape[1] if self._factors else 0, _PIECE_ROWS):
            _append(self._waiting, halved(halved(rows[:, row : row + _PIECE_ROWS])))

    def write(self, path: Path) -> list[Bools]:
        """Write them into the file at `path`, which is closed; rows that never came are nodata.

        Returns:
            (P, rows, columns) of blocks for each overview: which hold something and so must be in the file.
        """
        held = []
        for number in range(len(self._factors)):
            finer, self._waiting = self._waiting, self._store()
            with finer, rasterio.open(path, "r+", overview_level=number, num_threads=PACKERS) as file:
                blocks = np.zeros((self._count, -(-file.height // BLOCK_PX), -(-file.width // BLOCK_PX)), np.bool_)
                for row, rows in self._strips(finer, file.width):
                    blocks[:, row // BLOCK_PX] = something = held_blocks(rows)
                    if something.any():
                        file.write(rows, window=RasterioWindow(0, row, file.width, rows.shape[1]))
                    _append(self._waiting, halved(rows))
            held.append(blocks)
        return held

    def close(self) -> None:
        """Forget the rows that wait."""
        self._waiting.close()

    def _store(self) -> SpooledTemporaryFile[bytes]:
        return SpooledTemporaryFile(_IN_MEMORY_BYTES, dir=str(self._folder))

    def _strips(self, store: SpooledTemporaryFile[bytes], width: int) -> Iterator[tuple[int, Bytes]]:
        """Yield (first row, (P, rows, W)) of what was appended to `store`."""
        store.seek(0)
        row = 0
        while data := store.read(BLOCK_PX * self._count * width):
            rows = np.frombuffer(data, dtype=np.uint8).reshape(-1, self._count, width)
            yield row, np.ascontiguousarray(rows.transpose(1, 0, 2))
            row += len(rows)


def _append(store: SpooledTemporaryFile[bytes], rows: Bytes) -> None:
    store.write(rows.transpose(1, 0, 2).tobytes())  # row by row, so that any number of rows can be read


def held_blocks(rows: Bytes) -> Bools:
    """Return (P, columns) of blocks: which of a row of blocks, given as (P, rows, W), hold something."""
    lowest = np.minimum.reduceat(rows.min(axis=1), np.arange(0, rows.shape[2], BLOCK_PX), axis=1)
    return np.asarray(lowest < NODATA)


def halved(plane: Bytes) -> Bytes:
    """Return (P, ⌈h / 2⌉, ⌈w / 2⌉) means of 2 × 2 pixels of (P, h, w): of those that hold something, if any does."""
    odd_rows, odd_cols = plane.shape[1] % 2, plane.shape[2] % 2
    if odd_rows or odd_cols:
        plane = np.pad(plane, ((0, 0), (0, odd_rows), (0, odd_cols)), constant_values=NODATA)
    upper, lower = plane[:, 0::2], plane[:, 1::2]
    total = np.add(upper, lower, dtype=np.uint16)
    total = total[:, :, 0::2] + total[:, :, 1::2]
    mean = ((total + 2) >> 2).astype(np.uint8)
    highest = np.maximum(upper, lower)
    mixed = (np.maximum(highest[:, :, 0::2], highest[:, :, 1::2]) == NODATA) & (total < 4 * NODATA)
    if mixed.any():
        some = np.stack([half[:, :, right::2][mixed] for half in (upper, lower) for right in (0, 1)])
        known = some != NODATA
        mean[mixed] = np.floor(np.where(known, some, 0).sum(axis=0) / known.sum(axis=0) + 0.5).astype(np.uint8)
    return mean
