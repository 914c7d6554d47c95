import torch

from rrsis_core.models.blocks.minilm import MiniLm


def test_padding_is_not_seen():
    torch.manual_seed(0)
    model = MiniLm(20, width=24, heads=2, hidden=32, layers=2).eval()
    ids = torch.tensor([[3, 4, 5, 0, 0]])
    short = model(ids[:, :3], torch.ones(1, 3, dtype=torch.long))
    long = model(ids, (ids != 0).long())
    assert torch.allclose(short, long[:, :3], atol=1e-5)


def test_order_matters():
    torch.manual_seed(0)
    model = MiniLm(20, width=24, heads=2, hidden=32, layers=1).eval()
    mask = torch.ones(1, 2, dtype=torch.long)
    assert not torch.allclose(model(torch.tensor([[3, 4]]), mask)[:, 0], model(torch.tensor([[4, 3]]), mask)[:, 1])
