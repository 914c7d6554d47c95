"""`python -m train.make_refs` as it is typed."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from rrsis_core.datasets.own import open_own
from tests.datasets.refs.scene import town
from tests.toy import write
from train.make_refs import main


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Images and class codes in two folders of tiles that use the same names."""
    scene = town()
    codes = np.zeros(scene.shape, dtype=np.uint8)
    for number, name in enumerate(("grass", "road", "building", "car"), start=1):
        codes[scene.class_masks[name]] = number
    for tile in ("one", "two"):
        for kind, picture in (("images", scene.rgb), ("masks", codes)):
            (tmp_path / tile / kind).mkdir(parents=True)
            suffix = "a.png" if kind == "images" else "a_label.png"
            Image.fromarray(picture).save(tmp_path / tile / kind / suffix)
    (tmp_path / "legend.json").write_text(json.dumps({"1": "grass", "2": "road", "3": "building", "4": "car"}))
    return tmp_path


def codes(folder: Path, *more: str) -> int:
    images = [str(folder / tile / "images") for tile in ("one", "two")]
    labels = ["--codes", str(folder), "--legend", str(folder / "legend.json"), "--gsd", "0.3"]
    return main(["--images", *images, *labels, "--output", str(folder / "out"), *more])


def test_codes_with_a_legend(folder: Path, capsys: pytest.CaptureFixture) -> None:
    assert codes(folder, "--per-image", "16") == 0
    assert "32 triplets of 2 images" in capsys.readouterr().out
    data = open_own(folder / "out")
    for sample in data.samples:
        assert sample.mask().any() == (sample.kind != "absent")


def test_the_holdout_decides_the_split(folder: Path) -> None:
    (folder / "holdout.json").write_text(json.dumps({"val": ["two/*"], "test": []}))
    assert codes(folder, "--holdout", str(folder / "holdout.json"), "--root", str(folder)) == 0
    assert set(open_own(folder / "out").splits()) == {"train", "val"}


def test_only_wanted_kinds_are_drawn(folder: Path) -> None:
    assert codes(folder, "--kinds", "category, absent") == 0
    assert {sample.kind for sample in open_own(folder / "out").samples} == {"category", "absent"}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--coco", "none.json"], "need --images"),
        (["--coco", "none.json", "--images", "nowhere"], "holds no image"),
        (["--drawings", "nowhere", "--holdout", "none.json"], "no hold-out list"),
        (["--drawings", "nowhere", "--kinds", "colour"], "none of category"),
    ],
)
def test_mistakes_are_named(tmp_path: Path, arguments: list, message: str, capsys: pytest.CaptureFixture) -> None:
    (tmp_path / "none.json").write_text(json.dumps({"images": [], "categories": [], "annotations": []}))
    text = [str(tmp_path / word) if word == "none.json" and "hold-out" not in message else word for word in arguments]
    assert main([*text, "--output", str(tmp_path / "out")]) == 1
    assert message in capsys.readouterr().err


def test_points_and_tables_beside_images(tmp_path: Path) -> None:
    Image.fromarray(np.full((64, 64, 3), 90, np.uint8)).save(tmp_path / "a.png")
    rows = "image_path,xmin,ymin,xmax,ymax,label\n" + "".join(f"a.tif,{x},4,{x + 6},12,Tree\n" for x in (2, 20, 50))
    (tmp_path / "boxes.csv").write_text(rows)
    write(tmp_path / "b.tif", np.full((3, 64, 64), 90, np.uint8), gsd_m=0.5)
    (tmp_path / "points").mkdir()
    places = [
        {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [350_000 + x, 3_056_998]}}
        for x in (2, 30)
    ]
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32645"}}
    layer = {"type": "FeatureCollection", "crs": crs, "features": places}
    (tmp_path / "points" / "b.geojson").write_text(json.dumps(layer))
    labels = {"1": ["--csv", str(tmp_path / "boxes.csv"), "--rename", "tree=trees"]}
    labels["2"] = ["--points", f"trees={tmp_path / 'points'}"]
    for name, image in (("1", "a.png"), ("2", "b.tif")):
        out = ["--output", str(tmp_path / name)]
        assert main(["--images", str(tmp_path / "a.png"), str(tmp_path / "b.tif"), *labels[name], *out]) == 0
        found = open_own(tmp_path / name).samples
        assert {sample.image.name for sample in found} == {image}
        whole = next(sample for sample in found if sample.kind == "category")
        assert whole.mask().sum() == (3 * 6 * 8 if name == "1" else 2) and not whole.truth.exact
