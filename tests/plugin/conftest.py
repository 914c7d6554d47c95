"""Real QGIS with settings of its own, small rasters, and a real worker process with a toy model."""

from __future__ import annotations

import gc
import os
import sqlite3
import subprocess
import sys
import tempfile
import textwrap
import time
from contextlib import closing
from pathlib import Path

_HOME = tempfile.mkdtemp(prefix="rrsis-tests-")
os.environ["RRSIS_HOME"] = _HOME  # nothing of the person's own is touched
os.environ["QGIS_CUSTOM_CONFIG_PATH"] = _HOME
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("XDG_RUNTIME_DIR", _HOME)

import numpy as np  # noqa: E402
import pytest  # noqa: E402
from osgeo import gdal, osr  # noqa: E402
from qgis.core import QgsApplication, QgsProject, QgsRasterLayer, QgsSettings  # noqa: E402
from qgis.PyQt.QtCore import QCoreApplication, QEvent, QEventLoop  # noqa: E402

HERE = Path(__file__).resolve().parent
SERVER = """
    import http.server, sys
    from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice
    from qgis.PyQt.QtGui import QColor, QImage
    image = QImage(256, 256, QImage.Format.Format_RGB32)
    image.fill(QColor(120, 130, 140))
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    class Tiles(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            self.send_response(200)
            self.send_header("Content-Type", "image/png")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(bytes(data))
        def log_message(self, *_):
            pass
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Tiles)
    print(server.server_address[1], flush=True)
    server.serve_forever()
"""
gdal.UseExceptions()


def wait_until(done, timeout_s: float = 150.0) -> None:
    """Let Qt work until `done()`; fail after `timeout_s`."""
    deadline = time.monotonic() + timeout_s
    while not done():
        assert time.monotonic() < deadline, "it never happened"
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
        time.sleep(0.01)


@pytest.fixture(scope="session", autouse=True)
def swept(qgis_app):
    """What tests left in reference cycles goes while QGIS is still there."""
    yield
    for _ in range(2):  # what is to be deleted later, and what only that held
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()


@pytest.fixture(scope="session")
def waiting():
    return wait_until


@pytest.fixture(scope="session")
def layers_in():
    """Returns the names of the layers in a GeoPackage."""

    def names(file) -> set[str]:
        with closing(sqlite3.connect(file)) as database:
            return {str(name) for (name,) in database.execute("SELECT table_name FROM gpkg_contents")}

    return names


@pytest.fixture(scope="session")
def toy_client():
    """A warm worker with a toy model, shared by all tests."""
    from rrsis.rrsis_core.worker.client import WorkerClient

    client = WorkerClient(root=HERE, module="toy_worker")
    yield client
    client.close()


@pytest.fixture(autouse=True)
def clean(qgis_app):
    """Each test begins with an empty project and no settings of ours."""
    QgsSettings().remove("rrsis")
    QgsProject.instance().clear()
    yield
    QgsApplication.taskManager().cancelAll()
    wait_until(lambda: QgsApplication.taskManager().countActiveTasks() == 0, 30)
    QgsProject.instance().clear()


def write_raster(path: Path, *, size: int = 240, gsd_m: float = 0.3, epsg: int | None = 32645, bands: int = 3) -> Path:
    """Write dark ground with two bright squares of 30 and 20 pixels a side."""
    pixels = np.full((bands, size, size), 40, np.uint8)
    pixels[:, 40:70, 50:80] = 250
    pixels[:, 150:170, 160:180] = 250
    data = gdal.GetDriverByName("GTiff").Create(str(path), size, size, bands, gdal.GDT_Byte, ["TILED=YES"])
    data.SetGeoTransform((350000.0, gsd_m, 0.0, 3060000.0, 0.0, -gsd_m))
    if epsg is not None:
        crs = osr.SpatialReference()
        crs.ImportFromEPSG(epsg)
        data.SetProjection(crs.ExportToWkt())
    data.WriteRaster(0, 0, size, size, pixels.tobytes())
    data = None
    return path


@pytest.fixture(scope="session")
def raster_writer():
    return write_raster


@pytest.fixture
def make_raster(tmp_path):
    def make(name: str = "ortho.tif", **arguments) -> Path:
        return write_raster(tmp_path / name, **arguments)

    return make


@pytest.fixture
def layer(make_raster):
    """A raster layer in the project."""
    raster_layer = QgsRasterLayer(str(make_raster()), "ortho")
    assert raster_layer.isValid()
    QgsProject.instance().addMapLayer(raster_layer)
    return raster_layer


@pytest.fixture
def polygons():
    """A polygon layer in the project whose one polygon holds the larger square alone."""
    from qgis.core import QgsFeature, QgsGeometry, QgsRectangle, QgsVectorLayer

    layer = QgsVectorLayer("Polygon?crs=EPSG:32645&field=name:string", "fields", "memory")
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(350000, 3059970, 350030, 3060000)))
    layer.dataProvider().addFeatures([feature])
    QgsProject.instance().addMapLayer(layer)
    return layer


@pytest.fixture(scope="session")
def tiles_url():
    """An XYZ service on this machine, in a process of its own."""
    with subprocess.Popen([sys.executable, "-c", textwrap.dedent(SERVER)], stdout=subprocess.PIPE, text=True) as server:
        yield f"http://127.0.0.1:{int(server.stdout.readline())}/%7Bz%7D/%7Bx%7D/%7By%7D.png"
        server.kill()


@pytest.fixture
def online(tiles_url):
    layer = QgsRasterLayer(f"type=xyz&url={tiles_url}&zmin=0&zmax=19", "tiles", "wms")
    assert layer.isValid()
    return layer
