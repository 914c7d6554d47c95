"""SAM 3: finds everything that a short phrase names; used without training.

Paper: SAM 3: Segment Anything with Concepts, arXiv 2511.16719.
Code: the class of the transformers library, Apache-2.0. Keys: those of transformers' Sam3Model, after `sam.`; the
weights are behind an agreement with their publisher and none were tried here.
Our departures: image, words and decoder are called apart; the masks of all finds become one probability, the largest
product of a find's score, the phrase's presence and its mask, instead of a list of finds above a threshold. It was
trained on photographs above all: on imagery from above it is a baseline, not a recommendation.
"""

from __future__ import annotations

from typing import Optional

import torch
from torch import Tensor
from transformers import Sam3Config, Sam3Model
from transformers.modeling_outputs import BaseModelOutputWithPooling
from transformers.models.sam3.modeling_sam3 import Sam3VisionEncoderOutput

from .base import Features, ReferringSegmenter, Words
from .foundation import Size, demand_side, freeze, resize, standardise_half

_SIDE_PX = {"full": 1008, "test": 64}


class Sam3(ReferringSegmenter):
    """SAM 3 behind the one face."""

    def __init__(self, size: Size) -> None:
        super().__init__()
        self.side_px = _SIDE_PX[size]
        self.sam = Sam3Model(Sam3Config() if size == "full" else _small())
        # boxes drawn by hand, which nobody draws here, and what no mask depends on or whose gradient SAM 3 cuts
        pixels = self.sam.mask_decoder.pixel_decoder
        freeze(self.sam.geometry_encoder, self.sam.vision_encoder.neck.fpn_layers[3], self.sam.detr_decoder.box_head)
        freeze(self.sam.text_encoder.text_projection, self.sam.mask_decoder.semantic_projection)
        freeze(pixels.conv_layers[-1], pixels.norms[-1])

    def encode_image(self, image: Tensor) -> Features:
        """Return the neck's three maps, finest first, and the places of the coarsest.

        Raises:
            RequestInvalid: The image has not the one size that SAM 3 knows.
        """
        demand_side(image, self.side_px)
        seen = self.sam.vision_encoder(standardise_half(image))
        return *seen.fpn_hidden_states[:3], seen.fpn_position_encoding[2]

    def encode_text(self, ids: Tensor, mask: Tensor) -> Words:
        """Return the projected states of the word pieces."""
        safe = mask.clone()
        safe[:, 0] = 1  # a phrase without words would attend to nothing, which is 0/0
        return Words(self.sam.get_text_features(input_ids=ids, attention_mask=safe).pooler_output, safe)

    def decode(self, features: Features, words: Words, place: Optional[Tensor] = None) -> Tensor:
        """Return logits (B, 1, H, W); `place` is not used."""
        *maps, where = features
        seen = Sam3VisionEncoderOutput(fpn_hidden_states=(*maps, maps[-1]), fpn_position_encoding=(where,) * 4)
        heard = BaseModelOutputWithPooling(pooler_output=words.states)
        found = self.sam(vision_embeds=seen, text_embeds=heard, attention_mask=words.mask)
        score = found.pred_logits.sigmoid() * found.presence_logits.sigmoid()
        probability = (found.pred_masks.float().sigmoid() * score.float()[:, :, None, None]).amax(1, keepdim=True)
        return resize(torch.logit(probability, eps=1e-6), self.side_px).to(maps[0].dtype)


def _small() -> Sam3Config:
    part = {"hidden_size": 32, "num_layers": 2, "num_attention_heads": 2, "intermediate_size": 64}
    backbone = {
        "hidden_size": 32, "intermediate_size": 64, "num_hidden_layers": 2, "num_attention_heads": 2, "image_size": 64,
        "patch_size": 16, "window_size": 2, "global_attn_indexes": [1], "pretrain_image_size": 32,
    }  # fmt: skip
    return Sam3Config(
        vision_config={
            "model_type": "sam3_vision_model", "backbone_config": {"model_type": "sam3_vit_model", **backbone},
            "fpn_hidden_size": 32, "backbone_feature_sizes": [[16, 16], [8, 8], [4, 4]],
        },
        text_config={
            "model_type": "clip_text_model", "vocab_size": 128, "hidden_size": 32, "intermediate_size": 64,
            "projection_dim": 32, "num_hidden_layers": 2, "num_attention_heads": 2, "max_position_embeddings": 32,
            **{f"{mark}_token_id": number for mark, number in (("bos", 0), ("eos", 2))},
        },
        geometry_encoder_config=part,
        detr_encoder_config=part,
        detr_decoder_config={**part, "num_queries": 5},
        mask_decoder_config={"hidden_size": 32, "num_attention_heads": 2, "num_upsampling_stages": 3},
    )  # fmt: skip


def sam3(size: Size) -> Sam3:
    """Return SAM 3 at 1008 pixels, or a small one of the same form."""
    return Sam3(size)
