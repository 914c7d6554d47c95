"""UAVid-RIS and VDD-RIS, in both spellings of their image folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rrsis_core.datasets.uavris import is_uavid_ris, is_vdd_ris, open_uavid_ris, open_vdd_ris
from rrsis_core.errors import DatasetInvalid
from tests.datasets.fakes import COUNTS, mask_picture, uavid_ris, vdd_ris


def test_both_sets(tmp_path: Path) -> None:
    assert open_uavid_ris(uavid_ris(tmp_path / "a")).splits() == COUNTS
    assert open_vdd_ris(vdd_ris(tmp_path / "b")).samples[0].mask().sum() == 72
    assert is_uavid_ris(tmp_path / "a") and is_vdd_ris(tmp_path / "b") and not is_vdd_ris(tmp_path / "a")


def test_masks_may_lie_beside_the_images(tmp_path: Path) -> None:
    path = uavid_ris(tmp_path) / "uavid_ris" / "instances.json"
    values = json.loads(path.read_text())
    del values["annotations"][0]["segmentation"]
    path.write_text(json.dumps(values))
    with pytest.raises(DatasetInvalid, match=r"reference 1: .*no segmentation in .*ann_split/00000\.png is missing"):
        open_uavid_ris(tmp_path)  # not a phrase that means nothing
    mask_picture(tmp_path / "images" / "uavid_ris" / "ann_split" / "00000.png")
    assert open_uavid_ris(tmp_path).samples[0].mask().sum() == 72


def test_the_image_folder_is_missed(tmp_path: Path) -> None:
    with pytest.raises(DatasetInvalid, match="no folder PNGImages or PNGimages: get the data set lironui/VDD-RIS"):
        open_vdd_ris(tmp_path)
