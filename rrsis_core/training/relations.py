"""How drawn objects stand to others: on them, beside them, around or between them, or to a side of them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from .corpus import Drawn, Scene, fill

_ON_M, _NEAR_M, _NOT_NEAR_M = 0.5, 3.0, 7.0
_RING_PX, _MOSTLY, _PARTLY = 3, 0.7, 0.3
_BETWEEN_M, _OPPOSITE = 20.0, math.cos(math.radians(130))
_SIDE_M = 25.0
SIDES = {"left of": (-1, 0), "right of": (1, 0), "above": (0, -1), "below": (0, 1)}


@dataclass(frozen=True)
class Related:
    """Which objects stand so, and of which nobody could tell; all by index.

    Args:
        meant: Those that do.
        unsure: Those near the border of what the words mean.
    """

    meant: tuple[int, ...]
    unsure: tuple[int, ...]


def _sorted_out(found: dict[int, bool | None]) -> Related:
    return Related(
        tuple(i for i, verdict in found.items() if verdict), tuple(i for i, verdict in found.items() if verdict is None)
    )


def _farness(scene: Scene, landmarks: Sequence[int]) -> NDArray[np.float32]:
    """Return (H, W) metres to the nearest pixel of the landmarks, small gaps in them closed."""
    base = fill(scene.rgb.shape, (scene.objects[i] for i in landmarks))
    closed = cv2.morphologyEx(base, cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8))
    return np.asarray(cv2.distanceTransform(1 - closed, cv2.DIST_L2, 3), np.float32) * np.float32(scene.gsd_m)


def _around(scene: Scene, each: Drawn, base: NDArray[np.bool_]) -> tuple[NDArray[np.bool_], float, tuple[slice, slice]]:
    """Return the pixels of an object in a window with a rim, the share of the rim that is `base`, and the window."""
    left, top, right, bottom = each.box()
    rows = slice(max(0, top - _RING_PX), min(base.shape[0], bottom + _RING_PX))
    cols = slice(max(0, left - _RING_PX), min(base.shape[1], right + _RING_PX))
    body = fill(scene.rgb.shape, [each])[rows, cols]
    rim = (cv2.dilate(body, np.ones((2 * _RING_PX + 1,) * 2, np.uint8)) > 0) & (body == 0)
    share = float(base[rows, cols][rim].mean()) if rim.any() else 0.0
    return body > 0, share, (rows, cols)


def on_or_beside(scene: Scene, things: Sequence[int], landmarks: Sequence[int]) -> tuple[Related, Related]:
    """Return which things stand on the landmarks, and which right next to them but not on them.

    Args:
        scene: Where everything is drawn that is asked about.
        things: Objects by index.
        landmarks: Others, by index.
    """
    far = _farness(scene, landmarks)
    base = far <= 0
    on: dict[int, bool | None] = {}
    beside: dict[int, bool | None] = {}
    for i in things:
        body, share, window = _around(scene, scene.objects[i], base)
        distance = far[window][body]
        if not distance.size:
            continue
        middle, gap = float(np.median(distance)), float(distance.min())
        stands = middle <= _ON_M or share >= _MOSTLY
        on[i] = True if stands else None if middle <= 3 * _ON_M or share >= _PARTLY else False
        near = True if gap <= _NEAR_M else None if gap <= _NOT_NEAR_M else False
        beside[i] = None if near and on[i] is not False else near
    return _sorted_out(on), _sorted_out(beside)


def between(scene: Scene, things: Sequence[int], some: Sequence[int], others: Sequence[int]) -> Related:
    """Return which things lie between one of `some` and one of `others`, which may be the same objects."""
    found: dict[int, bool | None] = {}
    for i in things:
        x0, y0, x1, y1 = scene.objects[i].box()
        middle = ((x0 + x1) / 2, (y0 + y1) / 2)
        first, second = (_towards(scene, middle, group) for group in (some, others))
        best: bool | None = False
        for a, (ax, ay, near_a) in first.items():
            for b, (bx, by, near_b) in second.items():
                if a != b and ax * bx + ay * by < _OPPOSITE:
                    reach = max(near_a, near_b)
                    best = True if reach <= _BETWEEN_M else best or (None if reach <= 2 * _BETWEEN_M else False)
        found[i] = best
    return _sorted_out(found)


def _towards(
    scene: Scene, middle: tuple[float, float], objects: Sequence[int]
) -> dict[int, tuple[float, float, float]]:
    """Return direction and metres to the nearest point of each object that does not cover `middle`."""
    found = {}
    for i in objects:
        each = scene.objects[i]
        if not each.polygons:
            continue
        ring = each.polygons[0][0].astype(np.float32)
        inside = cv2.pointPolygonTest(ring.reshape(-1, 1, 2), middle, measureDist=False) >= 0
        offsets = _densely(ring) - np.asarray(middle, np.float32)
        lengths = np.hypot(offsets[:, 0], offsets[:, 1])
        nearest = int(lengths.argmin())
        if not inside and lengths[nearest] > 0:
            x, y = offsets[nearest] / lengths[nearest]
            found[i] = (float(x), float(y), float(lengths[nearest]) * scene.gsd_m)
    return found


def _densely(ring: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return points along the closed `ring` (N, 2), eight to an edge."""
    after = np.roll(ring, -1, axis=0)
    points: NDArray[np.float32] = np.concatenate([ring + (after - ring) * np.float32(step / 8) for step in range(8)])
    return points


def to_side(scene: Scene, things: Sequence[int], landmark: int, side: tuple[int, int]) -> Related:
    """Return which things lie to a side of one object, not too far from it and not too much across.

    Args:
        scene: Where they are drawn.
        things: Objects by index, without the landmark.
        landmark: The object they lie beside.
        side: (x, y) of SIDES.
    """
    axis = 0 if side[0] else 1
    sign = side[axis]
    box = scene.objects[landmark].box()
    found: dict[int, bool | None] = {}
    for i in things:
        own = scene.objects[i].box()
        gap = (own[axis] - box[axis + 2]) if sign > 0 else (box[axis] - own[axis + 2])
        middles = [(own[k] + own[k + 2] - box[k] - box[k + 2]) / 2 for k in (0, 1)]
        along, across = sign * middles[axis], abs(middles[1 - axis])
        overlap_px = 0.25 * min(own[axis + 2] - own[axis], box[axis + 2] - box[axis])
        if along <= 0 or across > 1.5 * along:
            found[i] = False
        elif gap >= -overlap_px and across <= 0.7 * along and gap * scene.gsd_m <= _SIDE_M:
            found[i] = True
        else:
            found[i] = None
    return _sorted_out(found)
