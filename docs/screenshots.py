"""Takes the pictures of the documentation from real QGIS, so that they never go stale.

    .venv/bin/python docs/screenshots.py ORTHO.tif --phrase buildings --phrase "trees" --centre X,Y --width-m 220

The script starts QGIS, which runs it again from the inside.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import traceback
from pathlib import Path

IMAGES = Path(__file__).resolve().parent / "images"
WISHES = "RRSIS_SCREENSHOTS"


def main() -> int:
    """Start QGIS with what the command line wishes."""
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    from qgis_session import run_in_qgis

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("raster")
    parser.add_argument("--phrase", action="append", required=True)
    parser.add_argument("--centre", help="X,Y in the raster's CRS; its middle where not given")
    parser.add_argument("--width", type=float, default=250.0, help="map units across the map")
    parser.add_argument("--threshold", type=float, default=0.5)
    parser.add_argument("--model", default="lgce-tiny")
    parser.add_argument("--output", default=str(IMAGES))
    parser.add_argument("--toy", action="store_true", help="the tests' worker, which finds what is bright")
    wishes = vars(parser.parse_args())
    wishes["raster"] = str(Path(wishes["raster"]).resolve())
    Path(wishes["output"]).mkdir(parents=True, exist_ok=True)
    return run_in_qgis(Path(__file__).resolve(), variables={WISHES: json.dumps(wishes)})


def inside() -> None:
    """Search as a person does, and take the pictures."""
    from qgis.core import QgsPointXY, QgsProject, QgsRasterLayer, QgsRectangle
    from qgis.PyQt.QtCore import QTimer
    from qgis.PyQt.QtWidgets import QDockWidget
    from qgis.utils import iface, plugins

    wishes = json.loads(os.environ[WISHES])
    output = Path(wishes["output"])

    def leave(status: int) -> None:
        QgsProject.instance().setDirty(False)
        plugins["rrsis"].unload()
        os._exit(status)

    def guarded(step):  # an error ends QGIS instead of waiting for a person
        def run(*arguments):
            try:
                step(*arguments)
            except Exception:
                traceback.print_exc()
                leave(1)

        return run

    if wishes["toy"]:
        client = plugins["rrsis"].client
        client._root, client._module = Path(__file__).resolve().parents[1] / "tests" / "plugin", "toy_worker"

    def start() -> None:
        window = iface.mainWindow()
        window.showNormal()
        window.setGeometry(0, 0, 1500, 940)
        dock = plugins["rrsis"].dock
        for other in window.findChildren(QDockWidget):
            if other is not dock and other.objectName() != "Layers":
                other.hide()
        layer = QgsRasterLayer(wishes["raster"], "orthophoto")
        QgsProject.instance().addMapLayer(layer)
        QgsProject.instance().setCrs(layer.crs())
        iface.setActiveLayer(layer)
        centre = layer.extent().center()
        if wishes["centre"]:
            centre = QgsPointXY(*map(float, wishes["centre"].split(",")))
        half = wishes["width"] / 2
        iface.mapCanvas().setExtent(
            QgsRectangle(centre.x() - half, centre.y() - half / 2, centre.x() + half, centre.y() + half / 2)
        )
        dock.show()
        dock.raise_()
        window.resizeDocks([dock], [400], _horizontal())
        dock.phrasesEdit.setPlainText("\n".join(wishes["phrase"]))
        dock.extentCombo.setCurrentIndex(dock.extentCombo.findData("canvas"))
        dock.modelCombo.setCurrentIndex(dock.modelCombo.findData(wishes["model"]))
        dock.thresholdSpin.setValue(wishes["threshold"])
        plugins["rrsis"].runner.published.connect(guarded(found))
        QTimer.singleShot(2500, guarded(search))

    def search() -> None:
        dock = plugins["rrsis"].dock
        plugins["rrsis"].runner.problem_shown.connect(guarded(failed))
        dock.runButton.click()
        QTimer.singleShot(240_000, guarded(failed))

    def failed(problem="no result in time") -> None:
        raise RuntimeError(str(problem))

    def found(_layers) -> None:
        iface.mapCanvas().refresh()
        QTimer.singleShot(4000, guarded(shoot))

    def shoot() -> None:
        iface.mainWindow().grab().save(str(output / "dock.png"))
        leave(0)

    QTimer.singleShot(3000, guarded(start))


def _horizontal():
    from qgis.PyQt.QtCore import Qt

    return Qt.Orientation.Horizontal


if __name__ == "inside":
    inside()
elif __name__ == "__main__":
    raise SystemExit(main())
