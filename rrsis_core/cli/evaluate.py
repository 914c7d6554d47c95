"""The command `evaluate`: measure a model on a data set, and write what came of it."""

from __future__ import annotations

import argparse
import json
import math
import sys
import warnings
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from tqdm import tqdm

from ..datasets.base import Dataset, has_truth
from ..datasets.registry import open_dataset
from ..errors import DatasetInvalid, OutputNotWritable, RequestInvalid, RrsisWarning, reason_of, warn
from ..training.evaluate import Evaluation, authors_rule, evaluate
from ..training.finders import create_finder
from ..training.metrics import PhraseScore, compare, summarise
from ..training.report import COLUMNS, COUNTS, write_report
from .entry import Said

Watch = Callable[[Iterable[Any]], Iterable[Any]]
_EXAMPLES = 12


def evaluate_command(options: argparse.Namespace) -> Said:
    """Carry out `rrsis evaluate`.

    Raises:
        RrsisError: Of the kind that names what is wrong.
    """
    if not 0 < options.threshold < 1:
        raise RequestInvalid(
            f"The threshold {options.threshold:g} is not between 0 and 1: give one such as 0.5.",
            threshold=options.threshold,
        )
    for path in filter(None, (options.json_file, options.report)):
        _check_place(path)
    if options.report and options.report == options.json_file:
        raise OutputNotWritable(
            f"{options.report} is to be both figures and report: give two files.", path=str(options.report)
        )
    other = _read_scores(options.against) if options.against else None
    watch: Watch = partial(tqdm, unit="image", disable=not sys.stderr.isatty())
    with warnings.catch_warnings():
        warnings.simplefilter("always", RrsisWarning)
        result = _measure(options, _open(options), watch)
    comparison = _compared(result.scores, other) if other is not None else None
    text = _printed(result, comparison)
    try:
        _write(options, result, comparison)
    except OutputNotWritable:
        print(text, file=sys.stderr)  # what took long to measure is not lost with the disk
        raise
    return Said(result.summary, text)


def _compared(scores: Sequence[PhraseScore], other: Sequence[PhraseScore]) -> dict[str, dict[str, float]]:
    """Return the comparison over the phrases of both runs, and say where that is not all of them."""
    comparison = compare(scores, other)
    both = int(max((row["phrases"] for row in comparison.values()), default=0))
    if both < max(len(scores), len(other)):
        warn(
            RrsisWarning(
                f"{both} phrases are compared: this run has {len(scores)}, the other {len(other)}, and only those count"
                " that have the same line, words and image in both.",
                count=both,
            )
        )
    return comparison


def _open(options: argparse.Namespace) -> Dataset:
    """Open the data set; where only masks are wanted, a set without any truth will do."""
    dataset = open_dataset(options.data, truths_wanted=not options.masks)
    if dataset.licence:
        print(f"{dataset.name}: {dataset.licence}.", file=sys.stderr)
    if options.masks and any(has_truth(sample) and sample.kind != "absent" for sample in dataset.samples):
        dataset = open_dataset(options.data)
    return dataset


def _measure(options: argparse.Namespace, dataset: Dataset, watch: Watch) -> Evaluation:
    finder = create_finder(options.model, device=options.device, weights=options.weights)
    examples = _EXAMPLES if options.report else 0
    how: dict[str, Any] = {"split": options.split, "watch": watch}
    result = evaluate(dataset, finder, threshold=options.threshold, masks=options.masks, examples=examples, **how)
    if options.authors_rule:
        small = create_finder(options.model, device=options.device, weights=options.weights, network_size=True)
        result.authors = authors_rule(dataset, small, **how)
    return result


def _check_place(path: Path) -> None:
    if not path.absolute().parent.is_dir():
        raise OutputNotWritable(
            f"The folder {path.absolute().parent} does not exist: make it, or choose another.", path=str(path)
        )
    if path.is_dir():
        raise OutputNotWritable(f"{path} is a folder: name a file in it.", path=str(path))


def _read_scores(path: Path) -> list[PhraseScore]:
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        scores = [PhraseScore.from_json(entry) for entry in values["phrases"]]
        summarise(scores)  # not text where numbers belong
        _ = set(scores)  # nor lists where text does
        return scores
    except (OSError, ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise DatasetInvalid(
            f"{path} does not hold the figures of another run ({reason_of(error)}): give a file that --json wrote.",
            path=str(path),
        ) from error


def _write(options: argparse.Namespace, result: Evaluation, comparison: dict[str, dict[str, float]] | None) -> None:
    try:
        if options.report:
            write_report(options.report, result, comparison)
    finally:
        if options.json_file:
            _write_json(options.json_file, {**result.to_json(), "against": comparison})


def _write_json(path: Path, values: dict[str, Any]) -> None:
    try:
        path.write_text(json.dumps(values, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    except OSError as error:
        raise OutputNotWritable(f"{path} cannot be written ({error}): choose another place.", path=str(path)) from error


def _printed(result: Evaluation, comparison: dict[str, dict[str, float]] | None) -> str:
    """Return the figures as lines of text."""
    lines = [f"{result.model} on {result.data}, {result.split}: {len(result.scores)} phrases, {result.images} images"]
    for name in COLUMNS:
        value, interval = result.summary[name], result.intervals.get(name)
        spread = f"  ({100 * interval[0]:.2f} – {100 * interval[1]:.2f})" if interval else ""
        lines.append(f"  {_title(name):34s} {_percent(value)}{spread}")
    lines += [f"  {name:34s} {result.summary[name]:6.0f}" for name in COUNTS]
    for name, recall in (("boxes", result.boxes), ("points", result.points)):
        figures = recall.to_json() if recall.objects else {}
        lines += [
            f"  {name + ', ' + rule:34s} {_percent(value)}" for rule, value in figures.items() if "recall" in rule
        ]
    if result.authors:
        lines.append("  by the authors' rule, at the network's size:")
        lines += [f"    {_title(name):32s} {_percent(v)}" for name, v in result.authors.items() if name != "phrases"]
    for name, row in (comparison or {}).items():
        spread = f"({100 * row['low']:+.2f} – {100 * row['high']:+.2f})"
        lines.append(f"  against the other run, {_title(name)}: {100 * row['difference']:+.2f} {spread}")
    left_out = sum(len(one.lines) for one in result.skipped)
    if left_out:
        lines.append(f"  {left_out} phrases left out, see above")
    return "\n".join(lines)


def _title(name: str) -> str:
    """Return the figure's name with what it is: the same letters mean different things in different papers."""
    return {"oIoU": "oIoU (cumulative)", "mIoU": "mIoU (mean per phrase)"}.get(name, name)


def _percent(value: float) -> str:
    return "     –" if math.isnan(value) else f"{100 * value:6.2f}"
