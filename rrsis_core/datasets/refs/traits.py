"""Traits that part things of one class: each says yes, no, or cannot tell, so that no phrase rests on a doubt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from .things import Scene, Thing
from .words import CLUMPS, LYING, PAINTED

Verdict = bool | None
Judge = Callable[[Scene, Sequence[Thing]], list[Verdict]]

ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth")
NUMBERS = {2: "two", 3: "three", 4: "four", 5: "five", 6: "six"}


@dataclass(frozen=True)
class Trait:
    """Something that may be said of things.

    Args:
        kind: The kind of phrase that it makes.
        judge: Says of each of some things of one class whether it holds, None where it cannot be told.
        before, after: What stands before and after the noun.
        single: Whether it means exactly one thing.
        deniable: Whether a phrase with it is right as an absent one where it holds for none.
        group: Traits of one group are never joined.
    """

    kind: str
    judge: Judge
    before: str = ""
    after: str = ""
    single: bool = False
    deniable: bool = False
    group: str = ""


def _band(value: float | None, no: float, yes: float) -> Verdict:
    """Return True from `yes` on, False from `no` on the other way, None between; `yes` may be the smaller."""
    if value is None:
        return None
    if (value >= yes) if yes > no else (value <= yes):
        return True
    return False if ((value <= no) if yes > no else (value >= no)) else None


@dataclass(frozen=True)
class _Hues:
    """Which hue (degrees, may pass 360), saturation and value a colour word covers; more with slack."""

    hue: tuple[float, float]
    saturation: tuple[float, float]
    value: tuple[float, float]

    def covers(self, colour: tuple[float, float, float], hue_slack: float, slack: float) -> bool:
        low, high = self.hue[0] - hue_slack, self.hue[1] + hue_slack
        inside = high - low >= 360 or (colour[0] - low) % 360 <= high - low
        pairs = zip((self.saturation, self.value), colour[1:], (slack, 1.7 * slack), strict=True)
        return inside and all(low - more <= number <= high + more for (low, high), number, more in pairs)


_ANY = (0.0, 360.0)
COLOURS = {
    "white": _Hues(_ANY, (0, 0.12), (0.8, 1)),
    "black": _Hues(_ANY, (0, 0.4), (0, 0.2)),
    "grey": _Hues(_ANY, (0, 0.12), (0.38, 0.65)),
    "red": _Hues((345, 372), (0.45, 1), (0.35, 1)),
    "yellow": _Hues((44, 64), (0.45, 1), (0.6, 1)),
    "green": _Hues((85, 160), (0.3, 1), (0.2, 0.9)),
    "blue": _Hues((200, 250), (0.35, 1), (0.25, 1)),
    "brown": _Hues((14, 38), (0.3, 0.7), (0.22, 0.55)),
}


def _coloured(word: str, scene: Scene, things: Sequence[Thing]) -> list[Verdict]:
    return [colour_is(word, scene.colour(thing)) for thing in things]


def colour_is(word: str, colour: tuple[float, float, float] | None) -> Verdict:
    """Return whether (hue, saturation, value) is what the word says; None near its borders."""
    if colour is None:
        return None
    if COLOURS[word].covers(colour, 0, 0):
        return True
    return None if COLOURS[word].covers(colour, 14, 0.12) else False


def _sized(factor: float, scene: Scene, things: Sequence[Thing]) -> list[Verdict]:
    """Judge whether each is `factor` times as large as the middle one, or as small for a factor below 1."""
    if len(things) < 4:
        return [None] * len(things)
    middle = float(np.median([thing.area_px for thing in things]))
    said = [_band(thing.area_px / middle, 1.0 + 0.3 * (factor - 1.0), factor) for thing in things]
    # What is cut by the edge is larger than it looks: it may be large, but nobody knows whether it is small.
    doubtful = [scene.cut(thing) and verdict is (factor < 1) for thing, verdict in zip(things, said, strict=True)]
    return [None if doubt else verdict for doubt, verdict in zip(doubtful, said, strict=True)]


def _extreme(
    rank: Callable[[Scene, Thing], float],
    gap: float,
    scene: Scene,
    things: Sequence[Thing],
    least: Callable[[Scene, Thing], float] | None = None,
) -> list[Verdict]:
    """Judge which one ranks lowest, by `gap` and by what `least` asks of it; nobody can be told apart otherwise."""
    if len(things) < 2:
        return [None] * len(things)
    if any(scene.sliver(thing, things) for thing in things):
        return [None] * len(things)
    ranks = [rank(scene, thing) for thing in things]
    order = np.argsort(ranks)
    gap = max(gap, least(scene, things[order[0]]) if least else 0.0)
    if ranks[order[1]] - ranks[order[0]] < gap or (rank is _log_area and scene.cut(things[order[0]])):
        return [None] * len(things)
    return [bool(index == order[0]) for index in range(len(things))]


def _x(scene: Scene, thing: Thing) -> float:
    return thing.centre[1] / scene.shape[1]


def _y(scene: Scene, thing: Thing) -> float:
    return thing.centre[0] / scene.shape[0]


def _half_width(scene: Scene, thing: Thing) -> float:
    return float(0.5 * thing.crop.shape[1] / scene.shape[1])


def _half_height(scene: Scene, thing: Thing) -> float:
    return float(0.5 * thing.crop.shape[0] / scene.shape[0])


def _log_area(scene: Scene, thing: Thing) -> float:
    return float(np.log(thing.area_px))


def _negative(rank: Callable[[Scene, Thing], float]) -> Callable[[Scene, Thing], float]:
    return lambda scene, thing: -rank(scene, thing)


def _located(across: float, down: float, scene: Scene, things: Sequence[Thing]) -> list[Verdict]:
    """Judge whether things lie to a side: `across` and `down` are -1 for left and top, 1 for right and bottom."""
    return [
        all_of([_beyond(across, _span(scene, thing, 1)), _beyond(down, _span(scene, thing, 0))]) for thing in things
    ]


def _span(scene: Scene, thing: Thing, axis: int) -> tuple[float, float, float]:
    """Return where a thing begins, has its centroid and ends along an axis, from -1 to 1 across the image."""
    start, length = (thing.row, thing.col)[axis], thing.crop.shape[axis]
    first, middle, last = (2 * place / scene.shape[axis] - 1 for place in (start, thing.centre[axis], start + length))
    return first, middle, last


def _beyond(side: float, span: tuple[float, float, float]) -> Verdict:
    """Judge a side along one axis by the centroid; what reaches over the middle is in doubt."""
    if side == 0:
        return True
    first, middle, last = span if side > 0 else (-span[2], -span[1], -span[0])
    if middle >= 0.3 and first >= -0.2:
        return True
    return False if middle <= 0 and last <= 0.24 else None


def all_of(verdicts: Sequence[Verdict]) -> Verdict:
    """Return False where one says no, None where one cannot tell, else True."""
    if any(verdict is False for verdict in verdicts):
        return False
    return None if any(verdict is None for verdict in verdicts) else True


def _ordinal(number: int, backward: bool, scene: Scene, things: Sequence[Thing]) -> list[Verdict]:
    """Judge which one is the `number`-th (from 0) of a row that runs across the image."""
    xs, ys = [_x(scene, thing) for thing in things], [_y(scene, thing) for thing in things]
    whole = not any(scene.sliver(thing, things) for thing in things)
    clear = whole and len(things) in NUMBERS and len(things) >= 3 and number < len(things)
    if not clear or min(np.diff(sorted(xs))) < 0.05 or np.ptp(ys) > 0.6 * np.ptp(xs):
        return [None] * len(things)
    order = np.argsort(xs)[::-1] if backward else np.argsort(xs)
    return [bool(index == order[number]) for index in range(len(things))]


def _on(name: str, scene: Scene, things: Sequence[Thing]) -> list[Verdict]:
    """Judge whether things stand on a class: most of their rim is of it."""
    return [_band(scene.around(thing, name), 0.1, 0.7) for thing in things]


def _enclosed(name: str, scene: Scene, things: Sequence[Thing]) -> list[Verdict]:
    return [None if scene.cut(thing) else _band(scene.around(thing, name), 0.5, 0.9) for thing in things]


def _near(name: str, scene: Scene, things: Sequence[Thing]) -> list[Verdict]:
    """Judge whether things are within about three metres of a class, and no farther than eight is a doubt."""
    return [_band(scene.distance_m(thing, name), 8.0, 3.0) for thing in things]


def colour_traits() -> list[Trait]:
    """Return the colours, for classes whose colour people name."""
    return [
        Trait("attribute", partial(_coloured, word), before=word, deniable=True, group="colour") for word in COLOURS
    ]


def size_traits() -> list[Trait]:
    """Return sizes against the others, and superlatives."""
    return [
        Trait("size", partial(_sized, 2.0), before="large", group="size"),
        Trait("size", partial(_sized, 0.5), before="small", group="size"),
        Trait("size", partial(_extreme, _negative(_log_area), 0.3), before="the largest", single=True, group="size"),
        Trait("size", partial(_extreme, _log_area, 0.3), before="the smallest", single=True, group="size"),
    ]


def position_traits() -> list[Trait]:
    """Return sides, corners, the middle, extremes, and places in a row."""
    sides = {
        "on the left": (-1, 0),
        "on the right": (1, 0),
        "at the top": (0, -1),
        "at the bottom": (0, 1),
        "in the top left": (-1, -1),
        "in the top right": (1, -1),
        "in the bottom left": (-1, 1),
        "in the bottom right": (1, 1),
    }
    traits = [
        Trait("position", partial(_located, *side), after=words, deniable=True, group="place")
        for words, side in sides.items()
    ]
    traits += [
        Trait("position", partial(_extreme, rank, 0.06, least=least), before=f"the {word}", single=True, group="place")
        for word, rank, least in (
            ("leftmost", _x, _half_width), ("rightmost", _negative(_x), _half_width),
            ("topmost", _y, _half_height), ("bottommost", _negative(_y), _half_height),
        )
    ]  # fmt: skip
    for number in range(1, len(ORDINALS)):
        for backward, side in ((False, "left"), (True, "right")):
            judge = partial(_ordinal, number, backward)
            words = f"the {ORDINALS[number]}"
            traits.append(Trait("position", judge, words, f"from the {side}", single=True, group="place"))
    return traits


def relation_traits(name: str, scene: Scene) -> list[Trait]:
    """Return how things of a class may stand to the other complete classes of a scene, absent ones left out."""
    traits: list[Trait] = []
    others = {thing.name for thing in scene.things} & scene.complete - {name}
    for other in sorted(others):
        traits += _relations(name, other)
    return traits


_NOT_ALONG = {"bridge", "water", "runway", "railway", "land", "sand", "bare soil", "crops", "airplane", "ship"}
"""What crosses a road, or lies beside one by chance."""


def _relations(name: str, other: str) -> list[Trait]:
    """Return what may be said of `name` beside `other`, in the words of RefSegRS where it has them."""

    def relation(judge: Callable[..., list[Verdict]], words: str, deniable: bool = True) -> Trait:
        return Trait("relation", partial(judge, other), after=words, deniable=deniable, group="relation")

    vehicle = name in {"car", "truck", "bus", "minibus", "trailer"}
    if other == "road":
        if vehicle:
            return [relation(_on, "driving on the road")]
        return [] if name in _NOT_ALONG else [relation(_near, "along the road")]
    if other == "parking lot":
        return [relation(_on, "in the parking area")] if vehicle else [relation(_near, "next to the parking lot")]
    if other in {"grass", "vegetation", "water", "sand", "trees"}:
        return [relation(_enclosed, f"surrounded by {other}", deniable=False)]
    if other == "building" and name in {"swimming pool", "parking lot", "trees", "car", "grass"}:
        return [relation(_near, "next to a building")]
    if other in {"dock", "runway", "railway"} and name not in LYING:
        return [relation(_near, f"near the {other}")]
    if other in {"tennis court", "swimming pool"} and name in {"building", "trees", "parking lot"}:
        return [relation(_near, f"next to a {other}")]
    return []


def traits_of(name: str, scene: Scene) -> list[Trait]:
    """Return every trait that may be said of a class in a scene."""
    traits = colour_traits() if name in PAINTED else []
    if name not in LYING | CLUMPS:
        traits += size_traits()
    places = [trait for trait in position_traits() if not (trait.single and name in LYING | CLUMPS)]
    return [*traits, *places, *relation_traits(name, scene)]
