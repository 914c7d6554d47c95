"""Scenes on disk: a GeoTIFF, mask pictures and phrases.jsonl, in the layout that training reads."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import cv2
import numpy as np
import rasterio
from rasterio.transform import Affine

from .scene import Scene


def write_scene(scene: Scene, folder: Path | str, name: str = "scene", split: str = "train") -> Path:
    """Write a scene into `folder` and return its GeoTIFF; a phrase of `phrases.jsonl` is one JSON object a line."""
    return write_scenes([scene], folder, [name], split)[0]


def write_scenes(scenes: Iterable[Scene], folder: Path | str, names: Iterable[str], split: str = "train") -> list[Path]:
    """Write scenes one by one (they may be drawn lazily) into one folder with one `phrases.jsonl`."""
    root = Path(folder)
    (root / "masks").mkdir(parents=True, exist_ok=True)
    images: list[Path] = []
    with (root / "phrases.jsonl").open("w", encoding="utf-8") as lines:
        for scene, name in zip(scenes, names):
            images.append(write_picture(scene, root / f"{name}.tif"))
            for row in _rows(scene, root, name, split):
                lines.write(json.dumps(row, ensure_ascii=False) + "\n")
    return images


def write_picture(scene: Scene, path: Path) -> Path:
    """Write the picture alone as a tiled GeoTIFF with its coordinate reference system."""
    height, width = scene.rgb.shape[:2]
    side = min(512, max(16, height // 16 * 16))
    options = {"compress": "deflate", "tiled": True, "blockxsize": side, "blockysize": side, "photometric": "rgb"}
    shape = {"count": 3, "height": height, "width": width, "dtype": "uint8"}
    with rasterio.open(
        path, "w", driver="GTiff", crs=scene.crs, transform=Affine(*scene.transform), **shape, **options
    ) as out:
        out.write(np.moveaxis(scene.rgb, 2, 0))
    return path


def _rows(scene: Scene, root: Path, name: str, split: str) -> Iterable[dict[str, object]]:
    for number, phrase in enumerate(scene.phrases, start=1):
        mask = f"masks/{name}_{number:03d}.png"
        cv2.imwrite(str(root / mask), scene.phrase_mask(phrase).astype(np.uint8) * 255)
        yield {
            "image": f"{name}.tif", "phrase": phrase.text, "mask": mask, "split": split, "kind": phrase.kind,
            "target": phrase.target, "gsd_m": scene.gsd_m,
        }  # fmt: skip
