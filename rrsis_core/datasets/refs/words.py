"""The nouns of each class, and which classes a wider noun takes in.

After RefSegRS: identity mapping (one class, several nouns) and inclusion mapping (one noun, several classes).
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Noun:
    """A noun in its singular and plural; equal where it is only used in one number."""

    one: str
    many: str

    def of(self, count: int) -> str:
        """Return the form for a number of things."""
        return self.one if count == 1 else self.many


def _nouns(*pairs: tuple[str, str]) -> tuple[Noun, ...]:
    return tuple(Noun(one, many) for one, many in pairs)


NOUNS: dict[str, tuple[Noun, ...]] = {
    "airplane": _nouns(("airplane", "airplanes"), ("plane", "planes"), ("aircraft", "aircraft")),
    "bare soil": _nouns(
        ("bare soil", "bare soil"), ("bare ground", "bare ground"), ("patch of dirt", "patches of dirt")
    ),
    "baseball diamond": _nouns(("baseball diamond", "baseball diamonds"), ("baseball field", "baseball fields")),
    "basketball court": _nouns(("basketball court", "basketball courts")),
    "bridge": _nouns(("bridge", "bridges"), ("overpass", "overpasses")),
    "building": _nouns(("building", "buildings"), ("roof", "roofs"), ("house", "houses")),
    "bus": _nouns(("bus", "buses")),
    "car": _nouns(("car", "cars"), ("automobile", "automobiles")),
    "crops": _nouns(("crop field", "crop fields"), ("farm field", "farm fields")),
    "cyclist": _nouns(("cyclist", "cyclists")),
    "dock": _nouns(("dock", "docks"), ("pier", "piers"), ("jetty", "jetties")),
    "grass": _nouns(("patch of grass", "grass"), ("lawn", "lawns")),
    "land": _nouns(("bare land", "bare land"), ("open ground", "open ground")),
    "minibus": _nouns(("minibus", "minibuses"), ("van", "vans")),
    "parking lot": _nouns(
        ("parking lot", "parking lots"), ("car park", "car parks"), ("parking area", "parking areas")
    ),
    "railway": _nouns(("railway track", "railway tracks"), ("rail track", "rail tracks")),
    "road": _nouns(("road", "roads"), ("street", "streets")),
    "runway": _nouns(("runway", "runways")),
    "sand": _nouns(("sand", "sand"), ("sandy ground", "sandy ground")),
    "ship": _nouns(("ship", "ships"), ("boat", "boats")),
    "shrubs": _nouns(("shrubs", "shrubs"), ("bushes", "bushes")),
    "sidewalk": _nouns(("sidewalk", "sidewalks"), ("footpath", "footpaths"), ("walkway", "walkways")),
    "soccer field": _nouns(("soccer field", "soccer fields"), ("football pitch", "football pitches")),
    "solar panel": _nouns(("solar panel", "solar panels")),
    "storage tank": _nouns(("storage tank", "storage tanks"), ("tank", "tanks")),
    "swimming pool": _nouns(("swimming pool", "swimming pools"), ("pool", "pools")),
    "tennis court": _nouns(("tennis court", "tennis courts")),
    "trailer": _nouns(("trailer", "trailers")),
    "trees": _nouns(("trees", "trees")),
    "truck": _nouns(("truck", "trucks"), ("lorry", "lorries")),
    "vegetation": _nouns(("vegetation", "vegetation"), ("green area", "green areas")),
    "water": _nouns(("water", "water"), ("body of water", "bodies of water")),
}
INCLUSIONS: dict[str, tuple[tuple[Noun, ...], tuple[str, ...]]] = {
    "vehicle": (_nouns(("vehicle", "vehicles")), ("car", "truck", "bus", "minibus", "trailer")),
    "vegetation": (_nouns(("vegetation", "vegetation")), ("trees", "shrubs", "grass", "crops")),
    "sports ground": (
        _nouns(("sports ground", "sports grounds")),
        ("tennis court", "basketball court", "baseball diamond", "soccer field"),
    ),
}
LYING = frozenset(
    {"road", "sidewalk", "parking lot", "runway", "railway", "grass", "sand", "bare soil", "water", "land", "crops",
     "vegetation"}
)  # fmt: skip
"""Classes that lie on the ground, on which others stand, and which have no clear number."""
CLUMPS = frozenset({"trees", "shrubs"})
"""Classes whose things may be one or many grown together, so that none is counted or singled out."""
PAINTED = frozenset({"car", "truck", "bus", "minibus", "building", "airplane", "ship", "storage tank", "trailer"})
"""Classes whose colour people name."""


def nouns_of(name: str) -> tuple[Noun, ...]:
    """Return the nouns of a class; an unknown class is called by its name."""
    return NOUNS.get(name, (Noun(name, name if name.endswith("s") else f"{name}s"),))
