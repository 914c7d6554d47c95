"""How long does QGIS's main thread pause in any action of the plugin, more than without the plugin?

An event-loop timer ticks every 5 ms inside real QGIS; a pause is the longest time between two ticks, less the time that
the thread was ready and other programs, our worker among them, had the processor, where the system tells that (Linux);
the whole time stands beside it, for a machine that does nothing else. Without the plugin
the map is moved, the Options, an algorithm and a layer are opened; then, in the same session and with the plugin, each
control is used, each dialog opened, a search run, its sliders dragged. Every phase is set against what QGIS does alone.

    .venv/bin/python bench/pauses.py ORTHO.tif --phrase buildings --phrase trees
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "docs"))
from qgis_session import guarded, leave, plugin, run_in_qgis  # noqa: E402

WISHES = "RRSIS_PAUSES"
LIMIT_MS = 50.0
# What QGIS does by itself in the meantime, or in place of it. Plugins are loaded once, when QGIS starts.
ALONE = {"options": "options alone", "algorithm": "algorithm alone"}
ALONE |= dict.fromkeys(("result", "review", "probability", "append", "accept", "discard"), "layers alone")
ALONE |= dict.fromkeys(("dock shown", "typing", "models", "extents", "sliders", "more", "recipe"), "map alone")
ALONE |= dict.fromkeys(("preview", "gallery", "history", "menu", "values", "fetch", "report", "run"), "map alone")


def main() -> int:
    """Start QGIS with what the command line wishes, and print one line of figures a phase."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("raster")
    parser.add_argument("--phrase", action="append", required=True)
    parser.add_argument("--seconds", type=float, default=5.0, help="how long the idle phase lasts")
    parser.add_argument("--model", default="lgce-tiny")
    parser.add_argument("--toy", action="store_true", help="the tests' worker, which finds what is bright")
    wishes = vars(parser.parse_args())
    wishes["raster"] = str(Path(wishes["raster"]).resolve())
    return run_in_qgis(Path(__file__).resolve(), variables={WISHES: json.dumps(wishes)})


def stood_s() -> float:
    """Return how long this thread has been ready without a processor, in seconds; 0 where nobody tells."""
    try:
        return int(Path("/proc/thread-self/schedstat").read_text(encoding="ascii").split()[1]) / 1e9
    except (OSError, IndexError, ValueError):
        return 0.0


class Ticks:
    """The times between two turns of the event loop, in milliseconds, by phase."""

    def __init__(self, timer) -> None:
        self.phase, self.gaps, self.gross = "", {}, {}
        self._last, self._stood = time.perf_counter(), stood_s()
        self._timer = timer  # nobody else keeps it
        timer.timeout.connect(self.tick)
        timer.start(5)

    def tick(self) -> None:
        """Note the time since the last turn, and how much of it others had the processor."""
        now, stood = time.perf_counter(), stood_s()
        gap = 1000 * (now - self._last)
        self.gaps.setdefault(self.phase, []).append(gap - 1000 * (stood - self._stood))
        self.gross[self.phase] = max(self.gross.get(self.phase, 0.0), gap)
        self._last, self._stood = now, stood

    def longest(self, phase: str) -> float:
        """Return the longest pause of `phase`."""
        return max(self.gaps.get(phase, [0.0]))

    def report(self) -> list[str]:
        """Print one line a phase, and return the phases that pause too long; QGIS takes sys.stdout for its console."""
        slow, felt = [], []
        for phase, gaps in self.gaps.items():
            longest, gross = self.longest(phase), self.gross[phase]
            line = f"{phase:24} {len(gaps):6d} ticks  longest {longest:6.1f} ms ({gross:6.1f} with others)"
            if phase in ALONE:
                more = longest - max(self.longest(ALONE[phase]), self.longest("idle"))
                line += f"  {more:+7.1f} ms against {ALONE[phase]}"
                slow += [phase] * (more > LIMIT_MS)
                felt += [phase] * (gross - max(self.gross[ALONE[phase]], self.gross["idle"]) > LIMIT_MS)
            os.write(1, f"{line}\n".encode())
        os.write(1, f"More than {LIMIT_MS} ms longer than without the plugin: {slow or 'nothing'}\n".encode())
        os.write(1, f"The same with what others had of the processor, the worker too: {felt or 'nothing'}\n".encode())
        return slow


def inside() -> None:
    """Measure QGIS alone, then what a person does with the plugin; a step yields how long it lasts, or until when."""
    from qgis.PyQt.QtCore import Qt, QTimer

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    wishes = json.loads(os.environ[WISHES])
    ticks = Ticks(timer)
    steps = story(ticks, wishes, plugin(wishes["toy"]))

    def go_on(until=None) -> None:
        if until is not None and not until():
            QTimer.singleShot(50, guarded(lambda: go_on(until)))
            return
        wanted = next(steps, None)
        if wanted is None:
            leave(len(ticks.report()))
        elif callable(wanted):
            go_on(wanted)
        else:
            QTimer.singleShot(wanted, guarded(go_on))

    QTimer.singleShot(3000, guarded(go_on))


def close_options(wanted=1500) -> None:
    """Close QGIS's Options dialog in a while; it is modal, so this is asked for before it is opened."""
    from qgis.PyQt.QtCore import QTimer
    from qgis.PyQt.QtWidgets import QApplication, QDialog

    def close() -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, QDialog) and window.isVisible():
                window.reject()

    QTimer.singleShot(wanted, guarded(close))


def story(ticks, wishes, rrsis):
    """Yield between the steps; the phase is that of what was done last."""
    from qgis.core import QgsProject, QgsRasterLayer
    from qgis.utils import iface, loadPlugin, plugins, startPlugin, unloadPlugin

    client = rrsis.client._root, rrsis.client._module
    unloadPlugin("rrsis")
    layer = QgsRasterLayer(wishes["raster"], "orthophoto")
    QgsProject.instance().addMapLayer(layer)
    iface.setActiveLayer(layer)
    yield 6000  # QGIS has drawn it, and has done what it does after its start
    yield from alone(ticks, wishes, iface)
    ticks.phase = "loading"
    loadPlugin("rrsis")
    startPlugin("rrsis")
    rrsis = plugins["rrsis"]
    rrsis.client._root, rrsis.client._module = client
    yield 2000
    yield from controls(ticks, wishes, rrsis)
    yield from dialogs(ticks, wishes, rrsis, iface)
    yield from search(ticks, wishes, rrsis, iface)


def alone(ticks, wishes, iface):
    """What QGIS does by itself."""
    import processing

    ticks.phase = "idle"
    yield int(1000 * wishes["seconds"])
    ticks.phase = "map alone"
    for _ in range(8):
        iface.mapCanvas().zoomByFactor(0.8)
        yield 400
    ticks.phase = "options alone"
    for _ in range(2):
        close_options()
        iface.showOptionsDialog(iface.mainWindow(), "mOptionsPageColors")
        yield 300
    ticks.phase = "algorithm alone"
    shown = processing.createAlgorithmDialog("native:buffer", {})
    shown.show()
    yield 1500
    shown.close()
    yield 300


def controls(ticks, wishes, rrsis):
    """Every control of the dock before a search; the map is drawn meanwhile."""
    dock = rrsis.dock
    ticks.phase = "dock shown"
    dock.show()
    yield 1500
    ticks.phase = "typing"
    for phrase in wishes["phrase"]:
        for letter in f"{phrase}\n":
            dock.phrasesEdit.insertPlainText(letter)
            yield 40
    ticks.phase = "models"
    for index in [*range(dock.modelCombo.count()), dock.modelCombo.findData(wishes["model"])]:
        dock.modelCombo.setCurrentIndex(index)
        yield 60
    ticks.phase = "extents"
    for index in [*range(dock.extentCombo.count()), 0]:
        dock.extentCombo.setCurrentIndex(index)
        yield 60
    ticks.phase = "sliders"
    for value in [*range(10, 90, 2), 50]:
        dock.thresholdSlider.setValue(value)
        yield 20
    ticks.phase = "more"
    dock.moreBox.setCollapsed(False)
    yield 1500
    ticks.phase = "recipe"
    dock.copy_recipe()
    dock.paste_recipe()
    yield 500
    ticks.phase = "preview"
    dock.previewButton.setChecked(True)
    yield 500
    yield lambda: not rrsis.runner.tasks
    dock.previewButton.setChecked(False)
    yield 500


def dialogs(ticks, wishes, rrsis, iface):
    """Every dialog and menu that the plugin opens."""
    import processing

    dock = rrsis.dock
    ticks.phase = "gallery"
    dock.show_gallery()
    yield 1000
    dock.gallery.close()
    for name, button in (("history", dock.historyButton), ("menu", dock.menuButton)):
        ticks.phase = name
        button.menu().popup(button.mapToGlobal(button.rect().center()))
        yield 400
        button.menu().close()
    ticks.phase = "values"
    dock.looks.ask_values()
    yield 800
    if dock.looks.dialog is not None:
        dock.looks.dialog.reject()
    ticks.phase = "fetch"
    dock.modelCombo.setCurrentIndex(dock.modelCombo.findData("clipseg"))
    dock.model_panel.fetch.click()
    yield 800
    if dock.model_panel.question is not None:
        dock.model_panel.question.reject()
    dock.modelCombo.setCurrentIndex(dock.modelCombo.findData(wishes["model"]))
    ticks.phase = "options"
    for _ in range(2):
        close_options()
        dock.options_requested.emit()
        yield 300
    ticks.phase = "algorithm"
    shown = processing.createAlgorithmDialog("rrsis:segmentbyphrase", {})
    shown.show()
    yield 1500
    shown.close()
    ticks.phase = "report"
    dock.report_requested.emit()
    yield 500
    yield lambda: not rrsis.runner.tasks


def search(ticks, wishes, rrsis, iface):
    """A search, its review, and what becomes of it; then the same layers opened by QGIS alone."""
    from qgis.core import QgsProject, QgsVectorLayer

    dock, published = rrsis.dock, []
    rrsis.runner.published.connect(published.append)
    rrsis.runner.problem_shown.connect(guarded(failed))
    ticks.phase = "run"
    dock.runButton.click()
    yield lambda: published
    ticks.phase = "result"  # the layers are in the project and drawn for the first time
    yield 3000
    ticks.phase = "review"
    for value in range(50, 30, -1):
        dock.review.slider.setValue(value)
        yield 60
    yield 1000
    yield lambda: not rrsis.runner.tasks
    for control in (dock.review.right_angles, dock.review.split):
        control.setChecked(True)
        yield 500
        yield lambda: not rrsis.runner.tasks
    dock.review.undo.click()
    yield 500
    yield lambda: not rrsis.runner.tasks
    yield 3000
    ticks.phase = "probability"
    dock.review.probabilities.click()
    yield 2000
    dock.review.probabilities.click()
    ticks.phase = "append"
    target = QgsVectorLayer("MultiPolygon?crs=EPSG:3857", "kept", "memory")
    target.setCrs(published[0][0].crs())
    QgsProject.instance().addMapLayer(target)
    yield 1500
    dock.review.append_requested.emit(published[0][0], target)
    yield lambda: target.featureCount() >= published[0][0].featureCount()
    yield 2000
    target.rollBack()
    QgsProject.instance().removeMapLayer(target.id())
    ticks.phase = "accept"
    dock.review.accept.click()
    yield 1000
    source = [layer.source() for layer in published[0]]
    ticks.phase = "discard"
    dock.review.set_layer(published[0][-1])
    dock.review.discard.click()
    yield 2000
    ticks.phase = "layers alone"
    QgsProject.instance().addMapLayers([QgsVectorLayer(one, "again", "ogr") for one in source])
    yield 3000


def failed(problem) -> None:
    """End the measurement: a search that went wrong says nothing of pauses."""
    raise RuntimeError(str(problem))


if __name__ == "inside":
    inside()
elif __name__ == "__main__":
    raise SystemExit(main())
