"""What a card says of itself."""

from dataclasses import replace

from rrsis_core.cards import ModelCard, WeightFile

CARD = ModelCard("toy", "Toy", "A paper", "", "MIT", "toy:toy")
FILE = WeightFile("model.safetensors", "someone/toy")


def test_a_file_says_where_it_lies():
    assert FILE.place == "someone/toy/model.safetensors"


def test_what_is_fetched_for_the_tensors():
    assert CARD.weight_files == () and not CARD.bundled
    assert replace(CARD, weights=FILE, more_weights=(replace(FILE, prefix="b."),)).weight_files[1].prefix == "b."
    bundled = replace(CARD, weights=replace(FILE, repository=""))
    assert bundled.bundled and bundled.weight_files == ()


def test_which_vocabularies_come_along():
    assert CARD.words_packed
    assert not replace(CARD, text_encoder="clip").words_packed
