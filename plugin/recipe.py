"""Recipes: what was asked and how, without any path, as JSON that people copy to each other."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from typing import Any, Callable, Dict, Optional, Tuple

from ..rrsis_core.errors import RequestInvalid
from ..rrsis_core.request import SegmentRequest
from .i18n import tr

VERSION = 1
LARGEST = 1e12  # NaN and the infinities are beyond it


@dataclass(frozen=True)
class Recipe:
    """What a search asks for, wherever it is done; the fields are those of SegmentRequest and VectorSettings."""

    phrases: Tuple[str, ...]
    model: str
    threshold: float = 0.5
    min_area_m2: float = 0.0
    bands: Optional[Tuple[int, int, int]] = None
    stretch: Optional[Tuple[float, float]] = None
    gsd_m: Optional[float] = None
    stretch_values: Optional[Tuple[float, ...]] = None

    def to_text(self) -> str:
        """Return the recipe as JSON."""
        return json.dumps({"rrsis": VERSION, **asdict(self)}, ensure_ascii=False, indent=1)


def recipe_of(request: SegmentRequest) -> Recipe:
    """Return the recipe of a request."""
    vector = request.vector
    return Recipe(
        phrases=request.phrases,
        model=request.model,
        threshold=vector.threshold,
        min_area_m2=vector.min_area_m2,
        bands=request.bands,
        stretch=request.stretch,
        gsd_m=request.gsd_m,
        stretch_values=request.stretch_values,
    )


def read_recipe(text: str) -> Recipe:
    """Return the recipe that `to_text` wrote; unknown keys of later versions are left aside.

    Raises:
        RequestInvalid: The text is something else, or holds a value that no search takes.
    """
    values = _object(text)
    if "rrsis" not in values or not isinstance(values.get("phrases"), list):
        raise RequestInvalid(tr("The clipboard holds no recipe. Copy one from the panel or from a message first."))
    for field in fields(Recipe):
        value = values.get(field.name)
        given = value is not None if field.name in OPTIONAL else field.name in values
        if given and not FITTING[field.name](value):
            raise RequestInvalid(
                tr("The recipe holds a value that cannot be read: {name} is {value}.").format(
                    name=field.name, value=json.dumps(value, ensure_ascii=False)[:60]
                ),
                name=field.name,
            )
    known = {name: _tuple(value) for name, value in values.items() if name in FITTING}
    known["phrases"] = tuple(phrase.strip() for phrase in values["phrases"])
    return Recipe(**{"model": "", **known})


def is_newer(text: str) -> bool:
    """Return whether a recipe was written by a later version than this one."""
    version = _object(text).get("rrsis")
    return _is_number(version) and version > VERSION


def _object(text: str) -> Dict[str, Any]:
    """Return the JSON object in `text`; an empty one where it is something else."""
    try:
        values = json.loads(text)
    except (ValueError, RecursionError):  # as many brackets as nobody types
        return {}
    return values if isinstance(values, dict) else {}


def _is_number(value: Any, low: float = -LARGEST, high: float = LARGEST) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and low <= value <= high


def _are_numbers(value: Any, *counts: int) -> bool:
    return isinstance(value, list) and len(value) in counts and all(_is_number(one) for one in value)


def _are_phrases(value: Any) -> bool:
    """Return whether `value` is a list of lines; how many and how long they may be, the search itself says."""
    if not isinstance(value, list) or not value:
        return False
    return all(isinstance(one, str) and one.strip() and len(one.splitlines()) == 1 for one in value)


FITTING: Dict[str, Callable[[Any], bool]] = {
    "phrases": _are_phrases,
    "model": lambda value: isinstance(value, str),
    "threshold": lambda value: _is_number(value, 0.01, 0.99),
    "min_area_m2": lambda value: _is_number(value, 0.0),
    "bands": lambda value: _are_numbers(value, 3) and all(isinstance(one, int) and one >= 1 for one in value),
    "stretch": lambda value: _are_numbers(value, 2),
    "gsd_m": lambda value: _is_number(value, 1e-6),
    "stretch_values": lambda value: _are_numbers(value, 2, 6),
}
OPTIONAL = ("bands", "stretch", "gsd_m", "stretch_values")  # null where the search chooses by itself


def _tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
