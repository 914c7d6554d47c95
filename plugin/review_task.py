"""Polygons anew from kept probabilities, put into the layer that shows them."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree

from qgis.core import QgsFeature, QgsVectorDataProvider, QgsVectorLayer

from ..rrsis_core.errors import Cancelled, OutputNotWritable
from ..rrsis_core.request import SegmentResult, ThresholdRequest, VectorSettings
from ..rrsis_core.worker.client import WorkerClient
from .file_lock import only_writer
from .i18n import tr
from .results import layer_uri
from .task import WorkTask
from .wording import shown_all


@dataclass(frozen=True)
class Reviewed:
    """What a review brought: the layer's id, the worker's answer, and how the polygons were made."""

    layer_id: str
    result: SegmentResult
    vector: VectorSettings


class ReviewTask(WorkTask):
    """Makes the polygons of one result layer anew; succeeds with `Reviewed`.

    Args:
        layer_id, source: Of the layer in the project, as its id and data source.
        request: Its output is filled in here.
        client: The worker.
    """

    def __init__(self, layer_id: str, source: str, request: ThresholdRequest, client: WorkerClient) -> None:
        super().__init__(tr("Review {phrases}").format(phrases=shown_all(request.phrases)))
        self.layer_id = layer_id
        self._source = source
        self.writes = Path(source.partition("|")[0])
        self._request = request
        self._client = client

    def work(self) -> Reviewed:
        """Ask the worker, then exchange the features of the layer's table in one transaction."""
        folder = Path(tempfile.mkdtemp(prefix="rrsis-"))
        try:
            request = ThresholdRequest(
                self._request.probability, str(folder / "found.gpkg"), self._request.vector, self._request.phrases
            )
            result = self._client.threshold(request.checked(), self.report, self.feedback.isCanceled)
            if not result.complete:  # a part never takes the place of all
                raise Cancelled(tr("Cancelled before anything was finished."))
            for layer in result.layers[:1]:
                with only_writer(self.writes):
                    exchange_features(layer_uri(result.output, layer.layer), self._source)
        finally:
            rmtree(folder, ignore_errors=True)
        return Reviewed(self.layer_id, result, request.vector)


def exchange_features(new: str, table: str) -> int:
    """Replace the features of `table` by those of `new`, both data sources, and return their number; any thread.

    Raises:
        OutputNotWritable: The table cannot be written.
    """
    file = table.partition("|")[0]
    if not Path(file).is_file():
        raise OutputNotWritable(
            tr('"{file}" is gone. Bring it back, or search again and take this layer out.').format(file=file), path=file
        )
    found, target = QgsVectorLayer(new, "new", "ogr"), QgsVectorLayer(table, "table", "ogr")
    provider = target.dataProvider()
    able = QgsVectorDataProvider.Capability
    needed = able.AddFeatures | able.DeleteFeatures
    if not found.isValid() or not target.isValid() or provider.capabilities() & needed != needed:
        raise OutputNotWritable(
            tr(
                '"{file}" cannot be changed: another program may have it open, or you may not write there. See to that,'
                " then try again."
            ).format(file=file),
            path=table,
        )
    fields = target.fields()
    features = []
    for feature in found.getFeatures():
        copy = QgsFeature(fields)
        geometry = feature.geometry()
        geometry.convertToMultiType()
        copy.setGeometry(geometry)
        for name in found.fields().names():
            if name != "fid" and fields.indexOf(name) >= 0:
                copy.setAttribute(name, feature.attribute(name))
        features.append(copy)
    old = [feature.id() for feature in target.getFeatures()]
    # The old ones leave last: a full disk takes none of the new ones, and then nothing is lost.
    if not provider.addFeatures(features)[0] or not provider.deleteFeatures(old):
        raise OutputNotWritable(
            tr('"{file}" cannot be changed ({reason}). Close it in other programs, then try again.').format(
                file=file, reason="; ".join(provider.errors())
            ),
            path=table,
        )
    return len(features)
