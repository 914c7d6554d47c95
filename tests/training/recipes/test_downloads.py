"""Downloads of recipes against a server on this machine; nothing is ever fetched from outside."""

from __future__ import annotations

import dataclasses
import functools
import hashlib
import http.server
import threading
import zipfile
from pathlib import Path

import pytest

from rrsis_core.errors import DatasetInvalid, DiskFull, DownloadFailed, OutputNotWritable
from rrsis_core.training.recipes import downloads as module
from rrsis_core.training.recipes.downloads import DOWNLOADS, Download, address_of, get, unpack_refsegrs
from tests.datasets.fakes import refsegrs


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder, from the byte that is asked for, and cuts its first answer in two."""

    def log_message(self, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        body, asked = path.read_bytes(), self.headers.get("Range", "")
        start = int(asked.removeprefix("bytes=").removesuffix("-")) if asked else 0
        self.server.asked.append(start)
        self.send_response(206 if start else 200)
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(body) - 1}/{len(body)}")
        self.send_header("Content-Length", str(len(body) - start))
        self.end_headers()
        self.wfile.write(body[start : len(body) // 2 if start == 0 and len(body) > 4000 else None])


@pytest.fixture
def server(tmp_path):
    (tmp_path / "served").mkdir()
    handler = functools.partial(_Handler, directory=str(tmp_path / "served"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as running:
        running.asked, running.root = [], tmp_path / "served"
        running.address = f"http://127.0.0.1:{running.server_port}"
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield running
        running.shutdown()


def serve(server, body: bytes, **more) -> Download:
    (server.root / "file.bin").write_bytes(body)
    known = {"sha256": hashlib.sha256(body).hexdigest(), "size_bytes": len(body), **more}
    return Download("thing", "/file.bin", "kept.bin", "MIT", **known)


def bring(download: Download, folder: Path, server, **more) -> Path:
    return get(download, folder, lambda have, total: None, endpoint=server.address, **more)


def test_a_file_is_resumed_checked_and_not_fetched_twice(server, tmp_path):
    body = bytes(range(256)) * 40
    download = serve(server, body)
    path = bring(download, tmp_path / "to", server)
    assert path.read_bytes() == body and server.asked == [0, len(body) // 2]
    assert bring(download, tmp_path / "to", server) == path and len(server.asked) == 2
    assert [each.name for each in path.parent.iterdir()] == ["kept.bin"]


def test_another_file_is_refused(server, tmp_path):
    with pytest.raises(DownloadFailed, match="another file than promised"):
        bring(serve(server, b"abc", sha256="0" * 64), tmp_path, server)
    assert not list(tmp_path.glob("kept*"))


def test_without_a_known_hash_one_is_asked_for(server, tmp_path):
    download = serve(server, b"abc", sha256=None, size_bytes=None)
    with pytest.raises(DownloadFailed, match="--sha256 thing=HEX"):
        bring(download, tmp_path, server)
    assert bring(download, tmp_path, server, sha256=hashlib.sha256(b"abc").hexdigest().upper()).read_bytes() == b"abc"


def test_a_folder_that_cannot_be_made_is_named(server, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputNotWritable):
        bring(serve(server, b"abc"), tmp_path / "file" / "to", server)


def test_what_is_pinned_is_pinned_whole():
    for each in DOWNLOADS.values():
        assert address_of(each).startswith("https://")
        assert (each.sha256 is None) == (each.size_bytes is None) == (not each.source)
        assert each.sha256 is None or (len(each.sha256) == 64 and "/resolve/" in each.address)
    assert address_of(DOWNLOADS["bert"], "https://mirror/").startswith("https://mirror/google-bert/")


@pytest.mark.parametrize("inside", ["", "RefSegRS/"])
def test_the_archive_is_unpacked_once(tmp_path, inside):
    source = refsegrs(tmp_path / "source")
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        for path in source.rglob("*.*"):
            archive.write(path, inside + str(path.relative_to(source)))
    root = unpack_refsegrs(tmp_path / "a.zip", tmp_path / "data" / "refsegrs")
    assert (root / "output_phrase_test.txt").is_file() and root == tmp_path / "data" / "refsegrs" / inside
    (tmp_path / "a.zip").unlink()
    assert unpack_refsegrs(tmp_path / "a.zip", tmp_path / "data" / "refsegrs") == root


def test_a_damaged_or_other_archive_leaves_nothing(tmp_path, monkeypatch):
    (tmp_path / "a.zip").write_bytes(b"PK")
    with pytest.raises(DatasetInvalid, match="no whole archive"):
        unpack_refsegrs(tmp_path / "a.zip", tmp_path / "data")
    with zipfile.ZipFile(tmp_path / "b.zip", "w") as archive:
        archive.writestr("../../escaped.txt", "x")
    with pytest.raises(DatasetInvalid, match="does not hold"):
        unpack_refsegrs(tmp_path / "b.zip", tmp_path / "data")
    usage = dataclasses.make_dataclass("Usage", ["free"])
    monkeypatch.setattr(module.shutil, "disk_usage", lambda path: usage(0))
    with pytest.raises(DiskFull):
        unpack_refsegrs(tmp_path / "b.zip", tmp_path / "data")
    assert not list(tmp_path.glob("data*")) and not (tmp_path.parent / "escaped.txt").exists()
