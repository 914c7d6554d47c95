"""Polygons reach the grid whole, also where they reach far beyond what its CRS can hold."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from pyproj import CRS, Transformer
from rasterio.features import rasterize

from rrsis_core.grid import GeoRef, Window
from rrsis_core.raster.reproject import _boxes, _Part, polygons_of, reproject

EDGE = 20037508.342789244
WORLD = shapely.box(-180, -90, 180, 90)
GRIDS = {
    "UTM": ((10.0, 0, 500000, 0, -10.0, 5300000), "EPSG:32632", (80, 120)),
    "UTM, turned": ((8.0, 6.0, 500000, 6.0, -8.0, 5300000), "EPSG:32632", (80, 120)),
    "UTM over the antimeridian": ((1000.0, 0, 700000, 0, -1000.0, 5300000), "EPSG:32660", (200, 300)),
    "Mercator": ((10.0, 0, 500000, 0, -10.0, 5300000), "EPSG:3857", (80, 120)),
    "Mercator, whole": ((EDGE / 50, 0, -EDGE, 0, -EDGE / 50, EDGE), "EPSG:3857", (100, 100)),
    "feet": ((10.0, 0, 2e6, 0, -10.0, 7e5), "EPSG:2263", (80, 120)),
    "Europe": ((40000.0, 0, 2.5e6, 0, -40000.0, 5.5e6), "EPSG:3035", (100, 100)),
    "the South Pole": ((60000.0, 0, -3e6, 0, -60000.0, 3e6), "EPSG:3031", (100, 100)),
    "a pixel": ((0.3, 0, 500000, 0, -0.3, 5300000), "EPSG:32632", (1, 1)),
    "a thread": ((0.3, 0, 500000, 0, -0.3, 5300000), "EPSG:32632", (1, 100_000)),
    "degrees": ((0.1, 0, 170.0, 0, -0.1, 50.0), "EPSG:4326", (100, 200)),
    "degrees below -180": ((0.1, 0, -190.0, 0, -0.1, 50.0), "EPSG:4326", (100, 200)),
    "degrees from -180": ((0.1, 0, -180.0, 0, -0.1, 50.0), "EPSG:4326", (100, 200)),
}


def drawn(shape: shapely.Polygon, crs: str, grid: str) -> np.ndarray:
    """Return which pixels of a grid lie inside a shape of another CRS."""
    transform, target, size = GRIDS[grid]
    shapes = polygons_of(np.array([shape], dtype=object))
    found = reproject(shapes, CRS(crs), GeoRef(transform, CRS(target).to_wkt()), CRS(target), size)
    return np.zeros(size, bool) if not len(found) else rasterize(found, out_shape=size, default_value=1) == 1


def centres(grid: str, crs: str) -> tuple[np.ndarray, np.ndarray]:
    """Return x and y of the pixels' centres in another CRS."""
    transform, target, (height, width) = GRIDS[grid]
    xs, ys = GeoRef(transform).xy(*np.mgrid[0.5:height, 0.5:width])
    return Transformer.from_crs(target, crs, always_xy=True).transform(xs, ys)


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:4269", "OGC:CRS84"])
@pytest.mark.parametrize("grid", list(GRIDS))
def test_the_whole_world_covers_every_grid(grid: str, crs: str) -> None:
    assert drawn(WORLD, crs, grid).all()


@pytest.mark.parametrize(("crs", "north"), [("EPSG:3995", True), ("EPSG:3031", False)])
def test_what_lies_around_a_pole_covers_it_in_degrees(crs: str, north: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(GRIDS, "world", ((1.0, 0, -180.0, 0, -1.0, 90.0), "EPSG:4326", (180, 360)))
    found = drawn(shapely.Point(0, 0).buffer(3e6), crs, "world")
    xs, ys = centres("world", crs)
    np.testing.assert_array_equal(found, np.hypot(xs, ys) < 3e6)
    assert found[:20].all() if north else found[-20:].all()


@pytest.mark.parametrize("grid", [grid for grid in GRIDS if "Pole" not in grid])
def test_the_whole_world_of_mercator_covers_every_grid(grid: str) -> None:
    assert drawn(shapely.box(-EDGE, -EDGE, EDGE, EDGE), "EPSG:3857", grid).all()


@pytest.mark.parametrize(
    ("grid", "crs", "bounds"),
    [
        ("UTM", "EPSG:4326", (9.005, -90.0, 180.0, 47.852)),
        ("Europe", "EPSG:4326", (5.0, 40.0, 25.0, 60.0)),
        ("Europe", "EPSG:3857", (5e5, -EDGE, EDGE, 7e6)),
        ("the South Pole", "EPSG:4326", (-180.0, -90.0, 20.0, -75.0)),
        ("Mercator, whole", "EPSG:4326", (-170.0, -60.0, 175.0, 84.0)),
        ("UTM over the antimeridian", "EPSG:3857", (0.0, -EDGE, EDGE, EDGE)),
    ],
)
def test_long_edges_bend_as_the_projection_does(grid: str, crs: str, bounds: tuple[float, ...]) -> None:
    xs, ys = centres(grid, crs)
    expected = (xs > bounds[0]) & (xs < bounds[2]) & (ys > bounds[1]) & (ys < bounds[3])
    assert 0.05 < expected.mean() < 0.95
    assert (drawn(shapely.box(*bounds), crs, grid) != expected).mean() < 2e-3


@pytest.mark.parametrize("grid", [grid for grid in GRIDS if "degrees" in grid])
def test_a_mask_over_the_antimeridian_stays_where_it_is(grid: str) -> None:
    xs, ys = centres(grid, "EPSG:32660")
    expected = (xs > 6e5) & (xs < 9e5) & (ys > 5e6) & (ys < 5.3e6)
    assert expected.any()
    assert (drawn(shapely.box(6e5, 5e6, 9e5, 5.3e6), "EPSG:32660", grid) != expected).mean() < 2e-3


def test_what_lies_elsewhere_gives_nothing() -> None:
    assert not drawn(shapely.box(100.0, -40.0, 140.0, -10.0), "EPSG:4326", "UTM").any()
    assert not drawn(shapely.box(-3e7, -3e7, 3e7, 3e7), "EPSG:3031", "UTM").any()


def test_a_seam_parts_the_surroundings() -> None:
    lattice = np.array([[179.0, 5.0], [179.5, 5.2], [-180.0, 5.4], [-179.5, 5.6]])
    east, west = _boxes(_Part(Window(0, 0, 1, 3), lattice, np.array([0.5, 0.2])))
    assert east == pytest.approx((-181.0, 4.6, -178.5, 6.0)) and west == pytest.approx((178.0, 4.6, 180.5, 6.0))
