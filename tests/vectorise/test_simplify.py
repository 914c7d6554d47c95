"""Fewer vertices, same neighbours."""

from __future__ import annotations

import numpy as np
import shapely

from rrsis_core.vectorise.simplify import simplify, simplify_shared


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
