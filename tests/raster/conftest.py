"""Small rasters of every kind, made on the spot."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Callable

import numpy as np
import pytest
import rasterio
from rasterio.enums import Resampling
from rasterio.transform import from_origin

# A mercator metre measures 0.5 m on the ground at 60° north: easy to see in results.
AT_60_NORTH = from_origin(0.0, 8399737.89, 1.0, 1.0)


def write_tif(path: Path, pixels: np.ndarray, *, overviews: tuple[int, ...] = (), **options: Any) -> str:
    """Write (bands, height, width) pixels, by default in UTM 32 north with pixels of 0.3 m, and return the path."""
    colours, tags = options.pop("colours", None), options.pop("band_tags", {})
    descriptions, mask = options.pop("descriptions", None), options.pop("mask", None)
    colormap, gcps = options.pop("colormap", None), options.pop("gcps", None)
    profile = {"crs": "EPSG:32632", "transform": from_origin(500000.0, 5300000.0, 0.3, 0.3), **options}
    if gcps is not None:
        del profile["transform"]
    count, height, width = pixels.shape
    with (
        rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True),
        rasterio.open(
            path, "w", driver="GTiff", count=count, height=height, width=width, dtype=pixels.dtype, **profile
        ) as file,
    ):
        if colours:
            file.colorinterp = colours
        for band, values in tags.items():
            file.update_tags(band, **values)
        for band, text in enumerate(descriptions or (), 1):
            file.set_band_description(band, text)
        if colormap is not None:
            file.write_colormap(1, colormap)
        if gcps is not None:
            file.gcps = (gcps, profile["crs"])
        file.write(pixels)
        if mask is not None:
            file.write_mask(mask)
        if overviews:
            file.build_overviews(list(overviews), Resampling.average)
    return str(path)


@pytest.fixture
def tif(tmp_path: Path) -> Callable[..., str]:
    """Write a GeoTIFF of a given name into the test's own folder."""

    def write(pixels: np.ndarray, name: str = "raster.tif", **options: Any) -> str:
        return write_tif(tmp_path / name, np.asarray(pixels), **options)

    return write


@pytest.fixture
def rgb() -> np.ndarray:
    """(3, 60, 80) uint8 without zeros: red grows with the column, green with the row, blue is noise."""
    rows, cols = np.mgrid[0:60, 0:80]
    noise = np.random.default_rng(0).integers(1, 255, (60, 80))
    return np.stack([cols + 1, rows + 1, noise]).astype(np.uint8)
