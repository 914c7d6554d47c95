"""Phrases that speak of the whole area are answered over any distance, and the same on one machine or many."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import rasterio

from rrsis_core import outlook as module
from rrsis_core.outlook import outlook
from rrsis_core.request import SegmentRequest
from rrsis_core.run import open_run
from rrsis_core.segment import segment
from tests.toy import GSD_M, ColourModel, StopAfter, write

SIDE = (700, 2600)
SQUARES = {"close": (300, 500), "across": (340, 1000), "far": (300, 2200), "north": (40, 150), "south": (620, 150)}
SIZE_PX = 40
CLOSE_M = (500 - 200) * GSD_M


@pytest.fixture(scope="module")
def raster(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a raster of red squares, and a blue lake at its left."""
    image = np.full((3, *SIDE), 90, np.uint8)
    for row, col in SQUARES.values():
        image[:, row : row + SIZE_PX, col : col + SIZE_PX] = np.array([230, 20, 20])[:, None, None]
    image[:, 200:450, 100:200] = np.array([20, 20, 230])[:, None, None]
    return write(tmp_path_factory.mktemp("outlook") / "lake.tif", image)


def request(raster: Path, folder: Path, phrase: str, **more) -> SegmentRequest:
    return SegmentRequest(
        str(raster),
        (phrase,),
        str(folder / "out.gpkg"),
        model="lgce",
        device="cpu",
        probability=str(folder / "p.tif"),
        **more,
    )


def found(asked: SegmentRequest) -> set[str]:
    """Return which squares were found; each must be whole, and there must be nothing else."""
    with rasterio.open(asked.probability) as file:
        mask = file.read(1) == 254
    names = set()
    for name, (row, col) in SQUARES.items():
        share = mask[row + 2 : row + SIZE_PX - 2, col + 2 : col + SIZE_PX - 2].mean()
        assert share in (0.0, 1.0), f"{name} was cut"
        mask[row - 2 : row + SIZE_PX + 2, col - 2 : col + SIZE_PX + 2] = False
        names |= {name} if share else set()
    assert not mask.any()
    return names


@pytest.mark.parametrize(
    ("phrase", "meant"),
    [
        (f"red within {CLOSE_M + 1:.0f} m of blue", {"close", "north", "south"}),
        (f"red within {CLOSE_M + 1 + SIZE_PX * GSD_M / 2:.0f} m of blue", {"close", "north", "south"}),
        (f"red more than {CLOSE_M + 1:.0f} m from blue", {"across", "far"}),
        ("red north of blue", {"north"}),
        ("red east of blue", {"close", "across", "far"}),
        ("the red nearest to blue", {"north"}),
        ("the red farthest from blue", {"far"}),
        ("red within 500 m of blue and east of blue", {"close", "across"}),
        ("red near the blue", {"north"}),
    ],
)
def test_things_are_found_by_their_distance_and_side(
    raster: Path, tmp_path: Path, phrase: str, meant: set[str]
) -> None:
    asked = request(raster, tmp_path, phrase)
    result = segment(asked, ColourModel())
    assert result.complete and not result.notices
    assert found(asked) == meant and result.layers[0].count == len(meant)


def test_landmarks_are_looked_for_around_the_area_too(raster: Path, tmp_path: Path) -> None:
    with rasterio.open(raster) as file:
        left, bottom, right, top = file.bounds
    bounds = (left + 400 * GSD_M, bottom, right, top)  # without the lake
    asked = request(raster, tmp_path, f"red within {CLOSE_M + 1:.0f} m of blue", bounds=bounds)
    assert segment(asked, ColourModel()).layers[0].count == 1


def test_a_missing_landmark_is_said(raster: Path, tmp_path: Path) -> None:
    result = segment(request(raster, tmp_path, "red within 50 m of green"), ColourModel())
    assert [notice.code for notice in result.notices] == ["landmark-missing", "nothing-found"]
    assert result.notices[0].details == {"phrase": "red within 50 m of green", "landmark": "green"}
    far = segment(request(raster, tmp_path, "red more than 50 m from green", overwrite=True), ColourModel())
    assert far.layers[0].count == len(SQUARES)


def test_a_run_may_be_cut_off_in_the_coarse_look(raster: Path, tmp_path: Path) -> None:
    asked = request(raster, tmp_path, "red north of blue")
    result = segment(asked, ColourModel(), StopAfter(1))
    assert not result.complete and result.layers[0].count == 0
    again = segment(replace(asked, resume=True, overwrite=True), ColourModel())
    assert again.complete and found(asked) == {"north"}


def test_other_phrases_of_the_run_are_not_touched(raster: Path, tmp_path: Path) -> None:
    asked = replace(request(raster, tmp_path, "x"), phrases=("blue", "red north of blue", "red"))
    assert [layer.count for layer in segment(asked, ColourModel()).layers] == [1, 1, len(SQUARES)]


def test_large_areas_are_looked_at_coarsely(raster: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_FINE_PX", 650)
    monkeypatch.setattr(module, "_CELLS", 300)
    asked = request(raster, tmp_path, f"red within {CLOSE_M + 8:.0f} m of blue")
    model = ColourModel()
    assert segment(asked, model).layers[0].count == 3
    assert found(asked) == {"close", "north", "south"}
    with open_run(asked, model, writes=False) as run, outlook(run) as view:
        assert view is not None and len(view) < len(run.tiles) / 3
    with open_run(replace(asked, phrases=("red",)), model, writes=False) as run, outlook(run) as view:
        assert view is None
