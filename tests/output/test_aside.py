"""Places for results: refused with a sentence before any work, whole or absent after it."""

from __future__ import annotations

import errno
import os
import subprocess
import sys

import pytest

from rrsis_core.errors import DiskFull, OutputBeside, OutputForeign, OutputLocked, OutputNotWritable
from rrsis_core.output import aside as module
from rrsis_core.output.aside import Aside, check_output


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


def test_a_full_disk_and_a_read_only_file(tmp_path, monkeypatch):
    target = tmp_path / "a.gpkg"
    target.write_bytes(b"old")
    monkeypatch.setattr(module.os, "access", lambda *_: False)
    with pytest.raises(OutputNotWritable, match="read-only"):
        check_output(str(target))
    monkeypatch.setattr(module.shutil, "disk_usage", lambda _: type("Usage", (), {"free": 10, "total": 20}))
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
    check_output(str(target), overwrite=True)


def test_a_log_left_by_a_crash_is_cleared_away(tmp_path):
    target = tmp_path / "a.gpkg"
    script = (
        "import os, sqlite3, sys\n"
        "c = sqlite3.connect(sys.argv[1]); c.execute('PRAGMA journal_mode = WAL')\n"
        "c.execute('CREATE TABLE t (x)'); c.commit(); os._exit(1)"
    )
    subprocess.run([sys.executable, "-c", script, str(target)], check=False)
    assert target.with_name("a.gpkg-wal").exists()
    check_output(str(target), overwrite=True)
    assert not target.with_name("a.gpkg-wal").exists()


def test_a_file_that_is_no_database_is_replaced_only_where_that_is_wanted(tmp_path):
    target = tmp_path / "a.gpkg"
    target.write_bytes(b"rubbish" * 1000)
    target.with_name("a.gpkg-wal").write_bytes(b"")
    with pytest.raises(OutputForeign, match=r"a\.gpkg is not replaced.*--overwrite"):
        check_output(str(target))
    check_output(str(target), overwrite=True)


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
    target.with_name("a.qix").write_text("index of the old file")
    with Aside(target) as place:
        place.path.write_text("main")
        place.path.with_suffix(".dbf").write_text("companion")
        assert not target.exists()
    assert sorted(os.listdir(tmp_path)) == ["a.dbf", "a.shp"]
    assert target.read_text() == "main"


def test_after_an_error_the_old_file_is_untouched_and_nothing_lies_around(tmp_path):
    target = tmp_path / "a.gpkg"
    target.write_text("old")
    with pytest.raises(KeyError), Aside(target, overwrite=True) as place:
        place.path.write_text("half")
        raise KeyError
    assert os.listdir(tmp_path) == ["a.gpkg"] and target.read_text() == "old"


def test_a_name_that_leaves_no_room_for_the_files_beside_it_is_refused(tmp_path):
    for letters in (216, 300):  # the latter is too long for the system too
        with pytest.raises(OutputNotWritable, match="too long"):
            check_output(str(tmp_path / f"{'x' * letters}.gpkg"))
    with Aside(tmp_path / f"{'x' * 215}.gpkg") as aside:
        aside.path.write_text("found")
        aside.partial = True
    assert len(os.listdir(tmp_path)) == 1


@pytest.mark.parametrize("name", ["two\nlines.gpkg", "f\udcfcr.gpkg"])
def test_names_that_cannot_be_written_are_refused_before_any_work(tmp_path, name):
    with pytest.raises(OutputNotWritable, match="plain name"):
        check_output(str(tmp_path / name))


def test_a_part_and_its_companions_go_to_names_that_are_free(tmp_path):
    (tmp_path / "a_partial.dbf").write_text("somebody's table")
    for name in ("a_partial_2", "a_partial_3"):
        with Aside(tmp_path / "a.shp") as aside:
            aside.path.write_text("main")
            aside.path.with_suffix(".dbf").write_text("companion")
            aside.partial = True
        assert aside.place == tmp_path / f"{name}.shp"
        assert (tmp_path / f"{name}.dbf").read_text() == "companion"
    assert (tmp_path / "a_partial.dbf").read_text() == "somebody's table" and not (tmp_path / "a.shp").exists()


def test_what_came_there_while_results_were_made_stays_and_they_go_beside(tmp_path):
    target = tmp_path / "a.gpkg"
    words = r"written to a_2\.gpkg, beside a\.gpkg.*no GeoPackage that a run wrote"
    with pytest.warns(OutputBeside, match=words), Aside(target) as aside:
        aside.path.write_text("found")
        target.write_text("somebody's")
    assert target.read_text() == "somebody's" and aside.place.read_text() == "found"
    assert sorted(os.listdir(tmp_path)) == ["a.gpkg", "a_2.gpkg"]


def test_a_folder_whose_successor_cannot_come_goes_back(tmp_path, monkeypatch):
    target = tmp_path / "a.parquet"
    target.mkdir()
    (target / "x.parquet").write_text("old")
    real = os.replace

    def refuse(source, goal):
        if "new" in str(source):
            raise OSError(errno.EIO, "a broken disk")
        real(source, goal)

    with pytest.raises(OutputNotWritable, match="broken disk"), Aside(target, overwrite=True) as aside:
        aside.path.mkdir()
        monkeypatch.setattr(module.os, "replace", refuse)
    assert os.listdir(tmp_path) == ["a.parquet"] and (target / "x.parquet").read_text() == "old"


def test_a_link_is_followed_and_stays(tmp_path):
    (tmp_path / "disk").mkdir()
    real, link = tmp_path / "disk" / "kept.gpkg", tmp_path / "found.gpkg"
    link.symlink_to(real)
    check_output(str(link))  # it leads to nothing yet
    with Aside(link) as aside:
        assert aside.target == real and aside.path.parent.parent.parent == real.parent
        aside.path.write_bytes(b"whole")
    assert link.is_symlink() and real.read_bytes() == b"whole" and aside.place == real
    assert sorted(path.name for path in tmp_path.rglob("*")) == ["disk", "found.gpkg", "kept.gpkg"]
    with Aside(link, overwrite=True) as aside:
        aside.partial = True
        aside.path.write_bytes(b"part")
    assert aside.place == real.with_name("kept_partial.gpkg") and real.read_bytes() == b"whole"


def test_what_a_link_leads_to_is_looked_at_before_it_is_replaced(tmp_path):
    real, link = tmp_path / "mine.gpkg", tmp_path / "found.gpkg"
    real.write_bytes(b"no database")
    link.symlink_to(real)
    with pytest.raises(OutputForeign, match=r"mine\.gpkg is not replaced"):
        check_output(str(link))
    lost = tmp_path / "lost.gpkg"
    lost.symlink_to(tmp_path / "gone" / "a.gpkg")
    with pytest.raises(OutputNotWritable, match="gone for a"):
        check_output(str(lost))


def test_a_link_under_another_ending_is_replaced_and_what_it_leads_to_stays(tmp_path):
    stored, link = tmp_path / "MD5E-s4--ab", tmp_path / "found.geojson"
    stored.write_bytes(b"kept")
    link.symlink_to(stored)
    with Aside(link, overwrite=True) as aside:
        aside.path.write_bytes(b"whole")
    assert not link.is_symlink() and link.read_bytes() == b"whole" and stored.read_bytes() == b"kept"


def test_two_runs_cannot_write_one_file_by_two_names(tmp_path):
    real, link = tmp_path / "kept.gpkg", tmp_path / "found.gpkg"
    link.symlink_to(real)
    with Aside(real), pytest.raises(OutputLocked):
        check_output(str(link))


@pytest.mark.parametrize(
    ("raster", "name", "offered", "other"),
    [(False, "a.tif", ".gpkg", ".tiff"), (False, "a.xyz", ".parquet", ".tif"), (True, "a.gpkg", ".tif", ".shp")],
)
def test_only_formats_of_the_kind_are_offered(tmp_path, raster, name, offered, other):
    """`--output a.xyz` offered .tif, which was refused then."""
    with pytest.raises(OutputNotWritable, match="no format for") as caught:
        check_output(str(tmp_path / name), raster=raster)
    assert offered in caught.value.message.partition(":")[2] and other not in caught.value.message.partition(":")[2]
    check_output(str(tmp_path / f"a{offered}"), raster=raster)
