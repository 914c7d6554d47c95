"""What the proof counts, and that no paraphrase was ever trained on."""

from __future__ import annotations

import numpy as np

from rrsis_core.training.classes import CLASSES, class_phrases, further_phrases
from rrsis_core.training.wording import stems
from train.prove import PARAPHRASES, Tally, overlap


def test_no_paraphrase_is_a_training_phrase() -> None:
    trained = {said for name in CLASSES for said in (*class_phrases(name), *further_phrases(name))}
    alike = {frozenset(stems(said)) for said in trained}
    assert set(PARAPHRASES) <= set(CLASSES)
    assert not {said for every in PARAPHRASES.values() for said in every if stems(said) and stems(said) in alike}


def test_overlap_by_hand() -> None:
    left = np.array([[1, 1, 0, 0]], bool)
    assert overlap(left, np.array([[0, 1, 1, 0]], bool)) == 1 / 3
    assert overlap(~left & left, ~left & left) == 1.0


def test_a_place_counts_where_its_truth_is_known() -> None:
    tally = Tally()
    found, truth, known = (np.array([row], bool) for row in ((1, 1, 1, 0), (1, 0, 0, 0), (1, 1, 0, 0)))
    tally.add(found, truth & known, known)
    assert (tally.ious, tally.everything, tally.both, tally.either) == ([0.5], [0.5], 1, 2)


def test_nothing_there_is_right_only_where_nothing_is_found() -> None:
    tally = Tally()
    for found in (np.zeros((2, 2), bool), np.ones((2, 2), bool)):
        tally.add(found, np.zeros((2, 2), bool), np.ones((2, 2), bool))
    assert tally.silent == [True, False]
