"""Low-rank changes, as peft stores them, go into the layers that they change."""

from __future__ import annotations

import pytest
import torch
from peft import LoraConfig, inject_adapter_in_model
from torch import nn

from rrsis_core.models.blocks.lora import merged


class _Two(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.conv = nn.Conv2d(3, 4, 3, stride=2, padding=1)
        self.head = nn.Sequential(nn.Linear(4, 5), nn.LayerNorm(5))

    def forward(self, image: torch.Tensor) -> torch.Tensor:
        return self.head(self.conv(image).mean((2, 3)))


@pytest.fixture
def changed() -> nn.Module:
    module = _Two()
    inject_adapter_in_model(LoraConfig(r=2, lora_alpha=2, target_modules=r"conv|head\.0"), module)
    for name, value in module.named_parameters():
        if "lora_B" in name:
            nn.init.normal_(value)
    return module.eval()


def test_a_merged_model_answers_as_the_changed_one(changed: nn.Module) -> None:
    plain, image = _Two().eval(), torch.randn(2, 3, 8, 8)
    before = {key: value.clone() for key, value in changed.state_dict().items()}
    plain.load_state_dict(merged(changed.state_dict()), strict=True)
    torch.testing.assert_close(plain(image), changed(image))
    assert all(torch.equal(value, before[key]) for key, value in changed.state_dict().items())
    assert not torch.equal(plain.conv.weight, before["conv.base_layer.weight"])


def test_half_precision_stays_half(changed: nn.Module) -> None:
    state = {key: value.half() for key, value in changed.state_dict().items()}
    assert {value.dtype for value in merged(state).values()} == {torch.float16}


def test_what_is_incomplete_keeps_its_name(changed: nn.Module) -> None:
    state = changed.state_dict()
    del state["conv.lora_A.default.weight"]
    kept = merged(state)
    assert {"conv.base_layer.weight", "conv.lora_B.default.weight", "head.0.weight"} <= kept.keys()
    plain = _Two().state_dict()
    assert merged(plain) == plain
