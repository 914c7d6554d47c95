"""Connected components of a mask that comes strip by strip, kept as run lengths and outline corners, never as pixels.

Pixels that share an edge are one component (4-connectivity), so that every outline is a valid polygon. Components
nearer than `reach` pixels to each other form a group and leave together, so that what is done to their outlines can
heed the neighbours. A group of very many is a crowd: it may be as large as the raster, so that its components leave in
smaller groups, of those nearer than `near` pixels, and no more can be done to them than that allows. A place is a key:
row · stride + column, of a pixel or of a lattice point (that pixel's upper left corner).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
Bytes = NDArray[np.uint8]

BOTTOM = 1  # bit of a corner's kind: lower end of a vertical edge, else the upper one
CROWD = 500  # components of a group; one of more is a crowd
RIGHT = 2  # bit of a corner's kind: the edge is the right side of its pixels, else the left one


@dataclass(frozen=True)
class Table:
    """N components.

    Args:
        count: (N,) number of pixels.
        total: (N,) sum of their probability bytes.
        peak: (N,) highest of them.
        last_row: (N,) lowest row that has a pixel.
        group: (N,) which components belong together, numbered from 0.
        near: (N,) which are nearer to each other still, numbered from 0.
        crowded: (N,) whether the group is a crowd.
    """

    count: Ints
    total: Ints
    peak: Ints
    last_row: Ints
    group: Ints
    near: Ints
    crowded: Bools

    def at(self, chosen: Bools | Ints) -> Table:
        """Return the chosen components, their groups renumbered."""
        group, near = (
            np.unique(numbers[chosen], return_inverse=True)[1].astype(np.int64) for numbers in (self.group, self.near)
        )
        count, total, peak, last_row = self.count[chosen], self.total[chosen], self.peak[chosen], self.last_row[chosen]
        return Table(count, total, peak, last_row, group, near, self.crowded[chosen])

    def together(self) -> Ints:
        """Return (N,) which components leave together: those of a group, of a crowd those that are near."""
        return np.where(self.crowded, self.near + len(self.group), self.group)


@dataclass(frozen=True)
class Corners:
    """M ends of the vertical edges of outlines.

    Args:
        owner: (M,) the component.
        key: (M,) the lattice point.
        kind: (M,) uint8, bits BOTTOM and RIGHT.
    """

    owner: Ints
    key: Ints
    kind: Bytes

    def at(self, chosen: Bools | Ints, owner: Ints) -> Corners:
        """Return the chosen corners, whose owners are renumbered by the table `owner`."""
        return Corners(owner[self.owner[chosen]], self.key[chosen], self.kind[chosen])


@dataclass(frozen=True)
class Runs:
    """K maximal rows of adjacent pixels in key order: start (K,), end (K,) exclusive, owner (K,)."""

    start: Ints
    end: Ints
    owner: Ints

    def since(self, key: int) -> Runs:
        """Return the runs that start at `key` or later."""
        first = int(np.searchsorted(self.start, key))
        return Runs(self.start[first:], self.end[first:], self.owner[first:])


@dataclass(frozen=True)
class Pixels:
    """The pixels of components: their runs in key order, and (sum of lengths,) uint8 the probability bytes of these."""

    runs: Runs
    values: Bytes

    def at(self, chosen: Bools, owner: Ints) -> Pixels:
        """Return the chosen runs, whose owners are renumbered by the table `owner`."""
        runs = self.runs
        values = self.values[np.repeat(chosen, runs.end - runs.start)]
        return Pixels(Runs(runs.start[chosen], runs.end[chosen], owner[runs.owner[chosen]]), values)


@dataclass(frozen=True)
class Closed:
    """Components that nothing can join any more, with their corners, and their pixels if they were asked for."""

    table: Table
    corners: Corners
    pixels: Pixels

    def portions(self, most: int) -> Iterator[tuple[Ints, Table, Corners]]:
        """Yield (numbers of the components, ascending, their table, their corners), each component once.

        Those that leave together stay together. A portion has some `most` corners, or those of a larger group.
        """
        count, corners = len(self.table.count), self.corners
        if len(corners.key) <= most:
            yield np.arange(count), self.table, corners
            return
        together = self.table.together()
        size = np.bincount(together[corners.owner], minlength=2 * count)
        portion = np.unique(((np.cumsum(size) - size) // most)[together], return_inverse=True)[1]
        of_corner = portion[corners.owner]
        order, corner_order = np.argsort(portion, kind="stable"), np.argsort(of_corner, kind="stable")
        last = int(portion.max())
        ends, corner_ends = (np.cumsum(np.bincount(of, minlength=last + 1)).tolist() for of in (portion, of_corner))
        renumbered = np.empty(count, dtype=np.int64)
        for number in range(last + 1):
            begin, corner_begin = (ends[number - 1], corner_ends[number - 1]) if number else (0, 0)
            chosen = order[begin : ends[number]]
            renumbered[chosen] = np.arange(len(chosen))
            own = corner_order[corner_begin : corner_ends[number]]
            yield chosen, self.table.at(chosen), corners.at(own, renumbered)


def _ints(values: object = ()) -> Ints:
    return np.asarray(values, dtype=np.int64)


def _join(size: int, first: Ints, second: Ints) -> tuple[int, Ints]:
    """Return how many sets the pairs (first, second) make of `size` nodes, and (size,) the set of each node."""
    ones = np.ones(len(first), dtype=np.bool_)
    number, label = connected_components(coo_matrix((ones, (first, second)), shape=(size, size)), directed=False)
    return int(number), label.astype(np.int64)


def _neighbours(start: Ints, end: Ints, shift: int, grow: int) -> tuple[Ints, Ints]:
    """Return index pairs of runs: the first, moved on by `shift` and grown by `grow` at both ends, meets the second."""
    low = np.searchsorted(end + (shift + grow), start, side="right")
    high = np.searchsorted(start + (shift - grow), end, side="left")
    number = np.maximum(high - low, 0)
    second = np.repeat(np.arange(len(start)), number)
    first = np.arange(len(second)) - np.repeat(np.cumsum(number) - number, number) + low[second]
    return first.astype(np.int64), second.astype(np.int64)


def _among(values: Ints, ordered: Ints) -> Bools:
    """Return which of `values` stand in the ascending array `ordered`."""
    if len(ordered) == 0:
        return np.zeros(len(values), dtype=np.bool_)
    place = np.minimum(np.searchsorted(ordered, values), len(ordered) - 1)
    return np.asarray(ordered[place] == values)


def _highest(size: int, label: Ints, values: Ints) -> Ints:
    highest = np.full(size, -1, dtype=np.int64)
    np.maximum.at(highest, label, values)
    return highest


def _sums(size: int, label: Ints, values: Ints) -> Ints:
    # float64 holds whole numbers up to 2^53 exactly
    return np.bincount(label, weights=values, minlength=size).astype(np.int64)


class ComponentStream:
    """Finds the components of a mask whose rows come in order.

    Args:
        width: Columns of the mask.
        reach: Components whose pixels are at most this far apart (in the larger of rows and columns) are one group;
            0: each component is its own.
        keep_px: Pixels are kept of components that have no more than this many.
        near: The same as `reach` within a crowd; `reach` if that is less.
    """

    def __init__(self, width: int, reach: int, keep_px: int = 0, near: int = 0) -> None:
        self.stride = width + reach + 1  # so that a grown run never meets one of another row
        self._reach = reach
        self._near = min(near, reach) or reach
        self._keep_px = keep_px
        self._row_end = 0
        empty = _ints()
        self._open = Table(empty, empty, empty, empty, empty, empty, empty > 0)
        self._corners = Corners(empty, empty, np.zeros(0, dtype=np.uint8))
        self._edge = Runs(empty, empty, empty)  # runs of the last rows, which the next strip may join
        self._pixels = Pixels(Runs(empty, empty, empty), np.zeros(0, dtype=np.uint8))

    @property
    def open_row(self) -> int:
        """The first row that has a pixel of a component that is not closed; the next strip's where there is none."""
        return int(self._corners.key.min()) // self.stride if len(self._corners.key) else self._row_end

    def add(self, row: int, mask: Bools, values: Bytes) -> Closed:
        """Add the strip whose first row is `row`; return what is closed by it.

        Args:
            row: At or below the end of the strip before; rows left out count as empty.
            mask: (rows, width) bool.
            values: (rows, width) uint8 probability bytes.
        """
        start, end = self._find(row, mask)
        length = end - start
        inside = values[mask]
        first = np.cumsum(length) - length
        total = np.add.reduceat(inside, first, dtype=np.int64) if len(first) else _ints()
        peak = np.maximum.reduceat(inside, first).astype(np.int64) if len(first) else _ints()
        known = len(self._open.count)
        runs = Runs(
            np.concatenate([self._edge.start, start]),
            np.concatenate([self._edge.end, end]),
            np.concatenate([self._edge.owner, known + np.arange(len(start))]),
        )
        pairs = _neighbours(runs.start, runs.end, self.stride, 0)
        number, label = _join(known + len(start), runs.owner[pairs[0]], runs.owner[pairs[1]])
        runs = Runs(runs.start, runs.end, label[runs.owner])
        group = self._groups(number, label, runs, self._reach, self._open.group)
        same = self._near == self._reach
        near = group if same else self._groups(number, label, runs, self._near, self._open.near)
        self._open = Table(
            _sums(number, label, np.concatenate([self._open.count, length])),
            _sums(number, label, np.concatenate([self._open.total, total])),
            _highest(number, label, np.concatenate([self._open.peak, peak])),
            _highest(number, label, np.concatenate([self._open.last_row, start // self.stride])),
            group,
            near,
            np.isin(group, group[label[:known][self._open.crowded]]),
        )
        if not same:
            self._open = self._with_crowds(row + mask.shape[0])
        self._turn(label, runs, len(start), row + mask.shape[0])
        if self._keep_px:
            self._keep(label, Runs(start, end, label[known:]), inside)
        return self._release(runs, row + mask.shape[0])

    def finish(self) -> Closed:
        """Return all that is left."""
        none = np.zeros((1 + self._reach, self.stride - self._reach - 1), dtype=np.uint8)
        return self.add(self._row_end, none > 0, none)

    def _find(self, row: int, mask: Bools) -> tuple[Ints, Ints]:
        """Return the starts and ends of the mask's runs as keys."""
        rows, width = mask.shape
        padded = np.zeros((rows, width + 2), dtype=np.bool_)
        padded[:, 1:-1] = mask
        where = np.flatnonzero(padded[:, 1:] != padded[:, :-1])
        key = (where // (width + 1) + row) * self.stride + where % (width + 1)
        return key[0::2], key[1::2]

    def _groups(self, number: int, label: Ints, runs: Runs, reach: int, before: Ints) -> Ints:
        """Return (number,) the group of each component; `before` are those of the open ones so far."""
        if reach == 0:
            return np.arange(number)
        firsts, seconds = [label[: len(before)]], [number + before]
        for down in range(reach + 1):
            one, other = (runs.owner[pair] for pair in _neighbours(runs.start, runs.end, down * self.stride, reach))
            pairs = np.unique((one * number + other)[one != other])  # of far reaches there are many alike
            firsts.append(pairs // number)
            seconds.append(pairs % number)
        first, second = np.concatenate(firsts), np.concatenate(seconds)
        size = number + (int(before.max()) + 1 if len(before) else 0)
        return _join(size, first, second)[1][:number]

    def _with_crowds(self, row_end: int) -> Table:
        """Return the open components, those marked whose group has become a crowd.

        Counted are those that no pixel at or below `row_end` can join: so it is the same wherever strips are cut.
        """
        table = self._open
        done = table.last_row < row_end - 1
        crowds = np.bincount(table.group[done], minlength=len(table.group) + 1) > CROWD
        return replace(table, crowded=table.crowded | crowds[table.group])

    def _turn(self, label: Ints, runs: Runs, fresh: int, row_end: int) -> None:
        """Add the corners at the upper side of the `fresh` last runs and the lower side of all but the last row's."""
        before = self._row_end - 1  # the lower side of this row was not known yet
        begun = len(runs.start) - fresh
        parts = [Corners(label[self._corners.owner], self._corners.key, self._corners.kind)]
        low = int(np.searchsorted(runs.start, before * self.stride))
        high = int(np.searchsorted(runs.start, (row_end - 1) * self.stride))
        for side, keys in ((0, runs.start), (RIGHT, runs.end)):
            upper = np.flatnonzero(~_among(keys[begun:] - self.stride, keys)) + begun
            lower = np.flatnonzero(~_among(keys[low:high] + self.stride, keys)) + low
            parts.append(Corners(runs.owner[upper], keys[upper], np.full(len(upper), side, np.uint8)))
            parts.append(
                Corners(runs.owner[lower], keys[lower] + self.stride, np.full(len(lower), side | BOTTOM, np.uint8))
            )
        self._corners = joined(parts)
        self._row_end = row_end

    def _keep(self, label: Ints, fresh: Runs, values: Bytes) -> None:
        """Add the pixels of the `fresh` runs, and forget those of components that are too large."""
        old = self._pixels
        runs = Runs(
            np.concatenate([old.runs.start, fresh.start]),
            np.concatenate([old.runs.end, fresh.end]),
            np.concatenate([label[old.runs.owner], fresh.owner]),
        )
        pixels = Pixels(runs, np.concatenate([old.values, values]))
        fits = (self._open.count <= self._keep_px)[runs.owner]
        self._pixels = pixels if fits.all() else pixels.at(fits, np.arange(len(self._open.count)))

    def _release(self, runs: Runs, row_end: int) -> Closed:
        """Take out the groups, and what is near each other of crowds, that no pixel at or below `row_end` can join."""
        table, corners = self._open, self._corners
        joinable = row_end - max(self._reach, 1)
        group = table.together()
        stays = (_highest(2 * len(group), group, table.last_row) >= joinable)[group]
        renumbered = np.where(stays, np.cumsum(stays), np.cumsum(~stays)) - 1
        kept = stays[corners.owner]
        self._open = table.at(stays)
        self._corners, released = corners.at(kept, renumbered), corners.at(~kept, renumbered)
        pixels = self._pixels
        kept = stays[pixels.runs.owner]
        self._pixels = pixels.at(kept, renumbered)
        edge = runs.since(joinable * self.stride)
        self._edge = Runs(edge.start, edge.end, renumbered[edge.owner])
        return Closed(table.at(~stays), released, pixels.at(~kept, renumbered))


def corners_of(runs: Runs, stride: int) -> Corners:
    """Return all corners of components that are given by all of their runs; they may share edges with each other."""
    parts = []
    for side, keys in ((0, runs.start), (RIGHT, runs.end)):
        for step, bottom in ((-stride, 0), (stride, BOTTOM)):
            place = np.minimum(np.searchsorted(keys, keys + step), len(keys) - 1)
            goes_on = (keys[place] == keys + step) & (runs.owner[place] == runs.owner)
            corner = np.flatnonzero(~goes_on)
            key = keys[corner] + (stride if bottom else 0)
            parts.append(Corners(runs.owner[corner], key, np.full(len(corner), side | bottom, np.uint8)))
    return joined(parts)


def joined(parts: list[Corners]) -> Corners:
    """Return all corners of `parts`, whose owners are numbered alike."""
    return Corners(
        np.concatenate([part.owner for part in parts]),
        np.concatenate([part.key for part in parts]),
        np.concatenate([part.kind for part in parts]),
    )
