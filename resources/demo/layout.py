"""Layout: what stands where in a scene, from water and roads to the last shrub."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from . import facilities
from .buildings import build
from .canvas import Canvas
from .gardens import Lot, furnish_lot, lay_lot_ground
from .ground import NUMBER, distance_m, lay_base, lay_fields, lay_water, textured
from .noise import smooth
from .plants import Crown, draw_kind, grow_crowns, plant
from .roads import Points, Road, lay_roads, normals, plan_roads
from .style import Region, Style
from .vehicles import park_bus, park_car, park_truck


def lay_out(canvas: Canvas, style: Style) -> None:
    """Fill the canvas."""
    rng = canvas.rng
    share = canvas.size_m / 150
    chosen = [extra for extra in style.region.extras if rng.random() < 0.55]
    lay_base(canvas, style)
    if "fields" in chosen:
        lay_fields(canvas, style)
    _waters(canvas, style, chosen)
    if "airfield" in style.region.extras and rng.random() < 0.85:
        facilities.lay_airfield(canvas, style)
    if "railway" in chosen:
        facilities.lay_railway(canvas, _wander(canvas, 0.08))
    roads = plan_roads(canvas, style)
    lay_roads(canvas, style, roads)
    _facilities(canvas, style, chosen, share)
    crowns = grow_crowns(rng, style)
    _trails(canvas, style)
    for road in reversed(roads):
        _houses(canvas, style, road)
    _infill(canvas, style, roads)
    _traffic(canvas, style, roads)
    _plants(canvas, style, roads, crowns, "wood" in chosen)


def _wander(canvas: Canvas, bend: float) -> Points:
    """A line right across the canvas, (N, 2) metres."""
    rng, size = canvas.rng, canvas.size_m
    angle, offset = rng.uniform(0, np.pi), rng.uniform(-0.3, 0.3) * size
    along = np.arange(-size * 0.8, size * 0.8, 3.0)
    wave = np.zeros_like(along)
    for length in (size / 5, 30):
        wave += rng.normal(0, bend * length) * np.sin(along / length + rng.uniform(0, 6.3))
    axis, normal = np.array([np.cos(angle), np.sin(angle)]), np.array([-np.sin(angle), np.cos(angle)])
    return np.asarray(size / 2 + along[:, None] * axis + (offset + wave)[:, None] * normal, np.float64)


def _waters(canvas: Canvas, style: Style, chosen: list[str]) -> None:
    rng, size = canvas.rng, canvas.size_m
    if "river" in chosen:
        width = float(rng.uniform(7, 30))
        body = canvas.line(_wander(canvas, 0.35), width)
        depth = distance_m(canvas, body) + 1.5 * canvas.fields.patch
        body &= depth > 0.8
        lay_water(
            canvas, style, body, np.clip(depth / (0.4 * width), 0, 1), float(rng.uniform(1, 5)), rng.random() < 0.3
        )
    if "marina" in chosen or style.region.name == "harbour":
        facilities.lay_marina(canvas, style, float(rng.uniform(-0.25, 0.25)) * size, float(rng.uniform(0, 2 * np.pi)))
    elif "sea" in chosen:
        angle, shore = rng.uniform(0, 2 * np.pi), rng.uniform(0.1, 0.35) * size
        patch = canvas.frame(size / 2, size / 2, float(angle), size, size)
        if patch is not None:
            depth = patch.u - shore + 7 * canvas.fields.broad
            shallow = np.clip(depth / 40, 0, 1).astype(np.float32)
            lay_water(canvas, style, depth > 0, shallow, float(rng.uniform(6, 16)), True)
            canvas.sea |= depth > -12


def _find(
    canvas: Canvas, half_u: float, half_v: float, angles: list[float], tries: int = 40
) -> tuple[float, float, float] | None:
    rng = canvas.rng
    for _ in range(tries):
        x, y = (float(value) for value in rng.uniform(-5, canvas.size_m + 5, 2))
        angle = angles[int(rng.integers(len(angles)))]
        if canvas.is_free(x, y, angle, half_u, half_v):
            canvas.reserve(x, y, angle, half_u + 1, half_v + 1)
            return x, y, angle
    return None


def _facilities(canvas: Canvas, style: Style, chosen: list[str], share: float) -> None:
    rng = canvas.rng
    angles = [float(rng.uniform(0, np.pi))]
    angles.append(angles[0] + np.pi / 2)
    for extra in chosen:
        for _ in range(1 + int(rng.poisson(0.5 * share))):
            if extra == "parking" or extra == "yard":
                half = (float(rng.uniform(12, 34)), 4.2 * float(rng.integers(2, 6)) + 1.5)
                spot = _find(canvas, *half, angles)
                if spot:
                    facilities.lay_lot(canvas, style, *spot, half)
            elif extra == "tennis" or extra == "basketball":
                _courts(canvas, angles, "tennis court" if extra == "tennis" else "basketball court")
            elif extra == "baseball":
                spot = _find(canvas, 40, 40, angles)
                if spot:
                    facilities.lay_diamond(canvas, *spot)
            elif extra == "pond":
                _pond(canvas, style)
            elif extra == "tanks":
                _tanks(canvas, angles)


def _pond(canvas: Canvas, style: Style) -> None:
    rng = canvas.rng
    radius = float(rng.uniform(8, 26))
    spot = _find(canvas, radius * 1.2, radius * 1.2, [0.0])
    patch = canvas.frame(spot[0], spot[1], 0.0, 2 * canvas.size_m, 2 * canvas.size_m) if spot else None
    if patch is None:
        return
    stretch = np.hypot(patch.u, patch.v * rng.uniform(1, 1.7)) / radius
    level = 1 - stretch + 0.16 * canvas.fields.broad + 0.04 * canvas.fields.patch
    level = np.where(stretch < 1.15, level, -1.0)
    deep = np.clip(level * 2, 0, 1).astype(np.float32)
    lay_water(canvas, style, level > 0, deep, float(rng.uniform(0.5, 2.5)), False)


def _courts(canvas: Canvas, angles: list[float], kind: str) -> None:
    count = int(canvas.rng.integers(1, 4))
    spot = _find(canvas, 18.0, 8.6 * count, angles)
    for index in range(count if spot else 0):
        x, y, angle = spot  # type: ignore[misc]
        away = (index - (count - 1) / 2) * 17.0
        facilities.lay_court(canvas, x - away * np.sin(angle), y + away * np.cos(angle), angle, kind)


def _tanks(canvas: Canvas, angles: list[float]) -> None:
    rng = canvas.rng
    radius = float(rng.uniform(5, 18))
    cols, rows = int(rng.integers(1, 5)), int(rng.integers(1, 3))
    pitch = radius * 2.6
    spot = _find(canvas, cols * pitch / 2, rows * pitch / 2, angles)
    if spot is None:
        return
    x, y, angle = spot
    patch = canvas.frame(x, y, angle, cols * pitch / 2, rows * pitch / 2)
    if patch is not None:
        from_edge = np.minimum(cols * pitch / 2 - np.abs(patch.u), rows * pitch / 2 - np.abs(patch.v))
        shade = (1 + 0.05 * canvas.fields.mottle[patch.at] + 0.04 * canvas.fields.grain[patch.at])[..., None]
        canvas.lay_patch(patch, from_edge > 0, shade * np.array([0.66, 0.63, 0.57]), NUMBER["concrete"])
        canvas.height[patch.at][from_edge > 0] = np.where((from_edge > 0.8) & (from_edge < 1.4), 0.9, 0.0)[
            from_edge > 0
        ]
    for col in range(cols):
        for row in range(rows):
            u, v = (col - (cols - 1) / 2) * pitch, (row - (rows - 1) / 2) * pitch
            at = x + u * np.cos(angle) - v * np.sin(angle), y + u * np.sin(angle) + v * np.cos(angle)
            if rng.random() < 0.9:
                facilities.raise_tank(canvas, float(at[0]), float(at[1]), radius * float(rng.choice([1.0, 1.0, 0.7])))


def _houses(canvas: Canvas, style: Style, road: Road) -> None:
    """Houses in a row on both sides of a road, each on its lot."""
    rng, region = canvas.rng, style.region
    across = normals(road.points)
    draw_roof = _roof_lottery(rng, region)
    for side in (-1, 1):
        at = float(rng.uniform(0, 10))
        while at < 2 * (len(road.points) - 1):
            length, depth = float(rng.uniform(*region.house_m)), float(rng.uniform(*region.depth_m))
            setback, gap = float(rng.uniform(*region.setback_m)), float(rng.uniform(*region.gap_m))
            index = min(int((at + length / 2) / 2), len(road.points) - 1)
            away = side * (road.width_m / 2 + road.sidewalk_m + setback + depth / 2)
            x, y = (float(value) for value in road.points[index] + away * across[index])
            angle = float(np.arctan2(-across[index, 0], across[index, 1])) + float(rng.normal(0, 0.02))
            at += length + gap
            street = -side if np.cos(angle) * across[index, 1] - np.sin(angle) * across[index, 0] > 0 else side
            back = float(rng.uniform(6, 16)) if setback > 2 else float(rng.uniform(2, 8))
            lot = Lot(x, y, angle, length, depth, setback, max(gap, 1.0) / 2, back, street)
            if rng.random() < region.built and _settle(canvas, style, lot, draw_roof()):
                furnish_lot(canvas, style, lot)


def _settle(canvas: Canvas, style: Style, lot: Lot, roof: str) -> bool:
    half_u, half_v = lot.length_m / 2, lot.depth_m / 2
    near = min(lot.x, lot.y) > -30 and max(lot.x, lot.y) < canvas.size_m + 30
    if not near or not canvas.is_free(lot.x, lot.y, lot.angle, half_u + 0.3, half_v + 0.3):
        return False
    canvas.reserve(lot.x, lot.y, lot.angle, half_u + 0.4, half_v + 0.4)
    lay_lot_ground(canvas, style, lot)
    build(canvas, style, (lot.x, lot.y, lot.angle), (lot.length_m, lot.depth_m), roof)
    return True


def _roof_lottery(rng: np.random.Generator, region: Region) -> Callable[[], str]:
    """Roofs of a street: the region's, some of them in fashion there."""
    kinds = list(region.roofs)
    weights = np.array([region.roofs[kind] for kind in kinds]) * rng.uniform(0.3, 1.7, len(kinds))
    return lambda: str(rng.choice(kinds, p=weights / weights.sum()))


def _infill(canvas: Canvas, style: Style, roads: list[Road]) -> None:
    """Buildings between those on the streets, turned like the nearest street."""
    rng, region = canvas.rng, style.region
    points = np.concatenate([road.points for road in roads]) if roads else np.zeros((0, 2))
    along = np.concatenate([np.gradient(road.points, axis=0) for road in roads]) if roads else points
    draw_roof = _roof_lottery(rng, region)
    for _ in range(int(region.infill * canvas.size_m**2 / 60) if len(points) else 0):
        x, y = (float(value) for value in rng.uniform(-8, canvas.size_m + 8, 2))
        nearest = int(((points - (x, y)) ** 2).sum(1).argmin())
        if float(np.hypot(*(points[nearest] - (x, y)))) > 70:
            continue
        angle = float(np.arctan2(along[nearest, 1], along[nearest, 0])) + float(rng.choice([0, 0, np.pi / 2]))
        size = float(rng.uniform(*region.house_m)), float(rng.uniform(*region.depth_m))
        grow = float(rng.uniform(0.5, 1.1))
        lot = Lot(x, y, angle, size[0] * grow, size[1] * grow, 1.0, 1.0, 3.0, 1)
        _settle(canvas, style, lot, draw_roof())


def _trails(canvas: Canvas, style: Style) -> None:
    """Worn paths over open ground; in parks some are paved."""
    rng = canvas.rng
    for _ in range(int(rng.poisson(0.6 + 2 * (style.region.name in ("park", "hill town", "shanty"))))):
        points = _wander(canvas, 0.3)
        width = float(rng.uniform(0.8, 2.4))
        free = np.isin(canvas.ground, (NUMBER["grass"], NUMBER["soil"])) & (canvas.things == 0)
        if style.region.name == "park" and rng.random() < 0.7:
            inside = canvas.line(points, width + 0.8) & free
            canvas.lay(inside, textured(canvas, (0.72, 0.69, 0.63), 0.04, 0.04, 0.03), NUMBER["pavement"])
            canvas.reserve_line(points, width + 1.5)
        else:
            worn = canvas.line(points, width) & free
            canvas.tint(
                (slice(None), slice(None)), worn, style.soil, np.clip(0.55 + 0.25 * canvas.fields.mottle, 0, 0.9)
            )


def _traffic(canvas: Canvas, style: Style, roads: list[Road]) -> None:
    rng, region = canvas.rng, style.region
    for road in roads:
        across, along = normals(road.points), np.gradient(road.points, axis=0)
        busy = float(rng.uniform(0.3, 1.6)) * region.parked
        step = 0
        while step < len(road.points):
            step += int(rng.integers(3, 7))
            if step >= len(road.points):
                break
            side = float(rng.choice([-1, 1]))
            parked = bool(rng.random() < busy) and road.width_m > 5.5
            if not parked and rng.random() > 0.06 + 0.05 * (road.width_m > 10):
                continue
            away = road.width_m / 2 - 1.15 if parked else road.width_m * 0.22
            x, y = (float(value) for value in road.points[step] + side * away * across[step])
            turn = float(np.arctan2(along[step, 1], along[step, 0])) + (0 if side < 0 else np.pi)
            if not facilities.canvas_has(canvas, x, y) or not canvas.is_free_of_things(x, y, 2.6):
                continue
            if canvas.sea[int(y / canvas.pixel_m), int(x / canvas.pixel_m)]:
                continue
            words = ("parked",) if parked else ("moving",)
            draw = rng.random()
            if draw < 0.08 and not parked and canvas.is_free_of_things(x, y, 6.5):
                (park_truck if rng.random() < 0.75 else park_bus)(canvas, (x, y, turn), words)
            else:
                park_car(canvas, (x, y, turn + float(rng.normal(0, 0.03))), words)


def _plants(canvas: Canvas, style: Style, roads: list[Road], crowns: list[Crown], wood: bool) -> None:
    rng, region = canvas.rng, style.region
    size = canvas.size_m
    dense = smooth(rng, canvas.shape, 45 / canvas.pixel_m) + 0.4 * smooth(rng, canvas.shape, 15 / canvas.pixel_m)
    level = float(np.quantile(dense[::9, ::9], 1 - region.wood * (1.6 if wood else 0.5)))
    open_ground = (canvas.ground == NUMBER["grass"]) | (canvas.ground == NUMBER["soil"])
    tries = int(region.trees * size * size / 45)
    for x, y in rng.uniform(0, size, (tries, 2)):
        row, col = int(y / canvas.pixel_m), int(x / canvas.pixel_m)
        if not open_ground[row, col] or canvas.things[row, col]:
            continue
        forest = dense[row, col] > level
        if not forest and rng.random() > 0.2 + 0.12 * (canvas.ground[row, col] == NUMBER["grass"]):
            continue
        across = float(np.clip(rng.lognormal(1.75 if forest else 1.45, 0.42), 1.0, 15))
        if across < 6 or canvas.is_free(x, y, 0.0, across * 0.3, across * 0.3):
            plant(canvas, style, crowns, float(x), float(y), across, draw_kind(rng, style))
    for road in roads:
        if rng.random() < 0.3 * region.trees:
            _avenue(canvas, style, road, crowns)


def _avenue(canvas: Canvas, style: Style, road: Road, crowns: list[Crown]) -> None:
    rng = canvas.rng
    kind, across = draw_kind(rng, style), float(rng.uniform(3, 8))
    for side in (-1, 1):
        line = road.offset(side * (road.width_m / 2 + road.sidewalk_m * 0.5 + 0.8))
        for x, y in line[:: max(2, int(across * 0.8))]:
            if rng.random() < 0.75 and facilities.canvas_has(canvas, x, y):
                row, col = int(y / canvas.pixel_m), int(x / canvas.pixel_m)
                if canvas.ground[min(row, canvas.shape[0] - 1), min(col, canvas.shape[1] - 1)] in (
                    NUMBER["grass"], NUMBER["soil"], NUMBER["pavement"]):  # fmt: skip
                    plant(canvas, style, crowns, float(x), float(y), across * float(rng.uniform(0.8, 1.15)), kind)
