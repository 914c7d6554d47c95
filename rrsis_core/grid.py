"""Where pixels are: windows of a raster, their place on the map, and the tiles that cover them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Iterator, Optional, Tuple

from .errors import RequestInvalid, TooManyTiles

Affine6 = Tuple[float, float, float, float, float, float]
Bounds = Tuple[float, float, float, float]

MAX_TILES = 30_000_000  # at once: Nepal at 20 cm; their list is some gigabytes then


@dataclass(frozen=True)
class Window:
    """A half-open rectangle of pixels: rows row … row + height - 1, columns col … col + width - 1."""

    row: int
    col: int
    height: int
    width: int

    @property
    def row_end(self) -> int:
        """The first row below the window."""
        return self.row + self.height

    @property
    def col_end(self) -> int:
        """The first column right of the window."""
        return self.col + self.width

    @property
    def shape(self) -> tuple[int, int]:
        """(height, width)."""
        return (self.height, self.width)

    @property
    def is_empty(self) -> bool:
        """Whether the window holds no pixel."""
        return self.height <= 0 or self.width <= 0

    def intersect(self, other: Window) -> Window:
        """Return the pixels of both windows; an empty window where they do not touch."""
        row, col = max(self.row, other.row), max(self.col, other.col)
        height = min(self.row_end, other.row_end) - row
        width = min(self.col_end, other.col_end) - col
        return Window(row, col, max(height, 0), max(width, 0))

    def shifted(self, rows: int, cols: int) -> Window:
        """Return the window moved down by `rows` and right by `cols`."""
        return Window(self.row + rows, self.col + cols, self.height, self.width)

    def slices_in(self, outer: Window) -> tuple[slice, slice]:
        """Return the (row, column) slices of this window in an array that covers `outer`."""
        row, col = self.row - outer.row, self.col - outer.col
        return slice(row, row + self.height), slice(col, col + self.width)


@dataclass(frozen=True)
class GeoRef:
    """How a pixel grid lies on the map.

    Args:
        transform: (a, b, c, d, e, f): pixel corner (row, col) lies at x = a·col + b·row + c, y = d·col + e·row + f.
        crs_wkt: The coordinate reference system as WKT, or None where the raster has none.
    """

    transform: Affine6
    crs_wkt: Optional[str] = None

    def xy(self, row: float, col: float) -> tuple[float, float]:
        """Return the map coordinates (x, y) of the pixel corner (row, col)."""
        a, b, c, d, e, f = self.transform
        return a * col + b * row + c, d * col + e * row + f

    def row_col(self, x: float, y: float) -> tuple[float, float]:
        """Return the fractional pixel corner (row, col) at map coordinates (x, y)."""
        a, b, c, d, e, f = self.transform
        determinant = a * e - b * d
        col = (e * (x - c) - b * (y - f)) / determinant
        row = (a * (y - f) - d * (x - c)) / determinant
        return row, col

    def at(self, window: Window) -> GeoRef:
        """Return the reference of the grid whose pixel (0, 0) is the first pixel of `window`."""
        a, b, _, d, e, _ = self.transform
        x, y = self.xy(window.row, window.col)
        return GeoRef((a, b, x, d, e, y), self.crs_wkt)

    def scaled(self, rows: float, cols: float) -> GeoRef:
        """Return the reference of a grid with the same corner whose pixels are `rows` times as high, `cols` as wide."""
        a, b, c, d, e, f = self.transform
        return GeoRef((a * cols, b * rows, c, d * cols, e * rows, f), self.crs_wkt)

    def bounds(self, window: Window) -> Bounds:
        """Return (xmin, ymin, xmax, ymax) of the window's four corners on the map."""
        corners = [self.xy(row, col) for row in (window.row, window.row_end) for col in (window.col, window.col_end)]
        xs, ys = zip(*corners)
        return min(xs), min(ys), max(xs), max(ys)

    def window(self, bounds: Bounds) -> Window:
        """Return the smallest window that covers `bounds` (xmin, ymin, xmax, ymax) but for 1e-6 of a pixel."""
        xmin, ymin, xmax, ymax = bounds
        corners = [self.row_col(x, y) for x in (xmin, xmax) for y in (ymin, ymax)]
        rows, cols = zip(*corners)
        row, col = math.floor(min(rows) + 1e-6), math.floor(min(cols) + 1e-6)
        return Window(row, col, math.ceil(max(rows) - 1e-6) - row, math.ceil(max(cols) - 1e-6) - col)


def _starts(first: int, length: int, tile_px: int, step_px: int, lattice_px: int) -> list[int]:
    """Return the starts of the tiles along one axis: multiples of the lattice, the last as early as the end allows."""
    start, end = first - first % lattice_px, first + length
    if end - start <= tile_px:
        return [start]
    return [*range(start, end - tile_px, step_px), end - tile_px + (tile_px - end) % lattice_px]


def _around(
    first: int, length: int, low: int, high: int, tile_px: int, overlap_px: int, lattice_px: int
) -> tuple[int, int]:
    """Return `first` and `length` of `with_context` along one axis, of which there are `low` … `high` - 1."""

    def tiles(start: int, end: int) -> int:
        return max(0, math.ceil((end - (start - start % lattice_px) - tile_px) / (tile_px - overlap_px)))

    end, margin_px = first + length, overlap_px
    while tiles(max(first - margin_px, low), min(end + margin_px, high)) > tiles(first, end):
        margin_px -= 1
    return max(first - margin_px, low), min(end + margin_px, high) - max(first - margin_px, low)


def with_context(window: Window, whole: Window, tile_px: int, overlap_px: int, lattice_px: int = 1) -> Window:
    """Return `window` with what lies around it in `whole`: what its tiles should see, so that its edges are no edges.

    It reaches as far on each side as can be seen without one tile more, and at most as far as neighbouring tiles share.
    """
    like = (tile_px, overlap_px, lattice_px)
    row, height = _around(window.row, window.height, whole.row, whole.row_end, *like)
    col, width = _around(window.col, window.width, whole.col, whole.col_end, *like)
    return Window(row, col, height, width)


def tile_rows(window: Window, tile_px: int, overlap_px: int, lattice_px: int = 1) -> list[list[Window]]:
    """Return tiles in rows from top to bottom, those of a row from left to right and of the same rows.

    Every pixel of `window` lies in at least one tile; neighbours share at least `overlap_px` pixels; tiles are square
    with side `tile_px` but where the window is smaller. They begin at multiples of `lattice_px`, counted from pixel
    (0, 0) of the grid, and so reach beyond the window by less than that: a model whose coarsest map has that stride
    sees a place through the same pixels whatever area is asked for.

    Raises:
        RequestInvalid: `overlap_px` is negative, more than half of `tile_px`, or leaves a step that is no multiple of
            `lattice_px`.
        TooManyTiles: There are more than MAX_TILES.
    """
    step_px = tile_px - overlap_px
    if tile_px < 1 or not 0 <= overlap_px <= tile_px // 2 or step_px % lattice_px:
        raise RequestInvalid(
            f"An overlap of {overlap_px} px does not fit tiles of {tile_px} px: give 0 to {tile_px // 2} px"
            f"{f' that leave a multiple of {lattice_px} px' if lattice_px > 1 else ''}.",
            overlap_px=overlap_px,
            tile_px=tile_px,
        )
    if window.is_empty:
        return []
    count = math.ceil(window.height / step_px) * math.ceil(window.width / step_px)
    if count > MAX_TILES:
        raise TooManyTiles(
            f"{window.height} × {window.width} pixels are some {count:,} tiles, and at most {MAX_TILES:,} are searched"
            " at once: ask for a part, or look more coarsely.",
            tiles=count,
            limit=MAX_TILES,
        )
    rows = _starts(window.row, window.height, tile_px, step_px, lattice_px)
    cols = _starts(window.col, window.width, tile_px, step_px, lattice_px)
    height, width = min(tile_px, window.row_end - rows[0]), min(tile_px, window.col_end - cols[0])
    return [[Window(row, col, height, width) for col in cols] for row in rows]


def tile_grid(window: Window, tile_px: int, overlap_px: int, lattice_px: int = 1) -> Iterator[Window]:
    """Yield the tiles of `tile_rows` one after the other."""
    for tiles in tile_rows(window, tile_px, overlap_px, lattice_px):
        yield from tiles
