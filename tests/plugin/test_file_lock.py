"""A file has one writer at a time, who never waits for ever."""

import pytest
from rrsis.plugin import file_lock


@pytest.fixture
def file(tmp_path):
    return tmp_path / "found.gpkg"


def test_a_lock_is_held_once(qgis_app, file):
    first = file_lock.lock_of(file)
    assert first is not None and file_lock.lock_of(file) is None
    first.unlock()
    again = file_lock.lock_of(file)
    assert again is not None
    again.unlock()
    assert not list(file.parent.iterdir())


def test_a_folder_without_leave_to_write_has_no_locks(qgis_app, file):
    assert file_lock.lock_of(file.parent / "nowhere" / file.name) is None


def test_a_writer_waits_for_the_other_one_and_goes_on_alone_at_last(qgis_app, file, monkeypatch):
    monkeypatch.setattr(file_lock, "PATIENCE_MS", 50)
    with file_lock.only_writer(file):
        assert file_lock.lock_of(file) is None
        with file_lock.only_writer(file):
            file.touch()
        assert file_lock.lock_of(file) is None  # the impatient one took nothing away
    assert [path.name for path in file.parent.iterdir()] == [file.name]
