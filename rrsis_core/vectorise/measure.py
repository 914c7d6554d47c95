"""Areas and lengths on the ellipsoid for many polygons at once."""

from __future__ import annotations

import math

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import CRS, Transformer
from pyproj.exceptions import CRSError

from ..grid import GeoRef

Floats = NDArray[np.float64]


class Measurer:
    """Measures polygons that are given in the coordinates of a raster's map.

    On a CRS of the earth (or of another body) edges are geodesics. Area is that of the ellipsoid's equal-area cylinder,
    whose formula is exact (J. P. Snyder, Map Projections, 1987, equations 3-12 and 10-15), plus the slice between each
    edge, straight there, and the geodesic: the first terms of a series of the spherical excess. Lengths are those of
    the ellipsoid's metric at the middle of each edge. Both agree with geodesics to 1e-7 for edges of some kilometres.
    Without such a CRS sizes are counted in pixels and multiplied with `gsd_m`.

    Args:
        georef: The pixel grid.
        gsd_m: Assumed size of a pixel in metres where the raster has no CRS of the earth; None: measures are NaN there.
    """

    def __init__(self, georef: GeoRef, gsd_m: float | None) -> None:
        self._georef = georef
        self._gsd_m = math.nan if gsd_m is None else gsd_m
        self._to_angles = None if georef.crs_wkt is None else _to_angles(georef.crs_wkt)
        if self._to_angles is not None:
            crs = CRS.from_wkt(str(georef.crs_wkt))
            geod, angles = crs.get_geod(), crs.geodetic_crs
            # Degrees, but for the grads of some old French and North African grids.
            self._unit_rad = angles.axis_info[0].unit_conversion_factor if angles else math.nan
            self._major_m, self._e2 = (geod.a, geod.es) if geod is not None else (math.nan, 0.0)

    def measure(self, polygons: NDArray[np.object_]) -> tuple[Floats, Floats]:
        """Return (N,) areas in m² and (N,) lengths of all rings in m.

        Args:
            polygons: (N,) shapely polygons, exteriors and holes wound in opposite directions.
        """
        if len(polygons) == 0:
            return np.zeros(0), np.zeros(0)
        _, points, (ring_first, polygon_first) = shapely.to_ragged_array(polygons)
        last = np.zeros(len(points), dtype=np.bool_)
        last[ring_first[1:] - 1] = True  # no edge leaves the repeated point at a ring's end
        first = ring_first[polygon_first[:-1]]
        origin = np.repeat(first, np.diff(ring_first[polygon_first]))
        area, length = self._edges(points, origin)
        area[last[:-1]], length[last[:-1]] = 0, 0
        return np.abs(np.add.reduceat(area, first)), np.add.reduceat(length, first)

    def pixel_m2(self, row: Floats, col: Floats) -> Floats:
        """Return (N,) the area in m² of the pixels whose upper left corners are (row, col)."""
        down, right = np.array([0, 1, 1, 0, 0]), np.array([0, 0, 1, 1, 0])
        rows, cols = row[:, None] + down, col[:, None] + right
        return self.measure(shapely.polygons(np.stack(self.to_map(rows, cols), axis=-1)))[0]

    def pixel_m(self, row: float, col: float) -> tuple[float, float]:
        """Return the height and the width in metres of a pixel at (row, col); NaN where sizes are unknown."""
        steps = np.array([[[0, 0], [1, 0], [0, 0]], [[0, 0], [0, 1], [0, 0]]], dtype=np.float64)  # there and back
        there = shapely.linearrings(np.stack(self.to_map(row + steps[..., 0], col + steps[..., 1]), axis=-1))
        height_m, width_m = self.measure(shapely.polygons(there))[1] / 2
        return float(height_m), float(width_m)

    def to_map(self, row: Floats, col: Floats) -> tuple[Floats, Floats]:
        """Return the map coordinates x, y of lattice points."""
        a, b, c, d, e, f = self._georef.transform
        return a * col + b * row + c, d * col + e * row + f

    def _edges(self, points: Floats, origin: NDArray[np.int64]) -> tuple[Floats, Floats]:
        """Return (V - 1,) the signed area under and the length of the edge from each point to the next.

        Areas are taken relative to each polygon's first point, `origin`, for the sake of precision.
        """
        if self._to_angles is None:
            x, y = self._pixels(points)
            x, y = x - x[origin], y - y[origin]
            return (x[:-1] + x[1:]) / 2 * np.diff(y), np.hypot(np.diff(x), np.diff(y))
        angles = self._to_angles.transform(points[:, 0], points[:, 1])
        longitude, latitude = angles[0] * self._unit_rad, angles[1] * self._unit_rad
        longitude = np.remainder(longitude - longitude[origin] + np.pi, 2 * np.pi) - np.pi
        height = self._cylinder(latitude)
        height -= height[origin]
        area = (longitude[:-1] + longitude[1:]) / 2 * np.diff(height)
        turn, rise = np.diff(longitude), np.diff(latitude)
        sine, cosine = np.sin((latitude[:-1] + latitude[1:]) / 2), np.cos((latitude[:-1] + latitude[1:]) / 2)
        w2 = 1 - self._e2 * sine**2
        prime_m = self._major_m / np.sqrt(w2)
        meridian_m = prime_m * (1 - self._e2) / w2
        bow = sine * turn * (rise**2 / 4 + (cosine * turn) ** 2 / 12)
        return area - prime_m * meridian_m * bow, np.hypot(meridian_m * rise, prime_m * cosine * turn)

    def _pixels(self, points: Floats) -> tuple[Floats, Floats]:
        """Return x, y in assumed metres: pixel columns and rows times the pixel size."""
        a, b, c, d, e, f = self._georef.transform
        east, north = points[:, 0] - c, points[:, 1] - f
        scale = self._gsd_m / (a * e - b * d)
        return (e * east - b * north) * scale, (a * north - d * east) * scale

    def _cylinder(self, latitude: Floats) -> Floats:
        """Return the height in m² per radian of longitude of the ellipsoid's equal-area cylinder."""
        sine = np.sin(latitude)
        if self._e2 <= 0:
            return np.asarray(self._major_m**2 * sine)
        e = math.sqrt(self._e2)
        factor = self._major_m**2 * (1 - self._e2) / 2
        return np.asarray(factor * (sine / (1 - self._e2 * sine**2) + np.arctanh(e * sine) / e))


def _to_angles(crs_wkt: str) -> Transformer | None:
    """Return the way from a CRS to the longitude and latitude of its own datum; None where it has none."""
    try:
        crs = CRS.from_wkt(crs_wkt)
        if crs.geodetic_crs is None or crs.ellipsoid is None:
            return None
        return Transformer.from_crs(crs.to_2d(), crs.geodetic_crs.to_2d(), always_xy=True)
    except CRSError:
        return None
