"""Seconds a tile of the bundled model as runs ask it: first phrase, further phrases, and against LGCE at Swin-B.

    python -m bench.tiny [--threads 2] [--rounds 9] [--sides 480 960] [--without-lgce] [--plain]

The bundled model has its weights, is arranged as a run arranges it, and reads a phrase of seven word pieces anew each
time. A further phrase finds the image's features in memory. LGCE has random weights, which do not change its time, and
looks at tiles of 480 pixels, in float32. All figures come from one run, the models taking turns.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable
from functools import partial

import torch
from torch import Tensor

from bench.common import Table
from rrsis_core.allocator import freed_memory_kept
from rrsis_core.catalog import get_card
from rrsis_core.models import arrange, create_model
from rrsis_core.models.base import Features, ReferringSegmenter

LGCE_PX = 480
LGCE = "lgce Swin-B float32, one phrase"
PLACE = torch.tensor([[0.0, 0.0, 0.5, 0.5, 0.3]])
Work = Callable[[], object]


def main() -> None:
    """Measure and add to the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--sides", type=int, nargs="+", default=[480, 960], help="sides of tiles in pixels")
    parser.add_argument("--without-lgce", action="store_true", help="leave out the large model, which needs 2 GB")
    parser.add_argument("--plain", action="store_true", help="the bundled model also as it learns, in float32")
    wanted = parser.parse_args()
    torch.set_num_threads(wanted.threads)
    torch.manual_seed(0)
    with freed_memory_kept():
        works = _tiny_works(wanted.sides, plain=wanted.plain)
        if not wanted.without_lgce:
            works[LGCE] = _lgce()
        taken = {name: statistics.median(times) for name, times in _in_turns(works, wanted.rounds).items()}
    _report(Table("tiny"), taken, f"{wanted.threads} threads, median of {wanted.rounds}")


def _in_turns(works: dict[str, Work], rounds: int) -> dict[str, list[float]]:
    """Times of each work: one round of all, then the next, so that a busy moment meets them alike."""
    taken: dict[str, list[float]] = {name: [] for name in works}
    for number in range(rounds + 1):
        for name, work in works.items():
            started = time.perf_counter()
            with torch.inference_mode():
                work()
            if number:  # the first round warms up
                taken[name].append(time.perf_counter() - started)
    return taken


def _inputs(name: str, side_px: int) -> tuple[Tensor, Tensor, Tensor]:
    """A tile, and a phrase of seven word pieces padded as the model reads it."""
    ids = torch.zeros((1, get_card(name).max_tokens), dtype=torch.int64)
    ids[0, :7] = torch.randint(200, 1000, (7,))
    image = torch.randn(1, 3, side_px, side_px).to(memory_format=torch.channels_last)
    return image, ids, (ids != 0).to(torch.int64)


def _tiny_works(sides_px: list[int], *, plain: bool) -> dict[str, Work]:
    model = create_model("lgce-tiny").to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    ways: dict[str, ReferringSegmenter | None] = {"plain float32": model} if plain else {}
    ways |= {"float32": arrange(model, torch.float32)}
    if torch.cpu._is_avx512_bf16_supported():
        ways["bfloat16"] = arrange(model, torch.bfloat16)
    works: dict[str, Work] = {}
    for kind, way in ways.items():
        for side_px in sides_px if way else ():
            image, ids, mask = _inputs("lgce-tiny", side_px)
            with torch.inference_mode():
                kept = way.encode_image(image)
            works[f"{kind}, {side_px} px, first phrase"] = partial(_first, way, image, ids, mask)
            works[f"{kind}, {side_px} px, further phrase"] = partial(_further, way, kept, ids, mask)
    return works


def _first(model: ReferringSegmenter, image: Tensor, ids: Tensor, mask: Tensor) -> Tensor:
    return _further(model, model.encode_image(image), ids, mask)


def _further(model: ReferringSegmenter, features: Features, ids: Tensor, mask: Tensor) -> Tensor:
    return model.decode_each(features, model.encode_text(ids, mask), PLACE)


def _lgce() -> Work:
    model = create_model("lgce", weights=None).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    return partial(model, *_inputs("lgce", LGCE_PX))


def _report(table: Table, taken: dict[str, float], note: str) -> None:
    for name, seconds in taken.items():
        table.add(f"lgce-tiny {name}" if name != LGCE else name, seconds, "s a tile", note)
    for name, first in taken.items():
        if name.endswith(", first phrase"):
            kind = name.removesuffix(", first phrase")
            table.add(f"further phrase / first, {kind}", taken[f"{kind}, further phrase"] / first, "of 1", note)
            if LGCE in taken and f"{LGCE_PX} px" in kind:
                table.add(f"lgce float32 / lgce-tiny {kind}", taken[LGCE] / first, "times", note)


if __name__ == "__main__":
    main()
