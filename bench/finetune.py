"""How many minutes does a fine-tuning take on 20 and on 200 samples, with its measuring before and after?

    python -m bench.finetune [--samples 20 200] [--steps N] [--everything]

The samples are squares of a drawn scene with the roofs of one colour as the new phrase. What is timed is the command a
person gives, `rrsis finetune`, in a process of its own: its start, the reading, the measuring, and all of its steps.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from PIL import Image

from bench.common import ROOT, Table

SIDE_PX = 480
PHRASE = "helipads"


def main() -> None:
    """Measure and add to the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--samples", type=int, nargs="+", default=[20, 200])
    parser.add_argument("--steps", type=int, help="fewer than usual, to try this script")
    parser.add_argument("--everything", action="store_true", help="the image side learns too")
    wanted = parser.parse_args()
    table = Table("finetune")
    for count in wanted.samples:
        with tempfile.TemporaryDirectory() as name:
            folder = write_samples(Path(name) / "samples", count)
            seconds, said = _learn(folder, Path(name) / "home", wanted.steps, everything=wanted.everything)
        kind = "everything" if wanted.everything else "as usual"
        note = f"{said['of_steps']} steps, {kind}, mIoU {said['before']['mIoU']:.2f} → {said['after']['mIoU']:.2f}"
        note += f", load {os.getloadavg()[0]:.1f}"
        table.add(f"fine-tuning on {count} samples", seconds / 60, "min", note)
        table.add(f"fine-tuning on {count} samples, a step", seconds / said["of_steps"], "s", note)


def write_samples(folder: Path, count: int) -> Path:
    """Write `count` pictures as “Export training samples” does, a fifth of them for validation; return the folder."""
    folder.mkdir(parents=True)
    chance = np.random.default_rng(7)
    rows, cols = np.mgrid[:SIDE_PX, :SIDE_PX]
    lines = []
    for number in range(count):
        ground = chance.integers(70, 120, (SIDE_PX // 8, SIDE_PX // 8, 3)).repeat(8, 0).repeat(8, 1)
        pixels = (ground + chance.integers(0, 20, (SIDE_PX, SIDE_PX, 3))).astype(np.uint8)
        radius, row, col = chance.integers(20, 45), *chance.integers(50, SIDE_PX - 50, 2)
        distance = np.hypot(rows - row, cols - col)
        pixels[distance <= radius] = (60, 62, 66)
        pixels[(distance <= radius) & (distance > radius - 4)] = (245, 245, 245)
        turns = np.linspace(0, 2 * np.pi, 32, endpoint=False)
        ring = [[float(col + radius * np.cos(turn)), float(row + radius * np.sin(turn))] for turn in turns]
        Image.fromarray(pixels).save(folder / f"{number}.png")
        split = "val" if number % 5 == 4 else "train"
        line = {"image": f"{number}.png", "phrase": PHRASE, "split": split, "place": str(number), "gsd_m": 0.15}
        lines.append(json.dumps({**line, "polygons": [ring]}))
    (folder / "phrases.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def _learn(folder: Path, home: Path, steps: int | None, *, everything: bool) -> tuple[float, dict]:
    """Return the seconds of the whole command, and what it says of itself."""
    command = [sys.executable, "-m", "rrsis_core.cli", "finetune", "--data", str(folder), "--output", "bench", "--json"]
    command += ["--steps", str(steps)] if steps else []
    command += ["--everything"] if everything else []
    started = time.perf_counter()
    done = subprocess.run(
        command, cwd=ROOT, env={**os.environ, "RRSIS_HOME": str(home)}, stdout=subprocess.PIPE, text=True, check=True
    )
    return time.perf_counter() - started, json.loads(done.stdout.splitlines()[-1])


if __name__ == "__main__":
    main()
