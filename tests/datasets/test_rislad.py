"""RIS-LAD as its README suggests it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rrsis_core.datasets.rislad import is_rislad, open_rislad
from rrsis_core.errors import DatasetInvalid
from tests.datasets.fakes import COUNTS, rislad


def test_triplets(tmp_path: Path) -> None:
    data = open_rislad(rislad(tmp_path))
    assert is_rislad(tmp_path)
    assert data.splits() == COUNTS
    assert data.samples[0].mask().sum() == 72


@pytest.mark.parametrize("entry", [{}, 5, {"image": "a", "mask": "none.png", "expression": "x"}, {"image": None}])
def test_a_broken_entry_is_named(tmp_path: Path, entry: object) -> None:
    (rislad(tmp_path) / "ann" / "val.json").write_text(json.dumps([entry]))
    with pytest.raises(DatasetInvalid, match=r"val\.json, entry 1"):
        open_rislad(tmp_path)
