"""Where the weights of a card lie on this machine, and whether they are there: a look at files, without torch."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from .catalog import ModelCard

BUNDLE = Path(__file__).resolve().parents[1] / "resources" / "models"


def cache_folder() -> Path:
    """Return the folder for fetched and added weights: $RRSIS_CACHE, or the platform's cache folder."""
    if os.environ.get("RRSIS_CACHE"):
        return Path(os.environ["RRSIS_CACHE"]).expanduser() / "models"
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


def weights_ready(card: ModelCard) -> bool:
    """Return whether the weights of `card` are on this machine."""
    return any(place.is_file() for place in weights_places(card))


def weights_state(card: ModelCard) -> str:
    """Return "ready", "to fetch", or "own weights needed" where none are public."""
    if weights_ready(card):
        return "ready"
    return "to fetch" if card.weights is not None and not card.bundled else "own weights needed"
