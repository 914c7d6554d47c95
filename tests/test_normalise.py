from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rrsis_core.errors import RasterEmpty, RasterUnreadable
from rrsis_core.normalise import Stretch, given_stretch, measure_stretch, standardise, to_rgb


def test_bytes_are_not_stretched_unless_asked() -> None:
    sample = np.tile(np.arange(10, 200, dtype=np.float32), (3, 1))
    assert measure_stretch(lambda: sample, np.uint8, None) == Stretch((0, 0, 0), (255, 255, 255))
    assert measure_stretch(lambda: sample, np.uint8, (0, 100)) == Stretch((10, 10, 10), (199, 199, 199))


@pytest.mark.parametrize("dtype", ["uint16", "int16", "float32"])
def test_other_types_use_percentiles_of_each_band(dtype: str) -> None:
    ramp = np.linspace(0, 1000, 1001, dtype=np.float32)
    stretch = measure_stretch(lambda: np.stack([ramp, ramp * 2, ramp - 500]), dtype, None)
    np.testing.assert_allclose(stretch.low, [20, 40, -480], atol=0.01)
    np.testing.assert_allclose(stretch.high, [980, 1960, 480], atol=0.01)


def test_an_outlier_does_not_darken_everything() -> None:
    ramp = np.append(np.linspace(0, 1000, 1001, dtype=np.float32), np.float32(60000))
    assert max(measure_stretch(lambda: np.stack([ramp] * 3), np.uint16, None).high) < 1000


@given(st.floats(-1e6, 1e6, width=32), st.sampled_from(["uint16", "float32", "uint8"]))
def test_a_raster_of_one_value_still_has_a_stretch(value: float, dtype: str) -> None:
    stretch = measure_stretch(lambda: np.full((3, 50), value, np.float32), dtype, (2, 98))
    assert all(high > low for low, high in zip(stretch.low, stretch.high))
    rgb = to_rgb(np.full((3, 2, 2), value, np.float32), np.ones((2, 2), bool), stretch)
    assert np.isfinite(rgb).all() and rgb.min() >= 0 and rgb.max() <= 1


@pytest.mark.filterwarnings("ignore:overflow encountered:RuntimeWarning")
@pytest.mark.parametrize("ends", [(0, 1e-40), (1e-45, 2e-45), (-1e300, 0), (0, 1e300), (-1e300, 1e300), (-3e38, 3e38)])
def test_no_stretch_makes_pixels_that_are_no_numbers(ends: tuple[float, float]) -> None:
    raw = np.array([0, 1e-41, 5, -7, 3e38, -3e38], np.float32) * np.ones((3, 1, 1), np.float32)
    rgb = to_rgb(raw, np.ones((1, 6), bool), given_stretch(ends))
    assert np.isfinite(rgb).all() and rgb.min() >= 0 and rgb.max() <= 1


def test_nothing_to_measure() -> None:
    empty = np.zeros((3, 0), np.float32)
    with pytest.raises(RasterEmpty):
        measure_stretch(lambda: empty, np.uint16, None)


def test_bytes_are_not_even_looked_at() -> None:
    def damaged() -> np.ndarray:
        raise RasterUnreadable("block is corrupt")

    assert measure_stretch(damaged, np.uint8, None).high == (255, 255, 255)
    assert measure_stretch(damaged, np.uint8, None, 15.0).high == (15, 15, 15)


def test_to_rgb_scales_clips_and_blanks() -> None:
    raw = np.array([[[-5, 0, 50, 100, 500]]] * 3, np.float32)
    kept = raw.copy()
    valid = np.array([[True, True, True, True, False]])
    rgb = to_rgb(raw, valid, Stretch((0, 0, 0), (100, 200, 50)))
    assert rgb.dtype == np.float32
    np.testing.assert_allclose(rgb[0, 0], [0, 0, 0.5, 1, 0])
    np.testing.assert_allclose(rgb[1, 0], [0, 0, 0.25, 0.5, 0])
    np.testing.assert_allclose(rgb[2, 0], [0, 0, 1, 1, 0])
    np.testing.assert_array_equal(raw, kept)


def test_to_rgb_survives_nan_where_invalid() -> None:
    raw = np.full((3, 2, 2), np.nan, np.float32)
    assert not to_rgb(raw, np.zeros((2, 2), bool), Stretch((0, 0, 0), (1, 1, 1))).any()


def test_standardise_is_per_band_and_keeps_float32() -> None:
    rgb = np.full((2, 3, 4, 4), 0.5, np.float32)
    result = standardise(rgb, (0.5, 0.25, 0.0), (1.0, 0.25, 0.5))
    assert result.dtype == np.float32
    np.testing.assert_allclose(result[1, :, 0, 0], [0.0, 1.0, 1.0])
    assert rgb[0, 0, 0, 0] == 0.5


def test_a_stretch_given_by_hand_is_for_all_bands_or_for_each() -> None:
    assert given_stretch((0, 1800)) == Stretch((0, 0, 0), (1800, 1800, 1800))
    assert given_stretch((0, 10, 1, 11, 2, 12)) == Stretch((0, 1, 2), (10, 11, 12))
