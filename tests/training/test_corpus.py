import json

import cv2
import numpy as np
import pytest

from rrsis_core.training.classes import INDEX
from rrsis_core.training.corpus import Drawn, add_members, bits_of, drawn_scene, fill, split_of


def square(x, y, size):
    return [np.asarray([[x, y], [x + size, y], [x + size, y + size], [x, y + size]], np.int32)]


def test_an_outline_of_corners_covers_the_pixels_between_them():
    for x, y in ((3, 2), (-2, -1), (7, 7)):
        mask = fill((10, 10), [Drawn("car", (), [square(x, y, 4)], 16)])
        expected = np.zeros((10, 10), np.uint8)
        expected[max(y, 0) : y + 4, max(x, 0) : x + 4] = 1
        assert (mask == expected).all()


def test_holes_stay_open():
    rings = [*square(0, 0, 9), *square(3, 3, 3)]
    mask = fill((9, 9), [Drawn("water", (), [rings], 72)])
    assert 72 <= mask.sum() <= 80 and mask[4, 4] == 0  # the hole's own outline may count as inside


def test_super_classes_follow_their_members():
    truth = np.asarray([[bits_of(["car"]), 0, 0]], np.uint32)
    known = np.asarray([[bits_of(["car"]), bits_of(["car", "truck", "bus"]), bits_of(["car"])]], np.uint32)
    add_members(truth, known)
    bit = np.uint32(1 << INDEX["vehicle"])
    assert ((truth & bit) > 0).tolist() == [[True, False, False]]
    assert ((known & bit) > 0).tolist() == [[True, True, False]]


@pytest.fixture()
def scene(tmp_path):
    cv2.imwrite(str(tmp_path / "a.jpg"), np.zeros((20, 30, 3), np.uint8))
    ring = square(2, 2, 4)[0].tolist()
    content = {
        "image": "a.jpg",
        "gsd_m": 0.3,
        "complete": ["airplane"],
        "objects": [{"class": "car", "attributes": ["red"], "area_px": 16, "polygons": [[ring]]}],
        "phrases": [{"phrase": "the red car", "kind": "attribute", "objects": [0]}],
    }  # fmt: skip
    path = tmp_path / "a.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    return drawn_scene(tmp_path, path, "objects")


def test_what_is_not_complete_is_unknown_where_nothing_is_drawn(scene):
    car, plane, road = (np.uint32(1 << INDEX[name]) for name in ("car", "airplane", "road"))
    assert scene.path == "a.jpg" and scene.truth.shape == (20, 30)
    assert scene.truth[3, 3] & car and scene.known[3, 3] & car and not scene.known[10, 10] & car
    assert scene.known[10, 10] & plane and not scene.known[3, 3] & road


def test_places_are_split_by_pattern():
    holdout = {"val": ["a/*1.jpg"], "test": ["a/b*.jpg"]}
    assert [split_of(path, holdout) for path in ("a/c1.jpg", "a/b1.jpg", "a/c2.jpg")] == ["val", "test", "train"]
