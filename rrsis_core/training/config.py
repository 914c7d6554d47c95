"""A training run as one frozen value, read from TOML; an unknown or mistyped key is an error."""

from __future__ import annotations

import difflib
import math
import sys
from dataclasses import MISSING, dataclass, field, fields
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

from ..errors import ConfigInvalid

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib  # type: ignore[import-not-found]

Config = TypeVar("Config")


@dataclass(frozen=True)
class TrainConfig:
    """What a run does.

    Args:
        name: Of the run; its checkpoint is `name`.pt.
        stage: "dense": every class of every pixel, without steering; "phrases": phrases, and the classes beside them;
            "words": the same with the image side as it is.
        steps: Optimiser steps in all.
        seed: Of everything random.
        start: Name of the run whose averaged weights this one starts from; "" for random ones.
        fresh_steering: Whether the words' side begins anew even if `start` had learned it.
        sides: Sides of the square crops, one drawn a step.
        crops: How many crops a step, for each of `sides`.
        phrases: Phrases asked of each crop.
        smallest, largest: By what the images of a random view are shrunk and enlarged at most.
        paste: Share of the crops into which cut-out objects are pasted.
        recolour: Share of the crops that get the colours of another image, where no phrase names one.
        drop_path: Share of the backbone's blocks that are left out of a step, for each image by itself.
        word_noise: Standard deviation of the noise on word states, as a share of theirs.
        shares: Share of the draws of each kind of source.
        backbone_rate, head_rate, new_rate: Peak learning rates of the backbone, the other old parts, and the steering.
        weight_decay: Of AdamW.
        warmup: Steps until the peak.
        decay_from: Fraction of the run after which the rate falls linearly to nothing.
        average: Decay of the averaged weights (EMA).
        batchnorm_momentum: Of the statistics of BatchNorm; 0 keeps them, and normalises by them.
        save_every: Steps between checkpoints, each with a look at the "val" places.
        max_nan: Steps with a loss that is not finite before the run gives up.
    """

    name: str
    stage: str = "dense"
    steps: int = 1000
    seed: int = 1
    start: str = ""
    fresh_steering: bool = False
    sides: tuple[int, ...] = (256,)
    crops: tuple[int, ...] = (16,)
    phrases: int = 4
    smallest: float = 0.5
    largest: float = 2.0
    paste: float = 0.0
    recolour: float = 0.0
    drop_path: float = 0.0
    word_noise: float = 0.0
    shares: dict[str, float] = field(default_factory=dict)
    backbone_rate: float = 7e-4
    head_rate: float = 2e-3
    new_rate: float = 1.5e-3
    weight_decay: float = 0.03
    warmup: int = 150
    decay_from: float = 0.7
    average: float = 0.998
    batchnorm_momentum: float = 0.03
    save_every: int = 400
    max_nan: int = 20

    def __post_init__(self) -> None:
        """Refuse what cannot be run.

        Raises:
            ConfigInvalid: A value is out of its range.
        """
        if self.stage not in ("dense", "phrases", "words"):
            raise ConfigInvalid(f'stage = "{self.stage}" is none of "dense", "phrases" and "words".', key="stage")
        if not self.sides or len(self.sides) != len(self.crops) or any(side % 32 or side < 32 for side in self.sides):
            raise ConfigInvalid("sides must be multiples of 32, with as many crops as sides.", key="sides")
        for key in ("steps", "phrases", "save_every"):
            self._hold(key, getattr(self, key) >= 1, "1 or more")
        for key in ("warmup", "seed", "max_nan"):
            self._hold(key, getattr(self, key) >= 0, "0 or more")
        for key in ("backbone_rate", "head_rate", "new_rate", "weight_decay"):
            self._hold(key, 0 <= getattr(self, key) < math.inf, "a number from 0 on")
        self._hold("smallest", 0 < self.smallest <= self.largest < math.inf, "above 0 and up to largest")
        self._hold("word_noise", 0 <= self.word_noise < math.inf, "a number from 0 on")
        for key in ("decay_from", "batchnorm_momentum", "paste", "recolour"):
            self._hold(key, 0 <= getattr(self, key) <= 1, "from 0 to 1")
        self._hold("drop_path", 0 <= self.drop_path < 1, "from 0 to below 1")
        self._hold("average", 0 <= self.average < 1, "from 0 to below 1")
        self._hold("crops", min(self.crops) >= 1, "1 or more each")
        self._hold("shares", all(0 <= share < math.inf for share in self.shares.values()), "numbers from 0 on")

    def _hold(self, key: str, fine: bool, wanted: str) -> None:
        if not fine:
            raise ConfigInvalid(f"{key} = {getattr(self, key)!r} is not {wanted}.", key=key)


def load_config(path: Path) -> TrainConfig:
    """Return the run that the TOML file at `path` describes.

    Raises:
        ConfigInvalid: It is no TOML, misses the name, or holds a key, type or value that no run has.
    """
    config = read_config(path, TrainConfig)
    if not config.name or config.name != Path(config.name).name:
        raise ConfigInvalid(f'{path}: name = "{config.name}" is not a plain name of a file.', key="name")
    return config


def read_toml(path: Path) -> dict[str, Any]:
    """Return what the TOML file at `path` holds.

    Raises:
        ConfigInvalid: It is none.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigInvalid(f"{path} cannot be read as TOML: {error}.", path=str(path)) from error


def read_config(path: Path, kind: type[Config]) -> Config:
    """Return the TOML file at `path` as a value of the dataclass `kind`.

    Raises:
        ConfigInvalid: It is no TOML, misses a key without a default, or holds a key or type that `kind` has not.
    """
    content = read_toml(path)
    known = {each.name: each for each in fields(kind)}  # type: ignore[arg-type]
    for key in sorted(content.keys() - known.keys()):
        near = difflib.get_close_matches(key, known, n=1)
        hint = f" Did you mean {near[0]}?" if near else f" Known are {', '.join(sorted(known))}."
        raise ConfigInvalid(f"{path}: unknown key {key}.{hint}", key=key)
    for key, each in known.items():
        if key not in content and each.default is MISSING and each.default_factory is MISSING:
            raise ConfigInvalid(f"{path}: the key {key} is missing.", key=key)
    hints = get_type_hints(kind)
    values = {key: _typed(path, key, value, hints[key]) for key, value in content.items()}
    try:
        return kind(**values)
    except ConfigInvalid as error:
        raise ConfigInvalid(f"{path}: {error.message}", **error.details) from error


def _typed(path: Path, key: str, value: Any, hint: Any) -> Any:
    """Return `value` as the field's type; a whole number passes as a float, a list as a tuple."""
    if hint is float and type(value) is int:
        return float(value)
    if hint == tuple[int, ...] and isinstance(value, list) and all(type(each) is int for each in value):
        return tuple(value)
    if hint == dict[str, float] and isinstance(value, dict) and all(type(v) in (int, float) for v in value.values()):
        return {name: float(share) for name, share in value.items()}
    if hint in (bool, int, float, str) and type(value) is hint:
        return value
    wanted = getattr(hint, "__name__", str(hint))
    raise ConfigInvalid(f"{path}: {key} = {value!r} has the wrong type; {wanted} is wanted.", key=key)
