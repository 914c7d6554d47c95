"""Traits say yes, no, or that they cannot tell."""

from __future__ import annotations

import pytest

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
