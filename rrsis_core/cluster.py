"""One request on many machines: shards of tile rows as Dask tasks, joined into the same files as a run on one."""

from __future__ import annotations

import time
import warnings
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

import numpy as np
from distributed import Client, KilledWorker, LocalCluster
from numpy.typing import NDArray

from .blend import Blender
from .errors import OutOfMemory, RequestInvalid, WorkerDied, WorkerTimeout
from .grid import Window
from .models import create_model
from .models.base import ReferringSegmenter
from .notices import heard, say_endings
from .patches import PatchReader
from .predict import OUTSIDE_LOGIT
from .request import Notice, SegmentRequest, SegmentResult
from .results import finished_rows
from .rows import Found, Rows
from .run import Run, open_run
from .watching import Watch, Watched

RETRIES = 3
CONNECT_S = 30
SHARD_ROWS = 8  # rows of tiles of a shard: the one before is computed twice, so few make more work, many less balance


@dataclass(frozen=True)
class Shard:
    """What a worker brings back: finished rows of probability, compressed.

    Args:
        row, height: Which rows of the grid.
        data: zlib of (P, height, W) uint8.
        failed_tiles: How many tiles could not be read.
        seconds: Spent in the model.
        notices: Warnings that came up.
    """

    row: int
    height: int
    data: bytes
    failed_tiles: int
    seconds: float
    notices: tuple[Notice, ...]

    def probability(self, phrases: int) -> NDArray[np.uint8]:
        """Return the rows as (P, height, W) uint8."""
        return np.frombuffer(zlib.decompress(self.data), np.uint8).reshape(phrases, self.height, -1)


@contextmanager
def connect(address: str | None, workers: int | None) -> Iterator[Client]:
    """Yield a client of the scheduler at `address`, or of `workers` processes on this machine.

    Raises:
        WorkerTimeout: No scheduler answers at `address`.
    """
    with ExitStack() as stack:
        if address is None:
            cluster = LocalCluster(n_workers=workers or 1, threads_per_worker=1, dashboard_address=None)
            client = stack.enter_context(Client(stack.enter_context(cluster)))
        else:
            try:
                client = stack.enter_context(Client(address, timeout=CONNECT_S))
            except (OSError, ValueError) as error:
                raise WorkerTimeout(
                    f"No Dask scheduler answers at {address} ({error}). Start one with `dask scheduler`, and workers in"
                    " this environment with `dask worker`.",
                    address=address,
                ) from error
        yield client


def segment_on(
    client: Client,
    request: SegmentRequest,
    watch: Watch = iter,
    found: Found | None = None,
    *,
    shard_rows: int = SHARD_ROWS,
    resources: dict[str, float] | None = None,
) -> SegmentResult:
    """Find the phrases of `request` with the workers of `client`; the files are those of `segment`.

    Workers read the raster themselves: its path must lead to it on each of them. Only this process writes.

    Args:
        client: Of a Dask scheduler.
        request: What to find, where, and how; a run that was cut off goes on, here or on one machine.
        watch: Wraps the shards in their order: reports progress, cancels by ending early.
        found: As of `segment`.
        shard_rows: Rows of tiles of a shard.
        resources: What a shard takes of a worker, such as {"GPU": 1}.

    Raises:
        WorkerDied: A shard took its worker down time and again. RrsisError: as of `segment`.
    """
    started = time.perf_counter()
    with (
        heard() as notices,
        open_run(replace(request, device="cpu"), _model(request.model)) as run,
        ExitStack() as stack,
    ):
        rows = stack.enter_context(Rows(run.plan, run.question(), resume=request.resume, found=found))
        spans = row_spans(run, shard_rows, rows.first_row)
        futures = [
            client.submit(predict_rows, request, span, retries=RETRIES, resources=resources, pure=False)
            for span in spans
        ]
        stack.callback(client.cancel, futures)
        shards = []
        for shard in watch(Watched(_answers(futures), len(spans))):
            strip = Window(shard.row, run.raster.window.col, shard.height, run.raster.window.width)
            rows.add(strip, shard.probability(len(run.plan.phrases)))
            shards.append(replace(shard, data=b""))
        complete = len(shards) == len(spans)
        layers = rows.finish(complete=complete)
        say_endings(layers, run.request.vector.threshold, complete=complete)
        notices += [notice for shard in shards for notice in shard.notices]
    return SegmentResult(
        output=rows.output,
        layers=layers,
        probability=rows.probability,
        complete=complete,
        run_id=run.plan.run_id,
        model=run.card.name,
        device="cluster",
        gsd_m=run.raster.gsd_m,
        tiles=len(run.tiles),
        failed_tiles=sum(shard.failed_tiles for shard in shards),
        seconds={"model": sum(shard.seconds for shard in shards), "total": time.perf_counter() - started},
        notices=tuple({(notice.code, notice.message): notice for notice in notices}.values()),
    )


def row_spans(run: Run, shard_rows: int, first_row: int) -> list[tuple[int, int]]:
    """Return (first row, row after the last) of each shard; together they cover the window from `first_row` on.

    Raises:
        RequestInvalid: `shard_rows` is below 1.
    """
    if shard_rows < 1:
        raise RequestInvalid(f"A shard of {shard_rows} rows of tiles is none: give at least 1.", name="shard_rows")
    end = run.raster.window.row_end
    starts = sorted({tile.row for tile in run.tiles if tile.row > first_row})
    cuts = [first_row, *starts[shard_rows - 1 :: shard_rows], end]
    return [(first, after) for first, after in zip(cuts, cuts[1:], strict=False) if first < after]


def predict_rows(request: SegmentRequest, span: tuple[int, int]) -> Shard:
    """Return rows `span` (first, after the last) of the probabilities that `request` asks for; a worker runs this."""
    with (
        heard() as notices,
        warnings.catch_warnings(),
        open_run(_bare(request), _model(request.model), writes=False) as run,
    ):
        first, end = span
        window = Window(first, run.raster.window.col, end - first, run.raster.window.width)
        tiles = [tile for tile in run.tiles if tile.row < end and tile.row_end > first]
        reader = PatchReader(run.raster, tiles, run.stretch)
        blender = Blender(window, len(run.plan.phrases), run.card.overlap_px)
        rows: list[NDArray[np.uint8]] = []
        for tile, logits in run.predictor.tiles(reader):
            rows += [rows_ for _, rows_ in finished_rows(blender.finished(tile.row), OUTSIDE_LOGIT / 2)]
            blender.add(tile, logits)
        rows += [rows_ for _, rows_ in finished_rows(blender.finish(), OUTSIDE_LOGIT / 2)]
        data = zlib.compress(np.concatenate(rows, axis=1).tobytes(), 1)
        return Shard(first, end - first, data, reader.failed, run.predictor.seconds, tuple(notices))


def _bare(request: SegmentRequest) -> SegmentRequest:
    """Return the request for a worker, which writes nothing and need not see the folder of the results."""
    return replace(request, output="found.gpkg", probability=None)


@lru_cache(maxsize=1)
def _model(name: str) -> ReferringSegmenter:
    """Return the model, loaded once a process."""
    return create_model(name)


def _answers(futures: list[Any]) -> Iterator[Shard]:
    """Yield the shards in their order, each as soon as it is there, and let go of it."""
    for place, future in enumerate(futures):
        try:
            yield future.result()
        except KilledWorker as error:
            raise WorkerDied(
                f"Shard {place + 1} of {len(futures)} took its worker down {RETRIES + 1} times, probably out of memory."
                " Give the workers more memory, or take smaller shards.",
                shard=place + 1,
            ) from error
        except MemoryError as error:
            raise OutOfMemory(
                f"Shard {place + 1} of {len(futures)} does not fit into a worker's memory. Give the workers more."
            ) from error
        futures[place] = None
