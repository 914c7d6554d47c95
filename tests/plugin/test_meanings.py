"""Polygons look like what they are."""

import pytest
from rrsis.plugin.meanings import PALETTE, colour_of


@pytest.mark.parametrize(
    ("phrase", "like"),
    [
        ("the river", "water"),
        ("trees along the road", "tree"),
        ("white cars parked on the road", "car"),
        ("buildings with a green roof", "building"),
        ("parking lot", "lot"),
        ("bushes", "bush"),
        ("all the cars", "car"),
        ("green grass", "grass"),
        ("the road next to the river", "road"),
    ],
)
def test_the_head_of_the_phrase_decides(phrase, like):
    assert colour_of(phrase) == colour_of(like)


def test_unknown_things_have_a_steady_colour_of_the_palette():
    assert colour_of("zeppelin hangarette") in PALETTE
    assert colour_of("zeppelin hangarette") == colour_of("Zeppelin Hangarette")
