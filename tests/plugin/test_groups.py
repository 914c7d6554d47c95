"""A group of results goes with its last layer, and no other group does."""

import pytest
from qgis.core import QgsProject, QgsVectorLayer
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtWidgets import QPushButton
from rrsis.plugin.groups import EmptyGroups, group_of, group_title, insert_into
from rrsis.plugin.runner import Runner
from rrsis.plugin.verdicts import Verdicts

TITLE = "Found in ortho"


@pytest.fixture
def watched(qgis_app):
    groups = EmptyGroups()
    yield groups
    groups.tear_down()


def add(name: str, title: str = TITLE) -> QgsVectorLayer:
    layer = QgsVectorLayer("Polygon?crs=EPSG:32645", name, "memory")
    QgsProject.instance().addMapLayer(layer, False)
    insert_into(QgsProject.instance(), title, layer)
    return layer


def titles() -> list:
    return [group.name() for group in QgsProject.instance().layerTreeRoot().findGroups(True)]


def test_the_group_goes_with_its_last_layer(watched, waiting):
    assert group_title("ortho") == TITLE
    first, second = add("cars"), add("trees")
    QgsProject.instance().removeMapLayer(first.id())
    waiting(lambda: not watched._timer.isActive())
    assert titles() == [TITLE]
    QgsProject.instance().removeMapLayer(second.id())
    assert titles() == [TITLE]  # QGIS still knows it at this moment
    waiting(lambda: not watched._timer.isActive())
    assert titles() == []


def test_other_groups_stay(watched, waiting):
    root = QgsProject.instance().layerTreeRoot()
    mine, renamed, kept = add("cars"), add("trees", "Found in a"), add("roads", "Found in b")
    root.findGroup("Found in a").setName("My trees")
    group_of(QgsProject.instance(), "Found in b").addGroup("notes")
    root.addGroup("empty")
    QgsProject.instance().removeMapLayers([mine.id(), renamed.id(), kept.id()])
    waiting(lambda: not watched._timer.isActive())
    assert sorted(titles()) == ["Found in b", "My trees", "empty", "notes"]


def test_a_discarded_layer_brings_its_group_back_to_its_place(watched, waiting, toy_client):
    bar = QgsMessageBar()
    runner = Runner(toy_client, bar)
    verdicts = Verdicts(runner, bar)
    root = QgsProject.instance().layerTreeRoot()
    layer = add("cars")
    root.insertGroup(0, "above")
    verdicts.discard(layer)
    waiting(lambda: not watched._timer.isActive())
    assert titles() == ["above"]
    bar.items()[0].findChildren(QPushButton)[0].click()
    assert titles() == ["above", TITLE] and [node.name() for node in root.findGroup(TITLE).findLayers()] == ["cars"]
    verdicts.tear_down()
    runner.tear_down()


def test_a_project_that_is_closed_leaves_nothing_behind(watched, waiting):
    add("cars")
    QgsProject.instance().clear()
    waiting(lambda: not watched._timer.isActive())
    assert titles() == [] and not watched._titles
