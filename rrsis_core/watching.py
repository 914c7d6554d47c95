"""How a run is watched: `watch` wraps what is worked through, reports how far it is, and cancels by ending early."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Generic, TypeVar

T = TypeVar("T")
Watch = Callable[[Iterable[Any]], Iterable[Any]]


class Watched(Generic[T]):
    """An iterable with a length, so that whoever watches knows how much is to come, and an ear for its wish to end."""

    def __init__(self, items: Iterable[T], count: int) -> None:
        self._items = items
        self._count = count
        self._stopped: Callable[[], bool] = lambda: False

    def stop_when(self, stopped: Callable[[], bool]) -> None:
        """Tell, before the first item, what says that no more items are wanted; it is asked while one is waited for."""
        self._stopped = stopped

    def stopped(self) -> bool:
        """Return whether no more items are wanted; any thread."""
        return self._stopped()

    def __len__(self) -> int:
        """Return how many items there will be."""
        return self._count

    def __iter__(self) -> Iterator[T]:
        """Yield the items."""
        yield from self._items
