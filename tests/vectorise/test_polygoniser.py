"""Polygons strip by strip: the same as of the whole, valid, apart, measured."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from pyproj import CRS
from scipy import ndimage

from rrsis_core.errors import RequestInvalid
from rrsis_core.grid import GeoRef, Window
from rrsis_core.request import VectorSettings
from rrsis_core.vectorise import Polygoniser, polygonise
from rrsis_core.vectorise.outlines import trace

UTM = CRS.from_epsg(32645).to_wkt()
PLAIN = GeoRef((1.0, 0.0, 0.0, 0.0, -1.0, 0.0))
NORTH_UP = GeoRef((0.3, 0.0, 333000.0, 0.0, -0.3, 3060000.0), UTM)
ROTATED = GeoRef((0.2, 0.1, 333000.0, 0.1, -0.2, 3060000.0), UTM)
SOUTH_UP = GeoRef((0.3, 0.0, 333000.0, 0.0, 0.3, 3060000.0), UTM)
GEOREFS = st.sampled_from([PLAIN, NORTH_UP, ROTATED, SOUTH_UP])


@st.composite
def planes(draw):
    """A probability plane: noise, blobs or values from few levels, with nodata here and there."""
    shape = draw(hnp.array_shapes(min_dims=2, max_dims=2, min_side=1, max_side=22))
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    noise = rng.random(shape)
    spread = draw(st.sampled_from([0.0, 0.7, 1.5]))
    if spread:
        noise = ndimage.gaussian_filter(noise, spread)
        noise = (noise - noise.min()) / max(float(np.ptp(noise)), 1e-9)
    plane = np.round(noise * 254).astype(np.uint8)
    if draw(st.booleans()):
        plane[rng.random(shape) < 0.05] = 255
    return plane


SETTINGS = st.builds(
    VectorSettings,
    threshold=st.sampled_from([0.3, 0.5, 0.7]),
    min_area_m2=st.sampled_from([0.0, 0.4, 3.0]),
    simplify_m=st.sampled_from([None, 0.0, 0.1, 0.5, 1.5]),
    fill_holes_m2=st.sampled_from([0.0, 0.3, 5.0]),
    right_angles=st.booleans(),
)


def _order(footprint):
    return (round(footprint.prob_mean, 9), round(footprint.area_m2, 5), *_shapes([footprint])[0].bounds)


def _shapes(footprints):
    return [shapely.from_wkb(footprint.wkb) for footprint in footprints]


@given(planes(), SETTINGS, GEOREFS, st.lists(st.integers(1, 21)), st.integers(0, 5), st.integers(0, 5))
@settings(deadline=None, max_examples=200)
def test_strips_give_what_the_whole_gives(plane, wishes, georef, cuts, row, col):
    found, whole = (_in_strips(plane, georef, wishes, places, row, col) for places in (cuts, []))
    _assert_same(found, whole)
    if not wishes.right_angles:  # where an edge at 45 degrees belongs is a matter of the last digit
        height, width = plane.shape
        _assert_same(whole, polygonise(plane, georef.at(Window(row, col, height, width)), wishes, gsd_m=0.3))


@given(planes(), SETTINGS, GEOREFS, st.lists(st.integers(1, 21)), st.booleans())
@settings(deadline=None, max_examples=100)
def test_crowds_leave_early_and_are_the_same_wherever_strips_are_cut(plane, wishes, georef, cuts, split_touching):
    wishes = replace(wishes, simplify_m=1.5, split_touching=split_touching)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("rrsis_core.vectorise.components.CROWD", 3)
        found, whole = (_in_strips(plane, georef, wishes, places, 0, 0) for places in (cuts, []))
    _assert_same(found, whole)


@given(planes(), SETTINGS, GEOREFS, st.booleans(), st.integers(1, 60))
@settings(deadline=None, max_examples=100)
def test_portions_give_what_all_at_once_gives_in_the_same_order(plane, wishes, georef, split_touching, most):
    wishes = replace(wishes, split_touching=split_touching)
    whole = polygonise(plane, georef, wishes, gsd_m=0.3)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("rrsis_core.vectorise.polygoniser._CORNERS", most)
        found = polygonise(plane, georef, wishes, gsd_m=0.3)
    assert [each.wkb for each in found] == [each.wkb for each in whole]
    assert [each.prob_mean for each in found] == [each.prob_mean for each in whole]
    np.testing.assert_allclose([each.area_m2 for each in found], [each.area_m2 for each in whole], rtol=1e-12)


def test_many_objects_that_end_together_take_the_room_of_a_few(monkeypatch):
    most = []
    monkeypatch.setattr("rrsis_core.vectorise.polygoniser._CORNERS", 1000)
    monkeypatch.setattr("rrsis_core.vectorise.polygoniser.trace", lambda *a: (most.append(len(a[0].key)), trace(*a))[1])
    plane = np.zeros((200, 200), np.uint8)
    plane[::10, ::10] = 254
    assert len(polygonise(plane, PLAIN)) == 400
    assert max(most) <= 1000 and sum(most) == 1600


def test_a_crowd_as_large_as_the_raster_does_not_wait_for_its_end(monkeypatch):
    monkeypatch.setattr("rrsis_core.vectorise.components.CROWD", 20)
    plane = np.zeros((400, 40), np.uint8)
    plane[::10, 0:36:12] = plane[1::10, 0:36:12] = 254
    polygoniser = Polygoniser(PLAIN, 40, VectorSettings(simplify_m=8.0), gsd_m=1.0)
    found = [len(polygoniser.add(Window(row, 0, 40, 40), plane[row : row + 40])) for row in range(0, 400, 40)]
    assert min(found[2:]) >= 9 and sum(found) + len(polygoniser.finish()) == 120


def _in_strips(plane, georef, wishes, cuts, row, col):
    height, width = plane.shape
    polygoniser = Polygoniser(georef, width, wishes, gsd_m=0.3)
    edges = [0, *sorted({cut for cut in cuts if cut < height}), height]
    found = []
    for top, end in zip(edges[:-1], edges[1:], strict=True):
        found += polygoniser.add(Window(row + top, col, end - top, width), plane[top:end])
    return found + polygoniser.finish()


def _assert_same(found, whole):
    assert len(found) == len(whole)
    for one, other in zip(sorted(found, key=_order), sorted(whole, key=_order), strict=True):
        assert shapely.equals_exact(*_shapes([one, other]), tolerance=1e-6, normalize=True)
        assert (one.prob_mean, one.prob_max) == (other.prob_mean, other.prob_max)
        assert one.area_m2 == pytest.approx(other.area_m2, rel=1e-6)
        assert one.perimeter_m == pytest.approx(other.perimeter_m, rel=1e-6)


@given(planes(), SETTINGS, GEOREFS)
@settings(deadline=None, max_examples=200)
def test_shapes_are_valid_wound_right_and_do_not_overlap(plane, wishes, georef):
    shapes = _shapes(polygonise(plane, georef, wishes, gsd_m=0.3))
    assert all(shape.is_valid and shape.geom_type == "Polygon" for shape in shapes)
    assert all(shape.exterior.is_ccw and not any(ring.is_ccw for ring in shape.interiors) for shape in shapes)
    total = sum(shape.area for shape in shapes)
    assert shapely.union_all(shapes).area == pytest.approx(total, rel=1e-6)


@given(planes(), st.sampled_from([None, 0.2, 1.0, 4.0]))
@settings(deadline=None, max_examples=100)
def test_no_object_vanishes(plane, simplify_m):
    wishes = VectorSettings(simplify_m=simplify_m)
    number = ndimage.label((plane >= 127) & (plane != 255))[1]
    assert len(polygonise(plane, PLAIN, wishes)) == number


def test_without_simplifying_shapes_are_the_pixels():
    plane = np.array([[0, 200, 0], [254, 130, 255], [0, 0, 126]], np.uint8)
    (found,) = polygonise(plane, NORTH_UP, VectorSettings(simplify_m=0.0))
    shape = _shapes([found])[0]
    assert shape.area == pytest.approx(3 * 0.09)
    assert found.area_m2 == pytest.approx(3 * 0.09, rel=2e-3)
    assert found.perimeter_m == pytest.approx(8 * 0.3, rel=1e-3)
    assert found.prob_mean == pytest.approx((200 + 254 + 130) / 3 / 254)
    assert found.prob_max == 1.0


def test_holes_are_kept_or_filled_by_their_size():
    plane = np.full((20, 20), 254, np.uint8)
    plane[2:4, 2:4] = 0
    plane[8:16, 8:16] = 0
    holes = [
        len(_shapes(polygonise(plane, PLAIN, VectorSettings(fill_holes_m2=size), gsd_m=1.0))[0].interiors)
        for size in (0, 4, 63, 64)
    ]
    assert holes == [2, 1, 1, 0]


@pytest.mark.parametrize("split_touching", [False, True])
@pytest.mark.parametrize("cut", [6, 12, 25])
def test_a_hole_that_holds_another_object_is_not_filled_over_it(cut, split_touching):
    plane = np.zeros((30, 30), np.uint8)
    plane[2:28, 2:28] = 254
    plane[6:20, 6:20] = 0
    plane[10:14, 10:14] = 254  # closed long before what is around it
    plane[22:25, 22:25] = 0
    wishes = VectorSettings(fill_holes_m2=1000, split_touching=split_touching)
    polygoniser = Polygoniser(PLAIN, 30, wishes, gsd_m=1.0)
    found = polygoniser.add(Window(0, 0, cut, 30), plane[:cut])
    found += polygoniser.add(Window(cut, 0, 30 - cut, 30), plane[cut:]) + polygoniser.finish()
    inner, *others = sorted(_shapes(found), key=lambda shape: shape.area)
    assert inner.area == 16 and others and not any(shape.intersects(inner) for shape in others)
    assert split_touching or [len(shape.interiors) for shape in others] == [1]


def test_small_objects_are_dropped():
    plane = np.zeros((10, 30), np.uint8)
    plane[1:3, 1:3] = plane[1:7, 10:20] = 254
    areas = [f.area_m2 for f in polygonise(plane, PLAIN, VectorSettings(min_area_m2=5), gsd_m=1.0)]
    assert areas == [60.0]


def test_nothing_moves_where_nothing_may_also_where_sizes_are_unknown():
    plane = np.eye(9, dtype=np.uint8)[:, ::-1] * 200 + np.eye(9, k=1, dtype=np.uint8)[:, ::-1] * 200
    (found,) = polygonise(plane, PLAIN, VectorSettings(simplify_m=0.0))
    assert math.isnan(found.area_m2) and shapely.from_wkb(found.wkb).area == 17


def test_without_crs_and_pixel_size_areas_are_unknown_and_nothing_is_dropped():
    plane = np.full((3, 3), 254, np.uint8)
    (found,) = polygonise(plane, PLAIN, VectorSettings(min_area_m2=1e9, simplify_m=2.0))
    assert math.isnan(found.area_m2) and math.isnan(found.perimeter_m)


def test_a_slanted_roof_has_few_corners_and_its_area():
    rows, cols = np.mgrid[:80, :120] + 0.5
    along, across = (cols - 60) * 0.9 + (rows - 40) * 0.436, (rows - 40) * 0.9 - (cols - 60) * 0.436
    inside = (np.abs(along) < 30) & (np.abs(across) < 15)
    (found,) = polygonise((inside * 254).astype(np.uint8), PLAIN)
    shape = _shapes([found])[0]
    assert len(shape.exterior.coords) <= 16
    assert shape.area == pytest.approx(inside.sum(), rel=0.015)


def test_wrong_strips_and_settings_are_refused():
    with pytest.raises(ValueError, match="shape"):
        Polygoniser(PLAIN, 4).add(Window(0, 0, 2, 3), np.zeros((2, 3), np.uint8))
    with pytest.raises(RequestInvalid):
        Polygoniser(PLAIN, 4, VectorSettings(threshold=2.0))


def test_nothing_gives_nothing():
    polygoniser = Polygoniser(PLAIN, 4)
    assert polygoniser.finish() == []
    assert polygonise(np.zeros((3, 4), np.uint8), PLAIN) == []
    assert polygonise(np.full((3, 4), 255, np.uint8), PLAIN) == []
