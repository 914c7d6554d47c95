"""Buildings: roofs of several shapes and materials, with chimneys, tanks, skylights and solar panels on them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .canvas import Canvas, Mask, Patch
from .noise import Field
from .style import Colour, Style, rgb


@dataclass(frozen=True)
class Roof:
    """A kind of roof: its material, its colour word and colours, and the shapes it comes in."""

    material: str
    word: str
    colours: tuple[Colour, ...]
    shapes: tuple[str, ...]


PITCHED = ("gable", "hip", "hip", "gable")
ROOFS = {
    "tile_red": Roof("tiled", "red", (rgb(160, 84, 68), rgb(140, 72, 60), rgb(168, 96, 78)), PITCHED),
    "tile_orange": Roof("tiled", "orange", (rgb(194, 132, 96), rgb(186, 120, 84)), PITCHED),
    "tile_brown": Roof("tiled", "brown", (rgb(122, 88, 68), rgb(112, 82, 62)), PITCHED),
    "shingle_grey": Roof("shingle", "grey", (rgb(132, 130, 128), rgb(122, 122, 124)), PITCHED),
    "shingle_dark": Roof("shingle", "dark", (rgb(72, 72, 76), rgb(64, 62, 64)), PITCHED),
    "shingle_brown": Roof("shingle", "brown", (rgb(120, 98, 80), rgb(108, 86, 70)), PITCHED),
    "tin_blue": Roof("tin", "blue", (rgb(62, 112, 164), rgb(72, 128, 174), rgb(54, 94, 150)), ("gable", "shed")),
    "tin_red": Roof("tin", "red", (rgb(156, 62, 60), rgb(140, 54, 56)), ("gable", "shed")),
    "tin_green": Roof("tin", "green", (rgb(54, 122, 88), rgb(66, 130, 84)), ("gable", "shed")),
    "tin_grey": Roof("tin", "grey", (rgb(140, 146, 152), rgb(128, 134, 140)), ("gable", "shed")),
    "tin_white": Roof("tin", "white", (rgb(222, 224, 224), rgb(212, 216, 218)), ("gable", "shed")),
    "tin_rust": Roof("tin", "rusty", (rgb(138, 96, 74), rgb(128, 84, 64)), ("gable", "shed", "shed")),
    "flat_white": Roof("flat", "white", (rgb(226, 226, 222), rgb(214, 214, 210)), ("flat",)),
    "flat_grey": Roof("flat", "grey", (rgb(146, 142, 136), rgb(134, 132, 128)), ("flat",)),
    "flat_beige": Roof("flat", "beige", (rgb(206, 190, 160), rgb(196, 180, 152)), ("flat",)),
}
RUST = np.array(rgb(122, 72, 48), np.float32)


@dataclass(frozen=True)
class Wing:
    """One rectangle of a plan, in the building's own axes, metres."""

    u: float
    v: float
    half_u: float
    half_v: float


def build(
    canvas: Canvas,
    style: Style,
    spot: tuple[float, float, float],
    size: tuple[float, float],
    kind: str,
    wall_m: float | None = None,
) -> int:
    """Put a building of `size` (length, width) metres at `spot` (x, y, angle); returns its number."""
    rng, roof = canvas.rng, ROOFS[kind]
    shape = str(rng.choice(roof.shapes))
    wings = _plan(rng, size[0] / 2, size[1] / 2, shape)
    low, high = style.region.storeys
    wall = wall_m or 2.8 * float(rng.integers(low, high + 1)) * (1.4 if max(size) > 30 else 1.0)
    number = canvas.add("building", _attributes(roof, shape, size, len(wings)), spot[0], spot[1])
    patch = canvas.frame(*spot, size[0] / 2 + 0.5, size[1] / 2 + 0.5)
    if patch is None:
        return number
    height, inside, slope = _form(wings, patch, shape, wall, float(rng.uniform(0.3, 0.75)))
    colour = roof.colours[int(rng.integers(len(roof.colours)))]
    paint = _cover(canvas, patch, roof, colour, slope)
    canvas.put(patch, inside, paint, height, number)
    _furnish(canvas, patch, roof, shape, wings, wall, number)
    return number


def _attributes(roof: Roof, shape: str, size: tuple[float, float], wings: int) -> tuple[str, ...]:
    words = [f"{roof.word} roof", f"{roof.material} roof"]
    words += [f"{shape} roof"] if shape in ("gable", "hip") else []
    words += ["brown roof"] if roof.word == "rusty" else []
    words += ["L-shaped"] if wings > 1 else []
    words += ["long"] if wings == 1 and size[0] > 2.4 * size[1] else []
    return tuple(dict.fromkeys(words))


def _plan(rng: np.random.Generator, half_u: float, half_v: float, shape: str) -> list[Wing]:
    if shape == "shed" or rng.random() < 0.6 or half_u < 4:
        return [Wing(0, 0, half_u, half_v)]
    split, narrow = rng.uniform(0.4, 0.65), rng.uniform(0.4, 0.65)
    side, end = rng.choice([-1, 1], 2)
    body = Wing(0, float(side * half_v * (1 - split)), half_u, float(half_v * split))
    wing = Wing(float(end * half_u * (1 - narrow)), 0, float(half_u * narrow), half_v)
    return [body, wing]


def _form(wings: list[Wing], patch: Patch, shape: str, wall: float, pitch: float) -> tuple[Field, Mask, Field]:
    """Heights, outline, and the coordinate that runs down the slope."""
    height = np.zeros_like(patch.u)
    slope = np.zeros_like(patch.u)
    for wing in wings:
        in_u = wing.half_u - np.abs(patch.u - wing.u)
        in_v = wing.half_v - np.abs(patch.v - wing.v)
        within = np.minimum(in_u, in_v)
        if shape == "flat":
            run, rise = within, np.where(within < 0.35, 0.6, 0.0)
        elif shape == "shed":
            run, rise = patch.v - wing.v, (patch.v - wing.v + wing.half_v) * 0.18
        elif shape == "hip":
            run, rise = within, within * pitch
        else:
            run = in_v if wing.half_v <= wing.half_u else in_u
            rise = run * pitch
        top = np.where(within > 0, wall + rise, 0).astype(np.float32)
        slope = np.where(top > height, run, slope)
        height = np.maximum(height, top)
    return height, height > 0, slope.astype(np.float32)


def _sheets(rng: np.random.Generator, along: Field, width_m: float, spread: float) -> Field:
    levels = rng.normal(0, spread, 97).astype(np.float32)
    return np.asarray(levels[np.floor(along / width_m).astype(int) % 97], np.float32)


def _cover(canvas: Canvas, patch: Patch, roof: Roof, colour: Colour, slope: Field) -> Field:
    """The roof's colours, (h, w, 3)."""
    rng, fields = canvas.rng, canvas.fields
    tone = np.float32(rng.uniform(0.93, 1.08))
    grain, mottle, blotch = fields.grain[patch.at], fields.mottle[patch.at], fields.patch[patch.at]
    factor = tone * (1 + 0.04 * blotch)
    if roof.material == "tiled":
        factor = factor * (1 + 0.08 * grain + 0.05 * mottle + 0.06 * np.sin(2 * np.pi * slope / 0.75))
    elif roof.material == "shingle":
        factor = factor * (1 + 0.07 * grain + 0.05 * mottle)
    elif roof.material == "tin":
        across = patch.u if rng.random() < 0.8 else patch.v
        factor = factor * (1 + _sheets(rng, across, 0.95, 0.045) + 0.04 * np.sin(2 * np.pi * across / 0.6))
    else:
        factor = factor * (1 + 0.04 * grain + 0.045 * mottle + 0.05 * blotch)
    paint = factor[..., None] * np.asarray(colour, np.float32)
    if roof.word == "rusty":
        paint = _rust(paint, blotch + 0.7 * mottle + 14 * _sheets(rng, patch.u, 2.1, 0.05), 0.0)
    elif roof.material == "tin" and rng.random() < 0.35:
        paint = _rust(paint, blotch + 0.6 * mottle, 1.3)
    if roof.material == "flat":
        stain = np.clip(blotch + 0.5 * mottle - 0.8, 0, 1)[..., None] * float(rng.uniform(0.1, 0.4))
        paint = paint * (1 - stain)
    return np.asarray(paint, np.float32)


def _rust(paint: Field, where: Field, level: float) -> Field:
    share = np.clip((where - level) * 0.8, 0, 0.75)[..., None]
    return np.asarray(paint + share * (RUST - paint), np.float32)


def _furnish(canvas: Canvas, patch: Patch, roof: Roof, shape: str, wings: list[Wing], wall: float, number: int) -> None:
    rng, wing = canvas.rng, wings[0]
    area = 4 * wing.half_u * wing.half_v
    if shape in ("gable", "hip"):
        ridge = np.abs(patch.v - wing.v) < 0.2
        ridge &= (np.abs(patch.u - wing.u) < wing.half_u - (wing.half_v if shape == "hip" else 0)) & (
            wing.half_u > wing.half_v
        )
        canvas.tint(patch.at, ridge & (canvas.things[patch.at] == number), (0.75, 0.7, 0.66), 0.3)
        if rng.random() < 0.5 and roof.material != "tin":
            _box(canvas, patch, wing, (0.5, 0.4), 1.4, rgb(150, 110, 96), number)
    if shape == "flat":
        _stair_house(canvas, patch, wing, wall, number)
        for _ in range(int(min(14, rng.poisson(area / 55)))):
            colour = rgb(
                *(int(level) for level in rng.choice([[190, 190, 188], [40, 40, 44], [120, 122, 124], [60, 110, 150]]))
            )
            _box(canvas, patch, wing, tuple(rng.uniform(0.4, 1.1, 2)), float(rng.uniform(0.5, 1.4)), colour, number)
    if rng.random() < (0.14 if area > 60 and roof.material != "shingle" else 0.05):
        _panels(canvas, patch, wing, number)


def _stair_house(canvas: Canvas, patch: Patch, wing: Wing, wall: float, number: int) -> None:
    if canvas.rng.random() < 0.5 and wing.half_v > 3.5:
        shade = canvas.rng.uniform(0.8, 0.95)
        _box(canvas, patch, wing, (1.8, 1.5), 2.4, (shade, shade * 0.98, shade * 0.94), number)


def _box(
    canvas: Canvas, patch: Patch, wing: Wing, half: tuple[float, ...], rise: float, colour: Colour, number: int
) -> None:
    rng = canvas.rng
    u = wing.u + rng.uniform(-0.8, 0.8) * max(0.0, wing.half_u - half[0] - 0.4)
    v = wing.v + rng.uniform(-0.8, 0.8) * max(0.0, wing.half_v - half[1] - 0.4)
    inside = (np.abs(patch.u - u) < half[0]) & (np.abs(patch.v - v) < half[1]) & (canvas.things[patch.at] == number)
    if inside.any():
        base = float(canvas.height[patch.at][inside].mean())
        canvas.put(patch, inside, colour, base + rise, number)


def _panels(canvas: Canvas, patch: Patch, wing: Wing, number: int) -> None:
    rng = canvas.rng
    cols, rows = int(rng.integers(3, 9)), int(rng.integers(1, 4))
    half_u, half_v = min(cols * 0.55, wing.half_u * 0.75), min(rows * 0.85, wing.half_v * 0.38)
    if half_u < 1.2 or half_v < 0.7:
        return
    v = wing.v + float(rng.choice([-1, 1])) * wing.half_v * 0.5
    u = wing.u + float(rng.uniform(-1, 1)) * (wing.half_u - half_u) * 0.7
    inside = (np.abs(patch.u - u) < half_u) & (np.abs(patch.v - v) < half_v) & (canvas.things[patch.at] == number)
    if not inside.any():
        return
    place = canvas.objects[number - 1]
    panel = canvas.add("solar panel", (), place.x, place.y, parent=number)
    frame = (np.mod(patch.u - u + half_u, 1.1) < 0.12) | (np.mod(patch.v - v + half_v, 1.7) < 0.12)
    paint = np.where(frame[..., None], np.array([0.5, 0.53, 0.58]), np.array([0.1, 0.14, 0.27]))
    canvas.albedo[patch.at][inside] = paint[inside] * float(rng.uniform(0.85, 1.15))
    canvas.height[patch.at][inside] += 0.12
    canvas.details[patch.at][inside] = panel
