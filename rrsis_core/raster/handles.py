"""Open datasets: GDAL's settings, levels of detail, and handles that several threads borrow."""

from __future__ import annotations

import logging
import re
import stat
import threading
import warnings
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Iterator

import rasterio
from rasterio._err import CPLE_BaseError
from rasterio.errors import NotGeoreferencedWarning, RasterioError, RasterioIOError

from ..errors import RasterUnreadable

# What rasterio lets through from GDAL, and what its decoding of GDAL's sentences may raise.
GDAL_ERRORS = (RasterioError, CPLE_BaseError, OSError, UnicodeDecodeError)

_OPTIONS: dict[str, Any] = {
    "GDAL_HTTP_CONNECTTIMEOUT": 10,
    "GDAL_HTTP_TIMEOUT": 60,
    "GDAL_HTTP_MAX_RETRY": 3,
    "GDAL_HTTP_RETRY_DELAY": 1,
    "VSI_CACHE": True,
    "VSI_CACHE_SIZE": 32 * 2**20,
}
_REMOTE: dict[str, Any] = {
    "GDAL_DISABLE_READDIR_ON_OPEN": "EMPTY_DIR",
    "CPL_VSIL_CURL_USE_HEAD": True,
    "GDAL_HTTP_MERGE_CONSECUTIVE_RANGES": True,
}

_LOCAL = ("file", "zip", "tar", "gzip")
_STORES = ("/vsicurl", "/vsis3", "/vsigs", "/vsiaz", "/vsiadls", "/vsioss", "/vsiswift")
# What Azure, Amazon, Google and CloudFront add to an address when they sign it.
_SIGNATURE = re.compile(
    r"(\?|&amp;|&)(?:s[vrspet]|ss|srt|spr|sig|sk(?:oid|tid|[tesv])|x-(?:amz|goog)-[\w-]+|signature|expires|key-pair-id"
    r"|policy)=[^&<>\s\"]*",
    re.IGNORECASE,
)

_LISTENING = threading.Lock()


@dataclass(frozen=True)
class Level:
    """The raster at full size or at one of its overviews.

    Args:
        target: What GDAL opens: a path, or the text of a VRT.
        overview: Number of the overview, or None.
        shape: (height, width) in pixels.
        rows: Full-size rows a row of this level.
        cols: Full-size columns a column of this level.
        shrink: Into how few GDAL averages so many pixels of the opened dataset, each way; 1: pixels are stored.
    """

    target: str
    overview: int | None
    shape: tuple[int, int]
    rows: float
    cols: float
    shrink: int = 1

    @property
    def size_px(self) -> int:
        """Number of pixels."""
        return self.shape[0] * self.shape[1]


class Handles:
    """Open datasets of one level; each is lent to one thread at a time."""

    def __init__(self, level: Level) -> None:
        self._level = level
        self._free: list[Any] = []
        self._lock = threading.Lock()
        self._closed = False

    @contextmanager
    def lent(self) -> Iterator[Any]:
        """Lend an open dataset, opening another where all are lent; one that GDAL stumbled over is not lent again."""
        with self._lock:
            handle = self._free.pop() if self._free else None
        handle = handle or open_dataset(self._level.target, self._level.overview)
        sound = True
        try:
            yield handle
        except GDAL_ERRORS:
            sound = False  # a TIFF whose index could not be read would pass for empty from now on
            raise
        finally:
            with self._lock:
                if sound and not self._closed:
                    self._free.append(handle)
                    handle = None
            if handle is not None:
                handle.close()

    def close(self) -> None:
        """Close what is not lent now, and what is lent when it comes back."""
        with self._lock:
            self._closed, free, self._free = True, self._free, []
        for handle in free:
            handle.close()


def is_remote(path: str) -> bool:
    """Return whether GDAL fetches `path` over a network."""
    scheme = path.partition("://")[0] if "://" in path else "file"
    return scheme not in _LOCAL or any(store in path for store in _STORES)  # in an archive or the text of a VRT too


def unsigned(address: str) -> str:
    """Return an address of the web, or a text with some, without signatures: they are keys, and change every hour."""
    if "://" not in address:
        return address
    bare = _SIGNATURE.sub(lambda found: "?" if found[1] == "?" else "", address)
    return re.sub(r"\?(?:&amp;|&)", "?", bare).replace("?<", "<").removesuffix("?")


def check_path(path: str) -> None:
    """Raise RasterUnreadable for what GDAL would answer obscurely, never (a pipe), or not at all (a broken mask)."""
    if "/vsistdin" in path:
        raise RasterUnreadable(f'"{path}" is not a file but a pipe; name a raster file.', raster=path)
    if is_remote(path) or path.startswith(("/vsi", "<")):
        return
    try:
        mode = Path(path).stat().st_mode
    except (OSError, ValueError):
        return  # a subdataset or a connection string; GDAL answers
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise RasterUnreadable(f'"{path}" is not a file but a pipe or device; name a raster file.', raster=path)
    if stat.S_ISREG(mode) and Path(path).stat().st_size == 0:
        raise RasterUnreadable(f'"{path}" is an empty file; copy or download it again.', raster=path)
    for mask in (f"{path}.msk", f"{path}.MSK"):
        if Path(mask).is_file():
            _check_mask(path, mask)


def _check_mask(path: str, mask: str) -> None:
    """Raise RasterUnreadable where the file `mask` of the raster `path` cannot be opened: GDAL would go on without."""
    try:
        open_dataset(mask).close()
    except GDAL_ERRORS as error:
        raise RasterUnreadable(
            f'"{mask}", which says what pixels of "{path}" hold, cannot be opened ({str(error).rstrip(".")}): copy or'
            " download it again, or move it away to search all pixels.",
            raster=path,
            mask=mask,
        ) from error


@contextmanager
def gdal_cache(limit_bytes: int) -> Iterator[None]:
    """Let GDAL keep at most `limit_bytes` of decoded blocks, of whatever is read and written in the whole process.

    Without this it takes a twentieth of the machine's memory. The limit belongs to the process and not to a thread, so
    that it must stand as long as files are in use, not just around each access.
    """
    with rasterio.Env(GDAL_CACHEMAX=limit_bytes):
        yield


@contextmanager
def gdal_settings(path: str) -> Iterator[None]:
    """Run GDAL with time limits for addresses on a network."""
    with rasterio.Env(**_OPTIONS, **(_REMOTE if is_remote(path) else {})):
        yield


@contextmanager
def complaints_raised() -> Iterator[None]:
    """Raise RasterioIOError, within `gdal_settings`, where GDAL complains and rasterio raises nothing.

    It tells Python's logging, of errors too, as information: that is listened to here, and passed on as before.
    """
    logger, thread = logging.getLogger("rasterio._env"), threading.get_ident()
    heard: list[str] = []

    def listen(record: logging.LogRecord) -> bool:
        if record.thread == thread and record.levelno >= logging.INFO:
            heard.append(record.getMessage())
        return record.levelno >= passed_on

    with _LISTENING:  # the level is the logger's, not the thread's
        level, passed_on = logger.level, logger.getEffectiveLevel()
        logger.addFilter(listen)
        logger.setLevel(min(passed_on, logging.INFO))
        try:
            yield
        finally:
            logger.setLevel(level)
            logger.removeFilter(listen)
    if heard:
        raise RasterioIOError(heard[0])


def open_dataset(target: str, overview: int | None = None) -> Any:
    """Return a dataset, or one of its overviews as a dataset, without rasterio's remark on a missing place."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        return rasterio.open(target) if overview is None else rasterio.open(target, overview_level=overview)
