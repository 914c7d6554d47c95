"""What phrases say of things, learnt from phrases whose kind is known: a name alone, also a place, or anything else."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

from ..models.lgce_tiny import SAYINGS, mean_of
from .augment import Rng
from .batches import Bank
from .classes import CLASSES, aliens, class_phrases, further_phrases
from .corpus import Scene
from .phrases import make_phrase

_RIDGE = 1e-4
_AT_ONCE = 64


def examples(scenes: Sequence[Scene], rng: Rng, *, names: int = 60, made: int = 5000) -> dict[str, int]:
    """Return phrases and what each says, an index of SAYINGS: of the lexicon, written for `scenes`, and made of them.

    Args:
        scenes: Drawn ones.
        rng: Chooses.
        names: How many phrases of each list of a class are taken at most.
        made: How many times a phrase is made.
    """
    found: dict[str, int] = {}
    for _ in range(made):
        asked = make_phrase(scenes[int(rng.integers(len(scenes)))], rng)
        if asked is not None and asked.kind not in ("category", "absent"):  # what is absent may be named or described
            found[asked.text] = kind_of(asked.kind)
    for scene in scenes:
        found |= {phrase.text: kind_of(phrase.kind) for phrase in scene.phrases if phrase.kind != "absent"}
    for name in CLASSES:
        for phrases in (class_phrases(name), further_phrases(name)):
            found |= dict.fromkeys(rng.permutation(phrases)[:names].tolist(), kind_of("category"))
    return found | dict.fromkeys(aliens(), kind_of("category"))


def kind_of(kind: str) -> int:
    """Return the index in SAYINGS of what a phrase of `kind`, as drawn scenes name it, says."""
    return SAYINGS.index({"category": "name", "position": "place"}.get(kind, "more"))


def means_of(bank: Bank, phrases: Sequence[str]) -> Tensor:
    """Return (N, C), the mean of the word states of each of N `phrases`."""
    parts = [phrases[first : first + _AT_ONCE] for first in range(0, len(phrases), _AT_ONCE)]
    return torch.cat([mean_of(bank.words(part)) for part in parts])


def fit_sayings(means: Tensor, kinds: Sequence[int], count: int) -> Tensor:
    """Return (count, C + 1) of the linear classifier that tells phrases of one kind from those of others.

    Each kind weighs the same, whatever its number of phrases.

    Args:
        means: (N, C) of the words of N phrases.
        kinds: N of 0 … count - 1.
        count: How many kinds there are.
    """
    truth = torch.tensor(kinds)
    middle, spread = means.mean(0), means.std(0).clamp(min=1e-3)  # a sentence encoder has columns that never change
    inputs = ((means - middle) / spread).double()
    share = truth.bincount(minlength=count).clamp(min=1).double().reciprocal() / count
    linear = torch.nn.Linear(means.shape[1], count).double()
    optimiser = torch.optim.LBFGS(linear.parameters(), max_iter=200, line_search_fn="strong_wolfe")

    def cost() -> Tensor:
        optimiser.zero_grad()
        entropy = torch.nn.functional.cross_entropy(linear(inputs), truth, reduction="none")
        total: Tensor = (entropy * share[truth]).sum() + _RIDGE * linear.weight.square().sum()
        total.backward()  # type: ignore[no-untyped-call]
        return total

    torch.nn.init.zeros_(linear.weight)
    torch.nn.init.zeros_(linear.bias)
    optimiser.step(cost)  # type: ignore[no-untyped-call]
    weight = linear.weight.detach() / spread
    return torch.cat([weight, (linear.bias.detach() - weight @ middle.double())[:, None]], dim=1).float()
