"""Why a raster could not be opened or read, in a sentence with what to do about it."""

from __future__ import annotations

import os
import re

from ..errors import RasterUnreadable

# What GDAL says of an address, and what helps.
_REMEDIES = (
    (
        r"\b401\b|\b403\b|access ?denied|forbidden|credential|not defined|access_?key|signature|^missing \w+_",
        "the server wants to know who asks. Set what GDAL reads for it before the program starts (GDAL_HTTP_USERPWD or"
        " GDAL_HTTP_HEADERS; for s3 AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_NO_SIGN_REQUEST=YES where all"
        " may read), take an address that carries a signature, or download the file",
    ),
    (
        r"range downloading not supported",
        "this server gives its files only whole. Download the file and name that",
    ),
    (r"\b404\b|\b410\b|nosuchkey|nosuchbucket|does not exist", "nothing is there. Check the address"),
    (
        r"\b5\d\d\b|\b429\b|curl|timed? ?out|resolve|connect",
        "the network or the server fails. Check the address, the network and its proxy (GDAL_HTTP_PROXY), and run it"
        " again when it answers",
    ),
    (
        r"not recognized as being in a supported file format",
        "check that the address leads to the file itself and not to a page about it or a login",
    ),
)


def reason_of(error: BaseException) -> str:
    """Return what GDAL said, which rasterio often hides in the cause."""
    told = str(error.__cause__ or error).strip()
    return told.rstrip(".!") or type(error).__name__


def not_opened(path: str, error: BaseException, *, remote: bool) -> RasterUnreadable:
    """Return what is said of a raster that cannot be opened."""
    reason = reason_of(error)
    is_file = not path.startswith(("/vsi", "<")) and ":" not in path[2:]
    if is_file and not os.path.exists(path) and not os.path.exists(path.rpartition("#")[0]):  # LIST#ITEM
        return RasterUnreadable(f'There is no file "{path}": check its name and folder.', raster=path)
    remedy = "check that it is whole and of a kind that GDAL reads"
    if remote:
        said = reason.replace(path, "")  # numbers in the address are not the server's
        remedy = next((words for told, words in _REMEDIES if re.search(told, said, re.IGNORECASE)), remedy)
    return RasterUnreadable(f'"{path}" cannot be opened as a raster ({reason}): {remedy}.', raster=path, reason=reason)


def not_read(path: str, place: str, error: BaseException, *, remote: bool) -> RasterUnreadable:
    """Return what is said where a part of a raster, at `place`, cannot be read."""
    reason = reason_of(error)
    remedy = "the file is damaged or incomplete; copy or download it again"
    if remote:
        remedy = "the network or the server failed, or the file is damaged there; run it again when the server answers"
    return RasterUnreadable(f'"{path}" cannot be read at {place} ({reason}): {remedy}.', raster=path, reason=reason)
