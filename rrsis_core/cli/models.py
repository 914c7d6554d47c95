"""The command `models`: what there is, and what is ready to use."""

from __future__ import annotations

import argparse

from ..worker.verbs import model_rows
from .entry import Said


def models_command(options: argparse.Namespace) -> Said:
    """Carry out `rrsis models`."""
    rows = model_rows()
    width = max(len(str(row["name"])) for row in rows)
    lines = [f"{row['name']:{width}}  {row['state']:18}  {row['title']}" for row in rows]
    return Said({"models": rows}, "\n".join(lines))
