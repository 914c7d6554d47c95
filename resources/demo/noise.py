"""Smooth random fields, the raw material of every texture of the scene."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

Field = NDArray[np.float32]


def smooth(rng: np.random.Generator, shape: tuple[int, int], scale_px: float) -> Field:
    """One octave of noise: (H, W) float32, mean about 0, standard deviation about 1, features of `scale_px`."""
    scale = max(scale_px, 1.0)
    rows, cols = (int(side / scale) + 5 for side in shape)
    lattice = rng.standard_normal((rows, cols), dtype=np.float32)
    if scale <= 1.0:
        return lattice[: shape[0], : shape[1]]
    offset = rng.uniform(1.0, 2.0, 2)
    inverse = np.array([[1 / scale, 0, offset[0]], [0, 1 / scale, offset[1]]])
    flags = cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP
    field = cv2.warpAffine(lattice, inverse, (shape[1], shape[0]), flags=flags, borderMode=cv2.BORDER_REFLECT)
    return np.asarray(field * 1.35, dtype=np.float32)


def fractal(rng: np.random.Generator, shape: tuple[int, int], scale_px: float, octaves: int = 4) -> Field:
    """Sum of octaves, each half as coarse and 0.55 as strong: (H, W) float32, standard deviation about 1."""
    total = np.zeros(shape, np.float32)
    power = 0.0
    for octave in range(octaves):
        weight = 0.55**octave
        total += weight * smooth(rng, shape, scale_px / 2**octave)
        power += weight * weight
    return np.asarray(total / np.sqrt(power), np.float32)


def octaves_to_a_pixel(scale_px: float) -> int:
    """How many octaves lead from `scale_px` down to about 1.5 px, at least 2, so that detail reaches the pixel."""
    return max(2, round(math.log2(max(scale_px, 1.0) / 1.5)) + 1)


@dataclass(frozen=True)
class Fields:
    """Noise planes of a scene, each (H, W) float32 of unit deviation, sliced by whoever paints."""

    grain: Field
    mottle: Field
    patch: Field
    broad: Field


def make_fields(rng: np.random.Generator, shape: tuple[int, int], pixel_m: float) -> Fields:
    """Noise at four sizes on the ground: a pixel, about 1 m, 6 m and 40 m."""
    return Fields(
        grain=smooth(rng, shape, 1.0),
        mottle=fractal(rng, shape, 1.2 / pixel_m, octaves_to_a_pixel(1.2 / pixel_m)),
        patch=fractal(rng, shape, 6.0 / pixel_m, octaves_to_a_pixel(6.0 / pixel_m)),
        broad=fractal(rng, shape, 40.0 / pixel_m, 4),
    )
