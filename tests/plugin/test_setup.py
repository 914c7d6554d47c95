"""The dock says what is missing, what it costs, and builds it on one button."""

import re
import threading

import pytest
from qgis.gui import QgsMapCanvas, QgsMessageBar
from rrsis.plugin import setup
from rrsis.plugin.dock import SegmentDock
from rrsis.plugin.runner import Runner
from rrsis.plugin.settings import Settings
from rrsis.plugin.setup_task import SetupTask
from rrsis.rrsis_core.errors import Cancelled, EnvironmentBroken, EnvironmentMissing
from rrsis.rrsis_core.worker.builder import BuildProgress


@pytest.fixture
def missing(monkeypatch):
    """Pretends that there is no environment until `found` is appended to."""
    found = []

    def find(_setting):
        if not found:
            raise EnvironmentMissing("Not set up.")
        return found[0]

    monkeypatch.setattr(setup, "find_python", find)
    return found


@pytest.fixture
def panel(toy_client, qgis_app):
    canvas, bar = QgsMapCanvas(), QgsMessageBar()
    dock, runner = SegmentDock(canvas), Runner(toy_client, bar)
    controller = setup.Setup(dock, runner)
    yield dock, controller
    controller.tear_down()
    runner.tear_down()
    dock.tear_down()


def test_nothing_is_shown_where_nothing_is_missing(panel, missing):
    missing.append("/env/bin/python")
    dock, controller = panel
    controller.look()
    assert dock.setupFrame.isHidden()


def test_size_and_folder_are_said_before_anything_starts(panel, missing):
    dock, controller = panel
    controller.look()
    assert not dock.setupFrame.isHidden() and not dock.runButton.isEnabled()
    assert "GB" in dock.setupLabel.text() and "env-" in dock.setupLabel.text()
    assert controller.task is None


def test_what_is_missing_is_said_by_a_dock_that_was_shown_before(toy_client, missing, qgis_app):
    dock, runner = SegmentDock(QgsMapCanvas()), Runner(toy_client, QgsMessageBar())
    assert dock.setupFrame.isHidden()
    controller = setup.Setup(dock, runner)
    assert "GB" in dock.setupLabel.text() and not dock.setupFrame.isHidden()
    controller.tear_down()
    runner.tear_down()
    dock.tear_down()


def test_a_failure_is_told_by_its_cause_with_the_reason_and_the_log():
    details = {"cause": "network", "reason": "refused " + "x" * 90, "log": "/data/env.log"}
    text = setup.failure_text(EnvironmentBroken("Long words of the core.", **details))
    assert text.startswith("The package index cannot be reached.") and "/data/env.log" in text
    assert max(map(len, re.split(r"[\s\u200b]", text))) < 40  # no word widens the panel
    assert setup.failure_text(EnvironmentBroken("Another thing.", cause="other")) == "Another thing."
    assert "kept" in setup.failure_text(Cancelled("Stopped."))


def test_a_long_reason_does_not_widen_the_dock(panel, missing):
    dock, _ = panel
    before = dock.setupFrame.minimumSizeHint().width()
    dock.show_environment("word" * 60)
    assert dock.setupFrame.minimumSizeHint().width() <= max(before, 250)


def test_a_build_shows_progress_and_then_goes_away(panel, missing, waiting):
    dock, controller = panel
    go_on = threading.Event()

    def build(report, cancelled):
        report(BuildProgress("install", 0.4, "torch 2.13", 310_000_000, 1_400_000_000))
        go_on.wait(20)
        missing.append("/env/bin/python")
        return missing[0]

    controller.make_task = lambda: SetupTask(build)
    controller.look()
    dock.setupButton.click()
    waiting(lambda: "torch 2.13" in dock.setupLabel.text())
    assert "310 MB of 1.4 GB" in dock.setupLabel.text()
    assert dock.setupProgress.value() == 40 and not dock.setupButton.isEnabled()
    assert not dock.setupCancelButton.isHidden()
    go_on.set()
    waiting(lambda: controller.task is None)
    assert dock.setupFrame.isHidden()


def test_a_build_that_fails_says_why_and_can_be_tried_again(panel, missing, waiting):
    dock, controller = panel

    def build(report, cancelled):
        raise EnvironmentBroken("The disk is full. Free some.")

    controller.make_task = lambda: SetupTask(build)
    controller.start()
    waiting(lambda: controller.task is None)
    assert "The disk is full." in dock.setupLabel.text() and dock.setupButton.isEnabled()


def test_cancel_stops_a_build(panel, missing, waiting):
    dock, controller = panel

    def build(report, cancelled):
        while not cancelled():
            threading.Event().wait(0.01)
        raise EnvironmentBroken("stopped")

    controller.make_task = lambda: SetupTask(build)
    controller.start()
    controller.start()  # a second press changes nothing
    dock.setupCancelButton.click()
    waiting(lambda: controller.task is None)


def test_a_chosen_python_that_is_gone_is_named_and_forgotten_once_there_is_another(
    panel, tmp_path, monkeypatch, waiting
):
    dock, controller = panel
    monkeypatch.delenv("RRSIS_PYTHON", raising=False)
    Settings().python = str(tmp_path / "gone")
    controller.look()
    assert str(tmp_path / "gone") in dock.setupLabel.text() and "GB" in dock.setupLabel.text()
    monkeypatch.setattr(controller, "make_task", lambda: SetupTask(lambda report, cancelled: tmp_path))
    controller.start()
    waiting(lambda: controller.task is None)
    assert Settings().python is None
