"""Labels of every form become scenes, and broken ones clear errors."""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import shapely
from PIL import Image

from rrsis_core.datasets.refs.compose import meanings
from rrsis_core.datasets.refs.sources import (
    from_boxes,
    from_codes,
    from_drawing,
    from_points,
    from_polygons,
    read_coco,
    read_csv,
    read_legend,
    read_picture,
    read_voc,
    read_yolo,
    tile_frame,
)
from rrsis_core.datasets.scenes import read_drawing
from rrsis_core.datasets.shapes import Shapes
from rrsis_core.errors import DatasetInvalid, MaskUnreadable
from tests.toy import write


@pytest.fixture
def image(tmp_path: Path) -> Path:
    path = tmp_path / "a.png"
    Image.fromarray(np.full((40, 60, 3), 80, dtype=np.uint8)).save(path)
    return path


def test_pictures_keep_their_pixels_and_sizes(tmp_path: Path, image: Path) -> None:
    picture = read_picture(image, 0.2, "here")
    assert picture.rgb.shape == (40, 60, 3) and (picture.rgb == 80).all()
    assert (picture.gsd_m, picture.place) == (0.2, "here")
    placed = read_picture(write(tmp_path / "b.tif", np.full((3, 9, 9), 4000, dtype=np.uint16), gsd_m=0.5))
    assert placed.gsd_m == pytest.approx(0.5, rel=1e-3) and placed.rgb.max() == 255


def test_codes_as_numbers_and_colours(tmp_path: Path, image: Path) -> None:
    codes = np.zeros((40, 60), dtype=np.uint8)
    codes[2:8, 2:8], codes[20:30, 20:30], codes[20:26, 50:56] = 1, 1, 2
    Image.fromarray(codes).save(tmp_path / "codes.png")
    scene = from_codes(read_picture(image), tmp_path / "codes.png", {"1": "building", "2": "car", "3": "ship"})
    assert [(thing.name, thing.area_px) for thing in scene.things] == [("building", 36), ("building", 100), ("car", 36)]
    assert scene.complete == {"building", "car", "ship"}
    colours = np.zeros((40, 60, 3), dtype=np.uint8)
    colours[codes == 1] = (0x3C, 0x10, 0x98)
    Image.fromarray(colours).save(tmp_path / "colours.png")
    assert len(from_codes(read_picture(image), tmp_path / "colours.png", {"#3C1098": "building"}).things) == 2
    with pytest.raises(DatasetInvalid, match="neither a number nor a colour"):
        from_codes(read_picture(image), tmp_path / "codes.png", {"red": "car"})


def test_codes_of_another_size_or_none(tmp_path: Path, image: Path) -> None:
    Image.fromarray(np.zeros((5, 5), dtype=np.uint8)).save(tmp_path / "codes.png")
    with pytest.raises(DatasetInvalid, match="labels and image must agree"):
        from_codes(read_picture(image), tmp_path / "codes.png", {"1": "car"})
    (tmp_path / "codes.png").write_bytes(b"no")
    with pytest.raises(MaskUnreadable):
        from_codes(read_picture(image), tmp_path / "codes.png", {"1": "car"})


def test_polygons_on_the_map(tmp_path: Path) -> None:
    picture = read_picture(write(tmp_path / "b.tif", np.full((3, 40, 60), 90, dtype=np.uint8), gsd_m=0.5))
    x, y = 350_000, 3_057_000
    squares = [shapely.box(x + 1, y - 6, x + 6, y - 1), shapely.box(x + 500, y, x + 600, y + 50)]
    path = tmp_path / "roofs.gpkg"
    wkb = np.array([square.wkb for square in squares], dtype=object)
    pyogrio.raw.write(path, wkb, [np.arange(2)], ["id"], crs="EPSG:32645", geometry_type="Polygon")
    far = Shapes((shapely.box(0, 0, 5, 5),), crs="EPSG:32645")
    scene = from_polygons(picture, [("building", Shapes(path=path)), ("car", far)])
    assert [thing.area_px for thing in scene.things] == [100]
    assert scene.complete == {"building"}  # of cars this layer knows nothing here


def test_tiles_of_the_webs_map_know_their_place_by_name(tmp_path: Path) -> None:
    path = tmp_path / "OAM-1-2-2.jpg"
    Image.fromarray(np.zeros((256, 256, 3), dtype=np.uint8)).save(path)
    frame = tile_frame(read_picture(path))
    half = math.pi * 6378137
    assert frame.georef.xy(0, 0) == pytest.approx((-half / 2, 0), abs=1e-3)
    assert frame.georef.xy(256, 256) == pytest.approx((0, -half / 2), abs=1e-3)


@pytest.mark.parametrize("name", ["OAM-4-2-2.jpg", "flight-2024-06-5.jpg", "OAM-1-2-20240615.jpg", "1-2-3_.jpg"])
def test_other_numbers_at_the_end_of_a_name_are_no_tile(tmp_path: Path, name: str) -> None:
    Image.fromarray(np.zeros((4, 4, 3), dtype=np.uint8)).save(tmp_path / name)
    assert tile_frame(read_picture(tmp_path / name)) is None


def test_boxes_of_three_formats(tmp_path: Path, image: Path) -> None:
    coco = {
        "images": [{"id": 7, "file_name": "a.png"}],
        "categories": [{"id": 1, "name": "Car"}],
        "annotations": [{"image_id": 7, "category_id": 1, "bbox": [10, 5, 6, 4]}],
    }
    (tmp_path / "boxes.json").write_text(json.dumps(coco))
    (tmp_path / "a.txt").write_text(f"0 {13 / 60} {7 / 40} {6 / 60} {4 / 40}\n")
    (tmp_path / "a.xml").write_text(
        "<annotation><object><name>Car</name><bndbox><xmin>10</xmin><ymin>5</ymin><xmax>16</xmax><ymax>9</ymax>"
        "</bndbox></object></annotation>"
    )
    picture = read_picture(image)
    forms = [
        read_coco(tmp_path / "boxes.json")["a.png"],
        read_yolo(tmp_path / "a.txt", ["car"], picture.frame),
        read_voc(tmp_path / "a.xml"),
    ]
    for form in forms:
        (thing,) = from_boxes(picture, form, ["car"]).things
        assert thing.name == "car" and thing.area_px == 24 and thing.box == pytest.approx((10, 5, 16, 9))


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "1 2 3", "<a><object/></a>", '{"images": [1]}', "\0", "9 0 0 0 0", "[" * 200_000]
)
def test_broken_labels_are_named(tmp_path: Path, image: Path, text: str) -> None:
    path = tmp_path / "labels"
    path.write_text(text)
    frame = read_picture(image).frame
    readers = (read_coco, read_legend, read_voc, lambda one: read_yolo(one, ["car"], frame))
    for reader in readers:
        try:
            reader(path)
        except DatasetInvalid as error:
            assert "labels" in str(error)


def test_a_class_below_zero_is_not_the_last_one(tmp_path: Path, image: Path) -> None:
    (tmp_path / "a.txt").write_text("-1 0.5 0.5 0.2 0.2\n")
    with pytest.raises(DatasetInvalid, match=r"a\.txt is no YOLO file"):
        read_yolo(tmp_path / "a.txt", ["car", "bus"], read_picture(image).frame)


@pytest.mark.parametrize("number", [math.nan, math.inf, 1e300])
def test_boxes_that_lie_nowhere_are_named(image: Path, number: float) -> None:
    with pytest.raises(DatasetInvalid, match=r"A car of .*a\.png has the box"):
        from_boxes(read_picture(image), [("car", (1.0, 2.0, number, 9.0))], ["car"])


def test_drawings(tmp_path: Path, image: Path) -> None:
    square = [[[[1, 1], [5, 1], [5, 5], [1, 5]]]]
    values = {"image": "../a.png", "gsd_m": 0.3, "complete": ["car"], "objects": [{"class": "car", "polygons": square}]}
    (tmp_path / "scenes").mkdir()
    (tmp_path / "scenes" / "a.json").write_text(json.dumps(values))
    scene = from_drawing(read_drawing(tmp_path / "scenes" / "a.json"))
    assert [thing.area_px for thing in scene.things] == [16]
    assert scene.gsd_m == 0.3 and scene.complete == {"car"}


def test_tables_of_boxes_in_any_order_and_with_corners_turned(tmp_path: Path) -> None:
    path = tmp_path / "boxes.csv"
    path.write_text("image_path,xmin,xmax,ymin,ymax,label,score\na.tif,1,9,8,2,Tree,0.5\nsub/b.png,0,1,0,1,Car,\n")
    assert read_csv(path) == {"a": [("tree", (1.0, 2.0, 9.0, 8.0))], "b": [("car", (0.0, 0.0, 1.0, 1.0))]}


@pytest.mark.parametrize("text", ["image_path,label\na.tif,x\n", "image_path,xmin,xmax,ymin,ymax,label\na,1,2,3,x,y\n"])
def test_other_tables_are_named(tmp_path: Path, text: str) -> None:
    (tmp_path / "boxes.csv").write_text(text)
    with pytest.raises(DatasetInvalid, match="no table of boxes"):
        read_csv(tmp_path / "boxes.csv")


def test_points_have_places_and_nothing_else(tmp_path: Path) -> None:
    picture = read_picture(write(tmp_path / "b.tif", np.full((3, 40, 60), 90, np.uint8), gsd_m=0.5))
    geometry = shapely.points([(350_001, 3_056_999), (350_029, 3_056_981), (340_000, 3_000_000)])
    shapes = Shapes(geometries=tuple(geometry), crs="EPSG:32645", kind="point")
    scene = from_points(picture, "trees", shapes)
    assert [thing.point for thing in scene.things] == [(pytest.approx(2), pytest.approx(2)), (58.0, 38.0)]
    assert {meaning.kind for meaning in meanings(scene)} <= {"category", "position", "absent"}
    assert any(meaning.after == "in the top left" and len(meaning.things) == 1 for meaning in meanings(scene))
