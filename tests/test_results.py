"""Results are written in order on a thread of their own; what fails there is raised to the caller."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from rrsis_core.errors import OutputLocked
from rrsis_core.grid import GeoRef, Window
from rrsis_core.journal import journal_path
from rrsis_core.output.aside import Aside
from rrsis_core.request import VectorSettings
from rrsis_core.results import ResultPlan, Results

WINDOW = Window(0, 0, 40, 20)


def plan(folder: Path) -> ResultPlan:
    georef = GeoRef((1.0, 0.0, 0.0, 0.0, -1.0, 0.0))
    return ResultPlan(
        str(folder / "o.gpkg"), None, ("x",), georef, WINDOW, 0, 1.0, VectorSettings(simplify_m=0.0), "m", "r", {"a": 1}
    )


def test_rows_become_polygons_and_outside_becomes_nodata(tmp_path: Path) -> None:
    with Results(plan(tmp_path), "key") as results:
        for row in (0, 20):
            logits = np.full((1, 20, 20), -10.0, np.float32)
            logits[0, 5:15, 5:10] = 10
            logits[0, :, 15:] = -1e4
            results.take(Window(row, 0, 20, 20), logits, -5e3)
        (layer,) = results.finish(complete=True, outside_below=-5e3)
    assert (layer.count, layer.area_m2) == (2, pytest.approx(100.0))
    assert Path(plan(tmp_path).output).exists() and not journal_path(plan(tmp_path).output).exists()


def test_an_error_on_the_writing_thread_reaches_the_caller(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="logits of shape"), Results(plan(tmp_path), "key") as results:
        results.take(Window(0, 0, 20, 20), np.zeros((2, 20, 20), np.float32), -5e3)
        results.finish(complete=True, outside_below=-5e3)
    assert not Path(plan(tmp_path).output).exists()


def test_the_journal_stays_where_the_file_cannot_be_put_in_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(_: Aside) -> None:
        raise OutputLocked("opened meanwhile")

    monkeypatch.setattr(Aside, "_publish", locked)
    with pytest.raises(OutputLocked), Results(plan(tmp_path), "key") as results:
        for row in (0, 20):
            results.take(Window(row, 0, 20, 20), np.full((1, 20, 20), 10.0, np.float32), -5e3)
        results.finish(complete=True, outside_below=-5e3)
    monkeypatch.undo()
    with Results(plan(tmp_path), "key", resume=True) as results:
        assert results.first_row == 20
