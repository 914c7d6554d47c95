"""Components from runs: the same as scipy's labels, however the rows are cut."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from scipy import ndimage

from rrsis_core.vectorise.components import ComponentStream, corners_of

MASKS = hnp.arrays(np.bool_, hnp.array_shapes(min_dims=2, max_dims=2, min_side=1, max_side=14))


def _closed(mask, values, cuts, reach=0):
    stream = ComponentStream(mask.shape[1], reach)
    edges = [0, *sorted({cut for cut in cuts if 0 < cut < mask.shape[0]}), mask.shape[0]]
    closed = [stream.add(top, mask[top:end], values[top:end]) for top, end in zip(edges[:-1], edges[1:], strict=True)]
    return [*closed, stream.finish()]


@given(MASKS, st.lists(st.integers(1, 13)), st.integers(0, 2**32 - 1), st.integers(0, 3))
@settings(deadline=None, max_examples=150)
def test_counts_sums_and_peaks_are_those_of_the_labels(mask, cuts, seed, reach):
    values = np.random.default_rng(seed).integers(1, 255, mask.shape).astype(np.uint8)
    label, number = ndimage.label(mask)
    ids = range(1, number + 1)
    expected = sorted(
        zip(
            ndimage.sum_labels(mask, label, ids).astype(int).tolist(),
            ndimage.sum_labels(values, label, ids).astype(int).tolist(),
            (ndimage.maximum(values, label, ids) if number else np.zeros(0)).astype(int).tolist() if number else [],
            strict=True,
        )
    )
    tables = [closed.table for closed in _closed(mask, values, cuts, reach)]
    got = sorted(
        row
        for table in tables
        for row in zip(table.count.tolist(), table.total.tolist(), table.peak.tolist(), strict=True)
    )
    assert got == expected


@given(MASKS, st.lists(st.integers(1, 13)), st.integers(1, 3))
@settings(deadline=None, max_examples=100)
def test_groups_are_the_components_of_the_grown_mask(mask, cuts, reach):
    # Pixels at most `reach` apart: label the mask's pixels by brute force.
    points = np.argwhere(mask)
    near = np.abs(points[:, None] - points[None]).max(axis=-1) <= reach
    groups = ndimage.label(near[:0])[1]
    seen, groups = set(), []
    for start in range(len(points)):
        if start in seen:
            continue
        stack, members = [start], set()
        while stack:
            place = stack.pop()
            if place not in members:
                members.add(place)
                stack += np.flatnonzero(near[place]).tolist()
        seen |= members
        groups.append(len(members))
    values = np.ones(mask.shape, np.uint8)
    got = []
    for closed in _closed(mask, values, cuts, reach):
        table = closed.table
        got += np.bincount(table.group, weights=table.count).astype(int).tolist() if len(table.group) else []
    assert sorted(got) == sorted(groups)


def test_components_leave_as_soon_as_they_end():
    mask = np.zeros((9, 5), bool)
    mask[1:3, 1:3] = True
    mask[2:8, 4] = True
    closed = _closed(mask, mask.astype(np.uint8), [3, 4, 6])
    assert [len(part.table.count) for part in closed] == [0, 1, 0, 1, 0]


def test_rows_left_out_are_empty():
    stream = ComponentStream(3, 0)
    ones = np.ones((1, 3), np.uint8)
    assert len(stream.add(4, ones > 0, ones).table.count) == 0
    closed = stream.add(7, ones > 0, ones)
    assert closed.table.last_row.tolist() == [4]
    top, bottom = 4 * stream.stride, 5 * stream.stride
    assert sorted(closed.corners.key.tolist()) == [top, top + 3, bottom, bottom + 3]


def test_memory_holds_no_pixels():
    stream = ComponentStream(1000, 2)
    block = np.ones((500, 1000), np.uint8)
    for row in range(0, 5000, 500):
        stream.add(row, block > 0, block)
    assert len(stream._corners.key) == 2
    assert len(stream._edge.start) == 2


def test_pixels_are_kept_of_small_components_alone():
    mask = np.zeros((9, 9), bool)
    mask[1:3, 1:3] = mask[4:9, 3:9] = True
    values = np.arange(81, dtype=np.uint8).reshape(9, 9)
    stream = ComponentStream(9, 0, keep_px=10)
    closed = [stream.add(0, mask[:5], values[:5]), stream.add(5, mask[5:], values[5:]), stream.finish()]
    assert closed[0].pixels.values.tolist() == [10, 11, 19, 20]
    assert [len(part.pixels.values) for part in closed[1:]] == [0, 0]


@given(MASKS)
@settings(deadline=None, max_examples=60)
def test_corners_of_all_runs_are_those_of_the_stream(mask):
    values = np.ones(mask.shape, np.uint8)
    stream = ComponentStream(mask.shape[1], 1, keep_px=1000)
    for closed in (stream.add(0, mask, values), stream.finish()):
        if len(closed.table.count):
            corners = corners_of(closed.pixels.runs, stream.stride)
            for name in ("key", "owner", "kind"):
                assert sorted(getattr(corners, name)) == sorted(getattr(closed.corners, name))


@given(MASKS, st.integers(0, 3), st.integers(1, 40))
@settings(deadline=None, max_examples=60)
def test_portions_hold_each_component_once_with_its_corners_and_its_group(mask, reach, most):
    closed = _closed(mask, mask.astype(np.uint8), [], reach)[-1]
    together, seen, groups, corners = closed.table.together(), [], [], 0
    for numbers, table, own in closed.portions(most):
        np.testing.assert_array_equal(table.count, closed.table.count[numbers])
        for key, kind, owner in zip(own.key, own.kind, numbers[own.owner], strict=True):
            assert ((closed.corners.key == key) & (closed.corners.kind == kind))[closed.corners.owner == owner].any()
        seen += numbers.tolist()
        groups.append(set(together[numbers].tolist()))
        corners += len(own.key)
    assert sorted(seen) == list(range(len(together))) and corners == len(closed.corners.key)
    assert sum(map(len, groups)) == len(set(together.tolist()))
