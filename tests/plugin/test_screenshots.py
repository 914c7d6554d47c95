"""The pictures of the pages can be taken anew, none is empty, and those of panels have the size of the panels now."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from qgis.core import Qgis
from qgis.PyQt.QtGui import QImage

ROOT = Path(__file__).resolve().parents[2]
IMAGES = ROOT / "docs" / "images"
PANELS = ("more.png", "gallery.png")  # as large as what they hold: another control, and the page is out of date


@pytest.fixture(scope="module")
def taken(tmp_path_factory, raster_writer):
    """The folder of pictures that docs/screenshots.py took of a small raster, with the tests' worker."""
    home = tmp_path_factory.mktemp("home")
    raster = raster_writer(home / "ortho.tif")
    environment = {**os.environ, "HOME": str(home)}
    del environment["QGIS_CUSTOM_CONFIG_PATH"]
    python = os.environ.get("RRSIS_PYTHON", sys.executable)
    command = [python, "docs/screenshots.py", raster, "--phrase", "white cars", "--toy", "--width", "70"]
    done = subprocess.run(
        [*command, "--output", home / "pictures"],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=200, check=False,
    )  # fmt: skip
    assert done.returncode == 0, (done.stdout + done.stderr)[-3000:]
    return home / "pictures"


@pytest.mark.parametrize("name", sorted(path.name for path in IMAGES.glob("*.png")))
def test_a_picture_is_taken_and_shows_something(taken, name):
    picture = QImage(str(taken / name))
    points = [(x, y) for x in range(0, picture.width(), 5) for y in range(0, picture.height(), 5)]
    assert len({picture.pixel(x, y) for x, y in points}) > 20


@pytest.mark.skipif(Qgis.QGIS_VERSION_INT >= 32300, reason="the pictures are those of QGIS 3.22")
@pytest.mark.parametrize("name", PANELS)
def test_a_picture_in_the_pages_has_the_size_of_the_panel_now(taken, name):
    assert QImage(str(IMAGES / name)).size() == QImage(str(taken / name)).size()
