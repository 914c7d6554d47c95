"""The worker process: `python -m rrsis_core.worker`, spoken to through its standard input and output."""

from __future__ import annotations

import importlib
import os
from typing import Mapping

from .server import Verb, serve


def load() -> Mapping[str, Verb]:
    """Return what can be asked for; a lazy door, since the libraries behind it print and may be broken."""
    found: Mapping[str, Verb] = importlib.import_module(".verbs", __package__).verbs()
    return found


if __name__ == "__main__":
    serve(load)
    os._exit(0)  # at once: a thread still waits for the next line
