"""How well shards spread: work done a second by 1 … N workers against one, with a forward pass that only waits.

    python -m bench.cluster [--workers 1 4 16 64] [--tile-s 3] [--per-worker 4]

Waiting stands for a card or a processor of its own on each worker: it takes time and no core of this machine. Each
worker gets the same number of shards, so the raster, which repeats the Banepa orthophoto downwards, grows with them.
What is measured is everything else: the scheduler, reading, joining, polygons, writing, all of it on this machine's
cores. `--real` runs the bundled model in 1 and 2 processes on the same raster instead.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

import rasterio
import torch
from distributed import Client, LocalCluster
from torch import Tensor

from bench.common import Table, shared_file
from bench.memory import repeat
from rrsis_core import cluster, shards
from rrsis_core.catalog import get_card
from rrsis_core.models.base import Features, ReferringSegmenter, Words
from rrsis_core.request import SegmentRequest, SegmentResult

CARD = get_card("lgce")


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
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 4, 16, 64])
    parser.add_argument("--per-worker", type=int, default=4, help="shards of one row of tiles for each")
    parser.add_argument("--width", type=int, default=1000, help="pixels across")
    parser.add_argument("--tile-s", type=float, default=3.0)
    parser.add_argument("--real", action="store_true", help="the bundled model in 1 and 2 processes")
    wanted = parser.parse_args()
    table = Table("cluster")
    first: float | None = None
    for count in [1, 2] if wanted.real else wanted.workers:
        with tempfile.TemporaryDirectory() as folder:
            seconds, result, rows = _run(Path(folder), count, wanted)
        rate = rows / seconds / count
        first = first or rate
        note = f"{result.tiles} tiles, {result.count} objects, " + (
            "bundled model" if wanted.real else f"{wanted.per_worker} shards a worker, {wanted.tile_s:g} s a tile"
        )
        table.add(f"run on {count} workers", seconds, "s", note)
        table.add(f"efficiency on {count} workers", rate / first, "of 1", note)


def _run(folder: Path, count: int, wanted: argparse.Namespace) -> tuple[float, SegmentResult, int]:
    """Return seconds and result of one run on `count` workers, started and warm, and the rows of pixels it did."""
    torch.set_num_threads(1)
    source, output = shared_file("rasters/banepa_town_13cm.tif"), str(folder / "found.gpkg")
    if wanted.real:
        request = SegmentRequest(str(source), ("buildings",), output, device="cpu")
        with rasterio.open(source) as image:
            rows = image.height
    else:
        rows = count * wanted.per_worker * (CARD.tile_px - CARD.overlap_px) + CARD.overlap_px
        raster, gsd_m = repeat(source, wanted.width, folder / "repeated.vrt", rows)
        request = SegmentRequest(str(raster), ("buildings",), output, CARD.name, gsd_m=gsd_m, device="cpu")
        cluster.model_of = shards.model_of = lambda name: Waiting(wanted.tile_s)
    local = LocalCluster(
        n_workers=count, threads_per_worker=1, processes=wanted.real, dashboard_address=None, silence_logs=50
    )
    with local, Client(local) as client:
        client.wait_for_workers(count)
        if wanted.real:
            cluster.segment_on(client, request)  # models are loaded now
        started = time.perf_counter()
        result = cluster.segment_on(client, request, shard_rows=None if wanted.real else 1)
        return time.perf_counter() - started, result, rows


if __name__ == "__main__":
    main()
