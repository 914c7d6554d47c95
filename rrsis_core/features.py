"""Image features of tiles, kept on disk: a further phrase over the same place need not look at the image again."""

from __future__ import annotations

import contextlib
import hashlib
import json
import math
import os
import shutil
import time
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors import SafetensorError, safe_open
from safetensors.torch import save_file
from torch import Tensor

from .errors import RequestInvalid
from .grid import Window
from .weight_files import cache_folder

LIMIT_BYTES = 4_000_000_000
LEFT_FREE_BYTES = 2_000_000_000  # of a disk: a short cut must not take the room that results need
_NO_LIMIT = 2**62
_WAITING = 4  # tiles that may wait for the disk, each some tens of megabytes; more are not kept
_PAGE_BYTES = 4096
_FACTS = "run.json"


@dataclass(frozen=True)
class Kept:
    """Features of one raster, grid and model on disk.

    Args:
        folder: Where they lie.
        raster: The raster's address.
        model: Its card's name.
        tiles: How many tiles.
        size_bytes: On disk.
        used: When they were last asked, in seconds since 1970.
    """

    folder: Path
    raster: str
    model: str
    tiles: int
    size_bytes: int
    used: float


def features_folder() -> Path:
    """Return the folder that holds all kept features."""
    return cache_folder().parent / "features"


def limit_bytes() -> int:
    """Return how much may be kept: $RRSIS_FEATURES_GB, 4 GB without it; 0 keeps nothing, "inf" knows no limit.

    Raises:
        RequestInvalid: It is no number.
    """
    text = os.environ.get("RRSIS_FEATURES_GB", "").strip()
    if not text:
        return LIMIT_BYTES
    with contextlib.suppress(ValueError):
        wished = float(text)
        if not math.isnan(wished):
            return int(min(max(wished, 0.0) * 1e9, _NO_LIMIT))
    raise RequestInvalid(
        f'The variable RRSIS_FEATURES_GB is "{text}", which is no number: give gigabytes, as "4" or "0.5".', value=text
    )


def kept_features() -> list[Kept]:
    """Return all that is kept, last used first."""
    found = []
    for folder in features_folder().glob("*/"):
        with contextlib.suppress(OSError):  # another process may delete it at this moment
            files = list(folder.iterdir())
            tiles = sum(entry.suffix == ".safetensors" for entry in files)
            size = sum(entry.stat().st_size for entry in files)
            found.append(Kept(folder, *_facts_in(folder), tiles, size, _used(folder)))
    return sorted(found, key=lambda kept: -kept.used)


def _facts_in(folder: Path) -> tuple[str, str]:
    """Return raster and model; "" each where a process was ended before it had noted them."""
    try:
        facts = json.loads((folder / _FACTS).read_text(encoding="utf-8"))
        return str(facts["raster"]), str(facts["model"])
    except (OSError, ValueError, KeyError, TypeError):
        return "", ""


def _used(folder: Path) -> float:
    noted = folder / _FACTS
    return (noted if noted.is_file() else folder).stat().st_mtime


def clear_features() -> int:
    """Delete all kept features; return how many bytes that freed."""
    freed = sum(kept.size_bytes for kept in kept_features())
    shutil.rmtree(features_folder(), ignore_errors=True)
    return freed


def make_room(limit: int, keep: Path) -> None:
    """Delete what was not used for longest until at most `limit` bytes are left; never the folder `keep`."""
    entries = kept_features()
    total = sum(kept.size_bytes for kept in entries)
    for kept in reversed(entries):
        if total <= limit:
            return
        if kept.folder != keep:
            shutil.rmtree(kept.folder, ignore_errors=True)
            total -= kept.size_bytes


class FeatureStore:
    """Features of the tiles of one raster, grid and model; a context manager that writes on a thread of its own.

    It is only ever a short cut: what cannot be written is not kept, what cannot be read is computed again.

    Args:
        facts: JSON values that the features depend on; "raster" and "model" among them.
        limit: Bytes that may be kept in all.
    """

    def __init__(self, facts: dict[str, Any], limit: int) -> None:
        key = hashlib.sha256(json.dumps(facts, sort_keys=True, default=str).encode()).hexdigest()[:32]
        self._folder = features_folder() / key
        self._facts = facts
        self._limit = limit
        self._waiting: list[Future[None]] = []
        self._lock = Lock()
        self.hits = 0

    def __enter__(self) -> FeatureStore:
        """Make the folder, and room by deleting what was not used for longest."""
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            text = json.dumps({"raster": self._facts["raster"], "model": self._facts["model"], "made": time.time()})
            (self._folder / _FACTS).write_text(text, encoding="utf-8")
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="features")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Finish writing and bring the whole below its limit."""
        self._thread.shutdown(wait=True)
        make_room(self._limit, self._folder)

    def get(self, tile: Window) -> tuple[tuple[Tensor, ...], NDArray[np.bool_]] | None:
        """Return (features (1, …) each, valid (h, w) bool) of `tile`, or None where they are not kept."""
        path = self._path(tile)
        if not path.is_file():
            return None
        try:
            with safe_open(path, framework="pt") as file:
                features = tuple(_fetched(file.get_tensor(str(place))) for place in range(len(file.keys()) - 1))
                packed = file.get_tensor("valid").numpy()
        except (SafetensorError, OSError, KeyError):
            return None
        self.hits += 1
        return features, np.unpackbits(packed, count=tile.height * tile.width).reshape(tile.shape).view(np.bool_)

    def put(self, tile: Window, features: Sequence[Tensor], valid: NDArray[np.bool_]) -> None:
        """Keep the `features` (1, …) of `tile`, unless the disk cannot keep up; several threads may call at once."""
        with self._lock:
            self._waiting = [future for future in self._waiting if not future.done()]
            if len(self._waiting) < _WAITING:
                tensors = {str(place): feature.contiguous().cpu() for place, feature in enumerate(features)}
                tensors["valid"] = torch.from_numpy(np.packbits(valid))
                self._waiting.append(self._thread.submit(self._write, self._path(tile), tensors))

    def _write(self, path: Path, tensors: dict[str, Tensor]) -> None:
        aside = path.with_suffix(f".{os.getpid()}")
        with contextlib.suppress(OSError, SafetensorError):
            if shutil.disk_usage(path.parent).free < LEFT_FREE_BYTES:
                return
            try:
                save_file(tensors, aside)
                aside.replace(path)
            finally:
                aside.unlink(missing_ok=True)  # half of a file on a full disk would stay there for ever

    def _path(self, tile: Window) -> Path:
        return self._folder / f"{tile.row}_{tile.col}_{tile.height}_{tile.width}.safetensors"


def _fetched(tensor: Tensor) -> Tensor:
    """Return `tensor` of a file with each page looked at: who reads it waits for the disk, and not the model."""
    if tensor.numel():
        tensor.flatten()[:: max(1, _PAGE_BYTES // tensor.element_size())].sum()
    return tensor
