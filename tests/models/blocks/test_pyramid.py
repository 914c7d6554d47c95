"""The shared map of all stages: pooled to the coarsest, injected into each."""

from __future__ import annotations

import torch
from torch import nn

from rrsis_core.models.blocks.pyramid import Injection, SharedPyramid


def test_sizes_are_kept_also_where_they_do_not_halve() -> None:
    maps = [torch.randn(2, 4, 13, 9), torch.randn(2, 8, 7, 5), torch.randn(2, 16, 4, 3), torch.randn(2, 32, 2, 2)]
    seen: list[torch.Size] = []

    class Spy(nn.Module):
        def forward(self, shared: torch.Tensor, words: torch.Tensor) -> torch.Tensor:
            seen.append(shared.shape)
            return shared + words

    out = SharedPyramid((4, 8, 16, 32), [Spy()]).eval()(maps, torch.ones(1))
    assert [image.shape for image in out] == [image.shape for image in maps]
    assert seen == [torch.Size((2, 15, 2, 2))]


def test_injection_equals_its_formula() -> None:
    layer = Injection(3).eval()
    own, shared = torch.randn(1, 3, 4, 4), torch.randn(1, 3, 4, 4)
    local, glob, act = layer.local_embedding(own), layer.global_embedding(shared), layer.global_act(shared)
    gate = ((layer.bn3(act) + 3).clamp(0, 6)) / 6
    torch.testing.assert_close(layer(own, shared), layer.bn1(local) * gate + layer.bn2(glob))
