"""Long, many and right-to-left phrases keep titles and sentences readable."""

from rrsis.plugin import wording
from rrsis.plugin.wording import LISTED, LONGEST, device_titles, found_text, layer_name, model_title, shown, shown_all


def results(*counts):
    return [(f"thing {i}", count) for i, count in enumerate(counts)]


def test_a_long_phrase_is_shortened_and_a_short_one_left_alone():
    assert shown("white cars") == "white cars"
    assert len(shown("the white car " * 21)) <= LONGEST and shown("the white car " * 21).endswith("…")
    assert layer_name("white cars", 3) == "white cars (3)"


def test_processors_have_titles_and_names():
    assert device_titles() == [("Automatic", "auto"), ("CPU", "cpu"), ("CUDA", "cuda"), ("MPS", "mps")]


def test_a_model_keeps_its_name(monkeypatch):
    assert model_title("LGCE-tiny (bundled)") == "LGCE-tiny (bundled)" and model_title("RMSIN") == "RMSIN"
    monkeypatch.setattr(wording, "tr", lambda text: text.replace("bundled", "fourni"))
    assert model_title("LGCE-tiny (bundled)") == "LGCE-tiny (fourni)"


def test_a_phrase_from_right_to_left_does_not_turn_the_sentence():
    assert shown("سيارات") == "\u2068سيارات\u2069"


def test_of_many_phrases_a_few_are_named():
    assert shown_all(["a", "b"]) == "a, b"
    assert shown_all([str(i) for i in range(LISTED + 36)]) == "0, 1, 2, 3 and 36 more"
    assert found_text(results(3, 0)) == "3 × thing 0, 0 × thing 1"
    assert found_text(results(1, 2, 3, 4, 5, 6)).endswith("4 × thing 3, 11 for 2 other phrases")
