"""LAVT's own promises beyond the catalogue's suite."""

from __future__ import annotations

import torch

from rrsis_core.models.lavt import SwinBertSegmenter, lavt


def _inputs() -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    ids = torch.tensor([[101, 2417, 15753, 102, 0, 0]])
    return torch.randn(1, 3, 64, 64), ids, (ids > 0).long()


def test_one_logit_is_object_minus_background() -> None:
    model: SwinBertSegmenter = lavt("test").eval()
    image, ids, mask = _inputs()
    with torch.inference_mode():
        features, words = model.encode_image(image), model.encode_text(ids, mask)
        pair = model.two_logits(features, words)
        torch.testing.assert_close(model.decode(features, words), pair[:, 1:] - pair[:, :1], atol=1e-5, rtol=1e-4)


def test_the_first_stage_is_kept_for_further_phrases() -> None:
    model = lavt("test").eval()
    image, ids, mask = _inputs()
    features = model.encode_image(image)
    calls: list[int] = []
    model.backbone.layers[0].blocks.register_forward_hook(lambda *_: calls.append(1))
    with torch.inference_mode():
        model.decode(features, model.encode_text(ids, mask))
    assert not calls


def test_the_last_gate_is_neither_trained_nor_computed() -> None:
    model = lavt("test")
    model.backbone.layers[3].res_gate.register_forward_hook(lambda *_: (_ for _ in ()).throw(RuntimeError("computed")))
    model(*_inputs())
    assert not any(value.requires_grad for value in model.backbone.layers[3].res_gate.parameters())
