from dataclasses import replace

import pytest
import torch

from rrsis_core.training.batches import _PLACED, Batches, prefetch
from rrsis_core.training.classes import CLASSES
from rrsis_core.training.config import TrainConfig
from rrsis_core.training.places import PLACES
from rrsis_core.training.sampling import Sampler
from rrsis_core.training.wording import names_colour
from tests.training.scenery import ToyBank, make_scene


@pytest.fixture()
def batches():
    config = TrainConfig(name="x", stage="phrases", sides=(64,), crops=(3,), phrases=4)
    return Batches(config, Sampler([make_scene(i) for i in range(3)], {"scenes": 1.0}), ToyBank())


def test_a_step_always_gives_the_same_batch(batches):
    first, again, other = batches.phrases(7), batches.phrases(7), batches.phrases(8)
    assert torch.equal(first.dense.image, again.dense.image) and torch.equal(first.words.states, again.words.states)
    assert torch.equal(first.truth, again.truth) and not torch.equal(first.dense.image, other.dense.image)


def test_noise_on_words_leaves_padding_alone_and_hangs_on_the_step():
    config = TrainConfig(name="x", stage="phrases", sides=(64,), crops=(3,), phrases=4, word_noise=0.1)
    noisy = Batches(config, Sampler([make_scene(0)], {"scenes": 1.0}), ToyBank())
    first, again = noisy.phrases(7).words, noisy.phrases(7).words
    plain = Batches(replace(config, word_noise=0.0), noisy.sampler, ToyBank()).phrases(7).words
    assert torch.equal(first.states, again.states) and torch.equal(first.mask, plain.mask)
    off = first.states - plain.states
    assert (off[first.mask == 0] == 0).all() and 0.07 < off[first.mask == 1].std() / plain.states.std() < 0.13


def test_colours_of_other_images_are_withheld_where_a_phrase_names_one(monkeypatch):
    seen = []
    monkeypatch.setattr("rrsis_core.training.batches.recoloured", lambda rgb, other, rng: seen.append(rgb) or rgb)
    config = TrainConfig(name="x", stage="phrases", sides=(64,), crops=(8,), phrases=1, recolour=1.0)
    batches = Batches(config, Sampler([make_scene(0)], {"scenes": 1.0}), ToyBank())
    said = []
    monkeypatch.setattr(batches.bank, "words", lambda texts: said.extend(texts) or ToyBank().words(texts))
    batches.phrases(3)
    coloured = sum(names_colour(text) for text in said[-8:])
    assert 0 < coloured < 8 and len(seen) == 8 - coloured


def test_shapes(batches):
    batch = batches.phrases(0)
    assert batch.dense.image.shape == (3, 3, 64, 64) and batch.truth.shape == batch.known.shape == (12, 64, 64)
    assert batch.place.shape == (12, 5) and len(batch.words.mask) == 12
    assert len(batches.dense(0).names.mask) == len(CLASSES) + 3


class Hearing(ToyBank):
    """Keeps what it was asked for."""

    def __init__(self):
        self.heard = set()

    def words(self, phrases):
        self.heard.update(map(str, phrases))
        return super().words(phrases)


def test_what_the_scenes_show_is_never_said_to_be_absent():
    config = TrainConfig(name="x", stage="phrases", sides=(64,), crops=(2,), phrases=4)
    sampler = Sampler([make_scene(0, source="own")], {"own": 1.0})
    for shown in ((), ("white wind turbines",)):
        bank = Hearing()
        batches = Batches(config, sampler, bank, shown)
        for step in range(40):
            batches.phrases(step)
        assert any("turbine" in phrase for phrase in bank.heard) == (not shown)


def test_prefetch_keeps_the_order_and_passes_errors_on():
    assert list(prefetch(lambda step: step * step, 2, 9, depth=3)) == [(step, step * step) for step in range(2, 9)]
    with pytest.raises(ZeroDivisionError):
        list(prefetch(lambda step: 1 // step, 0, 3))


def test_every_place_is_known_as_one_so_that_its_crop_keeps_its_own() -> None:
    assert [said for said, _ in PLACES if not _PLACED.search(f"the cars {said}")] == []
    assert not any(_PLACED.search(said) for said in ("cars on the road", "westerly winds", "borders of grass"))
