"""The journal gives back whole strips alone, whatever happened to its file, and to the same question alone."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from rrsis_core.errors import DiskFull, OutputNotWritable
from rrsis_core.grid import Window
from rrsis_core.journal import Journal, journal_path, other_journals

WINDOW = Window(2, 3, 40, 7)
STRIPS = [Window(2, 3, 10, 7), Window(12, 3, 16, 7)]
VALUES = [np.random.default_rng(i).integers(0, 256, (2, s.height, 7), np.uint8) for i, s in enumerate(STRIPS)]
ASKED = {"phrases": ["red"], "grid": [(1.0, 0.0)]}
OTHER = {"phrases": ["blue"], "grid": [(1.0, 0.0)]}


@pytest.fixture
def output(tmp_path: Path) -> str:
    return str(tmp_path / "out.gpkg")


def write(output: str, question: dict = ASKED) -> Path:
    with Journal(output, question, WINDOW) as journal:
        for strip, values in zip(STRIPS, VALUES):
            journal.add(strip, values)
    return journal.path


def kept(output: str, question: dict = ASKED) -> list:
    with Journal(output, question, WINDOW) as journal:
        return list(journal.strips())


def test_strips_come_back_and_more_can_follow(output: str) -> None:
    write(output)
    with Journal(output, ASKED, WINDOW) as journal:
        assert journal.holds_rows
        found = list(journal.strips())
        assert [strip for strip, _ in found] == STRIPS
        for (_, values), expected in zip(found, VALUES):
            np.testing.assert_array_equal(values, expected)
        journal.add(Window(28, 3, 1, 7), VALUES[0][:, :1])
    assert len(kept(output)) == 3


def test_holes_come_back_once_with_the_rows_that_followed(output: str) -> None:
    first, second, lost = ((Window(row, 3, 9, 4), f"row {row} is corrupt") for row in (2, 12, 30))
    with Journal(output, ASKED, WINDOW) as journal:
        journal.note(first)
        journal.add(STRIPS[0], VALUES[0])
        for hole in (second, first, second):
            journal.note(hole)
        journal.add(STRIPS[1], VALUES[1])
        journal.note(lost)  # no rows came after it
    with Journal(output, ASKED, WINDOW) as journal:
        assert journal.holes() == [first, second]
        assert [strip for strip, _ in journal.strips()] == STRIPS
        journal.add(Window(28, 3, 10, 7), VALUES[0])
    with Journal(output, ASKED, WINDOW) as journal:
        for (_, values), expected in zip(journal.strips(), [*VALUES, VALUES[0]], strict=True):
            assert np.array_equal(values, expected)


def test_holes_alone_leave_no_journal(output: str) -> None:
    with Journal(output, ASKED, WINDOW) as journal:
        journal.note((Window(2, 3, 9, 4), "corrupt"))
    assert not journal.path.exists()


def test_each_question_has_a_journal_of_its_own(output: str) -> None:
    write(output)
    assert kept(output, OTHER) == []
    write(output, OTHER)
    assert len(kept(output)) == len(kept(output, OTHER)) == 2
    assert other_journals(output, ASKED) == [(journal_path(output, OTHER), ["phrases"])]
    assert other_journals(output.replace("out", "ou"), ASKED) == []


def test_a_journal_that_cannot_be_read_is_told_of_too(output: str) -> None:
    broken = Path(f"{output}.12345678.unfinished")
    broken.write_bytes(b"\x00\xff[")
    assert other_journals(output, ASKED) == [(broken, ["grid", "phrases"])]


def test_what_a_crash_left_half_is_cut_off_at_every_length(output: str) -> None:
    path = write(output)
    whole = path.read_bytes()
    counts = []
    for length in range(0, len(whole), 3):
        path.write_bytes(whole[:length])
        counts.append(len(kept(output)))
    assert counts == sorted(counts) and set(counts) == {0, 1}


def test_a_damaged_byte_ends_the_journal_before_it(output: str) -> None:
    path = write(output)
    damaged = bytearray(path.read_bytes())
    damaged[-3] ^= 0xFF
    path.write_bytes(damaged)
    assert len(kept(output)) == 1


def test_it_goes_when_the_run_is_finished_and_not_before(output: str) -> None:
    path = write(output)
    with pytest.raises(KeyError), Journal(output, ASKED, WINDOW) as journal:
        journal.finished = True
        raise KeyError  # such as an output that could not be put in its place
    assert path.exists()
    with Journal(output, ASKED, WINDOW) as journal:
        journal.finished = True
    assert not path.exists()


def test_one_that_holds_nothing_is_not_left_behind(output: str) -> None:
    with pytest.raises(KeyError), Journal(output, ASKED, WINDOW) as journal:
        assert journal.path.exists()
        raise KeyError
    assert not journal.path.exists()


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with (
        pytest.raises(OutputNotWritable, match="Choose another folder"),
        Journal(str(tmp_path / "missing" / "out.gpkg"), ASKED, WINDOW),
    ):
        pass


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="/dev/full is a device of Linux")
def test_a_full_disk_is_named_also_while_it_is_closed(output: str) -> None:
    with pytest.raises(DiskFull, match="free some space"), Journal(output, ASKED, WINDOW) as journal:
        journal._file.close()
        journal._file = open("/dev/full", "r+b")  # noqa: SIM115 - the journal closes it
        journal.add(STRIPS[0], VALUES[0])
