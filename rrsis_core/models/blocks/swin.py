"""Swin Transformer whose stages meet the words, as LAVT and its descendants use it.

Paper: Swin Transformer, arXiv 2103.14030; the meeting: LAVT, arXiv 2112.02244.
Code: none of the authors' lines. Written by hand because timm rolls before it pads and torchvision drops the shift on
maps smaller than the window, and neither gives the logits of the published checkpoints.
Our departures: fused attention; linear layers by oneDNN (dense.py); the masks of shifted windows are kept between
calls; qkv and projection are not computed for positions that are only padding.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .dense import Dense, linear


@dataclass(frozen=True)
class SwinSize:
    """The measures of a Swin: width of the first stage, blocks and heads of each, side of the windows."""

    width: int = 128
    depths: tuple[int, ...] = (2, 2, 18, 2)
    heads: tuple[int, ...] = (4, 8, 16, 32)
    window: int = 12
    drop_path: float = 0.3

    @property
    def widths(self) -> tuple[int, ...]:
        """The channels of each stage."""
        return tuple(self.width << stage for stage in range(len(self.depths)))


SWIN_BASE = SwinSize()
SWIN_TEST = SwinSize(width=16, depths=(2, 2, 2, 2), heads=(1, 2, 2, 4), window=4, drop_path=0.1)


class DropPath(nn.Module):
    """In training, drops a residual branch of whole images at random and scales up the rest."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, branch: Tensor) -> Tensor:
        """Return `branch` (B, …), with some images zeroed in training."""
        if not self.training or self.rate == 0.0:
            return branch
        keep = branch.new_empty((branch.shape[0], *[1] * (branch.dim() - 1))).bernoulli_(1.0 - self.rate)
        return branch * keep / (1.0 - self.rate)


def relative_positions(side: int) -> Tensor:
    """Return (side², side²) int64: the row of the bias table for each pair of positions in a window, row-major."""
    axis = torch.arange(side)
    row, col = (grid.flatten() for grid in torch.meshgrid(axis, axis, indexing="ij"))
    down = row[:, None] - row[None, :] + side - 1
    right = col[:, None] - col[None, :] + side - 1
    return down * (2 * side - 1) + right


@lru_cache(maxsize=32)
def shift_mask(height: int, width: int, side: int, device: torch.device, dtype: torch.dtype) -> Tensor:
    """Return (windows, 1, side², side²): 0 within a region of a rolled map, −100 between regions.

    `height` and `width` are those of the padded map; regions are cut at −side and −side // 2 along both axes.
    """
    region = torch.zeros(height, width)
    cuts = (slice(0, -side), slice(-side, -(side // 2)), slice(-(side // 2), None))
    for number, (rows, cols) in enumerate((rows, cols) for rows in cuts for cols in cuts):
        region[rows, cols] = number
    of = to_windows(region[None, :, :, None], side).squeeze(-1)
    apart = of[:, None, :] != of[:, :, None]
    return apart.to(device=device, dtype=dtype).mul(-100.0).unsqueeze(1)


def to_windows(image: Tensor, side: int) -> Tensor:
    """Return windows (B·n, side², C) of `image` (B, H, W, C), whose sides are multiples of `side`, row-major."""
    batch, height, width, channels = image.shape
    cut = image.view(batch, height // side, side, width // side, side, channels)
    return cut.transpose(2, 3).reshape(-1, side * side, channels)


def from_windows(windows: Tensor, side: int, height: int, width: int) -> Tensor:
    """Return the image (B, height, width, C) that `windows` (B·n, side², C) were cut from."""
    channels = windows.shape[-1]
    cut = windows.view(-1, height // side, width // side, side, side, channels)
    return cut.transpose(2, 3).reshape(-1, height, width, channels)


class WindowAttention(nn.Module):
    """Multi-head self-attention within windows, with a learned bias for each relative position."""

    relative_position_index: Tensor

    def __init__(self, width: int, heads: int, side: int) -> None:
        super().__init__()
        self.heads, self.side = heads, side
        self.relative_position_bias_table = nn.Parameter(torch.empty((2 * side - 1) ** 2, heads))
        self.register_buffer("relative_position_index", relative_positions(side))
        self.qkv = Dense(width, 3 * width)
        self.proj = Dense(width, width)
        nn.init.trunc_normal_(self.relative_position_bias_table, std=0.02)

    def bias(self) -> Tensor:
        """Return (1, heads, side², side²)."""
        area = self.side * self.side
        table = self.relative_position_bias_table[self.relative_position_index.flatten()]
        return table.view(area, area, self.heads).permute(2, 0, 1).unsqueeze(0).contiguous()

    def forward(self, image: Tensor, shift: int) -> Tensor:
        """Return (B, H, W, C) for `image` (B, H, W, C), whose windows are shifted by `shift` positions.

        The map is padded with zeros to whole windows. Zeros become the bias of qkv, so that it is computed before the
        padding, and the projection is computed after the crop.
        """
        height, width = image.shape[1:3]
        down, right = -height % self.side, -width % self.side
        if down or right:
            flat = linear(image.flatten(0, 2), self.qkv.weight).view(*image.shape[:3], -1)
            qkv = F.pad(flat, (0, 0, 0, right, 0, down)) + self.qkv.bias
        else:
            qkv = self.qkv(image)
        tall, wide = height + down, width + right
        bias = self.bias()
        if shift:
            qkv = qkv.roll((-shift, -shift), (1, 2))
            bias = bias + shift_mask(tall, wide, self.side, image.device, image.dtype)
        mixed = from_windows(self._attend(to_windows(qkv, self.side), bias), self.side, tall, wide)
        if shift:
            mixed = mixed.roll((shift, shift), (1, 2))
        out: Tensor = self.proj(mixed[:, :height, :width])
        return out

    def _attend(self, windows: Tensor, bias: Tensor) -> Tensor:
        count, area, channels = windows.shape
        query, key, value = windows.view(count, area, 3, self.heads, channels // 3 // self.heads).permute(2, 0, 3, 1, 4)
        if bias.shape[0] > 1:
            bias = bias.repeat(count // bias.shape[0], 1, 1, 1)
        mixed = F.scaled_dot_product_attention(query, key, value, attn_mask=bias)
        return mixed.transpose(1, 2).reshape(count, area, channels // 3)


class FeedForward(nn.Module):
    """Linear, exact GELU, linear."""

    def __init__(self, width: int, inner: int) -> None:
        super().__init__()
        self.fc1 = Dense(width, inner)
        self.fc2 = Dense(inner, width)

    def forward(self, tokens: Tensor) -> Tensor:
        """Return (…, width) for `tokens` (…, width)."""
        out: Tensor = self.fc2(self.fc1.with_gelu(tokens))
        return out


class SwinBlock(nn.Module):
    """One block: attention within windows (shifted by half a window in odd blocks), then a feed-forward part.

    The map is padded with zeros AFTER the norm and BEFORE the roll, and odd blocks always roll, also where the map is
    smaller than the window.
    """

    def __init__(self, width: int, heads: int, side: int, shifted: bool, drop_path: float) -> None:
        super().__init__()
        self.shift = side // 2 if shifted else 0
        self.norm1 = nn.LayerNorm(width)
        self.attn = WindowAttention(width, heads, side)
        self.norm2 = nn.LayerNorm(width)
        self.mlp = FeedForward(width, 4 * width)
        self.drop_path = DropPath(drop_path)

    def forward(self, image: Tensor) -> Tensor:
        """Return (B, H, W, C) for `image` (B, H, W, C)."""
        image = image + self.drop_path(self.attn(self.norm1(image), self.shift))
        out: Tensor = image + self.drop_path(self.mlp(self.norm2(image)))
        return out


class PatchEmbedding(nn.Module):
    """4×4 pixels become one position; the image is padded with zeros at right and bottom to a multiple of 4."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.proj = nn.Conv2d(3, width, 4, 4)
        self.norm = nn.LayerNorm(width)

    def forward(self, image: Tensor) -> Tensor:
        """Return (B, ⌈H/4⌉, ⌈W/4⌉, width) for `image` (B, 3, H, W)."""
        height, width = image.shape[-2:]
        patches = self.proj(F.pad(image, (0, -width % 4, 0, -height % 4)))
        out: Tensor = self.norm(patches.permute(0, 2, 3, 1))
        return out


class PatchMerging(nn.Module):
    """2×2 positions become one of twice the width; odd sides are padded with zeros."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(4 * width)
        self.reduction = Dense(4 * width, 2 * width, bias=False)

    def forward(self, image: Tensor) -> Tensor:
        """Return (B, ⌈H/2⌉, ⌈W/2⌉, 2C) for `image` (B, H, W, C)."""
        height, width = image.shape[1:3]
        even = F.pad(image, (0, 0, 0, width % 2, 0, height % 2))
        # first down, then right: (even, even), (odd, even), (even, odd), (odd, odd)
        corners = [even[:, row::2, col::2] for col in (0, 1) for row in (0, 1)]
        out: Tensor = self.reduction(self.norm(torch.cat(corners, -1)))
        return out


class WordStage(nn.Module):
    """A stage of the Swin; subclasses say how its map meets the words.

    Args:
        size: Measures of the whole Swin.
        stage: Number of this stage, from 0.
    """

    def __init__(self, size: SwinSize, stage: int) -> None:
        super().__init__()
        width, before, total = size.widths[stage], sum(size.depths[:stage]), sum(size.depths)
        self.blocks = nn.Sequential(
            *(
                SwinBlock(
                    width,
                    size.heads[stage],
                    size.window,
                    shifted=block % 2 == 1,
                    drop_path=size.drop_path * (before + block) / max(total - 1, 1),
                )
                for block in range(size.depths[stage])
            )
        )
        self.last = stage == len(size.depths) - 1
        if not self.last:
            self.downsample = PatchMerging(width)

    def meet(self, image: Tensor, states: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Return what the words make of the map, and the map changed by it, for the next stage; both (B, H, W, C)."""
        raise NotImplementedError


class WordSwin(nn.Module):
    """The backbone: patch embedding and four stages, whose outputs are the normalised language-aware maps."""

    def __init__(self, size: SwinSize, stages: Sequence[WordStage]) -> None:
        super().__init__()
        self.patch_embed = PatchEmbedding(size.width)
        self.layers = nn.ModuleList(stages)
        for stage, width in enumerate(size.widths):
            self.add_module(f"norm{stage}", nn.LayerNorm(width))

    def before_words(self, image: Tensor) -> Tensor:
        """Return the map (B, ⌈H/4⌉, ⌈W/4⌉, width) after the blocks of the first stage, which know no words."""
        out: Tensor = cast("WordStage", self.layers[0]).blocks(self.patch_embed(image))
        return out

    def with_words(self, first: Tensor, states: Tensor, mask: Tensor) -> list[Tensor]:
        """Return the outputs (B, C, H, W) of the stages for the map of `before_words` and the words."""
        outputs, image = [], first
        for number, stage in enumerate(cast("Sequence[WordStage]", self.layers)):
            if number > 0:
                image = stage.blocks(image)
            heard, image = stage.meet(image, states, mask)
            outputs.append(self.get_submodule(f"norm{number}")(heard).permute(0, 3, 1, 2))
            if not stage.last:
                image = stage.downsample(image)
        return outputs


def initialise(backbone: nn.Module) -> None:
    """Give the linear layers of `backbone` truncated normal weights of deviation 0.02 and no bias, as the papers do."""
    for module in backbone.modules():
        if isinstance(module, nn.Linear):
            nn.init.trunc_normal_(module.weight, std=0.02)
            if module.bias is not None:
                nn.init.zeros_(module.bias)
