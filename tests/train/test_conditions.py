"""Pictures of other kinds reach the model as files, and answers come back at the picture's first size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
import rasterio

from rrsis_core.datasets.truth import Frame
from rrsis_core.training.classes import SYNONYMS
from tests.training.scenery import make_scene
from train.conditions import CONDITIONS, count


class Seer:
    """Sees every building, by its blue, in pictures of any kind; keeps what it was shown."""

    name = "seer"

    def __init__(self) -> None:
        self.shown: list[tuple[str, int, float | None]] = []

    def find(self, image: Path, frame: Frame, phrases: Sequence[str], gsd_m: float | None) -> Iterator[np.ndarray]:
        """Yield 1 where blue is strong for buildings, 0 for all else."""
        with rasterio.open(image) as file:
            pixels = file.read()
            self.shown.append((file.dtypes[0], file.width, gsd_m))
        blue = pixels[2].astype(float)
        here = (blue > (blue.min() + blue.max()) / 2).astype(np.float32)
        for phrase in phrases:
            yield here if phrase == SYNONYMS["building"][0][1] else np.zeros_like(here)


def test_every_condition_is_shown_and_scored_on_the_pictures_own_pixels() -> None:
    scene = make_scene(0)
    scene.rgb[:] = 10
    scene.rgb[4:24, 20:40] = scene.rgb[6:14, 44:52] = 250
    seer = Seer()
    ious = count(seer, [scene])
    assert list(ious) == list(CONDITIONS) and len({len(values) for values in ious.values()}) == 1
    dtypes, widths, distances = zip(*seer.shown)
    assert set(dtypes) == {"uint8", "uint16"} and sorted(set(widths)) == [21, 32, 64]
    assert distances[0] == pytest.approx(0.3) and distances[-1] == pytest.approx(0.3 * 64 / 21)
    for condition, values in ious.items():
        assert sum(value > 0.8 for value in values) == 1, condition  # the buildings alone
        assert sum(value == 0 for value in values) == len(values) - 1, condition
