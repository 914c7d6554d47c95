"""Objects cut out of training images and pasted where such things stand, so that rare ones are seen in many places."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
from numpy.typing import NDArray

from .augment import Rng, turn_array
from .classes import DRAWN, LYING, MEMBERS, SYNONYMS
from .corpus import Bits, Drawn, Phrase, Scene, bits_of, fill
from .wording import stems

GROUND = {
    "airplane": ("runway", "parking lot", "grass"), "ship": ("water",), "storage tank": ("bare soil", "grass"),
    "baseball diamond": ("grass",), "tennis court": ("grass", "bare soil"), "basketball court": ("grass", "bare soil"),
    "swimming pool": ("grass", "bare soil"), "car": ("road", "parking lot"), "truck": ("road", "parking lot"),
    "bus": ("road", "parking lot"), "trailer": ("parking lot", "bare soil", "grass"), "dock": ("water",),
    "building": ("grass", "bare soil", "crops"), "solar panel": ("building",),
}  # fmt: skip
"""The classes of which objects are pasted, and on what."""
MOST = 5
_LEAST_PX, _LARGEST_SHARE, _TRIES = 30, 0.12, 4
_ON_GROUND = 0.9


@dataclass(frozen=True)
class Cutting:
    """An object cut out of its image.

    Args:
        name, attributes: As drawn.
        rgb: (h, w, 3) uint8 of its box.
        mask: (h, w) uint8, 1 where the object is.
        gsd_m: Metres a pixel.
    """

    name: str
    attributes: tuple[str, ...]
    rgb: NDArray[np.uint8]
    mask: NDArray[np.uint8]
    gsd_m: float


def cuttings_of(scenes: Iterable[Scene]) -> dict[str, list[Cutting]]:
    """Return what can be cut out of `scenes`, by class: drawn by hand, whole in the picture, and not too small."""
    found: dict[str, list[Cutting]] = {}
    for scene in scenes:
        height, width = scene.truth.shape
        for each in scene.objects if scene.source in ("scenes", "objects") else ():
            x0, y0, x1, y1 = each.box()
            inside = x0 > 0 and y0 > 0 and x1 < width and y1 < height
            if each.name not in GROUND or not inside:
                continue
            mask = fill(scene.truth.shape, [each])[y0:y1, x0:x1]
            if mask.sum() >= _LEAST_PX:
                cut_out = Cutting(each.name, each.attributes, scene.rgb[y0:y1, x0:x1].copy(), mask, scene.gsd_m)
                found.setdefault(each.name, []).append(cut_out)
    return found


class Paster:
    """Pastes cuttings into scenes, rare classes as often as common ones.

    Args:
        scenes: What to cut out of; none of the places kept for choosing or for the test.
    """

    def __init__(self, scenes: Iterable[Scene]) -> None:
        self.cuttings = cuttings_of(scenes)

    def paste(self, scene: Scene, rng: Rng) -> Scene:
        """Return `scene` with one to MOST objects more, or as it is where none fits.

        Phrases that people wrote are kept only where they neither name nor mean a thing of a class that was pasted.
        """
        grounds = {name for name in self.cuttings if (scene.truth & bits_of(GROUND[name])).any()}
        if not grounds or scene.source == "generated":
            return scene
        new = replace(scene, rgb=scene.rgb.copy(), truth=scene.truth.copy(), known=scene.known.copy())
        new.objects = list(scene.objects)
        pasted = set()
        for _ in range(1 + int(rng.integers(MOST))):
            name = sorted(grounds)[int(rng.integers(len(grounds)))]
            if self._paste_one(new, name, rng):
                pasted.add(name)
        if not pasted:
            return scene
        new.phrases = _still_true(scene, pasted)
        return new

    def _paste_one(self, scene: Scene, name: str, rng: Rng) -> bool:
        """Paste one object of class `name` into `scene`, in place; return whether a place was found."""
        pool = self.cuttings[name]
        turned = _turned(pool[int(rng.integers(len(pool)))], scene.gsd_m, rng)
        height, width = turned.mask.shape
        rows, cols = scene.truth.shape
        free = _free(scene, name)
        if turned.mask.sum() > _LARGEST_SHARE * rows * cols or height >= rows or width >= cols or not free.any():
            return False
        ys, xs = np.nonzero(free)
        for _ in range(_TRIES):
            pick = int(rng.integers(len(ys)))
            row = int(np.clip(ys[pick] - height // 2, 0, rows - height))
            col = int(np.clip(xs[pick] - width // 2, 0, cols - width))
            if free[row : row + height, col : col + width][turned.mask > 0].mean() >= _ON_GROUND:
                _lay(scene, turned, row, col)
                return True
        return False


def _free(scene: Scene, name: str) -> NDArray[np.bool_]:
    """Return where in `scene` the ground of `name` is bare."""
    on = bits_of(GROUND[name])
    bare = ((scene.truth & on) != 0) & ((scene.truth & ~on & ~bits_of(LYING) & ~bits_of(["vegetation", "crops"])) == 0)
    free: NDArray[np.bool_] = bare
    return free


def _turned(cutting: Cutting, gsd_m: float, rng: Rng) -> Cutting:
    """Return `cutting` at the scene's scale or a little off it, under one of the eight symmetries."""
    factor = cutting.gsd_m / gsd_m * float(np.exp(rng.normal(0, 0.1)))
    size = (max(2, round(cutting.mask.shape[1] * factor)), max(2, round(cutting.mask.shape[0] * factor)))
    how = cv2.INTER_AREA if factor < 1 else cv2.INTER_LINEAR
    rgb = np.asarray(cv2.resize(cutting.rgb, size, interpolation=how), np.uint8)
    mask = np.asarray(cv2.resize(cutting.mask, size, interpolation=cv2.INTER_NEAREST), np.uint8)
    turn = int(rng.integers(8))
    return replace(cutting, rgb=turn_array(rgb, turn), mask=np.ascontiguousarray(turn_array(mask, turn)))


def _lay(scene: Scene, cutting: Cutting, row: int, col: int) -> None:
    """Write `cutting` into the pixels and the truth of `scene`, in place; what lies below it is no longer known."""
    height, width = cutting.mask.shape
    here = (slice(row, row + height), slice(col, col + width))
    soft = cv2.GaussianBlur(cutting.mask.astype(np.float32), (0, 0), 0.6)[..., None]
    mixed = scene.rgb[here] * (1 - soft) + cutting.rgb * soft
    scene.rgb[here] = np.clip(np.rint(mixed), 0, 255).astype(np.uint8)
    inside = cutting.mask > 0
    family = [cutting.name, *(whole for whole, members in MEMBERS.items() if cutting.name in members)]
    truth: Bits = scene.truth[here]
    known: Bits = scene.known[here]
    truth[inside] = bits_of(family)
    known[inside] = (bits_of(DRAWN) & ~bits_of(LYING)) | bits_of([*MEMBERS])
    if scene.source in ("scenes", "objects"):
        patch = (row, col, cutting.mask)
        scene.objects.append(Drawn(cutting.name, cutting.attributes, [], int(inside.sum()), patch))


def _still_true(scene: Scene, pasted: Sequence[str] | set[str]) -> list[Phrase]:
    """Return the phrases of `scene` that have nothing to do with the classes `pasted`."""
    family = {whole for whole, members in MEMBERS.items() if set(members) & set(pasted)} | set(pasted)
    said = set().union(*(stems(word) for name in family for pair in SYNONYMS[name] for word in pair))
    return [
        phrase
        for phrase in scene.phrases
        if phrase.kind not in ("relation", "absent")
        and not stems(phrase.text) & said
        and not any(scene.objects[index].name in family for index in phrase.objects)
    ]
