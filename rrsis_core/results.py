"""What becomes of predicted tiles: blended, on a thread of its own, into finished rows."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from types import TracebackType

import numpy as np
from numpy.typing import NDArray

from .allocator import give_back
from .blend import Blender, Strips
from .grid import Window
from .request import LayerResult
from .rows import ResultPlan, Rows


class Results:
    """Takes tiles in order, on a thread of its own, and hands rows on as soon as they are finished; a context manager.

    Args:
        plan: What to make and where.
        rows: Where finished rows go; open, and left after this.
        tiles: Those that may come, in their order.
        outside_below: Logits below mark pixels that hold nothing.
    """

    def __init__(self, plan: ResultPlan, rows: Rows, tiles: Iterable[Window], outside_below: float) -> None:
        self._rows = rows
        self._stack = ExitStack()
        self._waiting: deque[Future[None]] = deque()
        left = Window(rows.first_row, plan.window.col, plan.window.row_end - rows.first_row, plan.window.width)
        self._strips = Strips(Blender(left, len(plan.phrases), plan.overlap_px, tiles), outside_below)

    def __enter__(self) -> Results:
        """Start the thread."""
        self._thread = self._stack.enter_context(ThreadPoolExecutor(1, thread_name_prefix="results"))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the thread, so that no strip is under way when the files are closed."""
        self._stack.__exit__(kind, value, trace)

    def take(self, tile: Window, logits: NDArray[np.float32]) -> None:
        """Hand over the (P, h, w) logits of a tile."""
        self._submit(lambda: self._take(tile, logits))

    def finish(self, *, complete: bool) -> tuple[LayerResult, ...]:
        """Write what is left and return one entry a phrase; a `complete` run's journal goes with the block."""
        self._submit(lambda: self._finish(complete))
        while self._waiting:
            self._waiting.popleft().result()
        return self._layers

    def _submit(self, work: Callable[[], None]) -> None:
        """Do `work` after what waits, with a few tiles waiting at most, and raise what went wrong before."""
        self._waiting.append(self._thread.submit(work))
        while len(self._waiting) > 4 or (self._waiting and self._waiting[0].done()):
            self._waiting.popleft().result()

    def _take(self, tile: Window, logits: NDArray[np.float32]) -> None:
        for strip, probability in self._strips.finished(tile):
            self._rows.add(strip, probability)
        self._strips.add(tile, logits)

    def _finish(self, complete: bool) -> None:
        for strip, probability in self._strips.finish(whole=False):  # other rows hold nothing to write
            self._rows.add(strip, probability, final=False)
        del self._strips  # overviews and the last polygons need the room
        give_back()
        self._layers = self._rows.finish(complete=complete)
