"""The visual branch of RMSIN and AeroReformer: one gain a position, from the mean of all channels.

Papers: Rotated Multi-Scale Interaction Network, arXiv 2312.12470; AeroReformer, arXiv 2502.16680.
Code: none of the authors' lines; keys as in their checkpoints.
Our departure: maps need not be square (the authors' code folds any map into a square).
"""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn


class _One(nn.Module):
    """BN(K₁ a) on one channel."""

    def __init__(self) -> None:
        super().__init__()
        self.conv = nn.Conv2d(1, 1, 1, bias=False)
        self.bn = nn.BatchNorm2d(1)

    def forward(self, image: Tensor) -> Tensor:
        out: Tensor = self.bn(self.conv(image))
        return out


class _Chain(nn.Module):
    """BN₂(K₃ ∗ BN₁(k a)) on one channel; the zeros around the map are those of K₃, after BN₁."""

    def __init__(self) -> None:
        super().__init__()
        self.conv1 = nn.Conv2d(1, 1, 1, bias=False)
        self.bn1 = nn.BatchNorm2d(1)
        self.conv2 = nn.Conv2d(1, 1, 3, padding=1, bias=False)
        self.bn2 = nn.BatchNorm2d(1)

    def forward(self, image: Tensor) -> Tensor:
        out: Tensor = self.bn2(self.conv2(self.bn1(self.conv1(image))))
        return out


class RepBlock(nn.Module):
    """P₂(relu(P₁(a))) where P is the sum of a 1×1 part, a 3×3 part and an identity, each normalised."""

    def __init__(self) -> None:
        super().__init__()
        self.brb_3x3, self.brb_3x3_2 = _Chain(), _Chain()
        self.brb_1x1, self.brb_1x1_2 = _One(), _One()
        self.brb_identity, self.brb_identity_2 = nn.BatchNorm2d(1), nn.BatchNorm2d(1)

    def forward(self, image: Tensor) -> Tensor:
        """Return (B, 1, H, W) for `image` (B, 1, H, W)."""
        first = F.relu(self.brb_1x1(image) + self.brb_3x3(image) + self.brb_identity(image))
        out: Tensor = self.brb_1x1_2(first) + self.brb_3x3_2(first) + self.brb_identity_2(first)
        return out


class VisualResidual(nn.Module):
    """x · sigmoid(RepBlock(mean of x over its channels))."""

    def __init__(self) -> None:
        super().__init__()
        self.repblock = RepBlock()

    def forward(self, image: Tensor) -> Tensor:
        """Return (B, H, W, C) for `image` (B, H, W, C)."""
        gain = torch.sigmoid(self.repblock(image.mean(-1).unsqueeze(1)))
        return image * gain.permute(0, 2, 3, 1)
