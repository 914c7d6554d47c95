"""From a checkpoint to the small file that comes with the plugin: fewer word pieces, int8 rows, float16 rest."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer
from torch import Tensor

from ..errors import WeightsInvalid
from ..models.weights import SCALE

SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")
_INT8_FROM = 2048  # smaller tensors stay float16: they weigh nothing and hurt most


def choose_pieces(vocabulary: Mapping[str, int], tokenizer: Tokenizer, phrases: Iterable[str], count: int) -> list[str]:
    """Return `count` word pieces: the marks, all characters, all that `phrases` need, then the commonest words.

    Args:
        vocabulary: Piece → id of the whole encoder, common words first.
        tokenizer: Of the whole encoder.
        phrases: Whose words must stay whole.
        count: How many pieces to keep.

    Raises:
        WeightsInvalid: `phrases` need more than `count`.
    """
    by_id = sorted(vocabulary, key=vocabulary.__getitem__)
    chosen = dict.fromkeys(SPECIAL)
    letters = [piece for piece in by_id if len(piece.removeprefix("##")) == 1 and piece.isascii()]
    chosen.update(dict.fromkeys(letters))
    for encoding in tokenizer.encode_batch(list(phrases)):
        chosen.update(dict.fromkeys(encoding.tokens))
    if len(chosen) > count:
        raise WeightsInvalid(f"The phrases need {len(chosen)} word pieces, more than {count}: keep more.", pieces=count)
    whole = (piece for piece in by_id if piece.isascii() and piece.removeprefix("##").isalpha())
    for piece in whole:
        if len(chosen) == count:
            break
        chosen.setdefault(piece)
    return list(chosen)


def trim_words(weight: Tensor, vocabulary: Mapping[str, int], pieces: Iterable[str]) -> Tensor:
    """Return the rows of the word embedding `weight` (V, D) that belong to `pieces`, in their order."""
    return weight[torch.tensor([vocabulary[piece] for piece in pieces])].clone()


def quantise(state: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Return `state` with large matrices as int8 and a float32 scale a row, the other floats as float16.

    A depthwise convolution counts as small: its few weights a channel lose too much.
    """
    packed: dict[str, Tensor] = {}
    for key, value in state.items():
        if not value.is_floating_point():
            packed[key] = value
        elif value.dim() >= 2 and value.numel() >= _INT8_FROM and value[0].numel() >= 16:
            scale = value.flatten(1).abs().amax(1).clamp(min=1e-8) / 127
            rows = scale.reshape(-1, *[1] * (value.dim() - 1))
            packed[key] = torch.round(value / rows).to(torch.int8).contiguous()
            packed[key + SCALE] = scale
        else:
            packed[key] = value.half().contiguous()
    return packed


def write_bundle(folder: Path, state: Mapping[str, Tensor], pieces: Iterable[str], metadata: Mapping[str, Any]) -> str:
    """Write model.safetensors, vocab.txt and metadata.json into `folder`; return the SHA-256 of the weights."""
    digest = write_weights(folder, state, metadata)
    (folder / "vocab.txt").write_text("".join(f"{piece}\n" for piece in pieces), encoding="utf-8")
    return digest


def write_weights(folder: Path, state: Mapping[str, Tensor], metadata: Mapping[str, Any]) -> str:
    """Write model.safetensors and then metadata.json into `folder`; return the SHA-256 of the weights."""
    folder.mkdir(parents=True, exist_ok=True)
    weights = folder / "model.safetensors"
    aside = folder / "model.safetensors.part"
    save_file(quantise(state), str(aside))
    load_file(aside)
    aside.chmod(0o644)
    aside.replace(weights)
    digest = hashlib.sha256(weights.read_bytes()).hexdigest()
    # The prefix keeps scanners from taking a bare hash for a key.
    content = {**metadata, "digest": f"sha256:{digest}", "size_bytes": weights.stat().st_size}
    (folder / "metadata.json").write_text(json.dumps(content, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return digest
