"""Run one training from its TOML file: `python -m train.train train/configs/lgce_tiny_1.toml --data DIR`."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import cv2
import torch

from rrsis_core.models.lgce_tiny import LgceTiny, lgce_tiny
from rrsis_core.training.batches import Batches
from rrsis_core.training.checkpoint import State, load_checkpoint
from rrsis_core.training.config import TrainConfig, load_config
from rrsis_core.training.corpus import load_scenes, split_of
from rrsis_core.training.generated import generated_scenes
from rrsis_core.training.look import look_at
from rrsis_core.training.loop import train
from rrsis_core.training.sampling import Sampler
from rrsis_core.training.words import PhraseBank, encoder_folder

HOLDOUT = Path(__file__).with_name("holdout.json")


def parse(argv: Sequence[str] | None = None) -> argparse.Namespace:
    """Return what was typed."""
    parser = argparse.ArgumentParser(prog="python -m train.train", description=__doc__)
    parser.add_argument("config", type=Path, help="TOML file of the run")
    parser.add_argument("--data", type=Path, required=True, help="folder of the shared training imagery")
    parser.add_argument("--work", type=Path, default=Path(".work"), help="folder for checkpoints")
    parser.add_argument("--generated", type=Path, help="folder of scenes drawn by train.make_scenes")
    parser.add_argument("--threads", type=int, default=2, help="processor threads")
    return parser.parse_args(argv)


def first_weights(model: LgceTiny, config: TrainConfig, work: Path) -> None:
    """Give `model` what the run starts from: another run's averaged weights; random ones stay as they are."""
    if config.start:
        average = load_checkpoint(work / f"{config.start}.pt").average
        kept = {key: value for key, value in average.items() if not key.startswith("steering.")}
        model.load_state_dict(kept, strict=False)


def main(argv: Sequence[str] | None = None) -> None:
    """Train."""
    typed = parse(argv)
    config = load_config(typed.config)
    torch.set_num_threads(typed.threads)
    cv2.setNumThreads(1)
    torch.manual_seed(config.seed)
    holdout = json.loads(HOLDOUT.read_text(encoding="utf-8"))
    scenes = load_scenes(typed.data)
    known = [scene for scene in scenes if split_of(scene.path, holdout) == "train"]
    chosen = [scene for scene in scenes if split_of(scene.path, holdout) == "val" and scene.phrases]
    drawn = list(generated_scenes(typed.generated)) if typed.generated else []
    bank = PhraseBank(encoder_folder())
    model = lgce_tiny()
    first_weights(model, config, typed.work)

    def report(step: int, losses: dict[str, float]) -> None:
        print(step, " ".join(f"{name} {value:.4f}" for name, value in losses.items()), flush=True)

    def look(average: State, step: int) -> None:
        averaged = lgce_tiny()
        averaged.load_state_dict(average)
        averaged.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        scores = look_at(averaged, bank, chosen)
        print(f"val {step}", " ".join(f"{name} {value:.3f}" for name, value in scores.items()), flush=True)

    batches = Batches(config, Sampler([*known, *drawn], config.shares or None), bank)
    train(model, config, batches, typed.work / f"{config.name}.pt", report, look)


if __name__ == "__main__":
    main()
