"""The command line: `rrsis segment | threshold | models | evaluate | doctor`."""

from __future__ import annotations

from .entry import main

__all__ = ["main"]
