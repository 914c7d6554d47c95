"""Downloads against a server that breaks off, lies about lengths, redirects and serves a wrong file."""

from __future__ import annotations

import dataclasses
import email.message
import errno
import hashlib
import http.server
import io
import json
import ssl
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import torch
from safetensors.torch import save

from rrsis_core.catalog import WeightFile, get_card
from rrsis_core.errors import DiskFull, DownloadFailed, OutputNotWritable, WeightsInvalid
from rrsis_core.models import fetch as module
from rrsis_core.models.fetch import fetch, licence_note

BODY = save({"weight": torch.arange(50_000, dtype=torch.float32)})
SHA256 = hashlib.sha256(BODY).hexdigest()


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    behaviour = "honest"
    asked: list[tuple[str, str | None]]
    begun: threading.Event
    go_on: threading.Event


class _Handler(http.server.BaseHTTPRequestHandler):
    server: _Server

    def log_message(self, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        self.server.asked.append((self.path, self.headers.get("Range")))
        getattr(self, f"_{self.server.behaviour}")()

    def _start(self) -> int:
        asked = self.headers.get("Range")
        return int(asked.removeprefix("bytes=").removesuffix("-")) if asked else 0

    def _send(self, body: bytes, length: int | None, start: int = 0) -> None:
        self.send_response(206 if start else 200)
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(BODY) - 1}/{len(BODY)}")
        if length is not None:
            self.send_header("Content-Length", str(length))
        self.end_headers()
        self.wfile.write(body)

    def _honest(self) -> None:
        start = self._start()
        if start >= len(BODY):
            self.send_error(416)
        else:
            self._send(BODY[start:], len(BODY) - start, start)

    def _breaks(self) -> None:
        start = self._start()
        self._send(BODY[start : start + len(BODY) // 3], len(BODY) - start, start)

    def _ignores_range(self) -> None:
        self._send(BODY, len(BODY))

    def _short(self) -> None:
        self._send(BODY[:1000], 1000)

    def _silent(self) -> None:
        self._send(BODY, None)

    def _long(self) -> None:
        self._send(BODY + b"x" * 5000, len(BODY) + 5000)

    def _waits(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(len(BODY)))
        self.end_headers()
        self.wfile.write(BODY[:1000])
        self.server.begun.set()
        self.server.go_on.wait(20)
        self.wfile.write(BODY[1000:])

    def _wrong(self) -> None:
        self._send(b"x" * len(BODY), len(BODY))

    def _gone(self) -> None:
        self.send_error(404)

    def _ill(self) -> None:
        self.send_error(503)

    def _redirects(self) -> None:
        if self.path.startswith("/elsewhere"):
            self._honest()
        else:
            self.send_response(302)
            self.send_header("Location", "/elsewhere")
            self.end_headers()

    def _redirects_to_a_file(self) -> None:
        self.send_response(302)
        self.send_header("Location", "file:///etc/passwd")
        self.end_headers()


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[_Server]:
    monkeypatch.setenv("RRSIS_CACHE", str(tmp_path))
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY", "HF_ENDPOINT"):
        monkeypatch.delenv(name, raising=False)
    running = _Server(("127.0.0.1", 0), _Handler)
    running.asked = []
    running.begun, running.go_on = threading.Event(), threading.Event()
    threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    yield running
    running.shutdown()
    running.server_close()


def _card(**changes: object):
    source = WeightFile(
        file="model.safetensors",
        repository="someone/toy",
        revision="abc123",
        size_bytes=len(BODY),
        sha256=SHA256,
        licence="Apache-2.0",
        trained_on="RefSegRS",
    )
    return dataclasses.replace(get_card("lavt"), name="toy", weights=dataclasses.replace(source, **changes))


def _fetch(server: _Server, behaviour: str = "honest", **changes: object) -> Path:
    server.behaviour = behaviour
    return fetch(
        _card(**changes), lambda done, total: None, endpoint=f"http://127.0.0.1:{server.server_port}", timeout_s=5.0
    )


def test_an_honest_server(server: _Server, tmp_path: Path) -> None:
    path = _fetch(server)
    assert path == tmp_path / "models" / "toy" / "model.safetensors"
    assert path.read_bytes() == BODY
    assert server.asked == [("/someone/toy/resolve/abc123/model.safetensors", None)]
    source = json.loads((path.parent / "source.json").read_text())
    assert (source["sha256"], source["licence"]) == (SHA256, "Apache-2.0")
    assert sorted(p.name for p in path.parent.iterdir()) == ["model.safetensors", "source.json"]


def test_one_at_a_time_fetches_a_model(server: _Server, tmp_path: Path) -> None:
    """The second one is told so at once, and the first one's bytes are its own."""
    first = threading.Thread(target=_fetch, args=(server, "waits"))
    first.start()
    assert server.begun.wait(20)
    with pytest.raises(DownloadFailed, match=r"weights is being fetched by another process\. Wait"):
        _fetch(server, "waits")
    server.go_on.set()
    first.join(20)
    assert (tmp_path / "models" / "toy" / "model.safetensors").read_bytes() == BODY
    assert len(server.asked) == 1
    assert _fetch(server).read_bytes() == BODY


def test_one_at_a_time_fetches_a_file(server: _Server, tmp_path: Path) -> None:
    server.behaviour = "waits"
    wanted = (f"http://127.0.0.1:{server.server_port}/x", tmp_path / "x.bin", SHA256, None, lambda done, total: None)
    first = threading.Thread(target=module.fetch_file, args=wanted)
    first.start()
    assert server.begun.wait(20)
    with pytest.raises(DownloadFailed, match=r"x\.bin is being fetched by another process"):
        module.fetch_file(*wanted)
    server.go_on.set()
    first.join(20)
    assert (tmp_path / "x.bin").read_bytes() == BODY


def test_a_disk_that_knows_no_locks_is_fetched_to_all_the_same(
    server: _Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(lock: object) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(module.FileLock, "acquire", refuse)
    assert _fetch(server).read_bytes() == BODY


def test_the_licence_comes_first(server: _Server) -> None:
    said: list[str] = []
    steps: list[tuple[int, int | None]] = []
    fetch(
        _card(),
        lambda done, total: steps.append((done, total)),
        announce=lambda note: said.append(f"{note} after {len(server.asked)} requests"),
        endpoint=f"http://127.0.0.1:{server.server_port}",
    )
    assert "Apache-2.0" in said[0] and "RefSegRS" in said[0] and said[0].endswith("after 0 requests")
    assert steps[-1] == (len(BODY), len(BODY))
    assert "no licence stated" in licence_note(_card(licence=""))


def test_a_broken_download_is_resumed(server: _Server) -> None:
    assert _fetch(server, "breaks").read_bytes() == BODY
    third = len(BODY) // 3
    assert [asked for _, asked in server.asked] == [None, *(f"bytes={n * third}-" for n in (1, 2, 3))]


def test_a_later_run_goes_on_where_the_last_one_stopped(server: _Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "ATTEMPTS", 1)
    with pytest.raises(DownloadFailed, match="bytes are kept"):
        _fetch(server, "breaks")
    assert _fetch(server).read_bytes() == BODY
    assert server.asked[-1][1] == f"bytes={len(BODY) // 3}-"


def test_a_server_that_ignores_ranges(server: _Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "ATTEMPTS", 1)
    with pytest.raises(DownloadFailed):
        _fetch(server, "breaks")
    assert _fetch(server, "ignores_range").read_bytes() == BODY


@pytest.mark.parametrize("behaviour", ["redirects", "silent"])
def test_redirects_and_missing_lengths_are_fine(server: _Server, behaviour: str) -> None:
    assert _fetch(server, behaviour).read_bytes() == BODY


@pytest.mark.parametrize(
    ("behaviour", "complaint"),
    [
        ("short", "could not be fetched whole"),
        ("long", "more than the"),
        ("wrong", "another file than promised"),
        ("gone", "answers 404"),
        ("ill", "answered 503"),
        ("redirects_to_a_file", "302|not allowed"),
    ],
)
def test_dishonest_servers_are_refused(server: _Server, behaviour: str, complaint: str, tmp_path: Path) -> None:
    with pytest.raises(DownloadFailed, match=complaint):
        _fetch(server, behaviour)
    assert not list(tmp_path.rglob("model.safetensors"))


def test_a_wrong_file_leaves_nothing_to_resume(server: _Server, tmp_path: Path) -> None:
    with pytest.raises(DownloadFailed):
        _fetch(server, "wrong")
    assert not list(tmp_path.rglob("*.part"))


def test_lengths_unknown_to_the_card(server: _Server) -> None:
    assert _fetch(server, "breaks", size_bytes=None).read_bytes() == BODY


def test_without_a_hash_one_is_asked_for(server: _Server) -> None:
    with pytest.raises(DownloadFailed, match=r"The catalogue knows no SHA-256 of model\.safetensors.*--sha256"):
        _fetch(server, sha256=None)
    assert not server.asked
    path = fetch(_card(sha256=None), lambda *_: None, sha256=SHA256, endpoint=f"http://127.0.0.1:{server.server_port}")
    assert path.read_bytes() == BODY


def test_what_was_promised_but_holds_no_tensors_is_not_stored(
    server: _Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A hash that a person gave may be that of any file."""
    page = b"<html>Please log in</html>"
    monkeypatch.setitem(globals(), "BODY", page)
    with pytest.raises(WeightsInvalid, match="cannot be read as safetensors"):
        _fetch(server, sha256=hashlib.sha256(page).hexdigest(), size_bytes=len(page))
    assert not (tmp_path / "models" / "toy" / "model.safetensors").exists()


def test_nothing_to_fetch() -> None:
    with pytest.raises(DownloadFailed, match="not public"):
        fetch(dataclasses.replace(get_card("lavt"), weights=None), lambda *_: None)


@pytest.mark.parametrize("endpoint", ["http://example.org", "http://localhost.example.org", "file:///etc"])
def test_only_https(server: _Server, endpoint: str) -> None:
    with pytest.raises(DownloadFailed, match="https"):
        fetch(_card(), lambda *_: None, endpoint=endpoint)
    assert not server.asked


def test_no_server(server: _Server) -> None:
    server.shutdown()
    server.server_close()
    with pytest.raises(DownloadFailed, match="Check the connection"):
        _fetch(server)


def test_through_a_proxy(server: _Server, monkeypatch: pytest.MonkeyPatch) -> None:
    server.behaviour = "honest"
    monkeypatch.setenv("http_proxy", f"http://127.0.0.1:{server.server_port}")
    monkeypatch.setenv("no_proxy", "example.org")
    fetch(_card(), lambda *_: None, endpoint="http://localhost:9")
    assert server.asked[0][0] == "http://localhost:9/someone/toy/resolve/abc123/model.safetensors"


def test_a_full_disk_is_seen_before_the_download(server: _Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module.shutil, "disk_usage", lambda path: type("Usage", (), {"free": 10})())
    with pytest.raises(DiskFull, match="needed"):
        _fetch(server)


def test_a_cache_that_cannot_be_made(server: _Server, tmp_path: Path) -> None:
    (tmp_path / "models").write_text("in the way")
    with pytest.raises(OutputNotWritable, match="RRSIS_CACHE"):
        _fetch(server)


def test_a_pickled_checkpoint_is_converted(server: _Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[tuple[str, str]] = []
    monkeypatch.setattr(module, "add_checkpoint", lambda path, name: taken.append((path.suffix, name)))
    path = _fetch(server, file="checkpoint.pth")
    assert taken == [(".part", "toy")]
    assert not list(path.parent.glob("*.part"))


TOKENIZER = b'{"model": {"type": "WordLevel", "vocab": {"a": 0}, "unk_token": "a"}}'


@pytest.fixture
def files(server: _Server, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """What the server holds by path."""
    held: dict[str, bytes] = {}

    def answer(handler: _Handler) -> None:
        body = held.get(handler.path)
        if body is None:
            handler.send_error(404)
            return
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(body)))
        handler.end_headers()
        handler.wfile.write(body)

    monkeypatch.setattr(_Handler, "_files", answer, raising=False)
    server.behaviour = "files"
    return held


def _fetch_files(server: _Server, card, sha256=None) -> Path:
    return fetch(card, lambda *_: None, sha256=sha256, endpoint=f"http://127.0.0.1:{server.server_port}", timeout_s=5.0)


def test_a_vocabulary_comes_with_the_weights(server: _Server, files: dict[str, bytes], tmp_path: Path) -> None:
    words = WeightFile("tokenizer.json", "else/where", revision="r", sha256=hashlib.sha256(TOKENIZER).hexdigest())
    card = dataclasses.replace(_card(), text_encoder="toy", vocabulary=words)
    files["/someone/toy/resolve/abc123/model.safetensors"] = BODY
    files["/else/where/resolve/r/tokenizer.json"] = TOKENIZER
    said = licence_note(card).splitlines()
    assert "someone/toy" in said[0] and "else/where" in said[1]
    path = _fetch_files(server, card)
    assert path.read_bytes() == BODY
    assert path.with_name("tokenizer.json").read_bytes() == TOKENIZER
    path.with_name("tokenizer.json").unlink()
    server.asked.clear()
    assert _fetch_files(server, card).name == "tokenizer.json"  # the weights are here and stay
    assert [where for where, _ in server.asked] == ["/else/where/resolve/r/tokenizer.json"]


def test_a_vocabulary_is_verified_too(server: _Server, files: dict[str, bytes], tmp_path: Path) -> None:
    words = WeightFile("tokenizer.json", "else/where", sha256=SHA256)
    card = dataclasses.replace(_card(), weights=None, text_encoder="toy", vocabulary=words)
    files["/else/where/resolve/main/tokenizer.json"] = TOKENIZER
    with pytest.raises(DownloadFailed, match="another file"):
        _fetch_files(server, card)
    assert not list(tmp_path.rglob("*.json"))


def test_a_vocabulary_that_is_none_does_not_stay(server: _Server, files: dict[str, bytes], tmp_path: Path) -> None:
    """A hash that a person gave may be that of any file."""
    page = b"<html>Please log in</html>"
    words = WeightFile("tokenizer.json", "else/where", sha256=hashlib.sha256(page).hexdigest())
    card = dataclasses.replace(_card(), weights=None, text_encoder="toy", vocabulary=words)
    files["/else/where/resolve/main/tokenizer.json"] = page
    with pytest.raises(WeightsInvalid, match="not a vocabulary"):
        _fetch_files(server, card)
    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


def test_parts_of_two_publishers_become_one_file(
    server: _Server, files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    stored: dict[str, torch.Tensor] = {}
    monkeypatch.setattr(module, "add_state", lambda state, settings, card, origin: stored.update(state))
    first, second = save({"w": torch.zeros(2)}), save({"w": torch.ones(3)})
    files["/a/x/resolve/main/m.safetensors"], files["/b/x/resolve/main/m.safetensors"] = first, second
    parts = [WeightFile("m.safetensors", f"{owner}/x", prefix=f"{owner}.") for owner in "ab"]
    card = dataclasses.replace(_card(), weights=parts[0], more_weights=(parts[1],))
    with pytest.raises(DownloadFailed, match=r"--sha256 a/x/m\.safetensors=HEX --sha256 b/x/m\.safetensors=HEX"):
        _fetch_files(server, card)
    with pytest.raises(DownloadFailed, match="64 hexadecimal digits"):
        _fetch_files(server, card, ["a/x/m.safetensors=abc", f"b/x/m.safetensors={SHA256}"])
    assert not server.asked
    hashes = [f"{part.place}={hashlib.sha256(body).hexdigest()}" for part, body in zip(parts, (first, second))]
    path = _fetch_files(server, card, hashes)
    assert {key: value.tolist() for key, value in stored.items()} == {"a.w": [0, 0], "b.w": [1, 1, 1]}
    notes = json.loads((path.parent / "source.json").read_text())["files"]
    assert [note["repository"] for note in notes] == ["a/x", "b/x"]
    assert not list(path.parent.glob("*.part"))


def test_a_part_that_came_whole_is_not_fetched_again(
    server: _Server, files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "add_state", lambda *args, **more: None)
    body = save({"w": torch.zeros(2)})
    digest = hashlib.sha256(body).hexdigest()
    files["/a/x/resolve/main/m.safetensors"] = body
    parts = [WeightFile("m.safetensors", f"{owner}/x", prefix=f"{owner}.", sha256=digest) for owner in "ab"]
    other = dataclasses.replace(parts[1], sha256=SHA256)
    card = dataclasses.replace(_card(), weights=parts[0], more_weights=(other,))
    with pytest.raises(DownloadFailed, match="404"):
        _fetch_files(server, card)
    files["/b/x/resolve/main/m.safetensors"] = BODY
    server.asked.clear()
    _fetch_files(server, card)
    assert [where[:4] for where, _ in server.asked] == ["/b/x"]


class _Torn:
    """A connection that breaks in a way of TLS after its first block, and another time is whole."""

    status = 200

    def __init__(self, tries: list[int]) -> None:
        self.headers = email.message.Message()
        self.headers["Content-Length"] = str(len(BODY))
        self._blocks = iter([BODY[:1000], ssl.SSLError("record layer failure")] if len(tries) < 3 else [BODY, b""])

    def __enter__(self) -> _Torn:
        return self

    def __exit__(self, *_: object) -> None:
        pass

    def read(self, _: int) -> bytes:
        block = next(self._blocks)
        if isinstance(block, Exception):
            raise block
        return block


def test_a_torn_line_is_no_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tries: list[int] = []

    class Opener:
        def open(self, *_: object, **__: object) -> _Torn:
            tries.append(1)
            return _Torn(tries)

    monkeypatch.setattr(module.urllib.request, "build_opener", lambda *_: Opener())
    target = tmp_path / "file"
    module.fetch_file("https://h.org/file", target, SHA256, None, lambda *_: None)
    assert target.read_bytes() == BODY and len(tries) == 3


def test_a_disk_that_fills_under_way_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(io.BytesIO):
        def write(self, _: object) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    class Opener:
        def open(self, *_: object, **__: object) -> _Torn:
            return _Torn([1, 1, 1])

    monkeypatch.setattr(module.urllib.request, "build_opener", lambda *_: Opener())
    monkeypatch.setattr(Path, "open", lambda *_: Full())
    with pytest.raises(DiskFull, match="No space left"):
        module.fetch_file("https://h.org/file", tmp_path / "file", SHA256, None, lambda *_: None)
