"""Where models are made: `create_model` finds a card's builder by name, and imports nothing that is not asked for.

`arrange` does the same for what makes a model quicker to ask, `ready_to_learn` for what only learning needs.
"""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any, Callable, Literal, Optional, Union

import torch

from ..catalog import ModelCard
from ..errors import TrainingFailed
from ..own_models import find_card
from .base import ReferringSegmenter
from .weights import file_sha256, find_weights, load_weights

Size = Literal["full", "test"]
Builder = Callable[[Size], ReferringSegmenter]


def create_model(
    name_or_card: Union[str, ModelCard], *, weights: Union[str, Path, None] = "card", size: Size = "full"
) -> ReferringSegmenter:
    """Return the model of a card, in evaluation mode.

    Args:
        name_or_card: A name in the catalogue or of one's own models, or a card.
        weights: "card" loads the card's own weights; a path loads that safetensors file; None leaves random values.
        size: "test" makes a member of the family small enough for tests; it has no weights of its own.

    Raises:
        ModelUnknown: No such card.
        WeightsMissing: The weights are not on this machine.
        WeightsInvalid: The file is corrupt or belongs to another model.
    """
    card = find_card(name_or_card) if isinstance(name_or_card, str) else name_or_card
    model = _builder(card)(size)
    if weights is not None and size == "full":
        path = find_weights(card) if weights == "card" else Path(weights)
        load_weights(model, path, card)
        model.digest = file_sha256(path)
    return model.eval()


def arrange(model: ReferringSegmenter, dtype: torch.dtype) -> Optional[ReferringSegmenter]:
    """Return `model` arranged for asking on a processor in `dtype`; None where it knows no way, or not on this machine.

    What it answers is the same, what its features look like is not. `model` stays as it is.
    """
    arranger: Callable[[ReferringSegmenter, torch.dtype], Optional[ReferringSegmenter]]
    if not model.arranged_by:
        return None
    arranger = _named(model.arranged_by)
    return arranger(model, dtype)


def ready_to_learn(model: ReferringSegmenter) -> None:
    """Let `model` learn what its authors let: once, on a new model, before its weights for learning are loaded.

    Raises:
        TrainingFailed: The library that this needs is not installed.
    """
    if not model.learns_by:
        return
    try:
        prepare: Callable[[ReferringSegmenter], None] = _named(model.learns_by)
    except ModuleNotFoundError as error:
        raise TrainingFailed(
            f'{type(model).__name__} learns with the package "{error.name}", which is not installed here. '
            "Install what training needs: pip install -r train/requirements.txt.",
            package=error.name,
        ) from error
    prepare(model)


def _builder(card: ModelCard) -> Builder:
    builder: Builder = _named(card.builder)
    return builder


def _named(address: str) -> Any:
    """Return what the address "module:function" names, a module of this package."""
    module, _, function = address.partition(":")
    return getattr(importlib.import_module(f".{module}", __package__), function)


__all__ = ["Builder", "ReferringSegmenter", "Size", "arrange", "create_model", "ready_to_learn"]
