"""UAVid-RIS and VDD-RIS: 1024 px patches cut from the drone images of UAVid and VDD, sentences by language models.

Layout after AeroReformer's code: <name>_ris/{refs(uow).p, instances.json}, images/<name>_ris/PNGImages (its code also
writes PNGimages). The patches must be cut from the original images with the authors' tool.
"""

from __future__ import annotations

from pathlib import Path

from ._lists import folder_of
from ._refer import ReferFiles, read_refer
from .base import Dataset

LICENCE = "{}, Li et al. 2025, sentences MIT (imagery under the terms of UAVid and VDD)"
UNVERIFIED = "the counts of its splits and the form of its masks could not be read anywhere and are not checked."
_REMEDY = "get the data set lironui/{} and cut the original images with the authors' tool image_split."


def is_uavid_ris(root: Path) -> bool:
    """Return whether `root` has the layout of UAVid-RIS."""
    return (root / "uavid_ris" / "instances.json").is_file()


def is_vdd_ris(root: Path) -> bool:
    """Return whether `root` has the layout of VDD-RIS."""
    return (root / "vdd_ris" / "instances.json").is_file()


def open_uavid_ris(root: Path) -> Dataset:
    """Open UAVid-RIS.

    Raises:
        DatasetInvalid: A file is missing or broken.
    """
    return _open(root, "uavid_ris", "UAVid-RIS")


def open_vdd_ris(root: Path) -> Dataset:
    """Open VDD-RIS.

    Raises:
        DatasetInvalid: A file is missing or broken.
    """
    return _open(root, "vdd_ris", "VDD-RIS")


def _open(root: Path, folder: str, name: str) -> Dataset:
    remedy = _REMEDY.format(name)
    pictures = root / "images" / folder
    files = ReferFiles(
        references=root / folder / "refs(uow).p",
        instances=root / folder / "instances.json",
        images=folder_of(pictures, ("PNGImages", "PNGimages"), remedy),
        masks=pictures / "ann_split",
        remedy=remedy,
    )
    return Dataset(name, tuple(read_refer(files)), LICENCE.format(name), root, unverified=UNVERIFIED)
