"""A 3×3 convolution whose kernel turns with each image.

Paper: Adaptive Rotated Convolution for Rotated Object Detection, arXiv 2303.07820, with one kernel, as RMSIN uses it.
Code: none of the authors' lines; keys as in RMSIN's checkpoints (`rounting_func` is spelled so there).
"""

from __future__ import annotations

import math

import torch
import torch.nn.functional as F
from torch import Tensor, nn

MAX_ANGLE = math.radians(40.0)


def turn_taps(angle: Tensor) -> Tensor:
    """Return (B, 9, 9): row = new tap, column = weight of each old tap, for `angle` (B,) in radians.

    The new tap at (x, y), x right and y down, samples the old ones bilinearly at (x cos − y sin, x sin + y cos), each
    coordinate clamped to [−1, 1] first.
    """
    axis = torch.arange(-1, 2, device=angle.device, dtype=angle.dtype)
    down, right = (grid.flatten() for grid in torch.meshgrid(axis, axis, indexing="ij"))
    cos, sin = angle.cos()[:, None], angle.sin()[:, None]
    x = (right * cos - down * sin).clamp(-1, 1)
    y = (right * sin + down * cos).clamp(-1, 1)
    near_x = (1 - (x[..., None] - right).abs()).clamp(min=0)
    near_y = (1 - (y[..., None] - down).abs()).clamp(min=0)
    return near_x * near_y


class ChannelNorm(nn.Module):
    """LayerNorm over the channels of each position of a map."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(width)

    def forward(self, image: Tensor) -> Tensor:
        """Return (B, C, H, W) for `image` (B, C, H, W)."""
        out: Tensor = self.norm(image.permute(0, 2, 3, 1)).permute(0, 3, 1, 2)
        return out


class Router(nn.Module):
    """Says of each image how strong its kernel is and by which angle it turns."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.dwc = nn.Conv2d(width, width, 3, padding=1, groups=width, bias=False)
        self.norm = ChannelNorm(width)
        self.fc_alpha = nn.Linear(width, 1)
        self.fc_theta = nn.Linear(width, 1, bias=False)
        for layer in (self.dwc, self.fc_alpha, self.fc_theta):
            nn.init.trunc_normal_(layer.weight, std=0.02)

    def forward(self, image: Tensor) -> tuple[Tensor, Tensor]:
        """Return strength (B, 1) and angle (B, 1), the latter in radians below 40°, for `image` (B, C, H, W)."""
        pooled = F.relu(self.norm(self.dwc(image))).mean((2, 3))
        strength = torch.sigmoid(self.fc_alpha(F.dropout(pooled, 0.2, self.training)))
        angle = F.softsign(self.fc_theta(F.dropout(pooled, 0.2, self.training))) * MAX_ANGLE
        return strength, angle


class RotatedConvolution(nn.Module):
    """Each image is convolved with its own turned and scaled kernel: stride 1, zero padding 1, no bias."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.randn(1, width, width, 3, 3) * math.sqrt(2.0 / (9 * width)))
        self.rounting_func = Router(width)

    def forward(self, image: Tensor) -> Tensor:
        """Return (B, C, H, W) for `image` (B, C, H, W)."""
        batch, width, height, breadth = image.shape
        strength, angle = self.rounting_func(image)
        wide = torch.float64 if image.dtype == torch.float64 else torch.float32
        turn = (turn_taps(angle[:, 0].to(wide)) * strength.to(wide)[..., None]).to(image.dtype)
        kernels = torch.matmul(self.weight.reshape(1, width * width, 9), turn.transpose(1, 2))
        together = F.conv2d(
            image.reshape(1, batch * width, height, breadth),
            kernels.reshape(batch * width, width, 3, 3),
            padding=1,
            groups=batch,
        )
        return together.view(batch, width, height, breadth)
