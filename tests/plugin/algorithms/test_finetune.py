"""rrsis:finetune teaches a model through a real worker, and the model is in every list from then on."""

import sys
from pathlib import Path

import pytest
from qgis.core import QgsApplication, QgsProcessingException

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def provider(qgis_app, tmp_path, monkeypatch):
    """The provider with the real worker behind it, whose model is of a test's size."""
    from rrsis.plugin.provider import RrsisProvider
    from rrsis.rrsis_core.worker.client import WorkerClient

    monkeypatch.setenv("RRSIS_HOME", str(tmp_path / "home"))
    client = WorkerClient(root=ROOT / "tests" / "worker", module="teaching_worker")
    provider = RrsisProvider(client)
    QgsApplication.processingRegistry().addProvider(provider)
    yield provider
    QgsApplication.processingRegistry().removeProvider("rrsis")
    client.close()


@pytest.fixture
def data(tmp_path):
    sys.path.insert(0, str(ROOT / "tests"))
    try:
        from own_data import write_own
    finally:
        sys.path.pop(0)
    return write_own(tmp_path / "data")


def test_a_model_is_taught_and_stands_in_the_lists(run, data):
    done = run("finetune", {"DATA": str(data), "NAME": "circles", "STEPS": 2})
    assert done.answers["NAME"] == "circles" and done.answers["COMPLETE"]
    assert Path(done.answers["PATH"]).is_file() and 0 <= done.answers["AFTER"] <= 1
    assert "mIoU" in done.feedback.textLog()
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("rrsis:segmentbyphrase")
    assert "circles (lgce-tiny)" in algorithm.parameterDefinition("MODEL").options()
    with pytest.raises(QgsProcessingException, match="already"):
        run("finetune", {"DATA": str(data), "NAME": "circles", "STEPS": 2})


@pytest.mark.parametrize("name", ["a b", "lgce"])
def test_a_wrong_name_is_refused_before_any_process_starts(run, tmp_path, name):
    with pytest.raises(QgsProcessingException, match=name):
        run("finetune", {"DATA": str(tmp_path), "NAME": name})
