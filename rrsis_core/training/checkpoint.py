"""Checkpoints: written whole or not at all, with all that an exact resume needs."""

from __future__ import annotations

import contextlib
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.optim import Optimizer

from ..errors import DiskFull, TrainingFailed, WeightsInvalid, WeightsMissing
from ..models.convert import read_checkpoint

State = dict[str, Tensor]


@dataclass
class Checkpoint:
    """Where a run stands.

    Args:
        model, average: Weights as trained, and their running mean.
        optimiser: Its state.
        step: Steps done. Chance is drawn from (seed, step), so nothing else is needed to go on exactly.
        config: What is run.
        more: What else the run keeps: scores, counts.
    """

    model: State
    average: State
    optimiser: dict[str, Any]
    step: int
    config: dict[str, Any]
    more: dict[str, Any] = field(default_factory=dict)


def save_checkpoint(
    path: Path,
    model: nn.Module,
    average: State,
    optimiser: Optimizer,
    step: int,
    config: Any,
    more: dict[str, Any] | None = None,
) -> None:
    """Write the run's state to `path`, aside first, so that what was there stays whole until then.

    Args:
        path: The file.
        model: As trained.
        average: Its running mean.
        optimiser: Its state.
        step: Steps done.
        config: The dataclass of the run.
        more: Plain values that are kept beside.

    Raises:
        DiskFull: It could not be written; the last checkpoint is still there.
    """
    aside = path.with_name(path.name + ".part")
    state = Checkpoint(model.state_dict(), average, optimiser.state_dict(), step, asdict(config), more or {})
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with aside.open("wb") as stream:
            torch.save(state.__dict__, stream)
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(aside, path)
    except (OSError, RuntimeError) as error:  # torch's writer hides a full disk in a RuntimeError
        with contextlib.suppress(OSError):
            aside.unlink(missing_ok=True)
        reason = error if isinstance(error, OSError) else "its disk is full, or broken"
        kept = "The last one is kept." if path.is_file() else "There is none yet."
        raise DiskFull(
            f"The checkpoint {path} cannot be written ({reason}). {kept} Make room, or name another folder.",
            path=str(path),
        ) from error


def load_checkpoint(path: Path) -> Checkpoint:
    """Return the state at `path`; nothing in it is executed.

    Raises:
        TrainingFailed: It is not there, not whole, or something else than `save_checkpoint` wrote.
    """
    try:
        checkpoint = Checkpoint(**read_checkpoint(path, mapped=False))  # type: ignore[arg-type]
    except (WeightsMissing, WeightsInvalid) as error:
        raise _no_checkpoint(path, error.message) from error
    except TypeError as error:
        raise _no_checkpoint(path, "It holds something else, perhaps weights alone.") from error
    if not _is_whole(checkpoint):
        raise _no_checkpoint(path, "What it holds is not as it was written.")
    return checkpoint


def _is_whole(checkpoint: Checkpoint) -> bool:
    """Return whether each part is of its kind."""
    plain = (checkpoint.optimiser, checkpoint.config, checkpoint.more)
    states = (checkpoint.model, checkpoint.average)
    return (
        all(isinstance(part, dict) for part in (*states, *plain))
        and all(isinstance(key, str) and isinstance(value, Tensor) for state in states for key, value in state.items())
        and isinstance(checkpoint.step, int)
        and checkpoint.step >= 0
    )


def _no_checkpoint(path: Path, reason: str) -> TrainingFailed:
    return TrainingFailed(f"{path} is no checkpoint to go on from. {reason} Delete it to begin anew.", path=str(path))


def check_same_run(
    checkpoint: Checkpoint, config: Any, path: Path, free: frozenset[str] = frozenset({"steps", "save_every"})
) -> None:
    """Complain where `path` belongs to a run that differs in more than its length and how often it is saved.

    Args:
        checkpoint: What lies at `path`.
        config: The dataclass of the run that wants to go on.
        path: For the message.
        free: Keys that may differ.

    Raises:
        TrainingFailed: It does.
    """
    now, then = asdict(config), checkpoint.config
    differing = sorted(key for key in now if key not in free and _plain(now[key]) != _plain(then.get(key)))
    if differing:
        raise TrainingFailed(
            f"{path} belongs to a run with another {differing[0]}: rename one of them.", key=differing[0]
        )


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def update_average(average: State, model: nn.Module, keep: float) -> None:
    """Move `average` towards the weights of `model`, in place, keeping `keep` of it; counters are copied."""
    with torch.no_grad():
        for key, value in model.state_dict().items():
            if value.is_floating_point():
                average[key].lerp_(value, 1 - keep)
            else:
                average[key].copy_(value)
