"""The decoder of LAVT: from the coarsest map to the finest, by upsampling, concatenation and two 3×3 convolutions each.

Paper: LAVT, arXiv 2112.02244, section 3.4. Code: none of the authors' lines; keys as in their checkpoints.
Our departure: on a processor the convolution of an enlarged map mixes its channels before it is enlarged, which is the
same sum in another order with a quarter of the products.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import cast

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from .dense import linear


def upsample(image: Tensor, size: Sequence[int]) -> Tensor:
    """Return `image` (B, C, h, w) at `size` (height, width), bilinear with corners aligned, as all these papers do."""
    if tuple(image.shape[-2:]) == tuple(size):
        return image
    return F.interpolate(image, size=tuple(size), mode="bilinear", align_corners=True)


@lru_cache(maxsize=32)
def _spread(small: int, large: int, device: torch.device, dtype: torch.dtype) -> Tensor:
    """Return (3, large, small): how an axis is enlarged, seen from the neighbour before, from itself and after it.

    Beyond the ends there is nothing, as in a convolution padded with zeros.
    """
    at = torch.arange(large, dtype=torch.float64) * ((small - 1) / max(large - 1, 1))
    lower = at.floor().clamp(max=max(small - 2, 0)).long()
    matrix = torch.zeros(large, small, dtype=torch.float64)
    rows = torch.arange(large)
    matrix[rows, lower] = 1 - (at - lower)
    matrix[rows, (lower + 1).clamp(max=small - 1)] += at - lower
    none = torch.zeros(1, small, dtype=torch.float64)
    return torch.stack((torch.cat((none, matrix[:-1])), matrix, torch.cat((matrix[1:], none)))).to(device, dtype)


def convolve_enlarged(image: Tensor, weight: Tensor, size: Sequence[int]) -> Tensor:
    """Return the 3×3 convolution (B, O, H, W), padded with zeros, of `upsample(image, size)`; weight (O, C, 3, 3).

    Enlarging acts on places and the kernel's taps on channels, so the two change places: nine products of channels at
    the small size, then the shifted enlargements of both axes as two products with thin matrices.
    """
    batch, channels, height, width = image.shape
    rows, cols = (
        _spread(small, large, image.device, image.dtype) for small, large in zip((height, width), size, strict=True)
    )
    right = cols.permute(1, 2, 0).reshape(size[1], 3 * width)
    left = rows.permute(1, 0, 2).reshape(size[0], 3 * height)
    tokens, out = image.permute(0, 2, 3, 1), weight.shape[0]
    parts = []
    for tap in weight.unbind(2):
        mixed = linear(tokens, tap.permute(2, 0, 1).reshape(3 * out, channels))
        parts.append(torch.matmul(right, mixed.view(batch, height, 3 * width, out)).flatten(2))
    return torch.matmul(left, torch.cat(parts, 1)).view(batch, *size, out).permute(0, 3, 1, 2)


def _small_first(image: Tensor, size: Sequence[int], training: bool) -> bool:
    """Return whether `convolve_enlarged` is the cheaper way: where the map grows, on a processor, without gradients."""
    height, width = image.shape[-2:]
    return image.device.type == "cpu" and not training and size[0] * size[1] >= 3 * height * width


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
            image = F.relu(self.get_submodule(f"bn1_{step}")(self._joined(step, image, lateral)))
            image = F.relu(self.get_submodule(f"bn2_{step}")(self.get_submodule(f"conv2_{step}")(image)))
        out: Tensor = self.conv1_1(image)
        return out

    def _joined(self, step: int, image: Tensor, lateral: Tensor) -> Tensor:
        """Return the first convolution of a step, over `image` enlarged to `lateral` and `lateral`."""
        convolution = cast("nn.Conv2d", self.get_submodule(f"conv1_{step}"))
        size, above = lateral.shape[-2:], image.shape[1]
        if not _small_first(image, size, self.training):
            out: Tensor = convolution(torch.cat((upsample(image, size), lateral), 1))
            return out
        fine = F.conv2d(lateral, convolution.weight[:, above:], padding=1)
        return fine + convolve_enlarged(image, convolution.weight[:, :above], size)
