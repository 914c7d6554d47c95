r"""Takes the pictures of the documentation from real QGIS, so that they never go stale.

    .venv/bin/python docs/screenshots.py banepa_town_13cm.tif --phrase buildings --phrase trees \
        --centre 9519800,3203250 --width 190

The script starts QGIS, which runs it again from the inside.
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis_session import guarded, leave, plugin, run_in_qgis

IMAGES = Path(__file__).resolve().parent / "images"
WISHES = "RRSIS_SCREENSHOTS"


def main() -> int:
    """Start QGIS with what the command line wishes."""
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
    return run_in_qgis(Path(__file__).resolve(), size="1500x980", variables={WISHES: json.dumps(wishes)})


def inside() -> None:
    """Search as a person does, and take the pictures."""
    from qgis.core import QgsPointXY, QgsProject, QgsRasterLayer, QgsRectangle
    from qgis.PyQt.QtCore import Qt, QTimer
    from qgis.PyQt.QtWidgets import QDockWidget
    from qgis.utils import iface

    wishes = json.loads(os.environ[WISHES])
    output, rrsis = Path(wishes["output"]), plugin(wishes["toy"])

    def start() -> None:
        window = iface.mainWindow()
        window.showNormal()
        window.setGeometry(0, 0, 1500, 980)
        dock = rrsis.dock
        for other in window.findChildren(QDockWidget):
            if other is not dock and other.objectName() != "Layers":
                other.hide()
        layer = QgsRasterLayer(wishes["raster"], "orthophoto")
        QgsProject.instance().addMapLayer(layer)
        QgsProject.instance().setCrs(layer.crs())
        iface.setActiveLayer(layer)
        dock.show()
        dock.raise_()
        window.resizeDocks([dock], [400], Qt.Orientation.Horizontal)
        dock.phrasesEdit.setPlainText("\n".join(wishes["phrase"]))
        dock.extentCombo.setCurrentIndex(dock.extentCombo.findData("canvas"))
        dock.modelCombo.setCurrentIndex(dock.modelCombo.findData(wishes["model"]))
        dock.thresholdSpin.setValue(wishes["threshold"])
        rrsis.runner.published.connect(guarded(found))
        dock.show_gallery()
        QTimer.singleShot(1000, guarded(shoot_gallery))
        QTimer.singleShot(2000, guarded(zoom))  # after QGIS's own zoom to its first layer

    def shoot_gallery() -> None:
        rrsis.dock.gallery.grab().save(str(output / "gallery.png"))
        rrsis.dock.gallery.close()

    def zoom() -> None:
        layer = rrsis.dock.layerCombo.currentLayer()
        centre = layer.extent().center()
        if wishes["centre"]:
            centre = QgsPointXY(*map(float, wishes["centre"].split(",")))
        half = wishes["width"] / 2
        iface.mapCanvas().setExtent(
            QgsRectangle(centre.x() - half, centre.y() - half / 2, centre.x() + half, centre.y() + half / 2)
        )
        QTimer.singleShot(2500, guarded(search))

    def search() -> None:
        dock = rrsis.dock
        rrsis.runner.problem_shown.connect(guarded(failed))
        dock.runButton.click()
        QTimer.singleShot(240_000, guarded(failed))

    def failed(problem: object = "no result in time") -> None:
        raise RuntimeError(str(problem))

    def found(_layers: object) -> None:
        QTimer.singleShot(2000, guarded(draw))

    def draw() -> None:
        iface.messageBar().clearWidgets()
        iface.mapCanvas().mapCanvasRefreshed.connect(lambda: QTimer.singleShot(1000, guarded(shoot)))
        iface.mapCanvas().refreshAllLayers()

    def shoot() -> None:
        iface.mainWindow().grab().save(str(output / "dock.png"))
        rrsis.dock.moreBox.setCollapsed(False)
        QTimer.singleShot(1500, guarded(shoot_more))

    def shoot_more() -> None:
        rrsis.dock.moreBox.grab().save(str(output / "more.png"))
        shoot_toolbox(rrsis, output, guarded(lambda: leave(0)))

    QTimer.singleShot(3000, guarded(start))


def shoot_toolbox(rrsis: Any, output: Path, then: Callable[[], None]) -> None:
    """Take the pictures of an algorithm, of the sample model in the designer and of the options; then go on."""
    import processing
    from qgis.core import QgsApplication
    from qgis.PyQt.QtCore import QTimer
    from qgis.PyQt.QtWidgets import QApplication, QDialog, QSplitter, QTreeView
    from qgis.utils import iface

    registry = QgsApplication.processingRegistry()

    def take(name: str, window: Any, following: Callable[[], None]) -> None:
        window.grab().save(str(output / name))
        window.close()
        following()

    def dialog() -> None:
        asked = {"INPUT": rrsis.dock.layerCombo.currentLayer(), "PHRASES": "red roofs\ntrees"}
        shown = processing.createAlgorithmDialog("rrsis:segmentbyphrase", asked)
        shown.resize(960, 800)
        shown.show()
        QTimer.singleShot(1500, guarded(lambda: take("toolbox.png", shown, designer)))

    def designer() -> None:
        action = rrsis.model_menu.action
        action.setData(registry.createAlgorithmById("rrsis:Count objects in polygons"), None)
        action.execute()
        action.window.resize(1300, 560)
        QTimer.singleShot(1500, guarded(lambda: take("designer.png", action.window, options)))

    def options() -> None:
        QTimer.singleShot(1500, guarded(take_options))  # the dialog keeps this function until it is closed
        iface.showOptionsDialog(iface.mainWindow(), "RRSIS")

    def take_options() -> None:
        shown = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible())
        shown.resize(900, 420)
        shown.findChild(QSplitter).setSizes([220, 680])
        for tree in shown.findChildren(QTreeView):
            tree.scrollTo(tree.currentIndex())  # the entry of the page lies below the others
        QTimer.singleShot(800, guarded(lambda: take("options.png", shown, then)))

    dialog()


if __name__ == "inside":
    inside()
elif __name__ == "__main__":
    raise SystemExit(main())
