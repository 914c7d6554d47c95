"""JSON values become dataclasses, or an error that names the one that does not fit."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Optional, Tuple

import pytest

from rrsis_core.errors import RequestInvalid
from rrsis_core.values import finite, from_values, known_fields, with_numbers


@dataclass(frozen=True)
class Wish:
    name: str
    share: float = 0.5
    steps: Optional[int] = None
    again: bool = False
    sides: Tuple[int, ...] = ()


def test_values_become_the_dataclass() -> None:
    assert from_values(Wish, {"name": "a", "share": 1, "sides": [1, 2]}) == Wish("a", 1, sides=(1, 2))


@pytest.mark.parametrize(
    ("values", "named"),
    [
        ({}, "name"),
        ({"name": None}, "name"),
        ({"name": "a", "colour": 1}, "colour"),
        ({"name": "a", "share": "1"}, "share"),
        ({"name": "a", "share": True}, "share"),
        ({"name": "a", "steps": 1.0}, "steps"),
        ({"name": "a", "again": 1}, "again"),
        ({"name": "a", "sides": [1, "2"]}, "sides"),
        ({"name": "a", "sides": 1}, "sides"),
        ([1], "Wish"),
        ("name", "Wish"),
    ],
)
def test_what_does_not_fit_is_named(values: Any, named: str) -> None:
    with pytest.raises(RequestInvalid, match=named):
        from_values(Wish, values)


def test_numbers_that_json_cannot_hold_come_back() -> None:
    assert finite({"a": [math.inf, (1.5, math.nan)]}) == {"a": [None, [1.5, None]]}
    assert math.isnan(with_numbers(Wish, {"share": None})["share"])
    assert with_numbers(Wish, {"steps": None})["steps"] is None
    assert known_fields(Wish, {"sides": [1]}) == {"sides": (1,)}
