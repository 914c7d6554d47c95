"""Starts tasks, keeps them, and carries their outcomes to the project, the dock and the message bar."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Dict, List, Optional, Sequence

from qgis.core import Qgis, QgsApplication, QgsProject, QgsVectorLayer
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QPushButton

from ..rrsis_core.errors import Cancelled, OutputLocked, RrsisError
from ..rrsis_core.own_models import find_card
from ..rrsis_core.request import LayerResult, ThresholdRequest, VectorSettings
from ..rrsis_core.worker.client import WorkerClient
from ..rrsis_core.worker.protocol import Progress
from .algorithms.base import exact_duration
from .asked_in import AskedIn
from .diagnostics import DiagnosticsTask
from .hints import lower_threshold, nothing_found
from .histogram import HistogramTask
from .i18n import tr, trn
from .job import Job
from .live import LiveLayers
from .message_bar import push
from .messages import explain, log, log_problem, sentences
from .model_task import ModelTask
from .results import (
    PHRASE,
    Published,
    add_to_project,
    draw_again,
    kept_probability,
    remember_vector,
    remembered_vector,
)
from .review_task import Reviewed, ReviewTask
from .starter import Starter
from .task import OpenTask, SegmentTask, WorkTask
from .wording import LISTED, found_text, layer_name, shown, shown_all

SHOWN_S = 12


class Runner(QObject):
    """Runs searches one after the other in the background, other tasks beside them; lives on the main thread.

    Args:
        client: The worker.
        bar: Where outcomes are shown.
    """

    running_changed = pyqtSignal(bool)
    progressed = pyqtSignal(object)
    queue_changed = pyqtSignal(list)
    status_changed = pyqtSignal(str)
    environment_missed = pyqtSignal()
    published = pyqtSignal(object)
    problem_shown = pyqtSignal(object)
    counted = pyqtSignal(str, list)
    review_failed = pyqtSignal(str)
    lowered = pyqtSignal(object, object)
    fetched = pyqtSignal(object)

    def __init__(self, client: WorkerClient, bar: QgsMessageBar) -> None:
        super().__init__()
        self._client = client
        self._bar = bar
        self.tasks: List[WorkTask] = []
        self._starter = Starter()
        self._starter.held.connect(self._held)
        self.waiting: List[Job] = []
        self._search: Optional[SegmentTask] = None
        self._keeping = False  # the search was cancelled, and what it finished is on its way to the project
        self.live = LiveLayers()
        self._asked_in = AskedIn()
        self._asked_in.left.connect(self.live.drop)
        self._review: Optional[ReviewTask] = None
        self._next_review: Optional[tuple[str, VectorSettings]] = None
        self._count: Optional[HistogramTask] = None
        self._next_count = ""

    def start(self, task: WorkTask) -> WorkTask:
        """Hand `task` to QGIS and keep it until it has ended."""
        self.tasks.append(task)
        task.succeeded.connect(lambda _value: self._ended(task))
        task.failed.connect(lambda _error: self._ended(task))
        self._starter.start(task)
        return task

    def _held(self, tasks: List[WorkTask]) -> None:
        if self._search in tasks:
            self.status_changed.emit(tr("Waiting for other tasks of QGIS …"))

    def segment(self, job: Job) -> None:
        """Start a search, or have it wait for those before it."""
        self._asked_in.note(job)
        self.waiting.append(job)
        if self._search is None:
            self._start_next()
        else:
            self._queue_changed()

    def _queue_changed(self) -> None:
        self.queue_changed.emit([waiting.title for waiting in self.waiting])
        if self._keeping:
            self.running_changed.emit(bool(self.waiting))
            stopping = tr("Stopping, and keeping what was found …")
            self.status_changed.emit(tr("Begins when what was found before is kept …") if self.waiting else stopping)

    def _start_next(self) -> None:
        """Start the search that has waited longest; none is under way."""
        job = self.waiting.pop(0)
        self._search = task = SegmentTask(job, self._client)
        if self._asked_in.is_here(job):
            self.live.begin(job.source.name, job.source.crs)
        task.progressed.connect(self._progressed)
        task.feedback.canceled.connect(self._stopping)
        task.found.connect(self.live.add)
        task.succeeded.connect(self._segmented)
        task.failed.connect(self._search_failed)
        self.start(task)
        self.running_changed.emit(True)
        self._queue_changed()
        self.status_changed.emit(tr("Starting …"))

    def _progressed(self, progress: Progress) -> None:
        if not self._keeping:
            self.progressed.emit(progress)

    def remove_waiting(self, place: int) -> None:
        """Take the search at `place` of the queue out of it; one that has started meanwhile is left alone."""
        if 0 <= place < len(self.waiting):
            del self.waiting[place]
            self._queue_changed()

    def review(self, layer: QgsVectorLayer, settings: VectorSettings) -> None:
        """Make the polygons of `layer` anew; while that is under way, only the latest wish is kept."""
        if layer.isEditable():
            self.show_problem(OutputLocked(tr("The layer is being edited. Save or discard the edits first.")))
            self.review_failed.emit(layer.id())
            return
        if self._review is not None:
            self._next_review = (layer.id(), settings)
            return
        probability = kept_probability(layer)
        if probability is None:
            return
        request = ThresholdRequest(str(probability), "", settings, (str(layer.customProperty(PHRASE)),))
        self._review = ReviewTask(layer.id(), layer.source(), request, self._client)
        self._review.succeeded.connect(self._reviewed)
        self._review.failed.connect(self._not_reviewed)
        self.start(self._review)

    def _not_reviewed(self, error: RrsisError) -> None:
        self.show_problem(error)
        if self._review is not None and self._next_review is None:
            self.review_failed.emit(self._review.layer_id)

    def count_probabilities(self, layer: QgsVectorLayer) -> None:
        """Count in the background how the probabilities of a layer are spread; of many layers, the first and last."""
        path, wanted = kept_probability(layer), layer.id()
        if self._count is not None:
            self._next_count = wanted
        elif path is not None:
            self._count = task = HistogramTask(path, str(layer.customProperty(PHRASE)))
            task.succeeded.connect(lambda counts: self.counted.emit(wanted, counts))
            self.start(task)

    def fetch_model(self, name: str) -> None:
        """Download the weights of a model."""
        self._get_weights("fetch", {"model": name})

    def add_model(self, name: str, path: str) -> None:
        """Take the checkpoint at `path` as the weights of a model."""
        self._get_weights("add", {"model": name, "path": path})

    def _get_weights(self, verb: str, payload: Dict[str, Any]) -> None:
        """Start it; `fetched` tells how far it is, and None at its end."""
        task = ModelTask(verb, payload, self._client)
        task.progressed.connect(self.fetched)
        task.succeeded.connect(self._weights_came)
        task.failed.connect(self.show_problem)
        self.start(task)
        task.succeeded.connect(lambda _name: self.fetched.emit(None))
        task.failed.connect(lambda _error: self.fetched.emit(None))
        self.fetched.emit(Progress(id=0, done=0, total=0))

    def _weights_came(self, name: str) -> None:
        self.push(tr("{model} is ready.").format(model=find_card(name).title), Qgis.MessageLevel.Success)

    def stop_fetching(self) -> None:
        """Stop downloads; what has come is kept."""
        for task in list(self.tasks):
            if isinstance(task, ModelTask):
                task.cancel()

    def copy_report(self) -> None:
        """Make the diagnostics report in the background and put it on the clipboard."""
        task = DiagnosticsTask(tr("Make a report for those who help"))
        task.succeeded.connect(self._reported)
        task.failed.connect(self.show_problem)
        self.start(task)
        self.status_changed.emit(tr("Looking at the environment …"))

    def _reported(self, text: str) -> None:
        QgsApplication.clipboard().setText(text)
        self.status_changed.emit(tr("The report is on the clipboard."))

    def cancel(self) -> None:
        """Ask the search under way to stop; the dock is free at once, while what the search finished is being kept.

        The next one in the queue begins after that. Another cancel before then takes it out of the queue.
        """
        for task in self.tasks:
            if isinstance(task, ReviewTask):
                task.cancel()
        if self._search is None:  # a click may come when the search has just ended
            return
        if self._keeping:
            self.remove_waiting(0)
        else:
            self._search.cancel()

    def _stopping(self) -> None:
        """Free the dock; QGIS's own list of tasks may have been asked to stop the search, too."""
        if self._search is not None:
            self._keeping = True
            self._queue_changed()

    def _ended(self, task: WorkTask) -> None:
        self.tasks.remove(task)
        if task.writes is not None:
            draw_again(QgsProject.instance(), task.writes)
        if task is self._count:
            self._count, wanted, self._next_count = None, self._next_count, ""
            layer = QgsProject.instance().mapLayer(wanted)
            if isinstance(layer, QgsVectorLayer):
                self.count_probabilities(layer)
        if task is self._review:
            self._review, following, self._next_review = None, self._next_review, None
            layer = QgsProject.instance().mapLayer(following[0]) if following else None
            if following and layer is not None:
                self.review(layer, following[1])
        if task is self._search:
            self._search, kept, self._keeping = None, self._keeping, False
            if self.waiting:
                self._start_next()
            elif not kept:
                self.running_changed.emit(False)

    def _search_failed(self, error: RrsisError) -> None:
        kept = self.live.keep()
        self.status_changed.emit("")
        self.show_problem(error)
        if kept:
            self.push(
                trn(
                    "%n object found before then stays in a temporary layer; save it if you need it.",
                    "%n objects found before then stay in temporary layers; save them if you need them.",
                    kept,
                ),
                Qgis.MessageLevel.Info,
            )

    def _segmented(self, published: Published) -> None:
        if self._search is not None and not self._asked_in.is_here(self._search.job):
            self._keep_aside(replace(published, layers=()))
            return
        layers = add_to_project(QgsProject.instance(), published)
        self.live.drop()
        result = published.result
        found = found_text([(layer.phrase, layer.count) for layer in result.layers])
        seconds = result.seconds.get("total", 0.0)
        self.status_changed.emit(tr("{found} in {time}").format(found=found, time=exact_duration(seconds)))
        if any(layer.count for layer in result.layers):
            self.push(tr("Found {found}.").format(found=found), Qgis.MessageLevel.Success)
        for notice in result.notices:  # QGIS shows the last message first: warnings lie on top
            log_problem(notice)
            if notice.code == "run-resumed":  # good news of a file that is the plugin's own
                self.push(sentences()[notice.code], Qgis.MessageLevel.Info)
            elif notice.code != "nothing-found":
                self.push(explain(notice), Qgis.MessageLevel.Warning)
        if result.complete:  # of one that was cancelled nobody knows what the rest would bring
            self._say_what_was_not_found([layer for layer in result.layers if not layer.count], layers)
        log(tr("{found} → {file}").format(found=found, file=result.output))
        self.published.emit(layers)

    def _keep_aside(self, published: Published) -> None:
        """Say where the layers are that belong to a project which was closed, and offer them to the one open now."""
        result = published.result
        found = found_text([(layer.phrase, layer.count) for layer in result.layers])
        text = tr('Found {found}, for a project that was closed meanwhile. The layers are in "{file}".').format(
            found=found, file=result.output
        )
        button = QPushButton(tr("Add to this project"))
        button.setToolTip(tr("Shows the layers in the project that is open now."))
        item = push(self._bar, text, Qgis.MessageLevel.Info, 0, button)
        button.clicked.connect(lambda: self._bring(published))
        button.clicked.connect(lambda: self._bar.popWidget(item))
        self.status_changed.emit("")
        log(text)

    def _bring(self, published: Published) -> None:
        """Add the layers of a file to the project that is open now."""
        task = OpenTask(published)
        task.succeeded.connect(lambda found: self.published.emit(add_to_project(QgsProject.instance(), found)))
        task.failed.connect(self.show_problem)
        self.start(task)

    def _say_what_was_not_found(self, empty: List[LayerResult], layers: Sequence[QgsVectorLayer]) -> None:
        """Say of each empty layer what to try; of many in one sentence."""
        if len(empty) > LISTED:
            self.push(
                tr("Nothing was found for {phrases}. Choose a layer to see what a lower threshold brings.").format(
                    phrases=shown_all([layer.phrase for layer in empty])
                ),
                Qgis.MessageLevel.Warning,
            )
            return
        for found in empty:
            layer = next((one for one in layers if one.customProperty(PHRASE) == found.phrase), None)
            self._say_nothing_found(found, layer)

    def _say_nothing_found(self, found: LayerResult, layer: Optional[QgsVectorLayer]) -> None:
        """Say what to try, with a button where a lower threshold would bring something."""
        lower = lower_threshold(found.prob_max)
        threshold = 1.0 if layer is None else remembered_vector(layer).threshold
        text = nothing_found(found.phrase, found.prob_max, threshold)
        if lower is None or layer is None or kept_probability(layer) is None:
            self.push(text, Qgis.MessageLevel.Warning)
            return
        wanted, settings = layer.id(), replace(remembered_vector(layer), threshold=lower)
        button = QPushButton(tr("Lower it to {threshold:.0%}").format(threshold=lower))
        button.setToolTip(tr("Makes polygons anew with this threshold; the model is not run again."))
        item = push(self._bar, text, Qgis.MessageLevel.Warning, 2 * SHOWN_S, button)
        button.clicked.connect(lambda: self._lower(wanted, settings))
        button.clicked.connect(lambda: self._bar.popWidget(item))

    def _lower(self, layer_id: str, settings: VectorSettings) -> None:
        layer = QgsProject.instance().mapLayer(layer_id)
        if isinstance(layer, QgsVectorLayer):
            self.lowered.emit(layer, settings)

    def _reviewed(self, reviewed: Reviewed) -> None:
        layer = QgsProject.instance().mapLayer(reviewed.layer_id)
        if not isinstance(layer, QgsVectorLayer) or not reviewed.result.layers:
            return
        answer = reviewed.result.layers[0]
        layer.reload()
        layer.updateExtents(True)
        layer.setName(layer_name(answer.phrase, answer.count))
        remember_vector(layer, reviewed.vector)
        layer.triggerRepaint()
        self.status_changed.emit(tr("{count} × {phrase}").format(count=answer.count, phrase=shown(answer.phrase)))

    def show_problem(self, error: RrsisError) -> None:
        """Show what went wrong and what to do, with everything known about it in the log."""
        log_problem(error)
        if self._search is None:  # whose progress stands there
            self.status_changed.emit("")
        level = Qgis.MessageLevel.Info if isinstance(error, Cancelled) else Qgis.MessageLevel.Critical
        self.push(explain(error), level)
        self.problem_shown.emit(error)
        if error.code in ("environment-missing", "environment-broken"):
            self.environment_missed.emit()

    def push(self, text: str, level: Any) -> None:
        """Show `text` in the message bar, an error until it is closed."""
        duration = 0 if level == Qgis.MessageLevel.Critical else SHOWN_S
        push(self._bar, text, level, duration)

    def tear_down(self) -> None:
        """Stop everything; nothing is published any more."""
        self.waiting.clear()
        self._search = None
        self._asked_in.tear_down()
        self._starter.tear_down()
        self.live.drop()
        for task in self.tasks:
            task.succeeded.disconnect()
            task.failed.disconnect()
            task.cancel()
        self.tasks.clear()
