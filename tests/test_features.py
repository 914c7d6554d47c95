"""Kept features answer as pixels do, never grow beyond their limit, and are never trusted blindly."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import Barrier, BrokenBarrierError, Event

import numpy as np
import pytest
import torch

from rrsis_core.errors import RequestInvalid
from rrsis_core.features import _WAITING, FeatureStore, clear_features, features_folder, kept_features, limit_bytes
from rrsis_core.grid import Window

TILE = Window(3, 4, 10, 13)


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RRSIS_CACHE", str(tmp_path))


def keep(name: str, limit: int = 10**9, size: int = 1000) -> tuple:
    features = (torch.randn(1, size).bfloat16(), torch.zeros(1, 0, 5))
    valid = np.random.default_rng(0).random(TILE.shape) > 0.5
    with FeatureStore({"raster": name, "model": "m"}, limit) as store:
        store.put(TILE, features, valid)
    return features, valid


def test_what_is_kept_comes_back_to_the_bit() -> None:
    features, valid = keep("a.tif")
    with FeatureStore({"raster": "a.tif", "model": "m"}, 10**9) as store:
        found, found_valid = store.get(TILE)
        assert store.get(Window(0, 0, 10, 13)) is None
    for one, other in zip(features, found, strict=True):
        assert torch.equal(one, other) and one.dtype == other.dtype
    np.testing.assert_array_equal(valid, found_valid)


def test_other_facts_are_another_place() -> None:
    keep("a.tif")
    with FeatureStore({"raster": "b.tif", "model": "m"}, 10**9) as store:
        assert store.get(TILE) is None


def test_a_damaged_file_is_computed_again() -> None:
    keep("a.tif")
    (path,) = features_folder().glob("*/*.safetensors")
    path.write_bytes(path.read_bytes()[:40])
    with FeatureStore({"raster": "a.tif", "model": "m"}, 10**9) as store:
        assert store.get(TILE) is None


def test_the_longest_unused_goes_first() -> None:
    for place, name in enumerate(("old", "middle", "new")):
        keep(name, size=100_000)
        facts = next(entry.folder for entry in kept_features() if entry.raster == name) / "run.json"
        os.utime(facts, (time.time() - 100 + place, time.time() - 100 + place))
    keep("newest", limit=500_000, size=100_000)
    assert [kept.raster for kept in kept_features()] == ["newest", "new"]


def test_clearing_tells_what_it_freed() -> None:
    keep("a.tif")
    (kept,) = kept_features()
    assert (kept.raster, kept.model, kept.tiles) == ("a.tif", "m", 1)
    assert clear_features() == kept.size_bytes > 2000
    assert kept_features() == []


def test_a_folder_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "features").write_text("a file stands here")
    keep("a.tif")


def test_the_limit_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    assert limit_bytes() == 4_000_000_000
    monkeypatch.setenv("RRSIS_FEATURES_GB", "")
    assert limit_bytes() == 4_000_000_000
    monkeypatch.setenv("RRSIS_FEATURES_GB", "inf")
    assert limit_bytes() > 1e18
    monkeypatch.setenv("RRSIS_FEATURES_GB", "-1")
    assert limit_bytes() == 0
    monkeypatch.setenv("RRSIS_FEATURES_GB", "0.5")
    assert limit_bytes() == 500_000_000


@pytest.mark.parametrize("text", ["abc", "4 GB", "nan"])
def test_a_limit_that_is_no_number_is_refused_by_name(monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    monkeypatch.setenv("RRSIS_FEATURES_GB", text)
    with pytest.raises(RequestInvalid, match=f'RRSIS_FEATURES_GB is "{text}"'):
        limit_bytes()


def test_a_folder_that_another_process_deletes_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    keep("a.tif")

    def gone(_: Path) -> list[Path]:
        raise FileNotFoundError

    monkeypatch.setattr(Path, "iterdir", gone)
    assert kept_features() == []


def test_nothing_half_written_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: dict, file: Path) -> None:
        file.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("rrsis_core.features.save_file", full)
    keep("a.tif")
    assert [file.name for file in features_folder().rglob("*") if file.is_file()] == ["run.json"]


@pytest.mark.parametrize("text", [None, "", "{", "[]", '{"raster": "a.tif"}'])
def test_what_a_killed_process_left_is_counted_and_goes(text: str | None) -> None:
    keep("a.tif")
    left = features_folder() / "left"
    left.mkdir()
    (left / "0_0_8_8.4711").write_bytes(bytes(200_000))
    if text is not None:
        (left / "run.json").write_text(text)
    for file in (left, *left.iterdir()):
        os.utime(file, (time.time() - 1000,) * 2)
    assert {kept.size_bytes > 200_000 - 1 for kept in kept_features()} == {True, False}
    keep("b.tif", limit=100_000)
    assert not left.exists() and len(kept_features()) == 2


def test_room_for_results_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rrsis_core.features.LEFT_FREE_BYTES", 1 << 60)
    keep("a.tif")
    assert kept_features()[0].tiles == 0


class Meeting:
    """Features that are handed out when all threads have come for theirs, or one has waited in vain."""

    def __init__(self, threads: int) -> None:
        self._barrier = Barrier(threads, timeout=0.3)

    def __iter__(self) -> Iterator[torch.Tensor]:
        with suppress(BrokenBarrierError):
            self._barrier.wait()
        yield torch.zeros(1, 10)


def test_no_more_wait_for_the_disk_than_said_whoever_keeps_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    disk, threads = Event(), 2 * _WAITING
    write = FeatureStore._write
    monkeypatch.setattr(FeatureStore, "_write", lambda *args: (disk.wait(10), write(*args)))
    features, valid = Meeting(threads), np.ones(TILE.shape, bool)
    with FeatureStore({"raster": "a.tif", "model": "m"}, 10**9) as store, ThreadPoolExecutor(threads) as lanes:
        puts = [lanes.submit(store.put, TILE.shifted(row, 0), features, valid) for row in range(threads)]
        for put in puts:
            put.result()
        disk.set()
    assert len(list(features_folder().glob("*/*.safetensors"))) == _WAITING
