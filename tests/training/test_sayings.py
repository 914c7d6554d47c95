"""What a phrase says is learnt from phrases, each kind weighing the same."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from rrsis_core.models.lgce_tiny import SAYINGS, told_of
from rrsis_core.training.classes import CLASSES, aliens
from rrsis_core.training.sayings import examples, fit_sayings, kind_of, means_of
from tests.training.scenery import ToyBank, make_scene


def test_examples_are_of_every_kind_and_nothing_absent_is_taken_for_a_name() -> None:
    known = examples([make_scene(index) for index in range(3)], np.random.default_rng(0), names=2, made=300)
    assert set(known.values()) == {0, 1, 2}
    assert sum(kind == 0 for kind in known.values()) >= 2 * len(CLASSES) + len(aliens())
    places = [said for said, kind in known.items() if SAYINGS[kind] == "place"]
    assert any("left" in said for said in places)
    assert not any(" in the " in said for said, kind in known.items() if kind == 0 and not said.endswith("image"))


@pytest.mark.parametrize(("kind", "said"), [("category", "name"), ("position", "place"), ("relation", "more")])
def test_kinds_of_drawn_scenes_are_told_apart(kind: str, said: str) -> None:
    assert SAYINGS[kind_of(kind)] == said


def test_a_rare_kind_is_told_from_common_ones_and_a_column_that_never_changes_does_no_harm() -> None:
    torch.manual_seed(0)
    middles = torch.tensor([[0.0, 0.0, 7.0], [3.0, 0.0, 7.0], [0.0, 3.0, 7.0]])
    kinds = [0] * 300 + [1] * 300 + [2] * 10
    means = middles[kinds] + torch.tensor([0.5, 0.5, 0.0]) * torch.randn(len(kinds), 3)
    sayings = fit_sayings(means, kinds, 3)
    told = told_of(middles, sayings).argmax(1)
    assert sayings.shape == (3, 4) and sayings.isfinite().all() and told.tolist() == [0, 1, 2]


def test_means_hang_on_no_neighbour() -> None:
    phrases = [f"{number} red cars" for number in range(70)]
    assert torch.allclose(means_of(ToyBank(), phrases)[69], means_of(ToyBank(), phrases[69:])[0])
