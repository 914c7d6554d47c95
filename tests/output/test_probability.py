"""The probability raster: what is written is what is read, tiled and described, whole or absent."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import rasterio
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import CRS

from rrsis_core.errors import OutputNotWritable, RasterUnreadable, RasterUnsupported, RequestInvalid
from rrsis_core.grid import GeoRef, Window
from rrsis_core.output import ProbabilityWriter, read_probability
from rrsis_core.output import probability as module

UTM = CRS.from_epsg(32645).to_wkt()
ROTATED = GeoRef((0.3, 0.05, 333000.0, 0.05, -0.3, 3060000.0), UTM)
ROOT = Path(__file__).resolve().parents[2]


def _written(path, plane, window, cuts, phrases=("a", "b"), georef=ROTATED):
    edges = [0, *sorted({cut for cut in cuts if cut < window.height}), window.height]
    with ProbabilityWriter(str(path), georef, window, phrases, {"gsd_m": 0.3, "ü": [1]}) as writer:
        for top, end in zip(edges[:-1], edges[1:], strict=True):
            strip = Window(window.row + top, window.col, end - top, window.width)
            writer.write(strip, plane[:, top:end])


@given(st.integers(1, 90), st.integers(1, 40), st.lists(st.integers(1, 89)), st.integers(0, 2**32 - 1))
@settings(deadline=None, max_examples=25)
def test_strips_of_any_height_are_read_back(tmp_path_factory, height, width, cuts, seed):
    path = tmp_path_factory.mktemp("p") / "p.tif"
    plane = np.random.default_rng(seed).integers(0, 256, (2, height, width)).astype(np.uint8)
    window = Window(3, 5, height, width)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "BLOCK_PX", 32)
        _written(path, plane, window, cuts)
        with read_probability(str(path)) as kept:
            strips = list(kept.strips())
            assert len(strips) == len(kept)
            assert (kept.phrases, kept.window) == (("a", "b"), Window(0, 0, height, width))
            assert kept.tags == {"gsd_m": 0.3, "ü": [1]}
            assert kept.georef.transform == pytest.approx(ROTATED.at(window).transform)
            assert CRS(kept.georef.crs_wkt).to_epsg() == 32645
    np.testing.assert_array_equal(np.concatenate([values for _, values in strips], axis=1), plane)


def test_the_file_explains_itself(tmp_path):
    path = tmp_path / "p.tif"
    _written(path, np.full((2, 2100, 600), 127, np.uint8), Window(0, 0, 2100, 600), [400])
    with rasterio.open(path) as file:
        assert file.profile["tiled"] and file.block_shapes == [(512, 512)] * 2
        assert file.compression.value == "DEFLATE" and file.nodata == 255 and file.dtypes == ("uint8",) * 2
        assert file.descriptions == ("a", "b") and file.scales == pytest.approx((1 / 254,) * 2)
        assert file.overviews(1) == [4] and json.loads(file.tags()["RRSIS"])["gsd_m"] == 0.3
    assert os.listdir(tmp_path) == ["p.tif"]


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5])
def test_no_number_of_phrases_makes_a_colour_picture(tmp_path, count):
    """Three bands would be red, green and blue, and a fourth how transparent they are."""
    path, phrases = tmp_path / "p.tif", tuple("abcde"[:count])
    _written(path, np.full((count, 40, 30), 127, np.uint8), Window(0, 0, 40, 30), [], phrases)
    with rasterio.open(path) as file:
        assert {colour.name for colour in file.colorinterp} <= {"gray", "undefined"}


def test_rows_that_never_came_are_nodata_and_no_crs_is_none(tmp_path):
    path = tmp_path / "p.tif"
    with ProbabilityWriter(str(path), GeoRef((2.0, 0, 0, 0, 2.0, 0)), Window(0, 0, 30, 4), ["a"], {}) as writer:
        writer.write(Window(10, 0, 5, 4), np.full((1, 5, 4), 7, np.uint8))
    with read_probability(str(path)) as kept:
        ((_, plane),) = kept.strips()
        assert kept.georef.crs_wkt is None
    assert (plane[0, 10:15] == 7).all() and (np.delete(plane[0], range(10, 15), axis=0) == 255).all()


def test_blocks_that_hold_nothing_take_no_room(tmp_path):
    path, window = tmp_path / "p.tif", Window(0, 0, 5000, 1100)
    plane = np.full((2, 600, 1100), 255, np.uint8)
    plane[0, 590:, 700:800] = np.random.default_rng(0).integers(0, 255, (10, 100))
    with ProbabilityWriter(str(path), ROTATED, window, ["a", "b"], {}) as writer:
        writer.write(Window(1000, 0, 600, 1100), plane)
        writer.aside.partial = True
    path = tmp_path / "p_partial.tif"
    with rasterio.open(path) as file:
        sizes = {
            (row, col, band): int(file.get_tag_item(f"BLOCK_SIZE_{col}_{row}", "TIFF", bidx=band) or 0)
            for band in (1, 2)
            for (row, col), _ in file.block_windows(band)
        }
        assert {block for block, size in sizes.items() if size} == {(3, 1, 1)}
        assert path.stat().st_size < 10_000
        read = file.read()
    np.testing.assert_array_equal(read[:, 1000:1600], plane)
    assert (read[:, :1000] == 255).all() and (read[:, 1600:] == 255).all()


def test_one_phrase_or_another_order(tmp_path):
    path = tmp_path / "p.tif"
    plane = np.stack([np.full((5, 4), 1, np.uint8), np.full((5, 4), 2, np.uint8)])
    _written(path, plane, Window(0, 0, 5, 4), [])
    with read_probability(str(path), ["b", "a"]) as kept:
        assert next(kept.strips())[1][:, 0, 0].tolist() == [2, 1] and kept.phrases == ("b", "a")
    with pytest.raises(RequestInvalid, match='no probabilities for "c"; it has a, b'):
        read_probability(str(path), ["c"])


def test_other_files_are_refused(tmp_path):
    with pytest.raises(RasterUnreadable, match="cannot be opened"):
        read_probability(str(tmp_path / "none.tif"))
    path = tmp_path / "other.tif"
    with rasterio.open(path, "w", driver="GTiff", dtype="uint8", count=1, height=4, width=4) as file:
        file.write(np.zeros((1, 4, 4), np.uint8))
    with pytest.raises(RasterUnsupported, match="no probability raster"):
        read_probability(str(path))


def test_a_broken_file_is_named(tmp_path):
    path = tmp_path / "p.tif"
    plane = np.random.default_rng(0).integers(0, 255, (2, 900, 600)).astype(np.uint8)
    _written(path, plane, Window(0, 0, 900, 600), [])
    os.truncate(path, path.stat().st_size // 2)
    with pytest.raises(RasterUnreadable, match="is broken at row"), read_probability(str(path)) as kept:
        list(kept.strips())
    with pytest.raises(OSError, match="write error"):
        module._check_blocks(path, np.ones((2, 2, 2), dtype=bool), ())


def test_after_an_error_nothing_is_left(tmp_path):
    window = Window(0, 0, 8, 8)
    with pytest.raises(KeyError), ProbabilityWriter(str(tmp_path / "p.tif"), ROTATED, window, ["a"], {}):
        raise KeyError
    for name in ("p.gpkg", "missing/p.tif"):
        with pytest.raises(OutputNotWritable), ProbabilityWriter(str(tmp_path / name), ROTATED, window, ["a"], {}):
            pass
    assert os.listdir(tmp_path) == []


def test_strips_out_of_place_are_refused(tmp_path):
    with ProbabilityWriter(str(tmp_path / "p.tif"), ROTATED, Window(0, 0, 8, 8), ["a"], {}) as writer:
        writer.write(Window(0, 0, 4, 8), np.zeros((1, 4, 8), np.uint8))
        for strip in (Window(2, 0, 4, 8), Window(6, 0, 4, 8), Window(4, 1, 4, 8)):
            with pytest.raises(ValueError, match="below row"):
                writer.write(strip, np.zeros((1, 4, 8), np.uint8))


def test_no_room_is_said_in_a_sentence_and_leaves_nothing(tmp_path):
    script = (
        "import resource, signal\n"
        "import numpy as np\n"
        "from rrsis_core.grid import GeoRef, Window\n"
        "from rrsis_core.output import ProbabilityWriter\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))\n"
        "noise = np.random.default_rng(0).integers(0, 255, (1, 1500, 900)).astype(np.uint8)\n"
        "window = Window(0, 0, 1500, 900)\n"
        f"path = {str(tmp_path / 'p.tif')!r}\n"
        "with ProbabilityWriter(path, GeoRef((2.0, 0, 0, 0, -2.0, 0)), window, ['a'], {}) as writer:\n"
        "    writer.write(window, noise)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert "DiskFull: The disk that holds" in done.stderr
    assert os.listdir(tmp_path) == []
