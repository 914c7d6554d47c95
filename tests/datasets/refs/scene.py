"""A small town drawn by hand, whose every phrase can be checked on paper."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from rrsis_core.datasets.refs.things import Scene, Thing, thing_of

SHAPE = (100, 120)
ROAD, GRASS, WHITE, RED, GREY = (110, 110, 112), (70, 140, 60), (240, 240, 240), (200, 30, 30), (130, 130, 130)


def rectangle(top: int, left: int, height: int, width: int) -> np.ndarray:
    mask = np.zeros(SHAPE, dtype=bool)
    mask[top : top + height, left : left + width] = True
    return mask


def town(complete: tuple[str, ...] = ("building", "car", "road", "grass", "ship")) -> Scene:
    """A road across the middle with two white cars and a red one; a red car on the grass; three houses, one red."""
    drawn = [
        ("road", rectangle(45, 0, 14, 120), ROAD),
        ("car", rectangle(48, 10, 5, 9), WHITE),
        ("car", rectangle(48, 50, 5, 9), WHITE),
        ("car", rectangle(48, 90, 5, 9), RED),
        ("car", rectangle(80, 100, 5, 9), RED),
        ("building", rectangle(8, 8, 12, 12), GREY),
        ("building", rectangle(8, 50, 14, 14), GREY),
        ("building", rectangle(70, 20, 20, 24), RED),
    ]
    rgb = np.empty((*SHAPE, 3), dtype=np.uint8)
    rgb[:] = GRASS
    labels = np.full(SHAPE, -1)
    for number, (_, mask, colour) in enumerate(drawn):
        rgb[mask], labels[mask] = colour, number
    things: list[Thing] = [thing_of(name, labels == number) for number, (name, _, _) in enumerate(drawn)]
    things.append(thing_of("grass", labels == -1))
    return Scene(Path("town.png"), rgb, tuple(things), frozenset(complete), 0.3, "town")
