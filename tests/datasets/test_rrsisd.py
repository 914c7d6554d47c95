"""RRSIS-D as published, its pickle read without running anything in it."""

from __future__ import annotations

import json
import os
import pickle
from pathlib import Path

import pytest

from rrsis_core.datasets.rrsisd import EXPECTED, is_rrsisd, open_rrsisd
from rrsis_core.errors import DatasetInvalid
from tests.datasets.fakes import COUNTS, rrsisd


def test_triplets_of_all_splits(tmp_path: Path) -> None:
    data = open_rrsisd(rrsisd(tmp_path))
    assert is_rrsisd(tmp_path)
    assert data.splits() == COUNTS
    assert {sample.target for sample in data.samples} == {"thing"}
    assert [int(sample.mask().sum()) for sample in data.samples[:2]] == [72, 72]
    assert data.samples[2].mask().shape == (25, 32)  # the mask has 24 rows
    assert sum(EXPECTED.values()) == 17402


class Trap:
    def __reduce__(self) -> tuple:
        return os.mkdir, ("caught",)


def test_code_in_the_pickle_is_never_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (rrsisd(tmp_path) / "rrsisd" / "refs(unc).p").write_bytes(pickle.dumps([Trap()]))
    with pytest.raises(DatasetInvalid, match="wants to load"):
        open_rrsisd(tmp_path)
    assert not (tmp_path / "caught").exists()


@pytest.mark.parametrize(
    "broken", [{}, [{}], [1], [{"ann_id": 0, "image_id": 0, "split": "x", "sentences": [{}]}], None]
)
def test_references_of_another_shape_are_named(tmp_path: Path, broken: object) -> None:
    (rrsisd(tmp_path) / "rrsisd" / "refs(unc).p").write_bytes(pickle.dumps(broken))
    if broken == {}:
        assert open_rrsisd(tmp_path).samples == ()
        return
    with pytest.raises(DatasetInvalid, match=r"refs\(unc\)\.p, reference"):
        open_rrsisd(tmp_path)


def test_a_reference_without_annotation_is_no_absent_phrase(tmp_path: Path) -> None:
    path = rrsisd(tmp_path) / "rrsisd" / "instances.json"
    values = json.loads(path.read_text())
    del values["annotations"][2]
    path.write_text(json.dumps(values))
    with pytest.raises(DatasetInvalid, match=r"reference 3: .*it has no segmentation in .*instances\.json"):
        open_rrsisd(tmp_path)


@pytest.mark.parametrize("missing", ["refs(unc).p", "instances.json"])
def test_missing_files_are_named(tmp_path: Path, missing: str) -> None:
    (rrsisd(tmp_path) / "rrsisd" / missing).unlink()
    with pytest.raises(DatasetInvalid, match=r"cannot be read.*Lsan2401/RMSIN"):
        open_rrsisd(tmp_path)
