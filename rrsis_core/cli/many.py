"""The command `segment` for several rasters, or a list of STAC items: the same phrases in each, one file a raster."""

from __future__ import annotations

import argparse
import json
import re
import sqlite3
import sys
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import urlparse

from ..errors import DiskFull, OutputNotWritable, RasterEmpty, RequestInvalid, RrsisError
from ..models import create_model
from ..models.base import ReferringSegmenter
from ..output.provenance import read_provenance
from ..own_models import find_card
from ..raster import items_of
from ..request import SegmentRequest, SegmentResult
from ..run import open_run
from ..segment import segment
from .entry import STOPPED, Said
from .runs import Watcher, request_of, segment_one

Outcome = tuple[SegmentRequest, SegmentResult | RrsisError]
NAME = "{name}"
_FORMATS = (".gpkg", ".geojson", ".json", ".fgb", ".shp", ".parquet", ".tif", ".tiff")
_LONGEST = 100  # characters of a name


def rasters_of(options: argparse.Namespace) -> list[str] | None:
    """Return the rasters that were named, lists of STAC items as their items; None where it is one raster and one file.

    Raises:
        RasterUnreadable: A list cannot be fetched. RasterEmpty: It holds no item.
    """
    given = [(raster, items_of(raster)) for raster in options.raster]
    for raster, items in given:
        if items == []:
            raise RasterEmpty(f'"{raster}" finds no STAC item: widen the search.', raster=raster)
    if len(given) == 1 and given[0][1] is None and NAME not in options.output and not options.output.endswith("/"):
        return None
    return list(dict.fromkeys(name for raster, items in given for name in (items or [raster])))


def requests_of(options: argparse.Namespace, rasters: list[str]) -> list[SegmentRequest]:
    """Return one request a raster, each with an output of its own; folders that are missing are made.

    Raises:
        RequestInvalid: The same would be wrong of each of them.
        OutputNotWritable: The output is the name of one file, or its folder cannot be made.
    """
    base = replace(request_of(options), raster="any").checked()
    output = _pattern(options.output, ".gpkg")
    probability = options.probability and _pattern(options.probability, ".tif")
    taken: set[str] = set()
    requests = []
    for raster in rasters:
        name = _free(_name(raster), taken)
        kept = probability and probability.replace(NAME, name)
        requests.append(replace(base, raster=raster, output=output.replace(NAME, name), probability=kept))
    return requests


def left_to_do(
    requests: Iterable[SegmentRequest], model: ReferringSegmenter, there: list[str]
) -> Iterator[SegmentRequest]:
    """Yield the requests; of those to be resumed that a run has finished, only the output goes to `there`."""
    for request in requests:
        if request.resume and _is_there(request, model):
            there.append(request.output)
            print(f"{request.raster}: its result is there, {request.output}", file=sys.stderr, flush=True)
        else:
            yield request


def _is_there(request: SegmentRequest, model: ReferringSegmenter) -> bool:
    """Return whether a run of the same settings has written the outputs of `request`."""
    files = [Path(name) for name in (request.output, request.probability) if name]
    if not all(file.is_file() for file in files) or files[0].suffix.lower() != ".gpkg":
        return False
    try:
        before = read_provenance(files[0])
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with open_run(request, model, writes=False) as run:
                now = json.loads(json.dumps(run.plan.provenance, default=str))
    except (RrsisError, sqlite3.Error, ValueError):
        return False
    return {**before, "run_id": ""} == {**now, "run_id": ""}


def search_each(requests: Iterable[SegmentRequest], model: ReferringSegmenter, watcher: Watcher) -> Iterator[Outcome]:
    """Search one raster after the other on this machine and yield what became of each.

    Raises:
        DiskFull: There is no room for more.
    """
    for request in requests:
        try:
            yield request, segment(request, model, watcher.watch)
        except DiskFull:
            raise
        except RrsisError as error:
            yield request, error


def said_of(outcomes: Iterator[Outcome], count: int, watcher: Watcher, there: list[str]) -> Said:
    """Carry all of them out, say what becomes of each as it comes, and return what is said of them together.

    Args:
        outcomes: What becomes of one raster after the other.
        count: How many rasters there are.
        watcher: Which may end them.
        there: Outputs that were left alone, known when the outcomes end.
    """
    entries: list[dict[str, Any]] = []
    failed: list[str] = []
    ended = ""
    try:
        for request, outcome in outcomes:
            entries.append({"raster": request.raster, **_entry(outcome)})
            line = _line(outcome)
            named = line if request.raster in line else f"{request.raster}: {line}"
            print(f"{len(entries) + len(there)} of {count}, {named}", file=sys.stderr, flush=True)
            if isinstance(outcome, RrsisError):
                failed.append(named)
            if watcher.stopped:
                break
    except RrsisError as error:
        ended = " ".join([error.message, *getattr(error, "__notes__", ())])
    done = len(entries) - len(failed)
    found = sum(entry["result"]["count"] for entry in entries if "result" in entry)
    lines = [f"{done} of {count} rasters searched, {found} polygons."]
    lines += [f"{len(failed)} could not be:", *failed] if failed else []
    lines += [f"Ended early: {ended}"] if ended else []
    lines += [f"{len(there)} were there."] if there else []
    left = count - len(entries) - len(there)
    lines += [f"{left} are left: the same command with --resume does those."] if left else []
    values: dict[str, Any] = {"rasters": entries, "done": done, "failed": len(failed), "there": there, "left": left}
    if ended:
        values["ended"] = ended
    return Said(values, "\n".join(lines), STOPPED if watcher.stopped else int(bool(failed or ended)))


def segment_command(options: argparse.Namespace) -> Said:
    """Carry out `rrsis segment` on this machine.

    Raises:
        RequestInvalid: An option of clusters alone was given.
    """
    if options.gpu:
        raise RequestInvalid(
            "--gpu is for clusters: give it with --cluster or --workers, or --device cuda on this machine alone.",
            name="gpu",
        )
    rasters = rasters_of(options)
    if rasters is None:
        return segment_one(options)
    requests = requests_of(options, rasters)
    model = create_model(find_card(options.model))
    there: list[str] = []
    with Watcher(" tiles", quiet=options.json) as watcher:
        outcomes = search_each(left_to_do(requests, model, there), model, watcher)
        return said_of(outcomes, len(requests), watcher, there)


def _pattern(output: str, ending: str) -> str:
    """Return a path that holds {name}: as it was given, or a file with `ending` in the folder that was."""
    path = Path(output)
    if NAME not in output:
        if path.suffix.lower() in _FORMATS and not path.is_dir():
            raise OutputNotWritable(
                f"{output} names one file where a folder is meant: name a folder, or a file with {NAME} in it,"
                f" such as found/{NAME}{path.suffix}.",
                path=output,
            )
        path = path / f"{NAME}{ending}"
    folder = path.parent
    if NAME in str(folder):
        raise OutputNotWritable(f"{output} has {NAME} in a folder's name: put it into the file's name.", path=output)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputNotWritable(
            f"The folder {folder} cannot be made ({error.strerror}): name another.", path=output
        ) from error
    return str(path)


def _name(raster: str) -> str:
    """Return what to call the results of `raster`: its file's name without ending, or its item's."""
    item = raster.rpartition("#")[2] if "#" in raster else ""
    path = urlparse(raster).path if "://" in raster else raster
    name = item or PurePath(path.rstrip("/")).stem
    return re.sub(r"[^\w.-]+", "_", name).strip("._")[:_LONGEST] or "raster"


def _free(name: str, taken: set[str]) -> str:
    number, free = 1, name
    while free.casefold() in taken:
        number += 1
        free = f"{name}_{number}"
    taken.add(free.casefold())
    return free


def _entry(outcome: SegmentResult | RrsisError) -> dict[str, Any]:
    if isinstance(outcome, RrsisError):
        return {"error": {"code": outcome.code, "message": outcome.message, "details": outcome.details}}
    return {"result": {**outcome.to_json(), "count": outcome.count}}


def _line(outcome: SegmentResult | RrsisError) -> str:
    if isinstance(outcome, RrsisError):
        return " ".join([outcome.message, *getattr(outcome, "__notes__", ())])
    part = "" if outcome.complete else ", stopped early"
    return f"{outcome.count} polygons in {outcome.output}{part}"
