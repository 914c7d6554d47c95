"""What the review decides is done, and a discarded layer can be had back until its table is gone."""

import pytest
from qgis.core import QgsProject
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtWidgets import QPushButton
from rrsis.plugin import verdicts as module
from rrsis.plugin.job import prepare
from rrsis.plugin.results import ACCEPTED
from rrsis.plugin.runner import Runner
from rrsis.plugin.verdicts import Verdicts
from rrsis.rrsis_core.request import SegmentRequest


@pytest.fixture
def bar(qgis_app):
    return QgsMessageBar()


@pytest.fixture
def runner(toy_client, bar):
    runner = Runner(toy_client, bar)
    yield runner
    runner.tear_down()


@pytest.fixture
def verdicts(runner, bar):
    verdicts = Verdicts(runner, bar)
    yield verdicts
    verdicts.tear_down()


@pytest.fixture
def found(runner, layer, tmp_path, waiting):
    request = SegmentRequest("", ("white cars", "trees"), "", device="cpu", probability=str(tmp_path / "p.tif"))
    published = []
    runner.published.connect(published.append)
    runner.segment(prepare(layer, request, geopackage=tmp_path / "p.gpkg", max_tiles=10))
    waiting(lambda: published and not runner.tasks)
    return published[0]


def test_accepting_is_remembered_in_the_layer(verdicts, found):
    heard = []
    verdicts.changed.connect(heard.append)
    verdicts.accept(found[0], True)
    assert found[0].customProperty(ACCEPTED) and heard == [found[0]] and QgsProject.instance().isDirty()
    verdicts.accept(found[0], False)
    assert not found[0].customProperty(ACCEPTED)


def test_a_discarded_layer_comes_back_to_its_place(verdicts, found, bar, tmp_path, layers_in):
    back = []
    verdicts.brought_back.connect(back.append)
    names = [node.name() for node in QgsProject.instance().layerTreeRoot().findLayers()]
    verdicts.discard(found[0])
    assert len(QgsProject.instance().layerTreeRoot().findLayers()) == len(names) - 1
    buttons = [button for item in bar.items() for button in item.findChildren(QPushButton)]
    next(button for button in buttons if button.text() == "Undo").click()
    assert [node.name() for node in QgsProject.instance().layerTreeRoot().findLayers()] == names
    assert back and back[0].featureCount() == 2
    assert layers_in(tmp_path / "p.gpkg") == {"white_cars", "trees"}


def test_later_the_table_goes_and_the_probabilities_with_the_last(
    verdicts, found, runner, tmp_path, waiting, monkeypatch, layers_in
):
    monkeypatch.setattr(module, "REGRET_S", -1)
    verdicts.discard(found[0])
    waiting(lambda: not verdicts._discarded and not runner.tasks)
    assert layers_in(tmp_path / "p.gpkg") == {"trees"} and (tmp_path / "p.tif").is_file()
    verdicts.discard(found[1])
    waiting(lambda: not verdicts._discarded and not runner.tasks)
    assert layers_in(tmp_path / "p.gpkg") == set() and not (tmp_path / "p.tif").exists()


def test_a_layer_discarded_just_before_its_project_was_closed_stays_in_its_file(
    verdicts, found, bar, runner, tmp_path, waiting, monkeypatch, layers_in
):
    verdicts.discard(found[0])
    (discarded,) = verdicts._discarded
    QgsProject.instance().clear()
    for button in [button for item in bar.items() for button in item.findChildren(QPushButton)]:
        button.click()
    verdicts._delete(discarded)
    assert not QgsProject.instance().mapLayers() and not runner.tasks
    assert layers_in(tmp_path / "p.gpkg") == {"white_cars", "trees"}


def test_appending_says_what_to_do_next(verdicts, found, polygons, bar, waiting):
    verdicts.append(found[0], polygons)
    waiting(lambda: not verdicts._appends)
    said = next(item.text() for item in bar.items() if "2 objects were appended" in item.text())
    assert polygons.featureCount() == 3 and "Choose that layer" in said  # Ctrl+Z is the active layer's
    polygons.rollBack()
