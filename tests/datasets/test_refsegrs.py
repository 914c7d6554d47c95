"""RefSegRS as published: a mask a triplet, faint values background, its counts held against the paper's."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from rrsis_core.datasets.refsegrs import EXPECTED, is_refsegrs, open_refsegrs
from rrsis_core.errors import DatasetInvalid
from tests.datasets.fakes import COUNTS, refsegrs


def test_triplets_of_all_splits(tmp_path: Path) -> None:
    data = open_refsegrs(refsegrs(tmp_path))
    assert is_refsegrs(tmp_path)
    assert data.splits() == COUNTS
    assert data.samples[1].phrase == "car on the road"
    assert data.samples[1].mask().sum() == 72
    assert sum(EXPECTED.values()) == 4420


def test_counts_are_checked(tmp_path: Path) -> None:
    with pytest.raises(DatasetInvalid, match="has 2 samples of split train, but was published with 2172"):
        open_refsegrs(refsegrs(tmp_path)).check_counts()


def test_faint_mask_values_are_background(tmp_path: Path) -> None:
    refsegrs(tmp_path)
    mask = np.full((24, 32), 40, dtype=np.uint8)
    mask[0, 0] = 255
    Image.fromarray(mask).save(tmp_path / "masks" / "0.tif")
    assert open_refsegrs(tmp_path).samples[0].mask().sum() == 1
    Image.fromarray((mask > 50).astype(np.uint8)).save(tmp_path / "masks" / "0.tif")
    assert open_refsegrs(tmp_path).samples[0].mask().sum() == 1


@pytest.mark.parametrize("missing", ["images/1.tif", "masks/2.tif", "output_phrase_val.txt"])
def test_what_is_missing_is_named_with_where_to_get_it(tmp_path: Path, missing: str) -> None:
    (refsegrs(tmp_path) / missing).unlink()
    with pytest.raises(DatasetInvalid, match=rf"{Path(missing).name}.*JessicaYuan/RefSegRS"):
        open_refsegrs(tmp_path)


def test_a_line_that_is_no_pair(tmp_path: Path) -> None:
    refsegrs(tmp_path)
    (tmp_path / "output_phrase_val.txt").write_text("\n2\n")
    with pytest.raises(DatasetInvalid, match='line 2: "2" is no name and phrase'):
        open_refsegrs(tmp_path)
