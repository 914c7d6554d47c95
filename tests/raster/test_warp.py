from __future__ import annotations

from typing import Callable

import numpy as np
import pytest
import rasterio
from rasterio.control import GroundControlPoint

from rrsis_core.raster.warp import control_points, warped_levels

Tif = Callable[..., str]


def corners(height: int, width: int) -> list[GroundControlPoint]:
    """Points of a grid that is turned by a quarter: rows run east, columns north."""
    places = [(0, 0), (0, width), (height, 0), (height, width)]
    return [GroundControlPoint(row=r, col=c, x=500000.0 + 0.3 * r, y=5300000.0 + 0.3 * c) for r, c in places]


def test_control_points_make_a_north_up_view(tif: Tif, rgb: np.ndarray) -> None:
    path = tif(rgb, gcps=corners(60, 80))
    with rasterio.open(path) as dataset:
        views = warped_levels(dataset, path, 1000)
    assert len(views) == 1
    with rasterio.open(views[0][0]) as view:
        pixels = view.read()
        assert view.crs.to_epsg() == 32632
        assert view.transform.a > 0 > view.transform.e and view.transform.b == 0
    assert pixels.shape[0] == 4
    turned = rgb.transpose(0, 2, 1)[:, ::-1]  # north is the last column, east the last row
    assert abs(pixels.shape[1] - 80) <= 1 and abs(pixels.shape[2] - 60) <= 1
    middle = pixels[:3, 10:50, 10:50].astype(int), turned[:, 10:50, 10:50].astype(int)
    assert np.abs(middle[0][:2] - middle[1][:2]).max() <= 2
    assert pixels[3, 10:50, 10:50].min() > 0


def test_levels_halve_until_they_fit(tif: Tif, rgb: np.ndarray) -> None:
    path = tif(rgb, gcps=corners(60, 80))
    with rasterio.open(path) as dataset:
        views = warped_levels(dataset, path, 25)
    heights = [shape[0] for _, shape in views]
    assert heights[0] >= 79 and max(views[-1][1]) <= 25
    assert all(upper == -(-heights[0] // 2**i) for i, upper in enumerate(heights))


def test_a_camera_model_becomes_control_points(shared_rasters) -> None:
    path = str(shared_rasters / "rasterio" / "RGB.byte.rpc.vrt")
    with rasterio.open(path) as dataset:
        points, crs, order = control_points(dataset)
        text, shape = warped_levels(dataset, path, 10_000)[0]
    assert crs.to_epsg() == 4326 and order == 3 and len(points) == 121
    with rasterio.open(text) as view:
        assert view.shape == shape
        assert -124 < view.transform.c < -123 and 49 < view.transform.f < 50
        assert 0.3 < (view.read(4) > 0).mean() < 0.9


def test_a_plain_raster_has_no_control_points(tif: Tif, rgb: np.ndarray) -> None:
    with rasterio.open(tif(rgb)) as dataset:
        assert control_points(dataset) is None


@pytest.mark.parametrize("nodata", [None, 0, 7])
def test_nodata_of_the_file_stays_unknown(tif: Tif, nodata: int | None) -> None:
    pixels = np.full((3, 60, 80), 100, np.uint8)
    pixels[:, 20:40, 30:50] = 0 if nodata is None else nodata
    path = tif(pixels, gcps=corners(60, 80), nodata=nodata)
    with rasterio.open(path) as dataset:
        text, _ = warped_levels(dataset, path, 1000)[0]
    with rasterio.open(text) as view:
        hole = view.read(4)[38:42, 28:32]
    assert (hole > 0).all() == (nodata is None)
