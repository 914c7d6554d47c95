"""Whether training waits for its data: samples a second of the loader, by worker processes, against the model's.

    python -m bench.train [--model lgce] [--size full|test] [--workers 0 1 2] [--batch 8] [--device auto]

The data set is made up in RefSegRS's layout (512 px TIFF, a mask a triplet), the network's input 480 px. The model
takes whole steps: forward, loss, backward, AdamW, from random weights. A full-size step needs about 8 GB; without a
graphics card `--size test` takes a small member of the family, which is far quicker than what it stands for.
"""

from __future__ import annotations

import argparse
import itertools
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import torch
from PIL import Image

from bench.common import Table
from rrsis_core.datasets.refsegrs import open_refsegrs
from rrsis_core.models import create_model
from rrsis_core.predict import pick_device
from rrsis_core.training.recipes.choosing import autocast
from rrsis_core.training.recipes.learning import make_optimiser, prepare, recipe_losses, total_loss
from rrsis_core.training.recipes.recipe import Recipe
from rrsis_core.training.recipes.squares import Batch, Order, Squares, load

PHRASES = ("road", "car in the parking area", "building along the road", "low vegetation surrounded by building")


def make_up(folder: Path, images: int, triplets: int = 4, side: int = 512) -> Path:
    """Write a data set of `images` smooth random pictures with `triplets` phrases each, all of split train but two."""
    rng = np.random.default_rng(0)
    for name in ("images", "masks"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    lines = []
    for number in range(images):
        small = rng.integers(0, 255, (side // 8, side // 8, 3)).astype(np.uint8)
        rgb = cv2.resize(small, (side, side), interpolation=cv2.INTER_CUBIC)
        rgb = np.clip(rgb + rng.normal(0, 6, rgb.shape), 0, 255).astype(np.uint8)
        for turn in range(triplets):
            name = f"{number * triplets + turn}"
            mask = np.zeros((side, side), np.uint8)
            row, col = rng.integers(0, side // 2, 2)
            mask[row : row + side // 4, col : col + side // 3] = 255
            Image.fromarray(rgb).save(folder / "images" / f"{name}.tif")
            Image.fromarray(mask).save(folder / "masks" / f"{name}.tif")
            lines.append(f"{name} {PHRASES[turn % len(PHRASES)]}\n")
    for split, part in (("train", lines[:-2]), ("val", lines[-2:-1]), ("test", lines[-1:])):
        (folder / f"output_phrase_{split}.txt").write_text("".join(part))
    return folder


def samples_a_second(batches: Iterator[Batch], count: int) -> float:
    """Samples a second of `count` batches, after a first one that starts the workers."""
    next(batches)
    started = time.perf_counter()
    seen = sum(len(batch.phrases) for batch in itertools.islice(batches, count))
    return seen / (time.perf_counter() - started)


def processor_ms(squares: Squares, count: int) -> float:
    """Processor milliseconds that one sample costs."""
    squares[0, 0]
    started = time.process_time()
    for number in range(count):
        squares[0, number % len(squares)]
    return 1000 * (time.process_time() - started) / count


def model_rate(recipe: Recipe, batch: Batch, device: torch.device, steps: int) -> float:
    """Samples a second of whole training steps on one batch that lies on the device."""
    size = "test" if recipe.size == "test" else "full"
    model = prepare(create_model(recipe.card, weights=None, size=size), recipe, device, 1)
    optimiser = make_optimiser(model, recipe)
    there = batch.to(device)
    started = 0.0
    for step in range(steps + 2):
        if step == 2:
            _wait(device)
            started = time.perf_counter()
        optimiser.zero_grad(set_to_none=True)
        with autocast(device, recipe.half):
            logits = model(there.image, there.ids, there.mask)
        total_loss(recipe_losses(logits, there.truth, recipe), recipe).backward()
        optimiser.step()
    _wait(device)
    return steps * len(there.image) / (time.perf_counter() - started)


def _wait(device: torch.device) -> None:
    if device.type == "cuda":
        torch.cuda.synchronize(device)


def main() -> None:
    """Measure and add to the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", default="lgce")
    parser.add_argument("--size", choices=("full", "test"), default="full")
    parser.add_argument("--workers", type=int, nargs="+", default=[0, 1, 2])
    parser.add_argument("--batch", type=int, default=8)
    parser.add_argument("--images", type=int, default=24)
    parser.add_argument("--device", default="auto")
    parser.add_argument("--half", action="store_true", help="bfloat16")
    wanted = parser.parse_args()
    torch.set_num_threads(1 if wanted.device == "cpu" else torch.get_num_threads())
    device, table = pick_device(wanted.device), Table("train")
    recipe = Recipe(
        name="bench", model=wanted.model, size=wanted.size, start="random", epochs=50, batch=wanted.batch, side=480,
        half=wanted.half,
    )  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        data = open_refsegrs(make_up(Path(folder), wanted.images))
        squares = Squares(data.split("train"), recipe, learning=True)
        count = len(squares) // recipe.batch * 2
        table.add("loader, processor time", processor_ms(squares, 24), "ms/sample", "other work disturbs it least")
        best = 0.0
        for workers in wanted.workers:
            batches = iter(load(squares, Order(len(squares), recipe), workers, pin=device.type == "cuda"))
            rate = samples_a_second(batches, count)
            table.add(f"loader, {workers} workers", rate, "samples/s", "512 px TIFF to 480 px, tokens and mask")
            best = max(best, rate)
            del batches
        batch = next(iter(load(squares, Order(len(squares), recipe), 0, pin=False)))
    steps = 20 if device.type == "cuda" else 3
    rate = model_rate(recipe, batch, device, steps)
    note = f"{wanted.model} {wanted.size}, batch {wanted.batch}, {device.type}{', bfloat16' if wanted.half else ''}"
    table.add("model, whole steps", rate, "samples/s", note)
    table.add("loader against model", best / rate, "times", "above 1: training does not wait for its data")


if __name__ == "__main__":
    main()
