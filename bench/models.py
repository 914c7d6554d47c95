"""How long a forward of each published model takes, beside a plain rendering of it and in bfloat16, on this machine.

    python bench/models.py [lgce lavt …] [--repeats 3] [--threads 2] [--side 480] [--on cpu cuda] [--no-compile]

Weights and image are random, which changes no time. Ours and the plain rendering take turns; the ratio is that of the
medians of processor seconds, which other work on the machine disturbs less than it does the clock.
On a graphics card the plain rendering in float32 with one tile at a time is held against ours in bfloat16 with batches,
as it is called, as a CUDA graph and compiled, by the clock. The table goes to bench/results/.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable

import plain
import torch
from common import Table
from torch import Tensor

from rrsis_core.models import create_model
from rrsis_core.models.base import Words

MODELS = ("lgce", "lavt", "rmsin", "fianet", "aeroreformer")


def inputs(side: int) -> tuple[Tensor, Tensor, Tensor]:
    """Image (1, 3, side, side), ids and mask of "the red roofs"."""
    ids = torch.zeros(1, 20, dtype=torch.int64)
    ids[0, :5] = torch.tensor([101, 1996, 2417, 15753, 102])
    return torch.randn(1, 3, side, side), ids, (ids > 0).long()


def processor_s(call: Callable[[], object]) -> float:
    """Processor seconds of one call, all threads together."""
    start = time.process_time()
    call()
    return time.process_time() - start


def on_cpu(name: str, side: int, repeats: int, table: Table) -> None:
    """Time `name` plainly, as ours in float32, and as ours in bfloat16."""
    torch.manual_seed(0)
    model = create_model(name, weights=None)
    image, ids, mask = inputs(side)
    words = model.encode_text(ids, mask)
    seconds: dict[str, list[float]] = {"plain": [], "ours": [], "bfloat16": []}
    full = model.decode(model.encode_image(image), words)
    with plain.rendering():
        expected = plain.run(model, image, ids, mask)
    table.add(f"{name}: masks agree with the plain ones", agreement(full, expected), "share", "float32")
    for _ in range(repeats):
        seconds["ours"].append(processor_s(lambda: model.decode(model.encode_image(image), words)))
        with plain.rendering():
            seconds["plain"].append(processor_s(lambda: plain.run(model, image, ids, mask)))
    model.bfloat16()
    half, words = image.bfloat16(), model.encode_text(ids, mask)
    coarse = model.decode(model.encode_image(half), words)
    table.add(f"{name}: masks agree with the plain ones", agreement(coarse.float(), expected), "share", "bfloat16")
    for _ in range(repeats):
        seconds["bfloat16"].append(processor_s(lambda: model.decode(model.encode_image(half), words)))
    median = {kind: statistics.median(times) for kind, times in seconds.items()}
    for kind, value in median.items():
        table.add(f"{name}: {kind}", value, "cpu s", f"{side} px, batch 1, median of {repeats}")
    for kind in ("ours", "bfloat16"):
        table.add(f"{name}: {kind} against plain", median["plain"] / median[kind], "times")


def agreement(logits: Tensor, expected: Tensor) -> float:
    """Share of pixels on the same side of the threshold."""
    return float(((logits[:, 0] > 0) == expected).float().mean())


def on_gpu(name: str, side: int, repeats: int, table: Table, *, compiling: bool) -> None:
    """Images a second on the graphics card: plain in float32, and ours in bfloat16 with batches."""
    torch.manual_seed(0)
    model = create_model(name, weights=None).cuda()
    image, ids, mask = (part.cuda() for part in inputs(side))
    with plain.rendering():
        expected = plain.run(model, image, ids, mask)
        slow = clock_s(lambda: plain.run(model, image, ids, mask), repeats)
        many = [part.expand(8, *part.shape[1:]).contiguous() for part in (image, ids, mask)]
        batched = clock_s(lambda: plain.run(model, *many), repeats) / 8
    table.add(f"{name}: plain on the card", 1 / slow, "images/s", "float32, batch 1")
    table.add(f"{name}: plain on the card, batched", 1 / batched, "images/s", "float32, batch 8")
    model.bfloat16()
    words = model.encode_text(ids, mask)

    def forward(batch: Tensor, states: Tensor, present: Tensor) -> Tensor:
        return model.decode(model.encode_image(batch), Words(states, present))

    coarse = forward(image.bfloat16(), words.states, words.mask)
    table.add(f"{name}: masks on the card agree", agreement(coarse.float(), expected), "share", "bfloat16")
    for size in (1, 8, 32):
        given = [
            part.expand(size, *part.shape[1:]).contiguous() for part in (image.bfloat16(), words.states, words.mask)
        ]
        ways: dict[str, Callable[[], object]] = {"as called": lambda given=given: forward(*given)}
        ways["as a graph"] = graph_of(lambda given=given: forward(*given))
        if size == 8 and compiling:
            compiled = torch.compile(forward, mode="reduce-overhead")
            ways["compiled"] = lambda given=given, compiled=compiled: compiled(*given)
        for way, call in ways.items():
            fast = clock_s(call, repeats) / size
            table.add(f"{name}: ours on the card, {way}", 1 / fast, "images/s", f"bfloat16, batch {size}")
            table.add(
                f"{name}: ours on the card, {way}, against plain", slow / fast, "times", f"batch {size} against 1"
            )


def graph_of(call: Callable[[], object]) -> Callable[[], object]:
    """Record the kernels of `call` once; return what plays them again."""
    aside = torch.cuda.Stream()
    aside.wait_stream(torch.cuda.current_stream())
    with torch.cuda.stream(aside):
        for _ in range(3):
            call()
    torch.cuda.current_stream().wait_stream(aside)
    graph = torch.cuda.CUDAGraph()
    with torch.cuda.graph(graph):
        call()
    return graph.replay


def clock_s(call: Callable[[], object], repeats: int) -> float:
    """Seconds of one call on the card, median of `repeats` rounds of ten calls, after three calls to warm up."""
    for _ in range(3):
        call()
    rounds = []
    for _ in range(repeats):
        torch.cuda.synchronize()
        start = time.perf_counter()
        for _ in range(10):
            call()
        torch.cuda.synchronize()
        rounds.append((time.perf_counter() - start) / 10)
    return statistics.median(rounds)


def main() -> None:
    """Measure the models named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("models", nargs="*", default=MODELS)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--side", type=int, default=480)
    parser.add_argument("--on", nargs="+", choices=("cpu", "cuda"), default=("cpu", "cuda"))
    parser.add_argument("--no-compile", action="store_true", help="leave out what torch.compile takes minutes for")
    wish = parser.parse_args()
    torch.set_num_threads(wish.threads)
    table = Table("models")
    with torch.inference_mode():
        for name in wish.models:
            if "cpu" in wish.on:
                on_cpu(name, wish.side, wish.repeats, table)
            if "cuda" in wish.on and torch.cuda.is_available():
                on_gpu(name, wish.side, wish.repeats, table, compiling=not wish.no_compile)


if __name__ == "__main__":
    main()
