"""Losses: cross entropy and Dice, balanced so that neither large classes nor empty ground drown the others."""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F


def balanced_dense_loss(logits: Tensor, truth: Tensor, known: Tensor, cap: float = 5.0) -> tuple[Tensor, Tensor]:
    """Return (cross entropy, Dice) over N classes that are known in parts of the pixels.

    The cross entropy is averaged over the known pixels of each class first, positives weighted by
    √(negatives / positives), at most `cap`, then over the classes of which anything is known. Dice is taken for each
    image and class with positives.

    Args:
        logits: (B, N, H, W).
        truth: (B, N, H, W) in [0, 1].
        known: (B, N, H, W) 1 where truth is known.
        cap: Largest weight of a positive.
    """
    logits = logits.float()
    positives = (truth * known).sum((0, 2, 3))
    total = known.sum((0, 2, 3))
    weight = ((total - positives) / positives.clamp(min=1)).sqrt().clamp(1, cap)
    entropy = F.binary_cross_entropy_with_logits(logits, truth, reduction="none")
    scale = known * (1 + (weight[:, None, None] - 1) * truth)
    per_class = (entropy * scale).sum((0, 2, 3)) / scale.sum((0, 2, 3)).clamp(min=1)
    seen = total > 0
    cross = (per_class * seen).sum() / seen.sum().clamp(min=1)
    return cross, dice_loss(logits, truth, known)


def dice_loss(logits: Tensor, truth: Tensor, known: Tensor, smooth: float = 20.0) -> Tensor:
    """Return the mean soft Dice loss of the (image, class) pairs that have positives; shapes as above."""
    probability = logits.sigmoid() * known
    truth = truth * known
    together = (probability * truth).sum((2, 3))
    size = truth.sum((2, 3))
    dice = 1 - (2 * together + smooth) / (probability.sum((2, 3)) + size + smooth)
    has = size > 2
    return (dice * has).sum() / has.sum().clamp(min=1)


def phrase_loss(logits: Tensor, presence: Tensor, truth: Tensor, known: Tensor, cap: float = 5.0) -> dict[str, Tensor]:
    """Return the parts of the loss of P phrases, each in an image of its own.

    Args:
        logits: (P, 1, H, W) mask logits, presence included.
        presence: (P,) presence logits.
        truth: (P, 1, H, W) in [0, 1].
        known: (P, 1, H, W).
        cap: Largest weight of a positive.
    """
    logits = logits.float()
    positives, total = (truth * known).sum((1, 2, 3)), known.sum((1, 2, 3)).clamp(min=1)
    weight = ((total - positives) / positives.clamp(min=1)).sqrt().clamp(1, cap)
    entropy = F.binary_cross_entropy_with_logits(logits, truth, reduction="none")
    scale = known * (1 + (weight[:, None, None, None] - 1) * truth)
    per_phrase = (entropy * scale).sum((1, 2, 3)) / scale.sum((1, 2, 3)).clamp(min=1)
    there = (positives > 2).float()
    unsure = (positives > 0) & (positives <= 2)
    present = F.binary_cross_entropy_with_logits(presence.float(), there, reduction="none")
    present = (present * ~unsure).mean()
    return {"cross": per_phrase.mean(), "dice": dice_loss(logits, truth, known), "presence": present}


def unpack_bits(bits: Tensor, count: int) -> Tensor:
    """Return (B, count, H/2, W/2) float32 in [0, 1] of `bits` (B, H, W) int32: means of two of four pixels."""
    shifts = torch.arange(count, dtype=bits.dtype)[None, :, None, None]
    first = (bits[:, None, ::2, ::2] >> shifts) & 1
    second = (bits[:, None, 1::2, 1::2] >> shifts) & 1
    return (first + second).float() / 2
