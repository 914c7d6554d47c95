"""How long does a person wait after a click on Cancel, and how long until what was found is in the project?

In real QGIS searches of more and more phrases are cancelled some seconds after their first tile, one after the other,
into one project. Told are the times from the click until the dock is idle, until the model computes no more tiles, and
until the layers are in the project.

    .venv/bin/python bench/cancel.py ORTHO.tif --phrases 1 4 12 30 --seconds 4
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "docs"))
from qgis_session import guarded, leave, plugin, run_in_qgis  # noqa: E402

WISHES = "RRSIS_CANCEL"
THINGS = ("buildings", "trees", "roads", "cars", "grass", "water", "bare soil", "fields", "bushes", "shadows")
KINDS = ("", "large ", "small ", "bright ", "dark ")


def main() -> int:
    """Start QGIS with what the command line wishes, and print one line of figures a search."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("raster")
    parser.add_argument("--phrases", type=int, nargs="+", default=[1, 4, 12, 30], help="how many, one search each")
    parser.add_argument("--seconds", type=float, default=4.0, help="from the first tile to the click")
    parser.add_argument("--layers", type=int, default=0, help="empty layers that the project's file holds before")
    parser.add_argument("--model", default="lgce-tiny")
    wishes = vars(parser.parse_args())
    wishes["raster"] = str(Path(wishes["raster"]).resolve())
    with tempfile.TemporaryDirectory(prefix="rrsis-cancel-") as folder:
        return run_in_qgis(Path(__file__).resolve(), variables={WISHES: json.dumps({**wishes, "folder": folder})})


def fill(geopackage: Path, count: int) -> None:
    """Put `count` empty layers into a new GeoPackage."""
    from osgeo import ogr, osr

    wgs84 = osr.SpatialReference()
    wgs84.ImportFromEPSG(4326)
    file = ogr.GetDriverByName("GPKG").CreateDataSource(str(geopackage))
    for number in range(count):
        file.CreateLayer(f"before_{number}", wgs84, ogr.wkbPolygon)


def inside() -> None:
    """Search, cancel and look at the clock."""
    from qgis.core import QgsProject, QgsRasterLayer
    from qgis.PyQt.QtCore import QTimer
    from qgis.utils import iface

    wishes = json.loads(os.environ[WISHES])
    rrsis, project = plugin(), QgsProject.instance()
    counts = list(wishes["phrases"])
    at = {}

    def start() -> None:
        file = Path(wishes["folder"]) / "project.qgz"
        layer = QgsRasterLayer(wishes["raster"], "orthophoto")
        project.addMapLayer(layer)
        project.write(str(file))
        if wishes["layers"]:
            fill(file.with_name("project_rrsis.gpkg"), wishes["layers"])
        iface.setActiveLayer(layer)
        rrsis.dock.show()
        rrsis.dock.modelCombo.setCurrentIndex(rrsis.dock.modelCombo.findData(wishes["model"]))
        rrsis.runner.published.connect(guarded(kept))
        rrsis.runner.problem_shown.connect(guarded(failed))
        rrsis.runner.running_changed.connect(guarded(idle))
        QTimer.singleShot(3000, guarded(search))

    def search() -> None:
        at.clear()
        phrases = [kind + thing for kind in KINDS for thing in THINGS][: counts[0]]
        rrsis.dock.phrasesEdit.setPlainText("\n".join(phrases))
        rrsis.dock.runButton.click()
        QTimer.singleShot(50, guarded(listen))

    def listen() -> None:
        (task,) = rrsis.runner.tasks
        task.progressed.connect(guarded(progressed))

    def progressed(progress) -> None:
        if progress.stage == "predict" and progress.done:
            at["tiles"] = progress.done
            if "first" not in at:
                at["first"] = time.perf_counter()
                QTimer.singleShot(int(1000 * wishes["seconds"]), guarded(cancel))
        elif progress.stage == "write":
            at.setdefault("stopped", time.perf_counter())

    def cancel() -> None:
        at["click"] = time.perf_counter()
        rrsis.dock.cancelButton.click()

    def idle(running) -> None:
        if not running:
            at.setdefault("idle", time.perf_counter())

    def failed(problem) -> None:
        raise RuntimeError(str(problem))

    def kept(layers) -> None:
        now = time.perf_counter()
        if "click" not in at:
            raise RuntimeError("The search had ended before the click: give fewer --seconds, or a larger raster.")
        idle, stopped, done = (moment - at["click"] for moment in (at["idle"], at["stopped"], now))
        objects = sum(layer.featureCount() for layer in layers)
        line = (
            f"{counts.pop(0):3d} phrases  idle {idle:5.2f} s  no more tiles {stopped:5.2f} s  kept {done:5.2f} s"
            f"  {at['tiles']} tiles  {len(layers)} layers  {objects} objects\n"
        )
        os.write(1, line.encode())  # QGIS takes sys.stdout for its console
        QTimer.singleShot(3000, guarded(search if counts else end))

    def end() -> None:
        leave(0)

    QTimer.singleShot(3000, guarded(start))


if __name__ == "inside":
    inside()
elif __name__ == "__main__":
    raise SystemExit(main())
