"""AeroReformer: RMSIN's stages with multi-head attention to the words, and a decoder of linear attention.

Paper: AeroReformer: Aerial Referring Transformer for UAV-based Referring Image Segmentation, arXiv 2502.16680.
Code: https://github.com/lironui/AeroReformer at 76785b0, no licence in its repository; none of its lines are here:
written from a description.
Keys: those of the authors' checkpoints. The number of heads leaves no trace in them: it is taken of the options that
the checkpoint holds, stored beside the weights (the authors train with four in each stage, option --mha 4-4-4-4) and is
one where nothing is stored. The logits are held to the authors' with one head.
Not known: its scores on UAVid-RIS and VDD-RIS, whose tables in the paper could not be read.
Our departures: those of RMSIN; maps that are no exact halves of each other are cropped instead of refused; a second
pass through BERT, whose result is thrown away, is left out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, cast

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .blocks.fusion import convolution, pointwise
from .blocks.norm import instance_norm
from .blocks.rotated import RotatedConvolution
from .blocks.swin import WordSwin, initialise
from .lavt import SwinBertSegmenter, measures
from .rmsin import RmsinStage


class WordCrossAttention(nn.Module):
    """Positions ask the words with several heads; then a feed-forward part."""

    def __init__(self, width: int, word_width: int) -> None:
        super().__init__()
        self.pos_embedding = nn.Parameter(torch.randn(1, width, 1))
        self.f_key = nn.Conv1d(word_width, width, 1)
        self.f_value = nn.Conv1d(word_width, width, 1)
        self.f_query = convolution(width, width)
        self.mha = nn.MultiheadAttention(width, 1, dropout=0.1, batch_first=True)
        self.W_o = convolution(width, width)
        self.norm_attn = nn.LayerNorm(width)
        self.ffn = nn.Sequential(
            nn.Conv1d(width, 4 * width, 1), nn.ReLU(), nn.Dropout(0.1), nn.Conv1d(4 * width, width, 1), nn.Dropout(0.1)
        )
        self.norm_ffn = nn.LayerNorm(width)
        # constants per channel, which the norms after them remove
        for layer in (self.f_query[0], self.W_o[0]):
            cast("Tensor", layer.bias).requires_grad_(False)

    def forward(self, tokens: Tensor, states: Tensor, mask: Tensor) -> Tensor:
        """Return (B, N, C) for `tokens` (B, N, C), word `states` (B, L, D) and `mask` (B, L)."""
        query = instance_norm(pointwise(self.f_query[0], tokens)) + self.pos_embedding.transpose(1, 2)
        key, value = pointwise(self.f_key, states), pointwise(self.f_value, states)
        mixed, _ = self.mha(query, key, value, key_padding_mask=mask == 0, need_weights=False)
        heard = self.norm_attn(instance_norm(pointwise(self.W_o[0], mixed, bias=False)))
        inner = self.ffn[2](F.relu(pointwise(self.ffn[0], heard)))
        out: Tensor = self.norm_ffn(heard + self.ffn[4](pointwise(self.ffn[3], inner)))
        return out


class VisionLanguageCrossAttention(nn.Module):
    """VLCAM: GELU(mm(GELU(vis x) · attention(x, l))), in the place of PWAM."""

    def __init__(self, width: int, word_width: int) -> None:
        super().__init__()
        self.vis_project = convolution(width, width)
        self.image_lang_attn = WordCrossAttention(width, word_width)
        self.project_mm = convolution(width, width)

    def forward(self, tokens: Tensor, states: Tensor, mask: Tensor) -> Tensor:
        """Return (B, N, C) for `tokens` (B, N, C)."""
        seen = pointwise(self.vis_project[0], tokens, gelu=True)
        return pointwise(self.project_mm[0], seen * self.image_lang_attn(tokens, states, mask), gelu=True)


def unit(image: Tensor) -> Tensor:
    """Return `image` (B, C, N) with each position's vector divided by its length."""
    length: Tensor = torch.linalg.vector_norm(image, dim=1, keepdim=True)
    return image / (length + 1e-6)


class ChannelAttention(nn.Module):
    """Linear attention between channels, added in proportion to γ, which starts at 0."""

    def __init__(self) -> None:
        super().__init__()
        self.gamma = nn.Parameter(torch.zeros(1))

    def forward(self, image: Tensor) -> Tensor:
        """Return (B, C, H, W) for `image` (B, C, H, W)."""
        flat = image.flatten(2)
        direction, total = unit(flat), flat.sum(1, keepdim=True)
        relation = torch.bmm(flat, direction.transpose(1, 2))
        share = (direction * direction.sum(1, keepdim=True)).sum(-1, keepdim=True)
        scale = 1.0 / (flat.shape[-1] + share + 1e-6)
        attended = (total + torch.bmm(relation, direction)) * scale
        return torch.addcmul(image, self.gamma, attended.view_as(image))


class PositionAttention(nn.Module):
    """Linear attention between positions, added in proportion to γ, which starts at 0."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.gamma = nn.Parameter(torch.zeros(1))
        self.query_conv = nn.Conv2d(width, width // 8, 1)
        self.key_conv = nn.Conv2d(width, width // 8, 1)
        self.value_conv = nn.Conv2d(width, width, 1)

    def forward(self, image: Tensor) -> Tensor:
        """Return (B, C, H, W) for `image` (B, C, H, W)."""
        query, key = unit(self.query_conv(image).flatten(2)), unit(self.key_conv(image).flatten(2))
        value = self.value_conv(image).flatten(2)
        relation = torch.bmm(value, key.transpose(1, 2))
        scale = 1.0 / (value.shape[-1] + (query * key.sum(-1, keepdim=True)).sum(1, keepdim=True) + 1e-6)
        attended = (value.sum(-1, keepdim=True) + torch.bmm(relation, query)) * scale
        return torch.addcmul(image, self.gamma, attended.view_as(image))


def _conv_bn(width: int, out: int) -> nn.Sequential:
    return nn.Sequential(nn.Conv2d(width, out, 1), nn.BatchNorm2d(out), nn.ReLU())


def _rotated_bn(width: int) -> nn.Sequential:
    return nn.Sequential(RotatedConvolution(width), nn.BatchNorm2d(width), nn.ReLU())


def _double(width: int) -> nn.Sequential:
    return nn.Sequential(nn.ConvTranspose2d(width, width, 2, 2))


class RamsfDecoder(nn.Module):
    """Four maps to two channels of logits at the finest map's size; concatenations are (lateral, upsampled).

    The authors number reduce4 with smooth3 and ca3, reduce3 with smooth2 and ca2, reduce2 with smooth1 and pa1.
    """

    def __init__(self, widths: Sequence[int]) -> None:
        super().__init__()
        one, two, three, four = widths
        self.lat1, self.lat2, self.lat3, self.lat4 = (_conv_bn(width, width) for width in widths)
        self.up4, self.up3, self.up2 = _double(four), _double(three), _double(two)
        self.ca3, self.reduce4, self.smooth3 = ChannelAttention(), _conv_bn(three + four, three), _rotated_bn(three)
        self.ca2, self.reduce3, self.smooth2 = ChannelAttention(), _conv_bn(two + three, two), _rotated_bn(two)
        self.pa1, self.reduce2, self.smooth1 = PositionAttention(one + two), _conv_bn(one + two, one), _rotated_bn(one)
        self.final_conv = nn.Conv2d(one, 2, 1)

    def forward(self, maps: Sequence[Tensor]) -> Tensor:
        """Return logits (B, 2, h, w) for `maps`, finest first: background, object."""
        one, two, three, four = maps
        image = self.smooth3(self.reduce4(self.ca3(_join(self.lat3(three), self.up4(self.lat4(four))))))
        image = self.smooth2(self.reduce3(self.ca2(_join(self.lat2(two), self.up3(image)))))
        image = self.smooth1(self.reduce2(self.pa1(_join(self.lat1(one), self.up2(image)))))
        out: Tensor = self.final_conv(image)
        return out


def _join(lateral: Tensor, doubled: Tensor) -> Tensor:
    height, width = lateral.shape[-2:]
    return torch.cat((lateral, doubled[..., :height, :width]), 1)


class AeroReformer(SwinBertSegmenter):
    """AeroReformer with one head in each stage, unless `set_heads` says otherwise."""

    def set_heads(self, heads: tuple[int, ...]) -> None:
        """Use that many heads in each stage's attention to the words."""
        for stage, count in zip(self.backbone.layers, heads):
            attention = cast("nn.MultiheadAttention", stage.get_submodule("fusion.image_lang_attn.mha"))
            attention.num_heads = count
            attention.head_dim = attention.embed_dim // count


def aeroreformer(size: Literal["full", "test"]) -> AeroReformer:
    """Return AeroReformer with Swin-B and BERT-base, or a small one of the same form."""
    swin, bert, _ = measures(size)
    fusions = [VisionLanguageCrossAttention(width, bert.width) for width in swin.widths]
    backbone = WordSwin(swin, [RmsinStage(swin, stage, fusion) for stage, fusion in enumerate(fusions)])
    initialise(backbone)
    for fusion in fusions:
        nn.init.xavier_uniform_(cast("Tensor", fusion.image_lang_attn.mha.in_proj_weight))
    return AeroReformer(backbone, RamsfDecoder(swin.widths), bert)
