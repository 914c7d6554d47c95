"""Pseudo-labels keep what is known, fill in what is sure, and the limits hold the precision that they promise."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from rrsis_core.training.augment import turn_array
from rrsis_core.training.classes import CLASSES, INDEX
from rrsis_core.training.corpus import Scene, bits_of
from rrsis_core.training.pseudo import PRECISION, Limits, _turn_back, add_sure, fit_limits, with_sure, write_sure

SHAPE = (64, 64)


def scene_of(truth: np.ndarray, known: np.ndarray, source: str = "oam-town") -> Scene:
    return Scene("town/1.jpg", source, np.zeros((*SHAPE, 3), np.uint8), 0.3, truth.copy(), known.copy())


def nothing() -> np.ndarray:
    return np.zeros(SHAPE, np.uint32)


@pytest.mark.parametrize("turn", range(8))
def test_a_turn_is_undone(turn: int) -> None:
    plane = np.arange(24, dtype=np.uint8).reshape(4, 6)
    assert (_turn_back(turn_array(plane, turn)[None].astype(np.float32), turn)[0] == plane).all()


def test_limits_hold_their_precision_and_leave_a_class_alone_that_cannot_reach_it() -> None:
    rng = np.random.default_rng(3)
    truth, known = nothing(), nothing()
    water, car = bits_of(["water"]), bits_of(["car"])
    truth[:, :40] |= water
    truth[rng.random(SHAPE) < 0.6] |= car
    known |= water | car
    logits = np.zeros((len(CLASSES), *SHAPE), np.float32)
    logits[INDEX["water"]] = np.where(truth & water, 1.0, -1.0) + rng.normal(0, 1, SHAPE)
    logits[INDEX["car"]] = rng.normal(0, 1, SHAPE)
    limits = fit_limits([(logits, scene_of(truth, known))])
    found = logits[INDEX["water"]] > limits.there[INDEX["water"]]
    assert (truth[found] & water != 0).mean() >= PRECISION - 0.03
    assert found.mean() > 0.3
    assert np.isinf(limits.there[INDEX["car"]])
    assert np.isinf(limits.there[INDEX["ship"]]) and np.isinf(limits.gone[INDEX["ship"]])


def test_only_unknown_pixels_change_and_are_kept(tmp_path: Path) -> None:
    water = bits_of(["water"])
    truth, known = nothing(), nothing()
    known[:10] = water  # drawn: no water here
    logits = np.zeros((len(CLASSES), *SHAPE), np.float32)
    logits[INDEX["water"], :, :32], logits[INDEX["water"], :, 32:48] = 5, -5
    limits = Limits(np.full(len(CLASSES), 2.0), np.full(len(CLASSES), -2.0))
    changed = scene_of(truth, known)
    add_sure(changed, logits, limits)
    assert not (changed.truth[:10] & water).any()
    assert (changed.truth[10:, :32] & water).all() and not (changed.truth[:, 32:] & water).any()
    assert (changed.known[10:, 32:48] & water).all() and not (changed.known[10:, 48:] & water).any()
    write_sure(tmp_path, changed)
    (read,) = with_sure([scene_of(truth, known)], tmp_path)
    assert (read.truth == changed.truth).all() and (read.known == changed.known).all()


def test_what_a_scene_class_shows_needs_less() -> None:
    logits = np.full((len(CLASSES), *SHAPE), 1.5, np.float32)
    limits = Limits(np.full(len(CLASSES), np.inf), np.full(len(CLASSES), -np.inf))
    shown, other = scene_of(nothing(), nothing(), "merced-harbor"), scene_of(nothing(), nothing(), "merced-river")
    add_sure(shown, logits, limits)
    add_sure(other, logits, limits)
    assert (shown.truth & bits_of(["ship"])).all()
    assert not (other.truth & bits_of(["ship"])).any()
