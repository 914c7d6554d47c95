"""Draw scenes from the command line: `python -m resources.demo.make --seed 7 --output DIR`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from .scene import generate_scene
from .write import write_scenes


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw the scenes asked for and print where they lie."""
    parser = argparse.ArgumentParser(description="Draw aerial-looking scenes with exact masks and phrases.")
    parser.add_argument("--seed", type=int, default=7, help="first seed; below 1000 is kept from training")
    parser.add_argument("--count", type=int, default=1, help="how many scenes, one a seed")
    parser.add_argument("--size", type=int, default=1024, metavar="PX", help="side of the picture in pixels")
    parser.add_argument("--gsd", type=float, default=0.3, metavar="M", help="metres a pixel")
    parser.add_argument("--split", default="train", help="split written into phrases.jsonl")
    parser.add_argument("--output", required=True, metavar="DIR", help="folder to write into")
    wanted = parser.parse_args(arguments)
    seeds = range(wanted.seed, wanted.seed + wanted.count)
    scenes = (generate_scene(seed, wanted.size, wanted.gsd) for seed in seeds)
    names = ["scene"] if wanted.count == 1 else [f"scene_{seed}" for seed in seeds]
    for path in write_scenes(scenes, wanted.output, names, wanted.split):
        print(path)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
