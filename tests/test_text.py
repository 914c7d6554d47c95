"""Phrases become the ids that BERT's own tokenizer gives."""

from __future__ import annotations

import dataclasses
import warnings

import pytest

from rrsis_core.catalog import get_card
from rrsis_core.errors import PhraseInvalid, PhraseTruncated, WeightsMissing, WordsUnknown
from rrsis_core.text import load_tokenizer, tokenise, vocabulary_file

CARD = get_card("lgce")


def test_known_ids() -> None:
    tokens = tokenise(["The red roofs", "a tree"], CARD)
    assert tokens.ids.shape == (2, 20)
    assert tokens.ids[0, :5].tolist() == [101, 1996, 2417, 15753, 102]
    assert tokens.mask.sum(1).tolist() == [5, 4]


def test_case_and_accents_do_not_matter() -> None:
    first, second = tokenise(["Le Café"], CARD), tokenise(["le cafe"], CARD)
    assert first.ids.tolist() == second.ids.tolist()


def test_the_vocabulary_is_berts() -> None:
    assert load_tokenizer("bert-base-uncased").get_vocab_size() == 30522


def test_a_long_phrase_keeps_its_beginning_and_warns() -> None:
    with pytest.warns(PhraseTruncated, match="reads the first 19"):
        tokens = tokenise(["car " * 3000], CARD)
    assert tokens.mask.sum() == 20
    assert tokens.ids[0, -1] != 102


def test_a_phrase_that_just_fits_does_not_warn() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert tokenise(["car " * 18], CARD).ids[0, -1] == 102


def test_unknown_signs_warn() -> None:
    with pytest.warns(WordsUnknown):
        tokenise(["☃"], CARD)


@pytest.mark.parametrize("phrases", [[], [""], ["  \n"], ["tree", " "]])
def test_nothing_to_look_for(phrases: list[str]) -> None:
    with pytest.raises(PhraseInvalid):
        tokenise(phrases, CARD)


def test_a_missing_vocabulary_is_named() -> None:
    with pytest.raises(WeightsMissing, match="klingon"):
        vocabulary_file("klingon")
    with pytest.raises(WeightsMissing):
        tokenise(["tree"], dataclasses.replace(CARD, text_encoder="klingon"))
