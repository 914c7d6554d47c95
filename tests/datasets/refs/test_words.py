"""Nouns in their numbers."""

from __future__ import annotations

from rrsis_core.datasets.refs.words import CLUMPS, INCLUSIONS, LYING, NOUNS, PAINTED, nouns_of


def test_numbers() -> None:
    car = nouns_of("car")[0]
    assert (car.of(1), car.of(2)) == ("car", "cars")
    assert nouns_of("helipad")[0].of(3) == "helipads"


def test_every_class_that_is_named_has_nouns() -> None:
    members = {name for _, names in INCLUSIONS.values() for name in names}
    assert (LYING | PAINTED | CLUMPS | members) <= set(NOUNS)
