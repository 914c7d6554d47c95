"""The only place that writes results: polygons and probabilities, each file whole or not at all."""

from __future__ import annotations

from typing import Any

from ._formats import PARTITIONED
from .aside import check_output, check_spared
from .layers import LayerWriter, layer_names
from .partitions import PartitionWriter
from .probability import KeptProbability, ProbabilityWriter, read_probability

__all__ = [
    "KeptProbability",
    "LayerWriter",
    "PartitionWriter",
    "ProbabilityWriter",
    "check_output",
    "check_spared",
    "layer_names",
    "read_probability",
    "vector_writer",
]


def vector_writer(
    path: str, crs_wkt: str | None, provenance: dict[str, Any], *, overwrite: bool = False
) -> LayerWriter | PartitionWriter:
    """Return the writer that the ending of `path` asks for; its arguments are those of LayerWriter."""
    kind = PartitionWriter if path.lower().endswith(PARTITIONED) else LayerWriter
    return kind(path, crs_wkt, provenance, overwrite=overwrite)
