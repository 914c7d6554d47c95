"""Polygons are in the map before a search has ended, and leave it for the results."""

import time

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsProject, QgsRectangle
from qgis.gui import QgsMessageBar
from rrsis.plugin.job import prepare
from rrsis.plugin.live import AT_ONCE, UNASKED, LiveLayers, features_of
from rrsis.plugin.runner import Runner
from rrsis.rrsis_core.errors import WorkerDied
from rrsis.rrsis_core.request import SegmentRequest
from rrsis.rrsis_core.worker.protocol import Found

UTM = QgsCoordinateReferenceSystem("EPSG:32645")


def found(count: int, phrase: str = "white cars") -> Found:
    squares = [QgsGeometry.fromRect(QgsRectangle(x, 0, x + 1, 1)) for x in range(count)]
    return Found(1, phrase, tuple({"wkb": bytes(s.asWkb()).hex(), "prob_mean": 0.5} for s in squares))


@pytest.fixture
def live(qgis_app):
    live = LiveLayers()
    live.begin("ortho", UTM)
    yield live
    live.drop()


def test_polygons_become_features_and_broken_ones_are_left_out():
    bad = ({"wkb": "xyz", "prob_mean": 0.1}, {"prob_mean": 0.1}, {"wkb": "00"}, {"wkb": None})
    features = features_of(Found(1, "cars", (*found(2).polygons, *bad)))
    assert [feature.attributes() for feature in features] == [["cars", 0.5], ["cars", 0.5]]
    assert features[0].geometry().isMultipart()


def test_a_layer_a_phrase_appears_and_a_burst_is_spread(live, waiting):
    live.add("white cars", features_of(found(AT_ONCE + 5)))
    live.add("trees", features_of(found(1, "trees")))
    live.flush()
    assert live.layers()["white cars"].featureCount() == AT_ONCE
    waiting(lambda: live.layers()["white cars"].featureCount() == AT_ONCE + 5)
    layer = live.layers()["trees"]
    assert layer.crs() == UTM and layer.customProperty(UNASKED) and "searching" in layer.name()
    assert not layer.extent().isEmpty()
    group = QgsProject.instance().layerTreeRoot().findGroup("Found in ortho")
    assert len(group.findLayers()) == 2
    live.drop()
    assert not QgsProject.instance().mapLayers()
    live.add("trees", features_of(found(1)))  # late ones are left aside
    live.flush()
    assert not QgsProject.instance().mapLayers()


def test_a_phrase_of_any_length_is_kept_whole_under_a_short_name(live):
    phrase = "the white car " * 30
    live.add(phrase, features_of(found(1, phrase)))
    live.flush()
    layer = live.layers()[phrase]
    assert next(layer.getFeatures())["phrase"] == phrase and len(layer.name()) < 80


def test_a_layer_that_the_user_removes_does_not_come_back(live):
    live.add("trees", features_of(found(1)))
    live.flush()
    QgsProject.instance().clear()
    live.add("trees", features_of(found(1)))
    live.flush()
    assert not QgsProject.instance().mapLayers() and live.keep() == 0


def test_what_was_found_before_a_crash_stays(live):
    live.add("trees", features_of(found(3)))
    assert live.keep() == 3
    (layer,) = QgsProject.instance().mapLayers().values()
    assert layer.name() == "trees (unfinished)" and layer.customProperty(UNASKED) is None
    live.begin("other", UTM)
    assert QgsProject.instance().mapLayers()


@pytest.fixture
def runner(toy_client, qgis_app):
    runner = Runner(toy_client, QgsMessageBar())
    yield runner
    runner.tear_down()


@pytest.fixture
def slow_job(layer, tmp_path):
    """Twelve rows of tiles of half a second each, with objects in the upper ones."""
    request = SegmentRequest("", ("slowly",), "", device="cpu", batch=1, gsd_m=0.03, bounds=None)
    return prepare(layer, request, geopackage=tmp_path / "p.gpkg", max_tiles=100)


def test_polygons_are_there_before_the_end_and_cancel_keeps_them(runner, slow_job, waiting):
    published = []
    runner.published.connect(published.append)
    runner.segment(slow_job)
    waiting(lambda: runner.live.layers() and runner.live.layers()["slowly"].featureCount())
    assert not published and runner.tasks
    began = time.monotonic()
    runner.cancel()
    waiting(lambda: published)
    assert time.monotonic() - began < 2.0  # one tile of half a second, and the writing
    (layer,) = published[0]
    assert layer.featureCount() >= 1 and layer.providerType() == "ogr"
    assert [other.id() for other in QgsProject.instance().mapLayers().values() if other.name() != "ortho"] == [
        layer.id()
    ]


def test_the_dock_is_free_at_a_click_on_cancel_and_the_next_search_begins_when_what_was_found_is_kept(
    runner, slow_job, waiting
):
    happened = []
    runner.running_changed.connect(happened.append)
    runner.status_changed.connect(happened.append)
    runner.progressed.connect(lambda _: happened.append("progress"))
    runner.published.connect(lambda layers: happened.append(layers[0].featureCount()))
    runner.segment(slow_job)
    waiting(lambda: runner.live.layers() and runner.live.layers()["slowly"].featureCount())
    happened.clear()
    runner.cancel()
    assert happened == [False, "Stopping, and keeping what was found …"] and len(runner.tasks) == 1
    happened.clear()
    runner.segment(slow_job)
    runner.segment(slow_job)
    assert happened[:2] == [True, "Begins when what was found before is kept …"]
    assert len(runner.tasks) == 1 and len(runner.waiting) == 2 and runner.live.layers()
    runner.cancel()  # the second click is for the next one
    assert len(runner.waiting) == 1
    happened.clear()
    waiting(lambda: "Starting …" in happened)
    assert happened[0].endswith("s") and happened[1] >= 1  # what was found, and the layer with it, come first
    assert happened[2:] == [True, "Starting …"]
    assert not runner.waiting and len(runner.tasks) == 1
    runner.cancel()
    waiting(lambda: not runner.tasks)
    assert happened.count(False) == 1


def test_of_a_cancelled_search_nobody_says_that_it_found_nothing(runner, layer, tmp_path, waiting):
    nothing = "slowly two three four five six seven eight nine ten"
    request = SegmentRequest("", ("slowly", nothing), "", device="cpu", batch=1, gsd_m=0.03)
    runner.segment(prepare(layer, request, geopackage=tmp_path / "p.gpkg", max_tiles=100))
    waiting(lambda: runner.live.layers())
    runner.cancel()
    waiting(lambda: not runner.tasks)
    said = [item.text() for item in runner._bar.items()]
    assert any("cancelled" in text for text in said) and not any("Nothing" in text for text in said)


def test_a_problem_of_something_else_leaves_the_progress_of_a_search(runner, slow_job, waiting):
    status = []
    runner.segment(slow_job)
    runner.status_changed.connect(status.append)
    runner.show_problem(WorkerDied("The download broke off."))
    assert not status
    runner.cancel()
    waiting(lambda: not runner.tasks)
    assert status


def test_a_second_click_on_cancel_leaves_the_dock_free(runner, slow_job, waiting):
    running = []
    runner.segment(slow_job)
    waiting(lambda: runner.live.layers())
    runner.running_changed.connect(running.append)
    runner.cancel()
    runner.segment(slow_job)
    runner.cancel()
    runner.cancel()
    assert running[0] is False and running[1] is True and set(running[2:]) == {False} and not runner.waiting
    waiting(lambda: not runner.tasks)
    assert running[-1] is False


def test_a_search_that_is_stopped_in_the_list_of_tasks_of_qgis_frees_the_dock_too(runner, slow_job, waiting):
    running = []
    runner.segment(slow_job)
    waiting(lambda: runner.live.layers())
    runner.running_changed.connect(running.append)
    runner.tasks[0].cancel()
    assert running == [False] and runner.tasks
    waiting(lambda: not runner.tasks)
    assert running == [False]


def test_what_a_broken_search_found_is_said_to_be_kept(runner, slow_job):
    runner.live.begin("ortho", UTM)
    runner.live.add("trees", features_of(found(3)))
    runner._search_failed(WorkerDied("The process ended."))
    assert any("3 objects" in item.text() for item in runner._bar.items())
