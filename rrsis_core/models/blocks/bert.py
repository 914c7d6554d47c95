"""BERT as the text side of the published models: transformers' own, without the pooler.

Paper: BERT: Pre-training of Deep Bidirectional Transformers for Language Understanding, arXiv 1810.04805.
Code: the class of the transformers library, Apache-2.0. The 197 keys are those of the authors' checkpoints.
"""

from __future__ import annotations

from dataclasses import dataclass

from torch import Tensor
from transformers import BertConfig, BertModel


@dataclass(frozen=True)
class BertSize:
    """The measures of a BERT: width of the word states, number of layers and heads, width of the feed-forward part."""

    width: int = 768
    layers: int = 12
    heads: int = 12
    inner: int = 3072


BERT_BASE = BertSize()
BERT_TEST = BertSize(width=32, layers=2, heads=2, inner=64)


def make_bert(size: BertSize) -> BertModel:
    """Return an uncased BERT of that size with random weights."""
    return BertModel(
        BertConfig(
            vocab_size=30522,
            hidden_size=size.width,
            num_hidden_layers=size.layers,
            num_attention_heads=size.heads,
            intermediate_size=size.inner,
        ),
        add_pooling_layer=False,
    )


def word_states(bert: BertModel, ids: Tensor, mask: Tensor) -> Tensor:
    """Return the last hidden states (B, L, D) of `ids` (B, L), padded positions as they come.

    A phrase without any word attends to its first piece instead of to nothing, which would be 0/0.
    """
    safe = mask.clone()
    safe[:, 0] = safe[:, 0].maximum((mask.sum(1) == 0).to(mask.dtype))
    states: Tensor = bert(input_ids=ids, attention_mask=safe).last_hidden_state
    return states
