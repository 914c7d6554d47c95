"""Whether a result of a million polygons is written in bounded memory: peak above the start, time, bytes an object.

    python -m bench.output [--features 1000000] [--formats gpkg parquet]

Each format is written by a process of its own, from batches such as the corridor hands over.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import shapely
from pyproj import CRS

from bench.common import ROOT, Table, cpu_s, peak_mb, reset_peak
from rrsis_core.footprint import Footprint
from rrsis_core.output import vector_writer

BATCH = 5000
SIDES = 12  # corners of a polygon


def main() -> None:
    """Measure every format and add to the table, or write the one that was asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--features", type=int, default=1_000_000)
    parser.add_argument("--formats", nargs="+", default=["gpkg", "parquet"])
    parser.add_argument("--only", help=argparse.SUPPRESS)
    wanted = parser.parse_args()
    if wanted.only:
        print(*_measured(wanted.only, wanted.features))
        return
    table = Table("output")
    for ending in wanted.formats:
        command = [sys.executable, "-m", "bench.output", "--only", ending, "--features", str(wanted.features)]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        memory_mb, seconds, size = (float(value) for value in done.stdout.split())
        note = f"{wanted.features} polygons of {SIDES} corners, .{ending}"
        table.add("memory above the first batch", memory_mb, "MB", note)
        table.add("processor time", seconds, "s", note)
        table.add("on disk", size / wanted.features, "bytes each", note)


def _measured(ending: str, features: int) -> tuple[float, float, int]:
    """Return megabytes above what the first batches take, processor seconds, and bytes on disk."""
    with tempfile.TemporaryDirectory() as folder:
        path, own = Path(folder) / f"found.{ending}", os.getpid()
        with vector_writer(str(path), CRS.from_epsg(32645).to_wkt(), {}) as writer:
            writer.add("a", "a", _batch(0))
            reset_peak(own)
            before_mb, before_s = peak_mb(own), cpu_s(own)
            for number in range(1, features // BATCH):
                writer.add("a", "a", _batch(number))
        files = [path] if path.is_file() else list(path.iterdir())
        return peak_mb(own) - before_mb, cpu_s(own) - before_s, sum(file.stat().st_size for file in files)


def _batch(number: int) -> list[Footprint]:
    """Return the polygons of one batch, side by side."""
    turn = np.linspace(0, 2 * np.pi, SIDES, endpoint=False)
    ring = np.stack([np.cos(turn), np.sin(turn)], axis=1)
    centre = np.stack([np.arange(BATCH) * 3.0 + 333_000, np.full(BATCH, 3_060_000 - 3.0 * number)], axis=1)
    shapes = shapely.to_wkb(shapely.polygons(centre[:, None] + ring))
    return [Footprint(wkb, 0.75, 0.99, 3.0, 6.2) for wkb in shapes]


if __name__ == "__main__":
    main()
