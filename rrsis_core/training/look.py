"""A quick look at the places kept for choosing: every phrase of every drawn scene, by kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

import cv2
import numpy as np
import torch
from numpy.typing import NDArray

from ..catalog import DEFAULT_MODEL, get_card
from ..models.base import Features, Words
from ..models.lgce_tiny import LgceTiny
from .batches import Bank, standardised
from .calibrate import Answer
from .corpus import Phrase, Scene, fill
from .metrics import NO_TARGET_SHARE

_AT_ONCE = 8


def logits_of(model: LgceTiny, bank: Bank, scene: Scene, phrases: Sequence[Phrase]) -> Iterator[NDArray[np.float32]]:
    """Yield the logits (H, W) of each of `phrases` in the whole of `scene`."""
    features, place = _seen(model, scene)
    height, width = scene.truth.shape
    for first in range(0, len(phrases), _AT_ONCE):
        words = bank.words([each.text for each in phrases[first : first + _AT_ONCE]])
        for logits in _decoded(model, features, words, place):
            same = logits.shape == (height, width)
            yield logits if same else np.asarray(cv2.resize(logits, (width, height)), np.float32)


def as_seen(scene: Scene) -> tuple[NDArray[np.uint8], float]:
    """Return the picture of `scene` as the bundled model looks at it, and the metres a pixel of that."""
    finest_m, coarsest_m = get_card(DEFAULT_MODEL).gsd_range_m
    seen_m = min(max(scene.gsd_m, finest_m), coarsest_m)
    if seen_m == scene.gsd_m:
        return scene.rgb, seen_m
    height, width = (round(side * scene.gsd_m / seen_m) for side in scene.truth.shape)
    how = cv2.INTER_AREA if seen_m > scene.gsd_m else cv2.INTER_LINEAR
    return np.asarray(cv2.resize(scene.rgb, (width, height), interpolation=how), np.uint8), seen_m


@torch.inference_mode()
def _decoded(model: LgceTiny, features: Features, words: Words, place: torch.Tensor) -> NDArray[np.float32]:
    """Return the logits (P, H, W) of P phrases; apart, since a generator that yields loses autocast on the way."""
    count = len(words.mask)
    repeated = tuple(each.expand(count, *each.shape[1:]) for each in features)
    with torch.autocast("cpu", torch.bfloat16):
        logits: NDArray[np.float32] = model.decode(repeated, words, place.expand(count, 5))[:, 0].float().numpy()
    return logits


@torch.inference_mode()
def _seen(model: LgceTiny, scene: Scene) -> tuple[Features, torch.Tensor]:
    """Return the features of the whole of `scene`, and its place."""
    rgb, gsd_m = as_seen(scene)
    height, width = rgb.shape[:2]
    image = torch.from_numpy(standardised(rgb)).permute(2, 0, 1)[None]
    image = image.contiguous(memory_format=torch.channels_last)
    place = torch.tensor([[0.0, 0.0, 1 + -height % 32 / height, 1 + -width % 32 / width, gsd_m]])
    with torch.autocast("cpu", torch.bfloat16):
        return model.encode_image(image), place


@torch.inference_mode()
def answers_of(model: LgceTiny, bank: Bank, scenes: Iterable[Scene]) -> Iterator[Answer]:
    """Yield what `model` says to every phrase of `scenes` before calibration, at half the resolution."""
    model.eval()
    for scene in scenes:
        features, place = _seen(model, scene)
        height, width = features[-1].shape[2:]
        for phrase in scene.phrases:
            with torch.autocast("cpu", torch.bfloat16):
                logits, presence = model.steered(features, bank.words([phrase.text]), place)
            half = logits[0, 0, : (height + 1) // 2, : (width + 1) // 2].float().numpy()
            truth = fill(scene.rgb.shape, (scene.objects[index] for index in phrase.objects))
            small = cv2.resize(truth, (half.shape[1], half.shape[0]), interpolation=cv2.INTER_NEAREST) > 0
            yield Answer(phrase.kind, half, _as_large(presence, logits)[: half.shape[0], : half.shape[1]], small)


def _as_large(presence: torch.Tensor, logits: torch.Tensor) -> NDArray[np.float32]:
    """Return `presence` (1, 1, h, w) as large as `logits` (1, 1, h', w'), (1, 1) where it is the same everywhere."""
    values = presence.float()
    if values.max() - values.min() < 1e-3:
        return np.full((1, 1), float(values.min()), np.float32)
    size = (logits.shape[2], logits.shape[3])
    return np.asarray(torch.nn.functional.interpolate(values, size=size, mode="bilinear")[0, 0].numpy(), np.float32)


def look_at(model: LgceTiny, bank: Bank, scenes: Iterable[Scene]) -> dict[str, float]:
    """Return mIoU by kind of phrase and over all with a target, P@0.5, oIoU, and the share of right "nothing there"."""
    model.eval()
    found: dict[str, list[float]] = defaultdict(list)
    together = union = 0
    for scene in scenes:
        for phrase, logits in zip(scene.phrases, logits_of(model, bank, scene, scene.phrases), strict=True):
            mask = logits > 0
            if not phrase.objects:
                found["absent"].append(float(mask.mean() < NO_TARGET_SHARE))
                continue
            truth = fill(scene.rgb.shape, (scene.objects[index] for index in phrase.objects)) > 0
            both, either = int((mask & truth).sum()), max(1, int((mask | truth).sum()))
            together, union = together + both, union + either
            for key, value in (
                (phrase.kind, both / either),
                ("all", both / either),
                ("P@0.5", float(both / either >= 0.5)),
            ):
                found[key].append(value)
    scores = {key: float(np.mean(values)) for key, values in sorted(found.items())}
    return {**scores, "oIoU": together / max(union, 1)}
