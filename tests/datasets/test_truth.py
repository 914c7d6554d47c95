"""Truths as masks: files of every kind, run lengths, other sizes."""

import os
from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.transform import from_origin

from rrsis_core.datasets.truth import Frame, MaskFile, Nothing, RunLengths, decode_runs, read_frame, resize_nearest
from rrsis_core.errors import DatasetInvalid, MaskUnreadable, RasterUnreadable
from rrsis_core.grid import GeoRef


def write(path: Path, bands: np.ndarray, **options) -> Path:
    with rasterio.open(
        path, "w", width=bands.shape[2], height=bands.shape[1], count=bands.shape[0], dtype=bands.dtype, **options
    ) as file:
        file.write(bands)
    return path


def frame(height=4, width=6, transform=(1, 0, 0, 0, 1, 0), crs=None):
    return Frame(height, width, GeoRef(transform, crs))


def half(value, bands=1):
    mask = np.zeros((bands, 4, 6), dtype=np.uint8)
    mask[:, :, 3:] = value
    return mask


@pytest.mark.parametrize(("value", "bands"), [(1, 1), (255, 1), (7, 1), (255, 3)])
def test_any_value_but_zero_is_object(tmp_path, value, bands):
    mask = MaskFile(write(tmp_path / "m.png", half(value, bands), driver="PNG")).rasterise(frame())
    assert mask.sum() == 12 and mask[:, 3:].all()


def test_an_opaque_alpha_band_is_no_object(tmp_path):
    bands = np.concatenate([half(255), np.full((1, 4, 6), 255, dtype=np.uint8)])
    assert MaskFile(write(tmp_path / "m.png", bands, driver="PNG")).rasterise(frame()).sum() == 12


def test_faint_values_are_background_only_where_asked_and_only_beside_bright_ones(tmp_path):
    faint = half(200)
    faint[0, 0, 0] = 30
    path = write(tmp_path / "m.tif", faint, driver="GTiff")
    assert MaskFile(path).rasterise(frame()).sum() == 13
    assert MaskFile(path, above=50).rasterise(frame()).sum() == 12
    ones = write(tmp_path / "ones.tif", half(1), driver="GTiff")
    assert MaskFile(ones, above=50).rasterise(frame()).sum() == 12


def test_a_mask_of_another_size_in_a_place_without_a_way_to_the_images_is_named(tmp_path):
    path = write(tmp_path / "m.tif", half(255), driver="GTiff", crs="EPSG:32645", transform=from_origin(0, 0, 1, 1))
    with pytest.raises(DatasetInvalid, match=r"m\.tif cannot be brought"):
        MaskFile(path).rasterise(frame(8, 12, (1, 0, 0, 0, -1, 0), 'LOCAL_CS["here",UNIT["metre",1]]'))


def test_a_mask_of_another_size_is_an_error_unless_it_may_be_stretched(tmp_path):
    path = write(tmp_path / "m.png", half(255), driver="PNG")
    with pytest.raises(DatasetInvalid, match="4 × 6 pixels, its image 8 × 12"):
        MaskFile(path).rasterise(frame(8, 12))
    stretched = MaskFile(path, resize=True).rasterise(frame(8, 12))
    assert stretched[:, 6:].all() and not stretched[:, :6].any()


def test_a_mask_on_the_map_is_laid_over_its_image(tmp_path):
    path = write(
        tmp_path / "m.tif", half(255), driver="GTiff", crs="EPSG:32633", transform=from_origin(500000, 100, 2, 2)
    )
    fine = frame(4, 4, (1, 0, 500004, 0, -1, 98), "EPSG:32633")
    mask = MaskFile(path).rasterise(fine)
    assert mask[:, 2:].all() and not mask[:, :2].any()


def test_unreadable_files_are_named(tmp_path):
    (tmp_path / "broken.png").write_bytes(b"\x89PNG\r\n")
    with pytest.raises(MaskUnreadable, match=r"broken\.png"):
        MaskFile(tmp_path / "broken.png").rasterise(frame())
    with pytest.raises(RasterUnreadable, match=r"none\.tif"):
        read_frame(tmp_path / "none.tif")


def test_the_frame_of_an_image(tmp_path):
    path = write(
        tmp_path / "i.tif", half(9, 3), driver="GTiff", crs="EPSG:32633", transform=from_origin(500000, 100, 2, 2)
    )
    found = read_frame(path)
    assert found.shape == (4, 6)
    assert found.georef.transform == (2, 0, 500000, 0, -2, 100)
    assert "33N" in found.georef.crs_wkt


@pytest.mark.parametrize("name", ["pipe", "a\0b.tif", "x" * 5000])
def test_what_is_no_file_is_no_image(tmp_path, name):
    if name == "pipe":
        os.mkfifo(tmp_path / name)
    with pytest.raises(RasterUnreadable, match="cannot be read as an image"):
        read_frame(tmp_path / name)


def test_nothing_is_an_empty_mask():
    assert Nothing().rasterise(frame()).shape == (4, 6)
    assert not Nothing().rasterise(frame()).any()


def test_run_lengths_go_down_the_columns():
    mask = decode_runs([2, 3, 1], 2, 3)
    assert mask.tolist() == [[False, True, True], [False, True, False]]
    assert RunLengths(2, 3, (2, 3, 1)).rasterise(frame(2, 3)).sum() == 3
    assert RunLengths(2, 3, (2, 3, 1), resize=True).rasterise(frame(4, 6)).sum() == 12


def compress(runs):
    """Write COCO's compressed text, after its description."""
    text = ""
    for i, run in enumerate(runs):
        value, more = run - (runs[i - 2] if i > 2 else 0), True
        while more:
            bits, value = value & 0x1F, value >> 5
            more = value != (-1 if bits & 0x10 else 0)
            text += chr(bits + (0x20 if more else 0) + 48)
    return text


def test_compressed_run_lengths_round_trip():
    random = np.random.default_rng(1)
    runs = random.integers(1, 3000, 40).tolist()
    total = sum(runs)
    assert np.array_equal(decode_runs(compress(runs), total, 1), decode_runs(runs, total, 1))


@pytest.mark.parametrize("counts", [[1, 2], [-1, 7], "zzz", ""])
def test_broken_run_lengths(counts):
    with pytest.raises(DatasetInvalid, match="Run lengths add up"):
        decode_runs(counts, 2, 3)
    with pytest.raises(DatasetInvalid, match="its image 4 × 6"):
        RunLengths(2, 3, (2, 3, 1)).rasterise(frame())


def test_a_run_length_without_end_is_no_endless_work():
    with pytest.raises(DatasetInvalid, match="has no end"):
        decode_runs("o" * 3_000_000, 4, 4)


def test_nearest_resize_keeps_the_whole():
    mask = np.eye(3, dtype=bool)
    assert resize_nearest(mask, (3, 3)).tolist() == mask.tolist()
    assert resize_nearest(mask, (9, 9)).sum() == 27
