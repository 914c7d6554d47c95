import json
from dataclasses import replace

import numpy as np
import pytest
import torch
from safetensors.torch import load_file
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

from rrsis_core.datasets.own import open_own
from rrsis_core.errors import DiskFull
from rrsis_core.training.recipes.choosing import Chosen
from rrsis_core.training.recipes.processes import Processes
from rrsis_core.training.recipes.records import Records, describe
from tests.training.recipes.small import RECIPE, largest_file, write_data


@pytest.fixture
def data(tmp_path):
    return open_own(write_data(tmp_path / "own", 2, 1))


def test_curves_pictures_and_phrases_can_be_read_back(data, tmp_path):
    records = Records(tmp_path, describe(RECIPE, data, Processes(torch.device("cpu")), {}))
    records.numbers(3, {"loss": 0.5})
    half = np.zeros((8, 8), bool)
    half[:4] = True
    records.pictures(3, Chosen({}, [], [(np.full((8, 8, 3), 100, np.uint8), half, ~half, "the red roof")]))
    records.close()
    read = EventAccumulator(str(tmp_path / "curves"))
    read.Reload()
    assert read.Scalars("train/loss")[0].value == 0.5 and read.Scalars("train/loss")[0].step == 3
    assert read.Tags()["images"] == ["val/0"]
    assert b"the red roof" in read.Tensors("val/0/text_summary")[0].tensor_proto.string_val[0]


def test_weights_and_their_description_are_replaced_together(data, tmp_path):
    about = describe(replace(RECIPE, seed=4), data, Processes(torch.device("cpu")), {"a": "00"})
    records = Records(tmp_path, about)
    records.weights({"x": torch.ones(2)}, 7, {"oIoU": 0.5}, [{"epoch": 1}])
    told = json.loads((tmp_path / "best.json").read_text())
    assert told["step"] == 7 and told["recipe"]["seed"] == 4 and told["history"] == [{"epoch": 1}]

    with largest_file(1000), pytest.raises(DiskFull, match="are kept"):
        records.weights({"x": torch.zeros(2000)}, 9, {}, [])
    assert torch.equal(load_file(tmp_path / "best.safetensors")["x"], torch.ones(2))
    assert json.loads((tmp_path / "best.json").read_text())["step"] == 7
    assert (tmp_path / "best.safetensors").stat().st_mode & 0o777 == 0o644 and not list(tmp_path.glob("*.part"))
    records.close()
