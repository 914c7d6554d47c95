"""Whether phrases that speak of the whole area are answered over distances that no tile shows.

Pictures of places never trained on are laid side by side into areas several tiles wide; phrases are made of their
classes and measured against what is drawn. The model is asked the phrase as it is, and with the coarse look at the
whole area (rrsis_core/outlook.py): `python -m train.far --data ../shared/data`.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import cv2
import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.transform import from_origin

from rrsis_core import outlook, run
from rrsis_core.models import create_model
from rrsis_core.models.base import ReferringSegmenter
from rrsis_core.request import SegmentRequest
from rrsis_core.segment import segment
from rrsis_core.training.corpus import Scene, drawn_scenes, fill, split_of

HOLDOUT = Path(__file__).with_name("holdout.json")
GSD_M, SIDE_PX = 0.3, 256
SHARES = (0.1, 0.9)  # of the thing's pixels that a phrase means, or it would ask for nothing
THINGS = {"building": "buildings", "car": "cars", "trees": "trees", "ship": "ships", "airplane": "airplanes"}
LANDMARKS = {
    "water": "the water", "runway": "the runway", "storage tank": "the storage tanks", "tennis court": "a tennis court",
    "baseball diamond": "the baseball diamond", "parking lot": "a parking lot", "airplane": "an airplane",
    "ship": "a ship", "road": "a road",
}  # fmt: skip
SIDES = {"north": (-1, 0), "south": (1, 0), "west": (0, -1), "east": (0, 1)}


@dataclass(frozen=True)
class Asked:
    """A phrase over an area.

    Args:
        kind: Of its condition.
        phrase: The words.
        thing: Those of the thing alone.
        meant: (H, W) bool.
    """

    kind: str
    phrase: str
    thing: str
    meant: NDArray[np.bool_]


@dataclass(frozen=True)
class Area:
    """Pictures side by side.

    Args:
        rgb: (H, W, 3) uint8.
        things: By class, one (H, W) bool: where things are, and a number for each in (H, W) int32.
    """

    rgb: NDArray[np.uint8]
    things: dict[str, NDArray[np.int32]]


def lay_out(scenes: list[Scene], across: int, rng: np.random.Generator) -> Area:
    """Return `across` × `across` of the scenes, drawn with `rng`, as one area."""
    side = across * SIDE_PX
    rgb = np.zeros((side, side, 3), np.uint8)
    things: dict[str, NDArray[np.int32]] = defaultdict(lambda: np.zeros((side, side), np.int32))
    number = 0
    for place, index in enumerate(rng.permutation(len(scenes))[: across**2]):
        scene = scenes[index]
        at = np.s_[place // across * SIDE_PX :, place % across * SIDE_PX :]
        rgb[at][:SIDE_PX, :SIDE_PX] = scene.rgb
        for drawn in scene.objects:
            number += 1
            mask = fill(scene.rgb.shape, [drawn]) > 0
            things[drawn.name][at][:SIDE_PX, :SIDE_PX][mask] = number
    return Area(rgb, dict(things))


def asked_of(area: Area, rng: np.random.Generator, count: int) -> Iterator[Asked]:
    """Yield up to `count` phrases of each kind whose answer is some of the things, not all and not none."""
    kinds = ("within", "beyond", "side", "nearest")
    left = dict.fromkeys(kinds, count)
    pairs = [(thing, landmark) for thing in THINGS for landmark in LANDMARKS if thing != landmark]
    for _ in range(40 * count):
        kind = kinds[rng.integers(len(kinds))]
        thing, landmark = pairs[rng.integers(len(pairs))]
        if not left[kind] or thing not in area.things or landmark not in area.things:
            continue
        words, fits = _condition(kind, area.things[landmark] > 0, LANDMARKS[landmark], rng)
        labels = area.things[thing]
        meant = _meant(labels, fits, kind)
        if kind == "nearest" or SHARES[0] <= meant.sum() / max(1, (labels > 0).sum()) <= SHARES[1]:
            left[kind] -= 1
            name = f"the {thing}" if kind == "nearest" else THINGS[thing]
            yield Asked(kind, f"{name} {words}", THINGS[thing], meant)


def _condition(
    kind: str, landmark: NDArray[np.bool_], words: str, rng: np.random.Generator
) -> tuple[str, NDArray[np.float32]]:
    """Return the words, and (H, W): metres for distances, 1 or 0 for sides."""
    far_m = cv2.distanceTransform((~landmark).astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE) * GSD_M
    if kind == "nearest":
        return f"nearest to {words}", far_m
    metres = int(rng.choice([40, 60, 80, 100, 150]))
    if kind == "within":
        return f"within {metres} m of {words}", np.asarray(far_m <= metres, np.float32)
    if kind == "beyond":
        return f"more than {metres} m from {words}", np.asarray(far_m > metres, np.float32)
    name = list(SIDES)[rng.integers(4)]
    rows, cols = np.nonzero(landmark)
    _, labels = cv2.distanceTransformWithLabels((~landmark).astype(np.uint8), cv2.DIST_L2, 5, labelType=1)
    numbers = np.zeros(int(labels.max()) + 1, np.intp)
    numbers[labels[rows, cols]] = np.arange(len(rows))
    down, right = np.indices(landmark.shape, np.float32)
    down, right = down - rows[numbers[labels]], right - cols[numbers[labels]]
    along = down * SIDES[name][0] + right * SIDES[name][1]
    return f"{name} of {words}", np.asarray((along > 0) & (along >= 0.5 * np.hypot(down, right)), np.float32)


def _meant(labels: NDArray[np.int32], fits: NDArray[np.float32], kind: str) -> NDArray[np.bool_]:
    """Return the things that are meant, each as a whole: those of which some lies within, or none, or most beside."""
    numbers = [int(number) for number in np.unique(labels) if number]
    if kind == "nearest":
        return np.asarray(labels == min(numbers, key=lambda number: float(fits[labels == number].min())))
    share = {number: float(fits[labels == number].mean()) for number in numbers}
    least = {"within": 1e-9, "beyond": 1.0 - 1e-9, "side": 0.5}[kind]
    return np.isin(labels, [number for number in numbers if share[number] >= least])


def _answers(area: Area, phrases: list[str], model: ReferringSegmenter, folder: Path) -> NDArray[np.bool_]:
    """Return (P, H, W) bool of what the corridor finds."""
    raster, probability = folder / "area.tif", folder / "p.tif"
    height, width = area.rgb.shape[:2]
    where = from_origin(500_000, 5_000_000, GSD_M, GSD_M)
    with rasterio.open(
        raster,
        "w",
        driver="GTiff",
        width=width,
        height=height,
        count=3,
        dtype="uint8",
        crs="EPSG:32631",
        transform=where,
    ) as file:
        file.write(np.moveaxis(area.rgb, 2, 0))
    segment(
        SegmentRequest(
            str(raster), tuple(phrases), str(folder / "o.gpkg"), probability=str(probability), overwrite=True
        ),
        model,
    )
    with rasterio.open(probability) as file:
        planes = file.read()
    found = [
        cv2.resize((plane >= 127).astype(np.uint8) * (plane < 255), (width, height), interpolation=cv2.INTER_NEAREST)
        > 0
        for plane in planes
    ]
    return np.stack(found)


def main() -> None:
    """Print a table by kind."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="Folder of the shared data.")
    parser.add_argument("--split", default="test", choices=("val", "test"))
    parser.add_argument("--areas", type=int, default=4, help="How many areas are laid out.")
    parser.add_argument("--across", type=int, default=5, help="Pictures on a side of an area.")
    parser.add_argument("--each", type=int, default=8, help="Phrases of each kind and area.")
    given = parser.parse_args()
    holdout = json.loads(HOLDOUT.read_text(encoding="utf-8"))
    scenes = [
        scene
        for scene in drawn_scenes(given.data)
        if scene.source == "scenes"
        and split_of(scene.path, holdout) == given.split
        and scene.rgb.shape[:2] == (SIDE_PX, SIDE_PX)
        and abs(scene.gsd_m - GSD_M) < 0.02
    ]
    print(f"{len(scenes)} pictures of {given.split}")
    model = create_model("lgce-tiny")
    scores: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for number in range(given.areas):
        rng = np.random.default_rng(number)
        area = lay_out(scenes, min(given.across, int(len(scenes) ** 0.5)), rng)
        asked = list({each.phrase: each for each in asked_of(area, rng, given.each)}.values())
        with tempfile.TemporaryDirectory() as folder:
            phrases = [each.phrase for each in asked]
            with (
                mock.patch.object(run, "relation_of", lambda _: None),
                mock.patch.object(outlook, "relation_of", lambda _: None),
            ):
                alone = _answers(area, phrases, model, Path(folder))
            whole = _answers(area, phrases, model, Path(folder))
            named = sorted({each.thing for each in asked})
            plain = dict(zip(named, _answers(area, named, model, Path(folder)), strict=True))
        for each, a, b in zip(asked, alone, whole, strict=True):
            for name, found in (("phrase", a), ("thing", plain[each.thing]), ("whole area", b)):
                union = int((found | each.meant).sum())
                scores[each.kind][name].append(float((found & each.meant).sum() / max(1, union)))
            print(f"{each.phrase}: {[round(values[-1], 2) for values in scores[each.kind].values()]}")
    for kind, by_name in scores.items():
        figures = {name: round(float(np.mean(values)), 3) for name, values in by_name.items()}
        print(kind, len(by_name["phrase"]), figures)


if __name__ == "__main__":
    main()
