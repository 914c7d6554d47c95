"""The scene: a picture with its ground truth, made from a seed alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

import cv2
import numpy as np
from numpy.typing import NDArray

from .canvas import Canvas
from .ground import MATERIALS
from .inventory import SceneObject
from .layout import lay_out
from .light import expose, illuminate
from .phrases import Phrase, write_phrases
from .style import draw_style

CLASSES = (
    "airplane", "bare soil", "baseball diamond", "basketball court", "bridge", "building", "bus", "car", "crops",
    "dock", "grass", "parking lot", "railway", "road", "runway", "sand", "ship", "shrubs", "sidewalk", "solar panel",
    "storage tank", "swimming pool", "tennis court", "trees", "truck", "water",
)  # fmt: skip
VEHICLES = ("car", "truck", "bus", "airplane")
STOOD_ON = ("road", "parking lot", "runway", "bridge")
CRS = "EPSG:32645"
Figures = tuple[NDArray[np.int64], NDArray[np.float64], NDArray[np.int64]]
MIN_OBJECT_PX = 5
MIN_REGION_M2 = 12.0


@dataclass(frozen=True)
class Scene:
    """A drawn orthophoto, (H, W, 3) uint8, with exact labels.

    `planes` maps a name to (H, W) int32 labels, 0 for nothing; `transform` is (a, b, c, d, e, f) of
    x = a·col + b·row + c and y = d·col + e·row + f.
    Every object of every class in `CLASSES` is known, so what a phrase does not cover is a sure negative.
    """

    rgb: NDArray[np.uint8]
    gsd_m: float
    seed: int
    transform: tuple[float, float, float, float, float, float]
    crs: str
    region: str
    planes: dict[str, NDArray[np.int32]] = field(repr=False)
    objects: tuple[SceneObject, ...] = field(repr=False)

    def mask(self, indices: tuple[int, ...] | list[int]) -> NDArray[np.bool_]:
        """The pixels of the objects with these indices, (H, W)."""
        covered = np.zeros(self.rgb.shape[:2], bool)
        wanted: dict[str, list[int]] = {}
        for index in indices:
            wanted.setdefault(self.objects[index].plane, []).append(self.objects[index].label)
        for plane, labels in wanted.items():
            table = np.zeros(int(self.planes[plane].max()) + 1, bool)
            table[labels] = True
            covered |= table[self.planes[plane]]
        return covered

    def class_mask(self, class_name: str) -> NDArray[np.bool_]:
        """The pixels of all objects of a class, (H, W)."""
        return self.mask([index for index, item in enumerate(self.objects) if item.class_name == class_name])

    @cached_property
    def phrases(self) -> tuple[Phrase, ...]:
        """Phrases about the scene, each with the objects it means; the same for the same seed."""
        return write_phrases(self.objects, self.planes, self.gsd_m, np.random.default_rng((self.seed, 1)))

    def phrase_mask(self, phrase: Phrase) -> NDArray[np.bool_]:
        """The pixels that a phrase means, (H, W)."""
        return self.mask(phrase.objects)


def generate_scene(seed: int, size_px: int = 1024, gsd_m: float = 0.3, scale: int = 2) -> Scene:
    """Draw a scene of `size_px` squared at `gsd_m` metres a pixel.

    Seeds below 1000 are for the demo and the tests and are never trained on. `scale` is how much finer the drawing is
    than the picture.
    """
    rng = np.random.default_rng((seed, 0))
    style = draw_style(rng)
    canvas = Canvas(rng, size_px * gsd_m, gsd_m / scale)
    lay_out(canvas, style)
    picture = expose(illuminate(canvas, style.sun), scale, style.sensor, rng)
    planes = {"things": shrink(canvas.things, scale), "details": shrink(canvas.details, scale)}
    ground = shrink(canvas.ground.astype(np.int32), scale)
    objects = _standing(canvas, planes)
    objects += _lying(canvas, planes, ground, gsd_m)
    origin = (330_000.0 + 1_500.0 * (seed % 97), 3_060_000.0 + 1_500.0 * (seed % 89))
    transform = (gsd_m, 0.0, origin[0], 0.0, -gsd_m, origin[1])
    return Scene(picture, gsd_m, seed, transform, CRS, style.region.name, planes, tuple(objects))


def shrink(labels: NDArray[np.int32], scale: int) -> NDArray[np.int32]:
    """The most frequent label of each `scale` × `scale` cell (the first of the most frequent in a tie)."""
    if scale == 1:
        return labels
    side = labels.shape[0] // scale
    blocks = labels[: side * scale, : side * scale].reshape(side, scale, side, scale).transpose(0, 2, 1, 3)
    cells = blocks.reshape(side, side, scale * scale)
    votes = np.stack([(cells == cells[..., index : index + 1]).sum(2) for index in range(scale * scale)], axis=2)
    best = votes.argmax(axis=2)
    return np.asarray(np.take_along_axis(cells, best[..., None], axis=2)[..., 0], np.int32)


def _figures(plane: NDArray[np.int32], count: int) -> Figures:
    """Area, centre (row, col) and box (row, col, height, width) of each label 0..count."""
    rows, cols = np.nonzero(plane)
    labels = plane[rows, cols]
    area = np.bincount(labels, minlength=count + 1)
    safe = np.maximum(area, 1)
    centre = np.stack([np.bincount(labels, axis, count + 1) / safe for axis in (rows, cols)], axis=1)
    low = np.full((count + 1, 2), np.iinfo(np.int64).max)
    high = np.full((count + 1, 2), -1)
    for axis, values in enumerate((rows, cols)):
        np.minimum.at(low[:, axis], labels, values)
        np.maximum.at(high[:, axis], labels, values)
    return area, centre, np.concatenate([low, high - low + 1], axis=1)


def _describe(
    class_name: str, words: tuple[str, ...], at: tuple[str, int], figures: Figures, parent: int
) -> SceneObject:
    area, centre, box = (values[at[1]] for values in figures)
    row, col, height, width = (int(value) for value in box)
    return SceneObject(
        class_name, words, *at, int(area), (row, col, height, width), (float(centre[0]), float(centre[1])), parent
    )


def _standing(canvas: Canvas, planes: dict[str, NDArray[np.int32]]) -> list[SceneObject]:
    found: list[SceneObject] = []
    index_of: dict[int, int] = {}
    count = len(canvas.objects)
    figures = {name: _figures(planes[name], count) for name in ("things", "details")}
    gone = np.zeros(count + 1, bool)
    for number, placed in enumerate(canvas.objects, start=1):
        plane = "details" if placed.parent else "things"
        if figures[plane][0][number] < MIN_OBJECT_PX:
            gone[number] = True
            continue
        index_of[number] = len(found)
        parent = index_of.get(placed.parent, -1)
        found.append(_describe(placed.class_name, placed.attributes, (plane, number), figures[plane], parent))
    for name in ("things", "details"):
        planes[name][gone[planes[name]]] = 0
    return found


def _lying(
    canvas: Canvas, planes: dict[str, NDArray[np.int32]], ground: NDArray[np.int32], gsd_m: float
) -> list[SceneObject]:
    """Ground regions: the connected pieces of each class, with what is parked on roads and lots counted in."""
    vehicle = np.array([False] + [placed.class_name in VEHICLES for placed in canvas.objects])[planes["things"]]
    bare = planes["things"] == 0
    found: list[SceneObject] = []
    groups: dict[tuple[str, tuple[str, ...]], list[int]] = {}
    for number, material in enumerate(MATERIALS):
        for class_name in material.classes:
            groups.setdefault((class_name, material.attributes), []).append(number)
    for (class_name, words), numbers in groups.items():
        inside = np.isin(ground, numbers) & (bare | vehicle if class_name in STOOD_ON else bare)
        count, labels = cv2.connectedComponents(inside.astype(np.uint8), connectivity=4, ltype=cv2.CV_32S)
        if count <= 1:
            continue
        name = " ".join((class_name, *words))
        planes[name] = np.asarray(labels, np.int32)
        figures = _figures(planes[name], count)
        least = 1 if class_name in ("road", "bridge", "railway", "sidewalk", "water") else MIN_REGION_M2 / gsd_m**2
        for label in range(1, count):
            if figures[0][label] >= max(least, 1):
                found.append(_describe(class_name, words, (name, label), figures, -1))
    return found
