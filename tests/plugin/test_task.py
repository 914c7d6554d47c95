"""Tasks tell how they ended, once, on the main thread."""

import threading
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsTask
from qgis.PyQt.QtCore import QCoreApplication
from rrsis.plugin.job import prepare
from rrsis.plugin.task import SegmentTask, WorkTask
from rrsis.rrsis_core.errors import Cancelled, WorkerDied, WorkerFailed
from rrsis.rrsis_core.request import SegmentRequest


class Endings:
    """Runs a task and keeps what it told."""

    def __init__(self, task, waiting):
        self.values, self.errors, self.threads = [], [], set()
        self.task = task
        task.succeeded.connect(self._heard(self.values))
        task.failed.connect(self._heard(self.errors))
        self.waiting = waiting
        QgsApplication.taskManager().addTask(task)

    def _heard(self, where):
        def hear(value):
            where.append(value)
            self.threads.add(threading.current_thread())

        return hear

    def wait(self):
        self.waiting(lambda: self.values or self.errors)
        assert self.threads == {threading.main_thread()}
        return self


@pytest.fixture
def ends(waiting):
    return lambda task: Endings(task, waiting)


@pytest.fixture
def make_job(layer, tmp_path):
    def make(phrase):
        request = SegmentRequest("", (phrase,), "", device="cpu", batch=1, gsd_m=0.05)
        return prepare(layer, request, geopackage=tmp_path / "p.gpkg", max_tiles=10)

    return make


@pytest.fixture
def job(make_job):
    return make_job("bright squares")


def test_small_looks_are_not_listed_among_the_tasks_where_qgis_can_hide_them(qgis_app):
    shown, hidden = WorkTask("Find"), WorkTask("Look", listed=False)
    assert shown.canCancel() and hidden.canCancel()
    if hasattr(QgsTask.Flag, "Hidden"):  # from QGIS 3.26
        assert not shown.flags() & QgsTask.Flag.Hidden and hidden.flags() & QgsTask.Flag.Hidden


def test_work_is_done_off_the_main_thread(ends):
    class Where(WorkTask):
        def work(self):
            return threading.current_thread()

    (thread,) = ends(Where("where")).wait().values
    assert thread is not threading.main_thread()


def test_a_defect_becomes_a_sentence(ends):
    class Broken(WorkTask):
        def work(self):
            return 1 / 0

    (error,) = ends(Broken("broken")).wait().errors
    assert isinstance(error, WorkerFailed) and "ZeroDivisionError" in error.message


def test_a_search_publishes(ends, job, toy_client):
    (published,) = ends(SegmentTask(job, toy_client)).wait().values
    assert published.result.count == 2 and published.source == "ortho"
    (layer,) = published.layers
    assert layer.thread() is QCoreApplication.instance().thread() and layer.featureCount() == 2


def test_cancel_keeps_what_is_finished(ends, make_job, toy_client, waiting):
    ending = ends(SegmentTask(make_job("slowly"), toy_client))
    progress = []
    ending.task.progressed.connect(progress.append)
    waiting(lambda: any(step.done >= 1 for step in progress))
    ending.task.cancel()
    ending.wait()
    if ending.values:
        assert not ending.values[0].result.complete and Path(ending.values[0].result.output).is_file()
    else:
        assert isinstance(ending.errors[0], Cancelled)


def test_cancel_before_the_start_says_so(ends, job, toy_client):
    task = SegmentTask(job, toy_client)
    task.feedback.cancel()
    (error,) = ends(task).wait().errors
    assert isinstance(error, Cancelled)


def test_a_worker_killed_in_the_middle_is_told_and_the_next_run_works(ends, job, make_job, toy_client):
    (error,) = ends(SegmentTask(make_job("crash"), toy_client)).wait().errors
    assert isinstance(error, WorkerDied)
    assert ends(SegmentTask(job, toy_client)).wait().values
