"""What a run's file says of itself becomes lines of a layer's history."""

import sqlite3
from contextlib import closing

from qgis.core import QgsLayerMetadata
from rrsis.plugin.provenance import history_of, with_value


def test_values_are_read_a_line_each_and_a_file_without_them_says_nothing(tmp_path):
    file = tmp_path / "run # 1.gpkg"
    assert history_of(file) == []
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE other (x)")
        connection.commit()
        assert history_of(file) == []
        connection.execute("CREATE TABLE gpkg_metadata (id INTEGER PRIMARY KEY, mime_type TEXT, metadata TEXT)")
        connection.commit()
        assert history_of(file) == []
        rows = [("application/json", '{"old": 1}'), ("application/json", '{"model": "lgce-tiny", "bands": [3, 2, 1]}')]
        connection.executemany(
            "INSERT INTO gpkg_metadata (mime_type, metadata) VALUES (?, ?)", [*rows, ("text/xml", "<x/>")]
        )
        connection.commit()
    assert history_of(file) == ["bands: [3, 2, 1]", "model: lgce-tiny"]
    file.write_bytes(b"no database at all, but long enough to be looked at" * 100)
    assert history_of(file) == []


def test_a_value_is_replaced():
    metadata = QgsLayerMetadata()
    metadata.setHistory(["model: a", "vector: old"])
    assert with_value(metadata, "vector", {"threshold": 0.5}).history() == ["model: a", 'vector: {"threshold": 0.5}']
    assert metadata.history() == ["model: a", "vector: old"]
