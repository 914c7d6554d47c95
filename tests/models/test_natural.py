"""The four older methods: places, words of different lengths, and what each of them is known for."""

from __future__ import annotations

import pytest
import torch

from rrsis_core.models.base import Words
from rrsis_core.models.natural import (
    BidirectionalRelation,
    CrossModalSelfAttention,
    brinet,
    cmsa,
    conv_lstm,
    last_state,
    lstm_cnn,
    places,
)


def test_places_run_from_minus_one_to_one() -> None:
    where = places(torch.zeros(2, 3, 4, 5))
    assert where.shape == (2, 8, 4, 5)
    assert where[0, :4, 0, 0].tolist() == pytest.approx([-1, -1, -0.6, -0.5])
    assert where[0, 2:4, -1, -1].tolist() == [1, 1]
    assert where[0, 6:, 0, 0].tolist() == pytest.approx([0.2, 0.25])


def test_the_last_state_is_that_of_the_last_word() -> None:
    states = torch.arange(12.0).view(2, 6, 1)
    mask = torch.tensor([[1, 1, 1, 0, 0, 0], [1, 0, 0, 0, 0, 0]])
    assert last_state(Words(states, mask)).flatten().tolist() == [2.0, 6.0]


def test_attention_over_pairs_does_not_hear_padding() -> None:
    layer = CrossModalSelfAttention(12, 8)
    seen, states = torch.randn(1, 12, 3, 3), torch.randn(1, 4, 12)
    mask = torch.tensor([[1, 1, 0, 0]])
    other = states.clone()
    other[:, 2:] = 9
    torch.testing.assert_close(layer(seen, Words(states, mask)), layer(seen, Words(other, mask)))
    torch.testing.assert_close(
        layer(seen, Words(states, mask)), layer(seen, Words(states[:, :2], mask[:, :2])), rtol=1e-4, atol=1e-5
    )


def test_relations_reach_across_the_map() -> None:
    layer = BidirectionalRelation(12)
    seen = torch.randn(1, 12, 4, 4, requires_grad=True)
    layer(seen, Words(torch.randn(1, 3, 12), torch.ones(1, 3)))[0, :, 0, 0].sum().backward()
    assert seen.grad[0, :, 3, 3].abs().sum() > 0


@pytest.mark.parametrize("build", [lstm_cnn, conv_lstm, cmsa, brinet])
def test_a_phrase_without_words_is_finite(build) -> None:
    ids = torch.zeros(1, 5, dtype=torch.int64)
    with torch.inference_mode():
        assert build("test").eval()(torch.randn(1, 3, 50, 70), ids, ids).isfinite().all()


@pytest.mark.parametrize(("build", "millions"), [(lstm_cnn, (80, 95)), (conv_lstm, (45, 60)), (cmsa, (50, 65))])
def test_full_sizes_are_sensible(build, millions: tuple[int, int]) -> None:
    with torch.device("meta"):
        count = sum(value.numel() for value in build("full").parameters()) / 1e6
    assert millions[0] < count < millions[1]
