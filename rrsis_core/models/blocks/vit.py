"""Plain pre-norm transformer blocks over tokens, and the two-branch block of CrossViT.

Papers: ViT, arXiv 2010.11929; CrossViT, arXiv 2103.14899.
Code: none of the authors' lines; keys as in LGCE's checkpoints.
"""

from __future__ import annotations

import torch.nn.functional as F
from torch import Tensor, nn

from .dense import Dense
from .swin import FeedForward


def split_heads(tokens: Tensor, heads: int) -> Tensor:
    """Return (B, heads, N, C / heads) for `tokens` (B, N, C)."""
    batch, count, width = tokens.shape
    return tokens.view(batch, count, heads, width // heads).transpose(1, 2)


class SelfAttention(nn.Module):
    """Multi-head self-attention without qkv biases."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = Dense(width, 3 * width, bias=False)
        self.proj = Dense(width, width)

    def forward(self, tokens: Tensor) -> Tensor:
        """Return (B, N, C) for `tokens` (B, N, C)."""
        query, key, value = (split_heads(part, self.heads) for part in self.qkv(tokens).chunk(3, -1))
        mixed = F.scaled_dot_product_attention(query, key, value)
        out: Tensor = self.proj(mixed.transpose(1, 2).flatten(2))
        return out


class TransformerBlock(nn.Module):
    """Attention and a feed-forward part of twice the width, each after a norm and inside a residual."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.norm1 = nn.LayerNorm(width)
        self.attn = SelfAttention(width, heads)
        self.norm2 = nn.LayerNorm(width)
        self.mlp = FeedForward(width, 2 * width)

    def forward(self, tokens: Tensor) -> Tensor:
        """Return (B, N, C) for `tokens` (B, N, C)."""
        tokens = tokens + self.attn(self.norm1(tokens))
        out: Tensor = tokens + self.mlp(self.norm2(tokens))
        return out


class TokenAttention(nn.Module):
    """The first token asks all tokens; only it is answered."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.wq = Dense(width, width, bias=False)
        self.wk = Dense(width, width, bias=False)
        self.wv = Dense(width, width, bias=False)
        self.proj = Dense(width, width)

    def forward(self, tokens: Tensor) -> Tensor:
        """Return (B, 1, C) for `tokens` (B, N, C)."""
        query = split_heads(self.wq(tokens[:, :1]), self.heads)
        key, value = split_heads(self.wk(tokens), self.heads), split_heads(self.wv(tokens), self.heads)
        mixed = F.scaled_dot_product_attention(query, key, value)
        out: Tensor = self.proj(mixed.transpose(1, 2).flatten(2))
        return out


class TokenFusion(nn.Module):
    """Cross-attention of a branch's first token over the other branch's image tokens, inside a residual."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.norm1 = nn.LayerNorm(width)
        self.attn = TokenAttention(width, heads)

    def forward(self, tokens: Tensor) -> Tensor:
        """Return the first token (B, 1, C) after it asked `tokens` (B, N, C)."""
        answer: Tensor = self.attn(self.norm1(tokens))
        return tokens[:, :1] + answer


def projection(width: int, out: int) -> nn.Sequential:
    """Return LayerNorm, GELU, linear: the way of a token from one branch into the other's width."""
    return nn.Sequential(nn.LayerNorm(width), nn.GELU(), Dense(width, out))


class MultiScaleBlock(nn.Module):
    """Two branches of transformer blocks whose first tokens visit each other (CrossViT).

    Args:
        widths: Channels of the finer and of the coarser branch.
        heads: Of each.
        depths: Number of blocks of each.
    """

    def __init__(self, widths: tuple[int, int], heads: tuple[int, int], depths: tuple[int, int] = (1, 3)) -> None:
        super().__init__()
        self.blocks = nn.ModuleList(
            nn.Sequential(*(TransformerBlock(width, head) for _ in range(depth)))
            for width, head, depth in zip(widths, heads, depths)
        )
        fine, coarse = widths
        self.projs = nn.ModuleList([projection(fine, coarse), projection(coarse, fine)])
        self.fusion = nn.ModuleList(
            [nn.Sequential(TokenFusion(coarse, heads[1])), nn.Sequential(TokenFusion(fine, heads[0]))]
        )
        self.revert_projs = nn.ModuleList([projection(coarse, fine), projection(fine, coarse)])
