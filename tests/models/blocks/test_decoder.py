"""The decoder of LAVT concatenates upsampled maps before lateral ones."""

from __future__ import annotations

import torch
from torch import nn

from rrsis_core.models.blocks.decoder import LavtDecoder, upsample


def test_sizes_that_do_not_halve() -> None:
    maps = [torch.randn(1, 4, 13, 9), torch.randn(1, 8, 7, 5), torch.randn(1, 16, 4, 3), torch.randn(1, 32, 2, 2)]
    decoder = LavtDecoder((4, 8, 16, 32), 6).eval()
    assert decoder(maps).shape == (1, 2, 13, 9)
    assert decoder.conv1_4.in_channels == 48
    assert decoder.conv1_2.in_channels == 10


def test_upsampled_channels_come_first() -> None:
    decoder = LavtDecoder((1, 1, 1, 1), 2).eval()
    seen: list[torch.Tensor] = []
    decoder.conv1_4.register_forward_pre_hook(lambda module, inputs: seen.append(inputs[0]))
    decoder([torch.zeros(1, 1, 8, 8), torch.zeros(1, 1, 4, 4), torch.zeros(1, 1, 2, 2), torch.ones(1, 1, 1, 1)])
    assert seen[0][0, :, 0, 0].tolist() == [1.0, 0.0]


def test_the_second_convolution_can_be_another() -> None:
    decoder = LavtDecoder((1, 1, 1, 1), 2, lambda width: nn.Identity())
    assert isinstance(decoder.conv2_3, nn.Identity)


def test_upsample_aligns_corners() -> None:
    image = torch.tensor([[0.0, 1.0]]).view(1, 1, 1, 2)
    torch.testing.assert_close(upsample(image, (1, 5)).flatten(), torch.linspace(0, 1, 5))
    assert upsample(image, (1, 2)) is image
