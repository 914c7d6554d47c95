"""From a checkpoint to the small file that comes with the plugin: English word pieces, int8 rows, float16 rest."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import load_file, save_file
from torch import Tensor

from ..models.weights import SCALE
from .aside import write_aside

SPECIAL = ("[PAD]", "[UNK]", "[CLS]", "[SEP]")
_INT8_FROM = 2048  # smaller tensors stay float16: they weigh nothing and hurt most
_LEVELS, _WORD_LEVELS = 127, 31
_WORDS = "words.weight"  # of few levels, so that the archive packs them: sentences keep a cosine of 0.9996 to their own


def english_pieces(vocabulary: Mapping[str, int]) -> list[str]:
    """Return the marks and then all word pieces of plain letters, figures and signs, in the vocabulary's order.

    Args:
        vocabulary: Piece → id of the whole encoder.
    """
    plain = (piece for piece in sorted(vocabulary, key=vocabulary.__getitem__) if piece.isascii())
    return [*SPECIAL, *(piece for piece in plain if piece == "[" or not piece.startswith("["))]


def trim_words(weight: Tensor, vocabulary: Mapping[str, int], pieces: Iterable[str]) -> Tensor:
    """Return the rows of the word embedding `weight` (V, D) that belong to `pieces`, in their order."""
    return weight[torch.tensor([vocabulary[piece] for piece in pieces])].clone()


def quantise(state: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Return `state` with large matrices as int8 and a float32 scale a row, the other floats as float16.

    Word embeddings take 63 values only, everything else 255.

    A depthwise convolution counts as small: its few weights a channel lose too much.
    """
    packed: dict[str, Tensor] = {}
    for key, value in state.items():
        if not value.is_floating_point():
            packed[key] = value
        elif value.dim() >= 2 and value.numel() >= _INT8_FROM and value[0].numel() >= 16:
            scale = value.flatten(1).abs().amax(1).clamp(min=1e-8) / (_WORD_LEVELS if key.endswith(_WORDS) else _LEVELS)
            rows = scale.reshape(-1, *[1] * (value.dim() - 1))
            packed[key] = torch.round(value / rows).to(torch.int8).contiguous()
            packed[key + SCALE] = scale
        else:
            packed[key] = value.half().contiguous()
    return packed


def write_bundle(folder: Path, state: Mapping[str, Tensor], pieces: Iterable[str], metadata: Mapping[str, Any]) -> str:
    """Write model.safetensors, vocab.txt and metadata.json into `folder`; return the SHA-256 of the weights."""
    digest = write_weights(folder, state, metadata)
    write_aside(folder / "vocab.txt", "".join(f"{piece}\n" for piece in pieces))
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
    write_aside(folder / "metadata.json", json.dumps(content, indent=1, sort_keys=True) + "\n")
    return digest
