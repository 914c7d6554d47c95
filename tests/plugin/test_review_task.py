"""Another threshold changes the features of the layer in place."""

import pytest
from qgis.core import QgsApplication, QgsFeedback, QgsProject, QgsVectorDataProvider
from rrsis.plugin.job import carry_out, prepare
from rrsis.plugin.results import add_to_project, layer_uri, opened
from rrsis.plugin.review_task import ReviewTask, exchange_features
from rrsis.rrsis_core.errors import Cancelled, OutputNotWritable
from rrsis.rrsis_core.request import LayerResult, SegmentRequest, SegmentResult, ThresholdRequest, VectorSettings


@pytest.fixture
def found(layer, tmp_path, toy_client):
    """A result layer in the project, with its probabilities."""
    request = SegmentRequest("", ("bright squares",), "", device="cpu", probability=str(tmp_path / "p.tif"))
    job = prepare(layer, request, geopackage=tmp_path / "p.gpkg", max_tiles=10)
    published = opened(carry_out(job, toy_client, QgsFeedback(), lambda _: None))
    return add_to_project(QgsProject.instance(), published)[0]


def test_a_larger_smallest_area_leaves_the_larger_square(found, tmp_path, toy_client, waiting):
    request = ThresholdRequest(str(tmp_path / "p.tif"), "", VectorSettings(0.5, min_area_m2=60.0), ("bright squares",))
    task, values = ReviewTask(found.id(), found.source(), request, toy_client), []
    task.succeeded.connect(values.append)
    QgsApplication.taskManager().addTask(task)
    waiting(lambda: values)
    found.reload()
    assert values[0].layer_id == found.id() and values[0].result.count == 1
    assert found.featureCount() == 1
    (feature,) = found.getFeatures()
    assert feature["phrase"] == "bright squares" and feature["area_m2"] == pytest.approx(81, rel=0.1)


class Stopped:
    """A worker that was cancelled after a part."""

    def threshold(self, request, *_):
        return SegmentResult(request.output, (LayerResult("bright squares", "x", 1, 1.0, 0.9),), complete=False)


def test_a_review_that_is_cancelled_takes_nothing_away(found, tmp_path):
    before = {feature.geometry().asWkt() for feature in found.getFeatures()}
    request = ThresholdRequest(str(tmp_path / "p.tif"), "", VectorSettings(0.9), ("bright squares",))
    with pytest.raises(Cancelled):
        ReviewTask(found.id(), found.source(), request, Stopped()).work()
    found.reload()
    assert before and {feature.geometry().asWkt() for feature in found.getFeatures()} == before


def test_features_that_cannot_be_added_leave_the_old_ones(found, monkeypatch):
    monkeypatch.setattr(QgsVectorDataProvider, "addFeatures", lambda *_: (False, []))  # as on a full disk
    with pytest.raises(OutputNotWritable):
        exchange_features(found.source(), found.source())
    monkeypatch.undo()
    found.reload()
    assert found.featureCount() == 2


def test_a_file_that_was_deleted_meanwhile_is_named_with_what_to_do(found, tmp_path):
    (tmp_path / "p.gpkg").rename(tmp_path / "renamed.gpkg")
    with pytest.raises(OutputNotWritable, match="is gone"):
        exchange_features(found.source(), found.source())


def test_a_table_that_went_away_is_refused(found, tmp_path):
    with pytest.raises(OutputNotWritable):
        exchange_features(found.source(), layer_uri(str(tmp_path / "p.gpkg"), "gone"))
