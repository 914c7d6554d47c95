"""Random crops, symmetries, scales, light and lenses, for images and everything known of their pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

Rgb = NDArray[np.uint8]
Plane = NDArray[Any]  # OpenCV's stubs do not keep the dtype
Rng = np.random.Generator


@dataclass(frozen=True)
class View:
    """Which part of an image a crop shows, at which scale and turn.

    Args:
        row, col: First pixel of the part, in the image.
        height, width: Size of the part in the image's pixels.
        side: Side of the square crop that it is resized to.
        turn: One of the eight symmetries: 0–3 quarter turns counter-clockwise, +4 a left-right flip before them.
    """

    row: int
    col: int
    height: int
    width: int
    side: int
    turn: int


def cut(plane: Rgb, view: View, *, smooth: bool) -> Rgb:
    """Return (side, side, …) of `plane` (H, W, …) as `view` shows it; outside is mirrored if `smooth`, else 0.

    Args:
        plane: uint8 with 1 to 4 channels.
        view: What to show.
        smooth: Interpolate (pictures), or take the nearest pixel (labels).
    """
    rows, cols = plane.shape[:2]
    top, left = max(0, -view.row), max(0, -view.col)
    below, right = max(0, view.row + view.height - rows), max(0, view.col + view.width - cols)
    part: Plane = plane[max(0, view.row) : view.row + view.height, max(0, view.col) : view.col + view.width]
    if top or left or below or right:
        border = cv2.BORDER_REFLECT if smooth else cv2.BORDER_CONSTANT
        part = cv2.copyMakeBorder(part, top, below, left, right, border, value=(0, 0, 0, 0))
    if part.shape[:2] != (view.side, view.side):
        shrink = view.side < part.shape[0]
        how = (cv2.INTER_AREA if shrink else cv2.INTER_LINEAR) if smooth else cv2.INTER_NEAREST
        part = cv2.resize(part, (view.side, view.side), interpolation=how)
    return turn_array(part, view.turn)


def turn_array(part: NDArray[np.uint8], turn: int) -> NDArray[np.uint8]:
    """Return `part` (H, W, …) under one of the eight symmetries, see View."""
    if turn >= 4:
        part = part[:, ::-1]
    return np.ascontiguousarray(np.rot90(part, turn % 4))


def turn_rectangle(part: tuple[float, float, float, float], turn: int) -> tuple[float, float, float, float]:
    """Return where the rectangle `part` (top, left, bottom, right in [0, 1]) lies after a symmetry of the whole."""
    top, left, bottom, right = part
    if turn >= 4:
        left, right = 1 - right, 1 - left
    for _ in range(turn % 4):
        top, left, bottom, right = 1 - right, top, 1 - left, bottom
    return top, left, bottom, right


def cut_bits(bits: NDArray[np.uint32], view: View) -> NDArray[np.uint32]:
    """Return (side, side) uint32 of `bits` (H, W) uint32; outside is 0."""
    bytes4 = np.ascontiguousarray(bits).view(np.uint8).reshape(*bits.shape, 4)
    return np.ascontiguousarray(cut(bytes4, view, smooth=False)).view(np.uint32)[..., 0]


def random_scale(rng: Rng, gsd_m: float, low: float = 0.5, high: float = 2.0) -> float:
    """Return a factor of size in [low, high], log-uniform, that keeps a pixel within 0.09 and 1.2 m."""
    low, high = max(low, gsd_m / 1.2), min(high, gsd_m / 0.09)
    if low >= high:
        return float(np.clip(1.0, high, low))
    return float(np.exp(rng.uniform(np.log(low), np.log(high))))


def random_light(rgb: Rgb, rng: Rng, *, keep_colour: bool) -> Rgb:
    """Return `rgb` (H, W, 3) in another light, haze and lens.

    Args:
        rgb: uint8.
        rng: Where chance comes from.
        keep_colour: Leave hue alone, because the phrase names a colour.
    """
    strength = 0.35 if keep_colour else 1.0
    grey = np.arange(256, dtype=np.float32) / 255
    gamma = np.exp(rng.normal(0, 0.3))
    haze = rng.uniform(0, 0.35) if rng.random() < 0.2 else 0.0
    contrast, bright = np.exp(rng.normal(0, 0.2)), rng.normal(0, 0.06)
    gains = np.exp(rng.normal(0, 0.08 * strength, 3) + rng.normal(0, 0.12))
    curve = ((grey**gamma)[:, None] * gains - 0.5) * contrast + 0.5 + bright
    curve = curve * (1 - haze) + haze * rng.uniform(0.6, 0.95)
    table = (np.clip(curve, 0, 1) * 255).astype(np.uint8)
    light: Plane = cv2.LUT(rgb, table[None])
    if rng.random() < 0.4:
        factor = rng.uniform(1 - 0.7 * strength, 1 + 0.5 * strength)
        mean = cv2.cvtColor(cv2.cvtColor(light, cv2.COLOR_RGB2GRAY), cv2.COLOR_GRAY2RGB)
        light = cv2.addWeighted(light, factor, mean, 1 - factor, 0)
    if rng.random() < 0.2:
        light = cv2.GaussianBlur(light, (0, 0), rng.uniform(0.4, 1.2))
    if rng.random() < 0.2:
        noise = rng.normal(0, rng.uniform(2, 9), (*light.shape[:2], 1)).astype(np.float32)
        light = np.clip(light + noise, 0, 255).astype(np.uint8)
    if rng.random() < 0.2:
        quality = [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(35, 85))]
        light = np.asarray(cv2.imdecode(cv2.imencode(".jpg", light, quality)[1], cv2.IMREAD_COLOR))
    return np.ascontiguousarray(light).astype(np.uint8)


def recoloured(rgb: Rgb, other: Rgb, rng: Rng) -> Rgb:
    """Return `rgb` (H, W, 3) with mean and spread of its colours moved towards those of `other`, as another sensor's.

    After: Color Transfer between Images, doi 10.1109/38.946629.
    """
    share = rng.uniform(0.2, 0.8)
    ours, theirs = (cv2.cvtColor(each, cv2.COLOR_RGB2LAB).astype(np.float32) for each in (rgb, other))
    (mean, spread), (wanted_mean, wanted_spread) = ((x.mean((0, 1)), x.std((0, 1)) + 1) for x in (ours, theirs))
    gain = (1 - share) + share * np.clip(wanted_spread / spread, 0.5, 2)
    moved = (ours - mean) * gain + mean + share * (wanted_mean - mean)
    back = cv2.cvtColor(np.clip(moved, 0, 255).astype(np.uint8), cv2.COLOR_LAB2RGB)
    return np.ascontiguousarray(back).astype(np.uint8)
