"""LGCE: LAVT with language-guided cross-scale enhancement before the decoder, as released and as its paper has it.

Paper: RRSIS: Referring Remote Sensing Image Segmentation, arXiv 2306.08625.
Code: https://github.com/zhu-xlab/rrsis at d6d5ace (without the model), Apache-2.0 file, CC BY 4.0 in its README; none
of anybody's lines are here: written from a description.
Keys: those of checkpoints that the authors' code writes, in one-file form.
Our departures in `lgce`: those of LAVT; and the tensors without effect on the released model's logits (the cross-scale
fusion, whose result its caller drops, and two blocks that are built but not called) are loaded and skipped.
`lgce_full` is our reading of the paper, in which that fusion reaches the output at all four scales. What the paper
leaves open we chose: the fused language tokens of both branches are read back by every position of both maps; maps of
more than 900 positions are pooled before the attention, whose change is then interpolated.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .base import Words
from .blocks.decoder import LavtDecoder
from .blocks.vit import MultiScaleBlock, split_heads
from .lavt import SwinBertSegmenter, lavt_backbone, measures

POOLED_SIDE = 30
"""Side of the largest map over which `lgce_full` attends position by position: the third stage's at 480 pixels."""


class _Dead(nn.Module):
    """Tensors that checkpoints hold and no output depends on."""

    def __init__(self, *modules: nn.Module) -> None:
        super().__init__()
        for number, module in enumerate(modules):
            self.add_module(str(number), nn.ModuleDict({"proj": module}))
        self.requires_grad_(False)


class ScalePair(nn.Module):
    """A multi-scale block and the patch embeddings that are built with it but never called."""

    def __init__(self, widths: tuple[int, int], heads: tuple[int, int]) -> None:
        super().__init__()
        self.patch_embed = _Dead(nn.Conv2d(3, widths[0], 8, 8), nn.Conv2d(3, widths[1], 16, 16))
        self.msb = MultiScaleBlock(widths, heads)


class LgceHead(LavtDecoder):
    """The released head: in the two coarsest maps, positions and a language token attend to each other; then LAVT."""

    def __init__(self, widths: Sequence[int], hidden: int, word_width: int, heads: Sequence[int]) -> None:
        super().__init__(widths, hidden)
        self.lg_layer1, self.lg_layer2, self.lg_layer3, self.lg_layer4 = (nn.Linear(word_width, w) for w in widths)
        self.msb1 = ScalePair((widths[2], widths[3]), (heads[2], heads[3]))
        self.msb2 = ScalePair((widths[1], widths[2]), (heads[1], heads[2]))
        self.msb3 = ScalePair((widths[0], widths[1]), (heads[0], heads[1]))
        unused = (self.msb1.msb.projs, self.msb1.msb.fusion, self.msb1.msb.revert_projs)
        for dead in (self.lg_layer1, self.lg_layer2, self.msb2, self.msb3, *unused):
            dead.requires_grad_(False)

    def enhance(self, maps: Sequence[Tensor], guide: Tensor) -> list[Tensor]:
        """Return `maps`, the two coarsest after attention with the language token from `guide` (B, D)."""
        tokens = (self.lg_layer3(guide), self.lg_layer4(guide))
        return [*maps[:2], *map(_attend, maps[2:], tokens, self.msb1.msb.blocks)]


def _attend(image: Tensor, token: Tensor, blocks: nn.Module) -> Tensor:
    tokens = torch.cat((token.unsqueeze(1), image.flatten(2).transpose(1, 2)), 1)
    out: Tensor = blocks(tokens)[:, 1:]
    return out.transpose(1, 2).reshape(image.shape)


class Lgce(SwinBertSegmenter):
    """LGCE as released."""

    classifier: LgceHead

    def classify(self, maps: list[Tensor], words: Words) -> Tensor:
        """Return logits (B, 2, h, w); the guide is the mean of ALL word states, padding included, as released."""
        out: Tensor = self.classifier(self.classifier.enhance(maps, words.states.mean(1)))
        return out


class ReadBack(nn.Module):
    """Every position reads the two fused language tokens: a residual cross-attention with two keys."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.norm = nn.LayerNorm(width)
        self.norm_tokens = nn.LayerNorm(width)
        self.query = nn.Linear(width, width, bias=False)
        self.key = nn.Linear(width, width, bias=False)
        self.value = nn.Linear(width, width, bias=False)
        self.proj = nn.Linear(width, width)

    def forward(self, positions: Tensor, tokens: Tensor) -> Tensor:
        """Return (B, N, C) for `positions` (B, N, C) and the language `tokens` (B, 2, C)."""
        tokens = self.norm_tokens(tokens)
        query = split_heads(self.query(self.norm(positions)), self.heads)
        key, value = split_heads(self.key(tokens), self.heads), split_heads(self.value(tokens), self.heads)
        mixed = F.scaled_dot_product_attention(query, key, value).transpose(1, 2).flatten(2)
        out: Tensor = positions + self.proj(mixed)
        return out


class CrossScale(nn.Module):
    """Two neighbouring maps and the language token of each: attention within, exchange of tokens, reading back."""

    def __init__(self, widths: tuple[int, int], heads: tuple[int, int]) -> None:
        super().__init__()
        self.msb = MultiScaleBlock(widths, heads)
        self.own = nn.ModuleList(ReadBack(width, head) for width, head in zip(widths, heads))

    def forward(self, maps: Sequence[Tensor], tokens: Sequence[Tensor]) -> list[Tensor]:
        """Return the two `maps` (B, C, h, w) enhanced, given a language token (B, C) for each."""
        pooled = [_pool(image) for image in maps]
        branches = [
            blocks(torch.cat((token.unsqueeze(1), image.flatten(2).transpose(1, 2)), 1))
            for image, token, blocks in zip(pooled, tokens, self.msb.blocks)
        ]
        fused = self._exchange(branches)
        changed = [
            read(branch[:, 1:], both).transpose(1, 2).reshape(image.shape)
            for read, branch, both, image in zip(self.own, branches, fused, pooled)
        ]
        return [image + _like(new - old, image) for image, new, old in zip(maps, changed, pooled)]

    def _exchange(self, branches: Sequence[Tensor]) -> list[Tensor]:
        # after CrossViT: a token goes into the other branch's width, asks its positions, and comes back
        back = []
        for own, other in ((0, 1), (1, 0)):
            guest = self.msb.projs[own](branches[own][:, :1])
            answered = self.msb.fusion[own](torch.cat((guest, branches[other][:, 1:]), 1))
            back.append((self.msb.revert_projs[own](answered), answered))
        return [torch.cat((back[0][0], back[1][1]), 1), torch.cat((back[1][0], back[0][1]), 1)]


def _pool(image: Tensor) -> Tensor:
    side = (min(image.shape[-2], POOLED_SIDE), min(image.shape[-1], POOLED_SIDE))
    return F.adaptive_avg_pool2d(image, side) if side != tuple(image.shape[-2:]) else image


def _like(change: Tensor, image: Tensor) -> Tensor:
    if change.shape == image.shape:
        return change
    return F.interpolate(change, size=image.shape[-2:], mode="bilinear", align_corners=False)


class LgceFullHead(LavtDecoder):
    """Cross-scale enhancement of (3, 4), then (2, 3), then (1, 2), whose results reach LAVT's decoder."""

    def __init__(self, widths: Sequence[int], hidden: int, word_width: int, heads: Sequence[int]) -> None:
        super().__init__(widths, hidden)
        self.guides = nn.ModuleList(nn.Linear(word_width, width) for width in widths)
        self.pairs = nn.ModuleList(
            CrossScale((widths[fine], widths[fine + 1]), (heads[fine], heads[fine + 1])) for fine in range(3)
        )

    def enhance(self, maps: Sequence[Tensor], guide: Tensor) -> list[Tensor]:
        """Return `maps`, each after its meetings with its neighbours, given `guide` (B, D)."""
        enhanced = list(maps)
        tokens = [layer(guide) for layer in self.guides]
        for fine in (2, 1, 0):
            enhanced[fine : fine + 2] = self.pairs[fine](enhanced[fine : fine + 2], tokens[fine : fine + 2])
        return enhanced


class LgceFull(SwinBertSegmenter):
    """LGCE as we read its paper."""

    classifier: LgceFullHead

    def classify(self, maps: list[Tensor], words: Words) -> Tensor:
        """Return logits (B, 2, h, w); the guide is the mean of the states of real words."""
        present = words.mask.to(words.states.dtype).unsqueeze(-1)
        guide = (words.states * present).sum(1) / present.sum(1).clamp(min=1)
        out: Tensor = self.classifier(self.classifier.enhance(maps, guide))
        return out


def _heads(size: Literal["full", "test"]) -> tuple[int, ...]:
    return (2, 4, 8, 16) if size == "full" else (1, 2, 2, 4)


def lgce(size: Literal["full", "test"]) -> Lgce:
    """Return LGCE as released, with Swin-B and BERT-base, or a small one of the same form."""
    swin, bert, hidden = measures(size)
    return Lgce(lavt_backbone(swin, bert.width), LgceHead(swin.widths, hidden, bert.width, _heads(size)), bert)


def lgce_full(size: Literal["full", "test"]) -> LgceFull:
    """Return LGCE as we read its paper, with Swin-B and BERT-base, or a small one of the same form."""
    swin, bert, hidden = measures(size)
    return LgceFull(lavt_backbone(swin, bert.width), LgceFullHead(swin.widths, hidden, bert.width, _heads(size)), bert)
