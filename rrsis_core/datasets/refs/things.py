"""The things of a labelled image and what can be measured of them: place, size, colour, and what lies around."""

from __future__ import annotations

import colorsys
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from ..truth import Mask

USUAL_GSD_M = 0.3
_RING_PX = 3
_NEIGHBOURS = np.ones((3, 3), dtype=bool)
_FAR_PX = 1e6
_ONE_COLOUR, _ONE_COLOUR_SHARE = 77, 0.6  # how far from the median, of 255, and how many of the pixels at least


@dataclass(frozen=True)
class Thing:
    """One labelled object.

    Args:
        name: Its class.
        row, col: Where its crop begins in the image.
        crop: (h, w) its pixels, tight.
        box: (xmin, ymin, xmax, ymax) where only a box is known and the crop is that box; None for exact pixels.
        point: (x, y) in pixels where only a place is known and the crop is its pixel.
    """

    name: str
    row: int
    col: int
    crop: Mask
    box: tuple[float, float, float, float] | None = None
    point: tuple[float, float] | None = None

    @cached_property
    def area_px(self) -> int:
        """Number of its pixels."""
        return int(np.count_nonzero(self.crop))

    @cached_property
    def centre(self) -> tuple[float, float]:
        """(row, col) of its centroid."""
        rows, cols = np.nonzero(self.crop)
        return self.row + float(rows.mean()) + 0.5, self.col + float(cols.mean()) + 0.5

    @property
    def slices(self) -> tuple[slice, slice]:
        """Its crop in the image."""
        return slice(self.row, self.row + self.crop.shape[0]), slice(self.col, self.col + self.crop.shape[1])


def thing_of(name: str, mask: Mask, box: tuple[float, float, float, float] | None = None) -> Thing | None:
    """Return the thing that covers `mask` (H, W); None where it is empty."""
    rows, cols = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not rows.size:
        return None
    crop = mask[rows[0] : rows[-1] + 1, cols[0] : cols[-1] + 1].copy()
    return Thing(name, int(rows[0]), int(cols[0]), crop, box)


def parts_of(name: str, mask: Mask, least_px: int = 1) -> list[Thing]:
    """Return the connected parts of `mask` (H, W) with at least `least_px` pixels as things."""
    labels, _ = ndimage.label(mask, _NEIGHBOURS)
    things = []
    for number, place in enumerate(ndimage.find_objects(labels), start=1):
        crop = labels[place] == number
        if np.count_nonzero(crop) >= least_px:
            things.append(Thing(name, place[0].start, place[1].start, crop))
    return things


@dataclass(frozen=True)
class Scene:
    """A labelled image.

    Args:
        image: Where it lies.
        rgb: (H, W, 3) uint8.
        things: Its labelled things.
        complete: Classes of which every instance is labelled; of others nothing is sure to be absent.
        gsd_m: Metres a pixel; None: unknown.
        place: What may not be torn apart by a split.
    """

    image: Path
    rgb: NDArray[np.uint8]
    things: tuple[Thing, ...]
    complete: frozenset[str]
    gsd_m: float | None = None
    place: str = ""
    _cache: dict[str, NDArray[np.float32]] = field(default_factory=dict, compare=False, repr=False)

    @property
    def shape(self) -> tuple[int, int]:
        """(height, width)."""
        return self.rgb.shape[0], self.rgb.shape[1]

    def of(self, names: Sequence[str]) -> list[Thing]:
        """Return the things of some classes."""
        return [thing for thing in self.things if thing.name in names]

    def mask(self, things: Sequence[Thing]) -> Mask:
        """Return the (H, W) union of some things."""
        mask = np.zeros(self.shape, dtype=bool)
        for thing in things:
            mask[thing.slices] |= thing.crop
        return mask

    @cached_property
    def class_masks(self) -> dict[str, Mask]:
        """The (H, W) mask of each class."""
        return {name: self.mask(self.of([name])) for name in {thing.name for thing in self.things}}

    @cached_property
    def labelled(self) -> Mask:
        """(H, W) whether anything is labelled there."""
        return self.mask(self.things)

    def cut(self, thing: Thing) -> bool:
        """Return whether a thing touches the image's edge, so that its size and shape are not known."""
        bottom, right = thing.row + thing.crop.shape[0], thing.col + thing.crop.shape[1]
        return thing.row == 0 or thing.col == 0 or bottom == self.shape[0] or right == self.shape[1]

    def sliver(self, thing: Thing, others: Sequence[Thing]) -> bool:
        """Return whether so little of a thing is in the image that people would overlook it among its like."""
        usual = float(np.median([other.area_px for other in others]))
        return self.cut(thing) and (thing.area_px < 0.25 * usual or thing.area_px < 0.002 * self.rgb[..., 0].size)

    def distance_m(self, thing: Thing, name: str) -> float:
        """Return the smallest distance between a thing and a class, in metres; very far where there is none."""
        if name not in self._cache:
            mask = self.class_masks.get(name)
            far = np.full(self.shape, _FAR_PX, dtype=np.float32)
            self._cache[name] = far if mask is None else ndimage.distance_transform_edt(~mask).astype(np.float32)
        return float(self._cache[name][thing.slices][thing.crop].min()) * (self.gsd_m or USUAL_GSD_M)

    def around(self, thing: Thing, name: str) -> float | None:
        """Return which share of the rim around a thing belongs to a class; None where too little of it is labelled.

        Neighbours of the thing's own class, and what is not labelled, are left out of the rim.
        """
        top, left = max(thing.row - _RING_PX, 0), max(thing.col - _RING_PX, 0)
        bottom = min(thing.row + thing.crop.shape[0] + _RING_PX, self.shape[0])
        right = min(thing.col + thing.crop.shape[1] + _RING_PX, self.shape[1])
        place = slice(top, bottom), slice(left, right)
        body = np.zeros((bottom - top, right - left), dtype=bool)
        body[thing.row - top :, thing.col - left :][: thing.crop.shape[0], : thing.crop.shape[1]] = thing.crop
        ring = ndimage.binary_dilation(body, _NEIGHBOURS, iterations=_RING_PX) & ~body
        counted = ring & self.labelled[place] & ~self.class_masks[thing.name][place]
        if np.count_nonzero(counted) <= 0.3 * np.count_nonzero(ring):  # both are 0 around what fills the image
            return None
        other = self.class_masks.get(name)
        return 0.0 if other is None else float(np.count_nonzero(counted & other[place]) / np.count_nonzero(counted))

    def colour(self, thing: Thing) -> tuple[float, float, float] | None:
        """Return (hue in degrees, saturation, value) of a thing's middle.

        None where it is too small, only a box or a point, or of several colours: the median speaks for too few pixels.
        """
        if thing.box is not None or thing.point is not None or thing.area_px < 12:
            return None
        inner = ndimage.binary_erosion(thing.crop)
        pixels = self.rgb[thing.slices][inner if np.count_nonzero(inner) >= 6 else thing.crop]
        middle = np.median(pixels, axis=0)
        if (np.abs(pixels - middle).max(axis=1) <= _ONE_COLOUR).mean() < _ONE_COLOUR_SHARE:
            return None
        red, green, blue = (float(value) / 255 for value in middle)
        hue, saturation, value = colorsys.rgb_to_hsv(red, green, blue)
        return hue * 360, saturation, value
