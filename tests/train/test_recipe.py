import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file

from rrsis_core.models import create_model
from rrsis_core.training.checkpoint import load_checkpoint
from tests.training.recipes.small import write_data
from train.recipe import STOPPED, steps_shown
from train.train import main

TEXT = """
name = "tried"
model = "lgce"
size = "test"
start = "random"
side = 64
epochs = 2
batch = 2
workers = 0
"""


@pytest.fixture
def run(tmp_path):
    write_data(tmp_path / "own", 4, 2)
    (tmp_path / "run.toml").write_text(TEXT)
    common = ["--data", str(tmp_path / "own"), "--work", str(tmp_path / "work"), "--device", "cpu", "--threads", "1"]
    return lambda *more: main([*more, *common])


def test_a_recipe_is_stopped_resumed_and_leaves_weights_that_load(run, tmp_path, capsys):
    assert run("--config", str(tmp_path / "run.toml"), "--stop-after", "1") == STOPPED
    assert run(str(tmp_path / "run.toml")) == 0
    said = capsys.readouterr().err
    assert "4 steps from 1 on" in said and "epoch 2, val: oIoU" in said and "step 4 of 4" in said and "0:00:0" in said
    model = create_model("lgce", weights=None, size="test")
    model.load_state_dict(load_file(tmp_path / "work" / "tried" / "best.safetensors"), strict=True)
    about = json.loads((tmp_path / "work" / "tried" / "best.json").read_text())
    assert about["data"]["splits"] == {"train": 4, "val": 2} and about["start"] == {}


def test_a_job_that_is_ended_saves_first(tmp_path):
    """A scheduler signals every process of a job, the loading ones too."""
    write_data(tmp_path / "own", 40, 2)
    (tmp_path / "run.toml").write_text(TEXT.replace("workers = 0", "workers = 1").replace("epochs = 2", "epochs = 99"))
    command = [sys.executable, "-m", "train.train", str(tmp_path / "run.toml"), "--data", str(tmp_path / "own")]
    with subprocess.Popen(
        [*command, "--work", str(tmp_path), "--device", "cpu", "--threads", "1"],
        cwd=Path(__file__).parents[2], stderr=subprocess.PIPE, text=True, start_new_session=True,
    ) as running:  # fmt: skip
        said = ""
        while "epoch 1, val" not in said and (line := running.stderr.readline()):
            said += line
        os.killpg(running.pid, signal.SIGTERM)
        rest = running.stderr.read()
        assert running.wait(120) == STOPPED, said + rest
    assert load_checkpoint(tmp_path / "tried" / "last.pt").step >= 20


def test_without_start_weights_the_way_to_them_is_named(run, tmp_path, capsys):
    (tmp_path / "run.toml").write_text(TEXT.replace('start = "random"\n', ""))
    assert run("--config", str(tmp_path / "run.toml")) == 1
    assert "python -m train.fetch swin bert" in capsys.readouterr().err
    assert run("--config", str(tmp_path / "run.toml"), "--from-scratch", "--stop-after", "1") == STOPPED


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('name = "x"\nmodel = "lgce"\nepoch = 2', "Did you mean epochs"),
        ("name = ", "cannot be read as TOML"),
        (TEXT.replace("batch = 2", "batch = 9"), "A step takes 9 samples"),
    ],
)
def test_mistakes_are_named(run, tmp_path, capsys, text, message):
    (tmp_path / "run.toml").write_text(text)
    assert run("--config", str(tmp_path / "run.toml")) == 1
    assert message in capsys.readouterr().err


def test_an_unknown_data_set_is_named(tmp_path, capsys):
    (tmp_path / "run.toml").write_text(TEXT)
    assert main([str(tmp_path / "run.toml"), "--data", str(tmp_path / "nowhere"), "--work", str(tmp_path)]) == 1
    assert "nowhere" in capsys.readouterr().err


def test_steps_are_passed_on():
    assert list(steps_shown(range(3, 6), 3, 6, name="x")) == [3, 4, 5]
    assert torch.get_num_threads() >= 1


def test_parts_must_be_named(run, tmp_path, capsys):
    text = TEXT.replace('"lgce"', '"crobim"').replace('start = "random"', 'start = "parts"')
    (tmp_path / "run.toml").write_text(text)
    assert run(str(tmp_path / "run.toml")) == 1
    assert "--part NAME=FILE" in capsys.readouterr().err
    assert run(str(tmp_path / "run.toml"), "--part", "sam=nowhere.safetensors") == 1
    assert 'no part "sam"' in capsys.readouterr().err
