"""Outcomes reach the project, the dock's signals and the message bar."""

import pytest
from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsProject
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtWidgets import QPushButton
from rrsis.plugin.job import prepare
from rrsis.plugin.results import Published, kept_probability, remembered_vector
from rrsis.plugin.runner import Runner
from rrsis.rrsis_core.errors import Cancelled, EnvironmentMissing, OutputLocked
from rrsis.rrsis_core.request import LayerResult, Notice, SegmentRequest, SegmentResult, VectorSettings


@pytest.fixture
def bar(qgis_app):
    return QgsMessageBar()


@pytest.fixture
def runner(toy_client, bar):
    runner = Runner(toy_client, bar)
    yield runner
    runner.tear_down()


@pytest.fixture
def job(layer, tmp_path):
    def make(*phrases):
        request = SegmentRequest("", phrases, "", device="cpu", probability=str(tmp_path / "p.tif"))
        return prepare(layer, request, geopackage=tmp_path / "p.gpkg", max_tiles=10)

    return make


def shown(bar):
    return [item.text() for item in bar.items()]


def search(runner, job, waiting):
    published = []
    runner.published.connect(published.append)
    runner.segment(job)
    waiting(lambda: published and not runner.tasks)
    return published[0]


def test_a_search_ends_in_the_project_and_says_what_was_found(runner, job, bar, waiting):
    running, status = [], []
    runner.running_changed.connect(running.append)
    runner.status_changed.connect(status.append)
    (layer,) = search(runner, job("white cars"), waiting)
    assert QgsProject.instance().mapLayer(layer.id()) is layer and layer.featureCount() == 2
    assert running == [True, False]
    assert shown(bar) == ["Found 2 × white cars."]
    assert status[-1].startswith("2 × white cars in")


def test_that_finished_rows_were_gone_on_with_is_no_warning_and_names_no_file(runner, bar):
    resumed = Notice(
        "run-resumed", "Its rows are taken from /some/where.unfinished.", {"path": "/some/where.unfinished"}
    )
    result = SegmentResult("p.gpkg", (LayerResult("white cars", "white cars", 2, 1.0, 0.9),), notices=(resumed,))
    runner._segmented(Published(result, "scene", QgsCoordinateReferenceSystem(), VectorSettings()))
    (text,) = (item.text() for item in bar.items() if item.level() == Qgis.MessageLevel.Info)
    assert "went on" in text and "/" not in text
    assert not [item for item in bar.items() if item.level() == Qgis.MessageLevel.Warning]


def test_nothing_found_says_what_to_try(runner, job, bar, waiting):
    search(runner, job("one two three four five six seven eight nine ten"), waiting)
    assert len(shown(bar)) == 1 and "Nothing was found" in shown(bar)[0]


def test_many_phrases_that_bring_nothing_are_named_in_one_sentence(runner, job, bar, waiting):
    many = [f"{number} two three four five six seven eight nine ten" for number in range(6)]
    assert len(search(runner, job(*many), waiting)) == 6
    assert len(shown(bar)) == 1 and "2 more" in shown(bar)[0]


def test_nothing_found_offers_the_threshold_that_would_bring_something(runner, job, bar, waiting):
    (found,) = search(runner, job("cars faintly seen"), waiting)
    assert found.featureCount() == 0 and "highest probability" in shown(bar)[0]
    (button,) = [b for item in bar.items() for b in item.findChildren(QPushButton) if "Lower" in b.text()]
    wishes = []
    runner.lowered.connect(lambda layer, settings: wishes.append((layer, settings)))
    button.click()
    assert [layer for layer, _ in wishes] == [found] and wishes[0][1].threshold < 0.5
    runner.review(*wishes[0])
    waiting(lambda: not runner.tasks)
    assert found.featureCount() == 2


def test_a_review_changes_the_layer_in_place(runner, job, waiting):
    (layer,) = search(runner, job("white cars"), waiting)
    assert kept_probability(layer) is not None
    runner.review(layer, VectorSettings(0.4, min_area_m2=60.0))
    waiting(lambda: not runner.tasks)
    assert layer.featureCount() == 1 and layer.name() == "white cars (1)"
    assert remembered_vector(layer).threshold == 0.4


def test_a_review_that_failed_is_told_of_unless_another_follows(runner, job, bar, waiting, tmp_path):
    (layer,) = search(runner, job("white cars"), waiting)
    failed = []
    runner.review_failed.connect(failed.append)
    (tmp_path / "p.tif").write_bytes(b"no raster")
    runner.review(layer, VectorSettings(0.4))
    runner.review(layer, VectorSettings(0.3))
    waiting(lambda: not runner.tasks)
    assert failed == [layer.id()] and layer.featureCount() == 2 and remembered_vector(layer).threshold == 0.5


def test_of_many_wishes_the_first_and_the_last_are_done(runner, job, waiting):
    (layer,) = search(runner, job("white cars"), waiting)
    started = []
    runner.start, start = lambda task: (started.append(task), start(task)), runner.start
    for smallest in (1.0, 20.0, 40.0, 60.0, 80.0):
        runner.review(layer, VectorSettings(0.5, min_area_m2=smallest))
    waiting(lambda: not runner.tasks)
    assert len(started) == 2 and layer.featureCount() == 1


def test_a_layer_that_is_being_edited_is_left_alone(runner, job, bar, waiting):
    (layer,) = search(runner, job("white cars"), waiting)
    layer.startEditing()
    runner.review(layer, VectorSettings(0.4))
    assert not runner.tasks and any("being edited" in text for text in shown(bar))
    layer.rollBack()


def test_problems_are_shown_until_closed_and_a_missing_environment_is_offered(runner, bar):
    missed = []
    runner.environment_missed.connect(lambda: missed.append(True))
    runner.show_problem(OutputLocked("The file is open."))
    runner.show_problem(Cancelled("Cancelled."))
    assert not missed
    runner.show_problem(EnvironmentMissing("Not set up."))
    assert missed and {"The file is open.", "Cancelled.", "Not set up."} <= set(shown(bar))
    levels = {item.text(): item.level() for item in bar.items()}
    assert levels["The file is open."] == Qgis.MessageLevel.Critical
    assert levels["Cancelled."] == Qgis.MessageLevel.Info


def test_cancel_reaches_every_task(runner, job, waiting, monkeypatch):
    runner.segment(job("white cars"))
    task = runner.tasks[0]
    runner.cancel()
    assert task.feedback.isCanceled()
    waiting(lambda: not runner.tasks)


def test_a_click_on_cancel_that_comes_too_late_says_nothing(runner):
    said = []
    runner.status_changed.connect(said.append)
    runner.cancel()
    assert not said


def test_a_search_that_other_tasks_of_qgis_keep_waiting_says_so(runner, job, waiting):
    said = []
    runner.status_changed.connect(said.append)
    runner.segment(job("white cars"))
    runner._starter.held.emit([])
    assert said == ["Starting …"]
    runner._starter.held.emit(list(runner.tasks))
    assert said[-1] == "Waiting for other tasks of QGIS …"
    waiting(lambda: not runner.tasks)


def test_several_searches_run_one_after_the_other_in_their_order(runner, job, waiting):
    running, published, queues = [], [], []
    runner.running_changed.connect(running.append)
    runner.published.connect(published.append)
    runner.queue_changed.connect(queues.append)
    for phrase in ("white cars", "the river", "trees", "buildings"):
        runner.segment(job(phrase))
    assert len(runner.tasks) == 1 and queues[-1] == ["the river in ortho", "trees in ortho", "buildings in ortho"]
    runner.remove_waiting(1)
    runner.remove_waiting(7)
    waiting(lambda: len(published) == 3 and not runner.tasks)
    assert running[-1] is False and running.count(False) == 1 and queues[-1] == []
    assert [layer.name() for (layer,) in published] == ["white cars (2)", "the river (2)", "buildings (2)"]


def test_what_was_found_for_a_closed_project_is_offered_to_the_next_one(runner, job, bar, waiting):
    published = []
    runner.published.connect(published.append)
    runner.segment(job("white cars"))
    runner.segment(job("trees"))
    QgsProject.instance().clear()
    waiting(lambda: not runner.tasks and not runner.waiting)
    assert not published and not QgsProject.instance().mapLayers()
    assert len(shown(bar)) == 2 and all("closed meanwhile" in text and "p.gpkg" in text for text in shown(bar))
    buttons = [button for item in bar.items() for button in item.findChildren(QPushButton)]
    next(button for button in buttons if button.text() == "Add to this project").click()
    waiting(lambda: not runner.tasks)
    (layers,) = published
    assert [layer.featureCount() for layer in layers] == [2] and len(QgsProject.instance().mapLayers()) == 1
    assert len(shown(bar)) == 1


def test_a_search_that_fails_does_not_hold_up_the_next(runner, job, waiting):
    published, problems = [], []
    runner.published.connect(published.append)
    runner.problem_shown.connect(problems.append)
    runner.segment(job("crash"))
    runner.segment(job("white cars"))
    waiting(lambda: published and not runner.tasks)
    assert problems and problems[0].code == "worker-died"


def test_layers_of_a_file_that_was_written_to_are_drawn_anew_once_it_is_whole(runner, job, polygons, waiting):
    """QGIS reads a GeoPackage without locks: what it draws meanwhile has gaps."""
    (older,) = search(runner, job("white cars"), waiting)
    drawn = []
    for layer in (older, polygons):
        layer.repaintRequested.connect(lambda *_, layer=layer: drawn.append((layer.name(), len(runner.tasks))))
    (newer,) = search(runner, job("bright squares"), waiting)
    assert drawn == [("white cars (2)", 0)]
    runner.review(newer, VectorSettings(0.4))
    waiting(lambda: not runner.tasks)
    assert drawn[1:] == [("white cars (2)", 0)]


def test_who_looks_through_many_layers_starts_two_counts_and_sees_that_of_the_last(runner, job, waiting):
    layers = search(runner, job(*(f"white cars {number}" for number in range(8))), waiting)
    counted, started = [], []
    runner.counted.connect(lambda layer_id, counts: counted.append((layer_id, sum(counts) > 0)))
    runner.start, start = lambda task: (started.append(task), start(task)), runner.start
    for layer in layers:
        runner.count_probabilities(layer)
    waiting(lambda: not runner.tasks)
    assert counted == [(layers[0].id(), True), (layers[-1].id(), True)] and len(started) == 2
