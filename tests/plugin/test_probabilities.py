"""The probabilities of a result are shown below it, in its colour, and taken away again."""

import pytest
from osgeo import gdal
from qgis.core import QgsProject, QgsReadWriteContext, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtXml import QDomDocument
from rrsis.plugin.groups import insert_into
from rrsis.plugin.probabilities import band_of, probability_layer, probability_layers, show_probabilities
from rrsis.plugin.results import PHRASE, PROBABILITY

PHRASES = ("white cars", "cars", "the pool: round, with a slide")


@pytest.fixture
def file(tmp_path):
    """Three bands of 90, 50 and 0 %, as the worker writes them."""
    path = tmp_path / "p.tif"
    data = gdal.GetDriverByName("GTiff").Create(str(path), 20, 20, len(PHRASES), gdal.GDT_Byte)
    data.SetGeoTransform((0.0, 1.0, 0.0, 20.0, 0.0, -1.0))
    for number, (phrase, share) in enumerate(zip(PHRASES, (0.9, 0.5, 0.0)), start=1):
        band = data.GetRasterBand(number)
        band.SetDescription(phrase)
        band.SetNoDataValue(255)
        band.SetScale(1 / 254)
        band.Fill(round(254 * share))
    band = data = None
    return path


@pytest.fixture
def found(file):
    layer = QgsVectorLayer("Polygon", "cars (2)", "memory")
    layer.setCustomProperty(PHRASE, "cars")
    layer.setCustomProperty(PROBABILITY, str(file))
    QgsProject.instance().addMapLayer(layer, False)
    insert_into(QgsProject.instance(), "Found in ortho", layer)
    return layer


def alpha_of(layer) -> int:
    return layer.renderer().block(1, QgsRectangle(0, 0, 20, 20), 20, 20).color(5, 5) >> 24


def test_each_phrase_has_its_band_also_where_one_ends_like_another(qgis_app, file):
    layers = [probability_layer(file, phrase) for phrase in PHRASES]
    assert [band_of(layer.dataProvider(), phrase) for layer, phrase in zip(layers, PHRASES)] == [1, 2, 3]
    assert probability_layer(file, "ships") is None and probability_layer(file.with_name("gone.tif"), "cars") is None


def test_nothing_is_looked_through_and_written_beside_the_file(qgis_app, file):
    """A layer that looks for its colours counts each of its first three bands in a quarter of a million steps."""
    layer = probability_layer(file, "cars")
    assert layer.isValid() and layer.name() == "Probability of cars"
    del layer
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_what_is_surer_is_firmer_and_what_is_not_seen_is_clear(qgis_app, file):
    sure, half, none = (alpha_of(probability_layer(file, phrase)) for phrase in PHRASES)
    assert sure > half > none == 0


def test_a_project_that_is_opened_again_says_what_the_colours_mean(qgis_app, file):
    layer, again = (probability_layer(file, "cars") for _ in range(2))
    document, context = QDomDocument(), QgsReadWriteContext()
    element = document.createElement("maplayer")
    assert layer.writeSymbology(element, document, "", context) and again.readSymbology(element, "", context)
    ramp = again.renderer().shader().rasterShaderFunction()
    assert (ramp.minimumValue(), ramp.maximumValue()) == (0.0, 1.0)


def test_they_are_shown_below_the_objects_and_taken_away_again(found):
    layer = show_probabilities(found)
    group = QgsProject.instance().layerTreeRoot().findGroup("Found in ortho")
    assert [node.layer() for node in group.findLayers()] == [found, layer] and probability_layers() == [layer]
    assert "cars" in layer.name() and layer.renderer().type() == "singlebandpseudocolor"
    assert show_probabilities(found) is None and not probability_layers()


def test_without_probabilities_nothing_is_shown(found, file):
    file.unlink()
    assert show_probabilities(found) is None and len(QgsProject.instance().mapLayers()) == 1
