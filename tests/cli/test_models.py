"""The list of models, and how their weights get here."""

from __future__ import annotations

import json

import pytest

from rrsis_core.catalog import CATALOG
from rrsis_core.cli import main, models


@pytest.fixture
def rows(capsys):
    def read():
        assert main(["models", "--json"]) == 0
        return {row["name"]: row for row in json.loads(capsys.readouterr().out)["models"]}

    return read


def test_every_model_is_listed(capsys):
    assert main(["models"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == list(CATALOG)


def test_json_tells_what_is_ready(rows, monkeypatch, tmp_path):
    monkeypatch.setenv("RRSIS_CACHE", str(tmp_path))
    assert rows()["lavt"]["state"] == "own weights needed"
    place = tmp_path / "models" / "lavt" / "model.safetensors"
    place.parent.mkdir(parents=True)
    place.write_bytes(b"")
    assert rows()["lavt"]["state"] == "ready"


def test_fetch_hands_on_what_was_typed(monkeypatch, capsys, tmp_path):
    def fetch(card, report, *, announce, sha256):
        announce("Licence: free")
        report(5, 10)
        report(10, 10)
        return tmp_path / f"{card.name}-{sha256}"

    monkeypatch.setattr(models, "fetch", fetch)
    assert main(["models", "fetch", "lgce", "--sha256", "ab", "--sha256", "c=d", "--json"]) == 0
    said = capsys.readouterr()
    assert json.loads(said.out) == {"model": "lgce", "path": str(tmp_path / "lgce-['ab', 'c=d']")}
    assert "Licence: free" in said.err


@pytest.mark.parametrize(("here", "note"), [(True, "lgce is ready: {}\n"), (False, "{} is here. lgce: {state}\n")])
def test_add_takes_a_checkpoint(here, note, monkeypatch, capsys, tmp_path):
    monkeypatch.setenv("RRSIS_CACHE", str(tmp_path))
    monkeypatch.setattr(models, "add_file", lambda file, name: tmp_path / f"{file}-{name}")
    monkeypatch.setattr(models, "weights_ready", lambda card: here)
    assert main(["models", "add", "own.pth", "--as", "lgce"]) == 0
    assert capsys.readouterr().out == note.format(tmp_path / "own.pth-lgce", state="own weights needed")


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["fetch", "lgze"], 'Did you mean "lgce"'),
        (["fetch", "lavt"], "nothing to fetch"),
        (["add", "/nowhere.pth", "--as", "lgce"], "nowhere.pth"),
    ],
)
def test_what_cannot_be_done_is_1_and_one_sentence(words, why, capsys):
    assert main(["models", *words]) == 1
    said = capsys.readouterr()
    assert why in said.err
    assert "Traceback" not in said.err
