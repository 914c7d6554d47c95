"""Linear layers by oneDNN give what PyTorch's own give, and gradients go the usual way."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from rrsis_core.models.blocks import dense
from rrsis_core.models.blocks.fused import is_available


@pytest.mark.parametrize("bias", [True, False])
@pytest.mark.parametrize("gelu", [True, False])
@pytest.mark.parametrize("shape", [(7, 12), (2, 5, 12), (2, 3, 4, 12)])
def test_the_same_as_a_linear_layer(bias: bool, gelu: bool, shape: tuple[int, ...]) -> None:
    layer = dense.Dense(12, 9, bias=bias)
    values = torch.randn(shape)
    with torch.inference_mode():
        expected = nn.functional.linear(values, layer.weight, layer.bias)
        expected = nn.functional.gelu(expected) if gelu else expected
        assert dense._fused(values, layer.weight) == torch.backends.mkldnn.is_available()
        torch.testing.assert_close(layer.with_gelu(values) if gelu else layer(values), expected)


def test_columns_of_a_larger_map() -> None:
    """The decoder and the windows hand over views; the operator must not read past them."""
    layer = dense.Dense(12, 9)
    values = torch.randn(2, 6, 8, 12)[:, :5, 1:6]
    with torch.inference_mode():
        torch.testing.assert_close(layer(values), nn.functional.linear(values, layer.weight, layer.bias))


def test_half_precision_and_autocast() -> None:
    layer = dense.Dense(12, 9)
    values = torch.randn(7, 12)
    with torch.inference_mode():
        full = layer(values)
        with torch.autocast("cpu", torch.bfloat16):
            half = layer(values)
        assert half.dtype == torch.bfloat16
        torch.testing.assert_close(half.float(), full, atol=0.05, rtol=0.05)
        torch.testing.assert_close(layer.bfloat16()(values.bfloat16()).float(), full, atol=0.05, rtol=0.05)


def test_gradients_reach_weight_bias_and_values() -> None:
    layer, values = dense.Dense(12, 9), torch.randn(7, 12, requires_grad=True)
    layer.with_gelu(values).sum().backward()
    assert layer.weight.grad is not None and layer.bias.grad is not None and values.grad is not None


def test_nothing_to_multiply() -> None:
    with torch.inference_mode():
        assert dense.Dense(12, 9)(torch.empty(0, 12)).shape == (0, 9)


@pytest.mark.skipif(not is_available(), reason="this build of PyTorch lacks oneDNN's operators")
@torch.inference_mode()
def test_packed_weights_give_the_same_and_leave_the_module_as_it_was() -> None:
    plain = nn.Sequential(nn.Embedding(20, 12), nn.Linear(12, 9), nn.GELU(), nn.Sequential(nn.Linear(9, 5, bias=False)))
    ids = torch.randint(20, (2, 7))
    expected = plain(ids)
    quick = dense.packed(plain, torch.float32)
    torch.testing.assert_close(quick(ids), expected)
    assert type(plain[1]) is nn.Linear and torch.equal(plain(ids), expected)
    assert quick[0].weight is plain[0].weight, "embeddings are large, and need no second copy"
    half = dense.packed(plain, torch.bfloat16)(ids)
    assert half.dtype == torch.float32
    torch.testing.assert_close(half, expected, atol=0.05, rtol=0.05)
