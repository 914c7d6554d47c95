"""The list of models."""

from __future__ import annotations

import json

from rrsis_core.catalog import CATALOG
from rrsis_core.cli import main


def test_every_model_is_listed(capsys):
    assert main(["models"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == list(CATALOG)


def test_json_tells_what_is_ready(capsys, monkeypatch, tmp_path):
    monkeypatch.setenv("RRSIS_CACHE", str(tmp_path))
    assert main(["models", "--json"]) == 0
    rows = {row["name"]: row for row in json.loads(capsys.readouterr().out)["models"]}
    assert rows["lavt"]["state"] == "own weights needed"
    place = tmp_path / "models" / "lavt" / "model.safetensors"
    place.parent.mkdir(parents=True)
    place.write_bytes(b"")
    assert main(["models", "--json"]) == 0
    rows = {row["name"]: row for row in json.loads(capsys.readouterr().out)["models"]}
    assert rows["lavt"]["state"] == "ready"
