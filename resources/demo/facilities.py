"""Made places: pools, courts, baseball diamonds, tanks, parking lots, marinas, airfields and railways."""

from __future__ import annotations

import numpy as np

from .canvas import Canvas
from .ground import NUMBER, lay_water, textured_patch
from .roads import Points
from .style import Colour, Style, rgb
from .vehicles import Spot, moor_boat, park_bus, park_car, park_plane, park_truck

COURTS: tuple[tuple[str, Colour, Colour], ...] = (
    ("green", rgb(70, 118, 84), rgb(86, 140, 96)),
    ("blue", rgb(58, 96, 152), rgb(82, 126, 92)),
    ("red", rgb(164, 84, 62), rgb(150, 92, 70)),
    ("grey", rgb(108, 108, 110), rgb(120, 118, 116)),
)


def dig_pool(canvas: Canvas, x: float, y: float, angle: float, length_m: float) -> int:
    """A swimming pool with its paved edge; its number is that of the water alone."""
    rng = canvas.rng
    half_u, half_v = length_m / 2, length_m * float(rng.uniform(0.22, 0.32))
    round_one = bool(rng.random() < 0.3)
    patch = canvas.frame(x, y, angle, half_u + 1.6, half_v + 1.6)
    number = canvas.add("swimming pool", ("blue", "kidney-shaped" if round_one else "rectangular"), x, y)
    if patch is None:
        return number
    if round_one:
        wave = 1 + 0.18 * np.cos(2 * np.arctan2(patch.v / half_v, patch.u / half_u) + rng.uniform(0, 6))
        edge = (1 - np.hypot(patch.u / half_u, patch.v / half_v) / wave) * half_v
    else:
        edge = np.minimum(half_u - np.abs(patch.u), half_v - np.abs(patch.v))
    paving = textured_patch(canvas, patch, rgb(202, 194, 180), 0.05, 0.04)
    canvas.lay_patch(patch, edge > -1.3, paving, NUMBER["concrete"])
    canvas.height[patch.at][edge > -1.3] = 0
    tone = rgb(*(int(level) for level in rng.choice([[74, 178, 206], [96, 196, 212], [48, 148, 196], [110, 200, 196]])))
    depth = 1 - 0.18 * np.clip(patch.u / half_u, -1, 1) + 0.05 * canvas.fields.mottle[patch.at]
    canvas.put(patch, edge > 0, depth[..., None] * np.asarray(tone, np.float32), -0.4, number)
    return number


def lay_court(canvas: Canvas, x: float, y: float, angle: float, kind: str) -> int:
    """A tennis or basketball court, its surround included."""
    rng = canvas.rng
    word, inner, outer = COURTS[int(rng.integers(len(COURTS)))]
    half_u, half_v = (17.5, 8.4) if kind == "tennis court" else (15.0, 8.6)
    number = canvas.add(kind, (word,), x, y)
    patch = canvas.frame(x, y, angle, half_u, half_v)
    if patch is None:
        return number
    u, v = np.abs(patch.u), np.abs(patch.v)
    inside = (u < half_u) & (v < half_v)
    play_u, play_v = (11.9, 5.5) if kind == "tennis court" else (14.0, 7.6)
    thick = max(0.09, 0.55 * canvas.pixel_m)
    line = (np.abs(u - play_u) < thick) & (v < play_v) | (np.abs(v - play_v) < thick) & (u < play_u)
    if kind == "tennis court":
        line |= (
            (np.abs(v - 4.1) < thick) & (u < play_u) | (np.abs(u - 6.4) < thick) & (v < 4.1) | (v < thick) & (u < 6.4)
        )
    else:
        line |= ((u < thick) & (v < play_v)) | (np.abs(np.hypot(patch.u, patch.v) - 1.8) < thick)
        line |= np.abs(np.hypot(u - 12.6, v) - 6.2) < thick
    colour = np.where(((u < play_u) & (v < play_v))[..., None], np.asarray(inner), np.asarray(outer))
    paint = textured_patch(canvas, patch, (1.0, 1.0, 1.0), 0.03, 0.04) * colour
    paint[line] += 0.8 * (np.float32(0.92) - paint[line]) * min(1.0, 0.3 / canvas.pixel_m)
    canvas.put(patch, inside, paint, 0.0, number)
    if kind == "tennis court":
        net = (u < 0.5 * canvas.pixel_m) & (v < 6)
        canvas.height[patch.at][net] = 1.0
        canvas.height[patch.at][inside & ((u > half_u - canvas.pixel_m) | (v > half_v - canvas.pixel_m))] = 1.2
    return number


def lay_diamond(canvas: Canvas, x: float, y: float, angle: float) -> int:
    """A baseball diamond: dirt infield with its grass square and mound; the outfield is grass."""
    number = canvas.add("baseball diamond", ("dirt infield",), x, y)
    patch = canvas.frame(x, y, angle, 48.0, 48.0)
    if patch is None:
        return number
    u, v = patch.u + 30, patch.v
    reach, bearing = np.hypot(u, v), np.arctan2(v, u)
    fair = np.abs(bearing) < np.pi / 4 + 0.06
    outfield = (reach < 76) & (np.abs(bearing) < np.pi / 4 + 0.02)
    green = textured_patch(canvas, patch, rgb(92, 126, 66), 0.07, 0.05)
    green *= (1 + 0.05 * np.sign(np.sin(reach / 1.9)))[..., None]
    canvas.lay_patch(patch, outfield, green, NUMBER["grass"])
    infield = ((reach < 29) & fair) | (reach < 5)
    square = (np.abs(u - 19.4) + np.abs(v) < 17) & ~(np.hypot(u - 18.4, v) < 2.7) & (reach > 5)
    brown = textured_patch(canvas, patch, rgb(178, 136, 98), 0.05, 0.05)
    brown[square] = green[square]
    foul = (np.abs(np.abs(v) - u) < 0.25) & (reach < 76) & (u > 0)
    canvas.tint(patch.at, foul, (0.93, 0.93, 0.9), 0.7)
    canvas.put(patch, infield, brown, 0.0, number)
    return number


def raise_tank(canvas: Canvas, x: float, y: float, radius_m: float) -> int:
    """A storage tank; floating roofs show their inner wall's shadow."""
    rng = canvas.rng
    shade = str(rng.choice(["white", "white", "grey", "rusty"]))
    base = {"white": rgb(232, 232, 228), "grey": rgb(160, 162, 162), "rusty": rgb(150, 110, 84)}[shade]
    number = canvas.add("storage tank", (shade, "round", "large" if radius_m > 12 else "small"), x, y)
    patch = canvas.frame(x, y, 0.0, radius_m, radius_m)
    if patch is None:
        return number
    reach = np.hypot(patch.u, patch.v)
    tall = float(np.clip(radius_m * rng.uniform(0.6, 1.1), 4, 16))
    paint = textured_patch(canvas, patch, base, 0.03, 0.05)
    spokes = np.abs(np.sin(np.arctan2(patch.v, patch.u) * 8)) < 0.05
    paint[spokes & (reach < radius_m * 0.95)] *= 0.93
    paint[np.abs(reach - radius_m + 0.35) < 0.3] *= 1.07
    height = (
        np.where(reach > radius_m - 0.5, tall, tall * 0.75) if rng.random() < 0.35 else tall + (radius_m - reach) * 0.1
    )
    canvas.put(patch, reach < radius_m, paint, height, number)
    return number


def lay_lot(canvas: Canvas, style: Style, x: float, y: float, angle: float, half: tuple[float, float]) -> None:
    """A parking lot of half sides `half` with rows of stalls, some of them taken."""
    rng = canvas.rng
    patch = canvas.frame(x, y, angle, *half)
    if patch is None:
        return
    gravel = bool(rng.random() < style.region.soil * 0.4)
    grey = int(rng.uniform(96, 140))
    colour = style.soil if gravel else rgb(grey, grey, grey - 2)
    inside = (np.abs(patch.u) < half[0]) & (np.abs(patch.v) < half[1])
    paint = textured_patch(canvas, patch, colour, 0.045, 0.045)
    canvas.lay_patch(patch, inside, paint, NUMBER["gravel lot" if gravel else "lot"])
    canvas.height[patch.at][inside] = 0.0
    full = float(rng.choice([0.25, 0.55, 0.85]))
    for row in np.arange(-half[1] + 2.8, half[1] - 2.5, 8.4):
        if not gravel:
            lines = (np.abs(np.mod(patch.u + half[0], 2.6)) < 0.14) & (np.abs(patch.v - row) < 2.4) & inside
            canvas.tint(patch.at, lines, (0.86, 0.86, 0.84), 0.65 * min(1.0, 0.25 / canvas.pixel_m))
        for stall in np.arange(-half[0] + 1.3, half[0] - 1.0, 2.6):
            if rng.random() < full * (0.8 + 0.3 * np.sin(stall / 9)):
                jitter = rng.normal(0, 0.15, 2)
                turn = angle + np.pi / 2 * float(rng.choice([-1, 1])) + float(rng.normal(0, 0.025))
                park_car(canvas, (*_at(x, y, angle, stall + jitter[0], row + jitter[1]), turn), ("parked",))


def _at(x: float, y: float, angle: float, u: float, v: float) -> tuple[float, float]:
    return x + u * float(np.cos(angle)) - v * float(np.sin(angle)), y + u * float(np.sin(angle)) + v * float(
        np.cos(angle)
    )


def lay_marina(canvas: Canvas, style: Style, shore: float, angle: float) -> None:
    """The sea on one side of a shore line, with docks and boats; `angle` points to the sea."""
    rng = canvas.rng
    centre = canvas.size_m / 2
    whole = canvas.frame(centre, centre, angle, canvas.size_m, canvas.size_m)
    if whole is None:
        return
    quay = bool(rng.random() < 0.6)
    wave = 0.0 if quay else 8.0
    depth = whole.u - shore + wave * canvas.fields.broad
    lay_water(canvas, style, depth > 0, np.clip(depth / 25, 0, 1).astype(np.float32), 2.0 if quay else 9.0, not quay)
    canvas.sea |= depth > (-3 if quay else -12)
    for at in np.arange(-canvas.size_m * 0.7, canvas.size_m * 0.7, float(rng.uniform(34, 50))):
        if rng.random() < 0.75:
            _dock(canvas, (centre, centre, angle), shore, float(at), float(rng.uniform(40, 110)))
    for _ in range(int(rng.poisson(2 + canvas.size_m / 90))):
        spot = _at(
            centre,
            centre,
            angle,
            shore + float(rng.uniform(60, 60 + canvas.size_m)),
            rng.uniform(-0.6, 0.6) * canvas.size_m,
        )
        if canvas_has(canvas, *spot) and canvas.is_free_of_things(*spot, 12.0):
            moor_boat(canvas, (*spot, float(rng.uniform(0, 6.3))), float(rng.uniform(5, 16)), moored=False)


def canvas_has(canvas: Canvas, x: float, y: float) -> bool:
    """True when the place lies on the canvas."""
    return 0 <= x < canvas.size_m and 0 <= y < canvas.size_m


def _dock(canvas: Canvas, axes: Spot, shore: float, at: float, length_m: float) -> None:
    rng = canvas.rng
    x, y = _at(*axes, shore + length_m / 2 - 3, at)
    patch = canvas.frame(x, y, axes[2], length_m / 2 + 2, 2.0)
    wide = float(rng.uniform(0.9, 1.6))
    colour = rgb(*(int(level) for level in rng.choice([[168, 148, 122], [196, 190, 180], [142, 124, 104]])))
    if patch is not None:
        inside = (np.abs(patch.u) < length_m / 2) & (np.abs(patch.v) < wide)
        if (inside & (canvas.ground[patch.at] == NUMBER["water"])).any():
            number = canvas.add("dock", ("wooden", "long"), x, y)
            planks = textured_patch(canvas, patch, colour, 0.05, 0.03) * (1 + 0.05 * np.sin(patch.u * 9))[..., None]
            canvas.put(patch, inside, planks, 0.9, number)
    length = float(rng.uniform(8, 13))
    for slip in np.arange(8.0, length_m - 4, length * 0.45):
        for side in (-1, 1):
            if rng.random() < 0.75:
                size = length * float(rng.uniform(0.7, 1.05))
                spot = _at(*axes, shore + slip, at + side * (wide + size / 2 + 0.5))
                turn = axes[2] + side * np.pi / 2 + (np.pi if rng.random() < 0.25 else 0.0)
                moor_boat(canvas, (*spot, float(turn + rng.normal(0, 0.03))), size, moored=True)


def lay_airfield(canvas: Canvas, style: Style) -> None:
    """A runway, an apron and parked aeroplanes."""
    rng = canvas.rng
    angle = float(rng.uniform(0, np.pi))
    centre = canvas.size_m / 2
    shift = float(rng.uniform(-0.25, 0.25)) * canvas.size_m
    patch = canvas.frame(centre, centre, angle, canvas.size_m, canvas.size_m)
    if patch is None:
        return
    half = float(rng.uniform(11, 22))
    across = patch.v - shift
    strip = np.abs(across) < half
    grey = int(rng.uniform(104, 150))
    tarmac = textured_patch(canvas, patch, rgb(grey, grey, grey), 0.04, 0.03)
    canvas.lay_patch(
        patch, np.abs(across) < half + 18, textured_patch(canvas, patch, style.grass, 0.07, 0.08), NUMBER["grass"]
    )
    canvas.lay_patch(patch, strip, tarmac * (1 - 0.1 * np.exp(-((across / 4) ** 2)))[..., None], NUMBER["runway"])
    dashes = strip & (np.abs(across) < 0.5) & (np.mod(patch.u, 50) < 28) | (np.abs(np.abs(across) - half + 1.5) < 0.4)
    canvas.tint(patch.at, dashes, (0.9, 0.9, 0.88), 0.8)
    canvas.height[np.abs(across) < half + 18] = 0
    side = -np.sign(shift) or 1.0
    near, far = half + 26, half + 26 + float(rng.uniform(60, 100))
    apron = (across * side > near) & (across * side < far) & (np.abs(patch.u) < canvas.size_m * 0.42)
    pale = textured_patch(canvas, patch, rgb(182, 180, 172), 0.035, 0.03)
    joints = (np.mod(patch.u, 7.5) < 0.25) | (np.mod(across, 7.5) < 0.25)
    pale[joints] *= 0.93
    canvas.lay_patch(patch, apron, pale, NUMBER["lot"])
    canvas.height[apron] = 0
    canvas.reserve_mask((np.abs(across) < half + 20) | apron)
    _park_planes(canvas, angle, (centre, shift), side, (near, far))


def _park_planes(
    canvas: Canvas, angle: float, middle: tuple[float, float], side: float, depth: tuple[float, float]
) -> None:
    rng, (centre, shift) = canvas.rng, middle
    jets = bool(rng.random() < 0.5)
    length = float(rng.uniform(30, 42)) if jets else float(rng.uniform(8, 13))
    pitch = length * (1.3 if jets else 1.7)
    rows = [depth[0] + length * 0.65] if jets else list(np.arange(depth[0] + 10, depth[1] - 8, 22.0))
    for row in rows:
        for at in np.arange(-canvas.size_m * 0.4, canvas.size_m * 0.4, pitch):
            if rng.random() < 0.6:
                x, y = _at(centre, centre, angle, float(at), shift + side * row)
                turn = angle + side * np.pi / 2 + float(rng.normal(0, 0.08))
                park_plane(canvas, (x, y, turn), length * float(rng.uniform(0.9, 1.05)))
            elif rng.random() < 0.25:
                x, y = _at(centre, centre, angle, float(at), shift + side * (row + 3))
                (park_truck if rng.random() < 0.5 else park_bus)(
                    canvas, (x, y, float(rng.uniform(0, 6.3))), ("parked",)
                )


def lay_railway(canvas: Canvas, points: Points) -> None:
    """Ballast, sleepers and two rails along a centre line, (N, 2) metres."""
    rng = canvas.rng
    whole = (slice(None), slice(None))
    bed = canvas.line(points, 4.6)
    grey = canvas.fields.grain * 0.06 + canvas.fields.mottle * 0.05 + 1
    canvas.lay(bed, grey[..., None] * np.asarray(rgb(128, 116, 106), np.float32), NUMBER["railway"])
    along = np.gradient(points, axis=0)
    normal = np.stack([-along[:, 1], along[:, 0]], axis=1) / np.linalg.norm(along, axis=1, keepdims=True)
    for side in (-0.75, 0.75):
        canvas.tint(whole, canvas.line(points + side * normal, 0.2), rgb(84, 76, 74), 0.8)
    canvas.tint(whole, canvas.line(points, 2.4) & (canvas.fields.grain > 0.2), rgb(96, 86, 80), 0.35)
    canvas.reserve_line(points, 8.0 + float(rng.uniform(0, 4)))
