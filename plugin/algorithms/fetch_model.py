"""The algorithm rrsis:fetchmodel: the weights of a model, brought to this machine."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from ...rrsis_core.catalog import CATALOG
from ...rrsis_core.errors import Cancelled, RrsisError
from ...rrsis_core.weight_files import weights_places, weights_ready
from ..i18n import tr
from ..model_panel import can_be_checked, consent_text, facts
from .base import Reporter, Results, RrsisAlgorithm, as_processing_error

MODELS = tuple(CATALOG)


class FetchModel(RrsisAlgorithm):
    """Downloads the weights of a model, or takes a checkpoint of the user's own."""

    MODEL, FILE, AGAIN, SHA256 = "MODEL", "FILE", "AGAIN", "SHA256"

    def name(self) -> str:
        """Return the id below the provider."""
        return "fetchmodel"

    def displayName(self) -> str:
        """Return the title."""
        return tr("Fetch a model")

    def group(self) -> str:
        """Return the group's title."""
        return tr("Set-up")

    def groupId(self) -> str:
        """Return the group's id."""
        return "setup"

    def shortDescription(self) -> str:
        """Return one sentence."""
        return tr("Brings the weights of a model to this machine.")

    def help_text(self) -> str:
        """Return the help."""
        return tr(
            "<p>Downloads the weights of a model, says their licence first, and checks them against their published"
            " SHA-256. A download that breaks off goes on the next time. Weights that are here are left alone, unless"
            " <strong>Fetch again</strong> is set.</p>"
            "<p>Give a <strong>checkpoint file</strong> (.pth, .pt, .bin or .safetensors) to use weights of your own"
            " instead; for models without public weights that is the only way.</p>"
            "<p>Where the catalogue knows no <strong>SHA-256</strong>, name it: from a source that you trust, one a"
            " file as <code>OWNER/NAME/FILE=HEX</code> where there are several.</p>"
            "<p>Example: <code>qgis_process run rrsis:fetchmodel -- MODEL=1 FILE=lgce.pth</code></p>"
        )

    def initAlgorithm(self, configuration: Optional[dict[str, Any]] = None) -> None:
        """Declare parameters and outputs."""
        titles = [CATALOG[name].title for name in MODELS]
        self.addParameter(QgsProcessingParameterEnum(self.MODEL, tr("Model"), options=titles, defaultValue=0))
        self.addParameter(QgsProcessingParameterFile(self.FILE, tr("Checkpoint file of your own"), optional=True))
        self.add_advanced(QgsProcessingParameterBoolean(self.AGAIN, tr("Fetch again"), defaultValue=False))
        self.add_advanced(
            QgsProcessingParameterString(
                self.SHA256, tr("SHA-256, where the catalogue knows none"), multiLine=True, optional=True
            )
        )
        self.addOutput(QgsProcessingOutputString("NAME", tr("Name of the model")))
        self.addOutput(QgsProcessingOutputString("PATH", tr("Where the weights are")))

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> Results:
        """Ask a worker of its own, so that no search waits; runs in any thread."""
        card = CATALOG[MODELS[self.parameterAsEnum(parameters, self.MODEL, context)]]
        file = self.parameterAsFile(parameters, self.FILE, context)
        again = self.parameterAsBool(parameters, self.AGAIN, context)
        if not file and weights_ready(card) and not (again and not card.bundled):
            feedback.pushInfo(tr("{model} is here: {facts}").format(model=card.title, facts=facts(card)))
            here = next(str(place) for place in weights_places(card) if place.is_file())
            return {"NAME": card.name, "PATH": here}
        sha256 = self.parameterAsString(parameters, self.SHA256, context).split()
        if not file and card.weights is not None and (sha256 or can_be_checked(card)):
            feedback.pushInfo(consent_text(card))
        payload = {"model": card.name, **({"path": file} if file else {"sha256": sha256} if sha256 else {})}
        twin = self.client.twin()
        try:
            answer = twin.ask("add" if file else "fetch", payload, Reporter(feedback), feedback.isCanceled)
        except Cancelled as error:
            if file:
                raise as_processing_error(error) from error
            text = tr("The download was stopped. What has come is kept for the next time.")
            raise QgsProcessingException(text) from error
        except RrsisError as error:
            raise as_processing_error(error) from error
        finally:
            twin.close()
        feedback.pushInfo(tr("{model} is ready.").format(model=card.title))
        return {"NAME": card.name, "PATH": str(answer["path"])}
