"""Provenance inside GeoPackages."""

from __future__ import annotations

import sqlite3

import numpy as np
import pyogrio
import shapely

from rrsis_core.output.provenance import read_provenance, write_provenance


def _package(path):
    shapes = np.array([shapely.to_wkb(shapely.box(0, 0, 1, 1))], dtype=object)
    pyogrio.raw.write(
        path, shapes, [], np.zeros(0, object), layer="a", driver="GPKG", geometry_type="Polygon", crs="EPSG:4326"
    )


def test_round_trip_and_the_tables_of_the_standard(tmp_path):
    path = tmp_path / "a.gpkg"
    _package(path)
    facts = {"model": "lgce", "phrases": ["ü", "屋根"], "n": 1.5, "none": None}
    write_provenance(path, facts)
    assert read_provenance(path) == facts
    with sqlite3.connect(path) as database:
        references = database.execute(
            "SELECT reference_scope, table_name, md_file_id, md_parent_id FROM gpkg_metadata_reference ORDER BY 1"
        ).fetchall()
        assert references == [("geopackage", None, 1, None), ("table", "a", 1, None)]
        extensions = database.execute(
            "SELECT table_name FROM gpkg_extensions WHERE extension_name = 'gpkg_metadata' ORDER BY 1"
        ).fetchall()
        assert extensions == [("gpkg_metadata",), ("gpkg_metadata_reference",)]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert len(pyogrio.read_info(path)["dataset_metadata"] or {}) > 0  # GDAL understands it


def test_the_last_one_counts_and_none_is_empty(tmp_path):
    path = tmp_path / "a.gpkg"
    _package(path)
    assert read_provenance(path) == {}
    write_provenance(path, {"run": 1})
    write_provenance(path, {"run": 2})
    assert read_provenance(path) == {"run": 2}
