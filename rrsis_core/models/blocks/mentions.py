"""Which word pieces of a phrase name an object, and which say where it is, for FIANet.

Paper: FIANet, arXiv 2409.13637; class lists of RefSegRS (arXiv 2306.08625) and RRSIS-D (arXiv 2312.12470).
Our departure: the authors find class names as substrings of words, and places by NLTK's part-of-speech tags and three
rules ("in the parking area"); here both are found among BERT's word pieces, places as a preposition and the words after
it up to the next preposition, three at most, so that no tagger has to be installed.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor

# Word pieces of bert-base-uncased; a test holds the table against the vocabulary.
OBJECTS: dict[str, tuple[int, ...]] = {
    "airplane": (13297,),
    "airplanes": (24042,),
    "airport": (3199,),
    "airports": (13586,),
    "baseball field": (3598, 2492),
    "baseball fields": (3598, 4249),
    "basketball court": (3455, 2457),
    "basketball courts": (3455, 5434),
    "bikeway": (7997, 4576),
    "bikeways": (7997, 14035),
    "bridge": (2958,),
    "bridges": (7346,),
    "building": (2311,),
    "buildings": (3121,),
    "bus": (3902,),
    "buses": (7793,),
    "car": (2482,),
    "cars": (3765,),
    "chimney": (17321,),
    "chimneys": (28885,),
    "dam": (5477,),
    "dams": (17278,),
    "expressway service area": (11720, 2326, 2181),
    "expressway service areas": (11720, 2326, 2752),
    "expressway toll station": (11720, 9565, 2276),
    "expressway toll stations": (11720, 9565, 3703),
    "golf field": (5439, 2492),
    "golf fields": (5439, 4249),
    "ground track field": (2598, 2650, 2492),
    "ground track fields": (2598, 2650, 4249),
    "harbor": (6496,),
    "impervious surface": (17727, 2121, 24918, 3302),
    "impervious surfaces": (17727, 2121, 24918, 9972),
    "low vegetation": (2659, 10072),
    "overpass": (2058, 15194),
    "road": (2346,),
    "road marking": (2346, 10060),
    "road markings": (2346, 13967),
    "roads": (4925,),
    "ship": (2911,),
    "ships": (3719,),
    "sidewalk": (11996,),
    "sidewalks": (28386,),
    "stadium": (3346,),
    "stadiums": (28244,),
    "storage tank": (5527, 4951),
    "storage tanks": (5527, 7286),
    "tennis court": (5093, 2457),
    "tennis courts": (5093, 5434),
    "trailer": (9117,),
    "trailers": (21389,),
    "train station": (3345, 2276),
    "train stations": (3345, 3703),
    "tree": (3392,),
    "trees": (3628,),
    "truck": (4744,),
    "trucks": (9322,),
    "van": (3158,),
    "vans": (21994,),
    "vehicle": (4316,),
    "vehicles": (4683,),
    "windmill": (25367,),
}
PREPOSITIONS: dict[str, int] = {
    "above": 2682,
    "across": 2408,
    "along": 2247,
    "around": 2105,
    "at": 2012,
    "behind": 2369,
    "below": 2917,
    "beside": 3875,
    "between": 2090,
    "by": 2011,
    "in": 1999,
    "inside": 2503,
    "near": 2379,
    "on": 2006,
    "outside": 2648,
    "over": 2058,
    "through": 2083,
    "under": 2104,
    "with": 2007,
    "within": 2306,
}
SEP = 102
PLACE_WORDS = 3
"""How many word pieces after a preposition belong to its place."""


def object_mask(ids: Tensor, mask: Tensor) -> Tensor:
    """Return (B, L) of mask's type: 1 where a class name stands in `ids` (B, L), 0 elsewhere."""
    rows = [_mark_objects(row) for row in (ids * mask).tolist()]
    return torch.tensor(rows, dtype=mask.dtype, device=mask.device)


def place_mask(ids: Tensor, mask: Tensor) -> Tensor:
    """Return (B, L) of mask's type: 1 where `ids` (B, L) say where; a phrase that says nothing of it is kept whole."""
    known = (ids * mask).tolist()
    rows = [_mark_places(row, _mark_objects(row)) for row in known]
    found = torch.tensor(rows, dtype=mask.dtype, device=mask.device)
    return torch.where(found.any(1, keepdim=True), found, mask)


def _mark_objects(row: Sequence[int]) -> list[int]:
    marks = [0] * len(row)
    for pieces in OBJECTS.values():
        for start in range(len(row) - len(pieces) + 1):
            if tuple(row[start : start + len(pieces)]) == pieces:
                marks[start : start + len(pieces)] = [1] * len(pieces)
    return marks


def _mark_places(row: Sequence[int], objects: Sequence[int]) -> list[int]:
    starts = set(PREPOSITIONS.values())
    marks, left = [0] * len(row), 0
    for at, piece in enumerate(row):
        if piece in (0, SEP):
            left = 0
        elif piece in starts and not (objects[at] and at + 1 < len(row) and objects[at + 1]):  # the over of overpass
            left = PLACE_WORDS + 1
        marks[at] = int(left > 0)
        left -= 1
    return marks
