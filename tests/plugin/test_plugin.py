"""The plugin comes and goes without a trace."""

import gc
import weakref

import pytest
from qgis.core import QgsApplication
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from rrsis import classFactory
from rrsis.plugin.settings import Settings
from rrsis.rrsis_core.errors import EnvironmentMissing
from rrsis.rrsis_core.request import VectorSettings
from rrsis.rrsis_core.worker.environment import find_python, python_in


@pytest.fixture
def plugin(qgis_iface):
    plugin = classFactory(qgis_iface)
    plugin.initGui()
    yield plugin
    if plugin.provider is not None:
        plugin.unload()


def test_qgis_process_gets_the_algorithms_alone(qgis_app):
    plugin = classFactory(None)
    plugin.initProcessing()
    assert QgsApplication.processingRegistry().algorithmById("rrsis:segmentbyphrase") is not None
    plugin.unload()
    assert QgsApplication.processingRegistry().providerById("rrsis") is None


def test_the_dock_is_there_and_nothing_runs_before_it_is_asked(plugin):
    assert plugin.dock is not None and plugin.client.pid is None
    assert QgsApplication.processingRegistry().providerById("rrsis") is plugin.provider


def test_the_worker_runs_in_the_python_that_the_options_name_also_as_a_folder_and_without_a_restart(plugin, tmp_path):
    with pytest.raises(EnvironmentMissing, match="nowhere"):
        Settings().python = str(tmp_path / "nowhere")
        plugin.client.ask("probe", {})
    python = python_in(tmp_path)
    python.parent.mkdir()
    python.symlink_to(find_python())
    Settings().python = str(tmp_path)
    assert plugin.client._find() == python


def test_who_opens_the_dock_can_type_at_once(plugin):
    plugin.action.setChecked(False)
    plugin.action.trigger()
    assert plugin.action.isChecked() and plugin.dock.window().focusWidget() is plugin.dock.phrasesEdit


def test_unload_takes_everything_away(qgis_iface):
    for _ in range(3):
        plugin = classFactory(qgis_iface)
        plugin.initGui()
        dock, action = plugin.dock, plugin.action
        plugin.unload()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert sip.isdeleted(dock) and sip.isdeleted(action)
        assert QgsApplication.processingRegistry().providerById("rrsis") is None
        assert plugin.client.pid is None and not plugin.runner.tasks


def test_the_dock_is_collected_on_the_main_thread_and_not_whenever_a_thread_collects(qgis_iface, waiting):
    plugin = classFactory(qgis_iface)
    plugin.initGui()
    dock = weakref.ref(plugin.dock)
    gc.disable()
    try:
        plugin.unload()
        del plugin
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        waiting(lambda: dock() is None)
    finally:
        gc.enable()


def test_a_search_from_the_dock_ends_in_the_project(plugin, layer, toy_client, waiting, monkeypatch):
    plugin.runner._client = toy_client
    plugin.dock.follow(layer)
    plugin.dock.add_phrase("white cars")
    plugin.dock.show_environment("")
    published = []
    plugin.runner.published.connect(published.append)
    plugin.dock.runButton.click()
    assert not plugin.dock.cancelButton.isHidden()
    waiting(lambda: published)
    assert [found.featureCount() for found in published[0]] == [2]
    waiting(lambda: plugin.dock.cancelButton.isHidden())
    assert "2 × white cars" in plugin.dock.statusLabel.text()
    plugin.dock.follow(published[0][0])
    plugin.runner.lowered.emit(published[0][0], VectorSettings(threshold=0.3))
    assert plugin.dock.review.spin.value() == 0.3 and plugin.dock.review.undo.isEnabled()
    waiting(lambda: not plugin.runner.tasks)
    assert not plugin.dock.review.isHidden()
    refreshed = []
    monkeypatch.setattr(plugin.iface.mapCanvas(), "refresh", lambda: refreshed.append(True))
    plugin.dock.review.discard.click()
    assert refreshed
