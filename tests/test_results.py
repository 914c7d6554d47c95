"""Results are written in order on a thread of their own; what fails there is raised to the caller."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from rrsis_core.grid import Window
from rrsis_core.results import Results
from rrsis_core.rows import Rows
from tests.test_rows import QUESTION, plan

TILES = [Window(0, 0, 20, 20), Window(20, 0, 20, 20)]


def test_rows_become_polygons_and_outside_becomes_nodata(tmp_path: Path) -> None:
    planned = plan(tmp_path)
    with Rows(planned, QUESTION) as rows, Results(planned, rows, TILES, -5e3) as results:
        for row in (0, 20):
            logits = np.full((1, 20, 20), -10.0, np.float32)
            logits[0, 5:15, 5:10] = 10
            logits[0, :, 15:] = -1e4
            results.take(Window(row, 0, 20, 20), logits)
        (layer,) = results.finish(complete=True)
    assert (layer.count, layer.area_m2) == (2, pytest.approx(100.0))
    assert Path(planned.output).exists()
    assert [path.name for path in tmp_path.iterdir()] == ["o.gpkg"]


def test_a_part_ends_where_tiles_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    planned = replace(plan(tmp_path), window=Window(0, 0, 9000, 20))
    taken: list[Window] = []
    with Rows(planned, QUESTION) as rows, Results(planned, rows, TILES, -5e3) as results:
        monkeypatch.setattr(rows, "add", lambda strip, _, **__: taken.append(strip))
        for row in (0, 20):
            results.take(Window(row, 0, 20, 20), np.full((1, 20, 20), 10, np.float32))
        results.finish(complete=False)
    assert max(strip.row_end for strip in taken) == 40


def test_an_error_on_the_writing_thread_reaches_the_caller(tmp_path: Path) -> None:
    planned = plan(tmp_path)
    with (
        pytest.raises(ValueError, match="logits of shape"),
        Rows(planned, QUESTION) as rows,
        Results(planned, rows, TILES, -5e3) as results,
    ):
        results.take(Window(0, 0, 20, 20), np.zeros((2, 20, 20), np.float32))
        results.finish(complete=True)
    assert not list(tmp_path.iterdir())
