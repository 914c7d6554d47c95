"""How long does a preview take, and how much of that is the model?

    python -m bench.preview [--places 8] [--phrases 1]                 the worker alone, warm, as the dock asks it
    python -m bench.preview --qgis [--places 8]                        in real QGIS, from the moved map to the drawing

A first look is at a place that was never seen. At the same place other words are asked then, and another threshold.
The ratio is the whole time over the seconds in the model's forward on the same pixels: 1 is the least there can be.
Inside QGIS it counts from the last move of the map, with the quarter of a second for which the dock waits for another.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [path for path in (str(ROOT), str(ROOT / "docs")) if path not in sys.path]
from qgis_session import guarded, leave, plugin, run_in_qgis  # noqa: E402

SIDE_PX = 820  # as LOOKED_AT_PX in plugin/preview.py, which only QGIS can import
WISHES = "RRSIS_PREVIEW"
PHRASES = ("buildings", "roads", "trees", "white cars")
LIMIT_S = 120.0


def main() -> int:
    """Measure and add to the table."""
    wanted = _parse()
    if wanted.qgis:
        from bench.common import shared_file

        wanted.raster = str((wanted.raster or shared_file("rasters/banepa_town_13cm.tif")).resolve())
        with tempfile.TemporaryDirectory() as cache:
            variables = {WISHES: json.dumps(vars(wanted)), "RRSIS_CACHE": cache}
            return run_in_qgis(Path(__file__).resolve(), variables=variables)
    _measure(wanted)
    return 0


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raster", type=Path, help="another raster than the Banepa orthophoto")
    parser.add_argument("--places", type=int, default=8, help="how many places are looked at")
    parser.add_argument("--phrases", type=int, default=1, help="phrases a look, up to 3")
    parser.add_argument("--model", default="lgce-tiny")
    parser.add_argument("--device", default="cpu")
    parser.add_argument("--qgis", action="store_true", help="in QGIS instead of the worker alone")
    return parser.parse_args()


def _measure(wanted: argparse.Namespace) -> None:
    from bench.common import Table, shared_file
    from rrsis_core.request import SegmentRequest
    from rrsis_core.worker.client import WorkerClient

    raster = wanted.raster or shared_file("rasters/banepa_town_13cm.tif")
    table = Table("preview")
    note = f"{wanted.model}, {wanted.device}, {wanted.phrases} phrases, load {os.getloadavg()[0]:.1f}"
    with tempfile.TemporaryDirectory() as name:
        os.environ["RRSIS_CACHE"] = name
        client = WorkerClient(Path(sys.executable), root=ROOT)
        phrases = PHRASES[: wanted.phrases]
        asked = SegmentRequest(str(raster), phrases, f"{name}/found.gpkg", model=wanted.model, device=wanted.device)
        looks: dict[str, list[tuple[float, dict[str, float], int]]] = {}
        for number, bounds in enumerate(_places(raster, wanted.places + 1)):
            first = replace(asked, bounds=bounds)
            vector = replace(first.vector, threshold=0.4)
            for kind, request in (
                ("first look", first),
                ("other words", replace(first, phrases=PHRASES[-wanted.phrases :])),
                ("another threshold", replace(first, vector=vector)),
            ):
                looked = _look(client, request)
                if number:  # the one before them all loads the model
                    looks.setdefault(kind, []).append(looked)
        client.close()
    for kind, measured in looks.items():
        for measure, values in _columns(measured).items():
            table.add(f"{kind}: {measure}", statistics.median(values), "of 1" if measure == "ratio" else "s", note)
        tiles = sorted(tiles for _, _, tiles in measured)
        table.add(f"{kind}: tiles", tiles[len(tiles) // 2], "", f"{note}, {tiles[0]} to {tiles[-1]}")


def _look(client: Any, request: Any) -> tuple[float, dict[str, float], int]:
    """Ask as the dock does, and return the seconds seen, those that the worker says, and the number of tiles."""
    started = time.perf_counter()
    result = client.run(request, found=lambda _found: None)
    return time.perf_counter() - started, result.seconds, result.tiles


def _columns(measured: list[tuple[float, dict[str, float], int]]) -> dict[str, list[float]]:
    return {
        "as the client sees it": [seen for seen, _, _ in measured],
        "model's forward": [seconds["model"] for _, seconds, _ in measured],
        "opening": [seconds["open"] for _, seconds, _ in measured],
        "rest of the corridor": [seconds["run"] - seconds["model"] for _, seconds, _ in measured],
        "the way to the worker and back": [seen - seconds["total"] for seen, seconds, _ in measured],
        "ratio": [seen / seconds["model"] for seen, seconds, _ in measured if seconds["model"] > 0],
    }


def _places(raster: Path | str, count: int) -> list[tuple[float, float, float, float]]:
    """Return squares of SIDE_PX at the model's resolution, anywhere in the raster, the same at every run."""
    import rasterio

    with rasterio.open(raster) as opened:
        bounds, chance = opened.bounds, random.Random(0)
        side = SIDE_PX * max(0.15, opened.res[0])
    places = []
    for _ in range(count):
        left = chance.uniform(bounds.left, bounds.right - side)
        bottom = chance.uniform(bounds.bottom, bounds.top - side)
        places.append((left, bottom, left + side, bottom + side))
    return places


def inside() -> None:
    """Move the map from place to place while the preview is on, and print what each took."""
    from qgis.core import QgsProject, QgsRasterLayer, QgsRectangle
    from qgis.PyQt.QtCore import QTimer
    from qgis.utils import iface

    wishes = json.loads(os.environ[WISHES])
    rrsis, chance = plugin(), random.Random(0)
    looks: list[tuple[float, float]] = []
    model_s: list[float] = []
    state = {"moved": 0.0, "left": wishes["places"]}
    run, show = rrsis.client.run, rrsis.previewer.overlay.show

    def heard(*arguments: Any, **named: Any) -> Any:
        result = run(*arguments, **named)
        model_s.append(result.seconds["model"])
        return result

    def shown(preview: Any) -> None:
        show(preview)
        if state["moved"]:
            looks.append((time.perf_counter() - state["moved"], model_s[-1]))
        QTimer.singleShot(1500, guarded(move))

    def start() -> None:
        layer = QgsRasterLayer(wishes["raster"], "orthophoto")
        QgsProject.instance().addMapLayer(layer)
        QgsProject.instance().setCrs(layer.crs())
        iface.setActiveLayer(layer)
        rrsis.dock.show()
        rrsis.dock.phrasesEdit.setPlainText("\n".join(PHRASES[: wishes["phrases"]]))
        rrsis.client.run, rrsis.previewer.overlay.show = heard, shown
        rrsis.runner.problem_shown.connect(guarded(failed))
        QTimer.singleShot(3000, lambda: rrsis.dock.previewButton.setChecked(True))

    def failed(problem: object) -> None:
        raise RuntimeError(str(problem))

    def move() -> None:
        if not state["left"]:
            end()
            return
        state["left"] -= 1
        whole, half = rrsis.dock.layerCombo.currentLayer().extent(), 75.0
        x = chance.uniform(whole.xMinimum() + half, whole.xMaximum() - half)
        y = chance.uniform(whole.yMinimum() + half, whole.yMaximum() - half)
        iface.mapCanvas().setExtent(QgsRectangle(x - half, y - half, x + half, y + half))
        iface.mapCanvas().refresh()
        state["moved"] = time.perf_counter()

    def end() -> None:
        seen, forward = zip(*looks)
        ratio = statistics.median(whole / part for whole, part in looks if part > 0)
        text = (
            f"from the moved map to the drawing {statistics.median(seen):.2f} s (longest {max(seen):.2f} s),"
            f" model's forward {statistics.median(forward):.2f} s, ratio {ratio:.2f}, {len(looks)} places\n"
        )
        os.write(1, text.encode())  # QGIS takes sys.stdout for its console
        leave(0)

    QTimer.singleShot(int(1000 * LIMIT_S) + 15_000 * wishes["places"], guarded(lambda: failed("no preview in time")))
    QTimer.singleShot(3000, guarded(start))


if __name__ == "inside":
    inside()
elif __name__ == "__main__":
    raise SystemExit(main())
