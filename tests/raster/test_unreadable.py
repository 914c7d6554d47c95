"""What cannot be opened or read says why, and what helps."""

from __future__ import annotations

import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Iterator

import pytest
from rasterio.errors import RasterioIOError

from rrsis_core.errors import RasterUnreadable
from rrsis_core.raster import open_raster
from rrsis_core.raster.handles import is_remote
from rrsis_core.raster.source import Source
from rrsis_core.raster.unreadable import not_opened, not_read


class Refuses(BaseHTTPRequestHandler):
    """Answers /401/… with that code."""

    def do_GET(self) -> None:
        self.send_response(int(self.path.split("/")[1]))
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_HEAD = do_GET

    def log_message(self, *_: object) -> None:
        """Stay silent."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Refuses) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.mark.parametrize(
    ("code", "remedy"), [(401, "GDAL_HTTP_USERPWD"), (403, "AWS_NO_SIGN_REQUEST"), (404, "Check the address")]
)
def test_what_a_server_refuses_says_what_helps(server: str, code: int, remedy: str) -> None:
    with pytest.raises(RasterUnreadable, match=f"{code}.*{remedy}"):
        open_raster(f"/vsicurl/http://{server}/{code}/a.tif")


@pytest.mark.parametrize("code", [401, 403])
def test_an_item_behind_a_door_is_to_be_saved(server: str, code: int) -> None:
    with pytest.raises(RasterUnreadable, match=f"{code}.*save it as a file"):
        open_raster(f"http://{server}/{code}/item.json")


@pytest.mark.parametrize(
    ("told", "remedy"),
    [
        ("Range downloading not supported by this server!", "Download the file"),
        ("CURL error: Could not resolve host: x.org", "run it again"),
        ("HTTP response code: 503", "run it again"),
        ("AWS_SECRET_ACCESS_KEY and AWS_NO_SIGN_REQUEST configuration options not defined", "AWS_ACCESS_KEY_ID"),
        ("Missing AZURE_STORAGE_ACCOUNT+(AZURE_STORAGE_ACCESS_KEY", "signature"),
        ("'/vsicurl/http://x/503/a.tif' not recognized as being in a supported file format", "a login"),
    ],
)
def test_remedies(told: str, remedy: str) -> None:
    error = not_opened("/vsicurl/http://x/503/a.tif", RasterioIOError(told), remote=True)
    assert remedy in error.message and error.message.endswith(".") and "!." not in error.message


def test_what_lies_on_this_machine_is_not_taken_for_a_network() -> None:
    error = not_opened(__file__, RasterioIOError("code 401"), remote=False)
    assert "of a kind that GDAL reads" in error.message
    assert "damaged" in not_read("a.tif", "row 1", RasterioIOError("x"), remote=False).message
    assert "server answers" in not_read("a.tif", "row 1", RasterioIOError("x"), remote=True).message


@pytest.mark.parametrize("address", ["/vsizip/vsis3/b/a.zip/a.tif", "<VRTDataset>/vsis3/b/a.tif</VRTDataset>"])
def test_a_store_inside_an_archive_or_a_mosaic_is_a_network(address: str) -> None:
    assert is_remote(address) and not is_remote("/vsizip/a.zip/a.tif")


def test_a_mosaic_of_this_machine_over_files_of_a_network_is_remote(tmp_path: Path) -> None:
    with socket.socket() as closed:  # a server in this process and GDAL would wait for each other
        closed.bind(("127.0.0.1", 0))
        server = f"127.0.0.1:{closed.getsockname()[1]}"
    path = tmp_path / "a.vrt"
    path.write_text(
        '<VRTDataset rasterXSize="8" rasterYSize="8"><VRTRasterBand dataType="Byte" band="1"><SimpleSource>'
        f'<SourceFilename relativeToVRT="0">/vsicurl/http://{server}/200/a.tif</SourceFilename><SourceBand>1'
        '</SourceBand><SourceProperties RasterXSize="8" RasterYSize="8" DataType="Byte"/></SimpleSource>'
        "</VRTRasterBand></VRTDataset>"
    )
    assert Source(str(path), None).is_remote
