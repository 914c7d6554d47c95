"""The canvas: colour, height and what stands where, on a pixel grid finer than the picture.

World coordinates are metres from the upper left corner, x to the right and y down.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import ArrayLike, NDArray

from .noise import Field, make_fields

Mask = NDArray[np.bool_]
OCCUPANCY_M = 0.5
MARGIN_M = 40.0


@dataclass(frozen=True)
class Patch:
    """Part of the canvas around an object: its slices, and (h, w) metres along (`u`) and across (`v`) its axis."""

    at: tuple[slice, slice]
    u: Field
    v: Field


@dataclass(frozen=True)
class Placed:
    """What an object on the canvas is; `x`, `y` its centre in metres, `parent` the object it belongs to or 0."""

    class_name: str
    attributes: tuple[str, ...]
    x: float
    y: float
    parent: int = 0


class Canvas:
    """Planes of one scene: `albedo` (H, W, 3) float32 0..1 display colour, `height` (H, W) metres, and labels.

    `owned` is ground that belongs to a lot, `sea` water too broad for a bridge.
    """

    def __init__(self, rng: np.random.Generator, size_m: float, pixel_m: float) -> None:
        """Empty planes of `size_m` × `size_m`."""
        side = round(size_m / pixel_m)
        self.rng = rng
        self.size_m = size_m
        self.pixel_m = pixel_m
        self.shape = (side, side)
        self.fields = make_fields(rng, self.shape, pixel_m)
        self.albedo: Field = np.zeros((side, side, 3), np.float32)
        self.height: Field = np.zeros(self.shape, np.float32)
        self.ground = np.zeros(self.shape, np.uint8)
        self.things = np.zeros(self.shape, np.int32)
        self.details = np.zeros(self.shape, np.int32)
        self.owned: Mask = np.zeros(self.shape, bool)
        self.sea: Mask = np.zeros(self.shape, bool)
        self.objects: list[Placed] = []
        cells = int((size_m + 2 * MARGIN_M) / OCCUPANCY_M) + 1
        self.taken = np.zeros((cells, cells), np.uint8)

    def frame(self, x: float, y: float, angle: float, half_u: float, half_v: float) -> Patch | None:
        """The patch around a rectangle of half sides `half_u`, `half_v` metres turned by `angle`; None when off it."""
        cos, sin = float(np.cos(angle)), float(np.sin(angle))
        reach_x = abs(half_u * cos) + abs(half_v * sin)
        reach_y = abs(half_u * sin) + abs(half_v * cos)
        cols = self._clip(x - reach_x, x + reach_x)
        rows = self._clip(y - reach_y, y + reach_y)
        if cols.stop <= cols.start or rows.stop <= rows.start:
            return None
        across = (np.arange(cols.start, cols.stop, dtype=np.float32) + 0.5) * self.pixel_m - x
        down = (np.arange(rows.start, rows.stop, dtype=np.float32) + 0.5) * self.pixel_m - y
        u = across[None, :] * cos + down[:, None] * sin
        v = -across[None, :] * sin + down[:, None] * cos
        return Patch((rows, cols), u.astype(np.float32), v.astype(np.float32))

    def _clip(self, low_m: float, high_m: float) -> slice:
        side = self.shape[0]
        start = max(0, int(np.floor(low_m / self.pixel_m)) - 1)
        return slice(start, min(side, int(np.ceil(high_m / self.pixel_m)) + 1))

    def add(self, class_name: str, attributes: tuple[str, ...], x: float, y: float, parent: int = 0) -> int:
        """Register an object and return its number, from 1."""
        self.objects.append(Placed(class_name, attributes, x, y, parent))
        return len(self.objects)

    def tint(self, at: tuple[slice, slice], inside: Mask, colour: ArrayLike, strength: float | Field = 1.0) -> None:
        """Mix `colour`, (3,) or (h, w, 3), into the pixels `inside`."""
        view = self.albedo[at]
        alpha = (inside * np.asarray(strength, np.float32))[..., None]
        view += alpha * (np.asarray(colour, np.float32) - view)

    def put(self, patch: Patch, inside: Mask, colour: ArrayLike, height: ArrayLike, number: int) -> None:
        """Set colour, height (metres) and object number of the pixels `inside` a patch."""
        shape = inside.shape
        self.albedo[patch.at][inside] = np.broadcast_to(np.asarray(colour, np.float32), (*shape, 3))[inside]
        self.height[patch.at][inside] = np.broadcast_to(np.asarray(height, np.float32), shape)[inside]
        self.things[patch.at][inside] = number

    def lay(self, inside: Mask, colour: ArrayLike, material: int) -> None:
        """Set colour and ground material of the pixels `inside`, (H, W)."""
        self.albedo[inside] = np.broadcast_to(np.asarray(colour, np.float32), (*self.shape, 3))[inside]
        self.ground[inside] = material

    def lay_patch(self, patch: Patch, inside: Mask, colour: ArrayLike, material: int) -> None:
        """Set colour and ground material of the pixels `inside` a patch."""
        self.albedo[patch.at][inside] = np.broadcast_to(np.asarray(colour, np.float32), (*inside.shape, 3))[inside]
        self.ground[patch.at][inside] = material

    def line(self, points_m: NDArray[np.float64], width_m: float) -> Mask:
        """The pixels within half of `width_m` of a polyline, (N, 2) metres."""
        plane = np.zeros(self.shape, np.uint8)
        at = np.round(points_m / self.pixel_m * 16 - 8).astype(np.int32)
        cv2.polylines(plane, [at.reshape(-1, 1, 2)], False, 1, max(1, round(width_m / self.pixel_m)), cv2.LINE_8, 4)
        return plane.astype(bool)

    def polygon(self, points_m: NDArray[np.float64]) -> Mask:
        """The pixels inside a polygon, (N, 2) metres."""
        plane = np.zeros(self.shape, np.uint8)
        at = np.round(points_m / self.pixel_m * 16 - 8).astype(np.int32)
        cv2.fillPoly(plane, [at.reshape(-1, 1, 2)], 1, cv2.LINE_8, 4)
        return plane.astype(bool)

    def is_free(self, x: float, y: float, angle: float, half_u: float, half_v: float) -> bool:
        """True when nothing was reserved inside the rectangle."""
        at, shape = self._cells(x, y, angle, half_u, half_v)
        return not bool((self.taken[at] & shape).any())

    def is_free_of_things(self, x: float, y: float, within_m: float) -> bool:
        """True when no object lies in the square of half side `within_m` around a place."""
        patch = self.frame(x, y, 0.0, within_m, within_m)
        return patch is not None and not bool(self.things[patch.at].any())

    def reserve(self, x: float, y: float, angle: float, half_u: float, half_v: float) -> None:
        """Keep the rectangle from being built on again."""
        at, shape = self._cells(x, y, angle, half_u, half_v)
        self.taken[at] |= shape

    def reserve_mask(self, inside: Mask) -> None:
        """Keep the pixels `inside`, (H, W), from being built on."""
        cells = max(1, int(self.size_m / OCCUPANCY_M))
        small = cv2.resize(inside.astype(np.uint8), (cells, cells), interpolation=cv2.INTER_NEAREST) > 0
        start = int(MARGIN_M / OCCUPANCY_M)
        self.taken[start : start + cells, start : start + cells] |= small

    def reserve_line(self, points_m: NDArray[np.float64], width_m: float) -> None:
        """Keep what lies within half of `width_m` of a polyline from being built on."""
        at = np.round((points_m + MARGIN_M) / OCCUPANCY_M).astype(np.int32)
        cv2.polylines(self.taken, [at.reshape(-1, 1, 2)], False, 1, max(1, round(width_m / OCCUPANCY_M)))

    def _cells(
        self, x: float, y: float, angle: float, half_u: float, half_v: float
    ) -> tuple[tuple[slice, slice], NDArray[np.uint8]]:
        corners = rectangle(x + MARGIN_M, y + MARGIN_M, angle, half_u, half_v) / OCCUPANCY_M
        side = self.taken.shape[0]
        low = np.clip(np.floor(corners.min(0)).astype(int), 0, side - 1)
        high = np.clip(np.ceil(corners.max(0)).astype(int) + 1, low + 1, side)
        shape = np.zeros((high[1] - low[1], high[0] - low[0]), np.uint8)
        cv2.fillConvexPoly(shape, np.round(corners - low).astype(np.int32), 1)
        return (slice(low[1], high[1]), slice(low[0], high[0])), shape


def rectangle(x: float, y: float, angle: float, half_u: float, half_v: float) -> NDArray[np.float64]:
    """Corners of a turned rectangle, (4, 2) metres."""
    axis = np.array([np.cos(angle), np.sin(angle)])
    normal = np.array([-axis[1], axis[0]])
    signs = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]], dtype=float)
    return np.asarray(np.array([x, y]) + signs[:, :1] * half_u * axis + signs[:, 1:] * half_v * normal, np.float64)
