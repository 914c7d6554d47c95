"""How large a pixel is on the ground, whatever the coordinate reference system."""

from __future__ import annotations

import math

from pyproj import CRS, Geod, Transformer
from pyproj.exceptions import ProjError

from ..grid import GeoRef

_ROUNDING = 2.0**-46  # a pixel must be some steps of the last digit of float64 (2^-52) wide
_PLACES = ((0.5, 0.5), (0.25, 0.25), (0.25, 0.75), (0.75, 0.25), (0.75, 0.75))


def is_usable(transform: tuple[float, ...]) -> bool:
    """Return whether a geotransform tells the places of pixels apart, also when the raster lies far from the origin."""
    a, b, c, d, e, f = transform
    if not all(math.isfinite(value) for value in transform) or a * e == b * d:
        return False
    return abs(c) * _ROUNDING < max(abs(a), abs(b)) and abs(f) * _ROUNDING < max(abs(d), abs(e))


def _distance_m(
    geod: Geod, transformer: Transformer, unit: float, start: tuple[float, float], end: tuple[float, float]
) -> float:
    """Return the way between two places of the map, where `unit` is that of longitudes in degrees."""
    found = transformer.transform((start[0], end[0]), (start[1], end[1]))
    lons, lats = ([value * unit for value in values] for values in found)
    if not all(math.isfinite(value) for value in (*lons, *lats)) or max(abs(lat) for lat in lats) > 90.0:
        return math.nan
    return float(geod.inv(lons[0], lats[0], lons[1], lats[1])[2])


def _ellipsoidal_m(crs: CRS, georef: GeoRef, row: float, col: float) -> tuple[float, float]:
    """Return (height, width) in metres of the pixel around (row, col); NaN where the CRS has no such place."""
    geod = crs.get_geod()
    geodetic = crs.geodetic_crs
    if geod is None or geodetic is None:
        return math.nan, math.nan
    transformer = Transformer.from_crs(crs, geodetic, always_xy=True)
    unit = math.degrees(geodetic.axis_info[0].unit_conversion_factor)  # 0.9 where angles are in grads
    height = _distance_m(geod, transformer, unit, georef.xy(row - 0.5, col), georef.xy(row + 0.5, col))
    return height, _distance_m(geod, transformer, unit, georef.xy(row, col - 0.5), georef.xy(row, col + 0.5))


def _planar_m(crs: CRS, georef: GeoRef) -> tuple[float, float] | None:
    """Return the pixel's (height, width) by the CRS's unit of length alone; None where that is an angle or unknown."""
    if crs.is_geographic or not crs.axis_info or not crs.axis_info[0].unit_conversion_factor:
        return None
    unit_m = float(crs.axis_info[0].unit_conversion_factor)
    a, b, _, d, e, _ = georef.transform
    return math.hypot(b, e) * unit_m, math.hypot(a, d) * unit_m


def pixel_size_m(georef: GeoRef, shape: tuple[int, int]) -> tuple[float, float] | None:
    """Return the (height, width) in metres on the ground of a pixel in the middle of a raster.

    The length is that of the geodesic on the ellipsoid of the raster's own CRS, so that the stretch of EPSG:3857,
    degrees, feet and other planets come out right. Where the centre lies outside of what the projection can invert,
    other places of the raster stand in, and then the CRS's unit of length.

    Args:
        georef: The raster's grid.
        shape: (height, width) of the raster in pixels.

    Returns:
        None where the CRS is missing or says nothing about lengths on a map.
    """
    if georef.crs_wkt is None:
        return None
    try:
        crs = CRS.from_wkt(georef.crs_wkt)
        crs = crs.source_crs if crs.is_bound and crs.source_crs is not None else crs
        if crs.is_geocentric or crs.type_name == "Vertical CRS":
            return None
        for place in _PLACES:
            size = _ellipsoidal_m(crs, georef, shape[0] * place[0], shape[1] * place[1])
            if all(math.isfinite(length) and length > 0 for length in size):
                return size
        return _planar_m(crs, georef)
    except ProjError:
        return None
