"""An installation rises by what uv says and by what the disks take, and never falls."""

from __future__ import annotations

from collections import namedtuple
from pathlib import Path

import pytest

from rrsis_core.worker import downloads as module
from rrsis_core.worker.downloads import Downloads, cache_folder

Usage = namedtuple("Usage", "total used free")


@pytest.fixture
def free(monkeypatch):
    """How many bytes are free, to be changed by a test."""
    there = [10_000]
    monkeypatch.setattr(module.shutil, "disk_usage", lambda _: Usage(20_000, 0, there[0]))
    return there


def test_the_words_of_uv_alone_move_it(free, tmp_path):
    downloads = Downloads([tmp_path], 1000)
    seen = []
    for line in (
        "Resolved 2 packages in 2ms",
        "Downloading torch (3.0MiB)",
        "Downloading numpy (1024.0KiB)",
        " Downloaded numpy",
        " Downloaded torch",
        "Prepared 2 packages in 2s",
        "Installed 2 packages in 1s",
        "Downloading",
    ):
        downloads.hear(line)
        downloads.look()
        seen.append(round(downloads.share, 4))
    assert seen == [0, 0, 0, 0.2125, 0.85, 0.9, 0.99, 0.99]
    assert downloads.done_bytes == downloads.total_bytes == 4 << 20


def test_a_file_under_way_shows_on_the_disk_and_what_the_disk_gets_back_counts_for_nothing(free, tmp_path):
    downloads = Downloads([tmp_path, tmp_path / "not" / "there"], 1000)
    downloads.hear("Downloading torch (2.0 GiB)")
    free[0] -= 250
    downloads.look()
    assert downloads.share == 0.25 and downloads.done_bytes == 1 << 29
    free[0] += 4000
    downloads.look()
    assert downloads.share == 0.25 and downloads.done_bytes == 1 << 29
    free[0] -= 9000
    downloads.look()
    assert downloads.share == 0.99 and downloads.done_bytes == downloads.total_bytes


def test_the_cache_is_looked_for_where_uv_keeps_it():
    home = Path("/home/me")
    assert cache_folder({}, home) == home / ".cache" / "uv"
    assert cache_folder({"XDG_CACHE_HOME": "/c"}, home) == Path("/c/uv")
    assert cache_folder({"LOCALAPPDATA": "/l"}, home) == Path("/l/uv/cache")
    assert cache_folder({"UV_CACHE_DIR": "/u", "LOCALAPPDATA": "/l"}, home) == Path("/u")
