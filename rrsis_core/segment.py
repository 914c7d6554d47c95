"""The corridor: from a request to polygons in a file."""

from __future__ import annotations

import hashlib
import json
import platform
import secrets
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict
from datetime import datetime, timezone
from importlib.metadata import version

from . import __version__
from .catalog import ModelCard, get_card
from .errors import RasterEmpty, warn
from .grid import tile_grid
from .models import create_model
from .models.base import ReferringSegmenter
from .normalise import Stretch, measure_stretch
from .notices import heard, say_endings
from .output import check_output
from .patches import PatchReader
from .predict import OUTSIDE_LOGIT, Predictor, pick_device
from .raster import Raster, open_raster
from .request import SegmentRequest, SegmentResult
from .results import Found, ResultPlan, Results
from .watching import Watch, Watched


def segment(
    request: SegmentRequest,
    model: ReferringSegmenter | None = None,
    watch: Watch = iter,
    found: Found | None = None,
) -> SegmentResult:
    """Find the phrases of `request` in its raster and write them as polygons.

    Args:
        request: What to find, where, and how.
        model: A loaded model of `request.model`; None loads it.
        watch: Wraps the tiles, whose number is known: it may report progress, and cancels by ending early; what is
            finished is written then, and the result is not `complete`.
        found: Called with a phrase and its polygons as they are finished, on another thread.

    Raises:
        RrsisError: Of the kind that names what is wrong; no file has appeared then.
    """
    started = time.perf_counter()
    request = request.checked()
    card = get_card(request.model)
    for path in filter(None, (request.output, request.probability)):
        check_output(path)
    device = pick_device(request.device)
    with heard() as notices, _opened(request, card) as raster:
        stretch = measure_stretch(raster.sample(), raster.dtype, request.stretch)
        model = model or create_model(card)
        run_id = f"{datetime.now(timezone.utc):%Y%m%dT%H%M%S}-{secrets.token_hex(3)}"
        plan = _plan(request, card, model, raster, stretch, run_id)
        predictor = Predictor(model, card, request.phrases, raster.window, raster.gsd_m, device, request.batch)
        opened = time.perf_counter()
        with Results(plan, _key(plan, raster), resume=request.resume, found=found) as results:
            wanted = [tile for tile in tile_grid(raster.window, card.tile_px, card.overlap_px) if raster.wanted(tile)]
            if not wanted:
                raise RasterEmpty(
                    f"The area asked for in {request.raster} holds nothing but nodata.", raster=request.raster
                )
            tiles = [tile for tile in wanted if tile.row_end > results.first_row]
            reader = PatchReader(raster, tiles, stretch)
            taken = 0
            with closing(predictor.tiles(reader)) as predicted:
                for tile, logits in watch(Watched(predicted, len(tiles))):
                    results.take(tile, logits, OUTSIDE_LOGIT / 2)
                    taken += 1
            complete = taken + reader.failed + reader.empty == len(tiles)
            layers = results.finish(complete=complete, outside_below=OUTSIDE_LOGIT / 2)
        say_endings(layers, request.vector.threshold, complete=complete)
    ended = time.perf_counter()
    return SegmentResult(
        output=request.output,
        layers=layers,
        probability=request.probability,
        complete=complete,
        run_id=run_id,
        model=card.name,
        device=str(device),
        gsd_m=raster.gsd_m,
        tiles=len(wanted),
        failed_tiles=reader.failed,
        seconds={"open": opened - started, "model": predictor.seconds, "run": ended - opened, "total": ended - started},
        notices=tuple(notices),
    )


@contextmanager
def _opened(request: SegmentRequest, card: ModelCard) -> Iterator[Raster]:
    """Open the raster as the request and the card say, and pass its warnings on."""
    with open_raster(
        request.raster,
        gsd_m=request.gsd_m,
        gsd_range_m=card.gsd_range_m,
        bands=request.bands,
        bounds=request.bounds,
        mask=request.mask,
    ) as raster:
        for warning in raster.warnings:
            warn(warning)
        yield raster


def _plan(
    request: SegmentRequest, card: ModelCard, model: ReferringSegmenter, raster: Raster, stretch: Stretch, run_id: str
) -> ResultPlan:
    provenance = {
        "run_id": run_id,
        "model": card.name,
        "model_sha256": model.digest,
        "raster": request.raster,
        "raster_fingerprint": raster.fingerprint(),
        "phrases": list(request.phrases),
        "bands": list(raster.bands),
        "stretch": asdict(stretch),
        "gsd_m": raster.gsd_m,
        "tile_px": card.tile_px,
        "overlap_px": card.overlap_px,
        "bounds": request.bounds,
        "mask": request.mask,
        "vector": asdict(request.vector),
        "software": {"rrsis": __version__, "python": platform.python_version(), "torch": version("torch")},
    }
    return ResultPlan(
        output=request.output,
        probability=request.probability,
        phrases=request.phrases,
        georef=raster.georef,
        window=raster.window,
        overlap_px=card.overlap_px,
        gsd_m=raster.gsd_m,
        vector=request.vector,
        model=card.name,
        run_id=run_id,
        provenance=provenance,
    )


def _key(plan: ResultPlan, raster: Raster) -> str:
    """Return a name for everything that the probabilities depend on."""
    changing = {"run_id", "vector"}
    facts = {name: value for name, value in plan.provenance.items() if name not in changing}
    facts["grid"] = [plan.georef.transform, plan.georef.crs_wkt, asdict(raster.window)]
    return hashlib.sha256(json.dumps(facts, sort_keys=True, default=str).encode()).hexdigest()
