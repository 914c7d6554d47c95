"""What is said of a layer stands in the tables of the standard, word for word."""

from __future__ import annotations

import sqlite3

import pytest

from rrsis_core.gpkg_metadata import statements

WORDS = 'it\'s "quoted"; DROP TABLE gpkg_contents; -- 屋根'
READ = """SELECT r.reference_scope, r.table_name, m.md_standard_uri, m.mime_type, m.metadata
    FROM gpkg_metadata_reference r JOIN gpkg_metadata m ON m.id = r.md_file_id ORDER BY m.id, 1, 2"""


@pytest.fixture
def package():
    database = sqlite3.connect(":memory:")
    database.execute("CREATE TABLE gpkg_contents (table_name TEXT)")
    database.executemany("INSERT INTO gpkg_contents VALUES (?)", [("roads",), ("o'er",)])
    yield database
    database.close()


def test_what_is_said_of_one_layer_names_that_layer(package):
    for text, table in ((WORDS, "o'er"), ("later", "roads")):
        for statement in statements(text, "urn:x", "text/xml", table):
            package.execute(statement)
    assert package.execute(READ).fetchall() == [
        ("table", "o'er", "urn:x", "text/xml", WORDS),
        ("table", "roads", "urn:x", "text/xml", "later"),
    ]
    assert package.execute("SELECT count(*) FROM gpkg_extensions").fetchone() == (2,)


def test_what_is_said_of_the_file_names_it_and_all_layers(package):
    for statement in statements("a\0b", "urn:x", "text/plain"):
        package.execute(statement)
    rows = package.execute(READ).fetchall()
    assert [row[:2] for row in rows] == [("geopackage", None), ("table", "o'er"), ("table", "roads")]
    assert {row[-1] for row in rows} == {"ab"}
