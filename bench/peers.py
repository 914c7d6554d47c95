"""The same model over the same raster by the corridor and by the usual way: memory and time as ratios.

    python -m bench.peers [--phrases 1] [--rounds 1] [--float32] [--raster FILE] [--px 12000]

The usual way is what a careful user writes with rasterio and PyTorch: the whole raster in memory at the model's
resolution, each tile stretched between its own percentiles, one tile at a time through the model, its image looked at
once for all phrases, logits averaged where tiles overlap in float64 planes, polygons of the whole mask at the end. It
gets all that helps it: inference mode, channels side by side in memory, all cores, the precision that the corridor
takes. Each side runs in a process of its own, warm: imports, loading and a first tile are in its memory, not its time;
what it needs above them stands apart, since PyTorch alone fills half a gigabyte.
The corridor looks for the first time, and keeps image features and rows to go on from as it always does.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

import numpy as np
import pyogrio
import rasterio
import rasterio.features
import shapely
import torch
from numpy.typing import NDArray
from rasterio.enums import Resampling

from bench.common import ROOT, Table, cpu_s, peak_mb, reset_peak, shared_file
from bench.memory import repeat
from rrsis_core.catalog import get_card
from rrsis_core.grid import Window, tile_grid
from rrsis_core.models import create_model
from rrsis_core.models.base import ReferringSegmenter
from rrsis_core.raster import open_raster
from rrsis_core.request import SegmentRequest
from rrsis_core.segment import segment
from rrsis_core.text import tokenise
from rrsis_core.weight_files import cache_folder

CARD = get_card("lgce-tiny")
PHRASES = ("buildings", "roads", "trees", "white cars")
SIDES = ("usual", "corridor")
MIN_AREA_M2 = 1.0


def main() -> None:
    """Measure both sides in turn and add to the table."""
    wanted = _parse()
    if wanted.side:
        print(json.dumps(_one_side(wanted)))
        return
    found: dict[str, list[dict[str, float]]] = {side: [] for side in SIDES}
    with tempfile.TemporaryDirectory() as square:
        if wanted.px:
            wanted.raster, _ = repeat(wanted.raster, wanted.px, Path(square) / f"{wanted.px}px.vrt")
        for number in range(wanted.rounds):
            for side in SIDES[:: -1 if number % 2 else 1]:
                with tempfile.TemporaryDirectory() as name:
                    found[side].append(_in_process(wanted, side, Path(name)))
    _report(Table("peers"), found, wanted)


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--phrases", type=int, default=1, help="how many are asked, at most four")
    parser.add_argument("--rounds", type=int, default=1, help="how often both run; the fastest of each counts")
    parser.add_argument("--raster", type=Path, help="another raster than the Banepa orthophoto")
    parser.add_argument("--px", type=int, help="repeat the raster to a square of so many pixels a side")
    parser.add_argument("--float32", action="store_true", help="no bfloat16 on either side")
    parser.add_argument("--side", choices=SIDES, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    wanted.raster = wanted.raster or shared_file("rasters/banepa_town_13cm.tif")
    return wanted


def _in_process(wanted: argparse.Namespace, side: str, folder: Path) -> dict[str, float]:
    """Run `side` in a process of its own with an empty cache; return what it measured."""
    cache, known = folder / "cache", cache_folder()
    cache.mkdir()
    if known.is_dir():
        (cache / "models").symlink_to(known, target_is_directory=True)
    command = [sys.executable, "-m", "bench.peers", "--side", side, "--folder", str(folder)]
    command += ["--phrases", str(wanted.phrases), "--raster", str(wanted.raster)]
    command += ["--float32"] if wanted.float32 else []
    cached = {**os.environ, "RRSIS_CACHE": str(cache)}
    done = subprocess.run(command, cwd=ROOT, env=cached, stdout=subprocess.PIPE, check=True)
    measured: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return measured


def _one_side(wanted: argparse.Namespace) -> dict[str, float]:
    half = bool(torch.cpu._is_avx512_bf16_supported()) and not wanted.float32
    output, phrases = str(wanted.folder / "found.gpkg"), PHRASES[: wanted.phrases]
    model = create_model(CARD).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    side: Callable[..., int] = corridor if wanted.side == "corridor" else usual
    with patch("rrsis_core.predict._half_precision", lambda device: half):
        _warm(side, model, half, wanted.folder)
        pid = os.getpid()
        reset_peak(pid)
        before = peak_mb(pid)
        started, used = time.perf_counter(), cpu_s(pid)
        objects = side(model, str(wanted.raster), phrases, output, half)
        return {
            "s": time.perf_counter() - started,
            "cpu_s": cpu_s(pid) - used,
            "MB": peak_mb(pid),
            "more_MB": peak_mb(pid) - before,
            "objects": objects,
        }


def _warm(side: Callable[..., int], model: ReferringSegmenter, half: bool, folder: Path) -> None:
    """Let `side` look at a raster of one tile elsewhere."""
    path = folder / "other.tif"
    pixels = np.random.default_rng(0).integers(0, 255, (3, CARD.tile_px, CARD.tile_px), dtype=np.uint8)
    where = rasterio.transform.from_origin(350_000, 3_057_000, CARD.gsd_range_m[0], CARD.gsd_range_m[0])
    shape = {"width": CARD.tile_px, "height": CARD.tile_px, "count": 3, "dtype": "uint8"}
    with rasterio.open(path, "w", driver="GTiff", crs="EPSG:32645", transform=where, **shape) as file:
        file.write(pixels)
    side(model, str(path), PHRASES[:1], str(folder / "other.gpkg"), half)


def corridor(model: ReferringSegmenter, raster: str, phrases: tuple[str, ...], output: str, half: bool) -> int:
    """Find `phrases` as this project does; return how many objects."""
    return segment(SegmentRequest(raster, phrases, output, model=CARD.name, device="cpu"), model).count


def usual(model: ReferringSegmenter, raster: str, phrases: tuple[str, ...], output: str, half: bool) -> int:
    """Find `phrases` in the usual way; return how many objects."""
    with open_raster(raster, gsd_range_m=CARD.gsd_range_m) as same:  # only to look at as many pixels
        (rows, cols), gsd_m = same.shape, same.gsd_m
    with rasterio.open(raster) as file:
        image = file.read([1, 2, 3], out_shape=(3, rows, cols), resampling=Resampling.bilinear)
        known = file.dataset_mask(out_shape=(rows, cols)) > 0
        transform = file.transform * file.transform.scale(file.width / cols, file.height / rows)
        crs = file.crs
    logits = _logits(model, image, phrases, gsd_m, half)
    objects = 0
    for place, phrase in enumerate(phrases):
        mask = (logits[place] > 0) & known
        found = [
            shapely.geometry.shape(outline)
            for outline, _ in rasterio.features.shapes(mask.astype(np.uint8), mask=mask, transform=transform)
        ]
        shapes = shapely.simplify(np.array(found, dtype=object), 0.75 * gsd_m)
        shapes = shapes[shapely.area(shapes) >= MIN_AREA_M2]
        objects += len(shapes)
        pyogrio.raw.write(
            output, shapely.to_wkb(shapes), [shapely.area(shapes)], ["area"], layer=phrase, driver="GPKG",
            geometry_type="Polygon", crs=crs.to_wkt(), append=place > 0,
        )  # fmt: skip
    return objects


@torch.inference_mode()
def _logits(
    model: ReferringSegmenter, image: NDArray[np.uint8], phrases: tuple[str, ...], gsd_m: float, half: bool
) -> NDArray[np.float64]:
    """Return (P, H, W) logits, averaged where tiles overlap."""
    _, rows, cols = image.shape
    total = np.zeros((len(phrases), rows, cols), dtype=np.float64)
    count = np.zeros((rows, cols), dtype=np.float64)
    mean, std = (np.array(values, dtype=np.float32)[:, None, None] for values in (CARD.mean, CARD.std))
    tokens = tokenise(phrases, CARD)
    words = model.encode_text(torch.as_tensor(tokens.ids), torch.as_tensor(tokens.mask))
    one_by_one = [words.select(torch.tensor([place])) for place in range(len(phrases))]
    autocast = torch.autocast("cpu", torch.bfloat16) if half else contextlib.nullcontext()
    for tile in tile_grid(Window(0, 0, rows, cols), CARD.tile_px, CARD.overlap_px):
        area = tile.slices_in(Window(0, 0, rows, cols))
        pixels = image[(slice(None), *area)].astype(np.float32)
        low, high = np.percentile(pixels, (2, 98), axis=(1, 2), keepdims=True).astype(np.float32)
        pixels = (np.clip((pixels - low) / np.maximum(high - low, 1), 0, 1) - mean) / std
        place = torch.tensor([[tile.row / rows, tile.col / cols, tile.row_end / rows, tile.col_end / cols, gsd_m]])
        with autocast:
            features = model.encode_image(torch.from_numpy(pixels)[None].to(memory_format=torch.channels_last))
            for number, said in enumerate(one_by_one):
                total[(number, *area)] += model.decode(features, said, place)[0, 0].float().numpy()
        count[area] += 1
    total /= count
    return total


def _report(table: Table, found: dict[str, list[dict[str, float]]], wanted: argparse.Namespace) -> None:
    note = f"{CARD.name}, {'float32' if wanted.float32 else 'best precision'}, {wanted.phrases} phrases"
    note += f", {wanted.raster.name}, best of {wanted.rounds}, load {os.getloadavg()[0]:.1f}"
    best = {side: {kind: min(run[kind] for run in runs) for kind in runs[0]} for side, runs in found.items()}
    names = {
        "s": "clock",
        "cpu_s": "processor",
        "MB": "peak memory",
        "more_MB": "memory above warm",
        "objects": "found",
    }
    for side, values in best.items():
        for kind, name in names.items():
            table.add(f"{side}: {name}", values[kind], kind.replace("_", " "), note)
    table.add("peak memory, corridor / usual", best["corridor"]["MB"] / best["usual"]["MB"], "of 1", note)
    more = best["corridor"]["more_MB"] / best["usual"]["more_MB"]
    table.add("memory above warm, corridor / usual", more, "of 1", note)
    table.add("speed, corridor against usual", best["usual"]["s"] / best["corridor"]["s"], "times", note)
    table.add("the same in processor time", best["usual"]["cpu_s"] / best["corridor"]["cpu_s"], "times", note)


if __name__ == "__main__":
    main()
