from rrsis_core.training.attributes import COLOURS, NEAR_COLOURS, OTHER_THINGS, SAID
from rrsis_core.training.wording import names_colour


def test_colours_are_colours():
    assert all(names_colour(colour) for colour in COLOURS)
    assert all(colour in COLOURS for colour in SAID)
    assert not any(names_colour(thing) for thing in OTHER_THINGS)
    assert all(len(group) > 1 for group in NEAR_COLOURS)
