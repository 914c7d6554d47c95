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
