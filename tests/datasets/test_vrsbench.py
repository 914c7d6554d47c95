"""VRSBench: boxes as shares or percent of the image."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rrsis_core.datasets.truth import read_frame
from rrsis_core.datasets.vrsbench import is_vrsbench, open_vrsbench
from rrsis_core.errors import DatasetInvalid
from tests.datasets.fakes import vrsbench


def test_boxes_of_both_halves(tmp_path: Path) -> None:
    data = open_vrsbench(vrsbench(tmp_path))
    assert is_vrsbench(tmp_path)
    assert data.splits() == {"train": 2, "val": 1}
    sample = data.samples[0]
    assert not sample.truth.exact
    assert [box.bounds for box in sample.truth.in_pixels(read_frame(sample.image))] == [(8, 6, 16, 12)]
    assert sample.mask().sum() == 48


def put_box(root: Path, box: object) -> None:
    path = root / "Annotations_val" / "0.json"
    values = json.loads(path.read_text())
    values["objects"][0]["obj_coord"] = box
    path.write_text(json.dumps(values))


def test_percent_is_understood(tmp_path: Path) -> None:
    put_box(vrsbench(tmp_path), [25, 25, 50, 50])
    assert open_vrsbench(tmp_path).samples[-1].mask().sum() == 48


@pytest.mark.parametrize("box", [[1, 2, 3], None, [0.5, 0, 0.2, 1], [0, 0, 0, 500], ["a", 0, 0, 0]])
def test_a_box_that_is_none_is_named(tmp_path: Path, box: object) -> None:
    put_box(vrsbench(tmp_path), box)
    with pytest.raises(DatasetInvalid, match=r"0\.json is not of the published shape"):
        open_vrsbench(tmp_path)


def test_nothing_there(tmp_path: Path) -> None:
    with pytest.raises(DatasetInvalid, match="xiang709/VRSBench"):
        open_vrsbench(tmp_path)
