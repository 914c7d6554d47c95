"""RIS-LAD: 13,871 triplets seen obliquely from low-flying drones, by day and night.

Layout as its README suggests: images/, masks/, ann/{train,val,test}.json, a list of {image, mask, expression} each.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..errors import DatasetInvalid, reason_of
from ._lists import SPLITS
from ._refer import read_json
from .base import Dataset, Sample
from .truth import MaskFile

LICENCE = "RIS-LAD, Ye et al. 2025, research use only"
UNVERIFIED = "its layout is only suggested by its README, and the counts of its splits are not checked."
_REMEDY = "get RIS-LAD as the README of AHideoKuzeA/RIS-LAD says and unpack it whole."


def is_rislad(root: Path) -> bool:
    """Return whether `root` has the layout that RIS-LAD's README suggests."""
    return (root / "ann" / "test.json").is_file() and (root / "masks").is_dir()


def open_rislad(root: Path) -> Dataset:
    """Open RIS-LAD.

    Raises:
        DatasetInvalid: A file is missing or broken.
    """
    samples = tuple(sample for split in SPLITS for sample in _split(root, split))
    return Dataset("RIS-LAD", samples, LICENCE, root, unverified=UNVERIFIED)


def _split(root: Path, split: str) -> Iterator[Sample]:
    path = root / "ann" / f"{split}.json"
    entries = read_json(path, _REMEDY)
    number = 0
    try:
        for number, entry in enumerate(entries, start=1):
            image, mask = root / "images" / entry["image"], root / "masks" / entry["mask"]
            phrase = str(entry["expression"]).strip()
            if not phrase or not mask.is_file():
                raise ValueError(f"no phrase, or {mask} is missing")
            truth = MaskFile(mask, resize=True)
            target = str(entry.get("category", ""))
            yield Sample(image, phrase, truth, "unstated", target, split, place=image.name, source=path, line=number)
    except (KeyError, TypeError, ValueError, AttributeError, OSError) as error:
        raise DatasetInvalid(
            f"{path}, entry {number}: {reason_of(error)}; {_REMEDY}", path=str(path), line=number
        ) from error
