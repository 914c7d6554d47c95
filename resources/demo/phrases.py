"""Phrases about a scene, each with the objects it means; what is in doubt (a close second, a border) is left unsaid."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

import numpy as np

from . import relations
from .inventory import Inventory, Planes, SceneObject, take_stock
from .relations import Relation
from .words import ABSENT_WORDS, COLOURS, COUNTS, NAMES, SAYABLE, plural, qualified

#: Classes whose pieces have no size of their own: crowns merge, and grounds are cut up by what crosses them.
UNSIZED = (
    "road",
    "sidewalk",
    "trees",
    "grass",
    "bare soil",
    "shrubs",
    "solar panel",
    "water",
    "sand",
    "crops",
    "bridge",
)
VEHICLES = ("car", "truck", "bus")


@dataclass(frozen=True)
class Phrase:
    """A phrase, its kind, the class it is about, and the indices of all objects it means (none when absent)."""

    text: str
    kind: str
    target: str
    objects: tuple[int, ...]


Maker = Callable[[Inventory, np.random.Generator], Iterable[Phrase]]


def write_phrases(
    objects: tuple[SceneObject, ...], planes: Planes, gsd_m: float, rng: np.random.Generator, most: int = 6
) -> tuple[Phrase, ...]:
    """Up to `most` phrases of each kind (twice as many for categories and absent objects)."""
    inventory = take_stock(objects, planes, gsd_m)
    found = tuple(relations.find(inventory))
    makers: tuple[tuple[Maker, int], ...] = (
        (_categories, 2 * most), (_attributes, 2 * most), (_sizes, most), (_counts, most), (_positions, most),
        (partial(_relations, found), 2 * most),
        (partial(_absent, found), 2 * most),
    )  # fmt: skip
    written: dict[str, Phrase] = {}
    for make, limit in makers:
        made = list(make(inventory, rng))
        for index in rng.permutation(len(made))[:limit]:
            written.setdefault(made[index].text, made[index])
    return tuple(written.values())


def _pick(rng: np.random.Generator, words: tuple[str, ...]) -> str:
    return words[int(rng.integers(len(words)))]


def _groups(inventory: Inventory) -> Iterable[tuple[str, str, list[int]]]:
    """Every class and every sayable attribute of it: (class, attribute or "", indices)."""
    for class_name, indices in inventory.of.items():
        yield class_name, "", indices
        words = sorted({word for index in indices for word in inventory.objects[index].attributes})
        for word in words:
            if word in SAYABLE.get(class_name, COLOURS):
                yield class_name, word, [index for index in indices if word in inventory.objects[index].attributes]


def _say(rng: np.random.Generator, class_name: str, word: str, many: bool) -> str:
    noun = _pick(rng, NAMES[class_name])
    return qualified(class_name, word, plural(noun) if many else noun, rng)


def _categories(inventory: Inventory, rng: np.random.Generator) -> Iterable[Phrase]:
    for class_name, indices in inventory.of.items():
        noun = _pick(rng, NAMES[class_name])
        many = len(indices) > 1
        forms = [plural(noun) if many else noun, f"the {plural(noun) if many else noun}"]
        forms += [f"all {plural(noun)}"] if many and noun != plural(noun) else []
        yield Phrase(_pick(rng, tuple(forms)), "category", class_name, tuple(indices))
    vehicles = [index for class_name in VEHICLES for index in inventory.of.get(class_name, ())]
    if len(vehicles) > 1:
        yield Phrase(_pick(rng, ("vehicles", "all vehicles", "cars and trucks")), "category", "car", tuple(vehicles))


def _attributes(inventory: Inventory, rng: np.random.Generator) -> Iterable[Phrase]:
    for class_name, word, indices in _groups(inventory):
        if word:
            text = _say(rng, class_name, word, len(indices) > 1)
            text = f"the {text}" if rng.random() < 0.4 else text
            yield Phrase(text, "attribute", class_name, tuple(indices))


def _sizes(inventory: Inventory, rng: np.random.Generator) -> Iterable[Phrase]:
    for class_name, word, indices in _groups(inventory):
        if len(indices) < 2 or class_name in UNSIZED:
            continue
        order = sorted(indices, key=inventory.area_m2)
        areas = [inventory.area_m2(index) for index in order]
        if areas[-1] > 1.3 * areas[-2]:
            adjective = _pick(rng, ("largest", "biggest"))
            yield Phrase(f"the {adjective} {_say(rng, class_name, word, False)}", "size", class_name, (order[-1],))
        whole = [index for index in order if not inventory.is_cut(index)]
        if len(whole) > 1 and order[0] == whole[0] and areas[1] > 1.3 * areas[0] and order[1] in whole:
            yield Phrase(f"the smallest {_say(rng, class_name, word, False)}", "size", class_name, (order[0],))


def _counts(inventory: Inventory, rng: np.random.Generator) -> Iterable[Phrase]:
    for class_name, word, indices in _groups(inventory):
        countable = plural(NAMES[class_name][0]) != NAMES[class_name][0] and class_name not in ("road", "sidewalk")
        if countable and 2 <= len(indices) <= 5:
            article = "the " if rng.random() < 0.7 else ""
            text = f"{article}{COUNTS[len(indices)]} {_say(rng, class_name, word, True)}"
            yield Phrase(text, "count", class_name, tuple(indices))


def _positions(inventory: Inventory, rng: np.random.Generator) -> Iterable[Phrase]:
    for class_name, word, indices in _groups(inventory):
        if class_name in ("road", "sidewalk", "grass", "bare soil", "railway", "solar panel", "water"):
            continue
        for area in AREAS:
            depth = {index: area.depth(*inventory.place(index)) for index in indices}
            chosen = [index for index in indices if depth[index] < area.inside]
            doubt = [index for index in indices if area.inside <= depth[index] < area.doubt]
            if chosen and not doubt and len(chosen) < max(len(indices), 2):
                text = f"{_say(rng, class_name, word, len(chosen) > 1)} {area.name}"
                text = f"the {text}" if rng.random() < 0.6 else text
                yield Phrase(text, "position", class_name, tuple(chosen))
        yield from _extremes(inventory, rng, class_name, word, indices)


@dataclass(frozen=True)
class Area:
    """A part of a picture: `depth` of a (row, col) place is small inside; up to `doubt` it is too close to say."""

    name: str
    depth: Callable[[float, float], float]
    inside: float
    doubt: float


def _depth(row_sign: int, col_sign: int) -> Callable[[float, float], float]:
    """Distance from an edge or corner; signs 1 for top and left, −1 for bottom and right, 0 for neither."""

    def depth(row: float, col: float) -> float:
        pairs = ((row, row_sign), (col, col_sign))
        return max(value if sign > 0 else 1 - value for value, sign in pairs if sign)

    return depth


def _centre(row: float, col: float) -> float:
    return max(abs(row - 0.5), abs(col - 0.5))


AREAS = (
    *(
        Area(f"in the {row_name} {col_name}", _depth(row_sign, col_sign), 0.38, 0.5)
        for row_name, row_sign in (("top", 1), ("bottom", -1))
        for col_name, col_sign in (("left", 1), ("right", -1))
    ),
    Area("on the left", _depth(0, 1), 0.4, 0.55),
    Area("on the right", _depth(0, -1), 0.4, 0.55),
    Area("at the top", _depth(1, 0), 0.4, 0.55),
    Area("at the bottom", _depth(-1, 0), 0.4, 0.55),
    Area("in the middle", _centre, 0.15, 0.26),
)


def _extremes(
    inventory: Inventory, rng: np.random.Generator, class_name: str, word: str, indices: list[int]
) -> Iterable[Phrase]:
    for name, axis, sign in (("leftmost", 1, 1), ("rightmost", 1, -1), ("topmost", 0, 1), ("lowest", 0, -1)):
        order = sorted(indices, key=lambda index: sign * inventory.place(index)[axis])
        if 2 <= len(order) <= 12:
            gap = sign * (inventory.place(order[1])[axis] - inventory.place(order[0])[axis])
            if gap > 0.04:
                yield Phrase(f"the {name} {_say(rng, class_name, word, False)}", "position", class_name, (order[0],))


def _various(found: Iterable[Relation], rng: np.random.Generator, each: int) -> Iterable[Relation]:
    """At most `each` relations between the same two classes, at random, so that cars on roads do not drown the rest."""
    listed, said = list(found), Counter[tuple[str, str]]()
    for index in rng.permutation(len(listed)):
        relation = listed[index]
        said[relation.target, relation.anchor] += 1
        if said[relation.target, relation.anchor] <= each:
            yield relation


def _tell(relation: Relation, rng: np.random.Generator, many: bool) -> str:
    subject = _say(rng, relation.target, relation.word, many)
    anchor = _say(rng, relation.anchor, relation.anchor_word, relation.anchors > 1)
    return f"{subject} {_pick(rng, relation.forms)} the {anchor}"


def _relations(found: Iterable[Relation], inventory: Inventory, rng: np.random.Generator) -> Iterable[Phrase]:
    for relation in _various((one for one in found if one.objects), rng, 2):
        text = _tell(relation, rng, len(relation.objects) > 1)
        text = f"the {text}" if rng.random() < 0.4 else text
        yield Phrase(text, "relation", relation.target, relation.objects)
    yield from _roofs_with_panels(inventory, rng)


def _roofs_with_panels(inventory: Inventory, rng: np.random.Generator) -> Iterable[Phrase]:
    panels = [inventory.objects[index] for index in inventory.of.get("solar panel", ())]
    roofs = tuple(sorted({item.parent for item in panels if item.parent >= 0}))
    if roofs and len(roofs) < len(inventory.of.get("building", ())):
        noun = _pick(rng, ("building", "house", "roof"))
        yield Phrase(f"{plural(noun) if len(roofs) > 1 else noun} with solar panels", "relation", "building", roofs)


def _absent(found: Iterable[Relation], inventory: Inventory, rng: np.random.Generator) -> Iterable[Phrase]:
    for class_name in NAMES:
        if class_name not in inventory.of:
            noun = _pick(rng, NAMES[class_name])
            yield Phrase(_pick(rng, (noun, plural(noun), f"the {noun}")), "absent", class_name, ())
    for class_name, colours in ABSENT_WORDS.items():
        there = {word for index in inventory.of.get(class_name, ()) for word in inventory.objects[index].attributes}
        for word in colours:
            if class_name in inventory.of and not there & set(colours[word]):
                yield Phrase(_say(rng, class_name, word, bool(rng.random() < 0.6)), "absent", class_name, ())
    for relation in _various((one for one in found if not one.objects), rng, 1):
        yield Phrase(_tell(relation, rng, bool(rng.random() < 0.6)), "absent", relation.target, ())
