"""What tells one version of the files behind a raster from the next, without reading them whole."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from html import unescape
from pathlib import Path

from .handles import GDAL_ERRORS, open_dataset, unsigned

_ENDS_BYTES = 65536  # that are looked at of a file, at its beginning and at its end
_SOURCE = re.compile(r"<Source(?:Filename|Dataset)([^>]*)>([^<]+)<")


def marks_of(files: Iterable[str]) -> tuple[list[bytes], bool]:
    """Return a mark for each of `files` and of those behind virtual rasters among them, and whether the marks suffice.

    They do where all are files of this machine, of which size, time and both ends are known. Of what is fetched over a
    network, or is but the text of a VRT, the name alone is: who relies on it must look at pixels too.
    """
    marks, suffice = [], True
    for name in _with_inner(files):
        place = _on_disk(name)
        suffice = suffice and place is not None
        marks.append(unsigned(name).encode() if place is None else _file_mark(place))
    return marks, suffice


def _with_inner(files: Iterable[str]) -> Iterator[str]:
    """Yield `files` and those of virtual rasters inside virtual rasters, of which GDAL names the outer ones alone."""
    waiting, seen = list(files), set()
    while waiting:
        name = waiting.pop(0)
        if name in seen:
            continue
        seen.add(name)
        yield name
        if name.lower().endswith(".vrt"):
            with suppress(*GDAL_ERRORS), open_dataset(name) as inner:
                waiting += inner.files


def _on_disk(name: str) -> str | None:
    """Return the file of this machine that holds `name`, which may lie in an archive; None where there is none."""
    while name.startswith("/vsi") and not os.path.isfile(name):
        name = name[1:].partition("/")[2].replace("{", "").replace("}", "")
        while name and not name.startswith("/vsi") and not os.path.isfile(name):
            shorter = os.path.dirname(name)
            name = "" if shorter == name else shorter
    return name if os.path.isfile(name) else None  # Path.is_file raises for the text of a VRT


def _file_mark(name: str) -> bytes:
    """Return size, time and both ends of a file."""
    try:
        with open(name, "rb") as file:
            facts = os.fstat(file.fileno())
            head = file.read(_ENDS_BYTES)
            file.seek(max(0, facts.st_size - _ENDS_BYTES))
            return repr((facts.st_size, facts.st_mtime_ns)).encode() + head + file.read()
    except OSError:
        return name.encode()  # a companion that GDAL passes over as well


def missing_from(mosaic: str) -> list[str]:
    """Return the files that are gone of those of which the virtual raster `mosaic`, or one inside it, is made.

    GDAL tells it once, and reads zeros there from then on: after a mosaic of mosaics was opened, in any mosaic.
    """
    waiting, seen, missing = [mosaic], set(), []
    while waiting:
        name = waiting.pop()
        if name in seen or not name.lower().endswith(".vrt"):
            continue
        seen.add(name)
        for attributes, inner in _SOURCE.findall(Path(name).read_text(encoding="utf-8", errors="replace")):
            place = unescape(inner)
            if re.search(r"""relativeToVRT=["']1""", attributes, re.IGNORECASE):
                # Of a link, GDAL takes the goal's folder.
                place = os.path.join(os.path.dirname(os.path.realpath(name)), place)
            if os.path.isfile(place):
                waiting.append(place)
            elif _is_plain(place):
                missing.append(place)
    return list(dict.fromkeys(missing))


def _is_plain(place: str) -> bool:
    """Return whether `place` is a path, and no address, text or part of a file."""
    return not place.startswith(("/vsi", "<")) and ":" not in place[2:] and not os.path.exists(place)
