"""From the pixels of one grid to those of another: area average when shrinking, bilinear when enlarging."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float32]
BoolArray = NDArray[np.bool_]

_CHUNK_ROWS = 32


@dataclass(frozen=True)
class AxisPlan:
    """Which source pixels make each target pixel of one axis, and in which shares.

    Args:
        first: The first source pixel that is needed.
        count: How many source pixels are needed from there on.
        taps: (K, N) source pixels of the N target pixels, counted from `first`.
        shares: (K, N) float32, sum 1 along K.
        identity: Whether target pixels are source pixels, in their order.
    """

    first: int
    count: int
    taps: NDArray[np.intp]
    shares: FloatArray
    identity: bool


def plan_axis(start: int, count: int, step: float, length: int) -> AxisPlan:
    """Plan the target pixels start … start + count - 1 of one axis.

    Target pixel j covers the source interval [j·step, (j + 1)·step); all of it is computed from j itself, so that a
    target pixel has the same taps and shares in every window.

    Args:
        start: First target pixel.
        count: Number of target pixels, all of which touch the source.
        step: Source pixels a target pixel, > 0.
        length: Source pixels of the axis.
    """
    target = np.arange(start, start + count, dtype=np.float64)
    if step == 1.0:
        return AxisPlan(start, count, np.arange(count)[None], np.ones((1, count), np.float32), True)
    places, shares = _area(target, step, length) if step > 1.0 else _bilinear(target, step)
    if step > 1.0:
        shares = np.where(places < length, shares, 0.0)
    shares /= np.maximum(shares.sum(axis=0), 1e-12)
    taps = np.clip(places, 0, length - 1).astype(np.intp)
    first = int(taps.min())
    return AxisPlan(first, int(taps.max()) + 1 - first, taps - first, shares.astype(np.float32), False)


def _area(target: NDArray[np.float64], step: float, length: int) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    low, high = target * step, (target + 1.0) * step
    taps = np.floor(low) + np.arange(int(np.ceil(min(step, length))) + 1, dtype=np.float64)[:, None]
    return taps, np.maximum(np.minimum(high, taps + 1.0) - np.maximum(low, taps), 0.0)


def _bilinear(target: NDArray[np.float64], step: float) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    centre = (target + 0.5) * step - 0.5
    lower = np.floor(centre)
    share = centre - lower
    return np.stack([lower, lower + 1.0]), np.stack([1.0 - share, share])


def _combine(pixels: NDArray[Any], rows: AxisPlan, cols: AxisPlan) -> FloatArray:
    """Return (C, h, w) weighted sums, made a few rows at a time so that the buffers stay in the processor's cache."""
    if rows.identity and cols.identity:
        return np.asarray(pixels, dtype=np.float32)
    height, width = rows.taps.shape[1], cols.taps.shape[1]
    result = np.empty((len(pixels), height, width), np.float32)
    for top in range(0, height, _CHUNK_ROWS):
        chunk = slice(top, min(top + _CHUNK_ROWS, height))
        strip = _sum_rows(pixels, rows.taps[:, chunk], rows.shares[:, chunk])
        _sum_cols(strip, cols, result[:, chunk])
    return result


def _sum_rows(pixels: NDArray[Any], taps: NDArray[np.intp], shares: FloatArray) -> FloatArray:
    shape = (len(pixels), taps.shape[1], pixels.shape[2])
    picked, part, total = np.empty(shape, pixels.dtype), np.empty(shape, np.float32), np.zeros(shape, np.float32)
    for places, share in zip(taps, shares):
        np.take(pixels, places, axis=1, out=picked, mode="clip")
        np.multiply(picked, share[:, None], out=part, casting="same_kind")
        total += part
    return total


def _sum_cols(strip: FloatArray, plan: AxisPlan, result: FloatArray) -> None:
    """Write the weighted sums along the columns of `strip` to `result`."""
    picked = np.empty(result.shape, np.float32)
    for number, (places, share) in enumerate(zip(plan.taps, plan.shares)):
        np.take(strip, places, axis=2, out=picked, mode="clip")
        picked *= share
        if number == 0:
            result[:] = picked
        else:
            result += picked


def resample(
    pixels: NDArray[np.generic], valid: BoolArray | None, rows: AxisPlan, cols: AxisPlan
) -> tuple[FloatArray, BoolArray]:
    """Return target pixels and whether they are valid: at least half of each comes from valid source pixels.

    Args:
        pixels: (C, rows.count, cols.count) source pixels of any real type.
        valid: (rows.count, cols.count), or None where all are; invalid pixels take no part.
        rows: Plan of the rows.
        cols: Plan of the columns.

    Returns:
        (C, h, w) float32, 0 where invalid, and (h, w) bool.
    """
    if valid is None or valid.all():
        values = _combine(pixels, rows, cols)
        return values, np.ones(values.shape[1:], np.bool_)
    kept = np.where(valid, pixels, pixels.dtype.type(0))
    weight = _combine(valid[None].astype(np.float32), rows, cols)
    values = _combine(kept, rows, cols)
    known = weight[0] >= 0.5 - 1e-6
    np.divide(values, weight, out=values, where=known[None])
    return np.where(known, values, np.float32(0.0)), known
