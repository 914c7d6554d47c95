"""RMSIN's one size, and the two odd readings of memory in its attention."""

from __future__ import annotations

import pytest
import torch

from rrsis_core.errors import RequestInvalid
from rrsis_core.models.rmsin import CrossScaleAttention, PooledAttention, remotesam, rmsin


@pytest.mark.parametrize("side", [61, 64])
def test_sides_up_to_three_pixels_short_work(side: int) -> None:
    ids = torch.tensor([[101, 2417, 102]])
    assert rmsin("test").eval()(torch.randn(1, 3, side, side), ids, ids * 0 + 1).shape == (1, 1, side, side)


@pytest.mark.parametrize("size", [(60, 60), (64, 96), (480, 480)])
def test_other_sizes_are_refused_with_the_one_that_works(size: tuple[int, int]) -> None:
    with pytest.raises(RequestInvalid, match="squares of 64 pixels"):
        rmsin("test").encode_image(torch.zeros(1, 3, *size))


def test_token_counts_of_both_published_sizes() -> None:
    assert CrossScaleAttention(8, 15, 2, 2).attention.proj.weight.shape == (225, 314)
    assert CrossScaleAttention(8, 28, 2, 2).attention.proj.weight.shape == (784, 1080)
    assert remotesam("test").side == 2


def test_memory_is_read_not_transposed() -> None:
    torch.manual_seed(0)
    side, count, heads, key = 2, 6, 2, 3
    layer = PooledAttention(5, side, count, heads, key).eval()
    tokens = torch.randn(1, count, 5)
    qkv = layer.qkv(tokens)[0].view(count, heads, 4 * key)
    query, keys, value = qkv[..., :key], qkv[..., key : 2 * key], qkv[..., 2 * key :]
    weights = (torch.einsum("nhk,mhk->hnm", query, keys) * key**-0.5).softmax(-1)
    answer = torch.einsum("hnm,mhv->nhv", weights, value).reshape(-1).view(heads * 2 * key, count)
    local = value[: side * side].transpose(0, 1).reshape(-1).view(1, heads * 2 * key, side, side)
    total = layer.proj(answer) + layer.parallel_conv(local)[0].flatten(1)
    expected = layer.to_out(total.T).T.view(1, 5, side, side)
    torch.testing.assert_close(layer(tokens), expected, atol=1e-5, rtol=1e-4)
