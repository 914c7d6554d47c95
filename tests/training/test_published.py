"""The published figures are whole rows of plausible percentages."""

from __future__ import annotations

import pytest

from rrsis_core.datasets.registry import READERS
from rrsis_core.training.published import PUBLISHED, Row


@pytest.mark.parametrize("row", [row for rows in PUBLISHED.values() for row in rows], ids=lambda row: row.method)
def test_stricter_thresholds_are_met_less_often(row: Row) -> None:
    assert all(0 < figure < 100 for figure in row.figures)
    assert list(row.figures[:5]) == sorted(row.figures[:5], reverse=True)


def test_every_table_belongs_to_a_reader() -> None:
    assert set(PUBLISHED) <= set(READERS)
