"""VRSBench: 52,472 referring boxes on 29,614 images of 512 px; boxes only, so that recall is all it can tell.

Layout after its repository: Images_{train,val}/, Annotations_{train,val}/<image>.json with {image, objects: [{obj_cls,
obj_coord, referring_sentence}]}; coordinates are shares of the image, from 0 to 1, or percent.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from ..errors import DatasetInvalid, reason_of
from ._refer import read_json
from .base import UNSTATED, Dataset, Sample
from .shapes import Shapes
from .truth import Frame

LICENCE = "VRSBench, Li et al. 2024, annotations CC BY 4.0 (imagery from DOTA and DIOR, academic use)"
UNVERIFIED = "the counts of its splits could not be read anywhere and are not checked."
_REMEDY = "get Images_*.zip and Annotations_*.zip of the data set xiang709/VRSBench and unpack them side by side."
_PERCENT_ABOVE = 1.5


@dataclass(frozen=True)
class RelativeBox(Shapes):
    """A box in shares of the image; its pixels are known once the image's size is."""

    def in_pixels(self, frame: Frame) -> list[BaseGeometry]:
        """Return the box in pixel corners of `frame`."""
        sides = (frame.width, frame.height, frame.width, frame.height)
        return [
            shapely.box(*(share * side for share, side in zip(box.bounds, sides, strict=True)))
            for box in self.geometries
        ]


def is_vrsbench(root: Path) -> bool:
    """Return whether `root` has the layout of VRSBench."""
    return (root / "Annotations_val").is_dir()


def open_vrsbench(root: Path) -> Dataset:
    """Open VRSBench; of its two halves one may be missing.

    Raises:
        DatasetInvalid: Both are missing, or a file is broken.
    """
    halves = [split for split in ("train", "val") if (root / f"Annotations_{split}").is_dir()]
    samples = tuple(sample for split in halves for sample in _half(root, split))
    if not samples:
        raise DatasetInvalid(
            f"{root} has no Annotations_train or Annotations_val with *.json: {_REMEDY}", path=str(root)
        )
    return Dataset("VRSBench", samples, LICENCE, root, unverified=UNVERIFIED)


def _half(root: Path, split: str) -> Iterator[Sample]:
    for path in sorted((root / f"Annotations_{split}").glob("*.json")):
        values = read_json(path, _REMEDY)
        try:
            image = root / f"Images_{split}" / str(values.get("image") or f"{path.stem}.png")
            for number, entry in enumerate(values["objects"], start=1):
                phrase = str(entry.get("referring_sentence") or "").strip()
                if phrase:
                    truth = RelativeBox((_box(entry["obj_coord"]),), kind="box")
                    target = str(entry.get("obj_cls", ""))
                    yield Sample(image, phrase, truth, UNSTATED, target, split, None, image.name, path, number)
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise DatasetInvalid(
                f"{path} is not of the published shape ({reason_of(error)}): {_REMEDY}", path=str(path)
            ) from error


def _box(coordinates: Any) -> BaseGeometry:
    x0, y0, x1, y1 = (float(number) for number in coordinates)
    if not all(0 <= number <= 100 for number in (x0, y0, x1, y1)) or x1 < x0 or y1 < y0:
        raise ValueError(f"obj_coord {coordinates!r}")
    scale = 100 if max(x1, y1) > _PERCENT_ABOVE else 1
    return shapely.box(x0 / scale, y0 / scale, x1 / scale, y1 / scale)
