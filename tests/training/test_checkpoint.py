import contextlib
import random

import pytest
import torch
from torch import nn

from rrsis_core.errors import TrainingFailed
from rrsis_core.training.checkpoint import check_same_run, load_checkpoint, save_checkpoint, update_average
from rrsis_core.training.config import TrainConfig

RUN = TrainConfig(name="x", seed=3)


@pytest.fixture()
def saved(tmp_path):
    model = nn.Linear(2, 2)
    average = {key: value.clone() for key, value in model.state_dict().items()}
    save_checkpoint(tmp_path / "x.pt", model, average, torch.optim.AdamW(model.parameters()), 5, RUN)
    return tmp_path / "x.pt"


def test_what_is_saved_comes_back(saved):
    done = load_checkpoint(saved)
    assert done.step == 5 and set(done.average) == {"weight", "bias"}
    check_same_run(done, TrainConfig(name="x", seed=3, steps=9), saved)


def test_another_run_is_refused(saved):
    with pytest.raises(TrainingFailed, match="seed"):
        check_same_run(load_checkpoint(saved), TrainConfig(name="x", seed=4), saved)


def test_a_cut_file_is_refused(saved):
    saved.write_bytes(saved.read_bytes()[:100])
    with pytest.raises(TrainingFailed):
        load_checkpoint(saved)


def test_a_file_of_another_kind_is_refused(saved, tmp_path):
    """A checkpoint with a class in it, bare weights, a picture: none may end in an error of torch or pickle."""
    whole = torch.load(saved, weights_only=True)
    for number, content in enumerate(
        (
            nn.Linear(1, 1),
            [1],
            {"weight": torch.ones(1)},
            {1: 2},
            {**whole, "model": 5},
            {**whole, "step": "5"},
            {**whole, "average": {"weight": 3}},
            {**whole, "config": None},
        )
    ):
        torch.save(content, tmp_path / f"{number}.pt")
        with pytest.raises(TrainingFailed, match="Delete it to begin anew"):
            load_checkpoint(tmp_path / f"{number}.pt")
    for number, content in enumerate((b"", b"hello", b"\x80\x02]q\x00.", b"\x80\x04N.", b"\x80\x02}.")):
        (tmp_path / f"{number}.pt").write_bytes(content)
        with pytest.raises(TrainingFailed, match="Delete it to begin anew"):
            load_checkpoint(tmp_path / f"{number}.pt")
    with pytest.raises(TrainingFailed, match="Delete it to begin anew"):
        load_checkpoint(tmp_path / "none.pt")


def test_a_damaged_byte_is_never_an_error_of_another_kind(saved):
    raw, chance = saved.read_bytes(), random.Random(0)
    for _ in range(200):
        damaged = bytearray(raw)
        for _ in range(chance.choice((1, 2, 20))):
            damaged[chance.randrange(len(damaged))] = chance.randrange(256)
        saved.write_bytes(damaged)
        with contextlib.suppress(TrainingFailed):
            load_checkpoint(saved)


def test_the_average_moves_towards_the_weights():
    model = nn.BatchNorm1d(1)
    average = {key: torch.zeros_like(value) for key, value in model.state_dict().items()}
    model.num_batches_tracked += 4
    update_average(average, model, 0.75)
    assert average["weight"] == 0.25 and average["num_batches_tracked"] == 4
