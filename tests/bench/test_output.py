"""The benchmark of large results writes what it counts."""

from __future__ import annotations

import pytest
import shapely

from bench import output


@pytest.mark.parametrize("ending", ["gpkg", "parquet"])
def test_every_format_is_written_and_measured(monkeypatch, ending):
    monkeypatch.setattr(output, "BATCH", 50)
    memory_mb, seconds, size = output._measured(ending, 200)
    assert memory_mb >= 0 and seconds >= 0 and size > 200 * 8


def test_batches_do_not_overlap():
    shapes = shapely.from_wkb([row.wkb for number in (0, 1) for row in output._batch(number)[:20]])
    assert shapely.is_valid(shapes).all() and shapely.union_all(shapes).area == pytest.approx(
        shapely.area(shapes).sum()
    )
