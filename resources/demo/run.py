"""The demo: draws a scene (or takes a raster), finds objects by phrase through qgis_process, and draws a map.

It works in a QGIS profile of its own, so that nobody's settings are touched.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import rasterio
from rasterio.errors import RasterioError
from rasterio.features import rasterize

from rrsis_core.worker.process import Child, scrubbed

from .map import MapLayer, draw_map, read_layers
from .scene import Scene, generate_scene
from .words import class_named
from .write import write_picture

ROOT = Path(__file__).resolve().parents[2]
SEED = 3
PHRASES = ("buildings", "roads", "trees", "cars", "swimming pools")
NOISE = ("0...10", "Using configuration", "libEGL", "QStandardPaths", "propagateSizeHints", "Application path not init")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the demo and print where its files lie; the exit status is 0 when all went well."""
    wanted = parse(arguments)
    output = Path(wanted.output).resolve()
    output.mkdir(parents=True, exist_ok=True)
    phrases = split_phrases(wanted.phrase) or list(PHRASES)
    scene = None
    found, probability, picture = (output / name for name in ("found.gpkg", "probability.tif", "map.png"))
    if wanted.raster:
        raster = address_of(wanted.raster)
        if raster in {str(path) for path in (found, probability, picture)}:
            raise SystemExit(f"{raster} is one of the files that the demo writes: choose another OUTPUT.")
    else:
        print(f"Drawing a scene (seed {wanted.seed}) …", flush=True)
        scene = generate_scene(wanted.seed)
        raster = str(write_picture(scene, output / "scene.tif"))
    for old in (found, probability, picture):
        old.unlink(missing_ok=True)
    print(f"Looking for {', '.join(phrases)} …", flush=True)
    code = run_qgis(raster, phrases, found, probability, verbose=wanted.verbose)
    if code or not found.exists():
        print("The demo failed: qgis_process did not end well; its messages stand above.", file=sys.stderr)
        return code or 1
    files = [("raster", raster), ("polygons", found), ("probability", probability)]
    try:
        files.append(("map", draw_map(raster, found, picture, title=Path(raster).name)))
    except (RasterioError, ValueError) as error:  # what the search reads in its own ways, such as a STAC item
        print(f"No map was drawn of {raster} ({error}).", file=sys.stderr)
    for layer in read_layers(found):
        print(f"{len(layer.polygons):6d}  {layer.title:24}{compare(layer, scene) if scene else ''}".rstrip())
    for name, path in files:
        print(f"{name:12} {path}")
    return 0


def address_of(raster: str) -> str:
    """Return a file by its whole path, for QGIS runs in another folder; what is no file stays as it is."""
    return str(Path(raster).resolve()) if Path(raster).exists() else raster


def compare(layer: MapLayer, scene: Scene) -> str:
    """How well a layer covers what was drawn, where its phrase is the bare name of a class."""
    class_name = class_named(layer.title)
    if class_name is None:
        return ""
    truth = scene.class_mask(class_name)
    found = np.zeros(truth.shape, bool)
    if len(layer.polygons):
        affine = rasterio.Affine(*scene.transform)
        found = rasterize(layer.polygons, truth.shape, transform=affine, dtype="uint8") > 0
    union = int((truth | found).sum())
    return f"IoU with what was drawn {(truth & found).sum() / union:.2f}" if union else "rightly nothing"


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--raster", help="a raster of your own; without it a scene is drawn")
    parser.add_argument("--phrase", action="append", help="what to find; several times, or several apart by ;")
    parser.add_argument("--seed", type=int, default=SEED, help="which scene is drawn (below 1000: unseen in training)")
    parser.add_argument("--output", default="demo-out", metavar="DIR", help="folder to write into")
    parser.add_argument("--verbose", action="store_true", help="show all that qgis_process says")
    return parser.parse_args(arguments)


def split_phrases(given: Sequence[str] | None) -> list[str]:
    """Phrases of the command line, those apart by ; or line breaks too."""
    parts = [part.strip() for text in given or () for part in text.replace("\n", ";").split(";")]
    return [part for part in parts if part]


def find_qgis() -> str:
    """The qgis_process program; Debian's script around it passes an option that it does not know, so not the script.

    Raises:
        SystemExit: There is none.
    """
    for name in ("qgis_process.bin", "qgis_process"):
        path = shutil.which(name)
        if path:
            return path
    raise SystemExit("There is no qgis_process on this machine: run `make qgis`, which installs QGIS, and try again.")


def run_qgis(raster: str, phrases: Sequence[str], found: Path, probability: Path, *, verbose: bool = False) -> int:
    """Run rrsis:segmentbyphrase in a private profile and return qgis_process's exit status."""
    program = find_qgis()
    with tempfile.TemporaryDirectory(prefix="rrsis-demo-") as folder:
        environment = private_environment(Path(folder))
        say([program, "plugins", "enable", "rrsis"], environment, verbose)
        job = [f"INPUT={raster}", "PHRASES=" + "\n".join(phrases), f"OUTPUT={found}", f"PROBABILITY={probability}"]
        return say([program, "run", "rrsis:segmentbyphrase", "--", *job], environment, verbose)


def private_environment(folder: Path) -> dict[str, str]:
    """Variables for a QGIS whose profile and plugins lie in `folder`; the checkout is its plugin `rrsis`."""
    plugins = folder / "plugins"
    plugins.mkdir()
    (plugins / "rrsis").symlink_to(ROOT, target_is_directory=True)
    environment = scrubbed(os.environ)
    environment.update(
        QGIS_PLUGINPATH=str(plugins), QGIS_CUSTOM_CONFIG_PATH=str(folder / "profile"),
        XDG_CONFIG_HOME=str(folder / "config"), XDG_RUNTIME_DIR=str(folder),
        QT_QPA_PLATFORM="offscreen", RRSIS_PYTHON=os.environ.get("RRSIS_PYTHON") or sys.executable,
    )  # fmt: skip
    return environment


def say(command: Sequence[str], environment: dict[str, str], verbose: bool) -> int:
    """Run a command and return its exit status; what it says is shown at once, or only when it fails."""
    child = Child(command, env=environment, merge=True)
    child.close_input()
    heard: list[str] = []
    for line in iter(child.lines.get, None):
        heard.append(line)
        if verbose:
            print(line, flush=True)
    code = child.end(grace_s=60.0)
    if not verbose:
        told = [line for line in heard if not line.startswith(NOISE)] if code else _warnings(heard)
        print(*told, sep="\n", end="\n" if told else "", file=sys.stderr, flush=True)
    return code


def _warnings(heard: Sequence[str]) -> list[str]:
    return [line for line in heard if line.startswith(("WARNING", "ERROR"))]


if __name__ == "__main__":
    raise SystemExit(main())
