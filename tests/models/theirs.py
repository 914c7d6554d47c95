"""Keys and shapes that the authors' code gives its checkpoints, written down from reading it; values are random."""

from __future__ import annotations

import re
from dataclasses import dataclass

import torch
from torch import Tensor

Shapes = dict[str, tuple[int, ...]]


@dataclass(frozen=True)
class Sam2Size:
    """Measures of an original SAM 2: sam2_hiera_l.yaml, or the small one of the tests."""

    dims: tuple[int, ...] = (144, 288, 576, 1152)
    blocks: tuple[int, ...] = (2, 6, 36, 4)
    window: int = 8
    background: int = 7
    width: int = 256
    mlp: int = 2048
    iou: int = 256


SMALL = Sam2Size((8, 16, 32, 64), (1, 1, 2, 1), 4, 4, 32, 64, 32)


def linear(name: str, width: int, out: int) -> Shapes:
    """Return weight and bias of a linear layer."""
    return {f"{name}.weight": (out, width), f"{name}.bias": (out,)}


def norm(name: str, width: int) -> Shapes:
    """Return weight and bias of a norm."""
    return {f"{name}.weight": (width,), f"{name}.bias": (width,)}


def conv(name: str, width: int, out: int, side: int) -> Shapes:
    """Return weight and bias of a convolution."""
    return {f"{name}.weight": (out, width, side, side), f"{name}.bias": (out,)}


def layers(name: str, *widths: int) -> Shapes:
    """Return a perceptron whose layers are numbered."""
    found: Shapes = {}
    for number, (width, out) in enumerate(zip(widths, widths[1:])):
        found |= linear(f"{name}.layers.{number}", width, out)
    return found


def fused(name: str, width: int, asked: int) -> Shapes:
    """Return torch's own multi-head attention over keys and values of width `asked`."""
    ways: Shapes = {"in_proj_weight": (3 * width, width)}
    if asked != width:
        ways = {"q_proj_weight": (width, width), "k_proj_weight": (width, asked), "v_proj_weight": (width, asked)}
    inner: Shapes = {**ways, "in_proj_bias": (3 * width,), **linear("out_proj", width, width)}
    return {f"{name}.{key}": shape for key, shape in inner.items()}


def trunk(size: Sam2Size, *, adapters: bool) -> Shapes:
    """Return Hiera, with RS2-SAM2's adapters where asked."""
    first = size.dims[0]
    found: Shapes = {
        "pos_embed": (1, first, size.background, size.background),
        "pos_embed_window": (1, first, size.window, size.window),
        **conv("patch_embed.proj", 3, first, 7),
    }
    width, number = first, 0
    for out, count in zip(size.dims, size.blocks):
        for _ in range(count):
            here = f"blocks.{number}"
            found |= norm(f"{here}.norm1", width) | norm(f"{here}.norm2", out)
            found |= linear(f"{here}.attn.qkv", width, 3 * out) | linear(f"{here}.attn.proj", out, out)
            found |= layers(f"{here}.mlp", out, 4 * out, out)
            if width != out:
                found |= linear(f"{here}.proj", width, out)
            if adapters:
                found |= adapter(here, out)
            width, number = out, number + 1
    return found


def adapter(here: str, width: int) -> Shapes:
    """Return the two adapters of a block of RS2-SAM2."""
    small, space = width // 4, f"{here}.Space_Adapter"
    found = {**linear(f"{here}.MLP_Adapter.D_fc1", width, small), **linear(f"{here}.MLP_Adapter.D_fc2", small, width)}
    found |= linear(f"{space}.D_fc1", width, small) | linear(f"{space}.D_fc2", small, width)
    found |= linear(f"{space}.text_in_linear", 256, small) | linear(f"{space}.text_out_linear", small, 256)
    for way in ("vlfusion_module", "lvfusion_module"):
        found |= fused(f"{space}.{way}.multihead_attn", small, small)
    return found


def attention(name: str, width: int, inner: int, asked: int = 0) -> Shapes:
    """Return an attention of four layers by name."""
    found = linear(f"{name}.q_proj", width, inner) | linear(f"{name}.out_proj", inner, width)
    return found | linear(f"{name}.k_proj", asked or width, inner) | linear(f"{name}.v_proj", asked or width, inner)


def mask_decoder(size: Sam2Size) -> Shapes:
    """Return SAM 2's mask decoder."""
    width, found = size.width, Shapes()
    for number in (0, 1):
        here = f"transformer.layers.{number}"
        found |= attention(f"{here}.self_attn", width, width) | layers(f"{here}.mlp", width, size.mlp, width)
        for way in ("token_to_image", "image_to_token"):
            found |= attention(f"{here}.cross_attn_{way}", width, width // 2)
        for each in range(1, 5):
            found |= norm(f"{here}.norm{each}", width)
    found |= attention("transformer.final_attn_token_to_image", width, width // 2)
    found |= norm("transformer.norm_final_attn", width)
    found |= {"iou_token.weight": (1, width), "mask_tokens.weight": (4, width), "obj_score_token.weight": (1, width)}
    found |= {"output_upscaling.0.weight": (width, width // 4, 2, 2), "output_upscaling.0.bias": (width // 4,)}
    found |= norm("output_upscaling.1", width // 4)
    found |= {"output_upscaling.3.weight": (width // 4, width // 8, 2, 2), "output_upscaling.3.bias": (width // 8,)}
    found |= conv("conv_s0", width, width // 8, 1) | conv("conv_s1", width, width // 4, 1)
    for number in range(4):
        found |= layers(f"output_hypernetworks_mlps.{number}", width, width, width, width // 8)
    found |= layers("iou_prediction_head", width, size.iou, size.iou, 4)
    return found | layers("pred_obj_score_head", width, width, width, 1)


def sam2(size: Sam2Size, *, adapters: bool = False, memory: bool = False) -> Shapes:
    """Return an original SAM 2, with some of its memory of earlier pictures where asked."""
    width = size.width
    prompt: Shapes = {
        "pe_layer.positional_encoding_gaussian_matrix": (2, width // 2),
        **{f"point_embeddings.{number}.weight": (1, width) for number in range(4)},
        "not_a_point_embed.weight": (1, width),
        "no_mask_embed.weight": (1, width),
        **conv("mask_downscaling.0", 1, 4, 2),
        **norm("mask_downscaling.1", 4),
        **conv("mask_downscaling.3", 4, 16, 2),
        **norm("mask_downscaling.4", 16),
        **conv("mask_downscaling.6", 16, width, 1),
    }
    found: Shapes = {"no_mem_embed": (1, 1, width)}
    found |= {f"image_encoder.trunk.{key}": shape for key, shape in trunk(size, adapters=adapters).items()}
    for number, each in enumerate(reversed(size.dims)):
        found |= conv(f"image_encoder.neck.convs.{number}.conv", each, width, 1)
    found |= {f"sam_prompt_encoder.{key}": shape for key, shape in prompt.items()}
    found |= {f"sam_mask_decoder.{key}": shape for key, shape in mask_decoder(size).items()}
    if memory:
        found |= attention("memory_attention.layers.0.self_attn", width, width)
        found |= {"maskmem_tpos_enc": (7, 1, 1, 64), "no_mem_pos_enc": (1, 1, width), "no_obj_ptr": (1, width)}
        found |= conv("memory_encoder.mask_downsampler.encoder.0", 1, 4, 3) | conv("mask_downsample", 1, 1, 4)
        found |= layers("obj_ptr_proj", width, width, width, width)
    return found


def with_low_rank(shapes: Shapes, names: str, rank: int = 16) -> Shapes:
    """Return `shapes` as peft names them where it changes the layers whose names match, without its prefix."""
    found: Shapes = {}
    for key, shape in shapes.items():
        layer, _, last = key.rpartition(".")
        if not re.fullmatch(names, layer):
            found[key] = shape
            continue
        found[f"{layer}.base_layer.{last}"] = shape
        if last == "weight":
            found[f"{layer}.lora_A.default.weight"] = (rank, *shape[1:])
            found[f"{layer}.lora_B.default.weight"] = (shape[0], rank, *(1 for _ in shape[2:]))
    return found


def cascaded_prompter(width: int, side: int, prompt: int, inner: int) -> Shapes:
    """Return RSRefSeg 2's prompter, as its three configurations order it."""
    found: Shapes = {
        "text_query_pe_embedding1": (3, width),
        "text_query_pe_embedding2": (3, width),
        "prompt_embedding": (9, prompt),
        "prompt_pe_embedding": (9, prompt),
        "img_pe": (1, width, side, side),
        **layers("sparse_prompt_mlp", prompt, inner, prompt),
        **conv("dense_prompt_conv.0", width, width // 2, 3),
        **batch_norm("dense_prompt_conv.1", width // 2),
        **conv("dense_prompt_conv.3", width // 2, width, 3),
    }
    for number in (0, 1):
        here = f"two_queries_text_attn_layers.{number}"
        for one, other in ((1, 2), (2, 1)):
            found |= attention(f"{here}.self_attn_query_query{one}", width, inner)
            found |= attention(f"{here}.cross_attn_query_text_query{one}_text", width, inner)
            found |= attention(f"{here}.cross_attn_query_query_query{one}_query{other}", width, inner)
            for each in range(1, 6):
                found |= norm(f"{here}.norm_query{one}_{each}", width)
            for each in (2, 3):
                found |= layers(f"{here}.mlp_query{one}_{each}", width, inner, width)
        for here, own in (
            (f"queries1_to_img_attn_layers.{number}", "self_attn_text_text_1"),
            (f"prompt_queries2_img_attn_layers.{number}", "self_attn_text_1"),
        ):
            found |= attention(f"{here}.{own}", width, inner) | norm(f"{here}.norm_text_1", width)
            found |= attention(f"{here}.cross_attn_img_text_1", width, inner)
            found |= norm(f"{here}.norm_img_1", width) | norm(f"{here}.norm_img_2", width)
            found |= layers(f"{here}.mlp_img_1", width, inner, width)
        found |= attention(f"{here}.self_attn_prompt_1", prompt, inner)
        found |= attention(f"{here}.cross_attn_prompt_text_1", prompt, inner, width)
        found |= attention(f"{here}.cross_attn_prompt_img_1", prompt, inner, width)
        for each in range(1, 6):
            found |= norm(f"{here}.norm_prompt_{each}", prompt)
        for each in (2, 3):
            found |= layers(f"{here}.mlp_prompt_{each}", prompt, inner, prompt)
    return {f"prompter.{key}": shape for key, shape in found.items()}


def batch_norm(name: str, width: int) -> Shapes:
    """Return a norm over the batch."""
    running: Shapes = {f"{name}.running_mean": (width,), f"{name}.running_var": (width,)}
    return norm(name, width) | running | {f"{name}.num_batches_tracked": ()}


def beit3(width: int, depth: int, places: int, patch: int, vocabulary: int) -> Shapes:
    """Return torchscale's BEiT-3."""
    found: Shapes = {
        "text_embed.weight": (vocabulary, width),
        "vision_embed.mask_token": (1, 1, width),
        "vision_embed.cls_token": (1, 1, width),
        **conv("vision_embed.proj", 3, width, patch),
        "encoder.embed_positions.A.weight": (places + 2, width),
        "encoder.embed_positions.B.weight": (1024, width),
    }
    for way in "AB":
        for here in (f"encoder.layers.{number}" for number in range(depth)):
            for part in ("k_proj", "v_proj", "q_proj", "out_proj"):
                found |= linear(f"{here}.self_attn.{part}.{way}", width, width)
            for part in ("self_attn.inner_attn_ln", "self_attn_layer_norm", "final_layer_norm"):
                found |= norm(f"{here}.{part}.{way}", width)
            found |= linear(f"{here}.ffn.{way}.fc1", width, 4 * width)
            found |= linear(f"{here}.ffn.{way}.fc2", 4 * width, width)
            found |= norm(f"{here}.ffn.{way}.ffn_layernorm", 4 * width)
        found |= norm(f"encoder.layer_norm.{way}", width)
    return found


def rs2_sam2(size: Sam2Size, width: int, depth: int, places: int, patch: int, vocabulary: int) -> Shapes:
    """Return EvfSamModel as RS2-SAM2 changed it."""
    found = {f"visual_model.{key}": shape for key, shape in sam2(size, adapters=True, memory=True).items()}
    found |= fused("visual_model.sam_mask_decoder.vlfusion_module.multihead_attn", size.width, 256)
    theirs = beit3(width, depth, places, patch, vocabulary)
    found |= {f"mm_extractor.beit3.{key}": shape for key, shape in theirs.items()}
    found |= linear("text_hidden_fcs.0.0", width, width) | linear("text_hidden_fcs.0.2", width, size.width)
    found |= linear("text_feat_linear", width, 256) | linear("meo_linear", width, 256)
    found |= linear("mask_linear", width, width) | linear("mask_product", width, 1)
    return found | linear("text2one_linear", 256, 1) | fused("vmtoken.multihead_attn", width, width)


def values(shapes: Shapes, device: str = "cpu") -> dict[str, Tensor]:
    """Return tensors of those shapes, random ones on a processor."""
    if device == "meta":
        return {key: torch.empty(shape, device="meta") for key, shape in shapes.items()}
    generator = torch.Generator().manual_seed(3)
    return {key: torch.randn(shape, generator=generator) * 0.05 for key, shape in shapes.items()}
