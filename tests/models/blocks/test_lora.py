"""A low-rank change starts as none, learns alone, and fits linear layers and convolutions."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from rrsis_core.models.blocks.lora import LowRank, adapt


@pytest.mark.parametrize(
    ("layer", "shape"), [(nn.Linear(6, 5), (2, 6)), (nn.Conv2d(3, 4, 3, stride=2, padding=1), (2, 3, 8, 8))]
)
def test_it_begins_as_the_layer_itself(layer: nn.Module, shape: tuple[int, ...]) -> None:
    values = torch.randn(shape)
    changed = LowRank(layer, 2)
    assert torch.equal(changed(values), layer(values))
    nn.init.ones_(changed.up.weight)
    assert changed(values).shape == layer(values).shape
    assert not torch.equal(changed(values), layer(values))


def test_the_formula() -> None:
    layer = LowRank(nn.Linear(6, 5), 2)
    nn.init.normal_(layer.up.weight)
    merged = layer.base.weight + layer.up.weight @ layer.down.weight
    values = torch.randn(3, 6)
    torch.testing.assert_close(layer(values), values @ merged.T + layer.base.bias)


def test_only_the_change_of_named_layers_learns() -> None:
    module = nn.Sequential(nn.Linear(4, 4), nn.Sequential(nn.Linear(4, 4), nn.ReLU()), nn.LayerNorm(4))
    assert adapt(module, r"1\.0", rank=2) == 1
    learning = {name for name, value in module.named_parameters() if value.requires_grad}
    assert learning == {"1.0.down.weight", "1.0.up.weight"}
    module(torch.randn(2, 4)).sum().backward()
    assert module[1][0].weight.shape == (4, 4)
