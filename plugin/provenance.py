"""How a result came to be, as QGIS shows it: lines in the history of a layer's metadata."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any, List
from urllib.parse import quote

from qgis.core import QgsLayerMetadata

NEWEST = "SELECT metadata FROM gpkg_metadata WHERE mime_type = 'application/json' ORDER BY id DESC LIMIT 1"


def history_of(file: Path) -> List[str]:
    """Return what the worker wrote into a run's file, a line a value; empty where nothing can be read; any thread."""
    if not file.is_file():
        return []
    try:
        with closing(sqlite3.connect(f"file:{quote(str(file))}?mode=ro", uri=True)) as connection:
            values = json.loads(connection.execute(NEWEST).fetchone()[0])
        return [_line(key, value) for key, value in sorted(values.items())]
    except (sqlite3.Error, ValueError, TypeError, AttributeError):  # no such table, no such row, or not ours
        return []


def _line(key: str, value: Any) -> str:
    return f"{key}: {value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)}"


def with_value(metadata: QgsLayerMetadata, key: str, value: Any) -> QgsLayerMetadata:
    """Return `metadata` with `value` in the place of what its history says of `key`."""
    changed = QgsLayerMetadata(metadata)
    others = [line for line in metadata.history() if not line.startswith(f"{key}: ")]
    changed.setHistory(sorted([*others, _line(key, value)]))
    return changed
