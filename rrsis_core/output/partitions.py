"""Polygons → a folder of GeoParquet files of a million features at most, for results too large for one file."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from importlib import import_module
from types import TracebackType
from typing import Any

import numpy as np
import shapely
from pyproj import CRS
from pyproj.exceptions import CRSError

from ..errors import OutputNotWritable
from ..footprint import Footprint
from ._formats import PARTITIONED
from .aside import Aside
from .problems import written

MOST_FEATURES = 1_000_000  # of a file
_WAITING = 20_000  # features of a layer in memory, and of a row group
_VERSION = "1.0.0"  # of GeoParquet, https://geoparquet.org/releases/v1.0.0/


class _Partition:
    """One file that is being written.

    Args:
        path: Where.
        crs: PROJJSON, or None where the coordinate reference system is unknown.
        provenance: JSON text.
    """

    def __init__(self, path: str, crs: dict[str, Any] | None, provenance: str) -> None:
        self._crs = crs
        self._writer = import_module("pyarrow.parquet").ParquetWriter(path, _schema(provenance), compression="zstd")
        self._bounds = np.array([np.inf, np.inf, -np.inf, -np.inf])
        self.count = 0

    def write(self, phrase: str, rows: Sequence[Footprint], model: str, run_id: str) -> None:
        """Append a row group."""
        bounds = shapely.total_bounds(shapely.from_wkb([row.wkb for row in rows]))
        self._bounds[:2] = np.minimum(self._bounds[:2], bounds[:2])
        self._bounds[2:] = np.maximum(self._bounds[2:], bounds[2:])
        count = len(rows)
        columns = {
            "phrase": [phrase] * count,
            "prob_mean": [row.prob_mean for row in rows],
            "prob_max": [row.prob_max for row in rows],
            "area_m2": [row.area_m2 for row in rows],
            "perimeter_m": [row.perimeter_m for row in rows],
            "model": [model] * count,
            "run_id": [run_id] * count,
            "geometry": [row.wkb for row in rows],
        }
        self._writer.write_table(_arrow().table(columns, schema=_schema()))
        self.count += count

    def close(self) -> None:
        """Write the metadata of the geometries and close the file."""
        column: dict[str, Any] = {
            "encoding": "WKB",
            "geometry_types": ["Polygon"],
            "crs": self._crs,
            "orientation": "counterclockwise",
        }
        if self.count:
            column["bbox"] = self._bounds.tolist()
        geo = {"version": _VERSION, "primary_column": "geometry", "columns": {"geometry": column}}
        self._writer.add_key_value_metadata({"geo": json.dumps(geo)})
        self._writer.close()

    def abandon(self) -> None:
        """Let go of the file, which is about to be deleted."""
        self._writer.close()


class PartitionWriter:
    """Writes layers of footprints as GeoParquet, one file a layer and million, in bounded memory; a context manager.

    The folder `path` appears whole when the block ends without an error, and not at all otherwise. Files are called
    layer-00000.parquet and so on; their schemas are alike, so that readers of Parquet take the folder as one table.

    Args:
        path: The folder; its name ends with .parquet.
        crs_wkt: Coordinate reference system of the footprints; None: none is known, and the files say so.
        provenance: JSON values that say how the result came to be, in the metadata "rrsis" of every file.
        overwrite: Whether the folder may replace something else than an earlier result.

    Attributes:
        aside: Where it is written; to be told where it is only a part.
    """

    def __init__(self, path: str, crs_wkt: str | None, provenance: dict[str, Any], *, overwrite: bool = False) -> None:
        self.aside = Aside(path, overwrite=overwrite)
        self._crs = _projjson(crs_wkt)
        self._provenance = json.dumps(provenance, ensure_ascii=False, sort_keys=True, default=str)
        self._open: dict[str, _Partition] = {}
        self._numbers: dict[str, int] = {}
        self._waiting: dict[tuple[str, str, str, str], list[Footprint]] = {}

    def __enter__(self) -> PartitionWriter:
        """Open the place aside.

        Raises:
            OutputNotWritable: As of check_output, or pyarrow is not installed.
        """
        target = self.aside.target
        try:  # a part of the cluster's environment, not of every worker's; and it takes 50 MB
            _arrow()
        except ImportError as error:
            raise OutputNotWritable(
                f"{target} cannot be written, since pyarrow is not installed here: install"
                " rrsis_core/worker/requirements-cluster.txt, or choose a .gpkg file.",
                path=str(target),
            ) from error
        self.aside.__enter__()
        with written(target):
            self.aside.path.mkdir()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Write what is left and put the folder in its place, or delete it after an error.

        Raises:
            DiskFull: There was no room; OutputLocked: a file was opened elsewhere; OutputNotWritable: another reason.
        """
        if kind is not None:
            for partition in self._open.values():
                with suppress(OSError, _failure()):
                    partition.abandon()
            self.aside.__exit__(kind, value, trace)
            return
        with ExitStack() as stack:
            stack.push(self.aside)  # sees an error of what follows, and deletes the folder then
            for key in list(self._waiting):
                self._write(key)
            with written(self.aside.target, _failure()):
                for partition in self._open.values():
                    partition.close()

    def add(
        self, layer_name: str, phrase: str, footprints: Sequence[Footprint], *, model: str = "", run_id: str = ""
    ) -> None:
        """Add footprints to a layer, which need not exist yet; without footprints it stays empty.

        Raises:
            DiskFull: There is no room; OutputNotWritable: it cannot be written for another reason.
        """
        key = (layer_name, phrase, model, run_id)
        waiting = self._waiting.setdefault(key, [])
        waiting += footprints
        if len(waiting) >= _WAITING:
            self._write(key)
        elif layer_name not in self._open:
            with written(self.aside.target, _failure()):
                self._partition(layer_name)

    def _write(self, key: tuple[str, str, str, str]) -> None:
        """Write the waiting footprints of a layer, into further files where one is full."""
        name, phrase, model, run_id = key
        rows, self._waiting[key] = self._waiting[key], []
        with written(self.aside.target, _failure()):
            while rows:
                partition = self._partition(name)
                count = min(len(rows), _WAITING, MOST_FEATURES - partition.count)
                partition.write(phrase, rows[:count], model, run_id)
                rows = rows[count:]

    def _partition(self, name: str) -> _Partition:
        """Return the file of a layer that has room, opened where there is none."""
        partition = self._open.get(name)
        if partition is None or partition.count >= MOST_FEATURES:
            if partition is not None:
                partition.close()
            number = self._numbers.get(name, -1) + 1
            self._numbers[name] = number
            path = self.aside.path / f"{name}-{number:05d}{PARTITIONED}"
            partition = self._open[name] = _Partition(str(path), self._crs, self._provenance)
        return partition


def _arrow() -> Any:
    return import_module("pyarrow")


def _failure() -> type[Exception]:
    return _arrow().ArrowException  # type: ignore[no-any-return]


def _schema(provenance: str | None = None) -> Any:
    pyarrow = _arrow()
    text, number = pyarrow.string(), pyarrow.float64()
    kinds = {
        "phrase": text,
        "prob_mean": number,
        "prob_max": number,
        "area_m2": number,
        "perimeter_m": number,
        "model": text,
        "run_id": text,
        "geometry": pyarrow.binary(),
    }
    return pyarrow.schema(list(kinds.items()), metadata=None if provenance is None else {"rrsis": provenance})


def _projjson(wkt: str | None) -> dict[str, Any] | None:
    try:
        return None if wkt is None else CRS.from_wkt(wkt).to_json_dict()
    except CRSError:  # one that PROJ does not know is left out rather than losing the run
        return None
