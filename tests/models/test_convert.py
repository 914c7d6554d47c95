"""A checkpoint becomes safetensors in every form the authors' code writes; hostile ones are refused by name."""

from __future__ import annotations

import argparse
import os
import pickle
import random
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file
from torch import Tensor

from rrsis_core.errors import ModelUnknown, WeightsInvalid, WeightsMissing
from rrsis_core.models import convert, create_model

PREFIX = "text_encoder."


@pytest.fixture(autouse=True)
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The real thing at test size: the converter compares with the small member of the family."""
    monkeypatch.setenv("RRSIS_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(convert, "create_model", lambda card, weights: create_model(card, weights=None, size="test"))


@pytest.fixture(scope="module")
def state() -> dict[str, Tensor]:
    return create_model("lavt", weights=None, size="test").state_dict()


def _pair(state: dict[str, Tensor]) -> dict[str, object]:
    text = {key.removeprefix(PREFIX): value for key, value in state.items() if key.startswith(PREFIX)}
    text |= {"embeddings.position_ids": torch.arange(512)[None], "pooler.dense.weight": torch.ones(2, 2)}
    return {
        "model": {key: value for key, value in state.items() if not key.startswith(PREFIX)},
        "bert_model": text,
        "optimizer": {"state": {0: {"exp_avg": torch.ones(3)}}, "param_groups": [{"lr": 5e-5}]},
        "lr_scheduler": {"last_epoch": 3},
        "epoch": 3,
        "args": argparse.Namespace(model="lavt", mha="", lr=5e-5),
    }


FORMS = {
    "pair with optimiser": _pair,
    "one file": lambda state: {"model": state, "epoch": 1},
    "bare": lambda state: dict(state),
    "module prefix": lambda state: {"model": {f"module.{key}": value for key, value in state.items()}},
    "state_dict": lambda state: {"state_dict": state, "args": argparse.Namespace(mha="1-1-1-1")},
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("zipped", [True, False], ids=["zip", "legacy"])
def test_every_form_is_understood(form: str, zipped: bool, state: dict[str, Tensor], tmp_path: Path) -> None:
    path = tmp_path / "mine.pth"
    torch.save(FORMS[form](state), path, _use_new_zipfile_serialization=zipped)
    stored = load_file(convert.add_checkpoint(path, "lavt"))
    assert stored.keys() == state.keys()
    assert all(torch.equal(stored[key], value) for key, value in state.items())


def test_safetensors_are_taken_too(state: dict[str, Tensor], tmp_path: Path) -> None:
    save_file(state, tmp_path / "mine.safetensors")
    assert load_file(convert.add_checkpoint(tmp_path / "mine.safetensors", "lavt")).keys() == state.keys()


class _Hostile:
    def __init__(self, trace: Path) -> None:
        self.trace = trace

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, (f"touch '{self.trace}'",)


@pytest.mark.parametrize("zipped", [True, False], ids=["zip", "legacy"])
def test_a_hostile_pickle_is_refused_by_name(zipped: bool, state: dict[str, Tensor], tmp_path: Path) -> None:
    path = tmp_path / "evil.pth"
    torch.save({"model": state, "args": _Hostile(tmp_path / "was-here")}, path, _use_new_zipfile_serialization=zipped)
    with pytest.raises(WeightsInvalid, match=r"posix\.system"):
        convert.add_checkpoint(path, "lavt")
    assert not (tmp_path / "was-here").exists()
    assert not (tmp_path / "cache").exists()


@pytest.mark.filterwarnings("ignore:Detected pickle protocol")
def test_a_plain_pickle_is_refused_without_naming_a_number(tmp_path: Path) -> None:
    (tmp_path / "x.pth").write_bytes(pickle.dumps({"model": _Hostile(tmp_path / "was-here")}, protocol=4))
    with pytest.raises(WeightsInvalid, match="is corrupt or asks for more than tensors"):
        convert.add_checkpoint(tmp_path / "x.pth", "lavt")
    assert not (tmp_path / "was-here").exists()


def test_another_models_checkpoint_is_refused(state: dict[str, Tensor], tmp_path: Path) -> None:
    torch.save({"model": state}, tmp_path / "lavt.pth")
    with pytest.raises(WeightsInvalid, match=r"lavt\.pth as lgce: \d+ tensors missing"):
        convert.add_checkpoint(tmp_path / "lavt.pth", "lgce")


def test_heads_that_the_model_does_not_know_are_refused(state: dict[str, Tensor], tmp_path: Path) -> None:
    torch.save({"model": state, "args": argparse.Namespace(mha="4-4-4-4")}, tmp_path / "mha.pth")
    with pytest.raises(WeightsInvalid, match="--mha 4-4-4-4"):
        convert.add_checkpoint(tmp_path / "mha.pth", "lavt")


@pytest.mark.parametrize("content", [{"epoch": 3}, [torch.ones(1)], {"model": 3}])
def test_no_tensors(content: object, tmp_path: Path) -> None:
    torch.save(content, tmp_path / "x.pth")
    with pytest.raises(WeightsInvalid, match="holds"):
        convert.add_checkpoint(tmp_path / "x.pth", "lavt")


@pytest.mark.parametrize("content", [b"", b"<html>Quota exceeded</html>", b"PK\x03\x04broken"])
def test_no_checkpoint_at_all(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.pth").write_bytes(content)
    with pytest.raises(WeightsInvalid):
        convert.add_checkpoint(tmp_path / "x.pth", "lavt")


def test_a_cut_off_checkpoint(state: dict[str, Tensor], tmp_path: Path) -> None:
    torch.save({"model": state}, tmp_path / "x.pth")
    whole = (tmp_path / "x.pth").read_bytes()
    (tmp_path / "x.pth").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(WeightsInvalid):
        convert.add_checkpoint(tmp_path / "x.pth", "lavt")


@pytest.mark.filterwarnings("ignore:Detected pickle protocol")
@pytest.mark.parametrize("zipped", [True, False], ids=["zip", "legacy"])
def test_a_damaged_checkpoint(zipped: bool, tmp_path: Path) -> None:
    content = {"model": {"a": torch.randn(3, 4), "b": torch.zeros(2)}, "args": argparse.Namespace(mha="1-1-1-1")}
    path = tmp_path / "x.pth"
    torch.save(content, path, _use_new_zipfile_serialization=zipped)
    whole, draw = path.read_bytes(), random.Random(1)
    refused = 0
    for _ in range(100):
        damaged = bytearray(whole)
        for _ in range(4):
            damaged[draw.randrange(len(damaged))] = draw.randrange(256)
        path.write_bytes(damaged)
        try:
            convert.read_state(path)
        except WeightsInvalid:
            refused += 1
    assert refused > 5


def test_wrong_names(tmp_path: Path) -> None:
    with pytest.raises(ModelUnknown):
        convert.add_checkpoint(tmp_path / "x.pth", "lavvt")
    with pytest.raises(WeightsMissing):
        convert.add_checkpoint(tmp_path / "x.pth", "lavt")
    with pytest.raises(WeightsMissing, match="is a folder"):
        convert.read_checkpoint(tmp_path)
