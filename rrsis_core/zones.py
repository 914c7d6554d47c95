"""Where on a plan of the whole area the conditions of a phrase hold.

What lies across a border is taken or left as a whole, unless it is larger than objects are: half a house is not "within
50 m of the river".
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from .grid import GeoRef, Window
from .relation import Condition, Extreme, Relation, reach_m

FOUND, SURE = 0.5, 0.7  # probability from which a pixel shows a landmark, and one it must reach somewhere
_LEAST_SHARE = 0.1  # of the largest of its kind; more would drop side roads
_WHOLE_M2 = 5000.0  # larger things are cut at a border: woods, meadows, lakes
_RIM_CELLS = 2  # a thing may reach so much further in the fine look than in the coarse one
_ASIDE = 0.5  # cosine of the widest angle from "north of"
_COMPASS = {"north": 0, "east": 90, "south": 180, "west": 270}

Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Zone:
    """Where a phrase may mean something, on a plan that is coarser than the grid of the run.

    Args:
        allowed: (H, W) bool.
        first: (row, column) of the plan's first cell on the grid, which may lie between pixels.
        step: (rows, columns) of the grid that a cell covers.
        missing: Landmarks of which nothing was found.
    """

    allowed: Mask
    first: tuple[float, float]
    step: tuple[float, float]
    missing: tuple[str, ...] = ()

    def over(self, window: Window) -> Mask:
        """Return (h, w) bool: the pixels of `window` that may be meant."""
        places = []
        for start, count, first, step, cells in zip(
            (window.row, window.col), window.shape, self.first, self.step, self.allowed.shape, strict=True
        ):
            middles = np.arange(start, start + count) + 0.5
            places.append(np.clip((middles - first) // step, 0, cells - 1).astype(np.intp))
        found: Mask = self.allowed[np.ix_(*places)]
        return found


@dataclass(frozen=True)
class Ground:
    """How the plan lies on the ground.

    Args:
        cell_m: Size of a cell.
        longer_m: Longer side of the area.
        north, east: (rows, columns) of a step of one cell to the north and to the east.
    """

    cell_m: float
    longer_m: float
    north: tuple[float, float] = (-1.0, 0.0)
    east: tuple[float, float] = (0.0, 1.0)

    @classmethod
    def of(cls, georef: GeoRef, cell_m: float, longer_m: float) -> Ground:
        """Return how a plan whose cells lie as `georef` says lies on the ground; without a CRS, north is up."""
        if georef.crs_wkt is None:
            return cls(cell_m, longer_m)
        steps = []
        origin = georef.row_col(0.0, 0.0)
        for x, y in ((0.0, 1.0), (1.0, 0.0)):
            row, col = georef.row_col(x, y)
            length = math.hypot(row - origin[0], col - origin[1])
            steps.append(((row - origin[0]) / length, (col - origin[1]) / length))
        return cls(cell_m, longer_m, *steps)

    def toward(self, bearing: int) -> tuple[float, float]:
        """Return (rows, columns) of a step of one cell in direction `bearing`, degrees clockwise from north."""
        north, east = math.cos(math.radians(bearing)), math.sin(math.radians(bearing))
        rows, cols = (north * a + east * b for a, b in zip(self.north, self.east, strict=True))
        return rows, cols


def landmarks_of(found: Mask, sure: Mask) -> Mask:
    """Return `found` (H, W) without specks, and without what is nowhere `sure`: either would move every border."""
    count, labels = cv2.connectedComponents(found.astype(np.uint8), connectivity=8)
    kept = np.zeros(count, bool)
    kept[np.unique(labels[sure])] = True
    area = np.bincount(labels.ravel(), minlength=count)
    kept &= area >= _LEAST_SHARE * max(area[1:], default=0)
    kept[0] = False
    whole: Mask = kept[labels]
    return whole


def limits_m(condition: Condition, longer_m: float) -> tuple[float, float]:
    """Return the least and the greatest distance in metres."""
    if not condition.in_shares:
        return condition.least_m, condition.most_m
    least, most = (0.0 if not share else share if math.isinf(share) else reach_m(share, longer_m) for share in (
        condition.least_m, condition.most_m))  # fmt: skip
    return least, most


def where_it_holds(relation: Relation, found: Mapping[str, Mask], ground: Ground) -> Mask:
    """Return (H, W) bool: where `relation` lets its thing be.

    Args:
        relation: What is asked.
        found: For each thing and landmark, (H, W) bool: where it is.
        ground: How large the cells are, and where north is.
    """
    thing = found[relation.thing]
    count, labels = cv2.connectedComponents(thing.astype(np.uint8), connectivity=8)
    area_m2 = np.bincount(labels.ravel(), minlength=count) * ground.cell_m**2
    allowed, fits, ranked = np.ones(thing.shape, bool), np.ones(count, bool), False
    for condition in sorted(relation.conditions, key=lambda each: each.rank != 0):  # ranks among what fits the others
        far_m = _far_m(found[condition.landmark], ground.cell_m)
        nearest_m = np.full(count, math.inf, np.float32)
        np.minimum.at(nearest_m, labels.ravel().astype(np.intp), far_m.ravel())
        if condition.rank:
            ranked = True
            fits &= _ranks_first(nearest_m, fits, condition.rank)
        elif condition.bearing is not None:
            side = _to_side(found[condition.landmark], condition.bearing, ground)
            allowed &= side
            fits &= np.bincount(labels.ravel(), side.ravel(), count) >= 0.5 * np.bincount(labels.ravel())
        else:
            least_m, most_m = limits_m(condition, ground.longer_m)
            allowed &= (far_m >= least_m) & (far_m <= most_m)
            fits &= (nearest_m >= least_m) & (nearest_m <= most_m)
    if ranked:
        allowed[:] = False
    whole = ranked | (area_m2 <= _WHOLE_M2)
    whole[0] = False
    allowed &= ~_with_rim((whole & ~fits)[labels])
    return allowed | _with_rim((whole & fits)[labels])


def _far_m(landmark: Mask, cell_m: float) -> NDArray[np.float32]:
    """Return (H, W) metres to the nearest cell of `landmark`; inf where there is none."""
    if not landmark.any():
        return np.full(landmark.shape, math.inf, np.float32)
    cells = cv2.distanceTransform((~landmark).astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    return np.asarray(cells, np.float32) * np.float32(cell_m)


def _ranks_first(nearest_m: NDArray[np.float32], fits: Mask, rank: int) -> Mask:
    """Return (N,) bool: the one object, of those that fit, that is nearest (rank 1) or farthest (-1); 0 is none."""
    among = np.flatnonzero(fits[1:] & np.isfinite(nearest_m[1:])) + 1
    first = np.zeros(len(fits), bool)
    if among.size:
        first[among[np.argmin(rank * nearest_m[among])]] = True
    return first


def _to_side(landmark: Mask, bearing: int, ground: Ground) -> Mask:
    """Return (H, W) bool: the cells to whose other side the nearest of `landmark` lies, but for 60 degrees."""
    if not landmark.any():
        return landmark
    _, labels = cv2.distanceTransformWithLabels(
        (~landmark).astype(np.uint8), cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL
    )
    rows, cols = np.nonzero(landmark)
    order = np.zeros(int(labels.max()) + 1, np.intp)
    order[labels[rows, cols]] = np.arange(len(rows))
    nearest = order[labels]
    down = np.arange(landmark.shape[0], dtype=np.float32)[:, None] - rows[nearest].astype(np.float32)
    right = np.arange(landmark.shape[1], dtype=np.float32)[None] - cols[nearest].astype(np.float32)
    toward = ground.toward(bearing)
    side: Mask = (down * toward[0] + right * toward[1] >= _ASIDE * np.hypot(down, right)) & ~landmark
    return side


def _with_rim(objects: Mask) -> Mask:
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * _RIM_CELLS + 1,) * 2)
    return np.asarray(cv2.dilate(objects.astype(np.uint8), kernel), bool)


def foremost(found: Mask, extreme: Extreme, ground: Ground) -> Mask:
    """Return (H, W) bool: those objects of `found` that `extreme` means."""
    count, labels, boxes, middles = cv2.connectedComponentsWithStats(found.astype(np.uint8), connectivity=4)
    if extreme.measure == "area":
        measured = boxes[:, cv2.CC_STAT_AREA].astype(float)
    elif extreme.measure == "length":
        measured = np.hypot(boxes[:, cv2.CC_STAT_WIDTH], boxes[:, cv2.CC_STAT_HEIGHT])
    else:
        rows, cols = ground.toward(_COMPASS[extreme.measure])
        measured = middles[:, 1] * rows + middles[:, 0] * cols
    measured[0] = -math.inf
    kept = np.zeros(count, bool)
    kept[np.argsort(-measured)[: extreme.count]] = True
    kept[0] = False
    meant: Mask = kept[labels]
    return meant
