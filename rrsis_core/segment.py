"""The corridor: from a request to polygons in a file."""

from __future__ import annotations

import time
from collections.abc import Generator
from contextlib import closing
from functools import partial

import numpy as np
from numpy.typing import NDArray

from .grid import Window
from .models.base import ReferringSegmenter
from .notices import heard, say_endings
from .outlook import Outlook, bind, outlook
from .patches import PatchReader, check_some_were_read
from .predict import OUTSIDE_LOGIT
from .request import SegmentRequest, SegmentResult
from .results import Results
from .rows import Found, Rows
from .run import Run, open_run
from .watching import Watch, Watched


def segment(
    request: SegmentRequest,
    model: ReferringSegmenter | None = None,
    watch: Watch = iter,
    found: Found | None = None,
) -> SegmentResult:
    """Find the phrases of `request` in its raster and write them as polygons.

    Args:
        request: What to find, where, and how.
        model: A loaded model of `request.model`; None loads it.
        watch: Wraps the tiles, whose number is known: it may report progress, and cancels by ending early; what is
            finished is written then, and the result is not `complete`.
        found: Called with a phrase and its polygons as they are finished, on another thread.

    Raises:
        RrsisError: Of the kind that names what is wrong, RasterUnreadable where no tile could be read; no file has
            appeared then.
    """
    started = time.perf_counter()
    with heard() as notices, open_run(request, model) as run, outlook(run) as view:
        opened = time.perf_counter()
        with run.store() as store, Rows(run.plan, run.question(), resume=request.resume, found=found) as rows:
            run.predictor.store = store
            tiles = [tile for tile in run.tiles if tile.row_end > rows.first_row]
            noted = partial(rows.note, lasting=not run.raster.is_remote)
            reader = PatchReader(run.raster, tiles, run.stretch, store, known=rows.holes, noted=noted)
            taken = 0
            with (
                Results(run.plan, rows, tiles, OUTSIDE_LOGIT / 2) as results,
                closing(_looks(run, view, reader)) as looks,
            ):
                watched = Watched(looks, len(tiles) + (len(view) if view else 0))
                run.predictor.stopped = watched.stopped
                for seen in watch(watched):
                    if seen is not None:
                        tile, logits = seen
                        results.take(tile, logits)
                        taken += 1
                if rows.first_row == run.plan.window.row:  # what an earlier run has finished stays a result
                    check_some_were_read(reader.failed, len(run.tiles), run.request.raster)
                complete = taken + reader.failed + reader.empty == len(tiles)
                layers = results.finish(complete=complete)
        say_endings(layers, run.request.vector.threshold, complete=complete)
        ended = time.perf_counter()
        return SegmentResult(
            output=rows.output,
            layers=layers,
            probability=rows.probability,
            complete=complete,
            run_id=run.plan.run_id,
            model=run.card.name,
            device=str(run.predictor.device),
            gsd_m=run.raster.gsd_m,
            tiles=len(run.tiles),
            failed_tiles=len(rows.holes) + reader.failed,
            seconds={
                "open": opened - started,
                "model": run.predictor.seconds,
                "run": ended - opened,
                "total": ended - started,
            },
            notices=tuple(notices),
        )


def _looks(
    run: Run, view: Outlook | None, reader: PatchReader
) -> Generator[tuple[Window, NDArray[np.float32]] | None, None, None]:
    """Yield None for each tile of the coarse `view`, then (window, logits) for those of the run."""
    if view is not None:
        yield from view.look()
        if run.predictor.stopped():
            return
        bind(run, view.zones())
    yield from run.predictor.tiles(reader)
