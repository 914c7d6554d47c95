"""Phrases mean what they say, are drawn evenly, and never rest on what is not labelled."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from rrsis_core.datasets.refs.compose import Drawer, Meaning, meanings
from tests.datasets.refs.scene import town


def said(scene=None) -> dict[str, Meaning]:
    """Return the meanings by their plainest words."""
    found = {}
    for meaning in meanings(scene or town()):
        noun = meaning.nouns[0].of(1 if meaning.definite else max(len(meaning.things), 1))
        found[" ".join(filter(None, (meaning.before, noun, meaning.after)))] = meaning
    return found


def test_phrases_mean_what_they_say() -> None:
    found = said()
    counts = {words: len(meaning.things) for words, meaning in found.items()}
    assert counts["cars"] == 4 and found["cars"].kind == "category"
    assert counts["white cars"] == 2 and found["white cars"].kind == "attribute"
    assert counts["cars driving on the road"] == 3 and found["cars driving on the road"].kind == "relation"
    assert counts["red car driving on the road"] == 1
    assert counts["four cars"] == 4 and found["four cars"].kind == "count"
    assert counts["the largest building"] == 1 and found["the largest building"].kind == "size"
    assert counts["cars on the right"] == 2


def test_absent_phrases_are_near_misses_too() -> None:
    found = said()
    assert found["ship"].kind == "absent"
    assert found["yellow car"].kind == "absent" and found["yellow car"].about == "attribute"
    assert not any(meaning.things for words, meaning in found.items() if meaning.kind == "absent")


def test_nothing_is_said_of_a_class_that_is_not_complete() -> None:
    targets = {meaning.target for meaning in meanings(town(("building", "ship")))}
    assert targets == {"building", "ship"}
    assert not any("road" in words for words in said(town(("building", "car"))))


def test_wider_nouns_take_several_classes_in() -> None:
    scene = town(("car", "truck", "bus"))
    assert "vehicles" not in said(scene)  # all of them are cars
    truck = replace(scene.things[1], name="truck")
    mixed = replace(scene, things=(*scene.things[:1], truck, *scene.things[2:]))
    assert len(said(mixed)["vehicles"].things) == 4


def test_the_draw_is_repeatable_different_and_a_quarter_absent() -> None:
    first, second = (Drawer(seed=4, per_image=16).draw(town()) for _ in range(2))
    assert [phrase for phrase, _ in first] == [phrase for phrase, _ in second]
    assert len({phrase for phrase, _ in first}) == len(first) == 16
    assert sum(not meaning.things for _, meaning in first) == 4


def test_kinds_come_out_even_over_many_scenes() -> None:
    drawer = Drawer(per_image=8)
    for _ in range(40):
        drawer.draw(town())
    present = [count for kind, count in drawer.kinds.items() if kind != "absent"]
    assert max(present) < 4 * min(present)


def test_words_fit_their_number() -> None:
    draw = np.random.default_rng(0)
    for meaning in meanings(town()):
        for _ in range(5):
            words = meaning.word(draw)
            assert "  " not in words and not words.startswith("the the ")
            if len(meaning.things) == 1:
                assert not words.startswith("all ")


def test_hangars_are_not_called_houses() -> None:
    plain = town()
    beside = replace(plain, things=(*plain.things, replace(plain.of(["car"])[0], name="airplane")))
    for scene, called in ((plain, True), (beside, False)):
        nouns = {noun.one for meaning in meanings(scene) if meaning.target == "building" for noun in meaning.nouns}
        assert ("house" in nouns) is called and "roof" in nouns
