"""Make referring triplets from labelled images: `python -m train.make_refs --help`."""

from __future__ import annotations

import argparse
import glob
import os
import sys
from collections.abc import Iterator
from pathlib import Path

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
from rrsis_core.errors import DatasetInvalid, RrsisError

ENDINGS = ("", "_label", "_mask", "_labels", "_masks")
IMAGES = {".jpg", ".jpeg", ".png", ".tif", ".tiff"}


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
        "--polygons", action="append", metavar="CLASS=FILE", help="polygon layer of a class; may repeat"
    )
    labels.add_argument("--coco", type=Path, help="COCO file of boxes")
    labels.add_argument("--yolo", type=Path, help="folder of YOLO text files; needs --classes")
    labels.add_argument("--csv", type=Path, help="table of boxes: image_path, xmin, ymin, xmax, ymax, label")
    labels.add_argument(
        "--points",
        metavar="CLASS=FOLDER",
        help="point layers named as the images (GeoJSON, GeoPackage), all there is of the class",
    )
    labels.add_argument("--voc", type=Path, help="folder of Pascal VOC files")
    parser.add_argument("--legend", type=Path, help='JSON {"1": "car"} or {"#3C1098": "building"}')
    parser.add_argument("--classes", default="", help="classes in their order, parted by commas")
    parser.add_argument("--rename", action="append", default=[], metavar="FROM=TO", help="another name for a class")
    parser.add_argument("--gsd", type=float, help="metres a pixel, where the images do not say")
    parser.add_argument("--per-image", type=int, default=12, help="phrases an image at most (default: 12)")
    parser.add_argument("--kinds", default="", help=f"only these, parted by commas, of {', '.join(KINDS)}")
    parser.add_argument("--split", default="train", help="the split of all triplets (default: train)")
    parser.add_argument("--holdout", type=Path, help="hold-out list that decides the split instead")
    parser.add_argument("--root", type=Path, help="folder that the hold-out list's paths start at")
    parser.add_argument("--seed", type=int, default=0)
    return parser.parse_args(argv)


def pictures(options: argparse.Namespace) -> Iterator[Picture]:
    """Yield the images with their place."""
    if options.images is None:
        raise DatasetInvalid("Labels of this form need --images: name the folder of the images.")
    found = [path for given in options.images for path in ([given] if given.is_file() else given.rglob("*"))]
    paths = sorted(path for path in found if path.suffix.lower() in IMAGES)
    if not paths:
        raise DatasetInvalid(f"{options.images[0]} holds no image: name the folder of the images.")
    for path in paths:
        yield read_picture(path, options.gsd, place_of(relative(path, options)))


def relative(path: Path, options: argparse.Namespace) -> str:
    """Return an image's path below the root, as hold-out lists have it."""
    if options.root is None:
        return path.name
    return path.resolve().relative_to(options.root.resolve()).as_posix()


def beside(folder: Path, picture: Picture, suffixes: tuple[str, ...]) -> Path | None:
    """Return the label file of an image: of the same stem, anywhere below the folder; among several the nearest."""
    stems = [picture.path.stem + ending for ending in ENDINGS]
    named = (path for stem in stems for path in folder.rglob(f"{glob.escape(stem)}.*"))
    found = [path for path in named if path.suffix.lower() in suffixes and path != picture.path]
    return max(found, key=lambda path: len(os.path.commonpath([path, picture.path])), default=None)


def scenes(options: argparse.Namespace) -> Iterator[Scene]:
    """Yield the labelled images, those without labels left out."""
    if options.drawings:
        for path in sorted(options.drawings.glob("*.json")):
            yield from_drawing(read_drawing(path))
        return
    names = dict(pair.split("=", 1) for pair in options.rename)
    classes = [name.strip() for name in options.classes.split(",") if name.strip()]
    legend = read_legend(options.legend) if options.legend else {}
    coco = read_coco(options.coco) if options.coco else {}
    pairs = [pair.split("=", 1) for pair in options.polygons or []]
    table = read_csv(options.csv) if options.csv else {}
    pointed, _, points = (options.points or "").partition("=")
    layers = [(name, Shapes(path=Path(file))) for name, file in pairs]
    for picture in pictures(options):
        if options.codes and (labels := beside(options.codes, picture, (".png", ".tif", ".tiff", ".jpg"))):
            yield from_codes(picture, labels, legend)
        elif options.polygons:
            yield from_polygons(picture, layers)
        elif options.coco and picture.path.name in coco:
            yield boxed(picture, coco[picture.path.name], names, classes)
        elif options.yolo and (labels := beside(options.yolo, picture, (".txt",))):
            yield boxed(picture, read_yolo(labels, classes, picture.frame), names, classes)
        elif options.csv and picture.path.stem in table:
            yield boxed(picture, table[picture.path.stem], names, classes)
        elif options.points and (labels := beside(Path(points), picture, (".geojson", ".json", ".gpkg"))):
            yield from_points(picture, pointed, Shapes(path=labels, kind="point"))
        elif options.voc and (labels := beside(options.voc, picture, (".xml",))):
            yield boxed(picture, read_voc(labels), names, classes)


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


def main(argv: list[str] | None = None) -> int:
    """Make the triplets; 1 where it could not be done."""
    options = parse(argv)
    try:
        holdout = read_holdout(options.holdout) if options.holdout else None
        writer = TripletWriter(options.output)
        drawer = Drawer(options.seed, options.per_image, wanted_kinds(options.kinds))
        for scene in tqdm(scenes(options), unit="image", disable=not sys.stderr.isatty()):
            split = split_of(relative(scene.image, options), holdout) if holdout else options.split
            writer.add(scene, drawer.draw(scene), split)
        statistics = writer.close()
    except RrsisError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{statistics['triplets']} triplets of {statistics['images']} images in {options.output}")
    print(", ".join(f"{kind} {count}" for kind, count in statistics["kinds"].items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
