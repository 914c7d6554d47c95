from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import shapely
from pyproj import CRS, Transformer

from rrsis_core.errors import ExtentOutside, MaskUnreadable
from rrsis_core.grid import GeoRef, Window
from rrsis_core.raster.area import Area

UTM = CRS.from_epsg(32632)
GRID = GeoRef((0.5, 0, 500000, 0, -0.5, 5300000), UTM.to_wkt())
SHAPE = (200, 300)


def write(
    path: Path, shapes: list, crs: str | None = "EPSG:32632", layer: str | None = None, append: bool = False
) -> str:
    wkb = np.array([shape.wkb for shape in shapes], dtype=object)
    kind = "Unknown" if len({shape.geom_type for shape in shapes}) != 1 else shapes[0].geom_type
    pyogrio.raw.write(path, wkb, [], [], geometry_type=kind, crs=crs, layer=layer, append=append)
    return str(path)


def square(row: float, col: float, height: float, width: float) -> shapely.Polygon:
    (x0, y0), (x1, y1) = GRID.xy(row + height, col), GRID.xy(row, col + width)
    return shapely.box(x0, y0, x1, y1)


def test_without_bounds_all_is_asked_for() -> None:
    area = Area(GRID, SHAPE, None, None)
    assert area.window == Window(0, 0, *SHAPE)
    assert area.inside(Window(190, 290, 20, 20)).sum() == 100
    assert area.touches(Window(0, 0, 10, 10)) and not area.touches(Window(200, 0, 10, 10))


def test_bounds_are_a_window() -> None:
    area = Area(GRID, SHAPE, (500010.0, 5299950.0, 500030.0, 5299990.0), None)
    assert area.window == Window(20, 20, 80, 40)
    assert not area.touches(Window(0, 0, 20, 20)) and area.touches(Window(0, 0, 21, 21))


def test_bounds_outside_name_the_raster() -> None:
    with pytest.raises(ExtentOutside, match="does not touch the raster, which covers 500000"):
        Area(GRID, SHAPE, (0.0, 0.0, 1.0, 1.0), None)


def test_polygons_are_drawn_by_pixel_centres(tmp_path: Path) -> None:
    area = Area(GRID, SHAPE, None, write(tmp_path / "m.gpkg", [square(10, 20, 5, 6), square(100.4, 100.4, 10, 10)]))
    assert area.window == Window(10, 20, 101, 91)
    whole = area.inside(Window(0, 0, *SHAPE))
    expected = np.zeros(SHAPE, bool)
    expected[10:15, 20:26] = True
    expected[100:110, 100:110] = True
    np.testing.assert_array_equal(whole, expected)
    assert area.touches(Window(12, 22, 2, 2)) and not area.touches(Window(50, 50, 20, 20))


def test_every_window_sees_the_same_polygons(tmp_path: Path) -> None:
    ring = square(20, 20, 120, 200).difference(square(50, 60, 40, 50))
    star = shapely.Point(*GRID.xy(120, 150)).buffer(30, quad_segs=3)
    area = Area(GRID, SHAPE, None, write(tmp_path / "m.gpkg", [ring, star]))
    whole = area.inside(Window(0, 0, *SHAPE))
    for row in range(0, 200, 37):
        for col in range(0, 300, 41):
            window = Window(row, col, 48, 48)
            part = window.intersect(Window(0, 0, *SHAPE))
            rows, cols = part.slices_in(window)
            expected = whole[part.row : part.row_end, part.col : part.col_end]
            np.testing.assert_array_equal(area.inside(window)[rows, cols], expected)
            if expected.any():
                assert area.touches(window)


def test_bounds_and_mask_together(tmp_path: Path) -> None:
    mask = write(tmp_path / "m.gpkg", [square(0, 0, 200, 30)])
    area = Area(GRID, SHAPE, (500010.0, 5299950.0, 500030.0, 5299990.0), mask)
    assert area.window == Window(20, 20, 80, 10)


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3857", "EPSG:25833"])
def test_masks_come_in_any_crs(tmp_path: Path, crs: str) -> None:
    to_other = Transformer.from_crs(UTM, crs, always_xy=True)
    shape = shapely.segmentize(square(30, 40, 60, 90), 1.0)
    moved = shapely.transform(shape, lambda xy: np.stack(to_other.transform(*xy.T), axis=1))
    area = Area(GRID, SHAPE, None, write(tmp_path / "m.gpkg", [moved], crs))
    expected = np.zeros(SHAPE, bool)
    expected[30:90, 40:130] = True
    assert (area.inside(Window(0, 0, *SHAPE)) != expected).mean() < 1e-3


def test_a_layer_can_be_named(tmp_path: Path) -> None:
    path = tmp_path / "two.gpkg"
    write(path, [square(0, 0, 10, 10)], layer="first")
    write(path, [square(50, 50, 10, 10)], layer="second", append=True)
    assert Area(GRID, SHAPE, None, f"{path}|layername=second").window == Window(50, 50, 10, 10)


def test_rotated_grid_with_bounds_draws_the_rectangle() -> None:
    c, s = 0.5 * np.cos(0.5), 0.5 * np.sin(0.5)
    turned = GeoRef((c, s, 500000, -s, -c, 5300000) if False else (c, -s, 500000, -s, -c, 5300000), UTM.to_wkt())
    x, y = turned.xy(100, 150)
    area = Area(turned, SHAPE, (x - 10, y - 10, x + 10, y + 10), None)
    inside = area.inside(area.window)
    assert inside.sum() == pytest.approx(40 * 40, rel=0.03)
    assert inside.mean() < 0.75


def test_raster_across_the_antimeridian(tmp_path: Path) -> None:
    grid = GeoRef((0.01, 0, 179.0, 0, -0.01, 1.0), CRS.from_epsg(4326).to_wkt())
    mask = write(tmp_path / "m.geojson", [shapely.box(-179.9, 0.2, -179.5, 0.8)], "EPSG:4326")
    area = Area(grid, (100, 200), None, mask)
    assert area.window.col == pytest.approx(110, abs=1) and area.window.width == pytest.approx(40, abs=2)


@pytest.mark.parametrize(("bounds", "col"), [((-179.9, 0.2, -179.5, 0.8), 110), ((179.2, 0.2, 179.4, 0.8), 20)])
def test_bounds_in_degrees_are_found_a_turn_away(bounds: tuple[float, float, float, float], col: int) -> None:
    grid = GeoRef((0.01, 0, 179.0, 0, -0.01, 1.0), CRS.from_epsg(4326).to_wkt())
    assert Area(grid, (100, 200), bounds, None).window.col == col
    assert Area(grid, (100, 200), (-180.0, -90.0, 180.0, 90.0), None).window == Window(0, 0, 100, 200)


def test_collections_and_broken_polygons_are_used_as_far_as_they_go(tmp_path: Path) -> None:
    bow_tie = shapely.Polygon([GRID.xy(0, 0), GRID.xy(40, 40), GRID.xy(0, 40), GRID.xy(40, 0)])
    mixed = shapely.GeometryCollection([square(100, 100, 10, 10), shapely.Point(*GRID.xy(5, 5))])
    shapes = [shapely.geometry.mapping(shape) for shape in (bow_tie, mixed)]
    features = [{"type": "Feature", "properties": {}, "geometry": shape} for shape in shapes]
    path = tmp_path / "m.geojson"
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32632"}}
    path.write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": features}))
    inside = Area(GRID, SHAPE, None, str(path)).inside(Window(0, 0, *SHAPE))
    assert inside[100:110, 100:110].all() and inside[:40, :40].sum() == pytest.approx(800, abs=60)


def test_masks_that_cannot_be_used(tmp_path: Path) -> None:
    (tmp_path / "text.gpkg").write_text("nothing")
    for bad in (str(tmp_path / "absent.gpkg"), str(tmp_path / "text.gpkg")):
        with pytest.raises(MaskUnreadable, match="cannot be read"):
            Area(GRID, SHAPE, None, bad)
    points = write(tmp_path / "points.gpkg", [shapely.Point(500001, 5299999)])
    with pytest.raises(MaskUnreadable, match="no polygon"):
        Area(GRID, SHAPE, None, points)
    with pytest.raises(MaskUnreadable):
        Area(GRID, SHAPE, None, f"{points}|layername=absent")
    far = write(tmp_path / "far.gpkg", [square(5000, 5000, 10, 10)])
    with pytest.raises(ExtentOutside, match=r"far\.gpkg"):
        Area(GRID, SHAPE, None, far)


@pytest.mark.parametrize("number", [np.nan, np.inf])
@pytest.mark.filterwarnings("ignore:invalid value")
def test_polygons_without_a_place_are_passed_over(tmp_path: Path, number: float) -> None:
    wkb = bytearray(square(0, 0, 50, 50).wkb)
    wkb[29:37] = np.float64(number).tobytes()  # x of the second corner
    whole = square(100, 100, 10, 10)
    path = tmp_path / "m.gpkg"
    pyogrio.raw.write(
        path, np.array([bytes(wkb), whole.wkb], dtype=object), [], [], geometry_type="Polygon", crs="EPSG:32632"
    )
    assert Area(GRID, SHAPE, None, str(path)).window == Window(100, 100, 10, 10)
