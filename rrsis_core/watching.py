"""How a run is watched: `watch` wraps what is worked through, reports how far it is, and cancels by ending early."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Generic, TypeVar

T = TypeVar("T")
Watch = Callable[[Iterable[Any]], Iterable[Any]]


class Watched(Generic[T]):
    """An iterable with a length, so that whoever watches knows how much is to come."""

    def __init__(self, items: Iterable[T], count: int) -> None:
        self._items = items
        self._count = count

    def __len__(self) -> int:
        """Return how many items there will be."""
        return self._count

    def __iter__(self) -> Iterator[T]:
        """Yield the items."""
        yield from self._items
