from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rrsis_core.raster.resample import plan_axis, resample

STEPS = st.floats(0.1, 7.0, allow_nan=False)


def whole(length: int, step: float) -> int:
    return max(1, int(length / step + 0.5))


def by_definition(pixels: np.ndarray, step: float, count: int) -> np.ndarray:
    """Average an axis (the last) over [j·step, (j+1)·step) in small parts."""
    fine = np.repeat(pixels.astype(np.float64), 2000, axis=-1)
    edges = np.clip(np.round(np.arange(count + 1) * step * 2000).astype(int), 0, fine.shape[-1])
    return np.stack([fine[..., a:b].mean(axis=-1) for a, b in zip(edges, edges[1:])], axis=-1)


@given(st.integers(2, 60), STEPS)
def test_shares_sum_to_one_and_taps_lie_in_the_source(length: int, step: float) -> None:
    plan = plan_axis(0, whole(length, step), step, length)
    np.testing.assert_allclose(plan.shares.sum(axis=0), 1.0, rtol=1e-5)
    assert (plan.shares >= 0).all()
    assert plan.taps.min() >= 0 and plan.taps.max() < plan.count and plan.first + plan.count <= length


@settings(max_examples=40, deadline=None)
@given(st.integers(20, 60), STEPS, st.data())
def test_a_pixel_is_the_same_through_every_window(length: int, step: float, data: st.DataObject) -> None:
    pixels = np.random.default_rng(length).integers(0, 255, (3, length, length)).astype(np.uint8)
    valid = np.random.default_rng(1).random((length, length)) > 0.2
    n = whole(length, step)
    start = data.draw(st.integers(0, n - 1))
    count = data.draw(st.integers(1, n - start))

    def view(first: int, number: int) -> tuple[np.ndarray, np.ndarray]:
        plan = plan_axis(first, number, step, length)
        inner = slice(plan.first, plan.first + plan.count)
        return resample(pixels[:, inner, inner], valid[inner, inner], plan, plan)

    full, known = view(0, n)
    part, part_known = view(start, count)
    inner = slice(start, start + count)
    np.testing.assert_array_equal(part_known, known[inner, inner])
    np.testing.assert_allclose(part, full[:, inner, inner], rtol=1e-5, atol=1e-3)


@given(STEPS, st.floats(-1e4, 1e4))
def test_constant_in_constant_out(step: float, value: float) -> None:
    plan = plan_axis(0, whole(40, step), step, 40)
    pixels = np.full((1, plan.count, plan.count), value, np.float32)
    values, valid = resample(pixels, None, plan, plan)
    np.testing.assert_allclose(values, np.float32(value), rtol=1e-5, atol=1e-30)
    assert valid.all()


@pytest.mark.parametrize("step", [1.13, 1.5, 2.0, 3.7])
def test_shrinking_is_the_area_average(step: float) -> None:
    pixels = np.random.default_rng(2).integers(0, 65535, (1, 31, 31)).astype(np.uint16)
    n = int(31 / step)
    plan = plan_axis(0, n, step, 31)
    inner = slice(plan.first, plan.first + plan.count)
    values, _ = resample(pixels[:, inner, inner], None, plan, plan)
    along = by_definition(pixels, step, n)
    expected = by_definition(along.transpose(0, 2, 1), step, n).transpose(0, 2, 1)
    np.testing.assert_allclose(values, expected, rtol=2e-3)


def test_enlarging_is_bilinear_and_never_overshoots() -> None:
    plan = plan_axis(0, 8, 0.5, 4)
    values, _ = resample(np.array([[[0, 10, 20, 30]]], np.uint8).repeat(4, 1), None, plan, plan)
    np.testing.assert_allclose(values[0, 0], [0, 2.5, 7.5, 12.5, 17.5, 22.5, 27.5, 30])


def test_invalid_pixels_take_no_part() -> None:
    pixels = np.array([[[10, 9999], [10, 10]]], np.uint16)
    valid = np.array([[True, False], [True, True]])
    plan = plan_axis(0, 1, 2.0, 2)
    values, known = resample(pixels, valid, plan, plan)
    assert values[0, 0, 0] == pytest.approx(10.0) and known.all()
    values, known = resample(pixels, np.array([[True, False], [False, False]]), plan, plan)
    assert values[0, 0, 0] == 0.0 and not known.any()


def test_nan_in_invalid_pixels_does_not_spread() -> None:
    pixels = np.array([[[1.0, np.nan], [1.0, 1.0]]], np.float32)
    plan = plan_axis(0, 3, 0.667, 2)
    values, known = resample(pixels, np.isfinite(pixels[0]), plan, plan)
    assert np.isfinite(values).all()
    np.testing.assert_allclose(values[0][known], 1.0, rtol=1e-6)


@pytest.mark.parametrize("dtype", ["uint8", "int16", "uint16", "int32", "uint32", "float32", "float64"])
def test_every_type_becomes_float32(dtype: str) -> None:
    plan = plan_axis(1, 3, 1.5, 9)
    pixels = np.ones((2, plan.count, plan.count), dtype)
    values, _ = resample(pixels, None, plan, plan)
    assert values.dtype == np.float32 and values.shape == (2, 3, 3)


def test_step_of_one_copies() -> None:
    plan = plan_axis(2, 4, 1.0, 9)
    assert (plan.first, plan.count, plan.identity) == (2, 4, True)
    pixels = np.arange(16, dtype=np.uint8).reshape(1, 4, 4)
    np.testing.assert_array_equal(resample(pixels, None, plan, plan)[0], pixels)
