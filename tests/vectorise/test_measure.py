"""Areas and lengths against geodesics."""

from __future__ import annotations

import math

import numpy as np
import pytest
import shapely
from pyproj import CRS, Geod, Transformer

from rrsis_core.grid import GeoRef
from rrsis_core.vectorise.measure import Measurer

UTM = CRS.from_epsg(32645).to_wkt()
SHAPE = shapely.Polygon([(0, 0), (800, 0), (1100, 700), (300, 900)], [[(200, 200), (250, 400), (500, 400), (400, 150)]])


def _measurer(crs, gsd_m=None):
    return Measurer(GeoRef((0.3, 0.0, 0.0, 0.0, -0.3, 0.0), crs), gsd_m)


@pytest.mark.parametrize(
    ("epsg", "east", "north", "scale"),
    [
        (32645, 333000.0, 3060000.0, 1.0),  # Nepal
        (32733, 700000.0, 5400000.0, 1.0),  # southern hemisphere
        (3857, 1.2e6, 8.4e6, 1.0),  # areas on this map are four times too large
        (4326, 85.3, 27.6, 1e-5),
        (4326, 179.999, -45.0, 1e-5),  # over the antimeridian
        (2056, 2600000.0, 1200000.0, 1.0),  # Bessel's ellipsoid
        (2231, 3100000.0, 1500000.0, 1.0),  # US feet
    ],
)
def test_measures_are_those_of_geodesics(epsg, east, north, scale):
    crs = CRS.from_epsg(epsg)
    shape = shapely.transform(SHAPE, lambda points: points * scale + (east, north))
    area_m2, length_m = _measurer(crs.to_wkt()).measure(np.array([shape, shapely.Polygon(shape.exterior)]))
    to_degrees = Transformer.from_crs(crs, crs.geodetic_crs, always_xy=True)
    degrees = shapely.transform(shape, lambda points: np.stack(to_degrees.transform(*points.T), axis=1))
    geod = Geod(a=crs.ellipsoid.semi_major_metre, b=crs.ellipsoid.semi_minor_metre)
    expected_m2, expected_m = geod.geometry_area_perimeter(shapely.orient_polygons(degrees))
    expected_m += sum(abs(geod.geometry_length(ring)) for ring in degrees.interiors)
    assert area_m2[0] == pytest.approx(abs(expected_m2), rel=1e-7)
    assert length_m[0] == pytest.approx(expected_m, rel=1e-7)
    assert area_m2[1] > area_m2[0] and length_m[1] < length_m[0]


def test_a_sphere():
    crs = 'GEOGCRS["ball",DATUM["ball",ELLIPSOID["ball",1737400,0,LENGTHUNIT["metre",1]]],CS[ellipsoidal,2],'
    crs += 'AXIS["latitude",north],AXIS["longitude",east],ANGLEUNIT["degree",0.0174532925199433]]'
    cell = shapely.box(10, 0, 10.01, 0.01)
    area_m2, _ = _measurer(crs).measure(np.array([cell]))
    side_m = math.radians(0.01) * 1737400
    assert area_m2[0] == pytest.approx(side_m**2, rel=1e-6)


@pytest.mark.parametrize("crs", [None, 'LOCAL_CS["site",UNIT["metre",1]]'])
def test_without_a_crs_of_the_earth_pixels_are_counted(crs):
    block = np.array([shapely.box(0, -3, 3, 0)])  # 10 x 10 pixels of 0.3
    area, length = _measurer(crs, gsd_m=0.5).measure(block)
    assert (area[0], length[0]) == (pytest.approx(25), pytest.approx(20))
    assert np.isnan(_measurer(crs).measure(block)[0]).all()


def test_pixel_area_and_nothing():
    pixel_m2 = _measurer(UTM).pixel_m2(np.array([-1.0e7]), np.array([1.5e6]))  # the central meridian: scale 0.9996
    assert pixel_m2[0] == pytest.approx(0.09 / 0.9996**2, rel=2e-3)
    assert [len(part) for part in _measurer(UTM).measure(np.zeros(0, object))] == [0, 0]


def test_grads_are_no_degrees():
    square = shapely.orient_polygons(np.array([shapely.box(600000, 2427970, 600030, 2428000)]))
    area_m2, length_m = _measurer(CRS.from_epsg(27572).to_wkt()).measure(square)  # Paris; its longitudes are in grads
    assert area_m2 == pytest.approx([900.0], rel=2e-3) and length_m == pytest.approx([120.0], rel=1e-3)
