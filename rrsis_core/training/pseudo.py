"""What an earlier model says surely enough of pixels that nobody drew, taken for truth by the next one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import torch
from numpy.typing import NDArray

from ..models.base import Words
from ..models.lgce_tiny import LgceTiny
from .augment import turn_array
from .batches import standardised
from .classes import CLASSES, SYNONYMS
from .corpus import Bits, Scene, add_members
from .look import as_seen
from .words import PhraseBank

PRECISION = 0.85
"""Of the pixels called a class, this share must be right on the places kept for choosing."""
MISSED = 0.03
"""Of the pixels of a class, at most this share may be called another thing."""
_LEVELS = np.linspace(-6, 6, 49)
_TURNS = (0, 2, 4, 7)
_FEWEST = 2000
_Logits = NDArray[np.float32]
SHOWN = {
    "airplane": "airplane", "harbor": "ship", "storagetanks": "storage tank", "tenniscourt": "tennis court",
    "baseballdiamond": "baseball diamond", "runway": "runway", "beach": "sand", "river": "water", "freeway": "road",
}  # fmt: skip
"""What is surely there in the images of a scene class, so that less is asked of the model."""
_SHOWN_LEVEL = 1.0


@dataclass(frozen=True)
class Limits:
    """Logits from which, and up to which, each class is called there and not there; infinite where it never is.

    Args:
        there, gone: (C,) float64.
    """

    there: NDArray[np.float64]
    gone: NDArray[np.float64]


def class_words(bank: PhraseBank) -> Words:
    """Return the words of the plainest name of every class."""
    return bank.words([SYNONYMS[name][0][1] for name in CLASSES])


@torch.inference_mode()
def class_logits(model: LgceTiny, words: Words, scene: Scene) -> _Logits:
    """Return (C, H, W) logits of every class by its name alone, the mean over four symmetries of the image as seen."""
    height, width = scene.truth.shape
    rgb, _gsd_m = as_seen(scene)
    vectors = model.phrase_vector(words)
    total = np.zeros((len(CLASSES), *rgb.shape[:2]), np.float32)
    for turn in _TURNS:
        image = torch.from_numpy(standardised(turn_array(rgb, turn))).permute(2, 0, 1)[None]
        with torch.autocast("cpu", torch.bfloat16):
            fine = model.encode_image(image.contiguous(memory_format=torch.channels_last))[0]
        logits = model.dense(fine.float(), vectors)
        logits = torch.nn.functional.interpolate(logits, scale_factor=2.0, mode="bilinear", align_corners=False)
        turned = logits[0, :, : image.shape[2], : image.shape[3]].numpy()
        total += _turn_back(turned, turn)
    total /= len(_TURNS)
    return np.stack([np.asarray(cv2.resize(plane, (width, height)), np.float32) for plane in total])


def _turn_back(planes: _Logits, turn: int) -> _Logits:
    """Undo augment.turn_array on (C, h, w)."""
    back = np.rot90(planes, -(turn % 4), axes=(1, 2))
    return back[:, :, ::-1] if turn >= 4 else back


def fit_limits(scored: Iterable[tuple[_Logits, Scene]]) -> Limits:
    """Return the limits that hold PRECISION and MISSED on scenes whose truth is known; see class_logits."""
    right, wrong = (np.zeros((len(CLASSES), len(_LEVELS) + 1)) for _ in range(2))
    for logits, scene in scored:
        for index in range(len(CLASSES)):
            bit = np.uint32(1 << index)
            known = (scene.known & bit) != 0
            if known.any():
                truth = (scene.truth & bit)[known] != 0
                bins = np.digitize(logits[index][known], _LEVELS)
                right[index] += np.bincount(bins[truth], minlength=len(_LEVELS) + 1)
                wrong[index] += np.bincount(bins[~truth], minlength=len(_LEVELS) + 1)
    there, gone = np.full(len(CLASSES), np.inf), np.full(len(CLASSES), -np.inf)
    for index in range(len(CLASSES)):
        above_right, above_wrong = (np.cumsum(each[index][::-1])[::-1][1:] for each in (right, wrong))
        total = right[index].sum()
        if total < _FEWEST:
            continue
        sure = (above_right >= PRECISION * (above_right + above_wrong)) & (above_right >= 0.1 * total)
        if sure.any():
            there[index] = max(0.0, _LEVELS[int(np.flatnonzero(sure)[0])])
        lost = np.cumsum(right[index])[:-1] <= MISSED * total
        gone[index] = min(0.0, _LEVELS[int(np.flatnonzero(lost)[-1])]) if lost.any() else -np.inf
    return Limits(there, gone)


def add_sure(scene: Scene, logits: _Logits, limits: Limits) -> None:
    """Write what is sure into the scene's unknown pixels, in place."""
    shown = SHOWN.get(scene.source.partition("-")[2])
    for index, name in enumerate(CLASSES):
        bit = np.uint32(1 << index)
        new = (scene.known & bit) == 0
        level = (_SHOWN_LEVEL, -_SHOWN_LEVEL) if name == shown else (limits.there[index], limits.gone[index])
        there = new & (logits[index] > level[0])
        gone = new & (logits[index] < level[1])
        scene.truth[there] |= bit
        scene.known[there | gone] |= bit
    add_members(scene.truth, scene.known)


def write_sure(folder: Path, scene: Scene) -> None:
    """Keep the bits of `scene` in `folder`."""
    np.savez_compressed(folder / f"{scene.path.replace('/', '__')}.npz", truth=scene.truth, known=scene.known)


def with_sure(scenes: Sequence[Scene], folder: Path) -> Iterator[Scene]:
    """Yield `scenes`, with the bits kept in `folder` where there are any."""
    for scene in scenes:
        kept = folder / f"{scene.path.replace('/', '__')}.npz"
        if kept.is_file():
            with np.load(kept) as content:
                truth: Bits = content["truth"]
                known: Bits = content["known"]
            scene.truth, scene.known = truth, known
        yield scene
