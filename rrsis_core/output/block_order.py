"""Blocks of a finished TIFF in the order of a cloud-optimised one: the coarsest overview first, the raster last.

Overviews are made from the rows of a raster and so lie behind it. Whoever reads the file from a server would have to
look for them at its end. Compressed blocks are copied as they are; docs/adr/0014-order-of-blocks.md tells why by us.
"""

from __future__ import annotations

import contextlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import numpy as np
from numpy.typing import NDArray

OFFSETS, SIZES = 324, 325  # tags TileOffsets and TileByteCounts (TIFF 6.0, section 15)
_FAR = 2**62
_NUMBERS = {3: "<u2", 4: "<u4", 16: "<u8"}  # SHORT, LONG, and LONG8 of BigTIFF


@dataclass(frozen=True)
class _List:
    """Numbers of a directory, one a block: where they lie in the file, in which type, and what they are."""

    place: int
    kind: str
    values: NDArray[np.int64]


def put_overviews_first(path: Path) -> None:
    """Write the TIFF at `path` anew with the blocks of coarser overviews before those of finer ones.

    Args:
        path: A whole file that GDAL has just finished, little-endian and tiled, whose overviews it was told of before
            it was written: then all that is not a block lies before the first one. Another file, or one for whose copy
            there is no room, stays as it is, which is slower to read and no less right.
    """
    aside = path.with_name(f"{path.name}.ordered")
    with contextlib.suppress(OSError):
        try:
            if _ordered(path, aside):
                os.replace(aside, path)
        finally:
            aside.unlink(missing_ok=True)


def _ordered(path: Path, aside: Path) -> bool:
    """Write the file in the better order to `aside`; return whether there is one."""
    with open(path, "rb") as source:
        images, end = _images(source)
        first = min((int(offsets.values[sizes.values > 0].min(initial=_FAR)) for offsets, sizes in images), default=0)
        if len(images) < 2 or end > first:
            return False
        with open(aside, "xb") as target:
            source.seek(0)
            target.write(source.read(first))
            for offsets, sizes in reversed(images):
                for block in np.flatnonzero(sizes.values).tolist():
                    source.seek(int(offsets.values[block]))
                    offsets.values[block] = target.tell()
                    target.write(source.read(int(sizes.values[block])))
            for offsets, _ in images:
                target.seek(offsets.place)
                target.write(offsets.values.astype(offsets.kind).tobytes())
    return True


def _images(file: BinaryIO) -> tuple[list[tuple[_List, _List]], int]:
    """Return (offsets, sizes) of the blocks of the raster and its overviews, and the place after all directories."""
    head = file.read(16)
    if head[:4] not in (b"II*\0", b"II+\0"):
        return [], 0
    counted, word, entry = ("<u8", "<u8", 20) if head[2:3] == b"+" else ("<u2", "<u4", 12)
    width = np.dtype(word).itemsize
    at, end, found = int(np.frombuffer(head, word, 1, offset=width)[0]), 0, []
    while at:
        entries = int(_read(file, at, counted, 1)[0])
        begin = at + np.dtype(counted).itemsize
        end = max(end, begin + entries * entry + width)
        lists = {}
        for place in range(begin, begin + entries * entry, entry):
            tag, kind = _read(file, place, "<u2", 2).tolist()
            if tag in (OFFSETS, SIZES) and kind in _NUMBERS:
                length, within = _read(file, place + 4, word, 2).tolist()
                size = length * np.dtype(_NUMBERS[kind]).itemsize
                where = within if size > width else place + 4 + width
                lists[tag] = _List(where, _NUMBERS[kind], _read(file, where, _NUMBERS[kind], length).astype(np.int64))
                end = max(end, where + size)
        if len(lists) < 2:  # no tiles
            return [], 0
        found.append((lists[OFFSETS], lists[SIZES]))
        at = int(_read(file, begin + entries * entry, word, 1)[0])
    return found, end


def _read(file: BinaryIO, place: int, kind: str, count: int) -> NDArray[np.integer]:
    file.seek(place)
    return np.frombuffer(file.read(count * np.dtype(kind).itemsize), kind)
