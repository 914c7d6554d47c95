"""Measure a model on a data set: every phrase of every image, counted on the image's own pixels."""

from __future__ import annotations

import platform
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy import ndimage

from .. import __version__
from ..datasets.base import Dataset, Sample, has_truth
from ..datasets.shapes import Shapes
from ..datasets.truth import Frame, Mask, read_frame, resize_nearest
from ..errors import (
    DatasetInvalid,
    MaskUnreadable,
    OutputNotWritable,
    PhraseInvalid,
    RasterUnreadable,
    RasterUnsupported,
    RrsisError,
    SampleSkipped,
    warn,
)
from .finders import Finder
from .gallery import Gallery
from .metrics import (
    SIZES_PX,
    Calibration,
    PhraseScore,
    Table,
    authors_summary,
    bootstrap,
    count_pixels,
    group_by,
    recalled_boxes,
    recalled_points,
    summarise,
)

Floats = NDArray[np.float32]
BOX_IOUS = (0.5, 0.7)
IMAGE_ERRORS = (RasterUnreadable, RasterUnsupported, PhraseInvalid)  # others are not the fault of one image
TRUTH_ERRORS = (DatasetInvalid, MaskUnreadable)
_NEIGHBOURS = np.ones((3, 3), dtype=int)


@dataclass(frozen=True)
class Skipped:
    """Phrases that could not be measured, and why."""

    image: str
    lines: tuple[int, ...]
    reason: str


@dataclass
class Recall:
    """Objects marked by boxes or points, and how many of them were found."""

    phrases: int = 0
    objects: int = 0
    recalled: dict[str, int] = field(default_factory=dict)

    def add(self, objects: int, recalled: dict[str, int]) -> None:
        """Count the objects of one phrase."""
        self.phrases += 1
        self.objects += objects
        for name, count in recalled.items():
            self.recalled[name] = self.recalled.get(name, 0) + count

    def to_json(self) -> dict[str, Any]:
        """Return the counts and the recall of each rule."""
        shares = {f"recall {name}": count / max(self.objects, 1) for name, count in self.recalled.items()}
        return {"phrases": self.phrases, "objects": self.objects, **shares}


@dataclass
class Evaluation:
    """What came of measuring one model on one split.

    Args:
        data, split, model, threshold: What was measured, and how.
        scores: One entry a phrase with a mask or polygons, absent ones too.
        boxes, points: What boxes and points allow to say.
        calibration: Stated against observed probability.
        skipped: What could not be measured.
        measured: The images that could.
        gallery: Examples for the report.
    """

    data: str
    split: str
    model: str
    threshold: float
    scores: list[PhraseScore] = field(default_factory=list)
    boxes: Recall = field(default_factory=Recall)
    points: Recall = field(default_factory=Recall)
    calibration: Calibration = field(default_factory=Calibration)
    skipped: list[Skipped] = field(default_factory=list)
    gallery: Gallery = field(default_factory=Gallery)
    measured: set[Path] = field(default_factory=set)
    authors: Table | None = None
    intervals: dict[str, tuple[float, float]] = field(default_factory=dict)

    @property
    def images(self) -> int:
        """How many images were measured."""
        return len(self.measured)

    @property
    def summary(self) -> Table:
        """The figures over all phrases."""
        return summarise(self.scores)

    def groups(self) -> dict[str, dict[str, Table]]:
        """The figures by kind, target and object size."""
        sizes = group_by([score for score in self.scores if score.has_target], lambda score: score.size)
        return {
            "kind": group_by(self.scores, lambda score: score.kind),
            "target": group_by(self.scores, lambda score: score.target),
            "object size": {name: sizes[name] for name, _ in SIZES_PX if name in sizes},
        }

    def to_json(self) -> dict[str, Any]:
        """Return everything but the pictures, NaN as None."""
        values: dict[str, Any] = _plain(
            {
                "data": self.data,
                "split": self.split,
                "model": self.model,
                "threshold": self.threshold,
                "images": self.images,
                "places": len({score.place for score in self.scores}),
                "scores": self.summary,
                "intervals": self.intervals,
                "by": self.groups(),
                "boxes": self.boxes.to_json(),
                "points": self.points.to_json(),
                "calibration": self.calibration.to_json(),
                "authors_rule": self.authors,
                "skipped": [vars(one) for one in self.skipped],
                "software": {"rrsis": __version__, "python": platform.python_version(), "torch": version("torch")},
                "phrases": [score.to_json() for score in self.scores],
            }
        )
        return values


def _plain(value: Any) -> Any:
    """Return `value` as JSON knows it: NaN becomes None, tuples lists."""
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(inner) for inner in value]
    return None if isinstance(value, float) and value != value else value


def evaluate(
    dataset: Dataset,
    finder: Finder,
    *,
    split: str | None = None,
    threshold: float = 0.5,
    masks: Path | None = None,
    examples: int = 0,
    watch: Callable[[Iterable[Any]], Iterable[Any]] = iter,
) -> Evaluation:
    """Ask for every phrase of a split and count what was found.

    An image that cannot be read, or a phrase whose truth cannot, is named in `skipped`, and the rest goes on.

    Args:
        dataset: What is measured on.
        finder: What is measured.
        split: Its name; None takes every sample.
        threshold: Probability from which a pixel counts as found.
        masks: A folder for the found masks, one PNG a line (0 and 255), also of lines of other splits where all lines
            stand in one file.
        examples: How many examples of each sort are kept for a report.
        watch: Wraps the list of images, for a progress bar.

    Raises:
        DatasetInvalid: The split is missing, or nothing of it could be measured.
        OutputNotWritable: The folder for the masks cannot be written.
    """
    samples = dataset.split(split)
    result = Evaluation(dataset.name, split or "all", finder.name, threshold, gallery=Gallery(examples))
    counted = set(map(id, samples))
    writer = MaskWriter(masks, dataset.samples) if masks else None
    for group in watch(_groups(dataset.samples if writer and writer.one_file else samples)):
        asked = [sample for sample in group if id(sample) in counted]
        try:
            _measure_image(group, finder, result, writer, counted)
            result.measured |= {sample.image for sample in asked}
        except IMAGE_ERRORS as error:
            _skip(result, asked or group, error)
    if not result.images:
        raise DatasetInvalid(
            f"No image of {dataset.root} could be measured; the first failed because: {result.skipped[0].reason}",
            path=str(dataset.root),
        )
    result.intervals = bootstrap(result.scores)
    return result


def _groups(samples: Sequence[Sample]) -> list[list[Sample]]:
    """Return the samples of each image at each stated pixel size, to be asked in one pass."""
    groups: dict[tuple[Path, float | None], list[Sample]] = {}
    for sample in samples:
        groups.setdefault((sample.image, sample.gsd_m), []).append(sample)
    return list(groups.values())


def _skip(result: Evaluation, samples: Sequence[Sample], error: RrsisError) -> None:
    lines = tuple(sample.line for sample in samples)
    reason = error.message.removeprefix(f"{samples[0].where}: ")
    result.skipped.append(Skipped(str(samples[0].image), lines, reason))
    named = ", ".join(map(str, lines[:5])) + (" …" if len(lines) > 5 else "")
    warn(SampleSkipped(f"{samples[0].source}, line {named}: left out ({reason})", path=str(samples[0].image)))


def _measure_image(
    samples: list[Sample], finder: Finder, result: Evaluation, writer: MaskWriter | None, counted: set[int]
) -> None:
    """Ask for the phrases of one image, each distinct one once, and count those whose identity is in `counted`."""
    image, gsd_m = samples[0].image, samples[0].gsd_m
    frame = read_frame(image)
    asking: dict[str, list[Sample]] = {}
    for sample in samples:
        asking.setdefault(sample.phrase, []).append(sample)
    for plane, same in zip(finder.find(image, frame, list(asking), gsd_m), asking.values(), strict=True):
        found = plane >= result.threshold
        for sample in same:
            if writer:
                writer.write(sample, found)
            if id(sample) in counted and has_truth(sample):
                _measure_sample(sample, frame, plane, found, result)


def _measure_sample(sample: Sample, frame: Frame, plane: Floats, found: Mask, result: Evaluation) -> None:
    try:
        if isinstance(sample.truth, Shapes) and not sample.truth.exact:
            _measure_marks(sample, sample.truth, frame, found, result)
        else:
            _count(sample, frame, plane, found, result)
    except TRUTH_ERRORS as error:
        _skip(result, [sample], error)


def _count(sample: Sample, frame: Frame, plane: Floats, found: Mask, result: Evaluation) -> None:
    """Count pixels; at the network's size the truth is brought there, nearest pixel, as the authors' scripts do."""
    truth = sample.mask(frame)
    parts = ndimage.label(truth, _NEIGHBOURS)[1]
    object_px = np.count_nonzero(truth) / parts if parts else 0.0
    if plane.shape != truth.shape:
        truth = resize_nearest(truth, (plane.shape[0], plane.shape[1]))
    score = PhraseScore(
        key=f"{sample.source.name}:{sample.line}",
        phrase=sample.phrase,
        kind=sample.kind,
        target=sample.target,
        place=sample.place or str(sample.image),
        image=sample.image.name,
        object_px=float(object_px),
        **count_pixels(found, truth),
    )
    result.scores.append(score)
    result.calibration.add(plane, truth)
    result.gallery.offer(sample.image, frame, score, found, truth)


def _measure_marks(sample: Sample, truth: Shapes, frame: Frame, found: Mask, result: Evaluation) -> None:
    """Count the boxes met by a connected part of what was found, or the points that lie on it."""
    marks = truth.marks(frame)
    sample.check(bool(marks), "layer", truth.kind)
    if truth.kind == "point":
        places = np.array([[mark.x, mark.y] for mark in marks], dtype=np.float64).reshape(-1, 2)
        result.points.add(len(marks), {"on a found pixel": recalled_points(found, places)})
        return
    corners = np.array([mark.bounds for mark in marks], dtype=np.float64).reshape(-1, 4)
    parts = part_boxes(found)
    result.boxes.add(len(marks), {f"IoU {limit}": recalled_boxes(parts, corners, limit) for limit in BOX_IOUS})


def part_boxes(mask: Mask) -> NDArray[np.float64]:
    """Return the boxes (N, 4: xmin, ymin, xmax, ymax) of the connected parts of a mask, in pixel corners."""
    slices = ndimage.find_objects(ndimage.label(mask, _NEIGHBOURS)[0])
    boxes = [(cols.start, rows.start, cols.stop, rows.stop) for rows, cols in slices]
    return np.array(boxes, dtype=np.float64).reshape(-1, 4)


class MaskWriter:
    """Writes found masks as PNGs named by the line of their sample, or by file and line where a set has several files.

    Raises:
        OutputNotWritable: The folder cannot be made.
    """

    def __init__(self, folder: Path, samples: Sequence[Sample]) -> None:
        self._folder = folder
        self.one_file = len({sample.source for sample in samples}) == 1
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise _not_writable(folder, error) from error

    def write(self, sample: Sample, found: Mask) -> None:
        """Write one mask, 0 and 255.

        Raises:
            OutputNotWritable: The disk is full or the folder read-only.
        """
        name = f"{sample.line}.png" if self.one_file else f"{sample.source.stem}_{sample.line}.png"
        try:
            Image.fromarray(np.where(found, np.uint8(255), np.uint8(0))).save(self._folder / name)
        except OSError as error:
            raise _not_writable(self._folder / name, error) from error


def _not_writable(path: Path, error: OSError) -> OutputNotWritable:
    return OutputNotWritable(f"{path} cannot be written ({error}): choose another folder.", path=str(path))


def authors_rule(
    dataset: Dataset,
    finder: Finder,
    *,
    split: str | None = None,
    watch: Callable[[Iterable[Any]], Iterable[Any]] = iter,
) -> Table:
    """Return the figures by the authors' own rules: network size, threshold 0.5, absent phrases scoring 0."""
    return authors_summary(evaluate(dataset, finder, split=split, watch=watch).scores)
