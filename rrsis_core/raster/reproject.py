"""Polygons of any CRS → the pixels of a grid, also where they reach far beyond what its CRS can hold.

Only what lies around the grid is projected: the outline of the whole world has no image in a UTM zone, though every
place of the zone lies inside it. A grid that is bent much, by a pole, a seam or the edge of a globe, is taken in parts.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import CRS, Transformer
from pyproj.enums import TransformDirection

from ..grid import GeoRef, Window

Geometries = NDArray[np.object_]
Numbers = NDArray[np.float64]

_NODES = 17  # places along each side of a part that are looked up in the polygons' CRS
_EVEN = 8.0  # a part whose steps differ by more than this is divided
_DEPTH = 5
_WIDEST_DEGREES = 90.0
_EDGE_PARTS = 512  # an edge as long as the part bends by less than a pixel between two of its places
_ALMOST_POLE = 90.0 - 1e-9
_CELLS = 128  # along each side of a part at a pole


def polygons_of(shapes: Geometries) -> Geometries:
    """Return the valid, non-empty polygons in `shapes`, also those inside collections."""
    present = shapes[~(shapely.is_missing(shapes) | shapely.is_empty(shapes))]
    coordinates, owners = shapely.get_coordinates(present, return_index=True)
    present = np.delete(present, np.unique(owners[~np.isfinite(coordinates).all(axis=1)]))
    curved = shapely.make_valid(present)
    parts = shapely.get_parts(shapely.get_parts(curved))
    return np.asarray(parts[shapely.get_type_id(parts) == shapely.GeometryType.POLYGON], dtype=object)


def to_pixels(polygons: Geometries, georef: GeoRef) -> Geometries:
    """Return polygons of the grid's own CRS in pixel coordinates (x = column, y = row)."""

    def moved(xy: Numbers) -> Numbers:
        rows, cols = georef.row_col(xy[:, 0], xy[:, 1])  # type: ignore[arg-type]  # works on arrays as well
        return np.stack([cols, rows], axis=1)

    return polygons_of(shapely.transform(polygons, moved))


def repeated(polygons: Geometries) -> Geometries:
    """Return polygons in degrees also a turn of the Earth to the east and west, for what crosses the antimeridian."""
    turns = (np.array([degrees, 0.0]) for degrees in (-360.0, 0.0, 360.0))
    return np.concatenate([shapely.transform(polygons, lambda xy, turn=turn: xy + turn) for turn in turns])


def reproject(polygons: Geometries, source: CRS, georef: GeoRef, target: CRS, shape: tuple[int, int]) -> Geometries:
    """Return the polygons as far as they lie on or near the grid, in its pixel coordinates (x = column, y = row).

    Args:
        polygons: In `source`, x before y.
        source: Their CRS.
        georef: The grid.
        target: Its CRS.
        shape: (height, width) of the grid.

    Raises:
        ProjError: No way leads from one CRS to the other.
    """
    transformer = Transformer.from_crs(source, target, always_xy=True)
    if source.is_geographic:
        polygons = repeated(polygons)
    tree = shapely.STRtree(polygons)
    parts = list(_parts(Window(0, 0, *shape), georef, target, transformer, _DEPTH))
    found = [np.empty(0, object)]
    for part in parts:
        if target.is_geographic and not source.is_geographic and _holds_pole(part.window, georef):
            found.append(_looked_up(tree, part.window, georef, transformer))
            continue
        near = _near(tree, part, source)
        image = _projected(near, part, georef, target, transformer)
        if len(parts) > 1:
            window = part.window
            edges = (window.col, window.row, window.col_end, window.row_end)
            image = polygons_of(np.asarray(shapely.clip_by_rect(image, *edges), dtype=object))
        found.append(image)
    return np.concatenate(found)


@dataclass(frozen=True)
class _Part:
    """A window of the grid, with the finite places of its lattice, (N, 2), and their usual distance, in both axes."""

    window: Window
    places: Numbers
    step: Numbers


def _parts(window: Window, georef: GeoRef, target: CRS, transformer: Transformer, depth: int) -> Iterator[_Part]:
    """Yield parts of `window`, divided where the grid is bent; none where it has no place in the polygons' CRS."""
    cols, rows = np.meshgrid(
        np.linspace(window.col, window.col_end, _NODES), np.linspace(window.row, window.row_end, _NODES)
    )
    xs, ys = georef.xy(rows, cols)  # type: ignore[arg-type]  # works on arrays as well
    lattice = np.stack(transformer.transform(xs, ys, direction=TransformDirection.INVERSE), axis=-1)
    too_wide = target.is_geographic and np.ptp(xs) > _WIDEST_DEGREES
    if depth and max(window.shape) > 1 and (too_wide or not _is_even(lattice)):
        for half in _quarters(window):
            yield from _parts(half, georef, target, transformer, depth - 1)
        return
    known = np.isfinite(lattice).all(axis=-1)
    if known.any():
        yield _Part(window, lattice[known], _usual_step(lattice))


def _usual_step(lattice: Numbers) -> Numbers:
    """Return the distance (x, y) of neighbours, the larger of both directions; a jump over a seam does not count."""
    with np.errstate(invalid="ignore"):
        steps = [np.abs(np.diff(lattice, axis=axis)).reshape(-1, 2) for axis in (0, 1)]
    finite = [step[np.isfinite(step).all(axis=1)] for step in steps]
    medians = [np.median(step, axis=0) if len(step) else np.zeros(2) for step in finite]
    return np.asarray(np.max(medians, axis=0), np.float64)


def _is_even(lattice: Numbers) -> bool:
    """Return whether neighbours of the lattice (N, N, 2) lie about equally far apart along each axis."""
    if not np.isfinite(lattice).all():
        return False
    for axis in (0, 1):
        steps = np.hypot(*np.moveaxis(np.diff(lattice, axis=axis), -1, 0))
        if steps.max() > _EVEN * np.median(steps):
            return False
    return True


def _quarters(window: Window) -> list[Window]:
    height, width = (window.height + 1) // 2, (window.width + 1) // 2
    places = [(row, col) for row in (0, height) for col in (0, width)]
    pieces = [Window(window.row + row, window.col + col, height, width).intersect(window) for row, col in places]
    return [piece for piece in pieces if not piece.is_empty]


def _holds_pole(window: Window, georef: GeoRef) -> bool:
    """Return whether a window of a grid in degrees reaches a pole."""
    _, bottom, _, top = georef.bounds(window)
    return max(-bottom, top) >= _ALMOST_POLE


def _looked_up(tree: shapely.STRtree, window: Window, georef: GeoRef, transformer: Transformer) -> Geometries:
    """Return the polygons in `window`, made of cells whose middle lies in them.

    The outline of what lies around a pole does not enclose it in degrees, where the pole is a line.
    """
    height, width = (length / min(length, _CELLS) for length in window.shape)
    rows, cols = np.meshgrid(
        np.arange(window.row, window.row_end - height / 2, height),
        np.arange(window.col, window.col_end - width / 2, width),
        indexing="ij",
    )
    xs, ys = georef.xy(rows + height / 2, cols + width / 2)  # type: ignore[arg-type]  # works on arrays as well
    xs, ys = transformer.transform(xs.ravel(), ys.ravel(), direction=TransformDirection.INVERSE)  # type: ignore[attr-defined]
    known = np.flatnonzero(np.isfinite(xs) & np.isfinite(ys))
    inside = np.unique(known[tree.query(shapely.points(xs[known], ys[known]), predicate="intersects")[0]])
    top, left = rows.ravel()[inside], cols.ravel()[inside]
    cells = shapely.box(left, top, left + width, top + height)
    return polygons_of(np.array([shapely.union_all(cells)], dtype=object))


def _near(tree: shapely.STRtree, part: _Part, source: CRS) -> Geometries:
    """Return what the polygons have in common with the part's surroundings, long edges divided."""
    cut = [np.empty(0, object)]
    for left, bottom, right, top in _boxes(part):
        if source.is_geographic:
            bottom, top = max(bottom, -_ALMOST_POLE), min(top, _ALMOST_POLE)
        if bottom >= top:
            continue
        hits = tree.geometries[tree.query(shapely.box(left, bottom, right, top))]
        pieces = shapely.clip_by_rect(hits, left, bottom, right, top)
        cut.append(shapely.segmentize(pieces, max(right - left, top - bottom) / _EDGE_PARTS))
    return polygons_of(np.concatenate(cut))


def _boxes(part: _Part) -> list[tuple[float, float, float, float]]:
    """Return (left, bottom, right, top) around a part: one, or one on each side of a seam."""
    xs = np.sort(part.places[:, 0])
    gaps = np.diff(xs)
    widest = int(gaps.argmax()) if len(gaps) else 0
    apart = len(gaps) > 0 and gaps[widest] > 0.5 * (xs[-1] - xs[0])
    sides = [xs[: widest + 1], xs[widest + 1 :]] if apart else [xs]
    x, y = 2.0 * part.step + 1e-9 * (1.0 + np.abs(part.places).max(axis=0))
    bottom, top = part.places[:, 1].min() - y, part.places[:, 1].max() + y
    return [(side[0] - x, bottom, side[-1] + x, top) for side in sides]


def _projected(polygons: Geometries, part: _Part, georef: GeoRef, target: CRS, transformer: Transformer) -> Geometries:
    """Return polygons in pixel coordinates, without places that the grid's CRS does not have or has elsewhere.

    Beyond a seam of that CRS the surroundings of a part lie at its other end.
    """
    window = part.window
    row, col = window.row + window.height / 2, window.col + window.width / 2
    middle, _ = georef.xy(row, col)
    reach = 1.5 * max(window.shape)

    def project(xy: Numbers) -> Numbers:
        xs, ys = transformer.transform(xy[:, 0], xy[:, 1])
        known = np.isfinite(xs) & np.isfinite(ys)
        xs, ys = np.where(known, xs, middle), np.where(known, ys, 0.0)
        if target.is_geographic:
            xs = middle + (xs - middle + 180.0) % 360.0 - 180.0
        rows, cols = georef.row_col(xs, ys)  # type: ignore[arg-type]  # works on arrays as well
        known &= (np.abs(rows - row) < reach) & (np.abs(cols - col) < reach)
        return np.where(known[:, None], np.stack([cols, rows], axis=1), np.inf)

    moved = shapely.transform(polygons, project)
    broken = ~np.isfinite(shapely.bounds(moved)).all(axis=1)
    for index in np.flatnonzero(broken):
        moved[index] = _finite(moved[index])
    return polygons_of(np.asarray(moved, dtype=object))


def _finite(polygon: shapely.Polygon) -> shapely.Polygon:
    """Return `polygon` without vertices that have no place; empty where too few are left."""
    rings = [shapely.get_coordinates(ring) for ring in (polygon.exterior, *polygon.interiors)]
    kept = [ring[np.isfinite(ring).all(axis=1)] for ring in rings]
    if len(kept[0]) < 3:
        return shapely.Polygon()
    return shapely.Polygon(kept[0], [ring for ring in kept[1:] if len(ring) >= 3])  # which closes them anew
