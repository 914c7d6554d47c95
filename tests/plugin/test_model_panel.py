"""The chosen model says what it is, and where it is missing the way to it is one click."""

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox, QFileDialog, QMessageBox
from rrsis.plugin.help import HelpKey
from rrsis.plugin.model_panel import ModelPanel, can_be_checked, consent_text, facts
from rrsis.rrsis_core.catalog import CATALOG
from rrsis.rrsis_core.weight_files import weights_state
from rrsis.rrsis_core.worker.protocol import Progress


@pytest.fixture
def panel(qgis_app, tmp_path, monkeypatch):
    monkeypatch.setenv("RRSIS_CACHE", str(tmp_path))
    combo, device = QComboBox(), QComboBox()
    device.addItems(["Automatic", "CPU"])
    panel = ModelPanel(combo, device)
    panel.combo, panel.device = combo, device
    return panel


def choose(panel, name):
    panel.combo.setCurrentIndex(panel.combo.findData(name))


def test_every_model_is_listed_with_its_facts(panel):
    assert panel.combo.count() == len(CATALOG)
    assert "ready" in facts(CATALOG["lgce-tiny"]) and "MB" in facts(CATALOG["lgce-tiny"])
    assert "2.6 GB" in facts(CATALOG["remotesam"]) and "to fetch" in facts(CATALOG["remotesam"])
    assert "missing" in facts(CATALOG["lgce"]) and "0.325 m" in facts(CATALOG["lgce"])
    panel.device.setCurrentIndex(1)
    assert panel.label.text().endswith("device: CPU")


def test_missing_models_are_muted_and_ready_ones_are_not(panel):
    role = Qt.ItemDataRole.ForegroundRole
    assert panel.combo.itemData(panel.combo.findData("lgce-tiny"), role) is None
    assert panel.combo.itemData(panel.combo.findData("lgce"), role) is not None


def test_only_what_is_missing_offers_a_button(panel):
    choose(panel, "lgce-tiny")
    assert panel.fetch.isHidden() and panel.add.isHidden()
    choose(panel, "lgce")
    assert panel.fetch.isHidden() and not panel.add.isHidden()
    choose(panel, "remotesam")
    assert not panel.fetch.isHidden() and not panel.add.isHidden()


def test_no_button_leads_nowhere_where_no_checksum_is_known(panel):
    choose(panel, "clipseg")
    assert weights_state(panel.card) == "to fetch" and not can_be_checked(panel.card)
    assert panel.fetch.isHidden() and not panel.add.isHidden() and "SHA-256" in panel.label.text()


def test_nothing_is_fetched_before_the_licence_was_shown_and_accepted(panel):
    asked = []
    panel.fetch_requested.connect(asked.append)
    choose(panel, "remotesam")
    panel.fetch.click()
    assert all(button.toolTip() for button in panel.question.buttons())
    assert panel.question.findChild(HelpKey) is not None
    assert not asked and "no licence stated" in panel.question.text() and "2.6 GB" in consent_text(panel.card)
    panel.question.button(QMessageBox.StandardButton.No).click()
    assert not asked
    panel.fetch.click()
    panel.question.button(QMessageBox.StandardButton.Yes).click()
    assert asked == ["remotesam"]


def test_a_file_of_ones_own_is_added(panel, monkeypatch):
    asked = []
    panel.add_requested.connect(lambda *what: asked.append(what))
    choose(panel, "lgce")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    panel.add.click()
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("/own.pth", ""))
    panel.add.click()
    assert asked == [("lgce", "/own.pth")]


def test_a_download_shows_how_far_it_is(panel):
    choose(panel, "remotesam")
    panel.show_fetching(Progress(1, 500, 1000))
    assert not panel.bar.isHidden() and panel.bar.value() == 500 and panel.fetch.isHidden()
    panel.show_fetching(None)
    assert panel.bar.isHidden() and not panel.fetch.isHidden()


def test_weights_that_came_are_seen(panel, tmp_path):
    choose(panel, "lgce")
    (tmp_path / "models" / "lgce").mkdir(parents=True)
    (tmp_path / "models" / "lgce" / "model.safetensors").write_bytes(b"x" * 2_000_000)
    panel.refresh()
    assert panel.add.isHidden() and "2 MB" in panel.label.text()
