"""Batches keep their order, halve when memory is short, and know their place."""

from __future__ import annotations

import threading
import time
import warnings

import numpy as np
import pytest
import torch

from rrsis_core.errors import BatchReduced, DeviceUnavailable, OutOfMemory
from rrsis_core.grid import Window
from rrsis_core.models.base import Unwanted, Words, never
from rrsis_core.patches import Patch
from rrsis_core.predict import OUTSIDE_LOGIT, Predictor, WordMemory, pick_device
from tests.toy import CARD, ColourModel, paint

CPU = torch.device("cpu")


def patches(count: int, size: int = 96) -> list[Patch]:
    image = paint(size, size * count).astype(np.float32) / 255
    return [
        Patch(Window(0, i * size, size, size), image[:, :, i * size : (i + 1) * size], np.ones((size, size), bool))
        for i in range(count)
    ]


def predictor(model: ColourModel, phrases: tuple[str, ...] = ("red", "blue"), **more) -> Predictor:
    return Predictor(model, CARD, phrases, Window(0, 0, 96, 960), 0.3, CPU, half=False, **more)


def test_tiles_come_in_order_with_the_logits_of_each_phrase() -> None:
    given = patches(5)
    found = list(predictor(ColourModel(), batch=2).tiles(given))
    assert [window for window, _ in found] == [patch.window for patch in given]
    for (_, logits), patch in zip(found, given):
        red, green, blue = patch.rgb
        np.testing.assert_allclose(logits[0], 20 * (red - (green + blue) / 2 - 0.4), atol=1e-3)
        np.testing.assert_allclose(logits[1], 20 * (blue - (green + red) / 2 - 0.4), atol=1e-3)


def test_the_image_is_encoded_once_for_all_phrases() -> None:
    model = ColourModel()
    list(predictor(model, ("red", "blue", "green")).tiles(patches(3)))
    assert model.images == 3


def test_what_is_arranged_for_asking_reads_the_phrases_and_knows_the_place(monkeypatch: pytest.MonkeyPatch) -> None:
    model, arranged = ColourModel(), ColourModel()
    places = []
    monkeypatch.setattr("rrsis_core.predict.arrange", lambda *_: arranged)
    monkeypatch.setattr(model, "encode_text", None)
    monkeypatch.setattr(arranged, "placed", lambda features, place: places.append(place.tolist()) or features)
    list(predictor(model).tiles(patches(1)))
    np.testing.assert_allclose(places, [[[0.0, 0.0, 1.0, 0.1, 0.3]]], atol=1e-6)


def test_pixels_that_hold_nothing_are_marked() -> None:
    given = patches(1)
    given[0].valid[:10] = False
    ((_, logits),) = predictor(ColourModel()).tiles(given)
    assert (logits[:, :10] == OUTSIDE_LOGIT).all() and (logits[:, 10:] > OUTSIDE_LOGIT / 2).all()


def test_short_memory_halves_the_batch_and_loses_nothing() -> None:
    model = ColourModel(limit=2)
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        found = list(predictor(model, batch=8).tiles(patches(7)))
    assert [window.col for window, _ in found] == [96 * i for i in range(7)]
    assert [w.message.details["batch"] for w in heard if isinstance(w.message, BatchReduced)] == [4, 2]


@pytest.mark.parametrize("fit", [1, 2])
def test_short_memory_beside_other_tiles_is_no_end(monkeypatch: pytest.MonkeyPatch, fit: int) -> None:
    """Tiles that fail side by side fail for one reason, and one by itself fits."""
    monkeypatch.setattr(Predictor, "_lanes", lambda self: 4)
    lock, inside, together = threading.Lock(), 0, threading.Barrier(4)

    class NarrowModel(ColourModel):
        met = False

        def encode_image(self, image):
            nonlocal inside
            with lock:
                inside += 1
            try:
                if not self.met:
                    together.wait(20)
                    self.met = True
                time.sleep(0.02)
                if inside > fit:
                    raise MemoryError
                return super().encode_image(image)
            finally:
                time.sleep(0.02)
                with lock:
                    inside -= 1

    narrow = predictor(NarrowModel(), batch=4)
    narrow._arranged = narrow.model
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        found = list(narrow.tiles(patches(9)))
    assert [window.col for window, _ in found] == [96 * i for i in range(9)]
    said = [w.message.details["batch"] for w in heard if isinstance(w.message, BatchReduced)]
    assert said[0] == 2 and (said == [2] or fit == 1)


def test_a_stop_waits_for_no_tile_that_is_computed(monkeypatch: pytest.MonkeyPatch) -> None:
    begun, released, stopped = threading.Event(), threading.Event(), threading.Event()
    monkeypatch.setattr(Predictor, "_lanes", lambda self: 2)

    class SlowModel(ColourModel):
        def encode_image(self, image):
            if self.images >= 3:
                begun.set()
                assert released.wait(20)
            return super().encode_image(image)

    slow = predictor(SlowModel(), batch=2, stopped=stopped.is_set)
    slow._arranged = slow.model
    threading.Thread(target=lambda: (begun.wait(20), stopped.set())).start()
    found = [window.col for window, _ in slow.tiles(patches(8))]  # hangs unless it is dropped
    assert found == [0, 96, 192][: len(found)] and len(found) < 8
    released.set()
    for thread in threading.enumerate():
        if thread.name.startswith("lane"):
            thread.join(20)


@pytest.mark.parametrize("lanes", [1, 2])
def test_tiles_that_are_given_up_end_the_answers(lanes: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Predictor, "_lanes", lambda self: lanes)

    class QuickModel(ColourModel):
        def decode_each(self, features, words, place=None, stopped=never):
            if stopped():
                raise Unwanted
            return super().decode_each(features, words, place)

    quick = predictor(QuickModel(), batch=1)
    quick._arranged = quick.model
    found = []
    for window, _ in quick.tiles(patches(6)):
        found.append(window.col)
        quick.stopped = lambda: True
    assert found == [0, 96, 192][: len(found)] and len(found) < 6


def test_no_memory_for_one_tile_is_said() -> None:
    with pytest.raises(OutOfMemory, match="one tile at a time"), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        list(predictor(ColourModel(limit=0), batch=2).tiles(patches(2)))


def test_odd_sizes_are_padded_and_cut_again() -> None:
    image = paint(50, 70).astype(np.float32) / 255
    odd = Patch(Window(0, 0, 50, 70), image, np.ones((50, 70), bool))
    results = list(predictor(ColourModel()).tiles([odd, *patches(1)]))
    assert [logits.shape for _, logits in results] == [(2, 50, 70), (2, 96, 96)]


def test_place_says_where_the_tile_lies_in_what_was_asked_for() -> None:
    model = ColourModel()
    list(predictor(model, ("red",), batch=1).tiles(patches(2)))
    torch.testing.assert_close(model.places[1], torch.tensor([[0.0, 0.1, 1.0, 0.2, 0.3]]))


def test_half_precision_gives_the_same_mask() -> None:
    given = patches(2)
    full = [logits > 0 for _, logits in predictor(ColourModel()).tiles(given)]
    half = Predictor(ColourModel(), CARD, ("red", "blue"), Window(0, 0, 96, 960), 0.3, CPU, half=True)
    for expected, (_, logits) in zip(full, half.tiles(given)):
        assert (expected == (logits > 0)).mean() > 0.995


@pytest.mark.skipif(torch.cuda.is_available(), reason="there is a GPU")
def test_a_device_that_is_not_there_is_named() -> None:
    with pytest.raises(DeviceUnavailable, match='Choose "auto" or "cpu"'):
        pick_device("cuda")
    assert pick_device("auto").type in {"cpu", "mps"}


def test_phrases_asked_before_are_not_encoded_again() -> None:
    asked: list[tuple[str, ...]] = []

    def encode(phrases: tuple[str, ...]) -> Words:
        asked.append(phrases)
        return Words(torch.tensor([[[float(len(phrase))]] for phrase in phrases]), torch.ones(len(phrases), 1))

    memory = WordMemory(limit=3)
    assert memory.recall(["a", "bb", "a"], encode).states.flatten().tolist() == [1, 2, 1]
    assert memory.recall(["bb", "ccc"], encode).states.flatten().tolist() == [2, 3]
    assert asked == [("a", "bb"), ("ccc",)]
    assert memory.recall(["dddd", "ccc"], encode).states.flatten().tolist() == [4, 3]
    memory.recall(["a"], encode)
    assert asked[2:] == [("dddd",), ("a",)]  # the oldest was forgotten


def test_phrases_remembered_from_longer_and_shorter_batches_stand_side_by_side() -> None:
    def encode(phrases: tuple[str, ...]) -> Words:
        longest = max(len(phrase) for phrase in phrases)
        mask = torch.tensor([[float(place < len(phrase)) for place in range(longest)] for phrase in phrases])
        return Words(mask[..., None] * torch.ones(2), mask)

    memory = WordMemory()
    memory.recall(["a"], encode)
    memory.recall(["ccc", "bb"], encode)
    both = memory.recall(["a", "ccc", "bb"], encode)
    assert both.mask.tolist() == [[1, 0, 0], [1, 1, 1], [1, 1, 0]]
    assert both.states[..., 1].tolist() == both.mask.tolist()
