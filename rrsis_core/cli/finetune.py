"""The command `finetune`: the bundled model learns one's own samples."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator
from typing import TypeVar

from ..own_models import FineTuneRequest
from ..training.finetune import FineTuned, finetune
from .entry import STOPPED, Said
from .runs import Watcher

T = TypeVar("T")
UNITS = {"evaluate": " images measured", "read": " images read", "train": " steps"}
FIGURES = ("mIoU", "oIoU", "P@0.5", "no-target accuracy")


def finetune_command(options: argparse.Namespace) -> Said:
    """Carry out `rrsis finetune`."""
    request = FineTuneRequest(
        data=options.data,
        output=options.output,
        model=options.model,
        steps=options.steps,
        everything=options.everything,
        resume=options.resume,
        replace=options.replace,
    )

    def watch(items: Iterable[T], stage: str) -> Iterator[T]:
        with Watcher(UNITS[stage], quiet=options.json) as watcher:
            yield from watcher.watch(items)

    return what_was_learned(finetune(request, watch))


def what_was_learned(result: FineTuned) -> Said:
    """Return what the command says of `result`."""
    if not result.complete:
        lines = [f"Stopped after {result.steps} of {result.of_steps} steps; --resume goes on from there."]
        return Said(result.to_json(), "\n".join(lines), STOPPED)
    lines = [f"{result.steps} steps on {result.phrases} phrases in {result.images} images, {result.seconds:.0f} s"]
    lines.append(f"{'on the split val':22s} {'before':>7s} {'after':>7s}")
    for name in FIGURES:
        lines.append(f"{name:22s} {_percent(result.before.get(name))} {_percent(result.after.get(name))}")
    lines.append(f"{result.model} is ready: {result.path}")
    return Said(result.to_json(), "\n".join(lines))


def _percent(value: float | None) -> str:
    return "      –" if value is None or value != value else f"{100 * value:7.2f}"
