"""AeroReformer's linear attentions equal their sums, and its heads are a setting."""

from __future__ import annotations

import argparse

import torch

from rrsis_core.catalog import get_card
from rrsis_core.models import convert, create_model
from rrsis_core.models.aeroreformer import ChannelAttention, PositionAttention, aeroreformer, unit
from rrsis_core.models.weights import TakesHeads, load_weights


def test_channel_attention_equals_its_sums() -> None:
    layer = ChannelAttention()
    layer.gamma.data.fill_(30.0)
    image = torch.randn(1, 3, 2, 2)
    x, hat = image.flatten(2)[0], unit(image.flatten(2))[0]
    out = torch.zeros(3, 4)
    for c in range(3):
        scale = 1 / (4 + (hat[c] * hat.sum(0)).sum() + 1e-6)
        for n in range(4):
            relation = sum((x[c] * hat[m]).sum() * hat[m, n] for m in range(3))
            out[c, n] = (x[:, n].sum() + relation) * scale
    torch.testing.assert_close(layer(image), image + 30 * out.view_as(image))


def test_position_attention_equals_its_sums() -> None:
    layer = PositionAttention(8)
    layer.gamma.data.fill_(2.0)
    image = torch.randn(1, 8, 2, 3)
    q, k = unit(layer.query_conv(image).flatten(2))[0], unit(layer.key_conv(image).flatten(2))[0]
    v = layer.value_conv(image).flatten(2)[0]
    similarity = q.T @ k
    expected = (v.sum(1, keepdim=True) + v @ similarity.T) / (6 + similarity.sum(1) + 1e-6)
    torch.testing.assert_close(layer(image), image + 2 * expected.view_as(image), atol=1e-5, rtol=1e-4)


def test_both_attentions_start_as_identity() -> None:
    image = torch.randn(1, 8, 2, 3)
    assert torch.equal(ChannelAttention()(image), image)
    assert torch.equal(PositionAttention(8)(image), image)


def test_heads_are_a_setting_that_changes_the_answer() -> None:
    model = aeroreformer("test").eval()
    assert isinstance(model, TakesHeads)
    ids = torch.tensor([[101, 2417, 15753, 102]])
    inputs = (torch.randn(1, 3, 64, 64), ids, ids * 0 + 1)
    with torch.inference_mode():
        before = model(*inputs)
        model.set_heads((4, 4, 4, 4))
        after = model(*inputs)
    assert after.isfinite().all()
    assert not torch.equal(before, after)


def test_the_authors_checkpoint_brings_its_heads(tmp_path, monkeypatch) -> None:
    """They train with four heads in each stage, which only the options in the file tell."""
    monkeypatch.setenv("RRSIS_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr(convert, "create_model", lambda card, weights: create_model(card, weights=None, size="test"))
    model = aeroreformer("test").eval()
    model.set_heads((4, 4, 4, 4))
    options = argparse.Namespace(mha="4-4-4-4", model="lavt_one", dataset="uavid_ris", max_seq_length=20)
    content = {"model": model.state_dict(), "optimizer": {"state": {}}, "epoch": 39, "args": options}
    torch.save(content, tmp_path / "model_best_AeroReformer.pth")
    stored = convert.add_checkpoint(tmp_path / "model_best_AeroReformer.pth", "aeroreformer")
    again = aeroreformer("test").eval()
    load_weights(again, stored, get_card("aeroreformer"))
    ids = torch.tensor([[101, 2417, 15753, 102]])
    inputs = (torch.randn(1, 3, 64, 64), ids, ids * 0 + 1)
    with torch.inference_mode():
        assert torch.equal(again(*inputs), model(*inputs))
