"""A run is ready or says why not; its key names all that the probabilities depend on, and nothing else."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pyogrio
import pytest
import shapely

from rrsis_core.errors import OutputNotWritable, RasterEmpty, SingleBand
from rrsis_core.request import SegmentRequest, VectorSettings
from rrsis_core.run import open_run
from tests.toy import ColourModel, paint, write


@pytest.fixture(scope="module")
def asked(tmp_path_factory: pytest.TempPathFactory) -> SegmentRequest:
    folder = tmp_path_factory.mktemp("run")
    return SegmentRequest(str(write(folder / "a.tif", paint(600, 600))), ("red",), str(folder / "o.gpkg"), "lgce")


def key(request: SegmentRequest) -> str:
    with open_run(request, ColourModel()) as run:
        return json.dumps(run.question())


def test_the_key_follows_what_probabilities_depend_on(asked: SegmentRequest) -> None:
    same = [asked, replace(asked, vector=VectorSettings(0.9)), replace(asked, device="cpu"), replace(asked, batch=1)]
    assert len({key(request) for request in same}) == 1
    west, south, east, north = 350_000, 3_057_000 - 150, 350_100, 3_057_000
    others = [
        replace(asked, phrases=("blue",)),
        replace(asked, bands=(3, 2, 1)),
        replace(asked, stretch=(5, 95)),
        replace(asked, stretch_values=(0, 200)),
        replace(asked, gsd_m=0.5),
        replace(asked, bounds=(west, south, east, north)),
    ]
    assert len({key(request) for request in [asked, *others]}) == 7


def test_another_content_is_another_run(asked: SegmentRequest) -> None:
    before = key(asked)
    write(Path(asked.raster), paint(600, 600, seed=5))
    assert key(asked) != before


def test_a_raster_of_nodata_is_refused(tmp_path: Path) -> None:
    raster = write(tmp_path / "empty.tif", np.zeros((3, 50, 50), np.uint8), nodata=0)
    with (
        pytest.raises(RasterEmpty),
        open_run(SegmentRequest(str(raster), ("x",), str(tmp_path / "o.gpkg")), ColourModel()),
    ):
        pass


def test_the_raster_s_warnings_are_passed_on(tmp_path: Path) -> None:
    raster = write(tmp_path / "grey.tif", paint(100, 100)[:1])
    with (
        pytest.warns(SingleBand),
        open_run(SegmentRequest(str(raster), ("x",), str(tmp_path / "o.gpkg"), "lgce"), ColourModel()),
    ):
        pass


def test_a_stretch_by_hand_stands_for_the_whole_raster(asked: SegmentRequest) -> None:
    for values, low, high in (
        ((10, 200), (10.0,) * 3, (200.0,) * 3),
        ((1, 2, 3, 4, 5, 6), (1.0, 3.0, 5.0), (2.0, 4.0, 6.0)),
    ):
        with open_run(replace(asked, stretch_values=values), ColourModel()) as run:
            assert (run.stretch.low, run.stretch.high) == (low, high)
            assert run.plan.provenance["stretch"] == {"low": low, "high": high}


def test_a_mask_that_was_edited_within_its_bounds_is_another_run(asked: SegmentRequest, tmp_path: Path) -> None:
    mask = tmp_path / "mask.gpkg"
    frame = shapely.box(350_000, 3_057_000 - 150, 350_100, 3_057_000)

    def masked(shape: shapely.Polygon) -> str:
        wkb = np.array([shape.wkb], dtype=object)
        pyogrio.raw.write(mask, wkb, [], [], geometry_type="Polygon", crs="EPSG:32645")
        return key(replace(asked, mask=str(mask)))

    assert masked(frame) == masked(frame) != masked(frame.difference(frame.buffer(-10)))


@pytest.mark.parametrize("linked", [False, True])
def test_what_is_read_is_never_replaced(tmp_path: Path, linked: bool) -> None:
    raster = write(tmp_path / "a.tif", paint(100, 100))
    mask = tmp_path / "mask.gpkg"
    wkb = np.array([shapely.box(350_000, 3_056_900, 350_100, 3_057_000).wkb], dtype=object)
    pyogrio.raw.write(mask, wkb, [], [], geometry_type="Polygon", crs="EPSG:32645")
    names = {"tif": raster, "gpkg": mask}
    for ending, file in names.items() if linked else ():
        names[ending] = tmp_path / f"link.{ending}"
        names[ending].symlink_to(file)
    fine = SegmentRequest(str(raster), ("x",), str(tmp_path / "o.gpkg"), mask=f"{mask}|layername=mask")
    for wrong in (replace(fine, probability=str(names["tif"])), replace(fine, output=str(names["gpkg"]))):
        with pytest.raises(OutputNotWritable, match="is read by this run"), open_run(wrong, ColourModel()):
            pass
