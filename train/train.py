"""Run one training from its TOML file: `python -m train.train --config train/configs/lgce_refsegrs.toml`.

A file with the key `model` is the recipe of a published model (see train.recipe); one with `stage` trains lgce-tiny.
Many processes: `torchrun --nproc-per-node 8 -m train.train --config …`.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import cv2
import torch

from rrsis_core.errors import ConfigInvalid, RrsisError
from rrsis_core.models.lgce_tiny import LgceTiny, lgce_tiny
from rrsis_core.training.batches import Batches
from rrsis_core.training.checkpoint import State, load_checkpoint
from rrsis_core.training.config import TrainConfig, load_config, read_toml
from rrsis_core.training.corpus import load_scenes, split_of
from rrsis_core.training.generated import generated_scenes
from rrsis_core.training.look import look_at
from rrsis_core.training.loop import train
from rrsis_core.training.pasting import Paster
from rrsis_core.training.pseudo import with_sure
from rrsis_core.training.sampling import Sampler
from rrsis_core.training.words import PhraseBank, encoder_folder
from train.recipe import train_recipe

HOLDOUT = Path(__file__).with_name("holdout.json")


def parse(argv: Sequence[str] | None = None) -> argparse.Namespace:
    """Return what was typed."""
    parser = argparse.ArgumentParser(prog="python -m train.train", description="Run one training from its TOML file.")
    parser.add_argument("config", type=Path, nargs="?", help="TOML file of the run")
    parser.add_argument("--config", type=Path, dest="named", metavar="FILE", help="the same, by name")
    parser.add_argument(
        "--data",
        help="folder of the data set, or NAME=FOLDER; without it the recipe's own below RRSIS_DATA. "
        "For lgce-tiny: folder of the shared training imagery",
    )
    parser.add_argument("--work", type=Path, default=Path(".work"), help="folder for checkpoints (default: .work)")
    parser.add_argument("--threads", type=int, default=2, help="processor threads of each process (default: 2)")
    recipes = parser.add_argument_group("published recipes")
    recipes.add_argument("--swin", type=Path, help="checkpoint of the Swin that the image side starts from")
    recipes.add_argument("--bert", type=Path, help="weights of the BERT that the text side starts from")
    recipes.add_argument(
        "--part",
        action="append",
        default=[],
        metavar="NAME=FILE",
        help="weights of a part of a model that is made of others, such as sam=model.safetensors; may be repeated",
    )
    recipes.add_argument("--from-scratch", action="store_true", help="start from random weights instead")
    recipes.add_argument("--device", default="auto", help="auto, cpu or cuda (default: auto)")
    recipes.add_argument("--stop-after", type=int, default=0, metavar="STEPS", help="save and stop; resume later")
    tiny = parser.add_argument_group("lgce-tiny")
    tiny.add_argument("--generated", type=Path, help="folder of scenes drawn by train.make_scenes")
    tiny.add_argument("--pseudo", type=Path, help="folder of the bits that train.make_pseudo wrote")
    typed = parser.parse_args(argv)
    typed.config = typed.named or typed.config
    if typed.config is None:
        parser.error("name the TOML file of the run: --config FILE")
    return typed


def first_weights(model: LgceTiny, config: TrainConfig, work: Path) -> None:
    """Give `model` what the run starts from: another run's averaged weights; random ones stay as they are."""
    if config.start:
        start = load_checkpoint(work / f"{config.start}.pt")
        fresh = config.fresh_steering or start.config["stage"] == "dense"
        left = ("text.", "steering.") if fresh else ("text.",)  # the text side never learns, and comes with the bundle
        kept = {key: value for key, value in start.average.items() if not key.startswith(left)}
        model.load_state_dict(model.translate(kept), strict=False)


def main(argv: Sequence[str] | None = None) -> int:
    """Train; return the exit status: 0 at the end, 1 where something is wrong, 75 where the run was stopped."""
    typed = parse(argv)
    try:
        if "stage" not in read_toml(typed.config):
            return train_recipe(typed)
        train_tiny(typed)
    except RrsisError as error:
        print(error.message, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped. The same command goes on from the last checkpoint.", file=sys.stderr)
        return 130
    return 0


def train_tiny(typed: argparse.Namespace) -> None:
    """Train lgce-tiny.

    Raises:
        RrsisError: Of the kind that names what is wrong.
    """
    if typed.data is None:
        raise ConfigInvalid("lgce-tiny learns from the shared imagery: name its folder with --data.", key="data")
    if int(os.environ.get("WORLD_SIZE", "1")) > 1:
        raise ConfigInvalid("lgce-tiny is trained by one process: start it without torchrun.", key="stage")
    config = load_config(typed.config)
    torch.set_num_threads(typed.threads)
    cv2.setNumThreads(1)
    torch.manual_seed(config.seed)
    holdout = json.loads(HOLDOUT.read_text(encoding="utf-8"))
    scenes = load_scenes(Path(typed.data))
    known = [scene for scene in scenes if split_of(scene.path, holdout) == "train"]
    known = list(with_sure(known, typed.pseudo)) if typed.pseudo else known
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

    paster = Paster(known) if config.paste else None
    batches = Batches(config, Sampler([*known, *drawn], config.shares or None), bank, paster=paster)
    train(model, config, batches, typed.work / f"{config.name}.pt", report, look)


if __name__ == "__main__":
    sys.exit(main())
