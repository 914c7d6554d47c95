"""Rotated kernels: the tap matrix, and one kernel an image."""

from __future__ import annotations

import math

import torch
import torch.nn.functional as F

from rrsis_core.models.blocks.rotated import MAX_ANGLE, RotatedConvolution, turn_taps


def test_no_turn_leaves_the_kernel() -> None:
    torch.testing.assert_close(turn_taps(torch.zeros(1))[0], torch.eye(9))


def test_rows_are_weighted_means() -> None:
    taps = turn_taps(torch.tensor([-0.6, 0.3]))
    assert (taps >= 0).all()
    torch.testing.assert_close(taps.sum(-1), torch.ones(2, 9))
    torch.testing.assert_close(taps[:, 4], torch.eye(9)[4].repeat(2, 1))


def test_a_quarter_turn_would_move_right_to_bottom() -> None:
    taps = turn_taps(torch.tensor([math.pi / 2], dtype=torch.float64))[0]
    assert taps[5].argmax() == 7  # the new right tap samples the old bottom one


def test_each_image_has_its_own_kernel() -> None:
    torch.manual_seed(0)
    layer = RotatedConvolution(4).eval()
    with torch.no_grad():
        layer.rounting_func.fc_theta.weight.mul_(50)
    image = torch.randn(2, 4, 6, 5)
    strength, angle = layer.rounting_func(image)
    assert (angle.abs() < MAX_ANGLE).all() and not torch.allclose(angle[0], angle[1])
    for one in range(2):
        kernel = (layer.weight.reshape(4, 4, 9) @ turn_taps(angle[one])[0].T).view(4, 4, 3, 3) * strength[one]
        torch.testing.assert_close(layer(image)[one], F.conv2d(image[one : one + 1], kernel, padding=1)[0])
