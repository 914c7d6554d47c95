"""Which words name the object, and which its place, after the authors' three rules."""

from __future__ import annotations

import pytest

from rrsis_core.models.blocks.mentions import REFSEGRS, RRSISD, object_words, place_words, tag


def _picked(words: str, marks: list[bool]) -> str:
    return " ".join(word for word, mark in zip(words.split(), marks) if mark)


@pytest.mark.parametrize(
    ("phrase", "things"),
    [
        ("the cars in the parking area", "cars"),
        ("low vegetation surrounded by building", "low vegetation building"),
        ("light - duty vehicle driving on the road", "vehicle road"),
        ("a long truck", "truck"),
        ("zebra", ""),
        ("the street", "street"),  # holds "tree", as the authors search
        ("the road with a road marking", "road with"),  # two words from the first that holds "road"
        ("scar vans", "scar vans"),
        ("", ""),
    ],
)
def test_objects_of_refsegrs(phrase: str, things: str) -> None:
    assert _picked(phrase, object_words(phrase.split(), REFSEGRS)) == things


def test_each_data_set_has_its_classes() -> None:
    phrase = "the ground track field beside the road"
    assert _picked(phrase, object_words(phrase.split(), RRSISD)) == "ground track field"
    assert _picked(phrase, object_words(phrase.split(), REFSEGRS)) == "road"
    assert (len(REFSEGRS), len(RRSISD)) == (14, 20)


def test_a_name_at_the_end_is_cut() -> None:
    assert object_words(["storage", "tank"], ["storage tank"]) == [True, True]
    assert object_words(["tank", "storage tank"], ["storage tank"]) == [False, True]


@pytest.mark.parametrize(
    ("phrase", "places"),
    [
        ("vehicle in the parking area", "in the parking"),  # up to the first noun
        ("building along the road", "along the road"),
        ("building with a parking lot", "with a parking"),
        ("sidewalk along with tree", "with tree"),
        ("the gray airplane on the left", "on the left"),
        ("the ship on the lower right of the harbor", "on the lower right"),
        ("a car near a red roof", ""),  # "roof" has the letters of "of"
        ("the cars near the trees", ""),  # a plural is no NN
        ("a van beside a large building", "beside a large building"),
        ("a car on the road on the bridge", "on the road"),  # both are marked where "on" stands first
        ("the upper white baseball field", ""),
        ("on", ""),
        ("", ""),
    ],
)
def test_places(phrase: str, places: str) -> None:
    assert _picked(phrase, place_words(phrase.split())) == places


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("of", "IN"), ("the", "DT"), ("red", "JJ"), ("lower", "JJR"), ("largest", "JJS"), ("cars", "NNS"),
        ("bus", "NN"), ("tennis", "NN"), ("grass", "NN"), ("parked", "VBD"), ("3", "CD"), (",", "."),
        ("driving", "VBG"),
    ],
)  # fmt: skip
def test_tags(word: str, kind: str) -> None:
    assert tag(word) == kind


def test_a_gerund_after_an_article_is_a_noun() -> None:
    assert tag("parking", "DT") == "NN"
