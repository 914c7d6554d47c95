"""The command line `rrsis`; `arguments.py` has its commands, `entry.py` what carries each out."""

from __future__ import annotations

from .entry import main

__all__ = ["main"]
