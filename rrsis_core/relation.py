"""What a phrase says of the whole area: how far from something, to which side of it, or which one is the extreme.

A tile shows some 150 metres, so that "within 200 m of the river" or "the largest building" cannot be answered from one.
Such words are read here, by a grammar of English that knows what it does not understand: everything else stays with
the model, which has learnt "next to", "along", "between" and their like from what it sees. The choice is told in
docs/adr/0013-the-whole-area.md.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Optional, Tuple

_METRES = {
    r"m|met(?:re|er)s?": 1.0,
    r"km|kilomet(?:re|er)s?": 1000.0,
    r"ft|foot|feet": 0.3048,
    r"yd|yards?": 0.9144,
    r"mi|miles?": 1609.344,
}
_UNIT = "|".join(_METRES)
_LENGTH = rf"(?P<number>\d+(?:[.,]\d+)?) ?(?P<unit>{_UNIT})"
_LIES = r"(?:(?:that|which|who) )?(?:(?:is|are|lies?|stands?|is not|are not|does not lie|do not lie) )?"
_LIES += r"(?:(?:located|lying|situated|standing|sitting|parked|built|growing|found) )?"
_NOT = r"(?P<not>not )?"
_NEARER = r"(?:within|less than|closer than|nearer than|fewer than|at most|up to)"
_FARTHER = r"(?:more than|farther than|further than|over|beyond|at least|outside)"
_COMPASS = {"north": 0, "east": 90, "south": 180, "west": 270}
_BEARINGS = {
    **_COMPASS,
    **{f"{a}{dash}{b}": bearing for dash in ("", "-", " ") for a, b, bearing in (
        ("north", "east", 45), ("south", "east", 135), ("south", "west", 225), ("north", "west", 315))},
}  # fmt: skip
_SIDE = "|".join(sorted(_BEARINGS, key=len, reverse=True))
_CONDITIONS = {
    "within": rf"{_NOT}{_NEARER} {_LENGTH} (?:away )?(?:of|from|to|around)",
    "beyond": rf"{_NOT}{_FARTHER} {_LENGTH} (?:away )?(?:from|of|to)",
    "far": rf"{_NOT}(?:far|far away|a long way|away) from",
    "near": rf"{_NOT}(?:near to|near|nearby|close to|in the vicinity of|in the neighbou?rhood of)",
    "side": rf"(?:(?:to the|on the|lying) )?(?P<bearing>{_SIDE})(?:ern side)? of",
    "nearest": r"(?:nearest|closest)(?: to)?",
    "farthest": r"(?:farthest|furthest)(?: away)? from",
}
_PATTERNS = {kind: re.compile(rf"{_LIES}{words} (?P<landmark>.+)") for kind, words in _CONDITIONS.items()}
_AND = re.compile(r"(?:,? (?:and|but) |, )")
_OF_THE_PICTURE = re.compile(
    r"\b(?:top|bottom|left|right|edges?|corners?|cent(?:re|er)|middle|borders?|side|image|picture|map|frame|here|it)\b"
)
_PREPOSITION = re.compile(
    r"\b(?:of|in|on|at|by|with|near|next|beside|along|around|between|behind|above|below|under|over|inside|to|from|"
    r"that|which|within|without|facing|closest|nearest)\b"
)
_JUST = ("just", "right", "directly", "immediately", "straight")  # what is meant then, a tile shows
_EXTREMES = {
    "largest": "area", "biggest": "area", "longest": "length", "northernmost": "north", "easternmost": "east",
    "southernmost": "south", "westernmost": "west",
}  # fmt: skip
_COUNTS = {
    "": 1,
    "two ": 2,
    "three ": 3,
    "four ": 4,
    "five ": 5,
    "six ": 6,
    "2 ": 2,
    "3 ": 3,
    "4 ": 4,
    "5 ": 5,
    "6 ": 6,
}
_EXTREME = re.compile(rf"(?:the )?(?P<count>{'|'.join(_COUNTS)})(?P<word>{'|'.join(_EXTREMES)}) (?P<thing>.+)")


@dataclass(frozen=True)
class Condition:
    """Where something must be for a phrase to mean it.

    Args:
        landmark: What it is measured from, in words.
        least_m, most_m: Between which distances, on the ground.
        bearing: To which side of the landmark, degrees clockwise from north; None: any.
        rank: 1 for the nearest thing alone, -1 for the farthest; 0: all.
        in_shares: Whether distances are shares of the longer side of the area instead, see `reach_m`.
    """

    landmark: str
    least_m: float = 0.0
    most_m: float = math.inf
    bearing: Optional[int] = None
    rank: int = 0
    in_shares: bool = False


@dataclass(frozen=True)
class Relation:
    """A phrase that is answered from the whole area.

    Args:
        thing: What is looked for, in words.
        conditions: All of which hold where it is meant.
    """

    thing: str
    conditions: Tuple[Condition, ...]

    @property
    def words(self) -> Tuple[str, ...]:
        """What a model is asked: the thing and the landmarks, each once."""
        return tuple(dict.fromkeys((self.thing, *(each.landmark for each in self.conditions))))


@dataclass(frozen=True)
class Extreme:
    """Which of the things found are meant: the `count` first ones by `measure`.

    Args:
        measure: "area", "length", or "north", "east", "south", "west".
        count: How many.
    """

    measure: str
    count: int = 1


_NEAR = 0.05  # of the longer side of the area is "near", and four times as far is "far":
_REACH_M = (10.0, 100.0)  # but never less or more than this


def reach_m(share: float, longer_side_m: float) -> float:
    """Return the metres that a `share` of an area means whose longer side measures `longer_side_m`.

    Near a house means something else in a garden than in a county: it grows with what is looked at, within bounds.
    """
    least, most = (limit * share / _NEAR for limit in _REACH_M)
    return min(max(share * longer_side_m, least), most)


def relation_of(phrase: str) -> Optional[Relation]:
    """Return what `phrase` says of the whole area, or None where it says nothing of the kind.

    "houses within 50 m of the river and more than 20 m from a road" holds two conditions; a landmark that is a part of
    the picture ("near the top") is none.
    """
    text = " ".join(phrase.lower().split())
    found = min(
        (match for kind in _CONDITIONS if (match := re.search(rf" {_PATTERNS[kind].pattern}$", text))),
        key=lambda match: match.start(),
        default=None,
    )
    if found is None or not (thing := text[: found.start()].strip(" ,")):
        return None
    conditions = _conditions(text[found.start() :].strip())
    one_of_many = any(each.rank for each in conditions) and _is_many(_named(thing))
    if not conditions or one_of_many or thing.split()[-1] in _JUST:
        return None
    return Relation(thing, conditions)


def _conditions(text: str) -> Tuple[Condition, ...]:
    """Return the conditions that `text` lists; none where one of them is not understood."""
    for link in _AND.finditer(text):
        rest = text[link.end() :]
        if any(pattern.match(rest) for pattern in _PATTERNS.values()):
            first, others = _condition(text[: link.start()]), _conditions(rest)
            return (first, *others) if first and others else ()
    one = _condition(text)
    return (one,) if one else ()


def _condition(text: str) -> Optional[Condition]:
    for kind, pattern in _PATTERNS.items():
        match = pattern.fullmatch(text)
        if match is None:
            continue
        landmark = match["landmark"].strip(" .,")
        if not landmark or _OF_THE_PICTURE.search(landmark):
            return None
        if kind == "side":
            return Condition(landmark, bearing=_BEARINGS[match["bearing"]])
        if kind in ("nearest", "farthest"):
            return Condition(landmark, rank=1 if kind == "nearest" else -1)
        inner = (kind in ("within", "near")) is not _negated(match)
        if kind in ("within", "beyond"):
            limit = _metres(match["number"], match["unit"])
        else:
            limit = _NEAR if kind == "near" or inner else 4 * _NEAR
        in_shares = kind in ("near", "far")
        if inner:
            return Condition(landmark, most_m=limit, in_shares=in_shares)
        return Condition(landmark, least_m=limit, in_shares=in_shares)
    return None


def _negated(match: re.Match[str]) -> bool:
    return match["not"] is not None or " not " in f" {match.group(0)[: match.start('landmark')]}"


def _metres(number: str, unit: str) -> float:
    return float(number.replace(",", ".")) * next(size for words, size in _METRES.items() if re.fullmatch(words, unit))


def extreme_of(phrase: str) -> Optional[Extreme]:
    """Return which of the things found `phrase` means, or None where it means all of them.

    "the largest building" is one, "the two largest buildings" are two, "the largest buildings" are as many as the model
    takes for large.
    """
    match = _EXTREME.fullmatch(" ".join(phrase.lower().split()))
    if match is None:
        return None
    count = _COUNTS[match["count"]]
    named = _named(match["thing"])
    if not named or (count == 1 and _is_many(named)):
        return None
    return Extreme(_EXTREMES[match["word"]], count)


def _named(thing: str) -> str:
    """Return the noun of "roof of the house" or "long white roof": the last word before a preposition."""
    return (_PREPOSITION.split(thing)[0].split() or [""])[-1]


def _is_many(word: str) -> bool:
    return word.endswith("s") and not word.endswith(("ss", "us", "is"))
