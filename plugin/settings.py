"""What the user wishes, kept in QGIS's settings: one typed property an entry."""

from __future__ import annotations

import json
from typing import Any, List, Optional, Type

from qgis.core import QgsSettings

from ..rrsis_core.catalog import DEFAULT_MODEL
from ..rrsis_core.own_models import all_cards
from ..rrsis_core.request import DEVICES

PREFIX = "rrsis/"
HISTORY_LENGTH = 30


class Settings:
    """The plugin's entries in QgsSettings; unreadable or outdated values count as unset."""

    def __init__(self) -> None:
        self._store = QgsSettings()

    def _get(self, name: str, default: Any, kind: Type[Any]) -> Any:
        try:
            value = self._store.value(PREFIX + name, default, type=kind)
        except TypeError:
            return default
        return default if value is None else value

    def _set(self, name: str, value: Any) -> None:
        self._store.setValue(PREFIX + name, value)

    @property
    def model(self) -> str:
        """Name of the model chosen last."""
        name = self._get("model", DEFAULT_MODEL, str)
        return name if name in all_cards() else DEFAULT_MODEL

    @model.setter
    def model(self, name: str) -> None:
        self._set("model", name)

    @property
    def device(self) -> str:
        """Where models run: one of DEVICES."""
        device = self._get("device", "auto", str)
        return device if device in DEVICES else "auto"

    @device.setter
    def device(self, device: str) -> None:
        self._set("device", device)

    @property
    def threshold(self) -> float:
        """Probability from which pixels belong to an object, 0.01 to 0.99."""
        return min(max(self._get("threshold", 0.5, float), 0.01), 0.99)

    @threshold.setter
    def threshold(self, value: float) -> None:
        self._set("threshold", float(value))

    @property
    def min_area_m2(self) -> float:
        """Smaller polygons are dropped."""
        return max(self._get("min_area_m2", 1.0, float), 0.0)

    @min_area_m2.setter
    def min_area_m2(self, value: float) -> None:
        self._set("min_area_m2", float(value))

    @property
    def max_tiles(self) -> int:
        """How many tiles may be fetched of a layer that is no file."""
        return max(self._get("max_tiles", 400, int), 1)

    @max_tiles.setter
    def max_tiles(self, value: int) -> None:
        self._set("max_tiles", int(value))

    @property
    def python(self) -> Optional[str]:
        """Interpreter or environment folder that the user chose for the worker; None: the managed one."""
        return self._get("python", "", str) or None

    @python.setter
    def python(self, path: Optional[str]) -> None:
        self._set("python", path or "")

    @property
    def history(self) -> List[str]:
        """Phrases used before, the latest first."""
        try:
            phrases = json.loads(self._get("history", "[]", str))
        except ValueError:
            return []
        return [str(phrase) for phrase in phrases] if isinstance(phrases, list) else []

    def remember(self, phrases: List[str]) -> None:
        """Put `phrases` at the head of the history, each once."""
        merged = list(dict.fromkeys([*phrases, *self.history]))[:HISTORY_LENGTH]
        self._set("history", json.dumps(merged, ensure_ascii=False))
