import pytest
import torch

from rrsis_core.training.words import PhraseBank, whole_encoder
from tests.training.scenery import make_encoder


@pytest.fixture()
def folder(tmp_path):
    return make_encoder(tmp_path)


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
