from rrsis_core.training.classes import ALIEN, CLASSES, MEMBERS, SYNONYMS, class_phrases


def test_every_class_has_words_and_fits_32_bits():
    assert set(SYNONYMS) == set(CLASSES) and len(CLASSES) <= 32
    assert all(member in CLASSES for members in MEMBERS.values() for member in members)


def test_phrases_of_a_class_are_distinct_and_name_no_alien():
    for name in CLASSES:
        phrases = class_phrases(name)
        assert len(phrases) == len(set(phrases)) >= 8
        assert not set(phrases) & set(ALIEN)
