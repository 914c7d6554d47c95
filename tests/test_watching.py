"""What is watched has a length and ends when the watcher does."""

from __future__ import annotations

import operator

from rrsis_core.watching import Watched


def test_the_watcher_knows_how_much_is_to_come() -> None:
    watched = Watched(iter("abc"), 3)
    assert operator.length_hint(watched) == len(watched) == 3
    assert list(watched) == ["a", "b", "c"]


def test_the_wish_to_end_is_heard_while_an_item_is_waited_for() -> None:
    wishes: list[bool] = []
    watched = Watched(iter("abc"), 3)
    assert not watched.stopped()
    watched.stop_when(lambda: bool(wishes))
    assert not watched.stopped()
    wishes.append(True)
    assert watched.stopped()
