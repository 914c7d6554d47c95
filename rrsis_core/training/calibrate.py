"""After training: where the model should say yes, and how sure it may sound, fitted on places kept for choosing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

import numpy as np
from numpy.typing import NDArray

from .metrics import NO_TARGET_SHARE

OFFSETS = (-1.5, -1.0, -0.75, -0.5, -0.25, 0.0, 0.25, 0.5)
PRESENCE_SCALES = (0.5, 1.0, 1.5, 2.0, 3.0, 4.0)
PRESENCE_BIASES = (-3.0, -2.0, -1.0, 0.0, 1.0, 2.0)
SLOPES = tuple(round(0.2 + 0.05 * step, 2) for step in range(21))
SHIFTS = tuple(round(-0.1 * step, 1) for step in range(36))
_BINS = np.linspace(-12, 12, 481)
SCALES = tuple(round(0.3 + 0.1 * step, 1) for step in range(14))


@dataclass(frozen=True)
class Answer:
    """What the model said to one phrase, before calibration.

    Args:
        kind: Of the phrase.
        logits: (h, w) of the mask, presence left out.
        presence: (h, w) presence logits, or (1, 1) where they are the same everywhere.
        truth: (h, w) bool.
    """

    kind: str
    logits: NDArray[np.float32]
    presence: NDArray[np.float32]
    truth: NDArray[np.bool_]


@dataclass(frozen=True)
class Calibration:
    """The four numbers that the model keeps: scale and bias of the mask's logits, and of presence before that."""

    scale: float = 1.0
    bias: float = 0.0
    presence_scale: float = 1.0
    presence_bias: float = 0.0


def log_sigmoid(value: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return log(1 / (1 + exp(-value)))."""
    return np.asarray(-np.logaddexp(np.float32(0), -value), np.float32)


def score(answers: Sequence[Answer], offset: float, presence_scale: float, presence_bias: float) -> dict[str, float]:
    """Return mIoU by kind and the share of right "nothing there", with `offset` added to the logits.

    "goal" is the mean over the kinds, "absent" counted as one of them.
    """
    found: dict[str, list[float]] = defaultdict(list)
    for answer in answers:
        level = -(offset + log_sigmoid(answer.presence * presence_scale + presence_bias))
        mask = answer.logits > level
        if not answer.truth.any():
            found["absent"].append(float(mask.mean() < NO_TARGET_SHARE))
            continue
        found[answer.kind].append(float((mask & answer.truth).sum() / (mask | answer.truth).sum()))
    means = {kind: float(np.mean(values)) for kind, values in sorted(found.items())}
    return {**means, "goal": float(np.mean(list(means.values())))}


def fit(answers: Sequence[Answer]) -> Calibration:
    """Return what scores best at threshold 0.5, with the scale whose probabilities have the least cross entropy."""
    choices = product(OFFSETS, PRESENCE_SCALES, PRESENCE_BIASES)
    offset, presence_scale, presence_bias = max(choices, key=lambda choice: score(answers, *choice)["goal"])
    costs = {scale: _cross_entropy(answers, scale, offset, presence_scale, presence_bias) for scale in SCALES}
    scale = min(costs, key=costs.__getitem__)
    return Calibration(scale, scale * offset, presence_scale, presence_bias)


def fit_certainty(
    answers: Sequence[Answer], calibration: Calibration, weights: Sequence[float] | None = None
) -> tuple[float, float]:
    """Return slope and shift of the line on which the probabilities of all pixels have the least cross entropy.

    The shift is never above 0.

    Args:
        answers: What was said.
        calibration: What the logits go through before.
        weights: How much each of `answers` counts; None: all the same.
    """
    right, wrong = (np.zeros(len(_BINS) + 1) for _ in range(2))
    offset = calibration.bias / calibration.scale
    for answer, weight in zip(answers, [1.0] * len(answers) if weights is None else weights, strict=True):
        level = offset + log_sigmoid(answer.presence * calibration.presence_scale + calibration.presence_bias)
        places = np.digitize(calibration.scale * (answer.logits + level), _BINS)
        right += weight * np.bincount(places[answer.truth], minlength=len(right))
        wrong += weight * np.bincount(places[~answer.truth], minlength=len(wrong))
    middles = np.concatenate([_BINS[:1], (_BINS[1:] + _BINS[:-1]) / 2, _BINS[-1:]])
    costs = {}
    for slope, shift in product(SLOPES, SHIFTS):
        line = slope * middles + shift
        costs[slope, shift] = float((right * np.logaddexp(0, -line) + wrong * np.logaddexp(0, line)).sum())
    return min(costs, key=costs.__getitem__)


def _cross_entropy(
    answers: Sequence[Answer], scale: float, offset: float, presence_scale: float, presence_bias: float
) -> float:
    costs = []
    for answer in answers:
        level = offset + log_sigmoid(answer.presence * presence_scale + presence_bias)
        logits = scale * (answer.logits.astype(np.float64) + level)[::2, ::2]
        signed = np.where(answer.truth[::2, ::2], logits, -logits)
        costs.append(float(np.logaddexp(0.0, -signed).mean()))
    return float(np.mean(costs))
