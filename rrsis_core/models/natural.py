"""Four methods made for photographs that referring segmentation from above is compared with, rebuilt from description.

Papers: LSTM-CNN, Segmentation from Natural Language Expressions, arXiv 1603.06180; ConvLSTM, Recurrent Multimodal
Interaction for Referring Image Segmentation, arXiv 1703.07939; CMSA, Cross-Modal Self-Attention Network for Referring
Image Segmentation, arXiv 1904.04745; BRINet, Bi-Directional Relationship Inferring Network for Referring Image
Segmentation, CVPR 2020.
Code: none of the authors' lines; no weights of theirs load. The image side is transformers' ResNet-101 (Apache-2.0).
Our departures, the same for all four so that they compare with each other: one image side (the papers have VGG-16 or
DeepLab's dilated ResNet-101), BERT's word pieces learned from random vectors (the papers' words and GloVe), maps at
1/8, 1/16 and 1/32 without dilation; CMSA attends on the 1/32 map, where its square of positions and words fits.
Not known from what could be read: many of the inner widths; those here are the ones named at each class.
"""

from __future__ import annotations

from typing import Literal, Optional

import torch
import torch.nn.functional as F
from torch import Tensor, nn
from transformers import ResNetBackbone, ResNetConfig

from .base import Features, ReferringSegmenter, Words

Size = Literal["full", "test"]
VOCABULARY = 30522
PLACE_CHANNELS = 8


def places(like: Tensor) -> Tensor:
    """Return (B, 8, h, w) for a map (B, C, h, w): left, top, right, bottom and middle of each position, and its size.

    Coordinates run from −1 to 1, as in LSTM-CNN's description.
    """
    batch, _, height, width = like.shape
    rows, cols = (
        torch.arange(side + 1, device=like.device, dtype=like.dtype) / side * 2 - 1 for side in (height, width)
    )
    top, left = torch.meshgrid(rows[:-1], cols[:-1], indexing="ij")
    bottom, right = torch.meshgrid(rows[1:], cols[1:], indexing="ij")
    sizes = [torch.full_like(top, 1 / side) for side in (width, height)]
    parts = (left, top, right, bottom, (left + right) / 2, (top + bottom) / 2, *sizes)
    return torch.stack(parts).expand(batch, -1, -1, -1)


class Reader(nn.Module):
    """Word vectors and an LSTM over them, from left to right, so that padding after a phrase changes nothing."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, width)
        self.lstm = nn.LSTM(width, width, batch_first=True)

    def forward(self, ids: Tensor, mask: Tensor) -> Words:
        """Return one state (B, L, C) a word piece."""
        states: Tensor = self.lstm(self.words(ids))[0]
        return Words(states, mask)


def last_state(words: Words) -> Tensor:
    """Return the state (B, C) at the last word piece of each phrase."""
    last = words.mask.cumsum(1).argmax(1)
    return words.states[torch.arange(len(last), device=last.device), last]


def kept(words: Words) -> Tensor:
    """Return (B, L) bool: which word pieces are asked; a phrase without any is asked by its first."""
    mask = words.mask.bool()
    first = torch.zeros_like(mask)
    first[:, 0] = True
    return torch.where(mask.any(1, keepdim=True), mask, first)


class Natural(ReferringSegmenter):
    """What the four share: ResNet maps that are kept for further phrases, and a reader of words.

    Args:
        size: "full" or "test".
        width: Of the words and of the maps that meet them.
        levels: Which of the maps at 1/8, 1/16 and 1/32 it uses.
    """

    words_enter_late = True

    def __init__(self, size: Size, width: int, levels: tuple[int, ...]) -> None:
        super().__init__()
        if size == "full":
            config = ResNetConfig(depths=[3, 4, 23, 3])
        else:
            config = ResNetConfig(depths=[1, 1, 1, 1], hidden_sizes=[16, 24, 32, 48], embedding_size=16)
        config.out_features = [f"stage{level}" for level in levels]
        self.visual = ResNetBackbone(config)
        if levels[-1] < 4:
            del self.visual.encoder.stages[levels[-1] :]
        self.reader = Reader(width)
        self.narrow = nn.ModuleList(nn.Conv2d(channels, width, 1) for channels in self.visual.channels)

    def encode_image(self, image: Tensor) -> Features:
        """Return the maps (B, width, h, w), each position of length one, and a mark of the image's size."""
        maps = self.visual(image).feature_maps
        mark = image.new_empty((len(image), 0, *image.shape[-2:]))
        return *(F.normalize(layer(seen), dim=1) for layer, seen in zip(self.narrow, maps)), mark

    def encode_text(self, ids: Tensor, mask: Tensor) -> Words:
        """Return the reader's states."""
        out: Words = self.reader(ids, mask)
        return out

    def meet(self, maps: list[Tensor], words: Words) -> Tensor:
        """Return logits (B, 1, h, w) for the kept maps, finest first."""
        raise NotImplementedError

    def decode(self, features: Features, words: Words, place: Optional[Tensor] = None) -> Tensor:
        """Return logits (B, 1, H, W); `place` is not used."""
        *maps, mark = features
        return F.interpolate(self.meet(maps, words), size=mark.shape[-2:], mode="bilinear", align_corners=False)


class LstmCnn(Natural):
    """LSTM-CNN: the phrase's last state at every position of the 1/32 map, then two 1×1 convolutions (500 between)."""

    def __init__(self, size: Size) -> None:
        width, inner = (1000, 500) if size == "full" else (24, 16)
        super().__init__(size, width, (4,))
        self.head = nn.Sequential(nn.Conv2d(2 * width + PLACE_CHANNELS, inner, 1), nn.ReLU(), nn.Conv2d(inner, 1, 1))

    def meet(self, maps: list[Tensor], words: Words) -> Tensor:
        """Return logits (B, 1, h, w)."""
        (seen,) = maps
        phrase = F.normalize(last_state(words), dim=1)[:, :, None, None].expand(-1, -1, *seen.shape[-2:])
        out: Tensor = self.head(torch.cat((seen, phrase, places(seen)), 1))
        return out


class ConvLstm(Natural):
    """ConvLSTM: at every position of the 1/16 map an LSTM of 500 channels goes over map and words, word by word."""

    def __init__(self, size: Size) -> None:
        width, inner = (512, 500) if size == "full" else (24, 16)
        super().__init__(size, width, (3,))
        self.inner = inner
        self.seen = nn.Conv2d(width + PLACE_CHANNELS, 4 * inner, 1)
        self.heard = nn.Linear(width, 4 * inner, bias=False)
        self.memory = nn.Conv2d(inner, 4 * inner, 1, bias=False)
        self.head = nn.Conv2d(inner, 1, 1)

    def meet(self, maps: list[Tensor], words: Words) -> Tensor:
        """Return logits (B, 1, h, w)."""
        (seen,) = maps
        fixed = self.seen(torch.cat((seen, places(seen)), 1))
        heard = self.heard(words.states)
        state = cell = seen.new_zeros((len(seen), self.inner, *seen.shape[-2:]))
        for word in range(words.mask.shape[1]):
            gates = fixed + heard[:, word, :, None, None] + self.memory(state)
            enter, forget, leave, change = gates.chunk(4, 1)
            fresh = forget.sigmoid() * cell + enter.sigmoid() * change.tanh()
            real = words.mask[:, word, None, None, None].bool()
            cell = torch.where(real, fresh, cell)
            state = torch.where(real, leave.sigmoid() * fresh.tanh(), state)
        out: Tensor = self.head(state)
        return out


class CrossModalSelfAttention(nn.Module):
    """Every pair of a position and a word attends to every other pair; the words are averaged out."""

    def __init__(self, width: int, inner: int) -> None:
        super().__init__()
        self.seen = nn.Linear(width + PLACE_CHANNELS, 3 * inner)
        self.heard = nn.Linear(width, 3 * inner)
        self.out = nn.Linear(inner, width)

    def forward(self, seen: Tensor, words: Words) -> Tensor:
        """Return (B, C, h, w) for a map (B, C, h, w) and the words."""
        located = torch.cat((seen, places(seen)), 1).flatten(2).transpose(1, 2)
        pairs = self.seen(located)[:, :, None] + self.heard(words.states)[:, None]  # (B, N, L, 3 inner)
        keep = kept(words)
        every = keep[:, None].expand(-1, located.shape[1], -1).flatten(1)[:, None, None]
        query, key, value = (part.flatten(1, 2).unsqueeze(1) for part in pairs.chunk(3, -1))
        mixed = F.scaled_dot_product_attention(query, key, value, attn_mask=every).view(*pairs.shape[:3], -1)
        weight = keep[:, None, :, None].to(mixed.dtype)
        mean = (mixed * weight).sum(2) / weight.sum(2)
        grown: Tensor = self.out(mean).transpose(1, 2).reshape(seen.shape)
        return seen + grown


class GatedFusion(nn.Module):
    """Each map takes from the others what its gates let through; the sum goes on at the finest size."""

    def __init__(self, width: int, levels: int) -> None:
        super().__init__()
        self.gates = nn.ModuleList(nn.Conv2d(2 * width, width, 1) for _ in range(levels))
        self.mix = nn.Conv2d(width, width, 3, padding=1)

    def forward(self, maps: list[Tensor]) -> Tensor:
        """Return (B, C, h, w) at the size of the first of `maps`."""
        size = maps[0].shape[-2:]
        grown = [F.interpolate(each, size=size, mode="bilinear", align_corners=False) for each in maps]
        whole = torch.stack(grown).sum(0)
        parts = [each * gate(torch.cat((each, whole - each), 1)).sigmoid() for gate, each in zip(self.gates, grown)]
        return F.relu(self.mix(torch.stack(parts).sum(0)))


class Cmsa(Natural):
    """CMSA: cross-modal self-attention, then gated fusion of the maps at 1/8, 1/16 and 1/32."""

    def __init__(self, size: Size) -> None:
        width, inner = (256, 128) if size == "full" else (24, 16)
        super().__init__(size, width, (2, 3, 4))
        self.attention = CrossModalSelfAttention(width, inner)
        self.phrase = nn.ModuleList(nn.Conv2d(2 * width + PLACE_CHANNELS, width, 1) for _ in range(2))
        self.fusion = GatedFusion(width, 3)
        self.head = nn.Conv2d(width, 1, 3, padding=1)

    def meet(self, maps: list[Tensor], words: Words) -> Tensor:
        """Return logits (B, 1, h, w)."""
        phrase = last_state(words)[:, :, None, None]
        joined = [
            F.relu(layer(torch.cat((each, phrase.expand_as(each), places(each)), 1)))
            for layer, each in zip(self.phrase, maps)
        ]
        out: Tensor = self.head(self.fusion([*joined, self.attention(maps[-1], words)]))
        return out


class BidirectionalRelation(nn.Module):
    """Words listen to the positions they fit, then positions to those words: vision and language both ways."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.located = nn.Linear(width + PLACE_CHANNELS, width)
        self.query, self.key = nn.Linear(width, width), nn.Linear(width, width)
        self.back = nn.Linear(2 * width, width)
        self.relation = nn.Linear(width, 2 * width)

    def forward(self, seen: Tensor, words: Words) -> Tensor:
        """Return (B, C, h, w) for a map (B, C, h, w) and the words."""
        tokens = self.located(torch.cat((seen, places(seen)), 1).flatten(2).transpose(1, 2))
        keep = kept(words)[:, None]
        guided = F.scaled_dot_product_attention(
            self.query(tokens), self.key(words.states), words.states, attn_mask=keep.expand(-1, tokens.shape[1], -1)
        )
        joint = F.relu(self.back(torch.cat((tokens, guided), -1)))
        key, value = self.relation(joint).chunk(2, -1)
        related = joint + F.scaled_dot_product_attention(joint, key, value)
        return related.transpose(1, 2).reshape(seen.shape)


class Brinet(Natural):
    """BRINet: relations both ways at 1/16 and 1/32, then gated fusion from coarse to fine and back."""

    def __init__(self, size: Size) -> None:
        width = 256 if size == "full" else 24
        super().__init__(size, width, (2, 3, 4))
        self.relations = nn.ModuleList(BidirectionalRelation(width) for _ in range(2))
        self.phrase = nn.Conv2d(2 * width + PLACE_CHANNELS, width, 1)
        self.down, self.up = GatedFusion(width, 3), GatedFusion(width, 3)
        self.head = nn.Conv2d(2 * width, 1, 3, padding=1)

    def meet(self, maps: list[Tensor], words: Words) -> Tensor:
        """Return logits (B, 1, h, w)."""
        fine, *coarse = maps
        phrase = last_state(words)[:, :, None, None].expand_as(fine)
        related = [F.relu(self.phrase(torch.cat((fine, phrase, places(fine)), 1)))]
        related += [relation(each, words) for relation, each in zip(self.relations, coarse)]
        down = self.down(related)
        up = F.interpolate(self.up(related[::-1]), size=fine.shape[-2:], mode="bilinear", align_corners=False)
        out: Tensor = self.head(torch.cat((down, up), 1))
        return out


def lstm_cnn(size: Size) -> LstmCnn:
    """Return LSTM-CNN, or a small one of the same form."""
    return LstmCnn(size)


def conv_lstm(size: Size) -> ConvLstm:
    """Return ConvLSTM, or a small one of the same form."""
    return ConvLstm(size)


def cmsa(size: Size) -> Cmsa:
    """Return CMSA, or a small one of the same form."""
    return Cmsa(size)


def brinet(size: Size) -> Brinet:
    """Return BRINet, or a small one of the same form."""
    return Brinet(size)
