"""Draw scenes for training with the project's own program: `python -m train.make_scenes --help`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import numpy as np
from tqdm import tqdm

from resources.demo import generate_scene
from rrsis_core.training.generated import write_generated

FIRST_SEED = 1000  # below are the demo's and the tests' scenes, never trained on


def draw(seed: int, folder: Path) -> None:
    """Draw the scene of `seed` into `folder`, its size and resolution drawn from the seed; one that is there stays."""
    path = folder / f"{seed:06d}.npz"
    if path.exists():
        return
    rng = np.random.default_rng(seed)
    gsd_m = float(rng.choice([0.2, 0.3, 0.3, 0.4]))
    scene = generate_scene(seed, int(rng.choice([256, 256, 320, 384])), gsd_m)
    objects = [
        {"class": each.class_name, "attributes": each.attributes, "plane": each.plane, "label": int(each.label),
         "box": [int(value) for value in each.box]}
        for each in scene.objects
    ]  # fmt: skip
    phrases = [{"text": p.text, "kind": p.kind, "objects": [int(i) for i in p.objects]} for p in scene.phrases]
    about = {"gsd_m": gsd_m, "seed": seed, "objects": objects, "phrases": phrases}
    write_generated(path, scene.rgb, scene.planes, about)


def main(argv: Sequence[str] | None = None) -> None:
    """Draw what was asked for."""
    parser = argparse.ArgumentParser(prog="python -m train.make_scenes", description=__doc__)
    parser.add_argument("--output", type=Path, required=True, help="a folder, one .npz file a scene")
    parser.add_argument("--count", type=int, default=260, help="how many scenes")
    parser.add_argument("--first", type=int, default=FIRST_SEED, help=f"first seed, at least {FIRST_SEED}")
    parser.add_argument("--workers", type=int, default=2, help="processes")
    typed = parser.parse_args(argv)
    if typed.first < FIRST_SEED:
        parser.error(f"seeds below {FIRST_SEED} belong to the demo and the tests")
    seeds = range(typed.first, typed.first + typed.count)
    with ProcessPoolExecutor(typed.workers) as pool:
        for _ in tqdm(pool.map(partial(draw, folder=typed.output), seeds), total=len(seeds), unit="scene"):
            pass


if __name__ == "__main__":
    main()
