"""RS2-SAM2: without adapters its blocks are SAM 2's own; the trunk is frozen; words travel through it."""

from __future__ import annotations

import pytest
import torch

from rrsis_core.models.blocks.losses import boundary
from rrsis_core.models.rs2sam2 import WORD_WIDTH, adapted_block, rs2sam2


def _silenced():
    model = rs2sam2("test").eval()
    for adapter in model.adapters:
        for layer in (adapter.up, adapter.beside[2]):
            torch.nn.init.zeros_(layer.weight)
            torch.nn.init.zeros_(layer.bias)
    return model


def test_a_silent_adapter_leaves_the_block_as_it_is() -> None:
    model = _silenced()
    trunk = model.sam.vision_encoder.backbone
    image, words = torch.randn(1, 3, 64, 64), torch.randn(1, 5, WORD_WIDTH)
    absent = torch.zeros(1, 5, dtype=torch.bool)
    with torch.inference_mode():
        seen = trunk.patch_embed(image)
        for block, adapter in zip(trunk.blocks, model.adapters):
            expected = block(seen)
            seen, words = adapted_block(block, adapter, seen, words, absent)
            torch.testing.assert_close(seen, expected)
        theirs = model.sam.vision_encoder(pixel_values=image).fpn_hidden_states
        for ours, other in zip(model._pyramid(image, words, absent), theirs):
            torch.testing.assert_close(ours, other)


def test_the_trunk_is_frozen_and_its_adapters_learn() -> None:
    model = rs2sam2("test")
    assert not any(value.requires_grad for value in model.sam.vision_encoder.parameters())
    assert all(value.requires_grad for value in model.adapters[:-1].parameters())


def test_joint_encoder_is_as_large_as_beit3() -> None:
    with torch.device("meta"):
        model = rs2sam2("full")
    assert len(model.joint.layers) == 24 and len(model.adapters) == 48
    assert model.joint.image_places.shape == (1, 197, 1024)


def test_a_phrase_without_words_is_finite() -> None:
    ids = torch.zeros(1, 6, dtype=torch.int64)
    with torch.inference_mode():
        assert rs2sam2("test").eval()(torch.randn(1, 3, 64, 64), ids, ids).isfinite().all()


def test_its_logit_is_that_of_two_channels() -> None:
    """The authors' channels are 1 - p and p; the released boundary loss reaches its own weight alone."""
    model = rs2sam2("test").eval()
    image, ids = torch.randn(1, 3, 64, 64), torch.tensor([[5, 6, 7]])
    truth = (image[:, 0] > 0).float()
    found, first = model._decode((image,), model.encode_text(ids, torch.ones_like(ids)))
    logits, own = model.teach(image, ids, torch.ones_like(ids), truth)
    torch.testing.assert_close(logits, 2 * found - 1)
    torch.testing.assert_close(logits, model(image, ids, torch.ones_like(ids)))
    soft = boundary(found[:, 0].sigmoid(), truth, model.boundary_weight(first)[:, 0])
    assert own["soft_boundary"].item() == pytest.approx(soft.item(), rel=1e-4)
    model.zero_grad()
    own["boundary"].backward()
    assert model.boundary_weight.weight.grad is not None and model.mask_product.weight.grad is None
