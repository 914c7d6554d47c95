"""The visual branch: one gain a position, shared by all channels."""

from __future__ import annotations

import torch

from rrsis_core.models.blocks.visual import VisualResidual


def test_the_gain_is_between_zero_and_one_and_shared() -> None:
    image = torch.rand(2, 5, 7, 3) + 1
    ratio = VisualResidual().eval()(image) / image
    assert ((ratio > 0) & (ratio < 1)).all()
    torch.testing.assert_close(ratio[..., 0], ratio[..., 2])


def test_maps_that_are_not_square_are_not_folded() -> None:
    branch = VisualResidual().eval()
    image = torch.rand(1, 4, 9, 2)
    torch.testing.assert_close(branch(image.transpose(1, 2)).shape, torch.Size((1, 9, 4, 2)))
    changed = image.clone()
    changed[0, 0, 0] += 1
    touched = (branch(image) - branch(changed)).abs().sum(-1)[0] > 1e-7
    assert not touched[3:].any() and not touched[:, 5:].any()  # two 3×3 kernels reach two positions at most


def test_zeros_lie_around_the_output_of_the_first_norm() -> None:
    chain = VisualResidual().eval().repblock.brb_3x3
    with torch.no_grad():
        chain.bn1.bias.fill_(5.0)
        chain.conv2.weight.fill_(1.0)
    out = chain(torch.zeros(1, 1, 3, 3))
    assert out[0, 0, 1, 1] > out[0, 0, 0, 1] > out[0, 0, 0, 0]
