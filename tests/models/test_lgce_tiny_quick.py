"""LGCE-tiny arranged for asking answers as it does itself, and is made anew when its weights change."""

from __future__ import annotations

import copy
import gc
import weakref

import pytest
import torch

from rrsis_core.models import arrange
from rrsis_core.models.base import Unwanted, Words
from rrsis_core.models.blocks.fused import is_available
from rrsis_core.models.lgce_tiny import LgceTiny, TinyShape, lgce_tiny
from rrsis_core.models.lgce_tiny_quick import QuickTiny

pytestmark = pytest.mark.skipif(not is_available(), reason="this build of PyTorch lacks oneDNN's operators")
SMALL_RESNET = TinyShape(
    backbone="resnet18d", channels=(8, 8, 16, 16), width=16, pixel=8, text_width=24, text_heads=2, text_hidden=32,
    text_layers=1, heads=2, depth=2,
)  # fmt: skip
PLACE = torch.tensor([[0.0, 0.1, 0.4, 0.6, 0.2], [-0.2, 0.5, 1.4, 1.0, 0.5]])  # inside an area, and beyond it


@pytest.fixture(params=["resnet", "test"])
def model(request: pytest.FixtureRequest) -> LgceTiny:
    torch.manual_seed(0)
    made = (LgceTiny(SMALL_RESNET) if request.param == "resnet" else lgce_tiny("test")).eval()
    for parameter in made.steering.parameters():  # the last layers start at zero, which would hide the rest
        torch.nn.init.normal_(parameter, std=0.2)
    made.calibration.copy_(torch.tensor([1.3, -0.2, 0.8, 0.4]))
    made.sayings.copy_(torch.randn_like(made.sayings))
    made.certainty.copy_(torch.tensor([[0.9, -1.0], [0.7, -0.5], [0.5, -1.5]]))
    return made


def words_of(model: LgceTiny) -> Words:
    ids = torch.tensor([[2, 9, 3, 0, 0, 0], [2, 8, 7, 5, 6, 3], [2, 3, 0, 0, 0, 0]])
    return model.encode_text(ids, (ids != 0).long())


@torch.inference_mode()
def answers(model: LgceTiny, size: tuple[int, int], dtype: torch.dtype) -> tuple[torch.Tensor, torch.Tensor]:
    image = torch.randn(2, 3, *size)
    words = words_of(model)
    quick = arrange(model, dtype)
    assert isinstance(quick, QuickTiny)
    expected = model.decode_each(model.encode_image(image), words, PLACE)
    return quick.decode_each(quick.encode_image(image), words, PLACE), expected


@pytest.mark.parametrize("size", [(64, 96), (70, 45), (33, 500)])
def test_every_phrase_in_every_image_is_answered_alike(model: LgceTiny, size: tuple[int, int]) -> None:
    found, expected = answers(model, size, torch.float32)
    assert found.shape == (2, 3, *size)
    torch.testing.assert_close(found, expected, atol=2e-5, rtol=1e-4)


def test_bfloat16_answers_nearly_alike(model: LgceTiny) -> None:
    found, expected = answers(model, (64, 64), torch.bfloat16)
    assert found.dtype == torch.float32
    assert float((found - expected).abs().mean()) < 0.08 * float(expected.std())


def test_scores_that_would_overflow_are_answered_alike(model: LgceTiny) -> None:
    for layer in model.steering.listen:
        layer.word_key.weight.data *= 300
    for layer in model.steering.scales:
        layer.query.weight.data *= 100
    for dtype in (torch.float32, torch.bfloat16):
        found, _ = answers(model, (64, 64), dtype)
        assert torch.isfinite(found).all()
    found, expected = answers(model, (64, 64), torch.float32)
    torch.testing.assert_close(found, expected, atol=1e-2, rtol=1e-2)


@torch.inference_mode()
def test_one_phrase_for_each_image_is_the_face_of_all_models(model: LgceTiny) -> None:
    quick = arrange(model, torch.float32)
    image, words = torch.randn(2, 3, 64, 64), words_of(model).select(torch.tensor([0, 1]))
    features = quick.encode_image(image)
    assert torch.equal(quick.decode(features, words, PLACE)[1], quick.decode_each(features, words, PLACE)[1, 1:])
    torch.testing.assert_close(
        quick.decode(features, words), model.decode(model.encode_image(image), words), atol=2e-5, rtol=1e-4
    )


@torch.inference_mode()
def test_an_answer_that_nobody_wants_any_more_is_given_up_before_its_next_phrase(model: LgceTiny) -> None:
    quick, asked = arrange(model, torch.float32), []
    features, words = quick.encode_image(torch.randn(1, 3, 64, 64)), words_of(model)
    with pytest.raises(Unwanted):
        quick.decode_each(features, words, PLACE[:1], lambda: asked.append(1) or len(asked) == 2)
    assert len(asked) == 2


@torch.inference_mode()
def test_features_that_know_their_place_are_answered_alike(model: LgceTiny) -> None:
    quick = arrange(model, torch.float32)
    words = words_of(model)
    features = quick.encode_image(torch.randn(2, 3, 70, 45))
    for place in (PLACE, None):
        expected = quick.decode_each(features, words, place)
        assert torch.equal(quick.decode_each(quick.placed(features, place), words, place), expected)
    assert model.placed(features, PLACE) is features  # others ask for the place with each phrase


def test_it_is_made_once_and_anew_when_weights_change(model: LgceTiny) -> None:
    first = arrange(model, torch.float32)
    assert arrange(model, torch.float32) is first
    assert arrange(copy.deepcopy(model), torch.float32) is not first
    with torch.no_grad():
        model.pyramid.fine.weight.mul_(2)
    assert arrange(model, torch.float32) is not first


def test_a_model_that_is_no_longer_used_leaves_memory() -> None:
    model = lgce_tiny("test").eval()
    arrange(model, torch.float32)
    gone = weakref.ref(model)
    del model
    gc.collect()
    assert gone() is None
