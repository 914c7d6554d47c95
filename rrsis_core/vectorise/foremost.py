"""Which of all objects found are meant by "the largest building" or "the two northernmost houses"."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import NDArray

from ..footprint import Footprint
from ..grid import GeoRef
from ..relation import Extreme

_COMPASS = {"north": (0.0, 1.0), "east": (1.0, 0.0), "south": (0.0, -1.0), "west": (-1.0, 0.0)}


class Foremost:
    """Keeps the first few of the objects of a layer; the others are let go as they come.

    Args:
        extreme: By which measure, and how many.
        georef: Of the grid: without a CRS, north is where its rows begin.
    """

    def __init__(self, extreme: Extreme, georef: GeoRef) -> None:
        self._extreme = extreme
        self._down = georef.crs_wkt is None and georef.transform[4] > 0  # coordinates grow with the rows
        self._kept: list[tuple[float, Footprint]] = []

    def add(self, footprints: Sequence[Footprint]) -> None:
        """Take further objects."""
        if not footprints:
            return
        measured = list(zip(self._measure(footprints).tolist(), footprints, strict=True))
        self._kept = sorted(self._kept + measured, key=lambda each: -each[0])[: self._extreme.count]

    def finish(self) -> list[Footprint]:
        """Return those that are meant, the foremost first."""
        return [footprint for _, footprint in self._kept]

    def _measure(self, footprints: Sequence[Footprint]) -> NDArray[np.float64]:
        shapes = shapely.from_wkb([footprint.wkb for footprint in footprints])
        if self._extreme.measure == "area":
            area_m2 = np.array([footprint.area_m2 for footprint in footprints])
            return np.where(np.isnan(area_m2), shapely.area(shapes), area_m2)
        if self._extreme.measure == "length":
            return np.asarray(shapely.minimum_bounding_radius(shapes), np.float64)
        x, y = _COMPASS[self._extreme.measure]
        middles = shapely.centroid(shapes)
        return np.asarray(shapely.get_x(middles) * x + shapely.get_y(middles) * (-y if self._down else y), np.float64)
