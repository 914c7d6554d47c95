"""The client against a real process that misbehaves on purpose."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import threading
import time
from pathlib import Path

import pytest

from rrsis_core.errors import (
    BandMissing,
    Cancelled,
    EnvironmentBroken,
    OutOfMemory,
    ProtocolMismatch,
    RequestInvalid,
    WorkerDied,
    WorkerFailed,
    WorkerTimeout,
)
from rrsis_core.request import SegmentRequest
from rrsis_core.worker import client as client_module
from rrsis_core.worker.client import WorkerClient
from rrsis_core.worker.protocol import Asked, encode

HERE = Path(__file__).resolve().parent


@pytest.fixture
def client():
    made = WorkerClient(Path(sys.executable), root=HERE, module="toy_worker", start_s=120, grace_s=0.7)
    yield made
    made.close()


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{pid}/stat")
    return not stat.exists() or stat.read_text().rsplit(")", 1)[1].split()[0] != "Z"


def wait_until(condition, seconds: float = 30.0) -> bool:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if condition():
            return True
        time.sleep(0.05)
    return False


def test_progress_counts_up_to_the_total(client):
    seen = []
    assert client.ask("count", {"n": 5, "seconds": 0.1}, seen.append)["done"] == 5
    assert [p.done for p in seen] == sorted(p.done for p in seen)
    assert (seen[-1].done, seen[-1].total, seen[-1].fraction) == (5, 5, 1.0)
    assert any(p.rate > 0 and p.eta_s is not None for p in seen)


def test_the_worker_stays_warm_between_requests(client):
    assert client.pid is None
    first = client.ask("count", {"n": 1})["pid"]
    assert client.ask("count", {"n": 1})["pid"] == first == client.pid


@pytest.mark.skipif(not Path("/proc/self/autogroup").exists(), reason="the kernel shares nothing out by sessions")
def test_the_worker_gives_way_also_as_a_session_of_its_own(client):
    pid = client.ask("count", {"n": 1})["pid"]
    assert os.getpriority(os.PRIO_PROCESS, pid) >= 5
    assert int(Path(f"/proc/{pid}/autogroup").read_text().rsplit(" ", 1)[1]) == 5


@pytest.mark.parametrize("heaps", ["3", "4"])
def test_the_worker_keeps_three_heaps_and_lets_threads_sleep_unless_told_otherwise(monkeypatch, heaps):
    seen = []

    def refuse(args, *, env):
        seen.append(env)
        raise OSError("no")

    monkeypatch.setattr(client_module, "Child", refuse)
    if heaps != "3":
        monkeypatch.setenv("MALLOC_ARENA_MAX", heaps)
    with pytest.raises(EnvironmentBroken):
        WorkerClient(Path(sys.executable)).run(SegmentRequest("a.tif", ("cars",), "b.gpkg"))
    assert seen[0]["MALLOC_ARENA_MAX"] == heaps and seen[0]["OMP_WAIT_POLICY"] == "PASSIVE"


def test_another_interpreter_is_used_from_the_next_request_on(tmp_path):
    other = tmp_path / "python"
    other.symlink_to(sys.executable)
    chosen = [Path(sys.executable)]
    client = WorkerClient(find=lambda: chosen[0], root=HERE, module="toy_worker", start_s=120)
    first = client.ask("count", {"n": 1})["pid"]
    assert client.ask("count", {"n": 1})["pid"] == first
    chosen[0] = other
    assert client.ask("count", {"n": 1})["pid"] not in (first, None)
    assert wait_until(lambda: not is_running(first))
    client.close()


def test_a_twin_has_a_process_of_its_own(client):
    first = client.ask("count", {"n": 1})["pid"]
    twin = client.twin()
    assert twin.ask("count", {"n": 1})["pid"] not in (first, None)
    twin.close()
    assert twin.pid is None and client.pid == first


def test_a_twin_asks_for_its_python_as_its_model_does():
    """Also where that one was never started, as when a model is fetched first of all."""
    wanted = [Path(sys.executable)]
    model = WorkerClient(find=lambda: wanted[0], root=HERE, module="toy_worker", start_s=120)
    twin = model.twin()
    assert twin.ask("count", {"n": 1})["pid"] == twin.pid
    twin.close()
    wanted[0] = Path("/nowhere/python")
    with pytest.raises(EnvironmentBroken, match="nowhere"):
        model.twin().ask("count", {"n": 1})


def test_a_cancel_keeps_what_is_finished_and_the_worker(client):
    seen = []
    answer = client.ask("count", {"n": 1000, "seconds": 0.02}, seen.append, lambda: any(p.done > 3 for p in seen))
    assert 0 < answer["done"] < 1000
    assert client.ask("count", {"n": 1})["pid"] == answer["pid"]


def test_a_cancel_that_is_not_heard_is_enforced(client):
    stages = []
    with pytest.raises(Cancelled):
        client.ask("stuck", {}, stages.append, cancelled=lambda: len(stages) > 2)
    assert [p.stage for p in stages] == ["launch", "start", "stuck"]
    assert client.pid is None
    assert client.ask("count", {"n": 1})["done"] == 1


@pytest.mark.parametrize("payload", [{"tile_s": 1.5}, {"tile_s": 0.01, "write_s": 2.0}])
def test_what_is_finished_is_waited_for_however_slow_tiles_and_writing_are(client, payload):
    seen = []
    answer = client.ask("keep", payload, seen.append, cancelled=lambda: any(p.done for p in seen))
    assert answer["done"] > 0 and seen[-1].stage == "write"
    assert client.pid is not None


def test_a_run_that_hears_nothing_is_ended_and_says_how_far_it_was():
    client = WorkerClient(Path(sys.executable), root=HERE, module="toy_worker", start_s=120, finish_s=0.7)
    seen = []
    with pytest.raises(Cancelled, match="did not stop by itself after it was cancelled at 1 of 9") as raised:
        client.ask("stuck", {"done": 1}, seen.append, cancelled=lambda: any(p.done for p in seen))
    assert raised.value.details == {"done": 1, "total": 9} and client.pid is None


def test_a_worker_whose_lines_nobody_reads_ends_with_its_input():
    args = [sys.executable, "-I", "-u", "-c", client_module.BOOTSTRAP, str(HERE), "toy_worker"]
    with subprocess.Popen(args, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.readline()
        process.stdin.write(encode(Asked(id=1, verb="noise", payload={})).encode() + b"\n")
        process.stdin.flush()
        with pytest.raises(subprocess.TimeoutExpired):
            process.wait(1)  # both pipes are full
        process.stdin.close()
        assert process.wait(20) == 0


def test_a_cancel_while_a_model_is_loaded_does_not_wait_for_it(client):
    client._grace_s = 60.0
    stages, pressed = [], []

    def cancelled():
        if not pressed and any(each.stage == "load" for each in stages):
            pressed.append(time.monotonic())
        return bool(pressed)

    with pytest.raises(Cancelled, match="before anything was finished"):
        client.ask("stuck", {"stage": "load"}, stages.append, cancelled=cancelled)
    assert time.monotonic() - pressed[0] < 30  # the sixty seconds of other requests were not waited for
    assert client.ask("count", {"n": 2})["done"] == 2


def test_a_cancel_during_the_start_is_heard(client, monkeypatch):
    monkeypatch.setenv("TOY_MODE", "slow")
    started = time.monotonic()
    with pytest.raises(Cancelled):
        client.ask("count", {"n": 1}, cancelled=lambda: time.monotonic() - started > 0.3)
    assert time.monotonic() - started < 20
    assert client.pid is None


def test_run_returns_the_result_and_its_notices(client):
    seen = []
    result = client.run(SegmentRequest("a.tif", ("cars",), "out.gpkg"), seen.append)
    assert result.complete
    assert (result.output, result.tiles) == ("out.gpkg", 20)


def test_run_cancelled_returns_the_part(client):
    seen = []
    request = SegmentRequest("a.tif", ("cars", "roofs", "trees"), "out.gpkg")
    result = client.run(request, seen.append, lambda: any(p.done > 3 for p in seen))
    assert not result.complete
    assert 0 < result.tiles < 60


def test_noise_on_every_descriptor_disturbs_nothing(client):
    assert client.ask("noise", {}) == {"ok": True}
    assert client.ask("count", {"n": 1})["done"] == 1


@pytest.mark.parametrize(
    ("what", "kind"),
    [
        ("own", BandMissing),
        ("memory", OutOfMemory),
        ("gpu", OutOfMemory),
        ("defect", WorkerFailed),
        ("cancelled", Cancelled),
    ],
)
def test_errors_keep_their_kind_and_the_worker_lives(client, what, kind):
    with pytest.raises(kind) as raised:
        client.ask("fail", {"what": what})
    if what == "own":
        assert raised.value.details == {"band": 7, "bands": 3}
        assert str(raised.value) == "Band 7 is missing."
    assert client.pid is not None


def test_an_unknown_verb_is_named(client):
    with pytest.raises(WorkerFailed, match='cannot "fly"'):
        client.ask("fly", {})


def test_warnings_come_with_the_progress(client):
    seen = []
    client.ask("warn", {}, seen.append)
    warned = [w for p in seen for w in p.warnings]
    assert warned == [{"code": "no-crs", "message": "The raster has no CRS.", "details": {"raster": "a.tif"}}]


def test_a_death_tells_the_last_words_and_the_next_request_starts_anew(client):
    with pytest.raises(WorkerDied, match=r"exit code 7[\s\S]*last words"):
        client.ask("die", {})
    assert client.ask("count", {"n": 1})["done"] == 1


def test_a_crash_in_c_tells_the_signal(client):
    with pytest.raises(WorkerDied) as raised:
        client.ask("die", {"how": "segv"})
    assert "SIGSEGV" in raised.value.details["ending"]
    assert "Segmentation fault" in raised.value.details["tail"]


def test_a_kill_in_the_middle_is_a_death(client):
    seen = []

    def report(progress):
        seen.append(progress)
        if len(seen) == 2:
            os.kill(client.pid, signal.SIGKILL)

    with pytest.raises(WorkerDied, match="SIGKILL"):
        client.ask("count", {"n": 1000, "seconds": 0.05}, report)


def test_a_death_between_requests_is_not_noticed(client):
    first = client.ask("count", {"n": 1})["pid"]
    os.kill(first, signal.SIGKILL)
    assert client.ask("count", {"n": 1})["pid"] != first


@pytest.mark.parametrize("line", ["hello", "[1]", '{"type": "done", "id": 1}', '{"type": "dance"}', ""])
def test_garbage_on_the_wire_is_refused(client, line):
    with pytest.raises(ProtocolMismatch):
        client.ask("garbage", {"line": line})
    assert client.pid is None


@pytest.mark.parametrize(
    ("mode", "kind"),
    [("broken", EnvironmentBroken), ("dies", WorkerDied), ("old", ProtocolMismatch), ("protocol", ProtocolMismatch)],
)
def test_a_start_that_fails_says_why(client, monkeypatch, mode, kind):
    monkeypatch.setenv("TOY_MODE", mode)
    with pytest.raises(kind) as raised:
        client.ask("count", {"n": 1})
    assert client.pid is None
    assert mode != "broken" or "torch" in str(raised.value)


def test_a_slow_start_has_a_limit(monkeypatch):
    monkeypatch.setenv("TOY_MODE", "slow")
    client = WorkerClient(Path(sys.executable), root=HERE, module="toy_worker", start_s=0.5)
    with pytest.raises(WorkerTimeout):
        client.ask("count", {"n": 1})
    assert client.pid is None


def test_a_python_that_is_not_there_is_named(tmp_path):
    with pytest.raises(EnvironmentBroken, match="nowhere"):
        WorkerClient(tmp_path / "nowhere").ask("count", {"n": 1})


def test_an_idle_worker_ends_and_comes_back(client, monkeypatch):
    monkeypatch.setenv("TOY_IDLE_S", "2")
    first = client.ask("count", {"n": 1})["pid"]
    assert wait_until(lambda: client.pid is None)
    assert client.ask("count", {"n": 1})["pid"] != first


def test_close_ends_the_process_also_in_the_middle(client):
    raised = []

    def work():
        try:
            client.ask("count", {"n": 1000, "seconds": 0.05})
        except WorkerDied as error:
            raised.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    assert wait_until(lambda: client.pid is not None)
    pid = client.pid
    client.close()
    thread.join(10)
    assert not thread.is_alive()
    assert not is_running(pid)
    assert raised


def test_a_quit_is_answered_before_the_end(client):
    assert client.ask("quit", {}) == {}
    assert wait_until(lambda: client.pid is None)


def test_requests_from_two_threads_wait_for_each_other(client):
    answers = []
    threads = [
        threading.Thread(target=lambda: answers.append(client.ask("count", {"n": 5, "seconds": 0.02})))
        for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert [a["done"] for a in answers] == [5, 5, 5]
    assert len({a["pid"] for a in answers}) == 1


def test_a_waiting_request_can_be_cancelled(client):
    thread = threading.Thread(target=lambda: client.ask("count", {"n": 30, "seconds": 0.05}))
    thread.start()
    assert wait_until(lambda: client._turn.locked())
    with pytest.raises(Cancelled):
        client.ask("count", {"n": 1}, cancelled=lambda: True)
    thread.join(30)


def test_an_error_of_the_listener_ends_the_conversation(client):
    def report(_):
        raise RequestInvalid("no")

    with pytest.raises(RequestInvalid):
        client.ask("count", {"n": 100, "seconds": 0.1}, report)
    assert client.ask("count", {"n": 1})["done"] == 1


@pytest.mark.parametrize("way", ["kill", "exit"])
def test_the_worker_dies_with_its_parent_in_the_middle_of_a_run(tmp_path, way):
    script = tmp_path / "parent.py"
    script.write_text(
        textwrap.dedent(
            f"""
            import os, sys, threading, time
            from pathlib import Path
            sys.path.insert(0, {str(HERE.parents[1])!r})
            from rrsis_core.worker.client import WorkerClient
            client = WorkerClient(Path(sys.executable), root=Path({str(HERE)!r}), module="toy_worker")
            def report(progress):
                if progress.stage != "launch":
                    print(client.pid, flush=True)
                if {way!r} == "exit" and progress.done > 2:
                    os._exit(0)
            client.ask("count", {{"n": 10000, "seconds": 0.05}}, report)
            """
        )
    )
    parent = subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True)
    pid = int(parent.stdout.readline())
    if way == "kill":
        parent.kill()
    parent.wait(30)
    parent.stdout.close()
    assert wait_until(lambda: not is_running(pid), 20)


def test_variables_that_mislead_a_python_do_not_reach_the_worker(client, monkeypatch):
    monkeypatch.setenv("PYTHONHOME", "/nowhere")
    monkeypatch.setenv("LD_PRELOAD", "")
    assert client.ask("count", {"n": 1})["done"] == 1
