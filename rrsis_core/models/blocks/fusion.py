"""Pixel-word attention of LAVT and its gate, over tokens (B, N, C).

Paper: LAVT: Language-Aware Vision Transformer for Referring Image Segmentation, arXiv 2112.02244, section 3.2.
Code: none of the authors' lines; keys and shapes as in their checkpoints, which hold 1×1 convolutions as (out, in, 1).
Our departure: W (A V) is computed as A (V Wᵀ), which is the same product in the cheaper order.
"""

from __future__ import annotations

from typing import cast

import torch
from torch import Tensor, nn

from .dense import Dense, linear
from .norm import instance_norm


def pointwise(layer: nn.Module, tokens: Tensor, bias: bool = True, gelu: bool = False) -> Tensor:
    """Return the 1×1 convolution `layer` of tokens (B, N, C) as a matrix product, with its bias and a GELU or not."""
    convolved = cast("nn.Conv1d", layer)
    return linear(tokens, convolved.weight.flatten(1), convolved.bias if bias else None, gelu=gelu)


def convolution(width: int, out: int, *rest: nn.Module) -> nn.Sequential:
    """Return the holder of a 1×1 convolution under the key `0`, as the authors' checkpoints name it."""
    return nn.Sequential(nn.Conv1d(width, out, 1), *rest)


class WordAttention(nn.Module):
    """Every position gathers what the words say to it: IN(W softmax(IN(q x) k(l) / √d) v(l)).

    Args:
        width: Channels of the positions.
        word_width: Channels of the words.
    """

    def __init__(self, width: int, word_width: int) -> None:
        super().__init__()
        self.f_key = convolution(word_width, width)
        self.f_query = convolution(width, width)
        self.f_value = convolution(word_width, width)
        self.W = convolution(width, width)
        cast("Tensor", self.W[0].bias).requires_grad_(False)  # a constant per channel, which the norm after it removes

    def forward(self, tokens: Tensor, states: Tensor, mask: Tensor) -> Tensor:
        """Return (B, N, width) for `tokens` (B, N, width), word `states` (B, L, D) and `mask` (B, L)."""
        present = mask.unsqueeze(-1).to(tokens.dtype)
        query = instance_norm(pointwise(self.f_query[0], tokens))
        key = pointwise(self.f_key[0], states) * present
        value = pointwise(self.f_value[0], states) * present
        # 0 or −1e4 before it meets a score: 1e4 added to a float32 and taken away again costs its last digits
        penalty = (mask.to(tokens.dtype) - 1.0).mul(1e4).unsqueeze(1)
        scores = torch.baddbmm(penalty, query, key.transpose(1, 2), alpha=tokens.shape[-1] ** -0.5)
        weights = scores.softmax(-1)
        return instance_norm(torch.bmm(weights, pointwise(self.W[0], value, bias=False)))


class PixelWordAttention(nn.Module):
    """PWAM: r = GELU(mm(GELU(vis x) · attention(x, l)))."""

    def __init__(self, width: int, word_width: int) -> None:
        super().__init__()
        self.vis_project = convolution(width, width)
        self.image_lang_att = WordAttention(width, word_width)
        self.project_mm = convolution(width, width)

    def forward(self, tokens: Tensor, states: Tensor, mask: Tensor) -> Tensor:
        """Return (B, N, width), what the words make of the `tokens` (B, N, width)."""
        seen = pointwise(self.vis_project[0], tokens, gelu=True)
        return pointwise(self.project_mm[0], seen * self.image_lang_att(tokens, states, mask), gelu=True)


class TanhGate(nn.Sequential):
    """The gate g(z) = tanh(W₂ relu(W₁ z)) per position and channel, without biases; calling it returns g(z)·z."""

    def __init__(self, width: int) -> None:
        super().__init__(Dense(width, width, bias=False), nn.ReLU(), Dense(width, width, bias=False), nn.Tanh())

    def forward(self, tokens: Tensor) -> Tensor:
        """Return g(tokens)·tokens for tokens (B, N, width)."""
        gate = super().forward(tokens)  # type: ignore[no-untyped-call]
        return torch.mul(gate, tokens)
