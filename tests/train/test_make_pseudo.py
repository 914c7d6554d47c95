"""Which images an earlier model may name: never those that choose or prove."""

from __future__ import annotations

import numpy as np

from rrsis_core.training.corpus import Scene
from train.make_pseudo import SOURCES, undrawn


def scene_of(path: str, source: str) -> Scene:
    empty = np.zeros((4, 4), np.uint32)
    return Scene(path, source, np.zeros((4, 4, 3), np.uint8), 0.3, empty, empty.copy())


def test_only_training_places_of_the_sources_are_named() -> None:
    scenes = [
        scene_of("oam/a.jpg", "oam-a"),
        scene_of("oam/kept.jpg", "oam-a"),
        scene_of("oam/proof.jpg", "oam-a"),
        scene_of("scenes/b.jpg", "scenes"),
        scene_of("uc_merced/c.jpg", "merced-river"),
    ]
    holdout = {"val": ["oam/kept*"], "test": ["oam/proof*"]}
    assert [each.path for each in undrawn(scenes, holdout, SOURCES)] == ["oam/a.jpg", "uc_merced/c.jpg"]
    assert [each.path for each in undrawn(scenes, holdout, ["merced"])] == ["uc_merced/c.jpg"]
