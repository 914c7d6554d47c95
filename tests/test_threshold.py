"""Thresholding anew: what was kept is enough, and what is no probability raster is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
import rasterio

from rrsis_core.errors import OutputForeign, RasterUnreadable, RrsisError
from rrsis_core.request import SegmentRequest, ThresholdRequest
from rrsis_core.segment import segment
from rrsis_core.threshold import threshold
from tests.toy import ColourModel, StopAfter, paint, write


@pytest.fixture
def kept(tmp_path: Path) -> str:
    raster = write(tmp_path / "r.tif", paint(1200, 500))
    path = str(tmp_path / "p.tif")
    segment(SegmentRequest(str(raster), ("red",), str(tmp_path / "o.gpkg"), "lgce", probability=path), ColourModel())
    return path


def test_run_and_model_are_remembered(kept: str, tmp_path: Path) -> None:
    result = threshold(ThresholdRequest(kept, str(tmp_path / "again.gpkg")))
    assert result.complete and result.model == "lgce" and result.run_id and result.count > 0


def test_it_can_be_cancelled(kept: str, tmp_path: Path) -> None:
    assert not threshold(ThresholdRequest(kept, str(tmp_path / "again.gpkg")), StopAfter(1)).complete


@pytest.mark.parametrize("tag", ["{half", "[1]", '{"gsd_m": "x"}', '{"gsd_m": -1}'])
def test_a_damaged_tag_is_named(kept: str, tmp_path: Path, tag: str) -> None:
    with rasterio.open(kept, "r+") as file:
        file.update_tags(RRSIS=tag)
    with pytest.raises(RasterUnreadable, match=r'p\.tif is damaged: its tag "RRSIS" cannot be read'):
        threshold(ThresholdRequest(kept, str(tmp_path / "again.gpkg")))


def test_a_part_replaces_no_finished_result(kept: str, tmp_path: Path) -> None:
    output = tmp_path / "o.gpkg"
    before = output.read_bytes()
    result = threshold(ThresholdRequest(kept, str(output)), StopAfter(1))
    assert output.read_bytes() == before and result.output == str(tmp_path / "o_partial.gpkg")


def test_somebody_s_file_is_replaced_only_where_that_is_wanted(kept: str, tmp_path: Path) -> None:
    output = tmp_path / "mine.gpkg"
    output.write_text("mine")
    with pytest.raises(OutputForeign):
        threshold(ThresholdRequest(kept, str(output)))
    assert output.read_text() == "mine"
    assert threshold(ThresholdRequest(kept, str(output), overwrite=True)).count


def test_an_ordinary_raster_is_refused(tmp_path: Path) -> None:
    raster = write(tmp_path / "r.tif", paint(100, 100))
    with pytest.raises(RrsisError):
        threshold(ThresholdRequest(str(raster), str(tmp_path / "again.gpkg")))


def test_a_phrase_that_was_not_asked_is_refused(kept: str, tmp_path: Path) -> None:
    with pytest.raises(RrsisError, match="green"):
        threshold(ThresholdRequest(kept, str(tmp_path / "again.gpkg"), phrases=("green",)))
