"""Let the bundled model name the pixels that nobody drew: `python -m train.make_pseudo --data DIR --output DIR`."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Sequence
from pathlib import Path

import torch
from tqdm import tqdm

from rrsis_core.models.lgce_tiny import lgce_tiny
from rrsis_core.training.checkpoint import load_checkpoint
from rrsis_core.training.classes import CLASSES
from rrsis_core.training.corpus import Scene, load_scenes, split_of
from rrsis_core.training.pseudo import add_sure, class_logits, class_words, fit_limits, write_sure
from rrsis_core.training.words import PhraseBank, encoder_folder

SOURCES = ("merced", "oam", "geneva", "naip", "kit", "neon", "objects")


def undrawn(scenes: Iterable[Scene], holdout: dict[str, list[str]], sources: Sequence[str]) -> list[Scene]:
    """Return the training scenes of these sources; what is kept for choosing or for the proof is never touched."""
    return [
        scene for scene in scenes if split_of(scene.path, holdout) == "train" and scene.source.split("-")[0] in sources
    ]


def main(argv: Sequence[str] | None = None) -> None:
    """Write one file of bits for each training image that is not drawn whole."""
    parser = argparse.ArgumentParser(prog="python -m train.make_pseudo", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the shared training imagery")
    parser.add_argument("--output", type=Path, required=True, help="folder of the bits")
    parser.add_argument("--checkpoint", type=Path, required=True, help="of the teacher")
    parser.add_argument("--source", action="append", choices=SOURCES, help="only these (default: all)")
    typed = parser.parse_args(argv)
    torch.set_num_threads(2)
    holdout = json.loads((Path(__file__).parent / "holdout.json").read_text(encoding="utf-8"))
    model = lgce_tiny()
    learned = load_checkpoint(typed.checkpoint).average
    model.load_state_dict({key: value for key, value in learned.items() if not key.startswith("text.")}, strict=False)
    model.eval().to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    words = class_words(PhraseBank(encoder_folder()))
    scenes = load_scenes(typed.data)
    chosen = [
        scene for scene in scenes if split_of(scene.path, holdout) == "val" and scene.source in ("scenes", "objects")
    ]
    limits = fit_limits((class_logits(model, words, scene), scene) for scene in chosen)
    for name, there, gone in zip(CLASSES, limits.there, limits.gone, strict=True):
        print(f"{name}: there from {there:.2f}, not there up to {gone:.2f}", flush=True)
    typed.output.mkdir(parents=True, exist_ok=True)
    for scene in tqdm(undrawn(scenes, holdout, typed.source or SOURCES), mininterval=20):
        add_sure(scene, class_logits(model, words, scene), limits)
        write_sure(typed.output, scene)


if __name__ == "__main__":
    main()
