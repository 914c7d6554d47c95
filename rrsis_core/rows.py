"""Where finished rows of a run go: the journal, the kept probabilities, and polygons in a vector file."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .errors import RequestInvalid, RrsisError, RunResumed, RunUnfinished, warn
from .footprint import Footprint
from .grid import GeoRef, Window
from .journal import Hole, Journal, other_journals
from .output import ProbabilityWriter, layer_names, vector_writer
from .relation import extreme_of
from .request import LayerResult, VectorSettings
from .vectorise import Foremost, Polygoniser

FULL = 254
_HANDS = 2  # phrases whose polygons are made at a time: a search that is cancelled ends no sooner than they do
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
        overwrite: Whether the results may replace something else than earlier ones.
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
    overwrite: bool = False


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
        self._foremost = {
            index: Foremost(extreme, plan.georef)
            for index, phrase in enumerate(plan.phrases)
            if (extreme := extreme_of(phrase))
        }
        self.layers = [
            LayerResult(phrase, name, 0, 0.0, math.nan)
            for phrase, name in zip(plan.phrases, layer_names(plan.phrases), strict=True)
        ]
        self._writer = vector_writer(plan.output, plan.georef.crs_wkt, plan.provenance, overwrite=plan.overwrite)
        # Threads begin with the first work: one phrase needs none, and no heap of theirs.
        self._pool = ThreadPoolExecutor(min(_HANDS, len(plan.phrases)), thread_name_prefix="outlines")

    @property
    def output(self) -> str:
        """The file that was written: the one that was asked for, or one beside it."""
        return _went_to(self._plan.output, self._writer.aside.place)

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
        self._pool.shutdown(cancel_futures=True)
        self._writer.__exit__(kind, value, trace)

    def write(self, strip: Window, probability: NDArray[np.uint8]) -> None:
        """Take the next strip, (P, rows, W) uint8."""
        made = self._of_each(lambda index: self._polygonisers[index].add(strip, probability[index]))
        for index, (plane, footprints) in enumerate(zip(probability, made, strict=True)):
            highest = int((plane + np.uint8(1)).max(initial=0)) - 1  # nodata, the largest byte, becomes the smallest
            if highest >= 0:
                layer = self.layers[index]
                self.layers[index] = replace(layer, prob_max=float(np.fmax(layer.prob_max, highest / FULL)))
            self._gather(index, footprints)

    def finish(self, *, complete: bool) -> None:
        """Write the polygons that reach the last row; a run that is not `complete` replaces no finished result."""
        self._writer.aside.partial = not complete
        for index, footprints in enumerate(self._of_each(lambda index: self._polygonisers[index].finish())):
            self._gather(index, footprints)
            if index in self._foremost:
                self._take(index, self._foremost[index].finish())

    def _of_each(self, work: Callable[[int], list[Footprint]]) -> Iterator[list[Footprint]]:
        """Yield what `work` makes of each phrase, in their order; of several, two at a time."""
        phrases = range(len(self._polygonisers))
        return map(work, phrases) if len(phrases) == 1 else self._pool.map(work, phrases)

    def _gather(self, index: int, footprints: list[Footprint]) -> None:
        """Take all footprints, or keep those that "the largest" may mean until the last has come."""
        if index in self._foremost:
            self._foremost[index].add(footprints)
        else:
            self._take(index, footprints)

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


class Rows:
    """Takes finished rows from top to bottom, keeps them in the journal and writes the results; a context manager.

    Polygons are made on a thread of their own, at most one strip behind.

    Args:
        plan: What to make and where.
        question: Everything that the probabilities depend on; rows of an unfinished run of the same are taken up.
        resume: Whether to refuse to begin anew beside an unfinished run of another question.
        found: Called with polygons as they are finished.

    Attributes:
        first_row: The first row that no earlier run has finished.
        holes: Tiles above it that the earlier run could not read.
    """

    def __init__(
        self, plan: ResultPlan, question: dict[str, Any], *, resume: bool = False, found: Found | None = None
    ) -> None:
        self._plan = plan
        self._question = question
        self._resume = resume
        self._stack = ExitStack()
        self._sink = PolygonSink(plan, found)
        self._probability = _probability_writer(plan) if plan.probability else None
        self._journal = Journal(plan.output, question, plan.window)
        self._polygons: Future[None] | None = None  # what the sink is at, on a thread of its own
        self._keeps = True
        self.first_row = plan.window.row
        self.holes: list[Hole] = []

    @property
    def output(self) -> str:
        """The vector file that was written; known when the block has ended."""
        return self._sink.output

    @property
    def probability(self) -> str | None:
        """The probability raster that was written, or None; known when the block has ended."""
        if self._probability is None:
            return None
        return _went_to(str(self._plan.probability), self._probability.aside.place)

    def __enter__(self) -> Rows:
        """Open the files aside and take up the rows that an earlier run has finished.

        Raises:
            RequestInvalid: There is an unfinished run, but of another question, and it was to be resumed.
        """
        with self._telling_what_stays(), ExitStack() as stack:
            # Left last: it goes when the files are in their places. Opened after the output is claimed.
            stack.push(self._journal)
            stack.enter_context(self._sink)
            if self._probability is not None:
                stack.enter_context(self._probability)
            self._thread = stack.enter_context(ThreadPoolExecutor(1, thread_name_prefix="polygons"))
            stack.push(self._left)
            self._journal.open()
            self._say_what_is_there()
            for strip, probability in self._journal.strips():
                self._write(strip, probability)
                self.first_row = strip.row_end
            self.holes = [hole for hole in self._journal.holes() if hole[0].row_end <= self.first_row]
            self._wait_for_sink()
            self._stack = stack.pop_all()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Put the files in their places, or delete them after an error; the journal stays then, as the error says."""
        with self._telling_what_stays():
            self._stack.__exit__(kind, value, trace)
        if value is not None:
            self._say_what_stays(value)

    def add(self, strip: Window, probability: NDArray[np.uint8], *, final: bool = True) -> None:
        """Take the next strip, (P, rows, W) uint8; one that is not `final` is written, but not kept for a later run.

        Raises:
            DiskFull: There is no room; OutputNotWritable: it cannot be written for another reason.
        """
        if final and self._keeps:
            self._journal.add(strip, probability)
        self._write(strip, probability)

    def note(self, hole: Hole, *, lasting: bool) -> None:
        """Note, for a later run, a tile that could not be read, before rows that it touches are added; any thread.

        Args:
            hole: The tile, and why.
            lasting: Whether it will be as unreadable then; if not, a later run goes on from there, to try again.
        """
        if lasting:
            self._journal.note(hole)
        else:
            self._keeps = False

    def finish(self, *, complete: bool) -> tuple[LayerResult, ...]:
        """Write what is left and return one entry a phrase; a `complete` run's journal goes with the block."""
        self._to_sink(partial(self._sink.finish, complete=complete))
        if self._probability is not None:
            self._probability.aside.partial = not complete
            self._probability.finish()
        self._wait_for_sink()
        self._journal.finished = complete
        return tuple(self._sink.layers)

    def _write(self, strip: Window, probability: NDArray[np.uint8]) -> None:
        if self._probability is not None:
            self._probability.write(strip, probability)
        self._to_sink(partial(self._sink.write, strip, probability))

    def _to_sink(self, work: Callable[[], None]) -> None:
        """Begin `work` once what was begun before is done, and raise what went wrong there."""
        self._wait_for_sink()
        self._polygons = self._thread.submit(work)

    def _left(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self._wait_for_sink()

    def _wait_for_sink(self) -> None:
        if self._polygons is not None:
            begun, self._polygons = self._polygons, None
            begun.result()

    @contextmanager
    def _telling_what_stays(self) -> Iterator[None]:
        try:
            yield
        except RrsisError as error:
            self._say_what_stays(error)
            raise

    def _say_what_stays(self, error: BaseException) -> None:
        if self._journal.holds_rows:
            error.add_note(f"What was finished is kept in {self._journal.path}: the same run goes on from there.")
            if isinstance(error, RrsisError):
                error.details["unfinished"] = str(self._journal.path)

    def _say_what_is_there(self) -> None:
        """Tell of rows that are taken up, and of those of other runs, which stay."""
        others = other_journals(self._plan.output, self._question)
        if self._journal.holds_rows:
            warn(
                RunResumed(
                    f"The run that was cut off goes on: its finished rows are taken from {self._journal.path}.",
                    path=str(self._journal.path),
                )
            )
        elif self._resume and others:
            path, differing = others[0]
            raise RequestInvalid(
                f"{path} cannot be gone on with, since it is of a run with other settings ({', '.join(differing)}):"
                " give those, or leave --resume out to begin anew.",
                path=str(path),
                differing=", ".join(differing),
            )
        for path, differing in others:
            warn(
                RunUnfinished(
                    f"{path} holds finished rows of another run ({', '.join(differing)} differ): give its settings to"
                    " go on with it, or delete the file.",
                    path=str(path),
                    differing=", ".join(differing),
                )
            )


def _went_to(asked: str, place: Path) -> str:
    """Return the path that was asked for, with the name under which the file was written."""
    return asked if Path(asked).name == place.name else str(Path(asked).with_name(place.name))


def _probability_writer(plan: ResultPlan) -> ProbabilityWriter:
    return ProbabilityWriter(
        str(plan.probability), plan.georef, plan.window, plan.phrases, plan.provenance, overwrite=plan.overwrite
    )
