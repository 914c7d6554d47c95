import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from PIL import Image
from rasterio.control import GroundControlPoint

from resources.demo.map import draw_map, nice_length, read_base, read_layers


@pytest.fixture
def result(tmp_path):
    raster, vectors = tmp_path / "ortho.tif", tmp_path / "found.gpkg"
    affine = rasterio.Affine(0.5, 0, 300000, 0, -0.5, 3000000)
    rng = np.random.default_rng(0)
    pixels = rng.integers(200, 4000, (3, 200, 300), dtype=np.uint16)
    shape = {"count": 3, "height": 200, "width": 300, "dtype": "uint16"}
    with rasterio.open(raster, "w", driver="GTiff", crs="EPSG:32645", transform=affine, **shape) as out:
        out.write(pixels)
    ring = shapely.Polygon(
        shapely.box(300010, 2999920, 300060, 2999990).exterior.coords,
        [shapely.box(300030, 2999940, 300040, 2999950).exterior.coords[::-1]],
    )
    for name, phrase, shapes in (("red roofs", "the red roofs", [ring]), ("water", "water", [])):
        pyogrio.raw.write(
            vectors, np.array([shapely.to_wkb(shape) for shape in shapes], dtype=object),
            [np.array([phrase] * len(shapes), dtype=object)], ["phrase"], layer=name, driver="GPKG",
            geometry_type="Polygon", crs="EPSG:32645", append=vectors.exists(),
        )  # fmt: skip
    return raster, vectors


def test_layers_are_named_after_their_phrase(result):
    layers = read_layers(result[1])
    assert [(layer.title, len(layer.polygons)) for layer in layers] == [("the red roofs", 1), ("water", 0)]


def test_base_knows_the_size_of_its_pixels(result):
    base, affine, metres_px = read_base(result[0], 150)
    assert base.size == (150, 100)
    assert affine.a == pytest.approx(1.0)
    assert metres_px == pytest.approx(1.0, rel=2e-3)
    assert np.asarray(base).std() > 20


def test_map_is_drawn_where_the_polygons_are(result, tmp_path):
    picture = draw_map(*result, tmp_path / "map.png", side_px=300)
    drawn = np.asarray(Image.open(picture).convert("RGB")).astype(int)
    red = (drawn[..., 0] > 200) & (drawn[..., 1] < 110) & (drawn[..., 2] < 110)
    assert red.sum() > 300
    assert drawn.shape[1] == 300 + 2 * 12


@pytest.mark.parametrize(("most", "nice"), [(1, 1), (4.9, 2), (99, 50), (700, 500), (2500, 2000)])
def test_nice_length(most, nice):
    assert nice_length(most) == pytest.approx(nice)


def red_in(picture):
    drawn = np.asarray(Image.open(picture).convert("RGB")).astype(int)
    return ((drawn[..., 0] > 200) & (drawn[..., 1] < 110) & (drawn[..., 2] < 110)).sum()


@pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning")
@pytest.mark.parametrize("points", [False, True])
def test_polygons_are_drawn_on_pictures_without_a_grid(tmp_path, points):
    """They lie at y = -row where a picture has no place, and on the map where control points give it one."""
    raster, vectors = tmp_path / "photo.tif", tmp_path / "found.gpkg"
    shape = {"count": 3, "height": 200, "width": 300, "dtype": "uint8"}
    with rasterio.open(raster, "w", driver="GTiff", **shape) as out:
        out.write(np.full((3, 200, 300), 90, np.uint8))
        if points:
            corners = [(0, 0, 5e5, 4e6), (0, 300, 500150, 4e6), (200, 0, 5e5, 3999900), (200, 300, 500150, 3999900)]
            out.gcps = ([GroundControlPoint(*corner) for corner in corners], "EPSG:32645")
    ring = shapely.box(500010, 3999920, 500060, 3999990) if points else shapely.box(20, -180, 120, -20)
    pyogrio.raw.write(
        vectors, np.array([ring.wkb], dtype=object), [np.array(["roofs"], dtype=object)], ["phrase"], layer="roofs",
        driver="GPKG", geometry_type="Polygon", crs="EPSG:32645",
    )  # fmt: skip
    empty = draw_map(raster, vectors, tmp_path / "map.png", side_px=300)
    assert red_in(empty) > 300
