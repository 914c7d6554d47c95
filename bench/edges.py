"""How far answers hang on where the edge of the requested area falls.

    python -m bench.edges [--px 2400] [--phrase "buildings" …] [--raster FILE] [--context PX]

The same pixels are asked twice, as parts of two areas whose edges lie half a tile's step apart. Their masks are
compared where both areas reach (`to the edges`) and where no edge is nearer than neighbouring tiles share (`inside`);
beside it stands what was looked at, in megapixels of tiles.
"""

from __future__ import annotations

import argparse
import tempfile
from functools import partial
from pathlib import Path
from unittest.mock import patch

import numpy as np
import rasterio
from numpy.typing import NDArray

from bench.common import Table, shared_file
from rrsis_core.catalog import get_card
from rrsis_core.grid import Window, with_context
from rrsis_core.raster import open_raster
from rrsis_core.request import SegmentRequest
from rrsis_core.run import open_run
from rrsis_core.segment import segment

CARD = get_card("lgce-tiny")
PHRASES = ("buildings", "trees", "road", "cars")
NODATA = 255


def main() -> None:
    """Measure and add to the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--px", type=int, default=2400, help="side of each area")
    parser.add_argument("--phrase", action="append", help="asked of both areas")
    parser.add_argument("--raster", type=Path, help="another raster than the Banepa orthophoto")
    parser.add_argument("--context", type=int, help="pixels seen beyond each area, instead of those that cost no tile")
    wanted = parser.parse_args()
    raster = wanted.raster or shared_file("rasters/banepa_town_13cm.tif")
    phrases = tuple(wanted.phrase or PHRASES)
    shift = (CARD.tile_px - CARD.overlap_px) // 2
    with open_raster(str(raster), gsd_range_m=CARD.gsd_range_m) as whole:
        room = min(whole.shape) - shift - wanted.px
        first = Window(room // 2, room // 2, wanted.px, wanted.px)
        areas = [first, first.shifted(shift, shift)]
        bounds = [whole.georef.bounds(area) for area in areas]
    context = with_context if wanted.context is None else partial(_grown, wanted.context)
    with tempfile.TemporaryDirectory() as folder, patch("rrsis_core.run.with_context", context):
        requests = [
            SegmentRequest(str(raster), phrases, f"{folder}/{number}.gpkg", probability=f"{folder}/{number}.tif",
                           model=CARD.name, bounds=each) for number, each in enumerate(bounds)
        ]  # fmt: skip
        with open_run(requests[0]) as run:
            tiles_px = sum(tile.height * tile.width for tile in run.tiles)
            seen_px = areas[0].row - min(tile.row for tile in run.tiles)
        both = areas[0].intersect(areas[1])
        masks = [_mask(request, area, both) for request, area in zip(requests, areas, strict=True)]
    table, note = Table("edges"), f"{wanted.px}² px of {raster.name}, {seen_px} px seen above, tiles of {CARD.tile_px}"
    inner = (slice(None), slice(CARD.overlap_px, -CARD.overlap_px), slice(CARD.overlap_px, -CARD.overlap_px))
    for place, part in (("to the edges", (slice(None),)), ("inside", inner)):
        for number, phrase in enumerate(phrases):
            one, other = (mask[part][number] for mask in masks)
            value = float((one & other).sum() / max(1, (one | other).sum()))
            table.add(f"{phrase}, {place}", value, "IoU", note)
    table.add("looked at", tiles_px / 1e6, "Mpx of tiles", note)


def _grown(margin_px: int, window: Window, whole: Window, *like: int) -> Window:
    """Return `window` with `margin_px` on each side, cut to `whole`, whatever it costs."""
    row, col = window.row - margin_px, window.col - margin_px
    return Window(row, col, window.height + 2 * margin_px, window.width + 2 * margin_px).intersect(whole)


def _mask(request: SegmentRequest, area: Window, both: Window) -> NDArray[np.bool_]:
    """Return (P, h, w): what was found of each phrase in `both`, a part of `area`."""
    segment(request)
    with rasterio.open(str(request.probability)) as found:
        assert found.shape == area.shape, "the bounds were not those of the area"
        values = found.read()
    rows, cols = both.slices_in(area)
    values = values[:, rows, cols]
    return np.asarray((values >= NODATA // 2) & (values != NODATA))


if __name__ == "__main__":
    main()
