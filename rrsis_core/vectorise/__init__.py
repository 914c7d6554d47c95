"""Probability → polygons with area and score, strip by strip, as if the raster were one piece."""

from __future__ import annotations

from .foremost import Foremost
from .polygoniser import Polygoniser, polygonise

__all__ = ["Foremost", "Polygoniser", "polygonise"]
