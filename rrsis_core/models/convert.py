"""A person's own checkpoint, as the authors' code writes it, becomes safetensors; nothing in it is executed."""

from __future__ import annotations

import argparse
import os
import pickle  # nosec B403  # for the name of its error
import re
import struct
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Union

import torch
from safetensors import SafetensorError
from safetensors.torch import save_file
from torch import Tensor

from ..catalog import ModelCard, get_card
from ..errors import OutputNotWritable, WeightsInvalid, WeightsMissing
from ..weight_files import cache_folder
from . import create_model
from .weights import apply_settings, complain_about_keys, read_safetensors, read_settings, translated

_PLACES = ("model", "state_dict", "net", "module")
# What torch lets through of a file in which bytes were changed.
_BROKEN = (
    RuntimeError, EOFError, OSError, ValueError, LookupError, TypeError, AttributeError, AssertionError, OverflowError,
    struct.error, zipfile.BadZipFile,
)  # fmt: skip
_WRAPPER = "module."
_IGNORED = re.compile(r"text_encoder\.(embeddings\.position_ids|pooler\.)|.*\.attn_mask$")


def read_checkpoint(path: Path, *, mapped: bool = True) -> dict[str, object]:
    """Return what the checkpoint at `path` holds: tensors, numbers, texts and the options of its training.

    Only tensors, plain containers and argparse.Namespace are let in; a file that asks for anything else is refused.

    Args:
        path: The file.
        mapped: Whether tensors may stay in the file, which saves memory; Windows does not let it be replaced then.

    Raises:
        WeightsMissing: There is no such file.
        WeightsInvalid: It is corrupt, or it would run code; the message names what it asks for.
    """
    if not path.is_file():
        what = f'"{path}" is a folder, not a checkpoint' if path.is_dir() else f'There is no checkpoint "{path}"'
        raise WeightsMissing(f"{what}. Check the path.", path=str(path))
    try:
        with torch.serialization.safe_globals([argparse.Namespace]):
            content = torch.load(path, map_location="cpu", weights_only=True, mmap=mapped and zipfile.is_zipfile(path))
    except pickle.UnpicklingError as error:
        raise _refused(path, str(error)) from error
    except _BROKEN as error:
        reason = (str(error).splitlines() or [type(error).__name__])[0]
        raise WeightsInvalid(
            f"{path} cannot be read as a checkpoint ({reason}). Copy or download it again.", path=str(path)
        ) from error
    if not isinstance(content, Mapping):
        raise WeightsInvalid(
            f"{path} holds a {type(content).__name__}, not a dictionary of weights. Save it as one.", path=str(path)
        )
    return dict(content)


def _refused(path: Path, complaint: str) -> WeightsInvalid:
    asked = re.search(r"GLOBAL ([\w.]+)", complaint) or re.search(
        r"[Uu]nsupported (?:class|global) ([\w.]+)", complaint
    )
    what = f'asks Python to run "{asked.group(1)}"' if asked else "is corrupt or asks for more than tensors"
    return WeightsInvalid(
        f"{path} {what}; weights have no need of that. It was not opened. Ask whoever made it for safetensors.",
        path=str(path),
        asked=asked.group(1) if asked else "",
    )


def checkpoint_tensors(content: Mapping[str, object], path: Path) -> dict[str, Tensor]:
    """Return the model's tensors by our keys.

    Understood: {'model': …, 'bert_model': …} with or without optimiser, one dictionary under 'model', 'state_dict' or,
    as DeepSpeed has it, 'module', with `text_encoder.*` inside, a bare dictionary of tensors, and `module.` before
    every key.

    Raises:
        WeightsInvalid: There is no dictionary of tensors.
    """
    inner = next((content[key] for key in _PLACES if isinstance(content.get(key), Mapping)), content)
    tensors = _only_tensors(inner)
    text = content.get("bert_model")
    if isinstance(text, Mapping):
        tensors |= {f"text_encoder.{key}": value for key, value in _only_tensors(text).items()}
    if not tensors:
        places = ", ".join(f"'{place}'" for place in _PLACES)
        raise WeightsInvalid(
            f"{path} holds no tensors under {places} or at its top. Save the model's state dictionary.", path=str(path)
        )
    return {key: value for key, value in tensors.items() if not _IGNORED.match(key)}


def _only_tensors(mapping: object) -> dict[str, Tensor]:
    if not isinstance(mapping, Mapping):
        return {}
    found = {str(key): value for key, value in mapping.items() if isinstance(value, Tensor)}
    if found and all(key.startswith(_WRAPPER) for key in found):
        found = {key[len(_WRAPPER) :]: value for key, value in found.items()}
    return found


def head_counts(content: Mapping[str, object]) -> str:
    """Return the option `mha` of the checkpoint's training, such as "4-4-4-4", or "" where it gives none."""
    options = content.get("args")
    return str(getattr(options, "mha", "") or "") if isinstance(options, argparse.Namespace) else ""


def add_checkpoint(path: Union[str, Path], as_name: str) -> Path:
    """Convert a checkpoint of a model in the catalogue to safetensors in the cache folder; return the new file.

    Args:
        path: A .pth, .pt or .bin file, or one of safetensors.
        as_name: Which model of the catalogue it is.

    Raises:
        ModelUnknown: No such model.
        WeightsMissing: No such file.
        WeightsInvalid: Corrupt, hostile, or of another model.
        OutputNotWritable: It could not be stored.
    """
    from_path, card = Path(path), get_card(as_name)
    state, settings = read_state(from_path)
    return add_state(state, settings, card=card, origin=from_path)


def add_state(state: dict[str, Tensor], settings: dict[str, str], *, card: ModelCard, origin: Path) -> Path:
    """Store `state` as the weights of `card`, if it is all that the model needs and nothing else.

    Raises:
        WeightsInvalid: It belongs to another model.
        OutputNotWritable: It could not be stored.
    """
    with torch.device("meta"):
        model = create_model(card, weights=None)
    where = f"{origin} as {card.name}"
    state = translated(model, state, where)
    complain_about_keys(model, state, where)
    apply_settings(model, settings, where)
    return store_state(state, settings, card=card, origin=origin)


def read_state(path: Path) -> tuple[dict[str, Tensor], dict[str, str]]:
    """Return the tensors of a checkpoint or a safetensors file, and the settings that its keys do not tell.

    Raises:
        WeightsMissing: No such file.
        WeightsInvalid: Corrupt, hostile, or without tensors.
    """
    if path.suffix == ".safetensors":
        return checkpoint_tensors(read_safetensors(path), path), read_settings(path)
    content = read_checkpoint(path)
    heads = head_counts(content)
    return checkpoint_tensors(content, path), {"heads": heads} if heads else {}


def store_state(state: dict[str, Tensor], settings: dict[str, str], *, card: ModelCard, origin: Path) -> Path:
    """Write `state` as the weights of `card`, after it fitted; a file that was there before is replaced at the end.

    Raises:
        OutputNotWritable: The cache folder cannot be written.
    """
    target = cache_folder() / card.name / "model.safetensors"
    aside = target.with_name(f"model.{os.getpid()}.part")  # another process may be adding one too
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        save_file(_unshared(state), aside, metadata={**settings, "origin": origin.name})
        aside.chmod(0o644)  # safetensors lets nobody else of a shared cache read it
        os.replace(aside, target)
    except (OSError, SafetensorError) as error:  # its writer hides a full disk in an error of its own
        aside.unlink(missing_ok=True)
        reason = getattr(error, "strerror", None) or error
        raise OutputNotWritable(
            f"{target} cannot be written ({reason}). Name another folder in RRSIS_CACHE.",
            path=str(target),
        ) from error
    return target


def _unshared(state: dict[str, Tensor]) -> dict[str, Tensor]:
    """Return `state` with memory of its own for each tensor, as safetensors wants it."""
    seen: set[int] = set()
    own: dict[str, Tensor] = {}
    for key, value in state.items():
        storage = value.untyped_storage().data_ptr()
        own[key] = value.clone().contiguous() if storage in seen else value.contiguous()
        seen.add(storage)
    return own
