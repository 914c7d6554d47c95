"""Overviews are means of what holds something, whatever the size, and those of a part are true where rows came."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
from hypothesis import given, settings
from hypothesis import strategies as st

from rrsis_core.errors import DiskFull
from rrsis_core.grid import GeoRef, Window
from rrsis_core.output import ProbabilityWriter, overviews
from rrsis_core.output.overviews import NODATA, halved

PLACE = GeoRef((0.3, 0.0, 500_000.0, 0.0, -0.3, 5_300_000.0), None)


@given(st.integers(1, 9), st.integers(1, 9), st.integers(0, 2**32 - 1), st.floats(0, 1))
@settings(deadline=None, max_examples=60)
def test_halves_are_means_of_what_holds_something(height: int, width: int, seed: int, hollow: float) -> None:
    rng = np.random.default_rng(seed)
    plane = rng.integers(0, 255, (2, height, width), dtype=np.uint8)
    plane[rng.random(plane.shape) < hollow] = NODATA
    small = halved(plane)
    assert small.shape == (2, -(-height // 2), -(-width // 2)) and small.dtype == np.uint8
    for band, row, col in np.ndindex(small.shape):
        piece = plane[band, 2 * row : 2 * row + 2, 2 * col : 2 * col + 2]
        known = piece[piece != NODATA].astype(float)
        assert small[band, row, col] == (np.floor(known.mean() + 0.5) if known.size else NODATA)


@pytest.mark.parametrize("in_memory", [10**6, 100])
def test_the_file_holds_them_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_memory: int) -> None:
    monkeypatch.setattr(overviews, "_SIDE_PX", 300)
    monkeypatch.setattr(overviews, "_IN_MEMORY_BYTES", in_memory)
    path, window = tmp_path / "p.tif", Window(0, 0, 1501, 1303)
    plane = np.random.default_rng(0).integers(0, 255, (2, *window.shape), dtype=np.uint8)
    plane[:, :, :700] = NODATA
    with ProbabilityWriter(str(path), PLACE, window, ["a", "b"], {}) as writer:
        for row in range(0, 1501, 400):
            end = min(row + 400, 1501)
            writer.write(Window(row, 0, end - row, 1303), plane[:, row:end])
    with rasterio.open(path) as file:
        assert file.overviews(1) == file.overviews(2) == [4, 8]
        np.testing.assert_array_equal(file.read(), plane)
    expected = halved(halved(plane))
    for level in range(2):
        with rasterio.open(path, overview_level=level) as file:
            np.testing.assert_array_equal(file.read(), expected)
            assert file.block_shapes[0] == (512, 512)
        expected = halved(expected)
    assert [each.name for each in tmp_path.iterdir()] == ["p.tif"]


def test_one_that_was_not_written_is_no_result(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(overviews, "_SIDE_PX", 300)
    monkeypatch.setattr(overviews.Overviews, "write", lambda self, _: [np.ones((1, 1, 1), bool)])  # as on a full disk
    with (
        pytest.raises(DiskFull),
        ProbabilityWriter(str(tmp_path / "p.tif"), PLACE, Window(0, 0, 900, 800), ["a"], {}) as writer,
    ):
        writer.write(Window(0, 0, 600, 800), np.full((1, 600, 800), 9, np.uint8))
    assert not list(tmp_path.iterdir())


def test_those_of_a_part_and_of_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(overviews, "_SIDE_PX", 300)
    window = Window(0, 0, 1500, 800)
    with ProbabilityWriter(str(tmp_path / "p.tif"), PLACE, window, ["a"], {}) as writer:
        writer.write(Window(0, 0, 600, 800), np.full((1, 600, 800), 9, np.uint8))
        writer.aside.partial = True
    with rasterio.open(tmp_path / "p_partial.tif", overview_level=0) as file:
        small = file.read(1)
    assert (small[:150] == 9).all() and (small[150:] == NODATA).all()
    with ProbabilityWriter(str(tmp_path / "none.tif"), PLACE, window, ["a"], {}) as writer:
        writer.write(Window(0, 0, 600, 800), np.full((1, 600, 800), NODATA, np.uint8))
    with rasterio.open(tmp_path / "none.tif") as file:
        assert (file.read() == NODATA).all()
