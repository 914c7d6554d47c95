"""Corners of components → rings of lattice points → smooth rings.

Rings run along pixel edges with the component on their left as the picture is seen (exterior anticlockwise, holes
clockwise, row 0 on top). Where two pixels of one component touch at a corner only, the rings part there around the
*background* pixels; because components are 4-connected, no ring then meets itself, two rings meet in single points at
most, and every polygon is valid.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from .components import BOTTOM, RIGHT, Bools, Corners, Ints

Floats = NDArray[np.float64]
Shapes = NDArray[np.object_]


@dataclass(frozen=True)
class Rings:
    """R rings of N polygons; the first ring of a polygon is its exterior, the others are its holes.

    Args:
        row: (V,) lattice rows of all vertices, ring after ring, none repeated at a ring's end.
        col: (V,) lattice columns.
        first: (R + 1,) where each ring begins in `row`.
        owner: (R,) polygon of each ring, ascending.
        fixed: (V,) whether a vertex must stay where it is, as outlines branch there.
    """

    row: Floats
    col: Floats
    first: Ints
    owner: Ints
    fixed: Bools

    @property
    def ring(self) -> Ints:
        """(V,) the ring of each vertex."""
        return np.repeat(np.arange(len(self.owner)), np.diff(self.first))

    @property
    def exterior(self) -> Bools:
        """(R,) whether a ring is an exterior."""
        return np.diff(self.owner, prepend=-1) > 0

    def neighbours(self) -> tuple[Ints, Ints]:
        """Return (V,) the index of the vertex before and (V,) of the vertex after each one, around its ring."""
        before = np.arange(len(self.row)) - 1
        after = before + 2
        before[self.first[:-1]] = self.first[1:] - 1
        after[self.first[1:] - 1] = self.first[:-1]
        return before, after

    def area_px2(self) -> Floats:
        """Return (R,) the area that each ring encloses, in pixels, positive."""
        if len(self.owner) == 0:
            return np.zeros(0)
        after = self.neighbours()[1]
        twice = self.row * self.col[after] - self.row[after] * self.col
        return np.asarray(np.abs(np.add.reduceat(twice, self.first[:-1])) / 2)

    def without(self, rings: Bools) -> Rings:
        """Return all but the chosen rings."""
        kept = np.repeat(~rings, np.diff(self.first))
        length = np.diff(self.first)[~rings]
        return Rings(self.row[kept], self.col[kept], _ends(length), self.owner[~rings], self.fixed[kept])


def _ends(length: Ints) -> Ints:
    return np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(length)])


def _down(kind_of: Corners, row: Ints, col: Ints, height: int) -> Ints:
    """Return (M,) the other end of each corner's vertical edge."""
    other = np.empty(len(row), dtype=np.int64)
    place = col * height + row  # by column, then by row
    for side in (0, RIGHT):
        # Vertical edges of one column and side never overlap, so the n-th upper end belongs to the n-th lower one.
        upper = np.flatnonzero(kind_of.kind == side)
        lower = np.flatnonzero(kind_of.kind == side | BOTTOM)
        upper, lower = upper[np.argsort(place[upper])], lower[np.argsort(place[lower])]
        other[upper], other[lower] = lower, upper
    return other


def _by_owner_and_key(corners: Corners, low: int, span: int) -> Ints:
    """Return (M,) the order by owner, then by key, then left sides before right ones; keys are low … low + span - 1."""
    if 2 * (int(corners.owner.max()) + 1) * span <= np.iinfo(np.int64).max:  # one number for all three
        return np.argsort((corners.owner * span + (corners.key - low)) * 2 + (corners.kind // RIGHT))
    return np.lexsort((corners.kind // RIGHT, corners.key, corners.owner))


def trace(corners: Corners, stride: int) -> Rings:
    """Return the rings of closed components; `owner` is theirs, and vertices are whole numbers.

    Args:
        corners: All corners of the components.
        stride: That of their keys.
    """
    if len(corners.key) == 0:
        none = np.zeros(0, dtype=np.int64)
        return Rings(np.zeros(0), np.zeros(0), np.zeros(1, dtype=np.int64), none, none > 0)
    low = int(corners.key.min()) // stride * stride
    span = int(corners.key.max()) - low + 1
    # Along a lattice row corners pair up from left to right. Of two corners in one point that of the left side comes
    # first: this parts the rings around the background.
    order = _by_owner_and_key(corners, low, span)
    corners = Corners(corners.owner[order], corners.key[order], corners.kind[order])
    row, col = corners.key // stride, corners.key % stride
    vertical = _down(corners, row, col, int(row.max()) + 1)
    across = np.arange(len(row)) ^ 1
    # A left side is walked down, a right side up; from the start of one vertical edge to the start of the next:
    leads = (corners.kind == 0) | (corners.kind == (RIGHT | BOTTOM))
    following = across[vertical].tolist()
    starts, lengths = _walk(np.flatnonzero(leads).tolist(), following)
    start = np.asarray(starts, dtype=np.int64)
    vertex = np.stack([start, vertical[start]], axis=1).ravel()
    first = _ends(2 * np.asarray(lengths, dtype=np.int64))
    owner = corners.owner[vertex[first[:-1]]]
    rows, cols = row[vertex].astype(np.float64), col[vertex].astype(np.float64)
    return Rings(rows, cols, first, owner, np.zeros(len(vertex), dtype=np.bool_))


def _walk(begin: list[int], following: list[int]) -> tuple[list[int], list[int]]:
    """Return the cycles of `following` one after the other, and their lengths, each from its first place in `begin`."""
    seen = bytearray(len(following))
    walked: list[int] = []
    lengths: list[int] = []
    for place in begin:
        if seen[place]:
            continue
        before = len(walked)
        while not seen[place]:
            seen[place] = 1
            walked.append(place)
            place = following[place]
        lengths.append(len(walked) - before)
    return walked, lengths


def smooth(rings: Rings) -> Rings:
    """Return the rings with every step of one pixel replaced by its middle, and points on a straight line left out.

    The rasterised image of a straight line advances by steps of one pixel in one of the two directions; the middles of
    these steps lie on the line to within half a pixel. Corners that are no such steps stay, and the cap of a curve, an
    edge with a step down at both ends, keeps its height. Outlines move by half a pixel at most, alike from both sides,
    and do not cross their neighbours: each new vertex is a point of the old outline.
    """
    before, after = rings.neighbours()
    down, right = rings.row[after] - rings.row, rings.col[after] - rings.col  # edge that leaves each vertex
    length = np.abs(down) + np.abs(right)
    turn = np.sign(right[before] * down - down[before] * right)
    step = (length == 1) & (turn * turn[after] < 0) & ~rings.fixed & ~rings.fixed[after]
    cap = (length > 1) & step[before] & step[after] & (turn * turn[after] > 0)
    moved = step | step[before]
    # Each vertex is followed by the points of the edge that leaves it; then keep the ones that are wanted.
    inset = np.where(cap, np.minimum(0.25, 1 / length), 0.5)
    share = np.stack([np.zeros(len(inset)), inset, 1 - inset], axis=1)
    row = (rings.row[:, None] + down[:, None] * share).ravel()
    col = (rings.col[:, None] + right[:, None] * share).ravel()
    wanted = np.stack([~moved, step | cap, cap], axis=1).ravel()
    fixed = np.stack([rings.fixed, cap & False, cap & False], axis=1).ravel()
    return straighten(_pick(Rings(row, col, rings.first * 3, rings.owner, fixed), wanted))


def straighten(rings: Rings) -> Rings:
    """Return the rings without the vertices that lie on the line between their neighbours."""
    before, after = rings.neighbours()
    cross = (rings.row - rings.row[before]) * (rings.col[after] - rings.col) - (rings.col - rings.col[before]) * (
        rings.row[after] - rings.row
    )
    return _pick(rings, (cross != 0) | rings.fixed)


def _pick(rings: Rings, wanted: Bools) -> Rings:
    """Return the rings with the wanted vertices alone; no ring may lose all of them."""
    length = np.add.reduceat(wanted.astype(np.int64), rings.first[:-1]) if len(rings.owner) else np.zeros(0, np.int64)
    return Rings(rings.row[wanted], rings.col[wanted], _ends(length), rings.owner, rings.fixed[wanted])


def with_nodes(rings: Rings, node_row: Ints, node_col: Ints) -> Rings:
    """Return traced rings that have a fixed vertex wherever they pass a node.

    Args:
        rings: Straight from `trace`: all edges run along rows or columns.
        node_row: (K,) lattice rows of the nodes, in any order.
        node_col: (K,) lattice columns.
    """
    if len(node_row) == 0 or len(rings.owner) == 0:
        return rings
    rows, cols = rings.row.astype(np.int64), rings.col.astype(np.int64)  # whose products float64 could not hold
    span = int(max(rows.max(), cols.max(), node_row.max(), node_col.max())) + 1
    after = rings.neighbours()[1]
    level = rows == rows[after]
    # On level edges nodes are sought by (row, column), on upright ones by (column, row).
    begin = np.where(level, rows * span + cols, cols * span + rows)
    end = np.where(level, begin + cols[after] - cols, begin + rows[after] - rows)
    by_row, by_col = np.unique(node_row * span + node_col), np.unique(node_col * span + node_row)
    low, high = np.minimum(begin, end), np.maximum(begin, end)
    first = np.where(level, np.searchsorted(by_row, low, "right"), np.searchsorted(by_col, low, "right"))
    last = np.where(level, np.searchsorted(by_row, high, "left"), np.searchsorted(by_col, high, "left"))
    number = last - first
    # Each vertex, then the nodes on the edge that leaves it, in the edge's direction.
    vertex = np.repeat(np.arange(len(level)), number + 1)
    rank = np.arange(len(vertex)) - np.repeat(np.cumsum(number + 1) - number - 1, number + 1)
    index = np.where(end > begin, first, last)[vertex] + np.where((end > begin)[vertex], rank - 1, -rank)
    key = np.where(level[vertex], by_row[index % len(by_row)], by_col[index % len(by_col)])
    key = np.where(rank == 0, begin[vertex], key)
    row = np.where(level[vertex], key // span, key % span)
    col = np.where(level[vertex], key % span, key // span)
    fixed = np.isin(row * span + col, by_row)
    starts = _ends(np.add.reduceat(number + 1, rings.first[:-1]))
    return Rings(row.astype(np.float64), col.astype(np.float64), starts, rings.owner, fixed)


def to_polygons(rings: Rings) -> Shapes:
    """Return (N,) polygons with x = column and y = row, in the order of their owners."""
    last = rings.first[1:] - 1
    closed_first = rings.first + np.arange(len(rings.first))
    # Each ring's first vertex is repeated at its end.
    index = np.insert(np.arange(len(rings.row)), last + 1, rings.first[:-1])
    points = np.stack([rings.col[index], rings.row[index]], axis=1)
    polygon_first = np.append(np.flatnonzero(rings.exterior), len(rings.owner))
    shapes: Shapes = shapely.from_ragged_array(shapely.GeometryType.POLYGON, points, (closed_first, polygon_first))
    return shapes
