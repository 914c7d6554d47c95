"""The training images and what is known of them: bits of classes for each pixel, drawn objects, phrases."""

from __future__ import annotations

import fnmatch
import json
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import rasterio
from defusedxml import ElementTree
from numpy.typing import NDArray

from ..errors import DatasetInvalid, RasterUnreadable
from .classes import CLASSES, DRAWN, INDEX, LYING, MEMBERS, RARE, STANDING

Bits = NDArray[np.uint32]
ALL = np.uint32((1 << len(CLASSES)) - 1)


def bits_of(names: Iterable[str]) -> np.uint32:
    """Return the bits of the classes `names`."""
    bits: np.uint32 = np.uint32(sum(1 << INDEX[name] for name in names))
    return bits


@dataclass
class Drawn:
    """One object drawn by hand or by a program.

    Args:
        name: Its class.
        attributes: Words that people used of it.
        polygons: Outer ring first, in pixel corners (x, y).
        area_px: How many pixels it covers.
        patch: Instead of polygons: first row, first column and (h, w) uint8 of its pixels.
    """

    name: str
    attributes: tuple[str, ...]
    polygons: list[list[NDArray[np.int32]]]
    area_px: int
    patch: tuple[int, int, NDArray[np.uint8]] | None = None

    def box(self) -> tuple[int, int, int, int]:
        """Return the first column, first row, end column and end row of the object."""
        if self.patch is not None:
            row, col, mask = self.patch
            return col, row, col + mask.shape[1], row + mask.shape[0]
        corners = np.concatenate([rings[0] for rings in self.polygons])
        (x0, y0), (x1, y1) = corners.min(0), corners.max(0)
        return int(x0), int(y0), int(x1), int(y1)


@dataclass
class Phrase:
    """A phrase that a person wrote, its kind, and the indices of the objects it means."""

    text: str
    kind: str
    objects: tuple[int, ...]


@dataclass
class Scene:
    """One image and what is known of it.

    Args:
        path: Below the data folder.
        source: Which collection it came from, for balanced sampling.
        rgb: (H, W, 3) uint8.
        gsd_m: Metres a pixel.
        truth: (H, W) uint32, bit i says that the pixel belongs to class i.
        known: (H, W) uint32, bit i says that truth knows class i there.
        complete: Classes of which every instance is drawn.
    """

    path: str
    source: str
    rgb: NDArray[np.uint8]
    gsd_m: float
    truth: Bits
    known: Bits
    objects: list[Drawn] = field(default_factory=list)
    phrases: list[Phrase] = field(default_factory=list)
    complete: frozenset[str] = frozenset()


def read_rgb(path: Path) -> NDArray[np.uint8]:
    """Return the image at `path` as (H, W, 3) uint8 RGB.

    Raises:
        RasterUnreadable: It is missing or damaged.
    """
    image = cv2.imread(str(path), cv2.IMREAD_COLOR)
    if image is None:
        raise RasterUnreadable(f"{path} cannot be read as an image: check the data folder.", path=str(path))
    return np.ascontiguousarray(image[:, :, ::-1]).astype(np.uint8)


def fill(shape: tuple[int, ...], objects: Iterable[Drawn]) -> NDArray[np.uint8]:
    """Return (H, W) uint8, 1 where any of `objects` is drawn, holes left out."""
    mask = np.zeros(shape[:2], np.uint8)
    for each in objects:
        if each.patch is not None:
            row, col, patch = each.patch
            mask[row : row + patch.shape[0], col : col + patch.shape[1]] |= patch
        for rings in each.polygons:
            x0, y0 = np.min(rings[0], axis=0)
            x1, y1 = np.max(rings[0], axis=0)
            part = np.zeros((max(y1 - y0, 1), max(x1 - x0, 1)), np.uint8)
            # Corners → pixel centres: a ring from corner 3 to corner 7 covers pixels 3 … 6.
            shifted = [((ring - (x0, y0)) * 16 - 8).astype(np.int32) for ring in rings]
            cv2.fillPoly(part, shifted, 1, lineType=cv2.LINE_8, shift=4)
            ys, xs = max(y0, 0), max(x0, 0)
            target = mask[ys:y1, xs:x1]
            target |= part[ys - y0 : ys - y0 + target.shape[0], xs - x0 : xs - x0 + target.shape[1]]
    return mask


def add_members(truth: Bits, known: Bits) -> None:
    """Derive the super classes from their members, in place: there where one is, not where all are known not to be."""
    for name, members in MEMBERS.items():
        bit, bits = bits_of([name]), bits_of(members)
        has = (truth & bits) != 0
        truth[has] |= bit
        known[has | ((known & bits) == bits)] |= bit


def _drawn_objects(content: dict[str, Any]) -> list[Drawn]:
    objects = []
    for each in content["objects"]:
        polygons = [[np.asarray(ring, np.int32) for ring in rings] for rings in each["polygons"]]
        objects.append(Drawn(each["class"], tuple(each.get("attributes", ())), polygons, int(each.get("area_px", 0))))
    return objects


def drawn_scene(root: Path, file: Path, source: str) -> Scene:
    """Return the scene of one JSON file of objects drawn by hand."""
    content = json.loads(file.read_text(encoding="utf-8"))
    path = (file.parent / content["image"]).resolve()
    rgb = read_scene_rgb(path)
    objects = _drawn_objects(content)
    complete = frozenset(content["complete"])
    truth = np.zeros(rgb.shape[:2], np.uint32)
    for name in {each.name for each in objects}:
        truth[fill(rgb.shape, (each for each in objects if each.name == name)) > 0] |= bits_of([name])
    known = np.full(truth.shape, bits_of(set(complete) & set(DRAWN)), np.uint32)
    if source == "scenes":
        known |= bits_of(RARE)
    known[truth != 0] = bits_of(DRAWN)
    # What lies below a vehicle or a crown may be drawn or not.
    only_standing = (truth != 0) & ((truth & ~bits_of(STANDING)) == 0)
    known[only_standing] &= ~bits_of(LYING) | bits_of(complete & set(DRAWN))
    known |= truth
    add_members(truth, known)
    phrases = [Phrase(p["phrase"], p["kind"], tuple(p["objects"])) for p in content.get("phrases", ())]
    name = str(path.relative_to(root.resolve()))
    return Scene(name, source, rgb, float(content["gsd_m"]), truth, known, objects, phrases, complete)


def read_scene_rgb(path: Path) -> NDArray[np.uint8]:
    """Return (H, W, 3) uint8 of a picture or of the first three bands of a GeoTIFF."""
    if path.suffix != ".tif":
        return read_rgb(path)
    with rasterio.open(path) as data:
        bands: NDArray[np.uint8] = data.read([1, 2, 3])
    return np.ascontiguousarray(bands.transpose(1, 2, 0))


def dubai_scenes(root: Path) -> Iterator[Scene]:
    """Yield the Dubai images: dense masks of five classes; land is soil or sand, which of them is not known."""
    colours = {(0x3C, 0x10, 0x98): "building", (0xFE, 0xDD, 0x3A): "vegetation", (0x6E, 0xC1, 0xE4): "road",
               (0xE2, 0xA9, 0x29): "water", (0x84, 0x29, 0xF6): "land"}  # fmt: skip
    unsure = bits_of(
        ["car", "truck", "bus", "trailer", "vehicle", "sidewalk", "parking lot", "swimming pool", "bridge"]
    )
    for path in sorted((root / "dubai").glob("tile*/images/*.jpg")):
        rgb = read_rgb(path)
        mask = read_rgb(path.parent.parent / "masks" / (path.stem + ".png"))
        truth, known = np.zeros(mask.shape[:2], np.uint32), np.zeros(mask.shape[:2], np.uint32)
        for colour, name in colours.items():
            here = np.abs(mask.astype(int) - colour).max(2) < 12
            loose = {"vegetation": ("trees", "shrubs", "grass", "crops"), "land": ("bare soil", "sand", "grass")}
            known[here] = ALL & ~unsure & ~bits_of(loose.get(name, ()))
            if name != "land":
                truth[here] = bits_of([name])
        height, width = mask.shape[:2]
        rgb = rgb[:height, :width]
        yield Scene(str(path.relative_to(root)), "dubai", rgb, 1.0, truth, known)


def oam_scenes(root: Path, taken: set[str]) -> Iterator[Scene]:
    """Yield the OpenAerialMap tiles that are not drawn whole: buildings alone are known."""
    for town in sorted((root / "oam").iterdir()):
        labels = json.loads((town / "labels.geojson").read_text(encoding="utf-8"))["features"]
        for path in sorted((town / "tiles").glob("*.jpg")):
            name = str(path.relative_to(root))
            if name in taken:
                continue
            x, y, zoom = (int(part) for part in path.stem.split("-")[1:])
            rgb = read_rgb(path)
            outlines = list(_tile_outlines(labels, x, y, zoom, rgb.shape[0]))
            here = fill(rgb.shape, outlines) > 0
            truth = np.where(here, bits_of(["building"]), 0).astype(np.uint32)
            known = np.full(truth.shape, bits_of(["building"]), np.uint32)
            known[here] = ALL & ~bits_of(["trees", "shrubs", "solar panel", "vegetation"])
            latitude = math.atan(math.sinh(math.pi * (1 - 2 * (y + 0.5) / 2**zoom)))
            gsd = 156543.034 / 2**zoom * math.cos(latitude)
            yield Scene(name, f"oam-{town.name}", rgb, gsd, truth, known)


def _tile_outlines(labels: list[dict[str, Any]], x: int, y: int, zoom: int, side: int) -> Iterator[Drawn]:
    def pixel(point: list[float]) -> tuple[float, float]:
        u = (point[0] + 180) / 360 * 2**zoom - x
        v = (1 - math.asinh(math.tan(math.radians(point[1]))) / math.pi) / 2 * 2**zoom - y
        return u * side, v * side

    for feature in labels:
        geometry = feature["geometry"]
        parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
        for rings in parts:
            corners = [np.rint([pixel(point) for point in ring]).astype(np.int32) for ring in rings]
            low, high = corners[0].min(0), corners[0].max(0)
            if (high > 0).all() and (low < side).all():
                clipped = [np.clip(ring, -side, 2 * side) for ring in corners]
                yield Drawn("building", (), [clipped], 0)


def geneva_scenes(root: Path) -> Iterator[Scene]:
    """Yield the Geneva roofs; windows and panels, left out of the masks, are closed."""
    for path in sorted((root / "geneva_roofs" / "image").glob("*.jpg")):
        rgb = read_rgb(path)
        mask = read_rgb(root / "geneva_roofs" / "mask" / f"{path.stem}_label.png").max(2) > 127
        closed = cv2.morphologyEx(mask.astype(np.uint8), cv2.MORPH_CLOSE, np.ones((9, 9), np.uint8)) > 0
        truth = np.where(closed, bits_of(["building"]), 0).astype(np.uint32)
        known = np.full(truth.shape, bits_of(["building"]), np.uint32)
        known[closed & ~mask] = 0
        known[mask] = ALL & ~bits_of(["trees", "vegetation", "solar panel", "shrubs"])
        yield Scene(str(path.relative_to(root)), "geneva", rgb, 0.25, truth, known)


def _ellipses(
    shape: tuple[int, ...], boxes: Iterable[tuple[float, float, float, float]], size: float
) -> NDArray[np.bool_]:
    mask = np.zeros(shape[:2], np.uint8)
    for x0, y0, x1, y1 in boxes:
        middle = (round((x0 + x1) / 2), round((y0 + y1) / 2))
        half = (max(1, round((x1 - x0) / 2 * size)), max(1, round((y1 - y0) / 2 * size)))
        cv2.ellipse(mask, middle, half, 0, 0, 360, 1, -1)
    return mask > 0


def _boxes(shape: tuple[int, ...], boxes: Iterable[tuple[float, float, float, float]]) -> NDArray[np.bool_]:
    mask = np.zeros(shape[:2], bool)
    for x0, y0, x1, y1 in boxes:
        mask[max(0, int(y0)) : math.ceil(y1), max(0, int(x0)) : math.ceil(x1)] = True
    return mask


def kit_scenes(root: Path) -> Iterator[Scene]:
    """Yield the Munich streets: vehicles in the core of their boxes, none outside the boxes."""
    names = {0: "car", 1: "truck", 2: "bus", 3: "car"}
    for path in sorted((root / "kit_ais").glob("*.jpg")):
        rgb = read_rgb(path)
        height, width = rgb.shape[:2]
        truth = np.zeros((height, width), np.uint32)
        known = np.full(
            truth.shape, bits_of(["car", "truck", "bus", "vehicle", "airplane", "ship", "crops"]), np.uint32
        )
        for line in (path.with_suffix(".txt")).read_text(encoding="utf-8").split("\n"):
            if not line.strip():
                continue
            kind, cx, cy, w, h = (float(part) for part in line.split()[:5])
            box = ((cx - w / 2) * width, (cy - h / 2) * height, (cx + w / 2) * width, (cy + h / 2) * height)
            known[_boxes(rgb.shape, [box])] = bits_of(["airplane", "ship", "building"])
            if int(kind) in names:
                core = _ellipses(rgb.shape, [box], 0.6)
                truth[core] = bits_of([names[int(kind)], "vehicle"])
                known[core] = bits_of(["airplane", "ship", "building", "vehicle", names[int(kind)]])
        yield Scene(str(path.relative_to(root)), "kit", rgb, 0.15, truth, known)


def naip_scenes(root: Path, taken: set[str]) -> Iterator[Scene]:
    """Yield the Californian cities: vegetation by the near infrared, trees as discs around their points."""
    for path in sorted((root / "naip_trees" / "images").glob("*.tif")):
        name = str(path.relative_to(root))
        if name in taken:
            continue
        with rasterio.open(path) as data:
            bands = data.read()
            to_pixel = ~data.transform
        red, infrared = bands[0].astype(float), bands[3].astype(float)
        index = (infrared - red) / np.maximum(infrared + red, 1)
        green, bare = index > 0.22, index < 0.08
        truth, known = np.zeros(red.shape, np.uint32), np.zeros(red.shape, np.uint32)
        plants = bits_of(["vegetation", "trees", "shrubs", "grass", "crops"])
        truth[green] = bits_of(["vegetation"])
        known[green] = ALL & ~plants & ~bits_of(["car", "vehicle", "truck"]) | bits_of(["vegetation"])
        known[bare] = plants
        points = root / "naip_trees" / "points" / f"{path.stem}.geojson"
        discs = np.zeros(red.shape, np.uint8)
        if points.exists():
            for feature in json.loads(points.read_text(encoding="utf-8"))["features"]:
                col, row = to_pixel * tuple(feature["geometry"]["coordinates"][:2])
                cv2.circle(discs, (int(col), int(row)), 3, 1, -1)
        here = (discs > 0) & green
        truth[here] |= bits_of(["trees"])
        known[here] |= plants
        rgb = np.ascontiguousarray(bands[:3].transpose(1, 2, 0)).astype(np.uint8)
        yield Scene(name, "naip", rgb, 0.6, truth, known)


def neon_scenes(root: Path) -> Iterator[Scene]:
    """Yield the NEON plots: the core of each crown's box is a tree; nothing is known elsewhere."""
    for path in sorted((root / "neon_trees").glob("*/*.jpg")):
        notes = path.with_suffix(".xml")
        if not notes.exists():
            continue
        rgb = read_rgb(path)
        boxes = []
        for box in ElementTree.parse(notes).getroot().iter("bndbox"):
            values = [float(box.findtext(key) or 0) for key in ("xmin", "ymin", "xmax", "ymax")]
            boxes.append((values[0], values[1], values[2], values[3]))
        core = _ellipses(rgb.shape, boxes, 0.75)
        truth = np.where(core, bits_of(["trees", "vegetation"]), 0).astype(np.uint32)
        known = np.where(core, ALL, bits_of(["airplane", "ship", "building", "car", "vehicle"])).astype(np.uint32)
        yield Scene(str(path.relative_to(root)), "neon", rgb, 0.1, truth, known)


NEVER = {
    "airplane": ("airplane", "runway"),
    "storage tank": ("storagetanks", "buildings", "harbor", "river"),
    "ship": ("harbor", "river", "beach", "golfcourse"),
    "runway": ("runway", "airplane"),
    "crops": ("agricultural", "river", "sparseresidential"),
    "baseball diamond": ("baseballdiamond", "golfcourse", "mediumresidential"),
}
FULL = {"forest": "trees", "agricultural": "crops"}
EMPTY = ("forest", "agricultural", "chaparral", "beach")


def merced_scenes(root: Path, taken: set[str]) -> Iterator[Scene]:
    """Yield the images of which only the scene class is known: sure absences, and fields and forests as a whole."""
    for path in sorted((root / "uc_merced").glob("*/*.jpg")):
        name, kind = str(path.relative_to(root)), path.parent.name
        if name in taken:
            continue
        rgb = read_rgb(path)
        sure = [thing for thing, where in NEVER.items() if kind not in where]
        if kind in EMPTY:
            sure += ["car", "building", "vehicle", "truck", "parking lot", "tennis court", "swimming pool"]
        truth, known = np.zeros(rgb.shape[:2], np.uint32), np.full(rgb.shape[:2], bits_of(sure), np.uint32)
        if kind in FULL:
            truth |= bits_of([FULL[kind], "vegetation"]) if kind == "forest" else bits_of([FULL[kind]])
            known |= truth
        yield Scene(name, f"merced-{kind}", rgb, 0.3048, truth, known)


def drawn_scenes(root: Path) -> list[Scene]:
    """Return the images of the shared data in which people drew objects, those drawn whole first."""
    scenes = [drawn_scene(root, file, "scenes") for file in sorted((root / "scenes").glob("*.json"))]
    return scenes + [drawn_scene(root, file, "objects") for file in sorted((root / "ucm_objects").glob("*.json"))]


def load_scenes(root: Path) -> list[Scene]:
    """Return every image of the shared data that training may use; the drawn ones first.

    Raises:
        DatasetInvalid: There is none.
        RasterUnreadable: One is damaged.
    """
    scenes = drawn_scenes(root)
    if not scenes:
        raise DatasetInvalid(f"{root} holds no scenes/*.json: name the folder of the training imagery.", path=str(root))
    taken = {scene.path for scene in scenes}
    scenes += [*dubai_scenes(root), *oam_scenes(root, taken), *geneva_scenes(root), *kit_scenes(root)]
    scenes += [*naip_scenes(root, taken), *neon_scenes(root), *merced_scenes(root, taken)]
    return scenes


def split_of(path: str, holdout: dict[str, list[str]]) -> str:
    """Return "val", "test" or "train": where the image at `path`, below the data folder, belongs."""
    for name in ("test", "val"):
        if any(fnmatch.fnmatch(path, pattern) for pattern in holdout[name]):
            return name
    return "train"
