"""The words of the phrases: names of classes, plurals, colours and how an attribute is said."""

from __future__ import annotations

import numpy as np

NAMES: dict[str, tuple[str, ...]] = {
    "airplane": ("airplane", "plane", "aeroplane", "aircraft"),
    "bare soil": ("bare soil", "bare ground", "soil"),
    "baseball diamond": ("baseball diamond", "baseball infield"),
    "basketball court": ("basketball court",),
    "bridge": ("bridge",),
    "building": ("building", "house", "roof", "building"),
    "bus": ("bus",),
    "car": ("car", "car", "automobile"),
    "crops": ("crops", "crop fields", "farmland", "cropland"),
    "dock": ("dock", "pier", "jetty"),
    "grass": ("grass", "lawn", "meadow"),
    "parking lot": ("parking lot", "car park", "parking area"),
    "railway": ("railway", "railway track", "railway line"),
    "road": ("road", "street", "road"),
    "runway": ("runway", "airstrip"),
    "sand": ("sand", "sandy ground"),
    "ship": ("boat", "ship", "boat", "vessel"),
    "shrubs": ("shrub", "bush"),
    "sidewalk": ("sidewalk", "walkway", "footpath"),
    "solar panel": ("solar panel",),
    "storage tank": ("storage tank", "tank", "oil tank"),
    "swimming pool": ("swimming pool", "pool"),
    "tennis court": ("tennis court",),
    "trees": ("tree",),
    "truck": ("truck", "lorry"),
    "water": ("water",),
}
MASS = {"bare soil", "bare ground", "soil", "crops", "crop fields", "farmland", "cropland", "grass", "lawn", "meadow",
        "sand", "sandy ground", "water", "aircraft"}  # fmt: skip
IRREGULAR = {"bus": "buses", "bush": "bushes", "lorry": "lorries", "jetty": "jetties"}
COLOURS = frozenset(("white", "black", "silver", "grey", "red", "blue", "green", "yellow", "orange", "brown", "rusty"))
ROOF_COLOURS = ("red", "orange", "brown", "grey", "dark", "blue", "green", "white", "beige", "rusty")
SAYABLE: dict[str, frozenset[str]] = {
    "building": frozenset(
        [f"{colour} roof" for colour in ROOF_COLOURS]
        + ["tiled roof", "tin roof", "flat roof", "gable roof", "hip roof", "L-shaped", "long"]
    ),
    "car": COLOURS | {"parked", "moving", "van"},
    "truck": COLOURS | {"parked", "moving", "long"},
    "bus": COLOURS | {"parked", "moving"},
    "ship": COLOURS | {"moored", "moving"},
    "airplane": frozenset(("large", "small")),
    "trees": frozenset(("palm", "bare", "conifer", "large", "small")),
    "shrubs": frozenset(),
    "road": frozenset(("dirt", "paved", "driveway")),
    "bare soil": frozenset(("ploughed",)),
    "swimming pool": frozenset(("kidney-shaped", "rectangular")),
    "storage tank": frozenset(("white", "grey", "rusty", "large", "small")),
    "parking lot": frozenset(("gravel", "asphalt")),
    "bridge": frozenset(), "dock": frozenset(), "baseball diamond": frozenset(),
}  # fmt: skip
#: For a class, a wrong attribute and the attributes too close to it for the phrase to be surely wrong.
ABSENT_WORDS: dict[str, dict[str, tuple[str, ...]]] = {
    "car": {"red": ("red",), "yellow": ("yellow",), "blue": ("blue",), "green": ("green",)},
    "truck": {"red": ("red", "orange"), "blue": ("blue",), "yellow": ("orange",), "green": ("green",)},
    "bus": {"red": ("red",), "yellow": ("yellow",), "blue": ("blue",)},
    "ship": {"red": ("red",), "blue": ("blue",), "green": ("green",)},
    "building": {
        "red roof": ("red roof", "orange roof", "rusty roof", "brown roof"), "blue roof": ("blue roof",),
        "green roof": ("green roof",), "white roof": ("white roof", "beige roof", "grey roof"),
        "orange roof": ("orange roof", "red roof", "rusty roof"), "tin roof": ("tin roof",),
        "tiled roof": ("tiled roof", "shingle roof"), "black roof": ("dark roof", "grey roof"),
    },
    "tennis court": {"red": ("red",), "blue": ("blue",), "green": ("green",)},
    "trees": {"palm": ("palm",), "bare": ("bare",)},
    "storage tank": {"rusty": ("rusty",), "green": ("green",)},
    "road": {"dirt": ("dirt",)},
}  # fmt: skip
COUNTS = {2: "two", 3: "three", 4: "four", 5: "five"}


def plural(noun: str) -> str:
    """The plural of a noun, or the noun itself when it is a mass."""
    if noun in MASS:
        return noun
    return IRREGULAR.get(noun, f"{noun}s")


def class_named(phrase: str) -> str | None:
    """The class that a bare noun such as "the houses" means, or None."""
    words = phrase.lower().removeprefix("the ").removeprefix("all ").strip()
    for class_name, nouns in NAMES.items():
        if words in nouns or words in map(plural, nouns):
            return class_name
    return None


def qualified(class_name: str, word: str, noun: str, rng: np.random.Generator) -> str:
    """A noun with an attribute, said in one of its ways."""
    if not word:
        return noun
    special = {"conifer": "conifer", "driveway": "driveway", "van": "van"}
    if word in special:
        return special[word] + ("s" if noun.endswith("s") else "")
    if word.endswith(" roof"):
        return _roofed(word, noun, rng)
    if word in ("palm", "bare", "dirt") or class_name not in ("trees",):
        return f"{word} {noun}"
    return f"{'big' if word == 'large' and rng.random() < 0.4 else word} {noun}"


def _roofed(word: str, noun: str, rng: np.random.Generator) -> str:
    many = noun.endswith("s")
    if noun.startswith("roof"):
        return f"{word}s" if many else word
    if many:
        return f"{noun} with {word}s"
    return f"{noun} with a {word}" if rng.random() < 0.7 else f"{word}ed {noun}"
