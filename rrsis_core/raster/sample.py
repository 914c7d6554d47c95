"""Values from all over a raster, few enough to be read at once; what is damaged is passed over."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from ..errors import RasterUnreadable
from ..grid import Window
from .handles import Level

FloatArray = NDArray[np.float32]
Read = Callable[[Level, Window], FloatArray]
"""Returns the valid values (3, N) in a window of a level; raises RasterUnreadable."""

MAX_SEARCH_PX = 400_000_000
_STRIP_PX = 16_000_000
_BLOCK_PX = 128


def sample(read: Read, levels: Sequence[Level], max_px: int) -> FloatArray:
    """Return (3, N) valid values, N ≤ `max_px`, of a small overview, else of small windows all over.

    Args:
        read: Reads valid values.
        levels: From fine to coarse.
        max_px: How many values at most.

    Raises:
        RasterUnreadable: Nothing of it can be read.
    """
    stored = [level for level in levels if level.shrink == 1]
    small = [level for level in stored if level.size_px <= 4 * max_px]
    coarse = small[0] if small else stored[-1]
    count = max(max_px // _BLOCK_PX**2, 1)
    ways = [(level, [Window(0, 0, *level.shape)]) for level in small[:1]]
    ways += [(level, spread(level.shape, count)) for level in dict.fromkeys((coarse, stored[0]))]
    return thinned(first_readable(read, ways), max_px)


def first_readable(read: Read, ways: Iterable[tuple[Level, list[Window]]]) -> FloatArray:
    """Return the valid values of the first of `ways` of which anything can be read.

    Raises:
        RasterUnreadable: Nothing can.
    """
    failure: RasterUnreadable | None = None
    for level, windows in ways:
        parts = []
        for window in windows:
            try:
                parts.append(read(level, window))
            except RasterUnreadable as error:
                failure = failure or error
        if parts:
            return np.concatenate(parts, axis=1)
    raise failure or RasterUnreadable("There is nothing to read.")


def search(read: Read, level: Level, first: Window, skipped: Callable[[Window], bool]) -> FloatArray | None:
    """Return the valid values (3, N) of the first strip of a level that holds any: of `first`, and then of all of it.

    Args:
        read: Reads valid values.
        level: What is searched.
        first: The part of it that matters most.
        skipped: Says of a window that it holds nothing, without reading it.

    Returns:
        (3, 0) where there is no valid value; None where there was more to read than MAX_SEARCH_PX.
    """
    looked_px = 0
    for area in dict.fromkeys((first, Window(0, 0, *level.shape))):
        rows = max(1, _STRIP_PX // area.width)
        for row in range(area.row, area.row_end, rows):
            strip = Window(row, area.col, min(rows, area.row_end - row), area.width)
            if skipped(strip):
                continue
            if looked_px > MAX_SEARCH_PX:
                return None
            looked_px += strip.height * strip.width
            found = read(level, strip)
            if found.shape[1]:
                return found
    return np.zeros((3, 0), np.float32)


def thinned(values: FloatArray, max_px: int) -> FloatArray:
    """Return at most `max_px` of the values (3, N), evenly taken."""
    return values[:, :: -(-values.shape[1] // max_px) or 1]


def spread(shape: tuple[int, int], count: int) -> list[Window]:
    """Return up to `count` small windows, evenly over a raster."""
    side = max(1, math.isqrt(count))
    tops, lefts = (np.linspace(0, max(length - _BLOCK_PX, 0), side).astype(int) for length in shape)
    whole = Window(0, 0, *shape)
    places = dict.fromkeys((int(top), int(left)) for top in tops for left in lefts)
    return [Window(top, left, _BLOCK_PX, _BLOCK_PX).intersect(whole) for top, left in places]
