"""Strips of probability → footprints."""

from __future__ import annotations

import math
from operator import itemgetter

import numpy as np
import shapely
from numpy.typing import NDArray

from ..footprint import Footprint
from ..grid import GeoRef, Window
from ..request import VectorSettings
from .components import Closed, ComponentStream, Ints, Table
from .holes import Islands
from .measure import Measurer
from .outlines import Rings, Shapes, smooth, to_polygons, trace, with_nodes
from .rightangles import CROWD_FARTHEST_PX, FARTHEST_PX, square
from .simplify import are_valid, simplify, simplify_shared
from .split import KEEP_PX, Parted, split

Bytes = NDArray[np.uint8]

FULL = 254  # the byte of probability 1
NODATA = 255
DEFAULT_TOLERANCE_PX = 0.75
_CORNERS = 2**14  # of outlines that are made at a time, but for a larger group
_PIECE_SHARE = 1.2  # of the smallest area that a piece has at least: outlines lose a little where they are smoothed
_AREA_SIDE = 3.0  # side of the square whose area a triangle may have, in tolerances: alike in vertices left
_CROWD_TOLERANCE_PX = 3.0  # where objects near each other may be all of the raster's, which do not fit into memory
_NEAR_PX = math.ceil(2 * max(_CROWD_TOLERANCE_PX, CROWD_FARTHEST_PX))
_SMOOTH_FROM_PX = 0.5  # below, outlines may not move as far as smoothing moves them
_SMOOTH_SHARE_PX = 0.4  # what smoothing takes of the tolerance: up to 0.5, seldom in the direction of the rest


class Polygoniser:
    """Turns strips of one phrase's probability into polygons.

    The result does not depend on where strips are cut. Pixels that share an edge belong to one object; holes are kept,
    and small ones filled where that is wished and no other object lies in them.
    Outlines follow pixel edges, are smoothed (steps of one pixel become straight lines) and then simplified so that
    no object vanishes, all stay valid, and neighbours neither overlap nor move apart where they touch. With a tolerance
    of 0 they are the pixels' edges.

    Where more than 500 objects are linked by gaps of less than twice the tolerance, this is taken as 3 pixels at most.

    Memory holds the outlines of objects that are not finished and a few rows of runs, never pixels.

    Args:
        georef: The pixel grid in which strips are given.
        width: Columns of every strip.
        settings: How probabilities become polygons.
        gsd_m: Assumed pixel size where the raster has no CRS; None: areas are NaN there and no minimum is applied.
    """

    def __init__(
        self, georef: GeoRef, width: int, settings: VectorSettings | None = None, *, gsd_m: float | None = None
    ) -> None:
        self._settings = settings or VectorSettings()
        self._settings.check()
        self._measurer = Measurer(georef, gsd_m)
        self._level = max(math.ceil(self._settings.threshold * FULL - 1e-9), 1)
        self._width = width
        self._col = 0
        self._tolerance_px = 0.0 if self._settings.simplify_m == 0 else DEFAULT_TOLERANCE_PX
        self._aspect = 1.0
        self._piece_px = 0.0
        self._stream: ComponentStream | None = None
        self._islands = Islands()

    def add(self, strip: Window, probability: Bytes) -> list[Footprint]:
        """Add a strip; return the objects that end above its last rows.

        Args:
            strip: Where it lies: below the strip before, in the same columns.
            probability: (rows, width) uint8: v / 254, or 255 for nodata.

        Raises:
            ValueError: The strip has another shape or place.
        """
        if probability.shape != (strip.height, strip.width) or strip.width != self._width:
            raise ValueError(f"probability of shape {probability.shape} for {strip}, {self._width} columns wide")
        if self._stream is None:
            self._stream = self._begin(strip)
        mask = probability >= self._level
        mask &= probability != NODATA
        return self._footprints(self._stream.add(strip.row, mask, probability))

    def finish(self) -> list[Footprint]:
        """Return the objects that are left."""
        return [] if self._stream is None else self._footprints(self._stream.finish())

    def _begin(self, strip: Window) -> ComponentStream:
        """Fix what depends on the first strip's place: the columns, and a pixel's size on the ground."""
        self._col = strip.col
        height_m, width_m = self._measurer.pixel_m(strip.row, strip.col + strip.width / 2)
        if height_m > 0 and width_m > 0:  # not where sizes are unknown
            # Rounded, so that the last digits of a projection decide nothing.
            self._aspect = round(height_m / width_m, 3)
            self._piece_px = round(_PIECE_SHARE * self._settings.min_area_m2 / (height_m * width_m), 3)
            if self._settings.simplify_m is not None:
                self._tolerance_px = round(self._settings.simplify_m / math.sqrt(height_m * width_m), 3)
        # Outlines may come nearer to each other by twice the way that each may move.
        reach = math.ceil(2 * max(self._tolerance_px, FARTHEST_PX if self._settings.right_angles else 0))
        return ComponentStream(self._width, reach, KEEP_PX if self._settings.split_touching else 0, _NEAR_PX)

    def _footprints(self, closed: Closed) -> list[Footprint]:
        """Return the objects of `closed`, made some at a time: rows of a wide raster may end very many."""
        if self._stream is None or len(closed.table.count) == 0:
            return []
        stride = self._stream.stride
        parted = Parted(closed, *np.zeros((2, 0), dtype=np.int64))
        if self._settings.split_touching:
            parted = split(closed, stride, self._level, self._piece_px)
        if self._settings.fill_holes_m2 > 0:
            self._islands.add(parted.closed, stride)
        found: list[tuple[int, Footprint]] = []
        for numbers, table, corners in parted.closed.portions(_CORNERS):
            rings = with_nodes(trace(corners, stride), parted.node_row, parted.node_col)
            found += self._made(numbers, table, self._with_filled_holes(rings))
        self._islands.forget_above(self._stream.open_row)
        return [footprint for _, footprint in sorted(found, key=itemgetter(0))]

    def _made(self, numbers: Ints, table: Table, rings: Rings) -> list[tuple[int, Footprint]]:
        """Return the objects that are large enough, each with its number."""
        exact = to_polygons(rings)
        shapes = self._to_map(self._simplified(rings, exact, table))
        broken = ~are_valid(shapes)
        shapes[broken] = self._to_map(exact[broken])
        area_m2, length_m = self._measurer.measure(shapes)
        # NaN areas, of rasters without a CRS, are kept.
        wanted = np.flatnonzero(~(area_m2 < self._settings.min_area_m2))
        mean = table.total / table.count / FULL
        peak = table.peak / FULL
        wkb = shapely.to_wkb(shapes[wanted], byte_order=1)
        columns = (wkb, mean[wanted], peak[wanted], area_m2[wanted], length_m[wanted])
        rows = zip(*(column.tolist() for column in columns), strict=True)
        return [(number, Footprint(*row)) for number, row in zip(numbers[wanted].tolist(), rows, strict=True)]

    def _with_filled_holes(self, rings: Rings) -> Rings:
        """Return the outlines without the holes that are small and hold no other object."""
        if self._settings.fill_holes_m2 <= 0:
            return rings
        place = rings.first[:-1]
        pixel_m2 = self._measurer.pixel_m2(rings.row[place], rings.col[place] + self._col)
        small = ~rings.exterior & (rings.area_px2() * pixel_m2 <= self._settings.fill_holes_m2)
        return rings.without(small & ~self._islands.lie_in(rings, small))

    def _simplified(self, rings: Rings, exact: Shapes, table: Table) -> Shapes:
        smoothed, tolerance_px = exact, self._tolerance_px
        if tolerance_px >= _SMOOTH_FROM_PX:
            smoothed, tolerance_px = to_polygons(smooth(rings)), tolerance_px - _SMOOTH_SHARE_PX
        group, shapes = table.together(), smoothed.copy()
        for chosen, most_px in ((table.crowded, _CROWD_TOLERANCE_PX), (~table.crowded, math.inf)):
            among = smoothed[chosen], group[chosen]
            if self._settings.split_touching:
                shapes[chosen] = simplify_shared(*among, min(tolerance_px, most_px) * _AREA_SIDE)
            else:
                shapes[chosen] = simplify(*among, min(tolerance_px, most_px))
        return square(shapes, group, self._aspect, table.crowded) if self._settings.right_angles else shapes

    def _to_map(self, shapes: Shapes) -> Shapes:
        def place(points: NDArray[np.float64]) -> NDArray[np.float64]:
            return np.stack(self._measurer.to_map(points[:, 1], points[:, 0] + self._col), axis=1)

        return np.asarray(shapely.orient_polygons(shapely.transform(shapes, place)))


def polygonise(
    probability: Bytes, georef: GeoRef, settings: VectorSettings | None = None, *, gsd_m: float | None = None
) -> list[Footprint]:
    """Return the footprints of a whole probability raster.

    Args:
        probability: (H, W) uint8: v / 254, or 255 for nodata.
        georef: Its grid.
        settings: How probabilities become polygons.
        gsd_m: Assumed pixel size where the raster has no CRS.
    """
    height, width = probability.shape
    polygoniser = Polygoniser(georef, width, settings, gsd_m=gsd_m)
    return polygoniser.add(Window(0, 0, height, width), probability) + polygoniser.finish()
