"""Probability → polygons with area and score, strip by strip, as if the raster were one piece."""

from __future__ import annotations

from .polygoniser import Polygoniser, polygonise

__all__ = ["Polygoniser", "polygonise"]
