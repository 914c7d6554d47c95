"""The journal gives back whole strips alone, whatever happened to its file."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from rrsis_core.errors import DiskFull, OutputNotWritable
from rrsis_core.grid import Window
from rrsis_core.journal import Journal, journal_path

WINDOW = Window(2, 3, 40, 7)
STRIPS = [Window(2, 3, 10, 7), Window(12, 3, 16, 7)]
VALUES = [np.random.default_rng(i).integers(0, 256, (2, s.height, 7), np.uint8) for i, s in enumerate(STRIPS)]


def write(output: str) -> None:
    with Journal(output, "key", WINDOW, resume=False) as journal:
        for strip, values in zip(STRIPS, VALUES):
            journal.add(strip, values)


def kept(output: str, key: str = "key") -> list:
    with Journal(output, key, WINDOW, resume=True) as journal:
        return list(journal.strips())


def test_strips_come_back_and_more_can_follow(tmp_path: Path) -> None:
    output = str(tmp_path / "out.gpkg")
    write(output)
    with Journal(output, "key", WINDOW, resume=True) as journal:
        found = list(journal.strips())
        assert [strip for strip, _ in found] == STRIPS
        for (_, values), expected in zip(found, VALUES):
            np.testing.assert_array_equal(values, expected)
        journal.add(Window(28, 3, 1, 7), VALUES[0][:, :1])
    assert len(kept(output)) == 3


def test_another_run_and_a_fresh_start_find_nothing(tmp_path: Path) -> None:
    output = str(tmp_path / "out.gpkg")
    write(output)
    assert kept(output, key="other") == []
    write(output)
    with Journal(output, "key", WINDOW, resume=False) as journal:
        assert list(journal.strips()) == []


def test_what_a_crash_left_half_is_cut_off_at_every_length(tmp_path: Path) -> None:
    output = str(tmp_path / "out.gpkg")
    write(output)
    whole = journal_path(output).read_bytes()
    counts = []
    for length in range(0, len(whole), 3):
        journal_path(output).write_bytes(whole[:length])
        counts.append(len(kept(output)))
    assert counts == sorted(counts) and set(counts) == {0, 1}


def test_a_damaged_byte_ends_the_journal_before_it(tmp_path: Path) -> None:
    output = str(tmp_path / "out.gpkg")
    write(output)
    damaged = bytearray(journal_path(output).read_bytes())
    damaged[-3] ^= 0xFF
    journal_path(output).write_bytes(damaged)
    assert len(kept(output)) == 1


def test_discard_deletes_it_and_a_missing_folder_is_named(tmp_path: Path) -> None:
    output = str(tmp_path / "out.gpkg")
    with Journal(output, "key", WINDOW, resume=False) as journal:
        journal.discard()
    assert not journal_path(output).exists()
    with pytest.raises(OutputNotWritable, match="Choose another folder"):
        Journal(str(tmp_path / "missing" / "out.gpkg"), "key", WINDOW, resume=False)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="/dev/full is a device of Linux")
def test_a_full_disk_is_named_also_while_it_is_closed(tmp_path: Path) -> None:
    with pytest.raises(DiskFull), Journal(str(tmp_path / "o.gpkg"), "key", WINDOW, resume=False) as journal:
        journal._file.close()
        journal._file = open("/dev/full", "r+b")  # noqa: SIM115 - the journal closes it
        journal.add(STRIPS[0], VALUES[0])
