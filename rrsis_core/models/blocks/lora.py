"""Low-rank adaptation: where a model's frozen layers get small learned changes, and how these go into the layers.

Paper: LoRA: Low-Rank Adaptation of Large Language Models, arXiv 2106.09685: y = W x + (α / r) B A x.
While a model learns, the changes are those of the library peft (low_rank.py). A model that only answers has none: they
are added into the weights when a file is read, so that asking needs no peft and costs nothing more.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor

RANK = 16
"""Of every change here; α is the same, so that a change counts once."""
_BASE, _DOWN, _UP = "base_layer.", "lora_A.default.weight", "lora_B.default.weight"


@dataclass(frozen=True)
class LowRank:
    """A part of a model that is frozen but for low-rank changes.

    Args:
        part: Its name in the model.
        layers: Regular expression for the whole names of the changed layers, within the part.
        drop: Dropout before a change, in training.
    """

    part: str
    layers: str
    drop: float = 0.0


def merged(state: dict[str, Tensor]) -> dict[str, Tensor]:
    """Return `state` with each change added into its layer, which gets its plain name back; others stay as they are."""
    stems = {key[: -len(_DOWN)] for key in state if key.endswith(_DOWN)}
    whole = {stem for stem in stems if stem + _UP in state and f"{stem}{_BASE}weight" in state}
    plain: dict[str, Tensor] = {}
    for key, value in state.items():
        stem, changed, last = key.partition(_BASE)
        if changed and stem in whole:
            plain[stem + last] = _add(value, state[stem + _UP], state[stem + _DOWN]) if last == "weight" else value
        elif key.removesuffix(_DOWN).removesuffix(_UP) not in whole:
            plain[key] = value
    return plain


def _add(weight: Tensor, up: Tensor, down: Tensor) -> Tensor:
    """Return weight (O, I, …) + up (O, R[, 1, 1]) · down (R, I, …)."""
    changed: Tensor = weight.float() + torch.tensordot(up.flatten(1).float(), down.float(), 1)
    return changed.to(weight.dtype)
