"""FIANet hears phrase, object and place; a phrase without an object changes nothing there."""

from __future__ import annotations

import torch

from rrsis_core.models.fianet import ObjectPositionAlignment, fianet, fianet_refsegrs


def test_words_hold_three_masks_in_a_row() -> None:
    model = fianet("test").eval()
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
