"""A sample, the unit of every data set: an image, a phrase and its truth, with what is known about them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from ..errors import DatasetInvalid, DatasetUnverified, RrsisError, warn
from .truth import Frame, Mask, Nothing, Truth, read_frame

ABSENT = "absent"
KINDS = ("category", "attribute", "size", "count", "position", "relation", ABSENT)
UNSTATED = "unstated"


@dataclass(frozen=True)
class Sample:
    """One phrase of one image.

    Args:
        image: Any raster that rasterio reads.
        phrase: What is looked for.
        truth: What it means in this image.
        kind: One of KINDS, or "unstated".
        target: The class of the object, "" where it is not stated.
        split: "train", "val", "test", …; "" belongs to every split.
        gsd_m: Metres a pixel as stated by the data set; None: from the image, or unknown.
        place: What may not be torn apart: its samples lie in one split and are drawn together by a bootstrap.
        source, line: The file that says so, and the line or entry in it, counted from 1.
    """

    image: Path
    phrase: str
    truth: Truth
    kind: str = UNSTATED
    target: str = ""
    split: str = ""
    gsd_m: float | None = None
    place: str = ""
    source: Path = Path()
    line: int = 0

    @property
    def where(self) -> str:
        """The file and line that a message about this sample names."""
        return f"{self.source}, line {self.line}"

    def mask(self, frame: Frame | None = None) -> Mask:
        """Return the (H, W) mask on the image's own pixels, drawn now.

        Raises:
            RasterUnreadable: The image cannot be opened.
            DatasetInvalid: The truth cannot be read, is empty without "absent", or not empty with it.
        """
        try:
            mask = self.truth.rasterise(frame or read_frame(self.image))
        except RrsisError as error:
            error.message = f"{self.where}: {error.message}"
            raise
        self.check(bool(mask.any()))
        return mask

    def check(self, found: bool, what: str = "mask", of: str = "pixel") -> None:
        """Hold what the truth was found to mean in the image against the kind.

        Args:
            found: Whether anything of the truth lies in the image.
            what: What the truth is called.
            of: What it is made of.

        Raises:
            DatasetInvalid: It is empty without "absent", or not empty with it.
        """
        if found and self.kind == ABSENT:
            raise DatasetInvalid(
                f'{self.where}: "{self.phrase}" is absent, but its {what} has {of}s: empty it, or change the kind.',
                path=str(self.source),
                line=self.line,
            )
        if not found and self.kind != ABSENT:
            raise DatasetInvalid(
                f'{self.where}: the {what} of "{self.phrase}" has no {of} in {self.image.name}: draw it, or write '
                '"kind": "absent".',
                path=str(self.source),
                line=self.line,
            )


@dataclass(frozen=True)
class Dataset:
    """The samples of a data set with its name and terms.

    Args:
        name: As reports print it.
        samples: All of them, in the order of their files.
        licence: Whose it is and under which terms.
        root: The folder.
        unverified: What could not be checked against a published source; "" when all was.
    """

    name: str
    samples: tuple[Sample, ...]
    licence: str = ""
    root: Path = Path()
    unverified: str = ""
    expected: dict[str, int] = field(default_factory=dict)

    def splits(self) -> dict[str, int]:
        """Return how many samples each split has."""
        return dict(Counter(sample.split for sample in self.samples))

    def split(self, name: str | None) -> list[Sample]:
        """Return the samples of a split; those of no split belong to all, and None takes everything.

        Raises:
            DatasetInvalid: There is no sample of that split.
        """
        if name is None:
            return list(self.samples)
        chosen = [sample for sample in self.samples if sample.split in ("", name)]
        if not chosen:
            known = ", ".join(f"{split} ({count})" for split, count in sorted(self.splits().items())) or "none"
            raise DatasetInvalid(
                f'{self.root} has no split "{name}": it has {known}. Name one of these, or add "split" to its lines.',
                path=str(self.root),
                split=name,
            )
        return chosen

    def check_counts(self) -> None:
        """Warn about what is unverified, and hold the split counts against the published ones.

        Raises:
            DatasetInvalid: A count differs.
        """
        if self.unverified:
            warn(DatasetUnverified(f"{self.name}: {self.unverified}", path=str(self.root)))
        counts = self.splits()
        for split, expected in self.expected.items():
            if counts.get(split, 0) != expected:
                raise DatasetInvalid(
                    f"{self.root} has {counts.get(split, 0)} samples of split {split}, but was published with "
                    f"{expected}: unpack its archive again.",
                    path=str(self.root),
                    split=split,
                )


def has_truth(sample: Sample) -> bool:
    """Return whether anything is known about what the phrase means."""
    return sample.kind == ABSENT or not isinstance(sample.truth, Nothing)


def by_image(samples: Sequence[Sample]) -> dict[Path, list[Sample]]:
    """Return the samples of each image, images and samples in their first order."""
    groups: dict[Path, list[Sample]] = {}
    for sample in samples:
        groups.setdefault(sample.image, []).append(sample)
    return groups
