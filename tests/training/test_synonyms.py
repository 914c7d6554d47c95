"""Every class has words of its own."""

from __future__ import annotations

from collections import Counter

from rrsis_core.training.classes import CLASSES, class_phrases
from rrsis_core.training.synonyms import ALIEN, SYNONYMS


def test_every_class_has_several_words_and_shares_none_with_another() -> None:
    assert set(SYNONYMS) == set(CLASSES)
    assert min(len(pairs) for pairs in SYNONYMS.values()) >= 4
    said = Counter(word for pairs in SYNONYMS.values() for word in {word for pair in pairs for word in pair})
    assert [word for word, times in said.items() if times > 1] == []


def test_what_no_image_shows_is_no_word_of_a_class() -> None:
    known = {phrase for name in CLASSES for phrase in class_phrases(name)}
    assert not known & set(ALIEN)
    assert len(set(ALIEN)) == len(ALIEN)
