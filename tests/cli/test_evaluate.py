"""`rrsis evaluate` as it is typed: figures printed and written, comparisons, masks, and mistakes named."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from rrsis_core.cli import main
from rrsis_core.errors import OutputNotWritable
from rrsis_core.training import finders
from tests.toy import CARD, ColourModel, paint, write


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(finders, "create_model", lambda card, weights: ColourModel())
    image = paint(150, 200, 1)
    write(tmp_path / "a.tif", image)
    Image.fromarray(((image[0] > 200) * 255).astype(np.uint8)).save(tmp_path / "m.png")
    put(tmp_path, {"phrase": "red", "mask": "m.png", "kind": "category"}, {"phrase": "green", "kind": "absent"})
    return tmp_path


def put(folder: Path, *lines: dict) -> None:
    text = "\n".join(json.dumps({"image": "a.tif", "split": "test", **line}) for line in lines)
    (folder / "phrases.jsonl").write_text(text)


def evaluate(folder: Path, *more: str) -> int:
    return main(["evaluate", "--data", str(folder), "--model", CARD.name, "--device", "cpu", *more])


def test_figures_are_printed_and_written(folder: Path, capsys: pytest.CaptureFixture) -> None:
    wanted = {name: str(folder / name) for name in ("s.json", "r.html", "out")}
    more = ("--json", wanted["s.json"], "--report", wanted["r.html"], "--masks", wanted["out"], "--authors-rule")
    assert evaluate(folder, "--split", "test", *more) == 0
    said = capsys.readouterr().out
    assert "mIoU (mean per phrase)             100.00" in said and "no-target accuracy                 100.00" in said
    assert "by the authors' rule" in said
    values = json.loads(Path(wanted["s.json"]).read_text())
    assert values["scores"]["oIoU"] == 1.0 and values["authors_rule"]["mIoU"] == pytest.approx(0.5, abs=0.02)
    assert "<svg" in Path(wanted["r.html"]).read_text()
    assert sorted(path.name for path in Path(wanted["out"]).iterdir()) == ["1.png", "2.png"]


def test_two_runs_are_compared(folder: Path, capsys: pytest.CaptureFixture) -> None:
    none = str(folder / "none.json")
    assert main(["evaluate", "--data", str(folder), "--model", "baseline-none", "--json", none]) == 0
    assert evaluate(folder, "--against", none, "--json", str(folder / "s.json")) == 0
    assert "against the other run, mIoU (mean per phrase): +100.00" in capsys.readouterr().out
    assert json.loads((folder / "s.json").read_text())["against"]["mIoU"]["difference"] == 1.0


def test_a_run_on_other_phrases_is_said_to_be_none_to_compare_with(folder: Path, capsys: pytest.CaptureFixture) -> None:
    other = str(folder / "other.json")
    assert evaluate(folder, "--json", other) == 0
    put(folder, {"phrase": "blue", "mask": "m.png"}, {"phrase": "green", "kind": "absent"})
    assert evaluate(folder, "--against", other) == 0
    assert "1 phrases are compared: this run has 2, the other 2" in capsys.readouterr().err
    put(folder, {"phrase": "blue", "mask": "m.png"})
    assert evaluate(folder, "--against", other) == 0
    assert "0 phrases are compared" in capsys.readouterr().err


@pytest.mark.parametrize("wrong", [{"union_px": "9"}, {"key": ["1"]}, {"union_px": 10**400}, {"found_px": None}])
def test_figures_that_are_none_are_named(folder: Path, wrong: dict, capsys: pytest.CaptureFixture) -> None:
    other = folder / "other.json"
    assert main(["evaluate", "--data", str(folder), "--model", "baseline-none", "--json", str(other)]) == 0
    values = json.loads(other.read_text())
    values["phrases"][0] |= wrong
    other.write_text(json.dumps(values))
    assert main(["evaluate", "--data", str(folder), "--model", "baseline-none", "--against", str(other)]) == 1
    assert "does not hold the figures of another run" in capsys.readouterr().err


def test_figures_are_not_lost_with_the_report(
    folder: Path, capsys: pytest.CaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, *_: object) -> None:
        raise OutputNotWritable(f"{path} cannot be written: choose another place.")

    monkeypatch.setattr("rrsis_core.cli.evaluate.write_report", full)
    assert evaluate(folder, "--json", str(folder / "s.json"), "--report", str(folder / "r.html")) != 0
    assert "mIoU (mean per phrase)             100.00" in capsys.readouterr().err
    assert json.loads((folder / "s.json").read_text())["scores"]["mIoU"] == 1.0


def test_masks_alone_need_no_truth(folder: Path, capsys: pytest.CaptureFixture) -> None:
    put(folder, {"phrase": "red"}, {"phrase": "blue"})
    assert evaluate(folder, "--masks", str(folder / "out")) == 0
    assert len(list((folder / "out").iterdir())) == 2
    assert evaluate(folder) == 1
    assert 'line 1: no mask, polygons, boxes or points for "red"' in capsys.readouterr().err


def test_one_forgotten_mask_is_an_error_also_where_masks_are_written(
    folder: Path, capsys: pytest.CaptureFixture
) -> None:
    put(folder, {"phrase": "red", "mask": "m.png"}, {"phrase": "blue"})
    assert evaluate(folder, "--masks", str(folder / "out")) == 1
    assert "line 2: no mask" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("more", "message"),
    [
        (("--threshold", "1.5"), "threshold 1.5 is not between 0 and 1"),
        (("--json", "/nowhere/at/all/s.json"), "does not exist"),
        (("--json", "/"), "is a folder"),
        (("--json", "same", "--report", "same"), "give two files"),
        (("--against", "phrases.jsonl"), "figures of another run"),
        (("--split", "val"), 'no split "val"'),
        (("--model", "lgce-tinny"), "Did you mean"),
        (("--data", "/nowhere"), "neither a folder nor the name of a data set"),
    ],
)
def test_mistakes_are_named(folder: Path, more: tuple, message: str, capsys: pytest.CaptureFixture) -> None:
    assert evaluate(folder, *more) == 1
    assert message in capsys.readouterr().err


def test_a_picture_is_no_figures_and_is_not_printed(folder: Path, capsys: pytest.CaptureFixture) -> None:
    (folder / "big.tif").write_bytes(b"\xff" * 100_000)
    assert evaluate(folder, "--against", str(folder / "big.tif")) == 1
    assert len(capsys.readouterr().err) < 1000
