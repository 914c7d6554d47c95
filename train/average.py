"""Average the weights of two runs of lgce-tiny into a third: `python -m train.average NAME FIRST SECOND`.

The words' side is the second run's alone; everything else is the mean of both.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import torch

from rrsis_core.training.checkpoint import State, load_checkpoint

_SECOND = ("steering.", "text.", "calibration", "certainty", "sayings")


def mean_of(first: State, second: State) -> State:
    """Return the mean of both; whole numbers, the words' side and what is fitted after training from `second`."""
    return {
        key: value if key.startswith(_SECOND) or not value.is_floating_point() else (first[key] + value) / 2
        for key, value in second.items()
    }


def main(argv: Sequence[str] | None = None) -> None:
    """Write the start."""
    parser = argparse.ArgumentParser(prog="python -m train.average", description=__doc__)
    parser.add_argument("name", help="of what is written")
    parser.add_argument("first", help="name of a run")
    parser.add_argument("second", help="name of the run whose steering is kept")
    parser.add_argument("--work", type=Path, default=Path(".work"), help="folder of checkpoints")
    typed = parser.parse_args(argv)
    first, second = (load_checkpoint(typed.work / f"{name}.pt") for name in (typed.first, typed.second))
    content = {**second.__dict__, "average": mean_of(first.average, second.average)}
    torch.save(content, typed.work / f"{typed.name}.pt")


if __name__ == "__main__":
    main()
