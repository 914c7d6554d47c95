"""What can be typed: the parser, and how its texts become values."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from .. import __version__
from ..catalog import CATALOG, DEFAULT_MODEL
from ..request import VectorSettings


def numbers(
    count: int, kind: Callable[[str], float], example: str, *, times: int = 1
) -> Callable[[str], tuple[float, ...]]:
    """Return a reader of `count` numbers parted by commas, or `times` as many; it raises ArgumentTypeError."""

    def read(text: str) -> tuple[float, ...]:
        try:
            values = tuple(kind(part) for part in text.split(","))
        except ValueError:
            values = ()
        if len(values) not in (count, count * times):
            several = f"{count} or {count * times}" if times > 1 else str(count)
            raise argparse.ArgumentTypeError(f'"{text}" is not {several} numbers parted by commas, such as {example}')
        return values

    return read


def join_leading_minus(argv: Sequence[str]) -> list[str]:
    """Return `argv` with `--extent -5,1,2,3` as `--extent=-5,1,2,3`, which argparse would take for an option."""
    joined: list[str] = []
    for word in argv:
        if re.match(r"-[\d.]", word) and joined and re.fullmatch(r"--[a-z][a-z-]*", joined[-1]):
            joined[-1] = f"{joined[-1]}={word}"
        else:
            joined.append(word)
    return joined


def make_parser() -> argparse.ArgumentParser:
    """Return the parser of all commands; `command` of its result names the one that was typed."""
    parser = argparse.ArgumentParser(
        prog="rrsis",
        description="Find things in aerial and satellite imagery by describing them.",
        epilog="Exit codes: 0 done, 1 it could not be done, 2 mistyped, 130 stopped with Ctrl-C.",
    )
    parser.add_argument("--version", action="version", version=f"rrsis {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _add_segment(commands.add_parser("segment", help="find what phrases describe in a raster"))
    _add_threshold(commands.add_parser("threshold", help="polygons anew from kept probabilities, without the model"))
    _add_models(commands.add_parser("models", help="list, fetch or add models"))
    _add_evaluate(commands.add_parser("evaluate", help="measure a model on a data set"))
    _add_finetune(commands.add_parser("finetune", help="teach the bundled model your own samples"))
    _add_cache(commands.add_parser("cache", help="list or clear image features kept for further phrases"))
    _add_benchmark(commands.add_parser("benchmark", help="all models on all data sets, beside the papers' figures"))
    doctor = commands.add_parser("doctor", help="say what works here and what is missing")
    _add_json(doctor)
    return parser


def _add_cache(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Image features are kept on disk, so that a further phrase over the same place is answered at once. At most 4"
        " GB (RRSIS_FEATURES_GB sets another limit, 0 keeps none); what was not used for longest goes first."
    )
    parser.add_argument("action", nargs="?", choices=("list", "clear"), default="list", help="default: list")
    _add_json(parser)


def _add_segment(parser: argparse.ArgumentParser) -> None:
    parser.description = "Find what phrases describe in a raster; one layer of polygons a phrase."
    parser.add_argument(
        "raster",
        nargs="+",
        metavar="RASTER",
        help="anything GDAL opens: a file, a /vsi… address, a subdataset; several, or a STAC search or its saved items,"
        " are searched one after the other, and --output names a folder, or a file with {name} in it",
    )
    parser.add_argument(
        "--phrase", action="append", required=True, help='what to find, such as "white cars"; may repeat'
    )
    parser.add_argument(
        "--output",
        required=True,
        help="the vector file to write, such as found.gpkg; found.parquet is a folder of GeoParquet, for millions",
    )
    parser.add_argument(
        "--model", default=DEFAULT_MODEL, help=f"one of {', '.join(CATALOG)} (default: {DEFAULT_MODEL})", metavar="NAME"
    )
    parser.add_argument(
        "--extent",
        type=numbers(4, float, "500100,4100200,500900,4100800"),
        metavar="XMIN,YMIN,XMAX,YMAX",
        help="search here alone, in the raster's coordinate reference system",
    )
    parser.add_argument("--mask", metavar="POLYGONS", help="search inside the polygons of this vector file, in any CRS")
    parser.add_argument(
        "--bands", type=numbers(3, int, "1,2,3"), metavar="R,G,B", help="which bands the model sees, from 1"
    )
    parser.add_argument(
        "--stretch",
        type=numbers(2, float, "2,98"),
        metavar="LOW,HIGH",
        help="percentiles that become black and white (default: 2,98; none for 8-bit files)",
    )
    parser.add_argument(
        "--stretch-values",
        type=numbers(2, float, "0,1800", times=3),
        metavar="LOW,HIGH",
        help="values of the file that become black and white, instead; six for red, green and blue apart",
    )
    parser.add_argument("--gsd", type=float, metavar="METRES", help="metres a pixel at which the model looks")
    parser.add_argument("--probability", metavar="FILE.tif", help="keep the probabilities, for `rrsis threshold`")
    parser.add_argument("--device", default="auto", help="auto, cpu, cuda, cuda:1 or mps (default: auto)")
    parser.add_argument("--batch", type=int, metavar="N", help="tiles at a time (default: what fits)")
    parser.add_argument(
        "--resume",
        action="store_true",
        help="only go on with a run that was cut off: refuse where its settings were others (the same go on anyhow);"
        " of several rasters, leave those out whose result is there",
    )
    parser.add_argument(
        "--cluster", metavar="ADDRESS", help="a Dask scheduler whose workers do it, tcp://scheduler:8786"
    )
    parser.add_argument("--workers", type=int, metavar="N", help="do it with N processes on this machine, by Dask")
    parser.add_argument("--gpu", action="store_true", help="on a cluster: each shard takes one {GPU: 1} of a worker")
    _add_vector(parser)
    _add_json(parser)


def _add_threshold(parser: argparse.ArgumentParser) -> None:
    parser.description = "Make polygons anew from the probabilities that `rrsis segment --probability` kept."
    parser.add_argument("probability", metavar="PROBABILITY.tif", help="what a run kept")
    parser.add_argument("--output", required=True, help="the vector file to write")
    parser.add_argument("--phrase", action="append", default=[], help="this phrase alone; may repeat (default: all)")
    _add_vector(parser)
    _add_json(parser)


def _add_vector(parser: argparse.ArgumentParser) -> None:
    usual = VectorSettings()
    parser.add_argument(
        "--overwrite", action="store_true", help="replace the output also where it is no untouched result of a run"
    )
    parser.add_argument(
        "--threshold",
        type=float,
        default=usual.threshold,
        metavar="P",
        help=f"pixels of this probability or more belong to an object (default: {usual.threshold})",
    )
    parser.add_argument(
        "--min-area", type=float, default=usual.min_area_m2, metavar="M2", help="drop smaller polygons, in m²"
    )
    parser.add_argument("--simplify", type=float, metavar="M", help="how far outlines may move (default: ¾ of a pixel)")
    parser.add_argument(
        "--fill-holes", type=float, default=usual.fill_holes_m2, metavar="M2", help="fill smaller holes"
    )
    parser.add_argument("--right-angles", action="store_true", help="make outlines rectangular where that fits")
    parser.add_argument("--split-touching", action="store_true", help="part objects that touch")


def _add_models(parser: argparse.ArgumentParser) -> None:
    parser.description = "List the models of the catalogue and which are ready; fetch weights, or add your own."
    _add_json(parser)
    actions = parser.add_subparsers(dest="action", metavar="ACTION")
    fetch = actions.add_parser("fetch", help="download and verify the weights and the vocabulary of a model")
    fetch.add_argument("name", metavar="NAME")
    fetch.add_argument(
        "--sha256",
        action="append",
        metavar="HEX",
        help="what the file must hash to, where the catalogue does not know; OWNER/NAME/FILE=HEX for each of several",
    )
    add = actions.add_parser("add", help="take a checkpoint of your own, or the tokenizer.json of a model")
    add.add_argument("file", metavar="FILE")
    add.add_argument("--as", dest="name", required=True, metavar="NAME", help="the model that it is a checkpoint of")
    for action in (fetch, add):  # the list's own --json stays where this one is not given
        action.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help="print one JSON object")


def _add_evaluate(parser: argparse.ArgumentParser) -> None:
    parser.description = "Measure a model, or a baseline, on a data set of images and phrases."
    parser.add_argument("--data", required=True, help="a folder with phrases.jsonl, a data set's name, or NAME=FOLDER")
    parser.add_argument(
        "--model",
        default=DEFAULT_MODEL,
        metavar="NAME",
        help=f"one of {', '.join(CATALOG)}, baseline-none or baseline-all; NAME+keywords asks for the class alone",
    )
    parser.add_argument("--weights", type=Path, metavar="FILE", help="these weights instead of the model's own")
    parser.add_argument("--split", help="train, val, test, … (default: every phrase)")
    parser.add_argument(
        "--threshold",
        type=float,
        default=0.5,
        metavar="P",
        help="probability from which a pixel is found (default: 0.5)",
    )
    parser.add_argument("--masks", type=Path, metavar="FOLDER", help="write the found mask of every line as LINE.png")
    parser.add_argument(
        "--json", type=Path, dest="json_file", metavar="FILE.json", help="write all figures and each phrase's counts"
    )
    parser.add_argument("--report", type=Path, metavar="FILE.html", help="write a report with pictures")
    parser.add_argument(
        "--against", type=Path, metavar="FILE.json", help="compare with what --json wrote of another run"
    )
    parser.add_argument("--authors-rule", action="store_true", help="also score as the papers' scripts do")
    parser.add_argument("--device", default="auto", help="auto, cpu, cuda, cuda:1 or mps (default: auto)")
    parser.set_defaults(json=False)


def _add_finetune(parser: argparse.ArgumentParser) -> None:
    parser.description = (
        "Teach the bundled model your own samples: a folder with phrases.jsonl and the splits train and val, as “Export"
        " training samples” writes it. The model that comes out is found by its name from then on."
    )
    parser.add_argument("--data", required=True, metavar="FOLDER", help="your samples")
    parser.add_argument("--output", required=True, metavar="NAME", help="what the new model is called")
    parser.add_argument(
        "--model",
        default=DEFAULT_MODEL,
        metavar="NAME",
        help=f"which model learns (default: {DEFAULT_MODEL}, or one made of it)",
    )
    parser.add_argument("--steps", type=int, metavar="N", help="how long (default: 3 a phrase, 150 to 600)")
    parser.add_argument("--everything", action="store_true", help="the image side learns too: slower, for new looks")
    parser.add_argument("--resume", action="store_true", help="go on with the same run where it was stopped")
    parser.add_argument("--replace", action="store_true", help="replace a model of that name")
    _add_json(parser)


def _add_benchmark(parser: argparse.ArgumentParser) -> None:
    parser.description = "Run every model with weights on the test split of every data set, by the papers' rule."
    parser.add_argument(
        "--data", action="append", metavar="NAME=FOLDER", help="a data set; may repeat (default: those of the papers)"
    )
    parser.add_argument(
        "--model", action="append", metavar="NAME", help="a model or baseline; may repeat (default: the catalogue)"
    )
    parser.add_argument("--device", default="auto", help="auto, cpu, cuda, cuda:1 or mps (default: auto)")
    _add_json(parser)


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON object on standard output, nothing else")
