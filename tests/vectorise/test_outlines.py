"""Tracing and smoothing: orientation, holes, touching corners, straight lines."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis.extra import numpy as hnp

from rrsis_core.vectorise.components import ComponentStream, Corners, Runs, corners_of
from rrsis_core.vectorise.outlines import Rings, smooth, straighten, to_polygons, trace, with_nodes

MASKS = hnp.arrays(np.bool_, hnp.array_shapes(min_dims=2, max_dims=2, min_side=1, max_side=12))


def _trace(mask):
    mask = np.asarray(mask, dtype=bool)
    stream = ComponentStream(mask.shape[1], 0)
    first = stream.add(0, mask, mask.astype(np.uint8))
    last = stream.finish()
    return [trace(closed.corners, stream.stride) for closed in (first, last)]


def _only(mask):
    return next(rings for rings in _trace(mask) if len(rings.owner))


def _picture(text):
    return [[letter == "#" for letter in line] for line in text.split()]


def test_a_hole_is_the_second_ring_and_wound_the_other_way():
    rings = _only(np.pad(np.zeros((2, 3), bool), 1, constant_values=True))
    assert rings.exterior.tolist() == [True, False]
    assert rings.area_px2().tolist() == [20, 6]
    shape = to_polygons(rings)[0]
    # y points down here, so anticlockwise on the screen is clockwise in numbers
    assert not shape.exterior.is_ccw and shape.interiors[0].is_ccw
    assert rings.without(np.array([False, True])).area_px2().tolist() == [20]


@pytest.mark.parametrize(
    ("text", "holes"),
    [
        ("####. #..#. #.##. #.#.# #####", 2),  # the hole's way out leads over a corner: it stays a hole
        ("#### #.## ##.# ####", 2),  # two holes touch in a corner
        (".#. ### .#.", 0),
        ("###.. #.#.. ##### ..#.# ..###", 2),
    ],
)
def test_touching_corners_give_validto_polygons(text, holes):
    rings = _only(_picture(text))
    for shape in (to_polygons(rings)[0], to_polygons(smooth(rings))[0]):
        assert shape.is_valid and len(shape.interiors) == holes
    assert to_polygons(rings)[0].area == sum(map(sum, _picture(text)))


@given(MASKS)
@settings(deadline=None, max_examples=150)
def test_polygons_are_valid_apart_and_cover_the_mask(mask):
    exact, smoothed = [], []
    for rings in _trace(mask):
        exact += to_polygons(rings).tolist()
        smoothed += to_polygons(smooth(rings)).tolist() if len(rings.owner) else []
    assert sum(shape.area for shape in exact) == mask.sum()
    centres = shapely.points(np.argwhere(mask)[:, ::-1] + 0.5)
    assert shapely.intersects(shapely.union_all(exact), centres).all()
    for shapes in (exact, smoothed):
        assert all(shape.is_valid and not shape.is_empty for shape in shapes)
        assert shapely.union_all(shapes).area == pytest.approx(sum(shape.area for shape in shapes))
    for before, after in zip(exact, smoothed, strict=True):
        assert len(before.interiors) == len(after.interiors)
        assert before.boundary.hausdorff_distance(after.boundary) <= np.sqrt(0.5) + 1e-9


def test_a_slanted_edge_becomes_one_line_and_a_rectangle_stays():
    stairs = np.tri(12, dtype=bool)
    shape = to_polygons(smooth(_only(stairs)))[0]
    assert len(shape.exterior.coords) - 1 <= 6
    assert shape.area == pytest.approx(stairs.sum(), abs=1)
    block = to_polygons(smooth(_only(np.ones((3, 7), bool))))[0]
    assert block.equals(shapely.box(0, 0, 7, 3))


def test_straighten_drops_points_on_lines_alone():
    rings = Rings(
        np.array([0.0, 2, 2, 2, 0]), np.array([0.0, 0, 1, 3, 3]), np.array([0, 5]), np.array([0]), np.zeros(5, bool)
    )
    assert straighten(rings).col.tolist() == [0, 0, 3, 3]


def test_rings_of_the_vastest_rasters_are_told_apart():
    stride = 2**31
    places = np.array([0, 5, 2**29 + 1, 2**30]) * stride + np.array([0, 2**30, 7, 3])
    corners = corners_of(Runs(places, places + 2, np.arange(4)), stride)
    mixed = np.random.default_rng(0).permutation(len(corners.key))
    rings = trace(Corners(corners.owner[mixed], corners.key[mixed], corners.kind[mixed]), stride)
    assert rings.owner.tolist() == [0, 1, 2, 3] and rings.area_px2().tolist() == [2, 2, 2, 2]
    assert rings.row[rings.first[:-1]].tolist() == (places // stride).tolist()
    node = np.array([2**30 + 1]), np.array([4])
    assert np.flatnonzero(with_nodes(rings, *node).fixed).tolist() == [int(with_nodes(rings, *node).first[3]) + 2]


def test_nothing_gives_nothing():
    empty = trace(ComponentStream(3, 0).finish().corners, 4)
    assert len(empty.owner) == 0 and len(empty.area_px2()) == 0


def test_nodes_become_fixed_vertices_in_walking_order():
    rings = _only(np.ones((2, 5), bool))
    nodes = [(0, 1), (0, 3), (2, 2), (1, 5), (0, 0), (7, 7)]
    found = with_nodes(rings, *np.array(nodes).T)
    places = list(zip(found.row.tolist(), found.col.tolist(), strict=True))
    assert places == [(0, 0), (2, 0), (2, 2), (2, 5), (1, 5), (0, 5), (0, 3), (0, 1)]
    assert [place for place, fixed in zip(places, found.fixed, strict=True) if fixed] == [
        (0, 0), (2, 2), (1, 5), (0, 3), (0, 1),
    ]  # fmt: skip
    assert len(smooth(found).row) == 8 and len(straighten(rings).row) == 4
