"""rrsis:fetchmodel asks a worker of its own, says the licence first, and leaves alone what is there."""

import pytest
from qgis.core import QgsProcessingException
from rrsis.plugin.algorithms.fetch_model import MODELS
from rrsis.rrsis_core.errors import Cancelled, DownloadFailed


class Twin:
    closed = False

    def ask(self, verb, payload, report, cancelled):
        self.asked = (verb, payload)
        if payload["model"] == "lavt" and verb == "fetch":
            raise DownloadFailed("There is nothing to fetch.")
        return {"model": payload["model"], "path": "/cache/model.safetensors"}

    def close(self):
        self.closed = True


@pytest.fixture
def twin(toy_client, monkeypatch, tmp_path):
    twin = Twin()
    monkeypatch.setattr(toy_client, "twin", lambda: twin)
    monkeypatch.setenv("RRSIS_CACHE", str(tmp_path))
    return twin


def test_the_bundled_model_is_there(run, twin):
    answers = run("fetchmodel", {"MODEL": MODELS.index("lgce-tiny")}).answers
    assert answers["NAME"] == "lgce-tiny" and answers["PATH"].endswith("model.safetensors")
    assert not hasattr(twin, "asked")


def test_weights_are_fetched_after_their_licence_was_said(run, twin):
    done = run("fetchmodel", {"MODEL": MODELS.index("remotesam")})
    assert twin.asked == ("fetch", {"model": "remotesam"}) and twin.closed
    assert "no licence stated" in done.feedback.textLog() and done.answers["PATH"]


def test_a_file_of_ones_own_is_added(run, twin, tmp_path):
    (tmp_path / "own.pth").touch()
    run("fetchmodel", {"MODEL": MODELS.index("lgce"), "FILE": str(tmp_path / "own.pth")})
    assert twin.asked == ("add", {"model": "lgce", "path": str(tmp_path / "own.pth")})


def test_a_hash_that_the_catalogue_lacks_is_handed_on(run, twin):
    named = ["openai/clip-vit-base-patch32/tokenizer.json=" + "a" * 64, "CIDAS/x/model.safetensors=" + "b" * 64]
    done = run("fetchmodel", {"MODEL": MODELS.index("clipseg"), "SHA256": "\n".join(named)})
    assert twin.asked == ("fetch", {"model": "clipseg", "sha256": named})
    assert "CIDAS/clipseg" in done.feedback.textLog()  # from where, and under which licence


def test_a_stopped_download_says_that_what_came_is_kept(run, twin, monkeypatch):
    def stopped(*_asked):
        raise Cancelled("The run was cancelled before anything was finished.")

    monkeypatch.setattr(twin, "ask", stopped)
    with pytest.raises(QgsProcessingException, match="What has come is kept"):
        run("fetchmodel", {"MODEL": MODELS.index("remotesam")})
    assert twin.closed


def test_what_cannot_be_fetched_is_an_error(run, twin):
    with pytest.raises(QgsProcessingException, match="nothing to fetch"):
        run("fetchmodel", {"MODEL": MODELS.index("lavt")})
    assert twin.closed
