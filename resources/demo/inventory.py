"""What a scene holds: its objects, and questions about them that phrases are made from."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Planes = dict[str, NDArray[np.int32]]


@dataclass(frozen=True)
class SceneObject:
    """One object: its class and attributes, the plane of labels it is in and its label there, and its figures.

    `box` is (row, col, height, width) and `centre` (row, col), pixels; `parent` is an index into the objects or -1.
    """

    class_name: str
    attributes: tuple[str, ...]
    plane: str
    label: int
    area_px: int
    box: tuple[int, int, int, int]
    centre: tuple[float, float]
    parent: int = -1


@dataclass(frozen=True)
class Inventory:
    """What a scene holds, by class; sides in pixels."""

    objects: tuple[SceneObject, ...]
    planes: Planes
    gsd_m: float
    height: int
    width: int
    of: dict[str, list[int]]

    def area_m2(self, index: int) -> float:
        """Area of an object that is seen."""
        return self.objects[index].area_px * self.gsd_m**2

    def place(self, index: int) -> tuple[float, float]:
        """Centre of an object as fractions (down, across) of the picture."""
        row, col = self.objects[index].centre
        return row / self.height, col / self.width

    def is_cut(self, index: int) -> bool:
        """True when an object touches the border of the picture."""
        row, col, height, width = self.objects[index].box
        return row == 0 or col == 0 or row + height >= self.height or col + width >= self.width


def take_stock(objects: tuple[SceneObject, ...], planes: Planes, gsd_m: float) -> Inventory:
    """Sort the objects of a scene by class."""
    height, width = planes["things"].shape
    by_class: dict[str, list[int]] = {}
    for index, item in enumerate(objects):
        by_class.setdefault(item.class_name, []).append(index)
    return Inventory(objects, planes, gsd_m, height, width, by_class)
