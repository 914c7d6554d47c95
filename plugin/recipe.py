"""Recipes: what was asked and how, without any path, as JSON that people copy to each other."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from typing import Any, Optional, Tuple

from ..rrsis_core.errors import RequestInvalid
from ..rrsis_core.request import SegmentRequest
from .i18n import tr

VERSION = 1


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
        RequestInvalid: The text is something else.
    """
    try:
        values = json.loads(text)
    except ValueError:
        values = None
    if not isinstance(values, dict) or "rrsis" not in values or not isinstance(values.get("phrases"), list):
        raise RequestInvalid(tr("The clipboard holds no recipe. Copy one from the panel or from a message first."))
    names = {field.name for field in fields(Recipe)}
    known = {name: _tuple(value) for name, value in values.items() if name in names}
    known["phrases"] = tuple(str(phrase) for phrase in values["phrases"])
    try:
        recipe = Recipe(**{"model": "", **known})
        float(recipe.threshold), float(recipe.min_area_m2), float(recipe.gsd_m or 0)
    except (TypeError, ValueError) as error:
        raise RequestInvalid(tr("The recipe holds a value that cannot be read."), reason=str(error)) from error
    return recipe


def _tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
