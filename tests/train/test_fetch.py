import dataclasses
import hashlib
import http.server
import threading

import pytest

from rrsis_core.training.recipes import downloads
from train import fetch as module
from train.fetch import main


@pytest.fixture
def server():
    class Handler(http.server.BaseHTTPRequestHandler):
        def log_message(self, *args):
            pass

        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Length", "3")
            self.end_headers()
            self.wfile.write(b"abc")

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}/swin.pth"
        running.shutdown()


def test_what_has_no_known_hash_needs_one(server, tmp_path, monkeypatch, capsys):
    swin = dataclasses.replace(downloads.DOWNLOADS["swin"], address=server)
    monkeypatch.setitem(module.DOWNLOADS, "swin", swin)
    assert main(["swin", "--to", str(tmp_path)]) == 1
    assert "--sha256 swin=HEX" in capsys.readouterr().err
    assert main(["swin", "--to", str(tmp_path), "--sha256", f"swin={hashlib.sha256(b'abc').hexdigest()}"]) == 0
    said = capsys.readouterr()
    assert said.out.split() == ["swin", str(tmp_path / swin.file)] and "MIT" in said.err


def test_only_known_files_are_fetched(tmp_path):
    with pytest.raises(SystemExit):
        main(["gpt", "--to", str(tmp_path)])


def test_who_stops_a_download_is_told_how_it_goes_on(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(module, "get", lambda *_, **__: (_ for _ in ()).throw(KeyboardInterrupt))
    assert main(["swin", "--to", str(tmp_path)]) == 130
    assert "goes on where it was" in capsys.readouterr().err
