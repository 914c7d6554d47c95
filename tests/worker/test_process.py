"""Child processes: heard, told and ended."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from rrsis_core.worker.process import TAIL_LINES, Child, ending, scrubbed

ENV = scrubbed(os.environ)


def lines(child):
    return list(iter(lambda: child.next_line(20), None))


def test_scrubbed_keeps_what_is_harmless():
    dirty = {
        "PATH": "/bin",
        "HOME": "/home/me",
        "PYTHONHOME": "/qgis",
        "PYTHONPATH": "/qgis",
        "VIRTUAL_ENV": "/v",
        "PIP_TARGET": "/t",
        "PIP_INDEX_URL": "mirror",
        "QGIS_PREFIX_PATH": "/q",
        "PROJ_LIB": "/p",
        "GDAL_DATA": "/g",
        "QT_PLUGIN_PATH": "/q",
        "LD_LIBRARY_PATH": "/l",
        "LD_PRELOAD": "/l",
        "DYLD_LIBRARY_PATH": "/d",
        "CUDA_VISIBLE_DEVICES": "0",
        "OMP_NUM_THREADS": "2",
    }
    assert set(scrubbed(dirty)) == {
        "PATH", "HOME", "CUDA_VISIBLE_DEVICES", "OMP_NUM_THREADS", "PYTHONIOENCODING", "PYTHONUTF8",
    }  # fmt: skip
    assert scrubbed(dirty, keep=("PIP_INDEX_URL",))["PIP_INDEX_URL"] == "mirror"


def test_lines_arrive_and_end_with_none():
    child = Child([sys.executable, "-c", "print('a'); print('ä')"], env=ENV)
    assert lines(child) == ["a", "ä"]
    assert child.exit_code(10) == 0


def test_the_tail_is_bounded_and_bars_keep_their_last_state():
    code = (
        "import sys\nfor i in range(500): sys.stderr.write(f'line {i}\\n')\n"
        "sys.stderr.write('1%\\r50%\\r99%\\n' + 'x' * 100000)"
    )
    child = Child([sys.executable, "-c", code], env=ENV)
    lines(child)
    child.end()
    assert child.tail.count("\n") < TAIL_LINES
    assert "99%" in child.tail or "x" in child.tail
    assert "50%" not in child.tail


def test_merged_output_comes_as_lines():
    child = Child([sys.executable, "-c", "import sys; sys.stderr.write('oh\\n')"], env=ENV, merge=True)
    assert lines(child) == ["oh"]


def test_a_child_that_ignores_the_request_is_killed():
    code = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); print('up', flush=True); time.sleep(60)"
    child = Child([sys.executable, "-c", code], env=ENV)
    assert child.next_line(20) == "up"
    started = time.monotonic()
    assert child.end(grace_s=0.3) == -9
    assert time.monotonic() - started < 10
    assert not child.alive
    assert not child.send("hello")


def test_grandchildren_end_too():
    code = (
        "import subprocess, sys; p = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']);"
        "print(p.pid, flush=True); p.wait()"
    )
    child = Child([sys.executable, "-c", code], env=ENV)
    grandchild = int(child.next_line(20))
    child.end()
    deadline = time.monotonic() + 5
    while time.monotonic() < deadline:
        try:
            state = Path(f"/proc/{grandchild}/stat").read_text().rsplit(")", 1)[1].split()[0]
        except FileNotFoundError:
            return
        if state == "Z":
            return
        time.sleep(0.05)
    pytest.fail("the grandchild still runs")


def test_a_missing_program_is_an_os_error(tmp_path):
    with pytest.raises(OSError, match="nothing"):
        Child([str(tmp_path / "nothing")], env=ENV)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (None, "still running"),
        (0, "exit code 0"),
        (-9, "ended by SIGKILL"),
        (-999, "ended by signal 999"),
        (3221225477, "0xC0000005"),
    ],
)
def test_endings_are_said_in_words(code, words):
    assert words in ending(code)
