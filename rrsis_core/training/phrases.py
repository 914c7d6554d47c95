"""Phrases made from drawn objects: attributes, positions, sizes, relations, and things that are not there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from .attributes import COLOURS, NEAR_COLOURS, OTHER_THINGS, SAID, SKIPPED
from .augment import Rng
from .classes import CLASSES, DRAWN, INDEX, MEMBERS, MISTAKEN, SYNONYMS
from .corpus import Drawn, Scene, fill
from .wording import names_colour


@dataclass(frozen=True)
class Asked:
    """A phrase and what it means in a scene.

    Args:
        text: The phrase.
        kind: category, attribute, size, count, position, relation or absent.
        objects: The objects it means, by index; None: the class `name` by the scene's bits.
        unsure: Objects of which nobody said whether the phrase means them.
        name: The class that the phrase is about, or "".
    """

    text: str
    kind: str
    objects: tuple[int, ...] | None
    unsure: tuple[int, ...] = ()
    name: str = ""


def noun(name: str, rng: Rng, *, many: bool) -> str:
    """Return one of the words for class `name`; the first one of the list is drawn most often."""
    words = SYNONYMS[name]
    pair = words[0] if rng.random() < 0.35 else words[int(rng.integers(len(words)))]
    return pair[1] if many else pair[0]


def _the(text: str, rng: Rng) -> str:
    frame = ("{}", "{}", "{}", "the {}", "the {}", "all the {}")[int(rng.integers(6))]
    return frame.format(text)


def sure_of(scene: Scene, name: str) -> bool:
    """Return whether every instance of class `name` is known in the drawn `scene`."""
    if scene.source in ("scenes", "generated"):  # drawn whole
        return True
    return all(member in scene.complete for member in MEMBERS.get(name, (name,)))


def by_class(scene: Scene) -> dict[str, list[int]]:
    """Return the indices of the drawn objects of each class, super classes too."""
    found: dict[str, list[int]] = {}
    for index, each in enumerate(scene.objects):
        found.setdefault(each.name, []).append(index)
    for name, members in MEMBERS.items():
        together = sorted(index for member in members for index in found.get(member, ()))
        if together:
            found[name] = together
    return found


def category(scene: Scene, rng: Rng) -> Asked | None:
    """Return a phrase that names a class that is there, rare ones as often as common ones."""
    present = [
        CLASSES[i] for i in np.flatnonzero([(scene.truth & np.uint32(1 << i)).any() for i in range(len(CLASSES))])
    ]
    if not present:
        return None
    name = present[int(rng.integers(len(present)))]
    return Asked(_the(noun(name, rng, many=rng.random() < 0.7), rng), "category", None, (), name)


def absent_category(scene: Scene, rng: Rng) -> Asked | None:
    """Return a phrase for a class that is surely not there, often one easily mistaken, or for what no image shows."""
    if rng.random() < 0.12:
        return Asked(OTHER_THINGS[int(rng.integers(len(OTHER_THINGS)))], "absent", ())
    known = np.bitwise_and.reduce(scene.known, axis=None)
    seen = np.bitwise_or.reduce(scene.truth, axis=None)
    gone = [name for i, name in enumerate(CLASSES) if (known >> np.uint32(i)) & 1 and not (seen >> np.uint32(i)) & 1]
    if not gone:
        return None
    near = [name for name in gone if any((seen >> np.uint32(INDEX[other])) & 1 for other in MISTAKEN.get(name, ()))]
    among = near if near and rng.random() < 0.5 else gone
    name = among[int(rng.integers(len(among)))]
    text = noun(name, rng, many=rng.random() < 0.6)
    roll = rng.random()
    if roll < 0.25 and name in DRAWN:
        text = f"{COLOURS[int(rng.integers(11))]} {text}"
    elif roll < 0.4:
        text = f"{text} {_PLACES[int(rng.integers(len(_PLACES)))][0]}"
    return Asked(_the(text, rng), "absent", None, (), name)


def _colour_of(each: Drawn) -> set[str]:
    words = set()
    for attribute in each.attributes:
        plain = attribute.removesuffix(" roof")
        if names_colour(plain):
            words.add(plain)
    return words


def _near_colours(colour: str) -> set[str]:
    return {colour}.union(*(group for group in NEAR_COLOURS if colour in group))


def attribute(scene: Scene, rng: Rng) -> Asked | None:
    """Return a phrase of an attribute and a class: those that were given it; what nobody described stays unsure."""
    groups = by_class(scene)
    usable = [n for n, found in groups.items() if sure_of(scene, n) and any(scene.objects[i].attributes for i in found)]
    if not usable:
        return None
    name = usable[int(rng.integers(len(usable)))]
    words = {word for i in groups[name] for word in scene.objects[i].attributes if word not in SKIPPED and word != name}
    if not words:
        return None
    word = sorted(words)[int(rng.integers(len(words)))]
    meant = tuple(i for i in groups[name] if word in scene.objects[i].attributes)
    others = [i for i in groups[name] if i not in meant]
    plain = word.removesuffix(" roof")
    if names_colour(plain):
        near = _near_colours(plain)
        unsure = tuple(i for i in others if not _colour_of(scene.objects[i]) or _colour_of(scene.objects[i]) & near)
    else:
        unsure = tuple(i for i in others if len(scene.objects[i].attributes) < 2)
    return Asked(_the(_with_attribute(name, word, rng, many=len(meant) > 1), rng), "attribute", meant, unsure, name)


def _with_attribute(name: str, word: str, rng: Rng, *, many: bool) -> str:
    thing = noun(name, rng, many=many)
    if word.endswith(" roof"):
        plain = word.removesuffix(" roof")
        forms = (
            f"{plain} {'roofs' if many else 'roof'}",
            f"{thing} with {'' if many else 'a '}{word}{'s' if many else ''}",
        )
        return forms[int(rng.integers(2))]
    words = SAID.get(word, (word,))
    return f"{words[int(rng.integers(len(words)))]} {thing}"


def wrong_colour(scene: Scene, rng: Rng) -> Asked | None:
    """Return a phrase of a class that is there in a colour that none of its objects has, near colours left out."""
    groups = by_class(scene)
    usable = [
        n
        for n, found in groups.items()
        if n in ("car", "building", "ship", "truck", "airplane", "tennis court", "vehicle", "storage tank")
        and sure_of(scene, n)
        and all(_colour_of(scene.objects[i]) for i in found)
    ]
    if not usable:
        return None
    name = usable[int(rng.integers(len(usable)))]
    there = set().union(*(_colour_of(scene.objects[i]) for i in groups[name]))
    there |= {part for word in there for part in word.replace("-", " ").split()}
    choices = [
        c
        for c in ("red", "blue", "green", "yellow", "orange", "black", "pink", "white")
        if not (_near_colours(c) & there)
    ]
    if not choices:
        return None
    colour = choices[int(rng.integers(len(choices)))]
    word = f"{colour} roof" if name == "building" and rng.random() < 0.5 else colour
    return Asked(_the(_with_attribute(name, word, rng, many=rng.random() < 0.6), rng), "absent", (), (), name)


_PLACES: tuple[tuple[str, Callable[[float, float], float]], ...] = (
    ("in the top left corner", lambda x, y: min(0.4 - x, 0.4 - y)),
    ("in the top left", lambda x, y: min(0.45 - x, 0.45 - y)),
    ("in the top right corner", lambda x, y: min(x - 0.6, 0.4 - y)),
    ("in the upper right", lambda x, y: min(x - 0.55, 0.45 - y)),
    ("in the bottom left corner", lambda x, y: min(0.4 - x, y - 0.6)),
    ("in the lower left", lambda x, y: min(0.45 - x, y - 0.55)),
    ("in the bottom right corner", lambda x, y: min(x - 0.6, y - 0.6)),
    ("in the bottom right", lambda x, y: min(x - 0.55, y - 0.55)),
    ("on the left", lambda x, y: 0.42 - x),
    ("at the left edge", lambda x, y: 0.2 - x),
    ("on the left side", lambda x, y: 0.45 - x),
    ("on the right", lambda x, y: x - 0.58),
    ("at the right edge", lambda x, y: x - 0.8),
    ("on the right side", lambda x, y: x - 0.55),
    ("at the top", lambda x, y: 0.38 - y),
    ("in the upper half", lambda x, y: 0.47 - y),
    ("at the bottom", lambda x, y: y - 0.62),
    ("in the lower half", lambda x, y: y - 0.53),
    ("in the middle", lambda x, y: 0.2 - max(abs(x - 0.5), abs(y - 0.5))),
    ("in the centre of the image", lambda x, y: 0.18 - max(abs(x - 0.5), abs(y - 0.5))),
)


def centres(scene: Scene) -> NDArray[np.float64]:
    """Return (N, 2) x and y of the objects' middles as fractions of the scene."""
    height, width = scene.truth.shape
    found = []
    for each in scene.objects:
        x0, y0, x1, y1 = each.box()
        found.append(((x0 + x1) / 2 / width, (y0 + y1) / 2 / height))
    return np.asarray(found).reshape(-1, 2)


def position(scene: Scene, rng: Rng) -> Asked | None:
    """Return a phrase of a class and a place; objects near the place's border are unsure."""
    groups = {n: f for n, f in by_class(scene).items() if sure_of(scene, n) and len(f) <= 60}
    if not groups:
        return None
    name = sorted(groups)[int(rng.integers(len(groups)))]
    where, inside = _PLACES[int(rng.integers(len(_PLACES)))]
    middles = centres(scene)
    score = {i: inside(*middles[i]) for i in groups[name]}
    meant = tuple(i for i, value in score.items() if value > 0.0)
    unsure = tuple(i for i, value in score.items() if -0.12 < value <= 0.0)
    if not meant and unsure:
        return None
    text = f"{noun(name, rng, many=len(meant) != 1)} {where}"
    return Asked(_the(text, rng) if meant else text, "position" if meant else "absent", meant, unsure, name)


def extreme(scene: Scene, rng: Rng) -> Asked | None:
    """Return a phrase for the one object of a class that is largest, smallest, or furthest to a side."""
    groups = {n: f for n, f in by_class(scene).items() if sure_of(scene, n) and 1 < len(f) <= 80 and n != "vegetation"}
    if not groups:
        return None
    name = sorted(groups)[int(rng.integers(len(groups)))]
    found, one = groups[name], noun(name, rng, many=False)
    if rng.random() < 0.6:
        areas = sorted(((scene.objects[i].area_px, i) for i in found), reverse=True)
        if areas[0][0] < 1.25 * areas[1][0]:
            return None
        word = ("largest", "biggest", "largest")[int(rng.integers(3))]
        return Asked(f"the {word} {one}", "size", (areas[0][1],), (), name)
    side = int(rng.integers(4))
    middles = centres(scene)
    values = sorted((((1 if side % 2 == 0 else -1) * middles[i][side // 2]), i) for i in found)
    if values[1][0] - values[0][0] < 0.06:
        return None
    word = ("leftmost", "rightmost", "topmost", "bottommost")[side]
    return Asked(f"the {word} {one}", "position", (values[0][1],), (), name)


def relation(scene: Scene, rng: Rng) -> Asked | None:
    """Return a phrase for the objects of one class that stand on, or right next to, another."""
    groups = by_class(scene)
    on = rng.random() < 0.5
    small = [
        n
        for n in ("car", "truck", "vehicle", "ship", "trees", "building", "airplane", "trailer")
        if n in groups and sure_of(scene, n)
    ]
    big = [
        n
        for n in ("road", "parking lot", "bridge", "runway", "water", "building", "grass", "swimming pool", "dock")
        if n in groups and sure_of(scene, n)
    ]
    if not small or not big:
        return None
    a, b = small[int(rng.integers(len(small)))], big[int(rng.integers(len(big)))]
    if (
        a == b
        or (on and (a in ("trees", "building") or b in ("building", "water", "dock", "swimming pool")))
        or len(groups[a]) > 80
    ):
        return None
    base = fill(scene.rgb.shape, (scene.objects[i] for i in groups[b]))
    far = (
        np.asarray(
            cv2.distanceTransform(
                1 - cv2.morphologyEx(base, cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8)), cv2.DIST_L2, 3
            )
        )
        * scene.gsd_m
    )
    meant, unsure = [], []
    for i in groups[a]:
        distance = far[fill(scene.rgb.shape, [scene.objects[i]]) > 0]
        if not len(distance):
            continue
        gap = float(np.median(distance) if on else distance.min())
        limits = (0.5, 1.5) if on else (3.0, 7.0)
        if gap <= limits[0]:
            meant.append(i)
        elif gap <= limits[1]:
            unsure.append(i)
    if not meant:
        return None
    many = len(groups[b]) > 1
    word = ("on",) if on else ("next to", "near", "beside", "close to")
    text = f"{noun(a, rng, many=len(meant) > 1)} {word[int(rng.integers(len(word)))]} the {noun(b, rng, many=many)}"
    return Asked(_the(text, rng), "relation", tuple(meant), tuple(unsure), a)


MAKERS: tuple[tuple[Callable[[Scene, Rng], Asked | None], float], ...] = (
    (category, 0.24),
    (attribute, 0.26),
    (position, 0.14),
    (extreme, 0.08),
    (relation, 0.08),
    (absent_category, 0.12),
    (wrong_colour, 0.08),
)


def make_phrase(scene: Scene, rng: Rng) -> Asked | None:
    """Return a phrase made by one of the makers, by their shares; None where nothing could be said."""
    shares = np.asarray([share for _, share in MAKERS])
    for _ in range(6):
        maker = MAKERS[int(rng.choice(len(MAKERS), p=shares / shares.sum()))][0]
        if not scene.objects and maker not in (category, absent_category):
            continue
        asked = maker(scene, rng)
        if asked is not None:
            return asked
    return None


def written_phrase(scene: Scene, rng: Rng) -> Asked | None:
    """Return one of the phrases that people wrote for `scene`, absent ones and rare kinds first."""
    if not scene.phrases:
        return None
    phrase = scene.phrases[int(rng.integers(len(scene.phrases)))]
    return Asked(phrase.text, phrase.kind, phrase.objects)


def meant_masks(scene: Scene, asked: Asked) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Return (truth, known), both (H, W) uint8 of 0 and 1, of a phrase in its scene."""
    if asked.objects is None:
        bit = np.uint32(1 << CLASSES.index(asked.name))
        truth = ((scene.truth & bit) != 0).astype(np.uint8)
        return truth, ((scene.known & bit) != 0).astype(np.uint8)
    truth = fill(scene.rgb.shape, (scene.objects[i] for i in asked.objects))
    known = np.ones_like(truth)
    if asked.unsure:
        known[(fill(scene.rgb.shape, (scene.objects[i] for i in asked.unsure)) > 0) & (truth == 0)] = 0
    return truth, known
