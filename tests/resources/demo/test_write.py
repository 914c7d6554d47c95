import json

import cv2
import numpy as np
import pytest
import rasterio

from resources.demo import generate_scene, write_scene


def test_write_scene_round_trips(tmp_path):
    scene = generate_scene(3, size_px=160)
    path = write_scene(scene, tmp_path)
    with rasterio.open(path) as raster:
        assert raster.crs == rasterio.CRS.from_string(scene.crs)
        assert raster.transform.to_gdal()[1] == pytest.approx(scene.gsd_m)
        assert np.array_equal(np.moveaxis(raster.read(), 0, 2), scene.rgb)
    rows = [json.loads(line) for line in (tmp_path / "phrases.jsonl").read_text(encoding="utf-8").splitlines()]
    assert len(rows) == len(scene.phrases)
    for row, phrase in zip(rows, scene.phrases):
        assert (row["image"], row["phrase"], row["kind"], row["target"]) == (
            "scene.tif",
            phrase.text,
            phrase.kind,
            phrase.target,
        )
        mask = cv2.imread(str(tmp_path / row["mask"]), cv2.IMREAD_UNCHANGED)
        assert np.array_equal(mask > 0, scene.phrase_mask(phrase))
