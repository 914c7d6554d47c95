"""FIANet: LAVT that hears the whole phrase, the words for the object and the words for its place apart.

Paper: Exploring Fine-Grained Image-Text Alignment for Referring Remote Sensing Image Segmentation, arXiv 2409.13637.
Code: https://github.com/Shaosifan/FIANet at 89a234a, no licence stated; none of its lines are here: written from a
description.
Keys: those of the authors' checkpoints, with three TMEM blocks (`fianet`, RRSIS-D) or one (`fianet_refsegrs`).
Our departures: those of LAVT; words are tagged by rules, not by NLTK's trained tagger, before the place is found in the
phrase (blocks/mentions.py says what that can change); what has no effect in the last stage, and an embedding that is
never applied, are loaded and skipped.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from ..text import load_tokenizer
from .base import Words
from .blocks.bert import BertSize, word_states
from .blocks.decoder import LavtDecoder
from .blocks.fusion import PixelWordAttention, TanhGate, WordAttention
from .blocks.mentions import REFSEGRS, RRSISD, object_words, place_words
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


Piece = tuple[str, list[int]]
"""A word, and where its pieces stand."""


def read_words(ids: Sequence[int]) -> list[Piece]:
    """Return the words of a phrase of BERT's piece `ids`, without its marks and padding."""
    tokenizer = load_tokenizer("bert-base-uncased")
    words: list[Piece] = []
    for at, number in enumerate(ids):
        piece = tokenizer.id_to_token(number) or ""
        if piece in ("", "[CLS]", "[SEP]", "[PAD]"):
            continue
        if piece.startswith("##") and words:
            before, places = words[-1]
            words[-1] = (before + piece[2:], [*places, at])
        else:
            words.append((piece, [at]))
    return words


def mark(ids: Tensor, mask: Tensor, find: Callable[[Sequence[str]], Sequence[bool]]) -> Tensor:
    """Return (B, L) of mask's type: 1 at the pieces of the words that `find` picks of each phrase's words."""
    marks = torch.zeros_like(mask)
    for row, numbers in enumerate((ids * mask).tolist()):
        words = read_words(numbers)
        picked = find([word for word, _ in words])
        marks[row, [at for (_, places), yes in zip(words, picked) if yes for at in places]] = 1
    return marks


class Fianet(SwinBertSegmenter):
    """FIANet; its Words hold phrase, object and place in a row: states (B, 3L, D), mask (B, 3L).

    Args:
        backbone, classifier, bert: As `SwinBertSegmenter`.
        names: The classes of the data set, which its phrases name.
    """

    def __init__(self, backbone: WordSwin, classifier: nn.Module, bert: BertSize, names: Sequence[str]) -> None:
        super().__init__(backbone, classifier, bert)
        self.names = tuple(names)

    def masks(self, ids: Tensor, mask: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return the masks (B, L) of phrase, object and place; what says nothing of a place is kept whole there."""
        things = mark(ids, mask, lambda words: object_words(words, self.names))
        places = mark(ids, mask, place_words)
        return mask, things, torch.where(places.any(1, keepdim=True), places, mask)

    def encode_text(self, ids: Tensor, mask: Tensor) -> Words:
        """Return BERT's states of the same pieces under three masks: all words, the object's, the place's."""
        masks = torch.cat(self.masks(ids, mask))
        states = word_states(self.text_encoder, ids.repeat(3, 1), masks)
        return Words(torch.cat(states.chunk(3), 1), torch.cat(masks.chunk(3), 1))


def _build(size: Literal["full", "test"], blocks: int, names: Sequence[str]) -> Fianet:
    swin, bert, hidden = measures(size)
    backbone = FianetSwin(swin, bert.width, blocks)
    initialise(backbone)
    return Fianet(backbone, LavtDecoder(swin.widths, hidden), bert, names)


def fianet(size: Literal["full", "test"]) -> Fianet:
    """Return FIANet with three TMEM blocks and the classes of RRSIS-D, or a small one of the same form."""
    return _build(size, 3, RRSISD)


def fianet_refsegrs(size: Literal["full", "test"]) -> Fianet:
    """Return FIANet with one TMEM block and the classes of RefSegRS, or a small one of the same form."""
    return _build(size, 1, REFSEGRS)
