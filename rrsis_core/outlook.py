"""One coarse look at the whole area, and where in it phrases that speak of the whole area may mean something.

The model looks at landmarks and things once in pixels up to four times as large. Where a phrase's conditions hold is
worked out there; the fine look then finds the thing, and only where it may be.
"""

from __future__ import annotations

import math
import warnings
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from .blend import FULL, NODATA, Blender, Strips
from .errors import LandmarkMissing, warn
from .grid import Bounds, Window
from .patches import PatchReader
from .predict import OUTSIDE_LOGIT
from .relation import Relation, relation_of
from .run import Run, open_run
from .zones import FOUND, SURE, Ground, Zone, landmarks_of, limits_m, where_it_holds

_COARSER = 4.0  # at most: 0.8 m a pixel for the bundled model, at which it knows 0.44 of what it knows 0.50 of
_FINE_PX = 2048  # areas up to this side are looked at as they are
_CELLS = 3072  # on a side of the plan on which distances are measured, at most
_FARTHEST_OUT_M = 2000.0  # beyond the area, landmarks are looked for so far at most


@contextmanager
def outlook(run: Run) -> Iterator[Outlook | None]:
    """Open the coarse view of the area of `run`; None where no phrase speaks of the whole area."""
    relations = {phrase: relation for phrase in run.plan.phrases if (relation := relation_of(phrase))}
    if not relations:
        yield None
        return
    asked = dict.fromkeys(words for each in relations.values() for words in each.words)
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
    limits = [limits_m(each, longer_m) for relation in relations.values() for each in relation.conditions]
    out_m = max((limit for pair in limits for limit in pair if math.isfinite(limit)), default=0.0)
    out = math.ceil(min(out_m, _FARTHEST_OUT_M) / gsd_m)
    wide = Window(window.row - out, window.col - out, window.height + 2 * out, window.width + 2 * out)
    return run.plan.georef.bounds(wide.intersect(Window(0, 0, *run.raster.shape)))


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
        blender = Blender(window, len(coarse.plan.phrases), coarse.card.overlap_px, coarse.tiles)
        strips = Strips(blender, OUTSIDE_LOGIT / 2)
        reader = PatchReader(coarse.raster, coarse.tiles, self._run.stretch)
        with closing(predictor.tiles(reader)) as tiles:
            for tile, logits in tiles:
                self._keep(strips.finished(tile))
                strips.add(tile, logits)
                yield
        self._keep(strips.finish())

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
        found = {
            words: landmarks_of((plane >= FOUND * FULL) & (plane != NODATA), (plane >= SURE * FULL) & (plane != NODATA))
            for words, plane in zip(coarse.plan.phrases, self._plan, strict=True)
        }
        longer_m = max(self._run.raster.window.shape) * self._run.raster.gsd_m
        ground = Ground.of(coarse.plan.georef, coarse.raster.gsd_m * self._step, longer_m)
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
