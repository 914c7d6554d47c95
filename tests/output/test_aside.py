"""Places for results: refused with a sentence before any work, whole or absent after it."""

from __future__ import annotations

import errno
import os
import sqlite3
import subprocess
import sys
import threading
import time

import pytest

from rrsis_core.errors import DiskFull, OutputLocked, OutputNotWritable
from rrsis_core.output import aside as module
from rrsis_core.output.aside import Aside, check_output, not_written


def test_a_good_place_is_accepted_and_left_empty(tmp_path):
    for name in ("a.gpkg", "a.GPKG", "b.tif", "c.geojson", "d.fgb", "e.shp"):
        check_output(str(tmp_path / name))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("missing/a.gpkg", r"folder .*missing for a\.gpkg does not exist"),
        ("a.xyz", r'ends with "\.xyz".*use one of \.gpkg, \.geojson'),
        ("noend", r'ends with ""'),
        ("folder.gpkg", "is a folder"),
    ],
)
def test_bad_places_are_named(tmp_path, name, words):
    (tmp_path / "folder.gpkg").mkdir()
    with pytest.raises(OutputNotWritable, match=words):
        check_output(str(tmp_path / name))


@pytest.mark.parametrize(
    ("number", "kind", "words"),
    [
        (errno.EACCES, OutputNotWritable, "may not be written to: choose another folder for a.gpkg"),
        (errno.EROFS, OutputNotWritable, "may not be written to"),
        (errno.ENOSPC, DiskFull, "ran out of room while a.gpkg was written"),
        (errno.EIO, OutputNotWritable, "could not be written"),
    ],
)
def test_a_folder_that_cannot_be_written_to(tmp_path, monkeypatch, number, kind, words):
    def refuse(**_):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(module.tempfile, "mkdtemp", refuse)
    with pytest.raises(kind, match=words):
        check_output(str(tmp_path / "a.gpkg"))


def test_a_full_disk_and_a_read_only_file(tmp_path, monkeypatch):
    target = tmp_path / "a.gpkg"
    target.write_bytes(b"old")
    monkeypatch.setattr(module.os, "access", lambda *_: False)
    with pytest.raises(OutputNotWritable, match="read-only"):
        check_output(str(target))
    monkeypatch.setattr(module.shutil, "disk_usage", lambda _: type("Usage", (), {"free": 10}))
    with pytest.raises(DiskFull):
        check_output(str(target))


def test_a_database_that_is_open_for_writing_is_locked(tmp_path):
    target = tmp_path / "a.gpkg"
    script = (
        "import sqlite3, sys\n"
        "c = sqlite3.connect(sys.argv[1]); c.execute('PRAGMA journal_mode = WAL')\n"
        "c.execute('CREATE TABLE t (x)'); c.commit(); print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script, str(target)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout.readline().strip() == "open"
        with pytest.raises(OutputLocked, match="is open in another program"):
            check_output(str(target))
        other.stdin.close()
    check_output(str(target))


def test_a_log_left_by_a_crash_is_cleared_away(tmp_path):
    target = tmp_path / "a.gpkg"
    script = (
        "import os, sqlite3, sys\n"
        "c = sqlite3.connect(sys.argv[1]); c.execute('PRAGMA journal_mode = WAL')\n"
        "c.execute('CREATE TABLE t (x)'); c.commit(); os._exit(1)"
    )
    subprocess.run([sys.executable, "-c", script, str(target)], check=False)
    assert target.with_name("a.gpkg-wal").exists()
    check_output(str(target))
    assert not target.with_name("a.gpkg-wal").exists()


def test_a_file_that_is_no_database_may_be_replaced(tmp_path):
    target = tmp_path / "a.gpkg"
    target.write_bytes(b"rubbish" * 1000)
    target.with_name("a.gpkg-wal").write_bytes(b"")
    check_output(str(target))


def test_what_windows_says_of_an_open_file_is_locked(tmp_path, monkeypatch):
    target = tmp_path / "a.gpkg"
    target.write_bytes(b"old")

    def refuse(*_):
        raise PermissionError(13, "in use")

    monkeypatch.setattr(module.os, "replace", refuse)
    with pytest.raises(OutputLocked, match="open in another program"):
        check_output(str(target))
    with pytest.raises(OutputLocked, match="opened in another program"):
        module._replace(tmp_path / "x", target)


def test_files_appear_at_the_end_with_their_companions(tmp_path):
    target = tmp_path / "a.shp"
    target.with_name("a.shp.aux.xml").write_text("of the old file")
    with Aside(target) as place:
        place.path.write_text("main")
        place.path.with_suffix(".dbf").write_text("companion")
        assert not target.exists()
    assert sorted(os.listdir(tmp_path)) == ["a.dbf", "a.shp"]
    assert target.read_text() == "main"


def test_after_an_error_the_old_file_is_untouched_and_nothing_lies_around(tmp_path):
    target = tmp_path / "a.gpkg"
    target.write_text("old")
    with pytest.raises(KeyError), Aside(target) as place:
        place.path.write_text("half")
        raise KeyError
    assert os.listdir(tmp_path) == ["a.gpkg"] and target.read_text() == "old"


def test_runs_at_the_same_time_do_not_meet(tmp_path):
    barrier = threading.Barrier(4)

    def run(number):
        with Aside(tmp_path / "a.tif") as place:
            barrier.wait(10)
            place.path.write_text(str(number) * 1000)
            barrier.wait(10)

    threads = [threading.Thread(target=run, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert os.listdir(tmp_path) == ["a.tif"]
    assert len(set((tmp_path / "a.tif").read_text())) == 1


def test_words_of_libraries_are_understood(tmp_path):
    for words in ("database or disk is full", "TIFFAppendToStrip:Write error at scanline 3"):
        assert isinstance(not_written(tmp_path / "a", sqlite3.OperationalError(words)), DiskFull)
    assert type(not_written(tmp_path / "a", RuntimeError("no such thing"))) is OutputNotWritable


def test_what_killed_runs_left_is_removed_after_some_days(tmp_path):
    for name, days in (("old", 5), ("new", 0)):
        folder = tmp_path / f".rrsis-a.tif-{name}"
        folder.mkdir()
        (folder / "a.tif").write_text("half")
        for path in (folder / "a.tif", folder):
            os.utime(path, (time.time() - days * 86_400,) * 2)
    with Aside(tmp_path / "a.tif") as place:
        place.path.write_text("whole")
    assert sorted(os.listdir(tmp_path)) == [".rrsis-a.tif-new", "a.tif"]


@pytest.mark.parametrize("name", ["two\nlines.gpkg", "f\udcfcr.gpkg"])
def test_names_that_cannot_be_written_are_refused_before_any_work(tmp_path, name):
    with pytest.raises(OutputNotWritable, match="plain name"):
        check_output(str(tmp_path / name))
