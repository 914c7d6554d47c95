"""LGCE-tiny, the bundled model: an image pyramid without words, then words that steer a classifier for each place.

After: RRSIS: Referring Remote Sensing Image Segmentation, arXiv 2306.08625 (cross-scale enhancement led by words), and
LAVT, arXiv 2112.02244 (pixel-word attention); written from their descriptions. What is changed: the words come after
the pyramid, so that it can be kept and asked again; the cross-scale result takes part in the output; nothing is
normalised over the tile, so that the answer does not hang on where tiles fall; each pixel knows where it lies in the
area asked for. Backbone: ResNet-18-D, arXiv 1812.01187, with a narrower last stage, by timm, Apache-2.0.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Optional

import timm
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .base import Features, ReferringSegmenter, Words
from .blocks.minilm import MiniLm

FLAT, STEEP = 0.1, 4.0  # slopes above and below the threshold, where a calibrated line would cross it elsewhere
SURE = 0.2  # of probabilities' logits: 0.55, more likely right than not; a name is found only where one such is near:
_NEAR = 8  # places of stride 16
_DOUBT = 0.05  # below SURE, within this share of it, what is found fades
WINDOW = 13  # places of stride 32 in the window in which a thing is there or not: as large as most crops of training
SAYINGS = ("name", "place", "more")  # what a phrase says of things: what they are, also where, or anything else
FINE = 4  # the finest map holds 2 x 2 sub-pixels of stride 2 in each pixel of stride 4


@dataclass(frozen=True)
class TinyShape:
    """How large the parts of a model are.

    Args:
        backbone: timm name of a features_only network with strides 2, 4, 8, 16, 32.
        channels: Channels of a ResNet's four stages; empty: as its name says.
        width: Channels of the pyramid.
        pixel: Channels of a sub-pixel's vector, which a phrase's vector is compared with.
        vocabulary: Word pieces of the text side.
        text_width, text_heads, text_hidden, text_layers: Size of the text side.
        heads: Attention heads across scales.
        depth: Layers of attention across scales.
    """

    backbone: str = "resnet18d"
    channels: tuple[int, ...] = (64, 128, 256, 256)
    width: int = 96
    pixel: int = 48
    vocabulary: int = 27627
    text_width: int = 384
    text_heads: int = 12
    text_hidden: int = 1536
    text_layers: int = 6
    heads: int = 4
    depth: int = 2


SHAPES = {
    "full": TinyShape(),
    "test": TinyShape(
        backbone="test_efficientnet",
        channels=(),
        width=16,
        pixel=8,
        text_width=24,
        text_heads=2,
        text_hidden=32,
        text_layers=1,
        heads=2,
        depth=1,
    ),
}


class PixelNorm(nn.Module):
    """LayerNorm over the channels of each pixel by itself."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(width)

    def forward(self, x: Tensor) -> Tensor:
        """Return `x` (B, C, H, W), each pixel normalised."""
        normed: Tensor = self.norm(x.permute(0, 2, 3, 1))
        return normed.permute(0, 3, 1, 2)


class Smooth(nn.Module):
    """A depthwise and a pointwise convolution with BatchNorm, what the pyramid is smoothed with."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.layers = nn.Sequential(
            nn.Conv2d(width, width, 3, padding=1, groups=width, bias=False),
            nn.BatchNorm2d(width),
            nn.Conv2d(width, width, 1, bias=False),
            nn.BatchNorm2d(width),
            nn.ReLU(inplace=True),
        )

    def forward(self, x: Tensor) -> Tensor:
        """Return `x` (B, C, H, W), smoothed."""
        smoothed: Tensor = self.layers(x)
        return smoothed


class Pyramid(nn.Module):
    """The words-free side: image (B, 3, H, W) → sub-pixel vectors at stride 4 and maps at strides 8, 16 and 32."""

    def __init__(self, shape: TinyShape) -> None:
        super().__init__()
        wide: dict[str, Any] = {"channels": shape.channels} if shape.channels else {}
        self.backbone: nn.Module = timm.create_model(shape.backbone, features_only=True, pretrained=False, **wide)
        channels: list[int] = self.backbone.feature_info.channels()  # type: ignore[union-attr, operator]
        width = shape.width
        sides = [channels[1] + 4 * channels[0], *channels[2:5]]
        self.lateral = nn.ModuleList([nn.Conv2d(side, width, 1) for side in sides])
        self.smooth = nn.ModuleList([Smooth(width) for _ in sides])
        self.fine = nn.Conv2d(width, FINE * shape.pixel, 1)

    def forward(self, image: Tensor) -> Features:
        """Return (fine, map8, map16, map32); `image` has sides that are multiples of 32."""
        half, quarter, *coarse = self.backbone(image)
        maps = [torch.cat([quarter, F.pixel_unshuffle(half, 2)], dim=1), *coarse]
        maps = [lateral(each) for lateral, each in zip(self.lateral, maps)]
        for level in (2, 1, 0):
            maps[level] = maps[level] + F.interpolate(maps[level + 1], scale_factor=2.0, mode="nearest")
        maps = [smooth(each) for smooth, each in zip(self.smooth, maps)]
        return (self.fine(maps[0]), *maps[1:])


def place_planes(place: Optional[Tensor], batch: int, size: tuple[int, int], like: Tensor) -> Tensor:
    """Return (B, 8, h, w): where each pixel lies in the area asked for, and how large that area and a pixel are.

    What a tile sees beyond the area counts as its edge.

    Args:
        place: (B, 5) top, left, bottom, right as fractions of the area, metres a pixel; None: all of it.
        batch: B.
        size: (h, w).
        like: A tensor whose dtype and device the planes get.
    """
    if place is None:
        place = like.new_tensor([[0.0, 0.0, 1.0, 1.0, 0.3]]).expand(batch, 5)
    place = place.to(like)
    top, left, bottom, right, gsd = place[:, :, None, None].unbind(1)
    height, width = size
    steps_y = (torch.arange(height, device=like.device, dtype=like.dtype) + 0.5) / height
    steps_x = (torch.arange(width, device=like.device, dtype=like.dtype) + 0.5) / width
    y = (2 * (top + (bottom - top) * steps_y[None, :, None]) - 1).clamp(-1, 1).expand(batch, height, width)
    x = (2 * (left + (right - left) * steps_x[None, None, :]) - 1).clamp(-1, 1).expand(batch, height, width)
    share = torch.log2((bottom - top).clamp(1e-3, 1)).expand_as(y) / 4
    scale = torch.log2(gsd.clamp(min=1e-2) / 0.3).expand_as(y)
    return torch.stack([y, x, y * y, x * x, x * y, y.abs().maximum(x.abs()), share, scale], dim=1)


def attend(query: Tensor, key: Tensor, value: Tensor, keep: Tensor) -> Tensor:
    """Return what each query gathers from the values whose keys answer it; all (…, N, C), `keep` True where to look.

    Written out while it learns, since the fused kernel is three times slower backwards on processors.
    """
    if not torch.is_grad_enabled():
        return F.scaled_dot_product_attention(query, key, value, attn_mask=keep)
    scores = query @ key.transpose(-1, -2) / math.sqrt(query.shape[-1])
    weights = scores.float().masked_fill(~keep, -1e4).softmax(dim=-1)
    return weights.to(value.dtype) @ value


class PixelWord(nn.Module):
    """Pixel-word attention (PWAM): each pixel gathers what the phrase says about it."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.place = nn.Conv2d(8, width, 1)
        self.norm = PixelNorm(width)
        self.query = nn.Conv2d(width, width, 1)
        self.value = nn.Conv2d(width, width, 1)
        self.word_key = nn.Linear(width, width)
        self.word_value = nn.Linear(width, width)
        self.fuse = nn.Conv2d(width, width, 1)

    def forward(self, x: Tensor, planes: Tensor, words: Tensor, mask: Tensor) -> Tensor:
        """Return (B, C, h, w) from `x` (B, C, h, w), place `planes`, `words` (B, L, C) and their `mask` (B, L)."""
        batch, width, rows, cols = x.shape
        x = self.norm(x + self.place(planes))
        query = self.query(x).flatten(2).transpose(1, 2)
        keep = mask[:, None, :].bool()
        said = attend(query, self.word_key(words), self.word_value(words), keep)
        said = said.transpose(1, 2).reshape(batch, width, rows, cols)
        fused: Tensor = self.fuse(F.gelu(self.value(x)) * said)
        return F.gelu(fused) + x


class AcrossScales(nn.Module):
    """One layer of attention in which places of the map of stride 16, two by two, ask the words and the coarsest map.

    They ask it around themselves only, so that the answer does not hang on what else a tile holds: where each place
    asked the whole tile, one answer in ten to "cars" changed when tiles moved (train/LOG.md).

    Args:
        width: Channels.
        heads: Of the attention.
        reach: Distance of the eight places around, in pixels of stride 32.
    """

    def __init__(self, width: int, heads: int, reach: int) -> None:
        super().__init__()
        self.heads, self.reach = heads, reach
        self.norm = nn.LayerNorm(width)
        self.norm_context = nn.LayerNorm(width)
        self.query = nn.Linear(width, width)
        self.key_value = nn.Linear(width, 2 * width)
        self.out = nn.Linear(width, width)
        self.mix = nn.Conv2d(width, width, 3, padding=1, groups=width)
        self.norm_hidden = nn.LayerNorm(width)
        self.hidden = nn.Sequential(nn.Linear(width, 2 * width), nn.GELU(), nn.Linear(2 * width, width))

    def forward(self, x: Tensor, far: Tensor, words: Tensor, mask: Tensor) -> Tensor:
        """Return `x` (B, C, 2h, 2w) with what it gathered.

        Args:
            x: The map of stride 16.
            far: (B, C, h, w) of stride 32.
            words: (B, L, C).
            mask: (B, L), 1 where there is a word.
        """
        x = x + self.mix(x)
        tokens = F.avg_pool2d(x, 2).flatten(2).transpose(1, 2)
        head = (self.heads, x.shape[1] // self.heads)
        query = self.query(self.norm(tokens)).view(*tokens.shape[:2], *head) / math.sqrt(head[1])
        key, value = (each.reshape(*words.shape[:2], *head) for each in self._known(words))
        said = torch.einsum("bnhd,blhd->bnhl", query, key).float().masked_fill(~mask[:, None, None].bool(), -1e4)
        near, inside = self._around(apart(far, self.reach))
        keys, values = (each.reshape(*near.shape[:3], *head) for each in near.chunk(2, dim=3))
        seen = (query[:, :, None] * keys).sum(4).transpose(2, 3).float().masked_fill(~inside, -1e4)
        weights = torch.cat([said, seen], dim=3).softmax(dim=3).to(value.dtype)
        said, seen = weights[..., : said.shape[3]], weights[..., said.shape[3] :]
        found = torch.einsum("bnhl,blhd->bnhd", said, value) + (seen.transpose(2, 3)[..., None] * values).sum(2)
        x = x + F.interpolate(self.out(found.flatten(2)).transpose(1, 2).reshape(far.shape), scale_factor=2.0)
        tokens = x.flatten(2).transpose(1, 2)
        tokens = tokens + self.hidden(self.norm_hidden(tokens))
        back: Tensor = tokens.transpose(1, 2).reshape(x.shape)
        return back

    def _known(self, tokens: Tensor) -> tuple[Tensor, ...]:
        """Return keys and values of `tokens` (…, C), each (…, C)."""
        both: Tensor = self.key_value(self.norm_context(tokens))
        return both.chunk(2, dim=-1)

    def _around(self, far: Tensor) -> tuple[Tensor, Tensor]:
        """Return keys and values (B, N, 9, 2C) of nine places of `far` around each; (N, 1, 9) whether they exist."""
        both = torch.cat(self._known(far.permute(0, 2, 3, 1)), dim=3)
        reach, (rows, cols) = self.reach, far.shape[2:]
        framed = F.pad(both, (0, 0, reach, reach, reach, reach))
        inside = F.pad(torch.ones((rows, cols), dtype=torch.bool, device=far.device), (reach,) * 4)
        starts = [(row * reach, col * reach) for row in range(3) for col in range(3)]
        parts = [framed[:, row : row + rows, col : col + cols] for row, col in starts]
        there = [inside[row : row + rows, col : col + cols] for row, col in starts]
        return torch.stack(parts, dim=3).flatten(1, 2), torch.stack(there, dim=2).flatten(0, 1)[:, None]


def apart(far: Tensor, reach: int) -> Tensor:
    """Return the map `far` (B, C, h, w) as it is asked at a distance: smoothed, where places between are left out."""
    return far if reach == 1 else F.avg_pool2d(far, reach, 1, reach // 2, count_include_pad=False)


def around(middle: Tensor) -> tuple[Tensor, Tensor]:
    """Return largest and mean (B, C, h', w') in every window of 416 pixels of `middle` (B, C, h, w), of stride 16.

    Windows begin every 32 pixels and lie inside; a map that is smaller is one window. Whether a thing is there is asked
    of windows, not of the tile, or answers would change with where tiles fall.
    """
    found = []
    for pool in (F.max_pool2d, F.avg_pool2d):
        part = pool(middle, 2)
        rows, cols = (min(WINDOW, side) for side in part.shape[2:])
        found.append(pool(pool(part, (rows, 1), 1), (1, cols), 1))
    return found[0], found[1]


def everywhere(windows: Tensor, size: tuple[int, int]) -> Tensor:
    """Return (B, 1, h, w) of the `size` (h, w) at stride 8 of what is known of `windows` (B, h', w'), see `around`."""
    down, right = size[0] // 4 - windows.shape[1], size[1] // 4 - windows.shape[2]
    frame = (right // 2, right - right // 2, down // 2, down - down // 2)
    whole = F.pad(windows[:, None], frame, mode="replicate")
    return F.interpolate(whole, size=size, mode="bilinear", align_corners=False)


class Steering(nn.Module):
    """The words' side of the decoder: how the phrase's vector changes from place to place, and whether it is there."""

    def __init__(self, shape: TinyShape) -> None:
        super().__init__()
        width = shape.width
        self.words = nn.Sequential(nn.LayerNorm(shape.text_width), nn.Linear(shape.text_width, width))
        self.listen = nn.ModuleList([PixelWord(width) for _ in range(3)])
        self.scales = nn.ModuleList([AcrossScales(width, shape.heads, 1 + 2 * index) for index in range(shape.depth)])
        self.gate = nn.Conv2d(width, width, 1)
        self.near = nn.Conv2d(width, width, 3, padding=1, groups=width)
        self.norm = PixelNorm(width)
        self.hidden = nn.Conv2d(width, width, 1)
        self.change = nn.Conv2d(width, shape.pixel + 1, 1)
        self.presence = nn.Sequential(nn.Linear(3 * width, width), nn.GELU(), nn.Linear(width, 1))
        for last in (self.change, self.presence[2]):
            for parameter in last.parameters():
                nn.init.zeros_(parameter)

    def forward(self, maps: Features, words: Words, place: Optional[Tensor]) -> tuple[Tensor, Tensor]:
        """Return the change (B, pixel + 1, h, w) and the presence logits (B, 1, h, w), both at stride 8."""
        said, mask = self.words(words.states), words.mask
        heard = []
        for listen, each in zip(self.listen, maps):
            planes = place_planes(place, each.shape[0], (each.shape[2], each.shape[3]), each)
            heard.append(listen(each, planes, said, mask))
        near, middle, far = heard
        for layer in self.scales:
            middle = layer(middle, far, said, mask)
        wide = F.interpolate(middle, size=near.shape[2:], mode="bilinear", align_corners=False)
        near = near + torch.tanh(self.gate(near)) * wide + wide
        near = near + self.hidden(F.gelu(self.norm(self.near(near))))
        phrase = (said * mask[..., None]).sum(1) / mask.sum(1, keepdim=True).clamp(min=1)
        largest, mean = around(middle)
        about = torch.cat([largest, mean, phrase[:, :, None, None].expand_as(mean)], dim=1)
        presence = self.presence(about.permute(0, 2, 3, 1))[..., 0]
        return self.change(F.gelu(near)), everywhere(presence, (near.shape[2], near.shape[3]))


def present(logits: Tensor, presence: Tensor) -> Tensor:
    """Return `logits` (B, 1, 4h, 4w) less what they lose where the thing may not be there: `presence` (B, 1, h, w)."""
    lost = F.interpolate(F.logsigmoid(presence), scale_factor=2.0, mode="bilinear", align_corners=False)
    return logits + F.interpolate(lost, scale_factor=2.0, mode="nearest")


def firm(logits: Tensor, line: Tensor, share: Tensor) -> Tensor:
    """Return logits (B, 1, h, w), below zero where no place within 128 pixels reaches SURE.

    A mask that overlaps best takes in pixels that are less likely right than not. Around things they make outlines
    whole; by themselves they are most of what is found for a name where there is no such thing (train/LOG.md).

    Args:
        logits: Of masks at stride 2, whose sides are multiples of 8.
        line: (B, 2) of `certain`.
        share: (B,) how much of this is wanted, 0 to 1.
    """
    needed = ((SURE - line[:, 1]) / line[:, 0]).clamp(min=0)[:, None, None, None]
    peak = F.max_pool2d(F.avg_pool2d(logits, 4), 2)  # of places of 8 pixels, since single pixels are noise
    for size, rim in (((2 * _NEAR + 1, 1), (_NEAR, 0)), ((1, 2 * _NEAR + 1), (0, _NEAR))):
        peak = F.max_pool2d(peak, size, 1, rim)
    doubt = ((needed - peak) / (_DOUBT * needed + 1e-6)).clamp(0, 1) * needed * share[:, None, None, None]
    return logits - F.interpolate(doubt, scale_factor=8.0, mode="nearest")


def certain(logits: Tensor, certainty: Tensor) -> Tensor:
    """Return logits whose probabilities are right as often as they say, the sign of each kept.

    A mask that overlaps best takes in pixels that are less likely right than not: there probabilities are squeezed
    towards 0.5 from above, everywhere else they follow a line.

    Args:
        logits: Of masks, in float32.
        certainty: (2,) slope > 0 and shift <= 0 of the line; or (…, 2), lines that fit the logits' shape.
    """
    slope, shift = certainty.unbind(-1)
    return torch.maximum(logits * slope + shift, torch.minimum(logits * FLAT, logits * STEEP))


def mean_of(words: Words) -> Tensor:
    """Return (B, C), the mean of each phrase's word states."""
    mask = words.mask[..., None].to(words.states)
    return (words.states * mask).sum(1) / mask.sum(1).clamp(min=1)


def told_of(mean: Tensor, sayings: Tensor) -> Tensor:
    """Return (B, K) how surely phrases say each of SAYINGS, 1 in all.

    Args:
        mean: (B, C) of their words.
        sayings: (K, C + 1) of a linear classifier with bias.
    """
    return F.linear(mean.float(), sayings[:, :-1].float(), sayings[:, -1].float()).softmax(dim=1)


def named(told: Tensor) -> Tensor:
    """Return (B,) how surely phrases are names and nothing more, from `told` (B, K): 0 where that is in doubt."""
    return (10 * told[:, 0] - 8).clamp(0, 1)


class LgceTiny(ReferringSegmenter):
    """The whole model; see the module's first lines.

    `calibration` holds scale and bias of the mask's logit, and of the presence logit before it; `certainty` the line
    that `certain` needs for each of SAYINGS, between which `sayings` tells by the words' mean: what is found for a
    name is right more often than what is found for all that can be said besides. All are fitted after training.
    """

    words_enter_late = True
    arranged_by = "lgce_tiny_quick:quick_tiny"

    def __init__(self, shape: TinyShape) -> None:
        super().__init__()
        self.shape = shape
        self.pyramid = Pyramid(shape)
        self.text = MiniLm(shape.vocabulary, shape.text_width, shape.text_heads, shape.text_hidden, shape.text_layers)
        self.phrase = nn.Sequential(
            nn.LayerNorm(shape.text_width),
            nn.Linear(shape.text_width, 2 * shape.width),
            nn.GELU(),
            nn.Linear(2 * shape.width, shape.pixel + 1),
        )
        self.steering = Steering(shape)
        self.calibration: Tensor
        self.register_buffer("calibration", torch.tensor([1.0, 0.0, 1.0, 0.0]))
        self.certainty: Tensor
        self.register_buffer("certainty", torch.tensor([[1.0, 0.0]]).repeat(len(SAYINGS), 1))
        self.sayings: Tensor
        self.register_buffer("sayings", torch.zeros(len(SAYINGS), shape.text_width + 1))
        nn.init.constant_(list(self.phrase.parameters())[-1][-1:], -2.0)  # most pixels are not meant

    def encode_image(self, image: Tensor) -> Features:
        """Return (fine, map8, map16, map32) and a (B, 1, H, W)-shaped empty plane that remembers the size.

        `image` (B, 3, H, W) of any size is padded right and below to a multiple of 32 by repeating its edge.
        """
        height, width = image.shape[2:]
        down, right = -height % 32, -width % 32
        if down or right:
            image = F.pad(image, (0, right, 0, down), mode="replicate")
        size = image.new_zeros((image.shape[0], 0, height, width))
        return (*self.pyramid(image), size)

    def encode_text(self, ids: Tensor, mask: Tensor) -> Words:
        """Return the word states of token `ids` (B, L) with `mask` (B, L), columns of padding alone left out."""
        longest = max(1, int(mask.sum(1).max()))
        ids, mask = ids[:, :longest], mask[:, :longest]
        return Words(self.text(ids, mask), mask)

    def phrase_vector(self, words: Words) -> Tensor:
        """Return (B, pixel + 1): the vector that pixels are compared with, and a bias."""
        vector: Tensor = self.phrase(mean_of(words))
        return vector

    def dense(self, fine: Tensor, vectors: Tensor) -> Tensor:
        """Return logits (B, N, 2h, 2w) of N phrases from their `vectors` (N, pixel + 1) alone, without steering."""
        batch, _, rows, cols = fine.shape
        pixels = fine.view(batch, FINE, self.shape.pixel, rows * cols)
        logits = torch.einsum("nc,bscp->bnsp", vectors[:, :-1].to(pixels.dtype), pixels) / math.sqrt(self.shape.pixel)
        logits = logits.reshape(batch, -1, rows, cols)
        return F.pixel_shuffle(logits, 2) + vectors[None, :, -1, None, None]

    def steered(self, features: Features, words: Words, place: Optional[Tensor]) -> tuple[Tensor, Tensor]:
        """Return logits (B, 1, 4h, 4w) at stride 2 without presence, and presence logits (B, 1, h, w) at stride 8."""
        fine, *maps = features[:4]
        change, presence = self.steering((maps[0], maps[1], maps[2]), words, place)
        change = F.interpolate(change, size=fine.shape[2:], mode="bilinear", align_corners=False)
        vectors = self.phrase_vector(words)[:, :, None, None] + change
        batch, _, rows, cols = fine.shape
        pixels = fine.permute(0, 2, 3, 1).reshape(batch, rows, cols, FINE, self.shape.pixel)
        across = vectors.permute(0, 2, 3, 1).contiguous()
        logits = (pixels * across[..., None, :-1]).sum(4).permute(0, 3, 1, 2) / math.sqrt(self.shape.pixel)
        return F.pixel_shuffle(logits + vectors[:, -1:], 2), presence

    def decode(self, features: Features, words: Words, place: Optional[Tensor] = None) -> Tensor:
        """Return calibrated logits (B, 1, H, W)."""
        height, width = features[4].shape[2:]
        logits, presence = self.steered(features, words, place)
        scale, bias, presence_scale, presence_bias = self.calibration.unbind()
        logits = present(logits, presence * presence_scale + presence_bias).float() * scale + bias
        told = told_of(mean_of(words), self.sayings)
        line = told @ self.certainty.float()
        logits = firm(logits, line, named(told))
        logits = F.interpolate(logits, scale_factor=2.0, mode="bilinear", align_corners=False)[:, :, :height, :width]
        return certain(logits, line[:, None, None, None])

    def translate(self, state: dict[str, Tensor]) -> dict[str, Tensor]:
        """Return `state`, where it has one line of certainty for all phrases, with the same for each of SAYINGS."""
        line = state.get("certainty")
        if line is None or line.dim() != 1:
            return state
        return {**state, "certainty": line.expand_as(self.certainty).clone(), "sayings": torch.zeros_like(self.sayings)}


def lgce_tiny(size: str = "full") -> LgceTiny:
    """Build the model with random weights; `size` is "full", or "test" for one that fits a test's second."""
    return LgceTiny(SHAPES[size])
