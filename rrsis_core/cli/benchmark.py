"""The command `benchmark`: every model with weights on every data set that is here, beside the papers' figures."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from functools import partial

from tqdm import tqdm

from ..catalog import CATALOG
from ..datasets.base import Dataset
from ..datasets.registry import READERS, open_dataset
from ..training.benchmark import benchmark, print_table
from .entry import Said

PAPERS = ("refsegrs", "rrsisd", "risbench")


def benchmark_command(options: argparse.Namespace) -> Said:
    """Carry out `rrsis benchmark`; exit code 1 where nothing could be run."""
    data: Sequence[str] = options.data or PAPERS
    names = {word.partition("=")[0] if word.partition("=")[0] in READERS else word: word for word in data}
    datasets: dict[str, Callable[[], Dataset]] = {name: partial(_open, word) for name, word in names.items()}
    watch = partial(tqdm, unit="image", disable=not sys.stderr.isatty())
    result = benchmark(datasets, options.model or list(CATALOG), device=options.device, watch=watch)
    tables = [print_table(name, ours) for name, ours in result.tables.items()]
    missing = [f"not run: {reason}" for reason in result.missing]
    empty = not any(result.tables.values())
    return Said(result.to_json(), "\n\n".join([*tables, "\n".join(missing)]).strip(), int(empty))


def _open(data: str) -> Dataset:
    """Open a data set, and say whose it is."""
    dataset = open_dataset(data)
    if dataset.licence:
        print(f"{dataset.name}: {dataset.licence}.", file=sys.stderr)
    return dataset
