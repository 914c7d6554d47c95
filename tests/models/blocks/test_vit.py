"""Transformer blocks and the two-branch block of CrossViT."""

from __future__ import annotations

import torch

from rrsis_core.models.blocks.vit import MultiScaleBlock, SelfAttention, TokenFusion, split_heads


def test_heads_are_contiguous_blocks_of_channels() -> None:
    tokens = torch.arange(8.0).view(1, 1, 8)
    assert split_heads(tokens, 2)[0, :, 0].tolist() == [[0, 1, 2, 3], [4, 5, 6, 7]]


def test_self_attention_equals_its_formula() -> None:
    layer, tokens = SelfAttention(8, 2).double(), torch.randn(2, 5, 8, dtype=torch.float64)
    query, key, value = (
        part.view(2, 5, 2, 4).transpose(1, 2) for part in (tokens @ layer.qkv.weight.T).split(8, dim=-1)
    )
    weights = (query @ key.transpose(-1, -2) * 4**-0.5).softmax(-1)
    expected = layer.proj((weights @ value).transpose(1, 2).reshape(2, 5, 8))
    torch.testing.assert_close(layer(tokens), expected)


def test_fusion_answers_the_first_token_only() -> None:
    assert TokenFusion(8, 2)(torch.randn(3, 6, 8)).shape == (3, 1, 8)


def test_the_branches_have_one_and_three_blocks() -> None:
    block = MultiScaleBlock((8, 16), (2, 4))
    assert [len(branch) for branch in block.blocks] == [1, 3]
    assert block.fusion[0][0].attn.wq.weight.shape == (16, 16)
    assert block.revert_projs[0][2].weight.shape == (8, 16)
