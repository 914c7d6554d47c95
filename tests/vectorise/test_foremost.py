"""The largest, the longest and the northernmost of objects that come a few at a time."""

from __future__ import annotations

import math

import pytest
import shapely

from rrsis_core.footprint import Footprint
from rrsis_core.grid import GeoRef
from rrsis_core.relation import Extreme
from rrsis_core.vectorise import Foremost

UTM = GeoRef((1.0, 0.0, 0.0, 0.0, -1.0, 100.0), "EPSG:32631")


def box(x: float, y: float, width: float, height: float, area_m2: float | None = None) -> Footprint:
    shape = shapely.box(x, y, x + width, y + height)
    return Footprint(shapely.to_wkb(shape), 0.8, 0.9, shape.area if area_m2 is None else area_m2, shape.length)


LONG, LARGE, NORTHERN = box(0, 0, 30, 1), box(50, 10, 8, 8), box(20, 90, 2, 2)


@pytest.mark.parametrize(
    ("extreme", "meant"),
    [
        (Extreme("area"), [LARGE]),
        (Extreme("area", 2), [LARGE, LONG]),
        (Extreme("length"), [LONG]),
        (Extreme("north"), [NORTHERN]),
        (Extreme("south"), [LONG]),
        (Extreme("east"), [LARGE]),
        (Extreme("west"), [LONG]),
        (Extreme("area", 6), [LARGE, LONG, NORTHERN]),
    ],
)
def test_the_foremost_are_kept(extreme: Extreme, meant: list[Footprint]) -> None:
    for parts in ([[LONG, LARGE, NORTHERN]], [[NORTHERN], [], [LARGE], [LONG]]):
        foremost = Foremost(extreme, UTM)
        for part in parts:
            foremost.add(part)
        assert foremost.finish() == meant


def test_without_a_crs_north_is_up_and_areas_are_those_of_the_shapes() -> None:
    picture = GeoRef((1.0, 0.0, 0.0, 0.0, 1.0, 0.0))
    north, area = Foremost(Extreme("north"), picture), Foremost(Extreme("area"), picture)
    shapes = [box(0, 5, 3, 3, math.nan), box(0, 50, 4, 4, math.nan)]
    north.add(shapes)
    area.add(shapes)
    assert north.finish() == shapes[:1] and area.finish() == shapes[1:]
