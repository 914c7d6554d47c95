"""Warnings are collected, and still reach whoever listened before."""

from __future__ import annotations

import math
import warnings

from rrsis_core.errors import NoCrs, warn
from rrsis_core.notices import heard, say_endings
from rrsis_core.request import LayerResult


def test_ours_are_collected_and_passed_on() -> None:
    with warnings.catch_warnings(record=True) as outer:
        warnings.simplefilter("always")
        with heard() as notices:
            for _ in range(2):
                warn(NoCrs("no CRS: 0.3 m assumed", gsd_m=0.3))
            warnings.warn("of another library", stacklevel=1)
    assert [(n.code, n.details) for n in notices] == [("no-crs", {"gsd_m": 0.3})] * 2
    assert [str(w.message) for w in outer] == ["no CRS: 0.3 m assumed"] * 2 + ["of another library"]


def test_endings_name_the_phrase_and_the_highest_probability() -> None:
    layers = [
        LayerResult("cars", "cars", 0, 0.0, 0.41),
        LayerResult("trees", "trees", 2, 5.0, 0.9),
        LayerResult("sea", "sea", 0, 0.0, math.nan),
    ]
    with warnings.catch_warnings(record=True), heard() as notices:
        say_endings(layers, 0.5, complete=False)
    assert [n.code for n in notices] == ["nothing-found", "nothing-found", "stopped-early"]
    assert notices[0].details == {"phrase": "cars", "highest": 0.41, "threshold": 0.5}
