"""What the parts of the bundled model's recipe bring: `python -m train.ablate --data DIR --generated DIR --start PATH`.

Stage 2 is run for a few hundred steps, each time with one part left out, from the same weights, over the same crops and
phrases, and every run is scored on the places kept for choosing. A run that was broken off goes on where it stood, one
that is done is not repeated: `--only` names those to be carried out now, and the table holds what is there.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import torch

from rrsis_core.errors import ConfigInvalid, RrsisError, TrainingFailed
from rrsis_core.models.blocks.minilm import MiniLm
from rrsis_core.models.lgce_tiny import SHAPES, LgceTiny
from rrsis_core.training.batches import Batches
from rrsis_core.training.checkpoint import State, load_checkpoint
from rrsis_core.training.config import TrainConfig, load_config
from rrsis_core.training.corpus import Scene, load_scenes, split_of
from rrsis_core.training.generated import generated_scenes
from rrsis_core.training.look import look_at
from rrsis_core.training.loop import train
from rrsis_core.training.sampling import Sampler
from rrsis_core.training.words import PhraseBank, encoder_folder

HERE = Path(__file__).parent
COLUMNS = ("category", "attribute", "position", "relation", "size", "count", "absent", "all", "P@0.5", "oIoU")


@dataclass(frozen=True)
class Variant:
    """One run.

    Args:
        title: Its row in the table.
        across: Whether the layers of attention across scales are there, or passed by.
        drawn: Whether scenes drawn by a program are among the training images; their share goes to the others.
        sentence_encoder: Whether words come from MiniLM, or from the same network with random weights, as frozen.
        stage_1: Whether the image side starts from stage 1, or from random weights.
    """

    title: str
    across: bool = True
    drawn: bool = True
    sentence_encoder: bool = True
    stage_1: bool = True


VARIANTS = {
    "everything": Variant("everything"),
    "no-across-scales": Variant("without attention across scales", across=False),
    "no-drawn-scenes": Variant("without drawn scenes", drawn=False),
    "random-text": Variant("random text side, as frozen, instead of MiniLM", sentence_encoder=False),
    "no-stage-1": Variant("without stage 1", stage_1=False),
}


@dataclass(frozen=True)
class Bench:
    """What all runs share.

    Args:
        config: Of stage 2, shortened.
        known, drawn, chosen: Training images, scenes drawn by a program, and the images that score.
        start: The averaged weights of stage 1.
        work: Folder of checkpoints and scores.
        size: "full"; "test" tries the script out.
        bank: Returns the word states of MiniLM, or of a random text side.
    """

    config: TrainConfig
    known: Sequence[Scene]
    drawn: Sequence[Scene]
    chosen: Sequence[Scene]
    start: State
    work: Path
    bank: Callable[[bool], PhraseBank]
    size: str = "full"


def parse(argv: Sequence[str] | None = None) -> argparse.Namespace:
    """Return what was typed."""
    parser = argparse.ArgumentParser(prog="python -m train.ablate", description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of the shared training imagery")
    parser.add_argument("--generated", type=Path, required=True, help="folder of scenes drawn by train.make_scenes")
    parser.add_argument("--start", type=Path, required=True, help="checkpoint of stage 1, such as .work/lgce-tiny-1.pt")
    parser.add_argument("--config", type=Path, default=HERE / "configs" / "lgce_tiny_2.toml", help="of stage 2")
    parser.add_argument("--work", type=Path, default=Path(".work/ablate"), help="folder for checkpoints and scores")
    parser.add_argument("--steps", type=int, default=600, help="of each run (default: 600)")
    parser.add_argument("--only", nargs="+", choices=list(VARIANTS), default=list(VARIANTS), help="runs to carry out")
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args(argv)


def text_bank(sentence_encoder: bool) -> PhraseBank:
    """Return MiniLM's word states, or those of the same network with random weights."""
    bank = PhraseBank(encoder_folder())
    if not sentence_encoder:
        torch.manual_seed(0)
        bank.encoder = MiniLm(bank.encoder.words.num_embeddings).eval()
    return bank


def build(variant: Variant, bench: Bench) -> LgceTiny:
    """Return the model of `variant` with random weights, the same for all where they have the same parts."""
    torch.manual_seed(bench.config.seed)
    shape = SHAPES[bench.size]
    model = LgceTiny(shape)
    if variant.across:
        return model
    short = LgceTiny(replace(shape, depth=0))
    short.load_state_dict({key: value for key, value in model.state_dict().items() if key in short.state_dict()})
    return short


def carry_out(name: str, bench: Bench, say: Callable[[str], None]) -> dict[str, float]:
    """Train one variant, unless that is done, and return its scores.

    Raises:
        RrsisError: Of the kind that names what is wrong.
    """
    kept = bench.work / f"{name}.json"
    if kept.is_file():
        return read_scores(kept, bench.config)
    variant = VARIANTS[name]
    config = replace(bench.config, name=f"ablate-{name}", start="")
    model = build(variant, bench)
    if variant.stage_1:
        model.load_state_dict(
            {key: value for key, value in bench.start.items() if not key.startswith(("steering.", "text."))},
            strict=False,
        )
    bank = bench.bank(variant.sentence_encoder)
    scenes = [*bench.known, *(bench.drawn if variant.drawn else ())]
    batches = Batches(config, Sampler(scenes, config.shares or None), bank)

    def report(step: int, losses: dict[str, float]) -> None:
        say(f"{name} {step} " + " ".join(f"{part} {value:.4f}" for part, value in losses.items()))

    checkpoint = bench.work / f"{config.name}.pt"
    train(model, config, batches, checkpoint, report)
    model.load_state_dict(load_checkpoint(checkpoint).average)
    scores = look_at(model, bank, bench.chosen)
    aside = kept.with_suffix(".part")
    aside.write_text(json.dumps({"steps": config.steps, "seed": config.seed, "scores": scores}, indent=1) + "\n")
    os.replace(aside, kept)
    return scores


def read_scores(path: Path, config: TrainConfig) -> dict[str, float]:
    """Return the scores that a run left.

    Raises:
        TrainingFailed: They are of another length or seed, or no scores.
    """
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        scores = {str(key): float(value) for key, value in values["scores"].items()}
        same = (values["steps"], values["seed"]) == (config.steps, config.seed)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise TrainingFailed(f"{path} holds no scores ({error!r}): delete it to run it again.") from error
    if not same:
        raise TrainingFailed(f"{path} is of a run of {values['steps']} steps: name another folder with --work.")
    return scores


def table(found: dict[str, dict[str, float]], steps: int) -> str:
    """Return the scores as a table, one row a run."""
    rows = [f"| stage 2, {steps} steps | " + " | ".join(COLUMNS) + " |", "|---" * (len(COLUMNS) + 1) + "|"]
    for name, scores in found.items():
        cells = (f"{scores[column]:.3f}" if column in scores else "–" for column in COLUMNS)
        rows.append(f"| {VARIANTS[name].title} | " + " | ".join(cells) + " |")
    return "\n".join(rows)


def open_bench(typed: argparse.Namespace) -> Bench:
    """Return what the runs share.

    Raises:
        ConfigInvalid: The folder of drawn scenes is empty, or a number is out of its range.
        TrainingFailed: The start is no checkpoint.
    """
    stage_2 = load_config(typed.config)
    config = replace(stage_2, steps=typed.steps, save_every=min(stage_2.save_every, max(1, typed.steps // 4)))
    start = load_checkpoint(typed.start).average
    drawn = list(generated_scenes(typed.generated))
    if not drawn:
        raise ConfigInvalid(f"{typed.generated} holds no drawn scenes: make them with train.make_scenes.")
    holdout = json.loads((HERE / "holdout.json").read_text(encoding="utf-8"))
    scenes = load_scenes(typed.data)
    known = [scene for scene in scenes if split_of(scene.path, holdout) == "train"]
    chosen = [scene for scene in scenes if split_of(scene.path, holdout) == "val" and scene.phrases]
    typed.work.mkdir(parents=True, exist_ok=True)
    return Bench(config, known, drawn, chosen, start, typed.work, text_bank)


def run(names: Iterable[str], bench: Bench, say: Callable[[str], None]) -> dict[str, dict[str, float]]:
    """Carry out the runs `names`; return the scores of all that are done, in the table's order."""
    for name in names:
        carry_out(name, bench, say)
        say(table({name: read_scores(bench.work / f"{name}.json", bench.config)}, bench.config.steps))
    done = [name for name in VARIANTS if (bench.work / f"{name}.json").is_file()]
    return {name: read_scores(bench.work / f"{name}.json", bench.config) for name in done}


def main(argv: Sequence[str] | None = None) -> int:
    """Print the table; 1 where something is wrong."""
    typed = parse(argv)
    torch.set_num_threads(typed.threads)
    cv2.setNumThreads(1)
    try:
        bench = open_bench(typed)
        print(table(run(typed.only, bench, lambda line: print(line, file=sys.stderr, flush=True)), typed.steps))
    except RrsisError as error:
        print(error.message, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped. The same command goes on from the last checkpoint.", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
