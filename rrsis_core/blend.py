"""Overlapping tile logits → finished blocks → strips of probability, in memory bounded by one row of tiles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import zip_longest

import numpy as np
from numpy.typing import NDArray

from .grid import Window

Bytes = NDArray[np.uint8]
Floats = NDArray[np.float32]

NODATA = 255
FULL = 254  # the value of probability 1
_STRIP_PX = 2**21  # pixels of a finished strip,
_LEAST_ROWS = 64  # but not fewer rows than these: each costs the polygons a pass over what is open
_LEAST_BLOCK_PX = 256  # on a side of a finished block where no tile was that would be larger
_FLOOR = 0.01  # weight at a tile's very edge, so that no pixel is ever divided by zero


def taper(length: int, overlap_px: int) -> Floats:
    """Return (length,) float32 weights in (0, 1]: a raised cosine over `overlap_px` at both ends, 1 between them."""
    ramp_px = min(overlap_px, length // 2)
    weights = np.ones(length, dtype=np.float32)
    if ramp_px > 0:
        phase = (np.arange(ramp_px, dtype=np.float32) + 0.5) / ramp_px
        ramp = _FLOOR + (1 - _FLOOR) * 0.5 * (1 - np.cos(np.pi * phase))
        weights[:ramp_px] = ramp
        weights[length - ramp_px :] = ramp[::-1]
    return weights


def to_probability(logits: Floats, *, out: Floats | None = None) -> Bytes:
    """Return logits as uint8 of the same shape: v / 254 is the probability, 255 stands where a logit is NaN.

    Args:
        logits: Of any shape.
        out: Where to compute, of the same shape; `logits` themselves where they are not needed any more.
    """
    unknown = np.isnan(logits)
    scaled = np.clip(logits, -30, 30, out=out)
    np.negative(scaled, out=scaled)
    np.exp(scaled, out=scaled)
    scaled += 1
    np.divide(FULL, scaled, out=scaled)
    np.rint(scaled, out=scaled)
    scaled[unknown] = NODATA
    return scaled.astype(np.uint8)


class Blender:
    """Adds tiles into a plane of logits and lets its pixels go as soon as no later tile can touch them.

    A pixel's logit is the weighted mean over the tiles that cover it; a tile's weights fall smoothly towards its edges.
    Tiles come in rows, from left to right. Pixels leave in blocks: from left to right, until a band of rows is whole,
    then those of the next band; each leaves once, and together they cover `window`. Memory holds the sums of a tile and
    of the rows that two rows of tiles share, and, since a tile's weights are an outer product, one line of weights for
    each row of tiles.

    Args:
        window: The plane: tiles outside of it are cut.
        count: Number of phrases P.
        overlap_px: Width of the band over which neighbouring tiles are faded into each other.
        tiles: Those that may come, in their order.

    Attributes:
        window, count: As given.
        tallest: Rows that a band has at most.
    """

    def __init__(self, window: Window, count: int, overlap_px: int, tiles: Iterable[Window]) -> None:
        self.window = window
        self.count = count
        self._overlap_px = overlap_px
        self._bottoms, below, self.tallest = _bands(window, tiles)
        self._reached = window.row  # the row after the last one that a tile has touched
        self._tile: Window | None = None  # the last one of the row of tiles under way
        # The band whose pixels are leaving: rows top … bottom - 1, of which columns from `left` on have not left.
        self._top = self._bottom = window.row
        self._left = window.col
        self._end = window.row  # the row after the last one of the sums
        # Sums of the band and what is below, and how many of their columns, from `left` on, are there.
        self._sums: Floats = np.zeros((count, 0, 0), dtype=np.float32)
        self._there = 0
        # Left of the sums what is below the band, right of them what came down to the band from tiles above: `_above`
        # rows of it.
        self._carried: Floats = np.empty((count, below, window.width), dtype=np.float32)
        self._above = 0
        self._across: dict[tuple[int, int], Floats] = {}  # (first row, height) of tiles → (W,) their weights across
        self._tile_shape = (0, 0)
        self._tile_weights: Floats = np.zeros((0, 0), dtype=np.float32)
        self._scratch: Floats = np.zeros((0, 0), dtype=np.float32)

    def add(self, tile: Window, logits: Floats) -> None:
        """Add a tile.

        Args:
            tile: Where it lies; what is `finished` before it has left.
            logits: (P, tile.height, tile.width) float32.

        Raises:
            ValueError: The tile would change pixels that have left, or its logits have another shape.
        """
        if logits.shape != (self.count, tile.height, tile.width):
            raise ValueError(f"logits of shape {logits.shape} for {self.count} phrases in {tile}")
        part = tile.intersect(self.window)
        if part.is_empty:
            return
        if self._tile is None or self._tile.row != tile.row:
            self._begin_row(tile, part)
        if part.row < self._top or part.row_end > self._end or part.col < self._left:
            raise ValueError(f"{tile} begins before row {self._top}, column {self._left}: what was before has left")
        self._tile = tile
        self._load(part.col_end)
        self._fit(tile)
        rows, cols = part.slices_in(Window(self._top, self._left, 0, 0))
        inner = part.slices_in(tile)
        across = self._across.setdefault((tile.row, tile.height), np.zeros(self.window.width, dtype=np.float32))
        across[part.slices_in(self.window)[1]] += taper(tile.width, self._overlap_px)[inner[1]]
        weights, scratch = self._tile_weights[inner], self._scratch[inner]
        for sums, plane in zip(self._sums, logits, strict=True):
            np.multiply(plane[inner], weights, out=scratch)
            sums[rows, cols] += scratch

    def finished(self, tile: Window) -> Iterator[tuple[Window, Floats]]:
        """Yield the blocks that `tile`, the next one, and those after it leave alone, as (block, (P, h, w) float32).

        NaN stands where nothing was predicted. The logits may be changed. No tile may be added before all blocks have
        been taken.
        """
        if self._tile is None or self._tile.row != tile.row:
            yield from self._leave(min(tile.row, self.window.row_end))
        else:
            yield from self._leave_columns(min(tile.col, self.window.col_end))

    def finish(self, *, whole: bool = True) -> Iterator[tuple[Window, Floats]]:
        """Yield what is left, as `finished` does: of the `whole` window, or of the rows that tiles have touched."""
        yield from self._leave(self.window.row_end if whole else self._reached)

    def _leave(self, row_end: int) -> Iterator[tuple[Window, Floats]]:
        """Yield the blocks above `row_end`."""
        while self._tile is not None or self._top < row_end:
            if self._tile is None:
                # No higher than others, so that a plane that was hardly touched does not rise in one piece.
                self._begin_band(min(row_end, self._top + self.tallest))
            yield from self._leave_columns(self.window.col_end)
            self._tile = None
            self._top, self._left, self._above = self._bottom, self.window.col, max(0, self._end - self._bottom)
            self._across = {place: across for place, across in self._across.items() if sum(place) > self._top}

    def _leave_columns(self, col_end: int) -> Iterator[tuple[Window, Floats]]:
        """Yield the blocks of the band before `col_end`."""
        most, height = max(self._tile_shape[1], _LEAST_BLOCK_PX), self._bottom - self._top
        while self._left < col_end:
            width = min(most, col_end - self._left)
            block = Window(self._top, self._left, height, width)
            self._load(block.col_end)
            if height:
                with np.errstate(invalid="ignore"):  # 0 / 0 is the NaN of "nothing was predicted"
                    # In memory of their own: NumPy 2.4.6 negates some strided arrays in place wrongly.
                    logits: Floats = self._sums[:, :height, :width] / self._weights(block)
                yield block, logits
            below = self._sums[:, height : self._end - self._top, :width]
            self._carried[:, : below.shape[1], block.slices_in(self.window)[1]] = below
            self._there -= width
            self._sums[:, :, : self._there] = self._sums[:, :, width : width + self._there]
            self._left = block.col_end

    def _begin_row(self, tile: Window, part: Window) -> None:
        """Begin the band that the row of `tile`, of which `part` lies in the window, finishes."""
        if self._tile is not None or part.row != self._top or tile.row not in self._bottoms:
            raise ValueError(f"{tile} does not begin where the rows before have left, at row {self._top}")
        self._reached = max(self._reached, part.row_end)
        self._begin_band(self._bottoms[tile.row])

    def _begin_band(self, bottom: int) -> None:
        self._bottom, self._end = bottom, max(bottom, self._reached)

    def _load(self, col_end: int) -> None:
        """Let the sums reach to column `col_end`."""
        height, width = self._end - self._top, col_end - self._left
        before = self._sums
        if height > before.shape[1] or width > before.shape[2]:
            shape = (len(before), max(height, before.shape[1]), max(width, before.shape[2]))
            self._sums = np.zeros(shape, dtype=np.float32)
            self._sums[:, : before.shape[1], : self._there] = before[:, :, : self._there]
        if width > self._there:
            first = self._left + self._there - self.window.col
            self._sums[:, : self._above, self._there : width] = self._carried[
                :, : self._above, first : col_end - self.window.col
            ]
            self._sums[:, self._above : height, self._there : width] = 0
            self._there = width

    def _weights(self, block: Window) -> Floats:
        """Return (rows, columns) float32, the weights of all tiles together."""
        down = np.zeros((len(self._across), block.height), dtype=np.float32)
        for line, (row, height) in zip(down, self._across, strict=True):
            rows = Window(row, block.col, height, block.width).intersect(block)
            if not rows.is_empty:
                ramp = taper(height, self._overlap_px)
                line[rows.row - block.row : rows.row_end - block.row] = ramp[rows.row - row : rows.row_end - row]
        cols = block.slices_in(self.window)[1]
        across = np.array([line[cols] for line in self._across.values()], dtype=np.float32)
        across = across.reshape(len(down), block.width)
        weights: Floats = np.einsum("kr,kc->rc", down, across)  # an outer product each, without room for any of them
        return weights

    def _fit(self, tile: Window) -> None:
        """Make the weights of tiles of this shape."""
        if self._tile_shape != tile.shape:
            self._tile_shape = tile.shape
            down, across = taper(tile.height, self._overlap_px), taper(tile.width, self._overlap_px)
            self._tile_weights = np.multiply.outer(down, across)
            self._scratch = np.empty(tile.shape, dtype=np.float32)


def _bands(window: Window, tiles: Iterable[Window]) -> tuple[dict[int, int], int, int]:
    """Return where the band ends that each row of tiles finishes, by the first row of these; most rows below; tallest.

    Args:
        window: The plane.
        tiles: In their order.
    """
    ends = {tile.row: min(tile.row_end, window.row_end) for tile in tiles if not tile.intersect(window).is_empty}
    bottoms, below, tallest = {}, 0, _LEAST_BLOCK_PX
    for row, following in zip_longest(ends, list(ends)[1:], fillvalue=window.row_end):
        bottoms[row] = bottom = min(max(following, window.row), ends[row])
        below, tallest = max(below, ends[row] - bottom), max(tallest, bottom - max(row, window.row))
    return bottoms, below, tallest


class Strips:
    """Puts the blocks of a Blender together to whole rows of probability.

    Args:
        blender: New; it is fed through this.
        outside_below: Logits below mark pixels that hold nothing, and become nodata.
    """

    def __init__(self, blender: Blender, outside_below: float) -> None:
        self._blender = blender
        self._outside_below = outside_below
        self._rows: Bytes = np.empty((blender.count, blender.tallest, blender.window.width), dtype=np.uint8)

    def add(self, tile: Window, logits: Floats) -> None:
        """Add a tile, as to the Blender."""
        self._blender.add(tile, logits)

    def finished(self, tile: Window) -> Iterator[tuple[Window, Bytes]]:
        """Yield the rows that `tile`, the next one, and those after it leave alone, as (strip, (P, rows, W) uint8)."""
        yield from self._whole(self._blender.finished(tile))

    def finish(self, *, whole: bool = True) -> Iterator[tuple[Window, Bytes]]:
        """Yield what is left: of the `whole` window, or of the rows that tiles have touched."""
        yield from self._whole(self._blender.finish(whole=whole))

    def _whole(self, blocks: Iterator[tuple[Window, Floats]]) -> Iterator[tuple[Window, Bytes]]:
        """Yield the strips that are whole with `blocks`; the wider the fewer rows, so that little is made from each."""
        window = self._blender.window
        step = max(_LEAST_ROWS, _STRIP_PX // max(window.width, 1))
        for block, logits in blocks:
            outside = logits < self._outside_below
            probability = to_probability(logits, out=logits)
            probability[outside] = NODATA
            self._rows[:, : block.height, block.slices_in(window)[1]] = probability
            for first in range(0, block.height if block.col_end == window.col_end else 0, step):
                strip = Window(block.row + first, window.col, min(step, block.height - first), window.width)
                yield strip, self._rows[:, first : first + strip.height].copy()  # which may be in use when others come
