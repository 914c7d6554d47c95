"""The decoder of LAVT concatenates upsampled maps before lateral ones."""

from __future__ import annotations

from unittest.mock import patch

import pytest
import torch
from torch import nn

from rrsis_core.models.blocks import decoder
from rrsis_core.models.blocks.decoder import LavtDecoder, convolve_enlarged, upsample


def test_sizes_that_do_not_halve() -> None:
    maps = [torch.randn(1, 4, 13, 9), torch.randn(1, 8, 7, 5), torch.randn(1, 16, 4, 3), torch.randn(1, 32, 2, 2)]
    head = LavtDecoder((4, 8, 16, 32), 6).eval()
    assert head(maps).shape == (1, 2, 13, 9)
    assert head.conv1_4.in_channels == 48
    assert head.conv1_2.in_channels == 10


def test_upsampled_channels_come_first() -> None:
    head = LavtDecoder((1, 1, 1, 1), 2)  # in training, where maps are joined as written
    seen: list[torch.Tensor] = []
    head.conv1_4.register_forward_pre_hook(lambda module, inputs: seen.append(inputs[0]))
    head([torch.zeros(1, 1, 8, 8), torch.zeros(1, 1, 4, 4), torch.zeros(1, 1, 2, 2), torch.ones(1, 1, 1, 1)])
    assert seen[0][0, :, 0, 0].tolist() == [1.0, 0.0]


def test_the_second_convolution_can_be_another() -> None:
    head = LavtDecoder((1, 1, 1, 1), 2, lambda width: nn.Identity())
    assert isinstance(head.conv2_3, nn.Identity)


def test_upsample_aligns_corners() -> None:
    image = torch.tensor([[0.0, 1.0]]).view(1, 1, 1, 2)
    torch.testing.assert_close(upsample(image, (1, 5)).flatten(), torch.linspace(0, 1, 5))
    assert upsample(image, (1, 2)) is image


@pytest.mark.parametrize(("small", "large"), [((5, 7), (10, 14)), ((1, 1), (2, 3)), ((3, 4), (6, 9)), ((2, 2), (9, 8))])
def test_channels_before_places_is_the_same_sum(small: tuple[int, int], large: tuple[int, int]) -> None:
    torch.manual_seed(0)
    image, weight = torch.randn(2, 6, *small), torch.randn(4, 6, 3, 3)
    expected = torch.nn.functional.conv2d(upsample(image, large), weight, padding=1)
    torch.testing.assert_close(convolve_enlarged(image, weight, large), expected, rtol=1e-4, atol=1e-5)


def test_both_ways_through_the_decoder_agree() -> None:
    torch.manual_seed(0)
    maps = [torch.randn(1, width, side, side) for width, side in ((8, 16), (16, 8), (32, 4), (64, 2))]
    head = LavtDecoder((8, 16, 32, 64), 24).eval()
    with torch.inference_mode(), patch.object(decoder, "_small_first", lambda image, size, training: False):
        expected = head(maps)
    with torch.inference_mode():
        torch.testing.assert_close(head(maps), expected, rtol=1e-4, atol=1e-5)
    head.train()
    head(maps).sum().backward()
    assert head.conv1_4.weight.grad is not None
