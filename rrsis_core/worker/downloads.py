"""How far an installation by uv is: what it says of its downloads, and how much the disks have taken."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Mapping, Sequence

SAID = re.compile(r"\s*(Downloading|Downloaded|Prepared|Installed) (\S+)(?: \(([\d.]+)\s?([KMG]?)i?B\))?")
FACTORS = {"": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30}
DOWNLOADED, PREPARED, INSTALLED = 0.85, 0.9, 0.99  # shares of an installation that are behind one then


def cache_folder(environ: Mapping[str, str], home: Path) -> Path:
    """Return where uv keeps what it downloads, which may lie on another disk than the environment."""
    if environ.get("UV_CACHE_DIR"):
        return Path(environ["UV_CACHE_DIR"])
    if environ.get("LOCALAPPDATA"):
        return Path(environ["LOCALAPPDATA"]) / "uv" / "cache"
    return Path(environ.get("XDG_CACHE_HOME") or home / ".cache") / "uv"


class Downloads:
    """The progress of one installation; neither its share nor its bytes ever fall.

    uv names each large file with its size when it begins, and again when it is there; in between only the disk tells.

    Args:
        folders: Where files arrive; of those on one disk only one counts.
        size_bytes: How much all of them take, unpacked.

    Attributes:
        share: Of the installation, 0 to 1.
        done_bytes: Of the downloads, roughly.
        total_bytes: Of the downloads that were named; 0 while none was.
    """

    def __init__(self, folders: Sequence[Path], size_bytes: int) -> None:
        there = [next((place for place in (folder, *folder.parents) if place.is_dir()), folder) for folder in folders]
        self._folders = {folder.stat().st_dev: folder for folder in there if folder.is_dir()}
        self._free = {device: shutil.disk_usage(folder).free for device, folder in self._folders.items()}
        self._size_bytes = max(1, size_bytes)
        self._named: dict[str, int] = {}
        self._come: set[str] = set()
        self.share = 0.0
        self.done_bytes = 0

    @property
    def total_bytes(self) -> int:
        """Size of all downloads that were named."""
        return sum(self._named.values())

    def hear(self, line: str) -> None:
        """Take in one line of uv."""
        said = SAID.match(line)
        if said is None:
            return
        verb, name, number, unit = said.groups()
        if verb == "Downloading" and number:
            self._named[name] = round(float(number) * FACTORS[unit])
        elif verb == "Downloaded":
            self._come.add(name)
        elif verb in ("Prepared", "Installed"):
            self._rise(PREPARED if verb == "Prepared" else INSTALLED)
        come_bytes = sum(size for name, size in self._named.items() if name in self._come)
        self.done_bytes = max(self.done_bytes, come_bytes)
        if self.total_bytes:
            self._rise(DOWNLOADED * come_bytes / self.total_bytes)

    def look(self) -> None:
        """Look how much the disks have taken since the beginning."""
        taken = sum(self._free[device] - shutil.disk_usage(at).free for device, at in self._folders.items())
        fraction = min(1.0, max(0.0, taken / self._size_bytes))
        self.done_bytes = max(self.done_bytes, round(fraction * self.total_bytes))
        self._rise(fraction)

    def _rise(self, share: float) -> None:
        self.share = max(self.share, min(share, INSTALLED))
