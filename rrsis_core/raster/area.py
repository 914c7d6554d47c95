"""The part of a grid that was asked for: a rectangle, and polygons of a vector file in any CRS."""

from __future__ import annotations

import hashlib
import math
from typing import Any

import numpy as np
import pyogrio
import shapely
from numpy.typing import NDArray
from pyproj import CRS
from pyproj.exceptions import ProjError
from rasterio.features import rasterize

from ..errors import ExtentOutside, MaskUnreadable
from ..grid import Bounds, GeoRef, Window
from .reproject import Geometries, polygons_of, repeated, reproject, to_pixels


class Area:
    """Which pixels of a grid are asked for.

    Args:
        georef: The grid.
        shape: (height, width) of the whole grid.
        bounds: (xmin, ymin, xmax, ymax) in the grid's CRS, or None.
        mask: A vector file, or None; `file|layername=name` names a layer.

    Raises:
        ExtentOutside: Nothing of it lies on the grid.
        MaskUnreadable: The vector file is missing, damaged or without polygons.
    """

    def __init__(self, georef: GeoRef, shape: tuple[int, int], bounds: Bounds | None, mask: str | None) -> None:
        whole = Window(0, 0, *shape)
        self.window = whole if bounds is None else _bounded(georef, whole, bounds)
        polygons = None if mask is None else _on_grid(mask, georef, shape)
        if bounds is not None and (georef.transform[1] or georef.transform[3]):
            polygons = _within(polygons, _rectangle(georef, bounds))
        self.digest = ""
        """Hexadecimal digits that change with the polygons that lie on the grid; "" without any."""
        self._tree = None if polygons is None else self._fit(polygons, mask or "The extent")

    def _fit(self, polygons: Geometries, name: str) -> Any:
        """Shrink the window to the polygons, and return those that lie in it as a tree."""
        window = self.window
        kept = polygons[shapely.intersects(polygons, _box(window))]
        if len(kept):
            left, top, right, bottom = shapely.total_bounds(kept)
            row, col = math.floor(top), math.floor(left)
            window = window.intersect(Window(row, col, math.ceil(bottom) - row, math.ceil(right) - col))
        if not len(kept) or window.is_empty:
            raise ExtentOutside(
                f'"{name}" does not touch the raster or the extent asked for: choose another.', mask=name
            )
        self.window = window
        self.digest = hashlib.sha256(b"".join(shapely.to_wkb(kept).tolist())).hexdigest()
        return shapely.STRtree(kept)

    def _hits(self, window: Window, tree: Any) -> Geometries:
        found: Geometries = tree.geometries[tree.query(_box(window), predicate="intersects")]
        return found

    def touches(self, window: Window) -> bool:
        """Return whether any pixel of `window` may be asked for; costs no reading."""
        window = window.intersect(self.window)
        if window.is_empty:
            return False
        return self._tree is None or len(self._hits(window, self._tree)) > 0

    def inside(self, window: Window) -> NDArray[np.bool_]:
        """Return (height, width) bool: which pixels of `window` have their centre inside what was asked for."""
        result = np.zeros(window.shape, np.bool_)
        part = window.intersect(self.window)
        if part.is_empty:
            return result
        rows, cols = part.slices_in(window)
        result[rows, cols] = True if self._tree is None else self._rasterised(part, self._tree)
        return result

    def _rasterised(self, window: Window, tree: Any) -> NDArray[np.bool_]:
        # A margin keeps the cut edges of clipped polygons away from pixel centres.
        edges = (window.col - 1, window.row - 1, window.col_end + 1, window.row_end + 1)
        clipped = [shape for shape in shapely.clip_by_rect(self._hits(window, tree), *edges) if not shape.is_empty]
        if not clipped:
            return np.zeros(window.shape, np.bool_)
        moved = [shapely.transform(shape, lambda xy: xy - (window.col, window.row)) for shape in clipped]
        drawn = rasterize(moved, out_shape=window.shape, fill=0, default_value=1, dtype="uint8")
        return np.asarray(drawn, np.bool_)


def _box(window: Window) -> shapely.Polygon:
    return shapely.box(window.col, window.row, window.col_end, window.row_end)


def _bounded(georef: GeoRef, whole: Window, bounds: Bounds) -> Window:
    window = max((georef.window(turned).intersect(whole) for turned in _turned(georef, bounds)), key=_size_px)
    if window.is_empty:
        xmin, ymin, xmax, ymax = georef.bounds(whole)
        raise ExtentOutside(
            f"The extent {', '.join(f'{value:.10g}' for value in bounds)} does not touch the raster, which covers"
            f" {xmin:.10g}, {ymin:.10g}, {xmax:.10g}, {ymax:.10g} in its own CRS: choose one that does.",
            extent=",".join(map(str, bounds)),
        )
    return window


def _turned(georef: GeoRef, bounds: Bounds) -> list[Bounds]:
    """Return `bounds`, in degrees also a turn of the Earth to the east and west: 190° is -170°."""
    if not georef.crs_wkt or not CRS.from_wkt(georef.crs_wkt).is_geographic:
        return [bounds]
    xmin, ymin, xmax, ymax = bounds
    if xmax - xmin >= 360.0:
        return [(xmin - 360.0, ymin, xmax + 360.0, ymax)]
    return [(xmin + turn, ymin, xmax + turn, ymax) for turn in (0.0, -360.0, 360.0)]


def _size_px(window: Window) -> int:
    return window.height * window.width


def _rectangle(georef: GeoRef, bounds: Bounds) -> shapely.Polygon:
    """Return `bounds` as a polygon of pixel coordinates (x = column, y = row)."""
    xmin, ymin, xmax, ymax = bounds
    corners = [georef.row_col(x, y) for x, y in ((xmin, ymin), (xmax, ymin), (xmax, ymax), (xmin, ymax))]
    return shapely.Polygon([(col, row) for row, col in corners])


def _within(polygons: Geometries | None, frame: shapely.Polygon) -> Geometries:
    if polygons is None:
        return np.array([frame], dtype=object)
    return polygons_of(np.asarray(shapely.intersection(polygons, frame), dtype=object))


def _on_grid(mask: str, georef: GeoRef, shape: tuple[int, int]) -> Geometries:
    """Return the polygons of a vector file in pixel coordinates (x = column, y = row)."""
    polygons, crs = _read(mask)
    try:
        source, target = (None if not text else CRS.from_user_input(text) for text in (crs, georef.crs_wkt))
        if source and target and not source.equals(target, ignore_axis_order=True):
            return reproject(polygons, source, georef, target, shape)
    except ProjError as error:
        raise MaskUnreadable(
            f'The CRS of the mask "{mask}" does not lead to that of the raster ({error}).', mask=mask
        ) from error
    return to_pixels(repeated(polygons) if target and target.is_geographic else polygons, georef)


def _read(mask: str) -> tuple[Geometries, str | None]:
    path, _, layer = mask.partition("|layername=")
    try:
        meta, _, wkb, _ = pyogrio.raw.read(path, layer=layer.split("|")[0] or None, columns=[], force_2d=True)
        shapes = shapely.from_wkb(wkb if wkb is not None else [], on_invalid="ignore")
    except (RuntimeError, OSError, ValueError, shapely.errors.ShapelyError) as error:  # pyogrio's are RuntimeErrors
        raise MaskUnreadable(
            f'The mask "{mask}" cannot be read ({str(error).rstrip(".")}): name a vector file with polygons.', mask=mask
        ) from error
    polygons = polygons_of(np.asarray(shapes, dtype=object))
    if not len(polygons):
        raise MaskUnreadable(f'The mask "{mask}" holds no polygon: choose a polygon layer.', mask=mask)
    return polygons, meta["crs"]
