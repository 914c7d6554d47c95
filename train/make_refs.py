"""Make referring triplets from labelled images: `python -m train.make_refs --help`."""

from __future__ import annotations

import argparse
import contextlib
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Any

from tqdm import tqdm

from rrsis_core.datasets.base import KINDS
from rrsis_core.datasets.refs.compose import Drawer
from rrsis_core.datasets.refs.sources import (
    Picture,
    from_boxes,
    from_codes,
    from_drawing,
    from_points,
    from_polygons,
    read_coco,
    read_csv,
    read_legend,
    read_picture,
    read_voc,
    read_yolo,
)
from rrsis_core.datasets.refs.things import Scene
from rrsis_core.datasets.refs.write import TripletWriter
from rrsis_core.datasets.scenes import place_of, read_drawing, read_holdout, split_of
from rrsis_core.datasets.shapes import Shapes
from rrsis_core.errors import DatasetInvalid, MaskUnreadable, RasterUnreadable, RasterUnsupported, RrsisError

ENDINGS = ("", "_label", "_mask", "_labels", "_masks")
IMAGES = {".jpg", ".jpeg", ".png", ".tif", ".tiff"}
OF_ONE_IMAGE = (RasterUnreadable, RasterUnsupported, MaskUnreadable, DatasetInvalid)
Labeller = Callable[[Picture], Scene | None]


def pair(text: str) -> tuple[str, str]:
    """Return NAME and VALUE of NAME=VALUE."""
    name, _, value = text.partition("=")
    if not name or not value:
        raise argparse.ArgumentTypeError(f'"{text}" is not of the form NAME=VALUE')
    return name, value


def count(text: str) -> int:
    """Return a whole number from 1 on."""
    if not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f'"{text}" is no whole number from 1 on')
    return int(text)


def metres(text: str) -> float:
    """Return a length above 0."""
    with contextlib.suppress(ValueError):
        if 0 < float(text) < 1e6:
            return float(text)
    raise argparse.ArgumentTypeError(f'"{text}" is no number of metres')


def parse(argv: list[str] | None = None) -> argparse.Namespace:
    """Return what was typed."""
    parser = argparse.ArgumentParser(prog="python -m train.make_refs", description=__doc__)
    parser.add_argument("--output", type=Path, required=True, help="a new folder: phrases.jsonl, masks/, statistics")
    parser.add_argument(
        "--images", type=Path, nargs="+", help="images, and folders of images (searched below them too)"
    )
    labels = parser.add_mutually_exclusive_group(required=True)
    labels.add_argument("--drawings", type=Path, help="folder of scenes drawn whole (*.json, images beside it)")
    labels.add_argument(
        "--codes",
        type=Path,
        help="folder of class rasters named as the images, perhaps with _label or _mask; needs --legend",
    )
    labels.add_argument(
        "--polygons", type=pair, action="append", metavar="CLASS=FILE", help="polygon layer of a class; may repeat"
    )
    labels.add_argument("--coco", type=Path, help="COCO file of boxes")
    labels.add_argument("--yolo", type=Path, help="folder of YOLO text files; needs --classes")
    labels.add_argument("--csv", type=Path, help="table of boxes: image_path, xmin, ymin, xmax, ymax, label")
    labels.add_argument(
        "--points",
        type=pair,
        metavar="CLASS=FOLDER",
        help="point layers named as the images (GeoJSON, GeoPackage), all there is of the class",
    )
    labels.add_argument("--voc", type=Path, help="folder of Pascal VOC files")
    parser.add_argument("--legend", type=Path, help='JSON {"1": "car"} or {"#3C1098": "building"}')
    parser.add_argument("--classes", default="", help="classes in their order, parted by commas")
    parser.add_argument(
        "--rename", type=pair, action="append", default=[], metavar="FROM=TO", help="another name for a class"
    )
    parser.add_argument("--gsd", type=metres, help="metres a pixel, where the images do not say")
    parser.add_argument("--per-image", type=count, default=12, help="phrases an image at most (default: 12)")
    parser.add_argument("--kinds", default="", help=f"only these, parted by commas, of {', '.join(KINDS)}")
    parser.add_argument("--split", default="train", help="the split of all triplets (default: train)")
    parser.add_argument("--holdout", type=Path, help="hold-out list that decides the split instead")
    parser.add_argument("--root", type=Path, help="folder that the hold-out list's paths start at")
    parser.add_argument("--seed", type=int, default=0)
    return parser.parse_args(argv)


def image_paths(options: argparse.Namespace) -> list[Path]:
    """Return the images.

    Raises:
        DatasetInvalid: There is none.
    """
    if options.images is None:
        raise DatasetInvalid("Labels of this form need --images: name the folder of the images.")
    found = [path for given in options.images for path in ([given] if given.is_file() else given.rglob("*"))]
    paths = sorted(path for path in found if path.suffix.lower() in IMAGES)
    if not paths:
        raise DatasetInvalid(f"{options.images[0]} holds no image: name the folder of the images.")
    return paths


def relative(path: Path, options: argparse.Namespace) -> str:
    """Return an image's path below the root, as hold-out lists have it.

    Raises:
        DatasetInvalid: It does not lie there.
    """
    if options.root is None:
        return path.name
    try:
        return path.resolve().relative_to(options.root.resolve()).as_posix()
    except ValueError as error:
        raise DatasetInvalid(f"{path} does not lie below --root {options.root}: name a folder above it.") from error


@cache
def files_below(folder: Path) -> dict[str, list[Path]]:
    """Return the files anywhere below a folder by what may stand before a dot of their names."""
    found: dict[str, list[Path]] = {}
    for path in sorted(folder.rglob("*.*")):
        parts = path.name.split(".")
        for number in range(1, len(parts)):
            found.setdefault(".".join(parts[:number]), []).append(path)
    return found


def beside(folder: Path, picture: Picture, suffixes: tuple[str, ...], images: frozenset[Path]) -> Path | None:
    """Return the label file of an image: of the same stem, anywhere below the folder; among several the nearest.

    Raises:
        DatasetInvalid: What is called so are other `images`.
    """
    named = [path for ending in ENDINGS for path in files_below(folder).get(picture.path.stem + ending, ())]
    fitting = [path for path in named if path.suffix.lower() in suffixes and path != picture.path]
    found = [path for path in fitting if path not in images]
    if fitting and not found:
        raise DatasetInvalid(
            f"{fitting[0]} would be the labels of {picture.path}, and is an image itself: name with --images the folder"
            " of the images alone.",
            path=str(fitting[0]),
        )
    return max(found, key=lambda path: len(os.path.commonpath([path, picture.path])), default=None)


def labeller(options: argparse.Namespace) -> Labeller:
    """Return what makes a scene of an image by the labels that were named; None where it has none.

    Raises:
        DatasetInvalid: A file of labels is broken, or something that it needs was not said.
    """
    names, classes = dict(options.rename), [name.strip() for name in options.classes.split(",") if name.strip()]
    if options.polygons:
        layers = [(name, Shapes(path=Path(file))) for name, file in options.polygons]
        return lambda picture: from_polygons(picture, layers)
    if options.coco or options.csv:
        table = read_coco(options.coco) if options.coco else read_csv(options.csv)

        def of_table(picture: Picture) -> Scene | None:
            labelled = table.get(picture.path.name if options.coco else picture.path.stem)
            return None if labelled is None else boxed(picture, labelled, names, classes)

        return of_table
    return of_files(options, names, classes)


def of_files(options: argparse.Namespace, names: dict[str, str], classes: list[str]) -> Labeller:
    """Return what makes a scene of an image by the label file beside it.

    Raises:
        DatasetInvalid: The legend is broken, or something that the labels need was not said.
    """
    suffixes: tuple[str, ...]
    read: Callable[[Picture, Path], Scene]
    if options.codes:
        if options.legend is None:
            raise DatasetInvalid('--codes needs --legend: a JSON file such as {"1": "car"}.')
        folder, suffixes = options.codes, (".png", ".tif", ".tiff", ".jpg")
        read = partial(by_codes, read_legend(options.legend))
    elif options.yolo:
        if not classes:
            raise DatasetInvalid("--yolo needs --classes: their names in the order of their numbers.")
        folder, suffixes = options.yolo, (".txt",)
        read = partial(by_yolo, names, classes)
    elif options.points:
        folder, suffixes = Path(options.points[1]), (".geojson", ".json", ".gpkg")
        read = partial(by_points, options.points[0])
    else:
        folder, suffixes = options.voc, (".xml",)
        read = partial(by_voc, names, classes)

    images = frozenset(image_paths(options))

    def of_file(picture: Picture) -> Scene | None:
        labels = beside(folder, picture, suffixes, images)
        return read(picture, labels) if labels else None

    return of_file


def by_codes(legend: dict[str, str], picture: Picture, labels: Path) -> Scene:
    """Return the scene of an image and a raster of class codes."""
    return from_codes(picture, labels, legend)


def by_yolo(names: dict[str, str], classes: list[str], picture: Picture, labels: Path) -> Scene:
    """Return the scene of an image and a YOLO text file."""
    return boxed(picture, read_yolo(labels, classes, picture.frame), names, classes)


def by_points(name: str, picture: Picture, labels: Path) -> Scene:
    """Return the scene of an image and a layer of points."""
    return from_points(picture, name, Shapes(path=labels, kind="point"))


def by_voc(names: dict[str, str], classes: list[str], picture: Picture, labels: Path) -> Scene:
    """Return the scene of an image and a Pascal VOC file."""
    return boxed(picture, read_voc(labels), names, classes)


def scenes(options: argparse.Namespace) -> list[tuple[Path, Callable[[], Scene | None]]]:
    """Return each image, or drawing, with what makes a scene of it.

    Raises:
        DatasetInvalid: There is none, or something that all need is wrong.
    """
    if options.drawings:
        drawings = sorted(options.drawings.glob("*.json"))
        if not drawings:
            raise DatasetInvalid(f"{options.drawings} holds no drawing (*.json): name the folder of the drawings.")
        return [(path, partial(drawn, path)) for path in drawings]
    label = labeller(options)
    return [
        (path, partial(labelled, path, options.gsd, place_of(relative(path, options)), label))
        for path in image_paths(options)
    ]


def drawn(path: Path) -> Scene:
    """Return the scene of a drawing."""
    return from_drawing(read_drawing(path))


def labelled(path: Path, gsd_m: float | None, place: str, label: Labeller) -> Scene | None:
    """Return the scene of an image."""
    return label(read_picture(path, gsd_m, place))


def boxed(
    picture: Picture,
    labelled: list[tuple[str, tuple[float, float, float, float]]],
    names: dict[str, str],
    classes: list[str],
) -> Scene:
    """Return a scene of boxes, classes renamed; those of --classes are complete, else those that are there."""
    renamed = [(names.get(name, name), box) for name, box in labelled]
    complete = [names.get(name, name) for name in classes] or [name for name, _ in renamed]
    return from_boxes(picture, renamed, complete)


def wanted_kinds(text: str) -> frozenset[str]:
    """Return the kinds that `text` names, none for all of them.

    Raises:
        DatasetInvalid: One of them is none.
    """
    names = [name.strip() for name in text.split(",") if name.strip()]
    for name in names:
        if name not in KINDS:
            raise DatasetInvalid(f'--kinds: "{name}" is none of {", ".join(KINDS)}.')
    return frozenset(names)


@dataclass
class Left:
    """What came to nothing.

    Args:
        broken: What was wrong with an image or its labels, each said already.
        unlabelled: How many images have no labels.
    """

    broken: list[str] = field(default_factory=list)
    unlabelled: int = 0

    def scene(self, make: Callable[[], Scene | None]) -> Scene | None:
        """Return what `make` returns; None, said and counted, where it cannot."""
        try:
            scene = make()
        except OF_ONE_IMAGE as error:
            self.broken.append(error.message)
            tqdm.write(f"left out: {error.message}", file=sys.stderr)
            return None
        self.unlabelled += scene is None
        return scene

    def why(self) -> DatasetInvalid:
        """Return why no phrase came out."""
        if self.broken:
            return DatasetInvalid(f"No image could be used; the first because: {self.broken[0]}")
        if self.unlabelled:
            return DatasetInvalid(
                f"No phrase came out: {self.unlabelled} images have no labels of their name. Labels are found by the "
                f"image's name without its suffix, perhaps with one of {', '.join(ENDINGS[1:])}."
            )
        return DatasetInvalid("No phrase came out: nothing in these images is labelled so that it is sure.")


def write_triplets(options: argparse.Namespace, left: Left) -> tuple[dict[str, Any], bool]:
    """Write the triplets; return their statistics, and whether the person stopped before the last image.

    Raises:
        RrsisError: Of the kind that names what is wrong.
    """
    drawer = Drawer(options.seed, options.per_image, wanted_kinds(options.kinds))
    holdout = read_holdout(options.holdout) if options.holdout else None
    waiting = scenes(options)
    writer = TripletWriter(options.output)
    stopped = False
    try:
        for _, make in tqdm(waiting, unit="image", disable=not sys.stderr.isatty()):
            if scene := left.scene(make):
                split = split_of(relative(scene.image, options), holdout) if holdout else options.split
                writer.add(scene, drawer.draw(scene), split)
    except KeyboardInterrupt:
        stopped = True
    if not writer.lines:
        with contextlib.suppress(OSError):
            (options.output / "masks").rmdir()
            options.output.rmdir()
        raise left.why()
    return writer.close(), stopped


def main(argv: list[str] | None = None) -> int:
    """Make the triplets; 1 where it could not be done, 130 where it was stopped and what was done is written."""
    options, left = parse(argv), Left()
    try:
        statistics, stopped = write_triplets(options, left)
    except RrsisError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{statistics['triplets']} triplets of {statistics['images']} images in {options.output}")
    print(", ".join(f"{kind} {count}" for kind, count in statistics["kinds"].items()))
    if left.broken:
        print(f"{len(left.broken)} images left out, see above")
    if left.unlabelled:
        print(f"{left.unlabelled} images have no labels")
    return 130 if stopped else 0


if __name__ == "__main__":
    sys.exit(main())
