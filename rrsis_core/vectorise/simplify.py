"""Fewer vertices without gaps: neighbours neither cross nor part, and nothing vanishes."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray

from .components import Ints

Shapes = NDArray[np.object_]

_TOGETHER = 64  # shapes simplified in one call: the cost of a call grows faster than its shapes


def simplify(shapes: Shapes, group: Ints, tolerance_px: float) -> Shapes:
    """Return polygons with fewer vertices, whose edges do not cross their neighbours of the same group.

    Edges move by `tolerance_px` at most (Douglas and Peucker, 1973, where no edge of the group is in the way); no shape
    and no hole vanishes.

    Args:
        shapes: (N,) polygons in pixel coordinates.
        group: (N,) shapes near each other have the same number.
        tolerance_px: 0: nothing is changed.
    """
    if tolerance_px <= 0 or len(shapes) == 0:
        return shapes
    order = _from_top(shapes, group)  # who comes first may matter where two are close
    number = np.unique(group[order], return_inverse=True)[1]
    together = shapely.geometrycollections(shapes[order], indices=number)
    result: Shapes = shapes.copy()
    result[order] = shapely.get_parts(shapely.simplify(together, tolerance_px, preserve_topology=True))
    return result


def simplify_shared(shapes: Shapes, group: Ints, tolerance_px: float) -> Shapes:
    """Return polygons with fewer vertices, where edges that two of them share stay shared.

    Vertices whose triangle with their neighbours is smaller than the square of the tolerance go, smallest first
    (Visvalingam and Whyatt, 1993), where no edge of the group is in the way. A shape that would vanish stays as it was.

    Args:
        shapes: (N,) polygons in pixel coordinates, with a common vertex wherever outlines branch.
        group: (N,) shapes near each other have the same number.
        tolerance_px: 0: nothing is changed.
    """
    if tolerance_px <= 0 or len(shapes) == 0:
        return shapes
    order = _from_top(shapes, group)
    last = np.flatnonzero(np.diff(group[order], append=-1))
    result: Shapes = shapes.copy()
    begin = 0
    for end in (last + 1).tolist():
        if end - begin >= _TOGETHER or end == len(order):
            chosen = order[begin:end]
            result[chosen] = shapely.coverage_simplify(shapes[chosen], tolerance_px)
            begin = end
    vanished = shapely.is_empty(result) | (shapely.get_type_id(result) != shapely.GeometryType.POLYGON)
    result[vanished] = shapes[vanished]
    return result


def _from_top(shapes: Shapes, group: Ints) -> Ints:
    """Return the order by group and then by the first corner, the same wherever strips were cut."""
    corner = shapely.get_point(shapely.get_exterior_ring(shapes), 0)
    return np.lexsort((shapely.get_x(corner), shapely.get_y(corner), group))
