import torch

from rrsis_core.training.losses import balanced_dense_loss, dice_loss, phrase_loss, unpack_bits


def test_unknown_pixels_do_not_matter():
    truth = torch.zeros(1, 2, 4, 4)
    truth[:, 0, :2] = 1
    known = torch.ones_like(truth)
    known[:, :, 3] = 0
    logits = torch.randn(1, 2, 4, 4)
    other = logits.clone()
    other[:, :, 3] += 5
    for a, b in zip(balanced_dense_loss(logits, truth, known), balanced_dense_loss(other, truth, known), strict=True):
        assert torch.allclose(a, b)


def test_right_answers_cost_less():
    truth = torch.zeros(1, 1, 16, 16)
    truth[..., :8] = 1
    known = torch.ones_like(truth)
    right, wrong = (truth - 0.5) * 20, (0.5 - truth) * 20
    assert dice_loss(right, truth, known) < 0.1 < dice_loss(wrong, truth, known)
    parts = phrase_loss(right, torch.tensor([9.0]), truth, known)
    assert all(value < 0.1 for value in parts.values())


def test_presence_is_left_alone_where_it_is_not_sure():
    truth = torch.zeros(1, 1, 8, 8)
    truth[..., 0, 0] = 1
    parts = phrase_loss(torch.zeros_like(truth), torch.tensor([-30.0]), truth, torch.ones_like(truth))
    assert parts["presence"] == 0


def test_bits_become_planes():
    bits = torch.zeros(1, 4, 4, dtype=torch.int32)
    bits[:, :2] = 0b101
    planes = unpack_bits(bits, 3)
    assert planes.shape == (1, 3, 2, 2)
    assert planes[0, 0, 0].tolist() == [1, 1] and planes[0, 1].sum() == 0 and planes[0, 2, 1].sum() == 0
