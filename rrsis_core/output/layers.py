"""Polygons → a vector file, one layer a phrase."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any

import numpy as np
import pyogrio
from numpy.typing import NDArray

from ..errors import OutputNotWritable
from ..footprint import Footprint
from ._formats import FIELDS, SHORT_FIELDS, VECTOR_DRIVERS
from .aside import Aside
from .problems import written
from .provenance import write_provenance

MAX_NAME = 60
_FAILURES = (RuntimeError, ValueError, sqlite3.Error)  # pyogrio's own errors are RuntimeErrors
_WAITING = 5_000  # features in memory before the fullest layer is written: opening a file for a few costs more
_NO_CRS = 'LOCAL_CS["Undefined Cartesian SRS"]'  # the GeoPackage standard's own name for "unknown" (srs_id -1)
_RESERVED = ("gpkg_", "rtree_", "sqlite_", "layer_styles")


def layer_names(phrases: Iterable[str]) -> list[str]:
    """Return a name for each phrase: letters, digits and underscores, at most 60, none twice (whatever the case)."""
    names: list[str] = []
    taken: set[str] = set()
    for phrase in phrases:
        clean = re.sub(r"\W+", "_", phrase).strip("_")
        if not clean or clean[0].isdigit() or clean.lower().startswith(_RESERVED):
            clean = f"phrase_{clean}".rstrip("_")
        name, number = clean[:MAX_NAME].rstrip("_"), 1
        while name.casefold() in taken:
            number += 1
            ending = f"_{number}"
            name = clean[: MAX_NAME - len(ending)].rstrip("_") + ending
        taken.add(name.casefold())
        names.append(name)
    return names


@dataclass
class _Layer:
    """Features of one layer that are not in the file yet."""

    phrase: str
    rows: list[tuple[Footprint, str, str, str]] = field(default_factory=list)  # with phrase, model and run
    begun: bool = False


class LayerWriter:
    """Writes layers of footprints into one file, in bounded memory; a context manager.

    A GeoPackage gets one layer a name, also where nothing was found, and the provenance in its metadata tables. Formats
    that hold a single layer get all features in one, told apart by the field `phrase`, and are written at the end, many
    features by way of a GeoPackage. The file appears under its name when the block ends without an error, and not at
    all otherwise.

    Args:
        path: The file; its ending chooses the format.
        crs_wkt: Coordinate reference system of the footprints; None: none is known, and the file says so.
        provenance: JSON values that say how the result came to be.
        overwrite: Whether the file may replace something else than an earlier result.

    Attributes:
        aside: Where it is written; to be told where it is only a part.
    """

    def __init__(self, path: str, crs_wkt: str | None, provenance: dict[str, Any], *, overwrite: bool = False) -> None:
        self.aside = Aside(path, overwrite=overwrite)
        self._driver = VECTOR_DRIVERS.get(self.aside.target.suffix.lower(), "")
        self._crs = crs_wkt or _NO_CRS
        self._provenance = provenance
        self._layers: dict[str, _Layer] = {}
        self._waiting = 0
        self._spool = self.aside.path.with_name("spool.gpkg")

    def __enter__(self) -> LayerWriter:
        """Open the place aside.

        Raises:
            OutputNotWritable: As of check_output.
        """
        if not self._driver:
            raise OutputNotWritable(
                f"{self.aside.target} is no vector file: use one of {', '.join(VECTOR_DRIVERS)}.",
                path=str(self.aside.target),
            )
        self.aside.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Write what is left and put the file in its place, or delete it after an error.

        Raises:
            DiskFull: There was no room; OutputLocked: the file was opened elsewhere; OutputNotWritable: another reason.
        """
        if kind is not None:
            self.aside.__exit__(kind, value, trace)
            return
        with ExitStack() as stack:
            stack.push(self.aside)  # sees an error of what follows, and deletes the file then
            for name, layer in self._layers.items():
                self._write(name, layer, spooled=layer.begun and self._driver != "GPKG")
                if layer.begun and self._spool.exists():
                    self._unspool(name, layer)
            if self._driver == "GPKG" and self._layers:
                with written(self.aside.target, *_FAILURES):
                    write_provenance(self.aside.path, self._provenance)

    def add(
        self, layer_name: str, phrase: str, footprints: Sequence[Footprint], *, model: str = "", run_id: str = ""
    ) -> None:
        """Add footprints to a layer, which need not exist yet; without footprints it stays empty.

        Raises:
            DiskFull: There is no room; OutputNotWritable: it cannot be written for another reason.
        """
        name = layer_name if self._driver == "GPKG" else self.aside.target.stem
        layer = self._layers.setdefault(name, _Layer(phrase))
        layer.rows += [(footprint, phrase, model, run_id) for footprint in footprints]
        self._waiting += len(footprints)
        while self._waiting >= _WAITING:
            fullest = max(self._layers.items(), key=lambda item: len(item[1].rows))
            self._write(*fullest, spooled=self._driver != "GPKG")

    def _write(self, name: str, layer: _Layer, *, spooled: bool) -> None:
        """Append the waiting features of a layer to the file, or to the GeoPackage from which it will be made."""
        if layer.begun and not layer.rows:
            return
        driver = "GPKG" if spooled else self._driver
        with written(self.aside.target, *_FAILURES):
            pyogrio.raw.write(
                self._spool if spooled else self.aside.path,
                _objects([footprint.wkb for footprint, *_ in layer.rows]),
                _columns(layer.rows),
                np.array(SHORT_FIELDS if self._driver == "ESRI Shapefile" else FIELDS),
                layer=name,
                driver=driver,
                geometry_type="Polygon",
                crs=self._crs,
                append=layer.begun,
                layer_options={} if layer.begun else {"SPATIAL_INDEX": "NO"} if spooled else self._options(layer),
                # The GDAL of QGIS 3.22 knows no newer version, and warns of it at every layer.
                dataset_options={"VERSION": "1.2"} if driver == "GPKG" else {},
            )
        self._waiting -= len(layer.rows)
        layer.rows, layer.begun = [], True

    def _unspool(self, name: str, layer: _Layer) -> None:
        """Make the file from the GeoPackage in which its features were kept, some at a time."""
        with written(self.aside.target, *_FAILURES):
            with pyogrio.raw.open_arrow(self._spool, layer=name, batch_size=_WAITING, use_pyarrow=False) as opened:
                facts, stream = opened
                pyogrio.raw.write_arrow(
                    stream,
                    self.aside.path,
                    layer=name,
                    driver=self._driver,
                    geometry_name=facts["geometry_name"],
                    geometry_type="Polygon",
                    crs=self._crs,
                    layer_options=self._options(layer),
                )
            self._spool.unlink()

    def _options(self, layer: _Layer) -> dict[str, str]:
        if self._driver == "GPKG":
            return {"DESCRIPTION": layer.phrase}
        if self._driver == "GeoJSON" and self._crs != _NO_CRS:
            return {"RFC7946": "YES"}  # the standard knows longitude and latitude of WGS 84 alone
        return {}


def _objects(values: list[Any]) -> NDArray[np.object_]:
    array = np.empty(len(values), dtype=object)
    array[:] = values
    return array


def _columns(rows: list[tuple[Footprint, str, str, str]]) -> list[NDArray[Any]]:
    """Return one array a field, in the order of FIELDS."""
    shapes = [row[0] for row in rows]
    numbers = np.array([(f.prob_mean, f.prob_max, f.area_m2, f.perimeter_m) for f in shapes], dtype=np.float64)
    phrase, model, run = (_objects([row[place] for row in rows]) for place in (1, 2, 3))
    return [phrase, *numbers.reshape(-1, 4).T.copy(), model, run]
