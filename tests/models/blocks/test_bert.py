"""BERT without its pooler, with the authors' keys, and a guard for phrases without words."""

from __future__ import annotations

import torch

from rrsis_core.models.blocks.bert import BERT_BASE, BERT_TEST, make_bert, word_states


def test_the_197_keys_of_bert_base() -> None:
    with torch.device("meta"):
        keys = make_bert(BERT_BASE).state_dict()
    assert len(keys) == 197
    assert not [key for key in keys if "pooler" in key or "position_ids" in key]


def test_padding_is_not_heard_and_nothing_is_nan() -> None:
    bert = make_bert(BERT_TEST).eval()
    ids = torch.tensor([[101, 5000, 102, 0], [101, 5000, 102, 7]])
    mask = torch.tensor([[1, 1, 1, 0], [1, 1, 1, 0]])
    with torch.inference_mode():
        states = word_states(bert, ids, mask)
        empty = word_states(bert, ids, mask * 0)
    torch.testing.assert_close(states[0, :3], states[1, :3])
    assert empty.isfinite().all()
