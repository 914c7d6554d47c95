"""The algorithms in a real qgis_process: what is answered as JSON, and from QGIS 3.24 on asked as JSON too."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from qgis.core import Qgis

ROOT = Path(__file__).resolve().parents[3]
EIGHT = {
    "evaluate",
    "exportsamples",
    "fetchmodel",
    "finetune",
    "rethreshold",
    "segmentbyphrase",
    "segmentmany",
    "status",
}


@pytest.fixture(scope="module")
def qgis_process(tmp_path_factory):
    """Runs qgis_process in a profile of its own, with this checkout as the plugin; returns what it says."""
    home = tmp_path_factory.mktemp("home")
    (home / "plugins").mkdir()
    (home / "plugins" / "rrsis").symlink_to(ROOT)
    places = {"QGIS_CUSTOM_CONFIG_PATH": home / "profile", "XDG_RUNTIME_DIR": home, "HOME": home}
    environment = {**os.environ, **{name: str(place) for name, place in places.items()}}
    environment.update(QGIS_PLUGINPATH=str(home / "plugins"), QT_QPA_PLATFORM="offscreen")
    program = shutil.which("qgis_process.bin") or shutil.which("qgis_process")  # not Debian's script around it

    def call(*words, asked=None):
        done = subprocess.run(
            [program, *words], input=asked, env=environment, capture_output=True, text=True, timeout=150, check=False
        )
        assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
        return done.stdout

    call("plugins", "enable", "rrsis")
    return call


@pytest.fixture
def probability(run, layer, tmp_path):
    path = str(tmp_path / "p.tif")
    asked = {"INPUT": layer.source(), "PHRASES": "white cars\nthe river", "OUTPUT": str(tmp_path / "o.gpkg")}
    run("segmentbyphrase", {**asked, "PROBABILITY": path})
    return path


def test_all_algorithms_are_offered(qgis_process):
    listed = qgis_process("list").split()
    assert {f"rrsis:{name}" for name in EIGHT} <= set(listed)


def test_it_answers_in_json(qgis_process, probability, tmp_path):
    words = (f"INPUT={probability}", "PHRASES=the river", f"OUTPUT={tmp_path / 'r.gpkg'}")
    answer = json.loads(qgis_process("--json", "run", "rrsis:rethreshold", "--", *words))
    assert answer["results"]["COUNT"] == 2 and (tmp_path / "r.gpkg").is_file()


@pytest.mark.skipif(Qgis.QGIS_VERSION_INT < 32400, reason="qgis_process reads JSON from QGIS 3.24 on")
def test_it_is_asked_in_json(qgis_process, probability, tmp_path):
    inputs = {"INPUT": probability, "PHRASES": "white cars\nthe river", "OUTPUT": str(tmp_path / "r.gpkg")}
    answer = json.loads(qgis_process("run", "rrsis:rethreshold", "-", asked=json.dumps({"inputs": inputs})))
    assert answer["results"]["COUNT"] == 4 and len(answer["results"]["LAYERS"]) == 2
