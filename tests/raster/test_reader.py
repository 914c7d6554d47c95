from __future__ import annotations

import math
import shutil
import struct
from pathlib import Path
from typing import Callable

import numpy as np
import pyogrio
import pytest
import rasterio
import rasterio.drivers
import rasterio.enums
import rasterio.shutil
import rasterio.windows
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rasterio.transform import from_origin

from rrsis_core.catalog import DEFAULT_MODEL, get_card
from rrsis_core.errors import ExtentOutside, RasterEmpty, RasterUnreadable, RasterUnsupported, RrsisError
from rrsis_core.grid import Window
from rrsis_core.raster import CACHE_BYTES, Raster, open_raster, reader
from rrsis_core.raster import sample as sampling
from rrsis_core.raster.handles import Level
from rrsis_core.raster.source import Source

Tif = Callable[..., str]


def all_of(raster: Raster) -> tuple[np.ndarray, np.ndarray]:
    return raster.read(Window(0, 0, *raster.shape))


def codes(raster: Raster) -> list[str]:
    return [warning.code for warning in raster.warnings]


def test_the_grid_of_the_file_is_kept_where_it_fits(tif: Tif, rgb: np.ndarray) -> None:
    with open_raster(tif(rgb)) as raster:
        assert raster.shape == (60, 80) and raster.window == Window(0, 0, 60, 80)
        assert raster.gsd_m == pytest.approx(0.3, rel=1e-3) and raster.bands == (1, 2, 3)
        values, valid = all_of(raster)
    assert values.dtype == np.float32 and valid.all()
    np.testing.assert_array_equal(values, rgb)


def test_finer_pixels_are_averaged_to_the_model(tif: Tif, rgb: np.ndarray) -> None:
    with open_raster(tif(rgb, transform=from_origin(500000, 5300000, 0.15, 0.15))) as raster:
        assert raster.shape == (30, 40) and raster.gsd_m == pytest.approx(0.3)
        values, _ = all_of(raster)
    blocks = rgb.reshape(3, 30, 2, 40, 2).mean(axis=(2, 4))
    np.testing.assert_allclose(values[:2], blocks[:2], atol=0.1)  # 0.15 m of UTM are 0.15006 m on the ground


def test_the_grid_stays_on_the_file(tif: Tif, rgb: np.ndarray) -> None:
    path = tif(rgb, transform=from_origin(500000, 5300000, 0.13, 0.13))
    with open_raster(path) as raster:
        xmin, ymin, xmax, ymax = raster.georef.bounds(raster.window)
    assert (xmin, ymax) == (500000, 5300000)
    assert xmax == pytest.approx(500000 + 80 * 0.13, abs=0.16) and ymin == pytest.approx(5300000 - 60 * 0.13, abs=0.16)


def test_web_mercator_is_measured_on_the_ground(tif: Tif, rgb: np.ndarray) -> None:
    path = tif(rgb, crs="EPSG:3857", transform=from_origin(0, 8399737.89, 1.0, 1.0))  # 60° north
    with open_raster(path, gsd_range_m=(0.1, 2.0)) as raster:
        assert raster.native_gsd_m == pytest.approx(0.5, rel=5e-3)
    with open_raster(path, gsd_m=1.0) as raster:
        assert raster.gsd_m == 1.0 and raster.shape == (30, 40)


def test_degrees_are_measured_on_the_ground(tif: Tif, rgb: np.ndarray) -> None:
    path = tif(rgb, crs="EPSG:4326", transform=from_origin(10, 60, 2e-6, 1e-6))
    with open_raster(path, gsd_m=0.3) as raster:
        a, _, _, _, e, _ = raster.georef.transform
        assert a * 111320 * math.cos(math.radians(60)) == pytest.approx(0.3, rel=1e-2)
        assert -e * 111400 == pytest.approx(0.3, rel=1e-2)


def test_overviews_give_nearly_what_full_size_gives(tif: Tif) -> None:
    smooth = np.add.outer(np.arange(256), np.arange(256)) / 2
    pixels = np.stack([smooth, smooth[::-1], smooth]).astype(np.uint8)
    place = from_origin(500000, 5300000, 0.1, 0.1)
    with (
        open_raster(tif(pixels, "a.tif", transform=place)) as plain,
        open_raster(tif(pixels, "b.tif", transform=place, overviews=(2,))) as quick,
    ):
        assert plain.shape == quick.shape
        np.testing.assert_allclose(all_of(plain)[0], all_of(quick)[0], atol=1.5)


def test_coarse_pixels_are_enlarged_with_measure_and_a_warning(tif: Tif, rgb: np.ndarray) -> None:
    for size_m, gsd_m, warns in ((0.5, 0.3, False), (1.0, 0.3, True), (4.0, 1.0, True), (30.0, 30.0, True)):
        with open_raster(tif(rgb, f"{size_m}.tif", transform=from_origin(500000, 5300000, size_m, size_m))) as raster:
            assert raster.gsd_m == pytest.approx(gsd_m, rel=1e-3)
            assert ("pixels-too-coarse" in codes(raster)) == warns


def test_a_grid_that_is_too_large_is_refused(tif: Tif, rgb: np.ndarray) -> None:
    path = tif(rgb, crs="EPSG:32632", transform=from_origin(500000, 5300000, 5000, 5000))
    with pytest.raises(RasterUnsupported, match="more coarsely"):
        open_raster(path, gsd_m=1e-4)


def test_rotated_grids_stay_rotated(tif: Tif, rgb: np.ndarray) -> None:
    c, s = 0.15 * math.cos(0.4), 0.15 * math.sin(0.4)
    with open_raster(tif(rgb, transform=(c, -s, 500000, -s, -c, 5300000)), gsd_m=0.3) as raster:
        assert raster.shape == (30, 40)
        assert raster.georef.transform[:2] == pytest.approx((2 * c, -2 * s), rel=1e-3)
        values, valid = all_of(raster)
    assert valid.all() and values[0, 0, -1] > values[0, 0, 0]


def test_no_crs_works_in_pixels(tif: Tif, rgb: np.ndarray) -> None:
    with open_raster(tif(rgb, crs=None), gsd_range_m=(0.3, 0.3)) as raster:
        assert raster.shape == (60, 80) and raster.gsd_m == raster.native_gsd_m == 0.3
        assert codes(raster) == ["no-crs"] and raster.georef.crs_wkt is None


def test_windows_may_reach_beyond_the_raster(tif: Tif, rgb: np.ndarray) -> None:
    with open_raster(tif(rgb)) as raster:
        values, valid = raster.read(Window(-10, 70, 30, 30))
        assert not valid[:10].any() and not valid[:, 10:].any() and valid[10:, :10].all()
        np.testing.assert_array_equal(values[:, 10:, :10], rgb[:, :20, 70:])
        values, valid = raster.read(Window(500, 500, 4, 5))
        assert values.shape == (3, 4, 5) and not valid.any()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(gsd=st.floats(0.12, 1.5), data=st.data())
def test_a_pixel_is_the_same_through_every_window(tif: Tif, gsd: float, data: st.DataObject) -> None:
    noise = np.random.default_rng(3).integers(0, 255, (3, 90, 120)).astype(np.uint8)
    with open_raster(tif(noise, nodata=0, overviews=(2, 4)), gsd_m=gsd) as raster:
        height, width = raster.shape
        row, col = data.draw(st.integers(-3, height - 1)), data.draw(st.integers(-3, width - 1))
        window = Window(row, col, data.draw(st.integers(1, 40)), data.draw(st.integers(1, 40)))
        whole, known = all_of(raster)
        values, valid = raster.read(window)
    part = window.intersect(Window(0, 0, height, width))
    rows, cols = part.slices_in(window)
    inner = slice(part.row, part.row_end), slice(part.col, part.col_end)
    np.testing.assert_array_equal(valid[rows, cols], known[inner])
    np.testing.assert_allclose(values[:, rows, cols], whole[(slice(None), *inner)], atol=1e-3)


def test_one_band_three_times_and_any_order(tif: Tif, rgb: np.ndarray) -> None:
    path = tif(rgb)
    for bands in ((3, 2, 1), (2, 2, 2), (1, 1, 3)):
        with open_raster(path, bands=bands) as raster:
            assert raster.bands == bands
            np.testing.assert_array_equal(all_of(raster)[0], rgb[[b - 1 for b in bands]])
            assert raster.sample().shape == (3, 60 * 80)


def test_palette_pixels_are_averaged_as_colours(tif: Tif) -> None:
    index = np.tile(np.array([1, 2], np.uint8), (1, 20, 10))
    table = {0: (0, 0, 0, 255), 1: (200, 0, 0, 255), 2: (0, 100, 0, 255)}
    path = tif(index, colormap=table, transform=from_origin(500000, 5300000, 0.15, 0.15))
    with open_raster(path, gsd_m=0.3) as raster:
        values, _ = all_of(raster)
    np.testing.assert_allclose(values[:, 5, 5], [100, 50, 0], atol=0.5)


def test_sample_is_bounded_and_valid_only(tif: Tif) -> None:
    pixels = np.full((3, 300, 300), 7, np.uint16)
    pixels[:, :100] = 0
    with open_raster(tif(pixels, nodata=0)) as raster:
        assert raster.dtype == np.uint16
        assert set(np.unique(raster.sample())) == {7.0} and raster.sample().shape == (3, 200 * 300)
        assert 0 < raster.sample(1000).shape[1] <= 1000


def test_sample_of_a_large_file_without_overviews_is_spread(tif: Tif) -> None:
    ramp = np.tile(np.arange(3000, dtype=np.uint16)[:, None], (3, 1, 2000))
    with open_raster(tif(ramp, tiled=True, compress="deflate")) as raster:
        sample = raster.sample(100_000)
    assert sample.shape[1] <= 100_000 and sample.min() < 300 and sample.max() > 2700


def test_only_nodata_is_refused_but_one_pixel_is_enough(tif: Tif) -> None:
    pixels = np.zeros((3, 500, 500), np.uint8)
    with pytest.raises(RasterEmpty, match=r"none\.tif"):
        open_raster(tif(pixels, "none.tif", nodata=0))
    pixels[:, 77, 401] = 9
    path = tif(pixels, "one.tif", nodata=0)
    with rasterio.open(path, "r+") as file:
        file.build_overviews([2, 4, 8], rasterio.enums.Resampling.nearest)
    open_raster(path).close()


@pytest.mark.parametrize("sparse", [True, False])
def test_little_content_in_a_vast_raster_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sparse: bool
) -> None:
    """The first rows alone hold more pixels than are looked at."""
    monkeypatch.setattr(sampling, "MAX_SEARCH_PX", 6_000_000)
    monkeypatch.setattr(sampling, "_STRIP_PX", 500_000)
    if not sparse:
        monkeypatch.setattr(Source, "is_unwritten", lambda source, window: False)
    path = tmp_path / "vast.tif"
    profile = {"driver": "GTiff", "count": 3, "height": 20_000, "width": 20_000, "dtype": "uint16", "nodata": 0}
    profile |= {"tiled": True, "crs": "EPSG:32632", "transform": from_origin(500000.0, 5300000.0, 0.3, 0.3)}
    with rasterio.open(path, "w", **profile, SPARSE_OK=True) as file:
        file.write(np.full((3, 60, 60), 900, np.uint16), window=rasterio.windows.Window(17_700, 18_900, 60, 60))
    with open_raster(str(path), bounds=(505310.0, 5294312.0, 505328.0, 5294330.0)) as raster:
        assert raster.sample().max() == 900
        assert raster.read(raster.window)[1].all()
    with open_raster(str(path)) as raster:  # nobody knows that it is empty
        assert (raster.sample().shape[1] > 0) == sparse


def test_bounds_and_mask_of_the_grid(tif: Tif, rgb: np.ndarray, tmp_path: Path) -> None:
    path, mask = tif(rgb), tmp_path / "mask.gpkg"
    shape = shapely.box(500003.0, 5299991.0, 500006.0, 5299997.0)
    pyogrio.raw.write(mask, np.array([shape.wkb], dtype=object), [], [], geometry_type="Polygon", crs="EPSG:32632")
    with open_raster(path, mask=str(mask)) as raster:
        assert raster.window == Window(10, 10, 20, 10)
        assert raster.inside(Window(0, 0, 60, 80)).sum() == 200
        assert raster.wanted(Window(0, 0, 11, 11)) and not raster.wanted(Window(0, 0, 10, 80))
    with open_raster(path, bounds=(500003.0, 5299991.0, 500006.0, 5299997.0)) as raster:
        assert raster.window == Window(10, 10, 20, 10)
    with pytest.raises(ExtentOutside):
        open_raster(path, bounds=(0.0, 0.0, 1.0, 1.0))


@pytest.mark.parametrize("turned", [False, True])
def test_blocks_that_were_never_written_are_not_wanted(tmp_path: Path, turned: bool) -> None:
    path = tmp_path / "sparse.tif"
    transform = (0.3, 0, 500000, 0, 0.3 if turned else -0.3, 5300000)
    options = {"tiled": True, "blockxsize": 64, "blockysize": 64, "SPARSE_OK": "TRUE", "nodata": 0, "crs": "EPSG:32632"}
    with rasterio.open(
        path, "w", driver="GTiff", count=3, height=640, width=640, dtype="uint8", transform=transform, **options
    ) as file:
        file.write(np.full((3, 64, 64), 9, np.uint8), window=rasterio.windows.Window(128, 64, 64, 64))
    with open_raster(str(path), gsd_m=0.45) as raster:
        wanted = 0
        for row in range(0, raster.shape[0], 30):
            for col in range(0, raster.shape[1], 30):
                window = Window(row, col, 40, 40)
                wanted += raster.wanted(window)
                assert raster.wanted(window) or not raster.read(window)[1].any()
        assert 4 <= wanted <= 16


def test_a_broken_index_of_blocks_is_no_empty_place(tmp_path: Path) -> None:
    path = tmp_path / "sparse.tif"
    options = {"tiled": True, "blockxsize": 64, "blockysize": 64, "SPARSE_OK": "TRUE", "nodata": 0, "crs": "EPSG:32632"}
    options |= {"transform": (0.3, 0, 500000, 0, -0.3, 5300000), "dtype": "uint8", "count": 3}
    with rasterio.open(path, "w", driver="GTiff", height=16384, width=16384, **options) as file:
        for row in (64, 8064):
            file.write(np.full((3, 64, 64), 9, np.uint8), window=rasterio.windows.Window(128, row, 64, 64))
    content = bytearray(path.read_bytes())
    (first,) = struct.unpack_from("<I", content, 4)
    for entry in range(first + 2, first + 2 + 12 * struct.unpack_from("<H", content, first)[0], 12):
        if struct.unpack_from("<H", content, entry)[0] == 325:  # lengths of the blocks: nearly all beyond the end now
            struct.pack_into("<I", content, entry + 8, len(content) - 1000)
    path.write_bytes(content)
    with open_raster(str(path)) as raster:
        assert raster.wanted(Window(64, 128, 64, 64)) and raster.wanted(Window(8064, 128, 64, 64))
        with pytest.raises(RasterUnreadable):
            raster.read(Window(8064, 128, 64, 64))


def test_fingerprint_follows_content_bands_and_grid_but_not_the_name(tif: Tif, rgb: np.ndarray, tmp_path: Path) -> None:
    path = tif(rgb)
    copy = shutil.copy2(path, tmp_path / "other name.tif")

    def mark(name: str, **options: object) -> str:
        with open_raster(name, **options) as raster:  # type: ignore[arg-type]
            return raster.fingerprint()

    first = mark(path)
    assert first == mark(path) == mark(str(copy)) and len(first) == 16
    assert len({first, mark(path, bands=(3, 2, 1)), mark(path, gsd_m=0.5)}) == 3
    other = rgb.copy()
    other[0, 3, 3] += 1
    assert mark(tif(other)) != first


def test_a_refused_raster_leaves_no_file_open(tif: Tif) -> None:
    path = tif(np.zeros((3, 50, 50), np.uint8), nodata=0)
    for _ in range(3):
        with pytest.raises(RasterEmpty):
            open_raster(path)
    assert not [fd for fd in Path("/proc/self/fd").iterdir() if _target(fd) == path]


def _target(descriptor: Path) -> str:
    try:
        return str(descriptor.readlink())
    except OSError:
        return ""


@pytest.mark.parametrize("driver", ["COG", "JP2OpenJPEG", "PNG", "VRT"])
def test_other_formats(tif: Tif, rgb: np.ndarray, tmp_path: Path, driver: str) -> None:
    if driver not in rasterio.drivers.raster_driver_extensions().values() and driver != "COG":
        pytest.skip(f"this GDAL has no {driver}")
    copied = str(tmp_path / f"copy.{driver.lower()}")
    options = {"QUALITY": "100", "REVERSIBLE": "YES"} if driver == "JP2OpenJPEG" else {}
    rasterio.shutil.copy(tif(rgb), copied, driver=driver, **options)
    with open_raster(copied) as raster:
        assert all_of(raster)[0].shape == (3, 60, 80)
        np.testing.assert_allclose(all_of(raster)[0], rgb, atol=1)


def test_inside_a_zip_and_as_url(tif: Tif, rgb: np.ndarray, tmp_path: Path) -> None:
    path = tif(rgb)
    archive = shutil.make_archive(str(tmp_path / "archive"), "zip", tmp_path, Path(path).name)
    for address in (f"/vsizip/{archive}/{Path(path).name}", f"file://{path}", f"zip://{archive}!{Path(path).name}"):
        with open_raster(address) as raster:
            np.testing.assert_array_equal(all_of(raster)[0], rgb)


def outcome(path: Path, name: str) -> str:
    """Return the last three cells of the file's line in docs/rasters.md."""
    try:
        with open_raster(str(path), gsd_range_m=get_card(DEFAULT_MODEL).gsd_range_m) as raster:
            height, width = raster.shape
            told = [*codes(raster), *hole(raster, Window(height // 2 - 64, width // 2 - 64, 128, 128))]
            assert raster.sample().shape[1] > 0 and np.isfinite(raster.sample()).all()
            assert all(str(path) in warning.message for warning in raster.warnings)
            origin = "assumed" if "no-crs" in told else f"file: {metres(raster.native_gsd_m)}"
            listed = ", ".join(f"`{code}`" for code in told)
            return f"result | {width} × {height} px of {metres(raster.gsd_m)} ({origin}) | {listed} |"
    except RrsisError as error:
        assert str(path) in error.message
        return f"`{error.code}` | {error.message.replace(str(path), name)} | |"


def hole(raster: Raster, window: Window) -> list[str]:
    """Return the code of the warning that a run gives where the window cannot be read."""
    try:
        values, valid = raster.read(window)
    except RasterUnreadable:
        return ["tile-failed"]
    assert values.shape == (3, 128, 128) and np.isfinite(values).all() and not values[:, ~valid].any()
    return []


def metres(length: float) -> str:
    return f"{length:,.0f} m" if length >= 100 else f"{length:.3g} m"


@pytest.mark.shared
def test_every_shared_raster_gives_a_result_or_a_sentence_as_the_table_says(shared_rasters: Path, root: Path) -> None:
    page = (root / "docs" / "rasters.md").read_text(encoding="utf-8").splitlines()
    table = {line.split(" | ")[0][2:]: line for line in page if line.startswith("| ")}
    wrong = []
    for path in sorted(shared_rasters.rglob("*")):
        if path.suffix in {".tif", ".vrt", ".jpg"}:
            name = path.relative_to(shared_rasters).as_posix()
            end = outcome(path, name)
            if not table.get(name, "").endswith(end):
                wrong.append(f"| {name} | {end}")
    assert not wrong, "docs/rasters.md should say:\n" + "\n".join(wrong)


@pytest.mark.shared
def test_banepa_has_a_finer_ground_than_its_map(shared_rasters: Path) -> None:
    with open_raster(str(shared_rasters / "banepa_town_13cm.tif")) as raster:
        assert raster.native_gsd_m == pytest.approx(0.132, abs=1e-3) and raster.gsd_m == 0.3
        assert raster.shape == (2696, 3162)
        lat_length = raster.georef.transform[0] * math.cos(math.radians(27.63))
        assert lat_length == pytest.approx(0.3, rel=5e-3)


@pytest.mark.parametrize("overviews", [(), (2, 4)])
def test_a_mosaic_of_files_is_read_through_their_overviews(
    tif: Tif, tmp_path: Path, overviews: tuple[int, ...]
) -> None:
    rows, cols = np.mgrid[0:1040, 0:1040]
    smooth = np.stack([(rows + cols) % 200, rows // 6, cols // 6]).astype(np.uint8)
    inner = [[], [], []]
    for top in (0, 520):
        for left in (0, 520):
            place = from_origin(500000 + left * 0.1, 5300000 - top * 0.1, 0.1, 0.1)
            name = f"{top}_{left}.tif"
            tif(smooth[:, top : top + 520, left : left + 520], name, transform=place, overviews=overviews)
            rect = f'<DstRect xOff="{left}" yOff="{top}" xSize="520" ySize="520"/>'
            for band, sources in enumerate(inner, 1):
                sources.append(
                    f'<SimpleSource><SourceFilename relativeToVRT="1">{name}</SourceFilename>'
                    f'<SourceBand>{band}</SourceBand><SrcRect xOff="0" yOff="0" xSize="520" ySize="520"/>{rect}'
                    "</SimpleSource>"
                )
    bands = "".join(
        f'<VRTRasterBand dataType="Byte" band="{i}">{"".join(s)}</VRTRasterBand>' for i, s in enumerate(inner, 1)
    )
    transform = "500000, 0.1, 0, 5300000, 0, -0.1"
    mosaic = tmp_path / "mosaic.vrt"
    mosaic.write_text(
        f'<VRTDataset rasterXSize="1040" rasterYSize="1040"><SRS>EPSG:32632</SRS>'
        f"<GeoTransform>{transform}</GeoTransform>{bands}</VRTDataset>"
    )
    whole = tif(smooth, "whole.tif", transform=from_origin(500000, 5300000, 0.1, 0.1))
    with open_raster(str(mosaic), gsd_m=0.23) as raster, open_raster(whole, gsd_m=0.23) as plain:
        assert raster.shape == plain.shape
        values, _ = all_of(raster)
        expected, _ = all_of(plain)
        assert np.abs(values[1:] - expected[1:]).max() < 3
        part, _ = raster.read(Window(201, 190, 50, 60))
        np.testing.assert_allclose(part, values[:, 201:251, 190:250], atol=1e-3)
        assert raster.sample().shape[1] > 0


def test_a_wide_file_in_strips_is_given_a_larger_cache(tif: Tif, rgb: np.ndarray) -> None:
    with open_raster(tif(rgb)) as small:
        assert small.cache_bytes(480) == CACHE_BYTES
    strips = tif(np.zeros((3, 4, 60_000), np.uint8), "wide.tif", blockysize=1, compress="deflate")
    with open_raster(strips) as wide:
        assert CACHE_BYTES < wide.cache_bytes(480) == (480 + 2) * 60_000 * 3
        assert wide.cache_bytes(4800) == 256 * 2**20


def test_a_wide_file_in_blocks_is_given_what_neighbours_share(tif: Tif) -> None:
    tiled = {"tiled": True, "blockxsize": 256, "blockysize": 256}
    with open_raster(tif(np.zeros((3, 4, 20_000), np.uint8), "narrow.tif", compress="deflate", **tiled)) as narrow:
        assert narrow.cache_bytes(64) == CACHE_BYTES  # a whole row fits
    with open_raster(tif(np.zeros((3, 4, 60_000), np.uint8), "wide.tif", compress="deflate", **tiled)) as wide:
        assert wide.cache_bytes(64) == reader.LEAST_CACHE_BYTES
        assert wide.cache_bytes(480) == reader.LEAST_CACHE_BYTES
        assert reader.LEAST_CACHE_BYTES < wide.cache_bytes(2400) == 2 * (2400 + 512) ** 2 * 3 < CACHE_BYTES


def damage(path: str, col: int, row: int, overview: int | None = None) -> None:
    """Overwrite the stored block in column `col`, row `row` of a GeoTIFF."""
    with rasterio.open(path) as file:
        names = (f"BLOCK_{what}_{col}_{row}" for what in ("OFFSET", "SIZE"))
        offset, size = (int(file.get_tag_item(name, "TIFF", bidx=1, ovr=overview)) for name in names)
    with open(path, "r+b") as raw:
        raw.seek(offset)
        raw.write(b"\xff" * size)


TILED = {"tiled": True, "blockxsize": 64, "blockysize": 64, "compress": "deflate", "interleave": "pixel"}


@pytest.mark.parametrize("options", [{}, {"nodata": 0}])
@pytest.mark.parametrize("dtype", ["uint8", "uint16"])
def test_a_damaged_block_is_a_hole_and_no_end(tif: Tif, dtype: str, options: dict[str, int]) -> None:
    pixels = np.random.default_rng(1).integers(1, 250, (3, 256, 256)).astype(dtype)
    path = tif(pixels, **TILED, **options)
    damage(path, 1, 1)
    with open_raster(path) as raster:
        assert raster.fingerprint() and raster.sample().shape[1] > 0
        np.testing.assert_array_equal(raster.read(Window(0, 0, 64, 256))[0], pixels[:, :64])
        with pytest.raises(RasterUnreadable, match="rows 0–80"):
            raster.read(Window(0, 0, 80, 80))


def test_a_file_without_a_readable_block_is_refused_at_once(tif: Tif, rgb: np.ndarray) -> None:
    path = tif(np.random.default_rng(1).integers(1, 250, (3, 256, 256)).astype(np.uint8), **TILED)
    for number in range(16):
        damage(path, number % 4, number // 4)
    with pytest.raises(RasterUnreadable, match="is damaged or incomplete"):
        open_raster(path)


@pytest.mark.parametrize("dtype", ["uint8", "uint16"])
def test_a_damaged_overview_is_replaced_by_finer_pixels(tif: Tif, dtype: str) -> None:
    rows, cols = np.mgrid[0:512, 0:512]
    pixels = np.stack([rows // 4 + 1, cols // 4 + 1, (rows + cols) // 8 + 1]).astype(dtype)
    path = tif(pixels, **TILED, overviews=(2, 4))
    with open_raster(path, gsd_m=1.2) as raster:
        expected = all_of(raster)[0]
    damage(path, 0, 0, overview=1)
    with open_raster(path, gsd_m=1.2) as raster:
        values, valid = all_of(raster)
        assert valid.all() and raster.sample().shape[1] > 0
        np.testing.assert_allclose(values, expected, atol=1.01)


def test_few_valid_pixels_that_the_sample_misses_still_give_a_stretch(tif: Tif) -> None:
    pixels = np.zeros((1, 3000, 3000), np.uint16)
    pixels[0, 1700:1720, 700:720] = np.arange(400).reshape(20, 20) + 1
    path = tif(pixels, nodata=0, compress="deflate", tiled=True)
    with open_raster(path) as raster:
        assert raster.sample().shape == (3, 400)


@pytest.mark.parametrize("pixel", [(3e-6, 3e-6), (1e-300, 0.3), (0.3, 1e-9)])
def test_degrees_that_are_taken_for_metres_are_no_place(tif: Tif, rgb: np.ndarray, pixel: tuple[float, float]) -> None:
    with open_raster(tif(rgb, transform=from_origin(9.0, 48.0, *pixel))) as raster:
        apart = pixel[0] > 1e-15  # else coordinates would not tell pixels apart
        assert raster.shape == (60, 80) and codes(raster) == [*([] if apart else ["grid-assumed"]), "no-crs"]
        assert raster.gsd_m == 0.3
        np.testing.assert_array_equal(all_of(raster)[0], rgb)
    with open_raster(tif(rgb[:, :1, :1])) as raster:
        assert raster.shape == (1, 1) and not codes(raster)


def test_pixels_larger_than_any_planet_have_no_size(tif: Tif, rgb: np.ndarray) -> None:
    with open_raster(tif(rgb, transform=from_origin(9.0, 48.0, 1e300, 1e300))) as raster:
        assert raster.shape == (60, 80) and codes(raster) == ["no-crs"] and raster.gsd_m == 0.3


def test_what_is_averaged_much_is_read_in_pieces(tif: Tif, monkeypatch: pytest.MonkeyPatch) -> None:
    pixels = np.random.default_rng(3).integers(1, 255, (3, 300, 410)).astype(np.uint8)
    path = tif(pixels, nodata=7)
    sizes = []
    read = Source.read

    def noted(self: Source, level: Level, window: Window) -> object:
        sizes.append(window.height * window.width)
        return read(self, level, window)

    monkeypatch.setattr(Source, "read", noted)
    with open_raster(path, gsd_m=3.1) as raster:
        whole = all_of(raster)
        monkeypatch.setattr(reader, "_PIECE_PX", 2000)
        sizes.clear()
        for found, expected in zip(all_of(raster), whole):
            np.testing.assert_array_equal(found, expected)
        assert len(sizes) > 50 and max(sizes) < 4000


@pytest.mark.parametrize("gsd_m", [1000.0, 1e9])
def test_a_grid_coarser_than_the_raster_is_one_pixel(tif: Tif, rgb: np.ndarray, gsd_m: float) -> None:
    with open_raster(tif(rgb), gsd_m=gsd_m) as raster:
        assert raster.shape == (1, 1)
        assert np.isfinite(all_of(raster)[0]).all()
