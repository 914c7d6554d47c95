"""Parting of objects that touch."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import ndimage

from rrsis_core.grid import GeoRef, Window
from rrsis_core.request import VectorSettings
from rrsis_core.vectorise import Polygoniser, polygonise
from rrsis_core.vectorise import polygoniser as polygoniser_module

PLAIN = GeoRef((1.0, 0.0, 0.0, 0.0, -1.0, 0.0))
ROWS, COLS = np.mgrid[:50, :90] + 0.5


def _disc(row, col, radius):
    return np.hypot(ROWS - row, COLS - col) < radius


def _count(inside, values=254, **wishes):
    plane = np.where(inside, values, 0).astype(np.uint8)
    return len(polygonise(plane, PLAIN, VectorSettings(split_touching=True, **wishes), gsd_m=1.0))


@pytest.mark.parametrize(
    ("inside", "number"),
    [
        (_disc(20, 20, 10) | _disc(20, 38, 10), 2),
        (_disc(20, 20, 10) | _disc(20, 38, 10) | _disc(36, 30, 8), 3),
        (_disc(20, 20, 10) | _disc(20, 26, 10), 1),
        ((ROWS > 5) & (ROWS < 9) & (COLS > 3) & (COLS < 80), 1),  # a road
        ((np.abs(ROWS - 20) < 14) & (np.abs(COLS - 40) < 25), 1),  # a roof
        (
            ((np.abs(ROWS - 20) < 14) & (np.abs(COLS - 40) < 6)) | ((np.abs(ROWS - 30) < 5) & (np.abs(COLS - 50) < 16)),
            1,
        ),
        (ROWS < 0, 0),
    ],
)
def test_heaps_are_parted_and_single_objects_are_not(inside, number):
    assert _count(inside) == number


def test_a_valley_of_probability_parts_too():
    block = (np.abs(ROWS - 20) < 10) & (np.abs(COLS - 40) < 24)
    valley = 254 - 120 * np.exp(-(((COLS - 40) / 2.0) ** 2))
    assert _count(block, valley) == 2
    assert _count(block) == 1


@pytest.mark.parametrize(("min_area_m2", "number"), [(200, 2), (400, 1), (700, 0)])
def test_no_piece_is_lost_because_it_is_small(min_area_m2, number):
    assert _count(_disc(20, 20, 10) | _disc(20, 38, 10), min_area_m2=min_area_m2) == number


def test_large_objects_are_left_alone(monkeypatch):
    inside = _disc(20, 20, 10) | _disc(20, 38, 10)
    monkeypatch.setattr(polygoniser_module, "KEEP_PX", 500)
    assert _count(inside) == 1


@st.composite
def heaps(draw):
    rng = np.random.default_rng(draw(st.integers(0, 2**32 - 1)))
    shape = draw(st.tuples(st.integers(5, 48), st.integers(5, 48)))
    noise = ndimage.gaussian_filter(rng.random(shape), draw(st.sampled_from([1.0, 2.0, 3.0])))
    noise = (noise - noise.min()) / max(float(np.ptp(noise)), 1e-9)
    return np.round(noise * 254).astype(np.uint8)


@given(heaps(), st.sampled_from([0.0, 5.0, 40.0, 200.0]))
@settings(deadline=None, max_examples=50)
def test_as_much_stays_as_without_parting(plane, min_area_m2):
    wishes = [VectorSettings(0.4, min_area_m2, simplify_m=0.0, split_touching=parted) for parted in (False, True)]
    whole, parted = (polygonise(plane, PLAIN, wish, gsd_m=1.0) for wish in wishes)
    assert sum(f.area_m2 for f in parted) == pytest.approx(sum(f.area_m2 for f in whole)) and len(parted) >= len(whole)


@given(heaps(), st.sampled_from([None, 0.0, 0.3, 1.5]), st.lists(st.integers(1, 47)))
@settings(deadline=None, max_examples=100)
def test_pieces_cover_the_objects_share_edges_and_do_not_depend_on_strips(plane, simplify_m, cuts):
    wishes = VectorSettings(threshold=0.4, simplify_m=simplify_m, split_touching=True)
    whole = polygonise(plane, PLAIN, wishes, gsd_m=1.0)
    shapes = [shapely.from_wkb(footprint.wkb) for footprint in whole]
    assert all(shape.is_valid and shape.geom_type == "Polygon" for shape in shapes)
    assert shapely.coverage_is_valid(shapes)
    assert shapely.union_all(shapes).area == pytest.approx(sum(shape.area for shape in shapes), rel=1e-9)
    level = int(np.ceil(0.4 * 254))
    if simplify_m == 0.0:
        assert sum(shape.area for shape in shapes) == pytest.approx(np.sum(plane >= level))
    height, width = plane.shape
    edges = [0, *sorted({cut for cut in cuts if cut < height}), height]
    polygoniser = Polygoniser(PLAIN, width, wishes, gsd_m=1.0)
    found = []
    for top, end in zip(edges[:-1], edges[1:], strict=True):
        found += polygoniser.add(Window(top, 0, end - top, width), plane[top:end])
    found += polygoniser.finish()
    assert {footprint.wkb for footprint in found} == {footprint.wkb for footprint in whole}
    assert sorted(f.prob_mean for f in found) == sorted(f.prob_mean for f in whole)
