"""The review panel appears for results whose probabilities are there, and asks once a change has settled."""

import pytest
from qgis.core import QgsVectorLayer
from rrsis.plugin.results import PHRASE, PROBABILITY, remember_vector
from rrsis.plugin.review import ReviewPanel
from rrsis.rrsis_core.request import VectorSettings


@pytest.fixture
def panel(qgis_app):
    panel = ReviewPanel()
    yield panel
    panel.tear_down()


@pytest.fixture
def found(tmp_path):
    layer = QgsVectorLayer("Polygon", "cars", "memory")
    (tmp_path / "p.tif").touch()
    layer.setCustomProperty(PROBABILITY, str(tmp_path / "p.tif"))
    layer.setCustomProperty(PHRASE, "cars")
    remember_vector(layer, VectorSettings(0.35, min_area_m2=4.0, right_angles=True))
    return layer


def test_it_is_hidden_for_other_layers_and_lost_probabilities(panel, found, tmp_path):
    panel.set_layer(None)
    assert panel.isHidden()
    panel.set_layer(QgsVectorLayer("Polygon", "other", "memory"))
    assert panel.isHidden()
    (tmp_path / "p.tif").unlink()
    panel.set_layer(found)
    assert panel.isHidden() and panel.layer is None


def test_choosing_a_result_shows_its_threshold_and_asks_for_nothing(panel, found, waiting):
    asked = []
    panel.review_requested.connect(lambda *what: asked.append(what))
    panel.set_layer(found)
    assert not panel.isHidden() and "cars" in panel.title()
    assert panel.settings() == VectorSettings(0.35, min_area_m2=4.0, right_angles=True) and panel.slider.value() == 35
    assert not panel._timer.isActive() and not asked


def test_a_dragged_slider_asks_once(panel, found, waiting):
    asked = []
    panel.review_requested.connect(lambda layer, settings: asked.append(settings.threshold))
    panel.set_layer(found)
    for value in range(36, 61):
        panel.slider.setValue(value)
    waiting(lambda: asked)
    assert asked == [0.6]


def test_all_controls_reach_the_request(panel, found):
    panel.set_layer(found)
    panel.min_area.setValue(12)
    panel.holes.setValue(3)
    panel.right_angles.setChecked(True)
    panel.split.setChecked(True)
    settings = panel.settings()
    assert (settings.min_area_m2, settings.fill_holes_m2) == (12, 3)
    assert settings.right_angles and settings.split_touching
