"""What covers the ground: the table of materials, and how grass, soil, fields, woods' floor and water are painted."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from .canvas import Canvas, Mask, Patch
from .noise import Field, fractal, smooth
from .style import Colour, Style, rgb


@dataclass(frozen=True)
class Material:
    """One ground cover: the classes it counts as, and its attributes."""

    name: str
    classes: tuple[str, ...]
    attributes: tuple[str, ...]


MATERIALS = (
    Material("none", (), ()),
    Material("grass", ("grass",), ()),
    Material("soil", ("bare soil",), ()),
    Material("asphalt", ("road",), ("paved",)),
    Material("dirt", ("road",), ("dirt",)),
    Material("pavement", ("sidewalk",), ()),
    Material("lot", ("parking lot",), ("asphalt",)),
    Material("gravel lot", ("parking lot",), ("gravel",)),
    Material("water", ("water",), ()),
    Material("crops", ("crops",), ()),
    Material("ploughed", ("bare soil",), ("ploughed",)),
    Material("sand", ("sand",), ()),
    Material("bridge", ("bridge", "road"), ("paved",)),
    Material("runway", ("runway",), ()),
    Material("driveway", ("road",), ("driveway",)),
    Material("concrete", (), ()),
    Material("railway", ("railway",), ()),
)
NUMBER = {material.name: number for number, material in enumerate(MATERIALS)}
CROPS = (
    rgb(96, 124, 58),
    rgb(124, 138, 70),
    rgb(176, 164, 98),
    rgb(70, 104, 50),
    rgb(150, 150, 84),
    rgb(190, 176, 120),
)


def textured(canvas: Canvas, colour: Colour, grain: float, mottle: float, patch: float) -> Field:
    """A colour plane (H, W, 3) with noise of the three sizes, strengths as fractions of the brightness."""
    fields = canvas.fields
    factor = 1 + grain * fields.grain + mottle * fields.mottle + patch * fields.patch
    return np.asarray(factor[..., None] * np.asarray(colour, np.float32), np.float32)


def textured_patch(canvas: Canvas, patch: Patch, colour: Colour, grain: float, mottle: float) -> Field:
    """The same for a patch, (h, w, 3)."""
    fields = canvas.fields
    factor = 1 + grain * fields.grain[patch.at] + mottle * fields.mottle[patch.at] + 0.04 * fields.patch[patch.at]
    return np.asarray(factor[..., None] * np.asarray(colour, np.float32), np.float32)


def lay_base(canvas: Canvas, style: Style) -> None:
    """Grass and bare soil over the whole canvas, worn into one another."""
    fields, rng = canvas.fields, canvas.rng
    base = 0.6 * fields.patch + fields.broad
    level = float(np.quantile(base[::7, ::7], 1 - style.region.soil))
    wear = base + 0.25 * fields.mottle - level
    grass = textured(canvas, style.grass, 0.06, 0.06, 0.05) * (1 + 0.05 * fields.broad[..., None])
    dry = fractal(rng, canvas.shape, 14 / canvas.pixel_m, 4)
    straw = np.asarray(rgb(166, 156, 114), np.float32)
    share = np.clip(0.22 * (1.3 - style.lushness) * (dry + 0.8), 0, 0.6)[..., None]
    grass += share * (straw * (1 + 0.08 * fields.mottle[..., None]) - grass)
    soil = textured(canvas, style.soil, 0.05, 0.07, 0.05) * (1 + 0.06 * fields.broad[..., None])
    blend = np.clip(0.5 + wear / 1.6, 0, 1)[..., None]
    canvas.albedo[:] = grass + blend * (soil - grass)
    canvas.ground[:] = np.where(wear > 0, NUMBER["soil"], NUMBER["grass"])
    tuft = np.clip(fields.mottle + 0.6 * fields.broad - 1.1, 0, 1) * (wear < 0) * 0.3
    canvas.height[:] = tuft


def lay_fields(canvas: Canvas, style: Style) -> None:
    """Parcels of crops, ploughed soil, fallow and meadow over the whole canvas."""
    rng = canvas.rng
    angle, length, width = rng.uniform(0, np.pi), rng.uniform(60, 180), rng.uniform(25, 80)
    if style.region.name != "farmland":
        length, width = length * 0.4, width * 0.4
    centre = canvas.size_m / 2
    patch = canvas.frame(centre, centre, angle, canvas.size_m, canvas.size_m)
    if patch is None:
        return
    bend = 6 * canvas.fields.broad[patch.at]
    row = np.floor((patch.v + bend) / width).astype(int)
    col = np.floor((patch.u + 31.7 * row) / length).astype(int)
    parcel = (row * 7919 + col * 104729) % 997
    share = 1.0 if style.region.name == "farmland" else 0.4
    for number in np.unique(parcel):
        if rng.random() < share:
            _lay_parcel(canvas, style, patch, parcel == number, angle)
    edge = np.abs((patch.v + bend) / width - np.round((patch.v + bend) / width)) * width < 0.7
    canvas.tint(patch.at, edge, style.grass, 0.5)


def _lay_parcel(canvas: Canvas, style: Style, patch: Patch, inside: Mask, angle: float) -> None:
    rng = canvas.rng
    kind = str(rng.choice(["crops", "ploughed", "grass", "crops"]))
    pitch = max(float(rng.uniform(0.7, 2.4)), 2.6 * canvas.pixel_m)
    across = patch.v if rng.random() < 0.7 else patch.u
    rows = np.sin(2 * np.pi * (across + 0.25 * canvas.fields.mottle[patch.at] * pitch) / pitch)
    if kind == "grass":
        colour, strength = style.grass, 0.02
    elif kind == "ploughed":
        colour, strength = style.soil, 0.07
    else:
        colour, strength = CROPS[int(rng.integers(len(CROPS)))], float(rng.uniform(0.03, 0.2))
    shade = float(rng.uniform(0.85, 1.12))
    paint = textured_patch(canvas, patch, colour, 0.06, 0.06) * (shade * (1 + strength * rows))[..., None]
    if kind == "crops" and rng.random() < 0.5:
        gaps = np.clip(canvas.fields.mottle[patch.at] + canvas.fields.patch[patch.at] - 1.2, 0, 1)[..., None]
        paint += gaps * (np.asarray(style.soil, np.float32) - paint)
    tracks = np.abs(across / 18 - np.round(across / 18)) * 18
    paint *= np.where((np.abs(tracks - 0.9) < 0.25) & (kind == "crops"), 0.85, 1.0)[..., None]
    canvas.lay_patch(patch, inside, paint, NUMBER[kind])


def lay_water(canvas: Canvas, style: Style, inside: Mask, depth: Field, bank_m: float, sand: bool) -> None:
    """Water over `inside`, darker where `depth` (0..1) is, with a bank of soil or sand around it."""
    if bank_m > 0:
        around = dilate(canvas, inside, bank_m * 2)
        name = "sand" if sand else "soil"
        colour = rgb(192, 178, 148) if sand else style.soil
        canvas.lay(around & ~inside, textured(canvas, colour, 0.04, 0.05, 0.05), NUMBER[name])
        canvas.height[around] = 0
    ripples = smooth(canvas.rng, canvas.shape, 0.9 / canvas.pixel_m) * 0.03 + canvas.fields.broad * 0.05
    base = np.asarray(style.water, np.float32)
    shallow = base * 0.55 + np.asarray(rgb(120, 130, 100), np.float32) * 0.45
    paint = shallow + np.clip(depth * 1.6, 0, 1)[..., None] * (base - shallow)
    glint = np.clip(canvas.fields.grain - 2.0, 0, 1) * float(canvas.rng.uniform(0, 0.25))
    canvas.lay(inside, paint * (1 + ripples)[..., None] + glint[..., None], NUMBER["water"])
    canvas.height[inside] = -0.6
    canvas.reserve_mask(dilate(canvas, inside, bank_m + 3))


def dilate(canvas: Canvas, inside: Mask, by_m: float) -> Mask:
    """The pixels within about `by_m` of `inside`."""
    return distance_m(canvas, ~inside) <= by_m


def distance_m(canvas: Canvas, inside: Mask) -> Field:
    """Distance of each pixel of `inside` to the nearest pixel outside it, metres."""
    return np.asarray(cv2.distanceTransform(inside.astype(np.uint8), cv2.DIST_L2, 3) * canvas.pixel_m, np.float32)
