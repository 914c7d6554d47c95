"""Scenes drawn by a program, kept as .npz files: picture, planes of labels, and objects and phrases as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from .classes import DRAWN
from .corpus import Drawn, Phrase, Scene, add_members, bits_of

NOT_DRAWN = ("trailer",)


def write_generated(
    path: Path,
    rgb: NDArray[np.uint8],
    planes: dict[str, NDArray[np.int32]],
    about: dict[str, Any],
) -> None:
    """Write one scene.

    Args:
        path: An .npz file.
        rgb: (H, W, 3).
        planes: Name → (H, W) labels, 0 for nothing.
        about: gsd_m, seed, objects (class, attributes, plane, label, box as row, col, height, width) and phrases (text,
            kind, objects).
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    arrays: dict[str, Any] = {f"plane/{name}": plane for name, plane in planes.items()}
    np.savez_compressed(path, rgb=rgb, about=np.asarray(json.dumps(about)), **arrays)


def read_generated(path: Path) -> Scene:
    """Return the scene at `path`; every class but NOT_DRAWN is known in every pixel."""
    with np.load(path, allow_pickle=False) as data:
        about = json.loads(str(data["about"]))
        rgb = data["rgb"]
        planes = {name.removeprefix("plane/"): data[name] for name in data.files if name.startswith("plane/")}
    truth = np.zeros(rgb.shape[:2], np.uint32)
    objects = []
    for each in about["objects"]:
        row, col, height, width = each["box"]
        patch = (planes[each["plane"]][row : row + height, col : col + width] == each["label"]).astype(np.uint8)
        objects.append(Drawn(each["class"], tuple(each["attributes"]), [], int(patch.sum()), (row, col, patch)))
        truth[row : row + height, col : col + width][patch > 0] |= bits_of([each["class"]])
    known = np.full(truth.shape, bits_of(DRAWN) & ~bits_of(NOT_DRAWN), np.uint32)
    add_members(truth, known)
    phrases = [Phrase(each["text"], each["kind"], tuple(each["objects"])) for each in about["phrases"]]
    complete = frozenset(DRAWN) - frozenset(NOT_DRAWN)
    name = f"generated/{about['seed']}"
    return Scene(name, "generated", rgb, float(about["gsd_m"]), truth, known, objects, phrases, complete)


def generated_scenes(folder: Path) -> Iterator[Scene]:
    """Yield the scenes of `folder`, by name."""
    for path in sorted(folder.glob("*.npz")):
        yield read_generated(path)
