"""Blending: covering, positive weights, constant in → constant out, and the whole-image mean in float64."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rrsis_core.blend import Blender, taper, to_probability
from rrsis_core.grid import Window, tile_rows

TILINGS = st.tuples(
    st.integers(1, 70),  # height
    st.integers(1, 70),  # width
    st.integers(4, 32),  # tile
    st.integers(0, 16),  # overlap
    st.integers(0, 9),  # offset
).map(lambda t: (Window(t[4], 2 * t[4], t[0], t[1]), t[2], min(t[3], t[2] // 2)))


def _run(window, tile_px, overlap_px, tiles_to_logits, count=2):
    blender = Blender(window, count, overlap_px)
    strips = []
    for tiles in tile_rows(window, tile_px, overlap_px):
        strips += _copied(blender.finished(tiles[0].row))
        for tile in tiles:
            logits = tiles_to_logits(tile)
            if logits is not None:
                blender.add(tile, logits)
    return strips + _copied(blender.finish())


def _copied(strips):
    return [(strip, logits.copy()) for strip, logits in strips]  # they hold until the next one


@given(st.integers(1, 600), st.integers(0, 300))
def test_weights_are_positive_symmetric_and_at_most_one(length, overlap_px):
    weights = taper(length, overlap_px)
    assert weights.shape == (length,) and weights.dtype == np.float32
    assert (weights > 0).all() and (weights <= 1).all()
    np.testing.assert_array_equal(weights, weights[::-1])


@given(TILINGS)
@settings(deadline=None, max_examples=60)
def test_strips_cover_the_window_once_and_a_constant_stays(tiling):
    window, tile_px, overlap_px = tiling
    level = np.array([2.5, -7.0], dtype=np.float32)[:, None, None]
    strips = _run(window, tile_px, overlap_px, lambda tile: np.broadcast_to(level, (2, *tile.shape)).copy())
    row = window.row
    for strip, logits in strips:
        assert (strip.row, strip.col, strip.width) == (row, window.col, window.width)
        assert logits.shape == (2, *strip.shape) and logits.dtype == np.float32
        np.testing.assert_allclose(logits, np.broadcast_to(level, logits.shape), atol=1e-5)
        row = strip.row_end
    assert row == window.row_end


@given(TILINGS, st.integers(0, 2**32 - 1), st.floats(0, 0.6))
@settings(deadline=None, max_examples=60)
def test_equals_the_whole_image_mean_in_float64(tiling, seed, skipped):
    window, tile_px, overlap_px = tiling
    rng = np.random.default_rng(seed)
    sums, weights = np.zeros((2, *window.shape)), np.zeros(window.shape)

    def logits(tile):
        if rng.random() < skipped:
            return None
        values = rng.normal(0, 8, (2, *tile.shape)).astype(np.float32)
        weight = np.outer(taper(tile.height, overlap_px), taper(tile.width, overlap_px)).astype(np.float64)
        inner = tile.slices_in(window)
        sums[(slice(None), *inner)] += values * weight
        weights[inner] += weight
        return values

    strips = _run(window, tile_px, overlap_px, logits)
    got = np.concatenate([values for _, values in strips], axis=1)
    with np.errstate(invalid="ignore"):
        np.testing.assert_allclose(got, sums / weights, atol=1e-4)
    assert (np.isnan(got[0]) == (weights == 0)).all()


def test_memory_is_a_row_of_tiles():
    window = Window(0, 0, 5000, 64)
    blender = Blender(window, 1, 8)
    highest = 0
    for tiles in tile_rows(window, 64, 8):
        list(blender.finished(tiles[0].row))
        for tile in tiles:
            blender.add(tile, np.zeros((1, *tile.shape), np.float32))
        highest = max(highest, blender._sums.shape[1])
    assert highest <= 64 + 8


def test_wide_rows_leave_in_low_strips(monkeypatch):
    monkeypatch.setattr("rrsis_core.blend._STRIP_PX", 600)
    monkeypatch.setattr("rrsis_core.blend._LEAST_ROWS", 4)
    window, level = Window(0, 0, 100, 90), np.float32(1.5)
    strips = _run(window, 32, 8, lambda tile: np.full((1, *tile.shape), level), count=1)
    assert max(strip.height for strip, _ in strips) == 600 // 90
    assert [strip.row for strip, _ in strips[1:]] == [strip.row_end for strip, _ in strips[:-1]]
    assert all(np.allclose(logits, level, atol=1e-5) for _, logits in strips)


def test_untouched_plane_is_nan_and_leaves_in_pieces():
    strips = _copied(Blender(Window(0, 0, 600, 3), 1, 0).finish())
    assert len(strips) > 1
    assert all(np.isnan(logits).all() for _, logits in strips)


def test_tiles_that_jut_out_are_cut():
    window = Window(10, 10, 20, 20)
    blender = Blender(window, 1, 4)
    blender.add(Window(0, 0, 64, 64), np.full((1, 64, 64), 3, np.float32))
    blender.add(Window(100, 100, 8, 8), np.zeros((1, 8, 8), np.float32))
    ((strip, logits),) = blender.finish()
    assert strip == window
    np.testing.assert_allclose(logits, 3, atol=1e-6)


def test_a_tile_above_the_finished_rows_or_of_another_shape_is_refused():
    blender = Blender(Window(0, 0, 40, 40), 1, 0)
    blender.add(Window(0, 0, 20, 40), np.zeros((1, 20, 40), np.float32))
    list(blender.finished(20))
    with pytest.raises(ValueError, match="rows before have left"):
        blender.add(Window(10, 0, 20, 40), np.zeros((1, 20, 40), np.float32))
    with pytest.raises(ValueError, match="shape"):
        blender.add(Window(20, 0, 20, 40), np.zeros((2, 20, 40), np.float32))


def test_to_probability():
    logits = np.array([[-np.inf, -40, 0, 40, np.inf, np.nan]], np.float32)
    np.testing.assert_array_equal(to_probability(logits), [[0, 0, 127, 254, 254, 255]])
    ramp = np.linspace(-6, 6, 1001, dtype=np.float32)
    exact = 1 / (1 + np.exp(-ramp.astype(np.float64)))
    probability = to_probability(ramp)
    assert np.abs(probability / 254 - exact).max() <= 0.5 / 254 + 1e-6
    np.testing.assert_array_equal(to_probability(ramp, out=ramp), probability)


def test_what_is_cleared_takes_no_room() -> None:
    blender = Blender(Window(0, 0, 64, 64), 1, 8)
    blender.add(Window(0, 0, 64, 64), np.ones((1, 64, 64), np.float32))
    assert sum(strip.height for strip, _ in blender.finish()) == 64
    blender.clear()
    assert blender._sums.nbytes == 0
