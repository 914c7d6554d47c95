"""Relations that are measured on the label planes: on, next to, nearest to, left of."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from .inventory import Inventory
from .words import COLOURS, ROOF_COLOURS

ON = ("on",)
IN = ("in", "parked in", "on")
NEAR = ("next to", "beside", "near", "close to")
ALONG = ("along", "next to", "beside")
ON_PAIRS = (
    ("car", "road", "", ON), ("truck", "road", "", ON), ("bus", "road", "", ON),
    ("car", "parking lot", "", IN), ("truck", "parking lot", "", IN), ("car", "road", "driveway", ON),
    ("car", "bridge", "", ON), ("car", "road", "dirt", ON), ("airplane", "runway", "", ON),
)  # fmt: skip
NEAR_PAIRS = (
    ("building", "swimming pool", 9.0, NEAR), ("trees", "water", 7.0, ALONG), ("car", "tennis court", 12.0, NEAR),
    ("building", "water", 12.0, ALONG), ("trees", "swimming pool", 6.0, NEAR), ("building", "parking lot", 8.0, NEAR),
    ("ship", "dock", 3.0, ("at", "moored at", "next to")), ("building", "tennis court", 12.0, NEAR),
    ("building", "railway", 15.0, ALONG), ("trees", "building", 3.0, NEAR), ("car", "building", 4.0, NEAR),
    ("storage tank", "building", 15.0, NEAR), ("trees", "road", 3.0, ALONG), ("car", "truck", 5.0, NEAR),
    ("building", "bridge", 15.0, NEAR), ("swimming pool", "tennis court", 20.0, NEAR),
    ("building", "road", 7.0, ALONG), ("bridge", "water", 3.0, ("over", "across")),
    ("car", "swimming pool", 12.0, NEAR), ("swimming pool", "building", 6.0, ("next to", "behind", "near")),
    ("shrubs", "building", 3.0, NEAR),
)  # fmt: skip
ALWAYS_SAID = {("bridge", "water"), ("ship", "dock")}
COLOURED = {"car", "truck", "bus", "ship", "building", "storage tank", "tennis court"}
ANCHOR_WORDS = COLOURS | {f"{colour} roof" for colour in ROOF_COLOURS}
SIDES = (("left of", 1, -1), ("right of", 1, 1), ("above", 0, -1), ("below", 0, 1))


@dataclass(frozen=True)
class Relation:
    """Objects of `target` with attribute `word` that stand in a relation to `anchors` objects of `anchor`."""

    target: str
    word: str
    anchor: str
    anchor_word: str
    anchors: int
    forms: tuple[str, ...]
    objects: tuple[int, ...]


def find(inventory: Inventory) -> Iterable[Relation]:
    """Every relation that can be said without doubt, those that hold for no object included (objects empty)."""
    yield from _on(inventory)
    yield from _parked_along(inventory)
    yield from _near(inventory)
    yield from _nearest(inventory)
    yield from _sides(inventory)


def _with(inventory: Inventory, class_name: str, word: str) -> list[int]:
    indices = inventory.of.get(class_name, [])
    return [index for index in indices if not word or word in inventory.objects[index].attributes]


def _cover(inventory: Inventory, indices: list[int]) -> NDArray[np.bool_]:
    covered = np.zeros((inventory.height, inventory.width), bool)
    for index in indices:
        item = inventory.objects[index]
        rows, cols = _window(item.box)
        covered[rows, cols] |= inventory.planes[item.plane][rows, cols] == item.label
    return covered


def _window(box: tuple[int, int, int, int]) -> tuple[slice, slice]:
    return slice(box[0], box[0] + box[2]), slice(box[1], box[1] + box[3])


def _own(inventory: Inventory, index: int, plane: NDArray[np.float32]) -> NDArray[np.float32]:
    """The values of a plane at the pixels of an object."""
    item = inventory.objects[index]
    rows, cols = _window(item.box)
    return np.asarray(plane[rows, cols][inventory.planes[item.plane][rows, cols] == item.label])


def _words(inventory: Inventory, class_name: str) -> list[str]:
    words = {word for index in inventory.of.get(class_name, ()) for word in inventory.objects[index].attributes}
    return ["", *(sorted(words & ANCHOR_WORDS) if class_name in COLOURED else ())]


def _on(inventory: Inventory) -> Iterable[Relation]:
    for target, anchor, anchor_word, forms in ON_PAIRS:
        anchors = _with(inventory, anchor, anchor_word)
        if not anchors or not inventory.of.get(target):
            continue
        plane = _cover(inventory, anchors).astype(np.float32)
        share = {index: float(_own(inventory, index, plane).mean()) for index in inventory.of[target]}
        for word in _words(inventory, target):
            chosen = _with(inventory, target, word)
            if any(0.2 < share[index] < 0.7 for index in chosen):
                continue
            there = tuple(index for index in chosen if share[index] >= 0.7)
            if len(there) < len(inventory.of[target]) or len(inventory.of[target]) == 1:
                yield Relation(target, word, anchor, anchor_word, len(anchors), forms, there)


def _parked_along(inventory: Inventory) -> Iterable[Relation]:
    """Cars at the kerb: those that are parked and stand on a road."""
    cars, roads = inventory.of.get("car", []), _with(inventory, "road", "paved")
    parked = [index for index in cars if "parked" in inventory.objects[index].attributes]
    if not roads or not parked:
        return
    plane = _cover(inventory, roads).astype(np.float32)
    share = {index: float(_own(inventory, index, plane).mean()) for index in parked}
    there = tuple(index for index in parked if share[index] >= 0.7)
    if len(there) < len(cars) and not any(0.2 < value < 0.7 for value in share.values()):
        yield Relation("car", "", "road", "", len(roads), ("parked along", "parked on", "parked by"), there)


def _distance(inventory: Inventory, anchors: list[int]) -> NDArray[np.float32]:
    away = (~_cover(inventory, anchors)).astype(np.uint8)
    return np.asarray(cv2.distanceTransform(away, cv2.DIST_L2, 5) * inventory.gsd_m, np.float32)


def _near(inventory: Inventory) -> Iterable[Relation]:
    for target, anchor, within_m, forms in NEAR_PAIRS:
        for word in ("", *_telling_words(inventory, anchor)):
            yield from _near_some(inventory, target, (anchor, word), within_m, forms)


def _telling_words(inventory: Inventory, anchor: str) -> list[str]:
    """Attributes that single out a few anchors: "next to the house with a red roof"."""
    words = {word for index in inventory.of.get(anchor, ()) for word in inventory.objects[index].attributes}
    told = words & ANCHOR_WORDS if anchor in COLOURED else ()
    return [word for word in sorted(told) if len(_with(inventory, anchor, word)) <= 3]


def _near_some(
    inventory: Inventory, target: str, anchor: tuple[str, str], within_m: float, forms: tuple[str, ...]
) -> Iterable[Relation]:
    anchors, targets = _with(inventory, *anchor), inventory.of.get(target, [])
    if not anchors or not targets or target == anchor[0]:
        return
    plane = _distance(inventory, anchors)
    gap = {index: float(_own(inventory, index, plane).min()) for index in targets}
    doubt = [index for index in targets if within_m < gap[index] < 1.5 * within_m]
    if len(doubt) > 0.1 * len(targets):
        return
    for word in _words(inventory, target):
        chosen = _with(inventory, target, word)
        there = tuple(index for index in chosen if gap[index] <= within_m)
        if not set(doubt) & set(chosen) and (len(there) < len(targets) or (target, anchor[0]) in ALWAYS_SAID):
            yield Relation(target, word, *anchor, len(anchors), forms, there)


def _single_anchors(inventory: Inventory) -> Iterable[tuple[str, int]]:
    for anchor in (
        "swimming pool",
        "tennis court",
        "storage tank",
        "bridge",
        "parking lot",
        "truck",
        "bus",
        "baseball diamond",
    ):
        if len(inventory.of.get(anchor, ())) == 1 and inventory.objects[inventory.of[anchor][0]].area_px > 20:
            yield anchor, inventory.of[anchor][0]


def _nearest(inventory: Inventory) -> Iterable[Relation]:
    for anchor, index in _single_anchors(inventory):
        plane = _distance(inventory, [index])
        for target in ("building", "car", "trees"):
            order = sorted(
                (float(_own(inventory, other, plane).min()), other) for other in inventory.of.get(target, ())
            )
            if len(order) > 1 and order[1][0] > 1.4 * order[0][0] + 1.0:
                forms = ("nearest to", "closest to")
                yield Relation(target, "", anchor, "", 1, forms, (order[0][1],))


def _sides(inventory: Inventory) -> Iterable[Relation]:
    """What lies on one side of a single anchor, no farther off than a third of the picture and within its breadth."""
    for anchor, index in _single_anchors(inventory):
        row, col, height, width = inventory.objects[index].box
        low, size = (row, col), (height, width)
        for target in ("building", "car"):
            for form, axis, sign in SIDES:
                edge = low[axis] if sign < 0 else low[axis] + size[axis]
                other = 1 - axis
                reach = 0.33 * (inventory.height, inventory.width)[axis]
                chosen, doubt = [], False
                for item in inventory.of.get(target, ()):
                    centre = inventory.objects[item].centre
                    ahead = sign * (centre[axis] - edge)
                    aside = abs(centre[other] - low[other] - size[other] / 2) - size[other] / 2
                    certain = ahead > 3 and ahead < reach and aside < 0
                    doubt |= not certain and ahead > -0.5 * size[axis] and ahead < 1.5 * reach and aside < ahead
                    if certain:
                        chosen.append(item)
                if len(chosen) == 1 and not doubt:
                    yield Relation(target, "", anchor, "", 1, (form,), tuple(chosen))
