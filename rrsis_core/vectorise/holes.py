"""Which holes hold another object, and so cannot be filled without covering it."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray

from .components import Bools, Closed, Ints
from .outlines import Rings, to_polygons


class Islands:
    """A pixel of each object that may lie in a hole of one that is not finished: 16 bytes an object.

    An object in a hole is finished before, or together with, the one around it.
    """

    def __init__(self) -> None:
        self._row: Ints = np.zeros(0, dtype=np.int64)
        self._col: Ints = np.zeros(0, dtype=np.int64)

    def add(self, closed: Closed, stride: int) -> None:
        """Take up objects that are finished now.

        Args:
            closed: Components, or pieces of them.
            stride: That of their keys.
        """
        starts = closed.corners.kind == 0  # the upper end of a left side is the upper left corner of a pixel
        key = np.full(len(closed.table.count), np.iinfo(np.int64).max)
        np.minimum.at(key, closed.corners.owner[starts], closed.corners.key[starts])
        self._row = np.concatenate([self._row, key // stride])
        self._col = np.concatenate([self._col, key % stride])

    def forget_above(self, row: int) -> None:
        """Forget what no hole of an unfinished object can hold; `row` is the first that has a pixel of one."""
        kept = self._row > row
        self._row, self._col = self._row[kept], self._col[kept]

    def lie_in(self, rings: Rings, holes: Bools) -> Bools:
        """Return (R,) which of the chosen rings have an object inside."""
        chosen = np.flatnonzero(holes)
        held = np.zeros(len(holes), dtype=np.bool_)
        if len(chosen) == 0:
            return held
        single = rings.without(~holes)
        shapes = to_polygons(Rings(single.row, single.col, single.first, np.arange(len(chosen)), single.fixed))
        near = (self._row >= single.row.min()) & (self._row < single.row.max())
        points: NDArray[np.object_] = shapely.points(self._col[near] + 0.5, self._row[near] + 0.5)
        found = shapely.STRtree(shapes).query(points, predicate="within")[1]
        held[chosen[found]] = True
        return held
