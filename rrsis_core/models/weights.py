"""Where a card's weights lie on this machine, and how they get into a model: strictly, and never by unpickling."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol, runtime_checkable

import torch
from safetensors import SafetensorError, safe_open
from safetensors.torch import load_file
from torch import Tensor, nn

from ..catalog import ModelCard
from ..errors import WeightsInvalid, WeightsMissing
from ..weight_files import BUNDLE, weights_places

SCALE = ".scale"
"""Ending of the key that holds the float scales, one a row, of a tensor stored as int8: value = int8 · scale."""


def find_weights(card: ModelCard) -> Path:
    """Return the weight file of `card` on this machine.

    Raises:
        WeightsMissing: It is not there; the message names the command that brings it.
    """
    for place in weights_places(card):
        if place.is_file():
            return place
    raise WeightsMissing(
        f"The weights of {card.name} are not at {weights_places(card)[0]}. {_remedy(card)}",
        model=card.name,
        path=str(weights_places(card)[0]),
    )


def _remedy(card: ModelCard) -> str:
    if card.folder:
        return "Fine-tune it again, or put the file back."
    if card.bundled:
        return "They come with the plugin: install it again, or get the whole repository."
    if card.weight_files:
        return f"Fetch them with: rrsis models fetch {card.name}"
    return f"None are public; add a checkpoint of your own with: rrsis models add FILE.pth --as {card.name}"


def file_sha256(path: Path) -> str:
    """Return the SHA-256 of the file at `path`, in hexadecimal."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        for block in iter(lambda: stream.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


def load_weights(model: nn.Module, path: Path, card: ModelCard) -> None:
    """Load the safetensors file at `path` into `model`: every key, every shape, nothing more and nothing less.

    Raises:
        WeightsMissing: There is no such file.
        WeightsInvalid: It is corrupt, differs from the card's SHA-256, or belongs to another model.
    """
    state = restore_floats(read_safetensors(path), path)
    if card.bundled and path.is_relative_to(BUNDLE):
        _check_sha256(path, card)
    where = f"{path} as {card.name}"
    state = translated(model, state, where)
    complain_about_keys(model, state, where)
    apply_settings(model, read_settings(path), where)
    model.load_state_dict(state, strict=True)


def read_safetensors(path: Path) -> dict[str, Tensor]:
    """Return the tensors of the file at `path`.

    Raises:
        WeightsMissing: There is no such file.
        WeightsInvalid: It is not a safetensors file, or it is cut off.
    """
    if not path.is_file():
        raise WeightsMissing(f"There is no weight file {path}. Check the path.", path=str(path))
    with _reading(path):
        return load_file(path)


def check_safetensors(path: Path) -> None:
    """Look at the head of the file at `path`, which tells whether it is whole.

    Raises:
        WeightsInvalid: It is not a safetensors file, or it is cut off.
    """
    with _reading(path), safe_open(path, framework="pt"):
        pass


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    try:
        yield
    except (SafetensorError, OSError, ValueError, RuntimeError) as error:
        if isinstance(error, RuntimeError) and "unable to open" not in str(
            error
        ):  # torch's own word for too many files
            raise
        raise WeightsInvalid(
            f"{path} cannot be read as safetensors ({error}). Fetch or convert it again.", path=str(path)
        ) from error


def read_settings(path: Path) -> dict[str, str]:
    """Return the settings beside the tensors of the safetensors file at `path`, such as the heads of its attention."""
    with safe_open(path, framework="pt") as stream:
        return dict(stream.metadata() or {})


@runtime_checkable
class TakesHeads(Protocol):
    """A model whose number of attention heads its tensors do not tell."""

    def set_heads(self, heads: tuple[int, ...]) -> None:
        """Use that many heads in each stage."""


@runtime_checkable
class Translates(Protocol):
    """A model whose authors, or whose published files, name or arrange its tensors otherwise."""

    def translate(self, state: dict[str, Tensor]) -> dict[str, Tensor]:
        """Return `state`, theirs or ours, by our keys; what is neither keeps its key, and is complained about later."""


def translated(model: nn.Module, state: dict[str, Tensor], where: str) -> dict[str, Tensor]:
    """Return `state` by the keys of `model`, whoever wrote it.

    Raises:
        WeightsInvalid: Its tensors are not as its keys promise.
    """
    if not isinstance(model, Translates):
        return state
    try:
        return model.translate(state)
    except (RuntimeError, LookupError, ValueError, TypeError) as error:
        reason = (str(error).splitlines() or [type(error).__name__])[0]
        raise WeightsInvalid(
            f"{where}: tensors do not fit together ({reason}). The file belongs to another model or version.",
            path=where,
        ) from error


def apply_settings(model: nn.Module, settings: Mapping[str, str], where: str) -> None:
    """Set up `model` as the weights' settings say.

    Raises:
        WeightsInvalid: They were trained with several heads in a model that knows one.
    """
    heads = settings.get("heads", "")
    if not heads or set(heads.split("-")) == {"1"}:
        return
    if not isinstance(model, TakesHeads) or not re.fullmatch(r"\d+(-\d+){3}", heads):
        raise WeightsInvalid(
            f"{where}: trained with --mha {heads}; only one head in each stage is supported here. Train it with one.",
            path=where,
        )
    model.set_heads(tuple(int(count) for count in heads.split("-")))


def restore_floats(state: dict[str, Tensor], path: Path) -> dict[str, Tensor]:
    """Return `state` with float16, bfloat16 and int8-with-scale tensors as float32, and without the scales.

    Raises:
        WeightsInvalid: A scale has no tensor, or does not fit it.
    """
    scales = {key[: -len(SCALE)]: value for key, value in state.items() if key.endswith(SCALE)}
    plain = {key: value for key, value in state.items() if not key.endswith(SCALE)}
    for key, scale in scales.items():
        if key not in plain or plain[key].dtype != torch.int8 or scale.numel() not in (1, plain[key].shape[0]):
            raise WeightsInvalid(
                f'{path}: the scale of "{key}" does not fit a tensor. Fetch the file again.', path=str(path)
            )
        rows = (-1, *[1] * (plain[key].dim() - 1))
        plain[key] = plain[key].float() * scale.float().reshape(rows)
    return {key: value.float() if value.is_floating_point() else value for key, value in plain.items()}


def _check_sha256(path: Path, card: ModelCard) -> None:
    expected = card.weights.sha256 if card.weights is not None else None
    if expected is not None and file_sha256(path) != expected:
        raise WeightsInvalid(
            f"{path} is not the file that {card.name} was released with (SHA-256 differs). Install the plugin again.",
            path=str(path),
            model=card.name,
        )


def complain_about_keys(model: nn.Module, state: dict[str, Tensor], where: str) -> None:
    """Compare the keys and shapes of `state` with those of `model`.

    Raises:
        WeightsInvalid: They differ; the message names how many and the first of each kind.
    """
    wanted = model.state_dict()
    complaints = [
        _complaint("missing", sorted(wanted.keys() - state.keys())),
        _complaint("unknown", sorted(state.keys() - wanted.keys())),
        _complaint(
            "of another shape", sorted(k for k in wanted.keys() & state.keys() if wanted[k].shape != state[k].shape)
        ),
    ]
    found = "; ".join(complaint for complaint in complaints if complaint)
    if found:
        raise WeightsInvalid(f"{where}: {found}. The file belongs to another model or version.", path=where)


def _complaint(kind: str, keys: Iterable[str]) -> str:
    keys = list(keys)
    return f"{len(keys)} tensors {kind}, the first: {keys[0]}" if keys else ""
