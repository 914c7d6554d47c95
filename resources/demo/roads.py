"""Roads: centre lines in metres, then asphalt or dirt, pavements, markings, crossings and bridges."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from .canvas import Canvas, Mask
from .ground import NUMBER, dilate, textured
from .noise import smooth
from .style import Style, rgb

Points = NDArray[np.float64]


@dataclass(frozen=True)
class Road:
    """A centre line, (N, 2) metres about 2 m apart, and its cross section."""

    points: Points
    width_m: float
    dirt: bool
    sidewalk_m: float
    marked: bool

    def offset(self, by_m: float) -> Points:
        """The line moved sideways, to the right of its direction for positive `by_m`."""
        return self.points + by_m * normals(self.points)


def normals(points: Points) -> Points:
    """Unit normals of a polyline, (N, 2)."""
    along = np.gradient(points, axis=0)
    along /= np.maximum(np.linalg.norm(along, axis=1, keepdims=True), 1e-9)
    return np.stack([-along[:, 1], along[:, 0]], axis=1)


def plan_roads(canvas: Canvas, style: Style) -> list[Road]:
    """A network of streets for the region: a bent, incomplete grid, wide roads first."""
    rng, region = canvas.rng, style.region
    reach = canvas.size_m * 0.75
    angle = rng.uniform(0, np.pi / 2)
    bends = _bends(rng, region.bend, canvas.size_m)
    roads: list[Road] = []
    for turn, spacing in ((0.0, region.blocks_m[0]), (np.pi / 2, region.blocks_m[1])):
        at = -reach + rng.uniform(0, spacing)
        while at < reach:
            drop = 0.12 if turn == 0 else 0.25
            if rng.random() > drop:
                roads.append(_street(canvas, style, angle + turn, at, reach, bends))
            at += spacing * rng.uniform(0.75, 1.35)
    return sorted(roads, key=lambda road: (not road.dirt, road.width_m))


def _street(
    canvas: Canvas, style: Style, angle: float, offset: float, reach: float, bends: list[tuple[float, ...]]
) -> Road:
    rng, region = canvas.rng, style.region
    start, stop = -reach, reach
    if rng.random() < 0.3:
        start, stop = sorted(rng.uniform(-reach, reach, 2))
    along = np.arange(start, max(stop, start + 40), 2.0)
    axis, normal = np.array([np.cos(angle), np.sin(angle)]), np.array([-np.sin(angle), np.cos(angle)])
    points = canvas.size_m / 2 + along[:, None] * axis + offset * normal
    for direction, wave, phase, swing in bends:
        vector = np.array([np.cos(direction), np.sin(direction)])
        points = points + swing * np.sin(points @ vector / wave + phase)[:, None] * np.array([-vector[1], vector[0]])
    points = _ashore(canvas, points)
    dirt = bool(rng.random() < region.dirt_roads)
    wide = bool(rng.random() < 0.22) and not dirt
    width = region.street_m * float(rng.uniform(0.85, 1.2)) * (1.7 if wide else 1.0) * (0.75 if dirt else 1.0)
    sidewalk = float(rng.uniform(1.4, 2.6)) if not dirt and rng.random() < region.sidewalks else 0.0
    return Road(points, width, dirt, sidewalk, marked=not dirt and (wide or bool(rng.random() < 0.4)))


def _ashore(canvas: Canvas, points: Points) -> Points:
    """The line without ends that lie in water, so that no bridge stops half way."""
    at = np.floor(points / canvas.pixel_m).astype(int)
    known = ((at >= 0) & (at < canvas.shape[0])).all(axis=1)
    wet = np.zeros(len(points), bool)
    wet[known] = canvas.ground[at[known, 1], at[known, 0]] == NUMBER["water"]
    dry = np.flatnonzero(~wet)
    if len(dry) < 2:
        return points
    return points[dry[0] : dry[-1] + 1]


def _bends(rng: np.random.Generator, bend: float, size_m: float) -> list[tuple[float, ...]]:
    return [
        (rng.uniform(0, 2 * np.pi), wave, rng.uniform(0, 2 * np.pi), float(bend * wave * rng.uniform(0.1, 0.45)))
        for wave in (size_m * 0.35, 45.0, 22.0 * (1 + rng.random()))
    ]


def lay_roads(canvas: Canvas, style: Style, roads: list[Road]) -> None:
    """Paint the network; where it crosses water it becomes a bridge."""
    rng = canvas.rng
    water = canvas.ground == NUMBER["water"]
    cover = np.zeros(canvas.shape, np.uint8)
    for road in roads:
        cover += canvas.line(road.points, road.width_m)
        canvas.reserve_line(road.points, road.width_m + 2 * road.sidewalk_m + 0.5)
    pavement = rgb(*(int(level) for level in rng.uniform(0.9, 1.1) * np.array([176, 170, 160])))
    slabs = textured(canvas, pavement, 0.05, 0.05, 0.04)
    for road in roads:
        if road.sidewalk_m:
            inside = canvas.line(road.points, road.width_m + 2 * road.sidewalk_m) & ~water & ~canvas.sea
            canvas.lay(inside, slabs, NUMBER["pavement"])
            canvas.height[inside] = 0.1
    asphalt, dirt = _asphalt(canvas), textured(canvas, style.soil, 0.05, 0.05, 0.03) * 1.07
    crossing = dilate(canvas, cover > 1, 1.5) if (cover > 1).any() else cover > 1
    for road in roads:
        inside = canvas.line(road.points, road.width_m) & ~canvas.sea
        tone = np.float32(rng.uniform(0.9, 1.12))
        canvas.lay(inside & ~water, (dirt if road.dirt else asphalt) * tone, NUMBER["dirt" if road.dirt else "asphalt"])
        _lay_bridge(canvas, road, water)
        canvas.height[inside] = np.where(water[inside], 3.0, 0.0)
        _wear(canvas, style, road)
    for road in roads:
        if not road.dirt:
            _mark(canvas, road, crossing)


def _asphalt(canvas: Canvas) -> NDArray[np.float32]:
    rng = canvas.rng
    grey = rng.uniform(88, 150)
    warm = rng.uniform(-4, 8)
    base = textured(canvas, rgb(int(grey + warm), int(grey), int(grey - warm)), 0.045, 0.035, 0.03)
    seams = smooth(rng, canvas.shape, 25 / canvas.pixel_m)
    return np.asarray(base * (1 + 0.05 * np.sign(seams) * (np.abs(seams) > 0.7))[..., None], np.float32)


def _lay_bridge(canvas: Canvas, road: Road, water: Mask) -> None:
    deck = canvas.line(road.points, road.width_m + 2.4) & water & ~canvas.sea
    if deck.any():
        rails = deck & ~canvas.line(road.points, road.width_m + 1.6)
        canvas.lay(deck, textured(canvas, rgb(158, 154, 146), 0.04, 0.03, 0.02), NUMBER["bridge"])
        canvas.height[deck] = 3.0
        canvas.height[rails] = 4.0


def _wear(canvas: Canvas, style: Style, road: Road) -> None:
    whole = (slice(None), slice(None))
    for side in (-1, 1):
        track = canvas.line(road.offset(side * road.width_m * 0.25), road.width_m * 0.22) & ~canvas.sea
        canvas.tint(whole, track, style.soil if road.dirt else (0.27, 0.27, 0.28), 0.1)
    if road.dirt:
        canvas.tint(whole, canvas.line(road.points, 0.6), style.grass, 0.35 * (canvas.fields.mottle > 0))
        edge = canvas.line(road.points, road.width_m + 1.2) & ~canvas.line(road.points, road.width_m - 1.0)
        canvas.tint(whole, edge & ~canvas.sea & (canvas.fields.mottle + canvas.fields.grain > 0.4), style.grass, 0.5)
    else:
        _crack(canvas, road)


def _crack(canvas: Canvas, road: Road) -> None:
    rng = canvas.rng
    plane = np.zeros(canvas.shape, np.uint8)
    for _ in range(int(len(road.points) / 14)):
        index = int(rng.integers(len(road.points)))
        start = road.points[index] + rng.uniform(-0.5, 0.5, 2) * road.width_m
        steps = np.cumsum(rng.normal(0, 0.9, (8, 2)) + rng.normal(0, 0.8, 2), axis=0)
        at = np.round((start + steps) / canvas.pixel_m).astype(np.int32)
        cv2.polylines(plane, [at.reshape(-1, 1, 2)], False, 1, 1)
    inside = (plane > 0) & canvas.line(road.points, road.width_m) & ~canvas.sea
    canvas.tint((slice(None), slice(None)), inside, (0.25, 0.25, 0.25), 0.35)


def _mark(canvas: Canvas, road: Road, crossing: Mask) -> None:
    points = road.points
    at = np.floor(points / canvas.pixel_m).astype(int)
    side = canvas.shape[0]
    known = ((at >= 0) & (at < side)).all(axis=1)
    busy = np.zeros(len(points), bool)
    busy[known] = crossing[at[known, 1], at[known, 0]]
    yellow = canvas.rng.random() < 0.4
    paint = rgb(206, 176, 80) if yellow else rgb(226, 226, 220)
    if road.marked:
        lanes = [0.0] if road.width_m < 12 else [-0.28 * road.width_m, 0.0, 0.28 * road.width_m]
        for lane in lanes:
            dashed = lane != 0.0 or bool(canvas.rng.random() < 0.5)
            _stripe(canvas, road.offset(lane), busy, paint if lane == 0 else rgb(226, 226, 220), dashed)
    if road.sidewalk_m:
        _zebras(canvas, road, busy & known)


def _stripe(canvas: Canvas, line: Points, busy: NDArray[np.bool_], colour: tuple[float, ...], dashed: bool) -> None:
    plane = np.zeros(canvas.shape, np.uint8)
    thick = max(1, round(0.18 / canvas.pixel_m))
    for index in range(len(line) - 1):
        if busy[index] or busy[index + 1] or (dashed and index % 4 >= 2):
            continue
        ends = np.round(line[index : index + 2] / canvas.pixel_m * 16 - 8).astype(np.int32)
        cv2.line(plane, ends[0].tolist(), ends[1].tolist(), 1, thick, cv2.LINE_8, 4)
    worn = 0.75 * (canvas.fields.mottle < 0.8) * min(1.0, 0.18 / canvas.pixel_m)
    canvas.tint((slice(None), slice(None)), (plane > 0) & ~canvas.sea, colour, worn)


def _zebras(canvas: Canvas, road: Road, busy: NDArray[np.bool_]) -> None:
    across, along = normals(road.points), np.gradient(road.points, axis=0)
    for index in np.flatnonzero(busy[1:] != busy[:-1]):
        if canvas.rng.random() > 0.45:
            continue
        outward = -1.0 if busy[index + 1] else 1.0
        centre = road.points[index] + outward * 2.4 * along[index] / max(float(np.linalg.norm(along[index])), 1e-9)
        angle = float(np.arctan2(across[index, 1], across[index, 0]))
        patch = canvas.frame(float(centre[0]), float(centre[1]), angle, road.width_m / 2, 1.6)
        if patch is None:
            continue
        inside = (np.abs(patch.u) < road.width_m / 2 - 0.3) & (np.abs(patch.v) < 1.5) & (np.mod(patch.u, 1.1) < 0.55)
        inside &= canvas.ground[patch.at] == NUMBER["asphalt"]
        canvas.tint(patch.at, inside, rgb(222, 222, 216), 0.7 * (canvas.fields.mottle[patch.at] < 1.0))
