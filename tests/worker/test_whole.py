"""The whole way through a real worker on a real raster: it gives what the command line gives."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import sys
from pathlib import Path

import numpy as np
import pytest
import rasterio
import shapely
from rasterio.transform import Affine

from rrsis_core.cli import main, runs
from rrsis_core.errors import BandMissing, Cancelled, ModelUnknown, OutputNotWritable, RasterUnreadable, WorkerDied
from rrsis_core.request import SegmentRequest, ThresholdRequest, VectorSettings
from rrsis_core.segment import segment
from rrsis_core.worker.client import WorkerClient
from tests.toy import ColourModel

HERE = Path(__file__).resolve().parent


@pytest.fixture(scope="module")
def raster(tmp_path_factory):
    """A grey raster of 1000 × 900 px with three red squares and a green one."""
    path = tmp_path_factory.mktemp("whole") / "a.tif"
    pixels = np.full((3, 900, 1000), 90, np.uint8)
    for row, col in ((50, 60), (450, 440), (800, 900)):
        pixels[:, row : row + 60, col : col + 60] = np.array([250, 5, 5])[:, None, None]
    pixels[:, 300:350, 100:180] = np.array([5, 250, 5])[:, None, None]
    transform = Affine(0.325, 0, 500000, 0, -0.325, 3050000)
    with rasterio.open(
        path, "w", driver="GTiff", width=1000, height=900, count=3, dtype="uint8", crs="EPSG:32645", transform=transform
    ) as opened:
        opened.write(pixels)
    return path


@pytest.fixture(scope="module")
def client():
    made = WorkerClient(Path(sys.executable), root=HERE, module="colour_worker")
    yield made
    made.close()


def asked(raster: Path, output: Path, **more) -> SegmentRequest:
    values = {"phrases": ("red things", "the green one"), "model": "lgce", "device": "cpu", "batch": 1, **more}
    return SegmentRequest(str(raster), output=str(output), **values)


def polygons(path: Path) -> list[tuple[bytes, float]]:
    with sqlite3.connect(path) as database:
        names = [row[0] for row in database.execute("select table_name from gpkg_contents where data_type='features'")]
        return [row for name in names for row in database.execute(f'select geom, prob_mean from "{name}" order by fid')]


def test_worker_and_command_line_give_the_same(raster, client, tmp_path, monkeypatch, capsys):
    seen = []
    result = client.run(asked(raster, tmp_path / "w.gpkg", probability=str(tmp_path / "p.tif")), seen.append)
    assert result.complete
    assert [(layer.phrase, layer.count) for layer in result.layers] == [("red things", 3), ("the green one", 1)]
    assert [p.stage for p in seen][:4] == ["launch", "start", "load", "open"]
    assert seen[-1].done == seen[-1].total == result.tiles > 4
    monkeypatch.setattr(runs, "segment", lambda request, watch: segment(request, ColourModel(), watch))
    words = ["--phrase", "red things", "--phrase", "the green one", "--model", "lgce", "--device", "cpu", "--json"]
    assert main(["segment", str(raster), "--output", str(tmp_path / "c.gpkg"), *words]) == 0
    assert json.loads(capsys.readouterr().out)["complete"]
    assert len(polygons(tmp_path / "w.gpkg")) == 4
    assert polygons(tmp_path / "c.gpkg") == polygons(tmp_path / "w.gpkg")
    anew = client.threshold(ThresholdRequest(str(tmp_path / "p.tif"), str(tmp_path / "t.gpkg"), VectorSettings(0.5)))
    assert [(layer.phrase, layer.count) for layer in anew.layers] == [("red things", 3), ("the green one", 1)]


def test_a_cancel_leaves_a_file_of_the_finished_part(raster, client, tmp_path):
    seen = []
    result = client.run(asked(raster, tmp_path / "part.gpkg"), seen.append, lambda: any(p.done for p in seen))
    assert not result.complete
    assert Path(result.output) == tmp_path / "part_partial.gpkg" and Path(result.output).exists()
    assert "stopped-early" in {notice.code for notice in result.notices}


def test_polygons_arrive_before_the_end(raster, client, tmp_path):
    order, shown = [], []

    def found(message):
        order.append("found")
        shown.extend(bytes.fromhex(polygon["wkb"]) for polygon in message.polygons)

    client.run(asked(raster, tmp_path / "l.gpkg"), lambda p: order.append(p.done), found=found)
    assert len(shown) == 4
    assert all(shapely.from_wkb(wkb).area > 100 for wkb in shown)
    assert order.index("found") < len(order) - 1


def hidden(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir() if path.name.startswith(".rrsis-")]


def broken_off(raster: Path, client: WorkerClient, output: Path, number: int) -> None:
    """Run until a row of tiles is done, and send the worker a signal then; 0 hangs up instead."""

    def report(progress):
        if progress.done > 4 and number:
            os.kill(client.pid, number)
        elif progress.done > 4:
            raise Cancelled("QGIS is closed")

    with pytest.raises((WorkerDied, Cancelled)):
        client.run(asked(raster, output), report)


@pytest.mark.parametrize("number", [0, signal.SIGTERM, signal.SIGKILL])
def test_a_worker_that_is_ended_leaves_what_the_next_run_goes_on_from(raster, client, tmp_path, number):
    broken_off(raster, client, tmp_path / "o.gpkg", number)
    assert not (tmp_path / "o.gpkg").exists() and len(list(tmp_path.glob("*.unfinished"))) == 1
    assert hidden(tmp_path) == ([".rrsis-o.gpkg"] if number == signal.SIGKILL else [])
    if number == signal.SIGKILL:  # the next run anywhere in that folder clears up at once
        result = client.run(asked(raster, tmp_path / "o.gpkg"))
        assert result.complete and result.count == 4 and "run-resumed" in {one.code for one in result.notices}
        assert [path.name for path in tmp_path.iterdir()] == ["o.gpkg"]


def test_nothing_found_is_a_notice_of_the_result(raster, client, tmp_path):
    result = client.run(asked(raster, tmp_path / "n.gpkg", phrases=("blue boats",)))
    assert result.count == 0
    assert [notice.code for notice in result.notices] == ["nothing-found"]


@pytest.mark.parametrize(
    ("change", "kind"),
    [
        ({"raster": "/nowhere/a.tif"}, RasterUnreadable),
        ({"bands": (1, 2, 9)}, BandMissing),
        ({"model": "lgze"}, ModelUnknown),
        ({"output": "/nowhere/o.gpkg"}, OutputNotWritable),
    ],
)
def test_errors_cross_the_wall_with_their_kind_and_leave_no_file(raster, client, tmp_path, change, kind):
    values = asked(raster, tmp_path / "none.gpkg").to_json()
    with pytest.raises(kind):
        client.run(SegmentRequest.from_json({**values, **change}))
    assert not list(tmp_path.iterdir())
    assert client.pid is not None
