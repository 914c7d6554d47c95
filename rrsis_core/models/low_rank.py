"""Lets a model learn low-rank changes of its frozen layers, by the library peft; only learning imports this module."""

from __future__ import annotations

from typing import Protocol, cast

from peft import LoraConfig, inject_adapter_in_model
from torch import nn

from .blocks.lora import RANK, LowRank


class AdaptsLowRank(Protocol):
    """A model that names its frozen parts and their changed layers."""

    low_rank: tuple[LowRank, ...]


def adapt(model: nn.Module) -> None:
    """Freeze the parts of `model` that it names but for low-rank changes, which begin as none."""
    for each in cast("AdaptsLowRank", model).low_rank:
        part = model.get_submodule(each.part)
        part.requires_grad_(False)
        config = LoraConfig(r=RANK, lora_alpha=RANK, lora_dropout=each.drop, target_modules=each.layers)
        inject_adapter_in_model(config, part)
