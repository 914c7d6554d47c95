"""Outlines of man-made things → outlines whose corners are right angles, where that fits."""

from __future__ import annotations

import cmath
import math

import numpy as np
import shapely
from numpy.typing import NDArray

from .components import Bools, Ints
from .simplify import are_valid

Shapes = NDArray[np.object_]
Points = list[tuple[float, float]]
Side = tuple[bool, float, float, float]
"""Whether it runs along x, its signed length, its other coordinate, and the length that went into this mean."""

FARTHEST_PX = 8.0  # no outline moves farther than this
CROWD_FARTHEST_PX = 3.0  # nor than this among more objects than can wait for their neighbours
_FAR_SHARE, _FAR_PX = 0.15, 3.0  # nor than this share of the object's width, or these pixels if that is less
_MEAN_SHARE, _MEAN_PX = 0.04, 0.4  # how far the outline moves on average; more is a round thing made square
_LEAST_IOU = 0.85  # intersection over union of an object before and after
_WAVE_SHARE = 0.05  # of the width: waves of an outline that hide its direction
_LEAST_ORDER = 0.5  # 1: all edges of an outline are parallel or upright to each other; 0: they point everywhere
_EDGE_SHARES = (0.3, 0.2, 0.1, 0.0)  # of the width: shorter steps are levelled; the first that stays near is taken
_LEAST_EDGE_PX = 1.5  # such steps always are


def square(shapes: Shapes, group: Ints, aspect: float = 1.0, crowded: Bools | None = None) -> Shapes:
    """Return the polygons, those with right angles that hardly change by it.

    As few corners are left as stay near the outline, since a model's outlines wave. A polygon stays as it is where its
    edges have no common direction, where intersection over union with the squared one is below 0.85, where its outline
    would move by more than 4 % of its width (the root of its area) on average, or by more than 15 % of it or eight
    pixels anywhere, or where it would overlap with a neighbour. Edges that two polygons share may part.

    Args:
        shapes: (N,) polygons in pixel coordinates.
        group: (N,) shapes near each other have the same number.
        aspect: Height of a pixel on the ground divided by its width.
        crowded: (N,) whose outlines move by three pixels at most; None: no one's.
    """
    if len(shapes) == 0:
        return shapes
    ground = _stretched(shapes, aspect)
    farthest_px = np.where(np.zeros(len(shapes)) if crowded is None else crowded, CROWD_FARTHEST_PX, FARTHEST_PX)
    new, changed = ground.copy(), np.zeros(len(shapes), dtype=np.bool_)
    for share in _EDGE_SHARES:
        left = np.flatnonzero(~changed)
        squared = np.array([_squared(shape, share) for shape in ground[left]], dtype=object)
        fits = _fits(ground[left], squared, farthest_px[left])
        new[left[fits]] = squared[fits]
        changed[left[fits]] = True
    result: Shapes = shapes.copy()
    result[changed] = _stretched(new[changed], 1 / aspect)
    return _without_overlaps(shapes, result, changed, group)


def _stretched(shapes: Shapes, factor: float) -> Shapes:
    stretched: Shapes = shapely.transform(shapes, lambda points: points * (1.0, factor))
    return stretched


def _fits(old: Shapes, new: Shapes, farthest_px: NDArray[np.float64]) -> Bools:
    """Return (N,) which new shapes are there, valid, and near the old ones, of which none moves by `farthest_px`."""
    fits = ~shapely.is_missing(new)
    fits[fits] = are_valid(new[fits])
    shared = shapely.area(shapely.intersection(old[fits], new[fits]))
    iou = shared / (shapely.area(old[fits]) + shapely.area(new[fits]) - shared)
    far = shapely.hausdorff_distance(shapely.boundary(old[fits]), shapely.boundary(new[fits]))
    mean_px = (shapely.area(old[fits]) + shapely.area(new[fits]) - 2 * shared) / shapely.length(old[fits])
    width = np.sqrt(shapely.area(old[fits]))
    most = np.clip(_FAR_SHARE * width, _FAR_PX, farthest_px[fits])
    fits[fits] = (iou >= _LEAST_IOU) & (mean_px <= np.maximum(_MEAN_PX, _MEAN_SHARE * width)) & (far <= most)
    return np.asarray(fits)


def _without_overlaps(old: Shapes, new: Shapes, changed: Bools, group: Ints) -> Shapes:
    """Return `new`, with the old shape instead of each changed one that overlaps with a neighbour."""
    while changed.any():
        first, second = shapely.STRtree(new).query(new, predicate="intersects")
        pair = (first < second) & (group[first] == group[second]) & (changed[first] | changed[second])
        first, second = first[pair], second[pair]
        overlap = shapely.area(shapely.intersection(new[first], new[second])) > 1e-9
        undone = np.zeros(len(new), dtype=np.bool_)
        undone[first[overlap]] = undone[second[overlap]] = True
        undone &= changed
        if not undone.any():
            break
        new[undone] = old[undone]
        changed = changed & ~undone
    return new


def _squared(shape: shapely.Polygon, share: float) -> shapely.Polygon | None:
    """Return the polygon with right angles, without steps below `share` of its width.

    None where it has no direction or too few edges are left.
    """
    exterior = shapely.get_coordinates(shape.exterior).tolist()
    straight = shapely.simplify(shape.exterior, _WAVE_SHARE * math.sqrt(shape.area))
    direction = _direction(exterior) or _direction(shapely.get_coordinates(straight).tolist())
    if direction is None:
        return None
    least_px = max(_LEAST_EDGE_PX, share * math.sqrt(shape.area))
    shell = _squared_ring(exterior, direction, least_px)
    if shell is None:
        return None
    rings = [shapely.get_coordinates(ring).tolist() for ring in shape.interiors]
    return shapely.Polygon(shell, [_squared_ring(ring, direction, least_px) or ring for ring in rings])


def _direction(ring: list[list[float]]) -> complex | None:
    """Return the unit vector of the direction to which most of a closed ring's length is parallel or upright.

    Angles are taken four times, so that all four directions of a rectangle become one, and averaged by length.
    """
    total, length = 0j, 0.0
    for (x, y), (next_x, next_y) in zip(ring[:-1], ring[1:], strict=True):
        edge = complex(next_x - x, next_y - y)
        if edge:
            total += abs(edge) * (edge / abs(edge)) ** 4
            length += abs(edge)
    if abs(total) < _LEAST_ORDER * length:
        return None
    return cmath.rect(1.0, cmath.phase(total) / 4)


def _squared_ring(ring: list[list[float]], direction: complex, least_px: float) -> Points | None:
    """Return the closed ring with edges of at least `least_px` along or across `direction`; None: fewer than four."""
    turned = [complex(x, y) / direction for x, y in ring]
    sides = _sides(turned)
    while len(sides) > 4:
        shortest = min(range(len(sides)), key=lambda place: abs(sides[place][1]))
        if abs(sides[shortest][1]) >= least_px:
            break
        sides = _levelled(sides, shortest)
    if len(sides) < 4:
        return None
    corners = []
    for (along, _, level, _), (_, _, next_level, _) in zip(sides, [*sides[1:], sides[0]], strict=True):
        corner = complex(next_level, level) if along else complex(level, next_level)
        corners.append(corner * direction)
    return [(corner.real, corner.imag) for corner in [*corners, corners[0]]]


def _sides(turned: list[complex]) -> list[Side]:
    """Return the sides of a ring, by turns along x and along y.

    A side is a chain of edges of one direction; its level is the mean of their other coordinate, weighted by length.
    """
    sides: list[Side] = []
    for start, end in zip(turned[:-1], turned[1:], strict=True):
        step, middle = end - start, (start + end) / 2
        along = abs(step.real) >= abs(step.imag)
        length, level = (step.real, middle.imag) if along else (step.imag, middle.real)
        side = (along, length, level, abs(length))
        if sides and sides[-1][0] == along:
            side = _together(sides.pop(), side)
        sides.append(side)
    if len(sides) > 1 and sides[0][0] == sides[-1][0]:
        sides[0] = _together(sides.pop(), sides[0])
    return sides


def _together(one: Side, other: Side) -> Side:
    weight = one[3] + other[3]
    level = (one[2] * one[3] + other[2] * other[3]) / weight if weight else one[2]
    return one[0], one[1] + other[1], level, weight


def _levelled(sides: list[Side], place: int) -> list[Side]:
    """Return the sides without the one at `place`, its two neighbours made one."""
    turned = [*sides[place:], *sides[:place]]
    return [_together(turned[-1], turned[1]), *turned[2:-1]]
