"""Low-rank adaptation: a frozen layer and a small learned change of it.

Paper: LoRA: Low-Rank Adaptation of Large Language Models, arXiv 2106.09685. Written from its formula,
y = W x + (α / r) B A x with B = 0 at first, which is shorter than a dependency for it.
"""

from __future__ import annotations

import re

from torch import Tensor, nn


class LowRank(nn.Module):
    """A frozen linear layer or convolution plus its learned low-rank change.

    Args:
        base: The layer, which is frozen.
        rank: Channels in between.
        drop: Dropout before the change, in training.
    """

    def __init__(self, base: nn.Linear | nn.Conv2d, rank: int, drop: float = 0.0) -> None:
        super().__init__()
        self.base = base.requires_grad_(False)
        self.drop = nn.Dropout(drop)
        if isinstance(base, nn.Conv2d):
            place = {"stride": base.stride, "padding": base.padding}
            self.down: nn.Module = nn.Conv2d(base.in_channels, rank, base.kernel_size, bias=False, **place)  # type: ignore[arg-type]
            self.up: nn.Module = nn.Conv2d(rank, base.out_channels, 1, bias=False)
        else:
            self.down = nn.Linear(base.in_features, rank, bias=False)
            self.up = nn.Linear(rank, base.out_features, bias=False)
        nn.init.zeros_(self.up.weight)  # type: ignore[arg-type]

    @property
    def weight(self) -> Tensor:
        """The frozen weight, for callers that ask a layer for its type."""
        return self.base.weight

    def forward(self, values: Tensor) -> Tensor:
        """Return what the layer gives, changed; α is r, so that the change counts once."""
        out: Tensor = self.base(values) + self.up(self.down(self.drop(values)))
        return out


def adapt(module: nn.Module, names: str, rank: int = 16, drop: float = 0.0) -> int:
    """Freeze `module` but for a low-rank change of the layers whose whole name matches `names`; return how many."""
    module.requires_grad_(False)
    found = [
        (name, layer)
        for name, layer in module.named_modules()
        if re.fullmatch(names, name) and isinstance(layer, (nn.Linear, nn.Conv2d))
    ]
    for name, layer in found:
        parent, _, last = name.rpartition(".")
        setattr(module.get_submodule(parent), last, LowRank(layer, rank, drop))
    return len(found)
