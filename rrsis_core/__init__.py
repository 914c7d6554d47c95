"""Referring segmentation of aerial and satellite imagery: what training, inference and the QGIS plugin share."""

from __future__ import annotations

__version__ = "0.1.0"
