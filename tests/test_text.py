"""Phrases become the ids that BERT's own tokenizer gives."""

from __future__ import annotations

import dataclasses
import json
import warnings
from pathlib import Path

import pytest
from tokenizers import Tokenizer, models, pre_tokenizers, processors

from rrsis_core.catalog import CATALOG, PACKED_VOCABULARIES, get_card
from rrsis_core.errors import (
    OutputNotWritable,
    PhraseInvalid,
    PhraseTruncated,
    WeightsInvalid,
    WeightsMissing,
    WordsUnknown,
)
from rrsis_core.text import add_vocabulary, load_tokenizer, tokenise, vocabulary_file

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


def test_a_long_phrase_keeps_its_end_mark_where_the_card_says_so() -> None:
    with pytest.warns(PhraseTruncated, match="reads the first 18"):
        tokens = tokenise(["car " * 30], get_card("aeroreformer"))
    assert tokens.ids[0].tolist() == [101, *[2482] * 18, 102]
    assert tokens.mask.sum() == 20


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


@pytest.fixture
def own(tmp_path: Path, monkeypatch):
    """A card whose vocabulary comes with its weights, and the place where that is looked for."""
    monkeypatch.setenv("RRSIS_CACHE", str(tmp_path))
    card = dataclasses.replace(CARD, name="toy", text_encoder="toy", max_tokens=5)
    path = tmp_path / "models" / "toy" / "tokenizer.json"
    path.parent.mkdir(parents=True)
    return card, path


def _made_up(path: Path) -> None:
    pieces = {"!": 0, "red": 1, "roof": 2, "<unk>": 3, "<|endoftext|>": 4}
    tokenizer = Tokenizer(models.WordLevel(pieces, unk_token="<unk>"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.post_processor = processors.TemplateProcessing("$A <|endoftext|>", special_tokens=[("<|endoftext|>", 4)])
    tokenizer.save(str(path))


def test_a_vocabulary_beside_the_weights(own) -> None:
    card, path = own
    with pytest.raises(WeightsMissing, match=r"rrsis models add tokenizer\.json --as toy"):
        tokenise(["red roof"], card)
    _made_up(path)
    tokens = tokenise(["red roof !"], card)
    assert tokens.ids.tolist() == [[1, 2, 0, 4, 0]]
    assert tokens.mask.tolist() == [[1, 1, 1, 1, 0]]  # piece 0 is a word here


def test_a_long_phrase_keeps_its_end_mark_there(own) -> None:
    card, path = own
    _made_up(path)
    with pytest.warns(PhraseTruncated, match="has 6 word pieces|has 7 word pieces"):
        tokens = tokenise(["red red red red red red red"], card)
    assert tokens.ids.tolist() == [[1, 1, 1, 1, 4]]


def test_the_command_that_fetches_it_is_named(own) -> None:
    card = dataclasses.replace(own[0], vocabulary=CATALOG["clipseg"].vocabulary)
    with pytest.raises(WeightsMissing, match="rrsis models fetch toy"):
        tokenise(["red roof"], card)


def test_the_packed_vocabularies_are_those_of_the_catalogue() -> None:
    for name in PACKED_VOCABULARIES:
        assert vocabulary_file(name).is_file()


def test_a_vocabulary_is_added(own, tmp_path: Path) -> None:
    card, path = own
    _made_up(tmp_path / "some.json")
    assert add_vocabulary(tmp_path / "some.json", card) == path
    assert tokenise(["red"], card).ids[0, 0] == 1
    assert sorted(each.name for each in path.parent.iterdir()) == ["tokenizer.json"]


def test_what_cannot_be_added(own, tmp_path: Path) -> None:
    card, path = own
    with pytest.raises(WeightsMissing, match="no vocabulary"):
        add_vocabulary(tmp_path / "none.json", card)
    (tmp_path / "bad.json").write_text('{"model": {"type": "BPE"}}')
    with pytest.raises(WeightsInvalid, match="not a vocabulary"):
        add_vocabulary(tmp_path / "bad.json", card)
    (tmp_path / "bytes.json").write_bytes(bytes(range(256)))
    with pytest.raises(WeightsInvalid, match="not a vocabulary"):
        add_vocabulary(tmp_path / "bytes.json", card)
    _made_up(tmp_path / "some.json")
    with pytest.raises(WeightsInvalid, match="comes with the plugin"):
        add_vocabulary(tmp_path / "some.json", CARD)
    path.parent.rmdir()
    path.parent.write_text("in the way")
    with pytest.raises(OutputNotWritable, match="RRSIS_CACHE"):
        add_vocabulary(tmp_path / "some.json", card)


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", json.dumps({"model": {"type": "Soup"}}), '{"model": {"type": "BPE"}}', "[" * 99999, "\x00"]
)
def test_what_is_no_vocabulary_is_refused(own, text: str) -> None:
    card, path = own
    path.write_text(text, encoding="utf-8")
    with pytest.raises(WeightsInvalid, match="is not a vocabulary"):
        tokenise(["red"], card)
