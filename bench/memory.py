"""Whether memory is bounded: peak of the worker on 2,000² and on 40,000² pixels.

    python -m bench.memory [--sides 2000 40000] [--model lgce-tiny] [--phrases buildings] [--threshold 0.5]

The raster is a VRT that repeats the Banepa orthophoto; the model is a stand-in that costs next to nothing, unless one
is named: lgce-tiny finds 250,000 objects in 20000² px with --phrases "small bushes" trees --threshold 0.2.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

import rasterio

from bench.common import ROOT, Table, cpu_s, peak_mb, reset_peak, shared_file
from rrsis_core.raster import open_raster
from rrsis_core.request import SegmentRequest, VectorSettings
from rrsis_core.worker.client import WorkerClient


def main() -> None:
    """Measure and add to the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sides", type=int, nargs="+", default=[2000, 40000])
    parser.add_argument("--model", help="of the catalogue, with its weights; without it a stand-in")
    parser.add_argument("--phrases", nargs="+", default=["buildings"])
    parser.add_argument("--threshold", type=float, default=0.5)
    wanted = parser.parse_args()
    if not wanted.model:
        os.environ["RRSIS_BENCH_MODEL"] = "standin"
    table = Table("memory")
    peaks = []
    for side in wanted.sides:
        with tempfile.TemporaryDirectory() as folder:
            peaks.append(_measure(side, Path(folder), table, wanted))
    table.add("largest peak against the first", max(peaks) / peaks[0], "times", f"{wanted.sides} px")


def _measure(side: int, folder: Path, table: Table, wanted: argparse.Namespace) -> float:
    raster, gsd_m = repeat(shared_file("rasters/banepa_town_13cm.tif"), side, folder / "repeated.vrt")
    module = "rrsis_core.worker" if wanted.model else "bench.worker"
    client = WorkerClient(Path(sys.executable), root=ROOT, module=module)
    client.ask("ping", {})
    if client.pid:
        reset_peak(client.pid)
    started, used = time.perf_counter(), cpu_s(client.pid or 0)
    request = SegmentRequest(
        str(raster),
        tuple(wanted.phrases),
        str(folder / "found.gpkg"),
        model=wanted.model or "lgce",
        gsd_m=gsd_m,
        probability=str(folder / "p.tif"),
        device="cpu",
        vector=VectorSettings(threshold=wanted.threshold),
    )
    result = client.run(request)
    kind = wanted.model or "stand-in model"
    note = f"{side}² px, {result.tiles} tiles, {result.count} objects"
    peak = peak_mb(client.pid or 0)
    table.add("peak memory of the worker", peak, "MB", note)
    table.add(f"run, {kind}", time.perf_counter() - started, "s", note)
    table.add(f"processor time, {kind}", cpu_s(client.pid or 0) - used, "s", note)
    table.add(f"pixels a second, {kind}", side * side / result.seconds["total"] / 1e6, "Mpx/s", note)
    client.close()
    return peak


def repeat(source: Path, side: int, path: Path, rows: int | None = None) -> tuple[Path, float]:
    """Write a VRT that repeats `source`; returns it and its metres a pixel on the ground.

    Args:
        source: A raster of three bands of uint8.
        side: Pixels across.
        path: Where to write.
        rows: Pixels down; None: as many as across.
    """
    rows = rows or side
    with rasterio.open(source) as image:
        width, height, crs, affine = image.width, image.height, image.crs, image.transform
        block = f'DataType="Byte" BlockXSize="{image.block_shapes[0][1]}" BlockYSize="{image.block_shapes[0][0]}"'
    bands = []
    for band in (1, 2, 3):
        parts = [
            f'<SimpleSource><SourceFilename relativeToVRT="0">{source}</SourceFilename><SourceBand>{band}</SourceBand>'
            f'<SourceProperties RasterXSize="{width}" RasterYSize="{height}" {block}/>'
            f'<SrcRect xOff="0" yOff="0" xSize="{width}" ySize="{height}"/>'
            f'<DstRect xOff="{col}" yOff="{row}" xSize="{width}" ySize="{height}"/></SimpleSource>'
            for row in range(0, rows, height)
            for col in range(0, side, width)
        ]
        bands.append(f'<VRTRasterBand dataType="Byte" band="{band}">{"".join(parts)}</VRTRasterBand>')
    numbers = ",".join(map(str, affine.to_gdal()))
    path.write_text(
        f'<VRTDataset rasterXSize="{side}" rasterYSize="{rows}"><SRS>{crs.to_string()}</SRS>'
        f"<GeoTransform>{numbers}</GeoTransform>{''.join(bands)}</VRTDataset>",
        encoding="utf-8",
    )
    with open_raster(str(path)) as raster:
        return path, raster.native_gsd_m


if __name__ == "__main__":
    main()
