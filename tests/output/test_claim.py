"""One run at a time for an output, whatever becomes of its process: with real processes and signals."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from rrsis_core.errors import OutputLocked, OutputNotWritable
from rrsis_core.output import claim as module
from rrsis_core.output.claim import Claim

ROOT = Path(__file__).resolve().parents[2]
HOLDER = """
import sys
from pathlib import Path
from rrsis_core.output.claim import Claim
with Claim(Path(sys.argv[1])) as claim:
    (claim.folder / "new").mkdir()
    (claim.folder / "new" / "half.gpkg").write_text("half")
    print("holds", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def holder(tmp_path):
    """A process that holds the claim to a.gpkg."""
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path / "a.gpkg")],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout.readline().strip() == "holds"
        yield process
        process.kill()


def test_another_process_is_refused_by_its_number_and_clears_up_what_a_killed_one_left(tmp_path, holder):
    with (
        pytest.raises(OutputLocked, match=rf"a\.gpkg is being written by another run \(process {holder.pid} on "),
        Claim(tmp_path / "a.gpkg"),
    ):
        pass
    with Claim(tmp_path / "b.gpkg"):  # a neighbour clears away nothing of a run that lives
        assert (tmp_path / ".rrsis-a.gpkg" / "new" / "half.gpkg").exists()
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    assert (tmp_path / ".rrsis-a.gpkg" / "new" / "half.gpkg").exists()
    with Claim(tmp_path / "b.gpkg"):
        assert sorted(os.listdir(tmp_path)) == [".rrsis-b.gpkg"]
    assert os.listdir(tmp_path) == []


def test_what_a_killed_run_left_is_not_in_the_way_of_the_same_output(tmp_path, holder):
    holder.send_signal(signal.SIGKILL)
    holder.wait()
    with Claim(tmp_path / "a.gpkg") as claim:
        assert sorted(os.listdir(claim.folder)) == ["lock", "owner"]


def test_an_earlier_result_that_a_kill_caught_between_two_renames_comes_back(tmp_path):
    folder = tmp_path / ".rrsis-a.parquet"
    (folder / module.BEFORE).mkdir(parents=True)
    (folder / module.BEFORE / "x").write_text("old")
    (folder / "lock").touch()
    with Claim(tmp_path / "b.gpkg"):
        pass
    assert (tmp_path / "a.parquet" / "x").read_text() == "old" and os.listdir(tmp_path) == ["a.parquet"]


def test_many_at_once_go_one_after_the_other(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "_PATIENCE_S", 30)
    inside, most = [], []

    def run():
        for _ in range(20):
            with Claim(tmp_path / "a.tif"):
                inside.append(1)
                most.append(len(inside))
                time.sleep(0.001)
                inside.pop()

    threads = [threading.Thread(target=run) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(most) == 80 and max(most) == 1 and os.listdir(tmp_path) == []


def test_a_file_system_without_locks_is_written_to_and_cleared_by_age(tmp_path, monkeypatch):
    def refuse(*_, **__):
        raise OSError(errno.ENOLCK, "no locks available")

    for name, days in (("old", 5), ("new", 0)):
        folder = tmp_path / f".rrsis-{name}.gpkg"
        folder.mkdir()
        for path in (folder / "lock", folder):
            path.touch()
            os.utime(path, (time.time() - days * 86_400,) * 2)
    monkeypatch.setattr(module.FileLock, "acquire", refuse)
    with Claim(tmp_path / "a.gpkg") as claim:
        assert claim.folder.is_dir()
    assert os.listdir(tmp_path) == [".rrsis-new.gpkg"]


def test_a_place_that_takes_nothing_is_named():
    with pytest.raises(OutputNotWritable, match=r"/proc.*choose another"), Claim(Path("/proc/a.gpkg")):
        pass
