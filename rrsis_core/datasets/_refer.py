"""What data sets share that come as REFER does: a pickle of references, and COCO annotations that they point to."""

from __future__ import annotations

import io
import json
import pickle  # nosec B403  # read below by a class that refuses all but plain data
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import shapely

from ..errors import DatasetInvalid, reason_of
from .base import ABSENT, UNSTATED, Sample
from .shapes import Shapes
from .truth import MaskFile, Nothing, RunLengths, Truth

_MOST_PX = 2**28
_HARMLESS = {"list", "dict", "tuple", "set", "frozenset"}
_BROKEN = (
    pickle.UnpicklingError, EOFError, AttributeError, ValueError, LookupError, TypeError, ImportError, OverflowError,
    MemoryError, RecursionError,
)  # fmt: skip


class _PlainUnpickler(pickle.Unpickler):
    """Reads containers, numbers and texts, and calls nothing."""

    def find_class(self, module: str, name: str) -> Any:
        """Return a plain container, and refuse everything else."""
        if module in ("builtins", "__builtin__") and name in _HARMLESS:
            return super().find_class("builtins", name)
        raise pickle.UnpicklingError(f"it wants to load {module}.{name}, which a list of references has no need of")


def read_plain_pickle(path: Path, remedy: str) -> Any:
    """Return what a pickle holds, if that is plain data; nothing in it is ever run.

    Raises:
        DatasetInvalid: It is missing, broken, or wants to load code.
    """
    try:
        return _PlainUnpickler(io.BytesIO(path.read_bytes()), encoding="latin-1").load()
    except OSError as error:
        raise DatasetInvalid(f"{path} cannot be read ({error}): {remedy}", path=str(path)) from error
    except _BROKEN as error:
        raise DatasetInvalid(f"{path} is no plain pickle of references ({error}): {remedy}", path=str(path)) from error


def read_json(path: Path, remedy: str) -> Any:
    """Return what a JSON file holds.

    Raises:
        DatasetInvalid: It is missing or no JSON.
    """
    try:
        return json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise DatasetInvalid(f"{path} cannot be read ({error}): {remedy}", path=str(path)) from error
    except (ValueError, RecursionError) as error:
        raise DatasetInvalid(f"{path} is no JSON ({error}): {remedy}", path=str(path)) from error


@dataclass(frozen=True)
class ReferFiles:
    """Where the files of such a data set lie.

    Args:
        references: The pickle.
        instances: The COCO annotations.
        images: The folder of images.
        masks: A folder of masks named as the images, for annotations without a segmentation, or None.
        remedy: Where to get what is missing.
        absent: Whether a reference without a segmentation means that nothing is there; an error otherwise.
    """

    references: Path
    instances: Path
    images: Path
    masks: Path | None
    remedy: str
    absent: bool = False


def read_refer(files: ReferFiles) -> Iterator[Sample]:
    """Yield a sample for every sentence of every reference.

    Raises:
        DatasetInvalid: A file is missing, or a reference does not have the published shape.
    """
    references = read_plain_pickle(files.references, files.remedy)
    instances = read_json(files.instances, files.remedy)
    number = 0
    try:
        annotations = {entry["id"]: entry for entry in instances["annotations"]}
        images = {entry["id"]: entry["file_name"] for entry in instances["images"]}
        classes = {entry["id"]: str(entry["name"]) for entry in instances.get("categories", [])}
        for number, reference in enumerate(references, start=1):
            annotation = annotations.get(reference["ann_id"], {})
            name = str(images.get(reference["image_id"]) or reference["file_name"])
            truth = _truth(annotation, name, files)
            target = classes.get(reference.get("category_id", annotation.get("category_id")), "")
            for sentence in reference["sentences"]:
                yield _sample(files, reference, sentence, name, truth, target, number)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
        raise DatasetInvalid(
            f"{files.references}, reference {number}: not of the published shape ({reason_of(error)}): {files.remedy}",
            path=str(files.references),
            line=number,
        ) from error


def _sample(
    files: ReferFiles, reference: Any, sentence: Any, name: str, truth: Truth, target: str, number: int
) -> Sample:
    phrase = str(sentence.get("raw") or sentence["sent"]).strip()
    if not phrase:
        raise ValueError("a sentence is empty")
    return Sample(
        image=files.images / name,
        phrase=phrase,
        truth=truth,
        kind=ABSENT if isinstance(truth, Nothing) else UNSTATED,
        target=target,
        split=str(reference["split"]),
        place=name,
        source=files.references,
        line=number,
    )


def _truth(annotation: Any, name: str, files: ReferFiles) -> Truth:
    """Return run lengths, polygons, a mask file, or nothing where the annotation is empty and may be."""
    segmentation = annotation.get("segmentation")
    if isinstance(segmentation, list) and len(segmentation) == 1 and isinstance(segmentation[0], dict):
        segmentation = segmentation[0]
    if isinstance(segmentation, dict):
        return _run_lengths(segmentation)
    if segmentation:
        return Shapes(tuple(_ring(numbers) for numbers in segmentation))
    mask = files.masks / name if files.masks is not None else None
    if mask is not None and mask.is_file():
        return MaskFile(mask, resize=True)
    if files.absent:
        return Nothing()
    raise ValueError(f"it has no segmentation in {files.instances}" + (f", and {mask} is missing" if mask else ""))


def _run_lengths(segmentation: dict[str, Any]) -> RunLengths:
    height, width = (int(length) for length in segmentation["size"])
    if height < 1 or width < 1 or height * width > _MOST_PX:
        raise ValueError(f"a mask of {height} × {width} pixels")
    counts = segmentation["counts"]
    text = counts.decode("ascii") if isinstance(counts, bytes) else counts
    return RunLengths(height, width, text if isinstance(text, str) else tuple(map(int, text)), resize=True)


def _ring(numbers: Any) -> shapely.Polygon:
    """Return COCO's flat list x, y, x, y, … as a polygon."""
    return shapely.Polygon(list(zip(numbers[0::2], numbers[1::2], strict=True)))
