"""A request made ready: raster opened on its grid, stretch measured, model loaded, phrases read."""

from __future__ import annotations

import platform
import secrets
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from dataclasses import asdict, dataclass
from datetime import datetime, timezone
from importlib.metadata import version
from typing import Any

from . import __version__
from .allocator import freed_memory_kept
from .catalog import ModelCard
from .errors import RasterEmpty, warn
from .features import FeatureStore, limit_bytes
from .grid import Window, tile_grid, with_context
from .models import create_model
from .models.base import ReferringSegmenter
from .normalise import Stretch, given_stretch, measure_stretch
from .output import check_output, check_spared
from .own_models import find_card
from .predict import Predictor, pick_device
from .raster import CACHE_BYTES, Raster, gdal_cache, open_raster, unsigned
from .relation import relation_of
from .request import SegmentRequest
from .rows import ResultPlan

FEATURES_PER_PX = 14  # values of the bundled model's pyramid for one pixel: 192/16 + 96/64 + 96/256 + 96/1024


@dataclass(frozen=True)
class Run:
    """A request with all that answers it.

    Args:
        request: Checked.
        card: Of the model that was asked for.
        raster: Open; closed when the block of `open_run` ends.
        stretch: Of the whole raster.
        predictor: The model with the phrases.
        tiles: What has to be looked at, row by row.
        plan: Where the results go and what they say of themselves.
    """

    request: SegmentRequest
    card: ModelCard
    raster: Raster
    stretch: Stretch
    predictor: Predictor
    tiles: list[Window]
    plan: ResultPlan

    def question(self) -> dict[str, Any]:
        """Return everything that the probabilities depend on, as JSON values."""
        return self._facts("run_id", "vector")

    def store(self) -> AbstractContextManager[FeatureStore | None]:
        """Return the place where image features are kept; None where that brings nothing or would not fit."""
        allowed = limit_bytes()
        value_bytes = 2 if self.predictor.computes_half else 4
        needed = len(self.tiles) * value_bytes * self.card.tile_px**2 * FEATURES_PER_PX
        if not self.predictor.model.words_enter_late or not self.predictor.model.digest or needed > allowed:
            return nullcontext()
        facts = self._facts("run_id", "vector", "phrases")
        kind = {"half": self.predictor.computes_half, "arrangement": self.predictor.arrangement}
        return FeatureStore({**facts, **kind}, allowed)

    def _facts(self, *without: str) -> dict[str, Any]:
        """Return what the results say of themselves, less the entries `without`, the pixel grid, and what is masked."""
        facts = {name: value for name, value in self.plan.provenance.items() if name not in without}
        grid = [
            self.plan.georef.transform,
            self.plan.georef.crs_wkt,
            asdict(self.raster.window),
            self.raster.area_digest,
        ]
        return {**facts, "grid": grid}


@contextmanager
def open_run(request: SegmentRequest, model: ReferringSegmenter | None = None, *, writes: bool = True) -> Iterator[Run]:
    """Check the request, open what it names, and pass the raster's warnings on.

    Args:
        request: What to find, where, and how.
        model: A loaded model of `request.model`; None loads it.
        writes: Whether this process writes the results, so that their places are checked.

    Raises:
        RrsisError: Of the kind that names what is wrong.
    """
    request = request.checked()
    card = find_card(request.model)
    places = [path for path in (request.output, request.probability) if path and writes]
    mask = (request.mask or "").partition("|layername=")[0]
    for path in places:
        check_spared(path, (request.raster, mask))
        check_output(path, overwrite=request.overwrite, raster=path == request.probability)
    device = pick_device(request.device)
    with ExitStack() as stack:
        stack.enter_context(gdal_cache(CACHE_BYTES))
        raster = stack.enter_context(
            open_raster(
                request.raster,
                gsd_m=request.gsd_m,
                gsd_range_m=card.gsd_range_m,
                bands=request.bands,
                bounds=request.bounds,
                mask=request.mask,
            )
        )
        for path in places:
            check_spared(path, raster.files)
        stack.enter_context(gdal_cache(raster.cache_bytes(card.tile_px)))
        stack.enter_context(freed_memory_kept())
        for warning in raster.warnings:
            warn(warning)
        like = (card.tile_px, card.overlap_px, card.lattice_px)
        grid = tile_grid(with_context(raster.window, Window(0, 0, *raster.shape), *like), *like)
        tiles = [tile for tile in grid if raster.wanted(tile)]
        if not tiles:
            raise RasterEmpty(
                f"The area asked for in {request.raster} holds nothing but nodata.", raster=request.raster
            )
        stretch = _stretch(request, raster)
        model = model or create_model(card)
        asked = tuple(each.thing if (each := relation_of(phrase)) else phrase for phrase in request.phrases)
        predictor = Predictor(
            model, card, request.phrases, raster.window, raster.gsd_m, device, request.batch, asked=asked
        )
        yield Run(request, card, raster, stretch, predictor, tiles, _plan(request, card, model, raster, stretch))


def _stretch(request: SegmentRequest, raster: Raster) -> Stretch:
    """Return the one stretch of the whole raster, given or measured."""
    if request.stretch_values is not None:
        return given_stretch(request.stretch_values)
    return measure_stretch(raster.sample, raster.dtype, request.stretch, raster.white)


def _plan(
    request: SegmentRequest, card: ModelCard, model: ReferringSegmenter, raster: Raster, stretch: Stretch
) -> ResultPlan:
    run_id = f"{datetime.now(timezone.utc):%Y%m%dT%H%M%S}-{secrets.token_hex(3)}"
    provenance = {
        "run_id": run_id,
        "model": card.name,
        "model_sha256": model.digest,
        "raster": unsigned(request.raster),
        "raster_fingerprint": raster.fingerprint(),
        "phrases": list(request.phrases),
        "bands": list(raster.bands),
        "stretch": asdict(stretch),
        "gsd_m": raster.gsd_m,
        "tile_px": card.tile_px,
        "overlap_px": card.overlap_px,
        "lattice_px": card.lattice_px,
        "context_px": card.overlap_px,
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
        overwrite=request.overwrite,
    )
