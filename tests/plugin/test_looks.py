"""What the model sees is drawn small, and bands and stretch are chosen from menus."""

import math

import pytest
from qgis.core import QgsApplication, QgsRasterLayer, QgsRectangle
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QLineEdit
from rrsis.plugin.looks import (
    DECIMATED,
    PICTURE,
    LooksPicture,
    LookTask,
    bands_of,
    looked_at,
    percentiles,
    shown_bands,
    stretched,
)


@pytest.fixture
def picture(qgis_app, layer):
    bands, stretch = QLineEdit(), QLineEdit()
    picture = LooksPicture(bands, stretch)
    picture.bands, picture.stretch = bands, stretch
    picture.layer = lambda: layer
    picture.show()
    yield picture
    picture.tear_down()
    picture.hide()


def look(task, waiting):
    got, failed = [], []
    task.succeeded.connect(got.append)
    task.failed.connect(failed.append)
    QgsApplication.taskManager().addTask(task)
    waiting(lambda: got or failed)
    assert not failed, failed[0].message
    return got[0]


def titles(menu):
    menu.aboutToShow.emit()
    return [action.text() for action in menu.actions() if action.text()]


def test_figures():
    assert percentiles([3, 1, 2, math.nan], 0, 100) == (1, 3) and percentiles([math.nan], 2, 98) == (0.0, 1.0)
    assert list(stretched([1, 2, 3, 9, math.nan], 1, 3)) == [0, 128, 255, 255, 0]
    assert list(stretched([7, 7], 7, 7)) == [0, 0]


def test_a_huge_layer_is_looked_at_in_part(layer):
    unit = (0.3, 0.3)
    whole = looked_at(layer.extent(), unit, QgsRectangle(0, 0, 1, 1))
    assert whole == layer.extent()  # nothing of it is visible
    part = looked_at(QgsRectangle(0, 0, 1e6, 1e6), unit, QgsRectangle(0, 0, 1e6, 1e6))
    assert part.width() == pytest.approx(PICTURE.width() * DECIMATED * 0.3)


def test_the_picture_shows_the_bright_squares(layer, waiting):
    image = look(LookTask(layer.dataProvider().clone(), layer.extent(), None, None), waiting)
    assert image.height() == PICTURE.height()
    at = image.height() / 240
    assert QColor(image.pixel(int(65 * at), int(55 * at))).red() == 250
    assert QColor(image.pixel(int(10 * at), int(10 * at))).red() == 40
    far = look(LookTask(layer.dataProvider().clone(), layer.extent(), (1, 2, 3), (0.0, 100.0)), waiting)
    assert QColor(far.pixel(int(10 * at), int(10 * at))).red() == 0


def test_values_of_the_file_are_stretched_band_by_band(layer, waiting):
    values = (40.0, 250.0, 0.0, 250.0, 0.0, 80.0)
    image = look(LookTask(layer.dataProvider().clone(), layer.extent(), (1, 2, 3), None, values), waiting)
    at = image.height() / 240
    colour = QColor(image.pixel(int(10 * at), int(10 * at)))  # the file says 40
    assert (colour.red(), colour.green(), colour.blue()) == (0, 41, 128)


def test_a_band_that_is_not_there_gives_no_picture(layer, waiting):
    assert look(LookTask(layer.dataProvider().clone(), layer.extent(), (1, 2, 9), None), waiting) is None


def test_bands_are_found_by_their_meaning(make_raster):
    from osgeo import gdal

    path = make_raster("bgr.tif", bands=4)
    data = gdal.Open(str(path), gdal.GA_Update)
    for band, meaning in ((1, gdal.GCI_BlueBand), (2, gdal.GCI_GreenBand), (3, gdal.GCI_RedBand)):
        data.GetRasterBand(band).SetColorInterpretation(meaning)
    data = None
    layer = QgsRasterLayer(str(path), "bgr")
    assert bands_of(layer.dataProvider()) == (3, 2, 1)
    assert shown_bands(layer) == (1, 2, 3)  # QGIS shows the first three
    gray = QgsRasterLayer(str(make_raster("gray.tif", bands=1)), "gray")
    assert bands_of(gray.dataProvider()) == (1, 1, 1) and shown_bands(gray) is None


def test_menus_fill_the_fields(picture):
    menu = picture.bands_button.menu()
    assert titles(menu)[0] == "Automatic" and "1,2,3" in titles(menu)[1]
    menu.actions()[1].trigger()
    assert picture.bands.text() == "1,2,3"
    red = next(action.menu() for action in menu.actions() if action.text() == "Red")
    red.actions()[2].trigger()
    assert picture.bands.text() == "3,2,3"
    picture.bands.setText("nonsense")
    picture._set_band(1, 3)
    assert picture.bands.text() == "1,3,3"
    stretch = picture.stretch_button.menu()
    assert titles(stretch)[1] == "2 – 98 %"
    stretch.actions()[1].trigger()
    assert picture.stretch.text() == "2,98"
    assert titles(stretch)[-1] == "Values …"
    stretch.actions()[-1].trigger()
    picture.dialog.spins[0].setValue(-3)
    assert picture.stretch.text().startswith("=-3,")
    picture.dialog.reject()
    assert picture.stretch.text() == "2,98"


def test_it_asks_once_things_have_settled_and_shows_what_comes(picture, layer, waiting):
    asked = []
    picture.source = lambda: LookTask(layer.dataProvider().clone(), layer.extent(), None, None)
    picture.look_requested.connect(lambda task: (asked.append(task), QgsApplication.taskManager().addTask(task)))
    for text in ("1,2,3", "3,2,1"):
        picture.bands.setText(text)
    waiting(lambda: asked and picture.pixmap() is not None and not picture.pixmap().isNull())
    assert len(asked) == 1
    picture.source = lambda: None
    picture.look()
    assert picture.pixmap() is None or picture.pixmap().isNull()
