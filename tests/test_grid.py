"""Tiles cover, windows and map coordinates invert each other."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rrsis_core.errors import RequestInvalid, TooManyTiles
from rrsis_core.grid import GeoRef, Window, tile_grid, tile_rows, with_context

sizes = st.integers(1, 700)


@given(sizes, sizes, st.integers(8, 128), st.data())
def test_tiles_cover_every_pixel_and_never_leave_the_window(height: int, width: int, tile_px: int, data) -> None:
    overlap_px = data.draw(st.integers(0, tile_px // 2))
    window = Window(5, -7, height, width)
    covered = np.zeros(window.shape, int)
    for tile in tile_grid(window, tile_px, overlap_px):
        assert tile.intersect(window) == tile
        assert tile.shape == (min(tile_px, height), min(tile_px, width))
        covered[tile.slices_in(window)] += 1
    assert covered.min() >= 1


@given(sizes, sizes, st.integers(8, 128), st.data())
def test_neighbours_share_the_overlap_and_rows_share_their_row(height: int, width: int, tile_px: int, data) -> None:
    overlap_px = data.draw(st.integers(0, tile_px // 2))
    rows = tile_rows(Window(0, 0, height, width), tile_px, overlap_px)
    for tiles in rows:
        assert len({tile.row for tile in tiles}) == 1
        for left, right in zip(tiles, tiles[1:]):
            assert left.col < right.col <= left.col_end - overlap_px
    for upper, lower in zip(rows, rows[1:]):
        assert upper[0].row < lower[0].row <= upper[0].row_end - overlap_px


@given(sizes, sizes, st.integers(-40, 900), st.integers(-40, 900))
def test_tiles_on_a_lattice_cover_and_reach_out_by_less_than_it(height: int, width: int, row: int, col: int) -> None:
    window = Window(row, col, height, width)
    covered = np.zeros(window.shape, int)
    rows = tile_rows(window, 160, 32, 32)
    for tile in (tile for tiles in rows for tile in tiles):
        assert tile.row % 32 == 0 and tile.col % 32 == 0
        assert window.row - 32 < tile.row and tile.row_end < window.row_end + 32
        assert window.col - 32 < tile.col and tile.col_end < window.col_end + 32
        part = tile.intersect(window)
        assert not part.is_empty
        covered[part.slices_in(window)] += 1
    assert covered.min() >= 1
    for upper, lower in zip(rows, rows[1:]):
        assert upper[0].row < lower[0].row <= upper[0].row_end - 32


@given(st.integers(0, 900), st.integers(1, 700), st.integers(0, 900), st.sampled_from([1, 32]))
def test_context_costs_no_tile_and_reaches_as_far_as_that_allows(
    row: int, height: int, below: int, lattice_px: int
) -> None:
    window, whole, like = Window(row, 3, height, 40), Window(0, 0, row + height + below, 43), (160, 32, lattice_px)
    seen = with_context(window, whole, *like)
    assert window.intersect(seen) == window and seen.intersect(whole) == seen
    above, under = window.row - seen.row, seen.row_end - window.row_end
    assert min(above, under) >= 0 and max(above, under) <= 32 and seen.col_end == whole.col_end
    assert len(tile_rows(seen, *like)) == len(tile_rows(window, *like))
    for tiles in tile_rows(seen, *like):
        assert not tiles[0].intersect(window).is_empty
    margin = max(above, under) + 1
    if margin <= 32 and (above < row or under < below):
        more = Window(row - min(margin, row), 3, height + min(margin, row) + min(margin, below), 40)
        assert len(tile_rows(more, *like)) > len(tile_rows(window, *like))


def test_a_step_off_the_lattice_is_refused() -> None:
    with pytest.raises(RequestInvalid, match="multiple of 32 px"):
        tile_rows(Window(0, 0, 10, 10), 100, 20, 32)


def test_an_empty_window_has_no_tiles() -> None:
    assert tile_rows(Window(0, 0, 0, 10), 64, 8) == []


@pytest.mark.parametrize("overlap_px", [-1, 33])
def test_an_overlap_that_does_not_fit_is_refused(overlap_px: int) -> None:
    with pytest.raises(RequestInvalid, match="0 to 32 px"):
        tile_rows(Window(0, 0, 10, 10), 64, overlap_px)


coordinates = st.floats(-1e6, 1e6)
scales = st.floats(0.01, 100)
grids = st.builds(
    lambda a, angle, x, y, flip: GeoRef(
        (a * np.cos(angle), a * np.sin(angle), x, -flip * a * np.sin(angle), flip * a * np.cos(angle), y)
    ),
    scales, st.floats(-3, 3), coordinates, coordinates, st.sampled_from([1, -1]),
)  # fmt: skip


@given(grids, st.floats(-5000, 5000), st.floats(-5000, 5000))
def test_map_and_pixel_coordinates_invert_each_other(grid: GeoRef, row: float, col: float) -> None:
    assert grid.row_col(*grid.xy(row, col)) == pytest.approx((row, col), abs=1e-3)


@given(grids, st.integers(-50, 50), st.integers(-50, 50))
def test_a_window_has_its_own_reference(grid: GeoRef, row: int, col: int) -> None:
    part = grid.at(Window(row, col, 4, 4))
    assert part.xy(0, 0) == pytest.approx(grid.xy(row, col))
    assert part.xy(2, 3) == pytest.approx(grid.xy(row + 2, col + 3))


@given(st.integers(-50, 50), st.integers(-50, 50), st.integers(1, 60), st.integers(1, 60), st.sampled_from([1, -1]))
def test_window_of_bounds_of_a_window_is_the_window(row: int, col: int, height: int, width: int, flip: int) -> None:
    grid = GeoRef((0.3, 0.0, 3e5, 0.0, -0.3 * flip, 4e6))
    window = Window(row, col, height, width)
    assert grid.window(grid.bounds(window)) == window


def test_scaled_keeps_the_corner() -> None:
    grid = GeoRef((0.5, 0.0, 100.0, 0.0, -0.5, 200.0)).scaled(2, 3)
    assert grid.xy(0, 0) == (100.0, 200.0)
    assert grid.xy(1, 1) == (101.5, 199.0)


def test_windows_intersect_and_slice() -> None:
    outer = Window(10, 20, 30, 40)
    assert outer.intersect(Window(35, 50, 30, 40)) == Window(35, 50, 5, 10)
    assert outer.intersect(Window(40, 20, 5, 5)).is_empty
    assert Window(12, 25, 3, 4).slices_in(outer) == (slice(2, 5), slice(5, 9))
    assert outer.shifted(1, -2) == Window(11, 18, 30, 40)


def test_too_many_tiles_are_refused_with_their_number() -> None:
    with pytest.raises(TooManyTiles, match=r"some 25,000,000,000,000 tiles, and at most 30,000,000") as caught:
        tile_rows(Window(0, 0, 2_000_000_000, 2_000_000_000), 480, 80)
    assert caught.value.details["tiles"] == 25 * 10**12
