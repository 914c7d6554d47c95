"""Which image and which part of it comes next: balanced by source and class, drawn from a seed and a step alone."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .augment import Rng, View, random_scale
from .classes import CLASSES
from .corpus import Scene

SHARES = {
    "scenes": 0.40,
    "objects": 0.20,
    "dubai": 0.08,
    "oam": 0.13,
    "geneva": 0.03,
    "kit": 0.03,
    "naip": 0.04,
    "merced": 0.09,
}


def classes_in(scene: Scene) -> NDArray[np.int64]:
    """Return the indices of the classes that have at least 12 pixels in `scene`."""
    counts = [int(((scene.truth >> np.uint32(index)) & np.uint32(1)).sum()) for index in range(len(CLASSES))]
    return np.flatnonzero(np.asarray(counts) > 12)


class Sampler:
    """Draws scenes and views.

    Args:
        scenes: Training scenes.
        shares: Share of the draws that each kind of source gets, by the first part of its name; None: SHARES.
    """

    def __init__(self, scenes: Sequence[Scene], shares: dict[str, float] | None = None) -> None:
        shares = SHARES if shares is None else shares
        self.scenes = [scene for scene in scenes if scene.source.split("-")[0] in shares]
        self.present = [classes_in(scene) for scene in self.scenes]
        counts = np.bincount(np.concatenate([*self.present, np.arange(len(CLASSES))]), minlength=len(CLASSES))
        self.rarity = 1 / np.sqrt(counts)
        weights = np.asarray([0.08 + self.rarity[present].sum() for present in self.present])
        kinds = np.asarray([scene.source.split("-")[0] for scene in self.scenes])
        for kind, share in shares.items():
            here = kinds == kind
            if here.any():
                weights[here] *= share / weights[here].sum()
        self.weights = weights / weights.sum()

    def draw(self, rng: Rng) -> int:
        """Return the index of a scene."""
        return int(rng.choice(len(self.scenes), p=self.weights))

    def view(self, index: int, side: int, rng: Rng, *, low: float = 0.5, high: float = 2.0) -> tuple[View, float]:
        """Return a random view of scene `index` as a crop of `side` pixels, and its ground sample distance in metres.

        Half of the views are centred near a pixel of a class of the scene, rare classes first.
        """
        scene = self.scenes[index]
        rows, cols = scene.truth.shape
        # A small image shown smaller than the crop would be mostly its own mirror image.
        scale = random_scale(rng, scene.gsd_m, max(low, min(0.85, 0.85 * side / min(rows, cols))), high)
        size = max(32, round(side / scale))
        row = _start(rng, rows, size)
        col = _start(rng, cols, size)
        if len(self.present[index]) and max(rows, cols) > size and rng.random() < 0.5:
            middle_row, middle_col = self.focus(index, rng)
            row = _near(middle_row, rows, size, rng)
            col = _near(middle_col, cols, size, rng)
        return View(row, col, size, size, side, int(rng.integers(8))), scene.gsd_m * size / side

    def focus(self, index: int, rng: Rng) -> tuple[int, int]:
        """Return (row, col) of a pixel of a class that is present in scene `index`, rare classes first."""
        present = self.present[index]
        chance = self.rarity[present] / self.rarity[present].sum()
        bit = np.uint32(1 << int(rng.choice(present, p=chance)))
        ys, xs = np.nonzero(self.scenes[index].truth & bit)
        pick = int(rng.integers(len(ys)))
        return int(ys[pick]), int(xs[pick])


class ObjectSampler(Sampler):
    """Draws every scene as often as any other, and looks at what was drawn in it.

    Args:
        scenes: Of any source.
    """

    def __init__(self, scenes: Sequence[Scene]) -> None:
        super().__init__(scenes, dict.fromkeys((scene.source.split("-")[0] for scene in scenes), 1.0))
        self.present = [np.arange(len(scene.objects)) for scene in self.scenes]
        self.weights = np.full(len(self.scenes), 1 / len(self.scenes))

    def focus(self, index: int, rng: Rng) -> tuple[int, int]:
        """Return (row, col) of the middle of an object of scene `index`."""
        objects = self.scenes[index].objects
        left, top, right, bottom = objects[int(rng.integers(len(objects)))].box()
        return (top + bottom) // 2, (left + right) // 2


def _start(rng: Rng, length: int, size: int) -> int:
    low, high = min(0, length - size), max(0, length - size)
    return int(rng.integers(low, high + 1))


def _near(place: int, length: int, size: int, rng: Rng) -> int:
    start = place - int(rng.integers(size // 8, max(size // 8 + 1, size - size // 8)))
    return int(np.clip(start, min(0, length - size), max(0, length - size)))
