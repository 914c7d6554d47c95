"""Threads that compute side by side, each with its share of the processor's cores."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Barrier
from types import TracebackType
from typing import TypeVar

import torch

T = TypeVar("T")


class Lanes:
    """A few threads; a context manager, at whose end all of them have ended, unless what they do was dropped.

    Small layers leave cores idle between their pieces, and wait for the slowest of them when something else runs; tiles
    side by side do not.

    Args:
        count: How many; the cores that PyTorch may use are divided among them.
    """

    def __init__(self, count: int) -> None:
        self._count = count
        self._dropped = False

    def __enter__(self) -> Lanes:
        """Start the threads."""
        cores = torch.get_num_threads()
        self._pool = ThreadPoolExecutor(
            self._count,
            thread_name_prefix="lane",
            initializer=_take_cores,
            initargs=(max(1, cores // self._count),),
        )
        started = Barrier(self._count + 1)
        for _ in range(self._count):
            self._pool.submit(started.wait)
        started.wait()
        # A thread's number is its own, but also that of threads to come: those get the whole again.
        torch.set_num_threads(cores)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Wait for what is under way, unless it was dropped, and leave out what is not."""
        self._pool.shutdown(wait=not self._dropped, cancel_futures=True)

    def drop(self) -> None:
        """Wait for nothing at the end: what is under way ends by itself, and nobody sees what comes of it."""
        self._dropped = True

    def submit(self, work: Callable[[], T]) -> Future[T]:
        """Do `work` as soon as a thread is free."""
        return self._pool.submit(work)


def _take_cores(count: int) -> None:
    """Let this thread use `count` cores."""
    torch.get_num_threads()  # a thread's first look takes the number of all, and would come after ours
    torch.set_num_threads(count)
