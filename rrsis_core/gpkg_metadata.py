"""Rows of a GeoPackage's metadata tables as SQL, for whoever has the file open: sqlite3, or GDAL inside QGIS."""

from __future__ import annotations

from typing import List, Optional

_EXTENSION = "http://www.geopackage.org/spec120/#extension_metadata"

# The tables of the GeoPackage standard 1.3, annex F.8, with the columns and constraints that it prescribes.
_TABLES = (
    """CREATE TABLE IF NOT EXISTS gpkg_extensions (
    table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL,
    CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))""",
    """CREATE TABLE IF NOT EXISTS gpkg_metadata (
    id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL, md_scope TEXT NOT NULL DEFAULT 'dataset',
    md_standard_uri TEXT NOT NULL, mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT '')""",
    """CREATE TABLE IF NOT EXISTS gpkg_metadata_reference (
    reference_scope TEXT NOT NULL, table_name TEXT, column_name TEXT, row_id_value INTEGER,
    timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
    md_file_id INTEGER NOT NULL, md_parent_id INTEGER,
    CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id),
    CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id))""",
)
_REGISTERED = """INSERT INTO gpkg_extensions SELECT '{0}', NULL, 'gpkg_metadata', '{1}', 'read-write'
    WHERE NOT EXISTS (SELECT 1 FROM gpkg_extensions WHERE table_name = '{0}')"""
_ADDED = """INSERT INTO gpkg_metadata (md_scope, md_standard_uri, mime_type, metadata)
    VALUES ('dataset', {}, {}, {})"""
_TO_LAYER = """INSERT INTO gpkg_metadata_reference (reference_scope, table_name, md_file_id)
    VALUES ('table', {}, (SELECT max(id) FROM gpkg_metadata))"""
_TO_FILE = """INSERT INTO gpkg_metadata_reference (reference_scope, md_file_id)
    VALUES ('geopackage', (SELECT max(id) FROM gpkg_metadata))"""
_TO_LAYERS = """INSERT INTO gpkg_metadata_reference (reference_scope, table_name, md_file_id)
    SELECT 'table', table_name, (SELECT max(id) FROM gpkg_metadata) FROM gpkg_contents"""


def statements(text: str, standard: str, mime: str, table: Optional[str] = None) -> List[str]:
    """Return what adds `text` to the metadata of a GeoPackage; to be carried out in their order, in one transaction.

    Args:
        text: The metadata.
        standard: URI of the standard that it follows.
        mime: Its media type.
        table: The layer that it describes; None: the file and each of its layers.
    """
    return [
        *_TABLES,
        *(_REGISTERED.format(name, _EXTENSION) for name in ("gpkg_metadata", "gpkg_metadata_reference")),
        _ADDED.format(_quoted(standard), _quoted(mime), _quoted(text)),
        *([_TO_FILE, _TO_LAYERS] if table is None else [_TO_LAYER.format(_quoted(table))]),
    ]


def _quoted(text: str) -> str:
    """Return `text` as a literal of SQL, which ends at a NUL character in C."""
    return "'" + text.replace("\0", "").replace("'", "''") + "'"
