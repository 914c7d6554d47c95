"""One run from the QGIS side: prepared on the main thread, carried out on any other."""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass, replace
from math import isnan
from pathlib import Path
from typing import Any, Callable, Dict, Iterator, Mapping, Optional, Tuple

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsFeedback,
    QgsRasterBlockFeedback,
    QgsRasterLayer,
    QgsRectangle,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)
from qgis.PyQt.QtCore import Qt

from ..rrsis_core.errors import Cancelled, OutputNotWritable, RrsisError
from ..rrsis_core.own_models import find_card
from ..rrsis_core.request import Notice, SegmentRequest, SegmentResult, VectorSettings
from ..rrsis_core.worker.client import Show, WorkerClient
from ..rrsis_core.worker.protocol import Progress
from . import run_folder
from .i18n import tr
from .layers import RasterSource, Rendering, plan_rendering, raster_source, render, to_crs, write_mask
from .results import Published, copy_into, writable_place
from .wording import shown_all

Report = Callable[[Progress], None]


@dataclass(frozen=True)
class MaskSource:
    """Polygons that bound a search.

    Args:
        features: Returns them; any thread may call it.
        crs: Of the polygons.
        extent: Around all of them, in `crs`; None: not known.
        name: What the person calls them, for sentences.
    """

    features: Callable[[], Iterator[Any]]
    crs: QgsCoordinateReferenceSystem
    extent: Optional[QgsRectangle] = None
    name: str = ""


@dataclass(frozen=True)
class Job:
    """A run, ready to be carried out.

    Args:
        request: Its `raster` is "" where the layer is still to be rendered, its `output` "" where the results are to
            be copied into `geopackage`.
        source: The raster layer.
        rendering: The grid to render, for layers that are no file.
        mask: Polygons that bound the search.
        geopackage: The project's file, into which the layers are copied.
    """

    request: SegmentRequest
    source: RasterSource
    rendering: Optional[Rendering] = None
    mask: Optional[MaskSource] = None
    geopackage: Optional[Path] = None

    @property
    def title(self) -> str:
        """What is searched for, and where, for lists of searches."""
        return tr("{phrases} in {raster}").format(phrases=shown_all(self.request.phrases), raster=self.source.name)

    @property
    def area(self) -> QgsRectangle:
        """The rectangle that is searched, in the layer's coordinate system."""
        if self.rendering is not None:
            return self.rendering.extent
        return self.source.extent if self.request.bounds is None else QgsRectangle(*self.request.bounds)


def selected_polygons(layer: QgsVectorLayer) -> MaskSource:
    """Return the selected features of `layer`, for use in any thread; main thread."""
    snapshot = QgsVectorLayerFeatureSource(layer)
    request = QgsFeatureRequest()
    request.setFilterFids(layer.selectedFeatureIds())
    return MaskSource(lambda: snapshot.getFeatures(request), layer.crs(), layer.boundingBoxOfSelected(), layer.name())


def all_polygons(layer: QgsVectorLayer) -> MaskSource:
    """Return all features of `layer`, for use in any thread; main thread."""
    return MaskSource(QgsVectorLayerFeatureSource(layer).getFeatures, layer.crs(), layer.extent(), layer.name())


def prepare(
    layer: Optional[QgsRasterLayer],
    request: SegmentRequest,
    *,
    mask: Optional[MaskSource] = None,
    geopackage: Optional[Path] = None,
    max_tiles: int,
) -> Job:
    """Return the job of searching `layer`; call it in the layer's thread, it reads no pixel.

    Args:
        layer: A raster layer of the project.
        request: Its `raster` is filled in here; `output` may be "" where `geopackage` is given.
        mask: Polygons that bound the search.
        geopackage: The file into which the layers are copied.
        max_tiles: How many tiles may be fetched where the layer is no file.

    Raises:
        RrsisError: The request or the layer cannot be used, with a sentence that says why.
    """
    source = raster_source(layer)
    checked = replace(request, raster=source.path or "rendered", output=request.output or "found.gpkg").checked()
    card = find_card(checked.model)
    rendering = None
    if not source.is_file:
        bounds = checked.bounds
        if bounds is None and mask is not None and mask.extent is not None:
            around = to_crs(mask.extent, mask.crs, source.crs)  # nothing beyond the mask is fetched
            bounds = (around.xMinimum(), around.yMinimum(), around.xMaximum(), around.yMaximum())
        rendering = plan_rendering(source, bounds, card, checked.gsd_m, max_tiles)
        checked = replace(checked, bounds=None)
    return Job(replace(checked, raster=source.path, output=request.output), source, rendering, mask, geopackage)


def carry_out(
    job: Job, client: WorkerClient, feedback: QgsFeedback, report: Report, found: Optional[Show] = None
) -> Published:
    """Render what is no file, ask the worker, and put the layers where they stay; any thread but the main one.

    Args:
        job: What to do.
        client: The worker.
        feedback: Whether to stop.
        report: Called with each progress message, on this thread.
        found: Called with polygons as they are finished, on this thread.

    Raises:
        RrsisError: As the worker or a step before it raised it; `Cancelled` where nothing was finished.
    """
    if feedback.isCanceled():
        raise Cancelled(tr("Cancelled before anything was finished."))
    with contextlib.ExitStack() as stack:
        folder = run_folder.enter(_question(job))
        stack.callback(run_folder.leave, folder)
        request = _with_files(job, folder, feedback, report)
        if request.probability:
            request = replace(request, probability=str(_place_for(Path(request.probability), job)))
        names = _names(job, request, folder)
        try:
            result: SegmentResult = client.run(request, report, feedback.isCanceled, found)
        except RrsisError as error:
            error.message, error.details = _in_words(error.message, error.details, names)
            raise
        if job.geopackage is not None and not result.complete and all(isnan(one.prob_max) for one in result.layers):
            _drop_probability(result)  # layers of which nothing is known help nobody
            raise Cancelled(tr("Cancelled before anything was finished."))
        notices = [(n.code, *_in_words(n.message, n.details, names)) for n in result.notices]
        result = replace(result, notices=tuple(Notice(*notice) for notice in notices))
        if job.geopackage is not None:
            report(Progress(id=0, done=0, total=0, stage="keep"))  # another program may hold the file for long
            result = copy_into(result, job.geopackage)
        if folder in Path(result.output).parents:
            stack.pop_all()  # no other place took them
    return Published(result, job.source.name, job.source.crs, job.request.vector)


def _drop_probability(result: SegmentResult) -> None:
    """Delete the probabilities of a run that was cancelled before it saw any pixel."""
    if result.probability:
        with contextlib.suppress(OSError):
            Path(result.probability).unlink()


def _names(job: Job, request: SegmentRequest, folder: Path) -> Dict[str, str]:
    """Return what a person calls the files in `folder`, which exist for this run alone."""
    names = {request.raster: job.source.name, request.mask or "": job.mask.name if job.mask is not None else ""}
    return {path: name or tr("the polygons") for path, name in names.items() if path and folder in Path(path).parents}


def _in_words(message: str, details: Mapping[str, Any], names: Mapping[str, str]) -> Tuple[str, Dict[str, Any]]:
    """Return a sentence and its values with such files as a person calls them."""
    words = dict(details)
    for path, name in names.items():
        message = message.replace(path, name)
        words = {key: value.replace(path, name) if isinstance(value, str) else value for key, value in words.items()}
    return message, words


def _question(job: Job) -> Optional[str]:
    """Return what names a search that can be gone on with: in a file, and for the project; else None."""
    if job.geopackage is None or job.request.output or not job.source.is_file or job.mask is not None:
        return None
    request = replace(job.request, probability=None, vector=VectorSettings())
    return json.dumps([str(job.geopackage), request.to_json()])


def _place_for(probability: Path, job: Job) -> Path:
    """Return where probabilities go, in a folder that is there: a project's can lie elsewhere than asked."""
    if job.geopackage is not None:
        return writable_place(probability)
    try:
        probability.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputNotWritable(
            tr('The folder "{folder}" cannot be made ({reason}). Choose another place.').format(
                folder=probability.parent, reason=error.strerror or error
            ),
            path=str(probability.parent),
        ) from error
    return probability


def _with_files(job: Job, folder: Path, feedback: QgsFeedback, report: Report) -> SegmentRequest:
    """Return the request with everything it needs as files in `folder`."""
    request = job.request
    if not request.output:
        request = replace(request, output=str(folder / "found.gpkg"))
    if job.mask is not None:
        write_mask(job.mask.features(), job.mask.crs, folder / "mask.gpkg", feedback.isCanceled)
        request = replace(request, mask=str(folder / "mask.gpkg"))
    if job.rendering is not None:
        report(Progress(id=0, done=0, total=0, stage="fetch"))
        with _block_feedback(feedback) as blocks:
            render(job.source, job.rendering, folder / "rendered.tif", blocks)
        request = replace(request, raster=str(folder / "rendered.tif"))
    return request


@contextlib.contextmanager
def _block_feedback(feedback: QgsFeedback) -> Iterator[QgsRasterBlockFeedback]:
    """Yield a feedback for raster blocks that is cancelled with `feedback`, in whichever thread that happens."""
    blocks = QgsRasterBlockFeedback()

    def cancel() -> None:
        blocks.cancel()

    feedback.canceled.connect(cancel, Qt.ConnectionType.DirectConnection)
    if feedback.isCanceled():
        blocks.cancel()
    try:
        yield blocks
    finally:
        feedback.canceled.disconnect(cancel)
