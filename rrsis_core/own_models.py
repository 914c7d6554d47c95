"""Models that a person made of one of the catalogue: which there are, and what is asked to make one.

Each is a folder below `models_folder()` with `model.safetensors` and `metadata.json`, whose key "base" names the card
that it was made of. They are data, not cache: nothing deletes them but the person.
"""

from __future__ import annotations

import difflib
import json
import re
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Optional

from .catalog import CATALOG, ModelCard
from .errors import ModelUnknown, RequestInvalid
from .folders import data_folder
from .values import from_values

WEIGHTS, METADATA = "model.safetensors", "metadata.json"
MOST_STEPS = 100_000
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,59}")


def models_folder() -> Path:
    """Return the folder of the person's own models."""
    return data_folder() / "models"


def own_cards() -> dict[str, ModelCard]:
    """Return the cards of the person's own models by name, sorted; what cannot be read is none."""
    cards = (_card(path.parent) for path in sorted(models_folder().glob(f"*/{METADATA}")))
    return {card.name: card for card in cards if card is not None}


def _card(folder: Path) -> Optional[ModelCard]:
    base = CATALOG.get(str(read_metadata(folder).get("base", "")))
    if base is None or not _NAME.fullmatch(folder.name) or folder.name in CATALOG:
        return None
    title = f"{folder.name} ({base.name})"
    return replace(base, name=folder.name, title=title, weights=None, scores=(), folder=str(folder))


def read_metadata(folder: Path) -> dict[str, Any]:
    """Return what stands beside the weights in `folder`; nothing where that cannot be read."""
    try:
        content = json.loads((folder / METADATA).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) else {}


def all_cards() -> dict[str, ModelCard]:
    """Return the cards of the catalogue and of the person's own models, by name."""
    return {**CATALOG, **own_cards()}


def find_card(name: str) -> ModelCard:
    """Return the card of that name, of the catalogue or of the person's own.

    Raises:
        ModelUnknown: There is none; the message offers the nearest name.
    """
    if name in CATALOG:
        return CATALOG[name]
    own = own_cards()
    if name in own:
        return own[name]
    names = {each.lower(): each for each in [*CATALOG, *own]}
    near = difflib.get_close_matches(name.lower(), names, n=1)
    hint = f' Did you mean "{names[near[0]]}"?' if near else ""
    known = ", ".join([*sorted(own), *sorted(CATALOG)])
    raise ModelUnknown(f'There is no model "{name}".{hint} There are: {known}.', model=name, known=known)


def check_name(name: str) -> str:
    """Return `name` where a model of one's own may be called so.

    Raises:
        RequestInvalid: It is no name for a folder, or the catalogue has it.
    """
    if not _NAME.fullmatch(name):
        raise RequestInvalid(
            f'"{name[:80]}" is no name for a model: use letters, digits, "-" and "_", at most 60, such as helipads-1.',
            name="output",
            value=name[:80],
        )
    if name.lower() in CATALOG:
        raise RequestInvalid(
            f'"{name}" is a model of the catalogue: give yours another name.', name="output", value=name
        )
    return name


@dataclass(frozen=True)
class FineTuneRequest:
    """A model that is to learn from one's own samples.

    Args:
        data: A folder of one's own data: images and phrases.jsonl, with splits "train" and "val".
        output: Name of the model that comes out.
        model: Which one learns: the bundled one, or one of one's own made of it.
        steps: How long; None: by the number of samples.
        everything: Whether the image side learns too, not the words' side alone.
        resume: Whether a run of the same request that was stopped is taken up where it stopped.
        replace: Whether a model of that name that is there may be replaced.
    """

    data: str
    output: str
    model: str = "lgce-tiny"
    steps: Optional[int] = None
    everything: bool = False
    resume: bool = False
    replace: bool = False

    def checked(self) -> FineTuneRequest:
        """Return the request, checked; raises RequestInvalid."""
        if not self.data:
            raise RequestInvalid("No data were given: name a folder with phrases.jsonl.", name="data")
        if self.steps is not None and not 1 <= self.steps <= MOST_STEPS:
            raise RequestInvalid(f"steps is {self.steps}; it must lie between 1 and {MOST_STEPS}.", name="steps")
        check_name(self.output)
        return self

    def to_json(self) -> dict[str, Any]:
        """Return the request as JSON values."""
        return asdict(self)

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> FineTuneRequest:
        """Return the request that `to_json` wrote; raises RequestInvalid where a key is unknown, missing or wrong."""
        return from_values(cls, values)
