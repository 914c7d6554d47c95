"""A sample comes from all over a raster and passes over what is damaged."""

from __future__ import annotations

import numpy as np
import pytest

from rrsis_core.errors import RasterUnreadable
from rrsis_core.grid import Window
from rrsis_core.raster.handles import Level
from rrsis_core.raster.sample import first_readable, sample, spread, thinned

LEVELS = [Level("x", number, (4096 >> number, 8192 >> number), 1 << number, 1 << number) for number in (0, 1, 4)]


def read(broken: set[int | None], calls: list) -> object:
    """Return what reads ones, but not from `broken` levels, and the whole of level 4 not either."""

    def values(level: Level, window: Window) -> np.ndarray:
        calls.append((level.overview, window))
        if level.overview in broken or (level.overview == 4 and window.shape == level.shape and "whole" in broken):
            raise RasterUnreadable("block is corrupt")
        return np.full((3, window.height * window.width), level.overview, np.float32)

    return values


def test_the_small_overview_is_read_at_once() -> None:
    calls: list = []
    found = sample(read(set(), calls), LEVELS, 100_000)
    assert calls == [(4, Window(0, 0, 256, 512))] and found.shape == (3, 65536) and (found == 4).all()


@pytest.mark.parametrize(("broken", "level"), [({"whole"}, 4), ({4}, 0), ({4, 1}, 0)])
def test_what_is_damaged_is_passed_over(broken: set, level: int) -> None:
    found = sample(read(broken, []), LEVELS, 100_000)
    assert 0 < found.shape[1] <= 100_000 and (found == level).all()


def test_nothing_to_read_raises_what_was_wrong() -> None:
    with pytest.raises(RasterUnreadable, match="block is corrupt"):
        sample(read({0, 1, 4}, []), LEVELS, 100_000)
    with pytest.raises(RasterUnreadable):
        first_readable(read(set(), []), [])


def test_windows_lie_all_over_and_inside() -> None:
    windows = spread((1000, 50), 9)
    assert windows[0] == Window(0, 0, 128, 50) and windows[-1].row_end == 1000 and len(windows) == 3


def test_thinning_keeps_both_ends_near() -> None:
    values = np.tile(np.arange(1001, dtype=np.float32), (3, 1))
    few = thinned(values, 100)
    assert few.shape[1] <= 100 and few[0, 0] == 0 and few[0, -1] > 980
    assert thinned(values[:, :0], 100).shape == (3, 0)
