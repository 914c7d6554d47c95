"""Tasks begin in their order, once a thread is free, and none is lost."""

import threading

import pytest
from rrsis.plugin.starter import Starter, thread_pool
from rrsis.plugin.task import WorkTask


class Noting(WorkTask):
    def __init__(self, name, done, gate=None):
        super().__init__(name)
        self._name, self._done, self._gate = name, done, gate
        self.succeeded.connect(lambda _value: done.append(name))
        self.failed.connect(lambda error: done.append((name, error.code)))

    def work(self):
        if self._gate is not None:
            assert self._gate.wait(30)
        return self._name


@pytest.fixture
def starter(qgis_app):
    starter = Starter()
    yield starter
    starter.tear_down()


@pytest.fixture
def narrow():
    """Two threads for all of QGIS."""
    pool = thread_pool()
    most = pool.maxThreadCount()
    pool.setMaxThreadCount(2)
    yield pool
    pool.setMaxThreadCount(most)


def test_many_tasks_end_though_each_starts_another_when_it_ends(starter, narrow, waiting):
    done, kept = [], []

    def start(name):
        kept.append(Noting(name, done))
        starter.start(kept[-1])
        return kept[-1]

    for number in range(40):
        start(f"first {number}").succeeded.connect(lambda _value, number=number: start(f"then {number}"))
    waiting(lambda: len(done) == 80, 30)
    firsts = [name for name in done if name.startswith("first")]
    assert len(set(done)) == 80 and len(firsts) == 40


def test_none_waits_within_qgis_and_one_that_was_cancelled_meanwhile_says_so(starter, narrow, waiting):
    done, gate = [], threading.Event()
    busy = [Noting(f"busy {number}", done, gate) for number in range(2)]
    later, cancelled = Noting("later", done), Noting("cancelled", done)
    for task in (*busy, later, cancelled):
        starter.start(task)
    waiting(lambda: narrow.activeThreadCount() == 2, 10)
    cancelled.cancel()
    assert starter._waiting == [later, cancelled] and not done
    gate.set()
    waiting(lambda: len(done) == 4, 30)
    assert ("cancelled", "cancelled") in done and "later" in done


def test_one_that_is_cancelled_ends_at_once_behind_one_that_waits_on_and_what_waits_is_told(starter, narrow, waiting):
    done, gate, told = [], threading.Event(), []
    starter.held.connect(told.append)
    busy = [Noting(f"busy {number}", done, gate) for number in range(2)]
    later, cancelled = Noting("later", done), Noting("cancelled", done)
    for task in (*busy, later, cancelled):
        starter.start(task)
    waiting(lambda: told, 10)
    assert told[0] == [later, cancelled]
    cancelled.cancel()
    waiting(lambda: done, 10)
    assert done == [("cancelled", "cancelled")]
    gate.set()
    waiting(lambda: len(done) == 4, 30)
