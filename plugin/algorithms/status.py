"""The algorithm rrsis:status: whether this machine can run models, and what is missing."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputBoolean,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
)

from ...rrsis_core import __version__
from ...rrsis_core.errors import Cancelled, RrsisError
from ...rrsis_core.own_models import all_cards
from ...rrsis_core.weight_files import weights_state
from ...rrsis_core.worker.environment import find_python, probe
from ..i18n import tr
from ..messages import explain
from ..model_panel import READY
from ..settings import Settings
from .base import Results, RrsisAlgorithm, as_processing_error


class Status(RrsisAlgorithm):
    """Says whether models can run here, and what is missing."""

    FULL = "FULL"

    def name(self) -> str:
        """Return the id below the provider."""
        return "status"

    def displayName(self) -> str:
        """Return the title."""
        return tr("Status")

    def group(self) -> str:
        """Return the group's title."""
        return tr("Set-up")

    def groupId(self) -> str:
        """Return the group's id."""
        return "setup"

    def shortDescription(self) -> str:
        """Return one sentence."""
        return tr("Can models run here, and what is missing?")

    def help_text(self) -> str:
        """Return the help."""
        return tr(
            "<p>Looks for the model’s environment and says what is missing and where the button is that sets it up."
            " With <strong>Try it out</strong> it also starts the environment, and lists its packages and"
            " processors.</p>"
            "<p>Example: <code>qgis_process run rrsis:status --json</code></p>"
        )

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        """Declare parameters and outputs."""
        self.addParameter(QgsProcessingParameterBoolean(self.FULL, tr("Try it out"), defaultValue=True))
        self.addOutput(QgsProcessingOutputBoolean("READY", tr("Models can run")))
        for name, title in (
            ("MESSAGE", tr("What is missing")),
            ("PYTHON", tr("Interpreter")),
            ("DEVICES", tr("Processors")),
            ("MODELS", tr("Models")),
            ("READY_MODELS", tr("Models whose weights are here")),
            ("VERSION", tr("Version")),
        ):
            self.addOutput(QgsProcessingOutputString(name, title))

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Results:
        """Look; runs in any thread, and reports what is missing as an answer, not as an error."""
        answers: Results = {
            "READY": False,
            "MESSAGE": "",
            "PYTHON": "",
            "DEVICES": "",
            "MODELS": ", ".join(all_cards()),
            "READY_MODELS": ", ".join(name for name, card in all_cards().items() if weights_state(card) == READY),
            "VERSION": __version__,
        }
        try:
            python = find_python(Settings().python)
            answers["PYTHON"] = str(python)
            if self.parameterAsBool(parameters, self.FULL, context):
                seen = probe(python, cancelled=feedback.isCanceled)
                answers["DEVICES"] = ", ".join(seen.devices)
                broken = [f"{name}: {reason}" for name, reason in seen.broken.items() if name != "cuda"]
                answers["MESSAGE"] = "; ".join(broken)
            answers["READY"] = not answers["MESSAGE"]
        except Cancelled as error:
            raise as_processing_error(error) from error
        except RrsisError as error:
            answers["MESSAGE"] = explain(error)
        feedback.pushInfo(answers["MESSAGE"] or tr("Models can run here."))
        return answers
