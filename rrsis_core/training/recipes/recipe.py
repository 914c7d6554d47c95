"""A published recipe as one frozen value, read from TOML."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from pathlib import Path

from ...catalog import ModelCard, get_card
from ...errors import ConfigInvalid, ModelUnknown
from ..config import read_config

FIGURES = ("oIoU", "mIoU")
_STARTS = ("pretrained", "parts", "random")
_OF_SWIN = frozenset({"lavt", "lgce", "rmsin", "fianet", "aeroreformer", "crobim"})
"""Modules of models that are made of LAVT's Swin and BERT."""
FREE = frozenset({"workers", "save_every", "pictures", "val_every"})
"""Keys that may change between a run and its resumption."""


@dataclass(frozen=True)
class Recipe:
    """How a published model is trained.

    Args:
        name: Of the run; its folder is called so.
        model: Card in the catalogue.
        data: Name of the data set, or "" where the command line names a folder.
        size: "full", or "test" for a small member of the family, to try everything out.
        start: "pretrained": Swin and BERT from files; "parts": each pretrained part from a file; "random".
        heads: Attention heads of each stage where a model lets them be chosen, such as "4-4-4-4"; "": the model's own.
        side: Side in pixels of the square that images are squeezed into; 0: the card's.
        epochs: How often the training split is seen.
        batch: Samples of one process in one forward pass.
        accumulate: Forward passes of one step.
        rate, power: Of AdamW at the first step; it falls as (1 - step / steps)^power; power 0 keeps it.
        shape: How the rate falls: "poly" as above; "cosine" from epoch `cosine_from` on as half a cosine, which would
            reach `floor` times the rate after `cosine_over` epochs.
        cosine_from, cosine_over, floor: See `shape`.
        warmup: Epochs in which the rate rises to what it is then, from a hundredth of it.
        weight_decay: Of AdamW, but not of the backbone's norms and relative positions.
        background_weight, object_weight: Of the classes in the cross entropy.
        cross, dice: Weights of the two losses.
        dice_form: "classes": summed over images and both classes; "squares": of the object alone, with squares below
            the line, averaged over images.
        extra: Weights of the losses that the model's own paper adds, by name.
        clip: Largest norm of the gradient; 0 does not clip.
        average: Decay of the averaged weights (EMA); 0 keeps none.
        half: Whether to compute in bfloat16.
        sync_batchnorm: Whether BatchNorm's statistics are those of all processes (on graphics cards).
        text_layers: How many of BERT's first layers learn; its embeddings never do.
        boxes_share: Share of the training samples, drawn once, that get black boxes.
        boxes_least, boxes_most, box_px: How many boxes, and their side.
        turns: Whether to show the eight symmetries, the words of direction turned along.
        light: Whether to change the light, hues left alone where the phrase names a colour.
        choose: Figure on the val split by which the best weights are kept.
        val_every: Epochs between measurements on the val split.
        save_every: Steps between checkpoints, beside those at the end of an epoch; 0: only these.
        pictures: Examples of the val split that are kept as pictures.
        workers: Loading processes beside each training process.
        seed: Of everything random.
    """

    name: str
    model: str
    data: str = ""
    size: str = "full"
    start: str = "pretrained"
    heads: str = ""
    side: int = 0
    epochs: int = 40
    batch: int = 8
    accumulate: int = 1
    rate: float = 5e-5
    power: float = 0.9
    weight_decay: float = 0.01
    background_weight: float = 0.9
    object_weight: float = 1.1
    shape: str = "poly"
    cosine_from: int = 0
    cosine_over: int = 0
    floor: float = 0.0
    warmup: int = 0
    cross: float = 1.0
    dice: float = 0.0
    dice_form: str = "classes"
    extra: dict[str, float] = field(default_factory=dict)
    clip: float = 0.0
    average: float = 0.0
    half: bool = False
    sync_batchnorm: bool = True
    text_layers: int = 10
    boxes_share: float = 0.0
    boxes_least: int = 20
    boxes_most: int = 60
    box_px: int = 32
    turns: bool = False
    light: bool = False
    choose: str = "oIoU"
    val_every: int = 1
    save_every: int = 0
    pictures: int = 6
    workers: int = 8
    seed: int = 1

    def __post_init__(self) -> None:
        """Refuse what cannot be run.

        Raises:
            ConfigInvalid: A value is out of its range; the message names it.
        """
        for key in ("epochs", "batch", "accumulate", "val_every", "box_px"):
            self._hold(key, getattr(self, key) >= 1, "1 or more")
        for key in ("side", "save_every", "pictures", "workers", "text_layers", "boxes_least", "seed", "warmup"):
            self._hold(key, getattr(self, key) >= 0, "0 or more")
        for key in ("rate", "background_weight", "object_weight"):
            self._hold(key, getattr(self, key) > 0, "above 0")
        for key in ("power", "weight_decay", "cross", "dice", "clip", "cosine_from"):
            self._hold(key, getattr(self, key) >= 0, "0 or more")
        self._hold("shape", self.shape in ("poly", "cosine"), '"poly" or "cosine"')
        self._hold("cosine_over", self.shape == "poly" or self.cosine_over >= 1, '1 or more where shape is "cosine"')
        self._hold("floor", 0 <= self.floor <= 1, "from 0 to 1")
        self._hold("dice_form", self.dice_form in ("classes", "squares"), '"classes" or "squares"')
        self._hold("average", 0 <= self.average < 1, "from 0 to below 1")
        self._hold("boxes_share", 0 <= self.boxes_share <= 1, "from 0 to 1")
        self._hold("boxes_most", self.boxes_most >= self.boxes_least, "boxes_least or more")
        self._hold("cross", self.cross + self.dice > 0, "above 0 where dice is 0")
        self._hold("choose", self.choose in FIGURES, " or ".join(FIGURES))
        self._hold("size", self.size in ("full", "test"), '"full" or "test"')
        self._hold("heads", re.fullmatch(r"(\d+(-\d+){3})?", self.heads) is not None, 'four numbers, such as "4-4-4-4"')
        self._hold("start", self.start in _STARTS, " or ".join(f'"{start}"' for start in _STARTS))
        self._hold("name", bool(self.name) and self.name == Path(self.name).name, "a plain name of a folder")
        try:
            card = get_card(self.model)
        except ModelUnknown as error:
            raise ConfigInvalid(f"model = {self.model!r}: {error.message}", key="model") from error
        fits = card.any_size or self.size == "test" or self.side in (0, card.tile_px)
        self._hold("side", fits, f"{card.tile_px} for {card.name}")
        self._hold("model", card.text_encoder != "minilm-trimmed", "a published model; lgce-tiny has its own runs")
        known = ", ".join(card.own_losses) or "none"
        self._hold("extra", set(self.extra) <= set(card.own_losses), f"among the losses of {card.name}: {known}")
        self._hold("extra", all(0 <= weight < math.inf for weight in self.extra.values()), "0 or more each")
        swin = (card.builder.split(":")[0] in _OF_SWIN and "convnext" not in card.builder) or self.start != "pretrained"
        self._hold("start", swin, f'"parts" or "random" for {card.name}, which has no Swin of LAVT\'s')

    def _hold(self, key: str, fine: bool, wanted: str) -> None:
        if not fine:
            raise ConfigInvalid(f"{key} = {getattr(self, key)!r} is not {wanted}.", key=key)

    @property
    def card(self) -> ModelCard:
        """The model's card."""
        return get_card(self.model)

    @property
    def side_px(self) -> int:
        """The side that images are squeezed to."""
        return self.side or self.card.tile_px


def load_recipe(path: Path) -> Recipe:
    """Return the recipe in the TOML file at `path`.

    Raises:
        ConfigInvalid: It is no TOML, or holds a key, type or value that no recipe has.
    """
    return read_config(path, Recipe)


def rate_at(step: int, steps: int, recipe: Recipe) -> float:
    """Return the learning rate at `step` (0 …) of `steps`; a cosine changes it at the beginnings of epochs."""
    epoch = step * recipe.epochs / steps
    if recipe.shape == "poly":
        share = (1 - step / steps) ** recipe.power
    else:
        turned = max(0, math.floor(epoch) - recipe.cosine_from) / recipe.cosine_over
        share = recipe.floor + (1 - recipe.floor) * (1 + math.cos(math.pi * turned)) / 2
    rising = 0.01 + 0.99 * epoch / recipe.warmup if epoch < recipe.warmup else 1.0
    return float(recipe.rate * share * rising)
