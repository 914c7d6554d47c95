"""Layout: what stands where in a scene, from water and roads to the last shrub."""

from __future__ import annotations

import numpy as np

from . import facilities
from .buildings import build
from .canvas import Canvas
from .ground import NUMBER, distance_m, lay_base, lay_fields, lay_water
from .noise import smooth
from .plants import Crown, draw_kind, grow_crowns, plant
from .roads import Road, lay_roads, normals, plan_roads
from .style import Style
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
    for road in reversed(roads):
        _houses(canvas, style, road)
    _traffic(canvas, style, roads)
    _plants(canvas, style, roads, crowns, "wood" in chosen)


def _wander(canvas: Canvas, bend: float) -> np.ndarray:
    """A line right across the canvas, (N, 2) metres."""
    rng, size = canvas.rng, canvas.size_m
    angle, offset = rng.uniform(0, np.pi), rng.uniform(-0.3, 0.3) * size
    along = np.arange(-size * 0.8, size * 0.8, 3.0)
    wave = sum(rng.normal(0, bend * length) * np.sin(along / length + rng.uniform(0, 6.3)) for length in (size / 5, 30))
    axis, normal = np.array([np.cos(angle), np.sin(angle)]), np.array([-np.sin(angle), np.cos(angle)])
    return size / 2 + along[:, None] * axis + (offset + wave)[:, None] * normal


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
    if "pond" in chosen:
        centre = rng.uniform(0.15, 0.85, 2) * size
        patch = canvas.frame(float(centre[0]), float(centre[1]), 0.0, 2 * size, 2 * size)
        radius = float(rng.uniform(8, 26))
        if patch is not None:
            stretch = np.hypot(patch.u, patch.v * rng.uniform(1, 1.7)) / radius
            level = 1 - stretch + 0.22 * canvas.fields.broad + 0.04 * canvas.fields.patch
            lay_water(
                canvas,
                style,
                level > 0,
                np.clip(level * 2, 0, 1).astype(np.float32),
                float(rng.uniform(0.5, 2.5)),
                False,
            )
    if "marina" in chosen or style.region.name == "harbour":
        facilities.lay_marina(canvas, style, float(rng.uniform(-0.25, 0.25)) * size, float(rng.uniform(0, 2 * np.pi)))
    elif "sea" in chosen:
        angle, shore = rng.uniform(0, 2 * np.pi), rng.uniform(0.1, 0.35) * size
        patch = canvas.frame(size / 2, size / 2, float(angle), size, size)
        if patch is not None:
            depth = patch.u - shore + 7 * canvas.fields.broad
            lay_water(
                canvas, style, depth > 0, np.clip(depth / 40, 0, 1).astype(np.float32), float(rng.uniform(6, 16)), True
            )


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
            elif extra == "tanks":
                _tanks(canvas, angles)


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
    rng, region = canvas.rng, style.region
    across = normals(road.points)
    kinds = list(region.roofs)
    weights = np.array([region.roofs[kind] for kind in kinds])
    local = weights * rng.uniform(0.3, 1.7, len(kinds))
    for side in (-1, 1):
        at = float(rng.uniform(0, 10))
        while at < 2 * (len(road.points) - 1):
            length, depth = float(rng.uniform(*region.house_m)), float(rng.uniform(*region.depth_m))
            setback = float(rng.uniform(*region.setback_m))
            index = min(int((at + length / 2) / 2), len(road.points) - 1)
            away = side * (road.width_m / 2 + road.sidewalk_m + setback + depth / 2)
            x, y = (float(value) for value in road.points[index] + away * across[index])
            angle = float(np.arctan2(-across[index, 0], across[index, 1]))
            at += length + float(rng.uniform(*region.gap_m))
            near = -30 < x < canvas.size_m + 30 and -30 < y < canvas.size_m + 30
            if near and rng.random() < region.built and canvas.is_free(x, y, angle, length / 2 + 0.3, depth / 2 + 0.3):
                canvas.reserve(x, y, angle, length / 2 + 0.5, depth / 2 + 0.5)
                kind = str(rng.choice(kinds, p=local / local.sum()))
                build(canvas, style, (x, y, angle + float(rng.normal(0, 0.02))), (length, depth), kind)
                _garden(canvas, style, road, (x, y, angle), (length, depth), setback, side)


def _garden(
    canvas: Canvas, style: Style, road: Road, spot: tuple[float, float, float], size: tuple[float, float],
    setback: float, side: int,
) -> None:  # fmt: skip
    rng, region = canvas.rng, style.region
    x, y, angle = spot
    back = np.array([-np.sin(angle), np.cos(angle)])
    to_road = np.array([x, y]) - road.points[np.argmin(((road.points - (x, y)) ** 2).sum(1))]
    back = back if back @ to_road > 0 else -back
    along = np.array([np.cos(angle), np.sin(angle)])
    if rng.random() < region.driveways and setback > 2.5:
        place = (
            np.array([x, y]) + along * size[0] * float(rng.choice([-0.32, 0.32])) - back * (size[1] + setback + 1.5) / 2
        )
        patch = canvas.frame(float(place[0]), float(place[1]), angle, 1.6, (setback + 2.5) / 2)
        if patch is not None:
            inside = (np.abs(patch.u) < 1.6) & (np.abs(patch.v) < (setback + 2.5) / 2) & (canvas.things[patch.at] == 0)
            inside &= (canvas.ground[patch.at] <= NUMBER["soil"]) | (canvas.ground[patch.at] == NUMBER["pavement"])
            shade = (1 + 0.04 * canvas.fields.mottle[patch.at] + 0.04 * canvas.fields.grain[patch.at])[..., None]
            canvas.lay_patch(patch, inside, shade * np.array([0.7, 0.68, 0.64]), NUMBER["driveway"])
            if rng.random() < 0.4 and setback > 4.5:
                park_car(canvas, (float(place[0]), float(place[1]), angle + np.pi / 2), ("parked",))
    if rng.random() < region.pools:
        length = float(rng.uniform(6, 11))
        place = np.array([x, y]) + back * (size[1] / 2 + 6) + along * float(rng.uniform(-4, 4))
        if canvas.is_free(float(place[0]), float(place[1]), angle, length / 2 + 1.5, 4.0):
            canvas.reserve(float(place[0]), float(place[1]), angle, length / 2 + 1.5, 4.0)
            facilities.dig_pool(canvas, float(place[0]), float(place[1]), angle, length)


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
        if not forest and rng.random() > 0.16 + 0.1 * (canvas.ground[row, col] == NUMBER["grass"]):
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
