"""How fast a run learns at each step, and how much the averaged weights keep."""

from __future__ import annotations

from .config import TrainConfig


def rate_at(step: int, config: TrainConfig) -> float:
    """Return the share of the peak rate at `step` (0 …): a linear warm-up, a plateau, and a linear fall to 2 %."""
    rise = min(1.0, (step + 1) / config.warmup) if config.warmup else 1.0
    length = max(1.0, (1 - config.decay_from) * config.steps)
    fall = min(1.0, max(0.02, (config.steps - step) / length))
    return rise * fall


def average_at(step: int, config: TrainConfig) -> float:
    """Return how much of the averaged weights stays at `step`: little at first, `average` in the long run."""
    return min(config.average, (1 + step) / (10 + step))
