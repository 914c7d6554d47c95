"""Errors of writing become sentences."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from types import SimpleNamespace

import pytest

from rrsis_core.errors import DiskFull, OutputNotWritable
from rrsis_core.output.problems import not_written, written


@pytest.mark.parametrize(
    ("number", "kind", "words"),
    [
        (errno.EACCES, OutputNotWritable, "may not be written to: choose another folder for a.gpkg"),
        (errno.EROFS, OutputNotWritable, "may not be written to"),
        (errno.ENOSPC, DiskFull, "ran out of room while a.gpkg was written: free some space and run it again"),
        (errno.EIO, OutputNotWritable, "could not be written"),
    ],
)
def test_the_system_s_errors_are_understood(tmp_path, number, kind, words):
    with pytest.raises(kind, match=words), written(tmp_path / "a.gpkg"):
        raise OSError(number, os.strerror(number))


def test_words_of_libraries_are_understood(tmp_path):
    for words in ("database or disk is full", "TIFFAppendToStrip:Write error at scanline 3"):
        assert isinstance(not_written(tmp_path / "a", sqlite3.OperationalError(words)), DiskFull)
    assert type(not_written(tmp_path / "a", RuntimeError("no such thing"))) is OutputNotWritable


def test_whatever_is_said_on_a_full_disk_it_is_full(tmp_path, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _: SimpleNamespace(total=10**9, free=0))
    assert isinstance(not_written(tmp_path / "a", RuntimeError("Failed to commit transaction")), DiskFull)
