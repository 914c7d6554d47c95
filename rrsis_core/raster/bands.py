"""Which three bands of a raster are shown as red, green and blue, and which of their pixels mean something."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Iterable

import numpy as np
from numpy.typing import NDArray
from rasterio.enums import ColorInterp

from ..errors import BandMissing, GridAssumed, RasterUnsupported, RrsisWarning, SingleBand

Triple = tuple[int, int, int]

_COLOURS = ("red", "green", "blue")
# Nanometres that pass for each colour, and the one that is preferred.
_WAVELENGTHS = {"red": (600.0, 700.0, 665.0), "green": (515.0, 600.0, 560.0), "blue": (430.0, 515.0, 490.0)}
_LARGEST = float(np.finfo(np.float32).max)
_NUMBER = re.compile(r"(\d+(?:\.\d+)?)\s*(nm|nanomet\w*|um|µm|μm|micromet\w*|microns?)?\b", re.IGNORECASE)


@dataclass(frozen=True)
class BandChoice:
    """The bands that are read, and how they become three.

    Args:
        rgb: Numbers from 1 of the bands for red, green and blue; the same three times for grey or a palette.
        alpha: Number of the alpha band, or None.
        palette: (N, 4) uint8 colours of the values 0 … N - 1, or None.
        dtype: Type of the values that come out.
        nodata: The nodata value of each of `rgb`, or None.
        warnings: What was assumed.
    """

    rgb: Triple
    alpha: int | None
    palette: NDArray[np.uint8] | None
    dtype: np.dtype[Any]
    nodata: tuple[float | None, float | None, float | None]
    warnings: tuple[RrsisWarning, ...]

    @property
    def distinct(self) -> tuple[int, ...]:
        """The bands of `rgb`, each once, in their order."""
        return tuple(dict.fromkeys(self.rgb))


def choose_bands(dataset: Any, asked: Triple | None, name: str) -> BandChoice:
    """Return the bands to show: those asked for, else by colour, else by wavelength, else the first three.

    Args:
        dataset: An open rasterio dataset.
        asked: Three band numbers from 1, or None.
        name: The raster's name, for sentences.

    Raises:
        BandMissing: A band was asked for that is not there.
        RasterUnsupported: There are two bands, no band, or complex numbers.
    """
    alpha = alpha_band(dataset)
    colours = [i for i in dataset.indexes if i != alpha]
    warnings: list[RrsisWarning] = []
    rgb = _asked(asked, dataset.count, name) if asked else _by_file(dataset, colours, name, warnings)
    dtype = np.result_type(*(np.dtype(_real(dataset.dtypes[i - 1], name)) for i in rgb))
    palette = _palette(dataset, rgb)
    if palette is not None:
        warnings, dtype = [], np.dtype(np.uint8)
    nodata = tuple(dataset.nodatavals[i - 1] for i in rgb)
    return BandChoice(rgb, alpha, palette, dtype, nodata, tuple(warnings))


def alpha_band(dataset: Any) -> int | None:
    """Return the number of the alpha band, or None."""
    interpretations = dataset.colorinterp
    return next((i for i in dataset.indexes if interpretations[i - 1] == ColorInterp.alpha), None)


def _real(dtype: str, name: str) -> str:
    if dtype.startswith("complex"):
        raise RasterUnsupported(
            f'"{name}" holds complex numbers ({dtype}); write their magnitude to a file (gdal_calc.py) and use that.',
            raster=name,
            dtype=dtype,
        )
    return dtype


def _asked(asked: Triple, count: int, name: str) -> Triple:
    missing = [band for band in asked if not 1 <= band <= count]
    if missing:
        raise BandMissing(
            f'Band {missing[0]} was asked for, but "{name}" has {count}: choose three from 1 to {count}.',
            band=missing[0],
            raster=name,
            count=count,
        )
    return asked


def _by_file(dataset: Any, colours: list[int], name: str, warnings: list[RrsisWarning]) -> Triple:
    if not colours:
        raise RasterUnsupported(f'"{name}" has no band of colour; choose a raster with one or three.', raster=name)
    if len(colours) == 1:
        if dataset.colorinterp[colours[0] - 1] != ColorInterp.palette:
            warnings.append(SingleBand(f'"{name}" has a single band; it is shown as grey.', raster=name))
        return colours[0], colours[0], colours[0]
    if len(colours) == 2:
        raise RasterUnsupported(
            f'"{name}" has two bands; three are needed for red, green and blue. Name three, for instance'
            f" {colours[0]},{colours[1]},{colours[1]}, or one band three times for grey.",
            raster=name,
            count=2,
        )
    named = _by_colour(dataset, colours) or _by_wavelength(dataset, colours)
    if named is None and len(colours) > 3:
        warnings.append(
            GridAssumed(
                f'"{name}" does not say what its {len(colours)} bands are; {colours[0]}, {colours[1]} and {colours[2]}'
                " are shown as red, green and blue. Choose others by their numbers.",
                raster=name,
                count=len(colours),
            )
        )
    return named or (colours[0], colours[1], colours[2])


def _by_colour(dataset: Any, colours: list[int]) -> Triple | None:
    """Return the bands whose colour interpretation, or else description, is red, green and blue."""
    interpretations, descriptions = dataset.colorinterp, dataset.descriptions  # each asks GDAL for all bands
    interpreted = {interpretations[i - 1].name: i for i in reversed(colours)}
    described: dict[str, int] = {}
    for band in reversed(colours):
        words = re.findall(r"[a-z]+", (descriptions[band - 1] or "").lower())
        hits = [colour for colour in _COLOURS if colour in words]
        if len(hits) == 1 and "edge" not in words:
            described[hits[0]] = band
    for names in (interpreted, described):
        if all(colour in names for colour in _COLOURS):
            return names["red"], names["green"], names["blue"]
    return None


def _by_wavelength(dataset: Any, colours: list[int]) -> Triple | None:
    texts = dataset.descriptions
    waves = {
        band: wave for band in colours if (wave := _wavelength_nm(dataset, band, texts[band - 1] or "")) is not None
    }
    found = [_nearest(waves, *_WAVELENGTHS[colour]) for colour in _COLOURS]
    if any(band is None for band in found):
        return None
    return found[0], found[1], found[2]  # type: ignore[return-value]


def _nearest(waves: dict[int, float], low: float, high: float, best: float) -> int | None:
    near = [(abs(wave - best), band) for band, wave in waves.items() if low <= wave <= high]
    return min(near)[1] if near else None


def _wavelength_nm(dataset: Any, band: int, text: str) -> float | None:
    """Return the centre wavelength that a band's tags or description state, in nanometres."""
    tags = {key.lower(): value for key, value in dataset.tags(band).items()}
    tags.update({key.lower(): value for key, value in dataset.tags(band, ns="IMAGERY").items()})
    unit = tags.get("wavelength_units", "")
    for key in ("central_wavelength_um", "central_wavelength", "center_wavelength", "wavelength"):
        if key in tags:
            return _nanometres(tags[key], "um" if key.endswith("_um") else unit)
    return _nanometres(text, "") if re.search(r"\d\s*(nm|nanomet|um\b|µm|μm|micro)", text, re.IGNORECASE) else None


def _nanometres(text: str, unit: str) -> float | None:
    for number, own_unit in _NUMBER.findall(text):
        value, name = float(number), (own_unit or unit).lower()
        if not name and "." not in number and len(number) < 3:
            continue
        micro = name.startswith(("u", "µ", "μ", "micro")) or (not name and value < 100)
        return value * 1000.0 if micro else value
    return None


def _palette(dataset: Any, rgb: Triple) -> NDArray[np.uint8] | None:
    """Return the colour table of the band that all three are, where it has one."""
    if len(set(rgb)) > 1 or dataset.colorinterp[rgb[0] - 1] != ColorInterp.palette:
        return None
    try:
        table = dataset.colormap(rgb[0])
    except ValueError:  # rasterio: "NULL color table"
        return None
    colours = np.zeros((max(table) + 1, 4), np.uint8)
    for value, colour in table.items():
        colours[value] = colour
    return colours


def paint(index: NDArray[Any], palette: NDArray[np.uint8]) -> tuple[NDArray[np.uint8], NDArray[np.bool_]]:
    """Return the colours (3, h, w) of palette values (h, w), and which are opaque and in the table."""
    known = (index >= 0) & (index < len(palette))
    colours = palette[np.where(known, index, 0)]
    return np.ascontiguousarray(colours[..., :3].transpose(2, 0, 1)), known & (colours[..., 3] > 0)


def known_pixels(pixels: NDArray[Any], nodata: Iterable[float | None]) -> NDArray[np.bool_] | None:
    """Return (h, w) which pixels hold values, by nodata and NaN; None where all do without a look.

    Zero and the largest value of an integer type are colours too, black and white: they count as nodata only where all
    bands have them, also those that declare none. Any other nodata value, NaN, and what float32 cannot hold count where
    any band has it.

    Args:
        pixels: (C, h, w) raw values.
        nodata: The nodata value of each band, or None.
    """
    known: NDArray[np.bool_] | None = None
    if np.issubdtype(pixels.dtype, np.floating):
        known = (np.abs(pixels) <= _LARGEST).all(axis=0)
    declared = tuple(nodata)
    colours = [value for value in declared if value is not None and _is_colour(value, pixels.dtype)]
    absent = [
        _equal(band, value) for band, value in zip(pixels, declared) if value is not None and value not in colours
    ]
    if colours:
        each = [_equal(band, colours[0] if value is None else value) for band, value in zip(pixels, declared)]
        absent.append(np.asarray(np.logical_and.reduce(each), np.bool_))
    if not absent:
        return known
    present = ~np.asarray(np.logical_or.reduce(absent), np.bool_)
    return present if known is None else known & present


def _is_colour(value: float, dtype: np.dtype[Any]) -> bool:
    return value == 0 or (dtype.kind in "iu" and value == np.iinfo(dtype).max)


def _equal(band: NDArray[Any], value: float) -> NDArray[np.bool_]:
    if not np.issubdtype(band.dtype, np.floating):
        return np.asarray(band == value, np.bool_)
    if not np.isfinite(value):
        return np.asarray(~np.isfinite(band), np.bool_)
    # Writers round: -3.4e38 is stored with more or fewer digits than the nodata value says.
    with np.errstate(over="ignore", invalid="ignore"):
        return np.asarray(np.abs(band - band.dtype.type(value)) <= abs(value) * 1e-6, np.bool_)
