"""The face of every model, and what all of them share."""

from __future__ import annotations

import torch

from rrsis_core.models.base import Words, best_device, parameter_count, repeat_features


def test_features_are_repeated_image_by_image() -> None:
    (repeated,) = repeat_features((torch.tensor([[1.0], [2.0]]),), 3)
    assert repeated[:, 0].tolist() == [1, 1, 1, 2, 2, 2]


def test_words_are_selected_with_their_mask() -> None:
    words = Words(torch.arange(6.0).reshape(3, 2, 1), torch.tensor([[1, 0], [1, 1], [1, 0]]))
    chosen = words.select(torch.tensor([1, 1, 0]))
    assert chosen.states[:, 0, 0].tolist() == [2, 2, 0] and chosen.mask.tolist() == [[1, 1], [1, 1], [1, 0]]


def test_devices_and_counts() -> None:
    assert best_device("cpu").type == "cpu"
    assert parameter_count(torch.nn.Linear(3, 2)) == 8
