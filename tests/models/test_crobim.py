"""Our reading of CroBIM: every part the abstract names changes the answer."""

from __future__ import annotations

import pytest
import torch

from rrsis_core.models.crobim import crobim


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
    stage = crobim("test").backbone.layers[0]
    tokens = torch.randn(1, 4, 16)
    assert torch.equal(stage.deficit(tokens - tokens), torch.zeros_like(tokens))


def test_a_phrase_without_words_is_finite() -> None:
    model = crobim("test").eval()
    image, ids, mask = _inputs()
    with torch.inference_mode():
        assert model(image, ids * 0, mask * 0).isfinite().all()
