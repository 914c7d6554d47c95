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


def test_the_average_moves_towards_the_weights():
    model = nn.BatchNorm1d(1)
    average = {key: torch.zeros_like(value) for key, value in model.state_dict().items()}
    model.num_batches_tracked += 4
    update_average(average, model, 0.75)
    assert average["weight"] == 0.25 and average["num_batches_tracked"] == 4
