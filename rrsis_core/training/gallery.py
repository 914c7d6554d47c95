"""Examples kept while a model is measured: the best, the worst, false alarms, and some that nobody selected."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from ..datasets.truth import Frame, Mask, resize_nearest
from .metrics import PhraseScore

SIDE_PX = 320


@dataclass(frozen=True)
class Example:
    """One phrase with what was found, small enough to keep.

    Args:
        image, frame, gsd_m: Where its picture comes from.
        score: What was counted.
        found, truth: Masks of at most SIDE_PX a side.
    """

    image: Path
    frame: Frame
    score: PhraseScore
    found: Mask
    truth: Mask


@dataclass
class Gallery:
    """Keeps a few examples of each sort, at most one an image among the best, worst and false alarms.

    Args:
        size: How many of each sort, and twice as many unselected ones; 0 keeps none.
        seed: Of the draw of the unselected ones.
    """

    size: int = 0
    seed: int = 0
    best: list[Example] = field(default_factory=list, init=False)
    worst: list[Example] = field(default_factory=list, init=False)
    false_alarms: list[Example] = field(default_factory=list, init=False)
    unselected: list[Example] = field(default_factory=list, init=False)
    _seen: int = field(default=0, init=False)

    def __post_init__(self) -> None:
        """Seed the draw."""
        self._random = np.random.default_rng(self.seed)

    def offer(self, image: Path, frame: Frame, score: PhraseScore, found: Mask, truth: Mask) -> None:
        """Keep an example where it belongs among the few."""
        if not self.size:
            return
        shape = _small(frame.shape)
        example = Example(image, frame, score, resize_nearest(found, shape), resize_nearest(truth, shape))
        if score.has_target:
            self.best = _ranked([*self.best, example], self.size, lambda one: -one.score.iou)
            self.worst = _ranked([*self.worst, example], self.size, lambda one: one.score.iou)
        elif not score.rejected:
            self.false_alarms = _ranked(
                [*self.false_alarms, example], self.size, lambda one: -one.score.found_px / one.score.image_px
            )
        self._draw(example)

    def _draw(self, example: Example) -> None:
        """Give every example the same chance to be among the unselected."""
        self._seen += 1
        if len(self.unselected) < 2 * self.size:
            self.unselected.append(example)
        elif (place := int(self._random.integers(self._seen))) < 2 * self.size:
            self.unselected[place] = example


def _ranked(examples: list[Example], size: int, rank: Callable[[Example], float]) -> list[Example]:
    kept: dict[Path, Example] = {}
    for example in sorted(examples, key=rank):
        kept.setdefault(example.image, example)
    return list(kept.values())[:size]


def _small(shape: tuple[int, int]) -> tuple[int, int]:
    scale = min(1.0, SIDE_PX / max(shape))
    height, width = (max(1, round(length * scale)) for length in shape)
    return height, width
