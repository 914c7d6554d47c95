"""Things that move: cars, trucks, buses, boats and aeroplanes."""

from __future__ import annotations

import numpy as np

from .canvas import Canvas, Mask, Patch
from .noise import Field
from .style import Colour, rgb

Spot = tuple[float, float, float]
CAR_COLOURS: dict[str, tuple[float, tuple[Colour, ...]]] = {
    "white": (0.29, (rgb(236, 236, 234), rgb(226, 228, 230))),
    "black": (0.17, (rgb(30, 30, 34), rgb(38, 38, 40))),
    "silver": (0.15, (rgb(182, 186, 190), rgb(170, 174, 178))),
    "grey": (0.12, (rgb(112, 114, 118), rgb(100, 102, 106))),
    "red": (0.11, (rgb(178, 36, 34), rgb(156, 28, 34), rgb(196, 50, 40))),
    "blue": (0.09, (rgb(44, 78, 152), rgb(38, 64, 122), rgb(64, 110, 176))),
    "green": (0.03, (rgb(40, 92, 62), rgb(60, 110, 72))),
    "yellow": (0.04, (rgb(226, 184, 50), rgb(216, 170, 40))),
}
GLASS = np.array(rgb(28, 34, 42), np.float32)


def _colour(rng: np.random.Generator, words: dict[str, tuple[float, tuple[Colour, ...]]]) -> tuple[str, Colour]:
    names = list(words)
    weights = np.array([words[name][0] for name in names])
    name = names[int(rng.choice(len(names), p=weights / weights.sum()))]
    shades = words[name][1]
    return name, shades[int(rng.integers(len(shades)))]


def _rounded(u: Field, v: Field, half_u: float, half_v: float, corner: float) -> Field:
    """Signed distance inside a rounded rectangle, metres, positive inside."""
    out_u = np.maximum(np.abs(u) - half_u + corner, 0)
    out_v = np.maximum(np.abs(v) - half_v + corner, 0)
    return np.asarray(corner - np.hypot(out_u, out_v), np.float32)


def park_car(canvas: Canvas, spot: Spot, words: tuple[str, ...]) -> int:
    """A car (or van) at `spot` (x, y, angle); returns its number."""
    rng = canvas.rng
    name, colour = _colour(rng, CAR_COLOURS)
    van = bool(rng.random() < 0.15)
    half_u, half_v = float(rng.uniform(2.05, 2.45)) + 0.25 * van, float(rng.uniform(0.86, 0.96)) + 0.08 * van
    number = canvas.add("car", (name, *words, *(["van"] if van else [])), spot[0], spot[1])
    patch = canvas.frame(*spot, half_u, half_v)
    if patch is None:
        return number
    edge = _rounded(patch.u, patch.v, half_u, half_v, 0.45)
    inside = edge > 0
    paint = np.broadcast_to(np.asarray(colour, np.float32), (*inside.shape, 3)).copy()
    cabin = (np.abs(patch.u + 0.25) < half_u * (0.75 if van else 0.56)) & (np.abs(patch.v) < half_v - 0.14)
    roof = (np.abs(patch.u + 0.3) < half_u * (0.62 if van else 0.33)) & (np.abs(patch.v) < half_v - 0.26)
    paint[cabin & ~roof] = GLASS * float(rng.uniform(0.8, 1.9))
    paint[inside & (edge < 0.1)] *= 0.75
    height = np.where(cabin, 1.45 + 0.5 * van, 0.95) - 0.25 * (edge < 0.15)
    canvas.put(patch, inside, paint, height, number)
    return number


def park_truck(canvas: Canvas, spot: Spot, words: tuple[str, ...]) -> int:
    """A lorry with a box, a tank or a bed."""
    rng = canvas.rng
    name, colour = _colour(rng, {"white": (0.5, (rgb(232, 232, 230),)), "blue": (0.15, (rgb(50, 90, 150),)),
                                 "red": (0.15, (rgb(168, 44, 38),)), "orange": (0.1, (rgb(222, 120, 44),)),
                                 "green": (0.1, (rgb(60, 110, 70),))})  # fmt: skip
    half_u, half_v = float(rng.uniform(3.6, 7.2)), 1.25
    number = canvas.add("truck", (name, *words, *(["long"] if half_u > 5.5 else [])), spot[0], spot[1])
    patch = canvas.frame(*spot, half_u, half_v)
    if patch is None:
        return number
    cab_from = half_u - 2.1
    inside = (_rounded(patch.u, patch.v, half_u, half_v, 0.3) > 0) & (np.abs(patch.u - cab_from) > 0.25)
    cab = patch.u > cab_from
    box = np.asarray(colour if rng.random() < 0.5 else rgb(214, 214, 212), np.float32)
    ribs = 1 + 0.05 * np.sign(np.sin(2 * np.pi * patch.u / 1.4))
    paint = np.where(cab[..., None], np.asarray(colour, np.float32), box * ribs[..., None])
    paint[cab & (np.abs(patch.u - half_u + 0.45) < 0.25)] = GLASS
    height = np.where(cab, 2.5, float(rng.uniform(2.4, 3.8)))
    canvas.put(patch, inside, paint, height, number)
    return number


def park_bus(canvas: Canvas, spot: Spot, words: tuple[str, ...]) -> int:
    """A bus with roof hatches."""
    rng = canvas.rng
    name, colour = _colour(rng, {"white": (0.4, (rgb(232, 232, 230),)), "yellow": (0.3, (rgb(228, 180, 50),)),
                                 "blue": (0.15, (rgb(52, 96, 164),)), "red": (0.15, (rgb(176, 44, 40),))})  # fmt: skip
    number = canvas.add("bus", (name, *words), spot[0], spot[1])
    patch = canvas.frame(*spot, 5.9, 1.3)
    if patch is None:
        return number
    edge = _rounded(patch.u, patch.v, 5.9, 1.3, 0.4)
    paint = np.broadcast_to(np.asarray(colour, np.float32), (*edge.shape, 3)).copy()
    paint[(np.abs(np.mod(patch.u, 3.0) - 1.5) < 0.5) & (np.abs(patch.v) < 0.5)] *= 0.82
    paint[edge < 0.16] *= 0.6
    canvas.put(patch, edge > 0, paint, 3.1, number)
    return number


def moor_boat(canvas: Canvas, spot: Spot, length_m: float, moored: bool) -> int:
    """A boat of `length_m`; its bow points along the angle."""
    rng = canvas.rng
    name, colour = _colour(rng, {"white": (0.7, (rgb(236, 236, 232), rgb(226, 226, 220))),
                                 "blue": (0.12, (rgb(46, 86, 150),)), "red": (0.06, (rgb(160, 50, 44),)),
                                 "grey": (0.12, (rgb(140, 142, 144),))})  # fmt: skip
    half_u = length_m / 2
    half_v = half_u * float(rng.uniform(0.26, 0.36))
    words = ("moored",) if moored else ("moving",)
    number = canvas.add("ship", (name, *words), spot[0], spot[1])
    patch = canvas.frame(*spot, half_u * (1 if moored else 2.6), half_v * 2.2)
    if patch is None:
        return number
    if not moored:
        _wake(canvas, patch, half_u, half_v)
    beam = half_v * np.sqrt(np.clip(1 - np.clip(patch.u / half_u, 0, 1) ** 2, 0, 1))
    inside = (np.abs(patch.v) < beam) & (np.abs(patch.u) < half_u)
    deck = (np.abs(patch.v) < beam - 0.25) & (patch.u > -half_u + 0.3)
    paint = np.broadcast_to(np.asarray(colour, np.float32), (*inside.shape, 3)).copy()
    wood = rgb(170, 132, 92) if rng.random() < 0.4 else rgb(206, 204, 196)
    paint[deck & (patch.u < -0.1 * half_u)] = np.asarray(wood, np.float32)
    cabin = (np.abs(patch.u - 0.1 * half_u) < 0.34 * half_u) & (np.abs(patch.v) < 0.58 * half_v)
    paint[cabin] = np.asarray(rgb(240, 240, 238), np.float32)
    paint[cabin & (np.abs(patch.u - 0.34 * half_u) < 0.1 * half_u)] = GLASS
    canvas.put(patch, inside, paint, np.where(cabin, 1.0 + 0.22 * half_u, 0.8), number)
    return number


def _wake(canvas: Canvas, patch: Patch, half_u: float, half_v: float) -> None:
    behind = np.clip(-(patch.u + half_u * 0.6) / half_u, 0, 2.2)
    foam = (np.abs(patch.v) < half_v * (0.35 + 0.5 * behind)) & (behind > 0)
    strength = np.clip(1 - behind / 2.2, 0, 1) * np.clip(0.5 + 0.4 * canvas.fields.grain[patch.at], 0, 0.9)
    canvas.tint(patch.at, foam & (canvas.things[patch.at] == 0), (0.86, 0.9, 0.92), strength * 0.8)


def park_plane(canvas: Canvas, spot: Spot, length_m: float) -> int:
    """An aeroplane of `length_m`, nose along the angle; airliners have swept wings and engines."""
    rng = canvas.rng
    half = length_m / 2
    jet = length_m > 16
    span = half * float(rng.uniform(0.9, 1.05)) * (1.0 if jet else 1.3)
    number = canvas.add("airplane", ("white", "large" if jet else "small"), spot[0], spot[1])
    patch = canvas.frame(*spot, half * 1.02, span * 1.02)
    if patch is None:
        return number
    reach = np.abs(patch.v)
    body = _fuselage(patch, half, half * (0.085 if jet else 0.11))
    sweep = (0.62 if jet else 0.05) * reach
    root, tip = (0.34, 0.1) if jet else (0.3, 0.2)
    chord = half * (root + (tip - root) * reach / span)
    wing = (np.abs(patch.u - 0.12 * half + sweep) < chord / 2) & (reach < span)
    tail = (np.abs(patch.u + 0.84 * half + 0.5 * sweep) < half * 0.085) & (reach < 0.36 * span)
    engine = np.zeros_like(body)
    for at in (0.33, -0.33) if jet else ():
        engine |= (np.abs(patch.v - at * span) < 0.045 * half) & (np.abs(patch.u - 0.12 * half) < 0.13 * half)
    inside = body | wing | tail | engine
    stripe = np.asarray(rgb(*(int(x) for x in rng.choice([[236, 236, 236], [60, 90, 150], [170, 50, 50]]))), np.float32)
    paint = np.full((*inside.shape, 3), 0.8, np.float32)
    paint[body] = 0.93
    paint[engine & ~wing] = 0.6
    paint[(np.abs(patch.v) < 0.02 * half) & (patch.u < -0.6 * half)] = stripe
    paint[body & (patch.u > 0.9 * half) & (patch.u < 0.95 * half)] = GLASS
    height = np.where(body, 0.16 * half + 1.5, np.where(tail, 0.2 * half + 1, 0.1 * half + 1.2))
    height = np.where((np.abs(patch.v) < 0.02 * half) & (patch.u < -0.72 * half), 0.42 * half + 1, height)
    canvas.put(patch, inside, paint, height, number)
    return number


def _fuselage(patch: Patch, half: float, radius: float) -> Mask:
    along = np.clip(patch.u / half, -1, 1)
    nose = np.sqrt(np.clip(1 - np.clip((along - 0.75) / 0.25, 0, 1) ** 2, 0, 1))
    taper = np.clip(1 + (along + 0.45) / 0.75, 0.15, 1)
    return np.asarray((np.abs(patch.v) < radius * np.minimum(nose, taper)) & (np.abs(patch.u) < half), bool)
