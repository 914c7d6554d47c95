"""RS2-SAM2: without adapters its blocks are SAM 2's own; words travel through it; its authors' checkpoint is taken."""

from __future__ import annotations

import pytest
import torch

from rrsis_core.models.blocks.losses import boundary
from rrsis_core.models.convert import checkpoint_tensors
from rrsis_core.models.rs2sam2 import WORD_WIDTH, adapted_block, rs2sam2
from rrsis_core.models.weights import complain_about_keys
from tests.models.theirs import SMALL, Sam2Size, rs2_sam2, values


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


@pytest.mark.parametrize("form", ["as transformers writes it", "DeepSpeed"])
def test_the_authors_checkpoint_is_taken(form: str, tmp_path) -> None:
    theirs = values(rs2_sam2(SMALL, 32, 2, 1 + 4**2, 8, 128))
    content = dict(theirs)
    if form == "DeepSpeed":  # of a model inside DistributedDataParallel
        content = {"module": {f"module.evf_model.{key}": value for key, value in theirs.items()}, "global_steps": 9}
    model = rs2sam2("test").eval()
    model.load_state_dict(model.translate(checkpoint_tensors(content, tmp_path)), strict=True)
    layer, joint = "mm_extractor.beit3.encoder.layers.1.", model.joint.layers[1]
    parts = [theirs[f"{layer}self_attn.{part}_proj.B.weight"] for part in "qkv"]
    assert torch.equal(joint.qkv.text.weight, torch.cat(parts))
    assert torch.equal(joint.hidden_norm.image.bias, theirs[f"{layer}ffn.A.ffn_layernorm.bias"])
    assert torch.equal(joint.norm2.text.bias, theirs[f"{layer}final_layer_norm.B.bias"])
    places = theirs["mm_extractor.beit3.encoder.embed_positions.A.weight"]
    assert torch.equal(model.joint.image_places[0], places[2:])
    words, ids = theirs["mm_extractor.beit3.text_embed.weight"], torch.tensor([[3, 4]])
    heard = words[ids] + theirs["mm_extractor.beit3.encoder.embed_positions.B.weight"][2:4]
    torch.testing.assert_close(model.joint.embed(ids), heard)
    space = "visual_model.image_encoder.trunk.blocks.2.Space_Adapter."
    asked = theirs[f"{space}lvfusion_module.multihead_attn.in_proj_bias"]
    assert torch.equal(model.adapters[2].words_ask.in_proj_bias, asked)
    ids = torch.tensor([[5, 6]])
    with torch.inference_mode():
        assert model(torch.randn(1, 3, 64, 64), ids, torch.ones_like(ids)).isfinite().all()


def test_the_trunk_is_frozen_and_its_adapters_learn() -> None:
    model = rs2sam2("test")
    assert not any(value.requires_grad for value in model.sam.vision_encoder.parameters())
    assert all(value.requires_grad for value in model.adapters[:-1].parameters())


def test_joint_encoder_is_as_large_as_beit3() -> None:
    with torch.device("meta"):
        model = rs2sam2("full")
        theirs = values(rs2_sam2(Sam2Size(), 1024, 24, 197, 16, 64010), "meta")
        complain_about_keys(model, model.translate(theirs), "the authors' own")
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
