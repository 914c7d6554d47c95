"""Draw the example gallery: `python -m resources.gallery.make`; every picture comes from the demo's generator."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.transform import Affine

from resources.demo.scene import CLASSES, Scene, generate_scene

FOLDER = Path(__file__).resolve().parent
SEED = 5
WIDTH_PX, HEIGHT_PX = 256, 192  # of a picture; lists show it at half of that, so that dense screens see it sharp
EXAMPLES = (  # the phrase that is tried, and the class or the generator's phrase whose mask is drawn
    ("buildings", "building"),
    ("roads", "road"),
    ("trees", "trees"),
    ("cars", "car"),
    ("swimming pools", "swimming pool"),
    ("water", "water"),
    ("buildings with red roofs", "buildings with red roofs"),
    ("red tennis courts", "red tennis courts"),
    ("roofs with solar panels", "roofs with solar panels"),
    ("boats at the jetties", "boats at the jetties"),
    ("the white cars on the roads", "the white cars on the roads"),
    ("the building with a red roof beside the pools", "the building with a red roof beside the pools"),
)
MARK = (255, 214, 0)
ENOUGH = 0.6  # of the middle of a picture; more would hide what the thing stands in


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw the pictures, the scene and the list of both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", default=str(FOLDER), metavar="DIR", help="folder to write into")
    write_gallery(generate_scene(SEED), EXAMPLES, Path(parser.parse_args(arguments).output))
    return 0


def write_gallery(scene: Scene, examples: Sequence[tuple[str, str]], folder: Path) -> None:
    """Write a picture an example, the scene as a GeoTIFF, and gallery.json, which names them."""
    folder.mkdir(parents=True, exist_ok=True)
    rows = []
    for phrase, target in examples:
        name = f"{phrase.replace(' ', '_')}.png"
        write_png(picture(scene.rgb, mask_of(scene, target)), folder / name)
        rows.append({"phrase": phrase, "picture": name})
    write_scene(scene, folder / "scene.tif")
    text = json.dumps({"scene": "scene.tif", "examples": rows}, indent=1)
    (folder / "gallery.json").write_text(text + "\n", encoding="utf-8")


def mask_of(scene: Scene, target: str) -> NDArray[np.bool_]:
    """Return the pixels of a class or of one of the scene's phrases.

    Raises:
        SystemExit: The scene has neither.
    """
    if target in CLASSES:
        return scene.class_mask(target)
    for phrase in scene.phrases:
        if phrase.text == target:
            return scene.phrase_mask(phrase)
    raise SystemExit(f'The scene of seed {scene.seed} holds no "{target}"; take another phrase or seed.')


def picture(rgb: NDArray[np.uint8], mask: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """Return the part of the scene that shows the most of `mask` without being filled by it, with its outline."""
    height, width = window_of(mask)
    near = cv2.GaussianBlur(mask.astype(np.float32), (0, 0), height / 5, borderType=cv2.BORDER_CONSTANT)
    inside = near[height // 2 : rgb.shape[0] - height // 2, width // 2 : rgb.shape[1] - width // 2]
    share = cv2.boxFilter(mask.astype(np.float32), -1, (width, height), borderType=cv2.BORDER_CONSTANT)
    filled = share[height // 2 : rgb.shape[0] - height // 2, width // 2 : rgb.shape[1] - width // 2]
    score = np.minimum(inside, ENOUGH) - 2 * np.maximum(filled - ENOUGH, 0)
    row, col = np.unravel_index(np.argmax(score), inside.shape)
    part = rgb[row : row + height, col : col + width]
    size = (WIDTH_PX, HEIGHT_PX)
    shown = cv2.resize(part, size, interpolation=cv2.INTER_CUBIC)
    seen = cv2.resize(mask[row : row + height, col : col + width].astype(np.uint8), size) > 0
    outlines, _ = cv2.findContours(seen.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    cv2.drawContours(shown, outlines, -1, MARK, 2, cv2.LINE_AA)
    return shown


def window_of(mask: NDArray[np.bool_]) -> tuple[int, int]:
    """Return (height, width) in pixels of the part that is shown: small things are looked at closely."""
    _, _, stats, _ = cv2.connectedComponentsWithStats(mask.astype(np.uint8))
    middle_px = float(np.median(stats[1:, cv2.CC_STAT_AREA])) ** 0.5
    height = int(np.clip(5 * middle_px, 72, min(240, mask.shape[0] // 2, mask.shape[1] * HEIGHT_PX // WIDTH_PX // 2)))
    return height, height * WIDTH_PX // HEIGHT_PX


def write_png(rgb: NDArray[np.uint8], path: Path) -> None:
    """Write a picture with 64 colours, which makes it small."""
    pixels = rgb.reshape(-1, 3).astype(np.float32)
    rule = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 8, 1.0)
    cv2.setRNGSeed(1)
    _, _, centres = cv2.kmeans(pixels[::7], 64, None, rule, 1, cv2.KMEANS_PP_CENTERS)
    nearest = np.argmin(((pixels[:, None] - centres[None]) ** 2).sum(axis=2), axis=1)
    palette = {index: (*map(int, centre.round()), 255) for index, centre in enumerate(centres)}
    options = {"driver": "PNG", "width": rgb.shape[1], "height": rgb.shape[0], "count": 1, "dtype": "uint8"}
    with rasterio.open(path, "w", zlevel=9, **options) as out:
        out.write_colormap(1, palette)
        out.write(nearest.reshape(rgb.shape[:2]).astype(np.uint8), 1)
    path.with_name(f"{path.name}.aux.xml").unlink(missing_ok=True)


def write_scene(scene: Scene, path: Path) -> None:
    """Write the scene as a GeoTIFF with JPEG inside, which any GDAL reads."""
    height, width = scene.rgb.shape[:2]
    options = {"compress": "jpeg", "jpeg_quality": 85, "photometric": "ycbcr", "tiled": True}
    shape = {"count": 3, "height": height, "width": width, "dtype": "uint8", "blockxsize": 256, "blockysize": 256}
    place = {"crs": scene.crs, "transform": Affine(*scene.transform)}
    with rasterio.open(path, "w", driver="GTiff", **place, **shape, **options) as out:
        out.write(np.moveaxis(scene.rgb, 2, 0))


if __name__ == "__main__":
    raise SystemExit(main())
