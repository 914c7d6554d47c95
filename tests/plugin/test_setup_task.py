"""The environment is built by a task, with progress and cancel."""

import time
from pathlib import Path

from qgis.core import QgsApplication
from rrsis.plugin.setup_task import SetupTask
from rrsis.rrsis_core.errors import Cancelled, EnvironmentBroken
from rrsis.rrsis_core.worker.builder import BuildProgress


def ended(task, waiting):
    values, errors, steps = [], [], []
    task.succeeded.connect(values.append)
    task.failed.connect(errors.append)
    task.stepped.connect(steps.append)
    QgsApplication.taskManager().addTask(task)
    waiting(lambda: values or errors)
    return values, errors, steps


def test_a_build_reports_and_returns_its_interpreter(waiting):
    def build(report, cancelled):
        report(BuildProgress("install", 0.5, "torch"))
        return Path("/env/bin/python")

    values, _, steps = ended(SetupTask(build), waiting)
    assert values == [Path("/env/bin/python")] and steps == [BuildProgress("install", 0.5, "torch")]


def test_a_build_that_fails_says_why(waiting):
    def build(report, cancelled):
        raise EnvironmentBroken("The disk is full.")

    _, errors, _ = ended(SetupTask(build), waiting)
    assert errors[0].message == "The disk is full."


def test_a_build_can_be_cancelled(waiting):
    def build(report, cancelled):
        task.cancel()
        while not cancelled():
            time.sleep(0.01)
        raise Cancelled("Setting up was cancelled.")

    task = SetupTask(build)
    _, errors, _ = ended(task, waiting)
    assert isinstance(errors[0], Cancelled)
