"""Vector files: one layer a phrase, empty ones too, in bounded memory, with and without a CRS."""

from __future__ import annotations

import math
import os
import sqlite3
import subprocess
import sys
import warnings
from contextlib import closing
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st
from pyproj import CRS

from rrsis_core.errors import OutputNotWritable
from rrsis_core.footprint import Footprint
from rrsis_core.output import LayerWriter, layer_names
from rrsis_core.output import layers as module
from rrsis_core.output.provenance import read_provenance

UTM = CRS.from_epsg(32645).to_wkt()
ROOT = Path(__file__).resolve().parents[2]


def _footprints(count, start=0):
    shapes = shapely.to_wkb(
        shapely.box(np.arange(count) + start + 333000.0, 3060000, np.arange(count) + start + 333000.5, 3060001)
    )
    return [Footprint(wkb, 0.75, 1.0, 0.5, 3.0) for wkb in shapes]


def _read(path, layer):
    meta, _, shapes, columns = pyogrio.raw.read(path, layer=layer)
    return meta, shapely.from_wkb(shapes), dict(zip(meta["fields"].tolist(), columns, strict=True))


@given(st.lists(st.text(min_size=1, max_size=90)))
def test_names_are_safe_short_and_unique(phrases):
    names = layer_names(phrases)
    assert len({name.casefold() for name in names}) == len(names) == len(phrases)
    for name in names:
        assert 0 < len(name) <= 60 and name.replace("_", "a").isalnum() and not name[0].isdigit()


def test_names_stay_readable():
    assert layer_names(["the red roofs", "The red, roofs!", "2 cars", "gpkg_contents", "家屋"]) == [
        "the_red_roofs", "The_red_roofs_2", "phrase_2_cars", "phrase_gpkg_contents", "家屋",
    ]  # fmt: skip


def test_layers_fields_crs_and_provenance(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "_WAITING", 10)
    path = tmp_path / "out.gpkg"
    with LayerWriter(str(path), UTM, {"run_id": "r1"}) as writer:
        writer.add("roofs", "red roofs", ())
        writer.add("cars", "cars", ())
        for start in range(0, 35, 7):
            writer.add("roofs", "red roofs", _footprints(7, start), model="lgce", run_id="r1")
            assert writer._waiting < 10 + 7
        assert not path.exists()
    assert os.listdir(tmp_path) == ["out.gpkg"]
    assert sorted(pyogrio.list_layers(path)[:, 0]) == ["cars", "roofs"]
    meta, shapes, columns = _read(path, "roofs")
    assert CRS(meta["crs"]).to_epsg() == 32645 and meta["geometry_type"] == "Polygon"
    assert list(columns) == ["phrase", "prob_mean", "prob_max", "area_m2", "perimeter_m", "model", "run_id"]
    assert len(shapes) == 35 and len({shape.bounds for shape in shapes}) == 35
    assert set(columns["phrase"]) == {"red roofs"} and set(columns["model"]) == {"lgce"}
    assert columns["prob_mean"][0] == 0.75 and columns["area_m2"].dtype == np.float64
    meta, shapes, columns = _read(path, "cars")
    assert len(shapes) == 0 and CRS(meta["crs"]).to_epsg() == 32645 and len(columns) == 7
    assert read_provenance(path) == {"run_id": "r1"}
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (10200,)  # what QGIS 3.22 can read


def test_without_a_crs_no_warning_comes_and_none_is_claimed(tmp_path):
    path = tmp_path / "out.gpkg"
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with LayerWriter(str(path), None, {}) as writer:
            writer.add("a", "a", [Footprint(_footprints(1)[0].wkb, 0.5, 0.5, math.nan, math.nan)])
    meta, _, columns = _read(path, "a")
    assert "Undefined Cartesian" in meta["crs"]
    assert np.isnan(columns["area_m2"]).all()


@pytest.mark.parametrize("suffix", [".geojson", ".fgb", ".shp"])
@pytest.mark.parametrize("crs", [UTM, None])
def test_formats_of_one_layer_hold_all_phrases(tmp_path, suffix, crs):
    path = tmp_path / f"out{suffix}"
    with LayerWriter(str(path), crs, {}) as writer:
        writer.add("a", "red roofs", _footprints(2))
        writer.add("b", "cars", _footprints(1, 50))
    _, shapes, columns = _read(path, None)
    assert sorted(columns["phrase"]) == ["cars", "red roofs", "red roofs"]
    assert len(columns) == 7
    if suffix == ".geojson" and crs:
        assert abs(shapes[0].bounds[0] - 85.3) < 0.1


@pytest.mark.parametrize("suffix", [".gpkg", ".geojson", ".fgb", ".shp"])
def test_nothing_found_is_written_too(tmp_path, suffix):
    path = tmp_path / f"out{suffix}"
    with LayerWriter(str(path), UTM, {}) as writer:
        writer.add("a", "cars", ())
    assert pyogrio.read_info(path, force_feature_count=True)["features"] == 0


def test_an_old_file_is_replaced_whole(tmp_path):
    path = tmp_path / "out.gpkg"
    for name in ("old", "new"):
        with LayerWriter(str(path), UTM, {"name": name}) as writer:
            writer.add(name, name, _footprints(3))
    assert pyogrio.list_layers(path)[:, 0].tolist() == ["new"]
    assert read_provenance(path) == {"name": "new"}


def test_after_an_error_nothing_is_left(tmp_path):
    with pytest.raises(KeyError), LayerWriter(str(tmp_path / "out.gpkg"), UTM, {}) as writer:
        writer.add("a", "a", _footprints(3))
        raise KeyError
    assert os.listdir(tmp_path) == []
    with pytest.raises(OutputNotWritable), LayerWriter(str(tmp_path / "out.gpkg"), "no crs at all", {}) as writer:
        writer.add("a", "a", ())
    assert os.listdir(tmp_path) == []


def test_rasters_and_missing_folders_are_refused(tmp_path):
    for name in ("out.tif", "missing/out.gpkg"):
        with pytest.raises(OutputNotWritable), LayerWriter(str(tmp_path / name), UTM, {}):
            pass


def test_no_room_is_said_in_a_sentence_and_leaves_nothing(tmp_path):
    script = (
        "import resource, signal\n"
        "from rrsis_core.output import LayerWriter\n"
        "from rrsis_core.footprint import Footprint\n"
        "import shapely\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))\n"
        "wkb = shapely.to_wkb(shapely.Point(0, 0).buffer(1))\n"
        f"with LayerWriter({str(tmp_path / 'out.gpkg')!r}, None, {{}}) as writer:\n"
        "    writer.add('a', 'a', [Footprint(wkb, 0.5, 0.5, 1.0, 1.0)] * 3000)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert "DiskFull: The disk that holds" in done.stderr
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("crs", [UTM, None])
@pytest.mark.parametrize("ending", ["geojson", "fgb", "shp"])
def test_many_features_of_a_single_layer_format_wait_in_a_file(tmp_path, monkeypatch, ending, crs):
    """The file is the same as that of features that waited in memory."""
    found = []
    for waiting in (1000, 20):
        monkeypatch.setattr(module, "_WAITING", waiting)
        path = tmp_path / str(waiting) / f"found.{ending}"
        path.parent.mkdir()
        with LayerWriter(str(path), crs, {}) as writer:
            for start in range(0, 90, 9):
                writer.add("a", "some red roofs", _footprints(9, start), model="m", run_id="r")
            held = len(writer._layers["found"].rows)
        assert (held < 20) == (waiting == 20)
        found.append((path.read_bytes(), sorted(file.name for file in path.parent.iterdir())))
        assert len(_read(path, "found")[1]) == 90
    assert found[0] == found[1] if ending != "shp" else found[0][1] == found[1][1]
