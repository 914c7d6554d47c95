"""The commands that run the corridor."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from rrsis_core.cli import main, runs
from rrsis_core.request import SegmentRequest, SegmentResult, ThresholdRequest, VectorSettings

ROOT = Path(__file__).resolve().parents[2]
# A corridor of its own in a process of its own, which counts tiles until it is stopped.
STOPPABLE = """
import sys, time
from rrsis_core.cli import main, runs
from rrsis_core.request import SegmentResult
def corridor(request, watch):
    done = 0
    for _ in watch(range(400)):
        print("tile", file=sys.stderr, flush=True)
        time.sleep(0.05)
        done += 1
        while STUBBORN and done > 2:
            time.sleep(0.05)
    return SegmentResult("o.gpkg", (), complete=done == 400, tiles=done)
runs.segment = corridor
sys.exit(main(["segment", "a.tif", "--phrase", "cars", "--output", "o.gpkg", "--json"]))
"""


def test_everything_typed_reaches_the_request(monkeypatch):
    seen = []
    monkeypatch.setattr(runs, "segment", lambda request, watch: seen.append(request) or SegmentResult("o", ()))
    words = "segment a.tif --phrase x --phrase y --output o.gpkg --model lgce --extent -5,1,2,3 --mask m.gpkg"
    words += " --bands 4,3,2 --stretch 1,99 --gsd 0.2 --threshold 0.6 --min-area 2 --simplify 1 --fill-holes 3"
    words += " --right-angles --split-touching --probability p.tif --device cpu --batch 3 --resume --overwrite"
    assert main(words.split()) == 0
    vector = VectorSettings(0.6, 2.0, 1.0, 3.0, True, True)
    assert seen == [
        SegmentRequest(
            raster="a.tif",
            phrases=("x", "y"),
            output="o.gpkg",
            model="lgce",
            bounds=(-5.0, 1.0, 2.0, 3.0),
            mask="m.gpkg",
            bands=(4, 3, 2),
            stretch=(1.0, 99.0),
            gsd_m=0.2,
            vector=vector,
            probability="p.tif",
            device="cpu",
            batch=3,
            resume=True,
            overwrite=True,
        )
    ]


def test_threshold_reaches_its_request(monkeypatch):
    seen = []
    monkeypatch.setattr(runs, "threshold", lambda request, watch: seen.append(request) or SegmentResult("o", ()))
    assert main(["threshold", "p.tif", "--threshold", "0.7", "--output", "o.gpkg", "--phrase", "cars"]) == 0
    assert seen == [ThresholdRequest("p.tif", "o.gpkg", VectorSettings(0.7), ("cars",))]


@pytest.mark.parametrize(("number", "stubborn"), [(signal.SIGTERM, False), (signal.SIGINT, True)])
def test_ctrl_c_or_a_polite_kill_keeps_what_is_done_and_a_second_one_ends_at_once(number, stubborn):
    code = STOPPABLE.replace("STUBBORN", str(stubborn))
    env = {**os.environ, "OMP_NUM_THREADS": "1"}
    child = subprocess.Popen(
        [sys.executable, "-c", code], cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    for _ in range(3):
        child.stderr.readline()
    child.send_signal(number)
    if stubborn:
        while "Stopping" not in child.stderr.readline():
            pass
        time.sleep(0.7)
        child.send_signal(number)
    out, _ = child.communicate(timeout=60)
    assert child.returncode == 130
    said = json.loads(out)
    assert said["error"]["code"] == "cancelled" if stubborn else 3 <= said["tiles"] < 400


def test_one_wish_that_comes_as_two_signals_keeps_what_is_done():
    """As of `timeout`, which ends its child and then its group."""
    with runs.Watcher("x", quiet=True) as watcher:
        os.kill(os.getpid(), signal.SIGTERM)
        os.kill(os.getpid(), signal.SIGTERM)
        assert watcher.stopped
        time.sleep(0.6)
        with pytest.raises(KeyboardInterrupt):
            os.kill(os.getpid(), signal.SIGTERM)
            time.sleep(1)


def test_files_that_were_written_are_named_and_those_that_were_read_are_not():
    made = SegmentResult("o.gpkg", (), probability="p.tif", tiles=3)
    assert runs.what_was_found(made).text == "Written to o.gpkg and p.tif"
    assert runs.what_was_found(SegmentResult("o.gpkg", (), probability="p.tif")).text == "Written to o.gpkg"
    part = runs.what_was_found(replace(made, complete=False))
    assert part.code == 130 and part.text.endswith("the finished part. The same command goes on from there.")
