"""QGIS layers as files: the path of one that is a file, a rendered GeoTIFF of one that is not, polygons as a mask."""

from __future__ import annotations

import math
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Callable, Iterable, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsDistanceArea,
    QgsFeature,
    QgsFields,
    QgsPointXY,
    QgsProject,
    QgsRasterBlockFeedback,
    QgsRasterFileWriter,
    QgsRasterLayer,
    QgsRasterPipe,
    QgsRectangle,
    QgsVectorFileWriter,
    QgsWkbTypes,
)

from ..rrsis_core.catalog import ModelCard
from ..rrsis_core.errors import (
    Cancelled,
    ExtentInvalid,
    LayerUnsupported,
    MaskUnreadable,
    OutputNotWritable,
    TooManyTiles,
)
from ..rrsis_core.grid import Bounds
from .i18n import tr

IsCancelled = Callable[[], bool]


@dataclass(frozen=True)
class RasterSource:
    """A raster layer, ready to be read away from the main thread.

    Args:
        name: The layer's name.
        crs: The layer's coordinate reference system; the user may have set another than the file's.
        extent: The whole layer, in `crs`.
        path: What GDAL opens; "" where the layer is no file.
        provider: A private copy of the layer's provider where it is no file.
    """

    name: str
    crs: QgsCoordinateReferenceSystem
    extent: QgsRectangle
    path: str = ""
    provider: Optional[Any] = None

    @property
    def is_file(self) -> bool:
        """Whether the worker reads it by itself."""
        return bool(self.path)


def raster_source(layer: Optional[QgsRasterLayer]) -> RasterSource:
    """Return `layer` as a source; call it in the layer's thread.

    Raises:
        LayerUnsupported: There is no layer, it is not valid, or its provider cannot be copied.
    """
    if layer is None:
        raise LayerUnsupported(tr("No raster layer was chosen. Add imagery to the project and choose it."), layer="")
    if not isinstance(layer, QgsRasterLayer) or not layer.isValid() or layer.dataProvider() is None:
        raise LayerUnsupported(
            tr('The layer "{layer}" is broken. Repair its data source, or choose another layer.').format(
                layer=layer.name()
            ),
            layer=layer.name(),
        )
    provider = layer.dataProvider()
    if provider.name() == "gdal":
        path = gdal_path(provider.dataSourceUri())
        return RasterSource(layer.name(), layer.crs(), layer.extent(), path=path)
    copy = provider.clone()
    if copy is None or not copy.isValid():
        raise LayerUnsupported(
            tr('The layer "{layer}" ({kind}) cannot be rendered. Export it as a GeoTIFF and use that.').format(
                layer=layer.name(), kind=provider.name()
            ),
            layer=layer.name(),
            kind=provider.name(),
        )
    return RasterSource(layer.name(), layer.crs(), layer.extent(), provider=copy)


def gdal_path(uri: str) -> str:
    """Return what GDAL opens of a QGIS data source: without `|option:…` and its like, subdatasets as they are."""
    if "|" not in uri or os.path.exists(uri):
        return uri
    return uri.split("|", 1)[0]


def to_crs(
    extent: QgsRectangle, source: QgsCoordinateReferenceSystem, target: QgsCoordinateReferenceSystem
) -> QgsRectangle:
    """Return `extent` in `target`; as it is where one of the two is unknown.

    Raises:
        ExtentInvalid: It has no place in `target`.
    """
    if not source.isValid() or not target.isValid() or source == target:
        return extent
    try:
        return QgsCoordinateTransform(source, target, QgsProject.instance()).transformBoundingBox(extent)
    except QgsCsException as error:
        raise no_place(str(error)) from error


def no_place(reason: str) -> ExtentInvalid:
    """Return the error that says that an area cannot be brought into a layer's coordinate system."""
    return ExtentInvalid(
        tr("The area has no place in the layer's coordinate system. Choose another area."), reason=reason
    )


def metres_per_unit(crs: QgsCoordinateReferenceSystem, at: QgsPointXY) -> tuple[float, float]:
    """Return how many metres on the ground one map unit is at `at`, along x and along y; (1, 1) without a CRS."""
    if not crs.isValid():
        return 1.0, 1.0
    measure = QgsDistanceArea()
    measure.setSourceCrs(crs, QgsCoordinateTransformContext())
    measure.setEllipsoid(crs.ellipsoidAcronym() or "EPSG:7030")
    step = 1e-4 if crs.isGeographic() else 1.0
    right = measure.measureLine(at, QgsPointXY(at.x() + step, at.y()))
    up = measure.measureLine(at, QgsPointXY(at.x(), at.y() + step))
    return right / step, up / step


@dataclass(frozen=True)
class Rendering:
    """The grid in which a layer that is no file is rendered."""

    extent: QgsRectangle
    columns: int
    rows: int
    tiles: int


def plan_rendering(
    source: RasterSource, bounds: Optional[Bounds], card: ModelCard, gsd_m: Optional[float], max_tiles: int
) -> Rendering:
    """Return the grid of `bounds` (None: the whole layer) at the model's resolution.

    Raises:
        TooManyTiles: The model would look at more than `max_tiles` tiles; nothing has been fetched.
    """
    extent = source.extent if bounds is None else QgsRectangle(*bounds).intersect(source.extent)
    if extent.isEmpty():
        raise LayerUnsupported(
            tr('The extent does not touch the layer "{layer}". Move the map there.').format(layer=source.name),
            layer=source.name,
        )
    gsd_m = gsd_m or math.sqrt(card.gsd_range_m[0] * card.gsd_range_m[1])  # a service has no resolution of its own
    right, up = metres_per_unit(source.crs, extent.center())
    columns = max(1, math.ceil(extent.width() * right / gsd_m))
    rows = max(1, math.ceil(extent.height() * up / gsd_m))
    step = card.tile_px - card.overlap_px
    tiles = math.ceil(max(columns - card.overlap_px, 1) / step) * math.ceil(max(rows - card.overlap_px, 1) / step)
    if tiles > max_tiles:
        raise TooManyTiles(
            tr(
                'The layer "{layer}" is fetched from a service: this area needs {tiles} tiles at {gsd:g} m a pixel, and'
                " at most {limit} are fetched. Choose a smaller area, coarser pixels, or a file."
            ).format(layer=source.name, tiles=tiles, gsd=gsd_m, limit=max_tiles),
            layer=source.name,
            tiles=tiles,
            limit=max_tiles,
        )
    return Rendering(extent, columns, rows, tiles)


def render(source: RasterSource, grid: Rendering, path: Path, feedback: QgsRasterBlockFeedback) -> None:
    """Write `grid` of a layer that is no file to a GeoTIFF; runs in any thread, stops when `feedback` is cancelled.

    Raises:
        LayerUnsupported: The provider gave nothing.
        Cancelled: `feedback` was cancelled.
    """
    pipe = QgsRasterPipe()
    provider = source.provider.clone() if source.provider is not None else None
    if provider is None or not pipe.set(provider):
        raise LayerUnsupported(
            tr('The layer "{layer}" cannot be rendered.').format(layer=source.name), layer=source.name
        )
    writer = QgsRasterFileWriter(str(path))
    writer.setOutputFormat("GTiff")
    writer.setOutputProviderKey("gdal")
    writer.setCreateOptions(["TILED=YES", "COMPRESS=DEFLATE", "BIGTIFF=IF_SAFER"])
    failure = writer.writeRaster(
        pipe, grid.columns, grid.rows, grid.extent, source.crs, QgsCoordinateTransformContext(), feedback
    )
    if feedback.isCanceled():
        raise Cancelled(tr("Cancelled while the layer was being fetched."))
    if int(failure) != 0 or not path.is_file():
        raise LayerUnsupported(
            tr('The layer "{layer}" could not be fetched ({reason}). Check the connection.').format(
                layer=source.name, reason="; ".join(feedback.errors()) or int(failure)
            ),
            layer=source.name,
        )


def write_mask(
    features: Iterable[QgsFeature], crs: QgsCoordinateReferenceSystem, path: Path, cancelled: IsCancelled
) -> None:
    """Write the polygons of `features` to a GeoPackage; runs in any thread.

    Raises:
        MaskUnreadable: There is no polygon among them.
        OutputNotWritable: The file cannot be written.
    """
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.layerName = "mask"
    writer = QgsVectorFileWriter.create(
        str(path), QgsFields(), QgsWkbTypes.Type.MultiPolygon, crs, QgsCoordinateTransformContext(), options
    )
    count = 0
    for feature in features:
        if cancelled():
            raise Cancelled(tr("Cancelled while the mask was being read."))
        geometry = feature.geometry()
        if geometry.isEmpty() or not geometry.convertToMultiType():
            continue
        polygon = QgsFeature()
        polygon.setGeometry(geometry)
        count += bool(writer.addFeature(polygon))
    problem = writer.errorMessage()
    del writer
    if problem:
        raise OutputNotWritable(problem, path=str(path))
    if not count:
        raise MaskUnreadable(tr("The mask holds no polygon. Select polygons, or search without a mask."))
