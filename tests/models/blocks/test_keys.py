"""The original SAM 2 lands, every tensor of it, where transformers' own class has its place."""

from __future__ import annotations

import pytest
import torch

from rrsis_core.models.blocks.keys import below, inside, renamed, sam2_by_transformers
from rrsis_core.models.foundation import make_sam2
from tests.models.theirs import SMALL, Sam2Size, sam2, values

LANDED = {
    "image_encoder.trunk.blocks.1.norm2.bias": "vision_encoder.backbone.blocks.1.layer_norm2.bias",
    "image_encoder.trunk.blocks.1.proj.weight": "vision_encoder.backbone.blocks.1.proj.weight",
    "image_encoder.trunk.blocks.3.mlp.layers.1.weight": "vision_encoder.backbone.blocks.3.mlp.proj_out.weight",
    "image_encoder.neck.convs.2.conv.weight": "vision_encoder.neck.convs.2.weight",
    "sam_prompt_encoder.mask_downscaling.4.weight": "prompt_encoder.mask_embed.layer_norm2.weight",
    "sam_mask_decoder.output_hypernetworks_mlps.2.layers.1.weight": (
        "mask_decoder.output_hypernetworks_mlps.2.layers.0.weight"
    ),
    "sam_mask_decoder.transformer.layers.1.norm3.bias": "mask_decoder.transformer.layers.1.layer_norm3.bias",
    "sam_mask_decoder.transformer.layers.0.self_attn.out_proj.bias": (
        "mask_decoder.transformer.layers.0.self_attn.o_proj.bias"
    ),
    "sam_prompt_encoder.pe_layer.positional_encoding_gaussian_matrix": "shared_image_embedding.positional_embedding",
    "no_mem_embed": "no_memory_embedding",
}


@pytest.mark.parametrize("memory", [True, False])
def test_every_tensor_of_the_original_has_its_place(memory: bool) -> None:
    theirs = values(sam2(SMALL, memory=memory))
    ours = sam2_by_transformers(theirs)
    make_sam2("test").load_state_dict(ours, strict=True)
    for their, our in LANDED.items():
        assert torch.equal(theirs[their], ours[our]), their
    points = torch.cat([theirs[f"sam_prompt_encoder.point_embeddings.{number}.weight"] for number in range(4)])
    assert torch.equal(ours["prompt_encoder.point_embed.weight"], points)


def test_the_large_one_too() -> None:
    with torch.device("meta"):
        wanted = make_sam2("full").state_dict()
    ours = sam2_by_transformers(values(sam2(Sam2Size()), "meta"))
    assert {key: value.shape for key, value in ours.items()} == {key: value.shape for key, value in wanted.items()}


def test_rules_apply_in_their_order_and_leave_out() -> None:
    state = {"a.x": torch.ones(1), "b.x": torch.zeros(1), "c": torch.zeros(2)}
    found = renamed(state, [(r"^a\.", "b."), (r"^b\.", "d."), (r"^c$", None)])
    assert list(found) == ["d.x"]
    assert below("e.", inside(state, "a.")) == {"e.x": state["a.x"]}
