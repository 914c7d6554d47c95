"""One suite over every card of the catalogue, at test size."""

from __future__ import annotations

import copy

import pytest
import torch

from rrsis_core.catalog import CATALOG, ModelCard
from rrsis_core.models import create_model, ready_to_learn
from rrsis_core.models.base import ReferringSegmenter, repeat_features

CARDS = [pytest.param(card, id=card.name) for card in CATALOG.values()]
SIDE_PX = 64
PADDING_HEARD = {"lgce"}  # averages all word states, padding included, as its authors released it


@pytest.fixture(scope="module", autouse=True)
def _one_thread():
    """Tensors of this size are computed faster by one thread than by several that wait for each other."""
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


@pytest.fixture(scope="module")
def make():
    """Each card's model, built once with the same random state and then copied."""
    made: dict[str, ReferringSegmenter] = {}

    def get(card: ModelCard) -> ReferringSegmenter:
        if card.name not in made:
            torch.manual_seed(0)
            made[card.name] = create_model(card, weights=None, size="test")
            _stir(made[card.name])
        return copy.deepcopy(made[card.name])

    return get


def _stir(model: ReferringSegmenter) -> None:
    """Give zero-initialised parameters and running statistics values, so that no branch is silent."""
    for name, tensor in model.state_dict().items():
        if tensor.is_floating_point():
            noise = torch.randn_like(tensor) * 0.02
            tensor.add_(noise.abs() if name.endswith("running_var") else noise)


def _inputs(batch: int = 2) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    generator = torch.Generator().manual_seed(1)
    image = torch.randn(batch, 3, SIDE_PX, SIDE_PX, generator=generator)
    ids = torch.zeros(batch, 12, dtype=torch.int64)
    for row, count in zip(range(batch), (6, 4, 9)):
        ids[row, :count] = torch.randint(5, 90, (count,), generator=generator)
    return image, ids, (ids > 0).long()


@pytest.mark.parametrize("card", CARDS)
def test_finite_and_of_the_right_shape(card: ModelCard, make) -> None:
    image, ids, mask = _inputs()
    with torch.inference_mode():
        logits = make(card)(image, ids, mask)
    assert logits.shape == (2, 1, SIDE_PX, SIDE_PX)
    assert logits.isfinite().all()
    assert logits.std() > 0


@pytest.mark.parametrize("card", CARDS)
def test_gradients_reach_every_live_parameter(card: ModelCard, make) -> None:
    model = make(card)
    ready_to_learn(model)
    model.train()
    image, ids, mask = _inputs()
    logits, own = model.teach(image, ids, mask, (image[:, 0] > 0).float())
    assert tuple(own) == card.own_losses
    torch.stack([logits.square().sum(), *own.values()]).sum().backward()
    silent = [name for name, value in model.named_parameters() if value.requires_grad and value.grad is None]
    assert not silent
    frozen = sum(value.numel() for value in model.parameters() if not value.requires_grad)
    assert frozen < sum(value.numel() for value in model.parameters())


@pytest.mark.parametrize("card", CARDS)
def test_a_batch_of_two_is_two_batches_of_one(card: ModelCard, make) -> None:
    model = make(card)
    image, ids, mask = _inputs()
    with torch.inference_mode():
        together = model(image, ids, mask)
        apart = torch.cat([model(image[i : i + 1], ids[i : i + 1], mask[i : i + 1]) for i in range(2)])
    torch.testing.assert_close(together, apart, rtol=1e-3, atol=1e-3 * float(together.std()))


@pytest.mark.parametrize("card", CARDS)
def test_features_serve_many_phrases(card: ModelCard, make) -> None:
    model = make(card)
    image, ids, mask = _inputs()
    with torch.inference_mode():
        words = model.encode_text(ids, mask)
        both = model.decode(repeat_features(model.encode_image(image[:1]), 2), words)
        direct = model(image[:1].repeat(2, 1, 1, 1), ids, mask)
    torch.testing.assert_close(both, direct, rtol=1e-3, atol=1e-3 * float(direct.std()))


@pytest.mark.parametrize("card", [each for each in CARDS if each.id not in PADDING_HEARD])
def test_padding_words_do_not_matter(card: ModelCard, make) -> None:
    model = make(card)
    image, ids, mask = _inputs()
    other = torch.where(mask == 1, ids, 7)
    with torch.inference_mode():
        first, second = model(image, ids, mask), model(image, other, mask)
        shorter = model(image, ids[:, :9], mask[:, :9])
    torch.testing.assert_close(first, second, rtol=1e-3, atol=1e-3 * float(first.std()))
    torch.testing.assert_close(first, shorter, rtol=1e-3, atol=1e-3 * float(first.std()))


@pytest.mark.parametrize("card", CARDS)
def test_words_matter(card: ModelCard, make) -> None:
    model = make(card)
    image, ids, mask = _inputs()
    with torch.inference_mode():
        first, second = model(image, ids, mask), model(image, ids.flip(0), mask.flip(0))
    assert (first - second).abs().max() > 1e-6


@pytest.mark.parametrize("card", CARDS)
def test_state_dict_round_trip(card: ModelCard, make) -> None:
    model = make(card)
    other = create_model(card, weights=None, size="test")
    other.load_state_dict(model.state_dict(), strict=True)
    image, ids, mask = _inputs(1)
    with torch.inference_mode():
        assert torch.equal(model(image, ids, mask), other(image, ids, mask))


@pytest.mark.parametrize("card", CARDS)
def test_half_precision_is_close(card: ModelCard, make) -> None:
    image, ids, mask = _inputs()
    with torch.inference_mode():
        full = make(card)(image, ids, mask)
        half = make(card).bfloat16()(image.bfloat16(), ids, mask).float()
    assert half.isfinite().all()
    assert (half - full).abs().mean() < 0.1 * full.std() + 0.01


@pytest.mark.parametrize("card", [each for each in CARDS if CATALOG[each.id].any_size])
def test_other_sizes_where_the_card_says_so(card: ModelCard, make) -> None:
    image, ids, mask = _inputs()
    with torch.inference_mode():
        assert make(card)(image[..., :50, :61], ids, mask).shape == (2, 1, 50, 61)
