"""The benchmark runs what is here, names what is not, and prints ours below theirs."""

from __future__ import annotations

from pathlib import Path

import pytest

from rrsis_core.datasets.refsegrs import open_refsegrs
from rrsis_core.errors import DatasetInvalid
from rrsis_core.training.benchmark import COLUMNS, benchmark, print_table
from tests.datasets.fakes import refsegrs


def missing() -> None:
    raise DatasetInvalid("rrsisd is not here: get it.")


def test_what_is_here_is_run_and_what_is_not_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RRSIS_CACHE", str(tmp_path / "cache"))
    refsegrs(tmp_path / "set")
    datasets = {"refsegrs": lambda: open_refsegrs(tmp_path / "set"), "rrsisd": missing}
    result = benchmark(datasets, ["baseline-all", "lgce"], device="cpu")
    ours = result.tables["refsegrs"]["baseline-all"]
    assert ours["mIoU"] == pytest.approx(72 / (24 * 32)) and ours["phrases"] == 1
    assert [reason.partition(":")[0] for reason in result.missing] == ["lgce", "rrsisd"]
    values = result.to_json()
    assert values["published"]["refsegrs"]["LGCE"]["mIoU"] == 59.96
    assert values["ours"]["refsegrs"]["baseline-all"]["oIoU"] == pytest.approx(9.375)


def test_tables_are_aligned() -> None:
    lines = print_table("refsegrs", {"toy": dict.fromkeys(COLUMNS, 0.5)}).split("\n")
    assert len({len(line) for line in lines[1:]}) == 1
    assert lines[-1].startswith("toy (ours)") and lines[-1].endswith("50.00")
    assert "LGCE                     73.75" in "\n".join(lines)
    assert print_table("own", {"toy": dict.fromkeys(COLUMNS, 0.5)}).count("\n") == 3
