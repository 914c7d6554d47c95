"""A map picture of a result: the raster, the outlines of every layer, a legend and a scale."""

from __future__ import annotations

import math
import warnings
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import rasterio
import shapely
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont
from pyproj import Geod, Transformer
from rasterio.enums import Resampling
from rasterio.errors import NotGeoreferencedWarning
from rasterio.vrt import WarpedVRT

Colour = tuple[int, int, int]
COLOURS: tuple[Colour, ...] = (
    (255, 62, 62), (40, 200, 255), (255, 208, 40), (120, 240, 90), (255, 120, 230), (255, 150, 50), (150, 130, 255),
    (40, 240, 190),
)  # fmt: skip
INK, PAPER = (34, 38, 44), (255, 255, 255)
NICE = (1, 2, 5)
MOST_ENLARGED = 3


@dataclass(frozen=True)
class MapLayer:
    """One layer of a result: its title, and its polygons in the raster's coordinates."""

    title: str
    polygons: NDArray[np.object_]


def draw_map(
    raster: Path | str, vectors: Path | str, picture: Path | str, title: str = "", side_px: int = 1400
) -> Path:
    """Write a PNG of `raster` with the layers of `vectors` on it, its longer side about `side_px`."""
    base, affine, metres_px = read_base(raster, side_px)
    layers = read_layers(vectors)
    sheet = base.convert("RGBA")
    for layer, colour in zip(layers, _cycle(len(layers))):
        sheet = Image.alpha_composite(sheet, _overlay(layer, affine, sheet.size, colour))
    whole = _compose(sheet.convert("RGB"), layers, title or Path(raster).name, metres_px)
    whole.save(picture)
    return Path(picture)


def read_base(raster: Path | str, side_px: int) -> tuple[Image.Image, rasterio.Affine, float | None]:
    """The raster as a picture, its pixel → map transform, and metres on the ground a pixel (None when not known)."""
    with _placed(raster) as source:
        shrink = max(1 / MOST_ENLARGED, max(source.width, source.height) / side_px)
        shape = max(1, round(source.height / shrink)), max(1, round(source.width / shrink))
        method = Resampling.average if shrink > 1 else Resampling.bilinear
        bands = (1, 2, 3) if source.count >= 3 else (1, 1, 1)
        pixels = source.read(bands, out_shape=(3, *shape), resampling=method, masked=True)
        # Without a place, polygons lie where QGIS shows the picture: row r at y = -r.
        affine = rasterio.Affine(1, 0, 0, 0, -1, 0) if source.transform.is_identity else source.transform
        scaled = _shrunk(affine, source.width / shape[1], source.height / shape[0])
        metres_px = _metres_px(scaled, shape, source.crs)
    return Image.fromarray(_displayed(pixels)), scaled, metres_px


@contextmanager
def _placed(raster: Path | str) -> Iterator[Any]:
    """Open a raster, north up where control points alone say where it lies."""
    with warnings.catch_warnings(), ExitStack() as stack:
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        file = stack.enter_context(rasterio.open(raster))
        points, crs = file.gcps
        if file.transform.is_identity and points and crs is not None:
            file = stack.enter_context(WarpedVRT(file, src_crs=crs, crs=crs))
        yield file


def _shrunk(affine: rasterio.Affine, cols: float, rows: float) -> rasterio.Affine:
    a, b, c, d, e, f = affine[:6]
    return rasterio.Affine(a * cols, b * rows, c, d * cols, e * rows, f)


def _at(affine: rasterio.Affine, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = affine[:6]
    return a * x + b * y + c, d * x + e * y + f


def _displayed(pixels: np.ma.MaskedArray[Any, Any]) -> NDArray[np.uint8]:
    """(3, H, W) of any type → (H, W, 3) uint8; other than 8-bit is stretched between its percentiles 2 and 98."""
    values = np.ma.filled(pixels.astype(np.float32), np.nan)
    if pixels.dtype != np.uint8 and np.isfinite(values).any():
        low, high = (np.nanpercentile(values, level, axis=(1, 2), keepdims=True) for level in (2, 98))
        values = (values - low) / np.maximum(high - low, 1e-9) * 255
    shown = np.nan_to_num(np.clip(values, 0, 255)).astype(np.uint8)
    return np.ascontiguousarray(np.moveaxis(shown, 0, 2))


def _metres_px(affine: rasterio.Affine, shape: tuple[int, int], crs: rasterio.CRS | None) -> float | None:
    if crs is None:
        return None
    row, col = shape[0] / 2, shape[1] / 2
    to_lonlat = Transformer.from_crs(crs.to_wkt(), "EPSG:4326", always_xy=True)
    start, end = (to_lonlat.transform(*_at(affine, at, row)) for at in (col, col + 1))
    metres = Geod(ellps="WGS84").inv(*start, *end)[2]
    return float(metres) if math.isfinite(metres) and metres > 0 else None


def read_layers(vectors: Path | str) -> list[MapLayer]:
    """The polygon layers of a vector file, each with its phrase (or, when it is empty, its name) as title."""
    layers = []
    for name, kind in pyogrio.list_layers(vectors):
        if kind and "Polygon" in kind:
            meta, _, geometry, fields = pyogrio.raw.read(vectors, layer=name)
            columns = dict(zip(meta["fields"], fields))
            phrases = columns.get("phrase", ())
            layers.append(
                MapLayer(str(phrases[0]) if len(phrases) else str(name).replace("_", " "), shapely.from_wkb(geometry))
            )
    return layers


def _cycle(count: int) -> list[Colour]:
    return [COLOURS[index % len(COLOURS)] for index in range(count)]


def _overlay(layer: MapLayer, affine: rasterio.Affine, size: tuple[int, int], colour: Colour) -> Image.Image:
    plane = Image.new("RGBA", size, (0, 0, 0, 0))
    pen = ImageDraw.Draw(plane)
    back = ~affine
    for polygon in shapely.get_parts(layer.polygons):
        rings = [_to_pixels(ring, back) for ring in (polygon.exterior, *polygon.interiors)]
        _fill(plane, rings, (*colour, 70))
        for ring in rings:
            pen.line(ring, fill=(*(value // 4 for value in colour), 190), width=4, joint="curve")
            pen.line(ring, fill=(*colour, 255), width=2, joint="curve")
    return plane


def _to_pixels(ring: shapely.LinearRing, back: rasterio.Affine) -> list[tuple[float, float]]:
    return [_at(back, x, y) for x, y in shapely.get_coordinates(ring)]


def _fill(plane: Image.Image, rings: list[list[tuple[float, float]]], colour: tuple[int, ...]) -> None:
    xs, ys = zip(*rings[0])
    left, top = max(0, int(min(xs)) - 1), max(0, int(min(ys)) - 1)
    right, bottom = min(plane.width, int(max(xs)) + 2), min(plane.height, int(max(ys)) + 2)
    if right <= left or bottom <= top:
        return
    stencil = Image.new("L", (right - left, bottom - top), 0)
    pen = ImageDraw.Draw(stencil)
    for ring, value in zip(rings, [255] + [0] * (len(rings) - 1)):
        pen.polygon([(x - left, y - top) for x, y in ring], fill=value)
    plane.paste(colour, (left, top), stencil)


def _compose(view: Image.Image, layers: list[MapLayer], title: str, metres_px: float | None) -> Image.Image:
    unit = max(12, view.width // 60)
    large, small = ImageFont.load_default(int(unit * 1.25)), ImageFont.load_default(unit)
    entries = [f"{layer.title}  ({len(layer.polygons)})" for layer in layers]
    rows = _flow(entries, small, view.width - 3 * unit, unit)
    foot = int(unit * (2.2 + 1.7 * len(rows)))
    sheet = Image.new("RGB", (view.width + 2 * unit, view.height + int(2.6 * unit) + foot), PAPER)
    sheet.paste(view, (unit, int(2.6 * unit)))
    pen = ImageDraw.Draw(sheet)
    pen.text((unit, int(0.8 * unit)), title, font=large, fill=INK)
    top = int(2.6 * unit) + view.height + unit
    for line, row in enumerate(rows):
        for x, index in row:
            y = top + int(1.7 * unit * line)
            swatch = (unit + x, y, unit + x + unit, y + unit)
            pen.rectangle(swatch, fill=COLOURS[index % len(COLOURS)], outline=INK)
            pen.text((unit + x + int(1.5 * unit), y - unit // 6), entries[index], font=small, fill=INK)
    if metres_px:
        _scale_bar(pen, sheet, view, metres_px, unit, small)
    return sheet


def _flow(
    entries: list[str], font: ImageFont.FreeTypeFont | ImageFont.ImageFont, width: int, unit: int
) -> list[list[tuple[int, int]]]:
    """Rows of (x, entry number) that fit `width`."""
    rows: list[list[tuple[int, int]]] = [[]]
    x = 0
    for index, entry in enumerate(entries):
        need = int(font.getlength(entry)) + 3 * unit
        if x and x + need > width:
            rows.append([])
            x = 0
        rows[-1].append((x, index))
        x += need
    return rows


def nice_length(most_m: float) -> float:
    """The longest of 1, 2, 5, 10, 20 … metres that is at most `most_m`."""
    power = 10.0 ** math.floor(math.log10(most_m))
    return max(step * power for step in NICE if step * power <= most_m * (1 + 1e-9))


def _scale_bar(
    pen: ImageDraw.ImageDraw, sheet: Image.Image, view: Image.Image, metres_px: float, unit: int,
    font: ImageFont.FreeTypeFont | ImageFont.ImageFont,
) -> None:  # fmt: skip
    length_m = nice_length(view.width * metres_px / 5)
    long_px = round(length_m / metres_px)
    text = f"{length_m / 1000:g} km" if length_m >= 1000 else f"{length_m:g} m"
    right, y = sheet.width - unit, int(1.9 * unit)
    pen.rectangle((right - long_px, y, right, y + max(2, unit // 4)), fill=INK)
    pen.text((right - long_px - font.getlength(text) - unit // 2, y - unit * 0.7), text, font=font, fill=INK)
