"""Trees and shrubs: a few crowns are grown for a scene, then planted many times in many sizes."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from .canvas import Canvas
from .noise import Field, fractal
from .style import Colour, Style, rgb

CROWN_PX = 160


@dataclass(frozen=True)
class Crown:
    """A crown seen from above, (160, 160): `cover` 0..1, `dome` 0..1 of the height, `tone` about 1."""

    kind: str
    cover: Field
    dome: Field
    tone: Field


def grow_crowns(rng: np.random.Generator, style: Style) -> list[Crown]:
    """The crowns that a scene plants from."""
    kinds = ["round"] * 7 + ["conifer"] * 3 + ["palm"] * 2 + ["bare"] * 3
    return [_grow(rng, kind) for kind in kinds]


def _grow(rng: np.random.Generator, kind: str) -> Crown:
    axis = (np.arange(CROWN_PX, dtype=np.float32) + 0.5) / CROWN_PX * 2 - 1
    x, y = np.meshgrid(axis, axis)
    radius, angle = np.hypot(x, y), np.arctan2(y, x)
    lumps = fractal(rng, (CROWN_PX, CROWN_PX), 28, 4)
    fine = fractal(rng, (CROWN_PX, CROWN_PX), 11, 3)
    outline = 0.86 + sum(
        rng.normal(0, 0.07 / order) * np.cos(order * angle + rng.uniform(0, 6.3)) for order in (2, 3, 5, 7)
    )
    if kind == "conifer":
        spikes = 0.8 + 0.12 * np.cos(float(rng.integers(7, 12)) * angle + rng.uniform(0, 6.3))
        cover, dome = radius < spikes + 0.06 * fine, np.clip(1 - radius, 0, 1) + 0.06 * lumps
    elif kind == "palm":
        fronds = np.abs(np.cos(float(rng.integers(4, 7)) * angle + 1.5 * radius + rng.uniform(0, 6.3)))
        cover, dome = (radius < 0.92) & (fronds > radius * 1.0 - 0.05), 1 - 0.35 * radius + 0.05 * fine
    elif kind == "bare":
        twigs = np.abs(fine) < 0.6 - 0.3 * radius
        cover, dome = (radius < outline) & (twigs | (np.abs(lumps) < 0.12)), 0.8 - 0.5 * radius**2
    else:
        cover = radius < outline + 0.07 * fine
        dome = np.sqrt(np.clip(1 - (radius / 1.05) ** 2, 0, 1)) * 0.85 + 0.11 * lumps + 0.035 * fine
    tone = 1 + 0.1 * fine + 0.08 * lumps
    return Crown(kind, cover.astype(np.float32), np.clip(dome, 0.05, 1.2).astype(np.float32), tone.astype(np.float32))


def plant(canvas: Canvas, style: Style, crowns: list[Crown], x: float, y: float, across_m: float, kind: str) -> int:
    """A tree (or, under 2.4 m across, a shrub) at a place; returns its number, 0 when off the canvas."""
    rng = canvas.rng
    patch = canvas.frame(x, y, 0.0, across_m / 2, across_m / 2)
    choices = [crown for crown in crowns if crown.kind == kind]
    crown = choices[int(rng.integers(len(choices)))]
    if patch is None:
        return 0
    rows = np.clip(((patch.v[:, :1] / across_m + 0.5) * CROWN_PX), -1, CROWN_PX).astype(np.float32)
    cols = np.clip(((patch.u[:1] / across_m + 0.5) * CROWN_PX), -1, CROWN_PX).astype(np.float32)
    grid_x = np.broadcast_to(cols, patch.u.shape)
    grid_y = np.broadcast_to(rows, patch.u.shape)
    turn = int(rng.integers(4))
    planes = np.rot90(np.stack([crown.cover, crown.dome, crown.tone], axis=2), turn)
    level = cv2.remap(np.ascontiguousarray(planes), grid_x - 0.5, grid_y - 0.5, cv2.INTER_LINEAR)
    tall = across_m * {"conifer": 1.5, "palm": 1.4}.get(kind, 0.85) * float(rng.uniform(0.8, 1.15))
    height = level[..., 1] * tall
    base = 0.35 * tall if kind in ("round", "palm") else 0.05 * tall
    inside = (level[..., 0] > 0.5) & (height + base > canvas.height[patch.at])
    colour, words = _leaf(rng, style, kind)
    shrub = across_m < 2.4
    size = "small" if across_m < 4.5 else "large" if across_m > 9 else "medium"
    number = canvas.add("shrubs" if shrub else "trees", (*words, *([] if shrub else [size])), x, y)
    paint = level[..., 2:] * colour * (0.9 + 0.25 * level[..., 1:2])
    canvas.put(patch, inside, paint * (1 + 0.1 * canvas.fields.grain[patch.at])[..., None], height + base, number)
    canvas.details[patch.at][inside] = 0
    return number


def _leaf(rng: np.random.Generator, style: Style, kind: str) -> tuple[Field, tuple[str, ...]]:
    base: Colour = style.leaf
    words: tuple[str, ...] = ("green",)
    if kind == "bare":
        return np.asarray(rgb(124, 112, 100), np.float32) * float(rng.uniform(0.85, 1.15)), ("bare",)
    if kind == "conifer":
        base, words = rgb(36, 62, 40), ("dark green", "conifer")
    if kind == "palm":
        base, words = rgb(82, 108, 56), ("green", "palm")
    shift = rng.normal(0, 0.06, 3) * np.array([1.0, 0.5, 0.6]) + rng.normal(0, 0.09)
    return np.asarray(np.asarray(base) * (1 + shift), np.float32), words


def draw_kind(rng: np.random.Generator, style: Style) -> str:
    """Which sort of tree grows here."""
    if rng.random() < style.palms:
        return "palm"
    if rng.random() < style.conifers:
        return "conifer"
    return "bare" if rng.random() < style.bare_trees else "round"
