"""The built zip, installed into a fresh profile of real QGIS, works and leaves nothing behind."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = "[PythonPlugins]\nprocessing=true\n\n[qgis]\ncheckVersion=false\nnewsFeed=false\nshowTips=false\n"
# QGIS forgets the modules that were imported by name, not the empty packages around them.
PACKAGES = {"rrsis.plugin", "rrsis.plugin.algorithms"}


@pytest.fixture(scope="module")
def said(tmp_path_factory, raster_writer):
    """What installed.py wrote in a QGIS of its own."""
    home = tmp_path_factory.mktemp("home")
    (home / "profiles" / "default" / "QGIS").mkdir(parents=True)
    (home / "profiles" / "default" / "QGIS" / "QGIS3.ini").write_text(SETTINGS)
    write = "import sys; from pathlib import Path; from scripts.package import write_zip; write_zip(Path(sys.argv[1]))"
    python = os.environ.get("RRSIS_PYTHON", sys.executable)  # the environment that has lrelease
    subprocess.run([python, "-c", write, str(home / "rrsis.zip")], cwd=ROOT, check=True)
    raster = raster_writer(home / "ortho.tif")
    wishes = {
        "zip": str(home / "rrsis.zip"),
        "raster": str(raster),
        "answer": str(home / "answer.json"),
        "toy": str(ROOT / "tests" / "plugin"),
    }
    environment = {
        **os.environ,
        "RRSIS_INSTALLED": json.dumps(wishes),
        "RRSIS_HOME": str(home),
        "HOME": str(home),
        "QT_QPA_PLATFORM": "xcb",  # the whole of QGIS does not start without a screen, be it one in memory
    }
    del environment["QGIS_CUSTOM_CONFIG_PATH"]
    program = shutil.which("qgis.bin") or shutil.which("qgis")
    command = ["xvfb-run", "-a", program, "--nologo", "--noversioncheck", "--profiles-path", str(home)]
    script = ROOT / "tests" / "plugin" / "installed.py"
    done = subprocess.run(
        [*command, "--code", str(script)], env=environment, capture_output=True, text=True, timeout=250, check=False
    )
    answer = home / "answer.json"
    assert answer.is_file(), f"QGIS ended with {done.returncode}: {(done.stdout + done.stderr)[-3000:]}"
    content = json.loads(answer.read_text())
    assert "error" not in content, content["error"]
    return content


def test_it_is_installed_enabled_and_finds(said):
    assert said["active"] and said["found"] == [[2], [2]]
    assert said["children while used"] >= 1 and not said["before"]["provider"]


def test_nothing_stays_behind_when_it_is_disabled(said):
    before = said["before"]
    for after in said["after"]:
        assert after["objects"] == [] and after["widgets"] == 0 and set(after["modules"]) <= PACKAGES
        assert after["children"] == before["children"] and after["named"] == before["named"]
        assert after["threads"] == before["threads"] and after["tasks"] == before["tasks"]
        assert not after["provider"]


def test_nothing_of_any_kind_grows_from_one_time_to_the_next(said):
    used, *opened, used_again = (after["held"] for after in said["after"])
    for before, after in ((opened[0], opened[1]), (opened[1], opened[2]), (used, used_again)):
        grown = {name: (before.get(name, 0), count) for name, count in after.items() if count > before.get(name, 0)}
        assert not grown, "\n".join(f"{name}: {counts}" for name, counts in sorted(grown.items()))
