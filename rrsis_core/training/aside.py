"""Small texts that are written whole or not at all."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path


def write_aside(path: Path, text: str) -> None:
    """Write `text` to `path`, aside first: what was there stays whole until then, also when there is no room.

    Raises:
        OSError: It cannot be written; nothing is left aside.
    """
    aside = path.with_name(path.name + ".part")
    try:
        aside.write_text(text, encoding="utf-8")
        os.replace(aside, path)
    except OSError:
        with contextlib.suppress(OSError):
            aside.unlink(missing_ok=True)
        raise
