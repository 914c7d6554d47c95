"""Normalisation over the positions of one image."""

from __future__ import annotations

import torch
from torch import Tensor


def instance_norm(tokens: Tensor, eps: float = 1e-5) -> Tensor:
    """Return `tokens` (B, N, C) with mean 0 and variance 1 over the N positions; no parameters."""
    variance, mean = torch.var_mean(
        tokens.float() if tokens.dtype != torch.float64 else tokens, 1, correction=0, keepdim=True
    )
    scale = (variance + eps).rsqrt()
    return torch.addcmul((-mean * scale).to(tokens.dtype), tokens, scale.to(tokens.dtype))
