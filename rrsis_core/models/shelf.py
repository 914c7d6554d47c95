"""Models that stay loaded between requests."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from pathlib import Path

from ..own_models import find_card
from . import create_model
from .base import ReferringSegmenter
from .weights import find_weights

Key = tuple[str, str, Path, tuple[int, int, int]]


def _nothing() -> None:
    """Say nothing."""


class Shelf:
    """Keeps at most `kept` models, also while another is loaded; the least recently used leaves first."""

    def __init__(self, kept: int) -> None:
        self._kept = kept
        self._models: OrderedDict[Key, ReferringSegmenter] = OrderedDict()
        self._lock = threading.Lock()

    def take(self, name: str, device: str = "", loading: Callable[[], None] = _nothing) -> ReferringSegmenter:
        """Return the model `name` for `device`, loaded unless its weights are those of the last time.

        Args:
            name: In the catalogue, or of one's own models.
            device: Where it will be used.
            loading: Called before it is loaded.

        Raises:
            RrsisError: As `create_model` does.
        """
        weights = find_weights(find_card(name))
        facts = weights.stat()
        key = (name, device, weights, (facts.st_mtime_ns, facts.st_size, facts.st_ino))
        with self._lock:
            if key not in self._models:
                loading()
                self._make_room(name, device)
                self._models[key] = create_model(name)
            self._models.move_to_end(key)
            return self._models[key]

    def _make_room(self, name: str, device: str) -> None:
        """Let go of the model's earlier weights, and of what there is no room for beside it."""
        for key in [key for key in self._models if key[:2] == (name, device)]:
            del self._models[key]
        while len(self._models) >= self._kept:
            self._models.popitem(last=False)
