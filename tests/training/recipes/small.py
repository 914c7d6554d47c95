"""A tiny data set of one's own, and a recipe of a small model, for the tests of recipes; a disk that fills."""

from __future__ import annotations

import json
import resource
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from PIL import Image

from rrsis_core.training.recipes.recipe import Recipe

SIDE = 64
RECIPE = Recipe(
    name="small", model="lavt", size="test", start="random", side=SIDE, epochs=2, batch=2, rate=1e-3, text_layers=1,
    workers=0, pictures=2, save_every=1, half=False,
)  # fmt: skip


def write_data(folder: Path, count: int = 8, val: int = 3) -> Path:
    """Write `count` training and `val` validation pictures, each with a red rectangle."""
    folder.mkdir(parents=True, exist_ok=True)
    rng, lines = np.random.default_rng(0), []
    for number in range(count + val):
        rgb = rng.integers(60, 120, (48, 56, 3)).astype(np.uint8)
        mask = np.zeros((48, 56), np.uint8)
        row, col = rng.integers(0, 24, 2)
        mask[row : row + 16, col : col + 20] = 255
        rgb[mask > 0] = (220, 30, 30)
        Image.fromarray(rgb).save(folder / f"{number}.png")
        Image.fromarray(mask).save(folder / f"{number}_mask.png")
        lines.append(
            {
                "image": f"{number}.png", "phrase": "the red roof", "mask": f"{number}_mask.png",
                "split": "train" if number < count else "val", "kind": "attribute",
            }
        )  # fmt: skip
    (folder / "phrases.jsonl").write_text("\n".join(map(json.dumps, lines)) + "\n")
    return folder


@contextmanager
def largest_file(size: int) -> Iterator[None]:
    """Let no file grow beyond `size` bytes, as on a full disk: what writes gets the system's own error."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
