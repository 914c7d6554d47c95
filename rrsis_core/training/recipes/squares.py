"""Samples as the papers' networks see them: the whole image squeezed into a square, its words, its truth."""

from __future__ import annotations

import math
import signal
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError
from torch import Tensor
from torch.utils.data import DataLoader, Dataset, Sampler

from ...catalog import ModelCard
from ...datasets.base import ABSENT, Sample, has_truth
from ...datasets.truth import Frame, read_frame, resize_nearest
from ...errors import ConfigInvalid, DatasetInvalid, RasterUnreadable, RrsisError, RrsisWarning
from ...normalise import standardise
from ...text import tokenise
from ..augment import random_light, turn_array
from ..imagery import lay_out, open_laid, read_rgb
from ..wording import names_colour, turn_words
from .recipe import Recipe

Rgb = NDArray[np.uint8]
Key = tuple[int, int]
"""Epoch and number of a sample; chance is drawn from these and the seed, never from who loads it."""
_PLAIN = ("RGB", "RGBA", "L", "LA", "P", "1")
_LARGEST_PX = 2**26
_TRIES = 16


@dataclass
class Batch:
    """Some samples.

    Args:
        image: (B, 3, S, S) float32, standardised.
        ids, mask: (B, L) int64.
        truth: (B, S, S) float32, 0 or 1.
        phrases: As the model heard them.
        real: Which are the samples asked for, and not others that stand in for unreadable ones.
        failed: Messages of what could not be read.
    """

    image: Tensor
    ids: Tensor
    mask: Tensor
    truth: Tensor
    phrases: list[str]
    real: list[bool]
    failed: list[str]

    def to(self, device: torch.device) -> Batch:
        """Return the tensors on `device`."""
        image, ids, mask, truth = (
            each.to(device, non_blocking=True) for each in (self.image, self.ids, self.mask, self.truth)
        )
        return Batch(image, ids, mask, truth, self.phrases, self.real, self.failed)

    def pin_memory(self) -> Batch:
        """Return the tensors in memory that a graphics card reads quickly."""
        image, ids, mask, truth = (each.pin_memory() for each in (self.image, self.ids, self.mask, self.truth))
        return Batch(image, ids, mask, truth, self.phrases, self.real, self.failed)


def squeeze(image: Path, frame: Frame, side: int) -> Rgb:
    """Return `image` as (side, side, 3) uint8, bilinear, its shape not kept; more than 8 bits are stretched.

    Raises:
        RasterUnreadable: It is missing or damaged.
    """
    try:
        with Image.open(image) as picture:
            if picture.mode in _PLAIN and picture.width * picture.height <= _LARGEST_PX:
                small = picture.convert("RGB").resize((side, side), Image.Resampling.BILINEAR)
                return np.asarray(small, dtype=np.uint8)
    except (UnidentifiedImageError, Image.DecompressionBombError):
        pass  # the raster room knows more kinds, and larger ones
    except (OSError, SyntaxError, ValueError) as error:
        raise RasterUnreadable(f"{image} cannot be read as an image ({error}).", path=str(image)) from error
    with open_laid(lay_out(image, frame, 1.0), gsd_m=1.0) as raster:
        rgb = np.rint(read_rgb(raster, None).transpose(1, 2, 0) * 255).astype(np.uint8)
    return np.asarray(Image.fromarray(rgb).resize((side, side), Image.Resampling.BILINEAR), dtype=np.uint8)


def black_boxes(rgb: Rgb, recipe: Recipe, rng: np.random.Generator) -> Rgb:
    """Return `rgb` (S, S, 3) with black squares at random places, as RMSIN's training hides parts of images."""
    hidden = rgb.copy()
    most = max(1, rgb.shape[0] - recipe.box_px + 1)
    for _ in range(int(rng.integers(recipe.boxes_least, recipe.boxes_most + 1))):
        row, col = (int(place) for place in rng.integers(0, most, 2))
        hidden[row : row + recipe.box_px, col : col + recipe.box_px] = 0
    return hidden


class Squares(Dataset[Batch]):
    """The samples of one split.

    Args:
        samples: With truths that are exact to the pixel.
        recipe: How they are shown.
        learning: Whether to hide parts and change views as the recipe says.
    """

    def __init__(self, samples: Sequence[Sample], recipe: Recipe, *, learning: bool) -> None:
        self.samples = [sample for sample in samples if usable(sample)]
        if not self.samples:
            raise DatasetInvalid(
                "No sample of the split has a mask or polygons: boxes and points cannot be learnt from."
            )
        self.left_out = len(samples) - len(self.samples)
        self.recipe, self.card, self.learning = recipe, recipe.card, learning
        chosen = np.random.default_rng(recipe.seed).random(len(self.samples)) < recipe.boxes_share
        self._boxed = chosen if learning else np.zeros_like(chosen)

    def __len__(self) -> int:
        """How many samples there are."""
        return len(self.samples)

    def __getitem__(self, key: Key) -> Batch:
        """Return one sample as a batch of one; what cannot be read is named, and another one stands in for it.

        Raises:
            DatasetInvalid: Nor can any of several others.
        """
        epoch, number = key
        count = len(self.samples)
        stride = _coprime(count)  # neighbours often share the image that cannot be read
        failed: list[str] = []
        for index in ((number + turn * stride) % count for turn in range(min(_TRIES, count))):
            try:
                item = self._read(index, epoch)
            except RrsisError as error:
                sample = self.samples[index]
                failed.append(f"{sample.where}: {error.message.removeprefix(sample.where + ': ')}")
                continue
            item.real, item.failed = [not failed], failed[:1]  # stand-ins are named when it is their own turn
            return item
        raise DatasetInvalid(f"{len(failed)} samples out of {len(failed)} cannot be read; the first: {failed[0]}")

    def _read(self, index: int, epoch: int) -> Batch:
        sample, side = self.samples[index], self.recipe.side_px
        frame = read_frame(sample.image)
        rgb, phrase = squeeze(sample.image, frame, side), sample.phrase
        truth = resize_nearest(sample.mask(frame), (side, side))
        if self.learning:
            rng = np.random.default_rng((self.recipe.seed, epoch, index))
            rgb, truth, phrase = self._changed(rgb, truth, phrase, rng)
            if self._boxed[index]:
                rgb = black_boxes(rgb, self.recipe, rng)
        pixels = standardise(
            np.asarray(rgb.transpose(2, 0, 1), dtype=np.float32) / np.float32(255), self.card.mean, self.card.std
        )
        ids, mask = token_ids(phrase, self.card)
        image = torch.from_numpy(np.ascontiguousarray(pixels, dtype=np.float32))[None]
        return Batch(image, ids, mask, torch.from_numpy(truth.astype(np.float32))[None], [phrase], [True], [])

    def _changed(
        self, rgb: Rgb, truth: NDArray[np.bool_], phrase: str, rng: np.random.Generator
    ) -> tuple[Rgb, NDArray[np.bool_], str]:
        """Return the sample in another view and light, where the recipe wants that, its words still true."""
        if self.recipe.light:
            rgb = random_light(rgb, rng, keep_colour=names_colour(phrase))
        if self.recipe.turns:
            turn = int(rng.integers(8))
            turned = turn_array(truth.astype(np.uint8), turn) > 0
            rgb, truth, phrase = turn_array(rgb, turn), turned, turn_words(phrase, turn)
        return rgb, truth, phrase


def _coprime(count: int) -> int:
    """Return a step of about 0.62 `count` that comes to every number below `count` before it comes to one again."""
    step = max(1, round(0.618 * count))
    while math.gcd(step, count) > 1:
        step += 1
    return step


def usable(sample: Sample) -> bool:
    """Return whether a sample's truth says of every pixel what it is."""
    return has_truth(sample) and (sample.kind == ABSENT or sample.truth.exact)


def token_ids(phrase: str, card: ModelCard) -> tuple[Tensor, Tensor]:
    """Return the token ids and mask, (1, L) each; that a long phrase is cut was said once for all of them."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RrsisWarning)
        tokens = tokenise([phrase], card)
    return tokens.ids, tokens.mask


def collate(items: Sequence[Batch]) -> Batch:
    """Return batches as one."""
    image, ids, mask, truth = (
        torch.cat([getattr(item, name) for item in items]) for name in ("image", "ids", "mask", "truth")
    )
    phrases, real, failed = (
        [each for item in items for each in getattr(item, name)] for name in ("phrases", "real", "failed")
    )
    return Batch(image, ids, mask, truth, phrases, real, failed)


class Order(Sampler[list[Key]]):
    """Which samples each process sees when: every epoch a new order, cut evenly among the processes.

    What is left over after the last whole step of an epoch is not seen in it; the next epoch's order is another.

    Args:
        count: How many samples there are.
        recipe: How many a step takes.
        rank, world: Which process of how many this is.

    Raises:
        ConfigInvalid: There are not enough samples for one step.
    """

    def __init__(self, count: int, recipe: Recipe, rank: int = 0, world: int = 1) -> None:
        self.count, self.recipe, self.rank, self.world = count, recipe, rank, world
        self.start = 0
        a_step = recipe.batch * recipe.accumulate * world
        self.steps_an_epoch = count // a_step
        if not self.steps_an_epoch:
            raise ConfigInvalid(
                f"A step takes {a_step} samples ({recipe.batch} × {recipe.accumulate} × {world} processes), but the "
                f"training split has {count}: lower batch or accumulate.",
                key="batch",
            )

    @property
    def steps(self) -> int:
        """Steps of the whole run."""
        return self.steps_an_epoch * self.recipe.epochs

    def __iter__(self) -> Iterator[list[Key]]:
        """Yield the samples of each forward pass of this process, from step `start` to the end of the run."""
        batch, passes = self.recipe.batch, self.steps_an_epoch * self.recipe.accumulate
        for epoch in range(self.start // self.steps_an_epoch, self.recipe.epochs):
            order = np.random.default_rng((self.recipe.seed, epoch)).permutation(self.count)
            done = max(0, self.start - epoch * self.steps_an_epoch) * self.recipe.accumulate
            for number in range(done, passes):
                first = (number * self.world + self.rank) * batch
                yield [(epoch, int(index)) for index in order[first : first + batch]]


def _leave_signals(worker: int) -> None:
    """Leave it to the training process to stop: who ends a job signals all its processes, and it still saves."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)


def load(squares: Squares, order: Sampler[list[Key]], workers: int, *, pin: bool) -> DataLoader[Batch]:
    """Return the loader of `squares` in `order`."""
    return DataLoader(
        squares,
        batch_sampler=order,
        collate_fn=collate,
        num_workers=workers,
        pin_memory=pin,
        prefetch_factor=4 if workers else None,
        worker_init_fn=_leave_signals,
    )


@contextmanager
def loading(squares: Squares, order: Sampler[list[Key]], workers: int, *, pin: bool) -> Iterator[Iterator[Batch]]:
    """Yield the batches of `squares` in `order`; the loading processes end with the block, also after an error.

    Left to the interpreter's end they would be waited for without end: they do not heed the signal that it sends them.
    """
    batches = iter(load(squares, order, workers, pin=pin))
    try:
        yield _plainly(batches)
    finally:
        end = getattr(batches, "_shutdown_workers", None)
        if end is not None:
            end()


def _plainly(batches: Iterator[Batch]) -> Iterator[Batch]:
    """Yield the batches; an error of a loading process is raised without the traceback that PyTorch puts before it."""
    while True:
        try:
            batch = next(batches)
        except StopIteration:
            return
        except RrsisError as error:
            message = error.message.rpartition(f"errors.{type(error).__name__}: ")[2].strip()
            raise type(error)(message) from error
        yield batch
