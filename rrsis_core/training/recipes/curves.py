"""Curves and example pictures of a run for TensorBoard, which cost themselves but never the run."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from torch.utils.tensorboard import SummaryWriter

_ROOM_BYTES = 8_000_000
"""So much must be free: TensorBoard's writing thread would end with a traceback on a full disk."""


class Curves:
    """What TensorBoard reads; on a disk without room it says so once, and leaves itself out until there is some.

    Args:
        folder: For the files.
        say: Called with what the person should know.
    """

    def __init__(self, folder: Path, say: Callable[[str], None]) -> None:
        self._folder, self._say = folder, say
        self._writer: SummaryWriter | None = None
        self._said = False

    def scalar(self, name: str, value: float, step: int) -> None:
        """Add a point."""
        self._with(lambda writer: writer.add_scalar(name, value, step))

    def picture(self, name: str, rgb: Any, text: str, step: int) -> None:
        """Add a picture (H, W, 3) uint8 and what was asked."""
        self._with(lambda writer: writer.add_image(name, rgb, step, dataformats="HWC"))
        self._with(lambda writer: writer.add_text(name, text, step))

    def flush(self) -> None:
        """Write what was added."""
        self._with(lambda writer: writer.flush())

    def close(self) -> None:
        """Write what was added, and end."""
        self._with(lambda writer: writer.close())

    def _with(self, do: Callable[[Any], None]) -> None:
        """Write, where there is room; a writer that failed is left, and the next call begins another file."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            free = shutil.disk_usage(self._folder).free
            if free < _ROOM_BYTES:
                raise OSError(f"{free / 1e6:.1f} MB are free")
            if self._writer is None:
                self._writer = SummaryWriter(str(self._folder))  # type: ignore[no-untyped-call]
            do(self._writer)
            self._said = False
        except OSError as error:
            self._writer = None
            if not self._said:
                self._say(f"{self._folder} cannot be written ({error}): curves are left out until there is room.")
            self._said = True
