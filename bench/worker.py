"""A worker for the benchmarks: the real corridor with a model that needs no weights.

RRSIS_BENCH_MODEL says which: `random` is the asked-for model with random weights, `standin` a few smooth blobs that
cost next to nothing, so that what remains is the corridor itself.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Mapping
from typing import Any

import torch
from torch import Tensor

from rrsis_core.models import create_model
from rrsis_core.models.base import Features, ReferringSegmenter, Words
from rrsis_core.request import SegmentRequest
from rrsis_core.segment import segment
from rrsis_core.worker.server import Job, Verb, serve
from rrsis_core.worker.verbs import verbs


class StandIn(ReferringSegmenter):
    """Blobs where the picture is bright, from means over 16 × 16 px."""

    words_enter_late = True

    def encode_image(self, image: Tensor) -> Features:
        """Means of brightness, and the size to come back to."""
        small = torch.nn.functional.avg_pool2d(image.mean(dim=1, keepdim=True), 16)
        return small, image[:, :1]

    def encode_text(self, ids: Tensor, mask: Tensor) -> Words:
        """Nothing of the words."""
        return Words(ids[..., None].float(), mask)

    def decode(self, features: Features, words: Words, place: Tensor | None = None) -> Tensor:
        """Logits that change sign where brightness passes the mean."""
        small, whole = features
        return 6.0 * torch.nn.functional.interpolate(small - 0.4, size=whole.shape[-2:], mode="bilinear")


@functools.lru_cache(maxsize=1)
def model(name: str) -> ReferringSegmenter:
    """The model that RRSIS_BENCH_MODEL asks for."""
    torch.manual_seed(0)
    if os.environ.get("RRSIS_BENCH_MODEL") == "standin":
        return StandIn().eval()
    return create_model(name, weights=None)


def _segment(payload: dict[str, Any], job: Job) -> dict[str, Any]:
    request = SegmentRequest.from_json(payload).checked()
    return segment(request, model(request.model), job.watch).to_json()


def load() -> Mapping[str, Verb]:
    """The real verbs, but for the model."""
    return {**verbs(), "segment": _segment}


if __name__ == "__main__":
    serve(load)
    os._exit(0)
