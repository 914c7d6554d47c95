"""Colours by meaning: what a phrase speaks of decides how its polygons look."""

from __future__ import annotations

import re
from typing import Container, Optional
from zlib import crc32

# Colour (red, green, blue) and the words, in the singular, that call for it; the last one of a phrase is its head.
MEANINGS = (
    ((47, 128, 237), "water river lake pond sea canal stream pool reservoir harbor harbour"),
    ((52, 152, 60), "tree forest wood bush shrub vegetation crown hedge orchard plant palm"),
    ((139, 195, 74), "grass lawn meadow field crop farmland garden park pasture green"),
    ((214, 69, 65), "building house roof rooftop shed hangar barn warehouse church school tower"),
    ((120, 120, 130), "road street highway path runway taxiway sidewalk pavement track railway bridge lane"),
    ((245, 166, 35), "car vehicle truck bus van trailer motorcycle train"),
    ((155, 89, 182), "ship boat vessel ferry yacht dock pier"),
    ((0, 188, 212), "airplane plane aircraft helicopter jet"),
    ((160, 110, 70), "soil sand dirt beach rock bare quarry ground earth"),
    ((63, 81, 181), "solar panel photovoltaic"),
    ((233, 30, 99), "court stadium playground diamond pitch"),
    ((96, 125, 139), "parking lot apron tank storage silo container"),
)
PALETTE = ((230, 25, 75), (60, 180, 75), (67, 99, 216), (245, 130, 49), (145, 30, 180), (0, 128, 128), (240, 50, 230))
_COLOURS = {word: colour for colour, words in MEANINGS for word in words.split()}
_RELATIONS = frozenset(
    ["of", "with", "on", "in", "at", "near", "beside", "along", "by", "next", "left", "right", "behind", "between"]
).union(["under", "over", "above", "below", "that", "which", "from", "to"])


def _singular(word: str) -> str:
    for ending, stem in (("shes", "sh"), ("ches", "ch"), ("sses", "ss"), ("ries", "ry"), ("buses", "bus")):
        if word.endswith(ending):
            return word[: -len(ending)] + stem
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > 3 else word


def head_of(phrase: str, known: Container[str]) -> Optional[str]:
    """Return the word of `known` that `phrase` is about, in the singular: the last one before a relation."""
    head = None
    for word in re.findall(r"\w+", phrase.lower()):
        if word in _RELATIONS and head is not None:
            break
        head = next((form for form in (word, _singular(word)) if form in known), head)
    return head


def colour_of(phrase: str) -> tuple[int, int, int]:
    """Return (red, green, blue), 0 to 255, for `phrase`: that of the thing it names, else a steady one of a palette."""
    head = head_of(phrase, _COLOURS)
    return _COLOURS[head] if head else PALETTE[crc32(phrase.lower().encode()) % len(PALETTE)]
