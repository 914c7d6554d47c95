import pytest
import torch
from safetensors.torch import save_file
from tokenizers import Tokenizer, models, pre_tokenizers

from rrsis_core.training.words import PhraseBank, whole_encoder


@pytest.fixture()
def folder(tmp_path):
    """Make an encoder of the right shapes and random values, with a vocabulary of five."""
    width, hidden = 384, 1536
    state = {
        "embeddings.word_embeddings.weight": torch.randn(5, width),
        "embeddings.position_embeddings.weight": torch.randn(512, width) * 0.1,
        "embeddings.token_type_embeddings.weight": torch.randn(2, width) * 0.1,
        "embeddings.LayerNorm.weight": torch.ones(width),
        "embeddings.LayerNorm.bias": torch.zeros(width),
    }
    for index in range(6):
        start = f"encoder.layer.{index}."
        square = (width, width)
        sizes = {f"attention.self.{name}": square for name in ("query", "key", "value")}
        sizes |= {
            "attention.output.dense": square,
            "intermediate.dense": (hidden, width),
            "output.dense": (width, hidden),
        }
        for name, size in sizes.items():
            state[f"{start}{name}.weight"] = torch.randn(size) * 0.02
            state[f"{start}{name}.bias"] = torch.zeros(size[0])
        for name in ("attention.output.LayerNorm", "output.LayerNorm"):
            state[f"{start}{name}.weight"], state[f"{start}{name}.bias"] = torch.ones(width), torch.zeros(width)
    save_file(state, tmp_path / "model.safetensors")
    made = Tokenizer(models.WordPiece({"[PAD]": 0, "[UNK]": 1, "red": 2, "car": 3, "cars": 4}, unk_token="[UNK]"))
    made.pre_tokenizer = pre_tokenizers.Whitespace()
    made.save(str(tmp_path / "tokenizer.json"))
    return tmp_path


def test_a_phrase_means_the_same_alone_and_beside_a_longer_one(folder):
    bank = PhraseBank(folder)
    alone = bank.words(["car"])
    beside = PhraseBank(folder).words(["red red cars", "car"])
    assert beside.mask.tolist() == [[1, 1, 1], [1, 0, 0]]
    assert torch.allclose(alone.states[0, 0], beside.states[1, 0], atol=0.05)
    assert torch.equal(bank.words(["car"]).states, alone.states)


def test_all_tensors_find_their_place(folder):
    encoder = whole_encoder(folder)
    assert encoder.words.num_embeddings == 5 and not encoder.training
