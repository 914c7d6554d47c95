"""Layers of a run copied into the GeoPackage of a project, all of them while it is open once.

Opening a file of a hundred tables takes SQLite a while, and QGIS would open it anew for each layer that it writes, and
more than once for its metadata: thirty layers took half a minute. GDAL copies them into a file that stays open.
"""

from __future__ import annotations

import contextlib
from pathlib import Path
from traceback import clear_frames
from typing import List, Optional, Sequence, Tuple, TypeVar

from osgeo import gdal, ogr
from qgis.core import QgsLayerMetadata
from qgis.PyQt.QtXml import QDomDocument, QDomImplementation

from ..rrsis_core.errors import OutputNotWritable
from ..rrsis_core.gpkg_metadata import statements
from .i18n import tr

QGIS_METADATA = "http://mrcc.com/qgis.dtd"  # by this name QGIS finds the metadata of a layer
T = TypeVar("T")


def free_name(wanted: str, taken: set[str]) -> str:
    """Return `wanted`, or "`wanted` 2", "`wanted` 3" … where it is taken, whatever the case of its letters."""
    lower = {name.lower() for name in taken}
    name, number = wanted, 1
    while name.lower() in lower:
        number += 1
        name = f"{wanted} {number}"
    return name


def copy_layers(source: Path, target: Path, layers: Sequence[Tuple[str, QgsLayerMetadata]]) -> List[str]:
    """Copy `layers` of `source` into `target` and return their names there; any thread.

    Args:
        source: A GeoPackage, which is only read.
        target: A GeoPackage to which nobody else writes meanwhile; it is made where it is missing. Where copying fails
            it is left with the layers that it had.
        layers: The name of each in `source`, which it keeps where that is free, and what is said of it.

    Raises:
        OutputNotWritable: One of the files cannot be opened, or `target` does not take all objects.
    """
    is_new = not target.exists()
    names: List[str] = []
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    gdal.ErrorReset()
    try:
        counts = _copy(source, target, layers, names)
        if _counts(target, names) != counts:  # GDAL may call written what a file refused that another program holds
            raise RuntimeError(tr("not all objects arrived there"))
    except RuntimeError as error:  # of GDAL, where somebody in this process had it raise errors, or of _sure()
        clear_frames(error.__traceback__)  # they hold the files open
        with contextlib.suppress(RuntimeError, OSError):
            target.unlink() if is_new else _take_back(target, names)
        raise OutputNotWritable(
            tr('The results cannot be written to "{file}": {reason}').format(file=target, reason=error),
            path=str(target),
        ) from error
    finally:
        gdal.PopErrorHandler()
    return names


def _copy(source: Path, target: Path, layers: Sequence[Tuple[str, QgsLayerMetadata]], names: List[str]) -> List[int]:
    """Copy, note in `names` what is begun, and return how many objects each layer has."""
    found, project = _opened(source), _opened(target, gdal.OF_UPDATE) if target.exists() else _made(target)
    counts = []
    for layer, _ in layers:
        counts.append(_sure(found.GetLayerByName(layer)).GetFeatureCount())
        names.append(free_name(layer, _tables_of(project)))
        # Not CopyLayer(), which tries for ever where the file refuses an object; nor what GDAL makes of the metadata,
        # which is all of it once more, wrapped in XML.
        copied = gdal.VectorTranslate(project, found, layers=[layer], layerName=names[-1], options=["-nomd"])
        _sure(copied == 1)
    _sure(project.StartTransaction() == ogr.OGRERR_NONE)
    for name, (_, metadata) in zip(names, layers):
        for statement in statements(_xml_of(metadata), QGIS_METADATA, "text/xml", name):
            _carry_out(project, statement)
    _sure(project.CommitTransaction() == ogr.OGRERR_NONE)
    return counts


def _counts(file: Path, names: Sequence[str]) -> List[int]:
    """Return how many objects the layers `names` of `file` have."""
    package = _opened(file)
    return [_sure(package.GetLayerByName(name)).GetFeatureCount() for name in names]


def _take_back(file: Path, names: Sequence[str]) -> None:
    """Delete the layers `names` of `file`, as far as they are there."""
    package = _opened(file, gdal.OF_UPDATE)
    for place, name in reversed(list(enumerate(_tables_of(package)))):
        if name in names:
            package.DeleteLayer(place)


def _opened(file: Path, mode: int = gdal.OF_READONLY) -> gdal.Dataset:
    package = gdal.OpenEx(str(file), gdal.OF_VECTOR | mode, ["GPKG"])
    if package is None and not gdal.GetLastErrorMsg():
        raise RuntimeError(tr("it is no GeoPackage"))
    return _sure(package)


def _made(file: Path) -> gdal.Dataset:
    return _sure(gdal.GetDriverByName("GPKG").Create(str(file), 0, 0, 0, gdal.GDT_Unknown))


def _tables_of(package: gdal.Dataset) -> List[str]:
    return [package.GetLayer(place).GetName() for place in range(package.GetLayerCount())]


def _carry_out(package: gdal.Dataset, statement: str) -> None:
    """Carry out a statement of SQL that has no answer."""
    gdal.ErrorReset()
    package.ExecuteSQL(statement)
    _sure(gdal.GetLastErrorType() < gdal.CE_Failure)


def _xml_of(metadata: QgsLayerMetadata) -> str:
    """Return `metadata` as QGIS writes and reads it."""
    document = QDomDocument(QDomImplementation().createDocumentType("qgis", QGIS_METADATA, "SYSTEM"))
    root = document.createElement("qgis")
    document.appendChild(root)
    metadata.writeMetadataXml(root, document)
    return document.toString()


def _sure(answer: Optional[T]) -> T:
    """Return `answer` of GDAL.

    Raises:
        RuntimeError: It is None or False; the message is GDAL's.
    """
    if answer is None or answer is False:
        raise RuntimeError(gdal.GetLastErrorMsg() or "?")
    return answer
