"""Truths drawn as polygons, boxes or points, in pixel corners or on the map, inline or in a vector file."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pyproj
import pyproj.exceptions
import rasterio
import rasterio.features
import shapely
from numpy.typing import NDArray
from pyogrio.errors import DataLayerError, DataSourceError
from shapely.geometry.base import BaseGeometry

from ..errors import DatasetInvalid, MaskUnreadable
from ..grid import GeoRef
from .truth import Frame, Mask

LONGITUDE_LATITUDE = "OGC:CRS84"
_FAR = 1e12  # no pixel or metre lies beyond; also keeps NaN and infinity out


@dataclass(frozen=True)
class Shapes:
    """Polygons, boxes or points, in pixel corners (x = column, y = row) or on the map.

    Args:
        geometries: What was drawn inline.
        crs: Its coordinate system, anything PROJ knows; "" = pixel corners.
        path, layer: A GeoJSON or GeoPackage to read instead, when first drawn.
        kind: "polygon", "box" or "point".
    """

    geometries: tuple[BaseGeometry, ...] = ()
    crs: str = ""
    path: Path | None = None
    layer: str | None = None
    kind: str = "polygon"

    @property
    def exact(self) -> bool:
        """Polygons are; boxes and points only say where something is."""
        return self.kind == "polygon"

    def in_pixels(self, frame: Frame) -> list[BaseGeometry]:
        """Return the geometries in pixel corners of `frame`, those left out that are empty or off the image's map.

        Raises:
            MaskUnreadable: The file is missing, unreadable or has no CRS.
            DatasetInvalid: They lie on the map, the image does not, or on another; or they are no shapes of this kind.
        """
        geometries, crs = (
            (list(self.geometries), self.crs) if self.path is None else _read_vector(self.path, self.layer)
        )
        if crs and not frame.georef.crs_wkt:
            raise DatasetInvalid(
                f"The {self._kinds}{self._of_file} have a coordinate system, the image none: give the image a CRS, or "
                "draw in pixel corners.",
                path=str(self.path or ""),
            )
        try:
            placed = _to_pixels(geometries, crs, frame.georef) if crs else geometries
            return list(self._fitting(placed))
        except pyproj.exceptions.ProjError as error:
            raise DatasetInvalid(
                f"No way leads from the coordinate system of the {self._kinds}{self._of_file} to that of the image"
                f" ({error}): correct one of them, or draw in pixel corners.",
                path=str(self.path or ""),
            ) from error

    @property
    def _kinds(self) -> str:
        return {"box": "boxes"}.get(self.kind, f"{self.kind}s")

    @property
    def _of_file(self) -> str:
        return f" of {self.path}" if self.path else ""

    def _fitting(self, geometries: Iterable[BaseGeometry]) -> Iterator[BaseGeometry]:
        """Yield what can be drawn; a feature of many points as so many."""
        if self.kind == "point":
            geometries = [part for shape in geometries for part in _simple_parts(shape)]
        for shape in geometries:
            simple = {str(part.geom_type) for part in _simple_parts(shape)}
            if strange := simple - ({"Point"} if self.kind == "point" else {"Polygon"}):
                raise DatasetInvalid(
                    f"The {self._kinds}{self._of_file} hold a {strange.pop()}: only "
                    f"{'points' if self.kind == 'point' else 'polygons'} belong there.",
                    path=str(self.path or ""),
                )
            if not (np.abs(shapely.get_coordinates(shape)) < _FAR).all():
                raise DatasetInvalid(
                    f"The {self._kinds}{self._of_file} have a corner that lies nowhere: draw them anew.",
                    path=str(self.path or ""),
                )
            if simple:
                yield shape

    def marks(self, frame: Frame) -> list[BaseGeometry]:
        """Return the points or boxes in pixel corners of `frame` as far as they lie in it: a layer may show more.

        Raises:
            MaskUnreadable, DatasetInvalid: As `in_pixels`.
        """
        image = shapely.box(0, 0, frame.width, frame.height)
        if self.kind == "point":
            return [mark for mark in self.in_pixels(frame) if image.covers(mark)]
        cut = [shapely.box(*shape.bounds).intersection(image) for shape in self.in_pixels(frame)]
        return [mark for mark in cut if mark.area > 0]

    def rasterise(self, frame: Frame) -> Mask:
        """Return the pixels whose centres lie inside; for points the pixel that each lies in."""
        drawn = self.in_pixels(frame)
        if not drawn:
            return np.zeros(frame.shape, dtype=bool)
        burnt = rasterio.features.rasterize(
            drawn, out_shape=frame.shape, transform=rasterio.Affine.identity(), dtype=np.uint8, all_touched=False
        )
        return np.asarray(burnt > 0)


def _simple_parts(shape: BaseGeometry) -> Iterator[BaseGeometry]:
    """Yield the points, lines and polygons that `shape` is or is made of, those left out that are empty."""
    for part in shapely.get_parts([shape]):
        if hasattr(part, "geoms"):
            yield from _simple_parts(part)
        elif not part.is_empty:
            yield part


def _to_pixels(geometries: Iterable[BaseGeometry], crs: str, georef: GeoRef) -> Iterator[BaseGeometry]:
    """Yield the geometries in pixel corners; those left out of which no corner has a place on the image's map.

    Raises:
        DatasetInvalid: Some corners of a geometry have one, others none.
    """
    to_image = pyproj.Transformer.from_crs(crs, georef.crs_wkt, always_xy=True)
    for shape in geometries:
        points = shapely.get_coordinates(shape)
        with np.errstate(invalid="ignore"):
            rows, cols = georef.row_col(*to_image.transform(points[:, 0], points[:, 1]))
        placed = np.isfinite(rows) & np.isfinite(cols)
        if placed.all():
            corners = np.column_stack([cols, rows])
            yield shapely.transform(shape, partial(_instead, corners))
        elif placed.any():
            raise DatasetInvalid(f"A shape reaches to where the image's map has no place: {shape.wkt[:60]} …")


def _instead(corners: NDArray[np.float64], _: NDArray[np.float64]) -> NDArray[np.float64]:
    return corners


def _read_vector(path: Path, layer: str | None) -> tuple[list[BaseGeometry], str]:
    try:
        meta, _, wkb, _ = pyogrio.raw.read(path, layer=layer, columns=[], force_2d=True)
        geometries = [shape for shape in shapely.from_wkb(wkb if wkb is not None else []) if shape is not None]
    except (DataSourceError, DataLayerError, shapely.GEOSException, OSError, ValueError) as error:
        raise MaskUnreadable(
            f"The shapes of {path} cannot be read ({error}): copy it again, or name another layer.", path=str(path)
        ) from error
    if wkb is None:
        raise MaskUnreadable(f"{path} is a table without shapes: name a layer that has some.", path=str(path))
    if not meta["crs"]:
        raise MaskUnreadable(
            f"{path} has no coordinate system: assign one, or write pixel corners inline.", path=str(path)
        )
    return geometries, str(meta["crs"])


def parse_polygons(value: Any) -> Shapes:
    """Return inline polygons: a GeoJSON object (longitude, latitude unless it names a CRS), or lists of pixel corners.

    Lists: a ring [[x, y], …]; rings [[[x, y], …], …] where a ring inside another cuts a hole; polygons, each a list of
    rings with the outer one first; or lists of those.

    Raises:
        DatasetInvalid: It is none of these.
    """
    if isinstance(value, dict):
        return Shapes(tuple(_geojson_shapes(value)), crs=_geojson_crs(value))
    return Shapes(tuple(_pixel_polygons(value)))


def _geojson_shapes(value: dict[str, Any]) -> list[BaseGeometry]:
    try:
        shape = shapely.from_geojson(json.dumps(value))
    except (shapely.GEOSException, TypeError, ValueError) as error:
        raise DatasetInvalid(f'"polygons" is no GeoJSON: {error}') from error
    if shape is None:
        raise DatasetInvalid('"polygons" is a GeoJSON object without a geometry: give it one, or take it out.')
    parts = [part for part in shapely.get_parts([shape]) if not part.is_empty]
    if any(part.geom_type not in {"Polygon", "MultiPolygon", "GeometryCollection"} for part in parts):
        raise DatasetInvalid('"polygons" holds a geometry that is no polygon: take it out.')
    return parts


def _geojson_crs(value: dict[str, Any]) -> str:
    crs = value.get("crs")
    if crs is None:
        return LONGITUDE_LATITUDE
    said = crs.get("properties") if isinstance(crs, dict) else None
    name = said.get("name") if isinstance(said, dict) else crs
    try:
        return str(pyproj.CRS.from_user_input(name).to_wkt())
    except pyproj.exceptions.CRSError as error:
        raise DatasetInvalid(f'"polygons" names a coordinate system that PROJ does not know: {name!r}.') from error


def _depth(value: Any) -> int:
    depth = 0
    while isinstance(value, list):
        depth, value = depth + 1, value[0] if value else None
    return depth


def _pixel_polygons(value: Any) -> list[BaseGeometry]:
    depth = _depth(value)
    if value == []:
        return []
    try:
        if depth == 2:
            return [shapely.Polygon(value)]
        if depth == 3:
            return [_nest_rings([shapely.Polygon(ring) for ring in value])]
        if depth == 4:
            return [shapely.make_valid(shapely.Polygon(rings[0], rings[1:])) for rings in value if rings]
    except (shapely.GEOSException, TypeError, ValueError, IndexError) as error:
        raise DatasetInvalid(f'"polygons" holds a ring that is none: {error}') from error
    if depth == 5:
        return [shape for part in value for shape in _pixel_polygons(part)]
    raise DatasetInvalid('"polygons" is neither a file, a GeoJSON object nor lists of [x, y] pixel corners.')


def _nest_rings(rings: list[BaseGeometry]) -> BaseGeometry:
    """Return the union of rings, largest first, where a ring inside what is there cuts a hole."""
    whole: BaseGeometry = shapely.Polygon()
    for ring in sorted(map(shapely.make_valid, rings), key=lambda ring: -float(ring.area)):
        whole = whole.difference(ring) if whole.contains(ring) else whole.union(ring)
    return whole


def parse_numbers(value: Any, count: int, key: str) -> list[tuple[float, ...]]:
    """Return a list of `count` finite numbers each: boxes (4: xmin, ymin, xmax, ymax) or points (2: x, y).

    Raises:
        DatasetInvalid: It is not.
    """
    rows = [value] if isinstance(value, list) and value and not isinstance(value[0], list) else value
    if not isinstance(rows, list) or not all(_is_row(row, count) for row in rows):
        form = "[xmin, ymin, xmax, ymax]" if count == 4 else "[x, y]"
        raise DatasetInvalid(f'"{key}" is no list of {form} in pixels.')
    return [tuple(float(number) for number in row) for row in rows]


def _is_row(row: Any, count: int) -> bool:
    return (
        isinstance(row, list)
        and len(row) == count
        and all(isinstance(number, (int, float)) and -_FAR < number < _FAR for number in row)
    )


def boxes(corners: Iterable[Sequence[float]]) -> Shapes:
    """Return boxes (xmin, ymin, xmax, ymax) in pixel corners as a truth."""
    return Shapes(tuple(shapely.box(*box) for box in corners), kind="box")


def points(places: Iterable[Sequence[float]]) -> Shapes:
    """Return points (x, y) in pixel corners as a truth."""
    return Shapes(tuple(shapely.Point(*place) for place in places), kind="point")
