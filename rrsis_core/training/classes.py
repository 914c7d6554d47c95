"""The classes that training images know, the words people use for them, and which of them shut each other out."""

from __future__ import annotations

from collections.abc import Iterable

from .synonyms import ALIEN, SYNONYMS, aliens, further

CLASSES = (
    "airplane", "ship", "storage tank", "baseball diamond", "tennis court", "basketball court", "swimming pool", "car",
    "truck", "bus", "trailer", "building", "road", "sidewalk", "parking lot", "runway", "railway", "bridge", "dock",
    "water", "trees", "shrubs", "grass", "crops", "sand", "bare soil", "solar panel", "vehicle", "vegetation",
)  # fmt: skip
INDEX = {name: index for index, name in enumerate(CLASSES)}
MEMBERS = {"vehicle": ("car", "truck", "bus"), "vegetation": ("trees", "shrubs", "grass", "crops")}
DRAWN = CLASSES[:27]
LYING = ("road", "sidewalk", "parking lot", "runway", "railway", "bridge", "grass", "sand", "bare soil", "water")
STANDING = ("car", "truck", "bus", "trailer", "trees", "shrubs", "ship", "airplane", "bridge", "dock", "solar panel")
RARE = (
    "airplane", "ship", "storage tank", "baseball diamond", "tennis court", "basketball court", "swimming pool",
    "runway", "railway", "dock", "crops", "solar panel", "bus",
)  # fmt: skip

MISTAKEN = {
    "parking lot": ("road", "building", "bare soil"), "runway": ("road", "parking lot"), "sidewalk": ("road",),
    "road": ("parking lot", "bare soil", "runway"), "grass": ("trees", "shrubs", "crops"), "crops": ("grass", "trees"),
    "bare soil": ("sand", "road", "grass"), "sand": ("bare soil", "road"), "shrubs": ("trees", "grass"),
    "trees": ("shrubs", "grass", "crops"), "truck": ("car", "trailer"), "trailer": ("truck", "building"),
    "bus": ("car", "truck"), "dock": ("ship", "bridge"), "swimming pool": ("water", "building"),
    "water": ("swimming pool", "grass", "trees"), "tennis court": ("parking lot", "building", "basketball court"),
    "storage tank": ("building", "swimming pool"), "building": ("parking lot", "trailer", "ship"), "car": ("trailer",),
    "ship": ("dock", "car"), "bridge": ("road", "dock"), "baseball diamond": ("bare soil", "grass"),
}  # fmt: skip
"""What is taken for each class at times, so that it is worth saying that this is not it."""

FRAMES = ("{}", "{}", "{}", "the {}", "all {}", "all the {}", "every {}", "any {}", "{} in the image", "show me the {}")


def class_phrases(name: str) -> list[str]:
    """Return every phrase that names the class alone: synonyms, singular and plural, in the frames people use."""
    return _framed(SYNONYMS[name])


def further_phrases(name: str) -> list[str]:
    """Return the same of the words that fewer people use."""
    return _framed(further(name))


def _framed(pairs: Iterable[tuple[str, str]]) -> list[str]:
    phrases = []
    for one, many in pairs:
        for frame in dict.fromkeys(FRAMES):
            noun = one if frame.startswith(("every", "any")) else many
            phrases.append(frame.format(noun))
        phrases += [one, f"the {one}"]
    return list(dict.fromkeys(phrases))


__all__ = [
    "ALIEN", "CLASSES", "DRAWN", "FRAMES", "INDEX", "LYING", "MEMBERS", "MISTAKEN", "RARE", "STANDING", "SYNONYMS",
    "aliens", "class_phrases", "further", "further_phrases",
]  # fmt: skip
