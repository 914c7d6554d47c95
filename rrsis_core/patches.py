"""Tiles → patches, read and stretched on a thread of its own while the model computes."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

from .errors import RasterUnreadable, TileFailed, warn
from .features import FeatureStore
from .grid import Window
from .normalise import Stretch, to_rgb
from .raster import Raster

READ_AHEAD = 8  # tiles decoded while the model computes, but fewer where they are large:
_AHEAD_PX = 2**22
NAMED = 10  # failed tiles that are named one by one
LOST_TILES = 16  # failed one after the other, a network is taken to be gone


def check_some_were_read(failed: int, tiles: int, raster: str) -> None:
    """Refuse a search in which each of `tiles` failed: an empty result would say that nothing is there.

    Raises:
        RasterUnreadable: As it says.
    """
    if failed >= tiles > 0:
        raise RasterUnreadable(
            f"No part of {raster} that was asked for could be read; the first failures are named before. Check that"
            " the file is whole, its mask file too, and copy or download it again.",
            path=raster,
            tiles=tiles,
        )


@dataclass(frozen=True)
class Patch:
    """The pixels of a tile.

    Args:
        window: Where it lies.
        rgb: (3, h, w) float32 in [0, 1], also of pixels that were not asked for; None where features are kept.
        valid: (h, w) bool: pixels that hold something and were asked for.
        features: What the model made of the pixels before, (1, …) each; None where they must be looked at.
    """

    window: Window
    rgb: NDArray[np.float32] | None
    valid: NDArray[np.bool_]
    features: tuple[Tensor, ...] | None = None


class PatchReader:
    """Tiles → patches, read on a thread of its own a few tiles ahead of the model.

    Features that are kept stand in for pixels. Tiles without a single valid pixel are left out; tiles that cannot be
    read are left out with a TileFailed warning.

    Args:
        raster: Open.
        tiles: What to read.
        stretch: Of the whole raster.
        store: Where features are kept, or None.
        known: Tiles of an earlier run that could not be read, and why: named and counted with the others.
        noted: Called with a tile that cannot be read, and why, before any tile after it is yielded.

    Attributes:
        failed, empty: How many of `tiles` could not be read, and how many hold nothing.
    """

    def __init__(
        self,
        raster: Raster,
        tiles: list[Window],
        stretch: Stretch,
        store: FeatureStore | None = None,
        *,
        known: Sequence[tuple[Window, str]] = (),
        noted: Callable[[tuple[Window, str]], None] | None = None,
    ) -> None:
        self._raster = raster
        self._tiles = tiles
        self._stretch = stretch
        self._store = store
        self._known = known
        self._noted = noted
        self._lost = 0
        self.failed = 0
        self.empty = 0

    def __iter__(self) -> Iterator[Patch]:
        """Yield the patches in the order of the tiles.

        Raises:
            RasterUnreadable: Many tiles of a raster on a network failed one after the other: better go on later.
        """
        for place, hole in enumerate(self._known):
            say_hole(hole, place)
        with ThreadPoolExecutor(1, thread_name_prefix="reader") as thread:
            coming: deque[tuple[Window, Future[Patch]]] = deque()
            tiles = iter(self._tiles)
            largest_px = max((tile.height * tile.width for tile in self._tiles), default=1)
            ahead = min(READ_AHEAD, max(2, _AHEAD_PX // largest_px))
            try:
                while True:
                    while len(coming) < ahead and (tile := next(tiles, None)) is not None:
                        coming.append((tile, thread.submit(self._read, tile)))
                    if not coming:
                        self._say_failed()
                        return
                    patch = self._patch(*coming.popleft())
                    if patch is not None:
                        yield patch
            finally:
                for _, future in coming:
                    future.cancel()

    def _read(self, tile: Window) -> Patch:
        kept = self._store.get(tile) if self._store is not None else None
        if kept is not None:
            return Patch(tile, None, kept[1], kept[0])
        inside = self._raster.inside(tile)
        if not inside.any():
            return Patch(tile, None, inside)
        raw, known = self._raster.read(tile)
        return Patch(tile, to_rgb(raw, known, self._stretch), known & inside)

    def _patch(self, tile: Window, future: Future[Patch]) -> Patch | None:
        try:
            patch = future.result()
        except RasterUnreadable as error:
            self._fail(tile, error)
            return None
        self._lost = 0
        if not patch.valid.any():
            self.empty += 1
            return None
        return patch

    def _fail(self, tile: Window, error: RasterUnreadable) -> None:
        """Name the hole, or raise `error` where a network seems to be gone."""
        self.failed += 1
        self._lost += 1
        if self._raster.is_remote and self._lost >= LOST_TILES:
            raise error
        hole = (tile, error.message)
        say_hole(hole, len(self._known) + self.failed - 1)
        if self._noted is not None:
            self._noted(hole)

    def _say_failed(self) -> None:
        failed = len(self._known) + self.failed
        if failed > NAMED:
            warn(
                TileFailed(
                    f"{failed} tiles could not be read and hold no result; the first {NAMED} were named.", failed=failed
                )
            )


def say_hole(hole: tuple[Window, str], place: int = 0) -> None:
    """Warn of a tile that could not be read, and why, where it is among the first in its `place`."""
    tile, reason = hole
    if place < NAMED:
        warn(
            TileFailed(
                f"The tile at row {tile.row}, column {tile.col} could not be read and holds no result ({reason}).",
                row=tile.row,
                col=tile.col,
                reason=reason,
            )
        )
