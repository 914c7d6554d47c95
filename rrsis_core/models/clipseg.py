"""CLIPSeg: CLIP's image encoder, and a small decoder that the phrase's CLIP embedding steers; used without training.

Paper: Image Segmentation Using Text and Image Prompts, arXiv 2112.10003.
Code: the class of the transformers library, Apache-2.0. Keys: those of CIDAS/clipseg-rd64-refined.
Our departures: image, words and decoder are called apart, so that an image is kept for further phrases; the answer is
enlarged to the tile. It was trained on photographs: on imagery from above it is a baseline, not a recommendation.
"""

from __future__ import annotations

from typing import Literal, Optional

import torch
import torch.nn.functional as F
from torch import Tensor
from transformers import CLIPSegConfig, CLIPSegForImageSegmentation

from ..errors import RequestInvalid
from .base import Features, ReferringSegmenter, Words

PATCH_PX = 16
_SMALL: dict[str, int] = {"hidden_size": 32, "intermediate_size": 64, "num_attention_heads": 2, "num_hidden_layers": 3}


class ClipSeg(ReferringSegmenter):
    """CLIPSeg with its CLIP frozen, as published."""

    words_enter_late = True

    def __init__(self, config: CLIPSegConfig) -> None:
        super().__init__()
        whole = CLIPSegForImageSegmentation(config)
        self.layers: list[int] = list(whole.extract_layers)
        self.clip = whole.clip.requires_grad_(False)
        self.decoder = whole.decoder

    def encode_image(self, image: Tensor) -> Features:
        """Return the states of three layers, each (B, 1 + N, D).

        Raises:
            RequestInvalid: The image is not a square of whole patches.
        """
        height, width = image.shape[-2:]
        if height != width or height % PATCH_PX:
            raise RequestInvalid(
                f"This model sees squares whose side is a multiple of {PATCH_PX} pixels, not {height} by {width}."
            )
        states = self.clip.vision_model(pixel_values=image, interpolate_pos_encoding=True, output_hidden_states=True)
        return tuple(states.hidden_states[layer + 1] for layer in self.layers)

    def encode_text(self, ids: Tensor, mask: Tensor) -> Words:
        """Return one vector a phrase, (B, 1, D)."""
        embedding: Tensor = self.clip.get_text_features(input_ids=ids, attention_mask=mask).pooler_output
        return Words(embedding.unsqueeze(1), torch.ones_like(mask[:, :1]))

    def decode(self, features: Features, words: Words, place: Optional[Tensor] = None) -> Tensor:
        """Return logits (B, 1, H, W); `place` is not used."""
        logits: Tensor = self.decoder(features, words.states[:, 0]).logits
        side = round((features[0].shape[1] - 1) ** 0.5) * PATCH_PX
        return F.interpolate(logits.unsqueeze(1), size=(side, side), mode="bilinear", align_corners=False)


def clipseg(size: Literal["full", "test"]) -> ClipSeg:
    """Return CLIPSeg (ViT-B/16, decoder of 64 channels, refined), or a small one of the same form."""
    if size == "full":
        return ClipSeg(CLIPSegConfig(vision_config={"patch_size": PATCH_PX}, use_complex_transposed_convolution=True))
    return ClipSeg(
        CLIPSegConfig(
            text_config={**_SMALL, "vocab_size": 49408},
            vision_config={**_SMALL, "patch_size": PATCH_PX, "image_size": 64},
            projection_dim=24,
            reduce_dim=16,
            extract_layers=[0, 1, 2],
            decoder_num_attention_heads=2,
            decoder_intermediate_size=32,
            use_complex_transposed_convolution=True,
        )
    )
