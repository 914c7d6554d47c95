import pytest

from rrsis_core.training.wording import names_colour, stems, turn_direction, turn_words


@pytest.mark.parametrize(
    ("phrase", "turn", "expected"),
    [
        ("the house in the top left corner", 1, "the house in the bottom left corner"),
        ("the house in the top left corner", 4, "the house in the top right corner"),
        ("trees above the road", 1, "trees left of the road"),
        ("building to the right of the tree", 2, "building left of the tree"),
        ("the topmost car", 1, "the leftmost car"),
        ("car parked right next to the house", 4, "car parked right next to the house"),
        ("northeast pond", 2, "southwest pond"),
        ("red cars", 3, "red cars"),
    ],
)
def test_words_turn_with_the_picture(phrase, turn, expected):
    assert turn_words(phrase, turn) == expected


def test_four_quarter_turns_are_none():
    for direction in ((1, 0), (0, -1)):
        turned = direction
        for _ in range(4):
            turned = turn_direction(turned, 1)
        assert turned == direction


def test_colours_are_heard():
    assert names_colour("the dark Blue roof") and not names_colour("the largest building")


def test_words_are_compared_without_the_endings_of_a_plural():
    assert stems("All the wind turbines") == {"wind", "turbine"} and stems("buses") == stems("the bus")
