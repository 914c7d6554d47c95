"""The examination of the installation."""

from __future__ import annotations

import json

import pytest

from rrsis_core.cli import doctor, main
from rrsis_core.worker.environment import Probe


@pytest.fixture(autouse=True)
def stand_in(monkeypatch):
    monkeypatch.setattr(doctor, "probe", lambda _: Probe("3.11.7", {"torch": "2.13.0"}, {}, ("cpu", "mps")))
    monkeypatch.setattr(doctor, "model_rows", lambda: [{"name": "lgce-tiny", "state": "ready"}])


def test_all_well_is_0(capsys):
    assert main(["doctor"]) == 0
    out = capsys.readouterr().out
    assert "torch 2.13.0" in out
    assert "cpu, mps" in out
    assert out.endswith("All is well.\n")


def test_what_is_broken_is_named_and_the_code_is_1(capsys, monkeypatch):
    monkeypatch.setattr(doctor, "probe", lambda _: Probe("3.11.7", {}, {"rasterio": "ImportError: libgdal"}))
    assert main(["doctor", "--json"]) == 1
    said = json.loads(capsys.readouterr().out)
    assert not said["healthy"]
    assert said["broken"] == {"rasterio": "ImportError: libgdal"}


def test_a_model_that_is_not_there_is_said(capsys, monkeypatch):
    monkeypatch.setattr(doctor, "model_rows", lambda: [])
    assert main(["doctor"]) == 1
    assert "none; see" in capsys.readouterr().err
