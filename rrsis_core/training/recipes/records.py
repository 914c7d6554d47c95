"""What a run leaves beside its weights: curves and pictures for TensorBoard, and a JSON of where all came from."""

from __future__ import annotations

import contextlib
import json
import os
import platform
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.torch import save_file

from ... import __version__
from ...datasets.base import Dataset
from ...errors import DiskFull
from ..aside import write_aside
from ..checkpoint import State
from ..contents import Digests, data_hash
from ..report import overlay
from .choosing import Chosen
from .curves import Curves
from .processes import Processes
from .recipe import Recipe

_ROOT = Path(__file__).resolve().parents[3]


def code_version() -> str:
    """Return the version, and the commit with a + where files differ from it, if this is a checkout."""
    command = ["git", "-C", str(_ROOT), "describe", "--always", "--abbrev=12", "--exclude=*", "--dirty=+"]
    try:
        commit = subprocess.run(command, capture_output=True, text=True, check=False, timeout=20).stdout.strip()
    except (OSError, subprocess.TimeoutExpired):
        commit = ""
    return f"{__version__} ({commit})" if commit else __version__


def describe(
    recipe: Recipe, dataset: Dataset, processes: Processes, start: dict[str, str], digests: Digests | None = None
) -> dict[str, Any]:
    """Return what does not change during a run: recipe, code, data, machine.

    Args:
        recipe: The run.
        dataset: What is learnt from.
        processes: Who learns.
        start: The files of the first weights with their SHA-256.
        digests: What is known of files already read; None reads them all.
    """
    card = recipe.card
    return {
        "recipe": asdict(recipe),
        "code": code_version(),
        "software": {name: version(name) for name in ("torch", "transformers", "numpy")}
        | {"python": platform.python_version()},
        "model": {"name": card.name, "paper": card.paper, "licence of the authors' code": card.licence},
        "data": {
            "name": dataset.name,
            "licence": dataset.licence,
            "splits": dataset.splits(),
            "sha256": data_hash(dataset, digests),
            "unverified": dataset.unverified,
        },
        "start": start,
        "processes": processes.world,
        "device": _device_name(processes.device),
    }


def _device_name(device: torch.device) -> str:
    return torch.cuda.get_device_name(device) if device.type == "cuda" else f"{device.type} {platform.machine()}"


class Records:
    """Writes a run's folder; a disk that is full is said, and only costs the record.

    Args:
        folder: Of the run.
        about: What `describe` returned.
    """

    def __init__(self, folder: Path, about: dict[str, Any]) -> None:
        self.folder, self.about = folder, about
        self._curves = Curves(folder / "curves", say)

    def numbers(self, step: int, values: dict[str, float], group: str = "train") -> None:
        """Add one point to each curve."""
        for name, value in values.items():
            self._curves.scalar(f"{group}/{name}", value, step)

    def pictures(self, step: int, chosen: Chosen) -> None:
        """Add the examples: right, wrong and missed pixels tinted as in the reports."""
        for number, (rgb, found, truth, phrase) in enumerate(chosen.pictures):
            painted: NDArray[np.uint8] = overlay(rgb, found, truth)
            self._curves.picture(f"val/{number}", painted, phrase, step)
        self._curves.flush()

    def weights(self, state: State, step: int, scores: dict[str, float], history: Sequence[dict[str, float]]) -> Path:
        """Keep `state` as the best weights, with the JSON beside them; both appear whole, the JSON last.

        Raises:
            DiskFull: They cannot be written; the ones before are still there.
        """
        path = self.folder / "best.safetensors"
        about = {**self.about, "step": step, "val": scores, "history": list(history)}
        tensors = {key: value.detach().cpu().contiguous().clone() for key, value in state.items()}
        aside = path.with_suffix(".part")
        try:
            recipe = self.about["recipe"]
            settings = {"heads": recipe["heads"]} if recipe.get("heads") else {}  # which no tensor tells
            save_file(tensors, aside, metadata={"recipe": recipe["name"], "step": str(step), **settings})
            aside.chmod(0o644)  # safetensors lets nobody else of a cluster read it
            os.replace(aside, path)
            _write_json(path.with_suffix(".json"), about)
        except (OSError, SafetensorError) as error:
            with contextlib.suppress(OSError):
                aside.unlink(missing_ok=True)
            raise DiskFull(
                f"{path} cannot be written ({error}); the best weights before these are kept. Make room.",
                path=str(path),
            ) from error
        return path

    def close(self) -> None:
        """Flush the curves."""
        self._curves.close()


def _write_json(path: Path, values: dict[str, Any]) -> None:
    write_aside(path, json.dumps(values, indent=1, ensure_ascii=False) + "\n")


def say(message: str) -> None:
    """Write a line for whoever watches, on stderr."""
    sys.stderr.write(message + "\n")
    sys.stderr.flush()
