"""Our reading of CroBIM: every part the abstract names changes the answer."""

from __future__ import annotations

import pytest
import torch

from rrsis_core.models.crobim import crobim, crobim_convnext


def _inputs() -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    ids = torch.tensor([[101, 2417, 15753, 102, 0, 0]])
    return torch.randn(1, 3, 64, 64), ids, (ids > 0).long()


@pytest.mark.parametrize("part", ["modulation.prompts", "modulation.rows", "mutual.words.0.hidden.2.weight"])
def test_each_part_reaches_the_logits(part: str) -> None:
    model = crobim("test").eval()
    inputs = _inputs()
    with torch.inference_mode():
        before = model(*inputs)
        torch.nn.init.normal_(model.get_parameter(part))
        assert not torch.equal(model(*inputs), before)


def test_the_deficit_is_none_where_everything_was_heard() -> None:
    stage = crobim("test").backbone.layers[0].gather
    tokens = torch.randn(1, 4, 16)
    assert torch.equal(stage.deficit(tokens - tokens), torch.zeros_like(tokens))


def test_a_phrase_without_words_is_finite() -> None:
    model = crobim("test").eval()
    image, ids, mask = _inputs()
    with torch.inference_mode():
        assert model(image, ids * 0, mask * 0).isfinite().all()


def test_convnext_without_words_is_transformers_own() -> None:
    backbone = crobim_convnext("test").eval().backbone
    for gather in backbone.gather:
        for layer in gather.res_gate.modules():
            if isinstance(layer, torch.nn.Linear):
                torch.nn.init.zeros_(layer.weight)
    image = torch.randn(1, 3, 64, 96)
    with torch.inference_mode():
        expected = backbone.embeddings(image)
        for stage in backbone.stages:
            expected = stage(expected)
        seen = backbone.before_words(image)
        for gather, stage in zip(backbone.gather, [*backbone.stages[1:], torch.nn.Identity()]):
            seen = stage(gather(seen, torch.randn(1, 5, 32), torch.ones(1, 5))[1].permute(0, 3, 1, 2)).permute(
                0, 2, 3, 1
            )
    torch.testing.assert_close(seen.permute(0, 3, 1, 2), expected)


def test_convnext_has_the_measures_of_base() -> None:
    with torch.device("meta"):
        backbone = crobim_convnext("full").backbone
    count = sum(value.numel() for part in (backbone.embeddings, backbone.stages) for value in part.parameters())
    assert abs(count / 1e6 - 87.56) < 0.1  # ConvNeXt-B of ImageNet, 88.59 M, without its head of a thousand classes
