"""Instance norm over tokens is torch's own, in another layout."""

from __future__ import annotations

import pytest
import torch
import torch.nn.functional as F

from rrsis_core.models.blocks.norm import instance_norm


@pytest.mark.parametrize("dtype", [torch.float64, torch.float32, torch.bfloat16])
def test_equals_torch(dtype: torch.dtype) -> None:
    tokens = (torch.randn(2, 50, 6, dtype=torch.float64) * 3 + 5).to(dtype)
    expected = F.instance_norm(tokens.double().transpose(1, 2)).transpose(1, 2)
    got = instance_norm(tokens)
    assert got.dtype == dtype
    tolerance = {torch.float64: 1e-10, torch.float32: 1e-5, torch.bfloat16: 5e-2}[dtype]
    torch.testing.assert_close(got.double(), expected, atol=tolerance, rtol=0)


def test_constant_channels_become_zero() -> None:
    assert instance_norm(torch.full((1, 9, 2), 7.0)).abs().max() < 1e-3
