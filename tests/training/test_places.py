"""A place's words and its rule mean the same, whichever way the image is turned."""

from __future__ import annotations

import pytest

from rrsis_core.training.places import PLACES
from rrsis_core.training.wording import turn_direction, turn_words

_SIDES = {
    "left": (-1, 0), "right": (1, 0), "top": (0, -1), "bottom": (0, 1), "upper": (0, -1), "lower": (0, 1),
    "north": (0, -1), "south": (0, 1), "west": (-1, 0), "east": (1, 0),
}  # fmt: skip


def pull(said: str) -> tuple[int, int]:
    """Return the direction that the words of a place name, (x, y down)."""
    found = [side for word, side in _SIDES.items() if word in said]
    return sum(x for x, _ in found), sum(y for _, y in found)


@pytest.mark.parametrize(("said", "inside"), PLACES)
def test_the_words_name_the_part_that_the_rule_takes(said, inside) -> None:
    x, y = pull(said)
    assert inside(0.5 + 0.45 * x, 0.5 + 0.45 * y) > 0
    assert (x, y) == (0, 0) or (inside(0.5 - 0.45 * x, 0.5 - 0.45 * y) < 0 and inside(0.5, 0.5) < 0)


@pytest.mark.parametrize("turn", range(8))
def test_turned_words_name_the_turned_part(turn) -> None:
    for said, _ in PLACES:
        assert pull(turn_words(said, turn)) == turn_direction(pull(said), turn), said
