"""FIANet hears phrase, object and place; a phrase without an object changes nothing there."""

from __future__ import annotations

import dataclasses

import torch

from rrsis_core.catalog import get_card
from rrsis_core.models.fianet import ObjectPositionAlignment, fianet, fianet_refsegrs, read_words
from rrsis_core.text import tokenise


def test_words_hold_three_masks_in_a_row() -> None:
    model = fianet_refsegrs("test").eval()
    ids = torch.tensor([[101, 1996, 3765, 2006, 1996, 2346, 102, 0]])  # the cars on the road
    words = model.encode_text(ids, (ids > 0).long())
    assert words.states.shape == (1, 24, 32)
    phrase, things, places = words.mask.chunk(3, 1)
    assert phrase.tolist() == [[1, 1, 1, 1, 1, 1, 1, 0]]
    assert things.tolist() == [[0, 0, 1, 0, 0, 1, 0, 0]]
    assert places.tolist() == [[0, 0, 0, 1, 1, 1, 0, 0]]


def test_without_an_object_the_branch_is_silent() -> None:
    image, states = torch.randn(1, 4, 4, 8), torch.randn(1, 3, 6)
    none, some = torch.zeros(1, 3), torch.ones(1, 3)
    branch = ObjectPositionAlignment(8, 6)
    assert branch(image, (states, states), (none, some)).abs().max() < 1e-3
    assert branch(image, (states, states), (some, none)).isfinite().all()


def test_one_or_three_blocks() -> None:
    assert len(fianet("test").backbone.tmem.block) == 3
    assert len(fianet_refsegrs("test").backbone.tmem.block) == 1


def test_all_pieces_of_a_word_are_marked() -> None:
    card = dataclasses.replace(get_card("fianet"), max_tokens=12)
    tokens = tokenise(["the overpass near a windmill", "zebra"], card)
    assert [word for word, _ in read_words(tokens.ids[0].tolist())] == ["the", "overpass", "near", "a", "windmill"]
    phrase, things, places = fianet("test").masks(tokens.ids, tokens.mask)
    assert things[0].tolist() == [0, 0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0]  # over ##pass, windmill
    assert places[0].tolist() == [0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0]
    assert not things[1].any() and torch.equal(places[1], phrase[1])


def test_each_data_set_has_its_own_classes() -> None:
    tokens = tokenise(["the car beside the ship"], get_card("fianet"))
    of_rrsisd, of_refsegrs = (make("test").masks(tokens.ids, tokens.mask)[1] for make in (fianet, fianet_refsegrs))
    assert of_rrsisd.nonzero()[:, 1].tolist() == [5]
    assert of_refsegrs.nonzero()[:, 1].tolist() == [2]


def test_padding_is_never_marked() -> None:
    ids, mask = torch.tensor([[101, 3765, 102, 3765]]), torch.tensor([[1, 1, 1, 0]])
    assert fianet_refsegrs("test").masks(ids, mask)[1].tolist() == [[0, 1, 0, 0]]
