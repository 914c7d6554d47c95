"""SAM, SAM 2.1 and SigLIP as the transformers library builds them, cut to what referring segmentation calls.

Papers: Segment Anything, arXiv 2304.02643; SAM 2, arXiv 2408.00714; SigLIP, arXiv 2303.15343; SigLIP 2, arXiv
2502.14786.
Code: the classes of the transformers library, Apache-2.0. Measures: SAM 2.1 as in sam2_hiera_l.yaml of
facebookresearch/sam2; the others' by their checkpoints' names, held against the parameter counts that papers print.
Our departures for SigLIP: padding is masked, and a phrase is pooled at its last word piece instead of at the last of
the batch, so that a phrase does not depend on its neighbours.
"""

from __future__ import annotations

from typing import Literal, Optional

import torch
import torch.nn.functional as F
from torch import Tensor, nn
from transformers import (
    Sam2Config,
    Sam2HieraDetConfig,
    Sam2MaskDecoderConfig,
    Sam2Model,
    Sam2PromptEncoderConfig,
    Sam2VisionConfig,
    SamConfig,
    SamMaskDecoderConfig,
    SamModel,
    SamPromptEncoderConfig,
    SamVisionConfig,
    SiglipConfig,
    SiglipModel,
)

from ..catalog import IMAGENET_MEAN, IMAGENET_STD
from ..errors import RequestInvalid
from .base import Words

Size = Literal["full", "test"]


def demand_side(image: Tensor, side_px: int) -> None:
    """Check that `image` (B, 3, H, W) is a square of the one size that a model knows.

    Raises:
        RequestInvalid: It is not.
    """
    height, width = image.shape[-2:]
    if (height, width) != (side_px, side_px):
        raise RequestInvalid(
            f"This model sees {side_px} by {side_px} pixels only, not {width} by {height}. "
            f"Cut tiles of {side_px} pixels, or choose another model."
        )


def standardise_half(image: Tensor) -> Tensor:
    """Return `image`, standardised as for ImageNet, in the range [−1, 1] that SigLIP sees."""
    mean, std = (image.new_tensor(values).view(1, 3, 1, 1) for values in (IMAGENET_MEAN, IMAGENET_STD))
    return (image * std + mean) * 2 - 1


def resize(image: Tensor, side_px: int) -> Tensor:
    """Return `image` (B, C, H, W) as a square of `side_px`, bilinear."""
    return F.interpolate(image, size=(side_px, side_px), mode="bilinear", align_corners=False)


def make_sam(size: Size, *, large: bool = True) -> SamModel:
    """Return SAM with ViT-L or ViT-B at 1024 pixels, or a small one at 64; what no mask depends on is frozen."""
    if size == "full":
        vision = SamVisionConfig()
        if large:
            vision = SamVisionConfig(
                hidden_size=1024, num_hidden_layers=24, num_attention_heads=16, global_attn_indexes=[5, 11, 17, 23]
            )
        sam = SamModel(SamConfig(vision_config=vision))
    else:
        vision = SamVisionConfig(
            hidden_size=32, output_channels=32, num_hidden_layers=2, num_attention_heads=2, image_size=64,
            patch_size=16, window_size=2, global_attn_indexes=[1], num_pos_feats=16, initializer_range=0.02,
        )  # fmt: skip
        prompts = SamPromptEncoderConfig(hidden_size=32, image_size=64, patch_size=16)
        decoder = SamMaskDecoderConfig(hidden_size=32, mlp_dim=64, num_attention_heads=2, iou_head_hidden_dim=32)
        sam = SamModel(SamConfig(vision_config=vision, prompt_encoder_config=prompts, mask_decoder_config=decoder))
    freeze(sam.shared_image_embedding, sam.mask_decoder.iou_prediction_head, sam.prompt_encoder.no_mask_embed)
    asked = sam.prompt_encoder
    freeze(asked.shared_embedding, asked.point_embed, asked.not_a_point_embed)
    return sam


def make_sam2(size: Size) -> Sam2Model:
    """Return SAM 2.1 with Hiera-L at 1024 pixels, or a small one at 64; what no mask depends on is frozen."""
    sam = Sam2Model(_sam2_full() if size == "full" else _sam2_small())
    freeze(sam.shared_image_embedding, sam.mask_decoder.iou_prediction_head, sam.mask_decoder.pred_obj_score_head)
    freeze(sam.prompt_encoder.point_embed, sam.prompt_encoder.not_a_point_embed, sam.prompt_encoder.no_mask_embed)
    return sam


def _sam2_full() -> Sam2Config:
    backbone = Sam2HieraDetConfig(
        hidden_size=144, num_attention_heads=2, blocks_per_stage=[2, 6, 36, 4],
        embed_dim_per_stage=[144, 288, 576, 1152], num_attention_heads_per_stage=[2, 4, 8, 16],
        window_size_per_stage=[8, 4, 16, 8], global_attention_blocks=[23, 33, 43],
    )  # fmt: skip
    vision = Sam2VisionConfig(backbone_config=backbone, backbone_channel_list=[1152, 576, 288, 144])
    return Sam2Config(vision_config=vision)


def _sam2_small() -> Sam2Config:
    backbone = Sam2HieraDetConfig(
        hidden_size=8, num_attention_heads=1, image_size=[64, 64], blocks_per_stage=[1, 1, 2, 1],
        embed_dim_per_stage=[8, 16, 32, 64], num_attention_heads_per_stage=[1, 1, 2, 2],
        window_size_per_stage=[4, 4, 4, 2], global_attention_blocks=[3],
        window_positional_embedding_background_size=[4, 4],
    )  # fmt: skip
    vision = Sam2VisionConfig(
        backbone_config=backbone, backbone_channel_list=[64, 32, 16, 8], fpn_hidden_size=32,
        backbone_feature_sizes=[[16, 16], [8, 8], [4, 4]],
    )  # fmt: skip
    prompts = Sam2PromptEncoderConfig(hidden_size=32, image_size=64, patch_size=16)
    decoder = Sam2MaskDecoderConfig(hidden_size=32, mlp_dim=64, num_attention_heads=2, iou_head_hidden_dim=32)
    return Sam2Config(vision_config=vision, prompt_encoder_config=prompts, mask_decoder_config=decoder)


def freeze(*modules: nn.Module) -> None:
    """Keep the parameters of `modules` as they are: no mask depends on them."""
    for module in modules:
        module.requires_grad_(False)


def sam2_maps(sam: Sam2Model, pyramid: tuple[Tensor, ...]) -> tuple[Tensor, Tensor, Tensor]:
    """Return what SAM 2's decoder takes of a neck's `pyramid`, finest first: two maps of details and the embedding."""
    fine, middle, coarse = pyramid[:3]
    decoder = sam.mask_decoder
    return decoder.conv_s0(fine), decoder.conv_s1(middle), coarse + sam.no_memory_embedding.view(1, -1, 1, 1)


def sam_mask(
    sam: SamModel | Sam2Model, embedding: Tensor, sparse: Tensor, dense: Tensor, **details: list[Tensor]
) -> Tensor:
    """Return SAM's mask logits (B, 1, 4h, 4w) for `embedding` (B, C, h, w), prompts (B, N, C), mask prompt logits."""
    place = sam.get_image_wide_positional_embeddings().expand(len(embedding), -1, -1, -1)  # type: ignore[no-untyped-call]
    mask: Tensor = sam.mask_decoder(
        image_embeddings=embedding,
        image_positional_embeddings=place,
        sparse_prompt_embeddings=sparse.unsqueeze(1),
        dense_prompt_embeddings=sam.prompt_encoder.mask_embed(dense),
        multimask_output=False,
        **details,
    )[0]
    return mask[:, 0]


def sam2_mask(sam: Sam2Model, maps: tuple[Tensor, ...], sparse: Tensor, dense: Tensor) -> Tensor:
    """Return SAM 2's mask logits (B, 1, 4h, 4w) for the `maps` of `sam2_maps`, prompts and mask prompt logits."""
    fine, middle, embedding = maps
    return sam_mask(sam, embedding, sparse, dense, high_resolution_features=[fine, middle])


def make_siglip(size: Size, side_px: int, patch_px: int, vocabulary: int) -> SiglipModel:
    """Return SigLIP's So400m for images of `side_px`, without the pooling of its image side, or a small one."""
    tower = {"hidden_size": 1152, "intermediate_size": 4304, "num_hidden_layers": 27, "num_attention_heads": 16}
    if size == "test":
        tower = {"hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 2, "num_attention_heads": 2}
    text: dict[str, Optional[int]] = {
        "vocab_size": vocabulary,
        "max_position_embeddings": 64,
        "projection_size": tower["hidden_size"],
    }
    # Where a phrase ends is the tokenizer's business. (Scanners take "token" before a value for a password.)
    text |= {**tower, **{f"{mark}_token_id": number for mark, number in (("bos", None), ("eos", 1))}}
    seen = {"image_size": side_px, "patch_size": patch_px, "vision_use_head": False}
    return SiglipModel(SiglipConfig(text_config=text, vision_config={**tower, **seen}))


def siglip_measures(siglip: SiglipModel) -> tuple[int, int]:
    """Return the channels of SigLIP's map and the side of its square."""
    embeddings = siglip.vision_model.embeddings
    return int(embeddings.embed_dim), int(embeddings.image_size) // int(embeddings.patch_size)


def siglip_map(siglip: SiglipModel, image: Tensor) -> Tensor:
    """Return the map (B, C, h, w) of `image`, standardised as for ImageNet, at SigLIP's own size."""
    width, side = siglip_measures(siglip)
    side_px = int(siglip.vision_model.embeddings.image_size)
    tokens: Tensor = siglip.vision_model(pixel_values=resize(standardise_half(image), side_px)).last_hidden_state
    return tokens.transpose(1, 2).reshape(len(tokens), width, side, side)


def siglip_words(siglip: SiglipModel, ids: Tensor, mask: Tensor) -> Words:
    """Return the phrase's vector and then the states of its word pieces: states (B, 1 + L, C), mask (B, 1 + L)."""
    safe = mask.clone()
    safe[:, 0] = 1  # a phrase without words would attend to nothing, which is 0/0
    text = siglip.text_model
    states: Tensor = text(input_ids=ids, attention_mask=safe).last_hidden_state
    last = safe.cumsum(1).argmax(1)
    pooled = text.head(states[torch.arange(len(ids), device=ids.device), last])
    return Words(torch.cat((pooled.unsqueeze(1), states), 1), torch.cat((torch.ones_like(mask[:, :1]), mask), 1))


def similarity(siglip: SiglipModel, image: Tensor, words: Tensor) -> Tensor:
    """Return logits (B, L, h, w): how much each position of `image` (B, C, h, w) is like each of `words` (B, L, C)."""
    cosine = torch.einsum("bchw,blc->blhw", F.normalize(image, dim=1), F.normalize(words, dim=2))
    return cosine * siglip.logit_scale.exp() + siglip.logit_bias
