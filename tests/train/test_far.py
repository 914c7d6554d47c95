"""Areas are laid out of pictures, and what a phrase means in them is known."""

from __future__ import annotations

import numpy as np
import pytest

from rrsis_core.training.corpus import Drawn, Scene
from train import far
from train.far import Area, asked_of, lay_out


def scene(name: str, level: int) -> Scene:
    side = far.SIDE_PX
    ring = np.array([[10, 10], [50, 10], [50, 50], [10, 50]], np.int32)
    bits = np.zeros((side, side), np.uint32)
    return Scene("p", "scenes", np.full((side, side, 3), level, np.uint8), far.GSD_M, bits, bits, [
        Drawn(name, (), [[ring]], 1600)
    ])  # fmt: skip


def test_pictures_lie_side_by_side_and_things_keep_apart() -> None:
    area = lay_out([scene("building", 40), scene("water", 80), scene("building", 120), scene("car", 160)], 2,
                   np.random.default_rng(1))  # fmt: skip
    assert area.rgb.shape == (512, 512, 3)
    assert {int(area.rgb[r, c, 0]) for r in (0, 300) for c in (0, 300)} == {40, 80, 120, 160}
    assert len(np.unique(area.things["building"])) == 3 and len(np.unique(area.things["water"])) == 2
    level = {int(area.rgb[..., 0][area.things["water"] > 0].mean())}
    assert level == {80}


def test_phrases_mean_whole_things_by_their_distance_and_side(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(far, "THINGS", {"building": "buildings"})
    monkeypatch.setattr(far, "LANDMARKS", {"water": "the water"})
    buildings, water = np.zeros((600, 1000), np.int32), np.zeros((600, 1000), np.int32)
    water[300:340, :30] = 1
    buildings[300:340, 60:130], buildings[20:60, 0:40], buildings[300:340, 900:940] = 2, 3, 4  # 9 m, 72 m, 261 m away
    area = Area(np.zeros((600, 1000, 3), np.uint8), {"building": buildings, "water": water})
    meant = {each.phrase: set(np.unique(buildings[each.meant]).tolist())
             for each in asked_of(area, np.random.default_rng(0), 30)}  # fmt: skip
    expected = {
        "the building nearest to the water": {2},
        "buildings within 40 m of the water": {2},
        "buildings within 100 m of the water": {2, 3},
        "buildings more than 80 m from the water": {4},
        "buildings more than 40 m from the water": {3, 4},
        "buildings north of the water": {3},
        "buildings east of the water": {2, 4},
    }
    assert {phrase: meant[phrase] for phrase in expected} == expected
    assert "buildings south of the water" not in meant
