"""The list of algorithms in the Processing toolbox."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProcessingModelAlgorithm, QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..rrsis_core.worker.client import WorkerClient
from .algorithms.evaluate import Evaluate
from .algorithms.export_samples import ExportSamples
from .algorithms.fetch_model import FetchModel
from .algorithms.finetune import FineTune
from .algorithms.segment_by_phrase import SegmentByPhrase
from .algorithms.segment_many import SegmentMany
from .algorithms.status import Status
from .algorithms.threshold import Threshold
from .i18n import tr

ICON = Path(__file__).resolve().parent.parent / "resources" / "icons" / "rrsis.svg"
MODELS = ICON.parent.parent / "toolbox"
ALGORITHMS = (SegmentByPhrase, SegmentMany, Threshold, Evaluate, ExportSamples, FineTune, FetchModel, Status)


class RrsisProvider(QgsProcessingProvider):
    """The provider "rrsis".

    Args:
        client: The worker that all algorithms share.
    """

    def __init__(self, client: WorkerClient) -> None:
        super().__init__()
        self._client = client

    def id(self) -> str:
        """Return the prefix of the algorithms' ids."""
        return "rrsis"

    def name(self) -> str:
        """Return the title."""
        return "RRSIS"

    def longName(self) -> str:
        """Return the long title."""
        return tr("RRSIS: find objects by phrase")

    def icon(self) -> QIcon:
        """Return the icon."""
        return QIcon(str(ICON))

    def loadAlgorithms(self) -> None:
        """Add one of each, and the sample models; Processing calls it."""
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm(self._client))
        for path in sorted(MODELS.glob("*.model3")):
            model = QgsProcessingModelAlgorithm()
            if model.fromFile(str(path)):
                self.addAlgorithm(model)
