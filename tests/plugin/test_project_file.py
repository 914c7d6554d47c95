"""Layers are copied into the project's file whole, or the file stays as it was."""

import sqlite3
from contextlib import closing
from unittest import mock

import pytest
from osgeo import gdal, ogr, osr
from qgis.core import QgsLayerMetadata, QgsVectorLayer
from rrsis.plugin import project_file
from rrsis.plugin.project_file import copy_layers, free_name
from rrsis.rrsis_core.errors import OutputNotWritable


@pytest.fixture(params=["raises", "returns"])
def gdal_that(request):
    """GDAL that raises its errors, as some plugin may have it, and GDAL as QGIS has it."""
    if request.param == "returns":
        gdal.DontUseExceptions()
    yield request.param
    gdal.UseExceptions()


@pytest.fixture
def make_package(tmp_path):
    def make(name, layers):
        """Write a GeoPackage of `layers`: name to number of squares."""
        package = gdal.GetDriverByName("GPKG").Create(str(tmp_path / name), 0, 0, 0, gdal.GDT_Unknown)
        crs = osr.SpatialReference()
        crs.ImportFromEPSG(32645)
        for layer, count in layers.items():
            table = package.CreateLayer(layer, crs, ogr.wkbMultiPolygon)
            table.CreateField(ogr.FieldDefn("phrase", ogr.OFTString))
            for left in range(count):
                square = f"MULTIPOLYGON((({left} 0,{left + 1} 0,{left + 1} 1,{left} 1,{left} 0)))"
                feature = ogr.Feature(table.GetLayerDefn())
                feature.SetGeometry(ogr.CreateGeometryFromWkt(square))
                feature["phrase"] = f"the {layer}"
                table.CreateFeature(feature)
        return tmp_path / name

    return make


def said(title):
    metadata = QgsLayerMetadata()
    metadata.setTitle(title)
    metadata.setHistory([f"run of {title}", 'model: "it\'s"'])
    return metadata


def test_names_are_free():
    assert free_name("cars", set()) == "cars"
    assert free_name("Cars", {"cars", "cars 2"}) == "Cars 3"


def test_layers_come_whole_with_what_is_said_of_them(gdal_that, make_package, tmp_path):
    run = make_package("run.gpkg", {"cars": 3, "none": 0})
    package = gdal.OpenEx(str(run), gdal.OF_UPDATE)
    for place in range(2):  # as the worker says it of each layer
        package.GetLayer(place).SetMetadataItem("model", "tiny")
    del package
    for _ in range(2):  # first into a file that is not there
        names = copy_layers(run, tmp_path / "p.gpkg", [("cars", said("<cars> & co")), ("none", said("none"))])
    assert names == ["cars 2", "none 2"]
    layer = QgsVectorLayer(f"{tmp_path / 'p.gpkg'}|layername=cars 2", "x", "ogr")
    assert layer.crs().authid() == "EPSG:32645" and layer.extent().xMaximum() == 3
    assert [feature["phrase"] for feature in layer.getFeatures()] == ["the cars"] * 3
    assert layer.metadata().title() == "<cars> & co" and layer.metadata().history() == said("<cars> & co").history()
    assert layer.dataProvider().hasSpatialIndex() == layer.dataProvider().SpatialIndexPresence.SpatialIndexPresent
    empty = QgsVectorLayer(f"{tmp_path / 'p.gpkg'}|layername=none 2", "x", "ogr")
    assert empty.isValid() and empty.featureCount() == 0 and empty.metadata().title() == "none"
    with closing(sqlite3.connect(tmp_path / "p.gpkg")) as database:
        described = database.execute(
            "SELECT table_name, md_standard_uri FROM gpkg_metadata_reference JOIN gpkg_metadata ON id = md_file_id"
        ).fetchall()
        assert described == [(name, project_file.QGIS_METADATA) for name in ("cars", "none", "cars 2", "none 2")]
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


def test_the_file_is_opened_as_often_for_many_layers_as_for_one(make_package, tmp_path):
    """A file of a hundred tables takes long to open; QGIS's own writer opens it several times for each layer."""
    layers = {f"l{place}": 1 for place in range(9)}
    run, opened = make_package("run.gpkg", layers), []
    copy_layers(run, tmp_path / "p.gpkg", [("l0", said("x"))])
    with mock.patch.object(project_file.gdal, "OpenEx", side_effect=gdal.OpenEx) as opening:
        for count in (1, 9):
            before = opening.call_count
            copy_layers(run, tmp_path / "p.gpkg", [(name, said(name)) for name in list(layers)[:count]])
            opened.append(opening.call_count - before)
    assert opened[0] == opened[1] <= 3


def test_a_file_that_refuses_stays_as_it_was(gdal_that, make_package, tmp_path, layers_in):
    run = make_package("run.gpkg", {"cars": 3, "trees": 2})
    target = make_package("p.gpkg", {"roads": 1})
    with closing(sqlite3.connect(target)) as database:  # full after the first layer
        database.execute(
            "CREATE TRIGGER no AFTER INSERT ON gpkg_contents WHEN NEW.table_name = 'trees'"
            " BEGIN SELECT RAISE(ABORT, 'the disk is full'); END"
        )
        database.commit()
    with pytest.raises(OutputNotWritable, match="trees"):
        copy_layers(run, target, [("cars", said("cars")), ("trees", said("trees"))])
    assert layers_in(target) == {"roads"}
    roads = QgsVectorLayer(f"{target}|layername=roads", "x", "ogr")
    assert roads.featureCount() == 1


def test_objects_that_are_lost_on_the_way_are_noticed(gdal_that, make_package, tmp_path, layers_in):
    run, target = make_package("run.gpkg", {"cars": 3}), make_package("p.gpkg", {"roads": 1})
    translate = gdal.VectorTranslate

    def forgetful(*args, **options):
        """Do what QGIS does where another program is writing to the file: say nothing of what was refused."""
        return translate(*args, where="phrase = ''", **options)

    with mock.patch.object(project_file.gdal, "VectorTranslate", forgetful), pytest.raises(OutputNotWritable):
        copy_layers(run, target, [("cars", said("cars"))])
    assert layers_in(target) == {"roads"}


def test_no_new_file_is_left_where_copying_fails(gdal_that, make_package, tmp_path):
    run = make_package("run.gpkg", {"cars": 3})
    with pytest.raises(OutputNotWritable):
        copy_layers(run, tmp_path / "p.gpkg", [("cars", said("cars")), ("gone", said("gone"))])
    assert not (tmp_path / "p.gpkg").exists()


def test_what_is_no_geopackage_is_left_alone(gdal_that, make_package, tmp_path):
    run = make_package("run.gpkg", {"cars": 3})
    (tmp_path / "p.gpkg").write_bytes(b"not one")
    with pytest.raises(OutputNotWritable, match=r"p\.gpkg.*(no GeoPackage|not recognized)"):
        copy_layers(run, tmp_path / "p.gpkg", [("cars", said("cars"))])
    assert (tmp_path / "p.gpkg").read_bytes() == b"not one"
