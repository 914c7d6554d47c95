"""Polygons, boxes and points: nested lists, GeoJSON, GeoPackage, on and off the map."""

import json

import numpy as np
import pyogrio
import pytest
import shapely

from rrsis_core.datasets.shapes import Shapes, boxes, parse_numbers, parse_polygons, points
from rrsis_core.datasets.truth import Frame
from rrsis_core.errors import DatasetInvalid, MaskUnreadable
from rrsis_core.grid import GeoRef

PIXELS = Frame(20, 20, GeoRef((1, 0, 0, 0, 1, 0)))
UTM = Frame(20, 20, GeoRef((0.5, 0, 500000, 0, -0.5, 4000000), "EPSG:32633"))
SQUARE = [[2, 3], [7, 3], [7, 9], [2, 9]]
HOLE = [[3, 4], [5, 4], [5, 6], [3, 6]]
OTHER = [[10, 10], [12, 10], [12, 12], [10, 12]]


@pytest.mark.parametrize(
    ("value", "pixels"),
    [
        ([], 0),
        (SQUARE, 30),
        ([SQUARE], 30),
        ([SQUARE, HOLE], 26),
        ([HOLE, SQUARE], 26),
        ([SQUARE, OTHER], 34),
        ([[SQUARE, HOLE], [OTHER]], 30),
        ([[[SQUARE, HOLE]], [[OTHER]]], 30),
    ],
)
def test_lists_of_pixel_corners_of_every_depth(value, pixels):
    assert parse_polygons(value).rasterise(PIXELS).sum() == pixels


def test_pixels_belong_where_their_centres_are():
    mask = parse_polygons([[2.6, 2.6], [4.4, 2.6], [4.4, 3.6], [2.6, 3.6]]).rasterise(PIXELS)
    assert np.argwhere(mask).tolist() == [[3, 3]]


@pytest.mark.parametrize(
    "value", ["x", 3, [1, 2], [["a", "b"]], [[1, 2], [3]], {"type": "Nothing"}, {}, [[[]]], [[[[[[]]]]]]]
)
def test_what_is_no_polygon_says_so(value):
    with pytest.raises(DatasetInvalid, match="polygons"):
        parse_polygons(value)


def collection(corners, **more):
    polygon = {"type": "Polygon", "coordinates": [[*corners, corners[0]]]}
    return {
        "type": "FeatureCollection",
        "features": [{"type": "Feature", "properties": {}, "geometry": polygon}],
        **more,
    }


def map_corners():
    return [[500001, 3999999], [500004, 3999999], [500004, 3999997], [500001, 3999997]]


def test_geojson_with_a_crs_of_its_own():
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::32633"}}
    mask = parse_polygons(collection(map_corners(), crs=crs)).rasterise(UTM)
    assert mask.sum() == 24 and mask[2:6, 2:8].all()


def test_geojson_is_longitude_latitude_by_default():
    import pyproj

    to_degrees = pyproj.Transformer.from_crs("EPSG:32633", "EPSG:4326", always_xy=True)
    corners = [list(to_degrees.transform(*corner)) for corner in map_corners()]
    assert parse_polygons(collection(corners)).rasterise(UTM)[2:6, 2:8].all()


@pytest.mark.parametrize("said", [None, [], "EPSG:32633", {}])
def test_geojson_of_a_crs_that_says_nothing(said):
    with pytest.raises(DatasetInvalid, match="PROJ does not know"):
        parse_polygons(collection(map_corners(), crs={"type": "name", "properties": said}))


def test_geojson_of_an_unknown_crs():
    with pytest.raises(DatasetInvalid, match="PROJ does not know"):
        parse_polygons(collection(map_corners(), crs={"type": "name", "properties": {"name": "EPSG:999999"}}))


def test_polygons_on_the_map_need_an_image_on_the_map():
    with pytest.raises(DatasetInvalid, match="the image none"):
        parse_polygons(collection(map_corners())).rasterise(PIXELS)


@pytest.mark.parametrize("name", ["p.gpkg", "p.geojson"])
def test_vector_files(tmp_path, name):
    path = tmp_path / name
    polygon = shapely.Polygon(map_corners())
    options = {"crs": "EPSG:32633", "geometry_type": "Polygon"}
    pyogrio.raw.write(path, np.array([polygon.wkb], dtype=object), [np.array([1])], ["id"], **options)
    assert Shapes(path=path).rasterise(UTM).sum() == 24


def test_vector_files_that_cannot_be_used(tmp_path):
    path = tmp_path / "p.geojson"
    path.write_text(json.dumps(collection(map_corners()))[:50])
    with pytest.raises(MaskUnreadable, match=r"p\.geojson"):
        Shapes(path=path).rasterise(UTM)
    with pytest.raises(MaskUnreadable, match=r"none\.gpkg"):
        Shapes(path=tmp_path / "none.gpkg").rasterise(UTM)


def layer(path, shapes, kind):
    wkb = np.array([shape.wkb for shape in shapes], dtype=object)
    pyogrio.raw.write(path, wkb, [np.arange(len(shapes))], ["id"], crs="EPSG:32633", geometry_type=kind)
    return path


def test_a_feature_of_many_points_counts_as_so_many(tmp_path):
    spots = shapely.MultiPoint([[500001, 3999999], [500004, 3999997]])
    path = layer(tmp_path / "p.gpkg", [spots, shapely.MultiPoint()], "MultiPoint")
    marks = Shapes(path=path, kind="point").in_pixels(UTM)
    assert [(round(mark.x), round(mark.y)) for mark in marks] == [(2, 2), (8, 6)]


def test_of_a_layer_of_many_images_only_what_lies_in_this_one_counts(tmp_path):
    spots = [shapely.Point(500001, 3999999), shapely.Point(500100, 3999999), shapely.Point(400000, 3999999)]
    path = layer(tmp_path / "all.gpkg", spots, "Point")
    assert [(mark.x, mark.y) for mark in Shapes(path=path, kind="point").marks(UTM)] == [(2, 2)]
    crowns = [shapely.box(500009, 3999994, 500012, 3999996), shapely.box(500011, 3999994, 500012, 3999996)]
    path = layer(tmp_path / "crowns.gpkg", crowns, "Polygon")
    assert [mark.bounds for mark in Shapes(path=path, kind="box").marks(UTM)] == [(18, 8, 20, 12)]


def test_an_empty_feature_hides_no_other(tmp_path):
    path = layer(tmp_path / "b.gpkg", [shapely.Polygon(), shapely.Polygon(map_corners())], "Polygon")
    for kind in ("box", "polygon"):
        shapes = Shapes(path=path, kind=kind)
        assert [len(shapes.in_pixels(UTM)), shapes.rasterise(UTM).sum()] == [1, 24]


@pytest.mark.parametrize(
    ("shape", "kind", "message"),
    [
        (shapely.Point(500001, 3999999), "polygon", "hold a Point: only polygons"),
        (shapely.LineString([[500001, 3999999], [500004, 3999999]]), "polygon", "hold a LineString"),
        (shapely.Point(500001, 3999999), "box", "hold a Point: only polygons"),
        (
            shapely.Polygon([[500001, 3999999], [500004, 3999999], [500004, 3999997]]),
            "point",
            "hold a Polygon: only points",
        ),
    ],
)
def test_a_layer_of_another_kind_is_named(tmp_path, shape, kind, message):
    path = layer(tmp_path / "odd.gpkg", [shape], shape.geom_type)
    with pytest.raises(DatasetInvalid, match=rf"odd\.gpkg {message}"):
        Shapes(path=path, kind=kind).rasterise(UTM)


@pytest.mark.parametrize("far", [float("nan"), float("inf"), 1e300])
def test_corners_that_lie_nowhere(far):
    with pytest.raises(DatasetInvalid, match="corner that lies nowhere"):
        parse_polygons([[1, 1], [far, 1], [5, 5]]).rasterise(PIXELS)


def test_what_has_no_place_on_the_images_map():
    poles = shapely.Polygon([[0, 91], [1, 91], [1, 92]])
    here = shapely.Polygon([[15, 36.14], [15.1, 36.14], [15.1, 36.2], [15, 36.2]])
    assert len(Shapes((poles, here), "OGC:CRS84").in_pixels(UTM)) == 1
    with pytest.raises(DatasetInvalid, match="reaches to where the image's map has no place"):
        Shapes((shapely.Polygon([[15, 36.14], [15.1, 91], [15.1, 36.2]]),), "OGC:CRS84").in_pixels(UTM)


def test_boxes_and_points_are_not_exact():
    assert boxes([[1, 2, 4, 5]]).rasterise(PIXELS).sum() == 9
    assert points([[1.5, 2.5], [30, 30]]).rasterise(PIXELS).sum() == 1
    assert not boxes([]).exact and not points([]).exact and parse_polygons([]).exact


def test_numbers():
    assert parse_numbers([1, 2, 3, 4], 4, "boxes") == [(1, 2, 3, 4)]
    assert parse_numbers([[1, 2], [3, 4.5]], 2, "points") == [(1, 2), (3, 4.5)]
    for wrong in ([[1, 2, 3]], [["1", 2, 3, 4]], [[1, 2, 3, float("nan")]], {}, "no", 5):
        with pytest.raises(DatasetInvalid, match='"boxes" is no list of'):
            parse_numbers(wrong, 4, "boxes")


def test_a_table_is_no_layer_of_shapes(tmp_path):
    path = tmp_path / "table.csv"
    path.write_text("a,b\n1,2\n")
    with pytest.raises(MaskUnreadable, match="table without shapes"):
        Shapes(path=path).in_pixels(UTM)


def test_coordinate_systems_without_a_way_between_them_are_named():
    nowhere = Frame(9, 9, GeoRef((1, 0, 0, 0, -1, 0), 'LOCAL_CS["here",UNIT["metre",1]]'))
    with pytest.raises(DatasetInvalid, match="No way leads"):
        Shapes((shapely.box(0, 0, 1, 1),), "OGC:CRS84").in_pixels(nowhere)
