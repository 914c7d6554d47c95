"""RISBench in both namings of its folders."""

from __future__ import annotations

from pathlib import Path

import pytest

from rrsis_core.datasets.risbench import is_risbench, open_risbench
from rrsis_core.errors import DatasetInvalid, DatasetUnverified
from tests.datasets.fakes import COUNTS, risbench


def test_triplets_in_both_namings(tmp_path: Path) -> None:
    data = open_risbench(risbench(tmp_path))
    assert is_risbench(tmp_path)
    assert data.splits() == COUNTS
    assert data.samples[0].mask().sum() == 72
    (tmp_path / "img_rgb").rename(tmp_path / "images")
    (tmp_path / "mask").rename(tmp_path / "masks")
    assert open_risbench(tmp_path).splits() == COUNTS
    with pytest.warns(DatasetUnverified, match="counts"):
        data.check_counts()


def test_missing_folders_are_named(tmp_path: Path) -> None:
    with pytest.raises(DatasetInvalid, match="no folder img_rgb or images: get RISBench_dataset"):
        open_risbench(tmp_path)
