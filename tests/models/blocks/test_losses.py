"""Losses of papers on hand-made cases."""

from __future__ import annotations

import math

import pytest
import torch
from torch import Tensor, distributed

from rrsis_core.models.blocks.losses import apart, boundary, contrast

ONE = torch.ones(1)


def test_groups_are_apart_where_their_means_are_at_right_angles() -> None:
    along = torch.tensor([[[2.0, 0.0], [4.0, 0.0]]])
    across = torch.tensor([[[0.0, 1.0], [0.0, 3.0]]])
    slanted = torch.tensor([[[1.0, 1.0], [1.0, 1.0]]])
    assert apart(along, across) == 0
    assert apart(along, -along) == pytest.approx(1)  # its square counts
    assert apart(torch.cat((along, along)), torch.cat((slanted, across))) == pytest.approx((0.5 + 0) / 2)


def _scene() -> tuple[Tensor, Tensor, Tensor]:
    """Two images whose object is the left half, one along each axis, and their phrases."""
    seen = torch.full((2, 2, 4, 4), 9.0)
    seen[0, :, :, :2] = torch.tensor([1.0, 0.0])[:, None, None]
    seen[1, :, :, :2] = torch.tensor([0.0, 5.0])[:, None, None]
    truth = torch.zeros(2, 16, 16)
    truth[:, :, :8] = 1
    return seen, truth, torch.tensor([[[3.0, 0.0], [1.0, 0.0]], [[0.0, 1.0], [0.0, 1.0]]])


def test_objects_belong_to_their_phrases() -> None:
    seen, truth, group = _scene()
    assert contrast(seen, truth, group, torch.tensor(2.0)) == pytest.approx(math.log(1 + math.exp(-2)))
    assert contrast(seen, truth, group.flip(0), torch.tensor(2.0)) == pytest.approx(math.log(1 + math.exp(2)))


def test_an_empty_truth_is_like_no_phrase() -> None:
    seen, truth, group = _scene()
    seen.requires_grad_()
    loss = contrast(seen, truth * 0, group, torch.tensor(2.0))
    assert loss.item() == pytest.approx(math.log(2), abs=1e-6)
    loss.backward()
    assert seen.grad.isfinite().all()


def test_other_processes_phrases_count_without_gradients(monkeypatch: pytest.MonkeyPatch) -> None:
    seen, truth, group = _scene()
    seen.requires_grad_()
    strange = torch.tensor([[0.6, 0.8], [0.8, 0.6]])

    def gather(parts: list[Tensor], own: Tensor) -> None:
        assert not own.requires_grad
        parts[0].copy_(strange)
        parts[1].copy_(own)

    monkeypatch.setattr(distributed, "is_initialized", lambda: True)
    monkeypatch.setattr(distributed, "get_world_size", lambda: 2)
    monkeypatch.setattr(distributed, "get_rank", lambda: 1)
    monkeypatch.setattr(distributed, "all_gather", gather)
    loss = contrast(seen, truth, group, torch.tensor(1.0))
    rows = torch.cat((strange, torch.eye(2)))
    whole = torch.nn.functional.cross_entropy(rows @ rows.T, torch.arange(4))
    assert loss.item() == pytest.approx(whole.item(), abs=1e-6)
    loss.backward()
    assert seen.grad.abs().sum() > 0


def test_boundaries_of_a_square_and_of_nothing() -> None:
    truth = torch.zeros(1, 6, 6)
    truth[0, 2:4, 2:4] = 1
    assert boundary(truth, truth, ONE) == 0
    # steps down at rows 2 and 4, right at columns 2 and 4; the corner at (2, 2) has both
    assert boundary(torch.zeros(1, 6, 6), truth, ONE) == pytest.approx((6 * 1 + 1 * 4) / 36)
    assert boundary(torch.zeros(1, 6, 6), truth, 3 * ONE) == pytest.approx(9 * 10 / 36)


def test_a_border_of_the_image_is_no_boundary() -> None:
    assert boundary(torch.ones(1, 4, 4), torch.zeros(1, 4, 4), ONE) == 0


def test_probabilities_teach_the_mask_and_a_cut_mask_its_weight_alone() -> None:
    logits, weight = torch.randn(1, 6, 6, requires_grad=True), torch.ones(1, requires_grad=True)
    truth = torch.zeros(1, 6, 6)
    truth[0, 1:4, 2:5] = 1
    boundary((logits.sigmoid() > 0.5).float(), truth, weight).backward()
    assert logits.grad is None and weight.grad.abs() > 0
    boundary(logits.sigmoid(), truth, weight).backward()
    assert logits.grad.abs().sum() > 0
