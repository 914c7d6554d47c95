"""NWPU-Refer by the layout that is assumed, with references that mean nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rrsis_core.datasets.nwpu_refer import is_nwpu_refer, open_nwpu_refer
from rrsis_core.errors import DatasetInvalid, DatasetUnverified
from tests.datasets.fakes import COUNTS, nwpu_refer


def test_references_without_a_segmentation_mean_nothing(tmp_path: Path) -> None:
    path = nwpu_refer(tmp_path) / "instances.json"
    values = json.loads(path.read_text())
    values["annotations"][3]["segmentation"] = []
    path.write_text(json.dumps(values))
    data = open_nwpu_refer(tmp_path)
    assert is_nwpu_refer(tmp_path)
    assert data.splits() == COUNTS
    assert [sample.kind for sample in data.samples] == ["unstated", "unstated", "unstated", "absent"]
    assert not data.samples[3].mask().any()
    with pytest.warns(DatasetUnverified, match="layout of REFER is assumed"):
        data.check_counts()


def test_no_references(tmp_path: Path) -> None:
    with pytest.raises(DatasetInvalid, match=r"has no refs\*\.p"):
        open_nwpu_refer(tmp_path)
