"""What is built passes the plugin repository's gate, and the gate sees what it is there for."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from scripts import gate
from scripts.package import write_zip


def test_the_zip_passes_with_no_finding(tmp_path: Path) -> None:
    assert gate.gate(write_zip(tmp_path / "rrsis.zip")) == []


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "rrsis").mkdir()
    return tmp_path / "rrsis"


def test_bandit_sees_code_and_excuses_that_are_not_listed(folder: Path) -> None:
    (folder / "a.py").write_text("import pickle\n\npickle.loads(b'')\n")
    (found,) = [text for text in gate.scanned(folder, set()) if "B301" in text]
    assert found.startswith("a.py:3 ")
    (folder / "a.py").write_text("import pickle  # nosec B403\n")
    assert gate.scanned(folder, set()) == ["a.py hides B403 from bandit"]
    assert gate.scanned(folder, {("a.py", "B403")}) == []
    assert gate.scanned(folder, {("a.py", "B403"), ("a.py", "B101")}) == ["a.py needs no excuse for B101 any more"]


def test_secrets_style_and_imports_of_nothing_are_seen(folder: Path) -> None:
    hexadecimal = "0123456789abcdef" * 2 + "f85dfa044a527f09" * 2
    (folder / "a.py").write_text(f'import os\nfrom .gone import x\nKEY = "{hexadecimal}"\n')
    assert gate.secrets(folder) == ["a.py:3 Hex High Entropy String"]
    assert [line.split()[1] for line in gate.style(folder)] == ["F401", "F401"]
    assert gate.missing(folder) == ["a.py:2 imports what the zip does not hold"]


def test_metadata_is_held_to_the_validators_rules(root: Path) -> None:
    good = (root / "metadata.txt").read_text(encoding="utf-8")
    assert gate.metadata(good) == []
    for old, new in (
        ("version=0", "version=v0"),
        ("qgisMaximumVersion=4.99", "qgisMaximumVersion=3.99"),
        ("author=", "author=a/b "),
        ("tracker=https://", "tracker="),
        ("experimental=True", "experimental=maybe"),
        ("icon=", "supportsQt6=True\nicon="),
        ("[general]", "[other]"),
        ("about=", "abut="),
    ):
        assert gate.metadata(good.replace(old, new, 1)), new


def test_the_archive_is_looked_at(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as out:
        for name in ("__init__.py", "metadata.txt", "LICENSE", ".hidden", "lib.so", "data.bin"):
            out.writestr(f"rrsis/{name}", "\0" if name == "data.bin" else "x")
        program = zipfile.ZipInfo("rrsis/run.py")
        program.external_attr = 0o100755 << 16
        out.writestr(program, "x")
        out.writestr("other/file.py", "x")
    found = "\n".join(gate.archive(path))
    for words in (".hidden may not", "lib.so may not", "data.bin is binary", "run.py is executable", "one folder"):
        assert words in found


def test_addresses_that_stand_for_none_are_named() -> None:
    text = "email=a@example.org\nhomepage=https://example.org/a\ntracker=https://forge.net/a\nabout=see example.org\n"
    assert gate.unpublished(text) == ["email=a@example.org", "homepage=https://example.org/a"]
    assert gate.unpublished("tracker=https://notexample.org/a\nrepository=https://git.example.com/a\n") == [
        "repository=https://git.example.com/a"
    ]
