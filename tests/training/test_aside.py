"""Small texts are written whole or not at all."""

import pytest

from rrsis_core.training.aside import write_aside


def test_a_text_is_replaced_and_nothing_stays_aside(tmp_path):
    path = tmp_path / "a.json"
    write_aside(path, "ü 1")
    write_aside(path, "ü 2")
    assert path.read_text(encoding="utf-8") == "ü 2" and list(tmp_path.iterdir()) == [path]


def test_what_is_there_stays_where_it_cannot_be_replaced(tmp_path):
    path = tmp_path / "a.json"
    path.mkdir()
    (path / "kept").touch()
    with pytest.raises(OSError):
        write_aside(path, "text")
    assert (path / "kept").exists() and list(tmp_path.iterdir()) == [path]
    with pytest.raises(OSError):
        write_aside(tmp_path / "gone" / "a.json", "text")
