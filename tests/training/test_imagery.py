"""Images laid out for a model and back: nothing moves, whatever the grid."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
from hypothesis import given, settings
from hypothesis import strategies as st

from rrsis_core.datasets.truth import Frame, read_frame
from rrsis_core.errors import RasterUnreadable
from rrsis_core.grid import GeoRef
from rrsis_core.training.imagery import Laid, lay_out, open_laid, read_rgb, thumbnail, to_image_size
from tests.toy import paint, write


def png(path: Path, image: np.ndarray) -> Path:
    with rasterio.open(
        path, "w", driver="PNG", width=image.shape[2], height=image.shape[1], count=3, dtype="uint8"
    ) as f:
        f.write(image)
    return path


def test_without_crs_and_pixel_size_an_image_is_taken_as_it_is(tmp_path: Path) -> None:
    image = paint(50, 70)
    path = png(tmp_path / "a.png", image)
    with open_laid(lay_out(path, read_frame(path), None), gsd_range_m=(0.3, 0.6)) as raster:
        assert raster.shape == (50, 70)
        np.testing.assert_allclose(read_rgb(raster, None), image / 255, atol=1e-6)


@pytest.mark.parametrize(("gsd_m", "shape"), [(0.3, (60, 90)), (0.15, (30, 45)), (0.6, (120, 180)), (0.2, (40, 60))])
def test_a_stated_pixel_size_counts(tmp_path: Path, gsd_m: float, shape: tuple[int, int]) -> None:
    path = png(tmp_path / "a.png", paint(60, 90))
    with open_laid(lay_out(path, read_frame(path), gsd_m), gsd_range_m=(0.3, 0.3)) as raster:
        assert raster.shape == shape
        assert raster.gsd_m == pytest.approx(0.3, rel=1e-3)
        assert raster.native_gsd_m == pytest.approx(gsd_m, rel=1e-3)


def test_a_stated_pixel_size_wins_over_a_crs(tmp_path: Path) -> None:
    path = write(tmp_path / "a.tif", paint(60, 90), gsd_m=0.3)
    with open_laid(lay_out(path, read_frame(path), 0.6)) as raster:
        assert raster.shape == (120, 180)
    with open_laid(lay_out(path, read_frame(path), None)) as raster:
        assert raster.shape == (60, 90)


def test_control_points_do_not_bend_an_image(tmp_path: Path) -> None:
    points = [
        rasterio.control.GroundControlPoint(row, col, 500000 + col + row * 0.4, 4e6 - row)
        for row, col in ((0, 0), (0, 90), (60, 0), (60, 90))
    ]
    path = tmp_path / "a.tif"
    with rasterio.open(path, "w", driver="GTiff", width=90, height=60, count=3, dtype="uint8") as file:
        file.write(paint(60, 90))
        file.gcps = (points, rasterio.crs.CRS.from_epsg(32633))
    with open_laid(lay_out(path, read_frame(path), None)) as raster:
        assert raster.shape == (60, 90)
        np.testing.assert_allclose(read_rgb(raster, None), paint(60, 90) / 255, atol=1e-6)


def test_a_missing_image_is_named(tmp_path: Path) -> None:
    with pytest.raises(RasterUnreadable, match=r"none\.png"):
        lay_out(tmp_path / "none.png", Frame(3, 3, GeoRef((1, 0, 0, 0, 1, 0))), None)


@settings(max_examples=60, deadline=None)
@given(st.integers(2, 40), st.integers(2, 40), st.floats(0.3, 3), st.floats(0.3, 3))
def test_a_slope_comes_back_as_the_same_slope(height: int, width: int, rows: float, cols: float) -> None:
    laid = Laid("", GeoRef((0.5, 0, 100, 0, -0.5, 200), "EPSG:32633"))
    frame = Frame(height, width, laid.georef)
    grid = laid.georef.scaled(rows, cols)
    h, w = max(1, int(height / rows + 0.5)), max(1, int(width / cols + 0.5))
    y, x = np.meshgrid((np.arange(h) + 0.5) * rows, (np.arange(w) + 0.5) * cols, indexing="ij")
    back = to_image_size((x + 2 * y)[None].astype(np.float32), grid, laid, frame)[0]
    row, col = np.meshgrid(np.arange(height) + 0.5, np.arange(width) + 0.5, indexing="ij")
    held_row, held_col = np.clip(row, rows / 2, (h - 0.5) * rows), np.clip(col, cols / 2, (w - 0.5) * cols)
    np.testing.assert_allclose(back, held_col + 2 * held_row, rtol=1e-4, atol=1e-3)


def test_a_turned_over_grid_is_turned_back() -> None:
    laid = Laid("", GeoRef((1, 0, 0, 0, 1, 0), "EPSG:32633"))  # rows run north
    upright = GeoRef((1, 0, 0, 0, -1, 4), "EPSG:32633")
    plane = np.arange(12, dtype=np.float32).reshape(1, 4, 3)
    np.testing.assert_allclose(to_image_size(plane, upright, laid, Frame(4, 3, laid.georef)), plane[:, ::-1])


def test_thumbnails(tmp_path: Path) -> None:
    path = png(tmp_path / "a.png", np.full((3, 50, 100), 200, dtype=np.uint8))
    small = thumbnail(path, read_frame(path), 40)
    assert small.shape == (20, 40, 3) and (small == 200).all()
    assert thumbnail(path, read_frame(path), 400).shape == (50, 100, 3)
