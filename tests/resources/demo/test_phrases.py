import numpy as np
import pytest

from resources.demo import generate_scene

KINDS = {"category", "attribute", "size", "count", "position", "relation", "absent"}


@pytest.fixture(scope="module", params=[3, 5, 8])
def scene(request):
    return generate_scene(request.param, size_px=320)


def test_every_kind_is_written(scene):
    assert {phrase.kind for phrase in scene.phrases} >= KINDS - {"size", "count", "position"}


def test_only_absent_phrases_are_empty(scene):
    for phrase in scene.phrases:
        assert scene.phrase_mask(phrase).any() == (phrase.kind != "absent"), phrase


def test_phrases_are_distinct(scene):
    texts = [phrase.text for phrase in scene.phrases]
    assert len(texts) == len(set(texts))


def test_category_means_all_of_its_class(scene):
    for phrase in scene.phrases:
        if phrase.kind == "category" and phrase.text not in ("vehicles", "all vehicles", "cars and trucks"):
            assert np.array_equal(scene.phrase_mask(phrase), scene.class_mask(phrase.target))


def test_size_phrases_name_the_extreme(scene):
    for phrase in scene.phrases:
        if phrase.kind == "size" and "largest" in phrase.text.split()[1] and len(phrase.text.split()) == 3:
            areas = [item.area_px for item in scene.objects if item.class_name == phrase.target]
            assert scene.objects[phrase.objects[0]].area_px == max(areas)


def test_position_phrases_lie_where_they_say(scene):
    for phrase in scene.phrases:
        if phrase.kind == "position" and phrase.text.endswith("on the left"):
            assert all(scene.objects[index].centre[1] < 0.4 * 320 for index in phrase.objects)
        if phrase.kind == "position" and phrase.text.endswith("in the bottom right"):
            assert all(min(scene.objects[index].centre) > 0.6 * 320 for index in phrase.objects)
