"""How a result came to be, inside the result: JSON in the metadata tables of a GeoPackage."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

# A name, no address: the project has none that will stay.
STANDARD_URI = "urn:uuid:7d1d3c0e-5b0e-4c8e-9a55-2f6c1b1f3a64"
_EXTENSION = "http://www.geopackage.org/spec120/#extension_metadata"

# The tables of the GeoPackage standard 1.3, annex F.8, with the columns and constraints that it prescribes.
_TABLES = """
CREATE TABLE IF NOT EXISTS gpkg_extensions (
    table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL,
    CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
CREATE TABLE IF NOT EXISTS gpkg_metadata (
    id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL, md_scope TEXT NOT NULL DEFAULT 'dataset',
    md_standard_uri TEXT NOT NULL, mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT '');
CREATE TABLE IF NOT EXISTS gpkg_metadata_reference (
    reference_scope TEXT NOT NULL, table_name TEXT, column_name TEXT, row_id_value INTEGER,
    timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
    md_file_id INTEGER NOT NULL, md_parent_id INTEGER,
    CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id),
    CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id));
"""


def write_provenance(path: Path, provenance: dict[str, Any]) -> None:
    """Add `provenance` as JSON to the metadata of the GeoPackage at `path` and of each of its layers."""
    text = json.dumps(provenance, ensure_ascii=False, sort_keys=True, default=str)
    with closing(sqlite3.connect(path)) as database, database:
        database.executescript(_TABLES)
        for table in ("gpkg_metadata", "gpkg_metadata_reference"):
            database.execute(
                "INSERT OR IGNORE INTO gpkg_extensions SELECT ?, NULL, 'gpkg_metadata', ?, 'read-write'"
                " WHERE NOT EXISTS (SELECT 1 FROM gpkg_extensions WHERE table_name = ?)",
                (table, _EXTENSION, table),
            )
        row = database.execute(
            "INSERT INTO gpkg_metadata (md_scope, md_standard_uri, mime_type, metadata) VALUES ('dataset', ?, ?, ?)",
            (STANDARD_URI, "application/json", text),
        ).lastrowid
        database.execute(
            "INSERT INTO gpkg_metadata_reference (reference_scope, md_file_id) VALUES ('geopackage', ?)", (row,)
        )
        database.execute(
            "INSERT INTO gpkg_metadata_reference (reference_scope, table_name, md_file_id)"
            " SELECT 'table', table_name, ? FROM gpkg_contents",
            (row,),
        )


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
