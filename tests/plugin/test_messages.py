"""Every code has a sentence, and every problem is explained."""

import string
from pathlib import Path

import pytest
from rrsis.plugin import messages
from rrsis.plugin.recipe import read_recipe
from rrsis.rrsis_core.errors import RasterUnreadable, RequestInvalid, codes
from rrsis.rrsis_core.request import Notice


def test_every_code_has_a_sentence_and_no_sentence_lacks_its_code():
    assert set(messages.sentences()) == set(codes())


@pytest.mark.parametrize("code", sorted(codes()))
def test_sentences_end_and_hold_no_placeholder(code):
    sentence = messages.sentences()[code]
    assert sentence.endswith(".")
    assert not [field for _, field, _, _ in string.Formatter().parse(sentence) if field]


def test_english_shows_the_exact_sentence(monkeypatch):
    monkeypatch.setattr(messages, "translation_file", lambda: None)
    assert (
        messages.explain(RasterUnreadable("The file x.tif is cut short.", path="x.tif"))
        == "The file x.tif is cut short."
    )


def test_other_languages_show_the_translated_sentence_with_the_values(monkeypatch):
    monkeypatch.setattr(messages, "translation_file", lambda: Path("rrsis_de.qm"))
    shown = messages.explain(RasterUnreadable("The file x.tif is cut short.", path="x.tif"))
    assert shown == messages.sentences()["raster-unreadable"] + " [path: x.tif]"


def test_what_the_plugin_says_itself_is_shown_in_every_language(monkeypatch):
    monkeypatch.setattr(messages, "translation_file", lambda: Path("rrsis_de.qm"))
    with pytest.raises(RequestInvalid) as caught:
        read_recipe("nothing")
    assert messages.explain(caught.value) == str(caught.value)


def test_an_unknown_code_shows_its_message(monkeypatch):
    monkeypatch.setattr(messages, "translation_file", lambda: Path("rrsis_de.qm"))
    assert messages.explain(Notice("of-the-future", "Something new.")) == "Something new."


def test_work_that_can_be_gone_on_with_is_named_as_long_as_it_is_there(tmp_path, monkeypatch):
    journal = tmp_path / "o.gpkg.12345678.unfinished"
    problem = RasterUnreadable("The network is gone.", raster="x", unfinished=str(journal))
    for language in (None, Path("rrsis_de.qm")):
        monkeypatch.setattr(messages, "translation_file", lambda language=language: language)
        journal.unlink(missing_ok=True)
        assert "unfinished" not in messages.explain(problem)
        journal.touch()
        assert f"kept in {journal}: the same search goes on" in messages.explain(problem)


def test_problems_are_logged_with_their_code(qgis_app):
    seen = []
    qgis_app.messageLog().messageReceived.connect(lambda text, tag, level: seen.append((text, tag)))
    messages.log_problem(RasterUnreadable("The file x.tif is cut short.", path="x.tif"))
    assert ("[raster-unreadable] The file x.tif is cut short. [path: x.tif]", "RRSIS") in seen
