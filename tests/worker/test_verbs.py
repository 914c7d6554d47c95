"""What the worker can be asked for, with the corridor replaced by a stand-in."""

from __future__ import annotations

import io

import pytest

from rrsis_core.errors import Cancelled, ModelUnknown, PhraseInvalid, WeightsMissing
from rrsis_core.request import SegmentRequest, SegmentResult, ThresholdRequest, VectorSettings
from rrsis_core.worker import verbs as module
from rrsis_core.worker.protocol import Asked, decode
from rrsis_core.worker.server import Job, Wire


@pytest.fixture
def stream():
    return io.StringIO()


@pytest.fixture
def job(stream):
    return Job(Asked(1, "x", {}), Wire(stream), set())


@pytest.fixture
def made(tmp_path, monkeypatch):
    """Count the models that are made; their weights are empty files."""
    monkeypatch.setenv("RRSIS_CACHE", str(tmp_path))
    for name in ("lgce", "lavt"):
        place = tmp_path / "models" / name / "model.safetensors"
        place.parent.mkdir(parents=True)
        place.write_bytes(b"")
    names = []
    monkeypatch.setattr("rrsis_core.models.shelf.create_model", lambda name: names.append(name) or object())
    return names


def test_segment_runs_the_corridor_with_a_warm_model(made, job, stream, monkeypatch):
    def corridor(request, model, watch, found):
        assert found is None
        assert isinstance(request, SegmentRequest)
        return SegmentResult(request.output, (), tiles=len(list(watch([1, 2]))))

    monkeypatch.setattr(module, "segment", corridor)
    request = SegmentRequest("a.tif", ("cars",), "o.gpkg", model="lgce")
    said = module.verbs()["segment"](request.to_json(), job)
    assert SegmentResult.from_json(said).tiles == 2
    stages = [decode(line).stage for line in stream.getvalue().splitlines()]
    assert list(dict.fromkeys(stages)) == ["load", "open", "predict", "write"]


def test_threshold_says_that_it_makes_polygons(job, stream, monkeypatch):
    monkeypatch.setattr(
        module,
        "threshold",
        lambda request, watch, found: SegmentResult(request.output, (), tiles=len(list(watch([1])))),
    )
    request = ThresholdRequest("p.tif", "o.gpkg", VectorSettings(0.4))
    assert module.verbs()["threshold"](request.to_json(), job)["output"] == "o.gpkg"
    assert decode(stream.getvalue().splitlines()[0]).stage == "polygons"


@pytest.mark.parametrize(
    ("change", "kind"),
    [({"phrases": [" "]}, PhraseInvalid), ({"model": "lgze"}, ModelUnknown), ({"model": "lavt"}, WeightsMissing)],
)
def test_bad_requests_are_own_errors(job, change, kind, tmp_path, monkeypatch):
    monkeypatch.setenv("RRSIS_CACHE", str(tmp_path))
    payload = {**SegmentRequest("a.tif", ("cars",), "o.gpkg").to_json(), **change}
    with pytest.raises(kind):
        module.verbs()["segment"](payload, job)


def test_ping_names_the_devices(job):
    assert module.verbs()["ping"]({}, job)["devices"][0] == "cpu"


def test_fetch_counts_bytes_and_stops_between_them(job, stream, monkeypatch):
    def fetching(card, report, sha256):
        report(1, 10)
        job._cancelled.add(1)
        report(2, 10)

    monkeypatch.setattr(module, "fetch", fetching)
    with pytest.raises(Cancelled, match="kept"):
        module.verbs()["fetch"]({"model": "remotesam"}, job)
    assert "download" in stream.getvalue()


def test_a_checkpoint_is_added(job, monkeypatch):
    monkeypatch.setattr(module, "add_checkpoint", lambda path, name: f"{name}:{path}")
    monkeypatch.setattr(module, "add_vocabulary", lambda path, card: f"words of {card.name}:{path}")
    assert module.verbs()["add"]({"model": "lgce", "path": "a.pth"}, job)["path"] == "lgce:a.pth"
    words = module.verbs()["add"]({"model": "clipseg", "path": "tokenizer.json"}, job)
    assert words["path"] == "words of clipseg:tokenizer.json"
    with pytest.raises(ModelUnknown):
        module.verbs()["fetch"]({"model": "no"}, job)
