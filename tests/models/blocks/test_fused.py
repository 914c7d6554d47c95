"""Fused convolutions give what the layers give one by one, at any size, and leave the layers alone."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor, nn

from rrsis_core.models.blocks.fused import FusedConv, fused, is_available

pytestmark = pytest.mark.skipif(not is_available(), reason="this build of PyTorch lacks oneDNN's operators")


class Block(nn.Module):
    """Two convolutions beside a shorter way, as in a residual network, and a layer that something else looks at."""

    def __init__(self) -> None:
        super().__init__()
        self.first = nn.Sequential(nn.Conv2d(8, 8, 3, padding=1, bias=False), nn.BatchNorm2d(8), nn.ReLU(inplace=True))
        self.second, self.norm = nn.Conv2d(8, 12, 3, stride=2, padding=1, groups=2), nn.BatchNorm2d(12)
        self.short = nn.Sequential(
            nn.AvgPool2d(2, ceil_mode=True), nn.Identity(), nn.Conv2d(8, 12, 1), nn.BatchNorm2d(12)
        )
        self.act = nn.ReLU()
        self.scale = nn.GroupNorm(2, 12)

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        y = self.norm(self.second(self.first(x)))
        y += self.short(x)
        return self.scale(self.act(y)), y


@pytest.fixture
def block() -> Block:
    torch.manual_seed(0)
    made = Block().eval()
    for norm in (made.first[1], made.norm, made.short[3]):
        nn.init.uniform_(norm.running_mean, -1, 1)
        nn.init.uniform_(norm.running_var, 0.5, 2)
        nn.init.uniform_(norm.weight, 0.5, 2)
        nn.init.uniform_(norm.bias, -1, 1)
    return made


@pytest.mark.parametrize("size", [(2, 8, 16, 16), (1, 8, 9, 21)])
def test_all_that_follows_is_taken_in_and_nothing_changes(block: Block, size: tuple[int, ...]) -> None:
    before = {name: value.clone() for name, value in block.state_dict().items()}
    with torch.inference_mode():
        made = fused(block, torch.float32)
        x = torch.randn(size).to(memory_format=torch.channels_last)
        for found, expected in zip(made(x), block(x)):
            torch.testing.assert_close(found, expected, atol=1e-5, rtol=1e-5)
    kinds = [type(child) for child in made.modules()]
    assert kinds.count(FusedConv) == 3
    assert not {nn.Conv2d, nn.BatchNorm2d, nn.Identity} & set(kinds)
    assert all(torch.equal(value, before[name]) for name, value in block.state_dict().items())


def test_bfloat16_is_the_same_but_for_its_digits(block: Block) -> None:
    with torch.inference_mode():
        x = torch.randn(1, 8, 16, 16)
        found = fused(block, torch.bfloat16)(x.bfloat16().to(memory_format=torch.channels_last))[0]
        assert found.dtype == torch.bfloat16
        torch.testing.assert_close(found.float(), block(x)[0], atol=0.1, rtol=0.05)
