"""`rrsis segment --workers` runs on processes of Dask and says what every run says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rrsis_core.cli import main
from tests.toy import paint, write


def test_workers_on_this_machine(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    raster = write(tmp_path / "town.tif", paint(500, 500), gsd_m=0.3)
    output = tmp_path / "out.gpkg"
    code = main(["segment", str(raster), "--phrase", "roofs", "--output", str(output), "--workers", "1", "--json"])
    assert code == 0 and output.exists()
    assert json.loads(capsys.readouterr().out)["device"] == "cluster"
