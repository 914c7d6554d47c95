"""Patches come in order, unreadable tiles are named, and nothing is read after the end."""

from __future__ import annotations

import threading
import warnings
from collections.abc import Container

import numpy as np
import pytest

from rrsis_core.errors import RasterUnreadable, TileFailed
from rrsis_core.grid import Window
from rrsis_core.normalise import Stretch
from rrsis_core.patches import LOST_TILES, NAMED, READ_AHEAD, PatchReader

STRETCH = Stretch((0, 0, 0), (255, 255, 255))
TILES = [Window(0, 8 * i, 8, 8) for i in range(40)]


class Striped:
    """Stands for a raster: tile i is i everywhere; some tiles cannot be read, some hold nothing."""

    is_remote = False

    def __init__(self, broken: Container[int] = (), empty: Container[int] = ()) -> None:
        self.broken, self.empty, self.read_tiles, self.threads = broken, empty, [], set()

    def read(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        number = window.col // 8
        self.read_tiles.append(number)
        self.threads.add(threading.current_thread().name)
        if number in self.broken:
            raise RasterUnreadable("block is corrupt")
        return np.full((3, 8, 8), number, np.float32), np.full((8, 8), number not in self.empty)

    def inside(self, window: Window) -> np.ndarray:
        inside = np.ones((8, 8), bool)
        inside[0] = False
        return inside


def test_patches_come_in_order_from_another_thread() -> None:
    raster = Striped()
    patches = list(PatchReader(raster, TILES, STRETCH))
    assert [patch.window for patch in patches] == TILES
    np.testing.assert_allclose(patches[7].rgb[:, 1:], 7 / 255, rtol=1e-6)
    assert not patches[7].valid[0].any() and patches[7].valid[1:].all()
    assert threading.current_thread().name not in raster.threads


def test_pixels_that_were_not_asked_for_are_seen_but_not_answered() -> None:
    raster = Striped()
    raster.inside = lambda window: np.full((8, 8), False) if window.col >= 16 else np.eye(8, dtype=bool)
    first, second = PatchReader(raster, TILES[:5], STRETCH)
    assert (first.rgb == 0).all() and (second.rgb == np.float32(1 / 255)).all()
    assert (second.valid == np.eye(8, dtype=bool)).all()
    assert raster.read_tiles == [0, 1]


def test_unreadable_tiles_are_named_and_empty_ones_left_out() -> None:
    reader = PatchReader(Striped(broken=(3,), empty=(5, 6)), TILES, STRETCH)
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        patches = list(reader)
    assert len(patches) == 37 and (reader.failed, reader.empty) == (1, 2)
    (warning,) = [w.message for w in heard if isinstance(w.message, TileFailed)]
    assert warning.details["col"] == 24 and "block is corrupt" in warning.message


def test_holes_of_an_earlier_run_are_named_with_the_others_and_new_ones_are_told_of() -> None:
    noted: list[tuple[Window, str]] = []
    known = [(Window(-8, 8 * i, 8, 8), "was corrupt") for i in range(NAMED - 1)]
    reader = PatchReader(Striped(broken=(3, 4)), TILES, STRETCH, known=known, noted=noted.append)
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        assert len(list(reader)) == 38 and reader.failed == 2
    told = [w.message for w in heard if isinstance(w.message, TileFailed)]
    assert [one.details.get("col") for one in told] == [*(8 * i for i in range(NAMED - 1)), 24, None]
    assert "was corrupt" in told[0].message and told[-1].details == {"failed": NAMED + 1}
    assert noted == [(TILES[3], "block is corrupt"), (TILES[4], "block is corrupt")]


def test_many_holes_are_named_together() -> None:
    reader = PatchReader(Striped(broken=range(2, 40)), TILES, STRETCH)
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        assert len(list(reader)) == 2
    told = [w.message for w in heard if isinstance(w.message, TileFailed)]
    assert len(told) == NAMED + 1 and told[-1].details == {"failed": 38}
    assert reader.failed == 38


@pytest.mark.filterwarnings("ignore::rrsis_core.errors.TileFailed")
def test_a_network_that_is_gone_ends_the_run() -> None:
    raster = Striped(broken={*range(0, 40, 2), *range(20, 40)})
    raster.is_remote = True
    stream = iter(PatchReader(raster, TILES, STRETCH))
    assert len([next(stream) for _ in range(10)]) == 10
    with pytest.raises(RasterUnreadable, match="block is corrupt"):
        next(stream)
    assert len(raster.read_tiles) <= 20 + LOST_TILES + READ_AHEAD


def test_of_large_tiles_fewer_are_read_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rrsis_core.patches._AHEAD_PX", 3 * 8 * 8)
    raster = Striped()
    stream = iter(PatchReader(raster, TILES, STRETCH))
    next(stream)
    stream.close()
    assert len(raster.read_tiles) <= 3


def test_ending_early_ends_the_reading() -> None:
    raster = Striped()
    stream = iter(PatchReader(raster, TILES, STRETCH))
    next(stream)
    stream.close()
    assert len(raster.read_tiles) <= READ_AHEAD + 1
