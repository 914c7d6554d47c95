"""Words of direction under the eight symmetries, and colours that forbid a change of hue."""

from __future__ import annotations

import re

# A direction is (x to the right, y down).
_DIRECTIONS = {
    "left": (-1, 0), "right": (1, 0), "top": (0, -1), "bottom": (0, 1), "upper": (0, -1), "lower": (0, 1),
    "leftmost": (-1, 0), "rightmost": (1, 0), "topmost": (0, -1), "bottommost": (0, 1), "uppermost": (0, -1),
    "lowermost": (0, 1), "north": (0, -1), "south": (0, 1), "west": (-1, 0), "east": (1, 0), "northern": (0, -1),
    "southern": (0, 1), "western": (-1, 0), "eastern": (1, 0), "above": (0, -1), "below": (0, 1),
    "left of": (-1, 0), "right of": (1, 0), "northernmost": (0, -1), "southernmost": (0, 1),
}  # fmt: skip
_FAMILIES = (
    ("left", "right", "top", "bottom"),
    ("leftmost", "rightmost", "topmost", "bottommost"),
    ("west", "east", "north", "south"),
    ("western", "eastern", "northern", "southern"),
    ("left of", "right of", "above", "below"),
)
_FAMILY = {word: family for family in _FAMILIES for word in family}
_FAMILY |= {"upper": ("left", "right", "upper", "lower"), "lower": ("left", "right", "upper", "lower")}
_FAMILY |= {"uppermost": _FAMILIES[1], "lowermost": _FAMILIES[1]}
_FAMILY |= {"northernmost": _FAMILIES[1], "southernmost": _FAMILIES[1]}
_PAIR = r"(top|upper|bottom|lower|north|south)[ -]?(left|right|west|east)\b"
_SIDE = r"(?:(?:on|to|at) the )?(left|right) of\b"
_PLAIN = r"\b(" + "|".join(sorted((w for w in _DIRECTIONS if " " not in w), key=len, reverse=True)) + r")\b"
_NO_SIDE = r"\bright (?=next|beside|under|at|by|in front|behind|above|below|angle)"
_WORD = re.compile(f"{_NO_SIDE}|{_PAIR}|{_SIDE}|{_PLAIN}")
_COLOUR = re.compile(
    r"\b(white|black|gr[ea]y|silver|red|reddish|maroon|blue|bluish|teal|turquoise|green|greenish|olive|yellow|yellowish|orange|"
    r"brown|brownish|beige|tan|pink|pinkish|purple|cream|peach|colou?red|rusty|dark|light|bright|pale)\b"
)
_PLURAL = re.compile(r"(?<=[sxh])es$|(?<=[^su])s$")
_SMALL_WORDS = frozenset({"the", "all", "any", "every", "and", "with", "image", "show", "are", "near", "next"})


def stems(phrase: str) -> set[str]:
    """Return the longer words of `phrase` without the endings of a plural."""
    return {_PLURAL.sub("", word) for word in re.findall(r"[a-z]{3,}", phrase.lower())} - _SMALL_WORDS


def turn_direction(direction: tuple[int, int], turn: int) -> tuple[int, int]:
    """Return `direction` (x, y down) after one of the eight symmetries of augment.View."""
    x, y = direction
    if turn >= 4:
        x = -x
    for _ in range(turn % 4):  # a quarter turn counter-clockwise: right → top, top → left
        x, y = y, -x
    return x, y


def _say(direction: tuple[int, int], family: tuple[str, ...]) -> str:
    return family[((-1, 0), (1, 0), (0, -1), (0, 1)).index(direction)]


def turn_words(phrase: str, turn: int) -> str:
    """Return `phrase` with its words of direction as they read after one of the eight symmetries."""
    if turn == 0:
        return phrase

    def changed(match: re.Match[str]) -> str:
        vertical, horizontal, side, plain = match.groups()
        if vertical:
            return _turn_pair(vertical, horizontal, turn)
        if side:
            return _say(turn_direction(_DIRECTIONS[side], turn), _FAMILIES[4])
        if plain:
            return _say(turn_direction(_DIRECTIONS[plain], turn), _FAMILY[plain])
        return match.group(0)

    return _WORD.sub(changed, phrase)


def _turn_pair(vertical: str, horizontal: str, turn: int) -> str:
    """Return the name of the corner that (vertical, horizontal) becomes."""
    (ax, ay) = turn_direction(_DIRECTIONS[vertical], turn)
    (bx, by) = turn_direction(_DIRECTIONS[horizontal], turn)
    x, y = ax + bx, ay + by
    if horizontal in ("west", "east"):
        return ("north" if y < 0 else "south") + ("west" if x < 0 else "east")
    high, low = ("upper", "lower") if vertical in ("upper", "lower") else ("top", "bottom")
    return (high if y < 0 else low) + " " + ("left" if x < 0 else "right")


def names_colour(phrase: str) -> bool:
    """Return whether a change of hue could make `phrase` wrong."""
    return bool(_COLOUR.search(phrase.lower()))
