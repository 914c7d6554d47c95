import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from PIL import Image

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
