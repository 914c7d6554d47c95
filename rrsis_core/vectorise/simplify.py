"""Fewer vertices without gaps: neighbours neither cross nor part, and nothing vanishes."""

from __future__ import annotations

import numpy as np
import shapely
from numpy.typing import NDArray

from .components import Ints

Bools = NDArray[np.bool_]
Shapes = NDArray[np.object_]

_MOST_RINGS = 500  # of a group that is simplified in one call: its cost grows with their square
_ALONE_PX = 0.5  # tolerance up to which a lone ring is simplified without looking around: above, its start strays
_TOGETHER = 64  # shapes simplified in one call: the cost of a call grows faster than its shapes


def are_valid(shapes: Shapes) -> Bools:
    """Return (N,) which shapes are valid; any thread.

    `shapely.is_valid` silences the warnings of the whole process while it looks: of two threads that do so at a time,
    one leaves them silenced.
    """
    return np.asarray(shapely.is_valid_reason(shapes) == "Valid Geometry", dtype=np.bool_)


def simplify(shapes: Shapes, group: Ints, tolerance_px: float) -> Shapes:
    """Return polygons with fewer vertices, whose edges do not cross their neighbours of the same group.

    Edges move by `tolerance_px` at most (Douglas and Peucker, 1973, where no edge of the group is in the way); no shape
    and no hole vanishes. In a group of very many rings each is simplified alone, by half a pixel at most; those that
    meet then stay as they were: noise all over a raster is one group.

    Args:
        shapes: (N,) polygons in pixel coordinates.
        group: (N,) shapes near each other have the same number.
        tolerance_px: 0: nothing is changed.
    """
    if tolerance_px <= 0 or len(shapes) == 0:
        return shapes
    result: Shapes = shapes.copy()
    rings = np.bincount(group, weights=shapely.get_num_interior_rings(shapes) + 1)[group]
    crowd, lone = rings > _MOST_RINGS, np.flatnonzero((rings == 1) & (tolerance_px <= _ALONE_PX))
    if crowd.any():
        result[crowd] = _simplify_apart(shapes[crowd], tolerance_px)
    alone, whole = _simplify_alone(shapes[lone], tolerance_px)
    result[lone[whole]] = alone[whole]
    few = np.setdiff1d(np.flatnonzero(~crowd), lone[whole])
    if len(few):
        order = few[_from_top(shapes[few], group[few])]  # who comes first may matter where two are close
        number = np.unique(group[order], return_inverse=True)[1]
        together = shapely.geometrycollections(shapes[order], indices=number)
        result[order] = shapely.get_parts(shapely.simplify(together, tolerance_px, preserve_topology=True))
    return result


def _simplify_alone(shapes: Shapes, tolerance_px: float) -> tuple[Shapes, Bools]:
    """Return polygons without looking for edges in their way, where there are hardly any; and which came out whole."""
    result: Shapes = shapely.simplify(shapes, tolerance_px, preserve_topology=False)
    polygon = shapely.get_type_id(result) == shapely.GeometryType.POLYGON
    return result, polygon & ~shapely.is_empty(result) & are_valid(result)


def _simplify_apart(shapes: Shapes, tolerance_px: float) -> Shapes:
    """Return polygons whose rings were simplified one by one; those that would meet another stay as they were."""
    rings, owner = shapely.get_rings(shapes, return_index=True)
    # No farther than half a pixel, so that none can jump over another without meeting it.
    filled = shapely.simplify(shapely.polygons(rings), min(tolerance_px, 0.5), preserve_topology=True)
    result: Shapes = shapely.polygons(_undone(shapely.get_exterior_ring(filled), rings))
    first = np.flatnonzero(np.diff(owner, prepend=-1))
    for shape in np.flatnonzero(np.diff(first, append=len(owner)) > 1):
        begin, count = first[shape], shapely.get_num_interior_rings(shapes[shape])
        outlines = shapely.get_exterior_ring(result[begin : begin + count + 1])
        result[begin] = shapely.polygons(outlines[0], holes=outlines[1:])
    result = result[first]
    broken = ~are_valid(result)
    result[broken] = shapes[broken]
    return result


def _undone(new: Shapes, old: Shapes) -> Shapes:
    """Return rings as in `new` where they meet no other ring, and as in `old` where they do."""
    order = np.argsort(-shapely.get_num_coordinates(old), kind="stable")  # a test costs what its second ring has
    new, old = new[order], old[order]
    changed = np.ones(len(new), dtype=np.bool_)
    asked = np.arange(len(new))
    while len(asked):
        # What stays as it was can be in the way of another: those are asked again.
        place, other = shapely.STRtree(new).query(new[asked])
        first, second = np.minimum(asked[place], other), np.maximum(asked[place], other)
        pairs = (first != second) & (changed[first] | changed[second])
        first, second = first[pairs], second[pairs]
        shapely.prepare(new[first])
        meets = shapely.intersects(new[first], new[second])
        asked = np.unique(np.concatenate([first[meets], second[meets]]))
        asked = asked[changed[asked]]
        changed[asked] = False
        new[asked] = old[asked]
    result: Shapes = np.empty_like(new)
    result[order] = new
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
