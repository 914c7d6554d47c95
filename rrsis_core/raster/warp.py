"""Rasters whose place is known by control points or a camera model alone, as north-up virtual rasters."""

from __future__ import annotations

from html import escape
from typing import Any

import numpy as np
from rasterio.control import GroundControlPoint
from rasterio.crs import CRS
from rasterio.errors import RasterioError
from rasterio.transform import RPCTransformer, array_bounds
from rasterio.warp import calculate_default_transform

from .bands import alpha_band

GDAL_TYPES = {
    "uint8": "Byte", "int8": "Int8", "uint16": "UInt16", "int16": "Int16", "uint32": "UInt32", "int32": "Int32",
    "uint64": "UInt64", "int64": "Int64", "float32": "Float32", "float64": "Float64",
}  # fmt: skip
_RPC_GRID = 11


def control_points(dataset: Any) -> tuple[list[GroundControlPoint], CRS, int] | None:
    """Return control points, their CRS and the order of the polynomial to fit (0: GDAL's choice); None without any.

    A camera model (RPC) becomes a lattice of control points at its mean height.
    """
    points, crs = dataset.gcps
    if len(points) >= 3 and crs is not None:
        return points, crs, 0
    if dataset.rpcs is None:
        return None
    rows, cols = (np.linspace(0, length, _RPC_GRID) for length in dataset.shape)
    row, col = (axis.ravel() for axis in np.meshgrid(rows, cols, indexing="ij"))
    height_m = dataset.rpcs.height_off
    with RPCTransformer(dataset.rpcs, rpc_height=height_m) as camera:
        # "ul": corners are meant, as everywhere here
        xs, ys = camera.xy(row, col, zs=np.full(row.shape, height_m), offset="ul")
    lattice = [GroundControlPoint(row=r, col=c, x=x, y=y, z=0.0) for r, c, x, y in zip(row, col, xs, ys)]
    return lattice, CRS.from_epsg(4326), 3


def warped_levels(dataset: Any, path: str, max_side: int) -> list[tuple[str, tuple[int, int]]]:
    """Return (VRT text, shape) of north-up views, each half as fine as the one before, until one fits `max_side`.

    Args:
        dataset: The open raster, with `control_points`.
        path: What GDAL opens it by.
        max_side: Longest side in pixels of the last view.

    Raises:
        RasterioError: The points do not make a plane.
    """
    found = control_points(dataset)
    if found is None:
        raise RasterioError("no control points")
    points, crs, order = found
    transform, width, height = calculate_default_transform(crs, crs, dataset.width, dataset.height, gcps=points)
    left, bottom, right, top = array_bounds(height, width, transform)
    levels = []
    factor = 1
    while True:
        shape = (-(-height // factor), -(-width // factor))
        geo = (left, (right - left) / shape[1], 0.0, top, 0.0, (bottom - top) / shape[0])
        levels.append(
            (_vrt(dataset, path, crs, shape, geo, points, order, "Bilinear" if factor == 1 else "Average"), shape)
        )
        if max(shape) <= max_side:
            return levels
        factor *= 2


def _vrt(
    dataset: Any,
    path: str,
    crs: CRS,
    shape: tuple[int, int],
    geo: tuple[float, ...],
    points: list[GroundControlPoint],
    order: int,
    resampling: str,
) -> str:
    alpha, interpretations, dtypes = alpha_band(dataset), dataset.colorinterp, dataset.dtypes
    if interpretations[0].name == "palette":
        resampling = "NearestNeighbour"
    wkt = escape(crs.to_wkt())
    inverse = (-geo[0] / geo[1], 1 / geo[1], 0.0, -geo[3] / geo[5], 0.0, 1 / geo[5])
    colours = [i for i in dataset.indexes if i != alpha]
    kinds = [(GDAL_TYPES[dtypes[i - 1]], interpretations[i - 1].name.capitalize()) for i in colours]
    kinds.append((kinds[0][0], "Alpha"))
    bands = "".join(
        f'<VRTRasterBand dataType="{kind}" band="{i}" subClass="VRTWarpedRasterBand">'
        f"<ColorInterp>{interp}</ColorInterp></VRTRasterBand>"
        for i, (kind, interp) in enumerate(kinds, 1)
    )
    listed = "".join(
        f'<GCP Id="{i}" Pixel="{p.col!r}" Line="{p.row!r}" X="{p.x!r}" Y="{p.y!r}"/>'
        for i, p in enumerate(_plain(point) for point in points)
    )
    mappings = "".join(
        f'<BandMapping src="{src}" dst="{dst}">{_nodata(dataset, src)}</BandMapping>'
        for dst, src in enumerate(colours, 1)
    )
    source_alpha = f"<SrcAlphaBand>{alpha}</SrcAlphaBand>" if alpha else ""
    return (
        f'<VRTDataset rasterXSize="{shape[1]}" rasterYSize="{shape[0]}" subClass="VRTWarpedDataset"><SRS>{wkt}</SRS>'
        f"<GeoTransform>{_numbers(geo)}</GeoTransform>{bands}<BlockXSize>512</BlockXSize><BlockYSize>512</BlockYSize>"
        "<GDALWarpOptions><WarpMemoryLimit>6.4e+07</WarpMemoryLimit>"
        f'<ResampleAlg>{resampling}</ResampleAlg><Option name="INIT_DEST">0</Option>'
        '<Option name="UNIFIED_SRC_NODATA">YES</Option>'
        f'<SourceDataset relativeToVRT="0">{escape(path)}</SourceDataset>'
        "<Transformer><ApproxTransformer><MaxError>0.125</MaxError><BaseTransformer><GenImgProjTransformer>"
        f"<SrcGCPTransformer><GCPTransformer><Order>{order}</Order><Reversed>0</Reversed><GCPList>{listed}</GCPList>"
        "</GCPTransformer></SrcGCPTransformer>"
        f"<DstGeoTransform>{_numbers(geo)}</DstGeoTransform><DstInvGeoTransform>{_numbers(inverse)}</DstInvGeoTransform>"
        "</GenImgProjTransformer></BaseTransformer></ApproxTransformer></Transformer>"
        f"<BandList>{mappings}</BandList>{source_alpha}<DstAlphaBand>{len(kinds)}</DstAlphaBand></GDALWarpOptions></VRTDataset>"
    )


def _plain(point: GroundControlPoint) -> GroundControlPoint:
    return GroundControlPoint(row=float(point.row), col=float(point.col), x=float(point.x), y=float(point.y))


def _numbers(values: tuple[float, ...]) -> str:
    return ", ".join(repr(float(value)) for value in values)


def _nodata(dataset: Any, band: int) -> str:
    value = dataset.nodatavals[band - 1]
    if value is None:
        return ""
    return f"<SrcNoDataReal>{float(value)!r}</SrcNoDataReal><SrcNoDataImag>0</SrcNoDataImag>"
