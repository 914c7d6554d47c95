"""How much of a run is not the model: the corridor's share on the Banepa orthophoto, worker warm.

    python -m bench.corridor [--phrases 1 4] [--model lgce-tiny] [--device cpu] [--random]

The share is 1 − (seconds in the model's forward) / (seconds from the first pixel read to the last byte written).
Start-up of the worker and loading of the model stand apart. A first look finds no kept image features: the cache is a
folder of this run. Other phrases at the same place find them where so many tiles are kept at all.
"""

from __future__ import annotations

import argparse
import math
import os
import sys
import tempfile
import time
from pathlib import Path

from bench.common import ROOT, Table, cpu_s, peak_mb, reset_peak, shared_file
from resources.demo import generate_scene
from resources.demo.write import write_picture
from rrsis_core.request import SegmentRequest, SegmentResult
from rrsis_core.weight_files import cache_folder
from rrsis_core.worker.client import WorkerClient

KNOWN_CACHE = cache_folder()
PHRASES = ("buildings", "roads", "trees", "white cars", "blue roofs", "bare soil", "grass", "the largest building")


def main() -> None:
    """Measure and add to the table."""
    wanted = _parse()
    table = Table("corridor")
    if wanted.random:
        os.environ["RRSIS_BENCH_MODEL"] = "random"
    raster = wanted.raster or shared_file("rasters/banepa_town_13cm.tif")
    note = f"{wanted.model}{' random weights' if wanted.random else ''}, {wanted.device}, load {os.getloadavg()[0]:.1f}"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        other = write_picture(generate_scene(3, size_px=480), folder / "other.tif")
        for count in wanted.phrases:
            _private_cache(folder / f"cache{count}")
            client = _warm(other, wanted, folder, table, note)
            first = _measure(client, raster, PHRASES[:count], wanted, folder, table, f"{note}, first look")
            for _ in range(wanted.again):
                again = f"{note}, other phrases, same place"
                further = _measure(client, raster, PHRASES[-count:], wanted, folder, table, again)
                again = f"{again}, {count} phrases"
                table.add("other phrases against first look", further[0] / first[0], "of 1", again)
                table.add("the same in processor time", further[1] / first[1], "of 1", again)
            client.close()


def _private_cache(folder: Path) -> None:
    """Lead the worker to an empty cache, in which only the weights are those of this machine."""
    folder.mkdir()
    if KNOWN_CACHE.is_dir():
        (folder / "models").symlink_to(KNOWN_CACHE, target_is_directory=True)
    os.environ["RRSIS_CACHE"] = str(folder)


def _warm(other: Path, wanted: argparse.Namespace, folder: Path, table: Table, note: str) -> WorkerClient:
    """A worker that has its model and has looked at another place: features of this one are not kept yet."""
    module = "bench.worker" if wanted.random else "rrsis_core.worker"
    client = WorkerClient(Path(sys.executable), root=ROOT, module=module)
    started = time.perf_counter()
    client.ask("ping", {})
    table.add("start of the worker", time.perf_counter() - started, "s", note)
    started = time.perf_counter()
    _run(client, other, PHRASES[:1], wanted, folder)
    table.add("first run, model loaded, one tile elsewhere", time.perf_counter() - started, "s", note)
    return client


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raster", type=Path, help="another raster than the Banepa orthophoto")
    parser.add_argument("--phrases", type=int, nargs="+", default=[1, 4], help="numbers of phrases a run")
    parser.add_argument("--again", type=int, default=1, help="how often other phrases are asked of the same place")
    parser.add_argument("--model", default="lgce-tiny")
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--gsd", type=float, help="metres a pixel at which the model looks")
    parser.add_argument("--random", action="store_true", help="random weights, where the card's are missing")
    return parser.parse_args()


def _run(
    client: WorkerClient, raster: Path, phrases: tuple[str, ...], wanted: argparse.Namespace, folder: Path
) -> SegmentResult:
    request = SegmentRequest(
        raster=str(raster), phrases=phrases, output=str(folder / "found.gpkg"), model=wanted.model,
        gsd_m=wanted.gsd, probability=str(folder / "probability.tif"), device=wanted.device,
    )  # fmt: skip
    return client.run(request)


def _measure(
    client: WorkerClient,
    raster: Path,
    phrases: tuple[str, ...],
    wanted: argparse.Namespace,
    folder: Path,
    table: Table,
    note: str,
) -> tuple[float, float]:
    """Add a run to the table; returns its seconds, and those of the worker's processors."""
    pid = client.pid
    used = 0.0
    if pid:
        reset_peak(pid)
        used = cpu_s(pid)
    started = time.perf_counter()
    result = _run(client, raster, phrases, wanted, folder)
    seen_s = time.perf_counter() - started
    seconds = result.seconds
    note = f"{note}, {len(phrases)} phrases, {result.tiles} tiles, {result.count} objects, {result.gsd_m:.2f} m"
    table.add("whole run as the client sees it", seen_s, "s", note)
    table.add("first pixel to last byte", seconds["total"], "s", note)
    table.add("model's forward", seconds["model"], "s", note)
    table.add("share that is not the model", 1 - seconds["model"] / seconds["total"], "of 1", note)
    used = cpu_s(pid) - used if pid else math.nan
    if pid:
        table.add("processor time of the worker", used, "s", note)
        table.add("peak memory of the worker", peak_mb(pid), "MB", note)
    return seconds["total"], used


if __name__ == "__main__":
    main()
