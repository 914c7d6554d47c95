"""The weights that a published recipe starts from: a Swin of ImageNet-22k and a BERT, or the parts of others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from torch import Tensor

from ...errors import ConfigInvalid, WeightsInvalid
from ...models.base import ReferringSegmenter
from ...models.convert import checkpoint_tensors, read_checkpoint
from ...models.weights import read_safetensors

_SWIN_UNUSED = re.compile(r"head\.|norm\.|.*\.attn_mask$|.*\.relative_position_index$")
_BERT_UNUSED = re.compile(r"cls\.|pooler\.|embeddings\.position_ids$")
_OLD_NAMES = (("LayerNorm.gamma", "LayerNorm.weight"), ("LayerNorm.beta", "LayerNorm.bias"))


def read_start(path: Path) -> dict[str, Tensor]:
    """Return the tensors of a .safetensors file or a checkpoint; nothing in it is executed.

    Raises:
        WeightsMissing: There is no such file.
        WeightsInvalid: It is corrupt, hostile, or holds no tensors.
    """
    if path.suffix == ".safetensors":
        return read_safetensors(path)
    return checkpoint_tensors(read_checkpoint(path), path)


def start_swin(model: ReferringSegmenter, path: Path) -> int:
    """Give `model` the Swin of a classifier's checkpoint; return how many tensors it took.

    The classifier's head and last norm are left aside; what a Swin does not know stays random.

    Raises:
        WeightsMissing, WeightsInvalid: The file is missing, or of another Swin.
    """
    found = {key: value for key, value in read_start(path).items() if not _SWIN_UNUSED.match(key)}
    return _take(model, {f"backbone.{key}": value for key, value in found.items()}, path, _swin_keys(model))


def _swin_keys(model: ReferringSegmenter) -> set[str]:
    swin = re.compile(r"backbone\.(patch_embed\.|layers\.\d+\.(blocks|downsample)\.)")
    return {key for key in model.state_dict() if swin.match(key) and not key.endswith("relative_position_index")}


def start_bert(model: ReferringSegmenter, path: Path) -> int:
    """Give `model` a BERT, whichever of its task heads it came with; return how many tensors it took.

    Raises:
        WeightsMissing, WeightsInvalid: The file is missing, or of another BERT.
    """
    found: dict[str, Tensor] = {}
    for key, value in read_start(path).items():
        name = key.removeprefix("bert.")
        for old, new in _OLD_NAMES:
            name = name.replace(old, new)
        if not _BERT_UNUSED.match(name):
            found[f"text_encoder.{name}"] = value
    return _take(model, found, path, {key for key in model.state_dict() if key.startswith("text_encoder.")})


def start_part(model: ReferringSegmenter, name: str, path: Path) -> int:
    """Give the part `name` of `model`, such as "sam", what `path` holds of it; return how many tensors it took.

    Names are those of the part's own class in transformers, as in its published files. What the part has no place for
    is left aside.

    Raises:
        ConfigInvalid: The model has no such part.
        WeightsMissing, WeightsInvalid: The file is missing, or lacks a tensor of the part.
    """
    part = dict(model.named_children()).get(name)
    if part is None:
        raise ConfigInvalid(
            f'This model has no part "{name}"; it has {", ".join(dict(model.named_children()))}.', key="part"
        )
    wanted = part.state_dict().keys()
    ties: Mapping[str, str] = getattr(part, "all_tied_weights_keys", {})
    given = read_start(path)
    given = {**{copy: given[origin] for copy, origin in ties.items() if origin in given}, **given}
    found = {f"{name}.{key}": value for key, value in given.items() if key in wanted}
    return _take(model, found, path, {f"{name}.{key}" for key in wanted})


def _take(model: ReferringSegmenter, found: Mapping[str, Tensor], path: Path, wanted: set[str]) -> int:
    """Load `found`, which must be exactly the tensors `wanted`."""
    own = model.state_dict()
    strange = sorted(key for key in found if key not in wanted)
    missing = sorted(wanted - found.keys())
    other = sorted(key for key in wanted & found.keys() if own[key].shape != found[key].shape)
    for kind, keys in (("lacks", missing), ("has too much:", strange), ("has another shape:", other)):
        if keys:
            raise WeightsInvalid(
                f"{path} does not fit: it {kind} {keys[0]} ({len(keys)} tensors in all). Take the file that the recipe "
                "names.",
                path=str(path),
            )
    model.load_state_dict({**own, **found})
    return len(found)
