"""RSRefSeg: SigLIP says where the words are on its own map, and that map prompts SAM.

Paper: RSRefSeg: Referring Remote Sensing Image Segmentation with Foundation Models, arXiv 2501.06809.
Code: https://github.com/KyanChen/RSRefSeg at c20e056, Apache-2.0; none of its lines are here: written from reading its
model and its configuration "l" (SigLIP So400m/14 at 384 pixels, SAM ViT-L, LoRA of rank 16 with dropout 0.1); "b" has
SAM's ViT-B.
Loss there: 5 · binary cross entropy at the size of the truth; AdamW 1e-4, 200 epochs.
Keys: ours; `translate` takes those of the authors' code (peft's around transformers' SigLIP and SAM, mmcv's around
convolutions; DeepSpeed's file under 'module'), read in the code: no such checkpoint was public to be tried.
Our departures: padding words are masked, and a phrase is pooled at its last piece (foundation.py); low-rank changes are
added into the weights of a model that only answers (blocks/lora.py); the mask is enlarged to the image.
Not known: whether SigLIP's temperature was trained (in the code it is frozen with its text side, so it is here).
"""

from __future__ import annotations

from typing import Optional

import torch
from torch import Tensor, nn

from .base import Features, ReferringSegmenter, Words
from .blocks.keys import Rule, renamed
from .blocks.lora import LowRank, merged
from .foundation import (
    Size,
    demand_side,
    make_sam,
    make_siglip,
    resize,
    sam_mask,
    siglip_map,
    siglip_measures,
    siglip_words,
    similarity,
)

TEXT_LAYERS = r"encoder\.layers\.\d+\.self_attn\.(q|k|v|out)_proj|head"
VISION_LAYERS = r"encoder\.layers\.\d+\.self_attn\.(q|k|v|out)_proj"
SIGLIP_RULES: tuple[Rule, ...] = (
    (r"^(data_preprocessor|decode_head)\.|embeddings\.position_ids$", None),
    (r"^clip_vision_encoder\.base_model\.model\.model\.head\.", None),  # its pooled image is not asked for
    (r"^clip_vision_encoder\.base_model\.model\.model\.", "siglip.vision_model."),
    (r"^clip_text_encoder\.base_model\.model\.model\.", "siglip.text_model."),
    (r"^clip_text_encoder\.base_model\.model\.(logit_(?:scale|bias))$", r"siglip.\1"),
)
_RULES: tuple[Rule, ...] = (
    *SIGLIP_RULES,
    (r"^backbone\.base_model\.model\.model\.", "sam.vision_encoder."),
    (r"^backbone\.base_model\.model\.shared_image_embedding\.", "sam.shared_image_embedding."),
    (r"^sam_(prompt_encoder|mask_decoder)\.model\.", r"sam.\1."),
    (r"^prompter_down_channel\.conv\.", "prompter.narrow.0."),
    (r"^prompter_down_channel\.bn\.", "prompter.narrow.1."),
    (r"^prompter_down_spatial\.2\.conv\.", "prompter.last."),
    (r"^prompter_down_spatial\.(\d+)\.conv\.", r"prompter.shrink.\1.0."),
    (r"^prompter_down_spatial\.(\d+)\.bn\.", r"prompter.shrink.\1.1."),
)
_SAM_LAYERS = r"layers\.\d+\.(attn\.(qkv|proj)|mlp\.lin[12])|neck\.conv[12]"


def _unit(width: int, out: int, side: int, stride: int) -> nn.Sequential:
    convolution = nn.Conv2d(width, out, side, stride, padding=side // 2, bias=False)
    return nn.Sequential(convolution, nn.BatchNorm2d(out), nn.GELU())


class Prompter(nn.Module):
    """AttnPrompter: the activated maps of SigLIP become a few prompts of SAM."""

    def __init__(self, width: int, prompt_width: int, steps: int = 2) -> None:
        super().__init__()
        self.narrow = _unit(3 * width, prompt_width, 1, 1)
        self.shrink = nn.Sequential(*(_unit(prompt_width, prompt_width, 3, 2) for _ in range(steps)))
        self.last = nn.Conv2d(prompt_width, prompt_width, 1)

    def forward(self, activated: Tensor, place: Tensor) -> Tensor:
        """Return prompts (B, N, C) for maps (B, 3·D, h, w) and the positions' embedding (1, C, h, w)."""
        prompts: Tensor = self.last(self.shrink(self.narrow(activated) + place))
        return prompts.flatten(2).transpose(1, 2)


class RsRefSeg(ReferringSegmenter):
    """RSRefSeg; its features are SAM's embedding and SigLIP's map, its words the phrase's vector and its pieces."""

    words_enter_late = True
    learns_by = "low_rank:adapt"
    low_rank = (
        LowRank("sam.vision_encoder", _SAM_LAYERS, 0.1),
        LowRank("siglip.vision_model", VISION_LAYERS, 0.1),
        LowRank("siglip.text_model", TEXT_LAYERS, 0.1),
    )

    def __init__(self, size: Size, *, large: bool) -> None:
        super().__init__()
        full = size == "full"
        self.sam = make_sam(size, large=large)
        self.siglip = make_siglip(size, *((384, 14, 32000) if full else (32, 4, 128)))
        self.prompter = Prompter(siglip_measures(self.siglip)[0], self.sam.prompt_encoder.hidden_size)
        self.siglip.logit_scale.requires_grad_(False)
        self.siglip.logit_bias.requires_grad_(False)

    def translate(self, state: dict[str, Tensor]) -> dict[str, Tensor]:
        """Return `state`, theirs or ours, by our keys, without low-rank changes beside their layers."""
        return merged(renamed(state, _RULES))

    def encode_image(self, image: Tensor) -> Features:
        """Return SAM's embedding (B, C, h, w) and SigLIP's map (B, D, h', w').

        Raises:
            RequestInvalid: The image has not the one size that SAM knows.
        """
        demand_side(image, self.sam.prompt_encoder.input_image_size)
        embedding: Tensor = self.sam.vision_encoder(pixel_values=image).last_hidden_state
        return embedding, siglip_map(self.siglip, image)

    def encode_text(self, ids: Tensor, mask: Tensor) -> Words:
        """Return the phrase's vector and the states of its pieces in a row."""
        return siglip_words(self.siglip, ids, mask)

    def decode(self, features: Features, words: Words, place: Optional[Tensor] = None) -> Tensor:
        """Return logits (B, 1, H, W); `place` is not used."""
        embedding, seen = features
        present = words.mask[:, 1:, None, None].to(seen.dtype)
        found = similarity(self.siglip, seen, words.states)
        whole = found[:, :1]
        # the mean over words of a·x is the mean of a, times x
        local = (found[:, 1:].sigmoid() * present).sum(1, keepdim=True) / present.sum(1, keepdim=True).clamp(min=1)
        activated = torch.cat((seen * (1 + local) / 2, seen * whole.sigmoid(), seen), 1)
        sparse = self.prompter(activated, self._place(seen.shape[-1], seen))
        dense = resize(whole, 4 * embedding.shape[-1])
        return resize(sam_mask(self.sam, embedding, sparse, dense), self.sam.prompt_encoder.input_image_size)

    def _place(self, side: int, like: Tensor) -> Tensor:
        axis = (torch.arange(side, device=like.device, dtype=like.dtype) + 0.5) / side
        rows, cols = torch.meshgrid(axis, axis, indexing="ij")
        embedded: Tensor = self.sam.shared_image_embedding(torch.stack((cols, rows), -1))
        return embedded.permute(2, 0, 1).unsqueeze(0).to(like.dtype)


def rsrefseg_b(size: Size) -> RsRefSeg:
    """Return RSRefSeg-b, with SAM's ViT-B, or a small one of the same form."""
    return RsRefSeg(size, large=False)


def rsrefseg_l(size: Size) -> RsRefSeg:
    """Return RSRefSeg-l, with SAM's ViT-L, or a small one of the same form."""
    return RsRefSeg(size, large=True)
