"""The command `cache`: image features that are kept for further phrases."""

from __future__ import annotations

import argparse
from datetime import datetime

from ..features import clear_features, features_folder, kept_features, limit_bytes
from .entry import Said


def cache_command(options: argparse.Namespace) -> Said:
    """Carry out `rrsis cache list` and `rrsis cache clear`."""
    if options.action == "clear":
        freed = clear_features()
        return Said({"freed_bytes": freed}, f"Freed {freed / 1e6:,.1f} MB in {features_folder()}.")
    entries = kept_features()
    rows = [
        {
            "raster": kept.raster,
            "model": kept.model,
            "tiles": kept.tiles,
            "size_bytes": kept.size_bytes,
            "used": datetime.fromtimestamp(kept.used).astimezone().isoformat(timespec="seconds"),
        }
        for kept in entries
    ]
    lines = [f"{kept.size_bytes / 1e6:10,.1f} MB  {kept.model}  {kept.raster}" for kept in entries]
    total = sum(kept.size_bytes for kept in entries)
    lines.append(f"{total / 1e6:10,.1f} MB of {limit_bytes() / 1e6:,.0f} MB in {features_folder()}")
    return Said({"folder": str(features_folder()), "limit_bytes": limit_bytes(), "kept": rows}, "\n".join(lines))
