"""What the worker can be asked for: each verb takes JSON values and a job, and returns JSON values."""

from __future__ import annotations

import functools
import importlib
import platform
import sys
from collections.abc import Mapping
from pathlib import Path
from types import ModuleType
from typing import Any, Optional

import torch

from .. import __version__
from ..catalog import get_card
from ..errors import Cancelled, EnvironmentBroken
from ..models.convert import add_checkpoint
from ..models.fetch import fetch
from ..models.shelf import Shelf
from ..own_models import FineTuneRequest, all_cards
from ..request import SegmentRequest, ThresholdRequest
from ..segment import segment
from ..text import add_vocabulary
from ..threshold import threshold
from ..weight_files import weights_state
from .server import Job, Verb

MODELS_KEPT = 2


def verbs() -> Mapping[str, Verb]:
    """Return everything that can be asked for."""
    shelf = Shelf(MODELS_KEPT)
    return {
        "segment": functools.partial(_segment, shelf),
        "threshold": _threshold,
        "fetch": _fetch,
        "add": _add,
        "finetune": _finetune,
        "models": lambda _, job: {"models": model_rows()},
        "ping": lambda _, job: {"version": __version__, "python": platform.python_version(), "devices": devices()},
    }


def _segment(shelf: Shelf, payload: dict[str, Any], job: Job) -> dict[str, Any]:
    request = SegmentRequest.from_json(payload).checked()
    model = shelf.take(request.model, request.device, functools.partial(job.stage, "load"))
    job.stage("open")
    return segment(request, model, job.watch, job.found).to_json()


def _threshold(payload: dict[str, Any], job: Job) -> dict[str, Any]:
    watch = functools.partial(job.watch, stage="polygons")
    return threshold(ThresholdRequest.from_json(payload), watch, job.found).to_json()


def _fetch(payload: dict[str, Any], job: Job) -> dict[str, Any]:
    """Fetch the weights of `model`; progress counts bytes, and a cancel keeps what has come for the next time."""

    def report(have: int, total: Optional[int]) -> None:
        if job.cancelled:
            raise Cancelled("The download was stopped; what has come is kept for the next time.")
        job.stage("download", have, total or 0)

    name = str(payload.get("model", ""))
    return {"model": name, "path": str(fetch(get_card(name), report, sha256=payload.get("sha256")))}


def _add(payload: dict[str, Any], job: Job) -> dict[str, Any]:
    """Take the checkpoint, or the vocabulary, at `path` as that of `model`."""
    name = str(payload.get("model", ""))
    job.stage("convert")
    return {"model": name, "path": str(add_file(str(payload.get("path", "")), name))}


def add_file(path: str, name: str) -> Path:
    """Take the file at `path` for the model `name`: a vocabulary where it is JSON, otherwise weights; return its place.

    Raises:
        RrsisError: Of the kind that names what is wrong.
    """
    if path.lower().endswith(".json"):
        return add_vocabulary(Path(path), get_card(name))
    return add_checkpoint(path, name)


def _finetune(payload: dict[str, Any], job: Job) -> dict[str, Any]:
    """Teach a model one's own samples; a cancel keeps the steps that were done for a run that resumes."""
    request = FineTuneRequest.from_json(payload).checked()
    job.stage("load")
    return _learning().finetune(request, job.watch).to_json()  # type: ignore[no-any-return]


def _learning() -> ModuleType:
    """Return the module that fine-tunes; a lazy door, since searches need none of it.

    Raises:
        EnvironmentBroken: A package that only training needs is missing.
    """
    try:
        return importlib.import_module("..training.finetune", __package__)
    except ModuleNotFoundError as error:
        raise EnvironmentBroken(
            f"The worker's environment has no {error.name}, which fine-tuning needs. Set it up anew, or install"
            " opencv-python-headless into your own.",
            python=sys.executable,
            reason=str(error),
        ) from error


def model_rows() -> list[dict[str, Any]]:
    """Return plain facts of each model; "state" is "ready", "to fetch" or "own weights needed"."""
    rows = []
    for card in all_cards().values():
        sizes = [each.size_bytes for each in card.weight_files]
        size_bytes = sum(filter(None, sizes)) if sizes and all(sizes) else None
        rows.append(
            {
                "name": card.name,
                "title": card.title,
                "state": weights_state(card),
                "paper": card.paper,
                "licence": card.licence,
                "weights_licence": card.weights.licence if card.weights else "",
                "size_bytes": size_bytes,
                "gsd_range_m": list(card.gsd_range_m),
                "tile_px": card.tile_px,
            }
        )
    return rows


def devices() -> list[str]:
    """Return the processors that torch can use, as requests name them."""
    found = ["cpu"]
    if torch.cuda.is_available():
        found += [f"cuda:{index}" for index in range(torch.cuda.device_count())]
    if torch.backends.mps.is_available():
        found.append("mps")
    return found
