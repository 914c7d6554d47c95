"""How well shards spread: time on 1 … N workers against one, with a forward pass that only waits.

    python -m bench.cluster [--workers 1 2 4 … 64] [--side 40000] [--tile-s 0.5]

Waiting stands for a card or a processor of its own on each worker: it takes time and no core of this machine.
What is measured is everything else: the scheduler, shards computed twice at their seams, reading, joining, writing.
`--real` runs the bundled model in 1 and 2 processes instead.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import torch
from distributed import Client, LocalCluster
from torch import Tensor

from bench.common import Table, shared_file
from bench.memory import repeat
from rrsis_core import cluster
from rrsis_core.models.base import Features, ReferringSegmenter, Words
from rrsis_core.request import SegmentRequest


class Waiting(ReferringSegmenter):
    """Takes `tile_s` seconds a tile without computing; finds what is bright."""

    def __init__(self, tile_s: float) -> None:
        super().__init__()
        self.tile_s = tile_s

    def encode_image(self, image: Tensor) -> Features:
        """Wait as long as a model would compute."""
        time.sleep(self.tile_s * len(image))
        return (image,)

    def encode_text(self, ids: Tensor, mask: Tensor) -> Words:
        """Return nothing of use."""
        return Words(ids[..., None].float(), mask)

    def decode(self, features: Features, words: Words, place: Tensor | None = None) -> Tensor:
        """Return a logit from brightness."""
        return features[0].mean(1, keepdim=True) * 4 - 6


def main() -> None:
    """Measure and add to the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2, 4, 8, 16, 32, 64])
    parser.add_argument("--side", type=int, default=20000)
    parser.add_argument("--tile-s", type=float, default=0.5)
    parser.add_argument("--shard-rows", type=int, default=2)
    parser.add_argument("--real", action="store_true", help="the bundled model in 1 and 2 processes")
    wanted = parser.parse_args()
    table = Table("cluster")
    with tempfile.TemporaryDirectory() as folder:
        source = shared_file("rasters/banepa_town_13cm.tif")
        raster, gsd_m = (source, None) if wanted.real else repeat(source, wanted.side, Path(folder) / "repeated.vrt")
        request = SegmentRequest(
            str(raster), ("buildings",), f"{folder}/found.gpkg", gsd_m=None if wanted.real else gsd_m * 2, device="cpu"
        )
        if not wanted.real:
            cluster._model = lambda name: Waiting(wanted.tile_s)
        times = {count: _run(request, count, wanted) for count in ([1, 2] if wanted.real else wanted.workers)}
    first = min(times)
    for count, (seconds, tiles) in times.items():
        note = f"{tiles} tiles, shards of {wanted.shard_rows} rows" + (", bundled model" if wanted.real else "")
        table.add(f"run on {count} workers", seconds, "s", note)
        table.add(f"efficiency from {first} to {count} workers", times[first][0] * first / (seconds * count), "", note)


def _run(request: SegmentRequest, count: int, wanted: argparse.Namespace) -> tuple[float, int]:
    """Return seconds and tiles of one run on `count` workers, started and warm."""
    torch.set_num_threads(1)
    local = LocalCluster(
        n_workers=count, threads_per_worker=1, processes=wanted.real, dashboard_address=None, silence_logs=50
    )
    with local, Client(local) as client:
        client.wait_for_workers(count)
        if wanted.real:
            cluster.segment_on(client, request, shard_rows=wanted.shard_rows)  # models are loaded now
        started = time.perf_counter()
        result = cluster.segment_on(client, replace(request), shard_rows=wanted.shard_rows)
        return time.perf_counter() - started, result.tiles


if __name__ == "__main__":
    main()
