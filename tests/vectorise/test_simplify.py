"""Fewer vertices, same neighbours."""

from __future__ import annotations

import time
import warnings

import numpy as np
import pytest
import shapely
from scipy import ndimage

from rrsis_core.vectorise.components import ComponentStream
from rrsis_core.vectorise.outlines import smooth, to_polygons, trace
from rrsis_core.vectorise.simplify import are_valid, simplify, simplify_shared


def _shapes(*rings):
    return np.array([shapely.Polygon(ring) for ring in rings], dtype=object)


NEAR = _shapes(
    [(0, 0), (10, 0), (10, 5), (5.2, 4.2), (5, 4.0), (4.8, 4.2), (0, 5)],
    [(0, 10), (10, 10), (10, 5.05), (5, 4.1), (0, 5.05)],
)
SHARED = _shapes(
    [(0, 0), (0, 10), (5, 10), (5.3, 8), (4.8, 6), (5.2, 4), (4.9, 2), (5, 0)],
    [(10, 0), (5, 0), (4.9, 2), (5.2, 4), (4.8, 6), (5.3, 8), (5, 10), (10, 10)],
)


def test_neighbours_do_not_cross():
    result = simplify(NEAR, np.zeros(2, int), 2.0)
    assert shapely.get_num_coordinates(result).sum() < shapely.get_num_coordinates(NEAR).sum()
    assert shapely.intersection(*result).area == 0


def test_shared_edges_stay_shared():
    result = simplify_shared(SHARED, np.zeros(2, int), 2.0)
    assert shapely.get_num_coordinates(result).tolist() == [5, 5]
    assert shapely.union_all(result).area == 100 and shapely.coverage_is_valid(result)


def test_order_groups_and_zero_tolerance_change_nothing():
    shapes = np.array([shapely.Point(x, 0).buffer(3) for x in range(0, 2000, 10)], dtype=object)
    for way in (simplify, simplify_shared):
        one = way(shapes, np.arange(200), 0.5)
        other = way(shapes[::-1].copy(), np.arange(200) % 7, 0.5)[::-1]
        assert all(shapely.equals_exact(one, other, normalize=True))
        assert shapely.get_num_coordinates(one).sum() < shapely.get_num_coordinates(shapes).sum()
        assert way(shapes, np.arange(200), 0.0) is shapes
        assert len(way(shapes[:0], np.arange(0), 1.0)) == 0


def test_nothing_vanishes():
    tiny = _shapes([(0, 0), (1, 0), (1, 1), (0, 1)])
    for way in (simplify, simplify_shared):
        assert not shapely.is_empty(way(tiny, np.zeros(1, int), 50.0)).any()


def _noise(seed, side, level):
    """Return the smooth outlines of noise, before they are simplified, and their groups."""
    rng = np.random.default_rng(seed)
    stream = ComponentStream(side, 2)
    values = np.round(127 + 60 * ndimage.gaussian_filter(rng.standard_normal((side, side)), 0.8)).astype(np.uint8)
    stream.add(0, values >= level, values)
    closed = stream.add(side, np.zeros((8, side), bool), np.zeros((8, side), np.uint8))
    return to_polygons(smooth(trace(closed.corners, stream.stride))), closed.table.group


def test_alone_each_shape_stays_whole_and_where_it_was():
    shapes, group = _noise(1, 120, 132)
    result = simplify(shapes, np.arange(len(shapes)), 0.35)
    assert len(shapes) > 50 and shapely.is_valid(result).all() and not shapely.is_empty(result).any()
    distances = shapely.hausdorff_distance(result, shapes)
    assert distances.max() < 2 * 0.35 and np.quantile(distances, 0.9) <= 0.35
    counts = [shapely.get_num_coordinates(each).sum() for each in (result, simplify(shapes, group, 0.35), shapes)]
    assert abs(counts[0] - counts[1]) < 0.05 * counts[2] and counts[0] < 0.9 * counts[2]


def test_a_crowd_neither_overlaps_nor_vanishes(monkeypatch):
    for level, most in ((132, 20), (120, 20)):  # many shapes near each other, and one of many holes
        shapes, group = _noise(3, 150, level)
        together = simplify(shapes, group, 0.6)
        monkeypatch.setattr("rrsis_core.vectorise.simplify._MOST_RINGS", most)
        apart = simplify(shapes, group, 0.6)
        monkeypatch.undo()
        assert shapely.is_valid(apart).all() and not shapely.is_empty(apart).any()
        assert (shapely.get_num_interior_rings(apart) == shapely.get_num_interior_rings(shapes)).all()
        first, second = shapely.STRtree(apart).query(apart, predicate="intersects")
        other = first < second
        assert shapely.area(shapely.intersection(apart[first[other]], apart[second[other]])).sum() < 1e-9
        counts = [shapely.get_num_coordinates(way).sum() for way in (shapes, together, apart)]
        assert counts[1] < counts[0] and counts[2] < (2 * counts[0] + counts[1]) / 3
        farthest = [shapely.hausdorff_distance(way, shapes).max() for way in (together, apart)]
        assert farthest[1] <= max(farthest[0], 0.6) + 0.1, farthest


def test_a_crowd_costs_what_its_shapes_cost():
    shapes, group = _noise(1, 700, 132)
    assert np.bincount(group).max() > 2000
    begin = time.process_time()
    simplify(shapes, group, 0.6)
    assert time.process_time() - begin < 1.5  # in one call it takes many seconds, and minutes for four times as many


def test_validity_is_asked_without_silencing_the_warnings_of_other_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    bow, meeting = _shapes([(0, 0), (1, 1), (1, 0), (0, 1)], [(0, 0), (9, 0), (9, 9), (4, 0), (0, 9)])
    ring = shapely.box(0, 0, 3, 3).difference(shapely.box(1, 1, 2, 2))
    shapes = np.array([shapely.box(0, 0, 1, 1), bow, meeting, ring, shapely.Polygon()], dtype=object)
    expected = shapely.is_valid(shapes)
    monkeypatch.setattr(warnings, "catch_warnings", None)
    assert are_valid(shapes).tolist() == expected.tolist() == [True, False, False, True, True]
    assert are_valid(shapes[:0]).shape == (0,)
