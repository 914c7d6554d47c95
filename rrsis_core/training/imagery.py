"""Images of data sets laid out for a model, and what it found laid back onto the image's own pixels."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyproj
import rasterio.shutil
from defusedxml import ElementTree
from numpy.typing import NDArray
from rasterio.errors import RasterioError

from ..datasets.truth import Frame, open_label
from ..errors import RasterUnreadable
from ..grid import GeoRef, Window
from ..normalise import measure_stretch, to_rgb
from ..raster import Raster, open_raster

Floats = NDArray[np.float32]

_IDENTITY = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0)
_NOWHERE = GeoRef((1.0, 0.0, 0.0, 0.0, -1.0, 0.0))  # where the raster room lays an image without a place
_PLACE_TAGS = ("SRS", "GeoTransform", "GCPList")
_FLAT = "+proj=tmerc +lat_0=0 +lon_0=0 +k=1 +ellps=WGS84 +units=m +type=crs"


@dataclass(frozen=True)
class Laid:
    """An image as the raster room is to open it.

    Args:
        address: What open_raster takes.
        georef: Where the image's own pixels lie in that world.
    """

    address: str
    georef: GeoRef


def lay_out(image: Path, frame: Frame, gsd_m: float | None) -> Laid:
    """Return the image with the pixel size that the data set states, else with its own, else without any.

    A stated pixel size lays the image on a flat place where a metre is a metre, whatever CRS it had or lacked.

    Raises:
        RasterUnreadable: It is missing or damaged.
    """
    if gsd_m is not None:
        georef = GeoRef((gsd_m, 0.0, 0.0, 0.0, -gsd_m, 0.0), pyproj.CRS.from_proj4(_FLAT).to_wkt())
        return Laid(_virtual(image, georef), georef)
    if frame.georef.crs_wkt is None or frame.georef.transform == _IDENTITY:
        return Laid(_virtual(image, None), _NOWHERE)
    return Laid(str(image), frame.georef)


def _virtual(image: Path, georef: GeoRef | None) -> str:
    """Return the image as the text of a virtual raster with another place, or with none."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "image.vrt"
        try:
            with open_label(image) as source:
                rasterio.shutil.copy(source, path, driver="VRT")
        except (RasterioError, OSError) as error:
            raise RasterUnreadable(f"{image} cannot be read as an image ({error}).", path=str(image)) from error
        root = ElementTree.fromstring(path.read_text(encoding="utf-8"))
    for child in [child for child in root if child.tag in _PLACE_TAGS or child.get("domain") == "RPC"]:
        root.remove(child)
    for source_name in root.iter("SourceFilename"):
        if source_name.get("relativeToVRT") == "1":
            source_name.set("relativeToVRT", "0")
            source_name.text = str(image.resolve())
    if georef is not None:
        a, b, c, d, e, f = georef.transform
        for tag, text in (("SRS", georef.crs_wkt), ("GeoTransform", ", ".join(map(repr, (c, a, b, f, d, e))))):
            root.append(root.makeelement(tag, {}))
            root[-1].text = text
    return str(ElementTree.tostring(root, encoding="unicode"))


def to_image_size(planes: Floats, georef: GeoRef, laid: Laid, frame: Frame) -> Floats:
    """Return planes (P, h, w) on the model's grid `georef` as (P, H, W) on the image's pixels, bilinear.

    The model's grid is the image's own, scaled and perhaps turned over; beyond its outermost centres values are held.
    """
    if planes.shape[1:] == frame.shape and _same_grid(georef, laid.georef):
        return planes
    (top, left), (bottom, right) = (
        georef.row_col(*laid.georef.xy(row, col)) for row, col in ((0.5, 0.5), (frame.height - 0.5, frame.width - 0.5))
    )
    rows = np.linspace(top, bottom, frame.height) - 0.5
    cols = np.linspace(left, right, frame.width) - 0.5
    return _interpolate(_interpolate(planes, rows, 1), cols, 2)


def _same_grid(first: GeoRef, second: GeoRef) -> bool:
    return bool(np.allclose(first.transform, second.transform, rtol=1e-9, atol=0))


def _interpolate(planes: Floats, places: NDArray[np.float64], axis: int) -> Floats:
    """Return `planes` at fractional indices along an axis, linear between neighbours."""
    last = planes.shape[axis] - 1
    places = np.clip(places, 0, last)
    low = np.floor(places).astype(np.intp)
    shape = [1, 1, 1]
    shape[axis] = len(places)
    share = (places - low).astype(np.float32).reshape(shape)
    first, second = np.take(planes, low, axis), np.take(planes, np.minimum(low + 1, last), axis)
    return np.asarray(first + (second - first) * share, dtype=np.float32)


def thumbnail(image: Path, frame: Frame, side_px: int) -> NDArray[np.uint8]:
    """Return the image as (h, w, 3) uint8 with at most `side_px` a side, black where it holds nothing.

    Raises:
        RasterUnreadable: It is damaged.
    """
    scale = max(1.0, max(frame.shape) / side_px)
    with open_laid(lay_out(image, frame, 1.0), gsd_m=scale) as raster:
        rgb = read_rgb(raster, None)
    return np.asarray(np.rint(rgb.transpose(1, 2, 0) * 255), dtype=np.uint8)


@contextmanager
def open_laid(
    laid: Laid, *, gsd_m: float | None = None, gsd_range_m: tuple[float, float] = (0.3, 0.3)
) -> Iterator[Raster]:
    """Open an image on a model's grid."""
    with open_raster(laid.address, gsd_m=gsd_m, gsd_range_m=gsd_range_m) as raster:
        yield raster


def read_rgb(raster: Raster, stretch_percentiles: tuple[float, float] | None) -> Floats:
    """Return the whole raster as (3, h, w) float32 in [0, 1]."""
    raw, valid = raster.read(Window(0, 0, *raster.shape))
    return to_rgb(raw, valid, measure_stretch(raster.sample, raster.dtype, stretch_percentiles, raster.white))
