"""Every model with weights on every data set that is here, beside what papers printed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..catalog import get_card
from ..datasets.base import Dataset
from ..errors import DatasetInvalid, WeightsMissing
from ..models.weights import find_weights
from .evaluate import authors_rule
from .finders import BASELINES, Finder, create_finder
from .metrics import THRESHOLDS, Table
from .published import PUBLISHED, Row

COLUMNS = (*(f"P@{limit}" for limit in THRESHOLDS), "oIoU", "mIoU")
Watch = Callable[[Iterable[Any]], Iterable[Any]]


@dataclass(frozen=True)
class Benchmark:
    """What came of it.

    Args:
        tables: For each data set and model our figures by the authors' rule, in [0, 1].
        missing: What could not be run, and why.
    """

    tables: dict[str, dict[str, Table]]
    missing: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        """Return our figures and the published ones side by side, ours in percent as theirs."""
        return {
            "ours": {
                name: {model: {key: 100 * table[key] for key in COLUMNS} for model, table in models.items()}
                for name, models in self.tables.items()
            },
            "published": {
                name: {row.method: dict(zip(COLUMNS, row.figures, strict=True)) for row in PUBLISHED.get(name, ())}
                for name in self.tables
            },
            "missing": list(self.missing),
        }


def benchmark(
    datasets: dict[str, Callable[[], Dataset]], models: Sequence[str], *, device: str = "auto", watch: Watch = iter
) -> Benchmark:
    """Run every model on the test split of every data set, by the authors' rule.

    Args:
        datasets: How to open each, by name; what cannot be opened is named in `missing`.
        models: Names of the catalogue and baselines; those without weights are named in `missing`.
        device: "auto", "cpu", "cuda", …
        watch: Wraps the images of each run.
    """
    missing: list[str] = []
    ready = [name for name in models if _ready(name, missing)]
    tables: dict[str, dict[str, Table]] = {}
    for name, open_it in datasets.items():
        try:
            dataset = open_it()
            dataset.split("test")
        except DatasetInvalid as error:
            missing.append(f"{name}: {error.message}")
            continue
        finders = (create_finder(model, device=device, network_size=True) for model in ready)
        tables[name] = {finder.name: _run(dataset, finder, watch) for finder in finders}
    return Benchmark(tables, tuple(missing))


def _run(dataset: Dataset, finder: Finder, watch: Watch) -> Table:
    return authors_rule(dataset, finder, split="test", watch=watch)


def _ready(name: str, missing: list[str]) -> bool:
    if name in BASELINES:
        return True
    try:
        return Path(find_weights(get_card(name))).is_file()
    except WeightsMissing as error:
        missing.append(f"{name}: {error.message}")
        return False


def print_table(name: str, ours: dict[str, Table]) -> str:
    """Return the papers' table of a data set with our rows below a rule, in percent, oIoU cumulative."""
    published = [_line(row) for row in PUBLISHED.get(name, ())]
    own = [
        _line(Row(f"{model} (ours)", tuple(100 * table[key] for key in COLUMNS)))  # type: ignore[arg-type]
        for model, table in ours.items()
    ]
    head = f"{'test':22s}" + "".join(f"{column:>8s}" for column in COLUMNS)
    rule = "-" * len(head)
    return "\n".join([name, head, rule, *published, *([rule] if published else []), *own])


def _line(row: Row) -> str:
    return f"{row.method:22s}" + "".join(f"{figure:8.2f}" for figure in row.figures)
