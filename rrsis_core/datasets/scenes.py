"""Scenes drawn whole by hand: one JSON an image with objects, their attributes, and phrases that mean some of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

from ..errors import DatasetInvalid
from .base import ABSENT, Dataset, Sample
from .shapes import Shapes, parse_polygons
from .truth import Nothing, Truth

LICENCE = (
    "Drawings CC0 (building outlines of OpenAerialMap scenes from OpenStreetMap, ODbL); imagery as its sources say"
)
PLURALS = {
    "airplane": "airplanes",
    "baseball diamond": "baseball diamonds",
    "basketball court": "basketball courts",
    "bridge": "bridges",
    "building": "buildings",
    "bus": "buses",
    "car": "cars",
    "dock": "docks",
    "parking lot": "parking lots",
    "road": "roads",
    "runway": "runways",
    "ship": "ships",
    "sidewalk": "sidewalks",
    "soccer field": "soccer fields",
    "solar panel": "solar panels",
    "storage tank": "storage tanks",
    "swimming pool": "swimming pools",
    "tennis court": "tennis courts",
    "trailer": "trailers",
    "truck": "trucks",
}


@dataclass(frozen=True)
class Drawing:
    """One image drawn by hand.

    Args:
        source: The JSON file.
        root: The folder above `scenes/` and `ucm_objects/`; places and hold-outs are relative to it.
        image: The raster.
        gsd_m: Metres a pixel.
        complete: Classes of which every instance is drawn, absent ones too.
        classes: The class of each object.
        shapes: The polygons of each object, in pixel corners.
        phrases: {phrase, kind, objects} each.
    """

    source: Path
    root: Path
    image: Path
    gsd_m: float
    complete: tuple[str, ...]
    classes: tuple[str, ...]
    shapes: tuple[Shapes, ...]
    phrases: tuple[dict[str, Any], ...]

    @property
    def relative(self) -> str:
        """The image's path below the root, with forward slashes."""
        return self.image.resolve().relative_to(self.root.resolve()).as_posix()

    def truth(self, objects: Iterable[int]) -> Truth:
        """Return the polygons of some objects together."""
        drawn = tuple(shape for index in objects for shape in self.shapes[index].geometries)
        return Shapes(drawn) if drawn else Nothing()


def read_drawing(path: Path) -> Drawing:
    """Read one drawing.

    Raises:
        DatasetInvalid: It is no JSON of this shape.
    """
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        drawing = Drawing(
            source=path,
            root=path.parent.parent,
            image=path.parent / values["image"],
            gsd_m=float(values["gsd_m"]),
            complete=tuple(values["complete"]),
            classes=tuple(item["class"] for item in values["objects"]),
            shapes=tuple(parse_polygons(item["polygons"]) for item in values["objects"]),
            phrases=tuple(values.get("phrases", ())),
        )
        _check_phrases(drawing)
    except (OSError, ValueError, KeyError, TypeError, IndexError, RecursionError) as error:
        raise DatasetInvalid(f"{path} is no drawing of a scene ({error}): copy it again.", path=str(path)) from error
    return drawing


def _check_phrases(drawing: Drawing) -> None:
    for entry in drawing.phrases:
        if not isinstance(entry["phrase"], str) or not entry["phrase"].strip() or not isinstance(entry["kind"], str):
            raise ValueError(f"the entry {entry!r} has no phrase or kind")
        if any(not 0 <= index < len(drawing.shapes) for index in entry["objects"]):
            raise ValueError(f'the phrase "{entry["phrase"]}" means an object that is not drawn')


def read_holdout(path: Path) -> dict[str, list[str]]:
    """Read which places are held out: {"val": [globs], "test": [globs]} of image paths below the data folder.

    Raises:
        DatasetInvalid: The file is missing or of another shape.
    """
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        holdout = {split: [str(glob) for glob in values[split]] for split in ("val", "test")}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DatasetInvalid(
            f'{path} is no hold-out list {{"val": […], "test": […]}}: {error}', path=str(path)
        ) from error
    return holdout


def split_of(relative: str, holdout: dict[str, list[str]] | None) -> str:
    """Return "train", "val" or "test" for an image path below the data folder; "" without a hold-out list."""
    if holdout is None:
        return ""
    for split, globs in holdout.items():
        if any(fnmatch(relative, glob) for glob in globs):
            return split
    return "train"


def place_of(relative: str) -> str:
    """Return the place that an image shows: a town, a city, an area; its own path where it is alone."""
    parts = Path(relative).parts
    if parts[0] == "oam":
        return f"oam/{parts[1].removesuffix('_b')}"
    if parts[0] in ("naip_trees", "estonia", "kit_ais", "neon_trees"):
        name = Path(relative).stem.removeprefix("image_")
        city = name.split("_20")[0] if parts[0] == "naip_trees" else name.split("_")[0]
        return f"{parts[0]}/{city}"
    return f"dubai/{parts[1]}" if parts[0] == "dubai" else str(Path(relative).with_suffix(""))


def open_scenes(root: Path, holdout: dict[str, list[str]] | None = None) -> Dataset:
    """Open the phrases written by hand in `root`/scenes.

    Raises:
        DatasetInvalid: The folder is missing, or a drawing is broken.
    """
    samples = [sample for drawing in _drawings(root / "scenes") for sample in _hand_written(drawing, holdout)]
    return Dataset("scenes", tuple(samples), LICENCE, root)


def open_objects(root: Path, holdout: dict[str, list[str]] | None = None) -> Dataset:
    """Open the drawings in `root`/ucm_objects, a phrase for every class that is drawn completely, absent ones too.

    Raises:
        DatasetInvalid: The folder is missing, or a drawing is broken.
    """
    samples = [sample for drawing in _drawings(root / "ucm_objects") for sample in _categories(drawing, holdout)]
    return Dataset("ucm-objects", tuple(samples), LICENCE, root)


def _drawings(folder: Path) -> Iterator[Drawing]:
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise DatasetInvalid(f"{folder} holds no drawings (*.json): give the folder above it.", path=str(folder))
    return map(read_drawing, paths)


def _hand_written(drawing: Drawing, holdout: dict[str, list[str]] | None) -> Iterator[Sample]:
    for number, entry in enumerate(drawing.phrases, start=1):
        classes = {drawing.classes[index] for index in entry["objects"]}
        target = classes.pop() if len(classes) == 1 else ""
        yield _sample(drawing, holdout, entry["phrase"], entry["kind"], target, entry["objects"], number)


def _categories(drawing: Drawing, holdout: dict[str, list[str]] | None) -> Iterator[Sample]:
    for number, name in enumerate(drawing.complete, start=1):
        objects = [index for index, drawn in enumerate(drawing.classes) if drawn == name]
        kind = "category" if objects else ABSENT
        yield _sample(drawing, holdout, PLURALS.get(name, name), kind, name, objects, number)


def _sample(
    drawing: Drawing,
    holdout: dict[str, list[str]] | None,
    phrase: str,
    kind: str,
    target: str,
    objects: list[int],
    number: int,
) -> Sample:
    relative = drawing.relative
    return Sample(
        image=drawing.image,
        phrase=phrase,
        truth=drawing.truth(objects),
        kind=kind,
        target=target,
        split=split_of(relative, holdout),
        gsd_m=drawing.gsd_m,
        place=place_of(relative),
        source=drawing.source,
        line=number,
    )
