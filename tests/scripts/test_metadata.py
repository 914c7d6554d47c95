"""Name, version and addresses stand in one place, and metadata.txt follows."""

from __future__ import annotations

import configparser
from pathlib import Path

import pytest

from rrsis_core import __version__
from scripts.metadata import rewritten, wanted


def test_metadata_is_up_to_date(root: Path) -> None:
    text = (root / "metadata.txt").read_text(encoding="utf-8")
    assert rewritten(text, wanted()) == text, "run: make metadata"


def test_metadata_says_what_qgis_needs(root: Path) -> None:
    parser = configparser.ConfigParser()
    parser.read(root / "metadata.txt", encoding="utf-8")
    general = parser["general"]
    assert general["version"] == __version__
    assert (general["qgisminimumversion"], general["qgismaximumversion"]) == ("3.22", "4.99")
    assert general["hasprocessingprovider"] == "yes"
    assert (root / general["icon"]).is_file()
    for name in ("name", "description", "about", "author", "email", "tracker", "repository"):
        assert general[name]


def test_a_missing_line_is_named() -> None:
    with pytest.raises(SystemExit, match='"version='):
        rewritten("name=x\n", {"version": "1"})
