"""The review panel appears for results whose probabilities are there, and asks once a change has settled."""

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtWidgets import QApplication
from rrsis.plugin.results import ACCEPTED, PHRASE, PROBABILITY, remember_vector
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


def test_no_phrase_widens_the_dock(panel, found):
    panel.set_layer(found)
    width = panel.minimumSizeHint().width()
    found.setCustomProperty(PHRASE, "the white cars & lorries " * 12)
    panel.set_layer(found)
    assert panel.minimumSizeHint().width() < 1.2 * width and "&&" in panel.title()


def test_the_slider_has_its_way_however_narrow_the_dock_is(panel, found):
    panel.set_layer(found)
    panel.show()
    for width in (260, 420):
        panel.resize(width, 420)
        QApplication.processEvents()
        assert panel.slider.width() > 0.8 * panel.width()


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


def test_the_outline_follows_and_automatic_is_none(panel, found):
    panel.set_layer(found)
    assert panel.settings().simplify_m is None
    panel.simplify.setValue(0.0)
    assert panel.settings().simplify_m == 0.0
    panel.simplify.setValue(0.7)
    assert panel.settings().simplify_m == 0.7


def test_changes_can_be_undone_and_redone_also_before_they_have_settled(panel, found):
    asked = []
    panel.review_requested.connect(lambda layer, settings: asked.append(settings.threshold))
    panel.set_layer(found)
    assert not panel.undo.isEnabled() and not panel.redo.isEnabled()
    for value in (0.5, 0.6):
        panel.spin.setValue(value)
        panel.request()
    panel.spin.setValue(0.7)  # still settling
    panel.undo.click()
    panel.undo.click()
    panel.redo.click()
    assert asked == [0.5, 0.6, 0.7, 0.6, 0.5, 0.6] and panel.spin.value() == 0.6
    panel.spin.setValue(0.8)
    panel.request()
    assert not panel.redo.isEnabled()
    panel.set_layer(QgsVectorLayer("Polygon", "other", "memory"))
    panel.set_layer(found)
    assert panel.undo.isEnabled()


def test_an_accepted_layer_shows_that_and_can_be_reviewed_again(panel, found):
    told = []
    panel.accepted.connect(lambda layer, accepted: told.append(accepted))
    panel.discarded.connect(lambda layer: told.append("discarded"))
    panel.set_layer(found)
    panel.accept.click()
    for kept in (True, "true", 1):  # as projects give it back
        found.setCustomProperty(ACCEPTED, kept)
        panel.set_layer(found)
        assert panel.controls.isHidden() and not panel.again.isHidden()
    panel.again.click()
    found.setCustomProperty(ACCEPTED, False)
    panel.set_layer(found)
    assert not panel.controls.isHidden() and panel.again.isHidden()
    panel.discard.click()
    assert told == [True, False, "discarded"]


def test_by_keyboard_accepting_and_reviewing_again_are_one_button(panel, found):
    panel.set_layer(found)
    QApplication.setActiveWindow(panel)
    panel.accept.setFocus()
    for accepted, button in ((True, panel.again), (False, panel.accept)):
        found.setCustomProperty(ACCEPTED, accepted)
        panel.set_layer(found)
        assert QApplication.focusWidget() is button


def test_layers_that_can_take_the_objects_are_offered(panel, found, polygons):
    asked = []
    panel.append_requested.connect(lambda *layers: asked.append(layers))
    panel.set_layer(found)
    panel.list_targets()
    (action,) = panel.append.menu().actions()
    action.trigger()
    assert asked == [(found, polygons)]
    polygons.setReadOnly(True)
    panel.list_targets()
    assert not panel.append.menu().actions()[0].isEnabled()


def test_edits_by_hand_count_as_acceptance_so_that_no_slider_undoes_them(panel, found):
    told = []
    panel.accepted.connect(lambda layer, accepted: told.append((layer, accepted)))
    QgsProject.instance().addMapLayer(found)
    panel.set_layer(found)
    panel.set_layer(None)
    panel.set_layer(found)
    feature = QgsFeature(found.fields())
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(0, 0, 1, 1)))
    found.startEditing()
    found.addFeatures([feature])
    assert found.commitChanges() and told == [(found, True)]
    panel.tear_down()
    found.startEditing()
    found.deleteFeature(1)
    assert found.commitChanges() and len(told) == 1


def test_what_could_not_be_made_is_not_shown_as_made(panel, found):
    panel.set_layer(found)
    panel.spin.setValue(0.7)
    panel.take_back(found.id())
    assert panel.spin.value() == 0.7  # it has not been asked for yet
    panel._timer.stop()
    panel.request()
    assert panel.undo.isEnabled()
    panel.take_back("another")
    panel.take_back(found.id())
    assert panel.spin.value() == panel.slider.value() / 100 == 0.35 and not panel.undo.isEnabled()


def test_settings_that_a_message_offers_are_shown_and_can_be_undone(panel, found):
    panel.set_layer(None)
    asked = []
    panel.review_requested.connect(lambda layer, settings: asked.append((layer, settings.threshold)))
    panel.take(found, VectorSettings(threshold=0.3))
    assert panel.layer is found and panel.spin.value() == 0.3 and asked == [(found, 0.3)]
    panel.undo.click()
    assert asked[1] == (found, 0.35)


def test_one_drag_is_one_step_however_often_it_pauses(panel, found):
    panel.set_layer(found)
    for first, second in ((50, 60), (70, 80)):
        panel.slider.setSliderDown(True)
        panel.slider.setValue(first)
        panel.request()  # the hand rests
        panel.slider.setValue(second)
        panel.slider.setSliderDown(False)
        panel.request()
    panel.spin.setValue(0.9)  # a step of its own
    panel.request()
    panel.undo.click()
    assert panel.spin.value() == 0.8
    panel.undo.click()
    assert panel.spin.value() == 0.6
    panel.undo.click()
    assert panel.spin.value() == 0.35 and not panel.undo.isEnabled()


def test_the_buttons_fit_a_narrow_dock_whether_accepted_or_not(panel, found):
    for accepted in (False, True):
        found.setCustomProperty(ACCEPTED, accepted)
        panel.set_layer(found)
        assert panel.minimumSizeHint().width() <= 2 * panel.again.sizeHint().width() + 50  # margins and a gap


def test_edits_of_another_result_leave_the_one_that_is_shown(panel, found, polygons):
    panel.set_layer(found)
    panel.look_again(polygons)
    assert panel.layer is found
    found.setCustomProperty(ACCEPTED, True)
    panel.look_again(found)
    assert panel.controls.isHidden()


def test_a_name_keeps_its_ampersand_in_the_list_of_targets(panel, found, polygons):
    name = polygons.name()
    polygons.setName("roofs & sheds")
    panel.set_layer(found)
    panel.list_targets()
    assert "roofs && sheds" in [action.text() for action in panel.append.menu().actions()]
    polygons.setName(name)


def test_a_layer_that_is_removed_while_it_stays_the_chosen_one_is_let_go(panel, found):
    QgsProject.instance().addMapLayer(found)
    panel.set_layer(found)
    layer_id = found.id()
    QgsProject.instance().removeMapLayer(layer_id)
    assert panel.layer is None and panel.isHidden()
    panel.show_counts(layer_id, [1] * 254)
