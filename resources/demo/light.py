"""Light and sensor: sun, cast shadows and sky on the canvas, then haze, blur, noise and compression."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from .canvas import Canvas
from .noise import Field, fractal
from .style import Sensor, Sun

Picture = NDArray[np.uint8]


def cast_shadow(height: Field, pixel_m: float, sun: Sun) -> Field:
    """Share of the direct light that reaches each pixel, 0..1, with a soft edge.

    The shadow plane is S(p) = max over k of height(p − k·d) − k·rise, found by doubling k.
    """
    away = np.array([-np.cos(sun.azimuth), -np.sin(sun.azimuth)])
    rise = pixel_m * np.tan(sun.elevation)
    reach_px = max(2.0, float(height.max()) / rise)
    plane = height.copy()
    step = 1.0
    while step < reach_px:
        shift = np.array([[1, 0, away[0] * step], [0, 1, away[1] * step]])
        moved = cv2.warpAffine(plane, shift, height.shape[::-1], borderMode=cv2.BORDER_REPLICATE)
        np.maximum(plane, moved - np.float32(rise * step), out=plane)
        step *= 2
    soft_m = max(0.35, 1.2 * pixel_m)
    hidden = np.clip((plane - height - 0.12) / soft_m, 0, 1)
    return np.asarray(1 - cv2.GaussianBlur(hidden, (0, 0), 0.8), np.float32)


def slope_light(height: Field, pixel_m: float, sun: Sun) -> Field:
    """Lambert shading relative to level ground, (H, W) float32, about 0.35..1.5."""
    smooth = cv2.GaussianBlur(height, (0, 0), 0.7)
    slope_x = np.clip(cv2.Sobel(smooth, cv2.CV_32F, 1, 0, scale=1 / (8 * pixel_m)), -1.6, 1.6)
    slope_y = np.clip(cv2.Sobel(smooth, cv2.CV_32F, 0, 1, scale=1 / (8 * pixel_m)), -1.6, 1.6)
    level, up = np.cos(sun.elevation), np.sin(sun.elevation)
    facing = -slope_x * (level * np.cos(sun.azimuth)) - slope_y * (level * np.sin(sun.azimuth)) + up
    lambert = facing / np.sqrt(1 + slope_x**2 + slope_y**2) / up
    return np.asarray(np.clip(lambert, 0.3, 1.55), np.float32)


def illuminate(canvas: Canvas, sun: Sun) -> Field:
    """Linear radiance of the canvas, (H, W, 3) float32, about 0..1."""
    direct = cast_shadow(canvas.height, canvas.pixel_m, sun) * slope_light(canvas.height, canvas.pixel_m, sun)
    enclosed = cv2.GaussianBlur(canvas.height, (0, 0), 2.0 / canvas.pixel_m) - canvas.height
    sky = sun.sky * np.clip(1 - 0.08 * enclosed, 0.6, 1.05)
    linear = np.clip(canvas.albedo, 0, 1) ** 2.2
    blue, warm = np.array([0.86, 0.98, 1.22], np.float32), np.array([1.03, 1.0, 0.94], np.float32)
    light = direct[..., None] * ((1 - sun.sky) * warm) + sky[..., None] * blue
    return np.asarray(linear * light, np.float32)


def expose(radiance: Field, scale: int, sensor: Sensor, rng: np.random.Generator) -> Picture:
    """The picture a camera would store: (H / scale, W / scale, 3) uint8."""
    side = radiance.shape[0] // scale
    blurred = cv2.GaussianBlur(radiance, (0, 0), max(0.3, sensor.blur_px * scale))
    view = cv2.resize(blurred, (side, side), interpolation=cv2.INTER_AREA)
    veil = sensor.haze * (1 + 0.12 * fractal(rng, view.shape[:2], side / 3, 2))[..., None]
    view = view * (1 - veil) + veil * np.array([0.52, 0.58, 0.66], np.float32)
    view = np.clip(view * sensor.gain * np.asarray(sensor.balance, np.float32), 0, 2)
    view = np.where(view < 0.7, view, 0.7 + 0.3 * np.tanh((view - 0.7) / 0.3))
    shown = np.clip(view, 0, 1) ** (1 / (2.2 * sensor.gamma))
    grey = shown.mean(axis=2, keepdims=True)
    shown = grey + sensor.saturation * (shown - grey)
    shown = 0.5 + sensor.contrast * (shown - 0.45)
    shown += sensor.noise * rng.standard_normal(shown.shape, dtype=np.float32)
    if sensor.sharpen:
        shown += sensor.sharpen * (shown - cv2.GaussianBlur(shown, (0, 0), 1.2))
    picture = (np.clip(shown, 0, 1) * 255).astype(np.uint8)
    return _compress(picture, sensor.jpeg_quality)


def _compress(picture: Picture, quality: int) -> Picture:
    if quality >= 100:
        return picture
    _, packed = cv2.imencode(".jpg", picture[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, quality])
    restored = cv2.imdecode(packed, cv2.IMREAD_COLOR)
    return picture if restored is None else np.ascontiguousarray(restored[..., ::-1], np.uint8)
