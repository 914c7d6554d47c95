"""A footprint is a plain value."""

from __future__ import annotations

import dataclasses

import pytest

from rrsis_core.footprint import Footprint


def test_a_footprint_cannot_change() -> None:
    footprint = Footprint(b"", 0.5, 0.9, 10.0, 13.0)
    with pytest.raises(dataclasses.FrozenInstanceError):
        footprint.area_m2 = 3.0
