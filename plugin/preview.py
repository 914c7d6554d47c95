"""A quick look at the middle of the visible map: what would be found, drawn over it and never kept."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Callable, Dict, List, Optional

from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsRasterLayer, QgsRectangle, QgsWkbTypes
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtCore import QObject, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QColor

from ..rrsis_core.catalog import ModelCard
from ..rrsis_core.errors import ExtentOutside, RrsisError
from ..rrsis_core.worker.client import WorkerClient
from ..rrsis_core.worker.protocol import Found
from .i18n import tr
from .job import Job, carry_out
from .layers import metres_per_unit, to_crs
from .live import features_of
from .meanings import colour_of
from .task import WorkTask
from .wording import found_text, shown_all

SETTLE_MS = 250
LOOKED_AT_PX = 820  # across: two tiles of 480 at most wherever they begin on their lattice; at 864 it was three


def seen_gsd_m(layer: QgsRasterLayer, card: ModelCard, asked: Optional[float]) -> float:
    """Return at how many metres a pixel the model will look at `layer`: as asked, else its own within the card's."""
    low, high = card.gsd_range_m
    if asked:
        return asked
    right, _ = metres_per_unit(layer.crs(), layer.extent().center())
    own = layer.rasterUnitsPerPixelX() * right
    return min(max(own, low), high) if own > 0 else high


def preview_bounds(
    layer: QgsRasterLayer, visible: QgsRectangle, crs: QgsCoordinateReferenceSystem, side_m: float
) -> QgsRectangle:
    """Return the middle of what is visible of `layer`, at most `side_m` across, in the layer's system.

    Raises:
        ExtentOutside: The layer is not visible.
    """
    area = to_crs(visible, crs, layer.crs()).intersect(layer.extent())
    if area.isEmpty():
        raise ExtentOutside(tr("The imagery is not in the visible map. Zoom to it, then a preview can be made."))
    centre = area.center()
    right, up = metres_per_unit(layer.crs(), centre)
    width, height = min(area.width(), side_m / right), min(area.height(), side_m / up)
    return QgsRectangle.fromCenterAndSize(centre, width, height)


@dataclass(frozen=True)
class Preview:
    """What was found, by phrase, and where was looked."""

    job: Job
    found: Dict[str, QgsGeometry]
    counts: Dict[str, int]


@dataclass
class _Heard:
    """Polygons as they come."""

    geometries: Dict[str, List[QgsGeometry]] = field(default_factory=dict)

    def __call__(self, found: Found) -> None:
        shapes = [feature.geometry() for feature in features_of(found)]
        self.geometries.setdefault(found.phrase, []).extend(shapes)


class PreviewTask(WorkTask):
    """Carries a job out and keeps no file of it; succeeds with `Preview`."""

    def __init__(self, job: Job, client: WorkerClient) -> None:
        super().__init__(tr("Preview {phrases}").format(phrases=shown_all(job.request.phrases)), listed=False)
        self._job = job
        self._client = client

    def work(self) -> Preview:
        """Search, and collect the polygons of each phrase into one shape."""
        heard = _Heard()
        job = replace(self._job, request=replace(self._job.request, probability=None))
        published = carry_out(job, self._client, self.feedback, self.report, heard)
        if not job.request.output:
            shutil.rmtree(Path(published.result.output).parent, ignore_errors=True)  # made for it alone
        shapes = {phrase: QgsGeometry.collectGeometry(some) for phrase, some in heard.geometries.items() if some}
        return Preview(job, shapes, {phrase: len(some) for phrase, some in heard.geometries.items()})


class Overlay(QObject):
    """Draws a preview over the map.

    Args:
        canvas: The map.
    """

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__()
        self._canvas = canvas
        self.bands: List[QgsRubberBand] = []

    def show(self, preview: Preview) -> None:
        """Draw what was found, in its colours, and a dashed frame around what was looked at."""
        self.clear()
        crs = preview.job.source.crs
        frame = self._band(QgsGeometry.fromRect(preview.job.area), crs, QColor(128, 128, 128))
        frame.setLineStyle(Qt.PenStyle.DashLine)
        frame.setFillColor(QColor(0, 0, 0, 0))
        for phrase, shape in preview.found.items():
            self._band(shape, crs, QColor(*colour_of(phrase)))

    def _band(self, shape: QgsGeometry, crs: QgsCoordinateReferenceSystem, colour: QColor) -> QgsRubberBand:
        band = QgsRubberBand(self._canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
        band.setToGeometry(shape, crs)
        band.setStrokeColor(colour)
        band.setFillColor(QColor(colour.red(), colour.green(), colour.blue(), 70))
        band.setWidth(2)
        self.bands.append(band)
        return band

    def clear(self) -> None:
        """Take everything off the map."""
        for band in self.bands:
            self._canvas.scene().removeItem(band)
        self.bands = []


class Previewer(QObject):
    """Keeps a preview up to date while it is wanted: one look at a time, and only after things have settled.

    Args:
        canvas: The map.
        client: The worker.
        make_job: Returns the job of the dock's controls, bounded by the visible map; raises RrsisError.
        start: Hands a task to QGIS.
    """

    told = pyqtSignal(str)
    failed = pyqtSignal(object)

    def __init__(
        self, canvas: QgsMapCanvas, client: WorkerClient, make_job: Callable[[], Job], start: Callable[[WorkTask], Any]
    ) -> None:
        super().__init__()
        self.overlay = Overlay(canvas)
        self._client, self._make_job, self._start = client, make_job, start
        self._wanted = self._again = False
        self._held = self._said = False
        self.task: Optional[PreviewTask] = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MS)
        self._timer.timeout.connect(self._look)
        canvas.extentsChanged.connect(self.touch)
        self._canvas = canvas

    def set_wanted(self, wanted: bool) -> None:
        """Begin to preview, or end it."""
        self._wanted = wanted
        if wanted:
            self._look()
            return
        self._timer.stop()
        self.overlay.clear()
        if self._said:
            self._say("")
        if self.task is not None:
            self.task.cancel()

    def _say(self, text: str) -> None:
        self._said = bool(text)
        self.told.emit(text)

    def hold(self, held: bool) -> None:
        """Wait while a search is under way, since it has the worker; what it says stays when the preview ends."""
        self._held, self._said = held, False
        if not held:
            self.touch()

    def touch(self, *_: Any) -> None:
        """Say that something changed: the map, the phrases, the settings."""
        if self._wanted:
            self._timer.start()

    def _look(self) -> None:
        if not self._wanted or self._held:
            return
        if self.task is not None:
            self._again = True
            return
        try:
            job = self._make_job()
        except RrsisError as error:
            self.overlay.clear()
            self._say(error.message)
            return
        self.task = PreviewTask(job, self._client)
        self.task.succeeded.connect(self._succeeded)
        self.task.failed.connect(self._failed)
        self._start(self.task)
        self._say(tr("Looking …"))

    def _succeeded(self, preview: Preview) -> None:
        self.task = None
        if not self._wanted:
            return
        self.overlay.show(preview)
        found = found_text([(phrase, preview.counts.get(phrase, 0)) for phrase in preview.job.request.phrases])
        self._say(tr("Preview: {found}").format(found=found))
        self._go_on()

    def _failed(self, error: RrsisError) -> None:
        self.task = None
        if self._wanted:
            self.overlay.clear()
            self.failed.emit(error)
            self._go_on()

    def _go_on(self) -> None:
        again, self._again = self._again, False
        if again:
            self._look()

    def tear_down(self) -> None:
        """Stop, and take everything off the map."""
        self._canvas.extentsChanged.disconnect(self.touch)
        self.set_wanted(False)
