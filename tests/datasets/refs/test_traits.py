"""Traits say yes, no, or that they cannot tell."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from rrsis_core.datasets.refs.things import Scene, Thing
from rrsis_core.datasets.refs.traits import Trait, all_of, colour_is, traits_of
from tests.datasets.refs.scene import town

SCENE = town()


def judge(name: str, words: str) -> list:
    found = [t for t in traits_of(name, SCENE) if f"{t.before} {t.after}".strip() == words]
    assert len(found) == 1, words
    return found[0].judge(SCENE, SCENE.of([name]))


@pytest.mark.parametrize(
    ("name", "words", "verdicts"),
    [
        ("car", "white", [True, True, False, False]),
        ("car", "red", [False, False, True, True]),
        ("car", "driving on the road", [True, True, True, False]),
        ("car", "surrounded by grass", [False, False, False, True]),
        ("car", "on the left", [True, None, False, False]),
        ("car", "on the right", [False, False, True, True]),
        ("car", "in the bottom right", [False, False, None, True]),
        ("car", "the leftmost", [True, False, False, False]),
        ("car", "the rightmost", [False, False, False, True]),
        ("car", "the second from the left", [False, True, False, False]),
        ("building", "the largest", [False, False, True]),
        ("building", "the smallest", [True, False, False]),
        ("building", "red", [False, False, True]),
        ("building", "along the road", [None, None, None]),
        ("building", "large", [None] * 3),
    ],
)
def test_verdicts(name: str, words: str, verdicts: list) -> None:
    found = judge(name, words)
    assert found == verdicts
    assert all(verdict is None or isinstance(verdict, bool) for verdict in found)


def test_colours_are_doubtful_at_their_borders() -> None:
    assert colour_is("white", (0, 0.02, 0.95)) is True
    assert colour_is("white", (0, 0.02, 0.72)) is None
    assert colour_is("white", (0, 0.02, 0.3)) is False
    assert colour_is("red", (355, 0.8, 0.7)) is True
    assert colour_is("red", (20, 0.8, 0.7)) is None
    assert colour_is("red", (120, 0.8, 0.7)) is False
    assert colour_is("blue", None) is None


def test_all_of() -> None:
    assert all_of([True, True]) is True
    assert all_of([True, None]) is None
    assert all_of([None, False]) is False


def test_ground_and_clumps_are_never_singled_out() -> None:
    assert not any(trait.single for name in ("road", "grass", "trees") for trait in traits_of(name, SCENE))
    assert isinstance(traits_of("ship", SCENE)[0], Trait)


def small_scene(things: list[tuple[str, int, int, int, int]], rgb: np.ndarray | None = None) -> Scene:
    """A scene of rectangles (class, row, column, height, width)."""
    shapes = [Thing(name, row, col, np.ones((height, width), bool)) for name, row, col, height, width in things]
    picture = np.full((100, 100, 3), 90, np.uint8) if rgb is None else rgb
    return Scene(Path("x.png"), picture, tuple(shapes), frozenset({"tennis court", "bridge", "road", "airplane"}), 0.3)


def test_neighbours_in_one_row_have_no_topmost() -> None:
    """Two courts side by side, one a little higher: a person would not say which is the topmost."""
    level = small_scene([("tennis court", 30, 10, 40, 20), ("tennis court", 40, 60, 40, 20)])
    apart = small_scene([("tennis court", 5, 10, 40, 20), ("tennis court", 50, 60, 40, 20)])
    for scene, verdicts in ((level, [None, None]), (apart, [True, False])):
        trait = next(trait for trait in traits_of("tennis court", scene) if trait.before == "the topmost")
        assert trait.judge(scene, scene.of(["tennis court"])) == verdicts


def test_a_bridge_does_not_lie_along_the_road() -> None:
    scene = small_scene([("bridge", 0, 40, 100, 10), ("road", 40, 0, 10, 40)])
    assert not [trait for trait in traits_of("bridge", scene) if trait.kind == "relation"]


def test_a_plane_of_two_colours_has_none() -> None:
    rgb = np.full((100, 100, 3), 240, np.uint8)
    rgb[:, 25:] = (30, 40, 200)
    scene = small_scene([("airplane", 10, 10, 20, 32), ("airplane", 60, 40, 20, 20)], rgb)
    assert scene.colour(scene.things[0]) is None and scene.colour(scene.things[1]) is not None
