import json
from pathlib import Path

import pytest
import torch

from rrsis_core.models.weights import SCALE, read_safetensors, restore_floats
from rrsis_core.training.bundle import SPECIAL, english_pieces, quantise, trim_words, write_bundle, write_weights

PIECES = [*SPECIAL, "[unused1]", "[", "a", "é", "##a", "the", "car", "1990", "##s", "東", "[MASK]"]
VOCABULARY = {piece: index for index, piece in enumerate(PIECES)}


def test_marks_come_first_and_foreign_letters_are_left_out():
    assert english_pieces(VOCABULARY) == [*SPECIAL, "[", "a", "##a", "the", "car", "1990", "##s"]


def test_rows_follow_their_pieces():
    weight = torch.arange(len(PIECES)).float()[:, None].repeat(1, 3)
    assert trim_words(weight, VOCABULARY, ["car", "a"])[:, 0].tolist() == [10, 6]


def test_int8_rows_come_back_nearly_the_same(tmp_path):
    state = {"big": torch.randn(64, 64), "small": torch.randn(8), "count": torch.tensor(7)}
    packed = quantise(state)
    assert packed["big"].dtype == torch.int8 and "big" + SCALE in packed and packed["small"].dtype == torch.float16
    write_bundle(tmp_path, state, ["[PAD]", "car"], {"steps": 3})
    path = tmp_path / "model.safetensors"
    back = restore_floats(read_safetensors(path), path)
    assert (back["big"] - state["big"]).abs().max() < state["big"].abs().max() / 127
    assert back["count"] == 7 and (tmp_path / "vocab.txt").read_text() == "[PAD]\ncar\n"
    assert json.loads((tmp_path / "metadata.json").read_text())["size_bytes"] == Path(path).stat().st_size


def test_word_embeddings_take_few_values_and_stay_near():
    words = torch.randn(300, 64)
    packed = quantise({"text.words.weight": words})
    rows = packed["text.words.weight"]
    assert rows.unique().numel() <= 63
    back = rows.float() * packed["text.words.weight" + SCALE][:, None]
    assert torch.nn.functional.cosine_similarity(back, words).min() > 0.998


def test_facts_that_cannot_be_written_leave_the_ones_before_whole(tmp_path, monkeypatch):
    """A full disk left half of metadata.json, without which a model of one's own is in no list."""
    write_weights(tmp_path, {"a": torch.ones(2)}, {"base": "lgce-tiny"})
    before = (tmp_path / "metadata.json").read_text()

    def full(self, text, **_):
        self.write_bytes(text.encode()[:5])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(OSError, match="No space"):
        write_weights(tmp_path, {"a": torch.zeros(2)}, {"base": "other"})
    assert (tmp_path / "metadata.json").read_text() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["metadata.json", "model.safetensors"]
