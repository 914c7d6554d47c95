"""A digest of all that a data set holds: phrases, pixels and truths; files are read again only where they changed."""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from dataclasses import fields
from pathlib import Path
from typing import Any

import shapely

from ..datasets.base import Dataset, Sample
from ..datasets.truth import Truth
from ..models.weights import file_sha256
from .aside import write_aside


class Digests:
    """The SHA-256 of files, kept with their sizes and times in a JSON file from one run to the next.

    Args:
        cache: That file; a broken one is begun anew, one that cannot be written costs only time.
    """

    def __init__(self, cache: Path | None = None) -> None:
        self._cache = cache
        self._before = _read(cache) if cache else {}
        self._now: dict[str, list[Any]] = {}

    def of(self, path: Path) -> str:
        """Return the SHA-256 of the file at `path`, or why there is none."""
        key = str(path.absolute())
        if key not in self._now:
            self._now[key] = self._look(path, self._before.get(key))
        return str(self._now[key][2])

    def _look(self, path: Path, before: list[Any] | None) -> list[Any]:
        try:
            about = path.stat()
            known = before is not None and before[:2] == [about.st_size, about.st_mtime_ns]
            return [about.st_size, about.st_mtime_ns, before[2] if known and before else file_sha256(path)]
        except FileNotFoundError:
            return [-1, -1, "missing"]
        except (OSError, ValueError):  # the latter where a path holds what no name can
            return [-1, -1, "unreadable"]

    def keep(self) -> None:
        """Write the cache."""
        if self._cache is None:
            return
        with contextlib.suppress(OSError):
            self._cache.parent.mkdir(parents=True, exist_ok=True)
            write_aside(self._cache, json.dumps(self._now))


def _read(cache: Path) -> dict[str, list[Any]]:
    try:
        values = json.loads(cache.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    whole = isinstance(values, dict) and all(isinstance(each, list) and len(each) == 3 for each in values.values())
    return values if whole else {}


def data_hash(dataset: Dataset, digests: Digests | None = None) -> str:
    """Return the SHA-256 of every sample in its order: names and contents of image and truth, phrase, kind and split.

    Where the data set lies makes no difference.
    """
    digests = digests or Digests()
    whole = hashlib.sha256()
    for sample in dataset.samples:
        whole.update((json.dumps(_line(sample, dataset.root, digests), ensure_ascii=False) + "\n").encode())
    digests.keep()
    return whole.hexdigest()


def _line(sample: Sample, root: Path, digests: Digests) -> list[Any]:
    said = [sample.phrase, sample.kind, sample.split, sample.gsd_m]
    return [_below(sample.image, root), digests.of(sample.image), *said, _truth(sample.truth, root, digests)]


def _truth(truth: Truth, root: Path, digests: Digests) -> list[Any]:
    """Return the fields of a truth, files by name and contents, geometries as the SHA-256 of their coordinates."""
    found: list[Any] = [type(truth).__name__]
    for each in fields(truth):  # type: ignore[arg-type]  # every truth is a dataclass
        value = getattr(truth, each.name)
        if isinstance(value, Path):
            found += [_below(value, root), digests.of(value)]
        elif each.name == "geometries":
            found.append(hashlib.sha256(b"".join(shapely.to_wkb(shape, byte_order=1) for shape in value)).hexdigest())
        else:
            found.append(value)
    return found


def _below(path: Path, root: Path) -> str:
    """Return how `root` names `path`, or its name alone where they lie on different drives."""
    try:
        return Path(os.path.relpath(path.absolute(), root.absolute())).as_posix()
    except ValueError:
        return path.name
