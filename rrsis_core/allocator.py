"""Freed memory that stays with the process while a run lasts, so that each tile does not have to be given new pages."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Iterator
from contextlib import contextmanager

# Numbers of mallopt(3), and sizes above those of the layers' outputs.
_TRIM_THRESHOLD, _MMAP_THRESHOLD = -1, -3
_KEPT_BYTES = 1024 * 2**20
_LARGEST_KEPT_BYTES = 512 * 2**20


def _glibc() -> ctypes.CDLL | None:
    """Return the C library if it is glibc; others have no such switches, or other habits."""
    if not sys.platform.startswith("linux"):
        return None
    library = ctypes.CDLL(None)
    return library if hasattr(library, "gnu_get_libc_version") else None


def give_back() -> None:
    """Give freed memory back to the system now: another heap, or GDAL, may need as much next."""
    library = _glibc()
    if library is not None:
        library.malloc_trim(0)


@contextmanager
def freed_memory_kept() -> Iterator[None]:
    """Keep freed memory for reuse inside the block, and return it to the system at its end.

    glibc gives blocks of more than 32 MiB, and whatever lies free at the top of the heap, back to the system at once,
    and the system zeroes new pages for the next layer: a third of the processor time of a small model on a CPU. The
    peak of the memory stays what it was.
    """
    library = _glibc()
    if library is None:
        yield
        return
    library.mallopt(_MMAP_THRESHOLD, _LARGEST_KEPT_BYTES)
    library.mallopt(_TRIM_THRESHOLD, _KEPT_BYTES)
    try:
        yield
    finally:
        give_back()
