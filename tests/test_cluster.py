"""A cluster of real processes gives what one machine gives, also when a worker is killed in the middle."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import rasterio
from distributed import Client, LocalCluster

from rrsis_core.cluster import connect, predict_rows, row_spans, segment_on
from rrsis_core.errors import ModelUnknown, RequestInvalid, WorkerTimeout
from rrsis_core.request import SegmentRequest
from rrsis_core.run import open_run
from rrsis_core.segment import segment
from tests.toy import StopAfter, paint, write


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    with (
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        yield client


@pytest.fixture(scope="module")
def request_(tmp_path_factory: pytest.TempPathFactory) -> SegmentRequest:
    folder = tmp_path_factory.mktemp("cluster")
    raster = write(folder / "town.tif", paint(2700, 300), gsd_m=0.3)
    return SegmentRequest(
        str(raster),
        ("red roof", "blue roof"),
        str(folder / "out.gpkg"),
        probability=str(folder / "p.tif"),
        device="cpu",
    )


@pytest.fixture(scope="module")
def alone(request_: SegmentRequest) -> tuple:
    folder = Path(request_.output).parent
    one = replace(request_, output=str(folder / "one.gpkg"), probability=str(folder / "one.tif"), batch=1)
    return segment(one), probabilities(one)


def probabilities(request: SegmentRequest) -> np.ndarray:
    with rasterio.open(request.probability) as source:
        return source.read()


def agree(first: np.ndarray, second: np.ndarray) -> bool:
    """Whether the rasters agree up to the rounding of half precision in batches of another size."""
    assert ((first == 255) == (second == 255)).all()
    return np.abs(first.astype(int) - second).max() <= 3


def test_shards_give_what_one_machine_gives(client: Client, request_: SegmentRequest, alone: tuple) -> None:
    result = segment_on(client, replace(request_, batch=1), shard_rows=1)
    assert result.complete and result.tiles == alone[0].tiles
    assert agree(probabilities(request_), alone[1])
    for mine, other in zip(result.layers, alone[0].layers):
        assert mine.area_m2 == pytest.approx(other.area_m2, rel=0.02, abs=2.0)


def test_a_worker_that_is_killed_is_replaced(client: Client, request_: SegmentRequest, alone: tuple) -> None:
    pids = list(client.run(os.getpid).values())

    def kill() -> None:
        time.sleep(0.4)
        os.kill(pids[0], signal.SIGKILL)

    threading.Thread(target=kill).start()
    result = segment_on(client, replace(request_, batch=1), shard_rows=1)
    assert result.complete and agree(probabilities(request_), alone[1])
    assert list(client.run(os.getpid).values()) != pids


def test_cancelling_keeps_the_finished_shards(client: Client, request_: SegmentRequest, alone: tuple) -> None:
    result = segment_on(client, replace(request_, batch=1), StopAfter(1), shard_rows=1)
    with open_run(request_) as run:
        (_, end), *_ = row_spans(run, 1, 0)
    assert not result.complete
    assert Path(result.probability).name == "p_partial.tif" and Path(result.output).name == "out_partial.gpkg"
    kept = probabilities(result)
    assert 500 < end < 1500 and (kept[:, :end] != 255).all() and (kept[:, end:] == 255).all()


def test_a_run_that_was_cut_off_goes_on_here_and_on_one_machine(
    client: Client, request_: SegmentRequest, alone: tuple, tmp_path: Path
) -> None:
    asked = replace(request_, batch=1, output=str(tmp_path / "o.gpkg"), probability=str(tmp_path / "p.tif"))
    with pytest.raises(KeyError):
        segment_on(client, asked, StopAfter(1, KeyError()), shard_rows=1)
    with pytest.raises(KeyError):
        segment_on(client, asked, StopAfter(1, KeyError()), shard_rows=1)  # of what is left
    (journal,) = tmp_path.glob("*.unfinished")
    before = journal.read_bytes()
    result = segment_on(client, asked, shard_rows=1)
    assert result.complete and agree(probabilities(asked), alone[1]) and not journal.exists()
    assert "run-resumed" in {notice.code for notice in result.notices}
    journal.write_bytes(before)
    result = segment(asked)
    assert result.complete and agree(probabilities(asked), alone[1]) and not journal.exists()


def test_spans_cover_the_window(request_: SegmentRequest) -> None:
    with open_run(request_) as run:
        for rows in (1, 2, 3, 100):
            for first in (0, 100, 384, 1600):
                spans = row_spans(run, rows, first)
                assert spans[0][0] == first and spans[-1][1] == run.raster.window.row_end
                assert all(a[1] == b[0] for a, b in zip(spans, spans[1:]))
        assert row_spans(run, 1, run.raster.window.row_end) == []
        with pytest.raises(RequestInvalid):
            row_spans(run, 0, 0)


def test_a_shard_holds_the_rows_that_were_asked_for(request_: SegmentRequest, alone: tuple) -> None:
    shard = predict_rows(replace(request_, batch=1), (384, 768))
    assert agree(shard.probability(2), alone[1][:, 384:768])


def test_an_error_of_a_worker_is_ours(client: Client, request_: SegmentRequest) -> None:
    with pytest.raises(ModelUnknown):
        segment_on(client, replace(request_, model="nonsense"))


def test_a_scheduler_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rrsis_core.cluster.CONNECT_S", 1)
    with pytest.raises(WorkerTimeout, match=r"127\.0\.0\.1:9"), connect("tcp://127.0.0.1:9", None):
        pass
