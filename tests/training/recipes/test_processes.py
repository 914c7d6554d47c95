import os
import subprocess
import sys
from pathlib import Path

import pytest
import torch

from rrsis_core.datasets.own import open_own
from rrsis_core.errors import DeviceUnavailable, TrainingFailed
from rrsis_core.models import create_model
from rrsis_core.training.recipes.loop import Run
from rrsis_core.training.recipes.processes import Processes, join
from tests.training.recipes.small import RECIPE, write_data
from tests.training.recipes.test_loop import make

ROOT = Path(__file__).parents[3]


def test_alone_nobody_is_asked():
    with join("cpu") as processes:
        assert processes.first and processes.add_up([1, 2]) == [1.0, 2.0] and processes.gather("x") == ["x"]
        processes.check_alike(torch.nn.Linear(1, 1))


def test_a_device_that_is_not_there_is_named():
    if torch.cuda.is_available():
        pytest.skip("here is a card")
    with pytest.raises(DeviceUnavailable), join("cuda"):
        pass


def test_another_number_of_processes_does_not_go_on(tmp_path):
    data = open_own(write_data(tmp_path / "own", 4, 1))
    make(data, tmp_path / "run").carry_out(stop_after=1)
    model = create_model("lavt", weights=None, size="test")
    with pytest.raises(TrainingFailed, match="1 processes, not 2"):
        Run(RECIPE, data, model, tmp_path / "run", Processes(torch.device("cpu"), 0, 2))


def test_two_processes_learn_as_one_and_resume_exactly(tmp_path):
    write_data(tmp_path / "own", 9, 3)
    command = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2"]
    done = subprocess.run(
        [*command, "-m", "tests.training.recipes.spread", str(tmp_path)],
        cwd=ROOT, env={**os.environ, "OMP_NUM_THREADS": "1"}, capture_output=True, text=True, timeout=240,
    )  # fmt: skip
    assert done.returncode == 0, "\n".join(done.stderr.splitlines()[:40])
    assert "no longer have the same weights" in (tmp_path / "ok-0").read_text()
    assert (tmp_path / "ok-1").is_file()
