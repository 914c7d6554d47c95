"""Blending: covering, positive weights, constant in → constant out, and the whole-image mean in float64."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rrsis_core.blend import NODATA, Blender, Strips, taper, to_probability
from rrsis_core.grid import Window, tile_rows

TILINGS = st.tuples(
    st.integers(1, 70),  # height
    st.integers(1, 70),  # width
    st.integers(4, 32),  # tile
    st.integers(0, 16),  # overlap
    st.integers(0, 9),  # offset
).map(lambda t: (Window(t[4], 2 * t[4], t[0], t[1]), t[2], min(t[3], t[2] // 2)))


def _run(window, tile_px, overlap_px, tiles_to_logits, count=2):
    """Return the plane (P, H, W), and the blocks in which it left."""
    rows = tile_rows(window, tile_px, overlap_px)
    blender = Blender(window, count, overlap_px, [tile for tiles in rows for tile in tiles])
    plane, blocks, left = np.zeros((count, *window.shape), np.float32), [], np.zeros(window.shape, int)

    def keep(finished):
        for block, logits in finished:
            assert logits.shape == (count, *block.shape) and logits.dtype == np.float32
            place = block.slices_in(window)
            plane[(slice(None), *place)] = logits
            left[place] += 1
            logits[:] = np.nan  # they may be changed
            blocks.append(block)

    for tiles in rows:
        for tile in tiles:
            logits = tiles_to_logits(tile)
            if logits is not None:
                keep(blender.finished(tile))
                blender.add(tile, logits)
    keep(blender.finish())
    assert (left == 1).all()  # each pixel leaves once
    return plane, blocks


def _strips(window, tile_px, overlap_px, tiles_to_logits, *, whole=True):
    tiles = [tile for tiles in tile_rows(window, tile_px, overlap_px) for tile in tiles]
    strips = Strips(Blender(window, 1, overlap_px, tiles), -5e3)
    found = []
    for tile in tiles:
        logits = tiles_to_logits(tile)
        if logits is not None:
            found += strips.finished(tile)
            strips.add(tile, logits)
    return found + list(strips.finish(whole=whole))


@given(st.integers(1, 600), st.integers(0, 300))
def test_weights_are_positive_symmetric_and_at_most_one(length, overlap_px):
    weights = taper(length, overlap_px)
    assert weights.shape == (length,) and weights.dtype == np.float32
    assert (weights > 0).all() and (weights <= 1).all()
    np.testing.assert_array_equal(weights, weights[::-1])


@given(TILINGS)
@settings(deadline=None, max_examples=60)
def test_blocks_cover_the_window_once_and_a_constant_stays(tiling):
    window, tile_px, overlap_px = tiling
    level = np.array([2.5, -7.0], dtype=np.float32)[:, None, None]
    plane, blocks = _run(window, tile_px, overlap_px, lambda tile: np.broadcast_to(level, (2, *tile.shape)).copy())
    np.testing.assert_allclose(plane, np.broadcast_to(level, plane.shape), atol=1e-5)
    assert [(block.row, block.col) for block in blocks] == sorted((block.row, block.col) for block in blocks)


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

    got, _ = _run(window, tile_px, overlap_px, logits)
    with np.errstate(invalid="ignore"):
        np.testing.assert_allclose(got, sums / weights, atol=1e-4)
    assert (np.isnan(got[0]) == (weights == 0)).all()


@given(TILINGS, st.integers(0, 2**32 - 1), st.floats(0, 0.6), st.sampled_from([50, 600, 2**21]))
@settings(deadline=None, max_examples=60)
def test_strips_are_the_probabilities_of_the_blocks_from_top_to_bottom(tiling, seed, skipped, strip_px):
    window, tile_px, overlap_px = tiling
    rng = np.random.default_rng(seed)
    answers = {
        tile: rng.choice([-1e4, -3.0, 0.5, 4.0], (1, *tile.shape)).astype(np.float32)
        for tiles in tile_rows(window, tile_px, overlap_px)
        for tile in tiles
        if rng.random() >= skipped
    }
    plane, _ = _run(window, tile_px, overlap_px, answers.get, count=1)
    expected = to_probability(plane)
    expected[plane < -5e3] = NODATA
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("rrsis_core.blend._STRIP_PX", strip_px)
        patch.setattr("rrsis_core.blend._LEAST_ROWS", 4)
        strips = _strips(window, tile_px, overlap_px, answers.get)
        reached = _strips(window, tile_px, overlap_px, answers.get, whole=False)
    assert [strip.row for strip, _ in strips] == [window.row, *(strip.row_end for strip, _ in strips[:-1])]
    assert all((strip.col, strip.width) == (window.col, window.width) for strip, _ in strips)
    assert max(strip.height for strip, _ in strips) <= max(4, strip_px // window.width)
    np.testing.assert_array_equal(np.concatenate([rows for _, rows in strips], axis=1), expected)
    touched = max((min(tile.row_end, window.row_end) for tile in answers), default=window.row) - window.row
    assert sum(strip.height for strip, _ in reached) == touched
    for strip, rows in reached:
        np.testing.assert_array_equal(rows, expected[:, strip.row - window.row : strip.row_end - window.row])


def test_memory_is_what_two_rows_of_tiles_share_and_a_band_of_bytes():
    window, tile_px, overlap_px = Window(0, 0, 3000, 6000), 200, 40
    tiles = [tile for tiles in tile_rows(window, tile_px, overlap_px) for tile in tiles]
    strips = Strips(Blender(window, 1, overlap_px, tiles), -5e3)
    blank = np.zeros((1, tile_px, tile_px), np.float32)
    highest = 0
    for tile in tiles:
        assert sum(strip.height for strip, _ in strips.finished(tile)) in (0, 80, tile_px - overlap_px)
        strips.add(tile, blank)
        blender = strips._blender
        highest = max(highest, blender._sums.nbytes + blender._carried.nbytes + strips._rows.nbytes)
    assert (3000 - tile_px) % (tile_px - overlap_px) == 80  # the last row of tiles shares more with the one before
    assert highest <= 6000 * (4 * (overlap_px + 80) + 256) + 4 * 256 * 256 * 4


def test_rows_left_out_leave_in_bands_no_higher_than_others():
    plane, blocks = _run(Window(0, 0, 3000, 3), 64, 8, lambda tile: None, count=1)
    assert np.isnan(plane).all() and max(block.height for block in blocks) == 256


def test_tiles_that_jut_out_are_cut():
    window, tiles = Window(10, 10, 20, 20), [Window(0, 0, 64, 64), Window(100, 100, 8, 8)]
    blender = Blender(window, 1, 4, tiles)
    blender.add(tiles[0], np.full((1, 64, 64), 3, np.float32))
    ((block, logits),) = blender.finished(tiles[1])
    blender.add(tiles[1], np.zeros((1, 8, 8), np.float32))
    assert block == window and not list(blender.finish())
    np.testing.assert_allclose(logits, 3, atol=1e-6)


def test_a_tile_above_or_left_of_what_has_left_or_of_another_shape_is_refused():
    tiles = [Window(0, 0, 20, 30), Window(0, 20, 20, 20), Window(20, 0, 20, 40)]
    blender = Blender(Window(0, 0, 40, 40), 1, 0, tiles)
    blender.add(tiles[0], np.zeros((1, 20, 30), np.float32))
    assert [block for block, _ in blender.finished(tiles[1])] == [Window(0, 0, 20, 20)]
    blender.add(tiles[1], np.zeros((1, 20, 20), np.float32))
    with pytest.raises(ValueError, match="what was before has left"):
        blender.add(tiles[0], np.zeros((1, 20, 30), np.float32))
    assert [block for block, _ in blender.finished(tiles[2])] == [Window(0, 20, 20, 20)]
    for tile in (Window(10, 0, 20, 40), Window(30, 0, 10, 40)):
        with pytest.raises(ValueError, match="rows before have left"):
            blender.add(tile, np.zeros((1, *tile.shape), np.float32))
    with pytest.raises(ValueError, match="shape"):
        blender.add(tiles[2], np.zeros((2, 20, 40), np.float32))


def test_to_probability():
    logits = np.array([[-np.inf, -40, 0, 40, np.inf, np.nan]], np.float32)
    np.testing.assert_array_equal(to_probability(logits), [[0, 0, 127, 254, 254, 255]])
    ramp = np.linspace(-6, 6, 1001, dtype=np.float32)
    exact = 1 / (1 + np.exp(-ramp.astype(np.float64)))
    probability = to_probability(ramp)
    assert np.abs(probability / 254 - exact).max() <= 0.5 / 254 + 1e-6
    np.testing.assert_array_equal(to_probability(ramp, out=ramp), probability)
