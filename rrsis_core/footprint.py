"""One polygon of a result with its measures: the room that makes it and the one that writes it need not meet."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Footprint:
    """A result polygon.

    Args:
        wkb: The polygon in map coordinates as ISO well-known binary.
        prob_mean: Mean probability of its pixels, 0 to 1.
        prob_max: Highest probability of its pixels, 0 to 1.
        area_m2: Area on the ellipsoid, holes taken out; NaN where the raster has no CRS and no pixel size is known.
        perimeter_m: Length of all rings on the ellipsoid.
    """

    wkb: bytes
    prob_mean: float
    prob_max: float
    area_m2: float
    perimeter_m: float
