"""The benchmark of polygons runs, and its ways agree on how many objects there are."""

from __future__ import annotations

from bench import vectorise


def test_ways_find_the_same_objects():
    counts = {name: way(vectorise.PATCH_PX + 100) for name, way in vectorise.WAYS.items() if name != "parted"}
    assert len(set(counts.values())) == 1 and min(counts.values()) > 500
