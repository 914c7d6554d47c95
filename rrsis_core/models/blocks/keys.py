"""Keys of others' checkpoints become ours: rules, applied in their order to every key."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Optional

import torch
from torch import Tensor

Rule = tuple[str, Optional[str]]
"""A regular expression and what stands in its place; None: keys that it finds are left out."""

# SAM 2 as facebookresearch/sam2 writes it (sam2/modeling at 2025), in the names of transformers' Sam2Model.
_THREE = r"(output_hypernetworks_mlps\.\d+|iou_prediction_head|pred_obj_score_head)"
SAM2_RULES: tuple[Rule, ...] = (
    (r"^(memory_attention|memory_encoder|mask_downsample|obj_ptr_proj|obj_ptr_tpos_proj)\.", None),
    (r"^(maskmem_tpos_enc|no_mem_pos_enc|no_obj_ptr|no_obj_embed_spatial)$", None),
    (r"^no_mem_embed$", "no_memory_embedding"),
    (r"^image_encoder\.trunk\.", "vision_encoder.backbone."),
    (r"^image_encoder\.neck\.convs\.(\d+)\.conv\.", r"vision_encoder.neck.convs.\1."),
    (r"^sam_prompt_encoder\.", "prompt_encoder."),
    (r"^sam_mask_decoder\.", "mask_decoder."),
    (r"pe_layer\.positional_encoding_gaussian_matrix$", "shared_embedding.positional_embedding"),
    (r"mask_downscaling\.0\.", "mask_embed.conv1."),
    (r"mask_downscaling\.1\.", "mask_embed.layer_norm1."),
    (r"mask_downscaling\.3\.", "mask_embed.conv2."),
    (r"mask_downscaling\.4\.", "mask_embed.layer_norm2."),
    (r"mask_downscaling\.6\.", "mask_embed.conv3."),
    (r"output_upscaling\.0\.", "upscale_conv1."),
    (r"output_upscaling\.1\.", "upscale_layer_norm."),
    (r"output_upscaling\.3\.", "upscale_conv2."),
    (rf"{_THREE}\.layers\.0\.", r"\1.proj_in."),
    (rf"{_THREE}\.layers\.1\.", r"\1.layers.0."),
    (rf"{_THREE}\.layers\.2\.", r"\1.proj_out."),
    (r"mlp\.layers\.0\.", "mlp.proj_in."),
    (r"mlp\.layers\.1\.", "mlp.proj_out."),
    (r"patch_embed\.proj\.", "patch_embed.projection."),
    (r"(?<=\.)norm(\d)\.", r"layer_norm\1."),
    (r"(?<=\.)norm_final_attn\.", "layer_norm_final_attn."),
    (r"^(mask_decoder\.transformer\..*)out_proj\.", r"\1o_proj."),
)
_POINT = re.compile(r"prompt_encoder\.point_embeddings\.(\d+)\.weight")


def renamed(state: dict[str, Tensor], rules: Sequence[Rule]) -> dict[str, Tensor]:
    """Return `state` by the keys that `rules` make of its own."""
    compiled = [(re.compile(found), put) for found, put in rules]
    result: dict[str, Tensor] = {}
    for key, value in state.items():
        name: Optional[str] = key
        for found, put in compiled:
            if name is not None and found.search(name):
                name = None if put is None else found.sub(put, name)
        if name is not None:
            result[name] = value
    return result


def inside(state: dict[str, Tensor], prefix: str) -> dict[str, Tensor]:
    """Return what `state` holds below `prefix`, without it."""
    return {key[len(prefix) :]: value for key, value in state.items() if key.startswith(prefix)}


def below(prefix: str, state: dict[str, Tensor]) -> dict[str, Tensor]:
    """Return `state` with `prefix` before every key."""
    return {prefix + key: value for key, value in state.items()}


def sam2_by_transformers(state: dict[str, Tensor]) -> dict[str, Tensor]:
    """Return SAM 2's tensors by the keys of transformers' Sam2Model, without its memory of earlier pictures."""
    ours = renamed(state, SAM2_RULES)
    points = {int(found.group(1)): key for key in ours if (found := _POINT.fullmatch(key))}
    if points:
        rows = [ours.pop(points[number]) for number in sorted(points)]
        ours["prompt_encoder.point_embed.weight"] = torch.cat(rows)
    place = ours.get("prompt_encoder.shared_embedding.positional_embedding")
    if place is not None:
        ours["shared_image_embedding.positional_embedding"] = place
    return ours
