"""Objects that touch → pieces, parted along the valleys between their peaks."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from .components import Bools, Bytes, Closed, Ints, Pixels, Runs, Table, corners_of, joined

Floats = NDArray[np.float32]
Labels = NDArray[np.int32]

KEEP_PX = 4_000_000  # larger objects (roads, water) are never parted
_LEAST_PX = 12  # smaller ones are not either
_NECK = 0.8  # pieces stay together where the neck's height is more than this share of the lower peak
_LEAST_PEAK_PX = 1.2  # a piece whose middle is nearer to the rim than this is no object of its own
_SHEET_PX = 4_000_000  # pictures of objects are worked on together, this many pixels at a time
_SHEET_WIDTH = 2048


@dataclass(frozen=True)
class Parted:
    """What `split` returns.

    Args:
        closed: Components and pieces; pieces of one object share edges.
        node_row: (K,) lattice rows of the points where outlines branch.
        node_col: (K,) lattice columns.
    """

    closed: Closed
    node_row: Ints
    node_col: Ints


@dataclass(frozen=True)
class _Sheet:
    """Pictures of n objects, each with a rim of one empty pixel, on one plane.

    Args:
        values: (H, W) probability bytes, 0 between the objects.
        place: (K,) the flat index in `values` of each pixel.
        object: (K,) the object, 0 … n - 1, of each pixel.
        owner: (n,) the component that each object is.
        row, col: (n,) what must be added to a place on the sheet to get the place in the raster.
    """

    values: Bytes
    place: Ints
    object: Ints
    owner: Ints
    row: Ints
    col: Ints


@dataclass(frozen=True)
class _Pieces:
    """The pieces that a sheet's objects were parted into: runs with their owners from 0, the table, and the nodes."""

    runs: Runs
    table: Table
    parent: Ints
    node_row: Ints
    node_col: Ints


def split(closed: Closed, stride: int, level: int, least_px: float = 0) -> Parted:
    """Return the components with those parted that consist of several objects.

    The height of a pixel is its distance to the object's rim times the square root of how far its probability lies
    above the threshold; peaks of this landscape are objects where the valley between them is deep enough.

    Args:
        closed: Components with their pixels.
        stride: Of the keys.
        level: The lowest probability byte of an object.
        least_px: A piece of fewer pixels stays with the one to which its highest pass leads.
    """
    parts = []
    for sheet in _sheets(closed, stride):
        basin, number = _pieces(landscape(sheet.values, level), sheet.values >= level, least_px)
        found = _collect(sheet, basin, number, closed.table, stride)
        if len(found.parent):
            parts.append(found)
    return _assemble(closed, parts, stride)


def _sheets(closed: Closed, stride: int) -> Iterator[_Sheet]:
    """Yield the pictures of the components that may be parted, on as many sheets as it takes."""
    pixels, count = closed.pixels, closed.table.count
    number = len(count)
    runs = pixels.runs
    if len(runs.start) == 0:
        return
    row, left, right = runs.start // stride, runs.start % stride, (runs.end - 1) % stride + 1
    low, high = np.full((2, number), np.iinfo(np.int64).max), np.full((2, number), -1)
    np.minimum.at(low[0], runs.owner, row)
    np.minimum.at(low[1], runs.owner, left)
    np.maximum.at(high[0], runs.owner, row + 1)
    np.maximum.at(high[1], runs.owner, right)
    height, width = high - low + 2
    # Objects with a wide and empty surrounding would fill sheets of their own; they are lines, not heaps.
    wanted = np.flatnonzero((high[0] >= 0) & (count >= _LEAST_PX) & (height * width <= 4 * KEEP_PX))
    wanted = wanted[np.argsort(height[wanted], kind="stable")]
    sheet_of = np.cumsum(height[wanted] * width[wanted]) // _SHEET_PX
    edges = np.flatnonzero(np.diff(sheet_of, prepend=-1, append=-1))
    for begin, end in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
        chosen = wanted[begin:end]
        yield _draw(pixels, stride, chosen, low[:, chosen], height[chosen], width[chosen], number)


def _draw(pixels: Pixels, stride: int, chosen: Ints, low: Ints, height: Ints, width: Ints, number: int) -> _Sheet:
    """Return a sheet with the `chosen` components, shelf after shelf; `low` is (2, n) their first row and column."""
    sheet_width = max(_SHEET_WIDTH, int(width.max()))
    at_row, at_col, top, left, bottom = [], [], 0, 0, 0
    for tall, wide in zip(height.tolist(), width.tolist(), strict=True):
        if left + wide > sheet_width:
            top, left = bottom, 0
        at_row.append(top)
        at_col.append(left)
        left += wide
        bottom = max(bottom, top + tall)
    # An object's first pixel lies at (1, 1) of its picture.
    row_shift, col_shift = low[0] - np.array(at_row) - 1, low[1] - np.array(at_col) - 1
    object_of = np.full(number, -1)
    object_of[chosen] = np.arange(len(chosen))
    runs = pixels.runs
    length = runs.end - runs.start
    which = object_of[runs.owner]
    origin = (runs.start // stride - row_shift[which]) * sheet_width + runs.start % stride - col_shift[which]
    drawn = np.repeat(which >= 0, length)
    within = np.arange(len(drawn)) - np.repeat(np.cumsum(length) - length, length)
    place = (np.repeat(origin, length) + within)[drawn]
    values = np.zeros((bottom, sheet_width), dtype=np.uint8)
    values.ravel()[place] = pixels.values[drawn]
    return _Sheet(values, place, np.repeat(which, length)[drawn], chosen, row_shift, col_shift)


def landscape(values: Bytes, level: int) -> Floats:
    """Return (H, W) the height of each pixel in pixels, 0 outside of the objects.

    Args:
        values: (H, W) probability bytes, 0 outside of the objects.
        level: The lowest byte inside.
    """
    inside = values >= level
    # The octagonal distance is up to 8 % short of the Euclidean one, and made in a sixth of the time.
    rim_px = ndimage.distance_transform_cdt(inside, "taxicab").astype(np.float32)
    rim_px *= math.sqrt(0.5)
    np.maximum(rim_px, ndimage.distance_transform_cdt(inside, "chessboard"), out=rim_px)
    share = np.sqrt(np.maximum(np.arange(256, dtype=np.float32) - level + 1, 0) / (255 - level))
    height: Floats = rim_px * share[values]
    for axis in (0, 1):
        height = ndimage.correlate1d(height, [0.25, 0.5, 0.25], axis=axis, mode="constant")
    height[~inside] = 0
    return height


def _pieces(height: Floats, inside: Bools, least_px: float) -> tuple[Labels, int]:
    """Return (H, W) labels from 1 of the pieces of all objects, 0 outside, and their number; they are 4-connected."""
    basin, number = _climb(height, inside)
    merged = _merge(height, basin, number, least_px)
    return merged[basin].astype(np.int32), int(merged.max(initial=0))


def _climb(height: Floats, inside: Bools) -> tuple[Labels, int]:
    """Return (H, W) labels from 1 of pixels from which the steepest way leads to the same peak, and their number."""
    width = height.shape[1]
    place = np.flatnonzero(inside)
    flat = height.ravel()
    highest, target = flat[place], np.arange(flat.size)
    for step in (-width, -1, 1, width):
        higher = flat[place + step] > highest
        target[place[higher]] = place[higher] + step
        highest = np.maximum(highest, flat[place + step])
    goal = target[place]
    while True:
        further = target[goal]
        if np.array_equal(further, goal):
            break
        target[place] = goal = further
    peak = np.flatnonzero(goal == place)
    number_at = np.zeros(flat.size, dtype=np.int32)
    number_at[place[peak]] = np.arange(1, len(peak) + 1)
    basin = np.zeros(height.shape, dtype=np.int32)
    basin.ravel()[place] = number_at[goal]
    return basin, len(peak)


def _merge(height: Floats, basin: Labels, number: int, least_px: float) -> Ints:
    """Return (number + 1,) the piece of each basin: basins are joined, highest pass first, where there is no neck."""
    highest = np.zeros(number + 1, dtype=np.float32)
    np.maximum.at(highest, basin.ravel(), height.ravel())
    peak, size = highest.tolist(), np.bincount(basin.ravel(), minlength=number + 1).tolist()
    parent = list(range(number + 1))

    def find(place: int) -> int:
        while parent[place] != place:
            parent[place] = parent[parent[place]]
            place = parent[place]
        return place

    for first, second, top in _passes(height, basin, number):
        one, other = find(first), find(second)
        if one == other:
            continue
        lower = min(peak[one], peak[other])
        if top >= _NECK * lower or lower < _LEAST_PEAK_PX or min(size[one], size[other]) < least_px:
            one, other = min(one, other), max(one, other)
            parent[other] = one
            peak[one], size[one] = max(peak[one], peak[other]), size[one] + size[other]
    roots = np.array([find(place) for place in range(number + 1)])
    return np.asarray(np.unique(roots, return_inverse=True)[1], dtype=np.int64)


def _passes(height: Floats, basin: Labels, number: int) -> list[tuple[int, int, float]]:
    """Return (basin, basin, height) of the highest pass between each two neighbouring basins, the highest first."""
    pairs, tops = [], []
    for one, other, low, high in (
        (basin[:-1], basin[1:], height[:-1], height[1:]),
        (basin[:, :-1], basin[:, 1:], height[:, :-1], height[:, 1:]),
    ):
        meets = np.nonzero((one != other) & (one > 0) & (other > 0))
        a, b = one[meets].astype(np.int64), other[meets].astype(np.int64)
        pairs.append(np.minimum(a, b) * (number + 1) + np.maximum(a, b))
        tops.append(np.minimum(low[meets], high[meets]))
    unique, place = np.unique(np.concatenate(pairs), return_inverse=True)
    top = np.zeros(len(unique), dtype=np.float32)
    np.maximum.at(top, place, np.concatenate(tops))
    order = np.lexsort((unique, -top))
    columns = (unique // (number + 1), unique % (number + 1), top)
    return list(zip(*(column[order].tolist() for column in columns), strict=True))


def _collect(sheet: _Sheet, piece: Labels, number: int, table: Table, stride: int) -> _Pieces:
    """Return the pieces of those objects that have several, in raster coordinates and numbered anew from 0."""
    of = np.zeros(number + 1, dtype=np.int64)  # the object of each piece
    label = piece.ravel()[sheet.place]
    of[label] = sheet.object
    several = np.bincount(of[1:], minlength=len(sheet.owner)) > 1
    wanted = np.flatnonzero(several[of] & (np.arange(number + 1) > 0))
    renumbered = np.full(number + 1, -1)
    renumbered[wanted] = np.arange(len(wanted))
    owner = renumbered[label]
    inside = owner >= 0
    owner, value = owner[inside], sheet.values.ravel()[sheet.place[inside]].astype(np.int64)
    peak = np.zeros(len(wanted), dtype=np.int64)
    np.maximum.at(peak, owner, value)
    parent = sheet.owner[of[wanted]]
    pieces = Table(
        np.bincount(owner, minlength=len(wanted)).astype(np.int64),
        np.bincount(owner, weights=value, minlength=len(wanted)).astype(np.int64),
        peak,
        table.last_row[parent],
        table.group[parent],
        table.near[parent],
        table.crowded[parent],
    )
    kept = np.where(renumbered[piece] >= 0, piece, 0)
    node_row, node_col, node_piece = _nodes(kept)
    at = of[node_piece]
    runs = _runs(sheet, kept, of, renumbered, stride)
    return _Pieces(runs, pieces, np.unique(parent), node_row + sheet.row[at], node_col + sheet.col[at])


def _runs(sheet: _Sheet, piece: Labels, of: Ints, renumbered: Ints, stride: int) -> Runs:
    """Return the runs of the pieces in key order."""
    change = piece[:, 1:] != piece[:, :-1]
    row, col = np.nonzero(change)
    value = piece[row, col + 1]  # right of the change
    start = np.flatnonzero(value > 0)  # there is a rim, so a run's end is the next change in its row
    at = of[value[start]]
    first = (row[start] + sheet.row[at]) * stride + sheet.col[at] + 1
    begin, end = first + col[start], first + col[start + 1]
    order = np.argsort(begin)
    return Runs(begin[order], end[order], renumbered[value[start]][order])


def _nodes(piece: Labels) -> tuple[Ints, Ints, Ints]:
    """Return lattice rows and columns of the points where more than two outlines meet, and a piece that lies there."""
    upper, lower = piece[:-1], piece[1:]
    level, upright = upper != lower, piece[:, :-1] != piece[:, 1:]
    branches = (level[:, :-1].view(np.int8) + level[:, 1:]) + (upright[:-1].view(np.int8) + upright[1:])
    row, col = np.nonzero(branches >= 3)
    around = np.stack([piece[row, col], piece[row, col + 1], piece[row + 1, col], piece[row + 1, col + 1]])
    return row + 1, col + 1, around.max(axis=0)


def _assemble(closed: Closed, parts: list[_Pieces], stride: int) -> Parted:
    """Return the components without those that were parted, and the pieces after them."""
    none = np.zeros(0, dtype=np.int64)
    if not parts:
        return Parted(closed, none, none)
    whole = np.ones(len(closed.table.count), dtype=np.bool_)
    whole[np.concatenate([part.parent for part in parts])] = False
    tables = [Table(*(column[whole] for column in _columns(closed.table))), *(part.table for part in parts)]
    corners = [closed.corners.at(whole[closed.corners.owner], np.cumsum(whole) - 1)]
    first = int(whole.sum())
    for part in parts:
        corners.append(corners_of(Runs(part.runs.start, part.runs.end, part.runs.owner + first), stride))
        first += len(part.table.count)
    merged = Table(*(np.concatenate(column) for column in zip(*map(_columns, tables), strict=True)))
    node_row, node_col = (np.concatenate(rows) for rows in zip(*((p.node_row, p.node_col) for p in parts), strict=True))
    return Parted(Closed(merged, joined(corners), closed.pixels), node_row, node_col)


def _columns(table: Table) -> tuple[Any, ...]:
    return table.count, table.total, table.peak, table.last_row, table.group, table.near, table.crowded
