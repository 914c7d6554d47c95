"""Batches of tiles through a model on one device: patches in, logits out."""

from __future__ import annotations

import contextlib
import re
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, wait
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, islice
from threading import Lock

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F

from .catalog import ModelCard
from .errors import BatchReduced, DeviceUnavailable, OutOfMemory, warn
from .features import FeatureStore
from .grid import Window
from .lanes import Lanes
from .models import arrange
from .models.base import ReferringSegmenter, Unwanted, Words, best_device, never
from .normalise import standardise
from .patches import Patch
from .text import tokenise

NOWHERE_LOGIT = -30.0  # where a phrase cannot mean anything, since it says how far from something
OUTSIDE_LOGIT = -10_000.0  # stands where a pixel holds nothing; every tile agrees there, so blending keeps it
_STRIDE_PX = 32  # the coarsest feature map of the models that take any size
_FIRST_BATCH = {"cpu": 2, "mps": 4, "cuda": 32}
_LANES = 4  # at most: each holds a tile's layers
_LOOK_S = 0.02  # between two looks at whether a tile that is waited for is still wanted
_DECODED_PX = {"cpu": 2**21, "mps": 2**22, "cuda": 2**25}  # pixels × phrases decoded at a time


def _kind(patch: Patch) -> tuple[tuple[int, int], bool]:
    return patch.window.shape, patch.features is not None


def _is_short_of_memory(error: BaseException) -> bool:
    return isinstance(error, (torch.OutOfMemoryError, MemoryError)) or "can't allocate memory" in str(error)


def pick_device(wish: str) -> torch.device:
    """Return the device that `wish` names; "auto" takes the fastest there is.

    Raises:
        DeviceUnavailable: It is not there, or a trial computation on it fails.
    """
    try:
        device = best_device(wish)
        torch.ones(2, device=device).sum().item()
    except (RuntimeError, AssertionError) as error:
        raise DeviceUnavailable(
            f'The device "{wish}" cannot be used here ({_first_sentence(error)}). Choose "auto" or "cpu".',
            device=wish,
        ) from error
    return device


def _first_sentence(error: Exception) -> str:
    return re.split(r"\. |\n", str(error))[0].rstrip(".")[:200]


def _half_precision(device: torch.device) -> bool:
    """Return whether bfloat16 is native to `device` and so faster than float32."""
    if device.type == "cuda":
        return bool(torch.cuda.is_bf16_supported(including_emulation=False))
    return device.type == "cpu" and bool(torch.cpu._is_avx512_bf16_supported())


class WordMemory:
    """The word states of phrases that were asked before, so that a data set's phrases are encoded once for all images.

    Args:
        limit: How many phrases are remembered; the oldest are forgotten.
    """

    def __init__(self, limit: int = 2048) -> None:
        self._limit = limit
        self._known: dict[str, Words] = {}

    def recall(self, phrases: Sequence[str], encode: Callable[[tuple[str, ...]], Words]) -> Words:
        """Return the states of `phrases`, those that are new from `encode`; all must come from one model."""
        new = tuple(dict.fromkeys(phrase for phrase in phrases if phrase not in self._known))
        if new:
            words = encode(new)
            for row, phrase in enumerate(new):
                self._known[phrase] = Words(words.states[row : row + 1], words.mask[row : row + 1])
        found = [self._known[phrase] for phrase in phrases]
        for phrase in list(self._known)[: max(0, len(self._known) - self._limit)]:
            del self._known[phrase]
        longest = max(each.mask.shape[1] for each in found)
        states = [F.pad(each.states, (0, 0, 0, longest - each.states.shape[1])) for each in found]
        masks = [F.pad(each.mask, (0, longest - each.mask.shape[1])) for each in found]
        return Words(torch.cat(states), torch.cat(masks))


@dataclass
class Predictor:
    """A model with the phrases of one run, ready to take tiles.

    Args:
        model: In evaluation mode; it is moved to `device`.
        card: How it wants to be fed.
        phrases: P phrases, asked of every tile.
        window: The requested extent, in which `place` is measured.
        gsd_m: Metres a pixel.
        device: Where to compute.
        batch: Tiles at a time; None starts with what usually fits.
        half: bfloat16 where it is native (True), or float32 throughout.
        store: Where features are kept for further phrases; None keeps none.
        memory: Of phrases that this model was asked in other rasters; None remembers none.
        stopped: Whether no more tiles are wanted; asked on any thread, also while one is computed.
        asked: What the model is asked instead of each phrase; None: the phrases.
        bounded: By number of the phrase: which pixels of a window it may mean; the others hold nothing of it.
        seconds: Time so far in which the model computed.
    """

    model: ReferringSegmenter
    card: ModelCard
    phrases: tuple[str, ...]
    window: Window
    gsd_m: float
    device: torch.device
    batch: int | None = None
    half: bool = True
    store: FeatureStore | None = None
    memory: WordMemory | None = None
    stopped: Callable[[], bool] = never
    asked: tuple[str, ...] | None = None
    bounded: dict[int, Callable[[Window], NDArray[np.bool_]]] = field(default_factory=dict)
    seconds: float = field(default=0.0, init=False)

    def __post_init__(self) -> None:
        """Move the model and encode the phrases, once for all tiles."""
        self.model.eval().to(self.device, memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.computes_half = self.half and _half_precision(self.device)
        dtype = torch.bfloat16 if self.computes_half else torch.float32
        self._arranged = arrange(self.model, dtype) if self.device.type == "cpu" else None
        self.arrangement = type(self._arranged or self.model).__name__
        self._batch = self.batch or (self._lanes() if self._arranged else _FIRST_BATCH.get(self.device.type, 1))
        asked = self.asked or self.phrases
        words = self.memory.recall(asked, self._encode) if self.memory else self._encode(asked)
        self._words: dict[int, list[Words]] = {len(self.phrases): [words]}  # in groups of so many
        self._lock = Lock()
        self._computing, self._since = 0, 0.0

    def _lanes(self) -> int:
        """Return how many tiles are computed side by side."""
        cores = torch.get_num_threads()
        return min(cores, _LANES, self.batch or cores) if self._arranged else 1

    @torch.inference_mode()
    def _encode(self, phrases: tuple[str, ...]) -> Words:
        tokens = tokenise(phrases, self.card)
        ids, mask = (torch.as_tensor(array, device=self.device) for array in (tokens.ids, tokens.mask))
        return (self._arranged or self.model).encode_text(ids, mask)

    def tiles(self, patches: Iterable[Patch]) -> Generator[tuple[Window, NDArray[np.float32]], None, None]:
        """Yield (window, logits (P, h, w) float32) for every patch, in order; OUTSIDE_LOGIT where it is not valid.

        Once `stopped`, it ends without waiting for tiles that are computed at that moment: they are lost.

        Raises:
            OutOfMemory: One tile at a time does not fit.
        """
        stream = iter(patches)
        first = list(islice(stream, 2))
        several = len(first) > 1 and self._lanes() > 1  # one by itself gets all cores
        answers = (self._in_lanes if several else self._in_batches)(chain(first, stream))
        with contextlib.closing(answers):
            for patch, values in answers:
                for index, inside in self.bounded.items():
                    values[index, ~inside(patch.window)] = NOWHERE_LOGIT
                values[:, ~patch.valid] = OUTSIDE_LOGIT
                yield patch.window, values

    def _in_batches(self, stream: Iterator[Patch]) -> Generator[tuple[Patch, NDArray[np.float32]], None, None]:
        waiting: list[Patch] = []
        while True:
            waiting += islice(stream, max(0, self._batch - len(waiting)))
            if not waiting:
                return
            # Patches of one kind go together: of one shape, and looked at anew or not.
            count = next((i for i, patch in enumerate(waiting) if _kind(patch) != _kind(waiting[0])), len(waiting))
            try:
                logits = self._try(waiting[:count])
            except Unwanted:
                return
            done = len(logits)
            yield from zip(waiting[:done], logits, strict=True)
            waiting = waiting[done:]

    def _in_lanes(self, stream: Iterator[Patch]) -> Generator[tuple[Patch, NDArray[np.float32]], None, None]:
        running: deque[tuple[Patch, Future[NDArray[np.float32]], int]] = deque()
        count = self._lanes()
        with Lanes(count) as lanes:
            while True:
                most = self._batch + (self._batch >= count)  # one waits, so that no lane is idle
                for patch in islice(stream, max(0, most - len(running))):
                    running.append((patch, lanes.submit(partial(self._forward, [patch])), self._batch))
                if not running:
                    return
                patch, future, beside = running.popleft()
                while not wait([future], _LOOK_S).done:
                    if self.stopped():
                        lanes.drop()
                        return
                error = future.exception()
                if isinstance(error, Unwanted):
                    lanes.drop()
                    return
                if error is not None and _is_short_of_memory(error):
                    wait([each for _, each, _ in running])
                    if beside == self._batch:  # what failed beside it, failed for the same reason
                        self._halve(error)
                    answer = self._try([patch])[0]
                else:
                    answer = future.result()[0]
                try:
                    yield patch, answer
                except GeneratorExit:  # no more is wanted
                    lanes.drop()
                    raise

    def _try(self, patches: list[Patch]) -> NDArray[np.float32]:
        """Return logits of as many of the first `patches` as memory allows, (n, P, h, w)."""
        while True:
            try:
                return self._forward(patches[: self._batch])
            except (MemoryError, RuntimeError) as error:
                if not _is_short_of_memory(error):
                    raise
                self._halve(error)

    def _halve(self, error: BaseException) -> None:
        if self._batch == 1:
            raise OutOfMemory(
                f"The model {self.card.name} does not fit into the memory of {self.device}, one tile at a time. Close"
                " other programs, choose the processor (cpu) as device, or a smaller model.",
                model=self.card.name,
                device=str(self.device),
            ) from error
        self._batch //= 2
        if self.device.type == "cuda":
            torch.cuda.empty_cache()
        warn(BatchReduced(f"Memory ran out: going on with {self._batch} tiles at a time.", batch=self._batch))

    @torch.inference_mode()
    def _forward(self, patches: list[Patch]) -> NDArray[np.float32]:
        height, width = patches[0].window.shape
        half = self.computes_half and self._arranged is None
        autocast = torch.autocast(self.device.type, torch.bfloat16) if half else contextlib.nullcontext()
        with self._timed():
            place = torch.tensor([self._place(patch.window) for patch in patches], device=self.device)
            with autocast:
                logits = self._decode(self._features(patches, place), place, height * width)
            result: NDArray[np.float32] = logits[..., :height, :width].float().cpu().numpy()
        return result

    @contextlib.contextmanager
    def _timed(self) -> Iterator[None]:
        """Count the time in which at least one tile is computed."""
        with self._lock:
            if self._computing == 0:
                self._since = time.perf_counter()
            self._computing += 1
        try:
            yield
        finally:
            with self._lock:
                self._computing -= 1
                if self._computing == 0:
                    self.seconds += time.perf_counter() - self._since

    def _features(self, patches: list[Patch], place: Tensor) -> tuple[Tensor, ...]:
        """Return the features of `patches` at their `place` as one batch: those that are kept, or of their pixels."""
        kept = [patch.features for patch in patches if patch.features is not None]
        if kept:
            parts = zip(*kept, strict=True)
            return tuple((part[0] if len(part) == 1 else torch.cat(part)).to(self.device) for part in parts)
        pixels = torch.from_numpy(np.stack([self._prepared(patch.rgb) for patch in patches if patch.rgb is not None]))
        image = pixels.to(self.device, memory_format=torch.channels_last)
        del pixels  # as large as the image, and a layer's outputs need the room
        model = self._arranged or self.model
        features = model.placed(model.encode_image(image), place)
        if self.store is not None and not self.stopped():
            for row, patch in enumerate(patches):
                self.store.put(patch.window, [feature[row : row + 1] for feature in features], patch.valid)
        return features

    def _decode(self, features: tuple[Tensor, ...], place: Tensor, image_px: int) -> Tensor:
        """Return logits (B, P, H, W), decoded for as many phrases at a time as memory should hold."""
        model = self._arranged or self.model
        # What is arranged decodes one after the other by itself.
        most = max(1, _DECODED_PX.get(self.device.type, 2**21) // (image_px * len(place)))
        step = len(self.phrases) if self._arranged else min(len(self.phrases), most)
        groups = self._in_groups(step)
        return torch.cat([model.decode_each(features, words, place, self.stopped) for words in groups], dim=1)

    def _in_groups(self, step: int) -> list[Words]:
        """Return the words of `step` phrases at a time, the same objects each time."""
        if step not in self._words:
            (words,) = self._words[len(self.phrases)]
            self._words[step] = [
                Words(words.states[first : first + step], words.mask[first : first + step])
                for first in range(0, len(self.phrases), step)
            ]
        return self._words[step]

    def _prepared(self, rgb: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return `rgb` standardised and padded at the right and bottom to a size that the model takes."""
        height, width = rgb.shape[1:]
        if self.card.any_size:
            rows, cols = -height % _STRIDE_PX, -width % _STRIDE_PX
        else:
            rows, cols = self.card.tile_px - height, self.card.tile_px - width
        values = standardise(rgb, self.card.mean, self.card.std)
        return np.pad(values, ((0, 0), (0, rows), (0, cols)), mode="edge") if rows or cols else values

    def _place(self, tile: Window) -> tuple[float, float, float, float, float]:
        top, left = tile.row - self.window.row, tile.col - self.window.col
        height, width = self.window.shape
        rows, cols = tile.height + -tile.height % _STRIDE_PX, tile.width + -tile.width % _STRIDE_PX
        return top / height, left / width, (top + rows) / height, (left + cols) / width, self.gsd_m
