"""What a phrase means in an image: a mask, or nothing; drawn on the image's own pixels only when asked."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import rasterio
import rasterio.warp
from numpy.typing import NDArray
from rasterio._err import CPLE_BaseError
from rasterio.errors import CRSError, NotGeoreferencedWarning, RasterioError

from ..errors import DatasetInvalid, MaskUnreadable, RasterUnreadable
from ..grid import GeoRef

Mask = NDArray[np.bool_]
_MOST_BITS = 60


@dataclass(frozen=True)
class Frame:
    """The pixel grid of an image: its size and its place."""

    height: int
    width: int
    georef: GeoRef

    @property
    def shape(self) -> tuple[int, int]:
        """(height, width)."""
        return (self.height, self.width)


class Truth(Protocol):
    """What a phrase means; `exact` where its pixels are right to the border, not for boxes and points."""

    @property
    def exact(self) -> bool:
        """Whether pixels can be counted against it."""
        ...

    def rasterise(self, frame: Frame) -> Mask:
        """Return the (H, W) mask of the truth on the image's pixels."""
        ...


@contextmanager
def open_label(path: Path) -> Iterator[rasterio.DatasetReader]:
    """Open a raster for its size or its codes; that most labels lie nowhere on the map is no news."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        with rasterio.open(path) as source:
            yield source


def read_frame(image: Path) -> Frame:
    """Return the pixel grid of a raster without reading its pixels.

    Raises:
        RasterUnreadable: The file is missing or no raster.
    """
    try:
        if image.exists() and not (image.is_file() or image.is_dir()):
            raise OSError("it is no file")  # a device or a pipe, which may never end
        with open_label(image) as source:
            wkt = source.crs.to_wkt() if source.crs else None
            return Frame(source.height, source.width, GeoRef(tuple(source.transform)[:6], wkt))
    except (RasterioError, CRSError, OSError, ValueError) as error:
        raise RasterUnreadable(
            f"{image} cannot be read as an image ({error}): copy it again or take it out of the data set.",
            path=str(image),
        ) from error


@dataclass(frozen=True)
class Nothing:
    """The truth of a phrase whose object is not in the image."""

    exact: bool = True

    def rasterise(self, frame: Frame) -> Mask:
        """Return a mask without a pixel."""
        return np.zeros(frame.shape, dtype=bool)


@dataclass(frozen=True)
class MaskFile:
    """A raster in which the object's pixels are not 0.

    Args:
        path: Any raster: 0/1, 0/255, RGB; an alpha band is ignored.
        above: Values up to this one are no object, where the raster holds any above 1 (lossy masks).
        resize: Whether a mask of another size is stretched to the image's; otherwise it is an error, unless both lie on
            the map.
    """

    path: Path
    above: int = 0
    resize: bool = False
    exact: bool = True

    def rasterise(self, frame: Frame) -> Mask:
        """Return the mask on the image's pixels.

        Raises:
            MaskUnreadable: The file is missing or no raster.
            DatasetInvalid: Its size is not the image's, and no way leads from its place on the map to the image's.
        """
        try:
            with open_label(self.path) as source:
                values = _object_pixels(source.read(_colour_bands(source)), self.above)
                georef = GeoRef(tuple(source.transform)[:6], source.crs.to_wkt() if source.crs else None)
        except (RasterioError, CRSError, OSError) as error:
            raise MaskUnreadable(
                f"The mask {self.path} cannot be read ({error}): copy it again, or take its line out.",
                path=str(self.path),
            ) from error
        if values.shape == frame.shape:
            return values
        if georef.crs_wkt and frame.georef.crs_wkt:
            try:
                return _warp_mask(values, georef, frame)
            except (RasterioError, CRSError, CPLE_BaseError) as error:
                raise DatasetInvalid(
                    f"The mask {self.path} cannot be brought to its image's place on the map ({str(error)[:120]}): draw"
                    " it at the image's size, or correct the CRS of both.",
                    path=str(self.path),
                ) from error
        if self.resize:
            return resize_nearest(values, frame.shape)
        raise DatasetInvalid(
            f"The mask {self.path} has {values.shape[0]} × {values.shape[1]} pixels, its image {frame.height} × "
            f"{frame.width}: draw it at the image's size, or give both a CRS.",
            path=str(self.path),
        )


def _colour_bands(source: rasterio.DatasetReader) -> list[int]:
    alpha = rasterio.enums.ColorInterp.alpha
    bands = [band for band, meaning in zip(source.indexes, source.colorinterp, strict=True) if meaning != alpha]
    return bands or list(source.indexes)


def _object_pixels(bands: NDArray[Any], above: int) -> Mask:
    limit = above if bands.size and np.nanmax(bands) > 1 else 0
    return np.asarray((np.nan_to_num(bands) > limit).any(axis=0))


def _warp_mask(values: Mask, georef: GeoRef, frame: Frame) -> Mask:
    warped = np.zeros(frame.shape, dtype=np.uint8)
    rasterio.warp.reproject(
        values.astype(np.uint8),
        warped,
        src_transform=rasterio.Affine(*georef.transform),
        src_crs=georef.crs_wkt,
        dst_transform=rasterio.Affine(*frame.georef.transform),
        dst_crs=frame.georef.crs_wkt,
        resampling=rasterio.enums.Resampling.nearest,
    )
    return warped > 0


def resize_nearest(mask: Mask, shape: tuple[int, int]) -> Mask:
    """Return `mask` at another (height, width), each pixel from the nearest centre."""
    rows = ((np.arange(shape[0]) + 0.5) * mask.shape[0] / shape[0]).astype(int)
    cols = ((np.arange(shape[1]) + 0.5) * mask.shape[1] / shape[1]).astype(int)
    return np.asarray(mask[rows[:, None], cols[None, :]])


@dataclass(frozen=True)
class RunLengths:
    """A mask as COCO run lengths: down the columns, first a run of background.

    Args:
        height, width: Size of the mask.
        counts: The run lengths, or their compressed text.
        resize: Whether it is stretched to an image of another size.
    """

    height: int
    width: int
    counts: str | tuple[int, ...]
    resize: bool = False
    exact: bool = True

    def rasterise(self, frame: Frame) -> Mask:
        """Return the mask on the image's pixels.

        Raises:
            DatasetInvalid: The runs do not fill the mask, or its size is not the image's.
        """
        mask = decode_runs(self.counts, self.height, self.width)
        if mask.shape == frame.shape:
            return mask
        if self.resize:
            return resize_nearest(mask, frame.shape)
        raise DatasetInvalid(
            f"A run-length mask has {self.height} × {self.width} pixels, its image {frame.height} × {frame.width}: "
            "the annotation belongs to another image."
        )


def decode_runs(counts: str | Sequence[int], height: int, width: int) -> Mask:
    """Return the (height, width) mask of COCO run lengths, compressed text or plain numbers.

    Raises:
        DatasetInvalid: The runs are negative or do not add up to the mask.
    """
    runs = _expand_text(counts) if isinstance(counts, str) else list(counts)
    if min(runs, default=0) < 0 or sum(runs) != height * width:
        raise DatasetInvalid(
            f"Run lengths add up to {sum(runs)} pixels instead of {height} × {width}: the annotation is broken."
        )
    flat = np.repeat(np.arange(len(runs)) % 2 == 1, runs)
    return np.asarray(flat.reshape(width, height).T)


def _expand_text(text: str) -> list[int]:
    """Return the numbers of COCO's compressed text: 5 bits a character, the third number on as differences two back.

    Raises:
        DatasetInvalid: A number has no end.
    """
    runs: list[int] = []
    value = shift = 0
    for character in text:
        bits = ord(character) - 48
        value |= (bits & 0x1F) << shift
        shift += 5
        if bits & 0x20:
            if shift > _MOST_BITS:
                raise DatasetInvalid("A compressed run length has no end: the annotation is broken.")
            continue
        if bits & 0x10:
            value -= 1 << shift
        runs.append(value + (runs[-2] if len(runs) > 2 else 0))
        value = shift = 0
    return runs
