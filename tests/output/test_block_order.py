"""Blocks of overviews come before those of the raster, and nothing else changes."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.crs import CRS

from rrsis_core.grid import GeoRef, Window
from rrsis_core.output import ProbabilityWriter
from rrsis_core.output import probability as probability_module
from rrsis_core.output.block_order import put_overviews_first

UTM = GeoRef((0.5, 0.0, 400000.0, 0.0, -0.5, 3000000.0), CRS.from_epsg(32645).to_wkt())


def write(path: Path, plane: np.ndarray) -> Path:
    window = Window(0, 0, *plane.shape[1:])
    with ProbabilityWriter(str(path), UTM, window, [f"thing {n}" for n in range(len(plane))], {"a": 1}) as writer:
        writer.write(window, plane)
    return path


def first_blocks(path: Path) -> list[int]:
    """Return where the first block of the raster lies, and of each overview."""
    with rasterio.open(path) as file:
        count, found = len(file.overviews(1)), []
        for number in (None, *range(count)):
            with rasterio.open(path, **({} if number is None else {"overview_level": number})) as image:
                shape = image.shape
            places = [
                int(file.get_tag_item(f"BLOCK_OFFSET_{col}_{row}", "TIFF", bidx=band, ovr=number) or 0)
                for band in file.indexes
                for row in range(-(-shape[0] // 512))
                for col in range(-(-shape[1] // 512))
            ]
            found.append(min(place for place in places if place))
    return found


def pixels(path: Path) -> list[np.ndarray]:
    with rasterio.open(path) as file:
        found = [file.read()]
        for number in range(len(file.overviews(1))):
            with rasterio.open(path, overview_level=number) as image:
                found.append(image.read())
    return found


@pytest.fixture(params=["IF_SAFER", "YES"], ids=["classic", "big"])
def unordered(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file with two overviews of two bands, parts of it empty, as GDAL leaves it."""
    create = rasterio.open
    monkeypatch.setattr(
        probability_module.rasterio,
        "open",
        lambda *given, **how: create(*given, **({**how, "bigtiff": request.param} if "bigtiff" in how else how)),
    )
    monkeypatch.setattr(probability_module, "put_overviews_first", lambda path: None)
    plane = np.random.default_rng(0).integers(0, 255, (2, 4500, 1300), dtype=np.uint8)
    plane[0, :1100] = plane[1, 2000:] = 255
    path = write(tmp_path / "p.tif", plane)
    assert path.read_bytes()[2] == (43 if request.param == "YES" else 42)
    return path


def test_coarser_ones_come_first_and_the_pixels_stay(unordered):
    before, length = pixels(unordered), unordered.stat().st_size
    places = first_blocks(unordered)
    assert len(places) == 3 and places[0] == min(places)
    put_overviews_first(unordered)
    places = first_blocks(unordered)
    assert places == sorted(places, reverse=True) and unordered.stat().st_size == length
    for old, new in zip(before, pixels(unordered), strict=True):
        np.testing.assert_array_equal(old, new)
    with rasterio.open(unordered) as file:
        assert file.descriptions == ("thing 0", "thing 1") and file.crs.to_epsg() == 32645 and file.tags()["RRSIS"]
    assert [path.name for path in unordered.parent.iterdir()] == ["p.tif"]


def test_what_is_written_has_that_order(tmp_path):
    path = write(tmp_path / "p.tif", np.full((1, 2500, 600), 7, dtype=np.uint8))
    places = first_blocks(path)
    assert len(places) == 2 and places[0] > places[1]


def test_where_there_is_no_room_for_a_copy_the_file_stays_as_it_is(unordered):
    before = unordered.read_bytes()
    (unordered.parent / "p.tif.ordered").mkdir()
    put_overviews_first(unordered)
    assert unordered.read_bytes() == before


@pytest.mark.parametrize("shape", [(1, 300, 300), (3, 700, 20)])
def test_a_file_without_overviews_stays_as_it_is(tmp_path, shape):
    path = write(tmp_path / "p.tif", np.full(shape, 7, dtype=np.uint8))
    before = path.read_bytes()
    put_overviews_first(path)
    assert path.read_bytes() == before


def test_what_is_no_tiff_stays_as_it_is(tmp_path):
    path = tmp_path / "p.tif"
    path.write_bytes(b"no picture at all, but longer than a head")
    put_overviews_first(path)
    assert path.read_bytes().startswith(b"no picture")
