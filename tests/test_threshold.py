"""Thresholding anew: what was kept is enough, and what is no probability raster is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from rrsis_core.errors import RrsisError
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


def test_an_ordinary_raster_is_refused(tmp_path: Path) -> None:
    raster = write(tmp_path / "r.tif", paint(100, 100))
    with pytest.raises(RrsisError):
        threshold(ThresholdRequest(str(raster), str(tmp_path / "again.gpkg")))


def test_a_phrase_that_was_not_asked_is_refused(kept: str, tmp_path: Path) -> None:
    with pytest.raises(RrsisError, match="green"):
        threshold(ThresholdRequest(kept, str(tmp_path / "again.gpkg"), phrases=("green",)))
