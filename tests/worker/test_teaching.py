"""Fine-tuning through a real worker: progress, cancel, resume, and a search with the model that came out."""

import sys
from pathlib import Path

import pytest

from rrsis_core.errors import DatasetInvalid
from rrsis_core.own_models import FineTuneRequest, models_folder
from rrsis_core.request import SegmentRequest
from rrsis_core.worker.client import WorkerClient
from tests.own_data import PHRASE, write_own


@pytest.fixture
def client(tmp_path, monkeypatch):
    monkeypatch.setenv("RRSIS_HOME", str(tmp_path / "home"))
    made = WorkerClient(Path(sys.executable), root=Path(__file__).parent, module="teaching_worker")
    yield made
    made.close()


def test_it_is_stopped_goes_on_and_finds(client, tmp_path):
    data = write_own(tmp_path / "data")
    request = FineTuneRequest(str(data), "circles", steps=3)
    seen = []

    def stop():
        return any(progress.stage == "train" and progress.done for progress in seen)

    stopped = client.ask("finetune", request.to_json(), seen.append, stop)
    assert not stopped["complete"] and 1 <= stopped["steps"] <= 2 and not (models_folder() / "circles" / "x").exists()
    seen.clear()
    learned = client.ask("finetune", {**request.to_json(), "resume": True}, seen.append)
    assert learned["complete"] and learned["steps"] == 3 and Path(learned["path"]).is_file()
    assert {"evaluate", "read", "train"} <= {progress.stage for progress in seen}
    assert any(progress.total == 3 - stopped["steps"] for progress in seen if progress.stage == "train")
    names = [row["name"] for row in client.ask("models", {})["models"] if row["state"] == "ready"]
    assert "circles" in names
    search = SegmentRequest(str(data / "0.ppm"), (PHRASE,), str(tmp_path / "found.gpkg"), model="circles", device="cpu")
    assert client.run(search).model == "circles"
    (data / "phrases.jsonl").write_text('{"image": "0.ppm", "phrase": "x", "split": "val", "kind": "absent"}')
    with pytest.raises(DatasetInvalid):
        client.ask("finetune", {**request.to_json(), "output": "other"})
