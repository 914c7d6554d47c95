"""The attention of pixels to words equals its formula, written out with convolutions."""

from __future__ import annotations

import torch
import torch.nn.functional as F

from rrsis_core.models.blocks.fusion import PixelWordAttention, TanhGate, WordAttention


def _plain(layer: WordAttention, tokens: torch.Tensor, states: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    """The published order: W is applied to the gathered values, by 1×1 convolutions over (B, C, N)."""
    image, words, present = tokens.transpose(1, 2), states.transpose(1, 2), mask[:, None].to(tokens.dtype)
    query = F.instance_norm(layer.f_query[0](image))
    key, value = layer.f_key[0](words) * present, layer.f_value[0](words) * present
    scores = query.transpose(1, 2) @ key * tokens.shape[-1] ** -0.5 + (1e4 * present - 1e4)
    gathered = (scores.softmax(-1) @ value.transpose(1, 2)).transpose(1, 2)
    return F.instance_norm(layer.W[0](gathered)).transpose(1, 2)


def _inputs() -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    torch.manual_seed(0)
    mask = torch.tensor([[1, 1, 1, 0, 0], [1, 1, 1, 1, 1]])
    return torch.randn(2, 12, 8, dtype=torch.float64), torch.randn(2, 5, 6, dtype=torch.float64), mask


def test_word_attention_equals_its_formula() -> None:
    tokens, states, mask = _inputs()
    layer = WordAttention(8, 6).double()
    torch.testing.assert_close(layer(tokens, states, mask), _plain(layer, tokens, states, mask), atol=1e-9, rtol=0)


def test_a_mask_without_words_gives_nothing() -> None:
    tokens, states, mask = _inputs()
    heard = WordAttention(8, 6).double()(tokens, states, mask * 0)
    assert heard.abs().max() < 1e-3


def test_pwam_equals_its_formula() -> None:
    tokens, states, mask = _inputs()
    layer = PixelWordAttention(8, 6).double()
    image = tokens.transpose(1, 2)
    seen = F.gelu(layer.vis_project[0](image))
    said = _plain(layer.image_lang_att, tokens, states, mask).transpose(1, 2)
    expected = F.gelu(layer.project_mm[0](seen * said)).transpose(1, 2)
    torch.testing.assert_close(layer(tokens, states, mask), expected, atol=1e-9, rtol=0)


def test_the_gate_multiplies_what_it_reads() -> None:
    gate, tokens = TanhGate(4), torch.randn(1, 3, 4)
    expected = torch.tanh(gate[2](torch.relu(gate[0](tokens)))) * tokens
    torch.testing.assert_close(gate(tokens), expected)
    assert sorted(gate.state_dict()) == ["0.weight", "2.weight"]
