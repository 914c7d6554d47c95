"""How long does QGIS's main thread pause while a run is under way, more than without one?

An event-loop timer ticks every 5 ms inside real QGIS; a pause is the longest time between two ticks. The same is
measured with the plugin idle, in the same session, so that what QGIS does by itself can be told apart.

    .venv/bin/python bench/pauses.py ORTHO.tif --phrase buildings --phrase trees --seconds 20
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


def main() -> int:
    """Start QGIS with what the command line wishes, and print one line of figures a phase."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("raster")
    parser.add_argument("--phrase", action="append", required=True)
    parser.add_argument("--seconds", type=float, default=20.0, help="how long the idle phase lasts")
    parser.add_argument("--model", default="lgce-tiny")
    parser.add_argument("--toy", action="store_true", help="the tests' worker, which finds what is bright")
    wishes = vars(parser.parse_args())
    wishes["raster"] = str(Path(wishes["raster"]).resolve())
    return run_in_qgis(Path(__file__).resolve(), variables={WISHES: json.dumps(wishes)})


class Ticks:
    """The times between two turns of the event loop, in milliseconds, by phase."""

    def __init__(self, timer) -> None:
        self.phase, self.gaps, self._last = "", {}, time.perf_counter()
        self._timer = timer  # nobody else keeps it
        timer.timeout.connect(self.tick)
        timer.start(5)

    def tick(self) -> None:
        """Note the time since the last turn."""
        now = time.perf_counter()
        self.gaps.setdefault(self.phase, []).append(1000 * (now - self._last))
        self._last = now

    def report(self) -> None:
        """Print one line a phase."""
        for phase, gaps in self.gaps.items():
            ordered = sorted(gaps)
            share = ordered[int(0.999 * (len(ordered) - 1))]
            line = f"{phase:8} {len(gaps):6d} ticks  longest {ordered[-1]:6.1f} ms  99.9 % {share:6.1f} ms\n"
            os.write(1, line.encode())  # QGIS takes sys.stdout for its console


def inside() -> None:
    """Measure the idle plugin, a run, and the dragging of the review slider."""
    from qgis.core import QgsProject, QgsRasterLayer
    from qgis.PyQt.QtCore import Qt, QTimer
    from qgis.utils import iface

    wishes = json.loads(os.environ[WISHES])
    rrsis = plugin(wishes["toy"])
    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    kept = []

    def start() -> None:
        layer = QgsRasterLayer(wishes["raster"], "orthophoto")
        QgsProject.instance().addMapLayer(layer)
        iface.setActiveLayer(layer)
        rrsis.dock.show()
        rrsis.dock.phrasesEdit.setPlainText("\n".join(wishes["phrase"]))
        rrsis.dock.modelCombo.setCurrentIndex(rrsis.dock.modelCombo.findData(wishes["model"]))
        QTimer.singleShot(4000, guarded(idle))

    def idle() -> None:
        kept.append(Ticks(timer))
        kept[0].phase = "idle"
        QTimer.singleShot(int(1000 * wishes["seconds"]), guarded(run))

    def run() -> None:
        kept[0].phase = "run"
        rrsis.runner.published.connect(guarded(found))
        rrsis.runner.problem_shown.connect(guarded(failed))
        rrsis.dock.runButton.click()

    def failed(problem) -> None:
        raise RuntimeError(str(problem))

    def found(_layers) -> None:
        kept[0].phase = "result"  # the layers are in the project and drawn for the first time
        QTimer.singleShot(3000, guarded(review))

    def review() -> None:
        kept[0].phase = "review"
        for step in range(20):
            QTimer.singleShot(60 * step, lambda value=50 - step: rrsis.dock.review.slider.setValue(value))
        QTimer.singleShot(9000, guarded(end))

    def end() -> None:
        kept[0].report()
        leave(0)

    QTimer.singleShot(3000, guarded(start))


if __name__ == "inside":
    inside()
elif __name__ == "__main__":
    raise SystemExit(main())
