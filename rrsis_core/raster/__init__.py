"""The only place that opens a raster: windows of it at the model's resolution, as three bands with a validity mask.

`open_raster` fixes one pixel grid. It is the raster's own grid scaled, so that a pixel measures `gsd_m` on the ground
at the raster's centre: north-up, or rotated as the raster is. All windows are windows of that grid, and a pixel's value
does not depend on the window through which it is read.
"""

from .handles import gdal_cache, unsigned
from .reader import CACHE_BYTES, Raster, open_raster
from .stac import items_of

__all__ = ["CACHE_BYTES", "Raster", "gdal_cache", "items_of", "open_raster", "unsigned"]
