"""What lies at an output's place already: an earlier result, which may be replaced, or something of somebody else."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from importlib import import_module
from pathlib import Path

import pyogrio
import rasterio
from rasterio.errors import RasterioError

from ._formats import FIELDS, PARTITIONED, RASTER_SUFFIXES, SHORT_FIELDS, TAG
from .provenance import STANDARD_URI

_COMPANIONS = (".dbf", ".shx", ".prj", ".cpg")  # of a Shapefile; without one they are tables of their own
_TABLES = "SELECT name FROM sqlite_master WHERE type IN ('table', 'view')"
WAIT_S = 2.0  # for a program that writes in it at the moment
_MACHINERY = ("gpkg_", "rtree_", "sqlite_")
_WRITTEN = """
SELECT r.table_name, max(r.timestamp) >= c.last_change FROM gpkg_metadata_reference r
 JOIN gpkg_metadata m ON m.id = r.md_file_id JOIN gpkg_contents c ON c.table_name = r.table_name
 WHERE m.md_standard_uri = ? AND r.reference_scope = 'table' GROUP BY r.table_name
"""


def strange(target: Path) -> str:
    """Return what at `target` is no untouched result of this program, in words for a sentence; "" where all is.

    A GeoPackage tells by itself which of its layers a run wrote, and when it was changed afterwards. A GeoTIFF and
    GeoParquet carry our provenance; of other formats only the fields tell, so that changes in them are not noticed.

    Raises:
        sqlite3.OperationalError: Another program has locked the GeoPackage, so that nobody can tell.
    """
    suffix = target.suffix.lower()
    if not target.exists():
        lone = [end for end in _COMPANIONS if target.with_suffix(end).exists()] if suffix == ".shp" else []
        return f"{target.with_suffix(lone[0]).name} lies beside it" if lone else ""
    if target.is_file() and target.stat().st_size == 0:
        return ""
    if suffix == PARTITIONED:
        return _in_folder(target)
    if suffix == ".gpkg":
        return _in_geopackage(target)
    if suffix in RASTER_SUFFIXES:
        return _in_raster(target)
    return _in_file(target)


def _in_geopackage(target: Path) -> str:
    try:
        with closing(sqlite3.connect(f"{target.absolute().as_uri()}?mode=ro", uri=True, timeout=WAIT_S)) as database:
            names = {str(name) for (name,) in database.execute(_TABLES)}
            known = "gpkg_metadata_reference" in names
            written = dict(database.execute(_WRITTEN, (STANDARD_URI,))) if known else {}
    except sqlite3.Error as error:
        if isinstance(error, sqlite3.OperationalError) and "locked" in str(error):
            raise
        return "it is no GeoPackage that a run wrote"
    tables = {name for name in names if not name.startswith(_MACHINERY)}
    others = sorted(tables - set(written))
    if others:
        return f"it holds {_listed(others)}, which no run wrote"
    changed = sorted(name for name in tables if not written[name])
    return f"{_listed(changed)} was changed after the run" if changed else ""


def _in_raster(target: Path) -> str:
    try:
        with rasterio.open(target) as file:
            return "" if TAG in file.tags() else "it holds no probabilities of a run"
    except RasterioError:
        return "it is no raster that a run wrote"


def _in_file(target: Path) -> str:
    try:
        info = pyogrio.read_info(target, force_feature_count=True)
    except (RuntimeError, ValueError):  # pyogrio's own errors are RuntimeErrors
        return "it is no file that a run wrote"
    fields = tuple(info["fields"])
    if not fields:  # GeoJSON forgets them where nothing was found
        return "it holds shapes without fields, which no run wrote" if info["features"] else ""
    return "" if fields in (FIELDS, SHORT_FIELDS) else f"its fields are {_listed(fields)}, not those of a result"


def _in_folder(target: Path) -> str:
    if not target.is_dir():
        return "it is a file, not a folder that a run wrote"
    for entry in sorted(target.iterdir()):
        if entry.suffix != PARTITIONED or not entry.is_file() or not _is_partition(entry):
            return f"it holds {entry.name}, which no run wrote"
    return ""


def _is_partition(file: Path) -> bool:
    try:
        return b"rrsis" in (import_module("pyarrow.parquet").read_schema(file).metadata or {})
    except (ImportError, OSError, ValueError):  # pyarrow's ArrowInvalid is a ValueError
        return False


def _listed(names: Iterable[str]) -> str:
    some = [f'"{name}"' for name in names]
    return ", ".join([*some[:3], "…"] if len(some) > 3 else some)
