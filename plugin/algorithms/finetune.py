"""The algorithm rrsis:finetune: the bundled model learns the samples of a folder, and is found by a new name."""

from __future__ import annotations

import math
from typing import Any, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputBoolean,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFile,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...rrsis_core.catalog import DEFAULT_MODEL
from ...rrsis_core.errors import RrsisError
from ...rrsis_core.own_models import MOST_STEPS, FineTuneRequest
from ...rrsis_core.request import Notice
from ...rrsis_core.worker.protocol import Progress
from ..i18n import tr
from .base import Reporter, Results, RrsisAlgorithm, as_processing_error, push_notices

FIGURES = ("mIoU", "oIoU", "P@0.5")


class FineTune(RrsisAlgorithm):
    """Teaches a model and measures it before and after."""

    DATA, NAME, MODEL, STEPS = "DATA", "NAME", "MODEL", "STEPS"
    EVERYTHING, RESUME, REPLACE = "EVERYTHING", "RESUME", "REPLACE"

    def name(self) -> str:
        """Return the id below the provider."""
        return "finetune"

    def displayName(self) -> str:
        """Return the title."""
        return tr("Fine-tune a model")

    def group(self) -> str:
        """Return the group's title."""
        return tr("Quality")

    def groupId(self) -> str:
        """Return the group's id."""
        return "quality"

    def shortDescription(self) -> str:
        """Return one sentence."""
        return tr("Teaches the bundled model your own samples.")

    def help_text(self) -> str:
        """Return the help."""
        return tr(
            "<p>The bundled model learns from a folder that “Export training samples” wrote: 20 to 200 samples are a"
            " good beginning, and take minutes. The model that comes out has a name of its own and stands in every"
            " list of models from then on.</p>"
            "<p>It is measured before and after on the samples kept for validation; without such samples, or with too"
            " few, it is refused. While it learns your phrases it is also asked for what it knew, so that it does not"
            " forget that.</p>"
            "<p><strong>Learn to see, too</strong> lets the image side learn as well: slower, for things that look"
            " like nothing that the model knows.</p>"
            "<p>A run that is cancelled keeps its steps; start it again with <strong>Go on</strong>.</p>"
            "<p>Example: <code>qgis_process run rrsis:finetune -- DATA=samples NAME=helipads</code></p>"
        )

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        """Declare parameters and outputs."""
        number = QgsProcessingParameterNumber.Type.Integer
        folder = QgsProcessingParameterFile.Behavior.Folder
        self.addParameter(QgsProcessingParameterFile(self.DATA, tr("Folder of the samples"), folder))
        self.addParameter(QgsProcessingParameterString(self.NAME, tr("Name of the new model")))
        self.add_advanced(QgsProcessingParameterString(self.MODEL, tr("Model that learns"), defaultValue=DEFAULT_MODEL))
        self.add_advanced(
            QgsProcessingParameterNumber(
                self.STEPS, tr("Steps (empty: by the samples)"), number, None, True, 1, MOST_STEPS
            )
        )
        for name, title in (
            (self.EVERYTHING, tr("Learn to see, too")),
            (self.RESUME, tr("Go on with a run that was cancelled")),
            (self.REPLACE, tr("Replace a model of that name")),
        ):
            self.add_advanced(QgsProcessingParameterBoolean(name, title, defaultValue=False))
        self.addOutput(QgsProcessingOutputString("NAME", tr("Name of the model")))
        self.addOutput(QgsProcessingOutputString("PATH", tr("Where the weights are")))
        self.addOutput(QgsProcessingOutputBoolean("COMPLETE", tr("Whether it was finished")))
        self.addOutput(QgsProcessingOutputNumber("BEFORE", tr("mIoU before")))
        self.addOutput(QgsProcessingOutputNumber("AFTER", tr("mIoU after")))

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Results:
        """Ask a worker of its own, so that no search waits; runs in any thread."""
        steps = self.parameterAsInt(parameters, self.STEPS, context) if parameters.get(self.STEPS) else None
        request = FineTuneRequest(
            data=self.parameterAsFile(parameters, self.DATA, context),
            output=self.parameterAsString(parameters, self.NAME, context).strip(),
            model=self.parameterAsString(parameters, self.MODEL, context).strip() or DEFAULT_MODEL,
            steps=steps,
            everything=self.parameterAsBool(parameters, self.EVERYTHING, context),
            resume=self.parameterAsBool(parameters, self.RESUME, context),
            replace=self.parameterAsBool(parameters, self.REPLACE, context),
        )
        twin = self.client.twin()
        try:
            answer = twin.ask("finetune", request.checked().to_json(), _Listener(feedback), feedback.isCanceled)
        except RrsisError as error:
            raise as_processing_error(error) from error
        finally:
            twin.close()
        return self._answers(answer, feedback)

    def _answers(self, answer: dict[str, Any], feedback: QgsProcessingFeedback) -> Results:
        """Say what came of it, and return it."""
        before, after = answer["before"], answer["after"]
        if answer["complete"]:
            for name in FIGURES:
                feedback.pushInfo(f"{name}: {_figure(before.get(name))} → {_figure(after.get(name))}")
            feedback.pushInfo(tr("{model} is ready.").format(model=answer["model"]))
        else:
            feedback.pushWarning(
                tr("Stopped at step {done} of {total}. Start it again with “Go on” to finish it.").format(
                    done=answer["steps"], total=answer["of_steps"]
                )
            )
        return {
            "NAME": answer["model"],
            "PATH": answer["path"],
            "COMPLETE": answer["complete"],
            "BEFORE": _number(before.get("mIoU")),
            "AFTER": _number(after.get("mIoU")),
        }


class _Listener(Reporter):
    """Hands warnings on as they come, since there is no result of a search that holds them."""

    def __call__(self, progress: Progress) -> None:
        """Show `progress` and its warnings; each stage says itself what is written."""
        push_notices(self._feedback, [Notice(**warning) for warning in progress.warnings])
        if progress.stage != "write":
            super().__call__(progress)


def _number(value: Optional[float]) -> float:
    return math.nan if value is None else float(value)


def _figure(value: Optional[float]) -> str:
    return "–" if value is None else f"{value:.3f}"
