"""The far side alone, without a process."""

from __future__ import annotations

import io
import math
import warnings

import pytest

from rrsis_core.errors import BandMissing, Cancelled, NoCrs
from rrsis_core.footprint import Footprint
from rrsis_core.watching import Watched
from rrsis_core.worker import protocol, server
from rrsis_core.worker.protocol import Asked, Done, Failed, decode
from rrsis_core.worker.server import Job, Wire, answer, failed


@pytest.fixture
def stream():
    return io.StringIO()


def job(stream, cancelled=()):
    return Job(Asked(3, "work", {}), Wire(stream), set(cancelled))


def sent(stream):
    return [decode(line) for line in stream.getvalue().splitlines()]


def test_watch_hands_on_and_counts(stream):
    assert list(job(stream).watch([1, 2, 3])) == [1, 2, 3]
    assert [(p.id, p.total) for p in sent(stream)] == [(3, 3)] * len(sent(stream))
    assert sent(stream)[-1].done == 3


def test_watch_reports_a_few_times_a_second_at_most(stream):
    list(job(stream).watch(range(100_000)))
    assert len(sent(stream)) < 20


def test_watch_of_what_has_no_length_gives_no_eta(stream):
    assert list(job(stream).watch(iter_of(3))) == [0, 1, 2]
    assert all(p.total == 0 and p.eta_s is None for p in sent(stream))


def iter_of(n):
    yield from range(n)


def test_watch_ends_early_when_cancelled(stream):
    cancelled = job(stream, {3})
    assert list(cancelled.watch([1, 2])) == []
    assert cancelled.stopped
    other = job(stream, {4})
    assert list(other.watch([1, 2])) == [1, 2]


def test_watch_tells_of_a_cancel_while_an_item_is_waited_for(stream):
    cancelled = set()
    watcher = Job(Asked(3, "work", {}), Wire(stream), cancelled)

    def items():
        yield 1
        cancelled.add(3)
        assert watched.stopped()  # and so it ends

    watched = Watched(items(), 5)
    assert list(watcher.watch(watched)) == [1]
    assert watcher.stopped and sent(stream)[-1].stage == "write"


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (BandMissing("no", band=7), "band-missing"),
        (MemoryError(), "out-of-memory"),
        (RuntimeError("MPS backend out of memory"), "out-of-memory"),
        (RuntimeError("[enforce fail] DefaultCPUAllocator: can't allocate memory"), "out-of-memory"),
        (ValueError("other"), "worker-failed"),
    ],
)
def test_every_exception_has_a_code(error, code):
    assert failed(1, error).code == code


def test_the_endings(stream):
    def verb_of(effect):
        def verb(payload, work):
            return effect(work)

        return verb

    def stop(work):
        work.stopped = True
        return {"part": 1}

    def cancel(work):
        raise Cancelled("x")

    def defect(work):
        return {}["a"]

    verbs = {"work": verb_of(lambda work: {"all": 1})}
    asked = Asked(3, "work", {})
    assert answer(asked, verbs, job(stream)) == Done(3, {"all": 1})
    assert answer(asked, {"work": verb_of(stop)}, job(stream)) == protocol.Cancelled(3, {"part": 1})
    assert answer(asked, {"work": verb_of(cancel)}, job(stream)) == protocol.Cancelled(3, None)
    ended = answer(asked, {"work": verb_of(defect)}, job(stream))
    assert isinstance(ended, Failed)
    assert ended.code == "worker-failed"
    assert "test_server.py" in ended.details["where"]


def test_polygons_are_shown_where_wanted_in_parts_and_within_limits(stream, monkeypatch):
    assert job(stream).found is None
    monkeypatch.setattr(server, "LIVE_POLYGONS", 5)
    monkeypatch.setattr(server, "LIVE_AT_ONCE", 2)
    monkeypatch.setattr(server, "LIVE_BYTES", 3)
    live = Job(Asked(3, "work", {}, live=True), Wire(stream), set())
    small, large = Footprint(b"abc", 0.5, 0.9, math.nan, 1.0), Footprint(b"abcd", 0.5, 0.9, 1.0, 1.0)
    live.found("cars", [small, large, small, small])
    live.found("cars", [small] * 4)
    live.found("cars", [small])
    assert [len(found.polygons) for found in sent(stream)] == [2, 1, 2]
    assert sent(stream)[0].phrase == "cars"
    assert sent(stream)[0].polygons[0] == {"wkb": "616263", "prob_mean": 0.5}


def test_no_polygons_are_shown_once_the_client_wants_an_end(stream):
    cancelled = set()
    live = Job(Asked(3, "work", {}, live=True), Wire(stream), cancelled)
    small = Footprint(b"abc", 0.5, 0.9, math.nan, 1.0)
    live.found("cars", [small])
    cancelled.add(3)
    live.found("cars", [small])
    assert len(sent(stream)) == 1


def test_our_warnings_travel_and_others_do_not(stream, capsys):
    def verb(payload, work):
        warnings.warn(NoCrs("none", raster="a"), stacklevel=1)
        warnings.warn("other", stacklevel=1)
        list(work.watch([1]))
        return {}

    answer(Asked(3, "work", {}), {"work": verb}, job(stream))
    travelled = [w["code"] for p in sent(stream) if hasattr(p, "warnings") for w in p.warnings]
    assert travelled == ["no-crs"]
