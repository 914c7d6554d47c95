"""The dock turns its controls into a job, and shows how far it is."""

from xml.etree import ElementTree

import pytest
from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
)
from rrsis.plugin.dock import UI, SegmentDock
from rrsis.plugin.extent import CANVAS, MASK, POLYGON
from rrsis.plugin.probabilities import OF
from rrsis.plugin.settings import Settings
from rrsis.rrsis_core.errors import ExtentInvalid, PhraseInvalid, RequestInvalid
from rrsis.rrsis_core.worker.protocol import Progress


@pytest.fixture
def canvas(qgis_app):
    canvas = QgsMapCanvas()
    canvas.resize(200, 200)
    return canvas


@pytest.fixture
def dock(canvas):
    dock = SegmentDock(canvas)
    yield dock
    dock.tear_down()
    dock.deleteLater()


def test_without_a_raster_or_a_phrase_nothing_can_be_run(dock, layer):
    assert not dock.runButton.isEnabled()
    dock.add_phrase("white cars")
    assert dock.runButton.isEnabled()
    QgsProject.instance().clear()
    assert not dock.runButton.isEnabled()


def test_a_request_without_a_raster_is_met_with_a_sentence(dock):
    met = []
    dock.problem_met.connect(met.append)
    dock.add_phrase("white cars")
    dock.request_segmentation()
    assert "No raster layer" in met[0].message


def test_an_empty_phrase_is_met_with_a_sentence(dock, layer):
    dock.phrasesEdit.setPlainText("\n  \n")
    with pytest.raises(PhraseInvalid):
        dock.job()


def test_the_controls_reach_the_request(dock, layer, tmp_path):
    dock.phrasesEdit.setPlainText("white cars\n\n  trees along   the road ")
    dock.thresholdSlider.setValue(35)
    dock.minAreaSpin.setValue(4)
    dock.bandsEdit.setText("3, 2, 1")
    dock.stretchEdit.setText("2;98")
    dock.gsdSpin.setValue(0.6)
    job = dock.job()
    asked = job.request
    assert asked.phrases == ("white cars", "trees along the road")
    assert asked.raster == str(tmp_path / "ortho.tif") and asked.bounds is None
    assert (asked.bands, asked.stretch, asked.gsd_m) == ((3, 2, 1), (2.0, 98.0), 0.6)
    assert (asked.vector.threshold, asked.vector.min_area_m2) == (0.35, 4.0)
    assert asked.probability and job.geopackage is not None


def test_bands_that_are_no_numbers_are_met_with_a_sentence(dock, layer):
    dock.add_phrase("cars")
    dock.bandsEdit.setText("red")
    with pytest.raises(RequestInvalid, match="red"):
        dock.job()


def test_asking_remembers_the_wishes(dock, layer):
    asked = []
    dock.segmentation_requested.connect(asked.append)
    dock.add_phrase("white cars")
    dock.thresholdSpin.setValue(0.3)
    dock.runButton.click()
    assert asked and Settings().history == ["white cars"] and Settings().threshold == 0.3
    assert dock.historyButton.isEnabled()


def test_the_extent_reaches_the_job(dock, layer, polygons, canvas):
    canvas.setDestinationCrs(layer.crs())
    canvas.setExtent(layer.extent())
    dock.add_phrase("cars")
    dock.extent.choose(CANVAS)
    assert dock.job().request.bounds is not None
    dock.extent.choose(MASK)
    dock.maskCombo.setLayer(polygons)
    assert len(list(dock.job().mask.features())) == 1
    dock.extent.choose(POLYGON)
    with pytest.raises(ExtentInvalid):
        dock.job()


def test_a_preview_looks_at_the_visible_part_of_the_layer(dock, layer, canvas):
    canvas.setDestinationCrs(layer.crs())
    canvas.setExtent(layer.extent())
    wanted = []
    dock.preview_wanted.connect(wanted.append)
    dock.add_phrase("cars")
    dock.previewButton.click()
    assert wanted == [True]
    job = dock.preview_job()
    assert job.request.bounds is not None and layer.extent().contains(job.area) and job.geopackage is None
    touched = []
    dock.preview_touched.connect(lambda: touched.append(True))
    dock.thresholdSlider.setValue(20)
    dock.add_phrase("trees")
    assert len(touched) >= 2


def test_it_follows_the_active_layer(dock, layer, make_raster):
    second = QgsRasterLayer(str(make_raster("second.tif")), "second")
    QgsProject.instance().addMapLayer(second)
    dock.follow(second)
    assert dock.layerCombo.currentLayer() is second
    dock.follow(QgsVectorLayer("Polygon", "other", "memory"))
    assert dock.layerCombo.currentLayer() is second and dock.review.isHidden()
    dock.follow(None)


def test_progress_is_shown_with_rate_and_time_left(dock, layer):
    dock.add_phrase("cars")
    dock.show_running(True)
    assert not dock.cancelButton.isHidden() and dock.runButton.text() == "Find next"
    dock.show_progress(Progress(1, 3, 12, rate=2.14, eta_s=4.2, stage="predict"))
    assert dock.statusLabel.text() == "Tile 3 of 12 · 2.1 tiles/s · 4 s left"
    assert (dock.progressBar.value(), dock.progressBar.maximum()) == (3, 12)
    dock.show_progress(Progress(1, 0, 0, stage="load"))
    assert dock.statusLabel.text() == "Loading the model …"
    dock.show_running(False)
    assert dock.cancelButton.isHidden() and dock.runButton.text() == "Find"


def test_a_missing_environment_takes_the_run_button_away(dock, layer):
    dock.add_phrase("cars")
    dock.show_environment("1.6 GB are needed.")
    assert not dock.setupFrame.isHidden() and not dock.runButton.isEnabled()
    dock.show_environment("")
    assert dock.setupFrame.isHidden() and dock.runButton.isEnabled()


def test_examples_are_one_click_away(dock, layer):
    dock.examplesButton.click()
    assert dock.gallery.isVisible() and not dock.gallery.own.isChecked()
    dock.gallery.list.itemClicked.emit(dock.gallery.list.item(0))
    dock.try_example("white cars", False)
    dock.try_example("white cars", False)
    assert dock.phrases() == ["buildings", "white cars"]


def test_an_example_can_be_tried_at_once_without_imagery(dock):
    asked, shown = [], []
    dock.segmentation_requested.connect(asked.append)
    dock.example_shown.connect(shown.append)
    dock.examplesButton.click()
    assert dock.gallery.own.isChecked()
    dock.gallery.list.itemClicked.emit(dock.gallery.list.item(0))
    assert asked[0].request.phrases == ("buildings",) and asked[0].source.name == "Example picture"
    assert shown == [dock.layerCombo.currentLayer()]


def test_the_history_is_one_click_away(dock, layer):
    Settings().remember(["the river"])
    dock._fill_history()
    dock.historyButton.menu().actions()[0].trigger()
    assert dock.phrases() == ["the river"]
    dock._fill_history()
    assert len(dock.historyButton.findChildren(QMenu)) == 1 and len(dock.historyButton.menu().actions()) == 1


def test_every_control_has_a_tooltip_and_can_be_reached_by_keyboard(dock):
    kinds = (QAbstractButton, QAbstractSlider, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit)
    for widget in (found for kind in kinds for found in dock.body.findChildren(kind)):
        if widget.objectName() and not widget.objectName().startswith(("qt_", "collapseButton")):
            assert widget.toolTip(), widget.objectName()
            assert int(widget.focusPolicy()) & 1 or isinstance(widget, QAbstractButton), widget.objectName()


def test_a_recipe_carries_the_controls_to_another_dock(dock, canvas, qgis_app):
    dock.phrasesEdit.setPlainText("white cars\nthe river")
    dock.thresholdSpin.setValue(0.3)
    dock.bandsEdit.setText("4,3,2")
    dock.copy_recipe()
    other = SegmentDock(canvas)
    other.paste_recipe()
    assert other.phrases() == ["white cars", "the river"]
    assert (other.thresholdSpin.value(), other.bandsEdit.text()) == (0.3, "4,3,2")
    met = []
    other.problem_met.connect(met.append)
    qgis_app.clipboard().setText("no recipe")
    other.paste_recipe()
    assert "no recipe" in met[0].message
    other.tear_down()


def test_what_of_a_recipe_cannot_be_followed_is_said(dock, qgis_app):
    dock.phrasesEdit.setPlainText("kept")
    qgis_app.clipboard().setText('{"rrsis": 1, "phrases": ["cars"], "stretch": 5}')
    dock.paste_recipe()
    assert dock.phrases() == ["kept"]  # all of it or nothing
    qgis_app.clipboard().setText('{"rrsis": 9, "phrases": ["cars"], "model": "of-tomorrow", "mood": "good"}')
    dock.paste_recipe()
    assert dock.phrases() == ["cars"] and "of-tomorrow" in dock.statusLabel.text()
    assert "later version" in dock.statusLabel.text() and dock.modelCombo.currentData() == "lgce-tiny"
    dock.copy_recipe()
    dock.paste_recipe()
    assert dock.statusLabel.text() == "The controls are set as the recipe says."


def test_spacers_have_a_size_without_which_qt6_refuses_the_form():
    for spacer in ElementTree.parse(UI).iter("spacer"):
        assert spacer.find("property[@name='sizeHint']") is not None, spacer.get("name")


def test_the_options_reach_the_dock(dock):
    looked = []
    dock.shown.connect(lambda: looked.append(True))
    Settings().device = "cpu"
    dock.take_settings()
    assert dock.deviceCombo.currentData() == "cpu" and looked


def test_what_a_person_typed_is_no_html(dock):
    dock.show_status("17 × <b>cars</b>")
    assert not any(Qt.TextFormat.PlainText != label.textFormat() for label in (dock.statusLabel, dock.hintLabel))


def test_a_double_click_on_find_asks_once(dock, layer):
    asked = []
    dock.segmentation_requested.connect(asked.append)
    dock.add_phrase("white cars")
    QTest.mouseClick(dock.runButton, Qt.MouseButton.LeftButton)
    QTest.mouseDClick(dock.runButton, Qt.MouseButton.LeftButton)
    QTest.mouseRelease(dock.runButton, Qt.MouseButton.LeftButton)
    assert len(asked) == 1


def test_probabilities_are_no_imagery(dock, layer, make_raster):
    shown = QgsRasterLayer(str(make_raster("p.tif")), "Probability of cars")
    shown.setCustomProperty(OF, "some result")
    QgsProject.instance().addMapLayer(shown)
    dock.layerCombo.setLayer(layer)
    dock.follow(shown)
    assert dock.layerCombo.currentLayer() is layer and dock.layerCombo.count() == 1


def test_a_search_and_missing_weights_do_not_widen_the_dock(dock, layer):
    dock.show()
    width = dock.body.minimumSizeHint().width()
    dock.show_running(True)
    dock.modelCombo.setCurrentIndex(dock.modelCombo.findData("remotesam"))
    assert not dock.cancelButton.isHidden() and not dock.model_panel.add.isHidden()
    assert dock.body.minimumSizeHint().width() <= width
