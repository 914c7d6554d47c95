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
import pyogrio
import pytest
import rasterio
from distributed import Client, LocalCluster

from rrsis_core import cluster as cluster_module
from rrsis_core.cluster import connect, segment_each_on, segment_on
from rrsis_core.errors import (
    DeviceUnavailable,
    EnvironmentBroken,
    ModelUnknown,
    OutOfMemory,
    RequestInvalid,
    RrsisError,
    WorkerDied,
    WorkerFailed,
    WorkerTimeout,
)
from rrsis_core.request import SegmentRequest
from rrsis_core.run import open_run
from rrsis_core.segment import segment
from rrsis_core.shards import row_spans
from rrsis_core.watching import Watched
from tests.toy import StopAfter, town


@pytest.fixture(scope="module")
def client() -> Iterator[Client]:
    with (
        LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        yield client


@pytest.fixture(scope="module")
def request_(tmp_path_factory: pytest.TempPathFactory) -> SegmentRequest:
    return town(tmp_path_factory.mktemp("cluster"), width=300)


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
    if np.array_equal(probabilities(request_), alone[1]):  # then polygons are too, in their order
        for layer in alone[0].layers:
            mine, others = (pyogrio.raw.read(one.output, layer=layer.layer) for one in (result, alone[0]))
            assert mine[2].tolist() == others[2].tolist()
            for name, values, expected in zip(mine[0]["fields"], mine[3], others[3]):
                assert name == "run_id" or values.tolist() == expected.tolist()
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
    found = client.run(os.getpid, on_error="return").values()  # an error, where the killed one is not yet forgotten
    alive = {pid for pid in found if isinstance(pid, int)}
    assert alive and pids[0] not in alive


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


def test_an_error_of_a_worker_is_ours(client: Client, request_: SegmentRequest) -> None:
    with pytest.raises(ModelUnknown):
        segment_on(client, replace(request_, model="nonsense"))


def test_a_scheduler_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rrsis_core.cluster.CONNECT_S", 1)
    with pytest.raises(WorkerTimeout, match=r"127\.0\.0\.1:9"), connect("tcp://127.0.0.1:9", None):
        pass


def test_workers_below_one_are_none() -> None:
    with pytest.raises(RequestInvalid, match="-2 workers"), connect(None, -2):
        pass


def test_a_cluster_without_workers_or_without_cards_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rrsis_core.cluster.CONNECT_S", 1)
    with LocalCluster(n_workers=0, processes=False, dashboard_address=None) as bare:
        with pytest.raises(WorkerTimeout, match="has no worker"), connect(bare.scheduler_address, None):
            pass
        bare.scale(1)
        bare.wait_for_workers(1)
        with pytest.raises(DeviceUnavailable, match="offers GPU"), connect(bare.scheduler_address, None, {"GPU": 1.0}):
            pass


def test_processes_that_do_not_end_in_time_cost_no_result(monkeypatch: pytest.MonkeyPatch) -> None:
    def late(cluster: LocalCluster) -> None:
        LocalCluster.close(cluster)
        raise TimeoutError

    kind = type("Late", (LocalCluster,), {"close": late})
    monkeypatch.setattr(cluster_module, "LocalCluster", lambda **options: kind(**options, processes=False))
    with connect(None, 1) as client:
        assert client.submit(int, "3").result(timeout=20) == 3


def test_processes_of_this_machine_have_the_resources_that_are_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster_module, "LocalCluster", lambda **options: LocalCluster(**options, processes=False))
    with connect(None, 1, {"GPU": 1.0}) as client:
        assert client.submit(int, "3", resources={"GPU": 1}).result(timeout=20) == 3


@pytest.fixture
def deserted() -> Iterator[LocalCluster]:
    """A scheduler whose workers are gone."""
    with LocalCluster(n_workers=0, processes=False, dashboard_address=None) as cluster:
        yield cluster


def test_workers_that_are_all_gone_end_the_run_and_keep_what_is_finished(
    client: Client, deserted: LocalCluster, request_: SegmentRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("rrsis_core.cluster.GONE_S", 0.5)
    monkeypatch.setattr("rrsis_core.cluster._LOOK_S", 0.2)
    asked = replace(request_, batch=1, output=str(tmp_path / "o.gpkg"), probability=None)
    with pytest.raises(KeyError):
        segment_on(client, asked, StopAfter(1, KeyError()), shard_rows=1)
    with Client(deserted) as lonely, pytest.raises(WorkerDied, match="All workers of the cluster are gone") as died:
        segment_on(lonely, asked, shard_rows=1)
    assert died.value.details["lost"] == "workers" and "goes on from there" in died.value.__notes__[0]
    assert len(list(tmp_path.glob("o.gpkg.*.unfinished"))) == 1 and not (tmp_path / "o.gpkg").exists()


def test_a_scheduler_that_goes_ends_the_run(deserted: LocalCluster, request_: SegmentRequest, tmp_path: Path) -> None:
    asked = replace(request_, output=str(tmp_path / "o.gpkg"), probability=None)
    with Client(deserted.scheduler_address, timeout=1) as client:
        threading.Timer(1.0, deserted.close).start()
        with pytest.raises(WorkerDied, match="scheduler was lost"):
            segment_on(client, asked, shard_rows=1)


def test_a_wish_to_end_is_heard_while_a_shard_is_waited_for(
    deserted: LocalCluster, request_: SegmentRequest, tmp_path: Path
) -> None:
    def watch(items: Watched) -> Watched:
        items.stop_when(lambda: True)
        return items

    asked = replace(request_, output=str(tmp_path / "o.gpkg"), probability=None)
    with Client(deserted) as client:
        assert not segment_on(client, asked, watch).complete


def test_a_worker_of_another_version_is_named(
    client: Client, request_: SegmentRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = replace(request_, output=str(tmp_path / "o.gpkg"), probability=None)
    monkeypatch.setattr(cluster_module, "RETRIES", 0)
    monkeypatch.setattr(cluster_module, "what_must_agree", lambda run: {"rrsis": "9.9 (00000000)"})
    with pytest.raises(EnvironmentBroken, match=r"rrsis is 0\..* instead of 9\.9 \(00000000\)"):
        segment_on(client, asked)


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (ModuleNotFoundError("No module named 'rrsis_core'"), EnvironmentBroken),
        (AttributeError("module has no attribute"), EnvironmentBroken),
        (MemoryError(), OutOfMemory),
        (ValueError("odd"), WorkerFailed),
        (ModelUnknown("no"), ModelUnknown),
    ],
)
def test_whatever_a_worker_ends_with_is_a_sentence(error: Exception, kind: type[RrsisError]) -> None:
    assert type(cluster_module._said(error, "Shard 3 of 9", 3)) is kind


def test_several_rasters_go_on_where_one_cannot_be_read(
    client: Client, request_: SegmentRequest, alone: tuple, tmp_path: Path
) -> None:
    (tmp_path / "bad.tif").write_bytes(b"nothing")
    first, bad, last = (
        replace(request_, batch=1, output=str(tmp_path / f"{name}.gpkg"), probability=str(tmp_path / f"{name}.tif"))
        for name in "abc"
    )
    requests = [first, replace(bad, raster=str(tmp_path / "bad.tif"), probability=None), last]
    outcomes = list(segment_each_on(client, requests))
    assert [request for request, _ in outcomes] == requests
    assert isinstance(outcomes[1][1], RrsisError) and "bad.tif" in outcomes[1][1].message
    for request in (first, last):
        assert agree(probabilities(request), alone[1])
