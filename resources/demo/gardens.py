"""Lots around houses: lawns, yards, beds, walls, hedges, sheds, driveways and pools."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .buildings import build
from .canvas import Canvas, Mask, Patch
from .facilities import dig_pool
from .ground import NUMBER, textured_patch
from .style import Colour, Style, rgb
from .vehicles import park_car

OPEN = (NUMBER["grass"], NUMBER["soil"], NUMBER["crops"], NUMBER["ploughed"])


@dataclass(frozen=True)
class Lot:
    """A house's ground: centre and angle of the house, its size, and the way to the street.

    `v` runs across; `street` is −1 or 1, the sign of v on the street's side. Lengths in metres.
    """

    x: float
    y: float
    angle: float
    length_m: float
    depth_m: float
    setback_m: float
    side_m: float
    back_m: float
    street: int

    def at(self, u: float, v: float) -> tuple[float, float]:
        """World place of local coordinates."""
        cos, sin = float(np.cos(self.angle)), float(np.sin(self.angle))
        return self.x + u * cos - v * sin, self.y + u * sin + v * cos


def lay_lot_ground(canvas: Canvas, style: Style, lot: Lot) -> None:
    """Paint the ground of a lot and what bounds it; call before the house stands."""
    half_u = lot.length_m / 2 + lot.side_m
    low, high = -(lot.depth_m / 2 + lot.setback_m), lot.depth_m / 2 + lot.back_m
    patch = canvas.frame(lot.x, lot.y, lot.angle, half_u, max(-low, high))
    if patch is None:
        return
    v = -lot.street * patch.v
    edge = np.minimum(np.minimum(v - low, high - v), half_u - np.abs(patch.u))
    inside = (edge > 0) & np.isin(canvas.ground[patch.at], OPEN) & ~canvas.owned[patch.at]
    if not inside.any():
        return
    canvas.owned[patch.at] |= edge > 0
    _cover(canvas, style, patch, inside, v)
    _bound(canvas, style, patch, inside & (edge < 0.5) & (v > low + 0.6), lot)


def _cover(canvas: Canvas, style: Style, patch: Patch, inside: Mask, v: np.ndarray) -> None:
    rng = canvas.rng
    draw = rng.random()
    green = 0.75 - 0.6 * style.region.soil
    shade = float(rng.uniform(0.88, 1.1))
    if draw < green:
        lawn = np.asarray(style.grass) * (1 + rng.normal(0, 0.05, 3)) * shade
        paint = textured_patch(canvas, patch, (float(lawn[0]), float(lawn[1]), float(lawn[2])), 0.05, 0.035)
        if rng.random() < 0.25:
            paint = paint * (1 + 0.03 * np.sign(np.sin(patch.u * 3.5)))[..., None]
        canvas.lay_patch(patch, inside, paint, NUMBER["grass"])
        canvas.height[patch.at][inside] = 0
        bald = inside & (canvas.fields.patch[patch.at] + 0.5 * canvas.fields.mottle[patch.at] > 1.5)
        canvas.tint(patch.at, bald, style.soil, 0.5)
    elif draw < green + 0.12 + 0.15 * (style.region.name in ("hill town", "desert city", "old town")):
        level = float(rng.uniform(0.5, 0.75))
        tint: Colour = (level, level * 0.97, level * float(rng.uniform(0.85, 0.96)))
        paint = textured_patch(canvas, patch, tint, 0.045, 0.05)
        canvas.lay_patch(patch, inside, paint, NUMBER["concrete"])
        canvas.height[patch.at][inside] = 0
    elif draw > 0.93:
        rows = (1 + 0.12 * np.sin(patch.u * 6.0 / max(1.0, 6 * canvas.pixel_m)))[..., None]
        paint = textured_patch(canvas, patch, style.soil, 0.06, 0.08) * 0.85
        beds = np.asarray(style.leaf, np.float32) * (np.abs(np.sin(patch.u * 2.2)) > 0.6)[..., None]
        canvas.lay_patch(patch, inside & (v > 0), np.where(beds > 0, beds * 1.3, paint) * rows, NUMBER["crops"])
    elif draw > 0.85:
        paint = textured_patch(canvas, patch, style.soil, 0.05, 0.06) * shade
        canvas.lay_patch(patch, inside, paint, NUMBER["soil"])
        canvas.height[patch.at][inside] = 0


def _bound(canvas: Canvas, style: Style, patch: Patch, rim: Mask, lot: Lot) -> None:
    rng = canvas.rng
    kind = str(rng.choice(["hedge", "wall", "fence", "none"], p=[0.2, 0.25, 0.2, 0.35]))
    if kind == "none" or not rim.any():
        return
    if kind == "hedge":
        number = canvas.add("shrubs", ("hedge", "green"), lot.x, lot.y)
        rough = rim & (canvas.fields.mottle[patch.at] > -1.3)
        tone = textured_patch(canvas, patch, style.leaf, 0.16, 0.14)
        canvas.put(patch, rough, tone, 1.3 + 0.25 * canvas.fields.grain[patch.at], number)
        return
    colour = rgb(186, 180, 170) if kind == "wall" else rgb(128, 108, 88)
    canvas.tint(patch.at, rim & (canvas.fields.mottle[patch.at] < 1.5), colour, 0.85)
    canvas.height[patch.at][rim] = 1.6 if kind == "wall" else 1.1


def furnish_lot(canvas: Canvas, style: Style, lot: Lot) -> None:
    """Driveway with a car, pool and shed; call after the house stands."""
    rng, region = canvas.rng, style.region
    if rng.random() < region.driveways and lot.setback_m > 2.5:
        _drive(canvas, lot)
    back = -lot.street * (lot.depth_m / 2 + 6.0)
    if rng.random() < region.pools and lot.back_m > 8:
        length = float(rng.uniform(6, 11))
        x, y = lot.at(float(rng.uniform(-4, 4)), back)
        if canvas.is_free(x, y, lot.angle, length / 2 + 1.5, 4.0):
            canvas.reserve(x, y, lot.angle, length / 2 + 1.5, 4.0)
            dig_pool(canvas, x, y, lot.angle, length)
    if rng.random() < 0.35 and lot.back_m > 5:
        size = (float(rng.uniform(2.6, 5.5)), float(rng.uniform(2.2, 3.6)))
        u = float(rng.choice([-1, 1])) * max(0.0, lot.length_m / 2 + lot.side_m - size[0] / 2 - 1)
        x, y = lot.at(u, -lot.street * (lot.depth_m / 2 + lot.back_m - size[1] / 2 - 1.0))
        if canvas.is_free(x, y, lot.angle, size[0] / 2 + 0.3, size[1] / 2 + 0.3):
            canvas.reserve(x, y, lot.angle, size[0] / 2 + 0.3, size[1] / 2 + 0.3)
            kind = str(rng.choice([*region.roofs, "tin_grey", "shingle_dark"]))
            build(canvas, style, (x, y, lot.angle), size, kind, 2.2)


def _drive(canvas: Canvas, lot: Lot) -> None:
    rng = canvas.rng
    half = (lot.setback_m + 2.5) / 2
    u = lot.length_m * float(rng.choice([-0.32, 0.32]))
    x, y = lot.at(u, lot.street * (lot.depth_m / 2 + half - 0.5))
    patch = canvas.frame(x, y, lot.angle, 1.7, half)
    if patch is None:
        return
    inside = (np.abs(patch.u) < 1.7) & (np.abs(patch.v) < half) & (canvas.things[patch.at] == 0)
    inside &= np.isin(canvas.ground[patch.at], (*OPEN, NUMBER["pavement"], NUMBER["concrete"]))
    level = float(rng.uniform(0.52, 0.74))
    paint = textured_patch(canvas, patch, (level, level * 0.98, level * 0.94), 0.04, 0.04)
    canvas.lay_patch(patch, inside, paint, NUMBER["driveway"])
    canvas.height[patch.at][inside] = 0
    if rng.random() < 0.4 and lot.setback_m > 4.5 and canvas.is_free_of_things(x, y, 2.0):
        park_car(canvas, (x, y, lot.angle + np.pi / 2), ("parked",))
