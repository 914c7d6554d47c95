"""Partitions: GeoParquet that says where it lies, in files of bounded size, the folder whole or absent."""

from __future__ import annotations

import json
import sys

import numpy as np
import pyarrow.parquet as pq
import pytest
import shapely
from pyproj import CRS

from rrsis_core.errors import OutputNotWritable
from rrsis_core.footprint import Footprint
from rrsis_core.output import partitions as module
from rrsis_core.output import vector_writer
from rrsis_core.output.layers import LayerWriter
from rrsis_core.output.partitions import PartitionWriter

UTM = CRS.from_epsg(32645).to_wkt()


def _footprints(count, start=0):
    left = np.arange(count) + start + 333000.0
    return [Footprint(wkb, 0.75, 1.0, 0.5, 3.0) for wkb in shapely.to_wkb(shapely.box(left, 0, left + 0.5, 1))]


def test_the_ending_chooses_the_writer(tmp_path):
    assert isinstance(vector_writer(str(tmp_path / "a.parquet"), UTM, {}), PartitionWriter)
    assert isinstance(vector_writer(str(tmp_path / "a.gpkg"), UTM, {}), LayerWriter)


def test_features_come_back_in_files_of_bounded_size(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "MOST_FEATURES", 25)
    monkeypatch.setattr(module, "_WAITING", 10)
    folder = tmp_path / "found.parquet"
    with PartitionWriter(str(folder), UTM, {"model": "m"}) as writer:
        writer.add("roofs", "red roofs", ())
        for start in range(0, 60, 6):
            writer.add("roofs", "red roofs", _footprints(6, start), model="m", run_id="r")
        writer.add("cars", "cars", ())
        assert sum(map(len, writer._waiting.values())) < 10
    assert sorted(path.name for path in folder.iterdir()) == [
        "cars-00000.parquet", "roofs-00000.parquet", "roofs-00001.parquet", "roofs-00002.parquet",
    ]  # fmt: skip
    table = pq.read_table(folder)
    assert table.num_rows == 60 and set(table["phrase"].to_pylist()) == {"red roofs"}
    shapes = shapely.from_wkb(table["geometry"].to_pylist())
    assert sorted(shapely.bounds(shapes)[:, 0]) == list(np.arange(60) + 333000.0)
    sizes = [pq.ParquetFile(path).metadata.num_rows for path in sorted(folder.glob("roofs-*"))]
    assert sizes == [25, 25, 10]


def test_each_file_says_where_it_lies_and_how_it_came_to_be(tmp_path):
    folder = tmp_path / "found.parquet"
    with PartitionWriter(str(folder), UTM, {"model": "lgce"}) as writer:
        writer.add("roofs", "roofs", _footprints(3))
    metadata = pq.ParquetFile(folder / "roofs-00000.parquet").metadata.metadata
    geo = json.loads(metadata[b"geo"])
    column = geo["columns"][geo["primary_column"]]
    assert geo["version"] == "1.0.0" and column["encoding"] == "WKB" and column["geometry_types"] == ["Polygon"]
    assert column["bbox"] == [333000.0, 0.0, 333002.5, 1.0]
    assert CRS.from_json_dict(column["crs"]).to_epsg() == 32645
    assert json.loads(metadata[b"rrsis"]) == {"model": "lgce"}


def test_an_unknown_crs_is_said_to_be_unknown(tmp_path):
    with PartitionWriter(str(tmp_path / "a.parquet"), None, {}) as writer:
        writer.add("a", "a", _footprints(1))
    metadata = pq.ParquetFile(tmp_path / "a.parquet" / "a-00000.parquet").metadata.metadata
    assert json.loads(metadata[b"geo"])["columns"]["geometry"]["crs"] is None


def test_an_earlier_result_is_replaced_and_an_error_leaves_it(tmp_path):
    folder = tmp_path / "found.parquet"
    for name in ("first", "second"):
        with PartitionWriter(str(folder), UTM, {}) as writer:
            writer.add(name, name, _footprints(2))
    with pytest.raises(ZeroDivisionError), PartitionWriter(str(folder), UTM, {}) as writer:
        writer.add("third", "third", _footprints(2))
        raise ZeroDivisionError
    assert [path.name for path in tmp_path.rglob("*")] == ["found.parquet", "second-00000.parquet"]


def test_a_folder_with_other_files_is_not_replaced(tmp_path):
    folder = tmp_path / "mine.parquet"
    folder.mkdir()
    (folder / "notes.txt").write_text("mine")
    with (
        pytest.raises(OutputNotWritable, match="holds other things"),
        PartitionWriter(str(folder), UTM, {}, overwrite=True),
    ):
        pass
    assert (folder / "notes.txt").read_text() == "mine"


def test_without_pyarrow_the_remedy_is_named(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(OutputNotWritable, match=r"requirements-cluster\.txt"):
        PartitionWriter(str(tmp_path / "a.parquet"), UTM, {}).__enter__()
