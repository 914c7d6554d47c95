"""RefSegRS: 4,420 triplets of 285 scenes, 512 px at about 0.3 m, semantic masks of 14 target words.

Layout after the loaders of FIANet and CAFI: images/<id>.tif, masks/<id>.tif, output_phrase_{train,val,test}.txt.
"""

from __future__ import annotations

from pathlib import Path

from ._lists import phrase_file, read_lists
from .base import Dataset

LICENCE = "RefSegRS, Yuan et al. 2023, CC BY 4.0 (imagery from SkyScapes, DLR)"
EXPECTED = {"train": 2172, "val": 431, "test": 1817}
_REMEDY = "get RefSegRS.zip of the data set JessicaYuan/RefSegRS and unpack it whole."
_FAINT = 50  # the authors count values above 50, where masks are 0 and 255


def is_refsegrs(root: Path) -> bool:
    """Return whether `root` has the layout of RefSegRS."""
    first = next((root / "masks").glob("*.tif"), None) if (root / "masks").is_dir() else None
    return first is not None and (root / phrase_file("test")).is_file()


def open_refsegrs(root: Path) -> Dataset:
    """Open RefSegRS.

    Raises:
        DatasetInvalid: A file is missing or broken.
    """
    samples = tuple(read_lists(root, lambda name: _files(root, name), _REMEDY, above=_FAINT))
    return Dataset("RefSegRS", samples, LICENCE, root, expected=EXPECTED)


def _files(root: Path, name: str) -> tuple[Path, Path]:
    return root / "images" / f"{name}.tif", root / "masks" / f"{name}.tif"
