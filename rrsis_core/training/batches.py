"""Batches of crops and phrases, with what is known of them; a step's batch hangs on its number alone."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Protocol, TypeVar

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from ..models.base import Words
from .attributes import OTHER_THINGS
from .augment import Rgb, Rng, View, cut, cut_bits, random_light, recoloured, turn_rectangle
from .classes import CLASSES, aliens, class_phrases, further_phrases
from .config import TrainConfig
from .corpus import Scene
from .pasting import Paster
from .phrases import Asked, make_phrase, meant_masks, written_phrase
from .sampling import Sampler
from .wording import names_colour, stems, turn_words

MEAN = np.asarray([0.485, 0.456, 0.406], np.float32) * 255
STD = np.asarray([0.229, 0.224, 0.225], np.float32) * 255
ALIENS = 3
_WHOLE_SHARE, _WHOLE_PX = 0.55, 400
_PLACED = re.compile(
    r"\b(left|right|top|bottom|upper|lower|middle|centre|center|corner|edge|border|leftmost|rightmost|topmost|bottommost|"
    r"uppermost|lowermost|north\w*|south\w*|east|eastern\w*|west|western\w*|"
    r"largest|biggest|smallest|larger|smaller|most extensive)\b"
)
_Item = TypeVar("_Item")


class Bank(Protocol):
    """Gives the word states of phrases."""

    def words(self, phrases: Sequence[str]) -> Words:
        """Return the states of `phrases`, padded to the longest of them."""
        ...


@dataclass
class DenseBatch:
    """Crops and their classes.

    Args:
        image: (B, 3, S, S) float32, standardised.
        truth, known: (B, S, S) int32 bits of classes.
        names: Words of one phrase for each class, then of things that no image shows.
    """

    image: Tensor
    truth: Tensor
    known: Tensor
    names: Words


@dataclass
class PhraseBatch:
    """Crops with N phrases each.

    Args:
        dense: The crops and their classes.
        words: Of B · N phrases, those of one crop in a row.
        truth, known: (B · N, S, S) uint8 of 0 and 1.
        place: (B · N, 5) as models.base wants it.
    """

    dense: DenseBatch
    words: Words
    truth: Tensor
    known: Tensor
    place: Tensor


def standardised(rgb: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Return `rgb` (H, W, 3) uint8 as the bundled model's card wants it."""
    values: NDArray[np.float32] = (rgb - MEAN) / STD
    return values


class Batches:
    """Makes the batch of any step.

    Args:
        config: The run.
        sampler: Of the training scenes.
        bank: Of word states.
        shown: Phrases of things that the scenes show; what shares a noun with them is never said to be absent.
        paster: Pastes objects into the config's share of the crops.
    """

    def __init__(
        self,
        config: TrainConfig,
        sampler: Sampler,
        bank: Bank,
        shown: Iterable[str] = (),
        paster: Paster | None = None,
    ) -> None:
        self.paster = paster
        self.config, self.sampler, self.bank = config, sampler, bank
        self.choices = [class_phrases(name) for name in CLASSES]
        self.further = [further_phrases(name) for name in CLASSES]
        self._shown = set().union(*map(stems, shown))
        self._aliens = [thing for thing in aliens() if not stems(thing) & self._shown]
        self._others = [thing for thing in OTHER_THINGS if not stems(thing) & self._shown]

    def rng(self, step: int) -> Rng:
        """Return the source of chance of `step`."""
        return np.random.default_rng((self.config.seed, step))

    def _names(self, rng: Rng) -> Words:
        known = [self.choices, self.further][int(rng.integers(2))]
        names = [choice[int(rng.integers(len(choice)))] for choice in known]
        return self._noisy(self.bank.words([*names, *rng.choice(self._aliens, ALIENS, replace=False)]), rng)

    def _noisy(self, words: Words, rng: Rng) -> Words:
        """Return `words` a little off, so that what is learnt of them holds for words near them too."""
        if self.config.word_noise == 0:
            return words
        noise = torch.from_numpy(rng.standard_normal(words.states.shape, np.float32)) * words.mask[..., None]
        return Words(words.states + noise * (self.config.word_noise * words.states.std()), words.mask)

    def _size(self, rng: Rng) -> tuple[int, int]:
        pick = int(rng.integers(len(self.config.sides)))
        return self.config.sides[pick], self.config.crops[pick]

    def dense(self, step: int) -> DenseBatch:
        """Return the batch of `step` of a "dense" run."""
        rng = self.rng(step)
        side, count = self._size(rng)
        images, truths, knowns = [], [], []
        for _ in range(count):
            index = self.sampler.draw(rng)
            view, _gsd_m = self._random_view(index, side, rng)
            scene = self._scene(index, rng)
            images.append(standardised(self._light(cut(scene.rgb, view, smooth=True), rng, keep_colour=False)))
            truths.append(cut_bits(scene.truth, view))
            knowns.append(cut_bits(scene.known, view))
        return DenseBatch(_stack_images(images), _stack_bits(truths), _stack_bits(knowns), self._names(rng))

    def phrases(self, step: int) -> PhraseBatch:
        """Return the batch of `step` of a "phrases" run."""
        rng = self.rng(step)
        side, count = self._size(rng)
        asked = [self._asked(rng, side) for _ in range(count)]
        texts = [text for each in asked for text in each.texts]
        dense = DenseBatch(
            _stack_images([each.image for each in asked]),
            _stack_bits([each.bits[0] for each in asked]),
            _stack_bits([each.bits[1] for each in asked]),
            self._names(rng),
        )
        masks = torch.from_numpy(np.stack([mask for each in asked for mask in each.masks]))
        place = torch.tensor([place for each in asked for place in each.places], dtype=torch.float32)
        return PhraseBatch(dense, self._noisy(self.bank.words(texts), rng), masks[..., 0], masks[..., 1], place)

    def _asked(self, rng: Rng, side: int) -> _AskedCrop:
        index = self.sampler.draw(rng)
        view, gsd_m = self._view(index, side, rng)
        scene = self._scene(index, rng)
        height, width = scene.truth.shape
        part = (view.row / height, view.col / width, (view.row + view.height) / height, (view.col + view.width) / width)
        place = (*turn_rectangle(part, view.turn), gsd_m)
        crop = _AskedCrop([], [], [])
        for number in range(self.config.phrases):
            asked = self._phrase(scene, number, rng)
            crop.texts.append(turn_words(asked.text, view.turn))
            crop.masks.append(cut(np.dstack(meant_masks(scene, asked)), view, smooth=False))
            crop.places.append(place if _PLACED.search(asked.text) or rng.random() >= 0.5 else _anywhere(rng, gsd_m))
        keep = any(names_colour(text) for text in crop.texts)
        crop.image = standardised(self._light(cut(scene.rgb, view, smooth=True), rng, keep_colour=keep))
        crop.bits = (cut_bits(scene.truth, view), cut_bits(scene.known, view))
        return crop

    def _light(self, rgb: Rgb, rng: Rng, *, keep_colour: bool) -> Rgb:
        if self.config.recolour and not keep_colour and rng.random() < self.config.recolour:
            rgb = recoloured(rgb, self.sampler.scenes[self.sampler.draw(rng)].rgb, rng)
        return random_light(rgb, rng, keep_colour=keep_colour)

    def _view(self, index: int, side: int, rng: Rng) -> tuple[View, float]:
        """Return a view of scene `index`: often a whole small image, so that places and sizes mean what was written."""
        scene = self.sampler.scenes[index]
        height, width = scene.truth.shape
        if scene.objects and height == width and height <= _WHOLE_PX and rng.random() < _WHOLE_SHARE:
            return View(0, 0, height, width, side, int(rng.integers(8))), scene.gsd_m * height / side
        return self._random_view(index, side, rng)

    def _random_view(self, index: int, side: int, rng: Rng) -> tuple[View, float]:
        return self.sampler.view(index, side, rng, low=self.config.smallest, high=self.config.largest)

    def _scene(self, index: int, rng: Rng) -> Scene:
        """Return scene `index`, at times with objects pasted into it."""
        scene = self.sampler.scenes[index]
        pastes = self.paster is not None and self.config.paste > 0 and rng.random() < self.config.paste
        return self.paster.paste(scene, rng) if pastes and self.paster else scene

    def _phrase(self, scene: Scene, number: int, rng: Rng) -> Asked:
        """Return the phrase `number` of a crop: the first ones as people wrote them, where somebody did."""
        written = 1 if scene.source == "generated" else 2
        asked = written_phrase(scene, rng) if number < written else None
        asked = asked or make_phrase(scene, rng)
        if asked is None or self._doubtful(scene, asked):
            asked = Asked(self._others[int(rng.integers(len(self._others)))], "absent", ())
        return asked

    def _doubtful(self, scene: Scene, asked: Asked) -> bool:
        """Return whether what is said to be absent may be there after all, and nobody wrote that it is not."""
        if asked.kind != "absent" or not stems(asked.text) & self._shown:
            return False
        return not any(phrase.text == asked.text and not phrase.objects for phrase in scene.phrases)


@dataclass
class _AskedCrop:
    texts: list[str]
    masks: list[NDArray[np.uint8]]
    places: list[tuple[float, ...]]
    image: NDArray[np.float32] = None  # type: ignore[assignment]  # filled in once all phrases are known
    bits: tuple[NDArray[np.uint32], NDArray[np.uint32]] = None  # type: ignore[assignment]


def _anywhere(rng: Rng, gsd_m: float) -> tuple[float, ...]:
    """Return a place as if the crop were a tile of a larger area: a phrase without places means the same there."""
    size = float(np.exp(rng.uniform(np.log(0.05), 0)))
    top, left = (float(start) for start in rng.uniform(0, 1 - size, 2))
    return top, left, top + size, left + size, gsd_m


def _stack_images(images: Sequence[NDArray[np.float32]]) -> Tensor:
    return torch.from_numpy(np.stack(images)).permute(0, 3, 1, 2).contiguous(memory_format=torch.channels_last)


def _stack_bits(planes: Sequence[NDArray[np.uint32]]) -> Tensor:
    return torch.from_numpy(np.stack(planes).view(np.int32))


def prefetch(make: Callable[[int], _Item], start: int, end: int, depth: int = 4) -> Iterator[tuple[int, _Item]]:
    """Yield (step, make(step)) for the steps start … end - 1, made up to `depth` ahead in a thread."""
    with ThreadPoolExecutor(1) as pool:
        ahead = deque(pool.submit(make, step) for step in range(start, min(end, start + depth)))
        for step in range(start, end):
            item = ahead.popleft().result()
            if step + depth < end:
                ahead.append(pool.submit(make, step + depth))
            yield step, item
