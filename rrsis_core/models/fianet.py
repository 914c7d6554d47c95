"""FIANet: LAVT that hears the whole phrase, the words for the object and the words for its place apart.

Paper: Exploring Fine-Grained Image-Text Alignment for Referring Remote Sensing Image Segmentation, arXiv 2409.13637.
Code: https://github.com/Shaosifan/FIANet at 89a234a, no licence stated; none of its lines are here: written from a
description.
Keys: those of the authors' checkpoints, with three TMEM blocks (`fianet`, RRSIS-D) or one (`fianet_refsegrs`).
Our departures: those of LAVT; how object and place are found in the phrase (blocks/mentions.py); what has no effect in
the last stage, and an embedding that is never applied, are loaded and skipped.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .base import Words
from .blocks.bert import word_states
from .blocks.decoder import LavtDecoder
from .blocks.fusion import PixelWordAttention, TanhGate, WordAttention
from .blocks.mentions import object_mask, place_mask
from .blocks.pyramid import SharedPyramid
from .blocks.swin import SwinSize, WordStage, WordSwin, initialise
from .lavt import SwinBertSegmenter, measures


class ObjectPositionAlignment(nn.Module):
    """OPAB: what the object words say, kept where the place words point."""

    def __init__(self, width: int, word_width: int) -> None:
        super().__init__()
        self.go_cross_attn = WordAttention(width, word_width)
        self.go_tanh_gating = TanhGate(width)
        self.go_embedding = nn.Linear(width, width, bias=False).requires_grad_(False)  # never applied
        self.sp_cross_attn = WordAttention(width, word_width)
        self.conv1 = nn.Conv2d(2, 1, 3, padding=1, bias=False)

    def forward(self, image: Tensor, states: Sequence[Tensor], masks: Sequence[Tensor]) -> Tensor:
        """Return (B, H, W, C) for `image` (B, H, W, C) and states and masks of the object and of the place."""
        tokens = image.flatten(1, 2)
        thing = self.go_tanh_gating(self.go_cross_attn(tokens, states[0], masks[0])).view_as(image)
        place = self.sp_cross_attn(tokens, states[1], masks[1]).view_as(image)
        seen = torch.stack((place.mean(-1), place.amax(-1)), 1)
        pointed: Tensor = torch.sigmoid(self.conv1(seen)).permute(0, 2, 3, 1)
        return torch.mul(thing, pointed)


class FianetStage(WordStage):
    """A stage whose map is changed by the whole phrase and by object and place, weighted by channel."""

    def __init__(self, size: SwinSize, stage: int, word_width: int) -> None:
        super().__init__(size, stage)
        width = size.widths[stage]
        self.fc1, self.fc2 = nn.Linear(width, width // 8), nn.Linear(width // 8, width)
        self.context_pixel_attn = PixelWordAttention(width, word_width)
        self.context_tanh_gate = TanhGate(width)
        self.object_position_align_blk = ObjectPositionAlignment(width, word_width)
        if self.last:
            for unused in (self.fc1, self.fc2, self.context_tanh_gate, self.object_position_align_blk):
                unused.requires_grad_(False)

    def meet(self, image: Tensor, states: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Return the map that heard the phrase, and the weighted sum for the next stage."""
        (phrase, *parts), (words, *marks) = states.chunk(3, 1), mask.chunk(3, 1)
        heard = self.context_pixel_attn(image.flatten(1, 2), phrase, words).view_as(image)
        if self.last:
            return heard, image
        weight = torch.sigmoid(self.fc2(F.relu(self.fc1(image.mean((1, 2))))))[:, None, None]
        aligned = self.object_position_align_blk(image, parts, marks)
        return heard, image + weight * (self.context_tanh_gate(heard) + aligned)


class TmemFeedForward(nn.Module):
    """Linear, GELU, linear, numbered as the authors' keys are."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.net = nn.Sequential(nn.Linear(width, 2 * width), nn.GELU(), nn.Identity(), nn.Linear(2 * width, width))

    def forward(self, tokens: Tensor) -> Tensor:
        """Return (B, N, C) for `tokens` (B, N, C)."""
        out: Tensor = self.net(tokens)
        return out


class TmemBlock(nn.Module):
    """Attention to the words and a feed-forward part, each after a norm and inside a residual."""

    def __init__(self, width: int, word_width: int) -> None:
        super().__init__()
        self.norm1 = nn.LayerNorm(width)
        self.tma = WordAttention(width, word_width)
        self.norm2 = nn.LayerNorm(width)
        self.ff = TmemFeedForward(width)

    def forward(self, shared: Tensor, states: Tensor, mask: Tensor) -> Tensor:
        """Return (B, C, h, w) for `shared` (B, C, h, w) and the words."""
        tokens = shared.flatten(2).transpose(1, 2)
        tokens = tokens + self.tma(self.norm1(tokens), states, mask)
        tokens = tokens + self.ff(self.norm2(tokens))
        out: Tensor = tokens.transpose(1, 2).reshape(shared.shape)
        return out


class FianetSwin(WordSwin):
    """The Swin with FIANet's stages and the text-aware multi-scale module TMEM over their outputs."""

    def __init__(self, size: SwinSize, word_width: int, blocks: int) -> None:
        super().__init__(size, [FianetStage(size, stage, word_width) for stage in range(len(size.depths))])
        width = sum(size.widths) // 4
        self.tmem = SharedPyramid(size.widths, [TmemBlock(width, word_width) for _ in range(blocks)])

    def with_words(self, first: Tensor, states: Tensor, mask: Tensor) -> list[Tensor]:
        """Return four maps (B, C, H, W); `states` and `mask` are those of phrase, object and place in a row."""
        maps = super().with_words(first, states, mask)
        injected: list[Tensor] = self.tmem(maps, states.chunk(3, 1)[0], mask.chunk(3, 1)[0])
        return injected


class Fianet(SwinBertSegmenter):
    """FIANet; its Words hold phrase, object and place in a row: states (B, 3L, D), mask (B, 3L)."""

    def encode_text(self, ids: Tensor, mask: Tensor) -> Words:
        """Return BERT's states of the same pieces under three masks: all words, the object's, the place's."""
        masks = torch.cat((mask, object_mask(ids, mask), place_mask(ids, mask)))
        states = word_states(self.text_encoder, ids.repeat(3, 1), masks)
        return Words(torch.cat(states.chunk(3), 1), torch.cat(masks.chunk(3), 1))


def _build(size: Literal["full", "test"], blocks: int) -> Fianet:
    swin, bert, hidden = measures(size)
    backbone = FianetSwin(swin, bert.width, blocks)
    initialise(backbone)
    return Fianet(backbone, LavtDecoder(swin.widths, hidden), bert)


def fianet(size: Literal["full", "test"]) -> Fianet:
    """Return FIANet with three TMEM blocks, as for RRSIS-D, or a small one of the same form."""
    return _build(size, 3)


def fianet_refsegrs(size: Literal["full", "test"]) -> Fianet:
    """Return FIANet with one TMEM block, as for RefSegRS, or a small one of the same form."""
    return _build(size, 1)
