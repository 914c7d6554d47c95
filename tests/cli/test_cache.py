"""`rrsis cache` lists what is kept and clears it."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
import torch

from rrsis_core.cli import main
from rrsis_core.features import FeatureStore
from rrsis_core.grid import Window


def test_list_and_clear(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("RRSIS_CACHE", str(tmp_path))
    with FeatureStore({"raster": "a.tif", "model": "lgce-tiny"}, 10**9) as store:
        store.put(Window(0, 0, 4, 4), [torch.zeros(1, 1000)], np.ones((4, 4), bool))
    assert main(["cache"]) == 0
    assert "a.tif" in capsys.readouterr().out
    assert main(["cache", "list", "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)["kept"]
    assert row["tiles"] == 1 and row["size_bytes"] > 4000
    assert main(["cache", "clear", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["freed_bytes"] == row["size_bytes"]
    assert main(["cache", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["kept"] == []
