"""A plain rendering of the published models, to measure ours against: eager, nothing kept, nothing skipped.

It does what the papers' formulas say in the order in which they say it: attention as softmax(QKᵀ + bias)V with bias and
mask made anew in every block, words attended to by 1×1 convolutions over channels-first maps, BERT run for every tile,
the last gate and LGCE's dropped fusion computed, both channels of logits enlarged.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from unittest.mock import patch

import torch
import torch.nn.functional as F
from torch import Tensor

from rrsis_core.models.blocks import decoder, dense, fusion, swin
from rrsis_core.models.lgce import Lgce

_FUSED = F.scaled_dot_product_attention


def _attention(
    query: Tensor,
    key: Tensor,
    value: Tensor,
    attn_mask: Tensor | None = None,
    dropout_p: float = 0.0,
    is_causal: bool = False,
    **rest: object,
) -> Tensor:
    if rest or dropout_p or is_causal:  # BERT's own call
        return _FUSED(query, key, value, attn_mask, dropout_p, is_causal, **rest)
    scores = (query * query.shape[-1] ** -0.5) @ key.transpose(-2, -1)
    if attn_mask is not None and attn_mask.dtype == torch.bool:
        scores = scores.masked_fill(~attn_mask, -torch.inf)
    elif attn_mask is not None:
        scores = scores + attn_mask
    return scores.softmax(-1) @ value


def _word_attention(layer: fusion.WordAttention, tokens: Tensor, states: Tensor, mask: Tensor) -> Tensor:
    image, words, present = tokens.transpose(1, 2), states.transpose(1, 2), mask[:, None].to(tokens.dtype)
    query = F.instance_norm(layer.f_query[0](image)).transpose(1, 2)
    key, value = layer.f_key[0](words) * present, layer.f_value[0](words) * present
    scores = query @ key * tokens.shape[-1] ** -0.5 + (1e4 * present - 1e4)
    gathered = (scores.softmax(-1) @ value.transpose(1, 2)).transpose(1, 2)
    return F.instance_norm(layer.W[0](gathered)).transpose(1, 2)


def _window_attention(layer: swin.WindowAttention, image: Tensor, shift: int) -> Tensor:
    height, width = image.shape[1:3]
    padded = F.pad(image, (0, 0, 0, -width % layer.side, 0, -height % layer.side))
    tall, wide = padded.shape[1:3]
    bias = layer.bias()
    if shift:
        padded = padded.roll((-shift, -shift), (1, 2))
        bias = bias + swin.shift_mask.__wrapped__(tall, wide, layer.side, image.device, image.dtype)
    windows = layer._attend(layer.qkv(swin.to_windows(padded, layer.side)), bias)
    mixed = swin.from_windows(layer.proj(windows), layer.side, tall, wide)
    return (mixed.roll((shift, shift), (1, 2)) if shift else mixed)[:, :height, :width]


def _fusion(head: torch.nn.Module, branches: list[Tensor]) -> None:
    block = head.msb1.msb
    for own, other in ((0, 1), (1, 0)):
        guest = torch.cat((block.projs[own](branches[own][:, :1]), branches[other][:, 1:]), 1)
        block.revert_projs[own](block.fusion[own](guest))


def run(model: torch.nn.Module, image: Tensor, ids: Tensor, mask: Tensor) -> Tensor:
    """Return the object's mask (B, H, W) bool of one forward as the authors arrange it."""
    words = model.encode_text(ids, mask)
    logits = model.two_logits(model.encode_image(image), words)
    if isinstance(model, Lgce):
        size = image.shape[-1] // 16
        tokens = [torch.zeros(len(image), 1 + (size >> at) ** 2, 512 << at, dtype=image.dtype) for at in (0, 1)]
        _fusion(model.classifier, [part.to(image.device) for part in tokens])
    last = model.backbone.layers[3]
    if hasattr(last, "res_gate"):
        last.res_gate(
            torch.zeros(len(image), (image.shape[-1] // 32) ** 2, 1024, dtype=image.dtype, device=image.device)
        )
    return logits.argmax(1) == 1


@contextmanager
def rendering() -> Iterator[None]:
    """Run the published models plainly inside this block."""
    with ExitStack() as stack:
        stack.enter_context(patch.object(F, "scaled_dot_product_attention", _attention))
        stack.enter_context(patch.object(dense, "_fused", lambda values, weight: False))
        stack.enter_context(patch.object(decoder, "_small_first", lambda image, size, training: False))
        stack.enter_context(patch.object(swin.WindowAttention, "forward", _window_attention))
        stack.enter_context(patch.object(fusion.WordAttention, "forward", _word_attention))
        yield
