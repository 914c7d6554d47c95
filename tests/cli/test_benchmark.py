"""`rrsis benchmark` as it is typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from rrsis_core.cli import main
from tests.datasets.fakes import vrsbench


def test_without_data_it_says_what_is_missing(capsys: pytest.CaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RRSIS_DATA", raising=False)
    assert main(["benchmark", "--model", "baseline-all"]) == 1
    said = capsys.readouterr().err
    assert "Write refsegrs=FOLDER" in said and "Write rrsisd=FOLDER" in said


def test_tables_and_json(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    (tmp_path / "phrases.jsonl").write_text(
        json.dumps({"image": "a.png", "phrase": "ships", "kind": "absent", "split": "test"})
    )
    image = next((vrsbench(tmp_path / "other") / "Images_val").iterdir())
    image.rename(tmp_path / "a.png")
    arguments = ["benchmark", "--data", str(tmp_path), "--model", "baseline-none"]
    assert main(arguments) == 0
    assert "baseline-none (ours)" in capsys.readouterr().out
    assert main([*arguments, "--json"]) == 0
    assert list(json.loads(capsys.readouterr().out)["ours"]) == [str(tmp_path)]


def test_the_terms_of_a_published_set_are_said(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    data = f"vrsbench={vrsbench(tmp_path)}"
    assert main(["benchmark", "--data", data, "--model", "baseline-none"]) == 1  # its splits are train and val
    said = capsys.readouterr().err
    assert "VRSBench, Li et al. 2024, annotations CC BY 4.0" in said and 'no split "test"' in said
