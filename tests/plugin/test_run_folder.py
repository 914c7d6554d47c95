"""A dock search that was cut off goes on where it was, and leaves nothing when it is finished."""

import os
import time

import pytest
from qgis.core import QgsFeedback
from rrsis.plugin import run_folder
from rrsis.plugin.job import carry_out, prepare
from rrsis.rrsis_core.errors import WorkerDied
from rrsis.rrsis_core.request import SegmentRequest, SegmentResult


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("RRSIS_HOME", str(tmp_path / "home"))
    return tmp_path / "home" / "unfinished"


class Dying:
    """A worker that finishes some rows and dies, or finishes all."""

    def __init__(self, dies):
        self.dies, self.folder = dies, None

    def run(self, request, *_):
        output = run_folder.Path(request.output)
        self.folder = output.parent
        journal = output.with_name("found.gpkg.12345678.unfinished")
        if self.dies:
            journal.touch()
            raise WorkerDied("killed")
        journal.unlink()
        output.touch()
        return SegmentResult(request.output, ())


def search(layer, tmp_path, worker, **changes):
    request = SegmentRequest(**{"raster": "", "phrases": ("x",), "output": "", "device": "cpu", **changes})
    job = prepare(layer, request, geopackage=tmp_path / "p.gpkg", max_tiles=10)
    carry_out(job, worker, QgsFeedback(), lambda _: None)


def test_the_same_search_finds_its_rows_and_another_does_not(layer, tmp_path, home):
    one, other, again = Dying(True), Dying(True), Dying(False)
    for worker, phrase in ((one, "x"), (other, "y")):
        with pytest.raises(WorkerDied):
            search(layer, tmp_path, worker, phrases=(phrase,))
    assert one.folder != other.folder and {one.folder, other.folder} == set(home.iterdir())
    search(layer, tmp_path, again, probability=str(tmp_path / "p.tif"))  # other results of the same question
    assert again.folder == one.folder and set(home.iterdir()) == {other.folder}


def test_what_lasts_no_longer_than_its_run_goes(home):
    folder = run_folder.enter(None)
    (folder / "a.gpkg.1.unfinished").touch()
    run_folder.leave(folder)
    assert not folder.exists() and home not in folder.parents


def test_rows_that_nobody_went_on_with_are_forgotten(home):
    for name, days in (("old", 20), ("new", 1)):
        folder = run_folder.enter(name)
        (folder / "a.gpkg.1.unfinished").touch()
        run_folder.leave(folder)
        for path in (folder / "a.gpkg.1.unfinished", folder):
            os.utime(path, (time.time() - days * 86_400,) * 2)
    run_folder.forget_old()
    assert [path.name for path in home.iterdir()] == [folder.name]


def test_two_windows_at_one_question_do_not_share_a_folder(home):
    first, second = run_folder.enter("question"), run_folder.enter("question")
    assert first.parent == home and second.parent != home
    (first / "found.gpkg").touch()
    run_folder.leave(second)
    assert (first / "found.gpkg").is_file() and not second.exists()
    run_folder.leave(first)
    assert not list(home.iterdir())


def test_the_lock_of_a_killed_window_goes_with_what_nobody_went_on_with(home):
    home.mkdir(parents=True)
    lock = home / "0123456789abcdef.lock"
    lock.touch()
    os.utime(lock, (time.time() - 20 * 86_400,) * 2)
    run_folder.forget_old()
    assert not lock.exists()
