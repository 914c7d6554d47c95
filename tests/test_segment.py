"""The corridor on real files with a model whose answers are known: right places, right areas, nothing lost."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import replace
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rasterio.features import geometry_mask
from torch import Tensor
from torch.nn.functional import avg_pool2d

from rrsis_core.errors import (
    ExtentOutside,
    ModelUnknown,
    OutputNotWritable,
    RasterEmpty,
    RasterUnreadable,
    RrsisError,
)
from rrsis_core.grid import Window
from rrsis_core.models.base import Features, Words
from rrsis_core.raster import Raster
from rrsis_core.request import SegmentRequest, ThresholdRequest, VectorSettings
from rrsis_core.segment import segment
from rrsis_core.threshold import threshold
from tests.toy import GSD_M, ColourModel, StopAfter, paint, write

SHAPE = (900, 1300)


@pytest.fixture(scope="module")
def raster(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("raster") / "town.tif", paint(*SHAPE))


def request(raster: Path, folder: Path, **more) -> SegmentRequest:
    return SegmentRequest(str(raster), ("red", "blue"), str(folder / "out.gpkg"), model="lgce", device="cpu", **more)


def features(path: str, layer: str) -> set[tuple]:
    """Return the layer's features as values that do not depend on their order or on the run."""
    _, _, geometry, values = pyogrio.raw.read(path, layer=layer, columns=["phrase", "prob_mean", "prob_max", "area_m2"])
    shapes = shapely.normalize(shapely.from_wkb(geometry))
    return {
        (shapely.to_wkt(s, 3), *(round(v, 5) if isinstance(v, float) else v for v in row))
        for s, *row in zip(shapes, *values)
    }


def journals(folder: Path) -> list[Path]:
    return list(folder.glob("*.unfinished"))


def mask_of(path: str, layer: str, raster: Path) -> np.ndarray:
    _, _, geometry, _ = pyogrio.raw.read(path, layer=layer)
    with rasterio.open(raster) as source:
        return geometry_mask(shapely.from_wkb(geometry), source.shape, source.transform, invert=True)


def test_every_object_is_found_where_it_is(raster: Path, tmp_path: Path) -> None:
    asked = request(raster, tmp_path, probability=str(tmp_path / "p.tif"), vector=VectorSettings(simplify_m=0.0))
    result = segment(asked, ColourModel())
    image = paint(*SHAPE)
    truth = {"red": image[0] > 200, "blue": image[2] > 200}
    assert result.complete and result.tiles == 12 and result.failed_tiles == 0
    for layer in result.layers:
        np.testing.assert_array_equal(mask_of(asked.output, layer.layer, raster), truth[layer.phrase])
        assert layer.area_m2 == pytest.approx(truth[layer.phrase].sum() * GSD_M**2, rel=2e-3)
        assert layer.prob_max > 0.99
    with rasterio.open(asked.probability) as kept:
        assert kept.dtypes == ("uint8", "uint8") and kept.descriptions == ("red", "blue") and kept.nodata == 255
        np.testing.assert_array_equal(kept.read(1) >= 127, truth["red"])
    assert not journals(tmp_path)


def test_features_and_file_say_where_they_come_from(raster: Path, tmp_path: Path) -> None:
    asked = request(raster, tmp_path)
    result = segment(asked, ColourModel())
    frame = pyogrio.raw.read(asked.output, layer=result.layers[0].layer)
    assert list(frame[0]["fields"]) == ["phrase", "prob_mean", "prob_max", "area_m2", "perimeter_m", "model", "run_id"]
    assert set(frame[3][-1]) == {result.run_id} and set(frame[3][-2]) == {"lgce"}
    assert pyogrio.read_info(asked.output, layer=result.layers[0].layer)["crs"] == "EPSG:32645"
    with sqlite3.connect(asked.output) as database:
        texts = [row[0] for row in database.execute("select metadata from gpkg_metadata")]
    provenance = next(json.loads(text) for text in texts if "raster_fingerprint" in text)
    assert provenance["run_id"] == result.run_id and provenance["software"]["torch"]


def test_bounds_limit_the_search(raster: Path, tmp_path: Path) -> None:
    with rasterio.open(raster) as source:
        left, _, _, top = source.bounds
    bounds = (left + 100 * GSD_M, top - 500 * GSD_M, left + 700 * GSD_M, top - 100 * GSD_M)
    asked = request(raster, tmp_path, bounds=bounds, vector=VectorSettings(simplify_m=0.0))
    segment(asked, ColourModel())
    truth = np.zeros(SHAPE, bool)
    truth[100:500, 100:700] = (paint(*SHAPE)[0] > 200)[100:500, 100:700]
    np.testing.assert_array_equal(mask_of(asked.output, "red", raster), truth)


class NeighbourModel(ColourModel):
    """A pixel is as red as its neighbourhood of 31 pixels."""

    def encode_image(self, image: Tensor) -> Features:
        across = avg_pool2d(super().encode_image(image)[0], (1, 31), 1, (0, 15))
        return (avg_pool2d(across, (31, 1), 1, (15, 0)),)

    def decode(self, features: Features, words: Words, place: Tensor | None = None) -> Tensor:
        return super().decode(features, words, place) + 4


def answers(asked: SegmentRequest) -> np.ndarray:
    kept = asked.output.replace(".gpkg", ".tif")
    segment(replace(asked, probability=kept), NeighbourModel())
    with rasterio.open(kept) as found:
        return found.read()


@pytest.fixture(scope="module")
def whole(raster: Path, tmp_path_factory: pytest.TempPathFactory) -> np.ndarray:
    return answers(request(raster, tmp_path_factory.mktemp("whole")))


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, 190), st.integers(0, 590), st.integers(60, 290), st.integers(500, 700))
def test_an_area_is_answered_as_a_part_of_the_whole_raster(
    raster: Path, whole: np.ndarray, tmp_path: Path, row: int, col: int, height: int, width: int
) -> None:
    with rasterio.open(raster) as source:
        left, top = source.bounds.left, source.bounds.top
    east, south = left + (col + width) * GSD_M, top - (row + height) * GSD_M
    found = answers(request(raster, tmp_path, bounds=(left + col * GSD_M, south, east, top - row * GSD_M)))
    expected = whole[:, row : row + height, col : col + width].astype(int)
    assert found.shape == expected.shape
    # A pixel's neighbourhood is cut by edges of tiles, but there another tile has more weight.
    assert np.abs(found - expected).max() <= 12 and np.abs(found - expected).mean() < 0.1


def test_a_run_inside_a_raster_that_broke_ends_the_same(raster: Path, tmp_path: Path) -> None:
    with rasterio.open(raster) as source:
        left, top = source.bounds.left, source.bounds.top
    bounds = (left + 150 * GSD_M, top - 770 * GSD_M, left + 950 * GSD_M, top - 110 * GSD_M)
    asked = request(raster, tmp_path, bounds=bounds)
    expected = answers(replace(asked, output=str(tmp_path / "whole.gpkg")))
    kept = replace(asked, probability=str(tmp_path / "out.tif"))
    with pytest.raises(KeyboardInterrupt):
        segment(kept, NeighbourModel(), watch=StopAfter(3, KeyboardInterrupt()))
    assert journals(tmp_path)
    np.testing.assert_array_equal(answers(asked), expected)
    assert not journals(tmp_path)


def test_a_mask_in_another_crs_limits_the_search(raster: Path, tmp_path: Path) -> None:
    with rasterio.open(raster) as source:
        left, _, _, top = source.bounds
    triangle = shapely.Polygon([(left, top), (left + 300, top), (left, top - 250)])
    mask = str(tmp_path / "mask.gpkg")
    pyogrio.raw.write(mask, np.array([shapely.to_wkb(triangle)]), [], [], geometry_type="Polygon", crs="EPSG:32645")
    asked = request(raster, tmp_path, mask=mask)
    segment(asked, ColourModel())
    _, _, geometry, _ = pyogrio.raw.read(asked.output, layer="red")
    found = shapely.union_all(shapely.from_wkb(geometry))
    assert found.area > 0 and found.difference(triangle.buffer(GSD_M)).area < 1e-6


def test_nodata_costs_nothing_and_gives_nothing(tmp_path: Path) -> None:
    image = paint(900, 2000)
    image[:, :, 480:] = 0
    raster = write(tmp_path / "half.tif", image, nodata=0)
    model = ColourModel()
    result = segment(request(raster, tmp_path, probability=str(tmp_path / "p.tif")), model)
    assert model.images == 6 and result.layers[0].count > 0
    with rasterio.open(tmp_path / "p.tif") as kept:
        assert (kept.read(1)[:, 480:] == 255).all()


def test_what_is_not_there_gives_an_empty_layer_and_says_so(raster: Path, tmp_path: Path) -> None:
    result = segment(replace(request(raster, tmp_path), phrases=("green",)), ColourModel())
    assert result.count == 0 and [notice.code for notice in result.notices] == ["nothing-found"]
    assert pyogrio.read_info(result.output, layer="green")["features"] == 0


def test_cancelling_keeps_what_is_finished(raster: Path, tmp_path: Path) -> None:
    whole = segment(replace(request(raster, tmp_path), output=str(tmp_path / "whole.gpkg")), ColourModel())
    result = segment(request(raster, tmp_path), ColourModel(), watch=StopAfter(5))
    assert not result.complete and 0 < result.count < whole.count
    assert "stopped-early" in [notice.code for notice in result.notices]
    for layer in result.layers:
        extra = mask_of(result.output, layer.layer, raster) & ~mask_of(whole.output, layer.layer, raster)
        assert extra.mean() < 1e-3


@pytest.mark.parametrize("tiles", [0, 5, 11])
def test_a_run_that_broke_is_taken_up_and_ends_the_same(raster: Path, tmp_path: Path, tiles: int) -> None:
    expected = segment(replace(request(raster, tmp_path), output=str(tmp_path / "whole.gpkg")), ColourModel())
    asked = request(raster, tmp_path)
    with pytest.raises(KeyboardInterrupt):
        segment(asked, ColourModel(), watch=StopAfter(tiles, KeyboardInterrupt()))
    assert not Path(asked.output).exists() and bool(journals(tmp_path)) == (tiles > 0)
    model = ColourModel()
    resumed = segment(asked, model)
    assert resumed.complete and model.images <= 12
    for layer, other in zip(resumed.layers, expected.layers):
        assert layer == other
        assert features(resumed.output, layer.layer) == features(expected.output, other.layer)
    assert not journals(tmp_path)


def test_a_late_resume_does_less(raster: Path, tmp_path: Path) -> None:
    tall = write(tmp_path / "tall.tif", paint(2600, 400))
    asked = request(tall, tmp_path)
    with pytest.raises(KeyboardInterrupt):
        segment(replace(asked, batch=1), ColourModel(), watch=StopAfter(6, KeyboardInterrupt()))
    model = ColourModel()
    result = segment(replace(asked, batch=1), model)
    assert result.complete and model.images < result.tiles


@pytest.mark.parametrize("remote", [False, True])
def test_a_run_that_is_taken_up_knows_what_could_not_be_read_and_tries_networks_again(
    remote: bool, raster: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = replace(request(write(tmp_path / "tall.tif", paint(2600, 400)), tmp_path), batch=1)
    read, looked = Raster.read, []

    def broken(self: Raster, window: Window) -> tuple[np.ndarray, np.ndarray]:
        looked.append(window.row)
        if window.row == min(looked):
            raise RasterUnreadable("block is corrupt")
        return read(self, window)

    monkeypatch.setattr(Raster, "read", broken)
    monkeypatch.setattr(Raster, "is_remote", property(lambda self: remote, lambda self, value: None), raising=False)
    whole = segment(replace(asked, output=str(tmp_path / "whole.gpkg")), ColourModel())
    with pytest.raises(KeyboardInterrupt):
        segment(asked, ColourModel(), watch=StopAfter(4, KeyboardInterrupt()))
    assert bool(journals(tmp_path)) is not remote
    first, before = min(looked), len(looked)
    resumed = segment(asked, ColourModel())
    assert resumed.complete and resumed.failed_tiles == whole.failed_tiles == 1
    assert (first in looked[before:]) is remote
    for result in (whole, resumed):
        (said,) = [notice for notice in result.notices if notice.code == "tile-failed"]
        assert said.details == {"row": first, "col": 0, "reason": "block is corrupt"}
    for layer, other in zip(resumed.layers, whole.layers):
        assert features(resumed.output, layer.layer) == features(whole.output, other.layer)


def test_thresholding_anew_gives_what_a_run_gives(raster: Path, tmp_path: Path) -> None:
    strict = VectorSettings(threshold=0.9, min_area_m2=20.0)
    kept = str(tmp_path / "p.tif")
    segment(request(raster, tmp_path, probability=kept), ColourModel())
    run = segment(replace(request(raster, tmp_path, vector=strict), output=str(tmp_path / "run.gpkg")), ColourModel())
    again = threshold(ThresholdRequest(kept, str(tmp_path / "again.gpkg"), strict))
    assert [layer.count for layer in again.layers] == [layer.count for layer in run.layers]
    for layer in run.layers:
        assert features(again.output, layer.layer) == features(run.output, layer.layer)
    one = threshold(ThresholdRequest(kept, str(tmp_path / "one.gpkg"), strict, ("blue",)))
    assert [layer.phrase for layer in one.layers] == ["blue"]


def test_polygons_are_told_of_as_they_are_finished(raster: Path, tmp_path: Path) -> None:
    told: dict[str, int] = {}
    result = segment(
        request(raster, tmp_path), ColourModel(), found=lambda p, f: told.update({p: told.get(p, 0) + len(f)})
    )
    assert told == {layer.phrase: layer.count for layer in result.layers}


def bad_requests(raster: Path, folder: Path) -> list[tuple[type[RrsisError], SegmentRequest]]:
    good = request(raster, folder)
    corrupt = folder / "corrupt.tif"
    corrupt.write_bytes(b"II*\0" + bytes(100))
    empty = write(folder / "empty.tif", np.zeros((3, 600, 600), np.uint8), nodata=0)
    return [
        (RasterUnreadable, replace(good, raster=str(folder / "missing.tif"))),
        (RasterUnreadable, replace(good, raster=str(corrupt))),
        (RasterEmpty, replace(good, raster=str(empty))),
        (ModelUnknown, replace(good, model="lgcee")),
        (ExtentOutside, replace(good, bounds=(0.0, 0.0, 1.0, 1.0))),
        (OutputNotWritable, replace(good, output=str(folder / "no" / "such" / "folder.gpkg"))),
        (OutputNotWritable, replace(good, output=str(folder / "out.nonsense"))),
        (RrsisError, replace(good, probability=good.output)),
    ]


@pytest.mark.parametrize("index", range(8))
def test_bad_requests_leave_nothing_behind(raster: Path, tmp_path: Path, index: int) -> None:
    kind, asked = bad_requests(raster, tmp_path)[index]
    before = set(tmp_path.iterdir())
    with pytest.raises(kind) as caught:
        segment(asked, ColourModel())
    assert len(caught.value.message) > 20
    assert set(tmp_path.iterdir()) == before


def test_a_further_phrase_does_not_look_at_the_image_again(
    raster: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RRSIS_CACHE", str(tmp_path / "cache"))
    model = ColourModel()
    model.words_enter_late, model.digest = True, "known"
    first = segment(replace(request(raster, tmp_path), phrases=("red",)), model)
    looked = model.images
    again = segment(replace(request(raster, tmp_path), phrases=("blue", "red")), model)
    assert looked == first.tiles and model.images == looked
    assert again.layers[1].count == first.layers[0].count > 0 and again.layers[0].count > 0
