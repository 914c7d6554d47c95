"""What becomes of predicted tiles: blended, on a thread of its own, into finished rows."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from types import TracebackType

import numpy as np
from numpy.typing import NDArray

from .allocator import give_back
from .blend import NODATA, Blender, to_probability
from .grid import Window
from .request import LayerResult
from .rows import ResultPlan, Rows


def finished_rows(
    finished: Iterator[tuple[Window, NDArray[np.float32]]], outside_below: float
) -> Iterator[tuple[Window, NDArray[np.uint8]]]:
    """Yield blended strips as (strip, (P, rows, W) uint8 probability); logits below `outside_below` become nodata."""
    for strip, logits in finished:
        outside = logits < outside_below
        probability = to_probability(logits, out=logits)
        probability[outside] = NODATA
        yield strip, probability


class Results:
    """Takes tiles in order, on a thread of its own, and hands rows on as soon as they are finished; a context manager.

    Args:
        plan: What to make and where.
        rows: Where finished rows go; open, and left after this.
    """

    def __init__(self, plan: ResultPlan, rows: Rows) -> None:
        self._rows = rows
        self._stack = ExitStack()
        self._waiting: deque[Future[None]] = deque()
        left = Window(rows.first_row, plan.window.col, plan.window.row_end - rows.first_row, plan.window.width)
        self._blender = Blender(left, len(plan.phrases), plan.overlap_px)
        self._row = rows.first_row

    def __enter__(self) -> Results:
        """Start the thread."""
        self._thread = self._stack.enter_context(ThreadPoolExecutor(1, thread_name_prefix="results"))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the thread, so that no strip is under way when the files are closed."""
        self._stack.__exit__(kind, value, trace)

    def take(self, tile: Window, logits: NDArray[np.float32], outside_below: float) -> None:
        """Hand over the (P, h, w) logits of a tile; values below `outside_below` mark pixels that hold nothing."""
        self._submit(lambda: self._take(tile, logits, outside_below))

    def finish(self, *, complete: bool, outside_below: float) -> tuple[LayerResult, ...]:
        """Write what is left and return one entry a phrase; a `complete` run's journal goes with the block."""
        self._submit(lambda: self._finish(complete, outside_below))
        while self._waiting:
            self._waiting.popleft().result()
        return self._layers

    def _submit(self, work: Callable[[], None]) -> None:
        """Do `work` after what waits, with a few tiles waiting at most, and raise what went wrong before."""
        self._waiting.append(self._thread.submit(work))
        while len(self._waiting) > 4 or (self._waiting and self._waiting[0].done()):
            self._waiting.popleft().result()

    def _take(self, tile: Window, logits: NDArray[np.float32], outside_below: float) -> None:
        if tile.row > self._row:
            self._row = tile.row
            for strip, probability in finished_rows(self._blender.finished(tile.row), outside_below):
                self._rows.add(strip, probability)
        self._blender.add(tile, logits)

    def _finish(self, complete: bool, outside_below: float) -> None:
        left = self._blender.finished(self._blender.reached_row)  # rows that no tile has touched hold nothing to write
        for strip, probability in finished_rows(left, outside_below):
            self._rows.add(strip, probability, final=False)
        self._blender.clear()  # overviews and the last polygons need the room
        give_back()
        self._layers = self._rows.finish(complete=complete)
