"""How a result came to be, inside the result: JSON in the metadata tables of a GeoPackage."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from ..gpkg_metadata import statements

# A name, no address: the project has none that will stay.
STANDARD_URI = "urn:uuid:7d1d3c0e-5b0e-4c8e-9a55-2f6c1b1f3a64"


def write_provenance(path: Path, provenance: dict[str, Any]) -> None:
    """Add `provenance` as JSON to the metadata of the GeoPackage at `path` and of each of its layers."""
    text = json.dumps(provenance, ensure_ascii=False, sort_keys=True, default=str)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("BEGIN")
        for statement in statements(text, STANDARD_URI, "application/json"):
            database.execute(statement)


def read_provenance(path: str | Path) -> dict[str, Any]:
    """Return what `write_provenance` last wrote into the GeoPackage at `path`; empty where there is nothing of it."""
    with closing(sqlite3.connect(f"{Path(path).absolute().as_uri()}?mode=ro", uri=True)) as database:
        try:
            row = database.execute(
                "SELECT metadata FROM gpkg_metadata WHERE md_standard_uri = ? ORDER BY id DESC", (STANDARD_URI,)
            ).fetchone()
        except sqlite3.OperationalError:  # no such table
            return {}
    found: dict[str, Any] = json.loads(row[0]) if row else {}
    return found
