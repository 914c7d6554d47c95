import shutil
import stat

import pytest

from resources.demo import run


def test_phrases_may_be_given_apart_or_together():
    assert run.split_phrases(["red roofs; cars", "trees\n water "]) == ["red roofs", "cars", "trees", "water"]
    assert run.split_phrases(None) == []


def test_private_environment_leads_qgis_to_the_checkout(tmp_path, monkeypatch):
    monkeypatch.setenv("PYTHONPATH", "/elsewhere")
    environment = run.private_environment(tmp_path)
    assert (tmp_path / "plugins" / "rrsis" / "metadata.txt").exists()
    assert environment["QGIS_PLUGINPATH"] == str(tmp_path / "plugins")
    assert "PYTHONPATH" not in environment


def test_without_qgis_the_remedy_is_named(monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(SystemExit, match="make qgis"):
        run.find_qgis()


def test_a_failing_qgis_is_reported(tmp_path, monkeypatch, capsys):
    program = tmp_path / "qgis_process"
    program.write_text("#!/bin/sh\necho the reason\nexit 3\n", encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(run, "find_qgis", lambda: str(program))
    raster = tmp_path / "own.tif"
    raster.touch()
    assert run.main(["--raster", str(raster), "--phrase", "cars", "--output", str(tmp_path / "out")]) == 3
    assert "the reason" in capsys.readouterr().err
