"""From phrases to the token ids that a model's text encoder reads."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import torch
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, processors
from torch import Tensor

from .cards import ModelCard
from .errors import (
    OutputNotWritable,
    PhraseInvalid,
    PhraseTruncated,
    WeightsInvalid,
    WeightsMissing,
    WordsUnknown,
    warn,
)
from .weight_files import VOCABULARY, vocabulary_place

_RESOURCES = Path(__file__).resolve().parents[1] / "resources"
_VOCABULARIES = {
    "bert-base-uncased": _RESOURCES / "text" / "bert-base-uncased-vocab.txt",
    "minilm-trimmed": _RESOURCES / "models" / "lgce-tiny" / "vocab.txt",
}
_UNKNOWN = "[UNK]"
_NO_MEANING = frozenset(
    {"[CLS]", "[SEP]", _UNKNOWN, "<|startoftext|>", "<|endoftext|>", "<bos>", "<eos>", "</s>", "<unk>"}
)


@dataclass(frozen=True)
class Tokens:
    """A batch of phrases as numbers.

    Args:
        ids: (B, L) int64 word pieces, zero-padded to the card's `max_tokens`.
        mask: (B, L) int64, 1 for word pieces and 0 for padding.
    """

    ids: Tensor
    mask: Tensor


def vocabulary_file(text_encoder: str) -> Path:
    """Return the vocabulary file of `text_encoder`, one word piece a line.

    Raises:
        WeightsMissing: The encoder is unknown or its file is not there.
    """
    path = _VOCABULARIES.get(text_encoder)
    if path is None or not path.is_file():
        raise WeightsMissing(
            f'The vocabulary of the text encoder "{text_encoder}" is not at {path or _RESOURCES}. '
            "Install the plugin again, or get the whole repository.",
            path=str(path or _RESOURCES),
        )
    return path


@lru_cache(maxsize=4)
def _tokenizer(path: str, changed_ns: int) -> Tokenizer:
    # `changed_ns` is part of the key so that a vocabulary written anew is read anew
    vocabulary = models.WordPiece.read_file(path)
    tokenizer = Tokenizer(models.WordPiece(vocabulary, unk_token=_UNKNOWN, max_input_chars_per_word=100))
    tokenizer.normalizer = normalizers.BertNormalizer(lowercase=True)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.post_processor = processors.BertProcessing(("[SEP]", vocabulary["[SEP]"]), ("[CLS]", vocabulary["[CLS]"]))
    return tokenizer


def load_tokenizer(text_encoder: str) -> Tokenizer:
    """Return the WordPiece tokenizer of `text_encoder`: lower case, accents stripped, [CLS] and [SEP] around.

    Raises:
        WeightsMissing: Its vocabulary is not there.
    """
    path = vocabulary_file(text_encoder)
    return _tokenizer(str(path), path.stat().st_mtime_ns)


def card_tokenizer(card: ModelCard) -> Tokenizer:
    """Return the tokenizer of `card`: one that comes with the plugin, or the file beside the card's weights.

    Raises:
        WeightsMissing: The vocabulary is not there.
        WeightsInvalid: The file beside the weights is no tokenizer.
    """
    if card.words_packed:
        return load_tokenizer(card.text_encoder)
    path = vocabulary_place(card)
    if not path.is_file():
        remedy = (
            f"Fetch it with: rrsis models fetch {card.name}"
            if card.vocabulary is not None
            else f"It comes with the model's weights: take the {VOCABULARY} that is published beside them, and add it "
            f"with: rrsis models add {VOCABULARY} --as {card.name}"
        )
        raise WeightsMissing(
            f"The vocabulary of {card.name} ({card.text_encoder}) is not at {path}. {remedy}",
            model=card.name,
            path=str(path),
        )
    return _own_tokenizer(str(path), path.stat().st_mtime_ns, card.max_tokens)


def check_vocabulary(path: Path, card: ModelCard) -> None:
    """Make sure that the file at `path` can be the vocabulary of `card`, which has it beside its weights.

    Raises:
        WeightsInvalid: It is no tokenizer, or cannot be read.
    """
    _own_tokenizer(str(path), path.stat().st_mtime_ns, card.max_tokens)


def add_vocabulary(path: Path, card: ModelCard) -> Path:
    """Take the file at `path` as the vocabulary of `card`; return where it lies now.

    Raises:
        WeightsMissing: There is no such file.
        WeightsInvalid: It is no tokenizer, or the plugin brings this model's vocabulary.
        OutputNotWritable: It cannot be stored.
    """
    if card.words_packed:
        raise WeightsInvalid(f"The vocabulary of {card.name} comes with the plugin: none is added.", path=str(path))
    if not path.is_file():
        raise WeightsMissing(f"There is no vocabulary {path}. Check the path.", path=str(path))
    check_vocabulary(path, card)
    target = vocabulary_place(card)
    aside = target.with_name(f"{target.stem}.{os.getpid()}.part")  # another process may be adding one too
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, aside)
        aside.replace(target)
    except OSError as error:
        with suppress(OSError):
            aside.unlink(missing_ok=True)
        raise OutputNotWritable(
            f"{target} cannot be written ({error.strerror or error}). Name another folder in RRSIS_CACHE.",
            path=str(target),
        ) from error
    return target


@lru_cache(maxsize=4)
def _own_tokenizer(path: str, changed_ns: int, max_tokens: int) -> Tokenizer:
    try:
        tokenizer = Tokenizer.from_buffer(Path(path).read_bytes())
    except (ValueError, OSError) as error:
        raise WeightsInvalid(
            f"{path} is not a vocabulary of the tokenizers library ({error}). Get it again from where the weights are.",
            path=path,
        ) from error
    tokenizer.no_padding()
    tokenizer.enable_truncation(max_tokens)  # keeps the end mark, at which CLIP and SigLIP read a phrase
    return tokenizer


def tokenise(phrases: Sequence[str], card: ModelCard) -> Tokens:
    """Return the tokens of `phrases` as the card's model reads them.

    A phrase longer than the model reads keeps its first pieces, as the authors of these models cut it; it loses [SEP],
    unless the card says that it keeps its end.

    Raises:
        PhraseInvalid: A phrase holds no text, or there is none.
        WeightsMissing: The vocabulary is not there.

    Warns:
        PhraseTruncated: The end of a phrase was cut off.
        WordsUnknown: The vocabulary knows nothing of a phrase.
    """
    if not phrases:
        raise PhraseInvalid("There is no phrase to look for. Type at least one, such as: the red roofs.")
    tokenizer = card_tokenizer(card)
    ids = torch.zeros((len(phrases), card.max_tokens), dtype=torch.int64)
    mask = torch.zeros_like(ids)
    for row, phrase in enumerate(phrases):
        pieces = _pieces(tokenizer, phrase, card)
        ids[row, : len(pieces)] = torch.tensor(pieces, dtype=torch.int64)
        mask[row, : len(pieces)] = 1
    return Tokens(ids=ids, mask=mask)


def _pieces(tokenizer: Tokenizer, phrase: str, card: ModelCard) -> list[int]:
    if not phrase.strip():
        raise PhraseInvalid("A phrase is empty. Type what to look for, such as: the red roofs.", phrase=phrase)
    encoding = tokenizer.encode(phrase)
    if _NO_MEANING.issuperset(encoding.tokens):
        warn(WordsUnknown(f'The vocabulary of {card.name} knows no word of "{phrase[:80]}".', phrase=phrase[:80]))
    count = len(encoding.ids) + sum(len(rest.ids) for rest in encoding.overflowing)
    if count > card.max_tokens:
        text = " ".join(phrase.split())
        shown = text if len(text) <= 80 else text[:80] + "…"
        kept = card.max_tokens - (2 if card.keeps_end else 1)
        warn(
            PhraseTruncated(
                f'"{shown}" has {count - 2} word pieces; {card.name} reads the first {kept}.',
                phrase=shown,
                pieces=count - 2,
                limit=kept,
            )
        )
    ids = list(encoding.ids[: card.max_tokens])
    if card.keeps_end:
        ids[-1] = encoding.ids[-1]
    return ids
