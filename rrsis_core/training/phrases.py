"""Phrases made from drawn objects: attributes, positions, sizes, relations, and things that are not there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Optional

import numpy as np
from numpy.typing import NDArray

from .attributes import COLOURS, NEAR_COLOURS, OTHER_THINGS, SAID, SKIPPED
from .augment import Rng
from .classes import CLASSES, DRAWN, INDEX, MEMBERS, MISTAKEN, SYNONYMS, further
from .corpus import Drawn, Scene, fill
from .places import PLACES
from .relations import SIDES, Related, between, on_or_beside, to_side
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
    """Return one of the words for class `name`: its own, one that many people use, or any of those that some use."""
    roll = rng.random()
    words = SYNONYMS[name][:1] if roll < 0.3 else SYNONYMS[name] if roll < 0.65 else further(name)
    pair = words[int(rng.integers(len(words)))]
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
        text = f"{text} {PLACES[int(rng.integers(len(PLACES)))][0]}"
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
    unsure = _maybe(scene, word, others)
    return Asked(_the(_with_attribute(name, word, rng, many=len(meant) > 1), rng), "attribute", meant, unsure, name)


def _maybe(scene: Scene, word: str, others: Sequence[int]) -> tuple[int, ...]:
    """Return those of `others`, to which nobody gave the attribute `word`, that may have it all the same."""
    plain = word.removesuffix(" roof")
    if not names_colour(plain):
        return tuple(i for i in others if len(scene.objects[i].attributes) < 2)
    near = _near_colours(plain)
    return tuple(i for i in others if not _colour_of(scene.objects[i]) or _colour_of(scene.objects[i]) & near)


def _with_attribute(name: str, word: str, rng: Rng, *, many: bool) -> str:
    thing = noun(name, rng, many=many)
    if word.endswith(" roof"):
        plain = word.removesuffix(" roof")
        forms = (
            f"{plain} {'roofs' if many else 'roof'}",
            f"{thing} with {'' if many else 'a '}{word}{'s' if many else ''}",
            f"{plain}-roofed {thing}",
            f"{thing} whose {'roofs are' if many else 'roof is'} {plain}",
        )
        return forms[int(rng.choice(4, p=(0.4, 0.4, 0.1, 0.1)))]
    words = SAID.get(word, (word,))
    said = words[int(rng.integers(len(words)))]
    return f"{thing} that {'are' if many else 'is'} {said}" if rng.random() < 0.1 else f"{said} {thing}"


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
    where, inside = PLACES[int(rng.integers(len(PLACES)))]
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
        word = ("largest", "biggest", "most extensive")[int(rng.choice(3, p=(0.55, 0.35, 0.1)))]
        return Asked(f"the {word} {one}", "size", (areas[0][1],), (), name)
    side = int(rng.integers(4))
    middles = centres(scene)
    values = sorted((((1 if side % 2 == 0 else -1) * middles[i][side // 2]), i) for i in found)
    if values[1][0] - values[0][0] < 0.06:
        return None
    if rng.random() < 0.3:
        words = f"{one} furthest to the {('left', 'right', 'top', 'bottom')[side]}"
    else:
        words = f"{('leftmost', 'rightmost', 'topmost', 'bottommost')[side]} {one}"
    return Asked(f"the {words}", "position", (values[0][1],), (), name)


_STANDS = (
    "car", "truck", "bus", "vehicle", "trailer", "ship", "airplane", "trees", "shrubs", "building", "storage tank",
)  # fmt: skip
_LIES = (
    "road", "sidewalk", "parking lot", "runway", "bridge", "water", "grass", "bare soil", "sand", "crops", "dock",
    "tennis court", "baseball diamond", "railway",
)  # fmt: skip
_LONG = ("road", "sidewalk", "runway", "railway", "water", "dock")
_IN = ("parking lot", "water", "grass", "crops", "sand")
_BESIDE = ("next to", "near", "beside", "close to", "by")
_ALONG = ("along", "beside", "at the edge of", "next to")


def relation(scene: Scene, rng: Rng) -> Asked | None:
    """Return a phrase for the objects of one class that stand to another class, or to one object, as words say."""
    groups = {n: f for n, f in by_class(scene).items() if sure_of(scene, n)}
    classes = sorted(n for n, found in groups.items() if n != "vegetation" and len(found) <= 80)
    if len(classes) < 2:
        return None
    name = classes[int(rng.integers(len(classes)))]
    others = [n for n in classes if n != name and not set(groups[n]) & set(groups[name])]
    if not others:
        return None
    other = others[int(rng.integers(len(others)))]
    makers = (_upon, _beside, _beside, _between, _to_side, _to_side)
    found = makers[int(rng.integers(len(makers)))](scene, groups, name, other, rng)
    if found is None:
        return None
    words, related = found
    if not related.meant:
        plain = f"{noun(name, rng, many=rng.random() < 0.6)} {words}"
        return Asked(plain, "absent", (), (), name) if not related.unsure and rng.random() < 0.3 else None
    thing, related = _described(scene, name, related, rng)
    return Asked(_the(f"{thing} {words}", rng), "relation", related.meant, related.unsure, name)


_Groups = dict[str, list[int]]
_Said = Optional[tuple[str, Related]]


def _upon(scene: Scene, groups: _Groups, name: str, other: str, rng: Rng) -> _Said:
    if name not in _STANDS or other not in _LIES:
        return None
    word = "in" if other in _IN and rng.random() < 0.6 else "on"
    return f"{word} the {_named(groups, other, rng)}", on_or_beside(scene, groups[name], groups[other])[0]


def _beside(scene: Scene, groups: _Groups, name: str, other: str, rng: Rng) -> _Said:
    related = on_or_beside(scene, groups[name], groups[other])[1]
    if other not in _LIES and len(groups[other]) == 1 and rng.random() < 0.4:
        return f"around the {_named(groups, other, rng)}", related
    words = _ALONG if other in _LONG and rng.random() < 0.6 else _BESIDE
    return f"{words[int(rng.integers(len(words)))]} the {_named(groups, other, rng)}", related


def _between(scene: Scene, groups: _Groups, name: str, other: str, rng: Rng) -> _Said:
    if rng.random() < 0.5:
        if len(groups[other]) < 2:
            return None
        return f"between the {noun(other, rng, many=True)}", between(scene, groups[name], groups[other], groups[other])
    thirds = [n for n in groups if n not in (name, other) and not set(groups[n]) & {*groups[name], *groups[other]}]
    if not thirds:
        return None
    third = thirds[int(rng.integers(len(thirds)))]
    words = f"between the {_named(groups, other, rng)} and the {_named(groups, third, rng)}"
    return words, between(scene, groups[name], groups[other], groups[third])


def _to_side(scene: Scene, groups: _Groups, name: str, other: str, rng: Rng) -> _Said:
    """Say to which side of one object; it is the only one of its class, or the only one of an attribute."""
    found = groups[other]
    landmark, words = found[int(rng.integers(len(found)))], noun(other, rng, many=False)
    if len(found) > 1:
        own = [w for w in scene.objects[landmark].attributes if w not in SKIPPED and not w.endswith(" roof")]
        alone = [w for w in own if sum(w in scene.objects[i].attributes for i in found) == 1]
        if not alone or any(len(scene.objects[i].attributes) < 1 for i in found):
            return None
        words = _with_attribute(other, alone[int(rng.integers(len(alone)))], rng, many=False)
    side = list(SIDES)[int(rng.integers(4))]
    said = f"to the {side}" if side.endswith(" of") and rng.random() < 0.5 else side
    return f"{said} the {words}", to_side(scene, groups[name], landmark, SIDES[side])


def _named(groups: _Groups, name: str, rng: Rng) -> str:
    return noun(name, rng, many=len(groups[name]) > 1 and not (name in _LONG and rng.random() < 0.5))


def _described(scene: Scene, name: str, related: Related, rng: Rng) -> tuple[str, Related]:
    """Return the noun, at times with an attribute that then parts those that are meant."""
    meant = related.meant
    words = sorted({w for i in meant for w in scene.objects[i].attributes if w not in SKIPPED and w != name})
    if not words or rng.random() < 0.6:
        return noun(name, rng, many=len(meant) > 1), related
    word = words[int(rng.integers(len(words)))]
    chosen = tuple(i for i in meant if word in scene.objects[i].attributes)
    unsure = _maybe(scene, word, [i for i in meant if i not in chosen])
    return _with_attribute(name, word, rng, many=len(chosen) > 1), Related(chosen, (*related.unsure, *unsure))


MAKERS: tuple[tuple[Callable[[Scene, Rng], Asked | None], float], ...] = (
    (category, 0.24),
    (attribute, 0.26),
    (position, 0.14),
    (extreme, 0.08),
    (relation, 0.20),
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
