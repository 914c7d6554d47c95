"""What is asked for phrases in an image and measured: models through the corridor, and the baselines beside them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn.functional import interpolate

from ..blend import FULL, Blender
from ..catalog import ModelCard
from ..datasets.truth import Frame
from ..errors import RasterEmpty, RasterUnreadable
from ..grid import Window, tile_grid
from ..models import create_model
from ..models.base import ReferringSegmenter
from ..normalise import measure_stretch
from ..own_models import find_card
from ..patches import Patch, PatchReader
from ..predict import Predictor, WordMemory, pick_device
from ..raster import Raster
from ..relation import extreme_of, relation_of
from ..zones import FOUND, SURE, Ground, foremost, landmarks_of, where_it_holds
from .classes import SYNONYMS
from .imagery import lay_out, open_laid, read_rgb, to_image_size

Floats = NDArray[np.float32]

BASELINES = {"baseline-none": 0.0, "baseline-all": 1.0}
KEYWORDS = "+keywords"
_EXACT_PX = 2**26  # pixels × phrases kept as float32: 256 MB
_PLANES_PX = 2**29  # pixels × phrases kept at a time, as uint8 above _EXACT_PX: 512 MB


class Finder(Protocol):
    """Answers phrases in an image with a probability a pixel."""

    @property
    def name(self) -> str:
        """How reports call it."""
        ...

    def find(self, image: Path, frame: Frame, phrases: Sequence[str], gsd_m: float | None) -> Iterator[Floats]:
        """Yield the probability (H, W) float32 in [0, 1] of each phrase on the image's own pixels.

        Raises:
            RasterUnreadable: The image is damaged.
        """
        ...


@dataclass(frozen=True)
class ConstantFinder:
    """Finds everything, or nothing, everywhere."""

    name: str
    probability: float

    def find(self, image: Path, frame: Frame, phrases: Sequence[str], gsd_m: float | None) -> Iterator[Floats]:
        """Yield the constant."""
        for _ in phrases:
            yield np.full(frame.shape, self.probability, dtype=np.float32)


@dataclass(frozen=True)
class _ModelFinder:
    """What asks a model.

    Args:
        model: In evaluation mode.
        card: How it wants to be fed.
        device: Where to compute.
        memory: Of the phrases asked so far.
    """

    model: ReferringSegmenter
    card: ModelCard
    device: torch.device
    memory: WordMemory = field(default_factory=WordMemory, compare=False, repr=False)

    @property
    def name(self) -> str:
        """The card's name."""
        return self.card.name


@dataclass(frozen=True)
class CorridorFinder(_ModelFinder):
    """A model that sees an image as every run does: at its ground sample distance, in blended tiles."""

    def find(self, image: Path, frame: Frame, phrases: Sequence[str], gsd_m: float | None) -> Iterator[Floats]:
        """Yield what the model says; 0 where the image holds nothing."""
        laid = lay_out(image, frame, gsd_m)
        try:
            with open_laid(laid, gsd_range_m=self.card.gsd_range_m) as raster:
                count = max(1, _PLANES_PX // (raster.shape[0] * raster.shape[1]))
                for first in range(0, len(phrases), count):
                    for plane in self._answers(raster, phrases[first : first + count]):
                        yield to_image_size(plane[None], raster.georef, laid, frame)[0]
        except RasterEmpty:
            yield from ConstantFinder("", 0.0).find(image, frame, phrases, gsd_m)

    def _answers(self, raster: Raster, phrases: Sequence[str]) -> Iterator[Floats]:
        """Yield the probability (h, w) of each phrase, with what it says of the whole area."""
        relations = {phrase: relation for phrase in phrases if (relation := relation_of(phrase))}
        plain = [phrase for phrase in phrases if phrase not in relations]
        asked = list(dict.fromkeys((*plain, *(words for each in relations.values() for words in each.words))))
        planes = dict(zip(asked, self._planes(raster, asked), strict=True))
        ground = Ground.of(raster.georef, raster.gsd_m, max(raster.window.shape) * raster.gsd_m)
        for phrase in phrases:
            relation, extreme = relations.get(phrase), extreme_of(phrase)
            answer = _exact(planes[relation.thing if relation else phrase])
            if relation:
                seen = {words: _exact(planes[words]) for words in relation.words}
                found = {words: landmarks_of(plane >= FOUND, plane >= SURE) for words, plane in seen.items()}
                answer = np.where(where_it_holds(relation, found, ground), answer, np.float32(0))
            if extreme:
                answer = np.where(foremost(answer >= FOUND, extreme, ground) | (answer < FOUND), answer, np.float32(0))
            yield answer

    def _planes(self, raster: Raster, phrases: Sequence[str]) -> NDArray[Any]:
        """Return the probability (P, h, w) on the model's grid: float32, or uint8 up to FULL where there is much."""
        stretch = measure_stretch(raster.sample, raster.dtype, None, raster.white)
        asked = tuple(phrases)
        predictor = Predictor(
            self.model, self.card, asked, raster.window, raster.gsd_m, self.device, memory=self.memory
        )
        tiles = [
            tile
            for tile in tile_grid(raster.window, self.card.tile_px, self.card.overlap_px, self.card.lattice_px)
            if raster.wanted(tile)
        ]
        shape = (len(phrases), *raster.window.shape)
        planes: NDArray[Any] = np.zeros(shape, dtype=np.float32 if math.prod(shape) <= _EXACT_PX else np.uint8)
        blender = Blender(raster.window, len(phrases), self.card.overlap_px, tiles)
        reader = PatchReader(raster, tiles, stretch)
        with closing(predictor.tiles(reader)) as predicted:
            for tile, logits in predicted:
                _keep(blender.finished(tile), planes)
                blender.add(tile, logits)
        _keep(blender.finish(), planes)
        if reader.failed:
            raise RasterUnreadable(f"{reader.failed} tiles of {raster.path} cannot be read.", raster=raster.path)
        return planes


@dataclass(frozen=True)
class NetworkSizeFinder(_ModelFinder):
    """A model as the papers' scripts run it: the whole image squeezed into one square of its card's `tile_px`."""

    def find(self, image: Path, frame: Frame, phrases: Sequence[str], gsd_m: float | None) -> Iterator[Floats]:
        """Yield the probability at the network's size, not the image's."""
        side = self.card.tile_px
        with open_laid(lay_out(image, frame, 1.0), gsd_m=1.0) as raster:
            rgb = torch.from_numpy(read_rgb(raster, None))[None]
        square = interpolate(rgb, size=(side, side), mode="bilinear", align_corners=False, antialias=True)[0].numpy()
        whole = Window(0, 0, side, side)
        asked, looks_at = tuple(phrases), gsd_m or self.card.gsd_range_m[0]
        predictor = Predictor(self.model, self.card, asked, whole, looks_at, self.device, memory=self.memory)
        patch = Patch(whole, square, np.ones((side, side), dtype=bool))
        for _, logits in predictor.tiles([patch]):
            yield from _probability(logits)


@dataclass(frozen=True)
class KeywordFinder:
    """Asks another finder for the class that a phrase names first, whatever else the phrase says.

    Args:
        inner: Who is asked.
    """

    inner: Finder

    @property
    def name(self) -> str:
        """The inner name with a mark."""
        return self.inner.name + KEYWORDS

    def find(self, image: Path, frame: Frame, phrases: Sequence[str], gsd_m: float | None) -> Iterator[Floats]:
        """Yield the answer to each phrase's class; to the phrase itself where it names none."""
        return self.inner.find(image, frame, [keyword(phrase) or phrase for phrase in phrases], gsd_m)


@cache
def _nouns() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return a pattern of all nouns, the longest first, and the plain plural of each one's class."""
    plain = {noun: pairs[0][1] for pairs in SYNONYMS.values() for pair in pairs for noun in pair}
    nouns = sorted(plain, key=len, reverse=True)
    return re.compile(r"\b(" + "|".join(map(re.escape, nouns)) + r")\b", re.IGNORECASE), plain


def keyword(phrase: str) -> str:
    """Return the plain name of the class that a phrase names first, "" where it names none."""
    pattern, plain = _nouns()
    found = pattern.search(phrase)
    return plain[found.group(1).lower()] if found else ""


def _exact(plane: NDArray[Any]) -> Floats:
    return np.asarray(plane if plane.dtype == np.float32 else plane / np.float32(FULL), np.float32)


def _keep(blocks: Iterator[tuple[Window, Floats]], planes: NDArray[Any]) -> None:
    """Write finished blocks of logits into `planes` as probability; the planes begin at row 0 and column 0."""
    for block, logits in blocks:
        probability = _probability(logits)
        exact = planes.dtype == np.float32
        rows, cols = block.slices_in(Window(0, 0, 0, 0))
        planes[:, rows, cols] = probability if exact else np.rint(probability * FULL)


def _probability(logits: Floats) -> Floats:
    """Return the sigmoid, 0 where nothing was predicted (NaN)."""
    with np.errstate(over="ignore"):
        return np.asarray(1 / (1 + np.exp(-np.nan_to_num(logits, nan=-np.inf))), dtype=np.float32)


def create_finder(
    name: str, *, device: str = "auto", weights: Path | None = None, network_size: bool = False
) -> Finder:
    """Return the finder of that name: a model of the catalogue or of one's own, one with "+keywords", or a baseline.

    Args:
        name: As the command line has it.
        device: "auto", "cpu", "cuda", …
        weights: A weight file instead of the card's own.
        network_size: Whether to squeeze images as the papers do.

    Raises:
        ModelUnknown: Neither the catalogue nor the baselines know it.
        WeightsMissing: Its weights are not on this machine.
        DeviceUnavailable: The device does not work.
    """
    if name in BASELINES:
        return ConstantFinder(name, BASELINES[name])
    card = find_card(name.removesuffix(KEYWORDS))
    model = create_model(card, weights=weights or "card")
    kind = NetworkSizeFinder if network_size else CorridorFinder
    finder = kind(model, card, pick_device(device))
    return KeywordFinder(finder) if name.endswith(KEYWORDS) else finder
