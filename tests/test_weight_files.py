"""Whether weights are there is a look at files."""

import sys
from dataclasses import replace

import pytest

from rrsis_core import weight_files
from rrsis_core.catalog import CATALOG


@pytest.fixture
def cache(tmp_path, monkeypatch):
    monkeypatch.setenv("RRSIS_CACHE", str(tmp_path))
    return tmp_path / "models"


def test_the_cache_is_where_the_variable_says(cache, monkeypatch):
    assert weight_files.cache_folder() == cache
    monkeypatch.delenv("RRSIS_CACHE")
    assert weight_files.cache_folder().parts[-2:] == ("rrsis", "models")


@pytest.mark.skipif(sys.platform != "linux", reason="XDG is of Linux")
def test_the_platforms_cache_is_used(monkeypatch, tmp_path):
    monkeypatch.delenv("RRSIS_CACHE", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert weight_files.cache_folder() == tmp_path / "rrsis" / "models"


def test_states(cache, monkeypatch, tmp_path):
    assert weight_files.weights_state(CATALOG["lgce"]) == "own weights needed"
    assert weight_files.weights_state(CATALOG["remotesam"]) == "to fetch"
    for name in ("lgce", "remotesam"):
        (cache / name).mkdir(parents=True)
        (cache / name / "model.safetensors").touch()
        assert weight_files.weights_state(CATALOG[name]) == "ready"
    monkeypatch.setattr(weight_files, "BUNDLE", tmp_path)
    card = replace(CATALOG["lgce-tiny"], name="toy")
    assert weight_files.weights_places(card)[0] == tmp_path / "toy" / "model.safetensors"
    assert not weight_files.weights_ready(card)


def test_a_vocabulary_of_its_own_is_needed_too(cache):
    card = CATALOG["clipseg"]
    assert weight_files.weights_state(card) == "to fetch"
    assert [each.file for each in weight_files.downloads(card)] == ["model.safetensors", "tokenizer.json"]
    (cache / "clipseg").mkdir(parents=True)
    (cache / "clipseg" / "model.safetensors").touch()
    assert weight_files.weights_state(card) == "to fetch"
    assert weight_files.downloads(card) == (card.vocabulary,)
    weight_files.vocabulary_place(card).touch()
    assert weight_files.weights_state(card) == "ready"
    assert len(weight_files.downloads(card)) == 2  # all of it anew


def test_own_weights_want_their_vocabulary(cache):
    card = CATALOG["rsrefseg-l"]
    assert weight_files.weights_state(card) == "own weights needed"
    (cache / "rsrefseg-l").mkdir(parents=True)
    (cache / "rsrefseg-l" / "model.safetensors").touch()
    assert weight_files.weights_state(card) == "to fetch"
    assert weight_files.weights_state(replace(card, vocabulary=None)) == "own weights needed"


def test_what_has_nothing_public_has_no_downloads():
    assert weight_files.downloads(CATALOG["lgce"]) == weight_files.downloads(CATALOG["lgce-tiny"]) == ()
    assert [each.prefix for each in weight_files.downloads(CATALOG["grounding-dino-sam"])] == ["dino.", "sam."]
    own = replace(CATALOG["clipseg"], weights=None, folder="/nowhere")
    assert weight_files.downloads(own) == ()
    assert weight_files.vocabulary_place(own).parts[-2:] == ("nowhere", "tokenizer.json")
