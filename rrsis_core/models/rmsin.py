"""RMSIN: LAVT with a visual branch, a cross-scale module over all stages, and rotated convolutions in the decoder.

Paper: Rotated Multi-Scale Interaction Network for Referring Remote Sensing Image Segmentation, arXiv 2312.12470.
Code: https://github.com/Lsan2401/RMSIN at b4a9b27, no licence stated; none of its lines are here: written from a
description. RemoteSAM (https://github.com/1e12Leon/RemoteSAM at 5b72655, no licence in its repository) is the same
model at 896 pixels, trained on far more data.
Keys: those of the authors' checkpoints.
Our departures: those of LAVT; the visual branch does not fold maps into squares; what has no effect in the last stage
(both gates and its visual branch) is loaded and skipped.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from ..errors import RequestInvalid
from .base import Features
from .blocks.decoder import LavtDecoder
from .blocks.fusion import PixelWordAttention, TanhGate
from .blocks.pyramid import SharedPyramid
from .blocks.rotated import RotatedConvolution
from .blocks.swin import SwinSize, WordStage, WordSwin, initialise
from .blocks.visual import VisualResidual
from .lavt import SwinBertSegmenter, measures


class RmsinStage(WordStage):
    """A stage whose map is changed by the words and by its own visual branch, each through a gate."""

    def __init__(self, size: SwinSize, stage: int, fusion: nn.Module) -> None:
        super().__init__(size, stage)
        width = size.widths[stage]
        self.fusion = fusion
        self.res_gate = TanhGate(width)
        self.visual_gate = TanhGate(width)
        self.visual_residual = VisualResidual()
        for unused in (self.res_gate, self.visual_gate, self.visual_residual):
            unused.requires_grad_(not self.last)

    def meet(self, image: Tensor, states: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Return the map that heard the words, and the gated sum for the next stage."""
        heard = self.fusion(image.flatten(1, 2), states, mask).view_as(image)
        if self.last:
            return heard, image
        return heard, image + self.res_gate(heard) + self.visual_gate(self.visual_residual(image))


class _Residual(nn.Module):
    """x + m(x)."""

    def __init__(self, inner: nn.Module) -> None:
        super().__init__()
        self.m = inner

    def forward(self, image: Tensor) -> Tensor:
        return torch.add(image, self.m(image))


class MapFeedForward(nn.Module):
    """BN, 1×1 to twice the width, BN, 3×3 by pairs of channels, ReLU6, 1×1 back."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.bn1 = nn.BatchNorm2d(width)
        self.conv1 = nn.Conv2d(width, 2 * width, 1)
        self.bn2 = nn.BatchNorm2d(2 * width)
        self.conv2 = nn.Conv2d(2 * width, 2 * width, 3, padding=1, groups=width)
        self.conv3 = nn.Conv2d(2 * width, width, 1)

    def forward(self, image: Tensor) -> Tensor:
        """Return (B, C, h, w) for `image` (B, C, h, w)."""
        out: Tensor = self.conv3(F.relu6(self.conv2(self.bn2(self.conv1(self.bn1(image))))))
        return out


class IntraScale(nn.Module):
    """A feed-forward part for the channels of each stage on their own, each inside a residual."""

    def __init__(self, widths: Sequence[int]) -> None:
        super().__init__()
        self.widths = list(widths)
        self.ff1, self.ff2, self.ff3, self.ff4 = (_Residual(MapFeedForward(width)) for width in widths)

    def forward(self, image: Tensor) -> Tensor:
        """Return (B, C, h, w) for `image` (B, C, h, w), whose channels are those of the stages in a row."""
        parts = torch.split(image, self.widths, 1)
        return torch.cat([ff(part) for ff, part in zip((self.ff1, self.ff2, self.ff3, self.ff4), parts)], 1)


class _TokenProjection(nn.Module):
    """Linear without bias and a BN over batch and tokens."""

    def __init__(self, width: int, out: int) -> None:
        super().__init__()
        self.c = nn.Linear(width, out, bias=False)
        self.bn = nn.BatchNorm1d(out)

    def forward(self, tokens: Tensor) -> Tensor:
        out: Tensor = self.bn(self.c(tokens).transpose(1, 2)).transpose(1, 2)
        return out


class PooledAttention(nn.Module):
    """Attention over the positions of three scales, answered at the finest, with a depthwise convolution in parallel.

    Args:
        width: Channels.
        side: Of the finest map; fixed by the weights of `proj`.
        tokens: Positions of all three maps.
        heads, key: Number of heads and width of their queries and keys; values are twice as wide.
    """

    def __init__(self, width: int, side: int, tokens: int, heads: int, key: int) -> None:
        super().__init__()
        self.side, self.heads, self.key = side, heads, key
        inner = heads * 2 * key
        self.qkv = _TokenProjection(width, heads * 4 * key)
        self.proj = nn.Linear(tokens, side * side)
        self.parallel_conv = nn.Sequential(nn.Hardswish(), nn.Conv2d(inner, inner, 3, padding=1, groups=inner))
        self.to_out = nn.Linear(inner, width)

    def forward(self, tokens: Tensor) -> Tensor:
        """Return (B, width, side, side) for `tokens` (B, N, width)."""
        batch, count, width = tokens.shape
        area, inner = self.side * self.side, self.heads * 2 * self.key
        per_head = self.qkv(tokens).reshape(batch, count, self.heads, 4 * self.key).transpose(1, 2)
        query, key, value = per_head.split([self.key, self.key, 2 * self.key], -1)
        mixed = F.scaled_dot_product_attention(query, key, value)
        # both memories are READ in another shape, not transposed: so the authors' weights were trained
        answer = self.proj(mixed.transpose(1, 2).reshape(batch, inner, count))
        local = self.parallel_conv(value[:, :, :area].reshape(batch, inner, self.side, self.side)).flatten(2)
        out: Tensor = self.to_out((answer + local).transpose(1, 2))
        return out.transpose(1, 2).reshape(batch, width, self.side, self.side)


class CrossScaleAttention(nn.Module):
    """CSA: the map and two coarser copies of it attend to each other."""

    def __init__(self, width: int, side: int, heads: int, key: int) -> None:
        super().__init__()
        self.bn1 = nn.BatchNorm2d(width)
        self.DWConv1 = nn.Sequential(nn.Conv2d(width, width, 3, 2, 1, groups=width), nn.BatchNorm2d(width))
        self.DWConv2 = nn.Sequential(nn.Conv2d(width, width, 5, 3, 2, groups=width), nn.BatchNorm2d(width))
        tokens = side**2 + ((side - 1) // 2 + 1) ** 2 + ((side - 1) // 3 + 1) ** 2
        self.attention = PooledAttention(width, side, tokens, heads, key)
        self.bn4 = nn.BatchNorm2d(width)
        self.conv = nn.Conv2d(width, width, 1)

    def forward(self, image: Tensor) -> Tensor:
        """Return (B, C, side, side) for `image` (B, C, side, side)."""
        fine = self.bn1(image)
        tokens = torch.cat([scale.flatten(2) for scale in (fine, self.DWConv1(fine), self.DWConv2(fine))], 2)
        out: Tensor = self.conv(F.hardswish(self.bn4(self.attention(tokens.transpose(1, 2)))))
        return out


class CimBlock(nn.Sequential):
    """Cross-scale attention, the stages' own parts, cross-scale attention, a feed-forward part; each in a residual."""

    def __init__(self, widths: Sequence[int], side: int, heads: int, key: int) -> None:
        super().__init__()
        width = sum(widths)
        self.csa1 = _Residual(CrossScaleAttention(width, side, heads, key))
        self.intra_ff = _Residual(IntraScale(widths))
        self.csa2 = _Residual(CrossScaleAttention(width, side, heads, key))
        self.ff = _Residual(MapFeedForward(width))


class RmsinSwin(WordSwin):
    """The Swin with RMSIN's stages and the cross-scale module CIM over their outputs."""

    def __init__(self, size: SwinSize, stages: Sequence[WordStage], side: int, heads: int, key: int) -> None:
        super().__init__(size, stages)
        quarters = [width // 4 for width in size.widths]
        self.cim = SharedPyramid(size.widths, [CimBlock(quarters, side, heads, key)])

    def with_words(self, first: Tensor, states: Tensor, mask: Tensor) -> list[Tensor]:
        """Return four maps (B, C, H, W)."""
        maps: list[Tensor] = self.cim(super().with_words(first, states, mask))
        return maps


class Rmsin(SwinBertSegmenter):
    """RMSIN for square tiles of one size.

    Args:
        side: Of the coarsest map: the tile's side over 32.
        rest: As for SwinBertSegmenter.
    """

    side: int = 15

    def encode_image(self, image: Tensor) -> Features:
        """Return the image and the map of the first stage's blocks.

        Raises:
            RequestInvalid: The image has not the one size that this model knows.
        """
        height, width = image.shape[-2:]
        if {-(-height // 4), -(-width // 4)} != {8 * self.side}:
            right = 32 * self.side
            raise RequestInvalid(
                f"This model sees squares of {right} pixels, not {height} by {width}. Use tiles of {right} pixels.",
                tile_px=right,
            )
        return super().encode_image(image)


def _build(size: Literal["full", "test"], side: int) -> Rmsin:
    swin, bert, hidden = measures(size)
    heads, key = (8, 32) if size == "full" else (2, 4)
    stages = [RmsinStage(swin, stage, PixelWordAttention(width, bert.width)) for stage, width in enumerate(swin.widths)]
    backbone = RmsinSwin(swin, stages, side, heads, key)
    initialise(backbone)
    model = Rmsin(backbone, LavtDecoder(swin.widths, hidden, RotatedConvolution), bert)
    model.side = side
    return model


def rmsin(size: Literal["full", "test"]) -> Rmsin:
    """Return RMSIN for tiles of 480 pixels, or a small one for tiles of 64."""
    return _build(size, 15 if size == "full" else 2)


def remotesam(size: Literal["full", "test"]) -> Rmsin:
    """Return RemoteSAM, which is RMSIN for tiles of 896 pixels, or a small one for tiles of 64."""
    return _build(size, 28 if size == "full" else 2)
