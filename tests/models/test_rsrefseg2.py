"""RSRefSeg 2 has the size its paper's tables print; words are pooled phrase by phrase."""

from __future__ import annotations

import pytest
import torch
from torch.nn import functional as F
from transformers.models.siglip.modeling_siglip import SiglipMultiheadAttentionPoolingHead

from rrsis_core.models.base import Words
from rrsis_core.models.blocks.losses import apart, contrast
from rrsis_core.models.rsrefseg2 import pool_words, rsrefseg2


def test_as_many_parameters_as_published() -> None:
    """DiCoR's table IV prints 1447.13 M; SigLIP's pooling of images, which nothing asks, is not built."""
    with torch.device("meta"):
        model = rsrefseg2("full")
        unasked = SiglipMultiheadAttentionPoolingHead(model.siglip.config.vision_config)
    count = sum(value.numel() for module in (model, unasked) for value in module.parameters()) / 1e6
    assert abs(count - 1447.13) < 0.5


def test_words_are_pooled_as_pytorch_does_but_without_padding() -> None:
    states, mask = torch.randn(2, 9, 4), torch.zeros(2, 9, dtype=torch.int64)
    mask[0, :7], mask[1, :2] = 1, 1
    pooled = pool_words(Words(states, mask), 3)
    for row, length in ((0, 7), (1, 2)):
        expected = F.adaptive_avg_pool1d(states[row, :length].T, 3).T
        torch.testing.assert_close(pooled[row], expected)


def test_a_phrase_without_words_is_finite() -> None:
    model = rsrefseg2("test").eval()
    ids = torch.zeros(1, 6, dtype=torch.int64)
    with torch.inference_mode():
        assert model(torch.randn(1, 3, 64, 64), ids, ids).isfinite().all()


def test_its_losses_are_those_of_its_inner_values() -> None:
    model = rsrefseg2("test").eval()
    image, ids = torch.randn(2, 3, 64, 64), torch.tensor([[5, 6, 7], [8, 9, 0]])
    mask, truth = (ids > 0).long(), (image[:, 0] > 0).float()
    logits, own = model.teach(image, ids, mask, truth)
    torch.testing.assert_close(logits, model(image, ids, mask))
    features, words = model.encode_image(image), model.encode_text(ids, mask)
    *_, (first, second) = model.prompter(features[-1], Words(words.states[:, 1:], words.mask[:, 1:]))
    assert own["apart"].item() == pytest.approx(apart(first, second).item(), rel=1e-4)
    wanted = contrast(features[-1], truth, second, torch.tensor(1 / 0.07))
    assert own["contrast"].item() == pytest.approx(wanted.item(), rel=1e-4)
