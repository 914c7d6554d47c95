"""Tiny data sets of the published layouts, drawn by a program."""

from __future__ import annotations

import json
import pickle
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image

PHRASES = {"train": ["road", "car on the road"], "val": ["building"], "test": ["van in the parking area"]}
COUNTS = {split: len(phrases) for split, phrases in PHRASES.items()}


def picture(path: Path, size: tuple[int, int] = (24, 32)) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(np.full((*size, 3), 90, dtype=np.uint8)).save(path)


def square_mask(size: tuple[int, int] = (24, 32)) -> np.ndarray:
    mask = np.zeros(size, dtype=np.uint8)
    mask[4:10, 8:20] = 255
    return mask


def mask_picture(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(square_mask()).save(path)


def lists(root: Path, images: str, masks: str, suffix: str, ends: str) -> Path:
    number = 0
    for split, phrases in PHRASES.items():
        lines = []
        for phrase in phrases:
            name = f"{number}{ends}"
            picture(root / images / f"{number}{suffix}")
            mask_picture(root / masks / f"{number}{suffix}")
            lines.append(f"{name} {phrase}")
            number += 1
        (root / f"output_phrase_{split}.txt").write_text("\n".join(lines) + "\n")
    return root


def refsegrs(root: Path) -> Path:
    return lists(root, "images", "masks", ".tif", "")


def risbench(root: Path) -> Path:
    return lists(root, "img_rgb", "mask", ".png", ".png")


def run_lengths(mask: np.ndarray) -> list[int]:
    flat = np.concatenate([[0], (mask.T.ravel() > 0).astype(int), [1 - (mask.T.ravel()[-1] > 0)]])
    edges = np.flatnonzero(np.diff(flat))
    return np.diff(np.concatenate([[0], edges])).tolist()


def refer(root: Path, folder: str, pickled: str, images: Path) -> Path:
    """Write references, annotations and images; the first as run lengths, the second as a polygon, the others mixed."""
    (root / folder).mkdir(parents=True, exist_ok=True)
    references, annotations, pictures = [], [], []
    for number, (split, phrase) in enumerate((s, p) for s, phrases in PHRASES.items() for p in phrases):
        name = f"{number:05d}.png"
        picture(images / name, (25, 32) if number == 2 else (24, 32))
        ring = [8, 4, 20, 4, 20, 10, 8, 10]
        runs = {"size": [24, 32], "counts": run_lengths(square_mask())}
        annotations.append(
            {"id": number, "image_id": number, "category_id": 1, "segmentation": [ring] if number == 1 else runs}
        )
        pictures.append({"id": number, "file_name": name, "width": 32, "height": 24})
        sentence = {"raw": phrase, "sent": phrase, "tokens": phrase.split(), "sent_id": number}
        references.append(
            {
                "ref_id": number, "ann_id": number, "image_id": number, "category_id": 1, "split": split,
                "file_name": name, "sentences": [sentence], "sent_ids": [number],
            }
        )  # fmt: skip
    instances = {"images": pictures, "annotations": annotations, "categories": [{"id": 1, "name": "thing"}]}
    (root / folder / "instances.json").write_text(json.dumps(instances))
    (root / folder / pickled).write_bytes(pickle.dumps(references, protocol=2))
    return root


def rrsisd(root: Path) -> Path:
    return refer(root, "rrsisd", "refs(unc).p", root / "images" / "rrsisd" / "JPEGImages")


def uavid_ris(root: Path) -> Path:
    return refer(root, "uavid_ris", "refs(uow).p", root / "images" / "uavid_ris" / "PNGImages")


def vdd_ris(root: Path) -> Path:
    return refer(root, "vdd_ris", "refs(uow).p", root / "images" / "vdd_ris" / "PNGimages")


def nwpu_refer(root: Path) -> Path:
    return refer(root, ".", "refs(nwpu).p", root / "images")


def rislad(root: Path) -> Path:
    (root / "ann").mkdir(parents=True)
    for split, phrases in PHRASES.items():
        entries = []
        for number, phrase in enumerate(phrases):
            name = f"{split}{number}.png"
            picture(root / "images" / name)
            mask_picture(root / "masks" / name)
            entries.append({"image": name, "mask": name, "expression": phrase})
        (root / "ann" / f"{split}.json").write_text(json.dumps(entries))
    return root


def vrsbench(root: Path) -> Path:
    for split in ("train", "val"):
        (root / f"Annotations_{split}").mkdir(parents=True)
        for number, phrase in enumerate(PHRASES[split]):
            picture(root / f"Images_{split}" / f"{number}.png")
            objects = [
                {"obj_id": 0, "obj_cls": "car", "obj_coord": [0.25, 0.25, 0.5, 0.5], "referring_sentence": phrase},
                {"obj_id": 1, "obj_cls": "car", "obj_coord": [0, 0, 1, 1], "referring_sentence": ""},
            ]
            values = {"image": f"{number}.png", "caption": "…", "objects": objects, "qa_pairs": []}
            (root / f"Annotations_{split}" / f"{number}.json").write_text(json.dumps(values))
    return root


FAKES: dict[str, Callable[[Path], Path]] = {
    "refsegrs": refsegrs,
    "risbench": risbench,
    "rrsisd": rrsisd,
    "uavid-ris": uavid_ris,
    "vdd-ris": vdd_ris,
    "nwpu-refer": nwpu_refer,
    "rislad": rislad,
    "vrsbench": vrsbench,
}
