"""Conditions hold where the ground says, things are taken or left as a whole, and specks are no landmarks."""

from __future__ import annotations

import math

import numpy as np
import pytest

from rrsis_core.grid import GeoRef, Window
from rrsis_core.relation import Extreme, relation_of
from rrsis_core.zones import Ground, Zone, foremost, landmarks_of, where_it_holds


def test_large_things_are_cut_at_the_border() -> None:
    meadow, lake = np.zeros((100, 400), bool), np.zeros((100, 400), bool)
    meadow[:, 50:], lake[:, :50] = True, True
    relation = relation_of("meadow within 100 m of the lake")
    assert relation is not None
    allowed = where_it_holds(relation, {"meadow": meadow, "the lake": lake}, Ground(1.0, 400.0))
    assert allowed[50, :148].all() and not allowed[50, 152:].any()
    small = where_it_holds(relation, {"meadow": meadow & (np.arange(400) > 140), "the lake": lake}, Ground(0.1, 40.0))
    assert small.all()


def test_north_is_where_the_map_says() -> None:
    thing, landmark = np.ones((41, 41), bool), np.zeros((41, 41), bool)
    landmark[20, 20] = True
    relation = relation_of("meadow north of the house")
    assert relation is not None
    found_ = {"meadow": thing, "the house": landmark}
    upside_down = where_it_holds(relation, found_, Ground(100.0, 1.0, north=(1.0, 0.0), east=(0.0, 1.0)))
    assert upside_down[30, 20] and not upside_down[10, 20] and not upside_down[20, 20]
    assert not where_it_holds(relation, {**found_, "the house": ~thing}, Ground(100.0, 1.0)).any()


def test_zones_fit_grids_of_other_pixels() -> None:
    zone = Zone(np.array([[True, False], [False, True]]), (10.0, 20.0), (5.0, 5.0))
    inside = zone.over(Window(8, 18, 14, 14))
    assert inside[0, 0] and inside[6, 6] and not inside[6, 7] and inside[7, 7] and inside[13, 13]
    assert math.isclose(inside.mean(), (7 * 7 + 7 * 7) / 14**2)


def test_specks_and_what_is_nowhere_sure_are_no_landmarks() -> None:
    found, sure = np.zeros((60, 60), bool), np.zeros((60, 60), bool)
    found[5:25, 5:25] = found[40:50, 5:15] = found[50:53, 50:53] = found[30:38, 30:50] = True
    sure[10, 10] = sure[45, 10] = sure[51, 51] = True
    kept = landmarks_of(found, sure)
    assert kept[5:25, 5:25].all() and kept[40:50, 5:15].all() and kept.sum() == 500
    assert not landmarks_of(found & False, sure).any()


@pytest.mark.parametrize(
    ("extreme", "meant"),
    [
        (Extreme("area"), {1}),
        (Extreme("area", 2), {1, 2}),
        (Extreme("length"), {2}),
        (Extreme("north"), {2}),
        (Extreme("south"), {3}),
        (Extreme("east"), {3}),
        (Extreme("west"), {2}),
        (Extreme("area", 6), {1, 2, 3}),
    ],
)
def test_the_foremost_objects_of_a_mask(extreme: Extreme, meant: set[int]) -> None:
    labels = np.zeros((60, 60), int)
    labels[20:40, 20:30], labels[5:7, 0:25], labels[50:54, 50:54] = 1, 2, 3
    kept = foremost(labels > 0, extreme, Ground(1.0, 60.0))
    assert {int(number) for number in np.unique(labels[kept])} == meant
    np.testing.assert_array_equal(kept, np.isin(labels, list(meant)))
    assert not foremost(labels < 0, extreme, Ground(1.0, 60.0)).any()


def test_north_follows_the_grid() -> None:
    turned = Ground.of(GeoRef((0.0, 1.0, 0.0, 1.0, 0.0, 0.0), "EPSG:32631"), 1.0, 1.0)  # rows run east, columns north
    assert turned.toward(0) == pytest.approx((0.0, 1.0)) and turned.toward(90) == pytest.approx((1.0, 0.0))
    assert Ground.of(GeoRef((1.0, 0.0, 0.0, 0.0, 1.0, 0.0)), 1.0, 1.0).toward(0) == pytest.approx((-1.0, 0.0))
