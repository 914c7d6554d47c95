"""The algorithm rrsis:rethreshold: polygons anew from probabilities that a run kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputMultipleLayers,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ...rrsis_core.errors import RrsisError
from ...rrsis_core.request import ThresholdRequest, VectorSettings
from ..i18n import tr
from ..layers import raster_source
from ..results import Published
from .base import OVERWRITE, Reporter, Results, RrsisAlgorithm, as_processing_error, push_outcome
from .publishing import load_on_completion, passes_on

Number = QgsProcessingParameterNumber.Type


class Threshold(RrsisAlgorithm):
    """Makes polygons from a probability raster with another threshold, without running the model."""

    INPUT, PHRASES, THRESHOLD, MIN_AREA = "INPUT", "PHRASES", "THRESHOLD", "MIN_AREA"
    SIMPLIFY, HOLES, RIGHT_ANGLES, SPLIT, OUTPUT = "SIMPLIFY", "HOLES", "RIGHT_ANGLES", "SPLIT", "OUTPUT"

    def name(self) -> str:
        """Return the id below the provider."""
        return "rethreshold"

    def displayName(self) -> str:
        """Return the title."""
        return tr("Re-threshold")

    def shortDescription(self) -> str:
        """Return one sentence."""
        return tr("Makes polygons anew from a kept probability raster, without running the model.")

    def help_text(self) -> str:
        """Return the help."""
        return tr(
            "<p>Takes the probability raster that “Segment by phrase” kept, and makes polygons with another threshold,"
            " smallest area or outline. The model is not run again.</p>"
            "<p>Lower thresholds find more, higher ones are surer. Leave <strong>Phrases</strong> empty for all"
            " phrases of the raster, or name some of them, one a line.</p>"
            "<p>Example:<br><code>qgis_process run rrsis:rethreshold -- INPUT=p.tif THRESHOLD=0.3"
            " OUTPUT=more.gpkg</code></p>"
        )

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        """Declare parameters and outputs."""
        self.addParameter(QgsProcessingParameterRasterLayer(self.INPUT, tr("Probability raster")))
        self.addParameter(
            QgsProcessingParameterNumber(
                self.THRESHOLD, tr("Threshold"), Number.Double, defaultValue=0.5, minValue=0.01, maxValue=0.99
            )
        )
        self.addParameter(
            QgsProcessingParameterNumber(
                self.MIN_AREA, tr("Smallest area (m²)"), Number.Double, defaultValue=1.0, minValue=0.0
            )
        )
        for parameter in (
            QgsProcessingParameterString(self.PHRASES, tr("Phrases, one a line"), optional=True, multiLine=True),
            QgsProcessingParameterNumber(
                self.SIMPLIFY, tr("Outlines may move by (m)"), Number.Double, optional=True, minValue=0.0
            ),
            QgsProcessingParameterNumber(
                self.HOLES, tr("Fill holes up to (m²)"), Number.Double, defaultValue=0.0, minValue=0.0
            ),
            QgsProcessingParameterBoolean(self.RIGHT_ANGLES, tr("Right angles where they fit"), defaultValue=False),
            QgsProcessingParameterBoolean(self.SPLIT, tr("Part objects that touch"), defaultValue=False),
        ):
            self.add_advanced(parameter)
        self.add_overwrite()
        self.addParameter(
            QgsProcessingParameterFileDestination(
                self.OUTPUT, tr("Found objects, one layer a phrase"), tr("GeoPackage (*.gpkg)")
            )
        )
        self.addOutput(QgsProcessingOutputMultipleLayers("LAYERS", tr("Layers, one a phrase")))
        self.addOutput(QgsProcessingOutputNumber("COUNT", tr("Number of objects")))

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Take the raster's path; Processing calls it on the main thread."""
        layer = self.parameterAsRasterLayer(parameters, self.INPUT, context)
        if layer is None:
            raise QgsProcessingException(self.invalidRasterError(parameters, self.INPUT))
        try:
            self._source = raster_source(layer)
        except RrsisError as error:
            raise as_processing_error(error) from error
        if not self._source.is_file:
            raise QgsProcessingException(tr("The probability raster must be a file that “Segment by phrase” wrote."))
        return True

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Results:
        """Ask the worker; runs in any thread."""
        request = self._request(parameters, context)
        try:
            result = self.client.threshold(request.checked(), Reporter(feedback), feedback.isCanceled)
        except RrsisError as error:
            raise as_processing_error(error) from error
        push_outcome(feedback, result)
        published = Published(result, self._source.name, self._source.crs, request.vector)
        return {
            self.OUTPUT: result.output,
            "LAYERS": load_on_completion(published, context, not passes_on(result.output, context)),
            "COUNT": result.count,
        }

    def _request(self, parameters: dict[str, Any], context: QgsProcessingContext) -> ThresholdRequest:
        output = self.parameterAsFileOutput(parameters, self.OUTPUT, context)
        simplify_m = parameters.get(self.SIMPLIFY)
        lines = self.parameterAsString(parameters, self.PHRASES, context).splitlines()
        return ThresholdRequest(
            probability=self._source.path,
            output=output if Path(output).suffix else f"{output}.gpkg",
            vector=VectorSettings(
                threshold=self.parameterAsDouble(parameters, self.THRESHOLD, context),
                min_area_m2=self.parameterAsDouble(parameters, self.MIN_AREA, context),
                simplify_m=None
                if simplify_m in (None, "")
                else self.parameterAsDouble(parameters, self.SIMPLIFY, context),
                fill_holes_m2=self.parameterAsDouble(parameters, self.HOLES, context),
                right_angles=self.parameterAsBool(parameters, self.RIGHT_ANGLES, context),
                split_touching=self.parameterAsBool(parameters, self.SPLIT, context),
            ),
            phrases=tuple(" ".join(line.split()) for line in lines if line.strip()),
            overwrite=self.parameterAsBool(parameters, OVERWRITE, context),
        )
