"""Formats of results, and the marks by which a result is known again."""

from __future__ import annotations

VECTOR_DRIVERS = {".gpkg": "GPKG", ".geojson": "GeoJSON", ".fgb": "FlatGeobuf", ".shp": "ESRI Shapefile"}
PARTITIONED = ".parquet"  # a folder of such files
RASTER_SUFFIXES = (".tif", ".tiff")

FIELDS = ("phrase", "prob_mean", "prob_max", "area_m2", "perimeter_m", "model", "run_id")
SHORT_FIELDS = (*FIELDS[:4], "perim_m", *FIELDS[5:])  # a Shapefile's names have ten letters
TAG = "RRSIS"  # of a probability raster: how it was made, as JSON
