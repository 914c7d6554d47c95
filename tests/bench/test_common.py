import csv
import os

import pytest

from bench.common import FIELDS, Table, cpu_s, hardware, peak_mb, shared_file


def test_a_table_grows_by_rows(tmp_path, capsys):
    table = Table("corridor", tmp_path)
    table.add("share", 0.123456789, "of 1", "a note, with a comma")
    Table("tiny", tmp_path).add("seconds", 2, "s")
    with table.path.open(newline="", encoding="utf-8") as lines:
        rows = list(csv.reader(lines))
    assert rows == [
        list(FIELDS), ["corridor", "share", "0.123457", "of 1", "a note, with a comma"],
        ["tiny", "seconds", "2", "s", ""],
    ]  # fmt: skip
    assert "share" in capsys.readouterr().out


def test_hardware_can_be_part_of_a_file_name():
    assert hardware().replace("-", "").isalnum()


@pytest.mark.skipif(not os.path.exists("/proc/self/status"), reason="reads Linux's /proc")
def test_figures_of_a_process():
    assert 1 < peak_mb(os.getpid()) < 1e5
    before = cpu_s(os.getpid())
    sum(range(10**6))
    assert cpu_s(os.getpid()) >= before > 0


def test_missing_imagery_is_named(tmp_path, monkeypatch):
    monkeypatch.setenv("RRSIS_SHARED", str(tmp_path))
    with pytest.raises(SystemExit, match="RRSIS_SHARED"):
        shared_file("rasters/none.tif")
