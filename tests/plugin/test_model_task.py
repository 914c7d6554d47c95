"""Weights come through a process of their own, and the outcome is told."""

import pytest
from qgis.gui import QgsMessageBar
from rrsis.plugin.runner import Runner
from rrsis.rrsis_core.worker.client import WorkerClient


class Twin:
    """Stands for the worker: counts bytes, or waits to be cancelled."""

    closed = False

    def ask(self, verb, payload, report, cancelled):
        from rrsis.rrsis_core.errors import Cancelled, DownloadFailed
        from rrsis.rrsis_core.worker.protocol import Progress

        self.asked = (verb, payload)
        report(Progress(1, 5, 10, stage="download"))
        if payload["model"] == "lavt":
            raise DownloadFailed("No connection.")
        while payload["model"] == "remotesam":
            if cancelled():
                raise Cancelled("Stopped.")
        return {"model": payload["model"], "path": "/x"}

    def close(self):
        self.closed = True


@pytest.fixture
def runner(qgis_app, monkeypatch):
    runner = Runner(WorkerClient(), QgsMessageBar())
    runner.twin = Twin()
    monkeypatch.setattr(runner._client, "twin", lambda: runner.twin)
    yield runner
    runner.tear_down()


def heard(runner):
    steps = []
    runner.fetched.connect(steps.append)
    return steps


def shown(runner):
    return [item.text() for item in runner._bar.items()]


def test_a_model_that_came_is_told(runner, waiting):
    steps = heard(runner)
    runner.add_model("lgce", "/own.pth")
    waiting(lambda: not runner.tasks)
    assert runner.twin.asked == ("add", {"model": "lgce", "path": "/own.pth"}) and runner.twin.closed
    assert steps[-1] is None and any(step and step.fraction == 0.5 for step in steps)
    assert any("is ready" in text for text in shown(runner))


def test_a_failure_is_told(runner, waiting):
    steps = heard(runner)
    runner.fetch_model("lavt")
    waiting(lambda: not runner.tasks)
    assert steps[-1] is None and shown(runner) == ["No connection."]


def test_a_download_can_be_stopped(runner, waiting):
    runner.fetch_model("remotesam")
    waiting(lambda: hasattr(runner.twin, "asked"))
    runner.cancel()
    assert runner.tasks  # stopping a search is no reason to stop a download
    runner.stop_fetching()
    waiting(lambda: not runner.tasks)
    said = "The download was stopped. What has come is kept for the next time."
    assert shown(runner) == [said] and runner.twin.closed  # not that the search, which goes on, was cancelled
