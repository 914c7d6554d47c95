"""Train a published model after its recipe, on one process or on those that torchrun started."""

from __future__ import annotations

import argparse
import functools
import signal
import sys
import threading
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import cv2
import torch
from tqdm import tqdm

from rrsis_core.datasets.registry import open_dataset
from rrsis_core.errors import ConfigInvalid
from rrsis_core.models import create_model
from rrsis_core.models.base import ReferringSegmenter
from rrsis_core.models.weights import file_sha256
from rrsis_core.training.contents import Digests
from rrsis_core.training.recipes.beginning import start_bert, start_part, start_swin
from rrsis_core.training.recipes.loop import CHECKPOINT, Run
from rrsis_core.training.recipes.processes import Processes, join
from rrsis_core.training.recipes.recipe import Recipe, load_recipe
from rrsis_core.training.recipes.records import Records, describe, say

STOPPED = 75
"""Exit status of a run that was stopped before its end and can be gone on with (EX_TEMPFAIL)."""
_LINE_EVERY_S = 60.0


def steps_shown(steps: Iterable[int], first: int, total: int, *, name: str) -> Iterator[int]:
    """Yield the steps with a bar on a terminal, or with a line a minute elsewhere; both say how long it will take."""
    if sys.stderr.isatty():
        yield from tqdm(steps, desc=name, initial=first, total=total, unit="step", smoothing=0.05)
        return
    started = said = time.monotonic()
    for step in steps:
        yield step
        now, done = time.monotonic(), step + 1 - first
        if now - said >= _LINE_EVERY_S or step + 1 == total:
            said = now
            left_s = (now - started) / done * (total - step - 1)
            say(f"{name}: step {step + 1} of {total}, {(now - started) / done:.2f} s a step, {_clock(left_s)} left")


def _clock(seconds: float) -> str:
    hours, rest = divmod(round(seconds), 3600)
    return f"{hours}:{rest // 60:02d}:{rest % 60:02d}"


def first_weights(model: ReferringSegmenter, recipe: Recipe, typed: argparse.Namespace) -> dict[str, str]:
    """Give `model` what the recipe starts from; return the files with their SHA-256.

    Raises:
        ConfigInvalid: The recipe wants files that were not named.
    """
    if recipe.start == "random" or typed.from_scratch:
        return {}
    if recipe.start == "parts":
        return first_parts(model, recipe, typed.part)
    if typed.swin is None or typed.bert is None:
        raise ConfigInvalid(
            f'{recipe.name} starts from a Swin and a BERT: fetch them with "python -m train.fetch swin bert --to DIR" '
            "and name them with --swin and --bert, or say --from-scratch.",
            key="start",
        )
    start_swin(model, typed.swin)
    start_bert(model, typed.bert)
    return {path.name: file_sha256(path) for path in (typed.swin, typed.bert)}


def first_parts(model: ReferringSegmenter, recipe: Recipe, typed: Sequence[str]) -> dict[str, str]:
    """Give the parts of `model` the files that were `typed` as NAME=FILE; return the files with their SHA-256.

    Raises:
        ConfigInvalid: None was typed, or one has no such form.
    """
    if not typed or not all("=" in each for each in typed):
        raise ConfigInvalid(
            f"{recipe.name} starts from the weights of its parts: name them with --part NAME=FILE, as transformers "
            f"stores them (parts: {', '.join(dict(model.named_children()))}), or say --from-scratch.",
            key="part",
        )
    hashes = {}
    for name, _, file in (each.partition("=") for each in typed):
        start_part(model, name, Path(file))
        hashes[f"{name}={Path(file).name}"] = file_sha256(Path(file))
    return hashes


def carry_out(typed: argparse.Namespace, processes: Processes) -> int:
    """Train as `typed` says; return the exit status."""
    recipe = load_recipe(typed.config)
    dataset = open_dataset(typed.data or recipe.data)
    if processes.first and dataset.licence:
        say(f"{dataset.name}: {dataset.licence}.")
    torch.manual_seed(recipe.seed)  # the same random parts in every process
    model = create_model(recipe.card, weights=None, size="test" if recipe.size == "test" else "full")
    folder = typed.work / recipe.name
    start = {} if (folder / CHECKPOINT).is_file() else first_weights(model, recipe, typed)
    records = None
    if processes.first:
        digests = Digests(folder / "digests.json")
        records = Records(folder, describe(recipe, dataset, processes, start, digests))
    run = Run(recipe, dataset, model, folder, processes, records)
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, run.ask_to_stop)
    if processes.first:
        say(
            f"{recipe.name}: {len(run.seen)} samples to learn from ({run.seen.left_out} left out), {len(run.kept)} to "
            f"choose by, {run.order.steps} steps from {run.step} on, {processes.world} on {processes.device.type}"
        )
    show = functools.partial(steps_shown, name=recipe.name)
    watch = show if processes.first else lambda steps, first, total: steps
    if run.carry_out(watch, typed.stop_after):
        if processes.first:
            say(f"done: {folder / 'best.safetensors'}, with its figures in best.json")
        return 0
    return STOPPED


def train_recipe(typed: argparse.Namespace) -> int:
    """Train in the processes that there are; return the exit status.

    Raises:
        RrsisError: Of the kind that names what is wrong.
    """
    torch.set_num_threads(typed.threads)
    cv2.setNumThreads(1)
    with join(typed.device) as processes:
        return carry_out(typed, processes)
