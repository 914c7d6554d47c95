"""Which word pieces name the object, and which its place."""

from __future__ import annotations

import dataclasses

import pytest
import torch

from rrsis_core.catalog import get_card
from rrsis_core.models.blocks.mentions import OBJECTS, PREPOSITIONS, object_mask, place_mask
from rrsis_core.text import load_tokenizer, tokenise

CARD = dataclasses.replace(get_card("lavt"), max_tokens=16)


def test_the_table_is_the_vocabularys() -> None:
    tokenizer = load_tokenizer("bert-base-uncased")
    for name, pieces in OBJECTS.items():
        assert tuple(tokenizer.encode(name).ids[1:-1]) == pieces, name
    for name, piece in PREPOSITIONS.items():
        assert tokenizer.encode(name).ids[1:-1] == [piece], name


def _marked(phrase: str) -> tuple[list[str], list[str]]:
    tokens = tokenise([phrase], CARD)
    pieces = load_tokenizer("bert-base-uncased").encode(phrase).tokens
    marks = (mask(tokens.ids, tokens.mask)[0].tolist() for mask in (object_mask, place_mask))
    things, places = ([piece for piece, mark in zip(pieces, row) if mark] for row in marks)
    return things, places


@pytest.mark.parametrize(
    ("phrase", "things", "places"),
    [
        ("the cars in the parking area", ["cars"], ["in", "the", "parking", "area"]),
        ("low vegetation", ["low", "vegetation"], ["[CLS]", "low", "vegetation", "[SEP]"]),
        ("the overpass", ["over", "##pass"], ["[CLS]", "the", "over", "##pass", "[SEP]"]),
        ("a ship over the dam near a harbor", ["ship", "dam", "harbor"], ["over", "the", "dam", "near", "a", "harbor"]),
        ("zebra", [], ["[CLS]", "zebra", "[SEP]"]),
    ],
)
def test_examples(phrase: str, things: list[str], places: list[str]) -> None:
    assert _marked(phrase) == (things, places)


def test_padding_is_never_marked() -> None:
    ids, mask = torch.tensor([[101, 3765, 102, 3765]]), torch.tensor([[1, 1, 1, 0]])
    assert object_mask(ids, mask).tolist() == [[0, 1, 0, 0]]
    assert place_mask(ids, mask).tolist() == [[1, 1, 1, 0]]
