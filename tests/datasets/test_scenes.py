"""Hand-drawn scenes: phrases become masks, complete classes become phrases, places stay whole."""

import json
from pathlib import Path

import pytest

from rrsis_core.datasets.scenes import open_objects, open_scenes, place_of, read_holdout, split_of
from rrsis_core.datasets.truth import Frame
from rrsis_core.errors import DatasetInvalid
from rrsis_core.grid import GeoRef

FRAME = Frame(16, 16, GeoRef((1, 0, 0, 0, 1, 0)))


def square(x, y, side):
    return [[[[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]]]]


def scene(**more):
    return {
        "image": "../uc_merced/river/river07.jpg",
        "width": 16,
        "height": 16,
        "gsd_m": 0.3,
        "complete": ["car", "airplane"],
        "objects": [
            {"class": "car", "attributes": ["red"], "polygons": square(0, 0, 3)},
            {"class": "car", "attributes": [], "polygons": square(8, 8, 2)},
            {"class": "trees", "attributes": [], "polygons": square(4, 4, 2)},
        ],
        "phrases": [
            {"phrase": "cars", "kind": "category", "objects": [0, 1]},
            {"phrase": "car or tree", "kind": "position", "objects": [1, 2]},
            {"phrase": "ships", "kind": "absent", "objects": []},
        ],
        **more,
    }


@pytest.fixture
def root(tmp_path):
    for folder in ("scenes", "ucm_objects"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "river07.json").write_text(json.dumps(scene()))
    return tmp_path


def test_phrases_become_masks(root):
    samples = open_scenes(root, {"val": [], "test": ["uc_merced/*/*07.jpg"]}).samples
    assert [int(one.mask(FRAME).sum()) for one in samples] == [13, 8, 0]
    assert [(one.kind, one.target) for one in samples] == [("category", "car"), ("position", ""), ("absent", "")]
    assert {(one.split, one.place, one.gsd_m) for one in samples} == {("test", "uc_merced/river/river07", 0.3)}


def test_complete_classes_become_phrases_and_sure_negatives(root):
    samples = open_objects(root).samples
    assert [(one.phrase, one.kind, int(one.mask(FRAME).sum())) for one in samples] == [
        ("cars", "category", 13),
        ("airplanes", "absent", 0),
    ]
    assert {one.split for one in samples} == {""}


@pytest.mark.parametrize(
    "broken",
    [
        "{",
        "[]",
        json.dumps({}),
        json.dumps(scene(gsd_m="x")),
        json.dumps(scene(objects=[{"class": "car"}])),
        json.dumps(scene(phrases=[{"phrase": "cars", "kind": "category", "objects": [9]}])),
        json.dumps(scene(phrases=[{"phrase": "", "kind": "category", "objects": [0]}])),
        json.dumps(scene(phrases=[{"kind": "category"}])),
    ],
)
def test_a_broken_drawing_is_named(root, broken):
    (root / "scenes" / "broken.json").write_text(broken)
    with pytest.raises(DatasetInvalid, match=r"broken\.json is no drawing"):
        open_scenes(root)


def test_a_folder_without_drawings(tmp_path):
    with pytest.raises(DatasetInvalid, match="holds no drawings"):
        open_scenes(tmp_path)


def test_holdouts(tmp_path):
    path = tmp_path / "holdout.json"
    path.write_text(json.dumps({"about": "…", "val": ["oam/a/*"], "test": ["oam/b/tiles/*-19.jpg"]}))
    holdout = read_holdout(path)
    assert split_of("oam/a/tiles/1.jpg", holdout) == "val"
    assert split_of("oam/b/tiles/1-2-19.jpg", holdout) == "test"
    assert split_of("oam/b/tiles/1-2-20.jpg", holdout) == "train"
    assert split_of("oam/b/tiles/1-2-20.jpg", None) == ""
    path.write_text("[]")
    with pytest.raises(DatasetInvalid, match="no hold-out list"):
        read_holdout(path)


def test_places():
    assert place_of("oam/kampala_ug_b/tiles/OAM-1-2-3.jpg") == place_of("oam/kampala_ug/tiles/OAM-4-5-6.jpg")
    assert place_of("naip_trees/images/santa_monica_2018_3.tif") == "naip_trees/santa_monica"
    assert place_of("estonia/images/image_13_04_01.jpg") == "estonia/13"
    assert place_of("dubai/tile3/images/i.jpg") == "dubai/tile3"
    assert place_of("uc_merced/river/river07.jpg") == "uc_merced/river/river07"


@pytest.mark.shared
def test_the_shared_scenes_as_described(shared_data: Path) -> None:
    holdout = read_holdout(Path(__file__).parents[2] / "train" / "holdout.json")
    samples = open_scenes(shared_data, holdout).samples
    assert len(samples) == 3714
    assert sum(one.kind == "absent" for one in samples) == 664
    splits = {place: {one.split for one in samples if one.place == place} for place in {one.place for one in samples}}
    assert all(len(found) == 1 for place, found in splits.items() if not place.startswith(("oam/zanzibar", "estonia")))
    for one in samples[::97]:
        assert one.mask().any() == (one.kind != "absent")
