"""The only place that writes results: polygons and probabilities, each file whole or not at all."""

from __future__ import annotations

from .aside import check_output
from .layers import LayerWriter, layer_names
from .probability import KeptProbability, ProbabilityWriter, read_probability

__all__ = ["KeptProbability", "LayerWriter", "ProbabilityWriter", "check_output", "layer_names", "read_probability"]
