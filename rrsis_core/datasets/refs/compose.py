"""From a scene to phrases: every phrase that is sure, and a balanced draw of them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from ..base import ABSENT
from .things import Scene, Thing
from .traits import NUMBERS, Trait, Verdict, all_of, traits_of
from .words import CLUMPS, INCLUSIONS, LYING, NOUNS, Noun, nouns_of

FRAMES = ("{}", "{}", "{}", "the {}", "all {}", "{} in the image")
ABSENT_SHARE = 0.25
_BUSINESS = {"airplane", "runway", "storage tank", "railway", "dock"}


@dataclass(frozen=True)
class Meaning:
    """A phrase before it is worded.

    Args:
        target: The class or wider noun.
        kind: Of the phrase.
        things: What it means; empty for an absent one.
        nouns: Ways to call the things.
        before, after: What stands around the noun.
        definite: Whether it means exactly one thing by name.
        about: The kind that an absent phrase would have if it were not.
    """

    target: str
    kind: str
    things: tuple[Thing, ...]
    nouns: tuple[Noun, ...]
    before: str = ""
    after: str = ""
    definite: bool = False
    about: str = ""

    def word(self, draw: np.random.Generator) -> str:
        """Return the phrase with a noun and a frame drawn: paraphrases of one meaning."""
        noun = self.nouns[draw.integers(len(self.nouns))]
        count = 1 if self.definite else len(self.things)
        if not self.things and not self.definite:
            count = int(draw.integers(1, 3))
        words = " ".join(filter(None, (self.before, noun.of(count), self.after)))
        plain = self.definite or self.kind == "count"
        frame = "{}" if plain or words.startswith("the ") else FRAMES[draw.integers(len(FRAMES))]
        if count == 1 and frame == "all {}":
            frame = "the {}"
        if frame == "{} in the image" and self.after:
            frame = "{}"
        return frame.format(words)


def meanings(scene: Scene) -> Iterator[Meaning]:
    """Yield every meaning that is sure in a scene.

    Of a class that is not complete nothing is said: there may be more of it.
    """
    for name in sorted(scene.complete):
        things = scene.of([name])
        nouns = _fitting(nouns_of(name), scene)
        yield Meaning(name, "category" if things else ABSENT, tuple(things), nouns, about="category")
        if things:
            yield from _parted(name, scene, things, nouns)
            yield from _counted(name, scene, things, nouns)
    yield from _included(scene)


def _fitting(nouns: tuple[Noun, ...], scene: Scene) -> tuple[Noun, ...]:
    """Return the nouns without "house" where buildings are hangars, halls and terminals."""
    business = any(thing.name in _BUSINESS for thing in scene.things)
    return tuple(noun for noun in nouns if not (business and noun.one == "house"))


def _counted(name: str, scene: Scene, things: Sequence[Thing], nouns: tuple[Noun, ...]) -> Iterator[Meaning]:
    whole = not any(scene.sliver(thing, things) for thing in things)
    if whole and len(things) in NUMBERS and name not in LYING | CLUMPS:
        yield Meaning(name, "count", tuple(things), nouns, before=NUMBERS[len(things)])


def _included(scene: Scene) -> Iterator[Meaning]:
    """Yield wider nouns of which every class is complete or not known to this world."""
    for target, (nouns, members) in INCLUSIONS.items():
        things = scene.of(members)
        inside = [name for name in members if name in scene.complete]
        sure = len(inside) >= min(3, len(members)) and all(thing.name in inside for thing in things)
        if sure and len({thing.name for thing in things}) > 1:
            yield Meaning(target, "category", tuple(things), nouns)


def _parted(name: str, scene: Scene, things: Sequence[Thing], nouns: tuple[Noun, ...]) -> Iterator[Meaning]:
    """Yield what single traits and pairs of them part from the rest."""
    judged: list[tuple[Trait, list[Verdict]]] = []
    traits = traits_of(name, scene)
    if any(thing.point is not None for thing in things):  # a place has no size, colour or rim
        traits = [trait for trait in traits if trait.kind == "position"]
    for trait in traits:
        verdicts = trait.judge(scene, things)
        if any(verdict is not None for verdict in verdicts):
            judged.append((trait, verdicts))
        yield from _meaning(name, things, nouns, [trait], verdicts)
    for index, (first, first_said) in enumerate(judged):
        for second, second_said in judged[index + 1 :]:
            if first.group == second.group or first.single or second.single or (first.before and second.before):
                continue
            joined = [all_of(pair) for pair in zip(first_said, second_said, strict=True)]
            if any(joined):
                yield from _meaning(name, things, nouns, [first, second], joined)


def _meaning(
    name: str, things: Sequence[Thing], nouns: tuple[Noun, ...], traits: Sequence[Trait], verdicts: Sequence[Verdict]
) -> Iterator[Meaning]:
    """Yield the meaning if nothing is in doubt: an absent one where the traits hold for none and may be denied."""
    if any(verdict is None for verdict in verdicts):
        return
    chosen = tuple(thing for thing, verdict in zip(things, verdicts, strict=True) if verdict)
    kind = traits[-1].kind
    if not chosen and not all(trait.deniable for trait in traits):
        return
    before = " ".join(filter(None, (trait.before for trait in traits)))
    after = " ".join(filter(None, (trait.after for trait in traits)))
    single = any(trait.single for trait in traits)
    yield Meaning(name, kind if chosen else ABSENT, chosen, nouns, before, after, single, about=kind)


@dataclass
class Drawer:
    """Draws phrases so that kinds and targets come out even over all scenes.

    Args:
        seed: Of the draw.
        per_image: How many phrases an image gets at most.
        wanted: Kinds that are drawn; empty: all.
    """

    seed: int = 0
    per_image: int = 12
    wanted: frozenset[str] = frozenset()
    kinds: Counter[str] = field(default_factory=Counter, init=False)
    targets: Counter[str] = field(default_factory=Counter, init=False)

    def __post_init__(self) -> None:
        """Seed the draw."""
        self._random = np.random.default_rng(self.seed)

    def draw(self, scene: Scene) -> list[tuple[str, Meaning]]:
        """Return worded phrases of a scene, each different; of those a share is absent."""
        waiting = [meaning for meaning in meanings(scene) if not self.wanted or meaning.kind in self.wanted]
        present = [meaning for meaning in waiting if meaning.things]
        absent = [meaning for meaning in waiting if not meaning.things]
        drawn: dict[str, Meaning] = {}
        self._take(present, round(self.per_image * (1 - ABSENT_SHARE)), drawn)
        self._take(absent, max(1, round(len(drawn) * ABSENT_SHARE / (1 - ABSENT_SHARE))), drawn)
        return list(drawn.items())

    def _take(self, waiting: list[Meaning], count: int, drawn: dict[str, Meaning]) -> None:
        """Move up to `count` meanings from those that wait to those that are drawn."""
        wanted = len(drawn) + count
        while waiting and len(drawn) < wanted:
            weights = np.array([self._weight(meaning) for meaning in waiting])
            meaning = waiting.pop(self._random.choice(len(waiting), p=weights / weights.sum()))
            phrase = meaning.word(self._random)
            if phrase not in drawn:
                drawn[phrase] = meaning
                self.kinds[meaning.kind] += 1
                self.targets[meaning.target] += 1

    def _weight(self, meaning: Meaning) -> float:
        """Return how welcome a meaning is: less where its kind and target, and its absence, are common."""
        known = 1.0 if meaning.target in NOUNS or meaning.target in INCLUSIONS else 0.7
        common = (1 + self.kinds[meaning.kind]) * math.sqrt(1 + self.targets[meaning.target])
        hard = 3.0 if meaning.kind == ABSENT and meaning.about != "category" else 1.0
        return known * hard / common
