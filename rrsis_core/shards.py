"""What a worker of a cluster computes: a shard, which is a few rows of tiles of a request, and how a raster is cut."""

from __future__ import annotations

import hashlib
import math
import platform
import warnings
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import numpy as np
import torch
from distributed import get_worker
from numpy.typing import NDArray

from . import __version__
from .blend import Blender, Strips
from .errors import EnvironmentBroken, RequestInvalid
from .grid import Window
from .models.base import ReferringSegmenter
from .models.shelf import Shelf
from .notices import heard
from .outlook import bind, outlook
from .patches import PatchReader
from .predict import OUTSIDE_LOGIT
from .request import Notice, SegmentRequest
from .run import Run, open_run
from .zones import Zone

MOST_ROWS = 8  # of tiles in a shard: the one before is computed twice, so few make more work, many less balance


@dataclass(frozen=True)
class Shard:
    """What a worker brings back: finished rows of probability, compressed.

    Args:
        row, height: Which rows of the grid.
        strips: Rows of each strip as a run on one machine would finish them, so that polygons come in the same order.
        data: zlib of (P, height, W) uint8.
        holes: Tiles that could not be read, and why.
        seconds: Spent in the model.
        notices: Warnings that came up.
    """

    row: int
    height: int
    strips: tuple[int, ...]
    data: bytes
    holes: tuple[tuple[Window, str], ...]
    seconds: float
    notices: tuple[Notice, ...]

    def probability(self, phrases: int) -> NDArray[np.uint8]:
        """Return the rows as (P, height, W) uint8."""
        return np.frombuffer(zlib.decompress(self.data), np.uint8).reshape(phrases, self.height, -1)

    def finished(self, phrases: int, col: int) -> Iterator[tuple[Window, NDArray[np.uint8]]]:
        """Yield (strip, (P, rows, W) uint8) from top to bottom; `col` is the plane's first column."""
        whole, first = self.probability(phrases), 0
        for height in self.strips:
            part = whole[:, first : first + height]
            yield Window(self.row + first, col, height, part.shape[2]), part
            first += height


def fitting_rows(tile_rows: int, workers: int) -> int:
    """Return how many rows of tiles a shard should have, so that `workers` are done with `tile_rows` soonest.

    A shard of n rows costs n + 1, since the row before it is computed twice.
    """
    return min(
        range(1, MOST_ROWS + 1), key=lambda rows: math.ceil(math.ceil(tile_rows / rows) / max(workers, 1)) * (rows + 1)
    )


def tile_rows(run: Run, first_row: int) -> list[int]:
    """Return the first row of every row of tiles that begins below `first_row`."""
    return sorted({tile.row for tile in run.tiles if tile.row > first_row})


def row_spans(run: Run, shard_rows: int, first_row: int) -> list[tuple[int, int]]:
    """Return (first row, row after the last) of each shard; together they cover the window from `first_row` on.

    Raises:
        RequestInvalid: `shard_rows` is below 1.
    """
    if shard_rows < 1:
        raise RequestInvalid(f"A shard of {shard_rows} rows of tiles is none: give at least 1.", name="shard_rows")
    end = run.raster.window.row_end
    cuts = [first_row, *tile_rows(run, first_row)[shard_rows - 1 :: shard_rows], end]
    return [(first, after) for first, after in zip(cuts, cuts[1:], strict=False) if first < after]


def what_must_agree(run: Run) -> dict[str, str]:
    """Return what must be the same on all machines, in words for a sentence; otherwise shards would not fit together.

    The file's own time is not among it: copies of one file have several.
    """
    height, width = run.raster.shape
    return {
        "rrsis": f"{__version__} ({_code_digest()})",
        f"the model {run.card.name}": (run.plan.provenance["model_sha256"] or "without a digest")[:12],
        f"the raster {run.plan.provenance['raster']}": f"{height} × {width} px of bands {run.raster.bands}",
    }


def look_around(request: SegmentRequest, agreed: dict[str, str] | None = None) -> dict[str, Zone]:
    """Return where phrases that speak of the whole area may mean something; a worker runs this, as `predict_rows`."""
    with open_run(_bare(request), model_of(request.model), writes=False) as run, outlook(run) as view:
        _check_agreement(agreed or {}, what_must_agree(run))
        if view is None:
            return {}
        for _ in view.look():
            pass
        return view.zones()


def predict_rows(
    request: SegmentRequest,
    span: tuple[int, int],
    agreed: dict[str, str] | None = None,
    zones: Mapping[str, Zone] | None = None,
) -> Shard:
    """Return rows `span` (first, after the last) of the probabilities that `request` asks for; a worker runs this.

    Args:
        request: What to find.
        span: Which rows.
        agreed: `what_must_agree` of whoever asks.
        zones: What `look_around` found, where a phrase needs it.

    Raises:
        EnvironmentBroken: Program, model or raster are others here. RrsisError: as of `open_run`.
    """
    with (
        heard() as notices,
        warnings.catch_warnings(),
        open_run(_bare(request), model_of(request.model), writes=False) as run,
        run.store() as store,
    ):
        _check_agreement(agreed or {}, what_must_agree(run))
        first, end = span
        window = Window(first, run.raster.window.col, end - first, run.raster.window.width)
        tiles = [tile for tile in run.tiles if tile.row < end and tile.row_end > first]
        run.predictor.store = store
        bind(run, zones or {})
        holes: list[tuple[Window, str]] = []
        reader = PatchReader(run.raster, tiles, run.stretch, store, noted=holes.append)
        strips = Strips(Blender(window, len(run.plan.phrases), run.card.overlap_px, tiles), OUTSIDE_LOGIT / 2)
        rows: list[NDArray[np.uint8]] = []
        for tile, logits in run.predictor.tiles(reader):
            rows += [rows_ for _, rows_ in strips.finished(tile)]
            strips.add(tile, logits)
        rows += [rows_ for _, rows_ in strips.finish()]
        data = zlib.compress(np.concatenate(rows, axis=1).tobytes(), 1)
        heights = tuple(part.shape[1] for part in rows)
        return Shard(first, end - first, heights, data, tuple(holes), run.predictor.seconds, tuple(notices))


def _bare(request: SegmentRequest) -> SegmentRequest:
    """Return the request for a worker, which writes nothing and need not see the folder of the results."""
    return replace(request, output="found.gpkg", probability=None, device=_device(request.device))


@lru_cache(maxsize=1)
def _shelf() -> Shelf:
    """Return where this process keeps its model."""
    return Shelf(kept=1)


def model_of(name: str) -> ReferringSegmenter:
    """Return the model, loaded once a process, and again where its weights are others."""
    return _shelf().take(name)


def _device(wish: str) -> str:
    """Return a card of its own for each of the processes of one machine, which Dask numbers; else `wish`."""
    try:
        number = get_worker().name
    except ValueError:  # no worker
        return wish
    cards = torch.cuda.device_count() if wish in ("auto", "cuda") else 0
    return f"cuda:{number % cards}" if cards > 1 and isinstance(number, int) else wish


@lru_cache(maxsize=1)
def _code_digest() -> str:
    """Return eight hexadecimal digits of this package's source, since two checkouts may share a version."""
    root = Path(__file__).parent
    digest = hashlib.sha256()
    for file in sorted(root.rglob("*.py")):
        digest.update(file.relative_to(root).as_posix().encode() + file.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:8]


def _check_agreement(agreed: dict[str, str], here: dict[str, str]) -> None:
    differing = [f"{name} is {here.get(name)} instead of {value}" for name, value in agreed.items()]
    differing = [text for text, name in zip(differing, agreed, strict=True) if here.get(name) != agreed[name]]
    if differing:
        raise EnvironmentBroken(
            f"The worker on {platform.node()} cannot help: there {', and '.join(differing)}. Bring the same checkout,"
            " model and raster to each machine, and start its worker again.",
            host=platform.node(),
        )
