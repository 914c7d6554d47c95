"""Seconds a tile of the bundled model: first phrase, further phrases, and against LGCE at Swin-B.

    python -m bench.tiny [--threads 2] [--rounds 9] [--without-lgce]

Weights are random: they do not change the time. All figures come from one run, the models taking turns.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable

import torch
from torch import Tensor

from bench.common import Table
from rrsis_core.catalog import get_card
from rrsis_core.models import create_model
from rrsis_core.models.base import ReferringSegmenter

TILE_PX = 480
Work = Callable[[], object]


def main() -> None:
    """Measure and add to the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--without-lgce", action="store_true", help="leave out the large model, which needs 2 GB")
    wanted = parser.parse_args()
    torch.set_num_threads(wanted.threads)
    torch.manual_seed(0)
    works = _tiny_works()
    if not wanted.without_lgce:
        works["lgce Swin-B float32, one phrase"] = _whole("lgce")
    taken = {name: _median(work, wanted.rounds) for name, work in _in_turns(works, wanted.rounds).items()}
    _report(Table("tiny"), taken, f"{TILE_PX}² px, {wanted.threads} threads, median of {wanted.rounds}")


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


def _median(times: list[float], rounds: int) -> float:
    return statistics.median(times[:rounds])


def _inputs(name: str) -> tuple[Tensor, Tensor, Tensor]:
    """A tile, and a phrase of seven word pieces padded as the model reads it."""
    ids = torch.zeros((1, get_card(name).max_tokens), dtype=torch.int64)
    ids[0, :7] = torch.randint(200, 1000, (7,))
    image = torch.randn(1, 3, TILE_PX, TILE_PX).to(memory_format=torch.channels_last)
    return image, ids, (ids != 0).to(torch.int64)


def _model(name: str) -> ReferringSegmenter:
    return create_model(name, weights=None).eval().to(memory_format=torch.channels_last)  # type: ignore[call-overload]


def _tiny_works() -> dict[str, Work]:
    model = _model("lgce-tiny")
    image, ids, mask = _inputs("lgce-tiny")
    _, more_ids, more_mask = _inputs("lgce-tiny")
    place = torch.tensor([[0.0, 0.0, 1.0, 1.0, 0.3]])
    with torch.inference_mode():
        kept = model.encode_image(image)

    def half() -> object:
        with torch.autocast("cpu", torch.bfloat16):
            return model(image, ids, mask, place)

    def half_further() -> object:
        with torch.autocast("cpu", torch.bfloat16):
            return model.decode(kept, model.encode_text(more_ids, more_mask), place)

    return {
        "lgce-tiny float32, first phrase": lambda: model(image, ids, mask, place),
        "lgce-tiny float32, further phrase": lambda: model.decode(kept, model.encode_text(more_ids, more_mask), place),
        "lgce-tiny bfloat16, first phrase": half,
        "lgce-tiny bfloat16, further phrase": half_further,
    }


def _whole(name: str) -> Work:
    model = _model(name)
    image, ids, mask = _inputs(name)
    return lambda: model(image, ids, mask)


def _report(table: Table, taken: dict[str, float], note: str) -> None:
    for name, seconds in taken.items():
        table.add(name, seconds, "s a tile", note)
    for kind in ("float32", "bfloat16"):
        first, further = taken[f"lgce-tiny {kind}, first phrase"], taken[f"lgce-tiny {kind}, further phrase"]
        table.add(f"further phrase / first, {kind}", further / first, "of 1", note)
        if "lgce Swin-B float32, one phrase" in taken:
            table.add(
                f"lgce float32 / lgce-tiny {kind}", taken["lgce Swin-B float32, one phrase"] / first, "times", note
            )


if __name__ == "__main__":
    main()
