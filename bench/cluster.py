"""How well shards spread: work done a second by 1 … N workers against one, with a forward pass that only waits.

    python -m bench.cluster [--workers 1 4 16 64] [--tile-s 10] [--per-worker 4]

Waiting stands for a card or a processor of its own on each worker: it takes time and no core of this machine. Each
worker gets the same number of shards, so the raster, which repeats the Banepa orthophoto downwards, grows with them.
What is measured is everything else: the scheduler, reading, joining, polygons, writing, all of it on this machine's
cores. Where those are full, they are what is measured: the share of them that was busy is told beside each efficiency,
and a forward pass as long as `--tile-s` is chosen so that the rest of 64 workers' work fits two cores.

Workers are workers of Dask, each with a connection and a thread of its own, in a few processes: 64 processes would take
some 50 GB to hold the same libraries. `--real` runs the bundled model in 1 and 2 processes on one orthophoto instead.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import rasterio
import torch
from distributed import Client, LocalCluster, Worker
from torch import Tensor
from torch.nn.functional import avg_pool2d, interpolate

from bench.common import ROOT, Table, cpu_s, peak_mb, shared_file
from bench.memory import repeat
from bench.worker import StandIn
from rrsis_core import cluster, shards
from rrsis_core.catalog import get_card
from rrsis_core.models.base import Features, Words
from rrsis_core.request import SegmentRequest, SegmentResult

CARD = get_card("lgce")


class Waiting(StandIn):
    """Takes `tile_s` seconds a tile without computing; finds some 70 objects in a million pixels."""

    def __init__(self, tile_s: float) -> None:
        super().__init__()
        self.tile_s = tile_s

    def encode_image(self, image: Tensor) -> Features:
        """Wait as long as a model would compute."""
        time.sleep(self.tile_s * len(image))
        return avg_pool2d(image.mean(dim=1, keepdim=True), 4), image[:, :1]

    def decode(self, features: Features, words: Words, place: Tensor | None = None) -> Tensor:
        """Return a logit from brightness."""
        small, whole = features
        return interpolate(4 * small - 4.8, size=whole.shape[-2:], mode="bilinear")


def main() -> None:
    """Measure and add to the table, or serve as workers for the process that does."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 4, 16, 64])
    parser.add_argument("--per-worker", type=int, default=4, help="shards of one row of tiles for each")
    parser.add_argument("--width", type=int, default=CARD.tile_px, help="pixels across")
    parser.add_argument("--tile-s", type=float, default=10.0, help="seconds that a forward pass waits")
    parser.add_argument("--processes", type=int, default=os.cpu_count() or 1, help="that workers are spread over")
    parser.add_argument("--real", action="store_true", help="the bundled model in 1 and 2 processes")
    parser.add_argument("--serve", metavar="ADDRESS", help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    torch.set_num_threads(1)
    shards.model_of = cluster.model_of = shards.model_of if wanted.real else lambda name: Waiting(wanted.tile_s)
    if wanted.serve:
        asyncio.run(_serve(wanted.serve, wanted.workers[0]))
        return
    table = Table("cluster")
    first: float | None = None
    for count in [1, 2] if wanted.real else wanted.workers:
        with tempfile.TemporaryDirectory() as folder:
            rate = _measured(Path(folder), count, wanted, table)
        first = first or rate
        table.add(f"efficiency on {count} workers", rate / first, "of 1", "" if wanted.real else _most(wanted, count))


def _most(wanted: argparse.Namespace, count: int) -> str:
    """Return what the efficiency could be, since each shard but the first computes a row of tiles twice."""
    alone, each = 2 * wanted.per_worker - 1, 2 * wanted.per_worker - 1 / count
    return f"{alone / each:.2f} is the most, as each seam is computed twice"


def _measured(folder: Path, count: int, wanted: argparse.Namespace, table: Table) -> float:
    """Add one run on `count` workers, started and warm; return the rows of pixels that each did in a second."""
    request, rows = _real(folder) if wanted.real else _simulated(folder, count, wanted)
    with _workers(count, wanted) as (client, pids):
        if wanted.real:
            cluster.segment_on(client, request)  # models are loaded now
        used, started = sum(map(cpu_s, pids)), time.perf_counter()
        result = cluster.segment_on(client, request, shard_rows=None if wanted.real else 1)
        seconds, used = time.perf_counter() - started, sum(map(cpu_s, pids)) - used
        peak = sum(map(peak_mb, pids))
    note = _note(result, wanted)
    table.add(f"run on {count} workers", seconds, "s", note)
    table.add(f"processor time on {count} workers", used, "s", note)
    table.add(f"busy cores on {count} workers", used / seconds / (os.cpu_count() or 1), "of 1", note)
    table.add(f"memory of {count} workers and the rest", peak, "MB", f"{len(pids)} processes")
    return rows / seconds / count


def _note(result: SegmentResult, wanted: argparse.Namespace) -> str:
    how = f"{wanted.per_worker} shards a worker, {wanted.tile_s:g} s a tile"
    return f"{result.tiles} tiles, {result.count} objects, " + ("bundled model" if wanted.real else how)


def _real(folder: Path) -> tuple[SegmentRequest, int]:
    source = shared_file("rasters/banepa_town_13cm.tif")
    with rasterio.open(source) as image:
        return SegmentRequest(str(source), ("buildings",), str(folder / "found.gpkg"), device="cpu"), image.height


def _simulated(folder: Path, count: int, wanted: argparse.Namespace) -> tuple[SegmentRequest, int]:
    rows = count * wanted.per_worker * (CARD.tile_px - CARD.overlap_px) + CARD.overlap_px
    source = shared_file("rasters/banepa_town_13cm.tif")
    raster, gsd_m = repeat(source, wanted.width, folder / "repeated.vrt", rows)
    output = str(folder / "found.gpkg")
    return SegmentRequest(str(raster), ("buildings",), output, CARD.name, gsd_m=gsd_m, device="cpu", batch=1), rows


@contextmanager
def _workers(count: int, wanted: argparse.Namespace) -> Iterator[tuple[Client, list[int]]]:
    """Yield a client of `count` workers, and the processes that all of them and this program are."""
    spread = count if wanted.real else min(count, wanted.processes)
    sizes = [count // spread + (place < count % spread) for place in range(spread)]
    options = {"protocol": "tcp", "host": "127.0.0.1", "dashboard_address": ":0", "silence_logs": 50}
    with LocalCluster(n_workers=0, processes=False, **options) as local:
        command = [sys.executable, "-m", "bench.cluster", "--serve", local.scheduler_address]
        command += ["--tile-s", str(wanted.tile_s), *(["--real"] if wanted.real else [])]
        serving = [subprocess.Popen([*command, "--workers", str(size)], cwd=ROOT) for size in sizes]
        try:
            with Client(local) as client:
                client.wait_for_workers(count, timeout=300)  # one that could not start says why itself
                yield client, [os.getpid(), *(process.pid for process in serving)]
        finally:
            for process in serving:
                process.terminate()
                process.wait()


async def _serve(address: str, count: int) -> None:
    """Be `count` workers of one thread each, until this process is ended."""
    logging.disable(logging.WARNING)
    workers = [Worker(address, nthreads=1, memory_limit=0, dashboard_address=":0") for _ in range(count)]
    await asyncio.gather(*workers)
    await asyncio.gather(*(worker.finished() for worker in workers))


if __name__ == "__main__":
    main()
