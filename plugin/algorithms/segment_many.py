"""The algorithm rrsis:segmentmany: the same phrases in many rasters, one file each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, List, Optional, Tuple

from qgis.core import (
    QgsMapLayer,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingMultiStepFeedback,
    QgsProcessingOutputMultipleLayers,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProcessingUtils,
    QgsRasterLayer,
)

from ...rrsis_core.errors import Cancelled, RasterUnreadable, RrsisError
from ...rrsis_core.request import DEVICES, SegmentRequest, VectorSettings
from ..i18n import tr, trn
from ..job import Job, carry_out, prepare
from ..messages import explain, log_problem
from ..results import free_name
from ..settings import Settings
from ..wording import device_titles
from .base import OVERWRITE, Reporter, Results, RrsisAlgorithm, as_processing_error, file_name, push_outcome
from .publishing import load_on_completion, passes_on

Number = QgsProcessingParameterNumber.Type


@dataclass(frozen=True)
class Planned:
    """One raster of many: its job, or why there is none."""

    name: str
    job: Optional[Job]
    problem: Optional[RrsisError] = None


class SegmentMany(RrsisAlgorithm):
    """Finds what phrases describe in many raster layers; one that fails does not stop the others."""

    INPUTS, PHRASES, MODEL, THRESHOLD = "INPUTS", "PHRASES", "MODEL", "THRESHOLD"
    MIN_AREA, DEVICE, PROBABILITIES, SKIP, OUTPUT = "MIN_AREA", "DEVICE", "PROBABILITIES", "SKIP", "OUTPUT"

    def name(self) -> str:
        """Return the id below the provider."""
        return "segmentmany"

    def displayName(self) -> str:
        """Return the title."""
        return tr("Segment many rasters")

    def shortDescription(self) -> str:
        """Return one sentence."""
        return tr("Finds what phrases describe in many rasters or tiles, one file each.")

    def help_text(self) -> str:
        """Return the help."""
        return tr(
            "<p>Searches each raster for the same phrases and writes a GeoPackage a raster into a folder, named after"
            " the raster. The model is loaded once. A raster that cannot be read is named and the rest goes on; the"
            " algorithm fails only where all of them do.</p>"
            "<p>With <strong>Skip what is there</strong> a run that was stopped goes on where it ended.</p>"
            '<p>Example:<br><code>qgis_process run rrsis:segmentmany -- INPUTS=a.tif INPUTS=b.tif PHRASES="white cars"'
            " OUTPUT=found</code></p>"
        )

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        """Declare parameters and outputs."""
        kind = QgsProcessing.SourceType.TypeRaster
        for parameter in (
            QgsProcessingParameterMultipleLayers(self.INPUTS, tr("Imagery"), kind),
            QgsProcessingParameterString(
                self.PHRASES, tr("Phrases, one a line"), defaultValue="buildings", multiLine=True
            ),
            self.model_parameter(self.MODEL),
            QgsProcessingParameterNumber(
                self.THRESHOLD, tr("Threshold"), Number.Double, defaultValue=0.5, minValue=0.01, maxValue=0.99
            ),
            QgsProcessingParameterFolderDestination(self.OUTPUT, tr("Folder for the results")),
        ):
            self.addParameter(parameter)
        self.add_model_name()
        for parameter in (
            QgsProcessingParameterNumber(
                self.MIN_AREA, tr("Smallest area (m²)"), Number.Double, defaultValue=1.0, minValue=0.0
            ),
            QgsProcessingParameterEnum(
                self.DEVICE, tr("Device"), options=[title for title, _ in device_titles()], defaultValue=0
            ),
            QgsProcessingParameterBoolean(self.PROBABILITIES, tr("Keep the probability rasters"), defaultValue=False),
            QgsProcessingParameterBoolean(self.SKIP, tr("Skip what is there"), defaultValue=False),
        ):
            self.add_advanced(parameter)
        self.add_overwrite()
        self.addOutput(QgsProcessingOutputMultipleLayers("LAYERS", tr("Layers, one a phrase and raster")))
        self.addOutput(QgsProcessingOutputNumber("COUNT", tr("Number of objects")))
        self.addOutput(QgsProcessingOutputNumber("DONE", tr("Number of rasters searched")))
        self.addOutput(QgsProcessingOutputNumber("FAILED", tr("Number of rasters that could not be searched")))

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Tuple[bool, str]:
        """Return whether the values can be used; one raster that cannot be opened does not stop the others."""
        found = self._rasters(parameters, context)
        opened = [layer for layer, _ in found if layer is not None]
        if not found:
            return False, tr("No raster layer was chosen.")
        if not opened:
            return False, self._unreadable(*(place for _, place in found)).message
        if len(opened) < len(found):
            parameters = {**parameters, self.INPUTS: opened}
        accepted, reason = super().checkParameterValues(parameters, context)
        return bool(accepted), str(reason)

    def _rasters(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> List[Tuple[Optional[QgsMapLayer], str]]:
        """Return each layer that was given, None where it cannot be opened, and what was said of it."""
        given = parameters.get(self.INPUTS)
        if not isinstance(given, (list, tuple)) or not all(isinstance(one, (str, QgsMapLayer)) for one in given):
            return [(layer, layer.name()) for layer in self.parameterAsLayerList(parameters, self.INPUTS, context)]
        kind = QgsProcessingUtils.LayerHint.Raster
        return [
            (QgsProcessingUtils.mapLayerFromString(one, context, True, kind), one)
            if isinstance(one, str)
            else (one, one.name())
            for one in given
        ]

    @staticmethod
    def _unreadable(*places: str) -> RasterUnreadable:
        listed = ", ".join(f'"{place}"' for place in places[:3]) + (" …" if len(places) > 3 else "")
        text = tr("{files} cannot be opened. Check that the file is there and opens in QGIS.").format(files=listed)
        return RasterUnreadable(text, raster=places[0])

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Take what is needed of the layers; Processing calls it on the main thread."""
        self._folder = folder = Path(self.parameterAsFileOutput(parameters, self.OUTPUT, context))
        taken: set[str] = set()
        self._planned: List[Planned] = []
        for layer, place in self._rasters(parameters, context):
            title = Path(place).stem if layer is None else layer.name()
            name = free_name(file_name(title, "-_. "), taken)
            taken.add(name)
            if layer is None:
                self._planned.append(Planned(name, None, self._unreadable(place)))
            else:
                self._planned.append(self._plan(layer, name, folder, parameters, context))
        return True

    def _plan(
        self, layer: Any, name: str, folder: Path, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> Planned:
        lines = self.parameterAsString(parameters, self.PHRASES, context).splitlines()
        request = SegmentRequest(
            raster="",
            phrases=tuple(line for line in lines if line.strip()),
            output=str(folder / f"{name}.gpkg"),
            model=self.model_of(parameters, self.MODEL, context),
            vector=VectorSettings(
                threshold=self.parameterAsDouble(parameters, self.THRESHOLD, context),
                min_area_m2=self.parameterAsDouble(parameters, self.MIN_AREA, context),
            ),
            device=DEVICES[self.parameterAsEnum(parameters, self.DEVICE, context)],
            overwrite=self.parameterAsBool(parameters, OVERWRITE, context),
        )
        if self.parameterAsBool(parameters, self.PROBABILITIES, context):
            request = replace(request, probability=str(folder / f"{name}_probability.tif"))
        try:
            raster = layer if isinstance(layer, QgsRasterLayer) else None
            return Planned(name, prepare(raster, request, max_tiles=Settings().max_tiles))
        except RrsisError as error:
            return Planned(name, None, error)

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Results:
        """Search one raster after the other; runs in any thread."""
        folder = self._folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise QgsProcessingException(
                tr('The folder "{folder}" cannot be made: {reason}').format(
                    folder=folder, reason=error.strerror or error
                )
            ) from error
        skip = self.parameterAsBool(parameters, self.SKIP, context)
        steps = QgsProcessingMultiStepFeedback(len(self._planned), feedback)
        answers: Results = {self.OUTPUT: str(folder), "LAYERS": [], "COUNT": 0, "DONE": 0, "FAILED": 0}
        problem: Optional[RrsisError] = None
        for number, planned in enumerate(self._planned):
            if feedback.isCanceled():
                break
            steps.setCurrentStep(number)
            if skip and (folder / f"{planned.name}.gpkg").is_file():
                feedback.pushInfo(tr("{raster}: is there").format(raster=planned.name))
                continue
            try:
                self._search(planned, answers, context, steps)
            except Cancelled:
                break
            except RrsisError as error:
                problem = error
                answers["FAILED"] += 1
                log_problem(error)
                feedback.reportError(f"{planned.name}: {explain(error)}")
        if problem is not None and not answers["DONE"]:
            raise as_processing_error(problem)
        return answers

    def _search(
        self, planned: Planned, answers: Results, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        if planned.job is None:
            raise planned.problem or Cancelled("")
        published = carry_out(planned.job, self.client, feedback, Reporter(feedback))
        push_outcome(feedback, published.result)
        answers["LAYERS"] += load_on_completion(published, context, not passes_on(published.result.output, context))
        answers["COUNT"] += published.result.count
        answers["DONE"] += 1
        feedback.pushInfo(f"{planned.name}: {trn('%n object', '%n objects', published.result.count)}")
