import numpy as np
import pytest

from resources.demo import CLASSES
from resources.demo.words import ABSENT_WORDS, NAMES, SAYABLE, class_named, plural, qualified


def test_every_class_has_a_name():
    assert set(NAMES) == set(CLASSES)
    assert set(SAYABLE) <= set(CLASSES) and set(ABSENT_WORDS) <= set(CLASSES)


@pytest.mark.parametrize(
    ("noun", "many"), [("car", "cars"), ("bus", "buses"), ("lorry", "lorries"), ("water", "water"), ("bush", "bushes")]
)
def test_plural(noun, many):
    assert plural(noun) == many


@pytest.mark.parametrize(
    ("class_name", "word", "noun", "said"),
    [
        ("car", "red", "cars", "red cars"),
        ("car", "van", "cars", "vans"),
        ("trees", "conifer", "tree", "conifer"),
        ("building", "red roof", "houses", "houses with red roofs"),
        ("building", "tin roof", "roofs", "tin roofs"),
        ("road", "dirt", "road", "dirt road"),
        ("trees", "", "trees", "trees"),
    ],
)
def test_qualified(class_name, word, noun, said):
    assert qualified(class_name, word, noun, np.random.default_rng(0)) == said


@pytest.mark.parametrize(
    ("phrase", "class_name"),
    [
        ("buildings", "building"),
        ("the houses", "building"),
        ("Pool", "swimming pool"),
        ("all buses", "bus"),
        ("red cars", None),
    ],
)
def test_class_named(phrase, class_name):
    assert class_named(phrase) == class_name
