import numpy as np
import pytest

from rrsis_core.training import phrases
from rrsis_core.training.phrases import (
    MAKERS,
    make_phrase,
    meant_masks,
    position,
    relation,
    written_phrase,
    wrong_colour,
)
from tests.training.scenery import make_scene


def asked_often(maker, scene, times=60):
    rng = np.random.default_rng(0)
    return [asked for asked in (maker(scene, rng) for _ in range(times)) if asked is not None]


@pytest.mark.parametrize("maker", [maker for maker, _ in MAKERS], ids=lambda maker: maker.__name__)
def test_every_maker_says_something_that_can_be_drawn(maker):
    scene = make_scene()
    said = asked_often(maker, scene)
    assert said
    for asked in said:
        truth, known = meant_masks(scene, asked)
        assert truth.shape == known.shape == scene.truth.shape and not (truth & ~known & 1).any()
        assert truth.any() == (asked.kind != "absent")


def test_a_place_means_the_objects_that_lie_there():
    for asked in asked_often(position, make_scene(), 200):
        if asked.name == "car" and "top left" in asked.text:
            assert asked.objects == (0,)


def test_a_wrong_colour_is_no_near_colour():
    for asked in asked_often(wrong_colour, make_scene()):
        colours = ("red", "white", "orange") if asked.name in ("car", "vehicle") else ("red", "grey", "orange")
        assert not set(colours) & set(asked.text.split())


def test_on_the_road_is_on_the_road():
    for asked in asked_often(relation, make_scene(), 200):
        if asked.name == "car" and " on the " in asked.text:
            assert asked.objects == (1,)


def test_relations_of_many_kinds_are_made_and_at_times_tell_what_is_not_there():
    said = asked_often(relation, make_scene(), 600)
    texts = " | ".join(asked.text for asked in said)
    assert all(words in texts for words in ("on the", "next to the", "between the", "left of the", "below the"))
    assert {asked.kind for asked in said} == {"relation", "absent"}
    for asked in said:
        assert not set(asked.objects) & set(asked.unsure)


def test_nothing_drawn_still_gives_a_phrase():
    scene = make_scene()
    scene.objects.clear()
    assert make_phrase(scene, np.random.default_rng(0)).kind in ("category", "absent")
    scene.phrases.clear()
    assert written_phrase(scene, np.random.default_rng(0)) is None


def test_middles_are_fractions():
    assert np.allclose(phrases.centres(make_scene())[0], (7 / 64, 7 / 64))
