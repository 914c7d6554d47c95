"""What the papers minimise, and which of a model's parts learn how quickly."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Optional

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from ...models import ready_to_learn
from ...models.base import ReferringSegmenter
from ...models.weights import apply_settings
from .recipe import Recipe

_NO_DECAY = ("norm", "absolute_pos_embed", "relative_position_bias_table")
_TEXT_LAYER = re.compile(r"text_encoder\.encoder\.layer\.(\d+)\.")
_SMALL, _SQUARES_SMALL = 1e-6, 1e-3


class Teacher(nn.Module):
    """A model that is asked for its paper's own losses beside its logits, by all processes together."""

    def __init__(self, model: ReferringSegmenter) -> None:
        super().__init__()
        self.model = model

    def forward(self, image: Tensor, ids: Tensor, mask: Tensor, truth: Tensor) -> tuple[Tensor, dict[str, Tensor]]:
        """Return logits (B, 1, H, W) and the own losses by name."""
        return self.model.teach(image, ids, mask, truth)


def recipe_losses(
    logits: Tensor, truth: Tensor, recipe: Recipe, own: Optional[Mapping[str, Tensor]] = None
) -> dict[str, Tensor]:
    """Return the weighted cross entropy and the Dice loss of the papers, from one logit a pixel, and their own ones.

    With logits (z0, z1) of background and object, softmax gives sigmoid(z1 - z0), so that z1 - z0 is enough.

    Args:
        logits: (B, 1, H, W).
        truth: (B, H, W), 0 or 1.
        recipe: The weights of the classes; the cross entropy is divided by the sum of its pixels' weights.
        own: Losses that the model's own paper adds, by name.

    Returns:
        "cross"; "dice": the sum over images and both classes of 1 - (2 |p y| + s) / (|p| + |y| + s), s = 1e-6, or, in
        squares, the mean over images of 1 - 2 |p y| / (|p²| + |y²| + 2 s), s = 1e-3, of the object; and `own`.
    """
    values = logits[:, 0].float()
    weights = truth * recipe.object_weight + (1 - truth) * recipe.background_weight
    each = F.binary_cross_entropy_with_logits(values, truth, reduction="none")
    losses = {"cross": (each * weights).sum() / weights.sum()}
    if recipe.dice:
        probability = torch.sigmoid(values)
        if recipe.dice_form == "squares":
            losses["dice"] = _dice_of_squares(probability, truth)
        else:
            losses["dice"] = _dice(probability, truth) + _dice(1 - probability, 1 - truth)
    return {**losses, **(own or {})}


def _dice(probability: Tensor, truth: Tensor) -> Tensor:
    over = (1, 2)
    both, sums = (probability * truth).sum(over), probability.sum(over) + truth.sum(over)
    return (1 - (2 * both + _SMALL) / (sums + _SMALL)).sum()


def _dice_of_squares(probability: Tensor, truth: Tensor) -> Tensor:
    over = (1, 2)
    both, sums = (probability * truth).sum(over), probability.square().sum(over) + truth.square().sum(over)
    return (1 - 2 * both / (sums + 2 * _SQUARES_SMALL)).mean()


def total_loss(losses: dict[str, Tensor], recipe: Recipe) -> Tensor:
    """Return the weighted sum of `recipe_losses`; own losses that the recipe does not name count nothing."""
    weights = {"cross": recipe.cross, "dice": recipe.dice, **recipe.extra}
    return torch.stack([weights.get(name, 0.0) * value for name, value in losses.items()]).sum()


def freeze(model: nn.Module, recipe: Recipe) -> None:
    """Let BERT's embeddings and its layers from `text_layers` on stay as they are."""
    for name, parameter in model.named_parameters():
        if name.startswith("text_encoder."):
            layer = _TEXT_LAYER.match(name)
            parameter.requires_grad_(layer is not None and int(layer.group(1)) < recipe.text_layers)


def make_optimiser(model: nn.Module, recipe: Recipe) -> torch.optim.AdamW:
    """Return AdamW over what learns; the backbone's norms and relative positions do not decay."""
    plain: list[nn.Parameter] = []
    kept: list[nn.Parameter] = []
    for name, parameter in _learning(model):
        free = name.startswith("backbone.") and any(part in name for part in _NO_DECAY)
        (kept if free else plain).append(parameter)
    groups = [{"params": plain, "weight_decay": recipe.weight_decay}, {"params": kept, "weight_decay": 0.0}]
    return torch.optim.AdamW(groups, lr=recipe.rate)


def _learning(model: nn.Module) -> Iterator[tuple[str, nn.Parameter]]:
    return ((name, each) for name, each in model.named_parameters() if each.requires_grad)


def prepare(model: ReferringSegmenter, recipe: Recipe, device: torch.device, world: int) -> ReferringSegmenter:
    """Return `model` ready to learn on `device`, its frozen parts frozen, BatchNorm synchronised where asked.

    Raises:
        TrainingFailed: A library that the model learns with is not installed.
        WeightsInvalid: The recipe asks for heads that the model cannot have.
    """
    ready_to_learn(model)
    apply_settings(model, {"heads": recipe.heads}, f"{recipe.name}, heads")
    freeze(model, recipe)
    if recipe.sync_batchnorm and world > 1 and device.type == "cuda":
        model = nn.SyncBatchNorm.convert_sync_batchnorm(model)  # type: ignore[no-untyped-call]
    return model.to(device).train()
