"""Polygons strip by strip against the whole at once, and against the usual way: time, memory, objects.

    python -m bench.vectorise [--side 10000] [--ways strips whole usual parted squared]

The plane is smooth noise with some 780 objects in a million pixels. Each way runs in a process of its own; seconds are
of the processor, and memory is the peak above the imports. "usual": the mask of the whole raster through
rasterio.features.shapes, each polygon simplified by shapely and measured by pyproj.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Callable

import numpy as np
import rasterio
import rasterio.features
import shapely
from numpy.typing import NDArray
from pyproj import CRS, Geod, Transformer
from scipy import ndimage

from bench.common import ROOT, Table, cpu_s, peak_mb, reset_peak
from rrsis_core.grid import GeoRef, Window
from rrsis_core.request import VectorSettings
from rrsis_core.vectorise import Polygoniser, polygonise

STRIP_PX = 384
PATCH_PX = 1000
CRS_EPSG = 32645
GEOREF = GeoRef((0.3, 0.0, 333000.0, 0.0, -0.3, 3060000.0), CRS.from_epsg(CRS_EPSG).to_wkt())
Plane = NDArray[np.uint8]


def main() -> None:
    """Measure every way and add to the table, or run the one way that was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--side", type=int, default=10_000, help="pixels of the raster's side")
    parser.add_argument("--ways", nargs="+", choices=WAYS, default=["strips", "whole", "usual"])
    parser.add_argument("--only", choices=WAYS, help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.only:
        print(*_measured(WAYS[wanted.only], wanted.side))
        return
    table = Table("vectorise")
    for way in wanted.ways:
        command = [sys.executable, "-m", "bench.vectorise", "--only", way, "--side", str(wanted.side)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        count, seconds, memory_mb = (float(value) for value in done.stdout.split())
        note = f"{wanted.side}² px"
        table.add(f"{way}: objects", count, "objects", note)
        table.add(f"{way}: processor time", seconds, "s", note)
        table.add(f"{way}: memory", memory_mb, "MB", note)


def _measured(way: Callable[[int], int], side: int) -> tuple[int, float, float]:
    """Return the number of objects, the seconds of the processor and the megabytes that a way takes."""
    way(PATCH_PX)  # first calls load libraries
    own = os.getpid()
    reset_peak(own)
    before_mb, before_s = peak_mb(own), cpu_s(own)
    count = way(side)
    return count, cpu_s(own) - before_s, peak_mb(own) - before_mb


def _patch() -> Plane:
    """Return a square of probabilities that can be repeated without a seam."""
    noise = np.random.default_rng(1).standard_normal((PATCH_PX, PATCH_PX)).astype(np.float32)
    noise = ndimage.gaussian_filter(noise, 5, mode="wrap")
    return np.round(254 / (1 + np.exp(2.2 - 2 * noise / noise.std()))).astype(np.uint8)


def _rows(patch: Plane, first: int, count: int, side: int) -> Plane:
    """Return rows of the repeated patch."""
    rows = patch[np.arange(first, first + count) % PATCH_PX]
    return np.tile(rows, (1, -(-side // PATCH_PX)))[:, :side]


def _strips(side: int, settings: VectorSettings) -> int:
    patch, polygoniser, count = _patch(), Polygoniser(GEOREF, side, settings), 0
    for row in range(0, side, STRIP_PX):
        height = min(STRIP_PX, side - row)
        count += len(polygoniser.add(Window(row, 0, height, side), _rows(patch, row, height, side)))
    return count + len(polygoniser.finish())


def _whole(side: int) -> int:
    return len(polygonise(_rows(_patch(), 0, side, side), GEOREF))


def _usual(side: int) -> int:
    mask = (_rows(_patch(), 0, side, side) >= 127).astype(np.uint8)
    to_degrees = Transformer.from_crs(CRS_EPSG, 4326, always_xy=True)
    geod = Geod(ellps="WGS84")
    found = []
    for shape, _ in rasterio.features.shapes(mask, mask=mask > 0, transform=rasterio.Affine(*GEOREF.transform)):
        polygon = shapely.geometry.shape(shape).simplify(0.75 * GEOREF.transform[0])
        degrees = shapely.transform(polygon, lambda points: np.stack(to_degrees.transform(*points.T), axis=1))
        found.append((shapely.to_wkb(polygon), *geod.geometry_area_perimeter(degrees)))
    return len(found)


WAYS: dict[str, Callable[[int], int]] = {
    "strips": lambda side: _strips(side, VectorSettings()),
    "whole": _whole,
    "usual": _usual,
    "parted": lambda side: _strips(side, VectorSettings(split_touching=True)),
    "squared": lambda side: _strips(side, VectorSettings(right_angles=True)),
}

if __name__ == "__main__":
    main()
