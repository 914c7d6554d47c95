import json
from pathlib import Path

import pytest
import torch
from tokenizers import Tokenizer, models, pre_tokenizers

from rrsis_core.errors import WeightsInvalid
from rrsis_core.models.weights import SCALE, read_safetensors, restore_floats
from rrsis_core.training.bundle import SPECIAL, choose_pieces, quantise, trim_words, write_bundle

PIECES = [*SPECIAL, "a", "b", "##a", "the", "car", "house", "##s", "zebra"]
VOCABULARY = {piece: index for index, piece in enumerate(PIECES)}


def tokenizer():
    made = Tokenizer(models.WordPiece(VOCABULARY, unk_token="[UNK]"))
    made.pre_tokenizer = pre_tokenizers.Whitespace()
    return made


def test_marks_letters_and_needed_words_come_first():
    pieces = choose_pieces(VOCABULARY, tokenizer(), ["zebra"], 10)
    assert pieces[:4] == list(SPECIAL) and "zebra" in pieces and "the" in pieces and len(pieces) == 10
    with pytest.raises(WeightsInvalid):
        choose_pieces(VOCABULARY, tokenizer(), ["zebra"], 5)


def test_rows_follow_their_pieces():
    weight = torch.arange(len(PIECES)).float()[:, None].repeat(1, 3)
    assert trim_words(weight, VOCABULARY, ["car", "a"])[:, 0].tolist() == [8, 4]


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
