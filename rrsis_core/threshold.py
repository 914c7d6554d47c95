"""Polygons anew from a probability raster that a run kept."""

from __future__ import annotations

import time
from dataclasses import asdict

from .notices import heard, say_endings
from .output import check_output, read_probability
from .raster import CACHE_BYTES, gdal_cache
from .request import SegmentResult, ThresholdRequest
from .rows import Found, PolygonSink, ResultPlan
from .watching import Watch, Watched


def threshold(request: ThresholdRequest, watch: Watch = iter, found: Found | None = None) -> SegmentResult:
    """Make polygons anew from a probability raster that a run kept; the model is not needed.

    Args:
        request: The raster, the output file and how probabilities become polygons.
        watch: As of `segment`; the strips of the raster are watched.
        found: As of `segment`.

    Raises:
        RrsisError: Of the kind that names what is wrong; no file has appeared then.
    """
    started = time.perf_counter()
    request = request.checked()
    check_output(request.output, overwrite=request.overwrite, raster=False)
    with (
        heard() as notices,
        gdal_cache(CACHE_BYTES),
        read_probability(request.probability, request.phrases) as kept,
    ):
        plan = ResultPlan(
            output=request.output,
            probability=None,
            phrases=kept.phrases,
            georef=kept.georef,
            window=kept.window,
            overlap_px=0,
            gsd_m=float(kept.tags.get("gsd_m", 1.0)),
            vector=request.vector,
            model=str(kept.tags.get("model", "")),
            run_id=str(kept.tags.get("run_id", "")),
            provenance={**kept.tags, "vector": asdict(request.vector)},
            overwrite=request.overwrite,
        )
        with PolygonSink(plan, found) as sink:
            strips = Watched(kept.strips(), len(kept))
            done = 0
            for strip, probability in watch(strips):
                sink.write(strip, probability)
                done += 1
            complete = done == len(strips)
            sink.finish(complete=complete)
            layers = tuple(sink.layers)
        say_endings(layers, request.vector.threshold, complete=complete)
    return SegmentResult(
        output=sink.output,
        layers=layers,
        probability=request.probability,
        complete=complete,
        run_id=plan.run_id,
        model=plan.model,
        gsd_m=plan.gsd_m,
        seconds={"total": time.perf_counter() - started},
        notices=tuple(notices),
    )
