from __future__ import annotations

import json
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Callable, Iterator

import numpy as np
import pytest
from rasterio.transform import from_origin

from rrsis_core.errors import RasterUnreadable, RasterUnsupported
from rrsis_core.grid import Window
from rrsis_core.raster import open_raster
from rrsis_core.raster.stac import Assets, _absolute, assets_of, items_of

Tif = Callable[..., str]
COG = "image/tiff; application=geotiff; profile=cloud-optimized"


def item(folder: Path, assets: dict[str, Any], name: str = "item.json", **more: Any) -> str:
    path = folder / name
    values = {
        "type": "Feature",
        "stac_version": "1.0.0",
        "id": "x",
        "geometry": None,
        "properties": {},
        "assets": assets,
    }
    path.write_text(json.dumps({**values, **more}))
    return str(path)


def band(name: str) -> dict[str, Any]:
    return {"common_name": name}


def test_one_file_with_named_bands(tmp_path: Path) -> None:
    names = [band("nir"), band("blue"), band("green"), band("red")]
    path = item(tmp_path, {"data": {"href": "./a.tif", "type": COG, "eo:bands": names}})
    assert assets_of(path) == Assets((str(tmp_path / "a.tif"),), (4, 3, 2))


def test_bands_of_version_1_1(tmp_path: Path) -> None:
    names = [{"eo:common_name": "red"}, {"eo:common_name": "green"}, {"name": "blue"}]
    path = item(tmp_path, {"x": {"href": "/data/a.tif", "type": COG, "bands": names}}, stac_version="1.1.0")
    assert assets_of(path) == Assets(("/data/a.tif",), (1, 2, 3))


def test_visual_goes_before_other_pictures(tmp_path: Path) -> None:
    names = [band("red"), band("green"), band("blue")]
    assets = {
        "analytic": {"href": "a.tif", "type": COG, "eo:bands": names},
        "visual": {"href": "https://example.org/b.tif", "type": COG, "eo:bands": names},
        "preview": {"href": "c.jpg", "type": "image/jpeg", "roles": ["thumbnail"]},
    }
    assert assets_of(item(tmp_path, assets)) == Assets(("/vsicurl/https://example.org/b.tif",), (1, 2, 3))


def test_three_files_by_colour_or_by_key(tmp_path: Path) -> None:
    by_name = {
        "B02": {"href": "s3://b/2.tif", "type": COG, "eo:bands": [band("blue")]},
        "B03": {"href": "s3://b/3.tif", "type": COG, "eo:bands": [band("green")]},
        "B04": {"href": "s3://b/4.tif", "type": COG, "eo:bands": [band("red")]},
        "SCL": {"href": "s3://b/scl.tif", "type": COG},
    }
    assert assets_of(item(tmp_path, by_name)) == Assets(("/vsis3/b/4.tif", "/vsis3/b/3.tif", "/vsis3/b/2.tif"))
    by_key = {name: {"href": f"{name}.jp2"} for name in ("green", "blue", "red", "nir")}
    found = assets_of(item(tmp_path, by_key))
    assert found is not None and [Path(file).name for file in found.files] == ["red.jp2", "green.jp2", "blue.jp2"]


def test_the_only_picture_will_do(tmp_path: Path) -> None:
    assets = {"scene": {"href": "a.tif", "type": COG}, "meta": {"href": "a.xml", "type": "application/xml"}}
    assert assets_of(item(tmp_path, assets)) == Assets((str(tmp_path / "a.tif"),))


def test_an_item_without_a_picture_lists_its_assets(tmp_path: Path) -> None:
    path = item(tmp_path, {"meta": {"href": "a.xml", "type": "application/xml"}, "odd": "text", "none": {}})
    with pytest.raises(RasterUnsupported, match="meta, odd, none"):
        open_raster(path)


@pytest.mark.parametrize("text", ["", "[]", "{", '{"type": "FeatureCollection"}', '{"type": "Feature"}', "[" * 100_000])
def test_other_json_is_left_to_gdal(tmp_path: Path, text: str) -> None:
    path = tmp_path / "other.json"
    path.write_text(text)
    assert assets_of(str(path)) is None
    with pytest.raises(RasterUnreadable):
        open_raster(str(path))


def test_other_names_are_not_looked_into(tmp_path: Path) -> None:
    assert assets_of("a.tif") is None and assets_of(str(tmp_path / "absent.json")) is None


def test_three_files_become_one_raster(tif: Tif, rgb: np.ndarray, tmp_path: Path) -> None:
    for name, colour in zip(("red", "green", "blue"), rgb.astype(np.uint16)):
        tif(colour[None], f"{name}.tif", nodata=0, overviews=(2,))
    path = item(tmp_path, {name: {"href": f"./{name}.tif", "type": COG} for name in ("blue", "green", "red")})
    with open_raster(path) as raster:
        values, valid = raster.read(Window(0, 0, 60, 80))
        assert raster.dtype == np.uint16 and raster.bands == (1, 2, 3) and not raster.warnings
        assert valid.all() and len(raster.fingerprint()) == 16
        first = raster.fingerprint()
    np.testing.assert_array_equal(values, rgb)
    tif(rgb[:1].astype(np.uint16) + 1, "red.tif", nodata=0)
    with open_raster(path) as raster:
        assert raster.fingerprint() != first


def test_three_files_of_other_resolutions_share_the_finest_first(tif: Tif, rgb: np.ndarray, tmp_path: Path) -> None:
    tif(rgb[:1], "red.tif")
    tif(rgb[1:2], "green.tif")
    tif(rgb[2:, ::2, ::2], "blue.tif", transform=(0.6, 0, 500000, 0, -0.6, 5300000))
    path = item(tmp_path, {name: {"href": f"{name}.tif"} for name in ("red", "green", "blue")})
    with open_raster(path) as raster:
        assert raster.read(Window(0, 0, 60, 80))[0].shape == (3, 60, 80)


def test_three_files_of_different_places_are_refused(tif: Tif, rgb: np.ndarray, tmp_path: Path) -> None:
    for number, name in enumerate(("red", "green", "blue")):
        tif(rgb[:1], f"{name}.tif", transform=(0.3, 0, 500000 + number, 0, -0.3, 5300000))
    path = item(tmp_path, {name: {"href": f"{name}.tif"} for name in ("red", "green", "blue")})
    with pytest.raises(RasterUnsupported, match="same place"):
        open_raster(path)


def test_a_missing_asset_names_the_item(tmp_path: Path) -> None:
    path = item(tmp_path, {"visual": {"href": "gone.tif", "type": COG}})
    with pytest.raises(RasterUnreadable, match=r"item\.json"):
        open_raster(path)


class RangeHandler(SimpleHTTPRequestHandler):
    """A file server that answers requests for parts of files, as object stores do."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        wanted = self.headers.get("Range")
        if wanted is None or not path.is_file():
            super().do_GET()
            return
        content = path.read_bytes()
        first, _, last = wanted.removeprefix("bytes=").partition("-")
        start, end = int(first), min(int(last or len(content)), len(content) - 1)
        self.send_response(206)
        self.send_header("Content-Range", f"bytes {start}-{end}/{len(content)}")
        self.send_header("Content-Length", str(end - start + 1))
        self.end_headers()
        self.wfile.write(content[start : end + 1])

    def log_message(self, format: str, *args: Any) -> None:
        """Stay silent."""


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[[type], str]]:
    """Serve the test's folder with a handler and return its address."""
    servers = []

    def start(handler: type) -> str:
        servers.append(ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(tmp_path))))
        threading.Thread(target=servers[-1].serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{servers[-1].server_address[1]}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


@pytest.fixture
def site(serve: Callable[[type], str]) -> str:
    """Serve the test's folder and return its address."""
    return serve(RangeHandler)


def test_rasters_and_items_over_http(tif: Tif, rgb: np.ndarray, tmp_path: Path, site: str) -> None:
    tif(rgb, "a.tif", tiled=True, blockxsize=16, blockysize=16)
    item(tmp_path, {"visual": {"href": "./a.tif", "type": COG}})
    for address in (f"/vsicurl/{site}/a.tif", f"{site}/a.tif", f"{site}/item.json", f"/vsicurl/{site}/item.json"):
        with open_raster(address) as raster:
            np.testing.assert_array_equal(raster.read(Window(10, 10, 20, 20))[0], rgb[:, 10:30, 10:30])
    for address in (f"{site}/gone.tif", f"{site}/gone.json"):
        with pytest.raises(RasterUnreadable):
            open_raster(address)


SIGNED = "sv=2024-01-01&se=2030-01-01T00%3A00%3A00Z&sr=c&sp=rl&sig=a//b%2F..%2Fc%3D"


class SignedHandler(RangeHandler):
    """Gives only what is asked with a signature, as a store of signed addresses does; an item by its API's address."""

    def send_head(self) -> Any:
        if self.path.endswith("/items/x"):
            self.path = f"/item.json?{SIGNED}"
        if self.path.partition("?")[2] != SIGNED:
            self.send_error(403)
            return None
        return super().send_head()

    def do_GET(self) -> None:
        if "Range" in self.headers and self.path.partition("?")[2] != SIGNED:
            self.send_error(403)
            return
        super().do_GET()


@pytest.mark.parametrize("kind", ["one", "three"])
def test_signed_addresses_keep_their_query(
    tif: Tif, rgb: np.ndarray, tmp_path: Path, kind: str, serve: Callable[[type], str]
) -> None:
    site = serve(SignedHandler)
    tif(rgb, "a.tif")
    for name, colour in zip(("red", "green", "blue"), rgb):
        tif(colour[None], f"{name}.tif")
    names = ("visual",) if kind == "one" else ("red", "green", "blue")
    files = {"visual": "a.tif"}
    # Absolute and relative to the item, both signed.
    assets = {
        name: {"href": f"{site if name != 'green' else '.'}/{files.get(name, f'{name}.tif')}?{SIGNED}", "type": COG}
        for name in names
    }
    item(tmp_path, assets)
    for address in (f"{site}/item.json?{SIGNED}", f"{site}/api/stac/v1/collections/naip/items/x"):
        if kind == "three" and "api" in address:
            continue  # what is relative to the API lies elsewhere
        with open_raster(address) as raster:
            np.testing.assert_array_equal(raster.read(Window(10, 10, 20, 20))[0], rgb[:, 10:30, 10:30])
            assert raster.is_remote and raster.fingerprint()
    with open_raster(f"{site}/a.tif?{SIGNED}") as raster:
        assert raster.shape == (60, 80)
    with pytest.raises(RasterUnreadable):
        open_raster(f"{site}/a.tif")


@pytest.mark.parametrize(
    ("href", "item_address", "found"),
    [
        ("../b.tif?sig=x//../y", "https://h.org/c/d/item.json?sig=z", "/vsicurl/https://h.org/c/b.tif?sig=x//../y"),
        ("//cdn.org/b.tif", "https://h.org/item.json", "/vsicurl/https://cdn.org/b.tif"),
        ("/b.tif", "https://h.org/c/item.json", "/vsicurl/https://h.org/b.tif"),
        ("s3://b/c.tif", "https://h.org/item.json", "/vsis3/b/c.tif"),
        ("gs://b/c.tif", "item.json", "/vsigs/b/c.tif"),
        ("file:///d/c.tif", "item.json", "/d/c.tif"),
        ("/vsicurl/https://h.org/c.tif", "https://h.org/item.json", "/vsicurl/https://h.org/c.tif"),
        ("c.tif", "/data/item.json", "/data/c.tif"),
    ],
)
def test_what_an_assets_address_means(href: str, item_address: str, found: str) -> None:
    assert _absolute(href, item_address) == found


def test_assets_of_odd_values_are_passed_over(tmp_path: Path) -> None:
    odd = [None, 5, "x", [], {}, [[]], {"a": 1}, [None], [5], [{"name": []}], True]
    for value in odd:
        for field in ("roles", "type", "bands", "eo:bands", "href"):
            assets = {
                "odd": {"href": "odd.tif", "type": COG, field: value},
                "visual": {"href": "a.tif", "type": COG, "roles": ["overview"]},
            }
            assert assets_of(item(tmp_path, assets)) == Assets((str(tmp_path / "a.tif"),)), (field, value)


def test_three_complex_files_are_refused(tif: Tif, rgb: np.ndarray, tmp_path: Path) -> None:
    for name in ("red", "green", "blue"):
        tif(rgb[:1].astype(np.complex64), f"{name}.tif")
    with pytest.raises(RasterUnsupported, match="complex"):
        open_raster(item(tmp_path, {name: {"href": f"{name}.tif"} for name in ("red", "green", "blue")}))


@pytest.mark.parametrize("address", ["http://h.org/a b.json", "http://[x/a.json", "http://h.org:port/a.json"])
def test_addresses_that_are_none_are_named(address: str) -> None:
    with pytest.raises(RasterUnreadable, match="http"):
        open_raster(address)


def listed(folder: Path, count: int, name: str = "list.json", **more: Any) -> str:
    """Write a list of items whose pictures are a0.tif, a1.tif …"""
    features = [
        {"type": "Feature", "id": f"i{number}", "assets": {"visual": {"href": f"a{number}.tif", "type": COG}}}
        for number in range(count)
    ]
    path = folder / name
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features, **more}))
    return str(path)


def test_a_list_of_items_is_its_items(tif: Tif, rgb: np.ndarray, tmp_path: Path) -> None:
    tif(rgb, "a1.tif")
    path = listed(tmp_path, 2)
    assert items_of(path) == [f"{path}#i0", f"{path}#i1"]
    assert assets_of(f"{path}#i1") == Assets((str(tmp_path / "a1.tif"),))
    with open_raster(f"{path}#i1") as raster:
        assert raster.shape == (60, 80)
    with pytest.raises(RasterUnsupported, match=r"list of 2 STAC items.*list\.json#i0"):
        open_raster(path)
    with pytest.raises(RasterUnsupported, match="name one of them"):
        open_raster(f"{path}#i7")
    with pytest.raises(RasterUnreadable, match=r"list\.json#i0. cannot be opened .*a0\.tif"):
        open_raster(f"{path}#i0")  # whose picture is missing
    assert items_of(listed(tmp_path, 0)) == []


def test_items_of_one_name_are_told_apart(tmp_path: Path) -> None:
    asset = {"assets": {"visual": {"href": "a.tif", "type": COG}}, "type": "Feature"}
    features = [{**asset, "id": "x", "collection": "a"}, {**asset, "id": "x", "collection": "b"}, asset, asset]
    path = tmp_path / "list.json"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
    found = items_of(str(path))
    assert found is not None and [name.partition("#")[2] for name in found] == ["x", "b/x", "/", "/4"]
    assert all(assets_of(name) is not None for name in found)


def test_what_is_no_list_of_items(tif: Tif, rgb: np.ndarray, tmp_path: Path) -> None:
    places = tmp_path / "places.geojson"
    places.write_text('{"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": null}]}')
    one = item(tmp_path, {"visual": {"href": "a.tif", "type": COG}})
    odd = Path(tif(rgb, "odd.tif")).rename(tmp_path / "odd#1.json")  # a file's own name may hold the mark
    for path in (str(places), one, f"{one}#x", str(odd), "a.tif", str(tmp_path / "absent.json")):
        assert items_of(path) is None
    with open_raster(str(odd)) as raster:
        assert raster.shape == (60, 80)


class SearchHandler(RangeHandler):
    """Answers a search by pages, the last of which leads to the first where the search is endless."""

    def do_GET(self) -> None:
        if self.path.startswith("/search"):
            self.path = "/page2.json" if "page=2" in self.path else "/page1.json"
        super().do_GET()


def test_a_search_is_followed_over_its_pages(
    tif: Tif, rgb: np.ndarray, tmp_path: Path, serve: Callable[[type], str]
) -> None:
    site = serve(SearchHandler)
    tif(rgb, "a1.tif")
    search = f"{site}/search?collections=naip&bbox=1,2,3,4"
    links = [{"rel": "self", "href": "x"}, {"rel": "next", "method": "POST"}, {"rel": "next", "href": "/search?page=2"}]
    listed(tmp_path, 2, "page1.json", links=links)
    listed(tmp_path, 1, "page2.json")
    assert items_of(search) == [f"{search}#i0", f"{search}#i1", f"{site}/search?page=2#i0"]
    with open_raster(f"{search}#i1") as raster:
        assert raster.is_remote and raster.shape == (60, 80)
    listed(tmp_path, 1, "page2.json", links=links)
    with pytest.raises(RasterUnreadable, match="no end"):
        items_of(search)


@pytest.mark.parametrize("finer", [1, 2])
def test_pixels_of_three_files_are_those_of_one(tif: Tif, tmp_path: Path, finer: int) -> None:
    pixels = np.random.default_rng(0).integers(1, 255, (3, 900, 900)).astype(np.uint8)
    for band_, name in zip(pixels, ("red", "green", "blue")):
        tif(band_[None], f"{name}.tif")
    place = from_origin(500000.0, 5300000.0, 0.3 * finer, 0.3 * finer)
    tif(pixels[2:, : 900 // finer, : 900 // finer], "blue.tif", transform=place)
    path = item(tmp_path, {name: {"href": f"{name}.tif"} for name in ("red", "green", "blue")})
    with open_raster(path) as raster:
        seen = raster.read(Window(0, 0, 900, 900))[0]
    np.testing.assert_array_equal(seen[:2], pixels[:2])
    blue = pixels[2, : 900 // finer, : 900 // finer].repeat(finer, 0).repeat(finer, 1)
    np.testing.assert_array_equal(seen[2], blue)
