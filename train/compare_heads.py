"""What LGCE's cross-scale fusion changes: lavt, lgce and lgce-full from the same start on the same drawn scenes.

    python -m train.compare_heads --steps 500

The models are the small members of their families, which learn words and images from nothing in minutes on a CPU:
this compares the three heads, and says nothing of what the published sizes reach.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor

from resources.demo import generate_scene
from rrsis_core.catalog import IMAGENET_MEAN, IMAGENET_STD, get_card
from rrsis_core.models import ReferringSegmenter, create_model
from rrsis_core.text import tokenise

MODELS = ("lavt", "lgce", "lgce-full")
FIRST_SEED, HELD_OUT_SEED = 400_000, 500_000  # far from the seeds of the bundled model's training
SIDE_PX = 128
SMALL_PX = 120
"""Objects of fewer pixels on average are small: a car has about 100 at 0.3 m."""


@dataclass(frozen=True)
class Example:
    """A standardised tile (3, H, W), ids and mask of a phrase (L,), its pixels (H, W), whether they are small."""

    image: Tensor
    ids: Tensor
    mask: Tensor
    truth: Tensor
    small: bool


def examples(first_seed: int, scenes: int) -> list[Example]:
    """Return every phrase with an object in `scenes` drawn tiles, one tile a scene."""
    card, found = get_card("lavt"), []
    mean, std = (np.array(part, np.float32) for part in (IMAGENET_MEAN, IMAGENET_STD))
    for seed in range(first_seed, first_seed + scenes):
        scene = generate_scene(seed, SIDE_PX)
        image = torch.from_numpy((scene.rgb / np.float32(255) - mean) / std).permute(2, 0, 1).contiguous()
        phrases = [phrase for phrase in scene.phrases if phrase.objects]
        if not phrases:
            continue
        tokens = tokenise([phrase.text for phrase in phrases], card)
        for phrase, ids, mask in zip(phrases, tokens.ids, tokens.mask):
            truth = scene.phrase_mask(phrase)
            small = float(np.mean([scene.objects[index].area_px for index in phrase.objects])) < SMALL_PX
            found.append(Example(image, ids, mask, torch.from_numpy(truth), small))
    return found


def batches(pool: Sequence[Example], size: int, seed: int) -> Iterator[list[Example]]:
    """Yield batches for ever, small objects as often as large ones, the same for the same seed."""
    rng = np.random.default_rng(seed)
    kinds = [kind for kind in ([e for e in pool if e.small], [e for e in pool if not e.small]) if kind]
    while True:
        yield [(kind := kinds[i % len(kinds)])[int(rng.integers(len(kind)))] for i in range(size)]


def same_start(names: Sequence[str]) -> dict[str, ReferringSegmenter]:
    """Return small models whose tensors of the same name and shape are the same."""
    torch.manual_seed(0)
    models = {name: create_model(name, weights=None, size="test") for name in names}
    start = models[names[0]].state_dict()
    for model in models.values():
        own = model.state_dict()
        shared = {key: value for key, value in start.items() if key in own and own[key].shape == value.shape}
        model.load_state_dict(own | shared)
    return models


def stack(batch: Sequence[Example]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Return images, ids, masks and truths of `batch`, each (B, …)."""
    image, ids, mask = (torch.stack([getattr(each, part) for each in batch]) for part in ("image", "ids", "mask"))
    return image, ids, mask, torch.stack([each.truth for each in batch]).float()


def train(model: ReferringSegmenter, pool: Sequence[Example], steps: int, batch: int) -> float:
    """Train `model` and return the mean loss of the last tenth: cross entropy and Dice, AdamW, poly decay."""
    live = [value for value in model.parameters() if value.requires_grad]
    optimiser = torch.optim.AdamW(live, lr=2e-3, weight_decay=1e-2)
    schedule = torch.optim.lr_scheduler.PolynomialLR(optimiser, total_iters=steps, power=0.9)
    source, losses = batches(pool, batch, seed=1), []
    for _ in range(steps):
        image, ids, mask, truth = stack(next(source))
        logits = model.train()(image, ids, mask)[:, 0]
        probability = logits.sigmoid()
        overlap = 2 * (probability * truth).sum((1, 2)) / (probability + truth).sum((1, 2)).clamp(min=1e-6)
        weight = torch.where(truth > 0, 4.0, 1.0)
        loss = F.binary_cross_entropy_with_logits(logits, truth, weight=weight) + (1 - overlap).mean()
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(live, 1.0)
        optimiser.step()
        schedule.step()
        losses.append(loss.item())
    return float(np.mean(losses[-max(steps // 10, 1) :]))


def intersection_over_union(model: ReferringSegmenter, pool: Sequence[Example]) -> NDArray[np.float64]:
    """Return (N, 2): intersection and union of each example's mask at probability one half."""
    found = []
    with torch.inference_mode():
        for start in range(0, len(pool), 8):
            image, ids, mask, truth = stack(pool[start : start + 8])
            answer = model.eval()(image, ids, mask)[:, 0] > 0
            both, either = answer & (truth > 0), answer | (truth > 0)
            found.append(torch.stack((both.sum((1, 2)), either.sum((1, 2))), 1).double())
    return torch.cat(found).numpy()


def line(name: str, counts: NDArray[np.float64], small: NDArray[np.bool_]) -> str:
    """Return a row of the table: cumulative IoU, mean IoU, and the mean over small and over large objects, percent."""
    each = counts[:, 0] / counts[:, 1]
    cumulative = counts[:, 0].sum() / counts[:, 1].sum()
    figures = (cumulative, each.mean(), each[small].mean(), each[~small].mean())
    return f"| {name} | " + " | ".join(f"{100 * figure:.2f}" for figure in figures)


def main(argv: Sequence[str] | None = None) -> None:
    """Train the three, print their rows."""
    parser = argparse.ArgumentParser(prog="python -m train.compare_heads", description=__doc__.split("\n")[0])
    parser.add_argument("--steps", type=int, default=500)
    parser.add_argument("--batch", type=int, default=6)
    parser.add_argument("--scenes", type=int, default=150, help="drawn for training; a third as many are held out")
    wish = parser.parse_args(argv)
    pool = examples(FIRST_SEED, wish.scenes)
    held_out = examples(HELD_OUT_SEED, max(wish.scenes // 3, 1))
    small = np.array([each.small for each in held_out])
    print(f"{len(pool)} phrases to learn from, {len(held_out)} held out, {small.sum()} of them of small objects")
    print("| model | oIoU | mIoU | mIoU, small | mIoU, large | loss | minutes |\n|---|---|---|---|---|---|---|")
    everything = np.array([[each.truth.sum().item(), each.truth.numel()] for each in held_out])
    print(line("all foreground", everything, small) + " | – | – |")
    for name, model in same_start(MODELS).items():
        start = time.process_time()
        loss = train(model, pool, wish.steps, wish.batch)
        row = line(name, intersection_over_union(model, held_out), small)
        print(f"{row} | {loss:.3f} | {(time.process_time() - start) / 60:.1f} |", flush=True)


if __name__ == "__main__":
    main()
