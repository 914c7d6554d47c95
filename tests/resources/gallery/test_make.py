"""The gallery is drawn by a script, and what lies in the tree is what it names."""

import json
from pathlib import Path

import numpy as np
import pytest
import rasterio

from resources.demo.scene import generate_scene
from resources.gallery import make


@pytest.fixture(scope="module")
def scene():
    return generate_scene(3, size_px=256)


def test_the_pictures_the_scene_and_the_list_are_written(scene, tmp_path):
    make.write_gallery(scene, (("buildings", "building"), ("roads", "road")), tmp_path)
    listed = json.loads((tmp_path / "gallery.json").read_text(encoding="utf-8"))
    assert [row["phrase"] for row in listed["examples"]] == ["buildings", "roads"]
    for row in listed["examples"]:
        with rasterio.open(tmp_path / row["picture"]) as picture:
            assert picture.shape == (make.HEIGHT_PX, make.WIDTH_PX) and len(picture.colormap(1)) >= 64
    with rasterio.open(tmp_path / listed["scene"]) as raster:
        assert raster.crs is not None and raster.shape == (256, 256)
        assert np.abs(np.moveaxis(raster.read(), 0, 2).astype(int) - scene.rgb).mean() < 8


def test_a_phrase_that_the_scene_lacks_is_named(scene):
    with pytest.raises(SystemExit, match="no such thing"):
        make.mask_of(scene, "no such thing")


def test_small_things_are_looked_at_closely():
    small, large = np.zeros((400, 400), bool), np.zeros((400, 400), bool)
    small[10:14, 10:14] = True
    large[50:150, 50:150] = True
    assert make.window_of(small) < make.window_of(large)


def test_what_lies_in_the_tree_is_whole():
    folder = Path(make.__file__).parent
    listed = json.loads((folder / "gallery.json").read_text(encoding="utf-8"))
    assert [row["phrase"] for row in listed["examples"]] == [phrase for phrase, _ in make.EXAMPLES]
    assert all((folder / row["picture"]).stat().st_size < 40_000 for row in listed["examples"])
    assert (folder / listed["scene"]).stat().st_size < 700_000
