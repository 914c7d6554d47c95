"""SAM, SAM 2 and SigLIP cut to what is called: sizes are checked, a phrase does not depend on its neighbours."""

from __future__ import annotations

import pytest
import torch

from rrsis_core.errors import RequestInvalid
from rrsis_core.models.foundation import (
    demand_side,
    make_sam2,
    make_siglip,
    sam2_maps,
    siglip_map,
    siglip_words,
    similarity,
    standardise_half,
)


def test_other_sizes_are_refused_with_a_remedy() -> None:
    demand_side(torch.zeros(1, 3, 64, 64), 64)
    with pytest.raises(RequestInvalid, match="Cut tiles of 64"):
        demand_side(torch.zeros(1, 3, 64, 60), 64)


def test_black_and_white_are_minus_one_and_one() -> None:
    mean, std = torch.tensor([0.485, 0.456, 0.406]), torch.tensor([0.229, 0.224, 0.225])
    for value in (0.0, 1.0):
        image = ((value - mean) / std).view(1, 3, 1, 1)
        torch.testing.assert_close(standardise_half(image), torch.full((1, 3, 1, 1), 2 * value - 1))


def test_sam2_takes_three_maps_finest_first() -> None:
    sam = make_sam2("test").eval()
    pyramid = sam.vision_encoder(pixel_values=torch.randn(1, 3, 64, 64)).fpn_hidden_states
    assert [tuple(each.shape[1:]) for each in sam2_maps(sam, pyramid)] == [(4, 16, 16), (8, 8, 8), (32, 4, 4)]


def test_a_phrase_is_pooled_at_its_last_piece() -> None:
    siglip = make_siglip("test", 32, 4, 128).eval()
    ids, mask = torch.tensor([[5, 6, 7, 0, 0]]), torch.tensor([[1, 1, 1, 0, 0]])
    long, short = siglip_words(siglip, ids, mask), siglip_words(siglip, ids[:, :3], mask[:, :3])
    torch.testing.assert_close(long.states[:, :4], short.states)
    plain = siglip.text_model(input_ids=ids[:, :3]).pooler_output
    torch.testing.assert_close(short.states[:, 0], plain)


def test_likeness_is_a_scaled_cosine() -> None:
    siglip = make_siglip("test", 32, 4, 128).eval()
    image = siglip_map(siglip, torch.randn(1, 3, 64, 64))
    assert image.shape == (1, 32, 8, 8)
    own = image[:, :, 3, 5].unsqueeze(1)
    logits = similarity(siglip, image, own)
    torch.testing.assert_close(logits[0, 0, 3, 5], (siglip.logit_scale.exp() + siglip.logit_bias)[0])
    assert logits.argmax() == 3 * 8 + 5
