"""Overlapping tile logits → finished rows of the plane, in memory bounded by one row of tiles."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from .grid import Window

Floats = NDArray[np.float32]

NODATA = 255
FULL = 254  # the value of probability 1
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


def to_probability(logits: Floats) -> NDArray[np.uint8]:
    """Return logits as uint8 of the same shape: v / 254 is the probability, 255 stands where a logit is NaN."""
    scaled = np.clip(logits, -30, 30)
    np.negative(scaled, out=scaled)
    np.exp(scaled, out=scaled)
    scaled += 1
    np.divide(FULL, scaled, out=scaled)
    np.rint(scaled, out=scaled)
    np.nan_to_num(scaled, copy=False, nan=NODATA)
    return scaled.astype(np.uint8)


class Blender:
    """Adds tiles into a plane of logits and lets its rows go as soon as no later tile can touch them.

    A pixel's logit is the weighted mean over the tiles that cover it; a tile's weights fall smoothly towards its edges.
    Rows leave from top to bottom, each exactly once, and together cover `window`.

    Args:
        window: The plane: tiles outside of it are cut.
        count: Number of phrases P.
        overlap_px: Width of the band over which neighbouring tiles are faded into each other.
    """

    def __init__(self, window: Window, count: int, overlap_px: int) -> None:
        self._window = window
        self._count = count
        self._overlap_px = overlap_px
        self._top = window.row
        self._sums: Floats = np.zeros((count, 0, window.width), dtype=np.float32)
        self._weights: Floats = np.zeros((0, window.width), dtype=np.float32)
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
        self._fit(tile)
        rows, cols = part.slices_in(Window(self._top, self._window.col, 0, 0))
        inner = part.slices_in(tile)
        weights, scratch = self._tile_weights[inner], self._scratch[inner]
        self._weights[rows, cols] += weights
        for sums, plane in zip(self._sums, logits, strict=True):
            np.multiply(plane[inner], weights, out=scratch)
            sums[rows, cols] += scratch

    def finished(self, before_row: int) -> Iterator[tuple[Window, Floats]]:
        """Yield the rows above `before_row`, the first row of the next tiles, as (strip, (P, rows, W) float32 logits).

        NaN stands where nothing was predicted. Nothing is yielded where no row is ready.
        """
        end = min(before_row, self._window.row_end)
        if end <= self._top:
            return
        self._reach(end)
        height = end - self._top
        strip = Window(self._top, self._window.col, height, self._window.width)
        logits = self._sums[:, :height].copy()
        with np.errstate(invalid="ignore"):  # 0 / 0 is the NaN of "nothing was predicted"
            logits /= self._weights[:height]
        self._sums = _moved_up(self._sums, height)
        self._weights = _moved_up(self._weights[None], height)[0]
        self._top = end
        yield strip, logits

    def finish(self) -> Iterator[tuple[Window, Floats]]:
        """Yield what is left of the window."""
        # In steps of a row of tiles, so that a plane that was hardly touched does not rise in one piece.
        step = max(self._tile_shape[0], 256)
        while self._top < self._window.row_end:
            yield from self.finished(self._top + step)

    def _reach(self, row_end: int) -> None:
        """Grow the buffers so that they hold the rows before `row_end`."""
        missing = row_end - self._top - self._weights.shape[0]
        if missing > 0:
            pad = np.zeros((self._count + 1, missing, self._window.width), dtype=np.float32)
            self._sums = np.concatenate([self._sums, pad[:-1]], axis=1)
            self._weights = np.concatenate([self._weights, pad[-1]], axis=0)

    def _fit(self, tile: Window) -> None:
        """Make the weights of tiles of this shape."""
        if self._tile_shape != tile.shape:
            self._tile_shape = tile.shape
            down, across = taper(tile.height, self._overlap_px), taper(tile.width, self._overlap_px)
            self._tile_weights = np.multiply.outer(down, across)
            self._scratch = np.empty(tile.shape, dtype=np.float32)


def _moved_up(buffer: Floats, rows: int) -> Floats:
    """Return `buffer` (P, H, W) with its first `rows` rows gone and as many empty ones after its last, in place."""
    kept = buffer.shape[1] - rows
    buffer[:, :kept] = buffer[:, rows:]
    buffer[:, kept:] = 0
    return buffer
