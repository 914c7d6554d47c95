from __future__ import annotations

import os
import re
import threading
from contextlib import closing
from pathlib import Path
from typing import Callable

import numpy as np
import pytest
import rasterio
import rasterio.shutil
from rasterio.enums import ColorInterp as C

from rrsis_core.errors import RasterUnreadable, RasterUnsupported, RrsisError
from rrsis_core.grid import GeoRef, Window
from rrsis_core.raster.source import Source

Tif = Callable[..., str]


def all_of(source: Source) -> tuple[np.ndarray, np.ndarray | None]:
    return source.read(source.levels[0], Window(0, 0, *source.shape))


def test_plain_file_is_read_as_it_is(tif: Tif, rgb: np.ndarray) -> None:
    source = Source(tif(rgb), None)
    pixels, known = all_of(source)
    np.testing.assert_array_equal(pixels, rgb)
    assert known is None and not source.may_be_empty
    assert source.georef.transform == pytest.approx((0.3, 0, 500000, 0, -0.3, 5300000))
    source.close()


def test_overviews_are_levels(tif: Tif, rgb: np.ndarray) -> None:
    source = Source(tif(rgb, overviews=(2, 4)), None)
    assert [level.shape for level in source.levels] == [(60, 80), (30, 40), (15, 20)]
    picks = [source.level_for(scale, scale).rows for scale in (0.5, 1.0, 1.9, 2.0, 3.9, 4.0, 50.0)]
    assert picks == [1, 1, 1, 2, 2, 4, 4]


def test_south_up_and_mirrored_files_are_turned(tif: Tif, rgb: np.ndarray) -> None:
    south = Source(tif(rgb[:, ::-1], "south.tif", transform=(0.3, 0, 500000, 0, 0.3, 5299982)), None)
    west = Source(tif(rgb[..., ::-1], "west.tif", transform=(-0.3, 0, 500024, 0, -0.3, 5300000)), None)
    for source in (south, west):
        np.testing.assert_array_equal(all_of(source)[0], rgb)
        assert source.georef.transform == pytest.approx((0.3, 0, 500000, 0, -0.3, 5300000))
        part, _ = source.read(source.levels[0], Window(5, 7, 10, 20))
        np.testing.assert_array_equal(part, rgb[:, 5:15, 7:27])


@pytest.mark.parametrize("degrees", [0, 20, 75, 90, 135, 200, 290])
@pytest.mark.parametrize("flipped", ["rows", "cols"])
def test_rotated_and_mirrored_files_are_shown_as_on_the_map(
    tif: Tif, rgb: np.ndarray, degrees: int, flipped: str
) -> None:
    cos, sin = 0.3 * np.cos(np.radians(degrees)), 0.3 * np.sin(np.radians(degrees))
    right = GeoRef((cos, sin, 500000.0, sin, -cos, 5300000.0))  # not mirrored
    if flipped == "rows":
        x, y = right.xy(60, 0)
        pixels, turned = rgb[:, ::-1], (cos, -sin, x, sin, cos, y)
    else:
        x, y = right.xy(0, 80)
        pixels, turned = rgb[..., ::-1], (-cos, sin, x, -sin, -cos, y)
    source = Source(tif(pixels, transform=turned), None)
    a, b, _, d, e, _ = source.georef.transform
    assert a * e - b * d < 0
    values, _ = all_of(source)
    for row, col in ((0, 0), (3, 70), (59, 5)):  # each pixel keeps its place on the map
        x, y = right.xy(row + 0.5, col + 0.5)
        there = tuple(int(place) for place in source.georef.row_col(x, y))
        np.testing.assert_array_equal(values[:, there[0], there[1]], rgb[:, row, col])


def test_alpha_mask_and_nodata_make_pixels_unknown(tif: Tif, rgb: np.ndarray) -> None:
    hole = np.zeros((60, 80), bool)
    hole[10:20, 30:40] = True
    alpha = np.where(hole, 0, 255).astype(np.uint8)
    rgba = np.concatenate([rgb, alpha[None]])
    filled = np.where(hole, 0, rgb).astype(np.uint8)
    paths = [
        tif(rgba, "alpha.tif", colours=[C.red, C.green, C.blue, C.alpha]),
        tif(rgb, "mask.tif", mask=alpha),
        tif(filled, "nodata.tif", nodata=0),
        tif(np.where(hole, np.nan, rgb).astype(np.float32), "nan.tif"),
    ]
    for path in paths:
        source = Source(path, None)
        _, known = all_of(source)
        np.testing.assert_array_equal(known, ~hole, err_msg=path)
        assert source.may_be_empty


def test_masks_of_overviews_are_those_of_the_file(tif: Tif, rgb: np.ndarray) -> None:
    mask = np.full((60, 80), 255, np.uint8)
    mask[:30] = 0
    source = Source(tif(rgb, mask=mask, overviews=(2,)), None)
    level = source.levels[-1]
    _, known = source.read(level, Window(0, 0, *level.shape))
    assert known is not None and not known[: level.shape[0] // 2].any() and known[level.shape[0] // 2 :].all()


def test_a_file_without_place_lies_as_qgis_shows_it(tif: Tif, rgb: np.ndarray) -> None:
    source = Source(tif(rgb, crs=None, transform=(1, 0, 0, 0, 1, 0)), None)
    assert source.georef.transform == (1, 0, 0, 0, -1, 0) and source.georef.crs_wkt is None
    np.testing.assert_array_equal(all_of(source)[0], rgb)


@pytest.mark.parametrize("content", [b"", b"not a raster", b"II*\x00garbage" * 40])
def test_what_is_no_raster_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bad.tif"
    path.write_bytes(content)
    with pytest.raises(RasterUnreadable, match=r"bad\.tif") as caught:
        Source(str(path), None)
    assert caught.value.details["raster"] == str(path)


@pytest.mark.parametrize("ending", [".msk", ".MSK"])
@pytest.mark.parametrize("content", [b"", b"II*\x00", b"II*\x00\x00\x00\x0f\x00" + bytes(1000)])
def test_a_mask_file_that_cannot_be_opened_is_named(tif: Tif, rgb: np.ndarray, content: bytes, ending: str) -> None:
    path = tif(rgb)
    Path(path + ending).write_bytes(content)  # the last one's index is to lie at byte 983,040: it was cut off
    with pytest.raises(RasterUnreadable, match=rf"{re.escape(path + ending)}.*move it away") as caught:
        Source(path, None)
    assert caught.value.details["raster"] == path


def test_a_mask_file_that_is_cut_further_down_is_named_where_it_is_missed(tif: Tif) -> None:
    noise = np.random.default_rng(0).integers(0, 255, (3, 512, 256)).astype(np.uint8)
    path = tif(noise, tiled=True, blockxsize=256, blockysize=256)
    with rasterio.Env(GDAL_TIFF_INTERNAL_MASK=False), rasterio.open(path, "r+") as dataset:
        dataset.write_mask(noise[0] > 127)
    mask = Path(path + ".msk")
    mask.write_bytes(mask.read_bytes()[:-200])
    with pytest.raises(RasterUnreadable, match=r"\.msk"):
        all_of(Source(path, None))


def test_missing_file_and_folder(tmp_path: Path) -> None:
    with pytest.raises(RasterUnreadable, match="There is no file"):
        Source(str(tmp_path / "absent.tif"), None)
    with pytest.raises(RasterUnreadable):
        Source(str(tmp_path), None)


def test_a_pipe_does_not_hang(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.tif"
    os.mkfifo(pipe)
    with pytest.raises(RasterUnreadable, match="pipe"):
        Source(str(pipe), None)


def test_truncated_file_names_the_place(tif: Tif) -> None:
    noise = np.random.default_rng(0).integers(0, 255, (3, 256, 256)).astype(np.uint8)
    path = Path(tif(noise, tiled=True, blockxsize=64, blockysize=64, compress="deflate"))
    path.write_bytes(path.read_bytes()[:100_000])
    with pytest.raises(RasterUnreadable, match="damaged") as caught:
        all_of(Source(str(path), None))
    assert caught.value.details["reason"]


def test_vrt_whose_source_is_gone(tmp_path: Path) -> None:
    vrt = tmp_path / "lost.vrt"
    name = '<SourceFilename relativeToVRT="1">gone.tif</SourceFilename>'
    band = f"<SimpleSource>{name}<SourceBand>1</SourceBand></SimpleSource>"
    bands = "".join(f'<VRTRasterBand dataType="Byte" band="{i}">{band}</VRTRasterBand>' for i in (1, 2, 3))
    vrt.write_text(f'<VRTDataset rasterXSize="8" rasterYSize="8">{bands}</VRTDataset>')
    with pytest.raises(RasterUnreadable, match=r"lost\.vrt"):
        all_of(Source(str(vrt), None))


def test_collection_names_one_of_its_members(monkeypatch: pytest.MonkeyPatch, tif: Tif, rgb: np.ndarray) -> None:
    source = Source(tif(rgb), None)

    class Collection:
        count, shape, subdatasets = 0, (512, 512), ("netcdf:some.nc:red", "netcdf:some.nc:blue")

    with pytest.raises(RasterUnsupported, match=r"netcdf:some\.nc:red"):
        source._check_dataset(Collection())


def test_a_block_too_large_to_read_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.tif"
    options = {"tiled": True, "blockxsize": 16384, "blockysize": 16384, "compress": "deflate", "SPARSE_OK": "TRUE"}
    with rasterio.open(
        path, "w", driver="GTiff", count=3, height=30000, width=30000, dtype="uint8", crs="EPSG:32632",
        transform=(0.3, 0, 500000, 0, -0.3, 5300000), **options
    ):  # fmt: skip
        pass
    with pytest.raises(RasterUnsupported, match="TILED=YES"):
        Source(str(path), None)


def test_unusable_transform_means_pixels(tif: Tif, rgb: np.ndarray) -> None:
    source = Source(tif(rgb, transform=(1.0, 1.0, 0, 1.0, 1.0, 0)), None)
    assert source.georef.crs_wkt is None
    assert [warning.code for warning in source.warnings] == ["grid-assumed"]


def test_many_threads_read_the_same(tif: Tif) -> None:
    noise = np.random.default_rng(0).integers(0, 255, (3, 300, 300)).astype(np.uint8)
    source = Source(tif(noise, tiled=True, blockxsize=64, blockysize=64, compress="deflate"), None)
    failures: list[str] = []

    def work(seed: int) -> None:
        rng = np.random.default_rng(seed)
        for _ in range(40):
            row, col = (int(value) for value in rng.integers(0, 200, 2))
            pixels, _ = source.read(source.levels[0], Window(row, col, 90, 90))
            if not np.array_equal(pixels, noise[:, row : row + 90, col : col + 90]):
                failures.append(f"{row},{col}")

    threads = [threading.Thread(target=work, args=(seed,)) for seed in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    source.close()
    assert not failures


@pytest.mark.parametrize("kind", ["tif", "vrt"])
def test_files_with_damaged_bytes_work_or_are_refused(tmp_path: Path, tif: Tif, rgb: np.ndarray, kind: str) -> None:
    """Nothing but the project's own errors comes out of a file in which bytes were changed at random."""
    whole = Path(tif(rgb, tiled=True, blockxsize=32, blockysize=32, compress="deflate", nodata=0, overviews=(2,)))
    if kind == "vrt":
        rasterio.shutil.copy(whole, tmp_path / "copy.vrt", driver="VRT")
        whole = tmp_path / "copy.vrt"
    content = whole.read_bytes()
    rng = np.random.default_rng(5)
    for number in range(60):
        damaged = bytearray(content)
        for place in rng.integers(0, min(len(content), 1500), 1 + number % 8):
            damaged[place] = rng.integers(0, 256)
        path = tmp_path / f"damaged.{kind}"
        path.write_bytes(damaged)
        try:
            source = Source(str(path), None)
            source.read(source.levels[-1], Window(0, 0, 1, 1))
            source.close()
        except RrsisError as error:
            assert str(path) in error.message


def test_a_file_that_claims_thousands_of_bands(tmp_path: Path) -> None:
    vrt = tmp_path / "many.vrt"
    bands = '<VRTRasterBand dataType="Byte"/>' * 10_001
    vrt.write_text(f'<VRTDataset rasterXSize="8" rasterYSize="8">{bands}</VRTDataset>')
    with pytest.raises(RasterUnsupported, match="10001 bands"):
        Source(str(vrt), None)


def test_what_rows_of_tiles_and_single_tiles_decode(tif: Tif) -> None:
    pixels = np.zeros((4, 300, 600), np.uint16)
    with closing(Source(tif(pixels, "strips.tif", blockysize=10, interleave="pixel"), None)) as strips:
        assert strips.in_strips
        assert strips.held_bytes(strips.levels[0], 100) == (100 + 2 * 10) * 600 * 4 * 2
    tiled = tif(pixels, "tiled.tif", tiled=True, blockxsize=256, blockysize=256, interleave="band")
    with closing(Source(tiled, None)) as tiles:
        assert not tiles.in_strips
        assert tiles.held_bytes(tiles.levels[0], 100, 10) == (100 + 2 * 256) * (10 + 2 * 256) * 3 * 2
        assert tiles.held_bytes(tiles.levels[0], 100, 500) == (100 + 2 * 256) * 600 * 3 * 2


@pytest.mark.parametrize(("bits", "white"), [(1, 1.0), (4, 15.0), (8, 255.0)])
def test_bytes_of_fewer_bits_are_as_white_as_they_can_be(tif: Tif, rgb: np.ndarray, bits: int, white: float) -> None:
    assert Source(tif(rgb >> (8 - bits), nbits=bits), None).white == white


def test_a_cut_off_grid_of_written_numbers_is_refused_at_once(tmp_path: Path) -> None:
    """GDAL would read the rows before a row again and again: the 30th takes minutes, the 200th for ever."""
    path = tmp_path / "height.asc"
    head = "ncols 300\nnrows 200\nxllcorner 0\nyllcorner 0\ncellsize 1\n"
    path.write_text(head + ("1 " * 300 + "\n") * 20)
    with pytest.raises(RasterUnreadable, match=r"height\.asc"):
        Source(str(path), None)
    path.write_text(head + ("1 " * 300 + "\n") * 200)
    assert Source(str(path), None).shape == (200, 300)


def test_bands_of_different_types_are_read_together(tif: Tif, rgb: np.ndarray, tmp_path: Path) -> None:
    files = {
        "Byte": tif(rgb[:1], "red.tif"),
        "UInt16": tif(rgb[1:2].astype(np.uint16) * 9, "green.tif"),
        "Float32": tif(rgb[2:].astype(np.float32) / 2, "blue.tif"),
    }
    alpha = np.full((1, 60, 80), 255, np.uint8)
    alpha[0, :5] = 0
    listed = [*zip(("Red", "Green", "Blue"), files.items()), ("Alpha", ("Byte", tif(alpha, "alpha.tif")))]
    bands = "".join(
        f'<VRTRasterBand dataType="{kind}" band="{number}"><ColorInterp>{colour}</ColorInterp><SimpleSource>'
        f"<SourceFilename>{file}</SourceFilename><SourceBand>1</SourceBand></SimpleSource></VRTRasterBand>"
        for number, (colour, (kind, file)) in enumerate(listed, 1)
    )
    path = tmp_path / "mixed.vrt"
    path.write_text(f'<VRTDataset rasterXSize="80" rasterYSize="60">{bands}</VRTDataset>')
    source = Source(str(path), None)
    values, known = all_of(source)
    assert source.choice.dtype == np.float32
    np.testing.assert_allclose(values, rgb * np.array([1, 9, 0.5])[:, None, None])
    np.testing.assert_array_equal(known, alpha[0] > 0)


def test_overviews_that_another_file_left_are_not_used(tif: Tif, rgb: np.ndarray) -> None:
    for shape, kept in (((3, 30, 40), True), ((3, 30, 90), False), ((3, 70, 90), False)):
        path = tif(np.zeros(shape, np.uint8), "old.tif")
        Path(path).rename(path.replace("old.tif", "new.tif.ovr"))
        assert len(Source(tif(rgb, "new.tif"), None).levels) == 1 + kept


def test_a_name_that_no_system_takes_and_the_workers_own_input_are_named() -> None:
    with pytest.raises(RasterUnreadable, match="There is no file"):
        Source("a" * 5000 + ".tif", None)
    with pytest.raises(RasterUnreadable, match="pipe"):
        Source("/vsistdin/", None)
