"""RRSIS-D: 17,402 triplets on 800 px DIOR images of 0.5 to 30 m, 20 classes, one sentence a reference.

Layout after RMSIN's README: rrsisd/{refs(unc).p, instances.json}, images/rrsisd/JPEGImages. Some images have 801 or 787
rows while their masks have 800: masks are stretched to the image.
"""

from __future__ import annotations

from pathlib import Path

from ._refer import ReferFiles, read_refer
from .base import Dataset

LICENCE = "RRSIS-D, Liu et al. 2024, no licence stated (imagery from DIOR, non-commercial)"
EXPECTED = {"train": 12181, "val": 1740, "test": 3481}
_REMEDY = "get RRSIS-D as the README of Lsan2401/RMSIN says and keep its folders."


def is_rrsisd(root: Path) -> bool:
    """Return whether `root` has the layout of RRSIS-D."""
    return (root / "rrsisd" / "instances.json").is_file()


def open_rrsisd(root: Path) -> Dataset:
    """Open RRSIS-D.

    Raises:
        DatasetInvalid: A file is missing or broken, or the pickle wants to load code.
    """
    files = ReferFiles(
        references=root / "rrsisd" / "refs(unc).p",
        instances=root / "rrsisd" / "instances.json",
        images=root / "images" / "rrsisd" / "JPEGImages",
        masks=None,
        remedy=_REMEDY,
    )
    return Dataset("RRSIS-D", tuple(read_refer(files)), LICENCE, root, expected=EXPECTED)
