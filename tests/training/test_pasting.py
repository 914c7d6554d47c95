import numpy as np
import pytest

from rrsis_core.training.classes import INDEX
from rrsis_core.training.corpus import bits_of
from rrsis_core.training.pasting import Paster, cuttings_of
from tests.training.scenery import make_scene


def test_what_touches_the_edge_or_stands_nowhere_is_not_cut_out():
    found = cuttings_of([make_scene(0)])
    assert sorted(found) == ["building", "car"] and len(found["car"]) == 2  # the road has no ground of its own
    assert all(each.mask.sum() == 36 and each.rgb.shape == (6, 6, 3) for each in found["car"])
    assert cuttings_of([make_scene(0, source="generated")]) == {}


def test_pasted_objects_are_in_the_picture_the_truth_and_the_list():
    scene, rng = make_scene(1), np.random.default_rng(3)
    before = scene.rgb.copy(), scene.truth.copy(), len(scene.objects)
    new = Paster([make_scene(0)]).paste(scene, rng)
    pasted = new.objects[before[2] :]
    assert pasted and {each.name for each in pasted} == {"car"}  # there is a road, and nothing to build on
    for each in pasted:
        x0, y0, x1, y1 = each.box()
        inside = each.patch[2] > 0
        truth, known = new.truth[y0:y1, x0:x1][inside], new.known[y0:y1, x0:x1][inside]
        assert (truth == bits_of(["car", "vehicle"])).all() and ((known >> INDEX["road"]) & 1 == 0).all()
        assert (new.rgb[y0:y1, x0:x1] != scene.rgb[y0:y1, x0:x1]).any()
        assert (scene.truth[y0:y1, x0:x1][inside] & bits_of(["road"]) != 0).mean() >= 0.9
    assert (scene.rgb == before[0]).all() and (scene.truth == before[1]).all() and len(scene.objects) == before[2]


def test_phrases_about_what_was_pasted_are_dropped():
    new = Paster([make_scene(0)]).paste(make_scene(1), np.random.default_rng(3))
    assert [phrase.text for phrase in make_scene(1).phrases] == ["the red car", "airplane"]
    assert new.phrases == []  # the car may be one of several now; what is absent is left to the makers


@pytest.mark.parametrize("source", ["generated", "scenes"])
def test_without_ground_a_scene_stays_as_it_is(source):
    scene = make_scene(1, source=source)
    if source == "scenes":
        scene.truth &= ~bits_of(["road"])
    assert Paster([make_scene(0)]).paste(scene, np.random.default_rng(3)) is scene
