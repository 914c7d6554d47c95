"""Right angles where they fit."""

from __future__ import annotations

import math

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely import affinity

from rrsis_core.grid import GeoRef
from rrsis_core.request import VectorSettings
from rrsis_core.vectorise import polygonise
from rrsis_core.vectorise.rightangles import square

PLAIN = GeoRef((1.0, 0.0, 0.0, 0.0, -1.0, 0.0))
ROOF = shapely.Polygon([(0, 0), (40, 0), (40, 18), (22, 18), (22, 30), (0, 30)])


def _drawn(shape, size=90):
    rows, cols = np.mgrid[:size, :size] + 0.5
    inside = shapely.contains_xy(shape, cols.ravel(), rows.ravel()).reshape(size, size)
    return (inside * 254).astype(np.uint8)


def _angles(ring):
    points = np.asarray(ring.coords)[:-1]
    ahead, back = np.roll(points, -1, axis=0) - points, np.roll(points, 1, axis=0) - points
    cosine = (ahead * back).sum(axis=1) / np.linalg.norm(ahead, axis=1) / np.linalg.norm(back, axis=1)
    return np.degrees(np.arccos(np.clip(cosine, -1, 1)))


@given(st.floats(0, 360))
@settings(deadline=None, max_examples=40)
def test_a_roof_gets_its_six_corners_back(degrees):
    roof = affinity.translate(affinity.rotate(ROOF, degrees, origin="centroid"), 25, 30)
    (found,) = polygonise(_drawn(roof), PLAIN, VectorSettings(right_angles=True), gsd_m=1.0)
    shape = affinity.scale(shapely.from_wkb(found.wkb), 1, -1, origin=(0, 0))
    assert len(shape.exterior.coords) == 7
    np.testing.assert_allclose(_angles(shape.exterior), 90, atol=1e-6)
    assert shape.intersection(roof).area / shape.union(roof).area > 0.94


def test_round_things_stay_round_and_courts_have_square_yards():
    disc = shapely.Point(40, 40).buffer(20)
    plain, squared = (
        polygonise(_drawn(disc), PLAIN, VectorSettings(right_angles=wish), gsd_m=1.0)[0].wkb for wish in (False, True)
    )
    assert plain == squared
    yard = shapely.Polygon(shapely.box(10, 10, 60, 50).exterior, [shapely.box(20, 20, 50, 40).exterior])
    bent = affinity.rotate(yard, 31)
    (found,) = polygonise(_drawn(bent), PLAIN, VectorSettings(right_angles=True), gsd_m=1.0)
    shape = shapely.from_wkb(found.wkb)
    assert len(shape.exterior.coords) == len(shape.interiors[0].coords) == 5


@pytest.mark.parametrize("degrees", [0, 17, 40])
def test_a_roof_as_a_model_sees_it_wavy_and_rounded_gets_its_corners_while_a_wavy_disc_does_not(degrees):
    rows, cols = np.mgrid[:120, :120] - 60.0
    along, across = (
        cols * math.cos(a) + rows * math.sin(a) for a in (math.radians(degrees), math.radians(degrees + 90))
    )
    waves = 1.5 * np.sin(along / 3) + 1.5 * np.cos(across / 4)
    roof = (np.maximum(np.abs(along), 1.4 * np.abs(across)) + waves < 40) & (np.hypot(along, across) < 46)
    disc = np.hypot(rows, cols) + waves < 40
    for plane, corners in ((roof, 4), (disc, None)):
        before, after = (
            shapely.from_wkb(polygonise((plane * 254).astype(np.uint8), PLAIN, wish, gsd_m=1.0)[0].wkb)
            for wish in (VectorSettings(), VectorSettings(right_angles=True))
        )
        assert before.equals(after) if corners is None else len(after.exterior.coords) == corners + 1


def test_what_changes_too_much_or_overlaps_is_left():
    # Rounded by 45 degrees: far from any rectangle along the axes.
    star = shapely.Polygon([(0, 0), (30, 0), (30, 4), (15, 24), (0, 4)])
    assert square(np.array([star], dtype=object), np.zeros(1, int))[0].equals(star)
    left = shapely.Polygon([(0, 0), (10, 0), (11.5, 10), (10, 20), (0, 20)])
    right = shapely.Polygon([(30, 0), (20, 0), (12.2, 9), (12.2, 11), (20, 20), (30, 20)])
    result = square(np.array([left, right], dtype=object), np.zeros(2, int))
    assert shapely.intersection(*result).area == 0


def test_pixels_that_are_no_squares_on_the_ground():
    roof = affinity.rotate(shapely.box(20, 20, 60, 45), 25)
    flat = np.array([affinity.scale(roof, 1, 0.5, origin=(0, 0))], dtype=object)
    (found,) = square(flat, np.zeros(1, int), aspect=2.0)
    assert affinity.scale(found, 1, 2, origin=(0, 0)).symmetric_difference(roof).area < 1e-6


@given(st.integers(0, 2**32 - 1), st.booleans())
@settings(deadline=None, max_examples=40)
def test_random_objects_stay_valid_apart_and_as_many(seed, split):
    rng = np.random.default_rng(seed)
    plane = np.zeros((60, 60), np.uint8)
    for _ in range(12):
        row, col = rng.integers(0, 50, 2)
        height, width = rng.integers(2, 18, 2)
        plane[row : row + height, col : col + width] = rng.integers(0, 2) * 254
    wishes = [VectorSettings(right_angles=wish, split_touching=split) for wish in (False, True)]
    before, after = ([shapely.from_wkb(f.wkb) for f in polygonise(plane, PLAIN, w, gsd_m=1.0)] for w in wishes)
    assert len(before) == len(after) and all(shape.is_valid for shape in after)
    if after:
        total = sum(shape.area for shape in after)
        assert shapely.union_all(after).area == pytest.approx(total, rel=1e-9)
        assert not math.isnan(total)
