"""Labelled images of every form as scenes: drawings, code rasters, polygon layers, boxes and points."""

from __future__ import annotations

import csv
import json
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
import shapely
from defusedxml import DefusedXmlException, ElementTree
from numpy.typing import NDArray
from rasterio.errors import RasterioError

from ...errors import DatasetInvalid, MaskUnreadable, reason_of
from ...grid import GeoRef, Window
from ...raster import open_raster
from ..scenes import Drawing, place_of
from ..shapes import Shapes, boxes
from ..truth import Frame, open_label, read_frame
from .things import Scene, Thing, parts_of, thing_of

Box = tuple[float, float, float, float]
LEAST_PX = 9
_FAR_PX = 1e9
_ANY_GSD_M = (1e-6, 1e6)
_TILE_NAME = re.compile(r"(\d+)-(\d+)-(\d+)$")
_MOST_ZOOM = 30
_MERCATOR_HALF_M = math.pi * 6378137.0
_VOC_NUMBERS = ("xmin", "ymin", "xmax", "ymax")


@dataclass(frozen=True)
class Picture:
    """An image before its labels.

    Args:
        path: Where it lies.
        rgb: (H, W, 3) uint8.
        frame: Its pixel grid.
        gsd_m: Metres a pixel, where known.
        place: What may not be torn apart by a split.
    """

    path: Path
    rgb: NDArray[np.uint8]
    frame: Frame
    gsd_m: float | None
    place: str

    def scene(self, things: Iterable[Thing], complete: Iterable[str]) -> Scene:
        """Return the scene of these things."""
        return Scene(self.path, self.rgb, tuple(things), frozenset(complete), self.gsd_m, self.place)


def read_picture(path: Path, gsd_m: float | None = None, place: str = "") -> Picture:
    """Read an image in its own pixels, values above 8 bits stretched.

    Raises:
        RasterUnreadable: It is missing or damaged.
    """
    with open_raster(str(path), gsd_range_m=_ANY_GSD_M) as raster:
        raw, _ = raster.read(Window(0, 0, *raster.shape))
        known = raster.gsd_m if raster.georef.crs_wkt else None
        high = 255.0 if raster.dtype == np.uint8 else float(np.percentile(raw, 98)) or 1.0
    rgb = np.clip(raw * (255.0 / high), 0, 255).astype(np.uint8).transpose(1, 2, 0)
    return Picture(path, rgb, read_frame(path), gsd_m or known, place or path.stem)


def from_drawing(drawing: Drawing) -> Scene:
    """Return a scene drawn by hand."""
    picture = read_picture(drawing.image, drawing.gsd_m, place_of(drawing.relative))
    masks = (shape.rasterise(picture.frame) for shape in drawing.shapes)
    things = [thing_of(name, mask) for name, mask in zip(drawing.classes, masks, strict=True)]
    return picture.scene(filter(None, things), drawing.complete)


def from_codes(picture: Picture, labels: Path, legend: Mapping[str, str]) -> Scene:
    """Return a scene from a raster of class codes, each connected part a thing.

    Args:
        picture: The image.
        labels: A raster of the image's size: one band of numbers, or RGB.
        legend: From a number ("1") or colour ("#3C1098") to a class.

    Raises:
        MaskUnreadable: The raster cannot be read.
        DatasetInvalid: Its size is another, or the legend has a code that is none.
    """
    try:
        with open_label(labels) as source:
            bands = source.read(list(range(1, min(source.count, 3) + 1)))
    except (RasterioError, OSError) as error:
        raise MaskUnreadable(
            f"The labels {labels} cannot be read ({error}): copy them again.", path=str(labels)
        ) from error
    if bands.shape[1:] != picture.frame.shape:
        raise DatasetInvalid(
            f"{labels} has {bands.shape[1]} × {bands.shape[2]} pixels, {picture.path} {picture.frame.height} × "
            f"{picture.frame.width}: labels and image must agree.",
            path=str(labels),
        )
    things: list[Thing] = []
    for code, name in legend.items():
        wanted = np.array(_code(code, len(bands)), dtype=np.int64)[:, None, None]
        things += parts_of(name, (bands == wanted).all(axis=0), LEAST_PX)
    return picture.scene(things, legend.values())


def _code(text: str, bands: int) -> list[int]:
    """Return the value of each band that a legend's entry names."""
    try:
        if text.startswith("#"):
            values = [int(text[place : place + 2], 16) for place in (1, 3, 5)]
            return values if bands == 3 else values[:1]
        return [int(text)] * bands
    except ValueError as error:
        raise DatasetInvalid(
            f'The legend\'s code "{text}" is neither a number nor a colour such as #3C1098.'
        ) from error


def read_legend(path: Path) -> dict[str, str]:
    """Read a legend: {"code": "class"}.

    Raises:
        DatasetInvalid: It is no such JSON.
    """
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        return {str(code): str(name) for code, name in values.items()}
    except (OSError, ValueError, AttributeError, RecursionError) as error:
        raise DatasetInvalid(f'{path} is no legend ({error}): write {{"code": "class"}}.', path=str(path)) from error


def from_polygons(picture: Picture, layers: Iterable[tuple[str, Shapes]]) -> Scene:
    """Return a scene from polygon layers, each polygon a thing.

    A layer holds all there is of its class within its bounds; one whose bounds miss the image says nothing.
    An image without a CRS whose name ends in tile numbers (x-y-z) is laid where that tile of the web's map lies.

    Raises:
        MaskUnreadable: A layer cannot be read.
        DatasetInvalid: The image has no place.
    """
    frame = tile_frame(picture) or picture.frame
    things: list[Thing] = []
    complete: set[str] = set()
    for name, shapes in layers:
        drawn = shapes.in_pixels(frame)
        if not drawn or not _touches(shapely.total_bounds(drawn), frame):
            continue
        complete.add(name)
        for shape in drawn:
            thing = thing_of(name, Shapes((shape,)).rasterise(frame)) if _touches(shape.bounds, frame) else None
            things += [thing] if thing and thing.area_px >= LEAST_PX else []
    return picture.scene(things, complete)


def _touches(bounds: Sequence[float], frame: Frame) -> bool:
    return bool(bounds[0] < frame.width and bounds[2] > 0 and bounds[1] < frame.height and bounds[3] > 0)


def tile_frame(picture: Picture) -> Frame | None:
    """Return where a tile named …x-y-z lies in web Mercator; None where the image has a CRS, or a name of no tile."""
    found = _TILE_NAME.search(picture.path.stem)
    if picture.frame.georef.crs_wkt or not found:
        return None
    col, row, zoom = (int(number) for number in found.groups())
    if zoom > _MOST_ZOOM or max(col, row) >= 2**zoom:  # numbers of another kind, such as a date
        return None
    side_m = 2 * _MERCATOR_HALF_M / 2**zoom
    pixel_m = side_m / picture.frame.width
    transform = (pixel_m, 0.0, col * side_m - _MERCATOR_HALF_M, 0.0, -pixel_m, _MERCATOR_HALF_M - row * side_m)
    crs = rasterio.crs.CRS.from_epsg(3857).to_wkt()
    return Frame(picture.frame.height, picture.frame.width, GeoRef(transform, crs))


def from_boxes(picture: Picture, labelled: Iterable[tuple[str, Box]], complete: Iterable[str]) -> Scene:
    """Return a scene from boxes (xmin, ymin, xmax, ymax) in pixels; its triplets will have boxes, not masks.

    Raises:
        DatasetInvalid: A box has a number that is none.
    """
    things = []
    for name, box in labelled:
        if not all(abs(number) < _FAR_PX for number in box):
            raise DatasetInvalid(f"A {name} of {picture.path} has the box {box}: mend it.", path=str(picture.path))
        thing = thing_of(name, boxes([box]).rasterise(picture.frame), box)
        things += [thing] if thing else []
    return picture.scene(things, complete)


def from_points(picture: Picture, name: str, shapes: Shapes) -> Scene:
    """Return a scene from a layer of points, which holds all there is of a class; its triplets will have points.

    Raises:
        MaskUnreadable: The layer cannot be read.
        DatasetInvalid: It lies on the map, the image does not.
    """
    height, width = picture.frame.shape
    pixel = np.ones((1, 1), dtype=bool)
    things = []
    for shape in shapes.in_pixels(picture.frame):
        x, y = shape.centroid.x, shape.centroid.y
        if 0 <= x < width and 0 <= y < height:
            things.append(Thing(name, int(y), int(x), pixel, point=(x, y)))
    return picture.scene(things, [name])


def read_csv(path: Path) -> dict[str, list[tuple[str, Box]]]:
    """Return the boxes of a CSV file by the stem of the image's name, classes in lower case.

    The first line names the columns: image_path, xmin, ymin, xmax, ymax and label, in any order, among others.

    Raises:
        DatasetInvalid: It is no such table.
    """
    found: dict[str, list[tuple[str, Box]]] = {}
    try:
        with path.open(newline="", encoding="utf-8-sig") as stream:
            for row in csv.DictReader(stream):
                x0, x1 = sorted((float(row["xmin"]), float(row["xmax"])))
                y0, y1 = sorted((float(row["ymin"]), float(row["ymax"])))
                found.setdefault(Path(row["image_path"]).stem, []).append((row["label"].lower(), (x0, y0, x1, y1)))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, csv.Error) as error:
        raise DatasetInvalid(
            f"{path} is no table of boxes with the columns image_path, xmin, ymin, xmax, ymax and label:"
            f" {reason_of(error)}",
            path=str(path),
        ) from error
    return found


def read_coco(path: Path) -> dict[str, list[tuple[str, Box]]]:
    """Return the boxes of a COCO file by image name, classes in lower case.

    Raises:
        DatasetInvalid: It is no such JSON.
    """
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        classes = {entry["id"]: str(entry["name"]).lower() for entry in values["categories"]}
        names = {entry["id"]: str(entry["file_name"]) for entry in values["images"]}
        found: dict[str, list[tuple[str, Box]]] = {name: [] for name in names.values()}
        for entry in values["annotations"]:
            x, y, width, height = (float(number) for number in entry["bbox"])
            found[names[entry["image_id"]]].append((classes[entry["category_id"]], (x, y, x + width, y + height)))
        return found
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise DatasetInvalid(
            f"{path} is no COCO file of boxes ({reason_of(error)}): mend it.", path=str(path)
        ) from error


def read_yolo(path: Path, classes: list[str], frame: Frame) -> list[tuple[str, Box]]:
    """Return the boxes of a YOLO text file: class, centre and size as shares of the image.

    Raises:
        DatasetInvalid: It is no such text.
    """
    found = []
    try:
        for line in path.read_text(encoding="utf-8").split("\n"):
            if line.strip():
                number, x, y, width, height = line.split()
                sides = (frame.width, frame.height) * 2
                shares = (float(x) - float(width) / 2, float(y) - float(height) / 2)
                ends = (float(x) + float(width) / 2, float(y) + float(height) / 2)
                x0, y0, x1, y1 = (share * side for share, side in zip((*shares, *ends), sides, strict=True))
                found.append((classes[_index(number)], (x0, y0, x1, y1)))
    except (OSError, ValueError, IndexError) as error:
        raise DatasetInvalid(
            f"{path} is no YOLO file of {len(classes)} classes ({reason_of(error)}): mend it.", path=str(path)
        ) from error
    return found


def _index(number: str) -> int:
    """Return a class's number; -1 would mean the last one."""
    if int(number) < 0:
        raise ValueError(f"class {number}")
    return int(number)


def read_voc(path: Path) -> list[tuple[str, Box]]:
    """Return the boxes of a Pascal VOC file, classes in lower case.

    Raises:
        DatasetInvalid: It is no such XML.
    """
    try:
        found = []
        for entry in ElementTree.parse(path).getroot().iter("object"):
            x0, y0, x1, y1 = (float(_child(entry, f"bndbox/{number}")) for number in _VOC_NUMBERS)
            found.append((_child(entry, "name").lower(), (x0, y0, x1, y1)))
        return found
    except (OSError, ValueError, ElementTree.ParseError, DefusedXmlException) as error:
        raise DatasetInvalid(f"{path} is no Pascal VOC file ({reason_of(error)}): mend it.", path=str(path)) from error


def _child(entry: Any, name: str) -> str:
    text = entry.findtext(name)
    if text is None:
        raise ValueError(f"no {name}")
    return str(text)
