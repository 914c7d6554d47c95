"""The algorithm rrsis:segmentbyphrase: objects that phrases describe, as polygons."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any, Optional, Tuple

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputMultipleLayers,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ...rrsis_core.errors import RequestInvalid, RrsisError
from ...rrsis_core.request import DEVICES, SegmentRequest, VectorSettings
from ..i18n import tr, trn
from ..job import MaskSource, carry_out, prepare
from ..results import Published
from ..settings import Settings
from ..stretch import read_stretch
from ..wording import device_titles
from .base import OVERWRITE, Reporter, Results, RrsisAlgorithm, as_processing_error, push_outcome
from .publishing import add_all_to_sink, is_asked_for, is_to_be_loaded, load_on_completion, missing_folder, passes_on

Number = QgsProcessingParameterNumber.Type


class SegmentByPhrase(RrsisAlgorithm):
    """Finds the objects that phrases describe in a raster layer."""

    INPUT, PHRASES, MODEL = "INPUT", "PHRASES", "MODEL"
    EXTENT, MASK, BANDS, STRETCH = "EXTENT", "MASK", "BANDS", "STRETCH"
    THRESHOLD, MIN_AREA, GSD, DEVICE, MAX_TILES = "THRESHOLD", "MIN_AREA", "GSD", "DEVICE", "MAX_TILES"
    OUTPUT, MERGED, PROBABILITY = "OUTPUT", "MERGED", "PROBABILITY"

    def name(self) -> str:
        """Return the id below the provider."""
        return "segmentbyphrase"

    def displayName(self) -> str:
        """Return the title."""
        return tr("Segment by phrase")

    def tags(self) -> list[str]:
        """Return words under which the toolbox finds it."""
        return tr("find,object,text,language,detect,building,car,tree,deep learning,ai").split(",")

    def shortDescription(self) -> str:
        """Return one sentence."""
        return tr("Finds the objects that a phrase describes, as polygons.")

    def help_text(self) -> str:
        """Return the help."""
        return tr(
            "<p>Describe what to find, in English, one phrase a line; each becomes a layer of its own.</p>"
            "<p>Examples:</p>"
            "<ul><li>white cars</li>"
            "<li>buildings with a tin roof</li>"
            "<li>trees along the road</li>"
            "<li>the largest building on the left</li>"
            "</ul>"
            "<p>The bundled model runs on any laptop, offline. The other models need their weights.</p>"
            "<p><strong>Threshold</strong>: lower finds more, higher is surer. Keep the <strong>probability"
            " raster</strong> to change the threshold later without running the model again (“Re-threshold”).</p>"
            "<p><strong>Extent</strong> and <strong>mask</strong> (selected polygons) bound the search."
            " <strong>Bands</strong> are the numbers shown to the model as red, green and blue, such as 4,3,2."
            " <strong>Stretch</strong> is the pair of percentiles shown as black and white, such as 2,98, or values of"
            " the file, such as =0,1800; 8-bit imagery needs none.</p>"
            "<p>An output file that is there is replaced where it is an untouched result of an earlier search, as when"
            " the same search runs again. Tick <strong>Replace the output whatever it holds</strong> for any other"
            " file.</p>"
            "<p>The model’s environment is set up once with the button “Set up” in the RRSIS panel (View › Panels ›"
            " RRSIS), or with <code>make setup</code> in a checkout.</p>"
            '<p>On the command line:<br><code>qgis_process run rrsis:segmentbyphrase -- INPUT=ortho.tif PHRASES="white'
            ' cars" OUTPUT=cars.gpkg</code></p>'
        )

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        """Declare parameters and outputs."""
        self._declare_question()
        self._declare_area()
        self._declare_details()
        self._declare_outputs()

    def _declare_question(self) -> None:
        self.addParameter(QgsProcessingParameterRasterLayer(self.INPUT, tr("Imagery")))
        self.addParameter(
            QgsProcessingParameterString(
                self.PHRASES, tr("Phrases, one a line"), defaultValue="buildings", multiLine=True
            )
        )
        self.addParameter(self.model_parameter(self.MODEL))
        self.addParameter(
            QgsProcessingParameterNumber(
                self.THRESHOLD, tr("Threshold"), Number.Double, defaultValue=0.5, minValue=0.01, maxValue=0.99
            )
        )

    def _declare_area(self) -> None:
        self.addParameter(QgsProcessingParameterExtent(self.EXTENT, tr("Extent"), optional=True))
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                self.MASK, tr("Mask polygons"), [QgsProcessing.SourceType.TypeVectorPolygon], optional=True
            )
        )

    def _declare_details(self) -> None:
        advanced = (
            QgsProcessingParameterNumber(
                self.MIN_AREA, tr("Smallest area (m²)"), Number.Double, defaultValue=1.0, minValue=0.0
            ),
            QgsProcessingParameterString(self.BANDS, tr("Bands for red, green, blue"), optional=True),
            QgsProcessingParameterString(self.STRETCH, tr("Stretch"), optional=True),
            QgsProcessingParameterNumber(
                self.GSD, tr("Pixel size seen by the model (m)"), Number.Double, optional=True, minValue=0.001
            ),
            QgsProcessingParameterEnum(
                self.DEVICE, tr("Device"), options=[title for title, _ in device_titles()], defaultValue=0
            ),
            QgsProcessingParameterNumber(
                self.MAX_TILES,
                tr("Most tiles fetched of an online layer"),
                Number.Integer,
                defaultValue=Settings().max_tiles,
                minValue=1,
            ),
        )
        self.add_model_name()
        for parameter in advanced:
            self.add_advanced(parameter)
        self.add_overwrite()

    def _declare_outputs(self) -> None:
        self.addParameter(
            QgsProcessingParameterFileDestination(
                self.OUTPUT, tr("Found objects, one layer a phrase"), tr("GeoPackage (*.gpkg)")
            )
        )
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.MERGED,
                tr("Found objects of all phrases in one layer"),
                QgsProcessing.SourceType.TypeVectorPolygon,
                optional=True,
                createByDefault=False,
            )
        )
        self.addParameter(
            QgsProcessingParameterRasterDestination(
                self.PROBABILITY, tr("Probability raster"), optional=True, createByDefault=False
            )
        )
        self.addOutput(QgsProcessingOutputMultipleLayers("LAYERS", tr("Layers, one a phrase")))
        for name, title in (
            ("COUNT", tr("Number of objects")),
            ("AREA_M2", tr("Area of all objects (m²)")),
            ("SECONDS", tr("Time (s)")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Tuple[bool, str]:
        """Return whether the values can be used and, if not, why."""
        accepted, reason = super().checkParameterValues(parameters, context)
        if not accepted:
            return accepted, reason
        folder = missing_folder(parameters.get(self.MERGED), context)
        if folder:  # said now: QGIS would say so after the search
            return False, tr("The folder {folder} does not exist: make it, or choose another.").format(folder=folder)
        try:
            self._request(parameters, context, output="-", raster="-").checked()
        except RrsisError as error:
            return False, as_processing_error(error).args[0]
        except QgsProcessingException as error:  # raised here it would come to the person as a defect
            return False, str(error)
        return True, ""

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Take what belongs to the main thread; Processing calls it there."""
        layer = self.parameterAsRasterLayer(parameters, self.INPUT, context)
        if layer is None:
            raise QgsProcessingException(self.invalidRasterError(parameters, self.INPUT))
        mask, polygons = self.parameterAsSource(parameters, self.MASK, context), None
        if mask is not None:
            polygons = MaskSource(mask.getFeatures, mask.sourceCrs(), mask.sourceExtent(), mask.sourceName())
        self._mask_source = mask  # kept alive as long as its features are asked for
        extent = self.extent_of(parameters, self.EXTENT, context, layer.crs())
        bounds = None
        if extent is not None:
            bounds = (extent.xMinimum(), extent.yMinimum(), extent.xMaximum(), extent.yMaximum())
        try:
            self._job = prepare(
                layer,
                self._request(parameters, context, self._output(parameters, context), bounds=bounds),
                mask=polygons,
                max_tiles=self.parameterAsInt(parameters, self.MAX_TILES, context),
            )
        except RrsisError as error:
            raise as_processing_error(error) from error
        return True

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Results:
        """Ask the worker; runs in any thread."""
        job = self._job
        if is_asked_for(parameters.get(self.PROBABILITY), context):
            # here, since QGIS forgets what preparing asked to be loaded
            probability = self.parameterAsOutputLayer(parameters, self.PROBABILITY, context)
            job = replace(job, request=replace(job.request, probability=probability))
        try:
            published = carry_out(job, self.client, feedback, Reporter(feedback))
        except RrsisError as error:
            raise as_processing_error(error) from error
        return self._publish(published, parameters, context, feedback)

    def _publish(
        self,
        published: Published,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> Results:
        result = published.result
        push_outcome(feedback, result)
        for layer in result.layers:
            feedback.pushInfo(f'"{layer.phrase}": {trn("%n object", "%n objects", layer.count)}')
        wanted = is_to_be_loaded(parameters.get(name) for name in (self.MERGED, self.PROBABILITY))
        answers: Results = {
            self.OUTPUT: result.output,
            "LAYERS": load_on_completion(published, context, wanted and not passes_on(result.output, context)),
            "COUNT": result.count,
            "AREA_M2": sum(layer.area_m2 for layer in result.layers),
            "SECONDS": result.seconds.get("total", 0.0),
        }
        if result.probability:
            answers[self.PROBABILITY] = result.probability
        if is_asked_for(parameters.get(self.MERGED), context):
            answers[self.MERGED] = add_all_to_sink(self, self.MERGED, published, parameters, context, feedback)
        return answers

    def _output(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        output = self.parameterAsFileOutput(parameters, self.OUTPUT, context)
        return output if Path(output).suffix else f"{output}.gpkg"

    def _request(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        output: str,
        *,
        raster: str = "",
        bounds: Any = None,
    ) -> SegmentRequest:
        gsd_m = parameters.get(self.GSD)
        percentiles, values = read_stretch(self.parameterAsString(parameters, self.STRETCH, context))
        return SegmentRequest(
            raster=raster,
            phrases=tuple(
                line for line in self.parameterAsString(parameters, self.PHRASES, context).splitlines() if line.strip()
            ),
            output=output,
            model=self.model_of(parameters, self.MODEL, context),
            bounds=bounds,
            bands=numbers(self.parameterAsString(parameters, self.BANDS, context), 3, int, self.BANDS),
            stretch=percentiles,
            stretch_values=values,
            gsd_m=None if gsd_m in (None, "") else self.parameterAsDouble(parameters, self.GSD, context),
            vector=VectorSettings(
                threshold=self.parameterAsDouble(parameters, self.THRESHOLD, context),
                min_area_m2=self.parameterAsDouble(parameters, self.MIN_AREA, context),
            ),
            device=DEVICES[self.parameterAsEnum(parameters, self.DEVICE, context)],
            overwrite=self.parameterAsBool(parameters, OVERWRITE, context),
        )


def numbers(text: str, count: int, kind: type, name: str) -> Any:
    """Return "1,2,3" as a tuple of `count` numbers; None for an empty text.

    Raises:
        RequestInvalid: The text is something else.
    """
    if not text.strip():
        return None
    try:
        values = tuple(kind(part) for part in text.replace(";", ",").split(","))
    except ValueError:
        values = ()
    if len(values) != count:
        raise RequestInvalid(
            tr('{name} is "{value}"; give {count} numbers with commas between them.').format(
                name=name, value=text, count=count
            ),
            name=name,
            value=text,
        )
    return values
