"""What data sets share whose phrases stand in text files, one a split: lines of "<name> <phrase>"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from ..errors import DatasetInvalid
from .base import Sample
from .truth import MaskFile

SPLITS = ("train", "val", "test")


def phrase_file(split: str) -> str:
    """Return the name of a split's phrases."""
    return f"output_phrase_{split}.txt"


def folder_of(root: Path, names: tuple[str, ...], remedy: str) -> Path:
    """Return the first of several folders that is there.

    Raises:
        DatasetInvalid: None is.
    """
    for name in names:
        if (root / name).is_dir():
            return root / name
    raise DatasetInvalid(f"{root} has no folder {' or '.join(names)}: {remedy}", path=str(root))


def read_text(path: Path, remedy: str) -> str:
    """Return a text file.

    Raises:
        DatasetInvalid: It is missing or not UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise DatasetInvalid(f"{path} cannot be read ({error}): {remedy}", path=str(path)) from error


def read_lists(root: Path, files: Callable[[str], tuple[Path, Path]], remedy: str, above: int = 0) -> Iterator[Sample]:
    """Yield the samples of all three splits.

    Args:
        root: The folder with the phrase files.
        files: From a line's name to its image and mask.
        remedy: Where to get what is missing.
        above: Mask values up to this one are background.

    Raises:
        DatasetInvalid: A phrase file is missing, a line is no pair, or a file that it names is missing.
    """
    for split in SPLITS:
        path = root / phrase_file(split)
        for number, line in enumerate(read_text(path, remedy).splitlines(), start=1):
            if not line.strip():
                continue
            name, _, phrase = line.strip().partition(" ")
            image, mask = files(name)
            if not phrase.strip():
                raise DatasetInvalid(
                    f'{path}, line {number}: "{line[:60]}" is no name and phrase: {remedy}', line=number
                )
            for file in (image, mask):
                if not file.is_file():
                    raise DatasetInvalid(
                        f"{path}, line {number}: {file} is missing: {remedy}", path=str(file), line=number
                    )
            truth = MaskFile(mask, above=above, resize=True)
            yield Sample(image, phrase.strip(), truth, split=split, place=name, source=path, line=number)
