"""The probabilities of a result as a layer over the imagery: what was nearly found, and where nothing was seen."""

from __future__ import annotations

from pathlib import Path
from typing import List, Optional

from qgis.core import (
    QgsColorRampShader,
    QgsDataProvider,
    QgsMapLayer,
    QgsProject,
    QgsProviderRegistry,
    QgsRasterDataProvider,
    QgsRasterLayer,
    QgsRasterShader,
    QgsSingleBandPseudoColorRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from .groups import GROUP, group_title, insert_into
from .i18n import tr
from .meanings import colour_of
from .results import PHRASE, kept_probability
from .wording import shown

STEPS = ((0.0, 0), (0.05, 0), (0.5, 110), (1.0, 220))  # probability and opacity, 0 to 255; noise is not seen
OF = "rrsis/probabilities_of"


def opened_probabilities(path: Path) -> Optional[QgsRasterDataProvider]:
    """Return what reads the probabilities at `path`; None where nothing can be read. Any thread.

    A layer would have the first bands looked through for their colours, and the answer written beside the file.
    """
    provider = QgsProviderRegistry.instance().createProvider("gdal", str(path), QgsDataProvider.ProviderOptions())
    return provider if isinstance(provider, QgsRasterDataProvider) and provider.isValid() else None


def band_of(provider: QgsRasterDataProvider, phrase: str) -> Optional[int]:
    """Return the number of the band that holds the probabilities of `phrase`; None where there is none."""
    if provider.bandCount() == 1:
        return 1
    names = [provider.generateBandName(band).partition(": ")[2] for band in range(1, provider.bandCount() + 1)]
    return names.index(phrase) + 1 if phrase in names else None


def probability_layer(path: Path, phrase: str) -> Optional[QgsRasterLayer]:
    """Return the probabilities of `phrase` as a layer in the colour of its polygons, not yet part of the project."""
    provider = opened_probabilities(path)
    band = band_of(provider, phrase) if provider is not None else None
    if provider is None or band is None:
        return None
    layer = QgsRasterLayer()
    layer.setRenderer(_renderer(provider, band, phrase))  # before it is opened: QGIS looks for colours else
    title = tr("Probability of {phrase}").format(phrase=shown(phrase))
    layer.setDataSource(str(path), title, "gdal", QgsDataProvider.ProviderOptions(), False)
    layer.setRenderer(_renderer(layer.dataProvider(), band, phrase))
    return layer


def _renderer(provider: QgsRasterDataProvider, band: int, phrase: str) -> QgsSingleBandPseudoColorRenderer:
    red, green, blue = colour_of(phrase)
    top = 254 * provider.bandScale(band)  # what QGIS reads where the probability is 1
    ramp = QgsColorRampShader(0.0, top)
    ramp.setColorRampType(QgsColorRampShader.Type.Interpolated)
    items = [QgsColorRampShader.ColorRampItem(p * top, QColor(red, green, blue, a), f"{p:.0%}") for p, a in STEPS]
    ramp.setColorRampItemList(items)
    shader = QgsRasterShader(0.0, top)
    shader.setRasterShaderFunction(ramp)
    renderer = QgsSingleBandPseudoColorRenderer(provider, band, shader)
    renderer.setClassificationMin(0.0)  # kept with the project, whose legend says "nan" else
    renderer.setClassificationMax(top)
    return renderer


def probability_layers() -> List[QgsMapLayer]:
    """Return the layers of the project that show probabilities, which nobody searches."""
    return [layer for layer in QgsProject.instance().mapLayers().values() if layer.customProperty(OF)]


def shown_probabilities(vector: QgsVectorLayer) -> Optional[QgsRasterLayer]:
    """Return the layer of the project that shows the probabilities of `vector`."""
    return next((layer for layer in probability_layers() if layer.customProperty(OF) == vector.id()), None)


def show_probabilities(vector: QgsVectorLayer) -> Optional[QgsRasterLayer]:
    """Put the probabilities of a result below its polygons, or take them away again; main thread.

    Returns:
        The layer; None where it was taken away, or where there are no probabilities any more.
    """
    project, there = QgsProject.instance(), shown_probabilities(vector)
    if there is not None:
        project.removeMapLayer(there.id())
        return None
    path, phrase = kept_probability(vector), str(vector.customProperty(PHRASE, ""))
    layer = probability_layer(path, phrase) if path is not None else None
    if layer is None:
        return None
    layer.setCustomProperty(OF, vector.id())
    node = project.layerTreeRoot().findLayer(vector.id())
    project.addMapLayer(layer, False)
    if node is not None:
        node.parent().insertLayer(node.parent().children().index(node) + 1, layer)
        layer.setCustomProperty(GROUP, vector.customProperty(GROUP, ""))
    else:
        insert_into(project, group_title(vector.name()), layer)
    return layer
