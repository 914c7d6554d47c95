"""Overlapping tile logits → finished rows of the plane, in memory bounded by one row of tiles."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from .grid import Window

Floats = NDArray[np.float32]

NODATA = 255
FULL = 254  # the value of probability 1
_STRIP_PX = 2**21  # pixels of a finished strip,
_LEAST_ROWS = 64  # but not fewer rows than these: each costs the polygons a pass over what is open
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


def to_probability(logits: Floats, *, out: Floats | None = None) -> NDArray[np.uint8]:
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
    """Adds tiles into a plane of logits and lets its rows go as soon as no later tile can touch them.

    A pixel's logit is the weighted mean over the tiles that cover it; a tile's weights fall smoothly towards its edges.
    Rows leave from top to bottom, each exactly once, and together cover `window`. Memory holds the sums of one row of
    tiles and, since a tile's weights are an outer product, one line of weights for each row of tiles.

    Args:
        window: The plane: tiles outside of it are cut.
        count: Number of phrases P.
        overlap_px: Width of the band over which neighbouring tiles are faded into each other.

    Attributes:
        reached_row: The row after the last one that a tile has touched.
    """

    def __init__(self, window: Window, count: int, overlap_px: int) -> None:
        self._window = window
        self._count = count
        self._overlap_px = overlap_px
        self._top = window.row  # the first row that has not left
        self._base = window.row  # the first row of the sums
        self.reached_row = window.row
        self._sums: Floats = np.zeros((count, 0, window.width), dtype=np.float32)
        self._across: dict[tuple[int, int], Floats] = {}  # (first row, height) of tiles → (W,) their weights across
        self._tile_shape = (0, 0)
        self._tile_weights: Floats = np.zeros((0, 0), dtype=np.float32)
        self._scratch: Floats = np.zeros((0, 0), dtype=np.float32)

    def add(self, tile: Window, logits: Floats) -> None:
        """Add a tile.

        Args:
            tile: Where it lies; it begins at or below the rows that have left.
            logits: (P, tile.height, tile.width) float32.

        Raises:
            ValueError: The tile would change rows that have left, or its logits have another shape.
        """
        if logits.shape != (self._count, tile.height, tile.width):
            raise ValueError(f"logits of shape {logits.shape} for {self._count} phrases in {tile}")
        part = tile.intersect(self._window)
        if part.is_empty:
            return
        if part.row < self._top:
            raise ValueError(f"{tile} begins above row {self._top}: the rows before have left")
        self._reach(part.row_end)
        self.reached_row = max(self.reached_row, part.row_end)
        self._fit(tile)
        rows, cols = part.slices_in(Window(self._base, self._window.col, 0, 0))
        inner = part.slices_in(tile)
        across = self._across.setdefault((tile.row, tile.height), np.zeros(self._window.width, dtype=np.float32))
        across[cols] += taper(tile.width, self._overlap_px)[inner[1]]
        weights, scratch = self._tile_weights[inner], self._scratch[inner]
        for sums, plane in zip(self._sums, logits, strict=True):
            np.multiply(plane[inner], weights, out=scratch)
            sums[rows, cols] += scratch

    def finished(self, before_row: int) -> Iterator[tuple[Window, Floats]]:
        """Yield the rows above `before_row`, the first row of the next tiles, as (strip, (P, rows, W) float32 logits).

        The wider a strip the fewer its rows, so that what is made from it stays small. NaN stands where nothing was
        predicted. Nothing is yielded where no row is ready. The logits are the sums' own memory, free to be changed,
        and hold until the next strip is asked for or the next tile is added.
        """
        end = min(before_row, self._window.row_end)
        self._reach(end)
        step = max(_LEAST_ROWS, _STRIP_PX // max(self._window.width, 1))
        while self._top < end:
            strip = Window(self._top, self._window.col, min(step, end - self._top), self._window.width)
            first = strip.row - self._base
            logits = self._sums[:, first : first + strip.height]
            with np.errstate(invalid="ignore"):  # 0 / 0 is the NaN of "nothing was predicted"
                np.divide(logits, self._weights(strip), out=logits)
            self._top = strip.row_end
            yield strip, logits
        self._across = {place: across for place, across in self._across.items() if sum(place) > self._top}

    def finish(self) -> Iterator[tuple[Window, Floats]]:
        """Yield what is left of the window."""
        # In steps of a row of tiles, so that a plane that was hardly touched does not rise in one piece.
        step = max(self._tile_shape[0], 256)
        while self._top < self._window.row_end:
            yield from self.finished(self._top + step)

    def clear(self) -> None:
        """Let the sums go; nothing is added or asked for after that."""
        self._sums = self._sums[:, :0].copy()

    def _reach(self, row_end: int) -> None:
        """Drop the rows that have left from the sums, and grow them so that they hold the rows before `row_end`."""
        gone = self._top - self._base
        if gone:
            kept = self._sums.shape[1] - gone
            for first in range(0, kept, gone):  # a piece never overlaps its goal, where NumPy would copy it first
                end = min(first + gone, kept)
                self._sums[:, first:end] = self._sums[:, first + gone : end + gone]
            self._sums[:, kept:] = 0
            self._base = self._top
        before = self._sums
        if row_end - self._base > before.shape[1]:
            self._sums = np.zeros((self._count, row_end - self._base, self._window.width), dtype=np.float32)
            self._sums[:, : before.shape[1]] = before

    def _weights(self, strip: Window) -> Floats:
        """Return (rows, W) float32, the weights of all tiles together."""
        down = np.zeros((len(self._across), strip.height), dtype=np.float32)
        for line, (row, height) in zip(down, self._across, strict=True):
            rows = Window(row, strip.col, height, strip.width).intersect(strip)
            if not rows.is_empty:
                ramp = taper(height, self._overlap_px)
                line[rows.row - strip.row : rows.row_end - strip.row] = ramp[rows.row - row : rows.row_end - row]
        across = np.array(list(self._across.values()), dtype=np.float32).reshape(len(down), strip.width)
        weights: Floats = np.einsum("kr,kc->rc", down, across)  # an outer product each, without room for any of them
        return weights

    def _fit(self, tile: Window) -> None:
        """Make the weights of tiles of this shape."""
        if self._tile_shape != tile.shape:
            self._tile_shape = tile.shape
            down, across = taper(tile.height, self._overlap_px), taper(tile.width, self._overlap_px)
            self._tile_weights = np.multiply.outer(down, across)
            self._scratch = np.empty(tile.shape, dtype=np.float32)
