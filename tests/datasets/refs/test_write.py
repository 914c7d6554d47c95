"""What is written opens as one's own data, and the statistics count it."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from rrsis_core.datasets.own import open_own
from rrsis_core.datasets.refs.compose import Drawer, meanings
from rrsis_core.datasets.refs.write import TripletWriter
from rrsis_core.errors import OutputNotWritable
from tests.datasets.refs.scene import town


def placed(tmp_path: Path):
    scene = town()
    Image.fromarray(scene.rgb).save(tmp_path / "town.png")
    return replace(scene, image=tmp_path / "town.png")


def test_triplets_open_as_ones_own_data_with_right_masks(tmp_path: Path) -> None:
    scene = placed(tmp_path)
    phrases = Drawer(per_image=20).draw(scene)
    writer = TripletWriter(tmp_path / "out")
    writer.add(scene, phrases, "val")
    statistics = writer.close()
    data = open_own(tmp_path / "out")
    assert data.splits() == {"val": 20} and {sample.gsd_m for sample in data.samples} == {0.3}
    for sample, (phrase, meaning) in zip(data.samples, phrases, strict=True):
        assert (sample.phrase, sample.kind, sample.target) == (phrase, meaning.kind, meaning.target)
        assert sample.mask().sum() == scene.mask(meaning.things).sum()
    assert statistics["triplets"] == sum(statistics["kinds"].values()) == 20
    assert json.loads((tmp_path / "out" / "statistics.json").read_text())["absent"] == statistics["kinds"]["absent"]
    histograms = statistics["histograms"]
    assert sum(histograms["words a phrase"].values()) == 20
    assert sum(histograms["objects a phrase"].values()) == 20 - statistics["absent"]
    ElementTree.parse(tmp_path / "out" / "statistics.svg")


def test_boxes_are_written_as_boxes(tmp_path: Path) -> None:
    scene = placed(tmp_path)
    boxed = [replace(thing, box=(1.0, 2.0, 30.0, 40.0)) for thing in scene.of(["car"])]
    scene = replace(scene, things=tuple(boxed), complete=frozenset({"car"}))
    cars = next(meaning for meaning in meanings(scene) if meaning.kind == "category")
    writer = TripletWriter(tmp_path / "out")
    writer.add(scene, [("cars", cars)], "train")
    writer.close()
    (sample,) = open_own(tmp_path / "out").samples
    assert not sample.truth.exact and len(sample.truth.geometries) == 4


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    TripletWriter(tmp_path / "out").close()
    with pytest.raises(OutputNotWritable, match=r"holds phrases\.jsonl already"):
        TripletWriter(tmp_path / "out")
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputNotWritable):
        TripletWriter(tmp_path / "file" / "out")
