"""One coarse look at the whole area, and where in it phrases that speak of the whole area may mean something.

The model looks at landmarks and things once in pixels up to four times as large. Where a phrase's conditions hold is
worked out there; the fine look then finds the thing, and only where it may be. What lies across a border is taken or
left as a whole, unless it is larger than objects are: half a house is not "within 50 m of the river".
"""

from __future__ import annotations

import math
import warnings
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from .blend import FULL, NODATA, Blender
from .errors import LandmarkMissing, warn
from .grid import Bounds, GeoRef, Window
from .patches import PatchReader
from .predict import OUTSIDE_LOGIT
from .relation import Condition, Relation, reach_m, relation_of
from .results import finished_rows
from .run import Run, open_run

_COARSER = 4.0  # at most: 0.8 m a pixel for the bundled model, at which it knows 0.44 of what it knows 0.50 of
_FINE_PX = 2048  # areas up to this side are looked at as they are
_CELLS = 3072  # on a side of the plan on which distances are measured, at most
_FOUND = FULL // 2
_SURE = 0.7 * FULL  # somewhere in a landmark; a speck that only looks like one would move every border
_LEAST_SHARE = 0.1  # of the largest of its kind; more would drop side roads
_WHOLE_M2 = 5000.0  # larger things are cut at a border: woods, meadows, lakes
_RIM_CELLS = 2  # a thing may reach so much further in the fine look than in the coarse one
_ASIDE = 0.5  # cosine of the widest angle from "north of"
_FARTHEST_OUT_M = 2000.0  # beyond the area, landmarks are looked for so far at most

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


@contextmanager
def outlook(run: Run) -> Iterator[Outlook | None]:
    """Open the coarse view of the area of `run`; None where no phrase speaks of the whole area."""
    relations = {phrase: relation for phrase in run.plan.phrases if (relation := relation_of(phrase))}
    if not relations:
        yield None
        return
    asked = {
        words: None for each in relations.values() for words in (each.thing, *(c.landmark for c in each.conditions))
    }
    gsd_m = run.raster.gsd_m
    height, width = run.raster.window.shape
    coarse_m = gsd_m * min(max(max(height, width) / _FINE_PX, 1.0), _COARSER)
    request = replace(
        run.request,
        phrases=tuple(asked),
        gsd_m=coarse_m,
        bounds=_around(run, relations),
        mask=None,
        probability=None,
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # they are said of the fine look
        opened = open_run(request, run.predictor.model, writes=False)
        coarse = opened.__enter__()
    try:
        yield Outlook(run, coarse, relations)
    finally:
        opened.__exit__(None, None, None)


def _around(run: Run, relations: Mapping[str, Relation]) -> Bounds:
    """Return the area, and what lies around it as far as a landmark may be."""
    window, gsd_m = run.raster.window, run.raster.gsd_m
    longer_m = max(window.shape) * gsd_m
    limits = [_limits(each, longer_m) for relation in relations.values() for each in relation.conditions]
    out_m = max((limit for pair in limits for limit in pair if math.isfinite(limit)), default=0.0)
    out = math.ceil(min(out_m, _FARTHEST_OUT_M) / gsd_m)
    wide = Window(window.row - out, window.col - out, window.height + 2 * out, window.width + 2 * out)
    return run.plan.georef.bounds(wide.intersect(Window(0, 0, *run.raster.shape)))


def _limits(condition: Condition, longer_m: float) -> tuple[float, float]:
    """Return the least and the greatest distance in metres."""
    if not condition.in_shares:
        return condition.least_m, condition.most_m
    least, most = (0.0 if not share else share if math.isinf(share) else reach_m(share, longer_m) for share in (
        condition.least_m, condition.most_m))  # fmt: skip
    return least, most


class Outlook:
    """The coarse view: first looked through, then asked for zones.

    Args:
        run: The fine look, whose grid the zones fit.
        coarse: The same area, and around it, in larger pixels; its phrases are things and landmarks.
        relations: What the phrases of `run` say.
    """

    def __init__(self, run: Run, coarse: Run, relations: Mapping[str, Relation]) -> None:
        self._run = run
        self._coarse = coarse
        self._relations = relations
        window = coarse.raster.window
        self._step = max(1, math.ceil(max(window.shape) / _CELLS))
        cells = [math.ceil(side / self._step) for side in window.shape]
        self._plan = np.full((len(coarse.plan.phrases), *cells), NODATA, np.uint8)

    def __len__(self) -> int:
        """Return how many tiles there are to look at."""
        return len(self._coarse.tiles)

    def look(self) -> Iterator[None]:
        """Look at tile after tile; yields after each."""
        coarse = self._coarse
        window, predictor = coarse.raster.window, coarse.predictor
        predictor.stopped = self._run.predictor.stopped
        blender = Blender(window, len(coarse.plan.phrases), coarse.card.overlap_px)
        reader = PatchReader(coarse.raster, coarse.tiles, self._run.stretch)
        with closing(predictor.tiles(reader)) as tiles:
            for tile, logits in tiles:
                self._keep(finished_rows(blender.finished(tile.row), OUTSIDE_LOGIT / 2))
                blender.add(tile, logits)
                yield
        self._keep(finished_rows(blender.finish(), OUTSIDE_LOGIT / 2))

    def _keep(self, strips: Iterator[tuple[Window, NDArray[np.uint8]]]) -> None:
        for strip, probability in strips:
            row = strip.row - self._coarse.raster.window.row
            skipped = -row % self._step
            taken = probability[:, skipped :: self._step, :: self._step]
            first = (row + skipped) // self._step
            self._plan[:, first : first + taken.shape[1]] = taken

    def zones(self) -> dict[str, Zone]:
        """Return the zone of every phrase that has one."""
        coarse, grid = self._coarse, self._run.plan.georef
        x, y = coarse.plan.georef.xy(coarse.raster.window.row, coarse.raster.window.col)
        first = grid.row_col(x, y)
        x, y = coarse.plan.georef.xy(coarse.raster.window.row + self._step, coarse.raster.window.col + self._step)
        row, col = grid.row_col(x, y)
        found = {words: _objects(plane) for words, plane in zip(coarse.plan.phrases, self._plan, strict=True)}
        longer_m = max(self._run.raster.window.shape) * self._run.raster.gsd_m
        ground = Ground(coarse.raster.gsd_m * self._step, longer_m, *_compass(coarse.plan.georef))
        step = (row - first[0], col - first[1])
        zones = {}
        for phrase, relation in self._relations.items():
            named = dict.fromkeys(condition.landmark for condition in relation.conditions)
            missing = tuple(landmark for landmark in named if not found[landmark].any())
            zones[phrase] = Zone(where_it_holds(relation, found, ground), first, step, missing)
        return zones


def bind(run: Run, zones: Mapping[str, Zone]) -> None:
    """Let the phrases of `run` mean nothing outside their zones, and warn of what was not found to measure from."""
    for phrase, zone in zones.items():
        run.predictor.bounded[run.plan.phrases.index(phrase)] = zone.over
        for landmark in zone.missing:
            warn(
                LandmarkMissing(
                    f'Nothing was found for "{landmark}", from which "{phrase}" is measured. Look for "{landmark}"'
                    " alone to see what the model makes of it, or name it otherwise.",
                    phrase=phrase,
                    landmark=landmark,
                )
            )


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


def _compass(georef: GeoRef) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return a step to the north and one to the east in rows and columns; without a CRS, north is up."""
    if georef.crs_wkt is None:
        return (-1.0, 0.0), (0.0, 1.0)
    steps = []
    origin = georef.row_col(0.0, 0.0)
    for x, y in ((0.0, 1.0), (1.0, 0.0)):
        row, col = georef.row_col(x, y)
        length = math.hypot(row - origin[0], col - origin[1])
        steps.append(((row - origin[0]) / length, (col - origin[1]) / length))
    return steps[0], steps[1]


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
            least_m, most_m = _limits(condition, ground.longer_m)
            allowed &= (far_m >= least_m) & (far_m <= most_m)
            fits &= (nearest_m >= least_m) & (nearest_m <= most_m)
    if ranked:
        allowed[:] = False
    whole = ranked | (area_m2 <= _WHOLE_M2)
    whole[0] = False
    allowed &= ~_with_rim((whole & ~fits)[labels])
    return allowed | _with_rim((whole & fits)[labels])


def _objects(plane: NDArray[np.uint8]) -> Mask:
    """Return (H, W) bool: where something is, without specks of which the model is not sure."""
    mask = (plane >= _FOUND) & (plane != NODATA)
    count, labels = cv2.connectedComponents(mask.astype(np.uint8), connectivity=8)
    peak = np.zeros(count, np.uint8)
    np.maximum.at(peak, labels.ravel(), np.where(mask, plane, 0).ravel())
    area = np.bincount(labels.ravel(), minlength=count)
    kept = (peak >= _SURE) & (area >= _LEAST_SHARE * (area[1:].max() if count > 1 else 0))
    kept[0] = False
    found: Mask = kept[labels]
    return found


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
    north, east = math.cos(math.radians(bearing)), math.sin(math.radians(bearing))
    toward = [north * a + east * b for a, b in zip(ground.north, ground.east, strict=True)]
    side: Mask = (down * toward[0] + right * toward[1] >= _ASIDE * np.hypot(down, right)) & ~landmark
    return side


def _with_rim(objects: Mask) -> Mask:
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * _RIM_CELLS + 1,) * 2)
    return np.asarray(cv2.dilate(objects.astype(np.uint8), kernel), bool)
