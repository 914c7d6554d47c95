"""A raster file in its own pixels: its grid, its overviews as levels, and windows of them read by any thread."""

from __future__ import annotations

import os
from contextlib import suppress
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rasterio import windows
from rasterio.enums import Interleaving, MaskFlags, Resampling

from ..errors import GridAssumed, RasterUnreadable, RasterUnsupported, RrsisError, RrsisWarning
from ..grid import GeoRef, Window
from .bands import BandChoice, Triple, choose_bands, known_pixels, paint
from .ground import is_usable
from .handles import (
    GDAL_ERRORS,
    Handles,
    Level,
    check_path,
    complaints_raised,
    gdal_settings,
    is_remote,
    open_dataset,
)
from .identity import missing_from
from .stac import Assets, assets_of, stack
from .unreadable import not_opened, not_read, reason_of
from .warp import control_points, warped_levels

_WARPED_SIDE_PX = 512
_MAX_BANDS = 10_000
_MAX_BLOCK_BYTES = 512 * 2**20
_TEXT_DRIVERS = ("AAIGrid", "GRASSASCIIGrid", "ISG")
_IDENTITY = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0)


def _target(assets: Assets | None, path: str) -> str:
    """Return what GDAL opens: `path`, the one file of a STAC item, or its three files as one."""
    if assets is None:
        return path
    return assets.files[0] if len(assets.files) == 1 else stack(assets.files, path, open_dataset)


class Source:
    """A raster file, north-up where it can be: rows and columns as the map has them.

    Args:
        path: Anything that GDAL opens.
        bands: Numbers of the bands for red, green and blue, or None.

    Raises:
        RasterUnreadable: It is missing, damaged or of an unknown kind.
        RasterUnsupported: It opens, but holds no picture.
        BandMissing: A band was asked for that is not there.
    """

    def __init__(self, path: str, bands: Triple | None) -> None:
        self.path = self._target = path
        check_path(path)
        try:
            assets = assets_of(path)
            with gdal_settings(assets.files[0] if assets else path):
                self._target = _target(assets, path)
                check_path(self._target)
                self._describe(bands or (assets.bands if assets else None))
        except RrsisError:
            raise
        except (*GDAL_ERRORS, ValueError) as error:
            raise not_opened(path, error, remote=is_remote(self._target)) from error
        self.is_remote = any(is_remote(name) for name in self.files)  # also behind a virtual mosaic on this machine
        self._handles = [Handles(level) for level in self.levels]

    def _describe(self, bands: Triple | None) -> None:
        with open_dataset(self._target) as dataset:
            self._check_dataset(dataset)
            self._check_mosaic(dataset)
            self._count: int = dataset.count if dataset.interleaving == Interleaving.pixel else 3
            self.choice: BandChoice = choose_bands(dataset, bands, self.path)
            self.warnings: list[RrsisWarning] = list(self.choice.warnings)
            self.files: tuple[str, ...] = (*dataset.files, self._target)
            self.tags = repr(sorted(dataset.tags().items()))
            self._check_blocks(dataset)
            self._check_text(dataset)
            self.white: float = _white(dataset, self.choice)
            self.levels, self._masked = self._plain_levels(dataset), _mask_kind(dataset, self.choice)
            self._place(dataset)
            self.levels += self._mosaic_levels(dataset)
            # A block that was never written reads as nodata, or as zero, which alpha calls transparent.
            hollow = self.choice.alpha is not None or None not in self.choice.nodata
            self._sparse = hollow and dataset.driver == "GTiff" and self.levels[0].target == self._target

    def _check_dataset(self, dataset: Any) -> None:
        if dataset.count > _MAX_BANDS:
            raise RasterUnsupported(
                f'"{self.path}" claims {dataset.count} bands, more than {_MAX_BANDS}: write three to a file.',
                raster=self.path,
                count=dataset.count,
            )
        if dataset.count == 0 or min(dataset.shape) < 1:
            inner = f": name one of them, for instance {dataset.subdatasets[0]}" if dataset.subdatasets else ""
            raise RasterUnsupported(
                f'"{self.path}" is a collection of {len(dataset.subdatasets)} rasters and holds no pixels itself'
                f"{inner}.",
                raster=self.path,
            )

    def _check_mosaic(self, dataset: Any) -> None:
        """Refuse a mosaic of which files are gone: GDAL says so once, and shows black there ever after."""
        gone = missing_from(self._target) if dataset.driver == "VRT" and os.path.isfile(self._target) else []
        if gone:
            raise RasterUnreadable(
                f'"{self.path}" is made of files of which {len(gone)} are gone, for instance "{gone[0]}":'
                " put them back, or make it anew of those that are there (gdalbuildvrt).",
                raster=self.path,
                missing=len(gone),
            )

    def _check_blocks(self, dataset: Any) -> None:
        """Refuse a file whose smallest readable piece does not fit a modest memory."""
        self._block: tuple[int, int] = dataset.block_shapes[self.choice.rgb[0] - 1]
        height, width = self._block
        size_bytes = height * width * self.choice.dtype.itemsize * len(self.choice.distinct)
        if size_bytes > _MAX_BLOCK_BYTES:
            raise RasterUnsupported(
                f'"{self.path}" can only be read in pieces of {height} × {width} pixels, {size_bytes / 2**20:.0f} MiB'
                " each: write it as tiles first (gdal_translate -co TILED=YES).",
                raster=self.path,
                size_bytes=size_bytes,
            )

    def _check_text(self, dataset: Any) -> None:
        """Read a grid of written numbers once from top to bottom: where one is cut off, GDAL searches for hours."""
        if dataset.driver in _TEXT_DRIVERS:
            for row in range(dataset.height):
                dataset.read(1, window=windows.Window(0, row, dataset.width, 1))

    def _plain_levels(self, dataset: Any) -> tuple[Level, ...]:
        """Return the full size and the overviews from fine to coarse, without those that lack the file's mask."""
        height, width = dataset.shape
        levels = [Level(self._target, None, (height, width), 1.0, 1.0)]
        with suppress(*GDAL_ERRORS, ZeroDivisionError):
            for number in range(len(dataset.overviews(self.choice.rgb[0]))):
                with open_dataset(self._target, number) as overview:
                    if not _is_smaller(overview.shape, dataset.shape):
                        continue
                    if dataset.mask_flag_enums == overview.mask_flag_enums or _nodata_only(dataset):
                        rows, cols = height / overview.height, width / overview.width
                        levels.append(Level(self._target, number, overview.shape, rows, cols))
        return tuple(sorted(levels, key=lambda level: level.rows))

    def _mosaic_levels(self, dataset: Any) -> tuple[Level, ...]:
        """Return levels of a virtual mosaic that has no overviews itself: GDAL averages, from those of its files."""
        turned = self._flip_rows or self._flip_cols or self.levels[0].target != self._target
        plain = self._masked == "none" and self.choice.palette is None and not turned
        if dataset.driver != "VRT" or len(self.levels) > 1 or not plain:
            return ()
        height, width = self.shape
        factors = [2**power for power in range(1, 7) if min(height, width) // 2**power >= _WARPED_SIDE_PX]
        return tuple(Level(self._target, None, (height // f, width // f), f, f, f) for f in factors)

    def _place(self, dataset: Any) -> None:
        """Set georef, shape and the flips that make the rows and columns run as on the map."""
        transform = tuple(float(value) for value in dataset.transform[:6])
        crs_wkt = _wkt(dataset.crs)
        self.shape: tuple[int, int] = dataset.shape
        self._flip_rows = self._flip_cols = False
        if transform == _IDENTITY:
            if self._place_by_points(dataset):
                return
            # Without a place, QGIS lays row r at y = -r.
            self.georef = GeoRef((1.0, 0.0, 0.0, 0.0, -1.0, 0.0), None)
            return
        a, b, c, d, e, f = transform
        if not is_usable(transform):
            self.warnings.append(
                GridAssumed(
                    f'The place of "{self.path}" on the map is not usable; it is worked on in pixels.', raster=self.path
                )
            )
            self.georef = GeoRef((1.0, 0.0, 0.0, 0.0, -1.0, 0.0), None)
            return
        height, width = self.shape
        self._flip_rows, self._flip_cols = _flips(a, b, d, e)
        if self._flip_cols:
            a, c, d, f = -a, c + a * width, -d, f + d * width
        if self._flip_rows:
            b, c, e, f = -b, c + b * height, -e, f + e * height
        self.georef = GeoRef((a, b, c, d, e, f), crs_wkt)

    def _place_by_points(self, dataset: Any) -> bool:
        try:
            if control_points(dataset) is None:
                return False
            views = warped_levels(dataset, self._target, _WARPED_SIDE_PX)
            with open_dataset(views[0][0]) as warped:
                transform = tuple(float(value) for value in warped.transform[:6])
                self.georef = GeoRef(transform, _wkt(warped.crs))  # type: ignore[arg-type]
                self.choice = choose_bands(warped, self._asked(dataset), self.path)
        except (*GDAL_ERRORS, ValueError, KeyError) as error:
            self.warnings.append(
                GridAssumed(
                    f'The control points of "{self.path}" do not give it a place ({reason_of(error)});'
                    " it is worked on in pixels.",
                    raster=self.path,
                )
            )
            return False
        self._masked = "none"
        height, width = self.shape = views[0][1]
        self.levels = tuple(Level(text, None, s, height / s[0], width / s[1]) for text, s in views)
        return True

    def _asked(self, dataset: Any) -> Triple:
        """Return the chosen bands as the warped view counts them: those of colour, then alpha."""
        colours = [i for i in dataset.indexes if i != self.choice.alpha]
        red, green, blue = (colours.index(band) + 1 for band in self.choice.rgb)
        return red, green, blue

    def level_for(self, rows: float, cols: float) -> Level:
        """Return the coarsest level that is not coarser than `rows` × `cols` full-size pixels a pixel."""
        fitting = [level for level in self.levels if level.rows <= rows * 1.001 and level.cols <= cols * 1.001]
        return max(fitting, key=lambda level: level.rows, default=self.levels[0])

    def read(self, level: Level, window: Window) -> tuple[NDArray[Any], NDArray[np.bool_] | None]:
        """Return the distinct bands of `window`, or the painted palette, and which pixels are known (None: all).

        Args:
            level: One of `levels`.
            window: Inside that level, north-up.

        Raises:
            RasterUnreadable: The file is damaged there.
        """
        flipped = self._unflipped(level, window)
        try:
            with gdal_settings(self._target), self._handles[self.levels.index(level)].lent() as dataset:
                pixels, known = self._pixels(dataset, flipped, level.shrink)
        except GDAL_ERRORS as error:
            place = f"rows {window.row}–{window.row_end}, columns {window.col}–{window.col_end}"
            place = f"{place} of {level.shape[0]} × {level.shape[1]}"
            raise not_read(self.path, place, error, remote=self.is_remote) from error
        step = (slice(None, None, -1 if self._flip_rows else 1), slice(None, None, -1 if self._flip_cols else 1))
        return pixels[:, step[0], step[1]], None if known is None else known[step]

    def _unflipped(self, level: Level, window: Window) -> tuple[int, int, int, int]:
        """Return (column, row, width, height) of `window` in the order of the file."""
        row = level.shape[0] - window.row_end if self._flip_rows else window.row
        col = level.shape[1] - window.col_end if self._flip_cols else window.col
        return col, row, window.width, window.height

    def _pixels(
        self, dataset: Any, place: tuple[int, int, int, int], shrink: int
    ) -> tuple[NDArray[Any], NDArray[np.bool_] | None]:
        choice = self.choice
        bands = choice.distinct
        listed = [*bands, choice.alpha] if choice.alpha is not None else [*bands]
        window = windows.Window(*(length * shrink for length in place))
        read = partial(dataset.read, window=window, resampling=Resampling.average)
        if len({dataset.dtypes[band - 1] for band in listed}) == 1:
            pixels = read(listed, out_shape=(len(listed), place[3], place[2]))
            alpha = pixels[-1]
        else:  # which rasterio does not read at once
            each = [read(band, out_shape=(place[3], place[2])) for band in listed]
            pixels, alpha = np.stack(each).astype(choice.dtype, copy=False), each[-1]
        pixels = pixels[: len(bands)]
        nodata = [choice.nodata[choice.rgb.index(band)] for band in bands]
        known = known_pixels(pixels, nodata)
        if choice.alpha is not None:
            known = _both(known, alpha > 0)
        if self._masked == "file":
            known = _both(known, dataset.read_masks(1, window=window) > 0)
        elif self._masked == "bands":
            known = _both(known, (dataset.read_masks(list(bands), window=window) > 0).all(axis=0))
        if choice.palette is not None:
            pixels, opaque = paint(pixels[0], choice.palette)
            known = _both(known, opaque)
        return pixels, known

    def is_unwritten(self, window: Window) -> bool:
        """Return whether a sparse GeoTIFF has no block under `window` of the full size; reads no pixels.

        Where the index of its blocks cannot be read, the answer is no: reading says then what is wrong.
        """
        if not self._sparse or window.is_empty:
            return False
        col, row, width, height = self._unflipped(self.levels[0], window)
        block_height, block_width = self._block
        with (
            suppress(*GDAL_ERRORS),
            gdal_settings(self._target),
            self._handles[0].lent() as dataset,
            complaints_raised(),
        ):
            return all(
                dataset.get_tag_item(f"BLOCK_OFFSET_{x}_{y}", "TIFF", bidx=band) is None
                for y in range(row // block_height, (row + height - 1) // block_height + 1)
                for x in range(col // block_width, (col + width - 1) // block_width + 1)
                for band in self.choice.distinct
            )
        return False

    def held_bytes(self, level: Level, rows: int, cols: int | None = None) -> int:
        """Return how much GDAL decodes for `rows` × `cols` pixels of `level`; None: all its columns."""
        height, width = self._block
        across = level.shape[1] if cols is None else min(cols + 2 * width, level.shape[1])
        return (rows + 2 * height) * across * self.choice.dtype.itemsize * self._count

    @property
    def in_strips(self) -> bool:
        """Whether blocks are about as wide as the file."""
        return 2 * self._block[1] > self.shape[1]

    @property
    def may_be_empty(self) -> bool:
        """Whether some pixels may be unknown: there is nodata, a mask, alpha, a palette or NaN."""
        choice = self.choice
        hidden = choice.alpha is not None or choice.palette is not None or self._masked != "none"
        return hidden or any(value is not None for value in choice.nodata) or choice.dtype.kind == "f"

    def close(self) -> None:
        """Close all files."""
        for handles in self._handles:
            handles.close()


def _white(dataset: Any, choice: BandChoice) -> float:
    """Return the largest value that a byte of the file can have, which is less than 255 where it has fewer bits."""
    bits = dataset.tags(choice.rgb[0], ns="IMAGE_STRUCTURE").get("NBITS", "8")
    fewer = choice.palette is None and bits.isdecimal() and 0 < int(bits) < 8
    return float(2 ** int(bits) - 1) if fewer else 255.0


def _flips(a: float, b: float, d: float, e: float) -> tuple[bool, bool]:
    """Return whether to turn the order of rows and of columns, so that left and right are those of the map.

    An upright grid is turned to north-up and west-left; a rotated one keeps its rotation.
    """
    if b == 0 and d == 0:
        return e > 0, a < 0
    mirrored = a * e - b * d > 0
    return mirrored and e > 0, mirrored and e <= 0


def _both(known: NDArray[np.bool_] | None, more: NDArray[np.bool_]) -> NDArray[np.bool_]:
    return more if known is None else known & more


def _is_smaller(small: tuple[int, int], large: tuple[int, int]) -> bool:
    """Return whether an overview may be one of its file, and not left from another: it has the same proportions."""
    (small_height, small_width), (height, width) = small, large
    return (
        small_height <= height
        and small_width <= width
        and small != large
        and abs(small_width * height - width * small_height) <= height + width
    )


def _nodata_only(dataset: Any) -> bool:
    """Return whether validity can be told from the values alone, so that every overview will do."""
    return all(
        not flags or MaskFlags.nodata in flags or MaskFlags.all_valid in flags for flags in dataset.mask_flag_enums
    )


def _mask_kind(dataset: Any, choice: BandChoice) -> str:
    """Return where masks stand that are neither alpha nor nodata: "file", "bands" or "none"."""
    flags = [dataset.mask_flag_enums[band - 1] for band in choice.distinct]
    if any(MaskFlags.per_dataset in flag and MaskFlags.alpha not in flag for flag in flags):
        return "file"
    return "bands" if any(not flag for flag in flags) else "none"


def _wkt(crs: Any) -> str | None:
    """Return the CRS as WKT; None for none and for one that says nothing."""
    if not crs:
        return None
    text = str(crs.to_wkt())
    return text or None
