"""Where the weights of a card lie on this machine, and whether they are there: a look at files, without torch."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Tuple

from .cards import ModelCard, WeightFile

BUNDLE = Path(__file__).resolve().parents[1] / "resources" / "models"
VOCABULARY = "tokenizer.json"
"""A vocabulary that does not come with the plugin, in the form of the tokenizers library."""


def cache_folder() -> Path:
    """Return the folder for fetched and added weights: $RRSIS_CACHE, or the platform's cache folder."""
    if os.environ.get("RRSIS_CACHE"):
        return Path(os.path.expanduser(os.environ["RRSIS_CACHE"])) / "models"
    if sys.platform == "win32":
        root = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        root = Path.home() / "Library" / "Caches"
    else:
        root = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    return root / "rrsis" / "models"


def weights_places(card: ModelCard) -> list[Path]:
    """Return where the weights of `card` are looked for, first what came with the plugin, then the user's own."""
    if card.folder:
        return [Path(card.folder) / "model.safetensors"]
    places = [cache_folder() / card.name / "model.safetensors"]
    if card.bundled:
        places.insert(0, BUNDLE / card.name / "model.safetensors")
    return places


def vocabulary_place(card: ModelCard) -> Path:
    """Return where the vocabulary of `card` lies that does not come with the plugin: beside its weights."""
    return (Path(card.folder) if card.folder else cache_folder() / card.name) / VOCABULARY


def weights_here(card: ModelCard) -> bool:
    """Return whether the tensors of `card` are on this machine."""
    return any(place.is_file() for place in weights_places(card))


def vocabulary_here(card: ModelCard) -> bool:
    """Return whether the vocabulary of `card` is on this machine."""
    return card.words_packed or vocabulary_place(card).is_file()


def weights_ready(card: ModelCard) -> bool:
    """Return whether all that `card` needs is on this machine: its weights and its vocabulary."""
    return weights_here(card) and vocabulary_here(card)


def downloads(card: ModelCard) -> Tuple[WeightFile, ...]:
    """Return the files that are fetched for `card`: those that are missing, or all of them where none is."""
    words = (card.vocabulary,) if card.vocabulary is not None and not card.folder else ()
    missing = (*(() if weights_here(card) else card.weight_files), *(() if vocabulary_here(card) else words))
    return missing or (*card.weight_files, *words)


def weights_state(card: ModelCard) -> str:
    """Return "ready", "to fetch", or "own weights needed" where none are public."""
    if weights_ready(card):
        return "ready"
    weights = weights_here(card) or bool(card.weight_files)
    words = vocabulary_here(card) or card.vocabulary is not None
    return "to fetch" if weights and words and downloads(card) else "own weights needed"
