"""Runs of the worker as QGIS tasks: they work on a thread of their own and touch nothing of the main one."""

from __future__ import annotations

import traceback
from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsFeedback, QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from ..rrsis_core.errors import Cancelled, RrsisError, WorkerFailed
from ..rrsis_core.worker.client import WorkerClient
from ..rrsis_core.worker.protocol import Found, Progress
from .file_lock import only_writer
from .i18n import tr
from .job import Job, carry_out
from .live import features_of
from .results import Published, opened
from .wording import shown_all


class WorkTask(QgsTask):
    """A task whose work either returns a value or raises; one of the two signals tells, on the main thread.

    Subclasses write `work()`.

    Args:
        title: What it does, for QGIS's list of tasks.
        listed: Whether it stands there; QGIS before 3.26 lists all.
    """

    succeeded = pyqtSignal(object)
    failed = pyqtSignal(object)
    progressed = pyqtSignal(object)
    writes: Optional[Path] = None  # the file of results that it may change

    def __init__(self, title: str, *, listed: bool = True) -> None:
        hidden = None if listed else getattr(QgsTask.Flag, "Hidden", None)
        super().__init__(title, QgsTask.Flag.CanCancel if hidden is None else QgsTask.Flag.CanCancel | hidden)
        self.feedback = QgsFeedback()
        self._value: Any = None
        self._error: Optional[RrsisError] = None

    def work(self) -> Any:
        """Do the work on the task's thread and return its value.

        Raises:
            RrsisError: It could not be done.
        """
        raise NotImplementedError

    def report(self, progress: Progress) -> None:
        """Hand on how far the work is; any thread."""
        if progress.total:
            self.setProgress(100.0 * progress.fraction)
        self.progressed.emit(progress)

    def run(self) -> bool:
        """Work; QGIS calls it on a thread of its own."""
        try:
            self._value = self.work()
        except RrsisError as error:
            self._error = error
        except Exception as error:  # the wall: QGIS never sees an exception of ours
            self._error = WorkerFailed(
                f"{type(error).__name__}: {error}. This is a defect of the plugin: please report it with the log.",
                reason=traceback.format_exc()[-1500:],
            )
        return self._error is None

    def cancel(self) -> None:
        """Ask the work to stop; what is finished by then is kept."""
        self.feedback.cancel()
        super().cancel()

    def finished(self, result: bool) -> None:
        """Tell how it ended; QGIS calls it on the main thread."""
        if result:
            self.succeeded.emit(self._value)
        else:
            self.failed.emit(self._error or Cancelled(tr("Cancelled before anything was finished.")))


class SegmentTask(WorkTask):
    """A job carried out by the worker; succeeds with `Published`, and tells before then of polygons as features."""

    found = pyqtSignal(str, list)

    def __init__(self, job: Job, client: WorkerClient) -> None:
        super().__init__(tr("Find {phrases}").format(phrases=shown_all(job.request.phrases)))
        self.job = job
        self.writes = job.geopackage
        self._client = client

    def work(self) -> Published:
        """Carry the job out and open its layers."""
        published = carry_out(self.job, self._client, self.feedback, self.report, self._show)
        with only_writer(Path(published.result.output)):  # a file that another window writes to may not open
            return opened(published)

    def _show(self, found: Found) -> None:
        features = features_of(found)
        if features:
            self.found.emit(found.phrase, features)


class OpenTask(WorkTask):
    """Opens the layers of a run that ended for a project which was closed; succeeds with `Published`."""

    def __init__(self, published: Published) -> None:
        super().__init__(tr("Add to this project"))
        self._published = published

    def work(self) -> Published:
        """Open them; the file may lie on a slow disk."""
        return opened(self._published)
