"""The figures on the val split by which the best weights are chosen, at the network's size, by the papers' rule."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import torch
from numpy.typing import NDArray
from torch.utils.data import Sampler

from ...models.base import ReferringSegmenter
from .processes import Processes
from .squares import Batch, Key, Squares, loading

LIMITS = (0.5, 0.6, 0.7, 0.8, 0.9)


@dataclass
class Chosen:
    """What came of it.

    Args:
        scores: oIoU, mIoU and P@X in [0, 1], the same in every process.
        failed: Messages of what could not be read, of this process.
        pictures: Of the first process: (image (S, S, 3) uint8, found (S, S), truth (S, S), phrase).
    """

    scores: dict[str, float]
    failed: list[str] = field(default_factory=list)
    pictures: list[tuple[NDArray[np.uint8], NDArray[np.bool_], NDArray[np.bool_], str]] = field(default_factory=list)


class _Share(Sampler[list[Key]]):
    """Every world-th sample, in order."""

    def __init__(self, squares: Squares, processes: Processes) -> None:
        self.numbers = list(range(processes.rank, len(squares), processes.world))
        self.batch = squares.recipe.batch

    def __iter__(self) -> Iterator[list[Key]]:
        for first in range(0, len(self.numbers), self.batch):
            yield [(0, number) for number in self.numbers[first : first + self.batch]]


def autocast(device: torch.device, half: bool) -> contextlib.AbstractContextManager[None]:
    """Return where bfloat16 is computed in, if `half`."""
    return torch.autocast(device.type, torch.bfloat16) if half else contextlib.nullcontext()


@torch.no_grad()
def measure(model: ReferringSegmenter, squares: Squares, processes: Processes) -> Chosen:
    """Measure `model` on `squares`, shared among the processes; an absent phrase scores 0, as in the papers."""
    learning = model.training
    model.eval()
    device, recipe = processes.device, squares.recipe
    pairs: list[tuple[int, int]] = []
    result = Chosen({})
    with loading(squares, _Share(squares, processes), recipe.workers, pin=False) as batches:
        for batch in batches:
            there = batch.to(device)
            with autocast(device, recipe.half):
                logits = model(there.image, there.ids, there.mask)
            found, truth = logits[:, 0] > 0, there.truth > 0.5
            both, either = (found & truth).sum((1, 2)), (found | truth).sum((1, 2))
            counted = zip(both.tolist(), either.tolist(), batch.real, strict=True)
            pairs += [(shared, joined) for shared, joined, real in counted if real]
            result.failed += batch.failed
            if processes.first:
                _keep(result, batch, found.cpu().numpy(), recipe.pictures, squares)
    model.train(learning)
    result.scores = figures([pair for share in processes.gather(pairs) for pair in share])
    return result


def figures(pairs: list[tuple[int, int]]) -> dict[str, float]:
    """Return oIoU, mIoU and P@X of (intersection, union) of every phrase; the IoU is 0 where the union is."""
    both, either = np.array(pairs, dtype=np.float64).reshape(-1, 2).T
    ious = np.divide(both, either, out=np.zeros_like(both), where=either > 0)
    shares = {f"P@{limit}": float((ious >= limit).mean()) for limit in LIMITS}
    return {"oIoU": float(both.sum() / max(either.sum(), 1)), "mIoU": float(ious.mean()), **shares}


def _keep(result: Chosen, batch: Batch, found: NDArray[np.bool_], most: int, squares: Squares) -> None:
    mean, std = (np.array(each, dtype=np.float32) for each in (squares.card.mean, squares.card.std))
    for row in range(min(len(found), most - len(result.pictures))):
        pixels = batch.image[row].permute(1, 2, 0).numpy() * std + mean
        rgb = np.clip(np.rint(pixels * 255), 0, 255).astype(np.uint8)
        result.pictures.append((rgb, found[row], batch.truth[row].numpy() > 0.5, batch.phrases[row]))
