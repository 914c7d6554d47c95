"""Figures of merit: counts of one phrase, and what they add up to over many, with intervals over places.

P@X is the share of phrases with IoU of at least X, mIoU the mean IoU a phrase, oIoU the sum of intersections over the
sum of unions; all over phrases with a target. One without is right when less than 0.1 % of the image is found.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

Mask = NDArray[np.bool_]
Table = dict[str, float]

THRESHOLDS = (0.5, 0.6, 0.7, 0.8, 0.9)
_PAIRS = 2**18  # of boxes that are compared at a time: some 20 MB
NO_TARGET_SHARE = 0.001
SIZES_PX = (("tiny (< 16² px)", 16**2), ("small (< 32² px)", 32**2), ("medium (< 96² px)", 96**2), ("large", math.inf))
RESAMPLES = 1000
_CHUNK_PX = 2**22  # pixels counted at a time, so that a large image needs no more memory


@dataclass(frozen=True)
class PhraseScore:
    """What is counted of one phrase.

    Args:
        key: Names the phrase in its data set, for pairing two runs.
        phrase, kind, target, place, image: As the data set states them.
        intersection_px, union_px, truth_px, found_px, image_px: Pixels.
        object_px: Mean area of the truth's connected parts; 0 without one.
    """

    key: str
    phrase: str
    kind: str
    target: str
    place: str
    image: str
    intersection_px: int
    union_px: int
    truth_px: int
    found_px: int
    image_px: int
    object_px: float = 0.0

    @property
    def has_target(self) -> bool:
        """Whether the truth has a pixel."""
        return self.truth_px > 0

    @property
    def iou(self) -> float:
        """Intersection over union in [0, 1]; 0 where both are empty, as the authors' code has it."""
        return self.intersection_px / self.union_px if self.union_px else 0.0

    @property
    def rejected(self) -> bool:
        """Whether less than 0.1 % of the image was found."""
        return self.found_px < NO_TARGET_SHARE * self.image_px

    @property
    def size(self) -> str:
        """The size class of the object."""
        return next(name for name, limit in SIZES_PX if self.object_px < limit)

    def to_json(self) -> dict[str, Any]:
        """Return the fields and the IoU."""
        return {**asdict(self), "iou": round(self.iou, 6)}

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> PhraseScore:
        """Return the score that `to_json` wrote."""
        return cls(**{name: values[name] for name in cls.__dataclass_fields__})


def count_pixels(found: Mask, truth: Mask) -> dict[str, int]:
    """Return the pixel counts of two (H, W) masks, by the names of PhraseScore."""
    intersection = int(np.count_nonzero(found & truth))
    found_px, truth_px = int(np.count_nonzero(found)), int(np.count_nonzero(truth))
    return {
        "intersection_px": intersection,
        "union_px": found_px + truth_px - intersection,
        "truth_px": truth_px,
        "found_px": found_px,
        "image_px": int(truth.size),
    }


def summarise(scores: Sequence[PhraseScore]) -> Table:
    """Return P@0.5 … P@0.9, oIoU, mIoU, no-target accuracy in [0, 1] and the phrase counts; NaN where none counts."""
    return _figures(_columns(scores), np.ones(len(scores)))


def authors_summary(scores: Sequence[PhraseScore]) -> Table:
    """Return the figures as the authors' test scripts have them: over all phrases, an empty one scoring 0."""
    iou = np.array([score.iou for score in scores])
    union = sum(score.union_px for score in scores)
    table = {f"P@{limit}": _mean(iou >= limit) for limit in THRESHOLDS}
    table["oIoU"] = sum(score.intersection_px for score in scores) / union if union else math.nan
    return {**table, "mIoU": _mean(iou), "phrases": float(len(scores))}


def _mean(values: NDArray[Any]) -> float:
    return float(values.mean()) if values.size else math.nan


@dataclass(frozen=True)
class _Columns:
    """Scores as arrays of one entry a phrase."""

    intersection: NDArray[np.float64]
    union: NDArray[np.float64]
    iou: NDArray[np.float64]
    target: Mask
    rejected: Mask


def _columns(scores: Sequence[PhraseScore]) -> _Columns:
    return _Columns(
        intersection=np.array([score.intersection_px for score in scores], dtype=np.float64),
        union=np.array([score.union_px for score in scores], dtype=np.float64),
        iou=np.array([score.iou for score in scores], dtype=np.float64),
        target=np.array([score.has_target for score in scores], dtype=bool),
        rejected=np.array([score.rejected for score in scores], dtype=bool),
    )


def _figures(columns: _Columns, weight: NDArray[np.float64]) -> Table:
    """Return the figures where phrase i counts `weight[i]` times."""
    with_target, without = weight * columns.target, weight * ~columns.target
    table = {f"P@{limit}": _ratio(with_target @ (columns.iou >= limit), with_target.sum()) for limit in THRESHOLDS}
    table["oIoU"] = _ratio(with_target @ columns.intersection, with_target @ columns.union)
    table["mIoU"] = _ratio(with_target @ columns.iou, with_target.sum())
    table["no-target accuracy"] = _ratio(without @ columns.rejected, without.sum())
    table["phrases with a target"] = float(with_target.sum())
    table["phrases without a target"] = float(without.sum())
    return table


def _ratio(part: Any, whole: Any) -> float:
    return float(part / whole) if whole else math.nan


def group_by(scores: Iterable[PhraseScore], key: Callable[[PhraseScore], str]) -> dict[str, Table]:
    """Return a summary for each value of `key`, the most frequent first; phrases whose value is "" are left out."""
    groups: dict[str, list[PhraseScore]] = {}
    for score in scores:
        if name := key(score):
            groups.setdefault(name, []).append(score)
    return {name: summarise(groups[name]) for name in sorted(groups, key=lambda name: -len(groups[name]))}


def _draws(places: Sequence[str], resamples: int, seed: int) -> Iterator[NDArray[np.float64]]:
    """Yield weights (phrases,): places drawn with replacement, a phrase counting as often as its place."""
    names, index = np.unique(np.array(places), return_inverse=True)
    random = np.random.default_rng(seed)
    for _ in range(resamples):
        drawn = np.bincount(random.integers(len(names), size=len(names)), minlength=len(names))
        yield drawn[index].astype(np.float64)


def bootstrap(
    scores: Sequence[PhraseScore], resamples: int = RESAMPLES, seed: int = 0
) -> dict[str, tuple[float, float]]:
    """Return the 95 % interval of each figure by drawing places, not pixels or phrases, with replacement.

    A figure that no resample has is left out.
    """
    if not scores:
        return {}
    columns = _columns(scores)
    tables = [_figures(columns, weight) for weight in _draws([score.place for score in scores], resamples, seed)]
    return _intervals(tables)


def _intervals(tables: list[Table]) -> dict[str, tuple[float, float]]:
    intervals = {}
    for name in tables[0]:
        values = np.array([table[name] for table in tables])
        values = values[~np.isnan(values)]
        if values.size and not name.startswith("phrases"):
            low, high = np.percentile(values, [2.5, 97.5])
            intervals[name] = (float(low), float(high))
    return intervals


def compare(
    ours: Sequence[PhraseScore], theirs: Sequence[PhraseScore], resamples: int = RESAMPLES, seed: int = 0
) -> dict[str, dict[str, float]]:
    """Return ours minus theirs on the phrases of both, with the 95 % interval of a paired bootstrap over places.

    The same phrase has the same key, words and image in both; of another data set hardly any has.
    """
    others = {_identity(score): score for score in theirs}
    pairs = [(score, others[_identity(score)]) for score in ours if _identity(score) in others]
    if not pairs:
        return {}
    first, second = (_columns(side) for side in zip(*pairs, strict=True))
    plain = np.ones(len(pairs))
    whole = _difference(_figures(first, plain), _figures(second, plain))
    weights = _draws([score.place for score, _ in pairs], resamples, seed)
    intervals = _intervals([_difference(_figures(first, weight), _figures(second, weight)) for weight in weights])
    return {
        name: {"difference": whole[name], "low": low, "high": high, "phrases": float(len(pairs))}
        for name, (low, high) in intervals.items()
    }


def _identity(score: PhraseScore) -> tuple[str, str, str]:
    return score.key, score.phrase, score.image


def _difference(ours: Table, theirs: Table) -> Table:
    return {name: ours[name] - theirs[name] for name in ours}


@dataclass
class Calibration:
    """How often pixels of a stated probability are right, gathered image by image.

    Args:
        bins: Equal steps of probability from 0 to 1.
    """

    bins: int = 20
    pixels: NDArray[np.int64] = field(init=False)
    positives: NDArray[np.int64] = field(init=False)
    stated: NDArray[np.float64] = field(init=False)

    def __post_init__(self) -> None:
        """Start with no pixel counted."""
        self.pixels = np.zeros(self.bins, dtype=np.int64)
        self.positives = np.zeros(self.bins, dtype=np.int64)
        self.stated = np.zeros(self.bins)

    def add(self, probability: NDArray[np.float32], truth: Mask) -> None:
        """Count the pixels of one phrase, (H, W) probability in [0, 1] and truth."""
        flat, right = probability.ravel(), truth.ravel()
        for start in range(0, flat.size, _CHUNK_PX):
            values = flat[start : start + _CHUNK_PX]
            index = np.minimum((values * self.bins).astype(np.intp), self.bins - 1)
            self.pixels += np.bincount(index, minlength=self.bins)
            self.positives += np.bincount(index[right[start : start + _CHUNK_PX]], minlength=self.bins)
            self.stated += np.bincount(index, weights=values, minlength=self.bins)

    @property
    def error(self) -> float:
        """The expected calibration error: mean |stated - observed|, weighted by pixels."""
        gaps = np.abs(self.stated - self.positives)
        return float(gaps.sum() / self.pixels.sum()) if self.pixels.any() else math.nan

    def to_json(self) -> dict[str, Any]:
        """Return the curve: stated and observed probability and pixels of each bin that has any, and the error."""
        filled = self.pixels > 0
        return {
            "stated": (self.stated[filled] / self.pixels[filled]).tolist(),
            "observed": (self.positives[filled] / self.pixels[filled]).tolist(),
            "pixels": self.pixels[filled].tolist(),
            "error": self.error,
        }


def box_iou(first: NDArray[np.float64], second: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the (N, M) IoU of boxes (N, 4) and (M, 4): xmin, ymin, xmax, ymax."""
    low = np.maximum(first[:, None, :2], second[None, :, :2])
    high = np.minimum(first[:, None, 2:], second[None, :, 2:])
    shared = np.clip(high - low, 0, None).prod(axis=2)
    areas = [np.clip(side[:, 2:] - side[:, :2], 0, None).prod(axis=1) for side in (first, second)]
    union = areas[0][:, None] + areas[1][None, :] - shared
    return np.asarray(np.divide(shared, union, out=np.zeros_like(shared), where=union > 0))


def recalled_boxes(parts: NDArray[np.float64], truth: NDArray[np.float64], iou: float) -> int:
    """Return how many of the `truth` boxes (M, 4) some predicted box (N, 4) meets with `iou` or more, each once.

    The nearest pair goes first. Pairs are looked for by lots of `_PAIRS`, so that memory does not grow with N × M.
    """
    found: list[tuple[float, int, int]] = []
    lot = max(1, _PAIRS // max(1, len(truth)))
    for first in range(0, len(parts), lot):
        overlap = box_iou(parts[first : first + lot], truth)
        near = np.argwhere(overlap >= iou)
        found += [(-overlap[part, box], first + part, box) for part, box in near.tolist()]
    parts_taken: set[int] = set()
    boxes_taken: set[int] = set()
    for _, part, box in sorted(found):
        if part not in parts_taken and box not in boxes_taken:
            parts_taken.add(part)
            boxes_taken.add(box)
    return len(boxes_taken)


def recalled_points(found: Mask, points: NDArray[np.float64]) -> int:
    """Return how many (x, y) points, in pixel corners, lie on a found pixel; those outside the image do not."""
    cols, rows = np.floor(points[:, 0]).astype(int), np.floor(points[:, 1]).astype(int)
    inside = (rows >= 0) & (rows < found.shape[0]) & (cols >= 0) & (cols < found.shape[1])
    return int(np.count_nonzero(found[rows[inside], cols[inside]]))
