"""How algorithms hand their layers to QGIS: loaded when they end, styled and grouped, or all in one layer."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, ClassVar, Dict, Iterable, List

from qgis.core import (
    QgsFeature,
    QgsFeatureSink,
    QgsFields,
    QgsMapLayer,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
    QgsProject,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ...rrsis_core.request import LayerResult
from ..groups import GROUP, group_of, group_title
from ..results import Published, layer_uri, lend_crs, remember, style
from ..wording import layer_name


class Styler(QgsProcessingLayerPostProcessorInterface):
    """Styles and groups one layer once QGIS has loaded it; main thread.

    Processing keeps no reference to a post-processor made in Python, so each stays in `alive` until it has run.
    """

    alive: ClassVar[Dict[int, Styler]] = {}

    def __init__(self, published: Published, layer: LayerResult) -> None:
        super().__init__()
        self._published = published
        self._layer = layer
        self.alive[id(self)] = self

    def postProcessLayer(
        self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        """Style, note the origin, and move the layer into the group of its raster."""
        self.alive.pop(id(self), None)
        if not isinstance(layer, QgsVectorLayer):
            return
        lend_crs(layer, self._published)
        style(layer, self._layer.phrase)
        remember(layer, self._layer.phrase, self._published)
        layer.setCustomProperty(GROUP, group_title(self._published.source))
        layer.triggerRepaint()
        project = context.project()
        if project is not None and not hasattr(QgsProcessingContext.LayerDetails, "groupName"):
            _move_into_group(project, layer, group_title(self._published.source))


def _move_into_group(project: QgsProject, layer: QgsMapLayer, title: str) -> None:
    node = project.layerTreeRoot().findLayer(layer.id())
    if node is None:
        return
    group = group_of(project, title)
    group.insertChildNode(0, node.clone())
    node.parent().removeChildNode(node)


def load_on_completion(published: Published, context: QgsProcessingContext, wanted: bool = True) -> List[str]:
    """Have QGIS load the layers of a run, where `wanted`, when the algorithm ends; return their sources; any thread."""
    uris = []
    for layer in published.result.layers:
        uri = layer_uri(published.result.output, layer.layer)
        uris.append(uri)
        if context.project() is None or not wanted:
            continue
        details = QgsProcessingContext.LayerDetails(layer_name(layer.phrase, layer.count), context.project(), "")
        details.forceName = True
        if hasattr(details, "groupName"):  # QGIS 3.32 and later
            details.groupName = group_title(published.source)
        details.setPostProcessor(Styler(published, layer))
        context.addLayerToLoadOnCompletion(uri, details)
    return uris


def is_asked_for(value: Any, context: QgsProcessingContext) -> bool:
    """Return whether the value of an optional output names a place; a batch gives a definition that names none."""
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink.valueAsString(context.expressionContext(), "")[0]
    return value not in (None, "")


def missing_folder(value: Any, context: QgsProcessingContext) -> str:
    """Return the folder of the file that the value of an output names, where it is missing; else ""."""
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink.valueAsString(context.expressionContext(), "")[0]
    text = str(value or "")
    if re.match(r"\w{2,}:", text):  # a layer in memory or in a database
        return ""
    folder = Path(text.split("|")[0]).parent
    return "" if folder.is_dir() else str(folder)


def passes_on(output: str, context: QgsProcessingContext) -> bool:
    """Return whether a step of a model made `output` for the next step alone: a temporary file, which nobody keeps.

    QGIS gives each step of a model the variable "model_name".
    """
    if not context.expressionContext().hasVariable("model_name"):
        return False
    return Path(QgsProcessingUtils.tempFolder()).resolve() in Path(output).resolve().parents


def is_to_be_loaded(values: Iterable[Any]) -> bool:
    """Return whether a run with these values for its optional outputs should end in the project.

    A batch gives each as a definition, with a project where the person ticked that layers be loaded.
    """
    return any(
        not isinstance(value, QgsProcessingOutputLayerDefinition) or value.destinationProject is not None
        for value in values
    )


def add_all_to_sink(
    algorithm: QgsProcessingAlgorithm,
    name: str,
    published: Published,
    parameters: Dict[str, Any],
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> str:
    """Write the objects of all phrases to the sink parameter `name` and return its layer's id; any thread."""
    layers = [
        QgsVectorLayer(layer_uri(published.result.output, r.layer), r.layer, "ogr") for r in published.result.layers
    ]
    fields = QgsFields()
    for field in layers[0].fields():
        if field.name() != "fid":
            fields.append(field)
    crs = layers[0].crs() if layers[0].crs().isValid() else published.crs
    sink, destination = algorithm.parameterAsSink(parameters, name, context, fields, QgsWkbTypes.Type.MultiPolygon, crs)
    if sink is None:
        raise QgsProcessingException(algorithm.invalidSinkError(parameters, name))
    for layer in layers:
        for found in layer.getFeatures():
            if feedback.isCanceled():
                return destination
            feature = QgsFeature(fields)
            geometry = found.geometry()
            geometry.convertToMultiType()
            feature.setGeometry(geometry)
            for field in fields:
                feature.setAttribute(field.name(), found.attribute(field.name()))
            sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert)
    return destination
