"""LGCE-tiny arranged for asking on a processor: the same function, each thing computed once, by oneDNN's routines.

What does not hang on the words is computed once a tile, what does not hang on the tile once a phrase: a pixel's query
meets a word's key as the pixel meets the key led back through the query's weights. Maps lie in memory pixel by pixel,
so that 1 × 1 convolutions are plain products. Constants are folded into the weights before them, and what is linear is
done before images grow.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Optional, Union, cast
from weakref import WeakKeyDictionary

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from .base import Features, ReferringSegmenter, Unwanted, Words, never
from .blocks.dense import linear, packed
from .blocks.fused import FusedConv, fused, fused_conv, is_available
from .lgce_tiny import (
    FINE,
    FLAT,
    STEEP,
    AcrossScales,
    LgceTiny,
    PixelWord,
    Pyramid,
    apart,
    around,
    everywhere,
    firm,
    named,
    told_of,
)

_SAFE_SUM = 1e30  # sums of a pixel's weights below this, and above one by this, have lost nothing
_PIECE_VALUES = 2**21  # of products that lie in memory at a time
Size = tuple[int, int]
Line = tuple[float, float]


@dataclass(frozen=True)
class _Phrase:
    """What is known of a phrase of L word pieces before any tile.

    Args:
        keys: For each map (L, C) and (L,): what a pixel is multiplied with, and added, to get its words' scores, whose
            weights are powers of two.
        values: For each map (C, L): what it gathers.
        contexts: For each layer across scales what queries are compared with, and what they gather.
        vector: (pixel + 1,) what pixels are compared with, and a bias, both scaled.
        presence: (C,) what its words bring to the question whether it is there.
        certainty: Slope and shift of the line that its probabilities follow.
        named: How surely it is a name and nothing more, 0 to 1.
    """

    keys: list[tuple[Tensor, Tensor]]
    values: list[Tensor]
    contexts: list[tuple[Tensor, Tensor]]
    vector: Tensor
    presence: Tensor
    certainty: Line
    named: float


@dataclass(frozen=True)
class _Map:
    """A map as any phrase finds it: `pixels` (h · w, C) normalised with their place, and their `gates`."""

    pixels: Tensor
    gates: Tensor
    size: Size


class _Dense:
    """A linear layer or 1 × 1 convolution."""

    def __init__(self, layer: Union[nn.Linear, nn.Conv2d], dtype: torch.dtype, scale: float = 1.0) -> None:
        self.weight = (layer.weight.detach().flatten(1) * scale).to(dtype).contiguous()
        self.bias = (_bias(layer) * scale).to(dtype)

    def __call__(self, values: Tensor, kind: str = "none") -> Tensor:
        """Return (…, out) for `values` (…, in) through `kind`: "none", "gelu", "sigmoid"."""
        form = "none" if kind == "gelu" else ""
        out: Tensor = torch.ops.mkldnn._linear_pointwise(values, self.weight, self.bias, kind, [], form)
        return out

    def plus(self, values: Tensor, other: Tensor) -> Tensor:
        """Return `other` (…, out) and what the layer gives for `values` (…, in)."""
        out: Tensor = torch.ops.mkldnn._linear_pointwise.binary(values, other, self.weight, self.bias, "add")
        return out


class _Norm:
    """LayerNorm over the last dimension."""

    def __init__(self, norm: nn.LayerNorm, dtype: torch.dtype) -> None:
        self.weight, self.bias = norm.weight.detach().to(dtype), norm.bias.detach().to(dtype)
        self.eps = norm.eps

    def __call__(self, values: Tensor) -> Tensor:
        """Return `values` (…, C), normalised."""
        return F.layer_norm(values, self.weight.shape, self.weight, self.bias, self.eps)


class _Image:
    """The pyramid; see Pyramid."""

    def __init__(self, pyramid: Pyramid, dtype: torch.dtype) -> None:
        self.dtype = dtype
        self.backbone = fused(pyramid.backbone, dtype)
        first, *rest = (_conv(layer) for layer in pyramid.lateral)
        channels: list[int] = pyramid.backbone.feature_info.channels()  # type: ignore[union-attr, operator]
        quarter, half = first.weight[:, : channels[1]], first.weight[:, channels[1] :]
        self.quarter = FusedConv(quarter.to(dtype), first.bias, first)
        # A pixel of stride 4 beside its four of stride 2 is a convolution of these in steps of two.
        self.half = FusedConv(half.reshape(len(half), -1, 2, 2).to(dtype), None, nn.Conv2d(1, 1, 2, stride=2))
        self.lateral = [fused_conv(conv, dtype) for conv in rest]
        self.smooth = [fused(layer, dtype) for layer in pyramid.smooth]
        parts = zip(pyramid.fine.weight.chunk(FINE), _bias(pyramid.fine).chunk(FINE))
        self.fine = [FusedConv(weight.to(dtype), bias, pyramid.fine) for weight, bias in parts]

    def __call__(self, image: Tensor) -> Features:
        """Return (fine, map8, map16, map32) of `image` (B, 3, H, W) with sides that are multiples of 32.

        `fine` is (B, 4, h, w, pixel), the four sub-pixels one after the other; the maps are (B, h, w, C).
        """
        half, quarter, *coarse = self.backbone(image.to(self.dtype, memory_format=torch.channels_last))
        maps = [self.lateral[2](coarse[2])]
        for lateral, each in zip(self.lateral[1::-1], coarse[1::-1]):
            maps.insert(0, lateral(each, _twice(maps[0])))
        maps.insert(0, self.half(half, self.quarter(quarter, _twice(maps[0]))))
        maps = [smooth(each) for smooth, each in zip(self.smooth, maps)]
        fine = torch.stack([part(maps[0]).permute(0, 2, 3, 1) for part in self.fine], dim=1)
        return (fine, *(each.permute(0, 2, 3, 1).contiguous() for each in maps[1:]))


class _Listen:
    """Pixel-word attention at one scale; see PixelWord."""

    def __init__(self, layer: PixelWord, dtype: torch.dtype) -> None:
        self.query, self.word_key, self.word_value = layer.query, layer.word_key, layer.word_value
        self.place, self.norm = _Dense(layer.place, dtype), _Norm(layer.norm.norm, dtype)
        self.value, self.fuse = _Dense(layer.value, dtype), _Dense(layer.fuse, dtype)

    def placed(self, x: Tensor, place: Optional[Tensor]) -> Tensor:
        """Return (h · w, C): the map `x` (h, w, C), normalised with its place."""
        rows, cols, width = x.shape
        planes = _planes(place, (rows, cols)).to(x.dtype)
        return self.norm(self.place.plus(planes, x.reshape(-1, width)))

    def ready(self, pixels: Tensor, size: Size) -> _Map:
        """Return the map `pixels` (h · w, C) that `placed` gave as any phrase finds it."""
        return _Map(pixels, self.value(pixels, "gelu"), size)

    def words(self, said: Tensor, dtype: torch.dtype) -> tuple[tuple[Tensor, Tensor], Tensor]:
        """Return keys and values of _Phrase of the words `said` (L, C) for this map."""
        key = self.word_key(said) * (math.log2(math.e) / math.sqrt(said.shape[1]))
        led, bias = key @ self.query.weight.flatten(1), key @ _bias(self.query)
        return (led.to(dtype), bias.to(dtype)), self.word_value(said).t().to(dtype).contiguous()

    def hear(self, ready: _Map, keys: tuple[Tensor, Tensor], values: Tensor) -> Tensor:
        """Return (h · w, C): what each pixel makes of the phrase."""
        weights = _shares(linear(ready.pixels, *keys), 1)
        gathered = torch.ops.mkldnn._linear_pointwise.binary(weights, ready.gates, values, None, "mul")
        return self.fuse(gathered, "gelu").add_(ready.pixels)


class _Across:
    """One layer of attention across scales; see AcrossScales.

    All heads are asked at once: products of whole vectors are summed head by head by a product with zeros and ones.
    """

    def __init__(self, layer: AcrossScales, dtype: torch.dtype) -> None:
        self.norm, self.norm_context = _Norm(layer.norm, dtype), _Norm(layer.norm_context, dtype)
        width, self.reach = layer.query.out_features, layer.reach
        self.query = _Dense(layer.query, dtype, math.log2(math.e) / math.sqrt(width // layer.heads))
        self.key_value, self.out = _Dense(layer.key_value, dtype), _Dense(layer.out, dtype)
        self.mix = fused_conv(layer.mix, dtype)
        self.norm_hidden = _Norm(layer.norm_hidden, dtype)
        self.up, self.down = (_Dense(each, dtype) for each in layer.hidden if isinstance(each, nn.Linear))
        self.own = torch.eye(layer.heads, dtype=dtype).repeat_interleave(width // layer.heads, 1)  # (heads, C)

    def context(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """Return of `words` (L, C) what queries are compared with, (L · heads, C), and gather, (C, L · heads)."""
        key, value = self.key_value(self.norm_context(words)).chunk(2, dim=1)
        keys, values = ((each[:, None] * self.own).flatten(0, 1) for each in (key, value))
        return keys, values.t().contiguous()

    def __call__(self, x: Tensor, far: Tensor, words: tuple[Tensor, Tensor], size: Size) -> Tensor:
        """Return `x` (h · w, C) with what it gathered from the map `far` (1, C, h/2, w/2) and `words` of context."""
        image = _image(x, size)
        mixed = self.mix(image, image)
        query = self.query(self.norm(_tokens(F.avg_pool2d(mixed, 2))))
        found = self.out(self._attend(query, apart(far, self.reach), *words))
        rows, cols = far.shape[2:]
        x = _tokens(mixed)
        x.view(rows, 2, cols, 2, -1).add_(found.view(rows, 1, cols, 1, -1))
        return self.down.plus(self.up(self.norm_hidden(x), "gelu"), x)

    def _attend(self, query: Tensor, far: Tensor, led: Tensor, values: Tensor) -> Tensor:
        """Return what `query` (N, C) gathers from the nine places of `far` around each, and from the words."""
        near, outside = self._around(far)
        key, value = near.chunk(2, dim=2)
        count = 9 * len(self.own)
        seen = linear(query[:, None] * key, self.own).masked_fill_(outside[..., None], -math.inf)
        weights = _shares(torch.cat([seen.flatten(1), linear(query, led)], dim=1), len(self.own))
        seen = weights[:, :count].view(len(query), 9, -1)
        gathered = (linear(seen, self.own.t().contiguous()) * value).sum(1)
        return gathered.add_(linear(weights[:, count:], values))

    def _around(self, far: Tensor) -> tuple[Tensor, Tensor]:
        """Return keys and values (N, 9, 2 C) of the nine places around each of `far`; (N, 9) where there is none."""
        reach, size = self.reach, (far.shape[2], far.shape[3])
        both = self.key_value(self.norm_context(_tokens(far))).view(*size, -1)
        return _nine(F.pad(both, (0, 0, reach, reach, reach, reach)), size, reach), _outside(size, reach)


class _Presence:
    """Whether a thing is there, in float32; see Steering.

    Args:
        layers: Of the question.
        line: Slope and shift of its answer.
        calibration: Slope and shift of the mask's logits.
    """

    def __init__(self, layers: nn.Sequential, line: Line, calibration: Line) -> None:
        asked, self.told = cast(nn.Linear, layers[0]), layers[2]
        weight, width = asked.weight.detach(), len(asked.weight)
        self.weight, self.word_weight = weight[:, : 2 * width].contiguous(), weight[:, 2 * width :]
        self.bias = _bias(asked)
        self.line, self.calibration = line, calibration

    def words(self, said: Tensor) -> Tensor:
        """Return (C,) what the words `said` (L, C) bring to the question."""
        return F.linear(said.mean(0), self.word_weight, self.bias)

    def __call__(self, middle: Tensor, size: Size, words: Tensor) -> Tensor:
        """Return (4 · h · w, 1) at stride 8: what is added where the thing may not be there, and a constant."""
        about = torch.cat(around(_image(middle, size)), dim=1).permute(0, 2, 3, 1).float()
        presence = self.told(linear(about, self.weight, words, gelu=True))[..., 0]
        steep, shift = self.line
        absent = F.logsigmoid(everywhere(presence, (2 * size[0], 2 * size[1])) * steep + shift)
        scale, constant = self.calibration
        return absent.view(-1, 1).mul_(scale).add_(constant)


class QuickTiny(ReferringSegmenter):
    """A LgceTiny for asking; its weights are copies, but for word embeddings and what follows the text side.

    Args:
        model: In evaluation mode, on a processor.
        dtype: Of products, and of all that lies between them but on the words' side and in the last logits: float32 or
            bfloat16.
    """

    words_enter_late = True

    def __init__(self, model: LgceTiny, dtype: torch.dtype) -> None:
        super().__init__()
        self.digest = model.digest
        self.dtype = dtype
        steering = model.steering
        self._asked: Optional[tuple[Words, list[_Phrase]]] = None
        # Parts of the model, never itself: it would keep the model alive that this one is remembered for.
        self._text, self._said, self._vector = packed(model.text, dtype), steering.words, model.phrase
        self._image = _Image(model.pyramid, dtype)
        self._listen = [_Listen(layer, dtype) for layer in steering.listen if isinstance(layer, PixelWord)]
        self._scales = [_Across(layer, dtype) for layer in steering.scales if isinstance(layer, AcrossScales)]
        self._gate = _Dense(steering.gate, dtype, 2.0)  # 1 + tanh(x) is 2 sigmoid(2 x)
        self._near, self._norm = fused_conv(steering.near, dtype), _Norm(steering.norm.norm, dtype)
        self._hidden = _Dense(steering.hidden, dtype)
        scale, shift, *line = model.calibration.tolist()
        self._presence = _Presence(steering.presence, (line[0], line[1]), (scale, shift))
        self._sayings, self._certainty = model.sayings.float(), model.certainty.float()
        self._vector_scale = torch.full((model.shape.pixel + 1,), scale / math.sqrt(model.shape.pixel))
        self._vector_scale[-1] = scale
        self._change = (steering.change.weight.detach().flatten(1) * self._vector_scale[:, None]).to(dtype)
        self._change_bias = _bias(steering.change) * self._vector_scale

    def encode_image(self, image: Tensor) -> Features:
        """Return features of `image` (B, 3, H, W) for decode of this class; the last one remembers the size."""
        height, width = image.shape[2:]
        down, right = -height % 32, -width % 32
        if down or right:
            image = F.pad(image, (0, right, 0, down), mode="replicate")
        return (*self._image(image), image.new_zeros((image.shape[0], 0, height, width)))

    def placed(self, features: Features, place: Optional[Tensor]) -> Features:
        """Return `features` with maps (B, h · w, C) that know where they lie."""
        fine, *maps, size = features
        places = [None] * len(fine) if place is None else list(place)
        made = (
            torch.stack([listen.placed(x, at) for x, at in zip(each, places)])
            for listen, each in zip(self._listen, maps)
        )
        return (fine, *made, size)

    def encode_text(self, ids: Tensor, mask: Tensor) -> Words:
        """Return the word states of LgceTiny."""
        longest = max(1, int(mask.sum(1).max()))
        ids, mask = ids[:, :longest], mask[:, :longest]
        return Words(self._text(ids, mask), mask)

    def decode(self, features: Features, words: Words, place: Optional[Tensor] = None) -> Tensor:
        """Return calibrated logits (B, 1, H, W) float32."""
        made = []
        for row in range(len(words.mask)):
            own = slice(row, row + 1)
            said = Words(words.states[own], words.mask[own])
            made.append(self.decode_each([each[own] for each in features], said, None if place is None else place[own]))
        return torch.cat(made)

    def decode_each(
        self,
        features: Sequence[Tensor],
        words: Words,
        place: Optional[Tensor] = None,
        stopped: Callable[[], bool] = never,
    ) -> Tensor:
        """Return calibrated logits (B, P, H, W) float32 of P phrases in each of B images.

        `place` is not asked for where `placed` gave the features.

        Raises:
            Unwanted: `stopped` returned True before a phrase.
        """
        phrases = self._phrases(words)
        height, width = features[4].shape[2:]
        out = features[0].new_empty((len(features[0]), len(phrases), height, width), dtype=torch.float32)
        for row, fine in enumerate(features[0]):
            at = None if place is None else place[row]
            sizes = [(count * -(-height // 32), count * -(-width // 32)) for count in (4, 2, 1)]
            parts = zip(self._listen, (each[row] for each in features[1:4]), sizes)
            maps = [listen.ready(x if x.dim() == 2 else listen.placed(x, at), size) for listen, x, size in parts]
            for column, phrase in enumerate(phrases):
                if stopped():
                    raise Unwanted
                _certain(self._logits(fine, maps, phrase), phrase.certainty, out[row, column])
        return out

    def _phrases(self, words: Words) -> list[_Phrase]:
        asked = self._asked
        if asked is None or asked[0] is not words:
            made = [self._phrase(states[mask.bool()]) for states, mask in zip(words.states, words.mask)]
            asked = self._asked = (words, made)
        return asked[1]

    def _phrase(self, states: Tensor) -> _Phrase:
        said = self._said(states)
        heard = [listen.words(said, self.dtype) for listen in self._listen]
        vector = self._vector(states.mean(0)) * self._vector_scale
        told = told_of(states.mean(0, keepdim=True), self._sayings)
        slope, shift = (told @ self._certainty)[0].tolist()
        return _Phrase(
            keys=[keys for keys, _ in heard],
            values=[values for _, values in heard],
            contexts=[layer.context(said.to(self.dtype)) for layer in self._scales],
            vector=(vector + self._change_bias).to(self.dtype),
            presence=self._presence.words(said),
            certainty=(slope, shift),
            named=float(named(told)),
        )

    def _logits(self, fine: Tensor, maps: list[_Map], phrase: _Phrase) -> Tensor:
        """Return calibrated logits (2h, 2w) float32 at stride 2."""
        parts = zip(self._listen, maps, phrase.keys, phrase.values)
        near, middle, far = (listen.hear(ready, keys, values) for listen, ready, keys, values in parts)
        size, size_middle = (ready.size for ready in maps[:2])
        far = _image(far, maps[2].size)
        for layer, words in zip(self._scales, phrase.contexts):
            middle = layer(middle, far, words, size_middle)
        wide = _doubled(middle.view(*size_middle, -1)).view(near.shape)
        near = torch.addcmul(near, wide, self._gate(near, "sigmoid"), value=2)
        smoothed = self._norm(_tokens(self._near(_image(near, size))))
        near = F.gelu(self._hidden.plus(F.gelu(smoothed), near))
        vectors = _doubled(linear(near, self._change[:-1], phrase.vector[:-1]).view(*size, -1))
        bias = linear(near, self._change[-1:], phrase.vector[-1:]).float() + self._presence(
            middle, size_middle, phrase.presence
        )
        logits = _compared(fine, vectors) + _doubled(bias.view(size))
        logits = F.pixel_shuffle(logits, 2)
        if phrase.named > 0:
            line, share = logits.new_tensor([phrase.certainty]), logits.new_tensor([phrase.named])
            logits = firm(logits[None], line, share)[0]
        return logits[0]


_MADE: WeakKeyDictionary[LgceTiny, tuple[object, QuickTiny]] = WeakKeyDictionary()


def quick_tiny(model: LgceTiny, dtype: torch.dtype) -> Optional[QuickTiny]:
    """Return `model` arranged for asking in `dtype`, made once while its weights stay; None where that cannot be."""
    tensors = list(chain(model.parameters(), model.buffers()))
    if not is_available() or any(each.is_inference() or each.device.type != "cpu" for each in tensors):
        return None
    state = (dtype, [(each.data_ptr(), each._version) for each in tensors])
    known = _MADE.get(model)
    if known is None or known[0] != state:
        with torch.inference_mode():
            known = _MADE[model] = (state, QuickTiny(model, dtype))
    return known[1]


def _bias(layer: Union[nn.Linear, nn.Conv2d]) -> Tensor:
    return layer.weight.new_zeros(len(layer.weight)) if layer.bias is None else layer.bias.detach()


def _conv(layer: nn.Module) -> nn.Conv2d:
    return cast(nn.Conv2d, layer)


def _twice(x: Tensor) -> Tensor:
    return F.interpolate(x, scale_factor=2.0, mode="nearest")


def _shares(scores: Tensor, heads: int) -> Tensor:
    """Return (N, K · heads): each head's softmax over its K of the `scores` to the base of two."""
    weights = scores.exp2()
    # The sums lie as the weights do, so that dividing is quick.
    sums = linear(weights, _alike(weights.shape[1] // heads, heads, weights.dtype))
    least, most = sums.aminmax()
    if float(least) > 1 / _SAFE_SUM and float(most) < _SAFE_SUM:
        return weights.div_(sums)
    return (scores * math.log(2)).view(len(scores), -1, heads).softmax(dim=1).flatten(1)


@lru_cache(maxsize=64)
def _alike(count: int, heads: int, dtype: torch.dtype) -> Tensor:
    """Return (count · heads, count · heads): 1 where both are of one head, 0 elsewhere."""
    return torch.eye(heads, dtype=dtype).repeat(count, count)


def _nine(framed: Tensor, size: Size, reach: int) -> Tensor:
    """Return (h · w, 9, …) of the nine places around each of `size` (h, w), `framed` by as much as they reach."""
    starts = [(row * reach, col * reach) for row in range(3) for col in range(3)]
    return torch.stack([framed[row : row + size[0], col : col + size[1]] for row, col in starts], dim=2).flatten(0, 1)


@lru_cache(maxsize=32)
def _outside(size: Size, reach: int) -> Tensor:
    """Return (h · w, 9) which of the nine places around each of `size` (h, w) there is not."""
    return _nine(F.pad(torch.zeros(size, dtype=torch.bool), (reach,) * 4, value=True), size, reach)


def _compared(fine: Tensor, vectors: Tensor) -> Tensor:
    """Return (4, h, w) float32: what each of `vectors` (h, w, C) has in common with its four of `fine` (4, h, w, C).

    In pieces, since threads are given new pages for anything large, and filling them takes as long as the products.
    """
    out = fine.new_empty(fine.shape[:3], dtype=torch.float32)
    rows = max(1, _PIECE_VALUES // fine[:, 0].numel())
    for first in range(0, len(vectors), rows):
        piece = slice(first, first + rows)
        out[:, piece] = (fine[:, piece] * vectors[piece]).sum(3)
    return out


def _planes(place: Optional[Tensor], size: Size) -> Tensor:
    """Return (h · w, 8) float32, what place_planes says of each pixel of a tile at `place` (5,)."""
    top, left, bottom, right, gsd = (0.0, 0.0, 1.0, 1.0, 0.3) if place is None else place.tolist()
    y, x = (
        (2 * (low + (high - low) * (torch.arange(count) + 0.5) / count) - 1).clamp_(-1, 1)
        for low, high, count in ((top, bottom, size[0]), (left, right, size[1]))
    )
    planes = torch.empty((*size, 8))
    planes[..., 0], planes[..., 1] = y[:, None], x
    planes[..., 2], planes[..., 3] = (y * y)[:, None], x * x
    planes[..., 4] = y[:, None] * x
    planes[..., 5] = torch.maximum(y.abs()[:, None], x.abs())
    planes[..., 6] = math.log2(min(max(bottom - top, 1e-3), 1.0)) / 4
    planes[..., 7] = math.log2(max(gsd, 1e-2) / 0.3)
    return planes.view(-1, 8)


def _certain(logits: Tensor, line: Line, out: Tensor) -> None:
    """Write certain's answer to `logits` (h, w), doubled, into `out`: as much of it as `out` holds."""
    slope, shift = line
    flat = _doubled(logits.mul_(FLAT))[: len(out), : out.shape[1]]
    torch.maximum(flat.mul(slope / FLAT).add_(shift), F.leaky_relu(flat, STEEP / FLAT), out=out)


def _image(tokens: Tensor, size: Size) -> Tensor:
    """Return `tokens` (h · w, C) as an image (1, C, h, w) in the same memory."""
    return tokens.view(1, *size, -1).permute(0, 3, 1, 2)


def _tokens(image: Tensor) -> Tensor:
    """Return `image` (1, C, h, w) as (h · w, C), in the same memory where channels lie side by side."""
    return image.permute(0, 2, 3, 1).reshape(-1, image.shape[1])


def _doubled(x: Tensor) -> Tensor:
    """Return `x` (h, w, …) as (2h, 2w, …), bilinear: a third of the time of F.interpolate, which looks weights up."""
    for dim in (1, 0):
        count = x.shape[dim]
        out = x.new_empty([2 * side if at == dim else side for at, side in enumerate(x.shape)])
        left, right = out.view(*x.shape[:dim], count, 2, *x.shape[dim + 1 :]).unbind(dim + 1)
        left.select(dim, 0).copy_(x.select(dim, 0))
        right.select(dim, count - 1).copy_(x.select(dim, count - 1))
        first, second = x.narrow(dim, 0, count - 1), x.narrow(dim, 1, count - 1)
        torch.lerp(first, second, 0.25, out=right.narrow(dim, 0, count - 1))
        torch.lerp(first, second, 0.75, out=left.narrow(dim, 1, count - 1))
        x = out
    return x
