"""Data sets are found by layout, by name, and missed with a hint."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from rrsis_core.datasets.registry import READERS, open_dataset
from rrsis_core.errors import DatasetInvalid, RrsisError
from tests.datasets.fakes import FAKES


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "scenes").mkdir()
    scene = {"image": "../a.png", "width": 9, "height": 9, "gsd_m": 0.3, "complete": [], "objects": []}
    scene["phrases"] = [{"phrase": "ships", "kind": "absent", "objects": []}]
    (tmp_path / "scenes" / "a.json").write_text(json.dumps(scene))
    return tmp_path


def test_a_folder_is_recognised_by_its_layout(folder: Path) -> None:
    assert open_dataset(str(folder)).name == "scenes"
    assert open_dataset(f"scenes={folder}").name == "scenes"
    (folder / "phrases.jsonl").write_text(json.dumps({"image": "a.png", "phrase": "ships", "kind": "absent"}))
    assert open_dataset(str(folder)).name == folder.name


def test_a_name_is_looked_for_below_the_data_root(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RRSIS_DATA", str(folder))
    assert open_dataset("scenes").name == "scenes"
    monkeypatch.delenv("RRSIS_DATA")
    with pytest.raises(DatasetInvalid, match="Write scenes=FOLDER, or set RRSIS_DATA"):
        open_dataset("scenes")


def test_what_is_no_data_set_says_so(tmp_path: Path) -> None:
    with pytest.raises(DatasetInvalid, match='Did you mean "scenes"'):
        open_dataset("scens")
    with pytest.raises(DatasetInvalid, match=r"has no phrases\.jsonl and is laid out like none of"):
        open_dataset(str(tmp_path))
    with pytest.raises(DatasetInvalid, match="is not a folder"):
        open_dataset(f"scenes={tmp_path / 'none'}")


@pytest.mark.parametrize("name", READERS)
def test_every_reader_names_what_is_missing(name: str, tmp_path: Path) -> None:
    with pytest.raises(DatasetInvalid, match=r"\S"):
        READERS[name].open(tmp_path)


@pytest.mark.parametrize("name", FAKES)
def test_published_sets_are_recognised(name: str, tmp_path: Path) -> None:
    FAKES[name](tmp_path)
    recognised = [reader.name for reader in READERS.values() if reader.recognise(tmp_path)]
    assert recognised[0] == name


@pytest.mark.parametrize("name", FAKES)
@pytest.mark.parametrize("seed", range(12))
def test_broken_files_are_a_clear_error_and_nothing_worse(name: str, seed: int, tmp_path: Path) -> None:
    random = np.random.default_rng(seed)
    FAKES[name](tmp_path)
    files = sorted(path for path in tmp_path.rglob("*") if path.is_file())
    victim = files[random.integers(len(files))]
    content = bytearray(victim.read_bytes())
    if seed % 3 == 0:
        content = content[: random.integers(len(content))]
    elif seed % 3 == 1:
        for place in random.integers(len(content), size=6):
            content[place] = random.integers(256)
    else:
        content = bytearray(random.bytes(40))
    victim.write_bytes(bytes(content))
    try:
        for sample in READERS[name].open(tmp_path).samples:
            sample.mask()
    except RrsisError as error:
        assert str(error)
