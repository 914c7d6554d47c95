"""Windows, shifts and patches of the Swin."""

from __future__ import annotations

import pytest
import torch

from rrsis_core.models.blocks import swin


def test_windows_round_trip() -> None:
    image = torch.arange(2 * 8 * 12 * 3.0).view(2, 8, 12, 3)
    windows = swin.to_windows(image, 4)
    assert windows.shape == (12, 16, 3)
    assert torch.equal(windows[1], image[0, :4, 4:8].reshape(16, 3))
    assert torch.equal(swin.from_windows(windows, 4, 8, 12), image)


def test_relative_positions_count_down_and_right() -> None:
    index = swin.relative_positions(3)
    assert index[4, 4] == 2 * 5 + 2  # no difference: the middle of the table
    assert index[8, 0] == 4 * 5 + 4
    assert index[0, 1] == 2 * 5 + 1


def test_the_mask_keeps_rolled_regions_apart() -> None:
    mask = swin.shift_mask(8, 8, 4, torch.device("cpu"), torch.float32)
    assert mask.shape == (4, 1, 16, 16)
    assert not mask[0].any()
    corner = mask[3, 0].view(4, 4, 4, 4)
    assert corner[0, 0, 1, 1] == 0
    assert corner[0, 0, 2, 0] == -100
    assert corner[0, 0, 0, 2] == -100


@pytest.mark.parametrize("shifted", [False, True])
def test_positions_hear_their_window_only(shifted: bool) -> None:
    torch.manual_seed(0)
    block = swin.SwinBlock(8, 2, 4, shifted, 0.0)
    image = torch.randn(1, 8, 8, 8)
    other = image.clone()
    other[0, 0, 0, 0] += 1
    changed = (block(image) - block(other)).abs().sum(-1)[0] > 1e-6
    expected = torch.zeros(8, 8, dtype=torch.bool)
    expected[(slice(0, 2), slice(0, 2)) if shifted else (slice(0, 4), slice(0, 4))] = True
    assert torch.equal(changed, expected)


def test_a_map_smaller_than_the_window_is_still_rolled() -> None:
    torch.manual_seed(0)
    block = swin.SwinBlock(8, 2, 4, True, 0.0)
    image = torch.randn(1, 3, 3, 8)
    other = image.clone()
    other[0, 0, 0, 0] += 1
    assert not (block(image) - block(other))[0, 2, 2].any()


@pytest.mark.parametrize(("height", "width"), [(16, 16), (15, 13)])
def test_merging_and_embedding_pad_odd_sides(height: int, width: int) -> None:
    assert swin.PatchMerging(4)(torch.randn(1, height, width, 4)).shape == (1, -(-height // 2), -(-width // 2), 8)
    assert swin.PatchEmbedding(4)(torch.randn(1, 3, height, width)).shape == (1, -(-height // 4), -(-width // 4), 4)


def test_merging_takes_corners_down_first() -> None:
    merging = swin.PatchMerging(1)
    merging.norm = torch.nn.Identity()
    merging.reduction = torch.nn.Identity()
    image = torch.tensor([[0.0, 1.0], [2.0, 3.0]]).view(1, 2, 2, 1)
    assert merging(image).flatten().tolist() == [0, 2, 1, 3]


def test_drop_path_drops_whole_images_in_training() -> None:
    torch.manual_seed(0)
    drop, ones = swin.DropPath(0.5), torch.ones(400, 2, 2)
    kept = drop.train()(ones)
    assert set(kept.unique().tolist()) == {0.0, 2.0}
    assert (kept.flatten(1).std(1) == 0).all()
    assert torch.equal(drop.eval()(ones), ones)


def test_a_stage_without_a_meeting_says_so() -> None:
    with pytest.raises(NotImplementedError):
        swin.WordStage(swin.SWIN_TEST, 0).meet(torch.zeros(1), torch.zeros(1), torch.zeros(1))


def test_measures_of_swin_base() -> None:
    assert swin.SWIN_BASE.widths == (128, 256, 512, 1024)
