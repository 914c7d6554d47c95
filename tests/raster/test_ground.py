from __future__ import annotations

import math

import pytest
from pyproj import CRS

from rrsis_core.grid import GeoRef
from rrsis_core.raster.ground import is_usable, pixel_size_m


def wkt(name: str) -> str:
    return CRS.from_user_input(name).to_wkt()


def test_utm_is_nearly_true() -> None:
    size = pixel_size_m(GeoRef((0.3, 0, 500000, 0, -0.3, 5300000), wkt("EPSG:32632")), (1000, 1000))
    assert size == pytest.approx((0.3, 0.3), rel=5e-4)


@pytest.mark.parametrize("lat", [0.0, 27.6, 60.0])
def test_web_mercator_is_stretched_by_the_cosine_of_latitude(lat: float) -> None:
    y = 6378137.0 * math.log(math.tan(math.pi / 4 + math.radians(lat) / 2))
    size = pixel_size_m(GeoRef((1.0, 0, 0, 0, -1.0, y), wkt("EPSG:3857")), (10, 10))
    assert size == pytest.approx((math.cos(math.radians(lat)),) * 2, rel=7e-3)


def test_degrees_and_feet_become_metres() -> None:
    height, width = pixel_size_m(GeoRef((1e-5, 0, 10, 0, -1e-5, 60), wkt("EPSG:4326")), (10, 10))
    assert height == pytest.approx(1.114, rel=2e-3)
    assert width == pytest.approx(0.558, rel=2e-3)
    feet = pixel_size_m(GeoRef((1.0, 0, 1.9e6, 0, -1.0, 7.0e5), wkt("EPSG:2263")), (10, 10))  # New York, US feet
    assert feet == pytest.approx((0.3048, 0.3048), rel=1e-2)


def test_grads_are_no_degrees() -> None:
    size = pixel_size_m(GeoRef((0.3, 0, 600000, 0, -0.3, 2428000), wkt("EPSG:27572")), (100, 100))  # Paris, in grads
    assert size == pytest.approx((0.3, 0.3), rel=1e-3)


def test_rotation_does_not_change_the_size() -> None:
    c, s = 0.3 * math.cos(0.4), 0.3 * math.sin(0.4)
    size = pixel_size_m(GeoRef((c, s, 500000, s, -c, 5300000), wkt("EPSG:32632")), (100, 100))
    assert size == pytest.approx((0.3, 0.3), rel=5e-4)


def test_another_planet_has_its_own_ellipsoid() -> None:
    moon = CRS.from_proj4("+proj=eqc +R=1737400 +units=m")
    size = pixel_size_m(GeoRef((5.0, 0, 0, 0, -5.0, 0), moon.to_wkt()), (100, 100))
    assert size == pytest.approx((5.0, 5.0), rel=1e-3)


def test_nothing_is_known_without_a_crs_or_beyond_the_poles() -> None:
    assert pixel_size_m(GeoRef((1, 0, 0, 0, -1, 0)), (10, 10)) is None
    assert pixel_size_m(GeoRef((190, 0, 157168, 0, -190, 2818194), wkt("EPSG:4326")), (10, 10)) is None


def test_local_grid_in_feet_uses_its_unit() -> None:
    local = 'LOCAL_CS["site",LOCAL_DATUM["site",0],UNIT["foot",0.3048],AXIS["X",EAST],AXIS["Y",NORTH]]'
    assert pixel_size_m(GeoRef((1.0, 0, 0, 0, -1.0, 0), local), (10, 10)) == pytest.approx((0.3048, 0.3048))


def test_partly_outside_the_projection_looks_elsewhere() -> None:
    # The left half of this orthographic view is space.
    view = CRS.from_proj4("+proj=ortho +lat_0=0 +lon_0=0 +R=6371000 +units=m")
    size = pixel_size_m(GeoRef((1000.0, 0, -1.3e7, 0, -1000.0, 1000.0 * 10), view.to_wkt()), (20, 19000))
    assert size is not None and all(900 < length < 1e5 for length in size)


@pytest.mark.parametrize("name", ["EPSG:4978", "EPSG:5783"])
def test_heights_and_axes_through_the_earth_are_no_map(name: str) -> None:
    assert pixel_size_m(GeoRef((1.0, 0, 500000, 0, -1.0, 5300000), wkt(name)), (10, 10)) is None
    both = pixel_size_m(GeoRef((1.0, 0, 500000, 0, -1.0, 5300000), wkt("EPSG:25832+5783")), (10, 10))
    assert both == pytest.approx((1.0, 1.0), rel=1e-3)


@pytest.mark.parametrize(
    ("transform", "usable"),
    [
        ((0.3, 0, 350000, 0, -0.3, 3057000), True),
        ((1e-7, 0, -179.9, 0, -1e-7, 89.9), True),
        ((0.2, 0.1, 1e7, 0.1, -0.2, -1e7), True),
        ((0, 0.3, 350000, -0.3, 0, 3057000), True),
        ((0.3, 0, 1e18, 0, -0.3, 0), False),
        ((0.3, 0, 350000, 1e-17, -1e-17, 3057000), False),
        ((0.3, 0.3, 0, 0.3, 0.3, 0), False),
        ((math.nan, 0, 0, 0, -0.3, 0), False),
    ],
)
def test_a_place_is_usable_where_pixels_are_apart(transform: tuple, usable: bool) -> None:
    assert is_usable(transform) == usable
