"""STAC items: which assets are the picture, one or three files of them as one raster, and lists of items."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from html import escape
from http.client import HTTPException
from pathlib import Path
from typing import Any, Callable
from urllib.error import HTTPError, URLError
from urllib.parse import urljoin, urlparse
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
)

from ..errors import RasterUnreadable, RasterUnsupported
from .warp import GDAL_TYPES

Triple = tuple[int, int, int]

COLOURS = ("red", "green", "blue")
MAX_ITEM_BYTES = 16 * 2**20
_TIMEOUT_S = 30
_OPENERS = (
    ProxyHandler, HTTPHandler, HTTPSHandler, HTTPDefaultErrorHandler, HTTPRedirectHandler, HTTPErrorProcessor,
)  # fmt: skip
_STORES = {"s3": "/vsis3/", "gs": "/vsigs/", "az": "/vsiaz/", "oss": "/vsioss/", "swift": "/vsiswift/"}
_ENDLESS = re.compile(r"/collections/[^/]+/items/[^/]+/?$")  # how an API names an item
_LISTED = re.compile(r"(/search|/collections/[^/]+/items)/?$")  # and what finds several
_MOST_PAGES = 1000
_PICTURES = ("visual", "image", "ortho", "analytic", "data")
_IMAGE_TYPES = ("image/tiff", "image/vnd.stac.geotiff", "image/jp2", "image/jpeg", "image/png", "image/x.geotiff")


@dataclass(frozen=True)
class Assets:
    """The files of an item that are shown.

    Args:
        files: One address for all bands, or three for red, green and blue.
        bands: Numbers from 1 in the one file; None: as the file says.
    """

    files: tuple[str, ...]
    bands: Triple | None = None


def assets_of(path: str) -> Assets | None:
    """Return the files to show if `path` is a STAC item; None if it is anything else.

    One file with red, green and blue is preferred, then three files of one colour each, then the asset called visual or
    image, then the only picture there is.

    Args:
        path: A path or an http(s) address; only names that end in .json or .geojson, and addresses of an API's items,
            are looked into. LIST#ID, as `items_of` gives it, is one item of a list.

    Raises:
        RasterUnreadable: The item cannot be fetched.
        RasterUnsupported: It is an item, but none of its assets is a picture.
    """
    address, wanted = _parted(path.removeprefix("/vsicurl/"))
    if not _may_be_item(address):
        return None
    item = _item(path, address, wanted)
    if item is None:
        return None
    pictures = {key: asset for key, asset in item["assets"].items() if _is_picture(key, asset)}
    found = _one_file(pictures) or _three_files(pictures) or _by_name(pictures)
    if found is None:
        listed = ", ".join(list(item["assets"])[:12]) or "none"
        raise RasterUnsupported(
            f'The STAC item "{path}" has no asset with red, green and blue, nor one for each (its assets: {listed}):'
            " name the file of an asset instead.",
            raster=path,
        )
    return Assets(tuple(_absolute(href, address) for href in found.files), found.bands)


def items_of(path: str) -> list[str] | None:
    """Return the items of a list of STAC items, each as LIST#ID, which `assets_of` knows; None if it is anything else.

    Args:
        path: A file that a search was saved in, or the http(s) address of a search (…/search?collections=…&bbox=…) or
            of a collection's items; its further pages are followed.

    Raises:
        RasterUnreadable: A page cannot be fetched, or there is no end to them.
    """
    address = path.removeprefix("/vsicurl/")
    if "#" in address or not _may_be_item(address):
        return None
    found: list[str] = []
    pages: set[str] = set()
    while address not in pages and len(pages) < _MOST_PAGES:
        pages.add(address)
        page = _json(path, address)
        if not _is_list(page):
            return None if len(pages) == 1 else found
        found += [f"{address}#{name}" for name in _names(page["features"])]
        following = _next_page(page, address)
        if following is None:
            return found
        address = following
    raise RasterUnreadable(
        f'The STAC search "{path}" has no end, or more than {_MOST_PAGES} pages: narrow it down.', raster=path
    )


def _parted(address: str) -> tuple[str, str]:
    """Return a list's address and the name of the item that is wanted of it, "" where it is an item by itself."""
    before, mark, name = address.rpartition("#")
    return (before, name) if mark and not Path(address).is_file() else (address, "")


def _may_be_item(address: str) -> bool:
    name = urlparse(address).path.lower()
    return name.endswith((".json", ".geojson")) or (
        _is_web(address) and bool(_ENDLESS.search(name) or _LISTED.search(name))
    )


def _item(path: str, address: str, wanted: str) -> dict[str, Any] | None:
    """Return the JSON of an item, or None where the file is no item.

    Raises:
        RasterUnsupported: It is a list of items, and none was named.
    """
    item = _json(path, address)
    if _is_list(item):
        names = _names(item["features"])
        if wanted in names:
            return item["features"][names.index(wanted)]  # type: ignore[no-any-return]
        shown = ", ".join(f"{address}#{name}" for name in names[:2]) or "it holds none"
        raise RasterUnsupported(
            f'"{path}" is a list of {len(names)} STAC items: name one of them ({shown}), or give the list to `rrsis'
            " segment` on the command line, which searches all of them.",
            raster=path,
        )
    if (
        wanted
        or not isinstance(item, dict)
        or item.get("type") != "Feature"
        or not isinstance(item.get("assets"), dict)
    ):
        return None
    return item


def _json(path: str, address: str) -> Any:
    """Return what the JSON at `address` holds, None where it is none."""
    text = _text(path, address)
    try:
        return json.loads(text) if text is not None else None
    except (ValueError, RecursionError):
        return None


def _is_list(page: Any) -> bool:
    """Return whether a JSON value is a collection of items; places without assets are not."""
    features = page.get("features") if isinstance(page, dict) and page.get("type") == "FeatureCollection" else None
    return isinstance(features, list) and all(
        isinstance(item, dict) and isinstance(item.get("assets"), dict) for item in features
    )


def _names(items: list[dict[str, Any]]) -> list[str]:
    """Return a name for each item: its id, with its collection before it or its place behind where that is taken."""
    names: list[str] = []
    for place, item in enumerate(items):
        name = str(item.get("id", ""))
        for other in (name, f"{item.get('collection', '')}/{name}", f"{name}/{place + 1}"):
            if other and other not in names:
                names.append(other)
                break
    return names


def _next_page(page: dict[str, Any], address: str) -> str | None:
    links = page.get("links")
    for link in links if isinstance(links, list) else []:
        if isinstance(link, dict) and link.get("rel") == "next" and link.get("method", "GET") == "GET":
            href = link.get("href")
            if isinstance(href, str) and _is_web(urljoin(address, href)):
                return urljoin(address, href)
    return None


def _opener() -> OpenerDirector:
    """Return what opens addresses of the web, and no others, whatever a server redirects to."""
    opener = OpenerDirector()
    for kind in _OPENERS:
        opener.add_handler(kind())
    return opener


def _text(path: str, address: str) -> bytes | None:
    try:
        if _is_web(address):
            with _opener().open(address, timeout=_TIMEOUT_S) as answer:
                return bytes(answer.read(MAX_ITEM_BYTES))
        local = Path(address.removeprefix("file://"))
        if not local.is_file() or local.stat().st_size > MAX_ITEM_BYTES:
            return None
        return local.read_bytes()
    except (URLError, HTTPException, OSError, ValueError) as error:
        remedy = "check the address and the network"
        if isinstance(error, HTTPError) and error.code in (401, 403):
            remedy = "its server wants to know who asks, which is not told; save it as a file and name that"
        raise RasterUnreadable(f'The STAC item "{path}" cannot be fetched ({error}): {remedy}.', raster=path) from error


def _is_web(address: str) -> bool:
    return address.startswith(("http://", "https://"))


def _roles(asset: dict[str, Any]) -> set[str]:
    roles = asset.get("roles")
    return {role for role in roles if isinstance(role, str)} if isinstance(roles, list) else set()


def _is_picture(key: str, asset: Any) -> bool:
    if not isinstance(asset, dict) or not isinstance(asset.get("href"), str):
        return False
    small = {"thumbnail", "metadata", "data-mask"} | (set() if key == "visual" else {"overview"})
    if _roles(asset) & small:
        return False
    kind = str(asset.get("type", "")).split(";")[0].strip().lower()
    name = urlparse(asset["href"]).path.lower()
    return kind in _IMAGE_TYPES or (not kind and name.endswith((".tif", ".tiff", ".jp2", ".vrt", ".jpg", ".png")))


def _colours_of(asset: dict[str, Any]) -> list[str]:
    """Return the name of each band of an asset, "" where it says none."""
    bands = asset.get("bands") or asset.get("eo:bands") or []
    names = []
    for band in bands if isinstance(bands, list) else []:
        band = band if isinstance(band, dict) else {}
        names.append(str(band.get("eo:common_name") or band.get("common_name") or band.get("name") or "").lower())
    return names


def _one_file(pictures: dict[str, Any]) -> Assets | None:
    """Return the asset whose bands are red, green and blue among others; "visual" before the rest."""
    rank = sorted(pictures, key=lambda key: (key != "visual", "visual" not in _roles(pictures[key])))
    for key in rank:
        names = _colours_of(pictures[key])
        if all(colour in names for colour in COLOURS):
            red, green, blue = (names.index(colour) + 1 for colour in COLOURS)
            return Assets((pictures[key]["href"],), (red, green, blue))
    return None


def _three_files(pictures: dict[str, Any]) -> Assets | None:
    by_colour: dict[str, str] = {}
    for key, asset in pictures.items():
        names = _colours_of(asset) or [key.lower()]
        if len(names) == 1 and names[0] in COLOURS:
            by_colour.setdefault(names[0], asset["href"])
    if all(colour in by_colour for colour in COLOURS):
        return Assets(tuple(by_colour[colour] for colour in COLOURS))
    return None


def _by_name(pictures: dict[str, Any]) -> Assets | None:
    named = [key for name in _PICTURES for key in pictures if key.lower() == name]
    if not named and len(pictures) == 1:
        named = list(pictures)
    return Assets((pictures[named[0]]["href"],)) if named else None


def _absolute(href: str, item: str) -> str:
    """Return what GDAL opens `href` by, which may be relative to its item."""
    if _is_web(item) and not href.startswith("/vsi"):
        href = urljoin(item, href)
    scheme, _, rest = href.partition("://")
    if _is_web(href):
        return f"/vsicurl/{href}"
    if scheme in _STORES and rest:  # inside the text of a VRT, GDAL knows its own names alone
        return _STORES[scheme] + rest
    if scheme == "file":
        return rest
    if rest or href.startswith("/"):
        return href
    return str(Path(item.removeprefix("file://")).parent / href)


def stack(files: tuple[str, ...], name: str, opened: Callable[[str], Any]) -> str:
    """Return the text of a VRT whose bands are the first bands of three files of one place.

    Args:
        files: Addresses for red, green and blue.
        name: The item's name, for sentences.
        opened: Opens an address as a rasterio dataset.

    Raises:
        RasterUnsupported: The files do not share a CRS and an extent.
    """
    bands, places = [], []
    for number, file in enumerate(files, 1):
        with opened(file) as dataset:
            if dataset.dtypes[0] not in GDAL_TYPES:
                raise RasterUnsupported(
                    f'The assets of "{name}" hold complex numbers ({dataset.dtypes[0]}): name one real-valued file.',
                    raster=name,
                )
            places.append((dataset.crs, [round(value, 3) for value in dataset.bounds]))
            facts = (dataset.height, dataset.width, dataset.dtypes[0], dataset.nodatavals[0])
            bands.append((number, file, *facts))
            if number == 1:
                height, width, transform = dataset.height, dataset.width, dataset.transform.to_gdal()
                wkt = dataset.crs.to_wkt() if dataset.crs else ""
    if any(place != places[0] for place in places[1:]):
        raise RasterUnsupported(
            f'The red, green and blue assets of "{name}" do not cover the same place:'
            " name the file of one asset instead.",
            raster=name,
        )
    inner = "".join(_band(*band, height, width) for band in bands)
    return (
        f'<VRTDataset rasterXSize="{width}" rasterYSize="{height}"><SRS>{escape(wkt)}</SRS>'
        f"<GeoTransform>{', '.join(repr(float(value)) for value in transform)}</GeoTransform>{inner}</VRTDataset>"
    )


def _band(
    number: int, file: str, height: int, width: int, dtype: str, nodata: float | None, full_height: int, full_width: int
) -> str:
    hidden = "" if nodata is None else f"<NoDataValue>{nodata!r}</NoDataValue>"
    # Of as many pixels, or fewer, GDAL's average takes some rows and columns from the neighbour.
    average = ' resampling="average"' if height > full_height or width > full_width else ""
    return (
        f'<VRTRasterBand dataType="{GDAL_TYPES[dtype]}" band="{number}">'
        f"<ColorInterp>{COLOURS[number - 1].capitalize()}</ColorInterp>"
        f'{hidden}<SimpleSource{average}><SourceFilename relativeToVRT="0">{escape(file)}</SourceFilename>'
        f'<SourceBand>1</SourceBand><SrcRect xOff="0" yOff="0" xSize="{width}" ySize="{height}"/>'
        f'<DstRect xOff="0" yOff="0" xSize="{full_width}" ySize="{full_height}"/></SimpleSource></VRTRasterBand>'
    )
