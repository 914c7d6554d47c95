"""What becomes of predicted tiles: blended rows, kept probabilities, polygons, and the files that hold them."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, replace
from types import TracebackType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .blend import NODATA, Blender, to_probability
from .footprint import Footprint
from .grid import GeoRef, Window
from .journal import Journal
from .output import ProbabilityWriter, layer_names, vector_writer
from .request import LayerResult, VectorSettings
from .vectorise import Polygoniser

FULL = 254
Found = Callable[[str, Sequence[Footprint]], None]
"""Called with a phrase and its polygons that have just been finished."""


@dataclass(frozen=True)
class ResultPlan:
    """What the results of one run are made from and where they go.

    Args:
        output, probability: The vector file, and the GeoTIFF to keep probabilities in or None.
        phrases: One layer each.
        georef, window: The pixel grid, and the part of it that was asked for.
        overlap_px: Of the tiles.
        gsd_m: Metres a pixel, for rasters without a CRS.
        vector: How probabilities become polygons.
        model, run_id: Written into every feature.
        provenance: JSON values that say how the result came to be.
    """

    output: str
    probability: str | None
    phrases: tuple[str, ...]
    georef: GeoRef
    window: Window
    overlap_px: int
    gsd_m: float
    vector: VectorSettings
    model: str
    run_id: str
    provenance: dict[str, Any]


def finished_rows(
    finished: Iterator[tuple[Window, NDArray[np.float32]]], outside_below: float
) -> Iterator[tuple[Window, NDArray[np.uint8]]]:
    """Yield blended strips as (strip, (P, rows, W) uint8 probability); logits below `outside_below` become nodata."""
    for strip, logits in finished:
        outside = logits < outside_below
        probability = to_probability(logits)
        probability[outside] = NODATA
        yield strip, probability


class PolygonSink:
    """Strips of probability → polygons in a vector file, one layer a phrase; a context manager.

    The file appears whole when the block ends without an error, and not at all otherwise.
    """

    def __init__(self, plan: ResultPlan, found: Found | None = None) -> None:
        self._plan = plan
        self._found = found
        self._polygonisers = [
            Polygoniser(plan.georef, plan.window.width, plan.vector, gsd_m=plan.gsd_m) for _ in plan.phrases
        ]
        self.layers = [
            LayerResult(phrase, name, 0, 0.0, math.nan)
            for phrase, name in zip(plan.phrases, layer_names(plan.phrases), strict=True)
        ]
        self._writer = vector_writer(plan.output, plan.georef.crs_wkt, plan.provenance)

    def __enter__(self) -> PolygonSink:
        """Open the vector file aside."""
        self._writer.__enter__()
        for layer in self.layers:
            self._add(layer, ())
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Put the file in its place, or delete it after an error."""
        self._writer.__exit__(kind, value, trace)

    def write(self, strip: Window, probability: NDArray[np.uint8]) -> None:
        """Take the next strip, (P, rows, W) uint8."""
        for index, (polygoniser, plane) in enumerate(zip(self._polygonisers, probability, strict=True)):
            known = plane[plane != NODATA]
            if known.size:
                highest = float(known.max()) / FULL
                self.layers[index] = replace(
                    self.layers[index], prob_max=float(np.fmax(self.layers[index].prob_max, highest))
                )
            self._take(index, polygoniser.add(strip, plane))

    def finish(self) -> None:
        """Write the polygons that reach the last row."""
        for index, polygoniser in enumerate(self._polygonisers):
            self._take(index, polygoniser.finish())

    def _take(self, index: int, footprints: list[Footprint]) -> None:
        if not footprints:
            return
        layer = self.layers[index]
        self._add(layer, footprints)
        area_m2 = layer.area_m2 + math.fsum(footprint.area_m2 for footprint in footprints)
        self.layers[index] = replace(layer, count=layer.count + len(footprints), area_m2=area_m2)
        if self._found is not None:
            self._found(layer.phrase, footprints)

    def _add(self, layer: LayerResult, footprints: Sequence[Footprint]) -> None:
        self._writer.add(layer.layer, layer.phrase, footprints, model=self._plan.model, run_id=self._plan.run_id)


class Results:
    """Takes tiles in order, on a thread of its own, and writes rows as soon as they are finished; a context manager.

    Args:
        plan: What to make and where.
        key: Names everything that the probabilities depend on; an unfinished run of the same key can be resumed.
        resume: Whether to take up such a run.
        found: Called with polygons as they are finished, on the writing thread.
    """

    def __init__(self, plan: ResultPlan, key: str, *, resume: bool = False, found: Found | None = None) -> None:
        self._plan = plan
        self._stack = ExitStack()
        self._sink = PolygonSink(plan, found)
        self._key = key
        self._resume = resume
        self._complete = False
        self._waiting: deque[Future[None]] = deque()
        self.first_row = plan.window.row
        """The first row that no earlier run has finished."""

    def __enter__(self) -> Results:
        """Open the files aside and take up the rows that an earlier run has finished."""
        plan = self._plan
        with ExitStack() as stack:
            self._journal = stack.enter_context(Journal(plan.output, self._key, plan.window, resume=self._resume))
            stack.enter_context(self._sink)
            self._probability = (
                stack.enter_context(
                    ProbabilityWriter(plan.probability, plan.georef, plan.window, plan.phrases, plan.provenance)
                )
                if plan.probability
                else None
            )
            for strip, probability in self._journal.strips():
                self._write(strip, probability)
                self.first_row = strip.row_end
            # Entered last, so that no strip is under way when the files are closed.
            self._thread = stack.enter_context(ThreadPoolExecutor(1, thread_name_prefix="results"))
            self._stack = stack.pop_all()
        left = self._plan.window.row_end - self.first_row
        rest = Window(self.first_row, plan.window.col, left, plan.window.width)
        self._blender = Blender(rest, len(plan.phrases), plan.overlap_px)
        self._row = self.first_row
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Put the files in their places, or delete them after an error; the journal stays then."""
        self._stack.__exit__(kind, value, trace)
        if kind is None and self._complete:
            self._journal.discard()  # not before the files are in their places, which may fail

    def take(self, tile: Window, logits: NDArray[np.float32], outside_below: float) -> None:
        """Hand over the (P, h, w) logits of a tile; values below `outside_below` mark pixels that hold nothing."""
        self._submit(lambda: self._take(tile, logits, outside_below))

    def finish(self, *, complete: bool, outside_below: float) -> tuple[LayerResult, ...]:
        """Write what is left and return one entry a phrase; a `complete` run's journal goes with the block."""
        self._submit(lambda: self._finish(complete, outside_below))
        while self._waiting:
            self._waiting.popleft().result()
        return tuple(self._sink.layers)

    def _submit(self, work: Callable[[], None]) -> None:
        """Do `work` after what waits, with a few tiles waiting at most, and raise what went wrong before."""
        self._waiting.append(self._thread.submit(work))
        while len(self._waiting) > 4 or (self._waiting and self._waiting[0].done()):
            self._waiting.popleft().result()

    def _take(self, tile: Window, logits: NDArray[np.float32], outside_below: float) -> None:
        if tile.row > self._row:
            self._row = tile.row
            for strip, probability in finished_rows(self._blender.finished(tile.row), outside_below):
                self._journal.add(strip, probability)
                self._write(strip, probability)
        self._blender.add(tile, logits)

    def _finish(self, complete: bool, outside_below: float) -> None:
        for strip, probability in finished_rows(self._blender.finish(), outside_below):
            self._write(strip, probability)
        self._sink.finish()
        self._complete = complete

    def _write(self, strip: Window, probability: NDArray[np.uint8]) -> None:
        if self._probability is not None:
            self._probability.write(strip, probability)
        self._sink.write(strip, probability)
