"""Holes that hold another object are known, also where that object was finished long before."""

from __future__ import annotations

import numpy as np

from rrsis_core.vectorise.components import ComponentStream
from rrsis_core.vectorise.holes import Islands
from rrsis_core.vectorise.outlines import trace


def _frame() -> np.ndarray:
    """Return a frame with an island in the left one of its two holes."""
    mask = np.ones((40, 30), bool)
    mask[3:20, 3:15] = mask[3:20, 20:26] = False
    mask[8:10, 8:10] = True
    return mask


def test_an_island_is_found_in_its_hole_alone() -> None:
    mask, islands = _frame(), Islands()
    stream = ComponentStream(30, 1)
    for row in range(0, 40, 10):
        islands.add(stream.add(row, mask[row : row + 10], mask[row : row + 10].astype(np.uint8)), stream.stride)
        islands.forget_above(stream.open_row)
    last = stream.finish()
    islands.add(last, stream.stride)
    rings = trace(last.corners, stream.stride)
    held = islands.lie_in(rings, ~rings.exterior)
    assert held.tolist() == [False, True, False] and rings.area_px2()[held] == 17 * 12
    assert not islands.lie_in(rings, rings.exterior & False).any()


def test_what_lies_above_all_that_is_open_is_forgotten() -> None:
    mask, islands = np.zeros((12, 9), bool), Islands()
    mask[1, ::2] = True
    stream = ComponentStream(9, 0)
    islands.add(stream.add(0, mask, mask.astype(np.uint8)), stream.stride)
    assert len(islands._row) == 5
    islands.forget_above(stream.open_row)
    assert len(islands._row) == 0
