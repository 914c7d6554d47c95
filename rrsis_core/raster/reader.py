"""A raster on the model's grid: windows of it, a sample of it, and which part of it is asked for."""

from __future__ import annotations

import hashlib
import math
from contextlib import ExitStack, suppress
from types import TracebackType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..errors import NoCrs, PixelsTooCoarse, RasterEmpty, RasterUnreadable, RasterUnsupported, RrsisWarning
from ..grid import Bounds, GeoRef, Window
from .area import Area
from .ground import pixel_size_m
from .handles import Level
from .identity import marks_of
from .resample import plan_axis, resample
from .sample import first_readable, sample, search, spread, thinned
from .source import Source

Triple = tuple[int, int, int]
FloatArray = NDArray[np.float32]
BoolArray = NDArray[np.bool_]

GOOD_ENLARGEMENT, MAX_ENLARGEMENT = 3.0, 4.0
SATELLITE_GSD_M = 10.0
MAX_SIDE_PX = 2**31 - 1
MAX_SAMPLE_PX = 1_000_000
LEAST_CACHE_BYTES = 32 * 2**20  # of a mosaic: its files may lie in strips
CACHE_BYTES = 64 * 2**20
MOST_CACHE_BYTES = 256 * 2**20
_PROBES = 9
_PIECE_PX = 24_000_000  # of the file are decoded at once at most
_FINER_PX = 40_000_000  # are read at most where an overview is damaged
_SAME = 0.01
_LEAST_M = 1e-3  # no camera over ground has finer pixels
_MOST_M = 1e9  # no planet is so large


class Raster:
    """A raster seen through one pixel grid; made by `open_raster`, closed by `with` or `close`.

    Attributes:
        path: What was opened.
        is_remote: Whether it is fetched over a network.
        georef: The grid: north-up in the raster's own CRS, or rotated as the raster is.
        shape: (height, width) of the whole grid.
        window: What was asked for; the whole grid without bounds and mask.
        gsd_m: Metres on the ground a pixel of the grid, at the raster's centre.
        native_gsd_m: The same of the file's own pixels; equal to `gsd_m` where the CRS is unknown.
        bands: Numbers from 1 of the bands shown as red, green and blue.
        dtype: Type of the raw values.
        white: The largest value of an 8-bit file, less than 255 where it has fewer bits.
        warnings: What was assumed when opening.
    """

    def __init__(self, source: Source, gsd_m: float | None, gsd_range_m: tuple[float, float]) -> None:
        self._source = source
        self.path = source.path
        self.is_remote = source.is_remote
        self.bands: Triple = source.choice.rgb
        self.dtype: np.dtype[Any] = source.choice.dtype
        self.white = source.white
        self.warnings: list[RrsisWarning] = list(source.warnings)
        self._sample: FloatArray | None = None
        rows, cols = self._scale(gsd_m, gsd_range_m)
        self.georef: GeoRef = self._place(rows, cols)
        self._level: Level = source.level_for(rows, cols)
        self._step = (rows / self._level.rows, cols / self._level.cols)
        self.shape: tuple[int, int] = (
            _length(self._level.shape[0], self._step[0]),
            _length(self._level.shape[1], self._step[1]),
        )
        if max(self.shape) > MAX_SIDE_PX:
            raise RasterUnsupported(
                f'"{self.path}" at {self.gsd_m:g} m a pixel would measure {self.shape[0]} × {self.shape[1]} pixels:'
                " look at it more coarsely, with a larger gsd.",
                raster=self.path,
                gsd_m=self.gsd_m,
            )
        self.window = Window(0, 0, *self.shape)
        self._area = Area(self.georef, self.shape, None, None)

    def _scale(self, gsd_m: float | None, gsd_range_m: tuple[float, float]) -> tuple[float, float]:
        """Fix gsd_m and native_gsd_m; return how many of the file's rows and columns make one pixel of the grid."""
        size_m = pixel_size_m(self._source.georef, self._source.shape)
        if size_m is not None and _is_a_speck(size_m, self._source.shape, gsd_m or gsd_range_m[0]):
            size_m = None
        self._has_crs = size_m is not None
        if size_m is None:
            self.gsd_m = self.native_gsd_m = gsd_m or min(max(0.3, gsd_range_m[0]), gsd_range_m[1])
            self._warn_no_crs()
            return 1.0, 1.0
        self.native_gsd_m = math.sqrt(size_m[0] * size_m[1])
        self.gsd_m = gsd_m or self._fitting(gsd_range_m)
        rows, cols = self.gsd_m / size_m[0], self.gsd_m / size_m[1]
        kept = gsd_m is None and self.gsd_m == self.native_gsd_m > SATELLITE_GSD_M
        if kept or max(abs(rows - 1.0), abs(cols - 1.0)) <= _SAME:
            self.gsd_m = self.native_gsd_m
            return 1.0, 1.0
        return rows, cols

    def _place(self, rows: float, cols: float) -> GeoRef:
        """Return the grid; its CRS only if that says how long things are."""
        georef = self._source.georef.scaled(rows, cols)
        return georef if self._has_crs else GeoRef(georef.transform, None)

    def _fitting(self, gsd_range_m: tuple[float, float]) -> float:
        """Return the ground sample distance within the model's range, or near it without mere enlargement."""
        native_m, coarsest_m = self.native_gsd_m, gsd_range_m[1]
        if native_m <= coarsest_m * MAX_ENLARGEMENT:
            if native_m > coarsest_m * GOOD_ENLARGEMENT:
                self._warn_coarse(coarsest_m)
            return min(max(native_m, gsd_range_m[0]), coarsest_m)
        self._warn_coarse(coarsest_m)
        return native_m / MAX_ENLARGEMENT if native_m <= SATELLITE_GSD_M else native_m

    def _warn_coarse(self, coarsest_m: float) -> None:
        self.warnings.append(
            PixelsTooCoarse(
                f'The pixels of "{self.path}" measure {self.native_gsd_m:.3g} m; the model looks at'
                f" {coarsest_m:g} m or finer: small objects will not be found.",
                raster=self.path,
                gsd_m=self.native_gsd_m,
                trained_m=coarsest_m,
            )
        )

    def _warn_no_crs(self) -> None:
        self.warnings.append(
            NoCrs(
                f'"{self.path}" has no usable coordinate reference system: its pixels are taken to measure'
                f" {self.gsd_m:g} m, and results lie in its own coordinates.",
                raster=self.path,
                gsd_m=self.gsd_m,
            )
        )

    def restrict(self, bounds: Bounds | None, mask: str | None) -> None:
        """Ask for a part of the grid.

        Args:
            bounds: (xmin, ymin, xmax, ymax) in the raster's CRS, or None.
            mask: A vector file with polygons in any CRS, or None.

        Raises:
            ExtentOutside: Nothing of it lies on the raster.
            MaskUnreadable: The vector file is missing, damaged or without polygons.
        """
        self._area = Area(self.georef, self.shape, bounds, mask)
        self.window = self._area.window

    def read(self, window: Window) -> tuple[FloatArray, BoolArray]:
        """Return the raw values (3, h, w) float32, 0 where invalid, and the validity (h, w) of `window`.

        The window may reach beyond the grid; what lies outside is invalid. Several threads may read at once.

        Raises:
            RasterUnreadable: The file is damaged there.
        """
        part = window.intersect(Window(0, 0, *self.shape))
        if part.is_empty:
            return np.zeros((3, *window.shape), np.float32), np.zeros(window.shape, np.bool_)
        values, valid = self._read_inside(part)
        if part == window:
            return values, valid
        rows, cols = part.slices_in(window)
        framed, known = np.zeros((3, *window.shape), np.float32), np.zeros(window.shape, np.bool_)
        framed[:, rows, cols], known[rows, cols] = values, valid
        return framed, known

    def _read_inside(self, window: Window) -> tuple[FloatArray, BoolArray]:
        """Return values and validity of `window`; where an overview is damaged, from finer pixels."""
        try:
            return self._read_level(self._level, self._step, window)
        except RasterUnreadable:
            finer = self._source.levels[: self._source.levels.index(self._level)]
            for level in reversed(finer):
                step = self._step[0] * self._level.rows / level.rows, self._step[1] * self._level.cols / level.cols
                if level.shrink == 1 and window.height * window.width * step[0] * step[1] <= _FINER_PX:
                    with suppress(RasterUnreadable):
                        return self._read_level(level, step, window)
            raise

    def _read_level(self, level: Level, step: tuple[float, float], window: Window) -> tuple[FloatArray, BoolArray]:
        """Read in pieces where much of the file is averaged into little."""
        if window.height * window.width * step[0] * step[1] > _PIECE_PX and max(window.shape) > 1:
            pieces = [self._read_level(level, step, piece) for piece in _halves(window)]
            axis = -2 if window.height >= window.width else -1
            return tuple(np.concatenate(parts, axis) for parts in zip(*pieces))  # type: ignore[return-value]
        rows = plan_axis(window.row, window.height, step[0], level.shape[0])
        cols = plan_axis(window.col, window.width, step[1], level.shape[1])
        pixels, known = self._source.read(level, Window(rows.first, cols.first, rows.count, cols.count))
        values, valid = resample(pixels, known, rows, cols)
        return self._three(values), valid

    def _three(self, values: NDArray[Any]) -> FloatArray:
        """Return the distinct bands as red, green and blue."""
        if len(values) == 3 and len(self._source.choice.distinct) != 2:
            return np.ascontiguousarray(values, np.float32)
        order = [self._source.choice.distinct.index(band) for band in self.bands]
        return np.asarray(values[order], np.float32)

    def wanted(self, window: Window) -> bool:
        """Return whether any pixel of `window` may be asked for and hold a value, without reading pixels."""
        return self._area.touches(window) and not self._source.is_unwritten(self._in_file(window))

    def _in_file(self, window: Window) -> Window:
        """Return the full-size pixels of the file under `window`."""
        rows, cols = self._step[0] * self._level.rows, self._step[1] * self._level.cols
        top, left = math.floor(window.row * rows), math.floor(window.col * cols)
        bottom, right = math.ceil(window.row_end * rows), math.ceil(window.col_end * cols)
        # One pixel more on each side: enlarging looks that far.
        grown = Window(top - 1, left - 1, bottom - top + 2, right - left + 2)
        return grown.intersect(Window(0, 0, *self._source.shape))

    def cache_bytes(self, side: int) -> int:
        """Return how much GDAL should keep so that tiles of `side`², read from left to right, decode little twice.

        All that a row of tiles needs, where that is little or the file lies in strips. Otherwise what neighbours share:
        what a row shares with the next is pushed out before that comes.
        """
        rows, cols = (math.ceil(side * step) for step in self._step)
        row_bytes = self._source.held_bytes(self._level, rows)
        if self._source.in_strips or row_bytes <= CACHE_BYTES:
            return min(max(row_bytes, CACHE_BYTES), MOST_CACHE_BYTES)
        return min(max(2 * self._source.held_bytes(self._level, rows, cols), LEAST_CACHE_BYTES), CACHE_BYTES)

    def inside(self, window: Window) -> BoolArray:
        """Return (h, w) bool: which pixels of `window` lie inside bounds and mask, by their centres."""
        return self._area.inside(window)

    def sample(self, max_px: int = MAX_SAMPLE_PX) -> FloatArray:
        """Return (3, N) valid raw values from all over the raster, N ≤ `max_px`, from overviews where there are any.

        Raises:
            RasterUnreadable: The file is damaged wherever it was looked into.
        """
        if self._sample is None or max_px != MAX_SAMPLE_PX:
            found = sample(self._valid_values, self._source.levels, max_px)
            if max_px != MAX_SAMPLE_PX:
                return found
            self._sample = found
        return self._sample

    def _valid_values(self, level: Level, window: Window) -> FloatArray:
        pixels, known = self._source.read(level, window)
        flat = pixels.reshape(len(pixels), -1) if known is None else pixels[:, known]
        return self._three(flat)

    def check_content(self) -> None:
        """Make sure that something can be read and, where pixels may be invalid, that one is not.

        Valid pixels that the sample has missed become the sample, those of the area that was asked for before others.

        Raises:
            RasterUnreadable: The file is damaged wherever it was looked into.
            RasterEmpty: No pixel of the whole raster is valid.
        """
        if not self._source.may_be_empty:
            level = self._source.levels[0]
            first_readable(self._valid_values, ((level, [window]) for window in spread(level.shape, _PROBES)))
            return
        if self.sample().shape[1]:
            return
        with suppress(RasterUnreadable):  # what is damaged may hold something
            asked = self._in_file(self.window)
            found = search(self._valid_values, self._source.levels[0], asked, self._source.is_unwritten)
            if found is None or found.shape[1]:
                self._sample = None if found is None else thinned(found, MAX_SAMPLE_PX)
                return
            raise RasterEmpty(
                f'"{self.path}" holds nothing but nodata, transparent or masked pixels: choose another raster or'
                " other bands.",
                raster=self.path,
            )

    @property
    def files(self) -> tuple[str, ...]:
        """All files that are read, as GDAL knows them: those behind a virtual raster and companions too."""
        return self._source.files

    @property
    def area_digest(self) -> str:
        """Digits that change with the polygons of the mask, also where its name and its bounds stay."""
        return self._area.digest

    def fingerprint(self) -> str:
        """Return 16 hexadecimal digits that change with the file's content, its bands and the grid."""
        marks, suffice = marks_of(self._source.files or (self.path,))
        digest = hashlib.sha256(b"".join(marks))
        level = [level for level in self._source.levels if level.shrink == 1][-1]
        windows = [Window(level.shape[0] // 2, level.shape[1] // 2, 1, 1)]
        if not suffice:
            small = level.size_px <= MAX_SAMPLE_PX
            windows = [Window(0, 0, *level.shape)] if small else spread(level.shape, _PROBES)
        for window in windows:
            with suppress(RasterUnreadable):
                digest.update(self._source.read(level, window)[0].tobytes())
        facts = (self._source.shape, self._source.georef, self._source.tags, self.bands, self.georef, self.shape)
        digest.update(repr(facts).encode())
        return digest.hexdigest()[:16]

    def close(self) -> None:
        """Close the files."""
        self._source.close()

    def __enter__(self) -> Raster:
        """Return the raster."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the files."""
        self.close()


def _halves(window: Window) -> list[Window]:
    """Return the upper and lower half of what is high, else the left and right one."""
    row, col, height, width = window.row, window.col, window.height, window.width
    if height >= width:
        half = height // 2
        return [Window(row, col, half, width), Window(row + half, col, height - half, width)]
    half = width // 2
    return [Window(row, col, height, half), Window(row, col + half, height, width - half)]


def _is_a_speck(size_m: tuple[float, float], shape: tuple[int, int], gsd_m: float) -> bool:
    """Return whether a raster is smaller than a pixel of the grid, as of degrees taken for metres, or endless."""
    return any(
        not length <= _MOST_M or (length < _LEAST_M and length * count < gsd_m) for length, count in zip(size_m, shape)
    )


def _length(source_px: int, scale: float) -> int:
    """Return how many pixels of `scale` source pixels are at least half covered by the source."""
    return max(1, math.floor(source_px / scale + 0.5))


def open_raster(
    path: str,
    *,
    gsd_m: float | None = None,
    gsd_range_m: tuple[float, float] = (0.3, 0.3),
    bands: Triple | None = None,
    bounds: Bounds | None = None,
    mask: str | None = None,
) -> Raster:
    """Open a raster on one pixel grid.

    A pixel of the grid measures `gsd_m` on the ground where it is given, else the file's own size brought into
    `gsd_range_m`. Pixels more than four times coarser than that range are enlarged four times at most, and those over
    10 m not at all. A raster without CRS keeps its own pixels.

    Args:
        path: A path or any other address that GDAL opens.
        gsd_m: Metres on the ground a pixel of the grid.
        gsd_range_m: Finest and coarsest ground sample distance of the model.
        bands: Numbers from 1 of the bands for red, green and blue; None: as the file says.
        bounds: (xmin, ymin, xmax, ymax) in the raster's CRS, or None.
        mask: A vector file whose polygons bound the search, in any CRS, or None.

    Raises:
        RasterUnreadable: It is missing, damaged or of an unknown kind.
        RasterUnsupported: It has two bands, complex numbers, no pixels, or would be too large.
        RasterEmpty: It holds nothing but nodata.
        BandMissing: A band was asked for that is not there.
        ExtentOutside: Bounds or mask do not touch the raster.
        MaskUnreadable: The mask is missing, damaged or without polygons.
    """
    with ExitStack() as undo:
        source = Source(path, bands)
        undo.callback(source.close)
        raster = Raster(source, gsd_m, gsd_range_m)
        if bounds is not None or mask is not None:
            raster.restrict(bounds, mask)
        raster.check_content()
        undo.pop_all()
    return raster
