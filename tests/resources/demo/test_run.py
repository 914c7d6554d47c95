import shutil
import stat

import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
from rasterio.features import shapes

from resources.demo import generate_scene, run
from resources.demo.map import MapLayer


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


def test_a_layer_is_compared_with_what_was_drawn():
    scene = generate_scene(3, size_px=128)
    truth = scene.class_mask("building")
    affine = rasterio.Affine(*scene.transform)
    polygons = [shapely.geometry.shape(form) for form, _ in shapes(truth.astype("uint8"), truth, transform=affine)]
    assert run.compare(MapLayer("the buildings", polygons), scene).endswith("1.00")
    assert run.compare(MapLayer("buildings", []), scene).endswith("0.00")
    assert run.compare(MapLayer("red buildings", polygons), scene) == ""
    assert run.compare(MapLayer("airplanes", []), scene) == "rightly nothing"


def test_a_run_prints_counts_and_paths(tmp_path, monkeypatch, capsys):
    def pretend(raster, phrases, found, probability, verbose):
        for phrase in phrases:
            pyogrio.raw.write(
                found, np.array([], dtype=object), [], [], layer=phrase.replace(" ", "_"), driver="GPKG",
                geometry_type="Polygon", crs="EPSG:32645", append=found.exists(),
            )  # fmt: skip
        return 0

    monkeypatch.setattr(run, "run_qgis", pretend)
    monkeypatch.setattr(run, "generate_scene", lambda seed: generate_scene(seed, size_px=96))
    assert run.main(["--phrase", "cars; swimming pools", "--output", str(tmp_path)]) == 0
    said = capsys.readouterr().out
    assert "0  swimming pools" in said and str(tmp_path / "map.png") in said
    assert (tmp_path / "map.png").stat().st_size > 1000


def test_ones_own_raster_is_not_replaced_by_the_demos_files(tmp_path, monkeypatch):
    monkeypatch.setattr(run, "run_qgis", lambda *_, **__: 0)
    own = tmp_path / "probability.tif"
    own.write_bytes(b"pixels")
    with pytest.raises(SystemExit, match="choose another OUTPUT"):
        run.main(["--raster", str(own), "--output", str(tmp_path)])
    assert own.read_bytes() == b"pixels"


def test_what_cannot_be_drawn_is_no_failure(tmp_path, monkeypatch, capsys):
    asked = []

    def pretend(raster, phrases, found, probability, verbose):
        asked.append(raster)
        nothing = np.array([], dtype=object)
        pyogrio.raw.write(found, nothing, [], [], layer="cars", geometry_type="Polygon", crs="EPSG:4326")
        return 0

    monkeypatch.setattr(run, "run_qgis", pretend)
    address = "/vsicurl/http://127.0.0.1:9/item.json"
    assert run.main(["--raster", address, "--phrase", "cars", "--output", str(tmp_path)]) == 0
    said = capsys.readouterr()
    assert asked == [address] and "No map was drawn" in said.err and "polygons" in said.out and "map " not in said.out
