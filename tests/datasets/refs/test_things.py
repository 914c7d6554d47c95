"""What is measured of things: parts, colours, rims and distances."""

from __future__ import annotations

import numpy as np
import pytest

from rrsis_core.datasets.refs.things import Thing, parts_of, thing_of
from tests.datasets.refs.scene import rectangle, town


def test_a_thing_is_cut_out_tightly() -> None:
    thing = thing_of("car", rectangle(3, 5, 2, 4))
    assert (thing.row, thing.col, thing.crop.shape, thing.area_px, thing.centre) == (3, 5, (2, 4), 8, (4, 7))
    assert thing_of("car", np.zeros((3, 3), dtype=bool)) is None


def test_parts_touch_at_corners_and_specks_are_left_out() -> None:
    mask = rectangle(0, 0, 2, 2) | rectangle(2, 2, 2, 2) | rectangle(50, 50, 1, 1)
    assert [part.area_px for part in parts_of("car", mask, least_px=2)] == [8]


def test_the_union_of_things() -> None:
    scene = town()
    assert scene.mask(scene.of(["car"])).sum() == 4 * 45
    assert scene.labelled.all()


def test_colours_are_those_of_the_pixels() -> None:
    scene = town()
    cars = scene.of(["car"])
    assert scene.colour(cars[0])[1:] == pytest.approx((0, 240 / 255))
    assert scene.colour(cars[2])[0] == pytest.approx(0)
    assert scene.colour(Thing("car", 0, 0, np.ones((2, 3), dtype=bool))) is None
    assert scene.colour(Thing("car", 0, 0, np.ones((9, 9), dtype=bool), box=(0, 0, 9, 9))) is None


def test_rims_and_distances() -> None:
    scene = town()
    on_road, _, _, on_grass = scene.of(["car"])
    assert scene.around(on_road, "road") == 1
    assert scene.around(on_grass, "grass") == 1 and scene.around(on_grass, "road") == 0
    assert scene.around(on_grass, "ship") == 0
    assert scene.distance_m(on_grass, "road") == pytest.approx((80 - 58) * 0.3)
    assert scene.distance_m(on_grass, "ship") > 1000


def test_a_rim_that_nobody_labelled_says_nothing() -> None:
    scene = town()
    bare = type(scene)(scene.image, scene.rgb, tuple(scene.of(["car"])), scene.complete)
    assert bare.around(bare.things[0], "road") is None


def test_what_fills_the_image_has_no_rim() -> None:
    scene = town()
    whole = Thing("car", 0, 0, np.ones(scene.shape, dtype=bool))
    assert scene.around(whole, "road") is None


def test_slivers_at_the_edge_are_known_as_such() -> None:
    scene = town()
    cars = scene.of(["car"])
    piece = thing_of("car", rectangle(0, 40, 2, 3))
    assert scene.sliver(piece, [*cars, piece])
    assert not any(scene.sliver(car, cars) for car in cars)


def test_things_at_the_edge_are_cut() -> None:
    scene = town()
    assert scene.cut(scene.of(["road"])[0])
    assert not any(scene.cut(car) for car in scene.of(["car"]))
