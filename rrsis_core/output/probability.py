"""Probabilities ↔ a cloud-optimised GeoTIFF: uint8, one band a phrase, v / 254 is the probability and 255 is nodata."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
import rasterio
from numpy.typing import NDArray
from rasterio.crs import CRS
from rasterio.errors import CRSError, RasterioError
from rasterio.transform import Affine
from rasterio.windows import Window as RasterioWindow

from ..errors import OutputNotWritable, RasterUnreadable, RasterUnsupported, RequestInvalid
from ..grid import GeoRef, Window
from ._formats import RASTER_SUFFIXES, TAG
from .aside import Aside
from .block_order import put_overviews_first
from .overviews import BLOCK_PX, NODATA, PACKERS, Bools, Overviews, held_blocks
from .problems import written

Bytes = NDArray[np.uint8]

FULL = 254


class ProbabilityWriter:
    """Writes strips of probability, in order and of any height, into a cloud-optimised GeoTIFF; a context manager.

    Every block is compressed once, because rows wait until a whole row of blocks is there; one that holds nothing takes
    no room and no time. The file appears under its name when the block ends without an error, and not at all otherwise;
    rows that never came are nodata.

    Args:
        path: The file, .tif.
        georef: The pixel grid.
        window: The part of it that is written.
        phrases: One band each, described by it.
        provenance: JSON values that say how the probabilities came to be, kept in the tag "RRSIS".
        overwrite: Whether the file may replace something else than earlier probabilities.

    Attributes:
        aside: Where it is written; to be told where it is only a part.
    """

    def __init__(
        self,
        path: str,
        georef: GeoRef,
        window: Window,
        phrases: Sequence[str],
        provenance: dict[str, Any],
        *,
        overwrite: bool = False,
    ) -> None:
        self.aside = Aside(path, overwrite=overwrite)
        self._georef = georef.at(window)
        self._window = window
        self._phrases = tuple(phrases)
        self._provenance = provenance
        self._row = window.row  # where the next row belongs
        self._buffer: Bytes = np.empty((len(self._phrases), BLOCK_PX, window.width), dtype=np.uint8)
        self._filled = 0  # rows of the buffer that wait to be written
        self._file: Any = None
        self._finished = False
        blocks = (-(-window.height // BLOCK_PX), -(-window.width // BLOCK_PX))
        self._overviews = Overviews(len(self._phrases), window.shape, self.aside.path.parent)
        self._held = np.zeros((len(self._phrases), *blocks), dtype=np.bool_)  # blocks that hold something

    def __enter__(self) -> ProbabilityWriter:
        """Open the file aside.

        Raises:
            OutputNotWritable: As of check_output, or the file is no .tif.
        """
        target = self.aside.target
        if target.suffix.lower() not in RASTER_SUFFIXES:
            raise OutputNotWritable(f"{target} is no GeoTIFF: give it a name that ends with .tif.", path=str(target))
        self.aside.__enter__()
        try:
            with written(target, RasterioError):
                self._file = self._create()
        except OutputNotWritable as error:
            self.aside.__exit__(type(error), error, error.__traceback__)
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Finish the file and put it in its place; delete it after an error.

        Raises:
            DiskFull, OutputNotWritable: As of `finish`.
        """
        if kind is not None:
            with suppress(RasterioError, OSError):
                self._file.close()
            self._overviews.close()
            self.aside.__exit__(kind, value, trace)
            return
        with ExitStack() as stack:
            stack.push(self.aside)  # sees an error of what follows, and deletes the file then
            stack.callback(self._overviews.close)
            self.finish()

    def finish(self) -> None:
        """Write what waits, and the overviews; no more strips can come then.

        Raises:
            DiskFull: There was no room; OutputNotWritable: it could not be written for another reason.
        """
        if self._finished:
            return
        with written(self.aside.target, RasterioError):
            if self._filled:
                self._flush()
            self._file.close()
            coarser = self._overviews.write(self.aside.path) if self._held.any() else []
            _check_blocks(self.aside.path, self._held, coarser)
            put_overviews_first(self.aside.path)
        self._finished = True

    def write(self, strip: Window, probability: Bytes) -> None:
        """Write the next strip.

        Args:
            strip: Where it lies; rows between it and the strip before become nodata.
            probability: (P, strip.height, strip.width) uint8.

        Raises:
            ValueError: It does not fit below the strip before.
            DiskFull: There is no room; OutputNotWritable: it cannot be written for another reason.
        """
        expected = (len(self._phrases), strip.height, self._window.width)
        place = (strip.row >= self._row, strip.row_end <= self._window.row_end, strip.col == self._window.col)
        if probability.shape != expected or not all(place):
            raise ValueError(f"probability of shape {probability.shape} for {strip} below row {self._row}")
        with written(self.aside.target, RasterioError):
            self._append(strip.row)
            self._append(strip.row_end, probability)

    def _append(self, row_end: int, probability: Bytes | None = None) -> None:
        """Put the rows before `row_end` into the buffer, nodata where there are none, and write what is full."""
        first = self._row
        while self._row < row_end:
            count = min(BLOCK_PX - self._filled, row_end - self._row)
            begin = self._row - first
            rows = NODATA if probability is None else probability[:, begin : begin + count]
            self._buffer[:, self._filled : self._filled + count] = rows
            self._filled += count
            self._row += count
            if self._filled == BLOCK_PX:
                self._flush()

    def _flush(self) -> None:
        top = self._row - self._window.row - self._filled
        place = RasterioWindow(0, top, self._window.width, self._filled)
        rows = self._buffer[:, : self._filled]
        held = held_blocks(rows)
        if held.any() and not self._held.any():
            self._overviews.prepare(self._file)
        self._overviews.add(rows)
        if held.any():
            self._file.write(rows, window=place)
        self._held[:, top // BLOCK_PX] = held
        self._filled = 0

    def _create(self) -> Any:
        file = rasterio.open(
            self.aside.path,
            "w",
            driver="GTiff",
            dtype="uint8",
            count=len(self._phrases),
            height=self._window.height,
            width=self._window.width,
            crs=_crs(self._georef.crs_wkt),
            transform=Affine(*self._georef.transform),
            nodata=NODATA,
            tiled=True,
            blockxsize=BLOCK_PX,
            blockysize=BLOCK_PX,
            interleave="band",
            photometric="minisblack",  # three phrases are no red, green and blue, and a fourth is no transparency
            compress="deflate",
            predictor=2,
            zlevel=1,
            bigtiff="IF_SAFER",
            sparse_ok=True,
            num_threads=PACKERS,
        )
        file.descriptions = self._phrases
        file.scales = [1 / FULL] * len(self._phrases)
        file.update_tags(**{TAG: json.dumps(self._provenance, ensure_ascii=False, default=str)})
        return file


def _crs(wkt: str | None) -> CRS | None:
    if wkt is None:
        return None
    try:
        return CRS.from_wkt(wkt)
    except CRSError:  # one that this GDAL does not know is left out rather than losing the run
        return None


def _check_blocks(path: Path, held: Bools, coarser: Sequence[Bools]) -> None:
    """Raise OSError where a block is not wholly in the file: the TIFF library only logs what it could not write.

    Args:
        path: The file.
        held: (P, rows, columns) of blocks: which hold something; others need not be there.
        coarser: The same of each overview.
    """
    size = path.stat().st_size
    with rasterio.open(path) as file:
        for overview, blocks in ((None, held), *enumerate(coarser)):
            for band, row, col in np.ndindex(blocks.shape):
                at, length = (
                    int(file.get_tag_item(f"BLOCK_{what}_{col}_{row}", "TIFF", bidx=band + 1, ovr=overview) or 0)
                    for what in ("OFFSET", "SIZE")
                )
                if (length == 0 and blocks[band, row, col]) or at + length > size:
                    raise OSError("write error: the disk is full, or broken")


class KeptProbability:
    """A probability raster that a run left; a context manager.

    Args:
        path: The GeoTIFF.
        phrases: Which of its phrases, in which order; empty: all.

    Raises:
        RasterUnreadable: It is missing or broken.
        RasterUnsupported: It was not written by this program.
        RequestInvalid: It lacks one of the phrases.
    """

    def __init__(self, path: str, phrases: Sequence[str] = ()) -> None:
        self.path = path
        try:
            self._file = rasterio.open(path)
        except RasterioError as error:
            raise RasterUnreadable(
                f"The probability raster {path} cannot be opened ({error}): it is missing or broken.", path=path
            ) from error
        try:
            self.tags = self._read_tags()
            self._bands = self._choose(tuple(phrases))
        except (RasterUnreadable, RasterUnsupported, RequestInvalid):
            self._file.close()
            raise

    @property
    def phrases(self) -> tuple[str, ...]:
        """One a band."""
        return tuple(self._file.descriptions[band - 1] for band in self._bands)

    @property
    def georef(self) -> GeoRef:
        """The pixel grid of the file."""
        crs = self._file.crs
        a, b, c, d, e, f = tuple(self._file.transform)[:6]
        return GeoRef((a, b, c, d, e, f), crs.to_wkt() if crs else None)

    @property
    def window(self) -> Window:
        """The whole file."""
        return Window(0, 0, self._file.height, self._file.width)

    def __len__(self) -> int:
        """Return the number of strips."""
        return -(-self.window.height // BLOCK_PX)

    def strips(self) -> Iterator[tuple[Window, Bytes]]:
        """Yield (strip, (P, rows, W) uint8) from top to bottom.

        Raises:
            RasterUnreadable: A part of the file is broken.
        """
        for row in range(0, self._file.height, BLOCK_PX):
            strip = Window(row, 0, min(BLOCK_PX, self._file.height - row), self._file.width)
            try:
                place = RasterioWindow(0, row, strip.width, strip.height)
                probability: Bytes = self._file.read(list(self._bands), window=place)
            except RasterioError as error:
                raise RasterUnreadable(
                    f"The probability raster {self.path} is broken at row {row} ({error}): run the model again.",
                    path=self.path,
                ) from error
            yield strip, probability

    def __enter__(self) -> KeptProbability:
        """Return the raster, open."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file."""
        self._file.close()

    def _read_tags(self) -> dict[str, Any]:
        file = self._file
        text = file.tags().get(TAG)
        if text is None or set(file.dtypes) != {"uint8"} or not all(file.descriptions):
            raise RasterUnsupported(
                f"{self.path} is no probability raster of this program: give a file that was written by a run with"
                " probabilities kept.",
                path=self.path,
            )
        try:
            tags = json.loads(text)
        except ValueError as error:
            raise _damaged(self.path, str(error)) from error
        if not isinstance(tags, dict):
            raise _damaged(self.path, "it is no JSON object")
        gsd_m = tags.get("gsd_m", 1.0)
        if not isinstance(gsd_m, (int, float)) or not 0 < gsd_m < math.inf:
            raise _damaged(self.path, f"gsd_m is {gsd_m!r}")
        return tags

    def _choose(self, phrases: tuple[str, ...]) -> tuple[int, ...]:
        """Return the bands of `phrases`."""
        held = self._file.descriptions
        for phrase in phrases:
            if phrase not in held:
                raise RequestInvalid(
                    f'{self.path} holds no probabilities for "{phrase}"; it has {", ".join(held)}.', phrase=phrase
                )
        return tuple(held.index(phrase) + 1 for phrase in phrases) or tuple(self._file.indexes)


def _damaged(path: str, reason: str) -> RasterUnreadable:
    return RasterUnreadable(
        f'The probability raster {path} is damaged: its tag "{TAG}" cannot be read ({reason}). Run the model again.',
        path=path,
        reason=reason,
    )


def read_probability(path: str, phrases: Sequence[str] = ()) -> KeptProbability:
    """Open a probability raster that a run kept, to make polygons from it anew; raises as KeptProbability does."""
    return KeptProbability(path, phrases)
