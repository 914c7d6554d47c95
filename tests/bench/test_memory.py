import numpy as np
import rasterio

from bench.memory import repeat


def test_the_vrt_repeats_its_source(tmp_path):
    pixels = np.random.default_rng(0).integers(0, 255, (3, 40, 50), dtype=np.uint8)
    affine = rasterio.Affine(0.5, 0, 300000, 0, -0.5, 3000000)
    shape = {"count": 3, "height": 40, "width": 50, "dtype": "uint8"}
    with rasterio.open(tmp_path / "a.tif", "w", driver="GTiff", crs="EPSG:32645", transform=affine, **shape) as out:
        out.write(pixels)
    path, gsd_m = repeat(tmp_path / "a.tif", 120, tmp_path / "b.vrt")
    assert abs(gsd_m - 0.5) < 0.01
    with rasterio.open(path) as raster:
        assert raster.shape == (120, 120)
        assert np.array_equal(raster.read(), np.tile(pixels, (1, 3, 3))[:, :120, :120])
