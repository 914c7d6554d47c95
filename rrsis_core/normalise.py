"""Any bit depth → RGB in [0, 1] → standardised as a card says; one stretch for a whole raster, never a tile's own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Sequence

import numpy as np
from numpy.typing import DTypeLike, NDArray

from .errors import RasterEmpty

FloatArray = NDArray[np.float32]
Triple = tuple[float, float, float]

DEFAULT_PERCENTILES = (2.0, 98.0)
_LEAST, _LARGEST = float(np.finfo(np.float32).smallest_subnormal), float(np.finfo(np.float32).max)


@dataclass(frozen=True)
class Stretch:
    """Which raw values become black and white.

    Args:
        low: Value of each band that becomes 0.
        high: Value of each band that becomes 1, above `low`.
    """

    low: Triple
    high: Triple


def given_stretch(values: Sequence[float]) -> Stretch:
    """Return the stretch that was given by hand: (low, high) for all bands, or one pair after the other for each."""
    pairs = list(values) * (3 if len(values) == 2 else 1)
    return Stretch(_triple(pairs[::2]), _triple(pairs[1::2]))


def measure_stretch(
    sample: Callable[[], FloatArray],
    dtype: DTypeLike,
    percentiles: tuple[float, float] | None,
    white: float = 255.0,
) -> Stretch:
    """Return the stretch of a raster.

    Args:
        sample: Gives (3, N) valid raw values from all over the raster; not asked where they are not needed.
        dtype: Type of the raw values in the file.
        percentiles: (low, high) in 0 … 100; None: 0 … `white` for 8-bit values, the 2nd and 98th percentile for others.
        white: The largest value of 8-bit values, which have fewer bits in some files.

    Raises:
        RasterEmpty: Percentiles are needed and the sample holds no value.
    """
    if percentiles is None and np.dtype(dtype) == np.uint8:
        return Stretch((0.0, 0.0, 0.0), (white, white, white))
    values = sample()
    if values.shape[1] == 0:
        raise RasterEmpty(
            "No valid pixel was found from which a stretch could be measured: give the values that become black and"
            " white, or choose another raster."
        )
    low, high = np.percentile(values.astype(np.float64), percentiles or DEFAULT_PERCENTILES, axis=1)
    high = np.where(high > low, high, low + _unit(low, dtype))
    return Stretch(_triple(low), _triple(high))


def _unit(low: NDArray[np.float64], dtype: DTypeLike) -> NDArray[np.float64]:
    """Return a step above `low` for bands of a single value, large enough not to vanish in float32."""
    step = 1.0 if np.issubdtype(np.dtype(dtype), np.integer) else 1e-6
    return np.maximum(np.full_like(low, step), np.abs(low) * 1e-5)


def _triple(values: Sequence[float] | NDArray[np.float64]) -> Triple:
    return float(values[0]), float(values[1]), float(values[2])


def _column(values: Triple) -> FloatArray:
    return np.asarray(values, np.float32).reshape(3, 1, 1)


def to_rgb(raw: FloatArray, valid: NDArray[np.bool_], stretch: Stretch) -> FloatArray:
    """Return RGB in [0, 1].

    Args:
        raw: (3, h, w) raw values.
        valid: (h, w); elsewhere the result is 0.
        stretch: The raster's stretch.

    Returns:
        (3, h, w) float32, clipped to [0, 1].
    """
    span = np.asarray(stretch.high, np.float64) - np.asarray(stretch.low, np.float64)
    # What float32 cannot hold would make NaN of what it can.
    low, scale = np.clip(stretch.low, -_LARGEST, _LARGEST), np.clip(1.0 / span, _LEAST, _LARGEST)
    rgb = np.subtract(raw, low.astype(np.float32).reshape(3, 1, 1), dtype=np.float32)
    rgb *= scale.astype(np.float32).reshape(3, 1, 1)
    np.clip(rgb, 0.0, 1.0, out=rgb)
    if not valid.all():
        rgb[:, ~valid] = 0.0
    return rgb


def standardise(rgb: FloatArray, mean: Triple, std: Triple) -> FloatArray:
    """Return (rgb - mean) / std as float32.

    Args:
        rgb: (..., 3, h, w) in [0, 1].
        mean: Of the bands, as the card says.
        std: Of the bands, as the card says.
    """
    result = np.subtract(rgb, _column(mean), dtype=np.float32)
    result /= _column(std)
    return result
