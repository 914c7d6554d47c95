"""NWPU-Refer: 15,003 images of 1024 to 2048 px, 49,745 targets; a sentence may mean one object, several or none.

Its layout could not be read anywhere; that of REFER is assumed: refs*.p, instances.json, images/.
"""

from __future__ import annotations

from pathlib import Path

from ..errors import DatasetInvalid
from ._refer import ReferFiles, read_refer
from .base import Dataset

LICENCE = "NWPU-Refer, Yang et al. 2025, terms as its authors state"
UNVERIFIED = "neither its layout nor its counts could be read anywhere; the layout of REFER is assumed."
_REMEDY = "get NWPU-Refer as the README of CVer-Yang/NWPU-Refer says, or write it as phrases.jsonl."


def is_nwpu_refer(root: Path) -> bool:
    """Return whether `root` has the layout that is assumed."""
    return (root / "instances.json").is_file() and any(root.glob("refs*.p"))


def open_nwpu_refer(root: Path) -> Dataset:
    """Open NWPU-Refer; references without a segmentation mean nothing in their image.

    Raises:
        DatasetInvalid: A file is missing or broken.
    """
    references = next(iter(sorted(root.glob("refs*.p"))), None)
    if references is None:
        raise DatasetInvalid(f"{root} has no refs*.p: {_REMEDY}", path=str(root))
    files = ReferFiles(references, root / "instances.json", root / "images", None, _REMEDY, absent=True)
    return Dataset("NWPU-Refer", tuple(read_refer(files)), LICENCE, root, unverified=UNVERIFIED)
