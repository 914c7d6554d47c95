"""The decoder of LAVT: from the coarsest map to the finest, by upsampling, concatenation and two 3×3 convolutions each.

Paper: LAVT, arXiv 2112.02244, section 3.4. Code: none of the authors' lines; keys as in their checkpoints.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import torch
import torch.nn.functional as F
from torch import Tensor, nn


def upsample(image: Tensor, size: Sequence[int]) -> Tensor:
    """Return `image` (B, C, h, w) at `size` (height, width), bilinear with corners aligned, as all these papers do."""
    if tuple(image.shape[-2:]) == tuple(size):
        return image
    return F.interpolate(image, size=tuple(size), mode="bilinear", align_corners=True)


def _second_convolution(width: int) -> nn.Module:
    return nn.Conv2d(width, width, 3, padding=1, bias=False)


class LavtDecoder(nn.Module):
    """Four maps to two channels of logits at the finest map's size.

    Args:
        widths: Channels of the maps, finest first.
        hidden: Channels in between.
        second: Makes the second convolution of each step; RMSIN puts rotated ones here.
    """

    def __init__(
        self, widths: Sequence[int], hidden: int, second: Callable[[int], nn.Module] = _second_convolution
    ) -> None:
        super().__init__()
        above = widths[-1]
        for step, lateral in zip((4, 3, 2), reversed(widths[:-1])):
            self.add_module(f"conv1_{step}", nn.Conv2d(above + lateral, hidden, 3, padding=1, bias=False))
            self.add_module(f"bn1_{step}", nn.BatchNorm2d(hidden))
            self.add_module(f"conv2_{step}", second(hidden))
            self.add_module(f"bn2_{step}", nn.BatchNorm2d(hidden))
            above = hidden
        self.conv1_1 = nn.Conv2d(hidden, 2, 1)

    def forward(self, maps: Sequence[Tensor]) -> Tensor:
        """Return logits (B, 2, H, W) for `maps`, finest first: background, object."""
        image = maps[-1]
        for step, lateral in zip((4, 3, 2), reversed(maps[:-1])):
            image = torch.cat((upsample(image, lateral.shape[-2:]), lateral), 1)
            for part in (1, 2):
                image = self.get_submodule(f"conv{part}_{step}")(image)
                image = F.relu(self.get_submodule(f"bn{part}_{step}")(image))
        out: Tensor = self.conv1_1(image)
        return out
