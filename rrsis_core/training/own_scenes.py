"""Scenes of one's own data for fine-tuning: images on the model's grid, objects by phrase, and what the model knew."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from scipy import ndimage

from ..catalog import ModelCard
from ..datasets.base import Sample
from ..datasets.truth import Frame, Mask, read_frame
from ..errors import RasterEmpty, RasterUnsupported, SampleSkipped, warn
from ..grid import GeoRef
from ..models.base import Words
from ..models.lgce_tiny import LgceTiny
from ..predict import WordMemory
from ..raster import Raster
from ..text import tokenise
from .classes import CLASSES, SYNONYMS, class_phrases, further_phrases
from .corpus import Drawn, Phrase, Scene, bits_of
from .evaluate import IMAGE_ERRORS, TRUTH_ERRORS
from .imagery import Laid, lay_out, open_laid, read_rgb
from .look import logits_of

SOURCE = "own"
LARGEST_PX = 2048**2
MOST_PX = 100_000_000  # of all images together, 11 bytes each
_SURELY, _HARDLY = 0.65, 0.25  # probabilities from which, and up to which, the old model is believed
_MOST_PARTS = 200
_NEIGHBOURS = np.ones((3, 3), dtype=int)


class ModelBank:
    """Word states of phrases by the model's own text side, kept once computed.

    Args:
        model: Its text side does not learn.
        card: How it cuts words into pieces.
    """

    def __init__(self, model: LgceTiny, card: ModelCard) -> None:
        self._model, self._card = model, card
        self._memory = WordMemory(20_000)

    def words(self, phrases: Sequence[str]) -> Words:
        """Return the states of `phrases`, padded to the longest of them."""
        return self._memory.recall(phrases, self._encode)

    @torch.no_grad()
    def _encode(self, phrases: tuple[str, ...]) -> Words:
        tokens = tokenise(phrases, self._card)
        return self._model.encode_text(tokens.ids, tokens.mask)


def read_scenes(groups: Sequence[Sequence[Sample]], card: ModelCard) -> Iterator[Scene | None]:
    """Yield the scene of each group of samples of one image; None, with a warning, where it cannot be learned from.

    Args:
        groups: Samples that share image and pixel size.
        card: On whose grid they are laid.
    """
    left_px = MOST_PX
    for group in groups:
        try:
            scene = _read(group, card)
        except (*IMAGE_ERRORS, RasterEmpty) as error:
            _skip(group, error.message)
            scene = None
        if scene is not None and scene.truth.size > left_px:
            _skip(group, f"{MOST_PX / 1e6:.0f} megapixels are as much as is learned from at a time")
            scene = None
        left_px -= scene.truth.size if scene is not None else 0
        yield scene


def _skip(samples: Sequence[Sample], reason: str) -> None:
    named = ", ".join(str(sample.line) for sample in samples[:5]) + (" …" if len(samples) > 5 else "")
    path = str(samples[0].image)
    warn(SampleSkipped(f"{samples[0].source}, line {named}: left out ({reason})", path=path))


def _read(samples: Sequence[Sample], card: ModelCard) -> Scene | None:
    """Return the scene of `samples`, None where no truth of theirs can be read."""
    image, frame = samples[0].image, read_frame(samples[0].image)
    laid = lay_out(image, frame, samples[0].gsd_m)
    with open_laid(laid, gsd_range_m=card.gsd_range_m) as raster:
        _check_size(raster, image)
        rgb = np.ascontiguousarray(np.rint(read_rgb(raster, None) * 255).transpose(1, 2, 0)).astype(np.uint8)
        georef, gsd_m = raster.georef, raster.gsd_m
    nothing = np.zeros(rgb.shape[:2], np.uint32)
    scene = Scene(str(image), SOURCE, rgb, gsd_m, nothing, nothing.copy())
    for sample in samples:
        try:
            mask = on_grid(sample.mask(frame), frame, laid, georef, rgb.shape[:2])
        except TRUTH_ERRORS as error:
            _skip([sample], error.message)
            continue
        parts = list(_parts(mask))
        numbers = tuple(range(len(scene.objects), len(scene.objects) + len(parts)))
        scene.objects.extend(parts)
        scene.phrases.append(Phrase(sample.phrase, sample.kind, numbers))
    return scene if scene.phrases else None


def _check_size(raster: Raster, image: Path) -> None:
    if math.prod(raster.shape) > LARGEST_PX:
        raise RasterUnsupported(
            f"{image} measures {raster.shape[0]} × {raster.shape[1]} pixels as the model sees it: cut it into tiles of"
            " at most 2048 × 2048, as “Export training samples” does.",
            raster=str(image),
        )


def on_grid(mask: Mask, frame: Frame, laid: Laid, georef: GeoRef, shape: tuple[int, int]) -> Mask:
    """Return `mask` (H, W) of an image's own pixels as (h, w) on the model's grid, each pixel from the nearest centre.

    Args:
        mask: On the pixels of `frame`.
        frame: Of the image.
        laid: How the image was laid out.
        georef: The model's grid: the image's own, scaled and perhaps turned over.
        shape: Its (height, width).
    """
    ends = (georef.xy(0.5, 0.5), georef.xy(shape[0] - 0.5, shape[1] - 0.5))
    (top, left), (bottom, right) = (laid.georef.row_col(x, y) for x, y in ends)
    rows = np.clip(np.linspace(top, bottom, shape[0]).astype(int), 0, frame.height - 1)
    cols = np.clip(np.linspace(left, right, shape[1]).astype(int), 0, frame.width - 1)
    return np.asarray(mask[rows[:, None], cols[None, :]])


def _parts(mask: Mask) -> Iterator[Drawn]:
    """Yield the connected parts of `mask`; all as one object where there are very many."""
    labels, count = ndimage.label(mask, _NEIGHBOURS)
    if count > _MOST_PARTS:
        labels = mask.astype(np.int32)
    for number, (rows, cols) in enumerate(ndimage.find_objects(labels), start=1):
        patch: NDArray[np.uint8] = (labels[rows, cols] == number).astype(np.uint8)
        yield Drawn("", (), [], int(patch.sum()), (rows.start, cols.start, patch))


def remember(model: LgceTiny, bank: ModelBank, scene: Scene, taught: frozenset[str]) -> None:
    """Write into `scene` which classes `model` sees where, and where it is sure of that, so that it is not forgotten.

    Args:
        model: Before it learns.
        bank: Of its words.
        scene: Of which no class is known.
        taught: Classes of which the data themselves say where they are.
    """
    names = [name for name in CLASSES if name not in taught]
    phrases = [Phrase(SYNONYMS[name][0][1], "category", ()) for name in names]
    for name, logits in zip(names, logits_of(model, bank, scene, phrases), strict=True):
        bit = bits_of([name])
        scene.truth[logits > 0] |= bit
        scene.known[(logits > _logit(_SURELY)) | (logits < _logit(_HARDLY))] |= bit
    scene.truth &= scene.known


def _logit(probability: float) -> float:
    return math.log(probability / (1 - probability))


def taught_classes(phrases: Sequence[str]) -> frozenset[str]:
    """Return the classes that one of `phrases` names and says no more of."""
    said = {phrase.lower() for phrase in phrases}
    return frozenset(name for name in CLASSES if said & {*class_phrases(name), *further_phrases(name)})
