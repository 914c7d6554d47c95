"""Your own data: a folder of images with masks, polygons, boxes or points, and `phrases.jsonl` that names them."""

from __future__ import annotations

import difflib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..errors import DatasetInvalid, RrsisError, RrsisWarning, warn
from .base import ABSENT, KINDS, UNSTATED, Dataset, Sample
from .shapes import Shapes, boxes, parse_numbers, parse_polygons, points
from .truth import MaskFile, Nothing, Truth

FILE = "phrases.jsonl"
TRUTHS = ("mask", "polygons", "boxes", "points")
KEYS = ("image", "phrase", *TRUTHS, "split", "kind", "target", "gsd_m", "place")


@dataclass(frozen=True)
class _Line:
    """One line of phrases.jsonl: its number from 1 and its object."""

    path: Path
    number: int
    values: dict[str, Any]

    @property
    def folder(self) -> Path:
        return self.path.parent

    def wrong(self, problem: str) -> DatasetInvalid:
        return DatasetInvalid(f"{self.path}, line {self.number}: {problem}", path=str(self.path), line=self.number)

    def text(self, key: str, default: str = "") -> str:
        value = self.values.get(key)
        if value is None:
            return default
        if not isinstance(value, str):
            raise self.wrong(f'"{key}" is {value!r}, not text.')
        if any(0xD800 <= ord(character) <= 0xDFFF for character in value):
            raise self.wrong(f'"{key}" is {value!r}, which holds half a character: write it again.')
        return value.strip() or default

    def file(self, key: str, name: str) -> Path:
        path = self.folder / name
        try:
            there = path.is_file()
        except (OSError, ValueError):  # too long for a name, or no text that a name can have
            there = False
        if not there:
            named = f"{str(path)[:300]} …" if len(str(path)) > 300 else path
            raise self.wrong(f'"{key}" names {named}, which does not exist: correct the path or add the file.')
        return path


def is_own(folder: Path) -> bool:
    """Return whether `folder` is laid out as one's own data."""
    return (folder / FILE).is_file()


def open_own(folder: Path, *, truths_wanted: bool = True) -> Dataset:
    """Open a folder with a `phrases.jsonl`.

    Args:
        folder: Where the file lies; paths in it are relative to the folder.
        truths_wanted: Whether a phrase without truth is an error unless it is absent; False to predict only.

    Raises:
        DatasetInvalid: The file is missing or empty, or a line is wrong; the message names the first.
    """
    path = folder / FILE
    samples: list[Sample] = []
    problems: list[RrsisError] = []
    unknown: dict[str, int] = {}
    for line in _read_lines(path):
        for key in set(line.values) - set(KEYS):
            unknown.setdefault(key, line.number)
        try:
            samples.append(_sample(line, truths_wanted))
        except RrsisError as error:
            problems.append(error)
    _warn_unknown(path, unknown)
    if problems:
        more = f" ({len(problems) - 1} more lines are wrong too.)" if len(problems) > 1 else ""
        raise DatasetInvalid(problems[0].message + more, **problems[0].details)
    if not samples:
        raise DatasetInvalid(f"{path} holds no phrase: write one JSON object a line.", path=str(path))
    return Dataset(name=folder.resolve().name, samples=tuple(samples), root=folder)


def _read_lines(path: Path) -> Iterator[_Line]:
    """Yield the lines that are not blank; numbers count all lines."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or error
        raise DatasetInvalid(
            f"{path} cannot be read ({reason}): a data set of your own needs it, UTF-8, one JSON object a line.",
            path=str(path),
        ) from error
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield _Line(path, number, _parse(path, number, line))


def _parse(path: Path, number: int, line: str) -> dict[str, Any]:
    try:
        values = json.loads(line, object_pairs_hook=_unrepeated)
    except (ValueError, RecursionError) as error:  # ValueError also for a number of thousands of digits
        raise DatasetInvalid(f"{path}, line {number} is no JSON: {error}", path=str(path), line=number) from error
    if not isinstance(values, dict):
        raise DatasetInvalid(f"{path}, line {number} is no JSON object: write {{…}}.", path=str(path), line=number)
    return values


def _unrepeated(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return the object, of which JSON would silently keep the last of two equal keys."""
    values = dict(pairs)
    if len(values) < len(pairs):
        keys = [key for key, _ in pairs]
        raise ValueError(f"the key {json.dumps(max(keys, key=keys.count))} stands in it twice")
    return values


def _warn_unknown(path: Path, unknown: dict[str, int]) -> None:
    for key, number in unknown.items():
        near = difflib.get_close_matches(key, KEYS, n=1)
        hint = f' Did you mean "{near[0]}"?' if near else f" Known are: {', '.join(KEYS)}."
        warn(RrsisWarning(f'{path}, line {number}: the key "{key}" is unknown and ignored.{hint}', path=str(path)))


def _sample(line: _Line, truths_wanted: bool) -> Sample:
    phrase, image = line.text("phrase"), line.text("image")
    if not phrase:
        raise line.wrong('"phrase" is missing or empty: say what is looked for.')
    if not image:
        raise line.wrong('"image" is missing or empty: name the raster, relative to the folder.')
    kind = line.text("kind", UNSTATED)
    if kind not in (*KINDS, UNSTATED):
        warn(RrsisWarning(f'{line.path}, line {line.number}: the kind "{kind}" is none of {", ".join(KINDS)}.'))
    return Sample(
        image=line.folder / image,
        phrase=phrase,
        truth=_truth(line, kind, truths_wanted),
        kind=kind,
        target=line.text("target"),
        split=line.text("split"),
        gsd_m=_gsd(line),
        place=line.text("place") or _place(line.folder, image),
        source=line.path,
        line=line.number,
    )


def _place(folder: Path, image: str) -> str:
    """Return one name for an image, however its path is written."""
    try:
        return Path(os.path.relpath(folder / image, folder)).as_posix()
    except ValueError:  # on another drive
        return image


def _gsd(line: _Line) -> float | None:
    value = line.values.get("gsd_m")
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 < value < 1e6:
        raise line.wrong(f'"gsd_m" is {value!r}, not a positive number of metres a pixel.')
    return float(value)


def _truth(line: _Line, kind: str, wanted: bool) -> Truth:
    given = [key for key in TRUTHS if line.values.get(key) not in (None, "", [])]
    if not given:
        if kind == ABSENT or not wanted:
            return Nothing()
        raise line.wrong(
            f'no mask, polygons, boxes or points for "{line.text("phrase")}": add one, or write "kind": "absent" '
            "where the object is not in the image."
        )
    if len(given) > 1:
        raise line.wrong(
            f'{" and ".join(map(json.dumps, given))} both say what "{line.text("phrase")}" means: keep one of them.'
        )
    try:
        return _parse_truth(line, given[0], line.values[given[0]])
    except DatasetInvalid as error:
        if "line" in error.details:
            raise
        raise line.wrong(error.message) from error


def _parse_truth(line: _Line, key: str, value: Any) -> Truth:
    if key == "mask":
        return MaskFile(line.file(key, line.text(key)))
    if isinstance(value, str):
        name, _, layer = value.partition("|")
        kind = {"polygons": "polygon", "boxes": "box", "points": "point"}[key]
        return Shapes(path=line.file(key, name), layer=layer.removeprefix("layername=") or None, kind=kind)
    if key == "polygons":
        return parse_polygons(value)
    if key == "boxes":
        return boxes(parse_numbers(value, 4, key))
    return points(parse_numbers(value, 2, key))
