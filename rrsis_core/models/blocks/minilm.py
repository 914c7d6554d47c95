"""MiniLM, the small sentence encoder: word pieces in, one contextual state a piece out.

MiniLM: Deep Self-Attention Distillation for Task-Agnostic Compression of Pre-Trained Transformers, arXiv 2002.10957.
Weights: sentence-transformers all-MiniLM-L6-v2, Apache-2.0; written from the BERT description (arXiv 1810.04805);
one linear map holds query, key and value.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F


class Layer(nn.Module):
    """One post-norm transformer layer."""

    def __init__(self, width: int, heads: int, hidden: int) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)
        self.norm_attention = nn.LayerNorm(width, eps=1e-12)
        self.up = nn.Linear(width, hidden)
        self.down = nn.Linear(hidden, width)
        self.norm_hidden = nn.LayerNorm(width, eps=1e-12)

    def forward(self, states: Tensor, keep: Tensor) -> Tensor:
        """Return new states (B, L, D); `keep` (B, 1, 1, L) is True where there is a word piece."""
        batch, length, width = states.shape
        split = self.qkv(states).view(batch, length, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        mixed = F.scaled_dot_product_attention(split[0], split[1], split[2], attn_mask=keep)
        mixed = mixed.transpose(1, 2).reshape(batch, length, width)
        states = self.norm_attention(states + self.out(mixed))
        hidden: Tensor = self.down(F.gelu(self.up(states)))
        normed: Tensor = self.norm_hidden(states + hidden)
        return normed


class MiniLm(nn.Module):
    """A stack of layers over word, place and type embeddings.

    Args:
        vocabulary: How many word pieces.
        width, heads, hidden, layers: Size of the transformer.
        longest: How many places have an embedding.
    """

    def __init__(
        self,
        vocabulary: int,
        width: int = 384,
        heads: int = 12,
        hidden: int = 1536,
        layers: int = 6,
        longest: int = 64,
    ) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, width)
        self.places = nn.Embedding(longest, width)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList([Layer(width, heads, hidden) for _ in range(layers)])

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Return states (B, L, D) of `ids` (B, L) int64; padding (`mask` 0) is not seen by the others."""
        places = torch.arange(ids.shape[1], device=ids.device)
        states: Tensor = self.norm(self.words(ids) + self.places(places))
        keep = mask[:, None, None, :].bool()
        for layer in self.layers:
            states = layer(states, keep)
        return states
