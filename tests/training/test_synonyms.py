"""Every class has words of its own."""

from __future__ import annotations

from collections import Counter

from rrsis_core.training.classes import CLASSES, class_phrases, further_phrases
from rrsis_core.training.synonyms import ALIEN, SYNONYMS, aliens, further


def test_every_class_has_several_words_and_shares_none_with_another() -> None:
    assert set(SYNONYMS) == set(CLASSES)
    assert min(len(pairs) for pairs in SYNONYMS.values()) >= 4
    said = Counter(word for pairs in SYNONYMS.values() for word in {word for pair in pairs for word in pair})
    assert [word for word, times in said.items() if times > 1] == []


def test_fewer_people_s_words_belong_to_one_class_each_and_are_not_said_twice() -> None:
    said = Counter(word for name in CLASSES for word in {word for pair in further(name) for word in pair})
    said.update({word for pairs in SYNONYMS.values() for pair in pairs for word in pair})
    assert min(len(further(name)) for name in CLASSES) >= 60
    assert [word for word, times in said.items() if times > 1] == []


def test_what_no_image_shows_is_no_word_of_a_class() -> None:
    known = {phrase for name in CLASSES for phrase in (*class_phrases(name), *further_phrases(name))}
    assert set(ALIEN) < set(aliens())
    assert not known & set(aliens())
    assert len(set(aliens())) == len(aliens())
