"""RISBench: 52,472 triplets, 512 px at 0.1 to 30 m, 26 classes, long sentences.

Layout after CroBIM's README: img_rgb/ and mask/ (images/ and masks/ in copies), output_phrase_{train,val,test}.txt.
"""

from __future__ import annotations

from pathlib import Path

from ._lists import folder_of, phrase_file, read_lists
from .base import Dataset

LICENCE = "RISBench, Dong et al. 2024, CC BY 4.0 (imagery from DOTA and DIOR, academic use)"
UNVERIFIED = "the counts of its splits could not be read anywhere and are not checked."
_REMEDY = "get RISBench_dataset as the README of HIT-SIRS/CroBIM says and unpack it whole."
_IMAGES = ("img_rgb", "images")
_MASKS = ("mask", "masks")


def is_risbench(root: Path) -> bool:
    """Return whether `root` has the layout of RISBench."""
    folders = all(any((root / name).is_dir() for name in names) for names in (_IMAGES, _MASKS))
    return folders and (root / phrase_file("test")).is_file()


def open_risbench(root: Path) -> Dataset:
    """Open RISBench.

    Raises:
        DatasetInvalid: A file is missing or broken.
    """
    images, masks = folder_of(root, _IMAGES, _REMEDY), folder_of(root, _MASKS, _REMEDY)
    samples = tuple(read_lists(root, lambda name: (images / name, masks / name), _REMEDY))
    return Dataset("RISBench", samples, LICENCE, root, unverified=UNVERIFIED)
