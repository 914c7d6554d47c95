"""Only what a run wrote, and nobody changed since, counts as an earlier result."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing

import numpy as np
import pyarrow
import pyarrow.parquet
import pyogrio
import pytest
import rasterio
import shapely

from rrsis_core.errors import OutputLocked
from rrsis_core.footprint import Footprint
from rrsis_core.grid import GeoRef, Window
from rrsis_core.output import ProbabilityWriter, earlier, vector_writer
from rrsis_core.output.aside import check_output
from rrsis_core.output.earlier import strange

SQUARE = np.array([shapely.box(0, 0, 1, 1).wkb], dtype=object)
ENDINGS = ("gpkg", "geojson", "fgb", "shp", "parquet")


def result(path, phrases=("roofs", "cars")):
    with vector_writer(str(path), None, {"model": "m"}) as writer:
        for phrase in phrases:
            writer.add(phrase, phrase, [Footprint(SQUARE[0], 0.75, 1.0, 0.5, 3.0)])
    return path


@pytest.mark.parametrize("ending", ENDINGS)
def test_a_result_of_ours_may_be_replaced_and_what_is_not_there_too(tmp_path, ending):
    path = tmp_path / f"a.{ending}"
    assert strange(path) == ""
    assert strange(result(path)) == ""
    assert strange(result(path)) == ""


def test_an_empty_result_and_an_empty_file_may_be_replaced(tmp_path):
    with vector_writer(str(tmp_path / "a.gpkg"), None, {"model": "m"}) as writer:
        writer.add("roofs", "roofs", ())
    (tmp_path / "b.gpkg").touch()
    (tmp_path / "c.parquet").mkdir()
    assert [strange(tmp_path / name) for name in ("a.gpkg", "b.gpkg", "c.parquet")] == ["", "", ""]


@pytest.mark.parametrize("ending", ENDINGS[:4])
def test_a_file_of_somebody_else_may_not(tmp_path, ending):
    path = tmp_path / f"a.{ending}"
    pyogrio.raw.write(
        path, SQUARE, [np.array(["x"], dtype=object)], np.array(["owner"]), geometry_type="Polygon", crs="EPSG:4326"
    )
    named = '"a", which no run wrote' if ending == "gpkg" else '"owner", not those of a result'
    assert named in strange(path)


@pytest.mark.parametrize("ending", ("geojson", "fgb"))
def test_a_drawing_without_fields_may_not(tmp_path, ending):
    path = tmp_path / f"a.{ending}"
    pyogrio.raw.write(path, SQUARE, [], np.array([], dtype=object), geometry_type="Polygon", crs="EPSG:4326")
    assert strange(path) == "it holds shapes without fields, which no run wrote"


def test_a_result_without_objects_may_though_its_format_forgets_the_fields(tmp_path):
    path = tmp_path / "a.geojson"
    with vector_writer(str(path), None, {"model": "m"}) as writer:
        writer.add("roofs", "roofs", ())
    assert pyogrio.read_info(path)["fields"].size == 0
    assert strange(path) == ""


def test_what_another_program_has_locked_is_no_file_of_somebody_else(tmp_path, monkeypatch):
    monkeypatch.setattr(earlier, "WAIT_S", 0.05)
    path = result(tmp_path / "a.gpkg")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(OutputLocked, match="open in another program"):
            check_output(str(path))
    check_output(str(path))


@pytest.mark.parametrize("name", ["a.gpkg", "a.geojson", "a.fgb", "a.shp", "a.tif"])
def test_what_cannot_be_read_may_not(tmp_path, name):
    (tmp_path / name).write_bytes(b"rubbish" * 1000)
    assert "that a run wrote" in strange(tmp_path / name)


def test_a_layer_that_somebody_added_or_edited_is_seen(tmp_path):
    path = result(tmp_path / "a.gpkg")
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE gpkg_contents SET last_change = '2999-01-01T00:00:00.000Z' WHERE table_name = 'cars'")
    assert strange(path) == '"cars" was changed after the run'
    path.unlink()
    result(path)
    pyogrio.raw.write(path, SQUARE, [], [], layer="parcels", append=True, geometry_type="Polygon", crs="EPSG:4326")
    assert strange(path) == 'it holds "parcels", which no run wrote'


def test_an_edit_through_gdal_is_seen(tmp_path):
    path = result(tmp_path / "a.gpkg", ("roofs",))
    time.sleep(0.01)
    meta, _, shapes, values = pyogrio.raw.read(path, layer="roofs")
    pyogrio.raw.write(
        path, shapes, values, meta["fields"], layer="roofs", append=True, geometry_type="Polygon", crs=None
    )
    assert strange(path) == '"roofs" was changed after the run'


def test_styles_and_tables_beside_our_layers_are_seen(tmp_path):
    path = result(tmp_path / "a.gpkg")
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("CREATE TABLE layer_styles (id INTEGER)")
    assert "layer_styles" in strange(path)


def test_tables_beside_a_shapefile_that_is_to_come_are_seen(tmp_path):
    (tmp_path / "a.dbf").write_text("somebody's table")
    assert strange(tmp_path / "a.shp") == "a.dbf lies beside it" and strange(tmp_path / "a.gpkg") == ""


def test_rasters_are_told_by_their_tag(tmp_path):
    with ProbabilityWriter(str(tmp_path / "p.tif"), GeoRef((1.0, 0, 0, 0, -1.0, 0)), Window(0, 0, 9, 9), ["a"], {}):
        pass
    assert strange(tmp_path / "p.tif") == ""
    with rasterio.open(
        tmp_path / "o.tif", "w", driver="GTiff", width=9, height=9, count=1, dtype="uint8",
        transform=rasterio.Affine(1, 0, 0, 0, -1, 0),
    ) as file:  # fmt: skip
        file.write(np.zeros((1, 9, 9), np.uint8))
    assert strange(tmp_path / "o.tif") == "it holds no probabilities of a run"


def test_a_folder_of_other_parquet_files_is_seen(tmp_path):
    folder = result(tmp_path / "a.parquet")
    pyarrow.parquet.write_table(pyarrow.table({"x": [1]}), folder / "other.parquet")
    assert strange(folder) == "it holds other.parquet, which no run wrote"
    (tmp_path / "b.parquet").write_bytes(b"x")
    assert "it is a file" in strange(tmp_path / "b.parquet")
