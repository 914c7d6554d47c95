"""What is asked and what comes back: plain values that cross the wall as JSON."""

from __future__ import annotations

import json
import math
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Optional, Tuple, TypeVar

from .errors import ExtentInvalid, PhraseInvalid, RequestInvalid
from .grid import Bounds
from .values import finite, from_values, known_fields, with_numbers

MAX_PHRASE_CHARACTERS = 500
MAX_PHRASES = 64
DEVICES = ("auto", "cpu", "cuda", "mps")


def check_phrase(phrase: str) -> str:
    """Return `phrase` without surplus blanks.

    Raises:
        PhraseInvalid: It holds no letter or digit, or more than 500 characters.
    """
    text = str(phrase).encode("utf-8", "replace").decode()  # what a terminal of another encoding passes on is no text
    clean = " ".join(text.split())
    if not any(character.isalnum() for character in clean):
        raise PhraseInvalid(
            f'The phrase "{clean[:40]}" says nothing: describe what to find, such as "white cars".',
            phrase=clean[:40],
        )
    if len(clean) > MAX_PHRASE_CHARACTERS:
        raise PhraseInvalid(
            f'The phrase "{clean[:40]}…" has {len(clean)} characters; at most {MAX_PHRASE_CHARACTERS} are read.'
            " Shorten it, or give several phrases.",
            phrase=clean[:40],
            characters=len(clean),
            limit=MAX_PHRASE_CHARACTERS,
        )
    return clean


def check_bounds(bounds: Bounds) -> Bounds:
    """Return `bounds` as four floats (xmin, ymin, xmax, ymax).

    Raises:
        ExtentInvalid: They are not four finite numbers with xmin < xmax and ymin < ymax.
    """
    values = tuple(float(value) for value in bounds)
    if (
        len(values) != 4
        or not all(math.isfinite(v) for v in values)
        or values[0] >= values[2]
        or values[1] >= values[3]
    ):
        raise ExtentInvalid(
            f"The extent {','.join(map(str, bounds))} is not xmin,ymin,xmax,ymax with xmin < xmax and ymin < ymax,"
            " in the raster's coordinate reference system.",
            extent=",".join(map(str, bounds)),
        )
    return values  # type: ignore[return-value]


def _check_range(name: str, value: Optional[float], low: float, high: float) -> None:
    if value is not None and not low <= value <= high:
        raise RequestInvalid(f"{name} is {value}; it must lie between {low:g} and {high:g}.", name=name, value=value)


@dataclass(frozen=True)
class VectorSettings:
    """How probabilities become polygons; changing any of these never runs the model.

    Args:
        threshold: Pixels at or above it belong to an object, 0.01 to 0.99.
        min_area_m2: Smaller polygons are dropped.
        simplify_m: Largest distance by which outlines may move, in metres; None: three quarters of a pixel.
        fill_holes_m2: Holes up to this size are filled.
        right_angles: Outlines are made rectangular where that fits (buildings, courts, vehicles).
        split_touching: Objects that touch are parted along the valley between their peaks, never into dropped pieces.
    """

    threshold: float = 0.5
    min_area_m2: float = 0.0
    simplify_m: Optional[float] = None
    fill_holes_m2: float = 0.0
    right_angles: bool = False
    split_touching: bool = False

    def check(self) -> None:
        """Raise RequestInvalid where a value lies outside its range."""
        _check_range("threshold", self.threshold, 0.01, 0.99)
        _check_range("min_area_m2", self.min_area_m2, 0.0, 1e12)
        _check_range("simplify_m", self.simplify_m, 0.0, 1e6)
        _check_range("fill_holes_m2", self.fill_holes_m2, 0.0, 1e12)


@dataclass(frozen=True)
class SegmentRequest:
    """One run of the corridor: these phrases in this raster.

    Args:
        raster: Anything that GDAL opens: a path, a `/vsi…` address, a subdataset.
        phrases: What to find, one layer each.
        output: The vector file to write (.gpkg, …), or a folder of GeoParquet files (.parquet).
        model: A name of the catalogue.
        bounds: (xmin, ymin, xmax, ymax) in the raster's CRS; None: all of it.
        mask: A vector file whose polygons, in any CRS, bound the search.
        bands: Numbers from 1 of the bands shown to the model as red, green, blue; None: chosen by the file's own words.
        stretch: Percentiles (low, high) that become black and white; None: 0–255 for 8-bit files, else 2 and 98.
        stretch_values: Instead of percentiles: the values of the file that become black and white, (low, high) for all
            three bands or (low, high, low, high, low, high) for red, green and blue.
        gsd_m: Metres a pixel at which the model looks; None: as its card says.
        vector: How probabilities become polygons.
        probability: A GeoTIFF to keep the probabilities in; None: not kept.
        device: "auto", "cpu", "cuda" (also "cuda:1") or "mps".
        batch: Tiles at a time; None: what fits.
        resume: Whether to refuse to begin anew where a run of other settings was cut off. One of the same settings is
            taken up where it stopped in any case.
        overwrite: Whether results may replace something else than earlier, untouched ones.
    """

    raster: str
    phrases: Tuple[str, ...]
    output: str
    model: str = "lgce-tiny"
    bounds: Optional[Bounds] = None
    mask: Optional[str] = None
    bands: Optional[Tuple[int, int, int]] = None
    stretch: Optional[Tuple[float, float]] = None
    stretch_values: Optional[Tuple[float, ...]] = None
    gsd_m: Optional[float] = None
    vector: VectorSettings = field(default_factory=VectorSettings)
    probability: Optional[str] = None
    device: str = "auto"
    batch: Optional[int] = None
    resume: bool = False
    overwrite: bool = False

    def checked(self) -> SegmentRequest:
        """Return the request with clean phrases, each once, in their order.

        Raises:
            RequestInvalid: A value lies outside its range; PhraseInvalid and ExtentInvalid say so of theirs.
        """
        if isinstance(self.phrases, str):  # which would be a phrase a letter
            raise PhraseInvalid(
                f'phrases is the text "{self.phrases[:40]}": give a tuple, such as ("{self.phrases[:40]}",).',
                phrase=self.phrases[:40],
            )
        phrases = tuple(dict.fromkeys(check_phrase(phrase) for phrase in self.phrases))
        if not phrases:
            raise PhraseInvalid('No phrase was given: describe what to find, for instance "white cars".', phrase="")
        if len(phrases) > MAX_PHRASES:
            raise PhraseInvalid(
                f"{len(phrases)} phrases were given; at most {MAX_PHRASES} go into one run. Start several runs.",
                phrase="",
                limit=MAX_PHRASES,
            )
        if not self.raster:
            raise RequestInvalid("No raster was given: name a raster file.", name="raster")
        if not self.output:
            raise RequestInvalid("No output was given: name a file to write, for instance found.gpkg.", name="output")
        if self.probability is not None and not str(self.probability):
            raise RequestInvalid(
                "The file for the probabilities has no name: give one, for instance p.tif.", name="probability"
            )
        self.vector.check()
        self._check_numbers()
        bounds = None if self.bounds is None else check_bounds(self.bounds)
        return replace(_with_texts(self, "raster", "output", "mask", "probability"), phrases=phrases, bounds=bounds)

    def _check_numbers(self) -> None:
        _check_range("gsd_m", self.gsd_m, 0.001, 1000.0)
        _check_range("batch", self.batch, 1, 4096)
        if self.bands is not None and (len(self.bands) != 3 or min(self.bands) < 1):
            raise RequestInvalid(f"bands is {self.bands}; give three numbers from 1, for instance 1,2,3.", name="bands")
        if self.stretch is not None and (len(self.stretch) != 2 or not 0 <= self.stretch[0] < self.stretch[1] <= 100):
            raise RequestInvalid(
                f"stretch is {self.stretch}; give two percentiles, low before high, for instance 2,98.", name="stretch"
            )
        self._check_stretch_values()
        if self.device.split(":")[0] not in DEVICES:
            raise RequestInvalid(
                f'The device "{self.device}" is unknown: give one of {", ".join(DEVICES)}.',
                name="device",
                value=self.device,
            )

    def _check_stretch_values(self) -> None:
        values = self.stretch_values
        if values is None:
            return
        pairs = list(zip(values[::2], values[1::2]))
        if len(values) not in (2, 6) or not all(-math.inf < low < high < math.inf for low, high in pairs):
            raise RequestInvalid(
                f"stretch_values is {values}; give two values of the file, low before high, for instance 0,1800, or"
                " three such pairs for red, green and blue.",
                name="stretch_values",
            )
        if self.stretch is not None:
            raise RequestInvalid(
                "Percentiles (stretch) and values (stretch_values) were both given: give one of them.",
                name="stretch_values",
            )

    def to_json(self) -> dict[str, Any]:
        """Return the request as JSON values."""
        return json.loads(json.dumps(asdict(self)))  # type: ignore[no-any-return]

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> SegmentRequest:
        """Return the request that `to_json` wrote.

        Raises:
            RequestInvalid: A key is unknown or missing.
        """
        return _request(cls, values)


@dataclass(frozen=True)
class ThresholdRequest:
    """Polygons anew from a probability raster that was kept.

    Args:
        probability: A GeoTIFF that a run wrote.
        output: The vector file to write.
        vector: How probabilities become polygons.
        phrases: Which of its phrases; empty: all.
        overwrite: Whether the result may replace something else than an earlier, untouched one.
    """

    probability: str
    output: str
    vector: VectorSettings = field(default_factory=VectorSettings)
    phrases: Tuple[str, ...] = ()
    overwrite: bool = False

    def checked(self) -> ThresholdRequest:
        """Return the request, checked, with each phrase once; raises RequestInvalid."""
        if not self.probability or not self.output:
            raise RequestInvalid("Name a probability raster and an output file.", name="probability")
        self.vector.check()
        phrases = tuple(dict.fromkeys(" ".join(phrase.split()) for phrase in self.phrases))
        return replace(_with_texts(self, "probability", "output"), phrases=phrases)

    def to_json(self) -> dict[str, Any]:
        """Return the request as JSON values."""
        return json.loads(json.dumps(asdict(self)))  # type: ignore[no-any-return]

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> ThresholdRequest:
        """Return the request that `to_json` wrote; raises RequestInvalid as SegmentRequest.from_json does."""
        return _request(cls, values)


@dataclass(frozen=True)
class Notice:
    """A warning that came up in a run, as it crosses the wall."""

    code: str
    message: str
    details: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class LayerResult:
    """What one phrase brought.

    Args:
        phrase: As it was asked.
        layer: Name of the layer in the output file.
        count: Number of polygons.
        area_m2: Their area together, on the ellipsoid.
        prob_max: Highest probability of any pixel, 0 to 1, also where no polygon was found; NaN: nothing was predicted.
    """

    phrase: str
    layer: str
    count: int
    area_m2: float
    prob_max: float


@dataclass(frozen=True)
class SegmentResult:
    """What a run left behind.

    Args:
        output: The vector file that was written: the one asked for, or one beside it where that must stay or where
            the run was cancelled.
        layers: One entry a phrase.
        probability: The probability GeoTIFF that was written (by `threshold`: read), where it was kept.
        complete: False where the run was cancelled and holds the finished part alone.
        run_id: Names this run in the features and the provenance.
        model, device: With what it was made.
        gsd_m: Metres a pixel at which the model looked.
        tiles, failed_tiles: How many were to be done, and how many could not be read.
        seconds: Time by stage, as far as it was taken: "open", "run" (all after it), "model" (a part of that), "total".
        notices: Warnings, in the order in which they came up.
    """

    output: str
    layers: Tuple[LayerResult, ...]
    probability: Optional[str] = None
    complete: bool = True
    run_id: str = ""
    model: str = ""
    device: str = ""
    gsd_m: float = math.nan
    tiles: int = 0
    failed_tiles: int = 0
    seconds: dict[str, float] = field(default_factory=dict)
    notices: Tuple[Notice, ...] = ()

    @property
    def count(self) -> int:
        """Number of polygons of all layers."""
        return sum(layer.count for layer in self.layers)

    def to_json(self) -> dict[str, Any]:
        """Return the result as JSON values; numbers that are not finite become null."""
        return finite(asdict(self))  # type: ignore[no-any-return]

    @classmethod
    def from_json(cls, values: dict[str, Any]) -> SegmentResult:
        """Return the result that `to_json` wrote; raises RequestInvalid where a key is unknown."""
        known = known_fields(cls, values)
        layers = tuple(LayerResult(**with_numbers(LayerResult, layer)) for layer in known.pop("layers", ()))
        notices = tuple(Notice(**known_fields(Notice, notice)) for notice in known.pop("notices", ()))
        return cls(**with_numbers(cls, {**known, "layers": layers, "notices": notices}))


Request = TypeVar("Request", SegmentRequest, ThresholdRequest)


def _request(cls: type[Request], values: dict[str, Any]) -> Request:
    """Return the request of type `cls` with these JSON values; raises RequestInvalid where they are not its own."""
    known = known_fields(cls, values)
    if "vector" in known:
        known["vector"] = from_values(VectorSettings, known["vector"])
    return from_values(cls, known)


def _with_texts(request: Request, *names: str) -> Request:
    """Return `request` with the fields `names`, where they are paths, as text."""
    paths: dict[str, Any] = {name: str(value) for name in names if (value := getattr(request, name)) is not None}
    return replace(request, **paths)
