"""The toolbox offers the sample model for the model designer, as a copy that belongs to nobody's file."""

import sys
from types import ModuleType

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject, pyqtSignal
from rrsis.plugin.model_action import ModelMenu, OpenModel


class Designer:
    """Stands in for QGIS's designer."""

    def __init__(self, model):
        self.model, self.seen = model, []

    def show(self):
        self.seen.append("shown")

    def activate(self):
        self.seen.append("in front")


@pytest.fixture
def processing(monkeypatch):
    """The parts of QGIS's plugin Processing that are asked; its list of entries is returned."""
    entries = ModuleType("processing.gui.ProviderActions")
    listed = []
    entries.ProviderContextMenuActions = type(
        "Menu",
        (),
        {
            "registerProviderContextMenuActions": staticmethod(listed.extend),
            "deregisterProviderContextMenuActions": staticmethod(lambda gone: [listed.remove(one) for one in gone]),
        },
    )
    designer = ModuleType("processing.modeler.ModelerDialog")
    designer.ModelerDialog = type("ModelerDialog", (), {"create": staticmethod(Designer)})
    for name in ("processing", "processing.gui", "processing.modeler"):
        monkeypatch.setitem(sys.modules, name, ModuleType(name))
    monkeypatch.setitem(sys.modules, entries.__name__, entries)
    monkeypatch.setitem(sys.modules, designer.__name__, designer)
    return listed


def chosen(name):
    return QgsApplication.processingRegistry().providerById("rrsis").algorithm(name)


def test_it_opens_a_copy_that_asks_for_a_place_of_its_own(plugin_provider, processing):
    action = OpenModel("rrsis")
    model = chosen("Count objects in polygons")
    action.setData(model, None)
    assert action.isEnabled() and action.name and action.icon().isNull() and not action.is_separator
    action.execute()
    assert action.window.seen == ["shown", "in front"] and action.window.model.displayName() == model.displayName()
    assert not action.window.model.sourceFilePath()


@pytest.mark.parametrize("name", ["segmentbyphrase", "status"])
def test_what_is_no_model_is_not_offered(plugin_provider, name):
    action = OpenModel("rrsis")
    assert not action.isEnabled()
    action.setData(chosen(name), None)
    assert not action.isEnabled()


class Interface(QObject):
    initializationCompleted = pyqtSignal()


def test_it_comes_and_goes_with_the_plugin(processing):
    menu = ModelMenu("rrsis", Interface())
    assert processing == [menu.action]
    menu.tear_down()
    assert processing == []


def test_it_comes_later_where_processing_does(processing, monkeypatch):
    iface = Interface()
    with monkeypatch.context() as before:
        before.delitem(sys.modules, "processing")
        menu = ModelMenu("rrsis", iface)
        assert processing == []
    iface.initializationCompleted.emit()
    iface.initializationCompleted.emit()
    assert processing == [menu.action]
    menu.tear_down()
    iface.initializationCompleted.emit()
    assert processing == []


def test_without_processing_there_is_no_menu(monkeypatch):
    monkeypatch.delitem(sys.modules, "processing", raising=False)
    iface = Interface()
    menu = ModelMenu("rrsis", iface)
    iface.initializationCompleted.emit()
    menu.tear_down()


@pytest.fixture
def plugin_provider(toy_client, qgis_app):
    from rrsis.plugin.provider import RrsisProvider

    provider = RrsisProvider(toy_client)
    QgsApplication.processingRegistry().addProvider(provider)
    yield provider
    QgsApplication.processingRegistry().removeProvider("rrsis")
