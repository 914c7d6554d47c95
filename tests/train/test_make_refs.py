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
from train import make_refs
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
        (["--drawings", "nowhere"], "holds no drawing"),
        (["--codes", "nowhere", "--images", "nowhere"], "needs --legend"),
        (["--yolo", "nowhere", "--images", "nowhere"], "needs --classes"),
    ],
)
def test_mistakes_are_named(tmp_path: Path, arguments: list, message: str, capsys: pytest.CaptureFixture) -> None:
    (tmp_path / "none.json").write_text(json.dumps({"images": [], "categories": [], "annotations": []}))
    text = [str(tmp_path / word) if word == "none.json" and "hold-out" not in message else word for word in arguments]
    assert main([*text, "--output", str(tmp_path / "out")]) == 1
    assert message in capsys.readouterr().err


@pytest.mark.parametrize(
    "typed",
    [["--rename", "car"], ["--per-image", "0"], ["--gsd", "nan"], ["--gsd", "-1"], ["--per-image", "few"]],
)
def test_what_is_typed_wrong_is_named(tmp_path: Path, typed: list, capsys: pytest.CaptureFixture) -> None:
    with pytest.raises(SystemExit):
        main(["--drawings", str(tmp_path), "--output", str(tmp_path / "out"), *typed])
    assert f'"{typed[1]}" is no' in capsys.readouterr().err


@pytest.mark.parametrize("form", ["--polygons", "--points"])
def test_layers_need_a_class(tmp_path: Path, form: str, capsys: pytest.CaptureFixture) -> None:
    with pytest.raises(SystemExit):
        main(["--images", str(tmp_path), form, "roofs.gpkg", "--output", str(tmp_path / "out")])
    assert "not of the form NAME=VALUE" in capsys.readouterr().err


def test_one_broken_image_costs_only_itself(folder: Path, capsys: pytest.CaptureFixture) -> None:
    image = folder / "one" / "images" / "a.png"
    image.write_bytes(image.read_bytes()[:40])
    assert codes(folder) == 0
    said = capsys.readouterr()
    assert "of 1 images" in said.out and "1 images left out" in said.out and "one/images/a.png" in said.err
    assert {sample.image.parent.parent.name for sample in open_own(folder / "out").samples} == {"two"}


def test_where_no_phrase_comes_out_nothing_stays(folder: Path, capsys: pytest.CaptureFixture) -> None:
    (folder / "one" / "masks" / "a_label.png").rename(folder / "one" / "masks" / "b_label.png")
    labels = ["--codes", str(folder / "one" / "masks"), "--legend", str(folder / "legend.json")]
    assert main(["--images", str(folder / "one" / "images"), *labels, "--output", str(folder / "out")]) == 1
    assert "1 images have no labels of their name" in capsys.readouterr().err
    assert not (folder / "out").exists()
    for tile in ("one", "two"):
        (folder / tile / "images" / "a.png").write_bytes(b"")
    assert codes(folder) == 1
    assert "No image could be used; the first because" in capsys.readouterr().err


def test_no_image_is_taken_for_the_labels_of_another(folder: Path, capsys: pytest.CaptureFixture) -> None:
    """Of photo.jpg and photo.png below one folder, each would else be the labels of the other."""
    (folder / "one" / "masks" / "a_label.png").rename(folder / "one" / "masks" / "a.png")
    Image.open(folder / "one" / "images" / "a.png").save(folder / "one" / "images" / "a.jpg")
    (folder / "one" / "images" / "a.png").unlink()
    labels = ["--codes", str(folder / "one"), "--legend", str(folder / "legend.json"), "--output", str(folder / "out")]
    assert main(["--images", str(folder / "one"), *labels]) == 1
    assert "is an image itself: name with --images the folder of the images alone" in capsys.readouterr().err
    assert main(["--images", str(folder / "one" / "images"), *labels]) == 0


def test_images_that_do_not_lie_below_the_root_are_named(folder: Path, capsys: pytest.CaptureFixture) -> None:
    assert codes(folder, "--root", str(folder / "one")) == 1
    assert "does not lie below --root" in capsys.readouterr().err


def test_what_was_made_is_written_when_the_person_stops(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = make_refs.from_codes

    def then_stop(*arguments: object) -> object:
        monkeypatch.setattr(make_refs, "from_codes", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        return first(*arguments)

    monkeypatch.setattr(make_refs, "from_codes", then_stop)
    assert codes(folder) == 130
    assert len({sample.image for sample in open_own(folder / "out").samples}) == 1


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
