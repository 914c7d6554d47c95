"""A preview looks at the middle of the map, draws over it, and leaves nothing behind."""

import tempfile

import pytest
from qgis.core import QgsApplication, QgsCoordinateReferenceSystem, QgsProject, QgsRectangle
from qgis.gui import QgsMapCanvas
from rrsis.plugin.job import prepare
from rrsis.plugin.preview import LOOKED_AT_PX, Overlay, Previewer, PreviewTask, preview_bounds, seen_gsd_m
from rrsis.rrsis_core.catalog import CATALOG
from rrsis.rrsis_core.errors import ExtentOutside, RequestInvalid
from rrsis.rrsis_core.grid import Window, tile_grid
from rrsis.rrsis_core.request import SegmentRequest

CARD = CATALOG["lgce-tiny"]


@pytest.fixture
def canvas(qgis_app):
    canvas = QgsMapCanvas()
    canvas.resize(200, 200)
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:32645"))
    return canvas


@pytest.fixture
def make_job(layer):
    def make(phrase="white cars"):
        return prepare(layer, SegmentRequest("", (phrase,), "", device="cpu"), max_tiles=10)

    return make


def start(task):
    start.kept = task
    QgsApplication.taskManager().addTask(task)


@pytest.fixture
def previewer(canvas, toy_client, make_job):
    previewer = Previewer(canvas, toy_client, make_job, start)
    previewer.said, previewer.problems = [], []
    previewer.told.connect(previewer.said.append)
    previewer.failed.connect(previewer.problems.append)
    yield previewer
    previewer.tear_down()


def test_the_model_looks_at_the_layers_own_pixels_within_what_it_knows(layer, make_raster):
    from qgis.core import QgsRasterLayer

    assert seen_gsd_m(layer, CARD, None) == pytest.approx(0.2, rel=0.01)
    assert seen_gsd_m(layer, CARD, 0.7) == 0.7
    coarse = QgsRasterLayer(str(make_raster("coarse.tif", gsd_m=10.0)), "coarse")
    assert seen_gsd_m(coarse, CARD, None) == 0.2


def test_at_most_some_tiles_are_looked_at_and_a_map_elsewhere_is_said(layer):
    crs = layer.crs()
    whole = preview_bounds(layer, layer.extent(), crs, 1000.0)
    assert whole == layer.extent()
    small = preview_bounds(layer, layer.extent(), crs, 20.0)
    assert small.width() == pytest.approx(20, rel=0.01) and small.center().distance(layer.extent().center()) < 0.01
    with pytest.raises(ExtentOutside):
        preview_bounds(layer, QgsRectangle(0, 0, 1, 1), crs, 20.0)


def test_the_task_brings_shapes_and_no_layer(make_job, toy_client, waiting):
    got = []
    task = PreviewTask(make_job(), toy_client)
    task.succeeded.connect(got.append)
    start(task)
    waiting(lambda: got)
    assert got[0].counts == {"white cars": 2} and got[0].found["white cars"].area() > 90
    assert len(QgsProject.instance().mapLayers()) == 1


def test_what_is_wanted_is_drawn_and_goes_when_it_is_not(previewer, canvas, waiting):
    previewer.set_wanted(True)
    waiting(lambda: previewer.overlay.bands)
    assert len(previewer.overlay.bands) == 2 and previewer.said[-1] == "Preview: 2 × white cars"
    previewer.set_wanted(False)
    assert not previewer.overlay.bands and previewer.said[-1] == ""
    previewer.hold(True)
    previewer.set_wanted(False)
    assert previewer.said.count("") == 1  # what a search says meanwhile stays


def test_changes_lead_to_one_more_look_after_they_have_settled(previewer, canvas, waiting):
    previewer.set_wanted(True)
    for _ in range(5):
        previewer.touch()
    waiting(lambda: previewer.said.count("Preview: 2 × white cars") == 2)
    waiting(lambda: previewer.task is None)
    assert not previewer._timer.isActive()


def test_a_search_goes_first(previewer, waiting):
    previewer.hold(True)
    previewer.set_wanted(True)
    assert previewer.task is None
    previewer.hold(False)
    waiting(lambda: previewer.overlay.bands)


def test_a_wish_that_cannot_be_met_is_said_and_a_crash_is_told(previewer, make_job, waiting):
    def refuse():
        raise RequestInvalid("No.")

    previewer._make_job = refuse
    previewer.set_wanted(True)
    assert previewer.said == ["No."]
    previewer._make_job = lambda: make_job("crash")
    previewer.touch()
    waiting(lambda: previewer.problems)
    assert previewer.problems[0].code == "worker-died" and not previewer.overlay.bands


def test_an_overlay_is_cleared(canvas):
    overlay = Overlay(canvas)
    overlay.clear()
    assert overlay.bands == []


@pytest.mark.parametrize("tile_px", [480, 960])
def test_few_tiles_are_enough_wherever_the_map_is(tile_px):
    side = round(1.005 * LOOKED_AT_PX) + 2  # with the pixels that are cut at the edges
    counts = set()
    for start in range(64):
        window = Window(1000 + start, 2000 + 7 * start, side, side)
        counts.add(len(list(tile_grid(window, tile_px, 96 * tile_px // 480, CARD.lattice_px))))
    assert counts == ({4} if tile_px == 480 else {1})


def test_nothing_of_a_preview_stays_on_disk(layer, toy_client, waiting, monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    job = prepare(layer, SegmentRequest("", ("bright squares",), "", device="cpu"), max_tiles=9)
    preview = PreviewTask(job, toy_client).work()
    assert preview.counts == {"bright squares": 2} and list(tmp_path.glob("rrsis-*")) == []
