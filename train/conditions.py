"""How the bundled model bears imagery of other kinds: `python -m train.conditions --data DIR`.

Every class by its name, in places never seen, each written as a file as it is, of 16 bits, dark, hazy, hard compressed,
and of coarser pixels, and searched as every run does it, stretch included.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

import cv2
import numpy as np
import rasterio
from numpy.typing import NDArray

from rrsis_core.datasets.truth import read_frame
from rrsis_core.training.classes import CLASSES, INDEX, SYNONYMS
from rrsis_core.training.corpus import Scene, drawn_scenes, split_of
from rrsis_core.training.finders import Finder, create_finder
from train.prove import HERE, Plane, overlap

Pixels = NDArray[np.uint8]
AnyPixels = NDArray[np.generic]


def _compressed(rgb: Pixels) -> AnyPixels:
    return np.asarray(cv2.imdecode(cv2.imencode(".jpg", rgb, [cv2.IMWRITE_JPEG_QUALITY, 20])[1], cv2.IMREAD_COLOR))


def _coarser(factor: int) -> Callable[[Pixels], AnyPixels]:
    def shrunk(rgb: Pixels) -> AnyPixels:
        size = (max(1, rgb.shape[1] // factor), max(1, rgb.shape[0] // factor))
        return np.asarray(cv2.resize(rgb, size, interpolation=cv2.INTER_AREA))

    return shrunk


CONDITIONS: dict[str, Callable[[Pixels], AnyPixels]] = {
    "as it is": lambda rgb: rgb,
    "16 bits, values from 300 to 10,500": lambda rgb: rgb.astype(np.uint16) * 40 + 300,
    "dark, a third of the light": lambda rgb: (rgb * 0.35).astype(np.uint8),
    "hazy, half of the contrast": lambda rgb: (rgb * 0.5 + 110).astype(np.uint8),
    "compressed, JPEG quality 20": _compressed,
    "pixels twice as large": _coarser(2),
    "pixels three times as large": _coarser(3),
}


def write_image(path: Path, pixels: AnyPixels) -> None:
    """Write (H, W, 3) `pixels` as a GeoTIFF that lies nowhere in particular."""
    height, width, count = pixels.shape
    profile = {"driver": "GTiff", "height": height, "width": width, "count": count, "dtype": pixels.dtype.name}
    somewhere = rasterio.Affine(1, 0, 100, 0, -1, 100)
    with rasterio.open(path, "w", **profile, photometric="RGB", transform=somewhere) as file:
        file.write(pixels.transpose(2, 0, 1))


def answers(finder: Finder, scene: Scene, change: Callable[[Pixels], AnyPixels], names: Sequence[str]) -> list[Plane]:
    """Return where each class of `names` is found in `scene` once its picture has changed, (H, W) as it was before."""
    height, width = scene.truth.shape
    pixels = change(scene.rgb)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "image.tif"
        write_image(path, pixels)
        gsd_m = scene.gsd_m * height / pixels.shape[0]
        said = [SYNONYMS[name][0][1] for name in names]
        found = [plane >= 0.5 for plane in finder.find(path, read_frame(path), said, gsd_m)]
    return [cv2.resize(each.astype(np.uint8), (width, height), interpolation=cv2.INTER_NEAREST) > 0 for each in found]


def count(finder: Finder, scenes: Sequence[Scene]) -> dict[str, list[float]]:
    """Return, a condition each, the IoU of every class in every place of `scenes` where it is."""
    ious: dict[str, list[float]] = {name: [] for name in CONDITIONS}
    for scene in scenes:
        bits = [np.uint32(1 << INDEX[name]) for name in CLASSES]
        there = [name for name, bit in zip(CLASSES, bits, strict=True) if (scene.truth & scene.known & bit).any()]
        for condition, change in CONDITIONS.items():
            for name, found in zip(there, answers(finder, scene, change, there), strict=True):
                bit = np.uint32(1 << INDEX[name])
                known = (scene.known & bit) != 0
                ious[condition].append(overlap(found & known, ((scene.truth & bit) != 0) & known))
    return ious


def main(argv: Sequence[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m train.conditions", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the shared training imagery")
    parser.add_argument("--split", choices=("val", "test"), default="test", help="which places")
    parser.add_argument("--model", default="lgce-tiny", help="name in the catalogue")
    typed = parser.parse_args(argv)
    holdout = json.loads((HERE / "holdout.json").read_text(encoding="utf-8"))
    scenes = [scene for scene in drawn_scenes(typed.data) if split_of(scene.path, holdout) == typed.split]
    print("| pictures | classes in places | mIoU |\n|---|---|---|")
    for condition, values in count(create_finder(typed.model), scenes).items():
        print(f"| {condition} | {len(values)} | {np.mean(values):.3f} |")


if __name__ == "__main__":
    main()
