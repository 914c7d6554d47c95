"""Layers that Processing loads are styled and grouped."""

from qgis.core import QgsProcessingUtils, QgsProject
from rrsis.plugin.algorithms.publishing import Styler
from rrsis.plugin.meanings import colour_of
from rrsis.plugin.results import PHRASE


def test_a_loaded_layer_is_styled_and_moved_into_its_group(run, layer, tmp_path):
    ran = run("segmentbyphrase", {"INPUT": layer.id(), "PHRASES": "white cars", "OUTPUT": str(tmp_path / "o.gpkg")})
    ((uri, details),) = ran.to_load.items()
    found = QgsProcessingUtils.mapLayerFromString(uri, ran.context)
    found = ran.context.takeResultLayer(found.id()) or found
    QgsProject.instance().addMapLayer(found)
    details.postProcessor().postProcessLayer(found, ran.context, ran.feedback)
    colour = found.renderer().symbol().symbolLayer(0).strokeColor()
    assert (colour.red(), colour.green(), colour.blue()) == colour_of("white cars")
    assert found.customProperty(PHRASE) == "white cars"
    group = QgsProject.instance().layerTreeRoot().children()[0]
    assert group.name() == "Found in ortho" and [node.layerId() for node in group.children()] == [found.id()]
    assert not Styler.alive
