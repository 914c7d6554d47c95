"""Models with frozen layers learn by low-rank changes, which begin as none; asking needs no peft."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
import torch

from rrsis_core import models
from rrsis_core.catalog import CATALOG
from rrsis_core.errors import TrainingFailed
from rrsis_core.models import create_model, ready_to_learn
from rrsis_core.models.blocks.lora import RANK
from rrsis_core.models.low_rank import adapt

IDS = torch.tensor([[5, 6, 7, 0]])


@pytest.mark.parametrize("name", ["rsrefseg-b", "rsrefseg2"])
def test_changes_begin_as_none_and_learn_alone(name: str) -> None:
    torch.manual_seed(0)
    model = create_model(name, weights=None, size="test")
    image, mask = torch.randn(1, 3, 64, 64), (IDS > 0).long()
    before = model(image, IDS, mask)
    assert model.learns_by == f"{adapt.__module__.rpartition('.')[2]}:adapt"
    ready_to_learn(model)
    torch.testing.assert_close(model.eval()(image, IDS, mask), before)
    for each in model.low_rank:
        learning = {key for key, value in model.get_submodule(each.part).named_parameters() if value.requires_grad}
        assert learning and all(".lora_" in key for key in learning)
    down = model.siglip.text_model.get_parameter("encoder.layers.0.self_attn.q_proj.lora_A.default.weight")
    assert down.shape == (RANK, 32)


def test_what_is_learnt_is_answered_without_the_changes() -> None:
    model = create_model("rsrefseg2", weights=None, size="test")
    ready_to_learn(model)
    with torch.no_grad():
        for key, value in model.named_parameters():
            if "lora_B" in key:
                value.normal_(std=0.05)
    other = create_model("rsrefseg2", weights=None, size="test")
    other.load_state_dict(other.translate(model.state_dict()), strict=True)
    image, mask = torch.randn(1, 3, 64, 64), (IDS > 0).long()
    with torch.inference_mode():
        torch.testing.assert_close(other(image, IDS, mask), model.eval()(image, IDS, mask), rtol=1e-4, atol=1e-7)


def test_others_are_ready_as_they_are() -> None:
    model = create_model("lavt", weights=None, size="test")
    keys = list(model.state_dict())
    ready_to_learn(model)
    assert list(model.state_dict()) == keys
    changed = {card.name for card in CATALOG.values() if card.name.startswith("rsrefseg")}
    assert changed == {"rsrefseg-b", "rsrefseg-l", "rsrefseg2"}


def test_without_peft_one_can_ask_but_not_learn(monkeypatch: pytest.MonkeyPatch) -> None:
    core = Path(models.__file__).parents[1]
    askers = {path.name for path in core.rglob("*.py") if re.search(r"^(from|import) peft", path.read_text(), re.M)}
    assert askers == {"low_rank.py"}
    model = create_model("rsrefseg-b", weights=None, size="test")
    monkeypatch.setitem(sys.modules, "peft", None)
    monkeypatch.delitem(sys.modules, "rrsis_core.models.low_rank")
    with pytest.raises(TrainingFailed, match=r'"peft".*train/requirements\.txt'):
        ready_to_learn(model)
