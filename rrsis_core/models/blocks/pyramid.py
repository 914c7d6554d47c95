"""What RMSIN's CIM and FIANet's TMEM share: all stages meet at the size of the coarsest and bring the result back.

Papers: RMSIN, arXiv 2312.12470; FIANet, arXiv 2409.13637.
Code: none of the authors' lines; keys as in their checkpoints.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
import torch.nn.functional as F
from torch import Tensor, nn


class Injection(nn.Module):
    """BN(local o) · up(hsig(BN(act y))) + up(BN(global y)): a stage's own map, gated and shifted by the shared one."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.local_embedding, self.bn1 = nn.Conv2d(width, width, 1), nn.BatchNorm2d(width)
        self.global_embedding, self.bn2 = nn.Conv2d(width, width, 1), nn.BatchNorm2d(width)
        self.global_act, self.bn3 = nn.Conv2d(width, width, 1), nn.BatchNorm2d(width)

    def forward(self, own: Tensor, shared: Tensor) -> Tensor:
        """Return (B, C, H, W) for `own` (B, C, H, W) and `shared` (B, C, h, w)."""
        size = own.shape[-2:]
        gate = F.hardsigmoid(self.bn3(self.global_act(shared)))
        shift = self.bn2(self.global_embedding(shared))
        local: Tensor = self.bn1(self.local_embedding(own))
        return torch.addcmul(_up(shift, size), local, _up(gate, size))


def _up(image: Tensor, size: Sequence[int]) -> Tensor:
    if tuple(image.shape[-2:]) == tuple(size):
        return image
    return F.interpolate(image, size=tuple(size), mode="bilinear", align_corners=False)


class SharedPyramid(nn.Module):
    """Pool and reduce the stages' maps, let `blocks` work on them, expand, and inject into each stage.

    Args:
        widths: Channels of the stages; the shared map has a quarter of their sum.
        blocks: What happens to the shared map; see `transform`.
    """

    def __init__(self, widths: Sequence[int], blocks: Sequence[nn.Module]) -> None:
        super().__init__()
        total = sum(widths)
        self.widths = list(widths)
        self.down_channel = nn.Conv2d(total, total // 4, 1)
        self.block = nn.ModuleList(blocks)
        self.bn = nn.BatchNorm2d(total // 4)
        self.up_channel = nn.Conv2d(total // 4, total, 1)
        self.fusion = nn.ModuleList(Injection(width) for width in widths)

    def transform(self, shared: Tensor, *words: Tensor) -> Tensor:
        """Return the shared map (B, C, h, w) after the blocks."""
        for block in self.block:
            shared = block(shared, *words)
        return shared

    def forward(self, maps: Sequence[Tensor], *words: Tensor) -> list[Tensor]:
        """Return `maps` (B, C, H, W), each with the shared result injected."""
        size = maps[-1].shape[-2:]
        shared = self.down_channel(torch.cat([F.adaptive_avg_pool2d(image, (size[0], size[1])) for image in maps], 1))
        parts = self.up_channel(self.bn(self.transform(shared, *words))).split(self.widths, 1)
        return [inject(own, part) for inject, own, part in zip(self.fusion, maps, parts)]
