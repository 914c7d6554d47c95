"""The zip holds compiled translations and no source of them."""

from __future__ import annotations

import zipfile
from pathlib import Path

from scripts.package import complaints, write_zip
from scripts.translations import LANGUAGES


def test_translations_are_compiled(tmp_path: Path) -> None:
    target = write_zip(tmp_path / "rrsis.zip")
    assert complaints(target) == []
    with zipfile.ZipFile(target) as archive:
        names = archive.namelist()
        assert {name for name in names if name.endswith(".qm")} == {
            f"rrsis/resources/i18n/rrsis_{language}.qm" for language in LANGUAGES
        }
        assert not [name for name in names if name.endswith(".ts")]
        assert len(archive.read("rrsis/resources/i18n/rrsis_ne.qm")) > 10_000
